"""Why not more: small weeks by hand where it is known which rule stands in the way."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations, product
from typing import Any, NamedTuple

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from solver.check import check
from solver.explain.additions import Standing
from solver.explain.crew import Crews, Demand
from solver.explain.explanation import Options, explain
from solver.explain.obstacles import Obstacle, Obstacles, everybody_below, obstacles
from solver.explain.sentences import sentences
from solver.frame import Frame
from solver.limits import Limits
from solver.plan import Plan, Session
from solver.problem import (
    Citizen,
    Commitment,
    Enrolment,
    Interval,
    Level,
    Problem,
    Room,
    Separation,
    Site,
    StaffMember,
)
from tests.solver import brute
from tests.solver.good_week import truthful
from tests.solver.problems import hour, small_problems, tiny

BASE = tiny(1)
CLASS, TEACHER, (C1, C2) = BASE.activities[0], BASE.staff[0], BASE.citizens
TALK = replace(CLASS, id="talk", counts=False)
OTHER = replace(TEACHER, id="other")
ALARMED = Level(2, 4, 1, 0, frozenset({"alarm"}))
ALONE = Level(2, 4, 1, 0, alone_on_site=True)
#: In two halves, so that it is not taken for all the time that there is.
FIRST_HOUR = (Interval(hour(0), hour(0) + 30), Interval(hour(0) + 30, hour(1)))
TALKING = (*C2.activities, Enrolment("talk", 0, 2))


def held(activity: str = "class", room: str = "n1", staff: str = "teacher", start: int = 0) -> Session:
    return Session("s1", activity, room, hour(start), hour(start + 1), (staff,), ("c2",))


def week(first: Citizen = C1, second: Citizen = C2, hours: int = 1, **other: Any) -> Problem:
    """Both are available as long as it is open where nothing else is said."""
    whole = (Interval(hour(0), hour(hours)),)
    people = (
        replace(each, available=whole) if each.available == C1.available else each for each in (first, second)
    )
    return tiny(hours, citizens=tuple(people), **other)


class Case(NamedTuple):
    """A week in which c1 could have an hour more but for one rule, and the ids that must be named."""

    problem: Problem
    sessions: tuple[Session, ...]
    names: tuple[str, ...]


TALK_HELD: dict[str, Any] = {"activities": (CLASS, TALK)}
CASES = {
    "R1 the site is shut": Case(week(sites=(Site("north", ()),)), (), ("north",)),
    "R2 the room is too small": Case(week(rooms=(Room("n1", "north", 1),)), (held(),), ("s1", "n1")),
    "R2 the room has no alarm": Case(
        week(replace(C1, level=2), levels=(*BASE.levels, ALARMED)), (held(),), ("s1", "c1", "n1")
    ),
    "R2 the room is closed": Case(
        week(rooms=(Room("n1", "north", 4, closed=(Interval(hour(0), hour(1)),)),)), (), ("n1",)
    ),
    "R3 the room is taken": Case(
        week(second=replace(C2, activities=TALKING), staff=(TEACHER, OTHER), **TALK_HELD),
        (held("talk", staff="other"),),
        ("s1", "n1"),
    ),
    "R4 the teacher is elsewhere": Case(
        week(
            second=replace(C2, activities=TALKING),
            rooms=(Room("n1", "north", 4), Room("n2", "north", 4)),
            **TALK_HELD,
        ),
        (held("talk"),),
        ("s1", "teacher"),
    ),
    "R4 the teacher is not there": Case(week(staff=(replace(TEACHER, available=()),)), (), ("teacher",)),
    "R4 the teacher has no hours left": Case(
        week(staff=(replace(TEACHER, max_minutes=0),)), (), ("teacher",)
    ),
    "R5 nobody can teach": Case(week(staff=(replace(TEACHER, skills=frozenset()),)), (), ()),
    "R5 the level asks for a guard": Case(
        week(replace(C1, level=2), levels=(*BASE.levels, Level(2, 4, 1, 1))), (held(),), ("s1", "teacher")
    ),
    "R6 they are not available": Case(week(replace(C1, available=())), (held(),), ("s1", "c1")),
    "R6 they are in a commitment": Case(
        week(commitments=(Commitment("k1", ("c1",), None, hour(0), hour(1), counts=False),)),
        (held(),),
        ("k1", "s1", "c1"),
    ),
    "R7 the day is full": Case(week(replace(C1, max_daily_minutes=0)), (held(),), ("c1",)),
    "R7 no session is short enough": Case(
        week(replace(C1, max_minutes=30), slot_minutes=30), (held(),), ("c1",)
    ),
    "R8 they are not enrolled": Case(week(replace(C1, activities=())), (held(),), ("s1", "c1", "class")),
    "R9 the group is full": Case(week(activities=(replace(CLASS, max_group=1),)), (held(),), ("s1",)),
    "R9 nobody makes up the group": Case(week(activities=(replace(CLASS, min_group=2),)), (), ()),
    "R10 a rival is in it": Case(
        week(separations=(Separation(("c1", "c2"), "session", 0),)), (held(),), ("s1", "c1", "c2")
    ),
    "R11 a rival is on the site": Case(
        week(
            hours=2,
            second=replace(C2, activities=TALKING),
            separations=(Separation(("c1", "c2"), "site", 60),),
            **TALK_HELD,
        ),
        (held("talk"),),
        ("s1", "c1", "c2"),
    ),
    "R12 somebody must be alone on the site": Case(
        week(
            second=replace(C2, level=2, activities=TALKING),
            levels=(*BASE.levels, ALONE),
            rooms=(Room("n1", "north", 4), Room("n2", "north", 4)),
            staff=(TEACHER, OTHER),
            **TALK_HELD,
        ),
        (held("talk", "n2", "other"),),
        ("s1", "c1", "c2"),
    ),
    "R13 they avoid the site": Case(week(replace(C1, avoid_sites=frozenset({"north"}))), (), ("c1", "north")),
    "R13 they avoid the teacher": Case(
        week(replace(C1, avoid_staff=frozenset({"teacher"}))), (held(),), ("s1", "c1", "teacher")
    ),
    "R14 the session is locked": Case(week(locked=(held(),)), (held(),), ("s1",)),
    "R15 the money is spent": Case(
        week(activities=(replace(CLASS, cost_per_citizen=100),), budget=100), (held(),), ()
    ),
}


def in_the_way(problem: Problem, sessions: Sequence[Session], citizen: str = "c1") -> Obstacles:
    standing = Standing(problem, sessions)
    return obstacles(standing, standing.frame.citizen_index[citizen])


def with_these(sessions: Sequence[Session], obstacle: Obstacle) -> Plan:
    """The plan with an obstacle's sessions in it."""
    changed = {each.id: each for each in sessions} | {each.id: each for each in obstacle.sessions}
    return Plan("2026-W48", "feasible", sessions=tuple(changed.values()))


