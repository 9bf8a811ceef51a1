"""Recipes: an activity with the levels that may be in the session, and the rooms that suit (R2, R5, R9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from solver.compiled import Ints
from solver.frame import Frame, largest_group
from solver.problem import Level

#: Rooms of one site that the search looks at for a recipe.
MOST_ROOMS = 60


@dataclass(frozen=True, slots=True)
class Mode:
    """Levels that may be in a session together, and what it then needs.

    ``people`` and those of the ``hardest`` level among them are masks, one bit a citizen; the rest is what
    R2, R5 and R9 ask of the session: citizens at most, staff beside guards, guards, features of the room.
    """

    people: int
    hardest: int
    largest: int
    staff: int
    guards: int
    features: frozenset[str]


def modes(frame: Frame) -> list[Mode]:
    """Each level together with all milder ones; and by itself, where that asks for less."""
    people: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for i, level in enumerate(frame.level):
        people[level.level] = people.get(level.level, 0) | 1 << i
        levels[level.level] = level
    found: list[Mode] = []
    everybody, features = 0, frozenset[str]()
    largest, staff, guards = 10**6, 0, 0
    for level in sorted(levels.values(), key=lambda v: (-largest_group(v), v.staff, v.guards, v.level)):
        own = people[level.level]
        everybody |= own
        features |= level.room_features
        largest = min(largest, largest_group(level))
        staff, guards = max(staff, level.staff), max(guards, level.guards)
        found.append(Mode(everybody, own, largest, staff, guards, features))
        by_itself = Mode(own, own, largest_group(level), level.staff, level.guards, level.room_features)
        if everybody != own and (by_itself.staff, by_itself.guards, by_itself.features) != (
            staff, guards, features,
        ):  # fmt: skip
            found.append(by_itself)
    return found


def rooms_by_site(frame: Frame) -> Ints:
    """By site: its rooms, the smallest and plainest first."""
    by_site: list[list[int]] = [[] for _ in frame.problem.sites]
    rooms = frame.problem.rooms
    for r in sorted(range(len(rooms)), key=lambda r: (rooms[r].capacity, len(rooms[r].features), r)):
        by_site[frame.room_site[r]].append(r)
    widest = max([1, *(len(some) for some in by_site)])
    table = np.full((max(1, len(by_site)), widest), -1, dtype=np.int32)
    for site, some in enumerate(by_site):
        table[site, : len(some)] = some
    return table


def room_bits(site_rooms: Ints, rooms: int) -> Ints:
    """By room: its place among those of its site; -1 where the search does not look at it."""
    table = np.full(max(1, rooms), -1, dtype=np.int32)
    for some in site_rooms:
        for k, r in enumerate(some[:MOST_ROOMS]):
            if r >= 0:
                table[r] = k
    return table


class Recipe(NamedTuple):
    """An activity by number, a mode by number, and what a session of both has.

    ``most``: citizens, ``staff``: beside the guards, ``rooms``: by site a bit for each that suits, in the
    order of ``rooms_by_site``.
    """

    activity: int
    mode: int
    most: int
    staff: int
    rooms: list[int]


def recipes_of(frame: Frame, mode: Sequence[Mode], site_rooms: Ints) -> Iterator[Recipe]:
    """By activity: those with a mode that a room suits and somebody enrolled is the hardest level of."""
    for a, activity in enumerate(frame.problem.activities):
        enrolled = sum(1 << i for i in range(frame.n) if a in frame.sessions_left[i])
        for number, one in enumerate(mode):
            most = min(activity.max_group, one.largest)
            rooms = [0] * len(frame.problem.sites)
            for site, some in enumerate(site_rooms[: len(rooms)]):
                for k, r in enumerate(some[:MOST_ROOMS]):
                    if r < 0:
                        break
                    room = frame.problem.rooms[r]
                    if room.capacity and one.features <= room.features and frame.room_suits(activity, r):
                        rooms[site] |= 1 << k
            if any(rooms) and most >= max(1, activity.min_group) and enrolled & one.hardest:
                yield Recipe(a, number, most, max(1, activity.staff, one.staff), rooms)
