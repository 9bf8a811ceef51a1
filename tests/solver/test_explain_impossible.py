"""Impossible input is told with the smallest set of causes, and the causes are real."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings

from solver.bounds import hopeless_duties
from solver.check import check
from solver.contradictions import Contradiction, contradictions, reasons
from solver.explain.impossible import hopeless
from solver.frame import Frame
from solver.plan import Plan, Session
from solver.problem import Commitment, Enrolment, Interval, Problem, Room, Separation
from tests.solver.problems import hour, small_problems, tiny

BASE = tiny(4)
CLASS, TEACHER, (C1, C2) = BASE.activities[0], BASE.staff[0], BASE.citizens


def lesson(number: int, citizens: str = "c1", staff: str = "teacher", room: str = "n1") -> Session:
    people = tuple(citizens.split())
    return Session(f"s{number}", "class", room, hour(number), hour(number + 1), (staff,), people)


def breaks(problem: Problem, sessions: Sequence[str], commitments: Sequence[str]) -> bool:
    """Whether these locked sessions and commitments alone break a rule."""
    locked = tuple(each for each in problem.locked if each.id in sessions)
    kept = tuple(each for each in problem.commitments if each.id in commitments)
    part = replace(problem, locked=locked, commitments=kept)
    return bool(check(part, Plan(part.week, "feasible", sessions=locked)).violations)


def assert_minimal(problem: Problem, found: Contradiction) -> None:
    every = [("s", name) for name in found.sessions] + [("k", name) for name in found.commitments]

    def broken(some: Sequence[tuple[str, str]]) -> bool:
        return breaks(problem, [n for k, n in some if k == "s"], [n for k, n in some if k == "k"])

    assert broken(every)
    assert not any(broken(some) for some in combinations(every, len(every) - 1))


def test_locked_sessions_that_can_be_kept_contradict_nothing() -> None:
    problem = tiny(4, locked=(lesson(0), lesson(1)))
    assert contradictions(problem) == ()
    assert reasons(problem) == ()


def test_one_locked_session_that_breaks_a_rule_by_itself() -> None:
    problem = tiny(4, locked=(lesson(0), lesson(5)))
    (found,) = contradictions(problem)
    assert (found.sessions, found.commitments, found.smallest) == (("s5",), (), True)
    assert {"R1", "R4", "R6"} == {reason.rule for reason in reasons(problem)}
    assert_minimal(problem, found)


def test_a_locked_session_and_a_commitment() -> None:
    rival = Commitment("k1", ("c2",), "north", hour(1), hour(2), counts=False)
    elsewhere = Commitment("k2", ("c2",), None, hour(2), hour(3), counts=False)
    problem = tiny(
        4,
        locked=(lesson(0), lesson(3)),
        commitments=(rival, elsewhere),
        separations=(Separation(("c1", "c2"), "site", 60),),
    )
    (found,) = contradictions(problem)
    assert (found.sessions, found.commitments, found.smallest) == (("s0",), ("k1",), True)
    assert [violation.rule for violation in found.broken] == ["R11"]
    assert_minimal(problem, found)


def test_three_sessions_of_which_any_two_can_be_kept() -> None:
    problem = tiny(4, locked=tuple(lesson(n) for n in range(3)))
    (found,) = contradictions(problem)
    assert (found.sessions, found.smallest) == (("s0", "s1", "s2"), True)
    assert [violation.rule for violation in found.broken] == ["R8", "R8"]
    assert_minimal(problem, found)


def test_more_than_three_are_cut_down_until_none_can_be_left_out() -> None:
    most = replace(TEACHER, max_minutes=240)
    problem = tiny(
        6,
        staff=(replace(most, available=(Interval(hour(0), hour(6)),)),),
        locked=tuple(lesson(n, "c1" if n % 2 else "c2") for n in range(6)),
        activities=(replace(CLASS, max_per_day=9),),
        citizens=tuple(
            replace(each, activities=(Enrolment("class", 0, 9),), available=(Interval(hour(0), hour(6)),))
            for each in (C1, C2)
        ),
    )
    (found,) = contradictions(problem)
    assert len(found.sessions) == 5
    assert_minimal(problem, found)


def test_the_smallest_of_several_comes_first() -> None:
    problem = tiny(
        4, locked=(*(lesson(n) for n in range(3)), replace(lesson(3, "c2"), room="n1", end=hour(5)))
    )
    found = contradictions(problem)
    assert [each.size for each in found] == [1, 3]
    assert [each.smallest for each in found] == [True, False]
    for each in found:
        assert_minimal(problem, each)


@settings(max_examples=120, derandomize=True, deadline=None)
@given(small_problems())
def test_a_set_is_told_just_where_the_locked_sessions_break_a_rule(problem: Problem) -> None:
    found = contradictions(problem)
    plan = Plan(problem.week, "feasible", sessions=problem.locked)
    assert bool(found) == bool(check(problem, plan).violations)
    for each in found:
        assert_minimal(problem, each)


# --- duties out of reach -----------------------------------------------------------------------------------

IDLE_DONE = (Commitment("k0", ("c1", "c2"), None, hour(-2), hour(-1), counts=True),)
UNREACHED = {
    "nobody can teach": (
        tiny(staff=(replace(TEACHER, skills=frozenset()),)),
        [("R5", "No staff member has the skill teach.")],
    ),
    "the teacher is never there": (
        tiny(staff=(replace(TEACHER, available=()),)),
        [("R4", "Too few staff are there at once: teacher can hold class.")],
    ),
    "no room has an alarm": (
        tiny(activities=(replace(CLASS, room_features=frozenset({"alarm"})),)),
        [("R2", "No room suits class with c1 in it, which asks for alarm.")],
    ),
    "the only room is on a site that they avoid": (
        tiny(
            rooms=(Room("n1", "north", 4),),
            citizens=tuple(replace(each, avoid_sites=frozenset({"north"})) for each in tiny().citizens),
        ),
        [("R13", "c1 avoids north.")],
    ),
    "they are never available": (
        tiny(citizens=tuple(replace(each, available=()) for each in tiny().citizens)),
        [("R6", "c1 is available never.")],
    ),
    "nobody to make up a group": (
        tiny(people=1, activities=(replace(CLASS, min_group=2),)),
        [("R9", "class takes 2 to 4 with c1, 1 are enrolled.")],
    ),
    "no hours a day": (
        tiny(citizens=tuple(replace(each, max_daily_minutes=0) for each in tiny().citizens)),
        [("R7", "c1 may have 40 h a week and 0 h a day, of which commitments take 1 h.")],
    ),
}


@pytest.mark.parametrize("name", UNREACHED)
def test_the_cause_of_a_duty_out_of_reach_is_told(name: str) -> None:
    problem, causes = UNREACHED[name]
    found = hopeless(replace(problem, commitments=IDLE_DONE if len(problem.citizens) == 2 else ()))
    first = next(each for each in found if each.citizen == "c1" and each.duty == "class")
    assert [[(cause.rule, cause.text) for cause in causes] for causes in first.causes] == [causes]


def test_a_minimum_that_one_day_cannot_hold_needs_several_causes() -> None:
    """Two classes, one a day; open on two days, and available on one of them."""
    days = (Interval(hour(0), hour(2)), Interval(hour(0, 1), hour(2, 1)))
    problem = tiny(
        people=1,
        open_hours=days,
        staff=(replace(TEACHER, available=days),),
        activities=(replace(CLASS, max_per_day=1),),
        citizens=(replace(C1, available=days[:1], activities=(Enrolment("class", 2, 2),)),),
    )
    (found,) = hopeless(problem)
    assert (found.duty, found.missing) == ("class", 1)
    (causes,) = found.causes
    assert [cause.rule for cause in causes] == ["R6", "R8"]
    assert causes[0].text == "c1 is available Mon 08:00–10:00."


def test_two_causes_that_are_each_enough_are_both_told() -> None:
    problem = tiny(
        people=1,
        staff=(replace(TEACHER, skills=frozenset()),),
        citizens=(replace(C1, available=()),),
    )
    found = next(each for each in hopeless(problem) if each.duty == "class")
    assert [[cause.rule for cause in causes] for causes in found.causes] == [["R5"], ["R6"]]


def test_an_interview_that_nobody_can_be_given() -> None:
    problem = tiny(people=1, citizens=(replace(C1, activities=()),))
    (found,) = hopeless(problem)
    assert (found.citizen, found.duty, found.missing) == ("c1", "interview", 1)
    assert [[cause.rule for cause in causes] for causes in found.causes] == [["R8"]]


@settings(max_examples=20, derandomize=True, deadline=None)
@given(small_problems())
def test_as_many_duties_are_told_as_the_bound_counts(problem: Problem) -> None:
    problem = replace(problem, locked=())
    found = hopeless(problem)
    counts = hopeless_duties(Frame(problem))
    assert counts is not None
    told = {citizen.id: 0 for citizen in problem.citizens}
    for each in found:
        told[each.citizen] += each.missing
        assert each.causes
    assert list(told.values()) == counts


def test_what_is_stopped_tells_nothing_false() -> None:
    problem = tiny(staff=(replace(TEACHER, skills=frozenset()),))
    assert hopeless(problem, lambda: False) == ()
