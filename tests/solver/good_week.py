"""A week with something of everything, and a plan for it that is good and often only just so.

Where a rule has an edge, the plan stands on it: sites open and people are available in touching times, the
way between two sites takes just the time there is, rivals leave just the gap between them, hours and budget
are used up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import pytest
from _pytest.mark.structures import ParameterSet

from solver.check import Report, Violation, check
from solver.plan import GOAL_NAMES, GoalResult, Plan, Session
from solver.problem import (
    Activity,
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
    Travel,
)

WEEK = "2026-W48"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def at(text: str) -> int:
    """``Mon 08:30`` in minutes of the week."""
    day, clock = text.split()
    hour, minute = clock.split(":")
    return DAYS.index(day) * 1440 + int(hour) * 60 + int(minute)


def time(text: str) -> Interval:
    """``Mon 08:30-10:00`` as an interval."""
    day_and_start, end = text.split("-")
    return Interval(at(day_and_start), at(f"{day_and_start.split()[0]} {end}"))


def daily(clocks: str, days: Sequence[str] = DAYS[:5]) -> tuple[Interval, ...]:
    """``08:00-12:00`` on each of the days."""
    return tuple(time(f"{day} {clocks}") for day in days)


def session(name: str, activity: str, room: str, when: str, staff: str, citizens: str) -> Session:
    """A session, its people as words in a row."""
    held = time(when)
    return Session(name, activity, room, held.start, held.end, tuple(staff.split()), tuple(citizens.split()))


HALVES = (*daily("08:00-12:00"), *daily("12:00-16:00"))
"""Touching mornings and afternoons."""
ALWAYS = daily("00:00-24:00", DAYS)


def _citizen(
    name: str, level: int, groups: str, enrolled: str, hours: float = 37, daily_hours: float = 8
) -> Citizen:
    """``enrolled``: words like ``class:0-2``."""
    enrolments = []
    for word in enrolled.split():
        activity, _, bounds = word.partition(":")
        least, _, most = bounds.partition("-")
        enrolments.append(Enrolment(activity, int(least), int(most)))
    minutes, daily_minutes = round(hours * 60), round(daily_hours * 60)
    return Citizen(name, level, tuple(groups.split()), ALWAYS, minutes, daily_minutes, tuple(enrolments))


SESSIONS = (
    session("s01", "class", "n1", "Mon 08:00-10:00", "teach1", "c01 c02 c09"),
    session("s02", "class", "n1", "Mon 11:00-12:30", "teach1", "c03 c04"),
    session("s03", "craft", "s1", "Mon 13:30-16:30", "craft1", "c01 c07"),
    session("s04", "talk", "n2", "Tue 08:00-09:00", "mentor1 teach1 guard1", "c06"),
    session("s05", "class", "n1", "Tue 09:00-10:00", "teach2", "c01 c02"),
    session("s06", "talk", "n2", "Tue 10:00-11:00", "mentor1 guard2", "c05"),
    session("s07", "craft", "s1", "Tue 13:00-15:00", "craft1", "c02 c11"),
    session("s08", "craft", "h1", "Wed 11:00-12:00", "craft1", "c07"),
    session("s09", "craft", "h1", "Wed 12:30-13:30", "craft1", "c08"),
    session("s10", "interview", "n1", "Thu 14:00-14:30", "mentor1", "c12"),
    session("s11", "talk", "n1", "Tue 11:30-12:30", "mentor1", "c11"),
    session("s12", "class", "s1", "Tue 10:30-11:30", "teach2", "c08 c09"),
    session("s13", "interview", "n2", "Thu 14:30-15:00", "mentor1", "c14"),
)

PROBLEM = Problem(
    week=WEEK,
    slot_minutes=30,
    open_hours=HALVES,
    sites=(
        Site("north"),
        Site("south", (*daily("09:00-14:00", DAYS[:3]), *daily("13:00-18:00", DAYS[:3]))),
        Site("harbour", daily("08:00-16:00")),
    ),
    travel=(Travel("south", "north", 30),),
    rooms=(
        Room(
            "n1", "north", 3, frozenset({"alarm"}), closed=(time("Mon 10:00-11:00"), time("Mon 12:30-13:00"))
        ),
        Room("n2", "north", 2, frozenset({"alarm", "two_exits"})),
        Room("s1", "south", 6, frozenset({"tools"})),
        Room("s2", "south", 2, frozenset({"alarm", "two_exits", "tools"})),
        Room("h1", "harbour", 4, frozenset({"tools"})),
    ),
    staff=(
        StaffMember("teach1", frozenset({"teach"}), HALVES, at("Mon 20:00")),
        StaffMember("teach2", frozenset({"teach", "guard"}), ALWAYS, 120),
        StaffMember("mentor1", frozenset({"mentor"}), HALVES, at("Mon 20:00")),
        StaffMember("guard1", frozenset({"guard"}), ALWAYS, at("Mon 20:00")),
        StaffMember("guard2", frozenset({"guard"}), ALWAYS, at("Mon 20:00")),
        StaffMember("craft1", frozenset({"craft"}), ALWAYS, at("Mon 20:00")),
    ),
    groups=("red", "blue", "green", "amber", "violet"),
    separations=(
        Separation(("red", "blue"), "site", 60),
        Separation(("green", "green"), "site", 30),
        Separation(("amber", "violet"), "session", 0),
        Separation(("c01", "c11"), "site", 0),
        Separation(("c05", "red"), "site", 0),
    ),
    levels=(
        Level(1, 4, 1, 0),
        Level(2, 3, 1, 0, frozenset({"alarm"})),
        Level(3, 2, 2, 0, frozenset({"alarm", "two_exits"})),
        Level(4, 1, 2, 1, frozenset({"alarm", "two_exits"}), alone_on_site=True),
    ),
    activities=(
        Activity("class", True, (60, 90, 120), 2, 4, 1, "teach", cost_per_session=1000, cost_per_citizen=50),
        Activity("talk", True, (60,), 1, 2, 1, "mentor", frozenset({"alarm"}), cost_per_session=800),
        Activity(
            "craft",
            True,
            (60, 120, 180),
            1,
            4,
            1,
            "craft",
            frozenset({"tools"}),
            frozenset({"s1", "h1"}),
            2,
            500,
            20,
        ),
        Activity("interview", False, (30,), 1, 1, 1, "mentor", rooms=frozenset({"n1", "n2"})),
        Activity("drill", True, (60,), 1, 4, 1, "guard"),
    ),
    citizens=(
        _citizen("c01", 1, "red", "class:1-2 craft:0-1 interview:0-1", 6, 5),
        _citizen("c02", 1, "red", "class:0-2 craft:0-2"),
        _citizen("c03", 1, "blue", "class:2-3 craft:0-2"),
        _citizen("c04", 2, "blue", "class:1-3"),
        _citizen("c05", 3, "", "talk:1-2 drill:0-1"),
        _citizen("c06", 4, "", "talk:1-2 drill:0-1"),
        _citizen("c07", 1, "green", "craft:0-3", 4),
        _citizen("c08", 1, "green", "craft:0-3 class:0-3 drill:0-1"),
        _citizen("c09", 1, "amber violet", "class:0-2"),
        _citizen("c10", 1, "amber", "class:0-2 craft:0-2"),
        replace(
            _citizen("c11", 1, "", "talk:1-2 craft:0-2 class:0-1"),
            avoid_staff=frozenset({"teach1"}),
            avoid_sites=frozenset({"harbour"}),
            available=(time("Tue 11:30-12:30"), time("Tue 13:00-14:00"), time("Tue 13:30-15:00")),
        ),
        _citizen("c12", 1, "", "interview:1-1 craft:0-1", 20, 5),
        _citizen("c13", 1, "", "interview:0-1 craft:0-1"),
        _citizen("c14", 1, "", "interview:0-2"),
    ),
    commitments=(
        Commitment("k1", ("c03",), "south", at("Tue 09:00"), at("Tue 12:00"), counts=True),
        Commitment("k2", ("c07",), None, at("Wed 10:00"), at("Wed 11:00"), counts=False),
        Commitment("k3", ("c10",), "harbour", at("Thu 08:00"), at("Thu 13:00"), counts=True),
        *(
            Commitment(f"k4-{day}", ("c12",), "harbour", at(f"{day} 08:00"), at(f"{day} 14:00"), counts=True)
            for day in DAYS[:4]
        ),
    ),
    idle_interview="interview",
    budget=8970,
    locked=(SESSIONS[10], replace(SESSIONS[3], staff=("guard1", "mentor1", "teach1"))),
    reference=(SESSIONS[0], replace(SESSIONS[1], room="n2"), replace(SESSIONS[2], start=at("Mon 13:00"))),
    goals=GOAL_NAMES,
)


def monday(problem: Problem) -> Problem:
    """The first day of a week without locked sessions: the same rules, and a fraction of the sessions."""

    def of_it(times: Sequence[Interval]) -> tuple[Interval, ...]:
        return tuple(each for each in times if each.start < 1440)

    return replace(
        problem,
        open_hours=of_it(problem.open_hours),
        sites=tuple(replace(s, open_hours=s.open_hours and of_it(s.open_hours)) for s in problem.sites),
        citizens=tuple(replace(c, available=of_it(c.available)) for c in problem.citizens),
        locked=(),
    )


@dataclass(frozen=True)
class Week:
    """A problem and the sessions of a plan for it."""

    problem: Problem = PROBLEM
    sessions: tuple[Session, ...] = SESSIONS

    def plan(self) -> Plan:
        """The plan, telling the truth about its goals and claiming that nothing is better."""
        return truthful(self.problem, self.sessions)

    def report(self) -> Report:
        return check(self.problem, self.plan())


def truthful(problem: Problem, sessions: tuple[Session, ...]) -> Plan:
    """A plan that states the goals and unmet duties as the check recomputes them."""
    bare = Plan(problem.week, "feasible", sessions=sessions)
    report = check(problem, bare)
    values = dict(report.goals)
    goals = tuple(GoalResult(goal, values[goal], values[goal], proven=True) for goal in problem.goals)
    return replace(bare, status="optimal", goals=goals, unmet=report.unmet)


Edit = Callable[[Week], Week]
"""One thing done to a week."""


class Case(NamedTuple):
    """Edits of the good week, and all that the check must report then: a rule and its ids a line."""

    name: str
    edits: tuple[Edit, ...]
    broken: tuple[str, ...]

    def week(self) -> Week:
        return edited(*self.edits)


def case(name: str, *edits: Edit, broken: tuple[str, ...] | str = ()) -> Case:
    return Case(name, edits, (broken,) if isinstance(broken, str) else broken)


def named(cases: Mapping[str, Sequence[Case]]) -> list[ParameterSet]:
    """The cases of a test, each by its rule and name."""
    return [pytest.param(each, id=f"{rule}: {each.name}") for rule, row in cases.items() for each in row]


def lines(violations: Iterable[Violation]) -> list[str]:
    """Each violation as a rule and its ids: ``R10 s01 c01 c02``."""
    return [" ".join((violation.rule, *violation.ids)) for violation in violations]


def edited(*edits: Edit, week: Week | None = None) -> Week:
    """The good week (or another) after these edits."""
    result = week or Week()
    for edit in edits:
        result = edit(result)
    return result


def move(name: str, **fields: Any) -> Edit:
    """A session with other fields; ``when="Mon 08:00-10:00"`` sets both its times."""
    if "when" in fields:
        held = time(fields.pop("when"))
        fields |= {"start": held.start, "end": held.end}
    for people in {"staff", "citizens"} & fields.keys():
        fields[people] = tuple(fields[people].split())

    def edit(week: Week) -> Week:
        assert any(each.id == name for each in week.sessions), name
        changed = (replace(each, **fields) if each.id == name else each for each in week.sessions)
        return replace(week, sessions=tuple(changed))

    return edit


def add(*more: Session) -> Edit:
    return lambda week: replace(week, sessions=(*week.sessions, *more))


def drop(*names: str) -> Edit:
    return lambda week: replace(week, sessions=tuple(each for each in week.sessions if each.id not in names))


def given(**fields: Any) -> Edit:
    """Other fields of the problem itself."""
    return lambda week: replace(week, problem=replace(week.problem, **fields))


def more(kind: str, *items: object) -> Edit:
    """More of a kind of thing in the problem."""
    return lambda week: given(**{kind: (*getattr(week.problem, kind), *items)})(week)


def of(kind: str, name: object, **fields: Any) -> Edit:
    """One thing of the problem with other fields: ``of("rooms", "n1", capacity=2)``."""

    def edit(week: Week) -> Week:
        things = getattr(week.problem, kind)
        key = {"levels": "level", "separations": "between"}.get(kind, "id")
        assert any(getattr(thing, key) == name for thing in things), name
        changed = (replace(thing, **fields) if getattr(thing, key) == name else thing for thing in things)
        return given(**{kind: tuple(changed)})(week)

    return edit


# --- edits that several of the tests make -------------------------------------------------------------------

UNLOCKED = given(locked=())
ANY_COST = given(budget=None)
MENTOR2 = more("staff", StaffMember("mentor2", frozenset({"mentor"}), ALWAYS, 2400))
CRAFT2 = more("staff", StaffMember("craft2", frozenset({"craft", "mentor"}), ALWAYS, 2400))


def commitment(name: str, citizens: str, site: str | None, when: str, *, counts: bool = False) -> Edit:
    held = time(when)
    return more("commitments", Commitment(name, tuple(citizens.split()), site, held.start, held.end, counts))


def way(one: str, other: str, minutes: int) -> Edit:
    return more("travel", Travel(one, other, minutes))


def craft(name: str, room: str, when: str, citizens: str, staff: str = "craft2") -> Edit:
    return add(session(name, "craft", room, when, staff, citizens))
