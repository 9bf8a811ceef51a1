"""The columns and filters of the list of people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from desktop.domain.conflicts import ConflictGroup
from desktop.domain.levels import LevelState
from desktop.domain.offers import Offer
from desktop.domain.unit import Unit
from desktop.printing.order import in_order
from desktop.services.people_overview import Due, Standing, due
from desktop.ui.forms.dates import day_and_distance, written_day
from desktop.ui.people.hours_delegate import HoursDelegate
from desktop.ui.people.list_rows import ListRow
from desktop.ui.people.person_words import standing_text, why_level
from desktop.ui.people.words import hours_said, hours_words
from desktop.ui.table.columns import Column, LevelMark, Tone
from desktop.ui.table.filter_bar import Filter, Option
from desktop.ui.table.words import unknown
from desktop.ui.words import group_words, level_name, level_words, listed, minutes_as_hours

translate = QCoreApplication.translate
Named = ConflictGroup | Offer
BELOW_A_LOT = 5 * 60
"""Minutes below the cap from which on somebody is far below it."""


def person_columns() -> tuple[Column[ListRow], ...]:
    """What the list can show of each person."""
    return (
        Column("name", translate("PeopleList", "Name"), lambda one: one.name, width=25),
        Column(
            "case_number",
            translate("PeopleList", "Case number"),
            lambda one: one.person.citizen.case_number,
            visible=False,
            width=14,
        ),
        Column(
            "level",
            translate("PeopleList", "Level"),
            _level,
            sort=lambda one: (one.person.level.level, list(LevelState).index(one.person.level.state)),
            tooltip=lambda one: why_level(one.person.level, one.person.assessment, one.today),
            badge=lambda one: LevelMark(
                one.person.level.level, one.person.level.state is not LevelState.CURRENT
            ),
            width=12,
        ),
        Column(
            "hours",
            translate("PeopleList", "Hours of cap"),
            lambda one: hours_words(one.person.week) if one.person.week else _not_planned(one),
            sort=lambda one: one.person.minutes_below_cap,
            tooltip=_hours_said,
            spoken=_hours_said,
            delegate=HoursDelegate,
            width=16,
        ),
        Column(
            "duties",
            translate("PeopleList", "Missing"),
            _missing,
            sort=lambda one: None if one.duties is None else -len(one.duties),
            badge=lambda one: Tone.WARN if one.duties else None,
            width=20,
        ),
        Column(
            "expires",
            translate("PeopleList", "Level until"),
            lambda one: written_day(one.person.assessment.valid_until) if one.person.assessment else None,
            sort=lambda one: one.person.assessment.valid_until if one.person.assessment else None,
            tooltip=lambda one: why_level(one.person.level, one.person.assessment, one.today),
            badge=_expiry_tone,
            width=18,
        ),
        Column(
            "groups",
            translate("PeopleList", "Groups"),
            lambda one: listed(one.groups),
            tooltip=lambda one: group_words(one.groups),
            spoken=lambda one: group_words(one.groups),
            width=18,
        ),
        Column(
            "review",
            translate("PeopleList", "Next review"),
            _review,
            sort=lambda one: one.person.next_review,
            tooltip=_review_hint,
            badge=_review_tone,
            width=16,
        ),
        Column(
            "offers",
            translate("PeopleList", "Offers"),
            lambda one: listed(one.offers) or translate("PeopleList", "No referral on record"),
            width=22,
        ),
        Column(
            "activities",
            translate("PeopleList", "Activities"),
            lambda one: listed(one.activities) or translate("PeopleList", "No enrolment on record"),
            visible=False,
            width=22,
        ),
        Column(
            "state",
            translate("PeopleList", "State"),
            lambda one: standing_text(one.person.standing),
            sort=lambda one: list(Standing).index(one.person.standing),
            width=14,
        ),
    )


def person_filters(unit: Unit) -> tuple[Filter[ListRow], ...]:
    """The filters, with the unit's levels, groups and offers."""
    levels = sorted({level.level for level in unit.levels})
    return (
        Filter(
            "level",
            translate("PeopleList", "Level"),
            (
                *(Option(level_name(level), _has_level(level), f"l{level}") for level in levels),
                Option(
                    translate("PeopleList", "Run out or unknown"),
                    lambda one: one.person.level.state is not LevelState.CURRENT,
                    "doubtful",
                ),
            ),
        ),
        Filter(
            "group",
            translate("PeopleList", "Group"),
            (
                *_options(unit.groups, lambda one: one.person.groups),
                Option(translate("PeopleList", "Unknown"), lambda one: not one.person.groups, "unknown"),
            ),
        ),
        Filter(
            "offer",
            translate("PeopleList", "Offer"),
            tuple(_options(unit.offers, lambda one: one.person.offers)),
        ),
        Filter(
            "below",
            translate("PeopleList", "Hours"),
            (
                Option(
                    translate("PeopleList", "Below the cap"),
                    lambda one: bool(one.person.minutes_below_cap),
                    "below",
                ),
                Option(
                    translate("PeopleList", "5 hours or more below"),
                    lambda one: (one.person.minutes_below_cap or 0) >= BELOW_A_LOT,
                    "far",
                ),
                Option(
                    translate("PeopleList", "Cap unknown"),
                    lambda one: one.person.cap_minutes is None,
                    "unknown",
                ),
                Option(translate("PeopleList", "Missing something"), lambda one: bool(one.duties), "missing"),
            ),
        ),
        Filter(
            "due",
            translate("PeopleList", "Due"),
            (
                Option(
                    translate("PeopleList", "Level runs out or has run out"),
                    lambda one: _expiry(one) in (Due.SOON, Due.OVER),
                    "level",
                ),
                Option(
                    translate("PeopleList", "Review due soon or overdue"),
                    lambda one: _review_due(one) in (Due.SOON, Due.OVER),
                    "review",
                ),
            ),
        ),
        Filter(
            "state",
            translate("PeopleList", "State"),
            tuple(Option(standing_text(each), _stands(each), each.value) for each in Standing),
        ),
    )


