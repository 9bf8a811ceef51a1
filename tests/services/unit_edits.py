"""Any edit of a unit, by chance: one entity changed in one field, taken out, or put in beside another.

What is put into a field is what matters to a week: days in it, before and after, hours, other ids.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from desktop.domain.conflicts import Membership, Scope, Separation
from desktop.domain.errors import DomainError
from desktop.domain.levels import ThreatLevel
from desktop.domain.offers import ActivityKind, Enrolment, OfferKind, Placement, PlacementKind, Referral
from desktop.domain.people import Absence, AbsenceKind, HoursCap, LevelAssessment
from desktop.domain.places import SiteKind, Travel
from desktop.domain.settings import ClosedDays, Limit, LimitKey
from desktop.domain.time import DateSpan, IsoWeek, TimeSpan, WeeklyBlock
from desktop.domain.unit import Entity, Unit, entities_of
from desktop.services.change import Edit

REMOVABLE = (
    Limit, ClosedDays, ThreatLevel, Travel, Membership, Separation, Referral, Enrolment, Placement, Absence,
)  # fmt: skip
"""What nothing else refers to."""


def any_unit_edit(unit: Unit, week: IsoWeek, random: Random) -> Edit:
    """An edit that a valid entity comes of; it may be one that changes nothing."""
    entity = random.choice(_of_any_kind(unit, random))
    if isinstance(entity, REMOVABLE) and random.random() < 0.15:
        return Edit(entity, None)
    before: Entity | None = entity
    if isinstance(entity, (*REMOVABLE, ConflictFree)) and random.random() < 0.15:
        before, entity = None, replace(entity, id=f"new-{random.randrange(10**9)}")
    for _ in range(20):
        try:
            return Edit(before, _changed(entity, unit, week, random))
        except DomainError:
            continue
    return Edit(before, entity)


ConflictFree = (Membership, Referral, Enrolment, Absence)


def _of_any_kind(unit: Unit, random: Random) -> list[Entity]:
    """All of one kind, so that kinds with few entities are changed as often as those with many."""
    kinds: dict[type[Entity], list[Entity]] = {}
    for entity in entities_of(unit):
        kinds.setdefault(type(entity), []).append(entity)
    return random.choice(list(kinds.values()))


def _changed(entity: Entity, unit: Unit, week: IsoWeek, random: Random) -> Entity:
    field = random.choice([each for each in fields(entity) if each.name != "id"])
    key = (type(entity).__name__, field.name)
    made = _VALUES.get(key) or _VALUES.get(("", field.name))
    value = getattr(entity, field.name)
    drawn: Any
    if made is not None:
        drawn = made(unit, week, random)
    elif isinstance(value, bool):
        drawn = not value
    elif isinstance(value, int):
        drawn = max(0, value + random.choice((-2, -1, 1, 2, 60)))
    elif isinstance(value, str):
        drawn = f"{value}'"
    else:
        drawn = value
    changed: Mapping[str, Any] = {field.name: drawn}
    return replace(entity, **changed)


def _span(_unit: Unit, week: IsoWeek, random: Random) -> DateSpan:
    """Around the week, so that what holds in it is often another."""
    first = week.monday + timedelta(days=random.choice((-400, -30, -7, -3, 0, 1, 2, 4, 7, 9)))
    last = week.sunday + timedelta(days=random.choice((-8, -7, -5, -2, -1, 0, 1, 7, 30)))
    return DateSpan(first, None if last < first or random.random() < 0.4 else last)


def _times(_unit: Unit, week: IsoWeek, random: Random) -> TimeSpan:
    start = datetime.combine(week.monday, time()) + timedelta(minutes=random.randrange(-900, 9000, 35))
    return TimeSpan(start, start + timedelta(minutes=random.choice((20, 90, 400, 1500, 8000))))


def _pattern(_unit: Unit, _week: IsoWeek, random: Random) -> tuple[WeeklyBlock, ...]:
    days = random.sample(range(7), random.randrange(6))
    return tuple(
        WeeklyBlock(day, start, start + random.choice((45, 240, 420)))
        for day in sorted(days)
        for start in (random.choice((450, 480, 605)),)
    )


def _day(week: IsoWeek, random: Random) -> date:
    return week.monday + timedelta(days=random.randrange(-9, 16))


def _caps(unit: Unit, week: IsoWeek, random: Random) -> tuple[HoursCap, ...]:
    return tuple(
        HoursCap(
            _span(unit, week, random), random.choice((0, 90, 600, 1800)), random.choice((45, 200, 400)), "K",
            random.choice((None, _day(week, random))),
        )
        for _ in range(random.randrange(3))
    )  # fmt: skip


def _assessments(_unit: Unit, week: IsoWeek, random: Random) -> tuple[LevelAssessment, ...]:
    made = []
    for _ in range(random.randrange(3)):
        day = _day(week, random) - timedelta(days=random.choice((0, 30)))
        made.append(
            LevelAssessment(random.randrange(1, 5), "K", day, day + timedelta(days=random.choice((3, 90))))
        )
    return tuple(made)


def _id(part: str, *, none: bool = False) -> Callable[[Unit, IsoWeek, Random], str | None]:
    def drawn(unit: Unit, _week: IsoWeek, random: Random) -> str | None:
        ids = [each.id for each in getattr(unit, part)]
        return None if none and (not ids or random.random() < 0.3) else random.choice(ids)

    return drawn


def _ids(part: str) -> Callable[[Unit, IsoWeek, Random], tuple[str, ...]]:
    def drawn(unit: Unit, _week: IsoWeek, random: Random) -> tuple[str, ...]:
        ids = [each.id for each in getattr(unit, part)]
        return tuple(random.sample(ids, min(len(ids), random.randrange(1, 3))))

    return drawn


def _one_of(*values: object) -> Callable[[Unit, IsoWeek, Random], object]:
    return lambda _unit, _week, random: random.choice(values)


def _person(unit: Unit, _week: IsoWeek, random: Random) -> str:
    return random.choice([*(each.id for each in unit.citizens), *(each.id for each in unit.staff)])


def _side(unit: Unit, _week: IsoWeek, random: Random) -> str:
    return random.choice([*(each.id for each in unit.citizens), *(each.id for each in unit.groups)])


_FEATURES = _one_of(frozenset(), frozenset({"alarm"}), frozenset({"alarm", "two_exits"}))
_VALUES: Mapping[tuple[str, str], Callable[[Unit, IsoWeek, Random], object]] = {
    ("", "span"): _span,
    ("Absence", "span"): _times,
    ("Absence", "person"): _person,
    ("Absence", "kind"): _one_of(*AbsenceKind),
    ("", "enrolled"): _span,
    ("", "availability"): _pattern,
    ("", "opening"): _pattern,
    ("Site", "opening"): lambda *asked: _pattern(*asked) if asked[2].random() < 0.7 else None,
    ("Site", "kind"): _one_of(*SiteKind),
    ("", "blocks"): _pattern,
    ("Room", "closed"): lambda *asked: tuple(_times(*asked) for _ in range(asked[2].randrange(3))),
    ("", "caps"): _caps,
    ("", "assessments"): _assessments,
    ("", "avoid_staff"): _ids("staff"),
    ("", "avoid_sites"): _ids("sites"),
    ("", "citizen"): _id("citizens"),
    ("", "group"): _id("groups"),
    ("", "activity"): _id("activities"),
    ("Activity", "kind"): _one_of(*ActivityKind),
    ("Activity", "lengths"): _one_of((30,), (60, 90), (45,), (120,)),
    ("Activity", "rooms"): lambda *asked: _ids("rooms")(*asked) if asked[2].random() < 0.7 else None,
    ("Activity", "offer"): _id("offers", none=True),
    ("Referral", "offer"): _id("offers"),
    ("Placement", "offer"): _id("offers", none=True),
    ("Placement", "kind"): _one_of(*PlacementKind),
    ("Placement", "site"): _id("sites", none=True),
    ("Room", "site"): _id("sites"),
    ("", "supplier"): _id("suppliers", none=True),
    ("Offer", "kind"): _one_of(*OfferKind),
    ("Offer", "startup_weeks"): _one_of(1, 4, 13),
    ("Separation", "side_a"): _side,
    ("Separation", "side_b"): _side,
    ("", "scope"): _one_of(*Scope),
    ("", "gap_minutes"): _one_of(0, 30, 90),
    ("", "level"): _one_of(1, 2, 3, 4),
    ("", "room_features"): _FEATURES,
    ("", "features"): _FEATURES,
    ("", "skills"): _one_of(
        frozenset({"teaching"}), frozenset({"guard", "mentor"}), frozenset({"interview"})
    ),
    ("", "max_weekly_minutes"): _one_of(0, 500, 1900),
    ("", "slot_minutes"): _one_of(15, 30, 60),
    ("", "holidays"): _one_of("DK", "SE"),
    ("", "idle_interview"): _id("activities", none=True),
    ("", "key"): _one_of(*LimitKey, "another"),
    ("", "value"): _one_of(0, 300, 2220, 900_000),
    ("", "end_reviewed"): _one_of(None),
}
