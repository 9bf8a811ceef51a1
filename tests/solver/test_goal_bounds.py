"""No plan is better in a later goal than its bound says, given what it reaches in the goals before."""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.bounds import own_weeks
from solver.frame import Frame
from solver.goal_bounds import GoalBounds
from solver.plan import GoalName, Session
from solver.problem import Commitment, Enrolment, Problem
from solver.week import all_ranks
from tests.solver import brute
from tests.solver.problems import full_week, hour, small_problems_of_any_goals, tiny

LATER: tuple[GoalName, ...] = ("fairness", "changes", "gaps", "cost")
CLASS = tiny().activities[0]


def some_plan(rules: brute.Rules, good: Sequence[Session], chance: random.Random) -> list[Session]:
    """The locked sessions and others, each ``good`` alone, one after another where it breaks no rule."""
    plan = list(rules.problem.locked)
    stays = [rules.stay(each) for each in plan]
    others = list(good)
    chance.shuffle(others)
    for each in others[: chance.randint(0, 40)]:
        stay = rules.stay(each)
        if all(rules.bear(stay, other) for other in stays) and rules.within_limits([*plan, each]):
            plan.append(each)
            stays.append(stay)
    return plan


@settings(max_examples=100, derandomize=True)
@given(problem=small_problems_of_any_goals(), seed=st.integers(0, 2**32))
def test_no_plan_of_a_tiny_week_passes_a_bound(problem: Problem, seed: int) -> None:
    if brute.is_plan(problem, problem.locked):
        assert_no_plan_passes(problem, random.Random(seed))


def test_no_plan_of_a_full_week_passes_a_bound() -> None:
    for seed in range(150):
        chance = random.Random(seed)
        assert_no_plan_passes(full_week(chance), chance)


def assert_no_plan_passes(problem: Problem, chance: random.Random) -> None:
    """Some plans by chance, and the best one: none gets nearer to a bound."""
    frame = Frame(problem, problem.locked)
    own = own_weeks(frame)
    assert own is not None
    hours = -(frame.hours_before + sum(own))
    bounds = [GoalBounds(frame, own), GoalBounds(frame)]
    rules, good = brute.Rules(problem), brute.candidates(problem)
    plans = [some_plan(rules, good, chance) for _ in range(5)]
    with suppress(brute.TooLargeError):
        plans.append(brute.best_plan(problem, most_steps=2_000) or [])
    for plan in plans:
        rank = rules.rank(plan)
        reached: dict[GoalName, int] = dict(zip(problem.goals, rank, strict=True))
        if "hours" in reached:
            reached["hours"] //= problem.slot_minutes
        for number, goal in enumerate(problem.goals):
            before = {name: reached[name] for name in problem.goals[:number]}
            for each in bounds:
                if goal in LATER:
                    assert each.least(goal, before, hours) <= reached[goal]
                if goal == "hours":
                    assert each.least_hours(before) <= reached[goal]


def least(problem: Problem, goal: GoalName, **before: int) -> int:
    """A bound given values before; the hours are in slots."""
    frame = Frame(problem, problem.locked)
    values: dict[GoalName, int] = {}
    for name, value in before.items():
        values["hours" if name == "hours" else "duties"] = -value if name == "hours" else value
    return GoalBounds(frame, own_weeks(frame)).least(goal, values, -10_000)


def test_hours_that_are_lacking_are_spread_evenly() -> None:
    two = tiny(4)
    citizens = tuple(
        replace(each, max_minutes=240, activities=(Enrolment("class", 0, 4),)) for each in two.citizens
    )
    problem = replace(two, citizens=citizens, activities=(replace(CLASS, max_per_day=4),))
    assert least(problem, "fairness", hours=8) == 0
    assert least(problem, "fairness", hours=6) == 2
    assert least(problem, "fairness", hours=5) == 5
    assert least(problem, "fairness") == 0


def test_nobody_lacks_less_than_their_own_week_leaves_them() -> None:
    assert least(tiny(1, people=1), "fairness") == 39**2


def test_a_visit_that_cannot_be_had_is_a_change_and_so_are_hours_beyond_the_reference() -> None:
    at = {start: Session(f"s{start}", "class", "n1", hour(start), hour(start + 1), ("teacher",), ("c1",))
          for start in (0, 5)}  # fmt: skip
    problem = tiny(4, people=1, reference=tuple(at.values()))
    assert least(problem, "changes") == 1
    assert least(problem, "changes", hours=1) == 1
    assert least(problem, "changes", hours=2) == 2
    assert least(problem, "changes", hours=0) == 2


def test_a_gap_between_commitments_stays_where_nothing_can_fill_it() -> None:
    around = (
        Commitment("k1", ("c1",), None, hour(-2), hour(-1), counts=False),
        Commitment("k2", ("c1",), None, hour(2), hour(3), counts=False),
    )
    assert least(tiny(2, people=1, commitments=around), "gaps") == 60
    assert least(tiny(0, people=1, commitments=around), "gaps") == 180


@pytest.mark.parametrize(("hours", "kroner"), [(0, 0), (2, 70), (4, 140)])
def test_so_many_hours_cost_at_least_their_part_of_the_largest_groups(hours: int, kroner: int) -> None:
    dear = replace(CLASS, cost_per_session=50, cost_per_citizen=10)
    assert least(tiny(2, activities=(dear,)), "cost", hours=hours) == kroner


def test_duties_that_are_fulfilled_cost_what_their_sessions_do() -> None:
    dear = replace(CLASS, cost_per_citizen=10, counts=False)
    problem = tiny(2, activities=(dear,), idle_interview="class")
    assert least(problem, "cost", duties=0) == 20
    assert least(problem, "cost", duties=2) == 0


def test_bounds_are_in_the_units_of_a_rank() -> None:
    problem = tiny(2, locked=(Session("l", "class", "n1", hour(0), hour(1), ("teacher",), ("c1",)),))
    frame = Frame(problem, problem.locked)
    nothing_more = dict(zip(("duties", "hours", *LATER), all_ranks(frame, ()), strict=True))
    bounds = GoalBounds(frame, [0] * frame.n)
    for goal in LATER:
        assert bounds.least(goal, {}, 0) <= nothing_more[goal]
