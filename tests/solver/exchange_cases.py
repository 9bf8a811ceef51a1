"""Files to try the exchange format on: one of each in which no list is empty, and made-up ones."""

from __future__ import annotations

import copy
import json
import re
import string
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from solver.plan import GOAL_NAMES, GoalResult, Plan, PlanStatus, Reason, Session, Unmet
from solver.problem import (
    DAY_MINUTES,
    WEEK_MINUTES,
    Activity,
    Citizen,
    Commitment,
    Enrolment,
    Interval,
    Level,
    Problem,
    Room,
    Scope,
    Separation,
    Site,
    StaffMember,
    Travel,
)

Json = Any  # a JSON value that a test takes apart

SCHEMAS = Path(__file__).parents[2] / "resources" / "schemas"


def schema(name: str) -> Json:
    """The JSON Schema ``problem`` or ``plan``."""
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))


def interval(day: int, start: str, end: str) -> Json:
    """An interval on one day of 2026-W48; ``24:00`` as an end is the next day's 00:00."""
    ends = f"2026-11-{day + 1}T00:00" if end == "24:00" else f"2026-11-{day}T{end}"
    return {"start": f"2026-11-{day}T{start}", "end": ends}


def session(name: str) -> Json:
    times = interval(24, "09:00", "10:30")
    return {"id": name, "activity": "a1", "room": "r1", **times, "staff": ["m1"], "citizens": ["c1", "c2"]}


def problem_json() -> Json:
    """A sound problem in which no list is empty and nothing is null."""
    return {
        "format": "sikkerplan-problem/1",
        "week": "2026-W48",
        "slot_minutes": 30,
        "open_hours": [interval(23, "08:00", "16:00"), interval(24, "08:00", "16:00")],
        "sites": [{"id": "s1"}, {"id": "s2", "open_hours": [interval(29, "20:00", "24:00")]}],
        "travel": [{"from": "s1", "to": "s2", "minutes": 20}],
        "rooms": [
            {"id": "r1", "site": "s1", "capacity": 6, "features": ["alarm"], "closed": []},
            {
                "id": "r2",
                "site": "s2",
                "capacity": 2,
                "features": ["alarm", "two_exits"],
                "closed": [interval(25, "00:00", "24:00")],
            },
        ],
        "staff": [
            {
                "id": "m1",
                "skills": ["guard", "teach"],
                "available": [interval(24, "08:00", "16:00")],
                "max_hours": 37,
            },
            {"id": "m2", "skills": ["teach"], "available": [], "max_hours": 7.5},
        ],
        "groups": [{"id": "g1"}, {"id": "g2"}],
        "separations": [
            {"between": ["g1", "g2"], "scope": "site", "gap_minutes": 30},
            {"between": ["g1", "g1"], "scope": "session", "gap_minutes": 0},
            {"between": ["c1", "g2"], "scope": "session", "gap_minutes": 0},
        ],
        "levels": [
            {
                "level": 1,
                "max_group": 6,
                "staff": 1,
                "guards": 0,
                "room_features": ["alarm"],
                "alone_on_site": False,
            },
            {"level": 4, "max_group": 1, "staff": 2, "guards": 1, "room_features": [], "alone_on_site": True},
        ],
        "activities": [
            {
                "id": "a1",
                "counts": True,
                "minutes": [90, 120],
                "min_group": 1,
                "max_group": 6,
                "staff": 1,
                "skill": "teach",
                "room_features": ["alarm"],
                "rooms": ["r1", "r2"],
                "max_per_day": 1,
                "cost_per_session": 900,
                "cost_per_citizen": 50,
            },
            {
                "id": "a2",
                "counts": False,
                "minutes": [30],
                "min_group": 1,
                "max_group": 1,
                "staff": 1,
                "skill": "teach",
                "room_features": [],
                "rooms": ["r1"],
                "max_per_day": 1,
                "cost_per_session": 0,
                "cost_per_citizen": 0,
            },
        ],
        "citizens": [
            {
                "id": "c1",
                "level": 1,
                "groups": ["g1"],
                "available": [interval(24, "08:00", "12:00"), interval(29, "18:00", "24:00")],
                "max_hours": 25,
                "max_daily_hours": 6.5,
                "activities": [
                    {"activity": "a1", "min_sessions": 0, "max_sessions": 2},
                    {"activity": "a2", "min_sessions": 1, "max_sessions": 1},
                ],
                "avoid_staff": ["m1", "m2"],
                "avoid_sites": ["s1", "s2"],
            },
            {
                "id": "c2",
                "level": 4,
                "groups": ["g1", "g2"],
                "available": [],
                "max_hours": 0,
                "max_daily_hours": 0,
                "activities": [],
                "avoid_staff": [],
                "avoid_sites": [],
            },
        ],
        "commitments": [
            {
                "id": "k1",
                "citizens": ["c1", "c2"],
                "site": "s2",
                **interval(25, "08:00", "15:00"),
                "counts": True,
            },
            {"id": "k2", "citizens": ["c1"], "site": "s2", **interval(27, "22:00", "24:00"), "counts": False},
        ],
        "idle_interview": "a2",
        "budget": 250000,
        "locked": [session("l1")],
        "reference": [session("p1"), session("p2")],
        "goals": ["duties", "hours"],
    }


