"""A repaired week: what is refused, what is counted, what is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.plans import PlanVersion, VersionState, in_force
from desktop.domain.telling import Told
from desktop.services.repairs import (
    Least,
    Outdone,
    PastChanged,
    Repaired,
    RepairService,
    overtaken,
    repaired_week,
)
from desktop.services.week.planning import NoPlan, Prepared, UnitChanged, UnsafePlan
from solver.plan import Plan, Session
from tests.services.acute_week import MINUTE, NOW, PLANNED, club, plan_of_sessions, planned, prepared
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import SINCE, UNIT, WEEK
from tests.services.versions import published

APART = Separation("x2", "c1", "c2", Scope.SESSION, 0, "Slagsmål", SINCE, "Mentor")
RIVALS = replace(UNIT, separations=(*UNIT.separations, APART))
MENDED = (*PLANNED[:4], club("s5", 4, "c1"))
"""c2 has lost Friday. Monday and Wednesday, where both are, have happened."""


def rival_week() -> Prepared:
    return prepared(RIVALS)


def repaired(sessions: tuple[Session, ...] = MENDED, said: object = None) -> Repaired:
    week = rival_week()
    plan = plan_of_sessions(week.problem, *sessions)
    return repaired_week(week, planned(), MINUTE, plan, said, FakeClock(), 1.5)


def kept(base: PlanVersion) -> tuple[FakeStore, RepairService]:
    store = FakeStore(RIVALS)
    store.put(base)
    return store, RepairService(store, FakeClock(), "Koordinator K")


def test_the_past_may_break_a_rule_and_the_rest_may_not() -> None:
    found = repaired()
    assert found.report.violations == ()
    with pytest.raises(UnsafePlan) as refused:
        repaired(PLANNED)
    assert [(v.rule, v.ids[0]) for v in refused.value.report.violations] == [("R10", "s5")]


@pytest.mark.parametrize(
    "sessions",
    [
        (*PLANNED[1:4], club("s5", 4, "c1")),
        (club("s1", 0, "c1"), *PLANNED[1:4], club("s5", 4, "c1")),
        (club("s1", 0, "c1 c2", 600), *PLANNED[1:4], club("s5", 4, "c1")),
        (*MENDED, Session("s6", "mentor", "r2", 480, 540, ("m1",), ("c3",))),
        (*PLANNED[:2], club("s3", 2, "c1"), PLANNED[3]),
    ],
    ids=["left out", "somebody gone", "another time", "new in the past", "what runs now"],
)
def test_what_has_begun_stays_as_it_was(sessions: tuple[Session, ...]) -> None:
    week = rival_week()
    enrolled = replace(
        week.problem,
        citizens=tuple(
            replace(each, activities=(*each.activities, replace(each.activities[0], activity="mentor")))
            for each in week.problem.citizens
        ),
    )
    plan = plan_of_sessions(enrolled, *sessions)
    with pytest.raises(PastChanged):
        repaired_week(replace(week, problem=enrolled), planned(), MINUTE, plan, None, FakeClock(), 1)


def test_a_plan_that_speaks_falsely_of_itself_is_refused() -> None:
    week = rival_week()
    plan = plan_of_sessions(week.problem, *MENDED)
    wrong = replace(plan, goals=tuple(replace(goal, value=goal.value + 1) for goal in plan.goals))
    with pytest.raises(UnsafePlan):
        repaired_week(week, planned(), MINUTE, wrong, None, FakeClock(), 1)


def test_no_plan_is_no_repair() -> None:
    with pytest.raises(NoPlan):
        repaired_week(rival_week(), planned(), MINUTE, Plan(str(WEEK), "unknown"), None, FakeClock(), 1)


def test_hours_people_and_duties_are_counted_here() -> None:
    costs = repaired().costs
    assert (costs.hours.value, costs.people.value, costs.duties.value) == (2, 1, 0)
    assert costs.hours_of == {"c2": 2}
    assert not costs.hours.proven


def test_a_duty_that_is_missing_now_is_counted() -> None:
    week = rival_week()
    base = planned(PLANNED[0], PLANNED[3])
    plan = plan_of_sessions(week.problem, PLANNED[0], club("s4", 3, "c3"))
    costs = repaired_week(week, base, MINUTE, plan, None, FakeClock(), 1).costs
    assert costs.duties.value == 2  # their activity, and being seen at all


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"hours_lost": {"value": 2, "bound": 2}}, Least(2, 2)),
        ({"hours_lost": {"value": 2, "bound": 1}}, Least(2, 1)),
        ({"hours_lost": {"value": 1, "bound": 1}}, Least(2)),
        ({"hours_lost": {"value": 2, "bound": 3}}, Least(2)),
        ({"hours_lost": {"value": True, "bound": "2"}}, Least(2)),
        ("nonsense", Least(2)),
    ],
)
def test_a_proof_counts_only_where_the_engine_speaks_of_the_same_number(
    said: object, expected: Least
) -> None:
    assert repaired(said=said).costs.hours == expected


def test_accepting_stores_the_next_version() -> None:
    store, service = kept(planned())
    accepted = service.accept(repaired(), publish=False)
    with store.begin() as work:
        assert work.versions(WEEK) == (planned(), accepted.version)
    version = accepted.version
    assert (version.number, version.state, version.created_by) == (2, VersionState.DRAFT, "Koordinator K")
    assert accepted.change.edits[0].after == version


def test_nobody_was_told_of_a_repaired_week_that_gets_the_id_of_one_long_gone() -> None:
    store, service = kept(planned())
    store.put(Told("t1", WEEK, f"{WEEK}.2", "c2", "Koordinator K", datetime(2026, 11, 25, tzinfo=UTC)))
    assert service.accept(repaired(), publish=False).version.id == f"{WEEK}.2"
    with store.begin() as work:
        assert work.all(Told) == ()


def test_accepting_can_publish_in_one_step() -> None:
    _, service = kept(planned())
    assert service.accept(repaired(), publish=True).version.state is VersionState.PUBLISHED


def test_a_unit_changed_in_between_takes_no_repair() -> None:
    store, service = kept(planned())
    store.put(replace(UNIT.rooms[0], capacity=1))
    with pytest.raises(UnitChanged):
        service.accept(repaired(), publish=False)
    with store.begin() as work:
        assert len(work.versions(WEEK)) == 1


def test_another_plan_in_force_in_between_takes_no_repair() -> None:
    store, service = kept(planned())
    store.put(planned(number=2))
    with pytest.raises(Outdone):
        service.accept(repaired(), publish=False)


def test_a_repair_that_comes_too_late_for_what_it_changes_is_not_taken() -> None:
    store = FakeStore(RIVALS)
    store.put(planned())
    # Friday at nine, when the session begins that c2 has lost.
    clock = FakeClock(datetime(2026, 11, 27, 9, 1).astimezone(UTC))
    found = repaired()
    assert overtaken(found, clock)
    with pytest.raises(PastChanged):
        RepairService(store, clock, "K").accept(found, publish=False)
    with store.begin() as work:
        assert work.versions(WEEK) == (planned(),)
    assert not overtaken(found, FakeClock(datetime(2026, 11, 27, 8, 59).astimezone(UTC)))


def test_what_was_published_last_is_repaired_whatever_its_number() -> None:
    store, clock = FakeStore(RIVALS), FakeClock(NOW.astimezone(UTC))
    base = published(planned(), clock.now())
    higher = published(planned(PLANNED[0], number=2), clock.now() - timedelta(days=1))
    store.put(base, higher)
    done = RepairService(store, clock, "K").accept(replace(repaired(), base=base), publish=True)
    assert done.version.number == 3
    with store.begin() as work:
        assert in_force(work.versions(WEEK)) == done.version
    store.put(published(higher, clock.now() + timedelta(hours=1)))
    with pytest.raises(Outdone):
        RepairService(store, clock, "K").accept(replace(repaired(), base=base), publish=True)


def test_a_version_tells_when_it_was_made() -> None:
    assert repaired().version.created_at == datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
