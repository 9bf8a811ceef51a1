"""A frame as arrays of whole numbers: what the compiled search knows and never changes.

Indices are those of the problem: citizens ``n``, staff ``m``, rooms ``r``, sites ``s``, activities ``a``;
times are slots of the week. A *recipe* is an activity together with the levels that may be in the session
(R2, R5, R9).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver.compiled import Ints, Longs
from solver.frame import Frame, bits, largest_group
from solver.plan import GOAL_NAMES
from solver.problem import Problem
from solver.search import fields as f
from solver.search.recipes import Recipe, modes, recipes_of, room_bits, rooms_by_site
from solver.week import attendances

#: More kroner than any week costs.
NO_BUDGET = 2**60
#: The goals' positions in the tables that are indexed by goal.
DUTIES, HOURS, FAIRNESS, CHANGES, GAPS, COST = range(len(GOAL_NAMES))
#: More activities than a problem has: the factor that parts them from sites in the key of a visit.
KEY_ACTIVITIES = 4096
#: What stands after the goals in those tables: slots of work of all staff. No goal, but a help on the way.
STAFF_TIME = len(GOAL_NAMES)
N_AIMS = STAFF_TIME + 1


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the tables are: the same index names as in ``fields``."""

    citizens: int
    staff: int
    rooms: int
    sites: int
    activities: int
    slots: int
    day_slots: int
    lengths: int
    modes: int
    classes: int
    #: Sessions: twice as many as can be on the board, since what a round takes off stays known until it ends.
    rows: int
    #: Citizens and staff of one session, a citizen's and a staff member's sessions of one day: at most.
    in_session: int
    crew: int
    visits_a_day: int
    duties_a_day: int


def reference_key(activity: int, site: int, start: int, length: int, slots: int) -> int:
    """A visit as one number; ``slots``: those of the week. Written so that compiled code can use it too."""
    return ((site * KEY_ACTIVITIES + activity) * slots + start) * slots + length


def _flags(rows: Sequence[int], columns: int) -> Ints:
    table = np.zeros((max(1, len(rows)), max(1, columns)), dtype=np.int32)
    for row, mask in enumerate(rows):
        table[row, bits(mask)] = 1
    return table


def _until(masks: Sequence[int], slots: int) -> Ints:
    """By row and slot: the first slot from there on that is not set in the mask."""
    table = np.empty((max(1, len(masks)), slots), dtype=np.int32)
    for row, mask in enumerate(masks):
        free = np.zeros(slots, dtype=bool)
        free[bits(mask)] = True
        ends = np.where(free, slots, np.arange(slots))
        table[row] = np.minimum.accumulate(ends[::-1])[::-1]
    return table


def _patterns(table: Sequence[Sequence[int]], sites: int) -> tuple[Ints, list[int]]:
    """Equal masks are kept once: (index by person and site, the masks)."""
    index: dict[int, int] = {0: 0}
    found = np.zeros((max(1, len(table)), max(1, sites)), dtype=np.int32)
    for person, by_site in enumerate(table):
        for site, mask in enumerate(by_site):
            found[person, site] = index.setdefault(mask, len(index))
    return found, list(index)