def counted(problem: Problem, plan: Plan) -> float:
    return dict(check(problem, plan).goals)["hours"]


@pytest.mark.parametrize("name", CASES)
def test_the_rule_in_the_way_is_named_and_no_other(name: str) -> None:
    problem, sessions, ids = CASES[name]
    assert not check(problem, Plan(problem.week, "feasible", sessions=sessions)).violations
    found = in_the_way(problem, sessions)
    assert found.free is None
    (obstacle,) = found.found
    assert obstacle.rules == (name.split(maxsplit=1)[0],)
    assert obstacle.minutes == min(60, problem.citizens[0].max_minutes)
    assert set(ids) <= {word for violation in obstacle.broken for word in violation.ids}
    assert {violation.rule for violation in obstacle.broken} == set(obstacle.rules)


def test_what_breaks_no_rule_is_told_as_free() -> None:
    found = in_the_way(BASE, (held(),))
    assert found.free is not None
    assert (found.free.rules, found.free.minutes, found.free.joined) == ((), 60, frozenset({"s1"}))
    assert found.found == ()


def test_several_sessions_are_freed_by_one_rule_together() -> None:
    problem = week(replace(C1, activities=()), hours=3)
    sessions = tuple(replace(held(start=n), id=f"s{n}") for n in range(2))
    (obstacle,) = in_the_way(problem, sessions).found
    assert (obstacle.rules, obstacle.minutes) == (("R8",), 180)
    assert {"s0", "s1"} <= obstacle.joined | {each.id for each in obstacle.sessions}


