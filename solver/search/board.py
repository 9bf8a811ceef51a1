"""The week being built, in arrays: sessions go in and out, and the goals follow step by step.

A session lies in a row of the tables that are indexed by q, and is on the board or off it. Every step is
written to a log; rows that go off the board are kept until the log is cleared, so that what turns out worse
is taken back step by step instead of being copied beforehand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver.compiled import Ints, Longs, compiled
from solver.search import fields as f
from solver.search.fields import at1, at2, at3, draw
from solver.search.known import (
    CHANGES,
    COST,
    DUTIES,
    FAIRNESS,
    GAPS,
    HOURS,
    KEY_ACTIVITIES,
    STAFF_TIME,
    Sizes,
    reference_key,
    zeros,
)

#: What a step of the log did: a row put on the board, taken off it, a citizen who came, one who went.
PLACED, LIFTED, JOINED, GONE = range(4)
#: Steps of one round that the log holds.
LOG_STEPS = 200_000

key_of = compiled(reference_key)


def board_tables(sizes: Sizes) -> tuple[Mapping[int, NDArray[Any]], Mapping[int, NDArray[Any]]]:
    """The tables of a board with nothing on it, for ``mem`` and for ``big``."""
    n, slots, rows, staff = sizes.citizens, sizes.slots, sizes.rows, sizes.staff
    mem = {
        **{
            field: zeros(rows)
            for field in (f.ACTIVITY, f.ROOM, f.SITE, f.START, f.LENGTH, f.N_CITIZENS, f.N_OTHERS, f.N_GUARDS)
        },
        f.CITIZENS: zeros(rows, sizes.in_session),
        f.STAFF: zeros(rows, sizes.crew),
        f.LIVE: zeros(rows),
        f.PLACE_OF: zeros(rows),
        f.SPARE: np.arange(rows, dtype=np.int32)[::-1],
        f.LOG: zeros(LOG_STEPS, 3),
        f.ROOM_BUSY: zeros(sizes.rooms, slots),
        f.BUSY: zeros(n, slots),
        f.NEAR_THERE: zeros(sizes.classes, sizes.sites, slots),
        f.PEOPLE_THERE: zeros(sizes.sites, slots),
        f.ALONE_THERE: zeros(sizes.sites, slots),
        f.VISITS: zeros(n, 7, sizes.visits_a_day),
        f.N_VISITS: zeros(n, 7),
        f.ON_DUTY: zeros(staff, 7, sizes.duties_a_day),
        f.N_ON_DUTY: zeros(staff, 7),
        f.SEEN: zeros(n),
    }
    big = {f.COUNT: np.array([0, rows, 0, 0], dtype=np.int64)}
    return mem, big


@compiled
def visit_of(key: int, slots: int) -> tuple[int, int, int, int]:
    """What ``key_of`` made one number of: activity, site, start and length, in slots."""
    place, begin = key // (slots * slots), key // slots % slots
    return place % KEY_ACTIVITIES, place // KEY_ACTIVITIES, begin, key % slots


@compiled
def in_reference(mem: Ints, big: Longs, i: int, key: int) -> bool:
    """Whether the citizen has this visit in the reference (binary search)."""
    low, high = mem[at1(mem, f.REFERENCE_FROM, i)], mem[at1(mem, f.REFERENCE_FROM, i + 1)]
    while low < high:
        middle = (low + high) >> 1
        if big[at1(big, f.REFERENCE, middle)] < key:
            low = middle + 1
        else:
            high = middle
    return low < mem[at1(mem, f.REFERENCE_FROM, i + 1)] and big[at1(big, f.REFERENCE, low)] == key


@compiled
def some_session(mem: Ints, big: Longs) -> int:
    """The row of a session on the board, drawn by chance; there is one."""
    return mem[at1(mem, f.LIVE, draw(big, big[at1(big, f.COUNT, 0)]))]


@compiled
def crew_size(mem: Ints, q: int) -> int:
    """Staff of a session, guards among them."""
    return mem[at1(mem, f.N_OTHERS, q)] + mem[at1(mem, f.N_GUARDS, q)]


@compiled
def is_in(mem: Ints, q: int, i: int) -> bool:
    """Whether a citizen is in a session."""
    found = False
    for x in range(mem[at1(mem, f.N_CITIZENS, q)]):
        found = found or mem[at2(mem, f.CITIZENS, q, x)] == i
    return found


@compiled
def day_gap(mem: Ints, big: Longs, i: int, day: int) -> int:
    """Slots between the citizen's first start and last end of a day that are spent in nothing (goal gaps)."""
    low = i * 7 + day
    n_fixed = mem[at1(mem, f.FIXED_FROM, low + 1)] - mem[at1(mem, f.FIXED_FROM, low)]
    n_visits = mem[at2(mem, f.N_VISITS, i, day)]
    if n_fixed + n_visits < 2:
        return 0
    # Few stays a day: the next one by start is looked for each time.
    total = 0
    until = -1
    last_start, last_rank = -1, -1
    for _ in range(n_fixed + n_visits):
        best_start, best_end, best_rank = 1 << 30, 0, 0
        for v in range(n_fixed + n_visits):
            if v < n_fixed:
                start, end = (
                    mem[at1(mem, f.FIXED_START, mem[at1(mem, f.FIXED_FROM, low)] + v)],
                    mem[at1(mem, f.FIXED_END, mem[at1(mem, f.FIXED_FROM, low)] + v)],
                )
            else:
                q = mem[at3(mem, f.VISITS, i, day, v - n_fixed)]
                start, end = mem[at1(mem, f.START, q)], mem[at1(mem, f.START, q)] + mem[at1(mem, f.LENGTH, q)]
            after = start > last_start or (start == last_start and v > last_rank)
            if after and (start < best_start or (start == best_start and v < best_rank)):
                best_start, best_end, best_rank = start, end, v
        if until >= 0 and best_start > until:
            total += best_start - until
        until = max(until, best_end)
        last_start, last_rank = best_start, best_rank
    return total


