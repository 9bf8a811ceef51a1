"""What is written is read back as it was, and a text has one form only."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from solver.exchange import (
    minute_of,
    minute_text,
    plan_from_json,
    plan_to_json,
    problem_from_json,
    problem_to_json,
    read_plan,
    read_problem,
    write_plan,
    write_problem,
)
from solver.plan import GoalResult, Plan
from solver.problem import DAY_MINUTES, WEEK_MINUTES, Interval, Problem
from tests.solver.exchange_cases import plan_json, plans, problem_json, problems


@given(problems())
def test_a_problem_is_read_as_it_was_written(problem: Problem) -> None:
    text = write_problem(problem)
    assert read_problem(text) == problem
    assert read_problem(text.encode()) == problem
    assert problem_from_json(problem_to_json(problem)) == problem


@given(plans())
def test_a_plan_is_read_as_it_was_written(plan: Plan) -> None:
    text = write_plan(plan)
    assert read_plan(text) == plan
    assert read_plan(text.encode()) == plan
    assert plan_from_json(plan_to_json(plan)) == plan


@given(problems())
def test_a_problems_text_has_one_form(problem: Problem) -> None:
    text = write_problem(problem)
    assert write_problem(read_problem(text)) == text
    shuffled = json.dumps(dict(sorted(json.loads(text).items())))
    assert write_problem(read_problem(shuffled)) == text


@given(plans())
def test_a_plans_text_has_one_form(plan: Plan) -> None:
    text = write_plan(plan)
    assert write_plan(read_plan(text)) == text
    shuffled = json.dumps(dict(sorted(json.loads(text).items())))
    assert write_plan(read_plan(shuffled)) == text


def test_the_example_survives_unchanged() -> None:
    assert json.loads(write_problem(problem_from_json(problem_json()))) == problem_json()
    assert json.loads(write_plan(plan_from_json(plan_json()))) == plan_json()


def test_what_the_file_says_is_what_the_problem_holds() -> None:
    problem = problem_from_json(problem_json())
    assert problem.week == "2026-W48"
    assert problem.open_hours[1] == Interval(DAY_MINUTES + 8 * 60, DAY_MINUTES + 16 * 60)
    assert problem.sites[0].open_hours is None
    assert problem.sites[1].open_hours == (Interval(WEEK_MINUTES - 240, WEEK_MINUTES),)
    assert (problem.travel[0].from_site, problem.travel[0].to_site) == ("s1", "s2")
    assert problem.rooms[1].features == {"alarm", "two_exits"}
    assert problem.staff[1].max_minutes == 450
    assert problem.citizens[0].max_minutes == 25 * 60
    assert problem.citizens[0].max_daily_minutes == 390
    assert problem.groups == ("g1", "g2")
    assert problem.activities[0].rooms == frozenset({"r1", "r2"})
    assert problem.commitments[1].end == 5 * DAY_MINUTES
    assert problem.reference is not None
    assert problem.reference[0].citizens == ("c1", "c2")


def test_absent_is_told_from_empty() -> None:
    value = problem_json() | {"reference": [], "budget": 0, "locked": []}
    value["sites"][1]["open_hours"] = []
    value["activities"][0]["rooms"] = []
    problem = problem_from_json(value)
    assert problem.reference == ()
    assert problem.budget == 0
    assert problem.sites[1].open_hours == ()
    assert problem.activities[0].rooms == frozenset()
    assert json.loads(write_problem(problem)) == value

    value |= {"reference": None, "budget": None, "idle_interview": None}
    value["activities"][0]["rooms"] = None
    value["commitments"][0]["site"] = None
    problem = problem_from_json(value)
    assert (problem.reference, problem.budget, problem.idle_interview) == (None, None, None)
    assert problem.activities[0].rooms is None
    assert problem.commitments[0].site is None
    assert json.loads(write_problem(problem)) == value


def test_hours_may_be_written_with_a_decimal_point() -> None:
    value = problem_json()
    value["citizens"][0]["max_hours"] = 25.0
    assert problem_from_json(value).citizens[0].max_minutes == 25 * 60


def test_text_is_made_for_people() -> None:
    text = write_plan(plan_from_json(plan_json()))
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert '"value": 1,' in text
    assert '"value": 2.5,' in text
    assert max(map(len, text.splitlines())) <= 120
    changed = plan_json()
    changed["sessions"][0]["room"] = "r9"
    other = write_plan(plan_from_json(changed))
    differing = [(a, b) for a, b in zip(text.splitlines(), other.splitlines(), strict=True) if a != b]
    assert [pair[0].strip() for pair in differing] == ['"room": "r1",']


def test_letters_beyond_ascii_are_written_as_themselves() -> None:
    value = plan_json()
    value["reasons"][0]["text"] = "Lokalet er låst"
    text = write_plan(plan_from_json(value))
    assert "Lokalet er låst" in text
    assert read_plan(text.encode()).reasons[0].text == "Lokalet er låst"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_a_value_that_json_has_no_number_for_is_not_written(value: float) -> None:
    plan = Plan("2026-W48", "feasible", (GoalResult("hours", value, 0, proven=False),))
    with pytest.raises(ValueError, match="finite"):
        plan_to_json(plan)


@pytest.mark.parametrize(
    ("week", "minute", "text"),
    [
        ("2026-W48", 0, "2026-11-23T00:00"),
        ("2026-W48", 480, "2026-11-23T08:00"),
        ("2026-W48", WEEK_MINUTES, "2026-11-30T00:00"),
        ("2026-W01", 0, "2025-12-29T00:00"),
        ("2020-W53", WEEK_MINUTES, "2021-01-04T00:00"),
        ("0001-W01", 15, "0001-01-01T00:15"),
        # The clocks change on Sunday 29 March 2026; wall-clock minutes do not.
        ("2026-W13", 6 * DAY_MINUTES + 240, "2026-03-29T04:00"),
    ],
)
def test_minutes_and_times_tell_each_other(week: str, minute: int, text: str) -> None:
    assert minute_text(week, minute) == text
    assert minute_of(week, text) == minute


@pytest.mark.parametrize("minute", [-1, WEEK_MINUTES + 1])
def test_a_week_has_no_other_minutes(minute: int) -> None:
    with pytest.raises(ValueError, match="0 to 10080"):
        minute_text("2026-W48", minute)


@pytest.mark.parametrize("text", ["2026-11-22T23:59", "2026-11-30T00:01"])
def test_a_time_of_another_week_has_no_minute(text: str) -> None:
    with pytest.raises(ValueError, match="outside the week"):
        minute_of("2026-W48", text)
