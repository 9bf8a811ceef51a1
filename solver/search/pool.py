"""A round's pool of citizens and staff, and who of them is free when and where, as sets in two numbers.

A round looks at a *pool* of at most ``POOL`` citizens and as many staff, in the order in which they are
served, so that sets of them are two numbers of ``HALF`` bits, and at no more than ``SITES`` sites: a round
then takes as long in a large unit as in a small one. The sets may hold somebody who is not free (rivals in
the making, a night between), never leave out somebody who is; who is chosen is asked for exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from numpy.typing import NDArray

from solver.compiled import Ints, Longs, compiled
from solver.search import fields as f
from solver.search.fields import at1, at2, at3, draw
from solver.search.known import Sizes, longs, zeros
from solver.search.possible import may_take
from solver.search.recipes import MOST_ROOMS

HALF = 62
POOL = 2 * HALF
SITES = 8
#: The positions in ``TASTE``: weights of staff time and of the later goals in a round, whether interviews of
#: idle citizens are asked for, and the score that a slot of staff time must win for a session to be held.
CREW_WEIGHT, LIKES_REFERENCE, GAP, THRIFT, IDLE_TOO, LEAST_WORTH = range(6)


def pool_tables(sizes: Sizes) -> tuple[Mapping[int, NDArray[Any]], Mapping[int, NDArray[Any]]]:
    """Room for a round's pool, for ``mem`` and for ``big``."""
    mem = {
        f.POOL_OF: zeros(POOL),
        f.CREW_POOL: zeros(POOL),
        f.PLACE: zeros(sizes.citizens),
        f.CREW_PLACE: zeros(sizes.staff),
        f.POOL_CLASSES: zeros(sizes.classes),
        f.ROUND_SITES: zeros(max(SITES, sizes.sites)),
    }
    big = {
        f.TASTE: longs(6),
        f.ROUND_COUNT: longs(5),
        f.PRIORITY: longs(sizes.citizens),
        f.FREE: longs(SITES, sizes.day_slots, 2),
        f.CLASS_PEOPLE: longs(sizes.classes, 2),
        f.ALONE_PEOPLE: longs(2),
        f.TAKE: longs(sizes.activities, sizes.lengths, 2),
        f.OF_MODE: longs(sizes.modes, 2),
        f.HARDEST: longs(sizes.modes, 2),
        f.OWING: longs(sizes.activities, 2),
        f.ROOMS_AT: longs(SITES, sizes.day_slots),
        f.CREW_AT: longs(SITES, sizes.day_slots, 2),
        f.CREW_HOURS: longs(sizes.lengths, 2),
        f.CREW_SKILLED: longs(sizes.activities, 2),
        f.CREW_GUARDS: longs(2),
    }
    return mem, big


@compiled
def owed(mem: Ints, big: Longs, i: int, a: int, idle_too: int) -> bool:
    """Whether a session of the activity mends a duty of the citizen."""
    if mem[at2(mem, f.MISSING, i, a)] > 0:
        return True
    if not mem[at1(mem, f.SEEN_BY, a)] or not mem[at1(mem, f.UNSEEN, i)] or mem[at1(mem, f.SEEN, i)]:
        return False
    return bool(idle_too or mem[at1(mem, f.COUNTS, a)])


@compiled
def _mark(mem: Ints, big: Longs, field: int, x: int, first: int, until: int, h: int, bit: int) -> None:
    """Puts somebody into the sets of site ``x`` for slots of the day from ``first`` to ``until``."""
    for s in range(first, until):
        big[at3(big, field, x, s, h)] |= bit


@compiled
def _erase(mem: Ints, big: Longs, field: int, x: int, first: int, until: int, h: int, bit: int) -> None:
    for s in range(max(0, first), min(mem[f.DAY_SLOTS], until)):
        big[at3(big, field, x, s, h)] &= ~bit


@compiled
def _mark_runs(
    mem: Ints, big: Longs, field: int, x: int, until_of: int, pattern: int, day: int, h: int, bit: int
) -> None:
    """Puts somebody into the sets of a site wherever their pattern of the week is free on a day."""
    first = day * mem[f.DAY_SLOTS]
    last = first + mem[at1(mem, f.DAY_UNTIL, day)]
    t = first + mem[at1(mem, f.DAY_FROM, day)]
    while t < last:
        until = min(mem[at2(mem, until_of, pattern, t)], last)
        _mark(mem, big, field, x, t - first, until - first, h, bit)
        t = until + 1


