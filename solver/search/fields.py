"""The memory of the compiled search: where everything lies in two arrays of whole numbers.

``mem`` holds 32-bit numbers, ``big`` 64-bit ones. Compiled functions that take many arrays, or a tuple of
them, are slow to compile and to call, since every array is handed over as seven numbers; so all of it lies in
these two. Each begins with a directory: a *field* is the place in the directory that holds where its table
begins and how long its rows are. ``mem[at2(mem, BUSY, i, t)]`` is row i, column t of the table ``BUSY``;
``mem[N]`` a single number.

Tables are named with their indices: n citizens, m staff, r rooms, s sites, a activities, l lengths, p places
in the pool, h halves of the pool, q rows of sessions, t slots of the week, d weekdays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver.compiled import Longs, compiled

#: Numbers in the directory for each field: where it begins, and the numbers in a row, and in a row of rows.
ENTRY = 3

# --- mem: single numbers ----------------------------------------------------------------------------------
(
    N, N_STAFF, N_SITES, SLOTS, DAY_SLOTS, N_ACTIVITIES, N_LENGTHS, N_MODES, N_RECIPES,
    DAY_FROM, DAY_UNTIL,  # d: the slots of the day between which any room is free
    OVERNIGHT,  # whether somebody's way between two sites may cross midnight
    ROW_CITIZENS, ROW_STAFF,  # citizens and staff that a session's row has room for
    # --- what never changes: activities, and the distinct lengths of sessions
    COUNTS, SEEN_BY, LEAST, MOST,  # a
    SKILLED,  # a, m
    LENGTHS,  # l
    HAS_LENGTH,  # a, l
    # recipes: an activity together with the levels that may be in the session
    RECIPE_ACTIVITY, RECIPE_MODE, RECIPE_MOST, RECIPE_STAFF, RECIPE_GUARDS,
    RECIPES_FROM,  # a + 1: where an activity's recipes begin
    MODE_PEOPLE, MODE_HARDEST,  # mode, n
    # places
    SITE_ROOMS,  # s, k: rooms, the smallest first; -1 where there are no more
    ROOM_CAPACITY,  # r
    ROOM_BIT,  # r: its place among the rooms of its site
    ROOM_UNTIL,  # r, t: the first slot from t on in which the room is not free
    TRAVEL,  # s, s
    # staff
    GUARD,  # m
    STAFF_ORDER,  # members, those with the fewest skills first
    STAFF_PATTERN,  # m, s: row of STAFF_UNTIL
    STAFF_UNTIL,  # pattern, t
    # citizens
    PATTERN,  # n, s: row of UNTIL
    UNTIL,  # pattern, t: the first slot from t on in which they cannot be there
    RIVAL,  # n, n
    CLASS_OF,  # n: people who are kept off sites from the same others
    NEAR_COUNT,  # class
    NEAR_CLASS, NEAR_GAP,  # class, k: classes to be kept off a site, and the slots between
    MUST_BE_ALONE, LEVEL_MOST, LEVEL_STAFF, LEVEL_GUARDS,  # n
    LEVEL_ROOMS,  # n, r: the room has the features that the citizen's level asks for
    AVOIDS,  # n, m
    CAP,  # n: the most slots in a week
    REFERENCE_FROM,  # n + 1: where a citizen's keys begin in REFERENCE
    FIXED_FROM,  # n * 7 + 1: where the fixed stays of a citizen's day begin
    FIXED_START, FIXED_END,
    # --- sessions, on the board or off it: q
    ACTIVITY, ROOM, SITE, START, LENGTH,
    CITIZENS,  # q, k
    N_CITIZENS,
    STAFF,  # q, k: others first, then guards
    N_OTHERS, N_GUARDS,
    LIVE,  # rows on the board
    PLACE_OF,  # q: where in LIVE
    SPARE,  # rows not in use
    LOG,  # step, (kind, row, citizen)
    # --- what is used
    ROOM_BUSY,  # r, t
    BUSY,  # n, t
    NEAR_THERE,  # class, s, t: people there, or near in time, whom the class must not meet
    PEOPLE_THERE, ALONE_THERE,  # s, t
    VISITS,  # n, d, k: rows
    N_VISITS,  # n, d
    ON_DUTY,  # m, d, k: rows
    N_ON_DUTY,  # m, d
    # --- what is left
    WEEK_LEFT,  # n
    DAY_LEFT,  # n, d
    LEFT, LEFT_AT_FIRST,  # n, a
    PER_DAY,  # n, d, a
    MISSING,  # n, a
    SEEN, UNSEEN,  # n
    STAFF_LEFT,  # m
    # --- a round
    POOL_OF,  # p: citizens
    CREW_POOL,  # p: staff
    PLACE, CREW_PLACE,  # n, m: one more than the place in the pool; 0 for those who are not in it
    POOL_CLASSES,  # classes of people in the pool who are kept off sites from others
    ROUND_SITES,
    CHOSEN, CREW,
    FOUND,  # of the session worked out last: room, citizens, others, guards
    # --- the best week: as the sessions' rows
    KEPT_ACTIVITY, KEPT_ROOM, KEPT_SITE, KEPT_START, KEPT_LENGTH,
    KEPT_CITIZENS, KEPT_N_CITIZENS, KEPT_STAFF, KEPT_N_OTHERS, KEPT_N_GUARDS,
    KEPT_COUNT,  # one number
    MEM_END,
) = range(0, ENTRY * 109, ENTRY)  # fmt: skip

# --- big --------------------------------------------------------------------------------------------------
(
    N_GOALS,  # goals that the problem has
    FIRM,  # so many of the first of them no round may make worse than in the best week
    ORDER,  # goals, the most important first
    WEIGHTS,  # goal, and staff time: what it weighs in the sum that is annealed
    LOGS_OF,  # -ln(u)
    GOAL_ON,  # goal: whether the problem has it
    SESSION_COST, PERSON_COST,  # a
    RECIPE_ROOMS,  # recipe, s: a bit for each suitable room, in the order of SITE_ROOMS
    REFERENCE,  # keys of visits, sorted for each citizen
    GOALS, KEPT_GOALS, BEFORE_GOALS,  # goal: rank units; gaps in slots; then slots of staff time
    TRIED_GOALS,  # the same before a step that may be taken back at once
    LEAN,  # whether a round takes back what it added where the week is better without it
    THRIFTY,  # whether no round may spend more than the best week does
    LOSSES,  # k: moves that lost from 2**k up to 2**(k+1) of the sum that is annealed, no firm goal spoilt
    BUDGET,  # one number
    COUNT,  # sessions on the board, spare rows, steps in the log, rounds
    RANDOM,  # one number
    TASTE,  # see pool.py
    ROUND_COUNT,  # in the pool: citizens; sites; entries in the heap; in the pool: staff, classes
    PRIORITY,  # n
    FREE,  # site, slot of the day, h: who is free there then
    CLASS_PEOPLE,  # class, h
    ALONE_PEOPLE,  # h: who must be alone on a site
    TAKE,  # a, l, h: who may still take such a session that day
    OF_MODE, HARDEST,  # mode, h
    OWING,  # a, h
    ROOMS_AT,  # site, slot of the day: which rooms are free then, a bit each as in RECIPE_ROOMS
    CREW_AT,  # site, slot of the day, h: which staff are free there then
    CREW_HOURS,  # l, h: who has hours left for such a session
    CREW_SKILLED,  # a, h
    CREW_GUARDS,  # h
    SCORE, HEAP_ENTRY,
    BIG_END,
) = range(0, ENTRY * 38, ENTRY)  # fmt: skip


@compiled
def at1(memory: NDArray[Any], field: int, i: int) -> int:
    """Where number i of a field lies."""
    return memory[field] + i


@compiled
def at2(memory: NDArray[Any], field: int, i: int, j: int) -> int:
    """Where row i, column j of a field lies."""
    return memory[field] + i * memory[field + 1] + j


@compiled
def at3(memory: NDArray[Any], field: int, i: int, j: int, k: int) -> int:
    """Where number k of row j of block i of a field lies."""
    return memory[field] + i * memory[field + 2] + j * memory[field + 1] + k


@compiled
def draw(big: Longs, below: int) -> int:
    """A whole number from 0 to ``below`` - 1 (xorshift64: Marsaglia, "Xorshift RNGs", 2003)."""
    at = big[RANDOM]
    x = np.uint64(big[at])
    x ^= x << np.uint64(13)
    x ^= x >> np.uint64(7)
    x ^= x << np.uint64(17)
    big[at] = np.int64(x)
    return int(np.int64(x >> np.uint64(33)) % below)


def laid_out(tables: Mapping[int, NDArray[Any] | int], end: int, dtype: type[Any]) -> NDArray[Any]:
    """One array that holds a directory and the tables, each under its field."""
    size = end + sum(table.size for table in tables.values() if not isinstance(table, int))
    memory = np.zeros(size, dtype=dtype)
    at = end
    for field, table in tables.items():
        if isinstance(table, int):
            memory[field] = table
            continue
        row = table.shape[-1] if table.ndim > 1 else 0
        memory[field : field + ENTRY] = at, row, row * table.shape[-2] if table.ndim > 2 else 0
        memory[at : at + table.size] = table.ravel()
        at += table.size
    return memory


def view(memory: NDArray[Any], field: int, length: int) -> NDArray[Any]:
    """The first so many numbers of a field, to be read and written in place."""
    first = int(memory[field])
    return memory[first : first + length]


def row(memory: NDArray[Any], field: int, i: int, length: int) -> NDArray[Any]:
    """The first so many numbers of a row of a field."""
    first = int(memory[field]) + i * int(memory[field + 1])
    return memory[first : first + length]
