"""Weeks at the edge of what the format can say: each gets its best plan, proven, in its time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from solver.bounds import own_weeks
from solver.check import check
from solver.frame import Frame
from solver.limits import Limits
from solver.plan import Plan, Reason, Session
from solver.problem import (
    DAY_MINUTES,
    Activity,
    Citizen,
    Commitment,
    Enrolment,
    Interval,
    Level,
    Problem,
    Room,
    Site,
    StaffMember,
)
from solver.solve import Options, solve

CLASS = Activity("class", True, (60, 120), 0, 4, 1, "teach", max_per_day=4)
CALM, ALONE = Level(1, 4, 1, 0), Level(2, 4, 1, 0, alone_on_site=True)


def week(*opened: Interval, people: int = 1, level: int = 1) -> Problem:
    """A room, a teacher, and people who may have as many hours as there are."""
    citizens = tuple(
        Citizen(f"c{i}", level, (), opened, 6000, 1440, (Enrolment("class", 0, 28),)) for i in range(people)
    )
    teacher = StaffMember("t", frozenset({"teach"}), opened, 6000)
    return Problem(
        "2026-W48",
        60,
        opened,
        (Site("north"),),
        (Room("r", "north", 4),),
        (teacher,),
        (CALM, ALONE),
        (CLASS,),
        citizens,
    )


def at(day: int, hour: int) -> int:
    return day * DAY_MINUTES + hour * 60


def hours(plan: Plan) -> float:
    return next(goal.value for goal in plan.goals if goal.goal == "hours")


@pytest.mark.parametrize(
    ("opened", "best"),
    [
        ((Interval(at(6, 20), at(7, 0)),), 4.0),
        ((Interval(at(0, 23), at(1, 0)), Interval(at(1, 0), at(1, 1))), 2.0),
        (tuple(Interval(at(d, 0), at(d + 1, 0)) for d in range(7)), 56.0),
    ],
    ids=["the week's last hours", "both sides of midnight", "day and night"],
)
def test_a_week_that_is_open_at_midnight_is_planned_to_the_best(
    opened: tuple[Interval, ...], best: float
) -> None:
    problem = week(*opened)
    plan = solve(problem, Options(5, 1))
    assert check(problem, plan).clean
    assert (plan.status, hours(plan)) == ("optimal", best)


def test_a_stay_of_nobody_keeps_nobody_away() -> None:
    problem = week(Interval(at(0, 8), at(0, 10)), level=2)
    empty = Commitment("k", (), "north", at(0, 8), at(0, 10), counts=True)
    plan = solve(replace(problem, commitments=(empty,)), Options(5, 1))
    assert (plan.status, hours(plan)) == ("optimal", 2.0)
    locked = Session("l", "class", "r", at(0, 8), at(0, 9), ("t",), ())
    plan = solve(replace(problem, locked=(locked,)), Options(5, 1))
    assert (plan.status, hours(plan)) == ("optimal", 1.0)


def test_a_level_that_no_group_is_small_enough_for_gets_an_empty_week() -> None:
    problem = week(Interval(at(0, 8), at(0, 10)), level=2)
    nobody = replace(problem, levels=(CALM, replace(ALONE, max_group=0)))
    plan = solve(nobody, Options(5, 1))
    assert check(nobody, plan).clean
    assert plan.sessions == ()


def test_goals_that_ask_for_no_sessions_get_none() -> None:
    problem = replace(week(Interval(at(0, 8), at(0, 10))), goals=("cost",))
    plan = solve(problem, Options(5, 1))
    assert (plan.status, plan.sessions) == ("optimal", ())


def test_a_bound_with_very_many_ways_through_the_week_can_be_stopped_at_any_moment() -> None:
    opened = tuple(Interval(at(d, 0), at(d, 21)) for d in range(7))
    activities = tuple(
        Activity(f"a{k}", True, (15, 30, 45), 1, 4, 1, "teach", max_per_day=4) for k in range(5)
    )
    everything = tuple(Enrolment(activity.id, 0, 7) for activity in activities)
    problem = week(*opened)
    citizen = replace(problem.citizens[0], max_minutes=4995, activities=everything)
    problem = replace(problem, slot_minutes=15, activities=activities, citizens=(citizen,))
    limits = Limits(1000)
    asked = 0

    def keep_going() -> bool:
        nonlocal asked
        asked += 1
        return asked < 50

    assert own_weeks(Frame(problem), keep_going) is None
    assert asked == 50
    own = own_weeks(Frame(problem), limits.go_on)
    assert own is not None
    assert 0 < own[0] <= 4995 // 15


def test_an_invented_infeasibility_is_not_clean() -> None:
    problem = week(Interval(at(0, 8), at(0, 10)))
    claim = Plan(problem.week, "infeasible", reasons=(Reason("R3", ("x",), "made up"),))
    assert [found.rule for found in check(problem, claim).wrong] == ["status"]
