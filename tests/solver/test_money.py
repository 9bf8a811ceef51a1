"""What hours cost at least, and how many a sum of money buys at most: worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from solver.bounds import own_weeks
from solver.frame import Frame
from solver.money import Money
from solver.plan import Session
from solver.problem import Enrolment, Problem, Room
from solver.solve import Options, solve
from tests.bench.instances import realistic
from tests.solver.problems import hour, tiny

CLASS = replace(tiny().activities[0], max_group=4, cost_per_session=60, cost_per_citizen=10)


def money(problem: Problem) -> Money:
    frame = Frame(problem, problem.locked)
    return Money(frame, own_weeks(frame) or [])


def of_class(people: int = 4, **changes: Any) -> Problem:
    """Two hours each of an activity whose groups of four cost 100 kroner an hour."""
    return replace(tiny(2, people=people, activities=(CLASS,)), **changes)


@pytest.mark.parametrize(("kroner", "slots"), [(0, 0), (24, 0), (25, 1), (99, 3), (100, 4), (1000, 8)])
def test_money_buys_no_more_than_full_groups_do(kroner: int, slots: int) -> None:
    assert money(of_class()).most_slots(kroner, None) == slots


@pytest.mark.parametrize(
    ("problem", "kroner"),
    [
        (of_class(people=2), 2 * 60 + 4 * 10),
        (of_class(rooms=(Room("n1", "north", 3),)), 8 * 20 + 8 * 10),
        (of_class(activities=(replace(CLASS, max_group=2),)), 8 * 30 + 8 * 10),
        (of_class(levels=(replace(tiny().levels[0], max_group=1),)), 8 * 60 + 8 * 10),
    ],
    ids=["as many as are enrolled", "the room", "the activity", "the level"],
)
def test_a_part_is_as_dear_as_the_largest_group_makes_it(problem: Problem, kroner: int) -> None:
    slots = 2 * len(problem.citizens)
    assert money(problem).least_cost({"hours": -slots}) == kroner
    assert money(problem).most_slots(kroner, None) == slots
    assert money(problem).most_slots(kroner - 1, None) == slots - 1


def test_the_cheapest_hours_come_first_as_far_as_they_go() -> None:
    talk = replace(CLASS, id="talk", cost_per_session=0, cost_per_citizen=3)
    problem = tiny(4, people=1, activities=(CLASS, talk))
    one = replace(problem.citizens[0], activities=(Enrolment("class", 0, 2), Enrolment("talk", 0, 1)))
    bought = money(replace(problem, citizens=(one,)))
    assert [bought.most_slots(kroner, None) for kroner in (2, 3, 72, 73)] == [0, 1, 1, 2]


def test_money_for_a_duty_that_is_fulfilled_buys_no_hours() -> None:
    talk = replace(CLASS, id="talk", counts=False, cost_per_session=0, cost_per_citizen=70)
    problem = tiny(4, people=1, activities=(CLASS, talk))
    one = replace(problem.citizens[0], activities=(Enrolment("class", 0, 2), Enrolment("talk", 1, 1)))
    bought = money(replace(problem, citizens=(one,)))
    assert bought.most_slots(139, duties=1) == 1
    assert bought.most_slots(139, duties=0) == 0
    assert bought.most_slots(140, duties=0) == 1


def test_what_locked_sessions_cost_is_spent_already() -> None:
    locked = (Session("l", "class", "n1", hour(0), hour(1), ("teacher",), ("c1",)),)
    bought = money(of_class(locked=locked))
    assert bought.most_slots(70, None) == 1
    assert bought.most_slots(95, None) == 2


def test_a_week_that_money_limits_is_told_with_a_bound_that_knows_it() -> None:
    problem = replace(realistic(35, seed=3), budget=20_000)
    hours = {goal.goal: goal for goal in solve(problem, Options(work=2_000, workers=1)).goals}["hours"]
    rich = {goal.goal: goal for goal in solve(realistic(35, seed=3), Options(work=500)).goals}["hours"]
    assert hours.value <= hours.bound < rich.value


def test_no_hour_that_costs_something_is_left_where_cost_comes_first() -> None:
    problem = replace(realistic(35, seed=3), goals=("cost", "hours"))
    plan = solve(problem, Options(work=500, workers=1))
    assert [(goal.value, goal.proven) for goal in plan.goals] == [(0, True), (0, True)]