@compiled
def _erase_sessions(
    mem: Ints, big: Longs, field: int, x: int, rows: int, n_rows: int, day: int, h: int, bit: int
) -> None:
    """Takes somebody out of the sets of a site while they are in sessions, or on the way to or from them."""
    first, site = day * mem[f.DAY_SLOTS], mem[at1(mem, f.ROUND_SITES, x)]
    for y in range(n_rows):
        q = mem[rows + y]
        way = mem[at2(mem, f.TRAVEL, site, mem[at1(mem, f.SITE, q)])]
        start = mem[at1(mem, f.START, q)] - first
        _erase(mem, big, field, x, start - way, start + mem[at1(mem, f.LENGTH, q)] + way, h, bit)


@compiled
def look(mem: Ints, big: Longs, day: int) -> None:
    """Works out the sets for a day."""
    for x in range(big[at1(big, f.ROUND_COUNT, 1)]):
        for s in range(mem[f.DAY_SLOTS]):
            for h in range(2):
                big[at3(big, f.FREE, x, s, h)] = big[at3(big, f.CREW_AT, x, s, h)] = 0
    _look_at_rooms(mem, big, day)
    _look_at_citizens(mem, big, day)
    _look_at_staff(mem, big, day)


@compiled
def _look_at_rooms(mem: Ints, big: Longs, day: int) -> None:
    first = day * mem[f.DAY_SLOTS]
    for x in range(big[at1(big, f.ROUND_COUNT, 1)]):
        site = mem[at1(mem, f.ROUND_SITES, x)]
        for s in range(mem[at1(mem, f.DAY_FROM, day)], mem[at1(mem, f.DAY_UNTIL, day)]):
            free = 0
            # The directory's second number is how long a row is.
            for k in range(min(MOST_ROOMS, mem[f.SITE_ROOMS + 1])):
                r = mem[at2(mem, f.SITE_ROOMS, site, k)]
                if r < 0:
                    break
                if not mem[at2(mem, f.ROOM_BUSY, r, first + s)] and (
                    mem[at2(mem, f.ROOM_UNTIL, r, first + s)] > first + s
                ):
                    free |= 1 << k
            big[at2(big, f.ROOMS_AT, x, s)] = free


@compiled
def _look_at_citizens(mem: Ints, big: Longs, day: int) -> None:
    for h in range(2):
        big[at1(big, f.ALONE_PEOPLE, h)] = 0
        for mode in range(mem[f.N_MODES]):
            big[at2(big, f.OF_MODE, mode, h)] = big[at2(big, f.HARDEST, mode, h)] = 0
        for a in range(mem[f.N_ACTIVITIES]):
            big[at2(big, f.OWING, a, h)] = 0
            for kind in range(mem[f.N_LENGTHS]):
                big[at3(big, f.TAKE, a, kind, h)] = 0
    for i in range(mem[f.N]):
        mem[at1(mem, f.PLACE, i)] = 0
    for y in range(big[at1(big, f.ROUND_COUNT, 4)]):
        cls = mem[at1(mem, f.POOL_CLASSES, y)]
        big[at2(big, f.CLASS_PEOPLE, cls, 0)] = big[at2(big, f.CLASS_PEOPLE, cls, 1)] = 0
    big[at1(big, f.ROUND_COUNT, 4)] = 0
    for p in range(big[at1(big, f.ROUND_COUNT, 0)]):
        i, h, bit = mem[at1(mem, f.POOL_OF, p)], p // HALF, 1 << (p % HALF)
        mem[at1(mem, f.PLACE, i)] = p + 1
        visits = at3(mem, f.VISITS, i, day, 0)
        for x in range(big[at1(big, f.ROUND_COUNT, 1)]):
            site = mem[at1(mem, f.ROUND_SITES, x)]
            _mark_runs(mem, big, f.FREE, x, f.UNTIL, mem[at2(mem, f.PATTERN, i, site)], day, h, bit)
            _erase_sessions(mem, big, f.FREE, x, visits, mem[at2(mem, f.N_VISITS, i, day)], day, h, bit)
        if mem[at1(mem, f.MUST_BE_ALONE, i)]:
            big[at1(big, f.ALONE_PEOPLE, h)] |= bit
        for mode in range(mem[f.N_MODES]):
            if mem[at2(mem, f.MODE_PEOPLE, mode, i)]:
                big[at2(big, f.OF_MODE, mode, h)] |= bit
            if mem[at2(mem, f.MODE_HARDEST, mode, i)]:
                big[at2(big, f.HARDEST, mode, h)] |= bit
        _look_at_wishes(mem, big, i, day, h, bit)
        _add_to_class(mem, big, mem[at1(mem, f.CLASS_OF, i)], h, bit)
    _look_at_classes(mem, big, day)