@compiled
def _append(mem: Ints, first: int, count: int, number: int) -> None:
    """Puts a number at the end of a list: it lies from ``first`` on, how long it is lies at ``count``."""
    mem[first + mem[count]] = number
    mem[count] += 1


@compiled
def _strike(mem: Ints, first: int, count: int, number: int) -> None:
    """Takes a number out of such a list; the last one takes its place."""
    last = mem[count] - 1
    for x in range(last):
        if mem[first + x] == number:
            mem[first + x] = mem[first + last]
            break
    mem[count] = last


@compiled
def _attend(mem: Ints, big: Longs, q: int, i: int, sign: int) -> None:
    """A citizen comes to a session (sign 1) or goes out of it (-1): all that follows for them and others."""
    a, site, start, length = (
        mem[at1(mem, f.ACTIVITY, q)],
        mem[at1(mem, f.SITE, q)],
        mem[at1(mem, f.START, q)],
        mem[at1(mem, f.LENGTH, q)],
    )
    end = start + length
    day = start // mem[f.DAY_SLOTS]
    cls = mem[at1(mem, f.CLASS_OF, i)]
    for t in range(start, end):
        mem[at2(mem, f.BUSY, i, t)] += sign
        mem[at2(mem, f.PEOPLE_THERE, site, t)] += sign
    if mem[at1(mem, f.MUST_BE_ALONE, i)]:
        for t in range(start, end):
            mem[at2(mem, f.ALONE_THERE, site, t)] += sign
    for x in range(mem[at1(mem, f.NEAR_COUNT, cls)]):
        other, gap = mem[at2(mem, f.NEAR_CLASS, cls, x)], mem[at2(mem, f.NEAR_GAP, cls, x)]
        for t in range(max(0, start - gap), min(mem[f.SLOTS], end + gap)):
            mem[at3(mem, f.NEAR_THERE, other, site, t)] += sign
    gaps = big[at1(big, f.GOAL_ON, GAPS)]
    if gaps:
        big[at1(big, f.GOALS, GAPS)] -= day_gap(mem, big, i, day)
    if sign > 0:
        _append(mem, at3(mem, f.VISITS, i, day, 0), at2(mem, f.N_VISITS, i, day), q)
    else:
        _strike(mem, at3(mem, f.VISITS, i, day, 0), at2(mem, f.N_VISITS, i, day), q)
    if gaps:
        big[at1(big, f.GOALS, GAPS)] += day_gap(mem, big, i, day)
    if mem[at1(mem, f.COUNTS, a)]:
        was = mem[at1(mem, f.WEEK_LEFT, i)]
        mem[at1(mem, f.WEEK_LEFT, i)] = was - sign * length
        mem[at2(mem, f.DAY_LEFT, i, day)] -= sign * length
        big[at1(big, f.GOALS, HOURS)] -= sign * length
        big[at1(big, f.GOALS, FAIRNESS)] += (
            np.int64(mem[at1(mem, f.WEEK_LEFT, i)]) * mem[at1(mem, f.WEEK_LEFT, i)] - np.int64(was) * was
        )
    mem[at2(mem, f.LEFT, i, a)] -= sign
    mem[at3(mem, f.PER_DAY, i, day, a)] -= sign
    was = mem[at2(mem, f.MISSING, i, a)]
    mem[at2(mem, f.MISSING, i, a)] = was - sign
    big[at1(big, f.GOALS, DUTIES)] += max(0, was - sign) - max(0, was)
    if mem[at1(mem, f.SEEN_BY, a)]:
        was = mem[at1(mem, f.SEEN, i)]
        mem[at1(mem, f.SEEN, i)] = was + sign
        if mem[at1(mem, f.UNSEEN, i)]:
            big[at1(big, f.GOALS, DUTIES)] += (1 if was + sign == 0 else 0) - (1 if was == 0 else 0)
    if big[at1(big, f.GOAL_ON, CHANGES)]:
        key = key_of(a, site, start, length, mem[f.SLOTS])
        big[at1(big, f.GOALS, CHANGES)] += -sign if in_reference(mem, big, i, key) else sign
    big[at1(big, f.GOALS, COST)] += sign * big[at1(big, f.PERSON_COST, a)]
    big[at1(big, f.BUDGET, 0)] -= sign * big[at1(big, f.PERSON_COST, a)]