def _options(named: Iterable[Named], held: Callable[[ListRow], tuple[str, ...]]) -> Iterator[Option[ListRow]]:
    """Options for things of the unit, which are not remembered outside the vault."""
    for each in in_order(list(named), lambda one: one.name):
        yield Option(each.name, _holds(held, each.id))


def _holds(held: Callable[[ListRow], tuple[str, ...]], subject: str) -> Callable[[ListRow], bool]:
    return lambda one: subject in held(one)


def _has_level(level: int) -> Callable[[ListRow], bool]:
    return lambda one: one.person.level.level == level


def _stands(standing: Standing) -> Callable[[ListRow], bool]:
    return lambda one: one.person.standing is standing


def _level(one: ListRow) -> str:
    return level_words(one.person.level.level, one.person.level.state)


def _hours_said(one: ListRow) -> str:
    return hours_said(one.person.week) if one.person.week else _not_planned(one) or unknown()


def _not_planned(one: ListRow) -> str | None:
    """Of somebody who is not planned in the week the cap alone is told, where it is known."""
    if one.person.cap_minutes is None:
        return None
    text = translate("PeopleList", "cap %1, not planned", "hours")
    return text.replace("%1", minutes_as_hours(one.person.cap_minutes))


def _missing(one: ListRow) -> str:
    if one.duties is None:
        return translate("PeopleList", "No plan")
    return listed(one.duties) or translate("PeopleList", "Nothing")


def _expiry(one: ListRow) -> Due | None:
    newest = one.person.assessment
    return None if newest is None else due(newest.valid_until, one.today)


def _expiry_tone(one: ListRow) -> Tone | None:
    return {Due.OVER: Tone.DANGER, Due.SOON: Tone.WARN}.get(_expiry(one) or Due.LATER)


def _review(one: ListRow) -> str | None:
    if one.person.next_review is not None:
        return written_day(one.person.next_review)
    return None if not one.person.citizen.caps else translate("PeopleList", "Not set")


def _review_due(one: ListRow) -> Due | None:
    return None if one.person.next_review is None else due(one.person.next_review, one.today)


def _review_tone(one: ListRow) -> Tone | None:
    return {Due.OVER: Tone.DANGER, Due.SOON: Tone.WARN}.get(_review_due(one) or Due.LATER)


def _review_hint(one: ListRow) -> str:
    if one.person.next_review is not None:
        return day_and_distance(one.person.next_review, one.today)
    return _review(one) or translate("PeopleList", "No weekly hours on record: unknown")
