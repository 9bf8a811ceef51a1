"""Tiny problems: some by hand, and a Hypothesis strategy for sound ones that brute force can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st

from solver.plan import GOAL_NAMES, Session
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
from tests.solver import brute

T = TypeVar("T")
DAY = 1440
MORNING = 8 * 60


def hour(number: int, day: int = 0) -> int:
    """The start of an hour of a small problem by hand: 0 is 08:00 of its day, Monday for day 0."""
    return day * DAY + MORNING + number * 60


def tiny(hours: int = 2, people: int = 2, **other: Any) -> Problem:
    """Monday from 08:00, a room for four, one teacher, and people who may attend one class of an hour."""
    open_hours = (Interval(hour(0), hour(hours)),)
    problem = Problem(
        week="2026-W48",
        slot_minutes=60,
        open_hours=open_hours,
        sites=(Site("north"),),
        rooms=(Room("n1", "north", 4),),
        staff=(StaffMember("teacher", frozenset({"teach"}), open_hours, 2400),),
        levels=(Level(1, 4, 1, 0),),
        activities=(Activity("class", True, (60,), 1, 4, 1, "teach", max_per_day=2),),
        citizens=tuple(
            Citizen(f"c{number}", 1, (), open_hours, 2400, 480, (Enrolment("class", 1, 2),))
            for number in range(1, people + 1)
        ),
    )
    return replace(problem, **other)


class ByHand(NamedTuple):
    """A problem with its best duties and hours, worked out by hand; None where there is no plan."""

    problem: Problem
    best: tuple[int, float] | None


def _class(start: int, citizens: str, room: str = "n1") -> Session:
    people = tuple(citizens.split())
    return Session(f"at{start}", "class", room, hour(start), hour(start + 1), ("teacher",), people)


_BASE = tiny()
_CLASS = _BASE.activities[0]
_C1, _C2 = _BASE.citizens
_TEACHER = _BASE.staff[0]
_TALK = replace(_CLASS, id="talk", counts=False)
_RIVALS = Separation(("c1", "c2"), "site", 60)
_ALONE = Level(2, 4, 1, 0, alone_on_site=True)
_GUARDED = Level(2, 4, 1, 1)
_BOTH = (Enrolment("class", 0, 2), Enrolment("talk", 1, 1))


def _two_sites(hours: int) -> Problem:
    """A class on one site and a talk on the other, an hour away; one citizen who should attend both."""
    both = (Enrolment("class", 1, 2), Enrolment("talk", 1, 1))
    return tiny(
        hours,
        people=1,
        sites=(Site("north"), Site("south")),
        travel=(Travel("north", "south", 60),),
        rooms=(Room("n1", "north", 4), Room("s1", "south", 4)),
        activities=(
            replace(_CLASS, rooms=frozenset({"n1"})),
            replace(_CLASS, id="talk", rooms=frozenset({"s1"})),
        ),
        citizens=tuple(replace(each, activities=both) for each in tiny(hours, people=1).citizens),
    )


BY_HAND = {
    "everybody attends both hours": ByHand(tiny(), (0, 4)),
    "nobody can teach": ByHand(tiny(staff=(replace(_TEACHER, skills=frozenset()),)), (4, 0)),
    "never open": ByHand(tiny(open_hours=()), (4, 0)),
    "a room for one": ByHand(tiny(rooms=(Room("n1", "north", 1),)), (0, 2)),
    "once a day": ByHand(tiny(activities=(replace(_CLASS, max_per_day=1),)), (0, 2)),
    "nobody to make up a group": ByHand(tiny(people=1, activities=(replace(_CLASS, min_group=2),)), (2, 0)),
    "rivals without time for the gap": ByHand(tiny(separations=(_RIVALS,)), (2, 2)),
    "rivals with just the gap": ByHand(tiny(3, separations=(_RIVALS,)), (0, 2)),
    "rivals who may share the site": ByHand(tiny(separations=(replace(_RIVALS, scope="session"),)), (0, 2)),
    "a group whose members must not meet": ByHand(
        tiny(
            groups=("red",),
            separations=(Separation(("red", "red"), "site", 0),),
            citizens=(replace(_C1, groups=("red",)), replace(_C2, groups=("red",))),
        ),
        (0, 2),
    ),
    "somebody on both sides": ByHand(
        tiny(
            groups=("red", "blue"),
            separations=(Separation(("red", "blue"), "site", 600),),
            citizens=(replace(_C1, groups=("red", "blue")), _C2),
        ),
        (0, 4),
    ),
    "a rival at a commitment": ByHand(
        tiny(
            3,
            separations=(_RIVALS,),
            commitments=(Commitment("k", ("c2",), "north", hour(2), hour(3), counts=True),),
        ),
        (1, 1),
    ),
    "a rival at a commitment somewhere": ByHand(
        tiny(
            3,
            separations=(_RIVALS,),
            commitments=(Commitment("k", ("c2",), None, hour(2), hour(3), counts=True),),
        ),
        (0, 2),
    ),
    "alone on the site, though the level allows a group": ByHand(
        tiny(levels=(*_BASE.levels, _ALONE), citizens=(replace(_C1, level=2), _C2)), (0, 2)
    ),
    "one who teaches cannot stand guard": ByHand(
        tiny(
            people=1,
            levels=(_GUARDED,),
            citizens=(replace(_C1, level=2),),
            staff=(replace(_TEACHER, skills=frozenset({"teach", "guard"})),),
        ),
        (2, 0),
    ),
    "two who can do both": ByHand(
        tiny(
            levels=(_GUARDED,),
            citizens=(replace(_C1, level=2),),
            staff=(
                replace(_TEACHER, skills=frozenset({"teach", "guard"})),
                replace(_TEACHER, id="other", skills=frozenset({"guard", "teach"}), max_minutes=60),
            ),
        ),
        (0, 1),
    ),
    "commitments beyond the week's hours": ByHand(
        tiny(
            citizens=(replace(_C1, max_minutes=60),),
            commitments=(Commitment("k", ("c1",), None, hour(-2), hour(0), counts=True),),
        ),
        (1, 0),
    ),
    "commitments that do not count": ByHand(
        tiny(
            citizens=(replace(_C1, max_minutes=60),),
            commitments=(Commitment("k", ("c1",), None, hour(-2), hour(0), counts=False),),
        ),
        (0, 1),
    ),
    "money for one class": ByHand(
        tiny(activities=(replace(_CLASS, cost_per_session=100),), budget=199), (0, 2)
    ),
    "money for one person": ByHand(
        tiny(activities=(replace(_CLASS, cost_per_citizen=100),), budget=199), (2, 1)
    ),
    "duties equal, so hours decide": ByHand(
        tiny(1, activities=(_CLASS, _TALK), citizens=(replace(_C1, activities=_BOTH),)), (1, 1)
    ),
    "a duty before an hour": ByHand(
        tiny(
            1, activities=(_CLASS, _TALK), citizens=(replace(_C1, activities=_BOTH),), idle_interview="talk"
        ),
        (0, 0),
    ),
    "no time for the way": ByHand(_two_sites(2), (1, 2)),
    "just time for the way": ByHand(_two_sites(3), (0, 2)),
    "a locked session": ByHand(tiny(locked=(_class(0, "c1"),)), (0, 3)),
    "a locked session that keeps a rival away": ByHand(
        tiny(locked=(_class(0, "c1"),), separations=(_RIVALS,)), (2, 2)
    ),
    "two locked sessions in one room": ByHand(
        tiny(locked=(_class(0, "c1"), replace(_class(0, "c2"), id="other"))), None
    ),
    "a locked session while the room is closed": ByHand(
        tiny(
            locked=(_class(0, "c1"),), rooms=(Room("n1", "north", 4, closed=(Interval(hour(0), hour(1)),)),)
        ),
        None,
    ),
    "a locked session beyond the budget": ByHand(
        tiny(locked=(_class(0, "c1"),), activities=(replace(_CLASS, cost_per_session=100),), budget=99), None
    ),
    "a locked session beside a rival's commitment": ByHand(
        tiny(
            locked=(_class(0, "c1"),),
            separations=(_RIVALS,),
            commitments=(Commitment("k", ("c2",), "north", hour(1), hour(2), counts=True),),
        ),
        None,
    ),
}


def _some(things: Sequence[T], *, least: int = 0) -> st.SearchStrategy[list[T]]:
    return st.lists(st.sampled_from(things), unique=True, min_size=least) if things else st.just([])


@st.composite
def _times(draw: st.DrawFn, slot: int, days: Sequence[int], slots: int) -> tuple[Interval, ...]:
    """Open or available times: mostly all of it, else pieces that touch, overlap or leave a hole."""
    first = [day * DAY + MORNING for day in days]
    whole = tuple(Interval(start, start + slots * slot) for start in first)
    kind = draw(st.sampled_from(["all"] * 6 + ["touching", "pieces"]))
    if kind == "touching":
        return tuple(
            Interval(start + piece * slot, start + (piece + 1) * slot)
            for start in first
            for piece in range(slots)
        )
    if kind == "pieces":
        pieces = []
        for start in first:
            begin = draw(st.integers(0, slots - 1))
            end = draw(st.integers(begin + 1, slots))
            pieces.append(Interval(start + begin * slot, start + end * slot))
        return tuple(pieces)
    return whole


@st.composite
def _staff(draw: st.DrawFn, slot: int, days: Sequence[int], slots: int) -> tuple[StaffMember, ...]:
    return tuple(
        StaffMember(
            f"m{number}",
            frozenset(draw(_some(["teach", "mentor", "guard"], least=draw(st.integers(1, 3))))),
            draw(_times(slot, days, slots)),
            draw(st.integers(2, 8)) * slot,
        )
        for number in range(draw(st.sampled_from([3, 2, 3, 1])))
    )


@st.composite
def _levels(draw: st.DrawFn) -> tuple[Level, ...]:
    hard = Level(
        2,
        max_group=draw(st.integers(1, 2)),
        staff=draw(st.sampled_from([1, 2, 0])),
        guards=draw(st.sampled_from([0, 1])),
        room_features=frozenset(draw(st.sampled_from([(), ("alarm",)]))),
        alone_on_site=draw(st.booleans()),
    )
    return (Level(1, draw(st.integers(2, 3)), draw(st.integers(0, 1)), 0), hard)


@st.composite
def _activities(
    draw: st.DrawFn, slot: int, rooms: Sequence[Room], staff: Sequence[StaffMember]
) -> tuple[Activity, ...]:
    found = []
    for name in ("class", "talk")[: draw(st.integers(1, 2))]:
        least = draw(st.sampled_from([1, 1, 1, 2]))
        found.append(
            Activity(
                name,
                counts=draw(st.sampled_from([True] * 5 + [False])),
                minutes=tuple(size * slot for size in draw(_some([1, 2], least=1))),
                min_group=least,
                max_group=draw(st.sampled_from([3, 2, least])),
                staff=draw(st.sampled_from([1, 1, 1, 0, 2])),
                skill=draw(st.sampled_from(sorted({skill for member in staff for skill in member.skills}))),
                room_features=frozenset(draw(st.sampled_from([(), (), (), ("alarm",)]))),
                rooms=draw(
                    st.one_of(
                        st.none(), st.none(), _some([room.id for room in rooms], least=1).map(frozenset)
                    )
                ),
                max_per_day=draw(st.integers(1, 2)),
                cost_per_session=draw(st.sampled_from([0, 100])),
                cost_per_citizen=draw(st.sampled_from([0, 30])),
            )
        )
    return tuple(found)


@st.composite
def _enrolments(draw: st.DrawFn, activities: Sequence[Activity]) -> tuple[Enrolment, ...]:
    found = []
    for activity in activities:
        most = draw(st.sampled_from([2, 1, 2, 3, 2, 1, 3, 0]))
        if draw(st.sampled_from([True] * 9 + [False])):
            found.append(Enrolment(activity.id, draw(st.integers(0, most)), most))
    return tuple(found)


@st.composite
def _separations(
    draw: st.DrawFn, slot: int, groups: Sequence[str], citizens: Sequence[Citizen]
) -> tuple[Separation, ...]:
    found = []
    for _ in range(draw(st.integers(0, 3))):
        one = draw(st.sampled_from([*groups, *(citizen.id for citizen in citizens)]))
        others = [
            name for name in (*groups, *(citizen.id for citizen in citizens)) if name != one or one in groups
        ]
        gap = draw(st.sampled_from([0, slot, 2 * slot, slot // 2 + 1, DAY - slot]))
        found.append(
            Separation(
                (one, draw(st.sampled_from(others))), draw(st.sampled_from(["session", "site", "site"])), gap
            )
        )
    return tuple(found)


@st.composite
def _commitments(
    draw: st.DrawFn,
    slot: int,
    days: Sequence[int],
    slots: int,
    sites: Sequence[Site],
    citizens: Sequence[Citizen],
) -> tuple[Commitment, ...]:
    found = []
    for number in range(draw(st.sampled_from([0, 0, 1, 2]))):
        start = draw(st.sampled_from(days)) * DAY + MORNING + draw(st.integers(-1, slots - 1)) * slot
        found.append(
            Commitment(
                f"k{number}",
                tuple(draw(_some([citizen.id for citizen in citizens], least=1))),
                draw(st.sampled_from([None, *(site.id for site in sites)])),
                start,
                start + draw(st.integers(1, 2)) * slot,
                draw(st.booleans()),
            )
        )
    return tuple(found)


@st.composite
def _locked(draw: st.DrawFn, problem: Problem) -> tuple[Session, ...]:
    """Nothing mostly; else sessions that would be good alone, or any that the format lets through."""
    found = []
    for number in range(draw(st.sampled_from([0, 0, 0, 0, 0, 1, 2]))):
        good = brute.candidates(problem)
        if good and draw(st.sampled_from([True, True, False])):
            session = draw(st.sampled_from(good))
        else:
            start = MORNING + draw(st.integers(0, 2)) * problem.slot_minutes
            session = Session(
                "",
                draw(st.sampled_from(problem.activities)).id,
                draw(st.sampled_from(problem.rooms)).id,
                start,
                start + draw(st.integers(1, 2)) * problem.slot_minutes,
                tuple(draw(_some([member.id for member in problem.staff], least=1))),
                tuple(draw(_some([citizen.id for citizen in problem.citizens], least=1))),
            )
        found.append(replace(session, id=f"locked{number}"))
    return tuple(found)


@st.composite
def small_problems(draw: st.DrawFn) -> Problem:
    """A sound problem: up to four citizens, two sites, three rooms, three staff, two days of a few slots."""
    slot = draw(st.sampled_from([60, 30, 15]))
    days = draw(st.sampled_from([(0,), (0, 1), (0, 3)]))
    slots = draw(st.integers(2, 4 if len(days) == 1 else 2))
    open_hours = draw(_times(slot, days, slots))
    sites = tuple(
        Site(name, draw(st.one_of(st.none(), st.none(), _times(slot, days, slots))))
        for name in ("north", "south")[: draw(st.integers(1, 2))]
    )
    travel = (
        (Travel("south", "north", draw(st.sampled_from([0, slot, slot + 5, 2 * slot]))),)
        if len(sites) == 2 and draw(st.booleans())
        else ()
    )
    rooms = tuple(
        Room(
            f"r{number}",
            draw(st.sampled_from(sites)).id,
            draw(st.sampled_from([3, 2, 1])),
            frozenset(draw(st.sampled_from([("alarm",), ("alarm",), ()]))),
            draw(st.one_of(st.just(()), st.just(()), _times(slot, days[:1], 1))),
        )
        for number in range(draw(st.integers(1, 3)))
    )
    staff = draw(_staff(slot, days, slots))
    activities = draw(_activities(slot, rooms, staff))
    groups = ("red", "blue")
    citizens = tuple(
        Citizen(
            f"c{number}",
            draw(st.sampled_from([1, 1, 2])),
            tuple(draw(_some(groups))),
            draw(_times(slot, days, slots)),
            draw(st.sampled_from([4, 3, 6, 2, 5, 1, 0])) * slot,
            draw(st.integers(1, 4)) * slot,
            draw(_enrolments(activities)),
            frozenset(draw(st.sampled_from([()] * 5 + [(staff[0].id,)]))),
            frozenset(draw(st.sampled_from([()] * 5 + [(sites[-1].id,)]))),
        )
        for number in range(draw(st.sampled_from([3, 4, 3, 2, 1])))
    )
    problem = Problem(
        week="2026-W48",
        slot_minutes=slot,
        open_hours=open_hours,
        sites=sites,
        travel=travel,
        rooms=rooms,
        staff=staff,
        levels=draw(_levels()),
        activities=activities,
        citizens=citizens,
        groups=groups,
        separations=draw(_separations(slot, groups, citizens)),
        commitments=draw(_commitments(slot, days, slots, sites, citizens)),
        idle_interview=draw(st.sampled_from([None, *(activity.id for activity in activities)])),
        budget=draw(st.sampled_from([None, None, None, None, 150, 360])),
    )
    return replace(problem, locked=draw(_locked(problem)))


@st.composite
def small_problems_of_any_goals(draw: st.DrawFn) -> Problem:
    """The same with some goals in any order, and a reference of sessions of which some cannot be had."""
    problem = draw(small_problems())
    goals = tuple(draw(st.permutations(GOAL_NAMES))[: draw(st.integers(1, len(GOAL_NAMES)))])
    good = brute.candidates(replace(problem, locked=()))
    kept = draw(st.lists(st.sampled_from(good), max_size=3)) if good else []
    shift = draw(st.sampled_from([0, 0, 1])) * problem.slot_minutes
    reference = tuple(
        replace(each, id=f"before{number}", start=each.start + shift, end=each.end + shift)
        for number, each in enumerate(kept)
    )
    return replace(problem, goals=goals, reference=draw(st.sampled_from([reference, reference, None])))


def full_week(chance: Random) -> Problem:
    """Three people who could nearly all come to nearly everything, in groups, with all six goals."""
    activities = tuple(
        replace(
            _CLASS,
            id=name,
            counts=counts,
            minutes=chance.choice([(60,), (60, 120), (120,)]),
            max_group=chance.randint(1, 3),
            max_per_day=chance.randint(1, 2),
            cost_per_session=chance.choice([0, 70, 100]),
            cost_per_citizen=chance.choice([0, 30]),
        )
        for name, counts in (("class", True), ("talk", chance.random() < 0.5))
    )
    base = tiny(3, people=3)
    commitments = tuple(
        Commitment(f"k{c.id}{start}", (c.id,), None, hour(start), hour(start + 1), chance.random() < 0.5)
        for c in base.citizens
        for start in chance.choice([(), (), (-3,), (4,), (-1, 2), (-1, 4)])
    )
    problem = replace(
        base,
        activities=activities,
        levels=(base.levels[0], replace(base.levels[0], level=2, max_group=chance.randint(1, 2))),
        citizens=tuple(
            replace(
                each,
                level=chance.choice([1, 1, 2]),
                max_minutes=60 * chance.randint(1, 5),
                activities=tuple(
                    Enrolment(a.id, chance.randint(0, 1), chance.randint(1, 2)) for a in activities
                ),
            )
            for each in base.citizens
        ),
        commitments=commitments,
        idle_interview=chance.choice([None, "talk"]),
        goals=tuple(chance.sample(GOAL_NAMES, len(GOAL_NAMES))),
    )
    good = brute.candidates(problem)
    before = chance.sample(good, min(len(good), 3))
    return replace(problem, reference=tuple(replace(each, id=f"b{n}") for n, each in enumerate(before)))
