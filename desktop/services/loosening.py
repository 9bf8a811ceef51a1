"""What of the protection of people is less after some edits than before: data, worded by the interface.

Records are read one by one: that another one keeps the same people apart all the same is not looked for. The
threat levels are looked at as a whole, since what one asks for may be in several records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from desktop.domain.conflicts import Membership, Scope, Separation
from desktop.domain.intervals import of_pattern, subtract
from desktop.domain.levels import KnownLevels, ThreatLevel, effective_level, known_levels
from desktop.domain.offers import Activity, Placement
from desktop.domain.people import Citizen
from desktop.domain.places import Room, Travel
from desktop.domain.staffing import GUARD, StaffMember
from desktop.domain.time import DateSpan, IsoWeek
from desktop.domain.unit import Unit
from desktop.services.change import Edit
from desktop.services.loosened_levels import days_of_change, loosened_levels
from desktop.services.loosening_kinds import Less, Loosened

E = TypeVar("E", Citizen, ThreatLevel)


def loosened(edits: Iterable[Edit], today: date, unit: Unit) -> tuple[Loosened, ...]:
    """What holds less from ``today`` on, in the order of the edits, and then of the levels; ``unit`` is what
    the edits made of it."""
    made = tuple(edits)
    before = _before(ThreatLevel, unit.levels, made), _before(Citizen, unit.citizens, made)
    after = unit.levels, unit.citizens
    week = IsoWeek.containing(today)
    known = known_levels(*before, week), known_levels(*after, week)
    return (
        *(found for edit in made for found in _of(edit, today, unit, known)),
        *loosened_levels(before, after, today),
    )


def _before(kind: type[E], held: Iterable[E], edits: Iterable[Edit]) -> tuple[E, ...]:
    """The records of a kind as they were before some edits were made."""
    known = {each.id: each for each in held}
    for edit in reversed(tuple(edits)):
        if isinstance(edit.after, kind):
            known.pop(edit.after.id, None)
        if isinstance(edit.before, kind):
            known[edit.before.id] = edit.before
    return tuple(known.values())


def _of(edit: Edit, today: date, unit: Unit, known: tuple[KnownLevels, KnownLevels]) -> Iterator[Loosened]:
    match edit.before, edit.after:
        case Separation() | Membership() as was, now:
            yield from _apart(was, now, today, unit)
        case Citizen() as was, Citizen() as now:
            yield from _person(was, now, today, unit, known)
        case Placement() as was, now:
            yield from _placed(was, now, today, unit)
        case Room() as was, Room() as now if now.features - was.features:
            yield Loosened(Less.ROOM, was, ids=tuple(sorted(now.features - was.features)))
        case StaffMember() as was, StaffMember() as now if GUARD in now.skills - was.skills:
            yield Loosened(Less.GUARD, was)
        case Activity() as was, Activity() as now:
            yield from _activity(was, now)
        case Travel() as was, Travel() as now if now.minutes < was.minutes:
            yield Loosened(Less.TRAVEL, was, was.minutes, now.minutes, (was.site_a, was.site_b))


def _apart(was: Separation | Membership, now: object, today: date, unit: Unit) -> Iterator[Loosened]:
    if was.span.last is not None and was.span.last < today:
        return
    if not isinstance(now, Separation | Membership) or _whom(was) != _whom(now):
        if not _left(was, unit):
            yield Loosened(Less.APART, was)
        return
    if isinstance(was, Separation) and isinstance(now, Separation):
        if was.scope is Scope.SITE and now.scope is Scope.SESSION:
            yield Loosened(Less.SITE, was)
        elif now.gap_minutes < was.gap_minutes:
            yield Loosened(Less.GAP, was, was.gap_minutes, now.gap_minutes)
    if not _holds_as_long(was.span, now.span, today):
        yield Loosened(Less.DAYS, was)


def _whom(record: Separation | Membership) -> tuple[str, str]:
    return record.sides if isinstance(record, Separation) else (record.citizen, record.group)


def _left(record: Separation | Membership, unit: Unit) -> bool:
    """Whether somebody that it was about is gone, so that there is nobody to be kept apart. Where a group is
    gone, it is the memberships that tell."""
    if isinstance(record, Membership):
        return all(each.id != record.citizen for each in unit.citizens)
    there = {each.id for kind in (unit.citizens, unit.groups) for each in kind}
    return not there.issuperset(record.sides)


def _holds_as_long(was: DateSpan, now: DateSpan, today: date) -> bool:
    """Whether it holds on every day from today on on which it held."""
    begins = now.first <= max(was.first, today)
    return begins and (now.last is None or (was.last is not None and now.last >= was.last))


def _person(
    was: Citizen, now: Citizen, today: date, unit: Unit, known: tuple[KnownLevels, KnownLevels]
) -> Iterator[Loosened]:
    for day in _days_of_change(was, now, today):
        before, after = (
            effective_level(each.assessments, day, levels).asked
            for each, levels in zip((was, now), known, strict=True)
        )
        if after < before:
            yield Loosened(Less.LEVEL, was, before, after)
            break
    there = {each.id for kind in (unit.staff, unit.sites) for each in kind}
    gone = (
        *sorted({*was.avoid_staff} - {*now.avoid_staff}),
        *sorted({*was.avoid_sites} - {*now.avoid_sites}),
    )
    if left := tuple(each for each in gone if each in there):
        yield Loosened(Less.AVOIDED, was, ids=left)


def _days_of_change(was: Citizen, now: Citizen, today: date) -> list[date]:
    """The days from today on from which one of them may be met at another level than the day before."""
    made = (each for one in (was, now) for each in one.assessments)
    return days_of_change((DateSpan(each.assessed_on, each.valid_until) for each in made), today)


def _placed(was: Placement, now: object, today: date, unit: Unit) -> Iterator[Loosened]:
    """Where somebody works, their rivals are kept apart from them."""
    over = was.span.last is not None and was.span.last < today
    if was.site is None or over or all(each.id != was.citizen for each in unit.citizens):
        return
    if not isinstance(now, Placement) or (now.citizen, now.site) != (was.citizen, was.site):
        yield Loosened(Less.WORKPLACE, was, ids=(was.site,))
    elif subtract(of_pattern(was.blocks), of_pattern(now.blocks)) or not _holds_as_long(
        was.span, now.span, today
    ):
        yield Loosened(Less.WORK_TIMES, was, ids=(was.site,))


def _activity(was: Activity, now: Activity) -> Iterator[Loosened]:
    if now.max_group > was.max_group:
        yield Loosened(Less.GROUP, was, was.max_group, now.max_group)
    if now.staff < was.staff:
        yield Loosened(Less.STAFF, was, was.staff, now.staff)
    if gone := was.room_features - now.room_features:
        yield Loosened(Less.FEATURES, was, ids=tuple(sorted(gone)))