@compiled
def _serve(mem: Ints, big: Longs, q: int, m: int, sign: int) -> None:
    """A staff member comes to a session or leaves it."""
    day = mem[at1(mem, f.START, q)] // mem[f.DAY_SLOTS]
    mem[at1(mem, f.STAFF_LEFT, m)] -= sign * mem[at1(mem, f.LENGTH, q)]
    big[at1(big, f.GOALS, STAFF_TIME)] += sign * mem[at1(mem, f.LENGTH, q)]
    if sign > 0:
        _append(mem, at3(mem, f.ON_DUTY, m, day, 0), at2(mem, f.N_ON_DUTY, m, day), q)
    else:
        _strike(mem, at3(mem, f.ON_DUTY, m, day, 0), at2(mem, f.N_ON_DUTY, m, day), q)


@compiled
def _put(mem: Ints, big: Longs, q: int, sign: int) -> None:
    """A session on the board (1) or off it (-1), with everybody in it."""
    for t in range(mem[at1(mem, f.START, q)], mem[at1(mem, f.START, q)] + mem[at1(mem, f.LENGTH, q)]):
        mem[at2(mem, f.ROOM_BUSY, mem[at1(mem, f.ROOM, q)], t)] += sign
    for x in range(crew_size(mem, q)):
        _serve(mem, big, q, mem[at2(mem, f.STAFF, q, x)], sign)
    for x in range(mem[at1(mem, f.N_CITIZENS, q)]):
        _attend(mem, big, q, mem[at2(mem, f.CITIZENS, q, x)], sign)
    big[at1(big, f.GOALS, COST)] += sign * big[at1(big, f.SESSION_COST, mem[at1(mem, f.ACTIVITY, q)])]
    big[at1(big, f.BUDGET, 0)] -= sign * big[at1(big, f.SESSION_COST, mem[at1(mem, f.ACTIVITY, q)])]
    if sign > 0:
        mem[at1(mem, f.PLACE_OF, q)] = big[at1(big, f.COUNT, 0)]
        mem[at1(mem, f.LIVE, big[at1(big, f.COUNT, 0)])] = q
        big[at1(big, f.COUNT, 0)] += 1
    else:
        last = mem[at1(mem, f.LIVE, big[at1(big, f.COUNT, 0)] - 1)]
        mem[at1(mem, f.LIVE, mem[at1(mem, f.PLACE_OF, q)])] = last
        mem[at1(mem, f.PLACE_OF, last)] = mem[at1(mem, f.PLACE_OF, q)]
        big[at1(big, f.COUNT, 0)] -= 1


