"""Which published weeks are told above every page, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.offers import Placement, PlacementKind
from desktop.domain.people import Absence, AbsenceKind
from desktop.domain.time import DateSpan, TimeSpan, WeeklyBlock
from desktop.domain.unit import Unit, entities_of
from desktop.services.week.in_force import UnsafeWeek, unsafe_week
from desktop.services.week.planning import PlanningService
from tests.services.acute_week import NOW, local, planned
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import SINCE, UNIT, WEEK
from tests.services.versions import published

GIVEN = published(planned())
ENDING = tuple(replace(each, span=DateSpan(each.span.first, NOW.date())) for each in UNIT.levels)


def told(unit: Unit) -> UnsafeWeek | None:
    store, clock = FakeStore(unit), FakeClock(NOW.astimezone(UTC))
    store.put(GIVEN, *entities_of(unit))
    return unsafe_week(PlanningService(store, clock, "K"), clock, WEEK)


def test_a_safe_week_is_not_told() -> None:
    assert told(UNIT) is None


def test_a_published_week_that_cant_be_checked_is_told_as_such() -> None:
    assert told(replace(UNIT, levels=ENDING)) == UnsafeWeek(GIVEN, unchecked=True)


def at_work(*citizens: str) -> tuple[Placement, ...]:
    """Placements at one site on Wednesday from nine to one."""
    block, kind = (WeeklyBlock(2, 540, 780),), PlacementKind.INTERNSHIP
    return tuple(Placement(f"p{each}", each, kind, "Parken", "s2", block, SINCE) for each in citizens)


def test_rivals_whom_placements_bring_together_now_are_told() -> None:
    apart = replace(UNIT, placements=at_work("c1", "c3"))
    found = told(apart)
    assert found is not None
    assert found.together == 1
    later = tuple(replace(each, blocks=(WeeklyBlock(3, 540, 780),)) for each in apart.placements)
    found = told(replace(UNIT, placements=later))
    assert found is None or not found.together


def test_somebody_ill_alarms_nobody_and_of_a_feud_the_grave_sessions_count() -> None:
    ill = Absence("a1", "c1", AbsenceKind.ILLNESS, TimeSpan(NOW, local("2026-11-28")))
    absent = replace(UNIT, absences=(ill,))
    assert told(absent) is None
    feud = Separation("x9", "c3", "c4", Scope.SITE, 30, "Ny", SINCE, "Politiet")
    found = told(replace(absent, separations=(*UNIT.separations, feud)))
    assert found == UnsafeWeek(GIVEN, 1, broken=True)
