"""The goals recomputed, against numbers worked out by hand, and what a plan states falsely about itself."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from solver.check import Report, check
from solver.plan import GoalName, GoalResult, Plan, PlanStatus, Reason, Unmet
from solver.problem import Commitment, Enrolment, Problem
from tests.solver.good_week import (
    PROBLEM,
    Edit,
    Week,
    add,
    at,
    drop,
    edited,
    given,
    lines,
    more,
    move,
    of,
    session,
)


def value(goal: GoalName, *edits: Edit) -> float:
    return dict(edited(*edits).report().goals)[goal]


def test_hours_are_those_of_all_citizens_in_sessions_that_count() -> None:
    # 3 × 2, 2 × 1.5, 2 × 3, 1, 2 × 1, 1, 2 × 2, 1, 1, 1, 2 × 1; interviews and commitments do not add to it.
    assert value("hours") == 28
    assert value("hours", drop("s02")) == 25
    assert value("hours", drop("s10", "s13")) == 28
    assert value("hours", of("activities", "interview", counts=True)) == 29


def test_duties_are_missing_sessions_and_citizens_not_seen() -> None:
    unmet = Week().report().unmet
    assert unmet == (Unmet("c03", "class"), Unmet("c13", "interview"))
    assert value("duties") == 2


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param(
            [drop("s02")],
            ["c03 class", "c03 class", "c04 class", "c04 interview", "c13 interview"],
            id="one entry for each session missing; a commitment that counts is enough hours",
        ),
        pytest.param(
            [of("commitments", "k1", counts=False), drop("s02")],
            ["c03 class", "c03 class", "c03 interview", "c04 class", "c04 interview", "c13 interview"],
            id="a commitment that does not count is none",
        ),
        pytest.param(
            [drop("s13")], ["c03 class", "c13 interview", "c14 interview"], id="without the interview"
        ),
        pytest.param(
            [given(idle_interview="talk")],
            ["c03 class", "c13 interview", "c14 interview"],
            id="another activity is the interview",
        ),
        pytest.param(
            [given(idle_interview=None)],
            ["c03 class", "c13 interview", "c14 interview"],
            id="no activity is the interview",
        ),
        pytest.param(
            [of("citizens", "c14", activities=(Enrolment("interview", 3, 3),))],
            ["c03 class", "c13 interview", "c14 interview", "c14 interview"],
            id="interviews that should be more",
        ),
        pytest.param(
            [of("citizens", "c01", activities=(Enrolment("class", 0, 9), Enrolment("craft", 0, 9)))],
            ["c03 class", "c13 interview"],
            id="more sessions than needed make up for nobody",
        ),
    ],
)
def test_each_unmet_duty(edits: list[Edit], expected: list[str]) -> None:
    report = edited(*edits).report()
    assert sorted(f"{each.citizen} {each.duty}" for each in report.unmet) == expected
    assert dict(report.goals)["duties"] == len(expected)


def one_citizen(citizen: str, **fields: Any) -> Week:
    """The good week with this citizen alone, without the rest."""
    kept = tuple(replace(each, **fields) for each in PROBLEM.citizens if each.id == citizen)
    sessions = tuple(
        replace(each, citizens=(citizen,)) for each in Week().sessions if citizen in each.citizens
    )
    commitments = tuple(each for each in PROBLEM.commitments if citizen in each.citizens)
    problem = replace(
        PROBLEM,
        citizens=kept,
        commitments=commitments,
        separations=(),
        locked=(),
        reference=None,
        budget=None,
    )
    return Week(problem, sessions)


@pytest.mark.parametrize(
    ("week", "expected"),
    [
        pytest.param(one_citizen("c01", max_minutes=420), 2**2, id="two slots short"),
        pytest.param(one_citizen("c01"), 0, id="nothing short"),
        pytest.param(one_citizen("c12"), 0, id="nobody below 0"),
        pytest.param(one_citizen("c10", max_minutes=480), 6**2, id="commitments counted"),
        pytest.param(one_citizen("c07", max_minutes=330), 3**2, id="a commitment that does not count"),
        pytest.param(one_citizen("c14", max_minutes=90), 3**2, id="a session that does not count"),
    ],
)
def test_fairness_is_in_squared_slots(week: Week, expected: float) -> None:
    assert dict(week.report().goals)["fairness"] == expected


def test_fairness_sums_over_citizens() -> None:
    alone = [dict(one_citizen(each.id).report().goals)["fairness"] for each in PROBLEM.citizens]
    assert value("fairness") == sum(alone)


def test_changes_are_attendances_in_one_of_plan_and_reference_only() -> None:
    # The reference holds s01 and s02 (in another room of the same site) and s03 half an hour earlier.
    kept = {"s01": 3, "s02": 2}
    planned = sum(len(each.citizens) for each in Week().sessions)
    assert value("changes") == planned - sum(kept.values()) + 2
    assert value("changes", given(reference=None)) == 0
    assert value("changes", given(reference=())) == planned
    assert value("changes", given(reference=Week().sessions)) == 0
    assert value("changes", given(reference=Week().sessions), move("s08", room="s1")) == 2
    assert value("changes", given(reference=Week().sessions), move("s06", staff="mentor1 guard1")) == 0


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param([], 420, id="c01 Mon 3.5 h, c02 Tue 3 h, c11 Tue 0.5 h"),
        pytest.param(
            [of("commitments", "k2", start=at("Wed 09:00"), end=at("Wed 10:00"))],
            480,
            id="after a commitment that neither counts nor has a site",
        ),
        pytest.param(
            [
                more(
                    "commitments",
                    Commitment("k5", ("c03",), None, at("Tue 10:00"), at("Tue 11:30"), True),
                    Commitment("k6", ("c03",), None, at("Tue 13:00"), at("Tue 14:00"), False),
                )
            ],
            480,
            id="commitments at the same time are spent once",
        ),
        pytest.param([drop("s05")], 240, id="nothing before the first start"),
    ],
)
def test_gaps_are_the_minutes_between_a_days_stays(edits: list[Edit], expected: float) -> None:
    assert value("gaps", *edits) == expected


def test_cost_is_of_sessions_and_of_everyone_in_them() -> None:
    # Classes 4 × 1000 + 9 × 50, craft 4 × 500 + 6 × 20, talks 3 × 800; interviews are free.
    assert value("cost") == 4450 + 2120 + 2400
    assert value("cost", drop("s01")) == 4450 + 2120 + 2400 - 1150


def test_the_goals_are_recomputed_in_the_formats_order() -> None:
    goals = edited(given(goals=("hours",))).report().goals
    assert [goal for goal, _ in goals] == ["duties", "hours", "fairness", "changes", "gaps", "cost"]


TWO_GOALS = edited(given(goals=("duties", "hours")))
DUTIES = GoalResult("duties", 2, 2, proven=True)
HOURS = GoalResult("hours", 28, 28, proven=True)


def stating(problem: Problem = TWO_GOALS.problem, **fields: Any) -> Report:
    report = check(problem, replace(TWO_GOALS.plan(), **fields))
    assert not report.violations
    return report


def test_a_plan_that_tells_the_truth_is_clean() -> None:
    assert stating(goals=(DUTIES, HOURS)).clean


UNPROVEN = replace(HOURS, bound=29.5, proven=False)


@pytest.mark.parametrize(
    ("status", "goals", "wrong"),
    [
        pytest.param("feasible", (DUTIES, UNPROVEN), [], id="feasible, a bound not met"),
        pytest.param(
            "feasible", (replace(DUTIES, bound=0, proven=False), HOURS), [], id="duties above their bound"
        ),
        pytest.param("optimal", (DUTIES, UNPROVEN), ["status"], id="optimal, but not all proven"),
        pytest.param("feasible", (DUTIES, HOURS), ["status"], id="feasible, but all proven"),
        pytest.param(
            "optimal", (DUTIES, replace(HOURS, value=28.5, bound=28.5)), ["goal"], id="hours too many"
        ),
        pytest.param(
            "optimal", (DUTIES, replace(HOURS, value=27.5, bound=27.5)), ["goal"], id="hours too few"
        ),
        pytest.param("optimal", (replace(DUTIES, value=1, bound=1), HOURS), ["goal"], id="duties too few"),
        pytest.param(
            "feasible", (DUTIES, replace(UNPROVEN, bound=27.5)), ["goal"], id="hours past their bound"
        ),
        pytest.param(
            "feasible", (replace(DUTIES, bound=3, proven=False), HOURS), ["goal"], id="duties past theirs"
        ),
        pytest.param(
            "optimal", (DUTIES, replace(UNPROVEN, proven=True)), ["goal"], id="proven, bound not met"
        ),
        pytest.param(
            "feasible", (DUTIES, replace(HOURS, proven=False)), ["goal"], id="not proven, bound met"
        ),
        pytest.param("optimal", (HOURS, DUTIES), ["goal"], id="another order"),
        pytest.param("optimal", (DUTIES,), ["goal"], id="one left out"),
        pytest.param("optimal", (DUTIES, HOURS, HOURS), ["goal"], id="one twice"),
        pytest.param(
            "optimal", (DUTIES, HOURS, GoalResult("cost", 8970, 8970, True)), ["goal"], id="one too many"
        ),
        pytest.param(
            "feasible",
            (DUTIES, replace(HOURS, value=math.nan, proven=False)),
            ["goal", "goal"],
            id="a value that is no number",
        ),
        pytest.param(
            "feasible",
            (DUTIES, replace(HOURS, bound=math.nan, proven=False)),
            ["goal"],
            id="a bound that is no number",
        ),
        pytest.param(
            "feasible", (DUTIES, replace(HOURS, bound=math.inf, proven=False)), [], id="no bound yet"
        ),
    ],
)
def test_what_a_plan_states_of_its_goals(
    status: PlanStatus, goals: tuple[GoalResult, ...], wrong: list[str]
) -> None:
    report = stating(status=status, goals=goals)
    assert lines(report.wrong) == wrong
    assert report.clean == (not wrong)


C03, C13 = Unmet("c03", "class"), Unmet("c13", "interview")


@pytest.mark.parametrize(
    ("unmet", "wrong"),
    [
        pytest.param((C13, C03), [], id="in another order"),
        pytest.param((C03,), ["unmet c13"], id="one left out"),
        pytest.param((C03, C03, C13), ["unmet c03"], id="one too many"),
        pytest.param((C03, C13, Unmet("c01", "class")), ["unmet c01"], id="one that is met"),
        pytest.param((), ["unmet c03", "unmet c13"], id="none"),
    ],
)
def test_what_a_plan_states_of_its_unmet_duties(unmet: tuple[Unmet, ...], wrong: list[str]) -> None:
    assert lines(stating(unmet=unmet).wrong) == wrong


WHY = (Reason("R3", ("s01", "s02"), "Two locked sessions overlap."),)


@pytest.mark.parametrize(
    ("plan", "wrong"),
    [
        pytest.param(Plan(PROBLEM.week, "infeasible", reasons=WHY), [], id="infeasible, with reasons"),
        pytest.param(Plan(PROBLEM.week, "unknown"), [], id="unknown"),
        pytest.param(Plan(PROBLEM.week, "infeasible"), ["status"], id="infeasible without a reason"),
        pytest.param(Plan(PROBLEM.week, "unknown", reasons=WHY), ["status"], id="unknown with a reason"),
        pytest.param(
            Plan(PROBLEM.week, "unknown", goals=(DUTIES, HOURS)), ["status"], id="unknown with goals"
        ),
        pytest.param(
            Plan(PROBLEM.week, "infeasible", unmet=(C03,), reasons=WHY),
            ["status"],
            id="infeasible with duties",
        ),
        pytest.param(Plan("2026-W49", "unknown"), ["week"], id="another week"),
    ],
)
def test_a_plan_that_says_there_is_none(plan: Plan, wrong: list[str]) -> None:
    held = PROBLEM.locked[0]
    impossible = replace(TWO_GOALS.problem, locked=(held, replace(held, id="twin")))
    report = check(impossible, plan)
    assert not report.violations
    assert lines(report.wrong) == wrong


def test_sessions_of_a_plan_that_says_there_is_none_are_checked_all_the_same() -> None:
    broken = edited(drop("s11"), move("s13", citizens="c14 c14"))
    plan = replace(broken.plan(), status="unknown", goals=(), unmet=())
    report = check(broken.problem, plan)
    assert lines(report.violations) == ["R1 s13 c14", "R14 s11"]
    assert [each.rule for each in report.wrong] == ["status"]


def test_reasons_for_a_plan_that_there_is() -> None:
    assert lines(stating(reasons=WHY).wrong) == ["status"]


def test_a_plan_without_sessions_is_a_plan() -> None:
    week = edited(given(locked=()), drop(*(each.id for each in Week().sessions)))
    report = week.report()
    assert report.clean
    assert dict(report.goals)["hours"] == 0
    assert dict(report.goals)["cost"] == 0


def test_a_problem_without_goals_is_solved_by_any_plan() -> None:
    assert edited(given(goals=())).report().clean


def test_more_sessions_than_one_are_told_apart_by_their_ids() -> None:
    extra = add(session("s14", "interview", "n1", "Fri 09:00-09:30", "mentor1", "c13"))
    enrolled = of("citizens", "c13", activities=(Enrolment("interview", 0, 1),))
    assert value("duties", extra, enrolled) == 1