def plan_json() -> Json:
    """A sound plan file in which no list is empty (no solver would give reasons and sessions both)."""
    return {
        "format": "sikkerplan-plan/1",
        "week": "2026-W48",
        "status": "feasible",
        "goals": [
            {"goal": "duties", "value": 1, "bound": 0, "proven": False},
            {"goal": "hours", "value": 2.5, "bound": 3, "proven": True},
        ],
        "sessions": [session("p1"), session("p2")],
        "unmet": [{"citizen": "c1", "duty": "interview"}, {"citizen": "c1", "duty": "interview"}],
        "reasons": [{"rule": "R3", "ids": ["l1", "r1"], "text": "Two locked sessions share a room."}],
    }


def steps(path: str) -> list[str | int]:
    """``citizens[0].id`` as ``["citizens", 0, "id"]``."""
    return [int(index) if index else name for name, index in re.findall(r"([a-z_]+)|\[(\d+)\]", path)]


def changed(value: Json, path: str, change: Callable[[Json], Json]) -> Json:
    """A copy of a JSON value in which what stands at ``path`` has been changed."""
    result = copy.deepcopy(value)
    *way, last = steps(path)
    place = result
    for step in way:
        place = place[step]
    place[last] = change(place[last])
    return result


def replaced(value: Json, path: str, new: Json) -> Json:
    return changed(value, path, lambda _: copy.deepcopy(new))


def without(value: Json, path: str) -> Json:
    """A copy of a JSON value without the object's member at ``path``."""
    result = copy.deepcopy(value)
    *way, last = steps(path)
    place = result
    for step in way:
        place = place[step]
    del place[last]
    return result


def places(value: Json, path: str = "") -> Iterator[tuple[str, Json]]:
    """Every value inside a JSON value, with its path; odd keys that no path can lead to are passed over."""
    if isinstance(value, dict):
        for key, member in value.items():
            if re.fullmatch("[a-z_]+", key) is None:
                continue
            inner = f"{path}.{key}" if path else key
            yield inner, member
            yield from places(member, inner)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield f"{path}[{index}]", item
            yield from places(item, f"{path}[{index}]")


ID_CHARACTERS = string.ascii_letters + string.digits + "_.-"
ids = st.text(ID_CHARACTERS, min_size=1, max_size=64)
short_ids = st.text(ID_CHARACTERS, min_size=1, max_size=5)
words = st.frozensets(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12), max_size=3)
counts = st.integers(0, 1_000_000_000)
weeks = st.builds(
    lambda day: "{}-W{:02}".format(*day.isocalendar()[:2]), st.dates(date(1990, 1, 1), date(2090, 12, 31))
)
numbers = st.floats(allow_nan=False, allow_infinity=False)