def test_the_rule_that_frees_most_comes_first() -> None:
    problem = week(
        replace(C1, available=FIRST_HOUR, max_daily_minutes=120),
        hours=3,
        activities=(replace(CLASS, max_group=1, max_per_day=3),),
    )
    found = in_the_way(problem, (held(),))
    assert [(each.rules, each.minutes) for each in found.found] == [(("R6",), 120), (("R9",), 60)]


def test_two_rules_are_told_where_no_single_one_stands_in_the_way() -> None:
    problem = week(second=replace(C2, activities=TALKING), **TALK_HELD)
    found = in_the_way(problem, (held("talk"),))
    assert [each.rules for each in found.found] == [("R3", "R4")]


def test_two_rules_and_an_own_limit_do_not_contradict_each_other_in_words() -> None:
    """A limit of their own is one in any week; that no rule alone wins anything is so in this week."""
    problem = week(
        replace(C1, available=FIRST_HOUR), hours=2, second=replace(C2, activities=TALKING), **TALK_HELD
    )
    told = explain(problem, truthful(problem, (held("talk"),)), Options("c1", work=1), Limits(100))
    words = " ".join(" ".join(sentences(told)).split())
    assert "A limit even alone, 1 h more without it: R6 citizen free" in words
    assert "No single rule stands in the way" not in words


def test_where_it_takes_three_rules_nothing_is_named() -> None:
    problem = week(
        replace(C1, available=()),
        staff=(replace(TEACHER, available=()),),
        rooms=(Room("n1", "north", 4, closed=(Interval(hour(0), hour(1)),)),),
    )
    assert in_the_way(problem, ()) == Obstacles(None, ())


def test_a_person_at_their_cap_gets_no_lines() -> None:
    problem = week(replace(C1, max_minutes=0))
    assert [problem.citizens[i].id for i in everybody_below(Standing(problem, (held(),)))] == ["c2"]
    told = explain(problem, truthful(problem, (held(),)), Options("c1", work=1), Limits(100))
    (person,) = told.people
    assert (person.missing, person.own, person.obstacles, told.help) == (0, None, None, None)


def test_their_own_data_are_told_where_even_alone_they_stay_below_the_cap() -> None:
    problem = week(replace(C1, available=FIRST_HOUR), hours=3)
    told = explain(problem, truthful(problem, ()), Options("c1", work=1), Limits(100))
    own = told.people[0].own
    assert own is not None
    assert own.minutes == 60
    assert [(each.cause.rule, each.minutes) for each in own.limits] == [("R6", 60)]


# --- any week: the checker and brute force agree -----------------------------------------------------------


def some_plan(problem: Problem, chance: random.Random) -> tuple[Session, ...]:
    """A few sessions that break no rule."""
    chosen: list[Session] = []
    good = brute.candidates(problem)
    for session in chance.sample(good, min(6, len(good))):
        named = [*chosen, replace(session, id=f"s{len(chosen)}")]
        if brute.is_plan(problem, named):
            chosen = named
    return tuple(chosen)


def additions(problem: Problem, sessions: Sequence[Session], citizen: str) -> Iterator[tuple[int, Session]]:
    """Every counted session more for a citizen: the number of the one joined (or -1), and how it would be."""
    members = [member.id for member in problem.staff]
    teams = list(chain.from_iterable(combinations(members, size) for size in range(len(members) + 1)))
    rules = brute.Rules(problem)
    for number, session in enumerate(sessions):
        if rules.activities[session.activity].counts and citizen not in session.citizens:
            for team in teams:
                if set(session.staff) <= set(team):
                    yield number, replace(session, staff=team, citizens=(*session.citizens, citizen))
    for activity, room in product(problem.activities, problem.rooms):
        for minutes, day in product(activity.minutes if activity.counts else (), (0, 1, 3)):
            for start in range(hour(-1, day), hour(5, day), problem.slot_minutes):
                for team in teams:
                    yield -1, Session("more", activity.id, room.id, start, start + minutes, team, (citizen,))


