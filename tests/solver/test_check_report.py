"""What a report reads like, and that any plan, however broken, gets one."""

from __future__ import annotations

import random
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.check import RULE_NAMES, Violation, check, clock
from solver.plan import GOAL_NAMES, GoalResult, Plan, Reason, Session, Unmet
from tests.solver.good_week import PROBLEM, SESSIONS, Edit, Week, at, drop, edited, move, of


@pytest.mark.parametrize(
    ("edit", "rule", "text"),
    [
        pytest.param(
            of("rooms", "n1", capacity=2),
            "R2 room",
            "Session s01 (Mon 08:00–10:00) has 3 citizens in room n1, which holds 2.",
            id="R2",
        ),
        pytest.param(
            move("s12", when="Tue 10:00-11:00"),
            "R4 staff free",
            "Staff member teach2 has 0 minutes from session s05 (Tue 09:00–10:00) to session s12 "
            "(Tue 10:00–11:00), and needs 30.",
            id="R4",
        ),
        pytest.param(
            of("commitments", "k1", end=at("Tue 12:30")),
            "R11 apart on site",
            "c03 in commitment k1 (Tue 09:00–12:30) and c02 in session s07 (Tue 13:00–15:00) "
            "are on site south without 60 minutes between them.",
            id="R11",
        ),
        pytest.param(
            of("citizens", "c01", max_daily_minutes=270),
            "R7 hours",
            "Citizen c01 has 5 h on Mon, more than 4.5 h.",
            id="R7",
        ),
        pytest.param(
            drop("s11"),
            "R14 locked",
            "The locked session s11 (Tue 11:30) is not in the plan as it stands.",
            id="R14",
        ),
    ],
)
def test_a_violation_is_one_line_with_rule_ids_and_times(edit: Edit, rule: str, text: str) -> None:
    (violation,) = edited(edit).report().violations
    assert str(violation) == f"{rule}: {text}"


def test_times_are_told_by_day_and_clock() -> None:
    assert clock(at("Mon 00:00")) == "Mon 00:00"
    assert clock(at("Sun 23:45")) == "Sun 23:45"
    assert clock(at("Sun 24:00")) == "day 8 00:00"
    until_midnight = edited(move("s13", when="Thu 23:30-24:00")).report().violations
    assert until_midnight[0].text == "Session s13 (Thu 23:30–24:00) is outside the open hours of site north."
    over_midnight = edited(move("s13", start=at("Thu 23:30"), end=at("Fri 00:30"))).report().violations
    assert over_midnight[0].text == "Session s13 (Thu 23:30–Fri 00:30) is not a time on one day of the week."


def test_rules_have_the_formats_names() -> None:
    assert list(RULE_NAMES) == [f"R{number}" for number in range(1, 16)]
    assert RULE_NAMES["R11"] == "apart on site"
    assert str(Violation("goal", (), "The plan states it.")) == "goal: The plan states it."


def test_violations_come_in_the_order_of_the_rules() -> None:
    report = edited(drop("s11"), of("rooms", "n1", capacity=2), move("s13", citizens="c14 c14")).report()
    assert [violation.rule for violation in report.violations] == ["R1", "R2", "R14"]


def test_the_order_of_a_plans_sessions_does_not_matter() -> None:
    week = edited(
        of("separations", ("red", "blue"), gap_minutes=90),
        move("s06", when="Tue 09:00-10:00"),
        of("levels", 3, alone_on_site=True),
    )
    expected = {(each.rule, each.ids) for each in week.report().violations}
    assert {rule for rule, _ in expected} == {"R11", "R12"}
    for seed in range(5):
        shuffled = list(week.sessions)
        random.Random(seed).shuffle(shuffled)
        found = replace(week, sessions=tuple(shuffled)).report().violations
        assert {(each.rule, each.ids) for each in found} == expected


IDS = [
    *(citizen.id for citizen in PROBLEM.citizens),
    *(member.id for member in PROBLEM.staff),
    *(room.id for room in PROBLEM.rooms),
    *(activity.id for activity in PROBLEM.activities),
    *PROBLEM.groups,
]
WORDS = st.sampled_from(["", "x", *IDS])
TIMES = st.one_of(st.integers(), st.integers(0, 7 * 48).map(lambda slot: slot * 30))
NUMBERS = st.one_of(st.integers(), st.floats())
GARBAGE = st.builds(
    Session,
    id=st.sampled_from(["", "s01", "s02", "s11"]),
    activity=WORDS,
    room=WORDS,
    start=TIMES,
    end=TIMES,
    staff=st.lists(WORDS, max_size=4).map(tuple),
    citizens=st.lists(WORDS, max_size=6).map(tuple),
)
GOALS = st.builds(GoalResult, st.sampled_from(GOAL_NAMES), NUMBERS, NUMBERS, st.booleans())
REASONS = st.builds(Reason, WORDS, st.lists(WORDS).map(tuple), WORDS)
PLANS = st.builds(
    Plan,
    week=st.sampled_from([PROBLEM.week, "", "2020-W01"]),
    status=st.sampled_from(["optimal", "feasible", "infeasible", "unknown"]),
    goals=st.lists(GOALS).map(tuple),
    sessions=st.lists(st.one_of(GARBAGE, st.sampled_from(SESSIONS)), max_size=12).map(tuple),
    unmet=st.lists(st.builds(Unmet, WORDS, WORDS), max_size=4).map(tuple),
    reasons=st.lists(REASONS, max_size=2).map(tuple),
)


@given(plan=PLANS)
@settings(max_examples=200, derandomize=True)
def test_any_plan_gets_a_report(plan: Plan) -> None:
    report = check(PROBLEM, plan)
    assert [goal for goal, _ in report.goals] == list(GOAL_NAMES)
    for violation in (*report.violations, *report.wrong):
        assert "\n" not in violation.text
        assert violation.text.endswith(".")


@given(
    broken=GARBAGE,
    position=st.integers(0, len(SESSIONS) - 1),
    kept=st.sets(st.sampled_from([field.name for field in fields(Session)])),
)
@settings(max_examples=150, derandomize=True)
def test_a_good_week_with_one_session_half_overwritten_gets_a_report(
    broken: Session, position: int, kept: set[str]
) -> None:
    good = SESSIONS[position]
    half = replace(broken, **{name: getattr(good, name) for name in kept})
    sessions = (*SESSIONS[:position], half, *SESSIONS[position + 1 :])
    report = Week(PROBLEM, sessions).report()
    assert not report.wrong