@compiled
def _add_to_class(mem: Ints, big: Longs, cls: int, h: int, bit: int) -> None:
    if not mem[at1(mem, f.NEAR_COUNT, cls)]:
        return
    if not (big[at2(big, f.CLASS_PEOPLE, cls, 0)] | big[at2(big, f.CLASS_PEOPLE, cls, 1)]):
        mem[at1(mem, f.POOL_CLASSES, big[at1(big, f.ROUND_COUNT, 4)])] = cls
        big[at1(big, f.ROUND_COUNT, 4)] += 1
    big[at2(big, f.CLASS_PEOPLE, cls, h)] |= bit


@compiled
def _look_at_classes(mem: Ints, big: Longs, day: int) -> None:
    """R11: takes people out of the sets while those whom they must not meet are there, or near in time."""
    first = day * mem[f.DAY_SLOTS]
    for y in range(big[at1(big, f.ROUND_COUNT, 4)]):
        cls = mem[at1(mem, f.POOL_CLASSES, y)]
        low, high = big[at2(big, f.CLASS_PEOPLE, cls, 0)], big[at2(big, f.CLASS_PEOPLE, cls, 1)]
        for x in range(big[at1(big, f.ROUND_COUNT, 1)]):
            near = at3(mem, f.NEAR_THERE, cls, mem[at1(mem, f.ROUND_SITES, x)], first)
            for s in range(mem[at1(mem, f.DAY_FROM, day)], mem[at1(mem, f.DAY_UNTIL, day)]):
                if mem[near + s]:
                    big[at3(big, f.FREE, x, s, 0)] &= ~low
                    big[at3(big, f.FREE, x, s, 1)] &= ~high


@compiled
def _look_at_wishes(mem: Ints, big: Longs, i: int, day: int, h: int, bit: int) -> None:
    """What a citizen may still take that day, and what they are owed."""
    for a in range(mem[f.N_ACTIVITIES]):
        big[at2(big, f.OWING, a, h)] &= ~bit
        wanted = True
        if owed(mem, big, i, a, big[at1(big, f.TASTE, IDLE_TOO)]):
            big[at2(big, f.OWING, a, h)] |= bit
        elif not mem[at1(mem, f.COUNTS, a)]:
            wanted = False
        for kind in range(mem[f.N_LENGTHS]):
            if mem[at2(mem, f.HAS_LENGTH, a, kind)]:
                if wanted and may_take(mem, big, i, a, day, mem[at1(mem, f.LENGTHS, kind)]):
                    big[at3(big, f.TAKE, a, kind, h)] |= bit
                else:
                    big[at3(big, f.TAKE, a, kind, h)] &= ~bit


@compiled
def _look_at_staff(mem: Ints, big: Longs, day: int) -> None:
    for h in range(2):
        big[at1(big, f.CREW_GUARDS, h)] = 0
        for kind in range(mem[f.N_LENGTHS]):
            big[at2(big, f.CREW_HOURS, kind, h)] = 0
        for a in range(mem[f.N_ACTIVITIES]):
            big[at2(big, f.CREW_SKILLED, a, h)] = 0
    n = mem[f.N_STAFF]
    offset = draw(big, n) if n > POOL else 0
    p = 0
    for y in range(n):
        m = mem[at1(mem, f.STAFF_ORDER, (offset + y) % n)]
        mem[at1(mem, f.CREW_PLACE, m)] = 0
        if p == POOL or mem[at1(mem, f.STAFF_LEFT, m)] <= 0:
            continue
        mem[at1(mem, f.CREW_POOL, p)] = m
        mem[at1(mem, f.CREW_PLACE, m)] = p + 1
        h, bit = p // HALF, 1 << (p % HALF)
        p += 1
        duties = at3(mem, f.ON_DUTY, m, day, 0)
        for x in range(big[at1(big, f.ROUND_COUNT, 1)]):
            site = mem[at1(mem, f.ROUND_SITES, x)]
            pattern = mem[at2(mem, f.STAFF_PATTERN, m, site)]
            _mark_runs(mem, big, f.CREW_AT, x, f.STAFF_UNTIL, pattern, day, h, bit)
            _erase_sessions(mem, big, f.CREW_AT, x, duties, mem[at2(mem, f.N_ON_DUTY, m, day)], day, h, bit)
        if mem[at1(mem, f.GUARD, m)]:
            big[at1(big, f.CREW_GUARDS, h)] |= bit
        for a in range(mem[f.N_ACTIVITIES]):
            if mem[at2(mem, f.SKILLED, a, m)]:
                big[at2(big, f.CREW_SKILLED, a, h)] |= bit
        _look_at_hours(mem, big, m, h, bit)
    big[at1(big, f.ROUND_COUNT, 3)] = p


