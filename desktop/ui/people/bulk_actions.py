"""What can be done for many people at once: a few fields, and the change that comes of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import outside, refuse
from desktop.domain.people import AbsenceKind, HoursCap, LevelAssessment
from desktop.domain.time import DateSpan, TimeSpan
from desktop.domain.unit import Unit
from desktop.printing.kind_words import absence_text
from desktop.printing.order import in_order
from desktop.services.bulk import (
    Bulk,
    absent,
    add_to_group,
    assess,
    avoid_site,
    decide_hours,
    end_enrolments,
    enrol,
    refer,
)
from desktop.services.change_labels import ChangeLabel
from desktop.services.ids import random_ids
from desktop.ui.forms.choice_fields import ChoiceField
from desktop.ui.forms.date_fields import DateField, SpanField, TimeSpanField
from desktop.ui.forms.form import FormItem
from desktop.ui.forms.number_fields import NumberField
from desktop.ui.forms.text_fields import NoteField, TextField
from desktop.ui.people.sections.hours import hours_items
from desktop.ui.people.sections.levels import level_items

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class IntoGroup:
    group: str
    span: DateSpan
    source: str = ""


@dataclass(frozen=True, slots=True)
class ToOffer:
    offer: str
    span: DateSpan


@dataclass(frozen=True, slots=True)
class IntoActivity:
    activity: str
    min_sessions: int
    max_sessions: int
    span: DateSpan

    def __post_init__(self) -> None:
        refuse(self, outside("max_sessions", self.max_sessions, max(1, self.min_sessions)))


@dataclass(frozen=True, slots=True)
class OutOfActivity:
    activity: str
    last: date


@dataclass(frozen=True, slots=True)
class Away:
    kind: AbsenceKind
    span: TimeSpan
    note: str = ""


@dataclass(frozen=True, slots=True)
class NotOnSite:
    site: str


@dataclass(frozen=True, slots=True)
class BulkAction:
    """``label``: that of the change. ``make`` gives what is put and removed for these people. ``rewrites``:
    entries on record are changed along with it, which can't be while names are concealed: their texts would
    be lost."""

    label: ChangeLabel
    title: str
    kind: type[Any]
    items: Callable[[Unit], Sequence[FormItem]]
    start: Callable[[date], Mapping[str, object]]
    make: Callable[[Unit, Collection[str], Any], Bulk]
    rewrites: bool = False


def bulk_actions() -> tuple[BulkAction, ...]:
    """Everything that can be done for many at once."""
    return (
        BulkAction(
            "many_absent",
            translate("BulkPanel", "Note an absence"),
            Away,
            lambda unit: (
                FormItem(
                    "kind",
                    translate("BulkPanel", "Why"),
                    lambda: ChoiceField([(kind, absence_text(kind)) for kind in AbsenceKind]),
                ),
                FormItem("span", translate("BulkPanel", "When"), TimeSpanField),
                FormItem("note", translate("BulkPanel", "Note"), lambda: NoteField(lines=2)),
            ),
            lambda today: {"span": _day(today)},
            lambda unit, people, told: absent(people, told.kind, told.span, told.note, random_ids()),
        ),
        BulkAction(
            "many_referred",
            translate("BulkPanel", "Refer to an offer"),
            ToOffer,
            lambda unit: (
                _choice("offer", translate("BulkPanel", "Offer"), unit.offers),
                FormItem("span", translate("BulkPanel", "Referred"), SpanField),
            ),
            lambda today: {"span": DateSpan(today)},
            lambda unit, people, told: refer(unit, people, told.offer, told.span, random_ids()),
        ),
        BulkAction(
            "many_enrolled",
            translate("BulkPanel", "Enrol in an activity"),
            IntoActivity,
            lambda unit: (
                _choice("activity", translate("BulkPanel", "Activity"), unit.activities),
                FormItem(
                    "min_sessions", translate("BulkPanel", "A week at least"), lambda: NumberField(0, 50)
                ),
                FormItem(
                    "max_sessions",
                    translate("BulkPanel", "A week at most"),
                    lambda: NumberField(1, 50),
                    beside=True,
                ),
                FormItem("span", translate("BulkPanel", "Enrolled"), SpanField),
            ),
            lambda today: {"span": DateSpan(today), "min_sessions": 1, "max_sessions": 3},
            lambda unit, people, told: enrol(
                unit,
                people,
                told.activity,
                (told.min_sessions, told.max_sessions),
                told.span,
                random_ids(),
            ),
        ),
        BulkAction(
            "many_enrolments_ended",
            translate("BulkPanel", "End an enrolment"),
            OutOfActivity,
            lambda unit: (
                _choice("activity", translate("BulkPanel", "Activity"), unit.activities),
                FormItem("last", translate("BulkPanel", "Last day"), DateField),
            ),
            lambda today: {"last": today},
            lambda unit, people, told: end_enrolments(unit, people, told.activity, told.last),
        ),
        BulkAction(
            "many_in_group",
            translate("BulkPanel", "Add to a conflict group"),
            IntoGroup,
            lambda unit: (
                _choice("group", translate("BulkPanel", "Group"), unit.groups),
                FormItem("span", translate("BulkPanel", "Member"), SpanField),
                FormItem("source", translate("BulkPanel", "Source"), TextField),
            ),
            lambda today: {"span": DateSpan(today)},
            lambda unit, people, told: add_to_group(
                unit, people, told.group, told.span, told.source, random_ids()
            ),
        ),
        BulkAction(
            "many_avoid_site",
            translate("BulkPanel", "Never plan on a site"),
            NotOnSite,
            lambda unit: (_choice("site", translate("BulkPanel", "Site"), unit.sites),),
            lambda today: {},
            lambda unit, people, told: avoid_site(unit, people, told.site),
        ),
        BulkAction(
            "many_hours_decided",
            translate("BulkHours", "Decide weekly hours"),
            HoursCap,
            lambda unit: hours_items(),
            lambda today: {"span": DateSpan(today), "review_on": None},
            decide_hours,
            rewrites=True,
        ),
        BulkAction(
            "many_assessed",
            translate("BulkHours", "Assess the threat level"),
            LevelAssessment,
            level_items,
            lambda today: {"assessed_on": today},
            assess,
        ),
    )


def _choice(name: str, text: str, things: Sequence[Any]) -> FormItem:
    """One of the unit's things, by its name."""
    known = in_order([(each.id, each.name) for each in things], lambda pair: pair[1])
    return FormItem(name, text, lambda: ChoiceField(known))


def _day(day: date) -> TimeSpan:
    midnight = datetime.combine(day, time())
    return TimeSpan(midnight, midnight + timedelta(days=1))
