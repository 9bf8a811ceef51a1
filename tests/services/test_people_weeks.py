"""What a week gives each citizen."""

from __future__ import annotations

from desktop.domain.levels import LevelState
from desktop.domain.offers import PlacementKind
from desktop.services.people_weeks import PersonWeek, people_weeks
from desktop.services.week.planning import PlanningService
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import WEEK
from tests.ui.kit import plan, unit


def weeks(*, planned: bool = True) -> dict[str, PersonWeek]:
    service = PlanningService(FakeStore(unit()), FakeClock(), "K")
    prepared = service.prepare(WEEK)
    version = service.accept(prepared, plan(prepared.problem), 1.0).version if planned else None
    return {week.citizen: week for week in people_weeks(prepared, version)}


def test_sessions_and_placements_are_counted_apart() -> None:
    found = weeks()["c2"]
    assert (found.session_minutes, found.placement_minutes, found.counted_minutes) == (120, 360, 480)
    assert found.placements == (PlacementKind.INTERNSHIP,)
    assert found.cap_minutes == 1200


def test_what_does_not_count_is_no_hour_but_a_session() -> None:
    found = weeks()["c4"]
    assert (found.sessions, found.session_minutes) == (1, 0)


def test_an_unknown_cap_is_not_nought() -> None:
    assert weeks()["c4"].cap_minutes is None


def test_the_level_says_that_it_has_run_out() -> None:
    found = weeks()["c3"]
    assert (found.level, found.level_state) == (2, LevelState.RUN_OUT)


def test_what_is_missing_is_unknown_without_a_plan() -> None:
    assert weeks()["c4"].unmet == ("club",)
    assert weeks()["c1"].unmet == ()
    assert weeks(planned=False)["c1"].unmet is None
    assert weeks(planned=False)["c2"].placement_minutes == 360
