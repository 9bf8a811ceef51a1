"""A frame as arrays, for the relaxed week: who could be in which group when, and who could lead it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from solver.compiled import Longs
from solver.frame import Frame, bits, largest_group
from solver.problem import Activity, Level

Flags = NDArray[np.bool_]

#: Sets of people without rivals that are looked at; where there are more, rivals in a session are left out.
MOST_SETS = 64
#: Levels up to which every mix of them is looked at; where there are more, a group may need what its easiest
#: member needs.
MOST_LEVELS = 8


class Unit(NamedTuple):
    """Index names: n citizens, a activities, l lengths of an activity, t slots of the week, m staff.

    ``groups`` are the ways to fill a session of an activity: people of some levels, and what it then needs.
    """

    day_slots: int
    first: Longs  # day: the slots of the day between which any room is free
    last: Longs
    counts: Longs  # a: 1 where its slots are counted
    n_lengths: Longs  # a
    lengths: Longs  # a, l
    could_start: Flags  # a, l, t
    enrolled_from: Longs  # a + 1: where its citizens begin in ``enrolled``
    enrolled: Longs
    could_come: Flags  # n, a, l, t
    groups_from: Longs  # a + 1
    group_most: Longs
    group_helpers: Longs  # staff beside the one who leads
    group_guards: Longs
    group_people: Flags  # group, n
    peaceful: Flags  # set, n: citizens of whom no two are rivals
    leads: Flags  # m, a
    guard: Flags  # m
    free_until: Longs  # m, t: the first slot from t on in which they are not free anywhere
    hours: Longs  # m: slots left


def unit(frame: Frame, go_on: Callable[[], bool]) -> Unit | None:
    """None where stopped."""
    problem, n, slots = frame.problem, frame.n, frame.n_slots
    activities = problem.activities
    lengths = [sorted({minutes // frame.slot for minutes in a.minutes}) for a in activities]
    widest = max([1, *(len(some) for some in lengths)])
    table = np.zeros((len(activities), widest), dtype=np.int64)
    for a, some in enumerate(lengths):
        table[a, : len(some)] = some
    enrolled = [[i for i in range(n) if a in frame.sessions_left[i]] for a in range(len(activities))]
    could_come = np.zeros((n, len(activities), widest, slots), dtype=np.bool_)
    for a, some in enumerate(lengths):
        for kind, length in enumerate(some):
            rooms: dict[frozenset[str], list[int]] = {}
            for i in enrolled[a]:
                if not go_on():
                    return None
                features = frame.level[i].room_features
                if features not in rooms:
                    rooms[features] = _free_rooms(frame, a, features, length)
                could_come[i, a, kind, bits(_starts(frame, i, rooms[features], length))] = True
    groups = [list(_groups(frame, activity, set(enrolled[a]))) for a, activity in enumerate(activities)]
    every = [group for some in groups for group in some]
    first, last = _open(frame)
    return Unit(
        frame.day_slots,
        first,
        last,
        _longs(a.counts for a in activities),
        _longs(len(some) for some in lengths),
        table,
        np.asarray(could_come.any(axis=0)),
        _from(enrolled),
        _longs(i for some in enrolled for i in some),
        could_come,
        _from(groups),
        _longs(group.most for group in every),
        _longs(group.helpers for group in every),
        _longs(group.guards for group in every),
        _rows([group.people for group in every], n),
        _rows(_peaceful(frame), n),
        np.array([[a.skill in m.skills for a in activities] for m in problem.staff], dtype=np.bool_).reshape(
            len(problem.staff), len(activities)
        ),
        np.array(["guard" in m.skills for m in problem.staff], dtype=np.bool_),
        _free_until(frame),
        _longs(max(0, left) for left in frame.staff_left),
    )


class _Group(NamedTuple):
    people: int
    most: int
    helpers: int
    guards: int


def _groups(frame: Frame, activity: Activity, enrolled: set[int]) -> Iterator[_Group]:
    """R2, R5, R9: for every mix of levels, all who need no more than the mix does.

    A real group is one of these or part of one, and needs what that one needs.
    """
    levels: dict[int, Level] = {frame.level[i].level: frame.level[i] for i in sorted(enrolled)}
    seen = set()
    sizes = range(1, len(levels) + 1) if len(levels) <= MOST_LEVELS else (1,)
    for mix in (mix for size in sizes for mix in combinations(levels.values(), size)):
        most = min(largest_group(level) for level in mix)
        staff, guards = max(level.staff for level in mix), max(level.guards for level in mix)
        features = frozenset[str]().union(*(level.room_features for level in mix))
        if len(levels) > MOST_LEVELS:
            people = sum(1 << i for i in enrolled)
        else:
            people = sum(
                1 << i
                for i in enrolled
                if largest_group(frame.level[i]) >= most
                and frame.level[i].staff <= staff
                and frame.level[i].guards <= guards
                and frame.level[i].room_features <= features
            )
        rooms = [
            room.capacity
            for r, room in enumerate(frame.problem.rooms)
            if frame.room_suits(activity, r) and features <= room.features
        ]
        group = _Group(people, min([most, activity.max_group, max(rooms, default=0)]),
                       max(1, activity.staff, staff) - 1, guards)  # fmt: skip
        if group.most >= max(1, activity.min_group) and group not in seen:
            seen.add(group)
            yield group


def _starts(frame: Frame, i: int, rooms: list[int], length: int) -> int:
    """A bit for each slot in which a session of that length could begin with the citizen in it, somewhere.

    ``rooms``: by site, the starts for which a suitable room is free.
    """
    starts = 0
    for site, free in enumerate(rooms):
        if free:
            starts |= free & _windows(frame.may_attend[i][site], length)
    return starts


def _free_rooms(frame: Frame, a: int, features: frozenset[str], length: int) -> list[int]:
    """By site: the starts for which some suitable room is free for the whole length, on one day."""
    activity = frame.problem.activities[a]
    free = [0] * len(frame.problem.sites)
    if length > frame.day_slots:
        return free
    for r, room in enumerate(frame.problem.rooms):
        if room.capacity and frame.room_suits(activity, r) and features <= room.features:
            free[frame.room_site[r]] |= _windows(frame.room_free[r], length)
    late = sum(((1 << (length - 1)) - 1) << ((day + 1) * frame.day_slots - length + 1) for day in range(7))
    return [starts & ~late for starts in free]


def _windows(mask: int, length: int) -> int:
    """The slots from which on ``length`` slots of the mask are set."""
    starts = mask
    for shift in range(1, length):
        starts &= mask >> shift
    return starts


def _peaceful(frame: Frame) -> list[int]:
    """Sets of citizens of whom no two are rivals (R10): every such set of people lies inside one of these."""
    classes: dict[int, int] = {}
    for i in range(frame.n):
        rivals = frame.rivals[i]
        classes[rivals] = classes.get(rivals, 0) | 1 << i
    people = list(classes.values())
    near = [
        sum(1 << k for k, other in enumerate(people) if k != c and other & frame.rivals[bits(one)[0]])
        for c, one in enumerate(people)
    ]
    sets = _independent(near)
    if sets is None:
        return [frame.everybody]
    return [sum(people[c] for c in bits(some)) for some in sets]


def _independent(near: list[int]) -> list[int] | None:
    """All largest sets of nodes without an edge (Bron and Kerbosch 1973, with pivots); None for too many."""
    everything = (1 << len(near)) - 1
    far = [everything & ~one & ~(1 << c) for c, one in enumerate(near)]
    found: list[int] = []
    stack = [(0, everything, 0)]
    while stack:
        chosen, possible, left_out = stack.pop()
        if not possible and not left_out:
            found.append(chosen)
            if len(found) > MOST_SETS:
                return None
            continue
        if not possible:
            continue
        pivot = max(bits(possible | left_out), key=lambda c: (possible & far[c]).bit_count())
        for c in bits(possible & ~far[pivot]):
            stack.append((chosen | 1 << c, possible & far[c], left_out & far[c]))
            possible &= ~(1 << c)
            left_out |= 1 << c
    return found


def _open(frame: Frame) -> tuple[Longs, Longs]:
    free = 0
    for slots in frame.room_free:
        free |= slots
    today = [free >> day * frame.day_slots & ((1 << frame.day_slots) - 1) for day in range(7)]
    return (
        _longs((slots & -slots).bit_length() - 1 if slots else 0 for slots in today),
        _longs(slots.bit_length() for slots in today),
    )


def _free_until(frame: Frame) -> Longs:
    table = np.zeros((len(frame.problem.staff), frame.n_slots), dtype=np.int64)
    for m, sites in enumerate(frame.staff_free):
        anywhere = 0
        for slots in sites:
            anywhere |= slots
        until = frame.n_slots
        for t in range(frame.n_slots - 1, -1, -1):
            if not anywhere >> t & 1:
                until = t
            table[m, t] = until
    return table


def _rows(masks: list[int], columns: int) -> Flags:
    table = np.zeros((len(masks), columns), dtype=np.bool_)
    for row, mask in enumerate(masks):
        table[row, bits(mask)] = True
    return table


def _from(parts: list[list[Any]]) -> Longs:
    return np.cumsum([0, *(len(part) for part in parts)], dtype=np.int64)


def _longs(values: Any) -> Longs:
    return np.array(list(values), dtype=np.int64)