def _classes(frame: Frame) -> tuple[list[int], list[dict[int, int]]]:
    """People who are kept off sites from the same others: (class by citizen, class → other class → gap)."""
    sides: list[list[tuple[int, int]]] = [[] for _ in range(frame.n)]
    apart = [a for a in frame.aparts if a.site_gap is not None]
    for k, pair in enumerate(apart):
        for side, mask in enumerate((pair.left, pair.right)):
            for i in bits(mask):
                sides[i].append((k, side))
    index: dict[tuple[tuple[int, int], ...], int] = {}
    class_of = [index.setdefault(tuple(mine), len(index)) for mine in sides]
    holds: dict[tuple[int, int], list[int]] = {}
    for mine, number in index.items():
        for side_of in mine:
            holds.setdefault(side_of, []).append(number)
    near: list[dict[int, int]] = [{} for _ in range(max(1, len(index)))]
    for k, pair in enumerate(apart):
        assert pair.site_gap is not None
        for one in holds.get((k, 0), ()):
            for other in holds.get((k, 1), ()):
                near[one][other] = max(pair.site_gap, near[one].get(other, 0))
                near[other][one] = max(pair.site_gap, near[other].get(one, 0))
    return class_of, near


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a frame: the sizes of all tables, and those that begin with something in them."""

    sizes: Sizes
    mem: Mapping[int, NDArray[Any] | int]
    big: Mapping[int, NDArray[Any] | int]


def known(frame: Frame, ranks: Sequence[int]) -> Known:
    """``ranks``: what each of ``GOAL_NAMES`` comes to with no new session, gaps in slots."""
    problem = frame.problem
    n, sites, slots = frame.n, len(problem.sites), frame.n_slots
    rooms, staff, activities = problem.rooms, problem.staff, problem.activities
    lengths = sorted({minutes // frame.slot for a in activities for minutes in a.minutes})
    mode = modes(frame)
    site_rooms = rooms_by_site(frame)
    recipes = list(recipes_of(frame, mode, site_rooms))
    classes, near = _near(frame)
    mem: dict[int, NDArray[Any] | int] = {
        f.N: n,
        f.N_STAFF: len(staff),
        f.N_SITES: sites,
        f.SLOTS: slots,
        f.DAY_SLOTS: frame.day_slots,
        f.N_ACTIVITIES: len(activities),
        f.N_LENGTHS: len(lengths),
        f.N_MODES: len(mode),
        f.N_RECIPES: len(recipes),
        f.DAY_FROM: _ints(first for first, _ in _open_days(frame)),
        f.DAY_UNTIL: _ints(until for _, until in _open_days(frame)),
        f.OVERNIGHT: _overnight(frame),
        f.COUNTS: _ints(a.counts for a in activities),
        f.SEEN_BY: _ints(frame.ends_idleness(a) for a in range(len(activities))),
        f.LEAST: _ints(max(1, a.min_group) for a in activities),
        f.MOST: _ints(a.max_group for a in activities),
        f.LENGTHS: _ints(lengths),
        f.HAS_LENGTH: _flags(
            [sum(1 << lengths.index(m // frame.slot) for m in set(a.minutes)) for a in activities],
            len(lengths),
        ),
        f.RECIPE_ACTIVITY: _ints(recipe.activity for recipe in recipes),
        f.RECIPE_MODE: _ints(recipe.mode for recipe in recipes),
        f.RECIPE_MOST: _ints(recipe.most for recipe in recipes),
        f.RECIPE_STAFF: _ints(recipe.staff for recipe in recipes),
        f.RECIPE_GUARDS: _ints(mode[recipe.mode].guards for recipe in recipes),
        f.RECIPES_FROM: np.searchsorted(
            [recipe.activity for recipe in recipes], range(len(activities) + 1)
        ).astype(np.int32),
        f.MODE_PEOPLE: _flags([m.people for m in mode], n),
        f.MODE_HARDEST: _flags([m.hardest for m in mode], n),
        f.SITE_ROOMS: site_rooms,
        f.ROOM_CAPACITY: _ints(min(room.capacity, n) for room in rooms),
        f.ROOM_BIT: room_bits(site_rooms, len(rooms)),
        f.ROOM_UNTIL: _until(frame.room_free, slots),
        f.TRAVEL: np.array(frame.travel, dtype=np.int32).reshape(sites, sites),
        **_staff(frame),
        **_citizens(frame),
        **near,
        **_fixed_stays(frame),
        **_left(frame),
    }
    budget = frame.budget_left
    reference_from, reference = _reference(frame)
    mem[f.REFERENCE_FROM] = reference_from
    big: dict[int, NDArray[Any] | int] = {
        f.N_GOALS: len(problem.goals),
        f.ORDER: np.array([GOAL_NAMES.index(goal) for goal in problem.goals], dtype=np.int64),
        f.GOAL_ON: np.array(_goals_on(problem), dtype=np.int64),
        f.SESSION_COST: np.array([a.cost_per_session for a in activities], dtype=np.int64),
        f.PERSON_COST: np.array([a.cost_per_citizen for a in activities], dtype=np.int64),
        f.RECIPE_ROOMS: np.array([recipe.rooms for recipe in recipes], dtype=np.int64).reshape(
            len(recipes), sites
        ),
        f.REFERENCE: reference,
        f.GOALS: np.array([*ranks, 0], dtype=np.int64),
        f.BUDGET: np.array([NO_BUDGET if budget is None else budget], dtype=np.int64),
    }
    return Known(_sizes(frame, lengths, len(mode), classes, recipes), mem, big)


def _sizes(
    frame: Frame, lengths: Sequence[int], n_modes: int, classes: int, recipes: Sequence[Recipe]
) -> Sizes:
    problem = frame.problem
    shortest = min(lengths, default=1)
    capacity = max((room.capacity for room in problem.rooms), default=0)
    a_day = frame.day_slots // shortest + 1
    visits = [
        sum(max(0, frame.per_day_left(i, a, day)) for a in frame.sessions_left[i])
        for i in range(frame.n)
        for day in range(7)
    ]
    return Sizes(
        frame.n,
        len(problem.staff),
        len(problem.rooms),
        len(problem.sites),
        len(problem.activities),
        frame.n_slots,
        frame.day_slots,
        len(lengths),
        n_modes,
        classes,
        2 * sum(free.bit_count() // shortest + 1 for free in frame.room_free) + 8,
        min(max((recipe.most for recipe in recipes), default=1), capacity, frame.n),
        max((recipe.staff for recipe in recipes), default=1) + _most_guards(frame),
        min(max(visits, default=0), a_day),
        a_day,
    )


def _most_guards(frame: Frame) -> int:
    return max((level.guards for level in frame.level), default=0)


def _staff(frame: Frame) -> dict[int, NDArray[Any] | int]:
    members = frame.problem.staff
    pattern, masks = _patterns(frame.staff_free, len(frame.problem.sites))
    guards = sum(1 << m for m, member in enumerate(members) if "guard" in member.skills)
    return {
        f.SKILLED: _flags(
            [
                sum(1 << m for m, member in enumerate(members) if a.skill in member.skills)
                for a in frame.problem.activities
            ],
            len(members),
        ),
        f.GUARD: _flags([guards], len(members)),
        # Whoever has fewer skills is asked first, so that rare skills stay free.
        f.STAFF_ORDER: _ints(sorted(range(len(members)), key=lambda m: (len(members[m].skills), m))),
        f.STAFF_PATTERN: pattern,
        f.STAFF_UNTIL: _until(masks, frame.n_slots),
        f.STAFF_LEFT: _ints(frame.staff_left),
    }


def _citizens(frame: Frame) -> dict[int, NDArray[Any] | int]:
    problem, n = frame.problem, frame.n
    pattern, masks = _patterns(frame.may_attend, len(problem.sites))
    suits = {
        level: sum(1 << r for r, room in enumerate(problem.rooms) if level.room_features <= room.features)
        for level in set(frame.level)
    }
    return {
        f.PATTERN: pattern,
        f.UNTIL: _until(masks, frame.n_slots),
        f.RIVAL: _flags(frame.rivals, n),
        f.MUST_BE_ALONE: _flags([frame.alone], n),
        f.LEVEL_MOST: _ints(largest_group(level) for level in frame.level),
        f.LEVEL_STAFF: _ints(level.staff for level in frame.level),
        f.LEVEL_GUARDS: _ints(level.guards for level in frame.level),
        f.LEVEL_ROOMS: _flags([suits[level] for level in frame.level], len(problem.rooms)),
        f.AVOIDS: _flags(
            [sum(1 << frame.staff_index[m] for m in citizen.avoid_staff) for citizen in problem.citizens],
            len(problem.staff),
        ),
        f.CAP: _ints(citizen.max_minutes // frame.slot for citizen in problem.citizens),
    }


def _near(frame: Frame) -> tuple[int, dict[int, NDArray[Any] | int]]:
    """How many classes of people there are, and which are kept off a site from which others."""
    class_of, near = _classes(frame)
    widest = max([1, *(len(others) for others in near)])
    near_class, near_gap = zeros(len(near), widest), zeros(len(near), widest)
    for number, others in enumerate(near):
        for k, (other, gap) in enumerate(sorted(others.items())):
            near_class[number, k], near_gap[number, k] = other, gap
    return len(near), {
        f.CLASS_OF: _ints(class_of),
        f.NEAR_COUNT: _ints(len(others) for others in near),
        f.NEAR_CLASS: near_class,
        f.NEAR_GAP: near_gap,
    }


def _left(frame: Frame) -> dict[int, NDArray[Any] | int]:
    """What the new sessions may still use up, and the duties that are open."""
    n, activities = frame.n, len(frame.problem.activities)
    left, missing, per_day = zeros(n, activities), zeros(n, activities), zeros(n, 7, activities)
    for i in range(n):
        for a, count in frame.sessions_left[i].items():
            left[i, a] = count
            per_day[i, :, a] = [frame.per_day_left(i, a, day) for day in range(7)]
        for a, count in frame.missing[i].items():
            missing[i, a] = count
    return {
        f.WEEK_LEFT: _ints(frame.week_left),
        f.DAY_LEFT: np.array(frame.day_left, dtype=np.int32).reshape(n, 7),
        f.LEFT: left,
        f.LEFT_AT_FIRST: left.copy(),
        f.PER_DAY: per_day,
        f.MISSING: missing,
        f.UNSEEN: _flags([frame.idle], n),
    }


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int32)


def _open_days(frame: Frame) -> list[tuple[int, int]]:
    """By weekday: the slots of the day between which any room is free; (0, 0) where none is."""
    free = 0
    for slots in frame.room_free:
        free |= slots
    days = []
    for day in range(7):
        today = free >> day * frame.day_slots & ((1 << frame.day_slots) - 1)
        days.append(((today & -today).bit_length() - 1, today.bit_length()) if today else (0, 0))
    return days


def _overnight(frame: Frame) -> int:
    """1 where sites are open so near to midnight that a way between two days could be too short, else 0."""
    farthest = max((way for row in frame.travel for way in row), default=0)
    if not farthest:
        return 0
    free = 0
    for slots in frame.site_open:
        free |= slots
    return int(
        any(
            free >> midnight & ((1 << farthest) - 1) and free >> (midnight - farthest) & ((1 << farthest) - 1)
            for midnight in range(frame.day_slots, frame.n_slots, frame.day_slots)
        )
    )


def _goals_on(problem: Problem) -> list[bool]:
    """By goal: whether it is asked for. Without a reference nothing is a change."""
    on = [goal in problem.goals for goal in GOAL_NAMES]
    on[CHANGES] = on[CHANGES] and problem.reference is not None
    return on


def _reference(frame: Frame) -> tuple[Ints, Longs]:
    """The reference's visits that a new session could match, as sorted keys by citizen."""
    visits: list[list[int]] = [[] for _ in range(frame.n)]
    if frame.problem.reference is not None:
        fixed = attendances(frame, frame.fixed)
        for visit in attendances(frame, frame.problem.reference) - fixed:
            citizen, activity, site, start, end = visit
            key = reference_key(
                frame.activity_index[activity],
                site,
                start // frame.slot,
                (end - start) // frame.slot,
                frame.n_slots,
            )
            visits[frame.citizen_index[citizen]].append(key)
    starts = np.cumsum([0, *(len(mine) for mine in visits)], dtype=np.int32)
    keys = [key for mine in visits for key in sorted(mine)]
    return starts, np.array(keys, dtype=np.int64)


def _fixed_stays(frame: Frame) -> dict[int, NDArray[Any] | int]:
    """Slots of everybody's locked sessions and commitments, which the goal gaps counts too."""
    stays: list[list[tuple[int, int]]] = [[] for _ in range(frame.n * 7)]
    for stay in frame.stays:
        for i in bits(stay.citizens):
            stays[i * 7 + frame.day_of(stay.start)].append((stay.start, stay.end))
    ordered = [stay for mine in stays for stay in sorted(mine)]
    return {
        f.FIXED_FROM: np.cumsum([0, *(len(mine) for mine in stays)], dtype=np.int32),
        f.FIXED_START: _ints(start for start, _ in ordered),
        f.FIXED_END: _ints(end for _, end in ordered),
    }


def zeros(rows: int, *columns: int) -> Ints:
    """A table of 32-bit zeros, with at least one of each index."""
    return np.zeros((max(1, rows), *(max(1, c) for c in columns)), dtype=np.int32)


def longs(rows: int, *columns: int) -> Longs:
    """The same with 64 bits."""
    return np.zeros((max(1, rows), *(max(1, c) for c in columns)), dtype=np.int64)
