"""Which published weeks are told above every page, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

from desktop.domain.time import DateSpan
from desktop.domain.unit import Unit, entities_of
from desktop.services.week.in_force import UnsafeWeek, unsafe_week
from desktop.services.week.planning import PlanningService
from tests.services.acute_week import NOW, planned
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import UNIT, WEEK
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