@compiled
def _note(mem: Ints, big: Longs, kind: int, q: int, i: int) -> None:
    step = big[at1(big, f.COUNT, 2)]
    mem[at2(mem, f.LOG, step, 0)], mem[at2(mem, f.LOG, step, 1)], mem[at2(mem, f.LOG, step, 2)] = kind, q, i
    big[at1(big, f.COUNT, 2)] = step + 1


@compiled
def new_row(mem: Ints, big: Longs) -> int:
    """A row that is not in use."""
    big[at1(big, f.COUNT, 1)] -= 1
    return mem[at1(mem, f.SPARE, big[at1(big, f.COUNT, 1)])]


@compiled
def place(mem: Ints, big: Longs, q: int) -> None:
    """Puts a row that has been filled in onto the board."""
    _put(mem, big, q, 1)
    _note(mem, big, PLACED, q, 0)


@compiled
def lift(mem: Ints, big: Longs, q: int) -> None:
    """Takes a session off the board."""
    _put(mem, big, q, -1)
    _note(mem, big, LIFTED, q, 0)


@compiled
def join(mem: Ints, big: Longs, q: int, i: int) -> None:
    """A citizen comes to a session on the board."""
    _append(mem, at2(mem, f.CITIZENS, q, 0), at1(mem, f.N_CITIZENS, q), i)
    _attend(mem, big, q, i, 1)
    _note(mem, big, JOINED, q, i)


@compiled
def leave(mem: Ints, big: Longs, q: int, i: int) -> None:
    """A citizen goes out of a session, which goes on without them."""
    _attend(mem, big, q, i, -1)
    _strike(mem, at2(mem, f.CITIZENS, q, 0), at1(mem, f.N_CITIZENS, q), i)
    _note(mem, big, GONE, q, i)


@compiled
def take_out(mem: Ints, big: Longs, q: int, i: int) -> None:
    """A citizen goes out of a session, which is given up where it falls below its least number."""
    if mem[at1(mem, f.N_CITIZENS, q)] - 1 < mem[at1(mem, f.LEAST, mem[at1(mem, f.ACTIVITY, q)])]:
        lift(mem, big, q)
    else:
        leave(mem, big, q, i)


@compiled
def keep(mem: Ints, big: Longs) -> None:
    """What was done since the last keeping stays: rows off the board are free again."""
    for step in range(big[at1(big, f.COUNT, 2)]):
        kind, q = mem[at2(mem, f.LOG, step, 0)], mem[at2(mem, f.LOG, step, 1)]
        if kind == LIFTED:
            mem[at1(mem, f.SPARE, big[at1(big, f.COUNT, 1)])] = q
            big[at1(big, f.COUNT, 1)] += 1
    big[at1(big, f.COUNT, 2)] = 0


@compiled
def undo_to(mem: Ints, big: Longs, first: int) -> None:
    """Takes back the steps of the log from ``first`` on."""
    for step in range(big[at1(big, f.COUNT, 2)] - 1, first - 1, -1):
        kind, q, i = (
            mem[at2(mem, f.LOG, step, 0)],
            mem[at2(mem, f.LOG, step, 1)],
            mem[at2(mem, f.LOG, step, 2)],
        )
        if kind == PLACED:
            _put(mem, big, q, -1)
            mem[at1(mem, f.SPARE, big[at1(big, f.COUNT, 1)])] = q
            big[at1(big, f.COUNT, 1)] += 1
        elif kind == LIFTED:
            _put(mem, big, q, 1)
        elif kind == JOINED:
            _attend(mem, big, q, i, -1)
            _strike(mem, at2(mem, f.CITIZENS, q, 0), at1(mem, f.N_CITIZENS, q), i)
        else:
            _append(mem, at2(mem, f.CITIZENS, q, 0), at1(mem, f.N_CITIZENS, q), i)
            _attend(mem, big, q, i, 1)
    big[at1(big, f.COUNT, 2)] = first


@compiled
def undo(mem: Ints, big: Longs) -> None:
    """Takes back everything since the last keeping."""
    undo_to(mem, big, 0)
