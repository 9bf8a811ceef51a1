"""Problems that lack something, and goals in any order and number, are planned all the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations

import pytest

from solver.check import check
from solver.plan import GOAL_NAMES, GoalName
from solver.problem import Problem
from solver.solve import Options, solve
from tests.bench.instances import realistic
from tests.solver.good_week import PROBLEM, monday

BARE = replace(PROBLEM, locked=(), reference=None)
MONDAY = monday(BARE)
LACKING = {
    "citizens": replace(BARE, citizens=(), commitments=(), separations=()),
    "rooms": replace(BARE, rooms=(), activities=tuple(replace(a, rooms=None) for a in BARE.activities)),
    "staff": replace(
        BARE, staff=(), citizens=tuple(replace(c, avoid_staff=frozenset()) for c in BARE.citizens)
    ),
    "goals": replace(BARE, goals=()),
}


@pytest.mark.parametrize("lacks", LACKING)
def test_a_problem_that_lacks_something_has_a_clean_plan(lacks: str) -> None:
    problem = LACKING[lacks]
    plan = solve(problem, Options(work=400, workers=1))
    assert check(problem, plan).clean
    if lacks != "goals":
        assert plan.sessions == ()


def orders() -> list[tuple[GoalName, ...]]:
    """Each goal alone, each two of them in both orders, and all of them backwards."""
    return [
        *((goal,) for goal in GOAL_NAMES),
        *(order for two in combinations(GOAL_NAMES, 2) for order in permutations(two)),
        GOAL_NAMES[::-1],
    ]


@pytest.mark.parametrize("goals", orders(), ids="-".join)
def test_goals_come_in_any_order(goals: tuple[GoalName, ...]) -> None:
    # Of the many pairs one day each: a whole week of them all takes a minute.
    problem = replace(MONDAY if len(goals) == 2 else BARE, goals=goals)
    plan = solve(problem, Options(work=60, workers=1))
    assert [each.goal for each in plan.goals] == list(goals)
    assert check(problem, plan).clean


@pytest.mark.parametrize("goals", [("duties",), ("cost", "duties"), ("hours", "duties")], ids="-".join)
def test_bounds_beside_the_search_take_any_goals(goals: tuple[GoalName, ...]) -> None:
    problem: Problem = replace(realistic(30), goals=goals)
    plan = solve(problem, Options(seconds=1.5, workers=2))
    assert check(problem, plan).clean


@pytest.mark.parametrize("goals", [("duties",), ("duties", "cost"), ("fairness", "hours")], ids="-".join)
def test_bounds_before_the_search_take_any_goals(goals: tuple[GoalName, ...]) -> None:
    problem: Problem = replace(BARE, goals=goals)
    plan = solve(problem, Options(seconds=1.5, workers=1))
    assert check(problem, plan).clean