@compiled
def _look_at_hours(mem: Ints, big: Longs, m: int, h: int, bit: int) -> None:
    for kind in range(mem[f.N_LENGTHS]):
        if mem[at1(mem, f.STAFF_LEFT, m)] >= mem[at1(mem, f.LENGTHS, kind)]:
            big[at2(big, f.CREW_HOURS, kind, h)] |= bit
        else:
            big[at2(big, f.CREW_HOURS, kind, h)] &= ~bit


@compiled
def _erase_people(mem: Ints, big: Longs, x: int, first: int, until: int, low: int, high: int) -> None:
    """Takes people out of the sets of site ``x``."""
    for s in range(max(0, first), min(mem[f.DAY_SLOTS], until)):
        big[at3(big, f.FREE, x, s, 0)] &= ~low
        big[at3(big, f.FREE, x, s, 1)] &= ~high


@compiled
def note_session(mem: Ints, big: Longs, q: int, here: int, day: int) -> None:
    """Takes those in a session that has just been held, and whom they keep away, out of the sets.

    ``here``: the place of its site among those of the round.
    """
    first, site = day * mem[f.DAY_SLOTS], mem[at1(mem, f.SITE, q)]
    start = mem[at1(mem, f.START, q)] - first
    end = start + mem[at1(mem, f.LENGTH, q)]
    n_sites = big[at1(big, f.ROUND_COUNT, 1)]
    for y in range(mem[at1(mem, f.N_OTHERS, q)] + mem[at1(mem, f.N_GUARDS, q)]):
        m = mem[at2(mem, f.STAFF, q, y)]
        p = mem[at1(mem, f.CREW_PLACE, m)] - 1
        h, bit = p // HALF, 1 << (p % HALF)
        for x in range(n_sites):
            way = mem[at2(mem, f.TRAVEL, mem[at1(mem, f.ROUND_SITES, x)], site)]
            _erase(mem, big, f.CREW_AT, x, start - way, end + way, h, bit)
        _look_at_hours(mem, big, m, h, bit)
    room = ~(1 << mem[at1(mem, f.ROOM_BIT, mem[at1(mem, f.ROOM, q)])])
    for s in range(start, end):
        big[at2(big, f.ROOMS_AT, here, s)] &= room
    low, high = big[at1(big, f.ALONE_PEOPLE, 0)], big[at1(big, f.ALONE_PEOPLE, 1)]
    for y in range(mem[at1(mem, f.N_CITIZENS, q)]):
        if mem[at1(mem, f.MUST_BE_ALONE, mem[at2(mem, f.CITIZENS, q, y)])]:
            low = high = -1
    _erase_people(mem, big, here, start, end, low, high)
    for y in range(mem[at1(mem, f.N_CITIZENS, q)]):
        i = mem[at2(mem, f.CITIZENS, q, y)]
        p = mem[at1(mem, f.PLACE, i)] - 1
        h, bit = p // HALF, 1 << (p % HALF)
        for x in range(n_sites):
            way = mem[at2(mem, f.TRAVEL, mem[at1(mem, f.ROUND_SITES, x)], site)]
            _erase(mem, big, f.FREE, x, start - way, end + way, h, bit)
        _look_at_wishes(mem, big, i, day, h, bit)
        cls = mem[at1(mem, f.CLASS_OF, i)]
        for z in range(mem[at1(mem, f.NEAR_COUNT, cls)]):
            other, gap = mem[at2(mem, f.NEAR_CLASS, cls, z)], mem[at2(mem, f.NEAR_GAP, cls, z)]
            low, high = big[at2(big, f.CLASS_PEOPLE, other, 0)], big[at2(big, f.CLASS_PEOPLE, other, 1)]
            if low | high:
                _erase_people(mem, big, here, start - gap, end + gap, low, high)
