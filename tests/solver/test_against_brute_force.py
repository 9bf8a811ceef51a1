"""The solver, the check and brute force know the rules each in their own way: they must agree."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from solver import solve as solve_module
from solver.check import check
from solver.exchange import read_problem, write_problem
from solver.plan import Plan, Session
from solver.problem import Problem
from solver.solve import Options, solve
from tests.solver import brute
from tests.solver.problems import BY_HAND, full_week, small_problems, small_problems_of_any_goals

OPTIONS = Options(seconds=5.0, workers=1, seed=1)


@pytest.fixture(scope="module", autouse=True)
def short_bounding() -> Iterator[None]:
    """Bounds, and the search before the proof, take all the time that they may have, which is more than such
    tiny weeks are worth."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solve_module, "BOUNDING", 0.02)
        patch.setattr(solve_module, "FIRST_SECONDS", 0.1)
        yield


def assert_as_good(problem: Problem, best: tuple[int, float] | None) -> None:
    """The solver's plan breaks no rule, tells the truth, is proven, and reaches these duties and hours."""
    plan = solve(problem, OPTIONS)
    report = check(problem, plan)
    assert not report.violations
    assert not report.wrong
    if best is None:
        assert plan.status == "infeasible"
    else:
        assert plan.status == "optimal"
        values = dict(report.goals)
        assert (values["duties"], values["hours"]) == best


@given(problem=small_problems())
@settings(max_examples=150, derandomize=True)
def test_small_problems_are_sound(problem: Problem) -> None:
    assert read_problem(write_problem(problem)) == problem


@pytest.mark.parametrize("name", BY_HAND)
def test_brute_force_finds_what_was_worked_out_by_hand(name: str) -> None:
    problem, best = BY_HAND[name]
    assert read_problem(write_problem(problem)) == problem
    assert brute.best(problem) == best


@pytest.mark.parametrize("name", BY_HAND)
def test_the_solver_finds_what_was_worked_out_by_hand(name: str) -> None:
    problem, best = BY_HAND[name]
    assert_as_good(problem, best)


@given(problem=small_problems())
@settings(max_examples=25, derandomize=True, phases=[Phase.generate])
def test_the_solver_is_as_good_as_trying_everything(problem: Problem) -> None:
    try:
        best = brute.best(problem)
    except brute.TooLargeError:
        assume(False)
    assert_as_good(problem, best)


@given(problem=small_problems_of_any_goals())
@settings(max_examples=25, derandomize=True, phases=[Phase.generate])
def test_any_goals_in_any_order_are_as_good_as_trying_everything(problem: Problem) -> None:
    try:
        sessions = brute.best_plan(problem)
    except brute.TooLargeError:
        assume(False)
    assert_all_proven(problem, sessions)


@pytest.mark.parametrize("seed", range(25))
def test_six_goals_in_any_order_are_proven_and_as_good_as_trying_everything(seed: int) -> None:
    problem = full_week(random.Random(seed))
    assert_all_proven(problem, brute.best_plan(problem, most_steps=200_000))


def assert_all_proven(problem: Problem, best: list[Session] | None) -> None:
    """The solver's plan is clean, and as good as the best one in every goal, which it says it is."""
    plan = solve(problem, OPTIONS)
    assert check(problem, plan).clean
    if best is None:
        assert plan.status == "infeasible"
    else:
        assert plan.status == "optimal"
        assert brute.Rules(problem).rank(plan.sessions) == brute.Rules(problem).rank(best)


@given(problem=small_problems())
@settings(max_examples=100, derandomize=True)
def test_the_check_finds_the_best_plan_of_brute_force_clean(problem: Problem) -> None:
    try:
        # Those that take longer are most often given up after five times as much.
        sessions = brute.best_plan(problem, most_steps=4_000)
    except brute.TooLargeError:
        assume(False)
    if sessions is None:
        assert check(problem, _plan(problem, problem.locked)).violations
    else:
        report = check(problem, _plan(problem, _numbered(sessions)))
        assert not report.violations
        values = dict(report.goals)
        assert problem.goals == ("duties", "hours")
        assert (values["duties"], values["hours"]) == brute.worth(problem, sessions)


@given(problem=small_problems(), seed=st.integers(0, 2**32))
@settings(max_examples=150, derandomize=True)
def test_the_check_and_brute_force_judge_any_sessions_alike(problem: Problem, seed: int) -> None:
    """A few sessions each good alone, some of them altered, thrown together."""
    chance = random.Random(seed)
    free = replace(problem, locked=())
    good = brute.candidates(free)
    sessions = tuple(
        replace(_altered(free, session, chance), id=f"s{number}")
        for number, session in enumerate(chance.sample(good, min(len(good), chance.randint(1, 4))))
    )
    assert (not check(free, _plan(free, sessions)).violations) == brute.is_plan(free, sessions)


def _altered(problem: Problem, session: Session, chance: random.Random) -> Session:
    """Most often as it is; else with another time, room, activity or team."""
    shift = chance.choice((-1, 1)) * problem.slot_minutes
    others: list[Session] = [
        replace(session, start=session.start + shift, end=session.end + shift),
        replace(session, end=session.end + problem.slot_minutes),
        replace(session, room=chance.choice(problem.rooms).id),
        replace(session, activity=chance.choice(problem.activities).id),
        replace(session, staff=tuple(each.id for each in problem.staff if chance.random() < 0.5)),
        replace(session, citizens=tuple(each.id for each in problem.citizens if chance.random() < 0.5)),
    ]
    return chance.choice(others) if chance.random() < 0.3 else session


def _numbered(sessions: list[Session]) -> tuple[Session, ...]:
    """With short ids; locked sessions keep theirs."""
    return tuple(
        each if each.id.startswith("locked") else replace(each, id=f"s{number}")
        for number, each in enumerate(sessions)
    )


def _plan(problem: Problem, sessions: tuple[Session, ...]) -> Plan:
    return Plan(problem.week, "feasible", sessions=sessions)
