"""All six goals one after another: each better plan is strictly better, each goal has its turn."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from solver import solve as solve_module
from solver.check import check
from solver.frame import Frame
from solver.plan import GOAL_NAMES, GoalName, Plan
from solver.problem import Problem
from solver.search import Search
from solver.solve import Observer, Options, Progress, solve
from solver.standing import Standing
from solver.week import Week
from tests.bench.instances import realistic
from tests.solver.problems import tiny


def of_six_goals(people: int) -> Problem:
    """All six, and a reference that is another plan of the same week."""
    problem = realistic(people, seed=3)
    other = Search(Frame(problem), seed=5).start()
    return replace(problem, reference=other.sessions, goals=GOAL_NAMES)


LARGE = of_six_goals(35)


def rank(plan: Plan) -> tuple[int, ...]:
    """As ``Week.rank``: smaller is better in each goal."""
    return tuple(
        -round(each.value * 60 / LARGE.slot_minutes) if each.goal == "hours" else round(each.value)
        for each in plan.goals
    )


def test_each_streamed_plan_is_clean_and_strictly_better_and_every_goal_has_its_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plans: list[Plan] = []
    # Read where it is decided: a short turn may pass between two words on progress.
    turns: list[GoalName] = []
    monkeypatch.setattr(solve_module._Run, "_turn", lambda _, goal: turns.append(goal))
    last = solve(LARGE, Options(seconds=5, workers=2), Observer(plan=plans.append))
    assert all(check(LARGE, plan).clean for plan in (*plans, last))
    ranks = [rank(plan) for plan in plans]
    assert all(later < earlier for earlier, later in pairwise(ranks))
    assert rank(last) <= ranks[-1]
    firsts = [turns.index(goal) for goal in GOAL_NAMES if goal in turns]
    assert firsts == sorted(firsts)
    assert {each.goal for each in last.goals[2:] if not each.proven} <= set(turns)
    assert {"fairness", "changes", "cost"} <= set(turns)


def test_progress_tells_every_goal_with_a_bound_that_no_streamed_plan_passes() -> None:
    words: list[Progress] = []
    plans: list[Plan] = []
    solve(LARGE, Options(seconds=3, workers=1), Observer(words.append, plans.append))
    for word in words:
        assert [each.goal for each in word.goals] == list(GOAL_NAMES)
        for each in word.goals:
            beyond = each.bound - each.value if each.goal == "hours" else each.value - each.bound
            assert beyond >= 0
            assert each.proven == (beyond == 0)
    most_hours = min(goal.bound for word in words for goal in word.goals if goal.goal == "hours")
    assert all(goal.value <= most_hours for plan in plans for goal in plan.goals if goal.goal == "hours")


def test_a_small_week_is_proven_in_all_six_goals() -> None:
    dear = replace(tiny().activities[0], cost_per_session=100, cost_per_citizen=10)
    problem = tiny(3, people=3, goals=GOAL_NAMES, activities=(dear,))
    plan = solve(problem, Options(seconds=20, workers=1))
    assert plan.status == "optimal"
    # Two of three hours each: all together, and one after the other.
    assert [each.value for each in plan.goals] == [0, 6, 3 * 38**2, 0, 0, 260]


def test_a_week_that_is_to_stay_as_it_was_changes_for_whoever_is_ill_alone() -> None:
    before = LARGE.reference or ()
    ill = before[0].citizens[0]
    citizens = tuple(replace(c, available=()) if c.id == ill else c for c in LARGE.citizens)
    problem = replace(LARGE, citizens=citizens, goals=("changes", "duties", "hours"))
    plan = solve(problem, Options(work=2_000, workers=1))
    changes = plan.goals[0]
    assert changes.value == sum(ill in session.citizens for session in before)
    assert changes.proven


def week(*values: int) -> Week:
    return Week(values, ())


def standing() -> Standing:
    return Standing(Frame(tiny(goals=("hours", "cost"))), week(-3, 40))


def test_the_best_week_is_only_replaced_by_a_strictly_better_one() -> None:
    stands = standing()
    first = stands.best
    for worse in (week(-2, 10), week(-3, 41), week(-3, 40)):
        stands.found(worse)
        assert stands.best is first
    stands.found(week(-3, 39))
    assert stands.best.rank == (-3, 39)


def test_what_is_shown_of_a_later_goal_holds_for_the_values_before_it_alone() -> None:
    stands = standing()
    stands.shown((-3, 40))
    stands.bound("hours", -4)
    assert stands.bounds((-3, 40)) == [-4, 40]
    assert stands.open() == [0]
    stands.found(week(-4, 60))
    assert stands.bounds(stands.best.rank) == [-4, 0]
    assert stands.open() == [1]
    assert stands.settled(first=1)
    assert not stands.settled()
