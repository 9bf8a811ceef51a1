"""Repairs of a unit of realistic size: safe whatever happens, and honest about what is proven."""

from __future__ import annotations

from functools import cache, partial

import pytest

from solver.check import check
from solver.limits import Limits
from solver.model.week import ModelTooLargeError
from solver.plan import Plan
from solver.problem import DAY_MINUTES, Problem
from solver.repair import Options, Repair, repair
from solver.repair.given import given
from solver.repair.keep import everybody
from solver.repair.losses import Before
from solver.solve import Options as SolveOptions
from solver.solve import solve
from tests.bench.events import events
from tests.bench.instances import realistic

NOW = 2 * DAY_MINUTES


@cache
def planned() -> tuple[Plan, dict[str, Problem]]:
    problem = realistic(70, 1)
    plan = solve(problem, SolveOptions(seconds=3600.0, workers=1, work=400))
    return plan, dict(events(problem, plan.sessions, NOW, 1))


EVENTS = (
    "ill for the rest of the week",
    "room shut for a day",
    "guard missing for a day",
    "two kept from one session",
    "two groups kept from one session",
    "level raised to the hardest",
    "somebody has left",
    "a staff member has left",
    "a session locked an hour earlier",
)


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("workers", [1, 2])
def test_whatever_happens_the_repaired_week_is_safe_and_honest(event: str, workers: int) -> None:
    plan, changed = planned()
    problem = changed[event]
    repaired = repair(problem, plan, NOW, Options(workers=workers), Limits(1.0))
    report = check(problem, repaired.plan)
    assert report.violations == repaired.happened
    assert not report.wrong
    here = {each.id for each in problem.citizens} | {each.id for each in problem.staff}
    past = [each for each in plan.sessions if each.start < NOW and here >= {*each.citizens, *each.staff}]
    assert set(past) <= set(repaired.plan.sessions)
    for least in (repaired.duties, repaired.hours, repaired.people):
        assert 0 <= least.bound <= least.value
        assert least.proven == (least.bound == least.value)
    assert len(repaired.changes.people) == repaired.people.value
    kept = {each.citizen for each in repaired.changes.people}
    for citizen in problem.citizens:
        if citizen.id not in kept:
            assert visits(problem, plan, citizen.id) == visits(problem, repaired.plan, citizen.id)


def test_a_stop_hands_over_the_best_so_far() -> None:
    """Told to stop with the first safe week, however much time there was."""
    plan, changed = planned()
    problem, limits = changed["guard missing for a day"], Limits(600)
    first: list[Repair] = []

    def found(repaired: Repair) -> None:
        first.append(repaired)
        limits.stop()

    repaired = repair(problem, plan, NOW, Options(workers=1), limits, found)
    assert repaired.plan == first[0].plan
    assert check(problem, repaired.plan).violations == repaired.happened


def test_a_model_is_given_up_at_any_moment_of_its_building() -> None:
    """Whenever whoever waits for it says so."""
    plan, changed = planned()
    before = Before(given(changed["guard missing for a day"], plan, NOW))
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return True

    everybody(before, (), count)
    for last in range(1, asked, 97):
        left = iter([True] * last)
        with pytest.raises(ModelTooLargeError):
            everybody(before, (), partial(next, left, False))


def visits(problem: Problem, plan: Plan, citizen: str) -> set[tuple[str, str, int, int]]:
    site = {room.id: room.site for room in problem.rooms}
    return {(s.activity, site[s.room], s.start, s.end) for s in plan.sessions if citizen in s.citizens}