def _some(draw: st.DrawFn, known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(draw(st.lists(st.sampled_from(known), max_size=4, unique=True))) if known else ()


def _unique(draw: st.DrawFn, least: int = 0) -> tuple[str, ...]:
    return tuple(draw(st.lists(short_ids, min_size=least, max_size=4, unique=True)))


@st.composite
def intervals(draw: st.DrawFn, slot: int) -> Interval:
    day = draw(st.integers(0, 6)) * DAY_MINUTES
    slots = DAY_MINUTES // slot
    start = draw(st.integers(0, slots - 1))
    return Interval(day + start * slot, day + draw(st.integers(start + 1, slots)) * slot)


@st.composite
def _sessions(
    draw: st.DrawFn,
    slot: int,
    kinds: tuple[tuple[str, ...], ...] | None = None,
) -> tuple[Session, ...]:
    """Sessions that name what there is: activities, rooms, staff and citizens, or anything at all."""
    if kinds is None:
        kinds = (_unique(draw, 1), _unique(draw, 1), _unique(draw), _unique(draw))
    activities, rooms, staff, citizens = kinds
    if not activities or not rooms:
        return ()
    sessions = []
    for name in draw(st.lists(ids, max_size=3, unique=True)):
        time = draw(intervals(slot))
        activity, room = draw(st.sampled_from(activities)), draw(st.sampled_from(rooms))
        people = _some(draw, staff), _some(draw, citizens)
        sessions.append(Session(name, activity, room, time.start, time.end, *people))
    return tuple(sessions)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Sound problems of every shape that the format allows."""
    slot = draw(st.sampled_from([15, 30, 60]))
    times = st.lists(intervals(slot), max_size=3).map(tuple)
    hours = st.integers(0, WEEK_MINUTES // slot).map(lambda slots: slots * slot)
    lengths = st.lists(st.integers(1, DAY_MINUTES // slot), min_size=1, max_size=3, unique=True).map(
        lambda slots: tuple(count * slot for count in slots)
    )
    site_ids, staff_ids, activity_ids = _unique(draw), _unique(draw), _unique(draw)
    people = _unique(draw)
    split = draw(st.integers(0, len(people)))
    groups, citizen_ids = people[:split], people[split:]
    level_numbers = draw(st.lists(counts, max_size=3, unique=True))
    room_ids = _unique(draw) if site_ids else ()
    pairs = [(a, b) for i, a in enumerate(site_ids) for b in site_ids[i + 1 :]]
    sides = [(a, b) for a in people for b in people if a != b or a in groups]
    scopes: tuple[Scope, ...] = ("session", "site")

    def low_high(least: int | None = None) -> tuple[int, int]:
        """Two counts in order, the first at most ``least``."""
        low, high = sorted((draw(counts), draw(counts)))
        return (low if least is None else min(low, least)), high

    activities = []
    for name in activity_ids:
        low, high = low_high()
        activity = Activity(
            name,
            draw(st.booleans()),
            draw(lengths),
            low,
            high,
            draw(counts),
            draw(words.filter(bool).map(min)),
            draw(words),
            frozenset(_some(draw, room_ids)) if draw(st.booleans()) else None,
            draw(counts),
            draw(counts),
            draw(counts),
        )
        activities.append(activity)
    citizens = [
        Citizen(
            name,
            draw(st.sampled_from(level_numbers)),
            _some(draw, groups),
            draw(times),
            draw(hours),
            draw(hours),
            tuple(Enrolment(activity, *low_high(least=672)) for activity in _some(draw, activity_ids)),
            frozenset(_some(draw, staff_ids)),
            frozenset(_some(draw, site_ids)),
        )
        for name in (citizen_ids if level_numbers else ())
    ]
    present = tuple(citizen.id for citizen in citizens)
    standing = [pair for pair in sides if set(pair) <= {*groups, *present}]
    commitments = []
    for name in _unique(draw):
        time = draw(intervals(slot))
        site = draw(st.sampled_from((None, *site_ids)))
        held = Commitment(name, _some(draw, present), site, time.start, time.end, draw(st.booleans()))
        commitments.append(held)
    kinds = (activity_ids, room_ids, staff_ids, present)
    return Problem(
        week=draw(weeks),
        slot_minutes=slot,
        open_hours=draw(times),
        sites=tuple(Site(name, draw(st.none() | times)) for name in site_ids),
        rooms=tuple(
            Room(name, draw(st.sampled_from(site_ids)), draw(counts), draw(words), draw(times))
            for name in room_ids
        ),
        staff=tuple(StaffMember(name, draw(words), draw(times), draw(hours)) for name in staff_ids),
        levels=tuple(
            Level(number, draw(counts), draw(counts), draw(counts), draw(words), draw(st.booleans()))
            for number in level_numbers
        ),
        activities=tuple(activities),
        citizens=tuple(citizens),
        travel=tuple(Travel(a, b, draw(counts)) for a, b in pairs if draw(st.booleans())),
        groups=groups,
        separations=tuple(
            Separation(pair, draw(st.sampled_from(scopes)), draw(counts)) for pair in standing[:4]
        ),
        commitments=tuple(commitments),
        idle_interview=draw(st.sampled_from((None, *activity_ids))),
        budget=draw(st.none() | counts),
        locked=draw(_sessions(slot, kinds)),
        reference=draw(st.none() | _sessions(slot, kinds)),
        goals=tuple(draw(st.lists(st.sampled_from(GOAL_NAMES), unique=True))),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans of every shape that the format allows."""
    statuses: tuple[PlanStatus, ...] = ("optimal", "feasible", "infeasible", "unknown")
    names = draw(st.lists(st.sampled_from(GOAL_NAMES), unique=True))
    text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
    rules = st.integers(1, 15).map("R{}".format)
    return Plan(
        week=draw(weeks),
        status=draw(st.sampled_from(statuses)),
        goals=tuple(GoalResult(name, draw(numbers), draw(numbers), draw(st.booleans())) for name in names),
        sessions=draw(_sessions(1)),
        unmet=tuple(draw(st.lists(st.builds(Unmet, ids, ids), max_size=3))),
        reasons=tuple(
            draw(st.lists(st.builds(Reason, rules, st.lists(ids, max_size=3).map(tuple), text), max_size=3))
        ),
    )