def busy(problem: Problem, sessions: Sequence[Session], citizen: str) -> set[int]:
    """The minutes that are counted for a citizen already."""
    counts = {each.id for each in problem.activities if each.counts}
    spans = [(s.start, s.end) for s in sessions if citizen in s.citizens and s.activity in counts]
    spans += [(k.start, k.end) for k in problem.commitments if citizen in k.citizens and k.counts]
    return {minute for start, end in spans for minute in range(start, end)}


def alone_broken(
    problem: Problem, sessions: tuple[Session, ...], citizen: str
) -> dict[frozenset[str], float]:
    """By what one session more would break: the longest such session, in minutes; R5 only where nothing
    else would do for the same session, as the explanation tells it.
    """
    taken = busy(problem, sessions, citizen)
    found: dict[tuple[Any, ...], dict[frozenset[str], int]] = {}
    for number, more in additions(problem, sessions, citizen):
        if taken & set(range(more.start, more.end)):
            continue
        row = list(sessions)
        row[number if number >= 0 else len(row) :] = [more, *(row[number + 1 :] if number >= 0 else [])]
        broken = check(problem, Plan(problem.week, "feasible", sessions=tuple(row))).violations
        key = (number, more.activity, more.room, more.start, more.end)
        found.setdefault(key, {})[frozenset(each.rule for each in broken)] = more.end - more.start
    longest: dict[frozenset[str], float] = {}
    for ways in found.values():
        for rules, minutes in ways.items():
            others = [each for each in ways if each - {"R4", "R13"} == rules - {"R5"} and "R5" not in each]
            if "R5" not in rules or not others:
                longest[rules] = max(minutes, longest.get(rules, 0))
    return longest


@given(problem=small_problems(), seed=st.integers(0, 2**32))
@settings(max_examples=20, derandomize=True, phases=[Phase.generate], deadline=None)
def test_any_obstacle_is_real_and_none_is_missed(problem: Problem, seed: int) -> None:
    problem = replace(problem, locked=())
    sessions = some_plan(problem, random.Random(seed))
    standing = Standing(problem, sessions)
    below = list(everybody_below(standing))
    assume(below)
    i = below[seed % len(below)]
    citizen = problem.citizens[i]
    found = obstacles(standing, i)
    before = counted(problem, Plan(problem.week, "feasible", sessions=sessions))
    free = found.free.minutes if found.free else 0
    for each in (*([found.free] if found.free else []), *found.found):
        plan = with_these(sessions, each)
        report = check(problem, plan)
        assert {violation.rule for violation in report.violations} == set(each.rules)
        won = round((counted(problem, plan) - before) * 60)
        assert min(won, standing.missing(i) * problem.slot_minutes) == each.minutes + (
            free if each.rules else 0
        )
    possible = alone_broken(problem, sessions, citizen.id)
    assert (found.free is not None) == (frozenset() in possible)
    if found.free is None:
        single = {rules for rules in possible if len(rules) == 1}
        if single:
            assert {frozenset(each.rules) for each in found.found} == single
        else:
            pairs = {rules for rules in possible if len(rules) == 2}
            assert {frozenset(each.rules) for each in found.found} <= pairs
            assert bool(found.found) == bool(pairs)


@pytest.mark.parametrize("first", ["teach", "cook"])
def test_whoever_is_in_a_session_teaches_there_only_with_the_skill(first: str) -> None:
    second = "cook" if first == "teach" else "teach"
    staff = tuple(
        StaffMember(name, frozenset({skill}), (Interval(hour(0), hour(2)),), 2400)
        for name, skill in (("one", first), ("other", second))
    )
    crews = Crews(Frame(tiny(staff=staff)))
    teacher, cook = (1, 2) if first == "teach" else (2, 1)
    asked = Demand(1, 0, "teach")
    assert crews.crew(asked, base=teacher, pool=cook) == teacher
    assert crews.crew(asked, base=cook, pool=0) is None
    assert crews.crew(asked, base=cook, pool=teacher) == teacher | cook
