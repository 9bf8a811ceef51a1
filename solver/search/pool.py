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

from solver.search import fields as f
from solver.search.compiled import Ints, Longs, compiled
from solver.search.fields import at1, at2, at3, draw
from solver.search.known import Sizes, longs, zeros
from solver.search.possible import may_take

HALF = 62
POOL = 2 * HALF
SITES = 8
#: The positions in ``TASTE``: weights of staff time and of the later goals in a round, and whether interviews
#: of idle citizens are asked for.
CREW_WEIGHT, LIKES_REFERENCE, GAP, THRIFT, IDLE_TOO = range(5)


def pool_tables(sizes: Sizes) -> tuple[Mapping[int, NDArray[Any]], Mapping[int, NDArray[Any]]]:
    """Room for a round's pool, for ``mem`` and for ``big``."""
    mem = {
        f.POOL_OF: zeros(POOL),
        f.CREW_POOL: zeros(POOL),
        f.ROUND_SITES: zeros(max(SITES, sizes.sites)),
    }
    big = {
        f.TASTE: longs(5),
        f.ROUND_COUNT: longs(4),
        f.PRIORITY: longs(sizes.citizens),
        f.FREE: longs(SITES, sizes.day_slots, 2),
        f.TAKE: longs(sizes.activities, sizes.lengths, 2),
        f.OF_MODE: longs(sizes.modes, 2),
        f.HARDEST: longs(sizes.modes, 2),
        f.OWING: longs(sizes.activities, 2),
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
    _look_at_citizens(mem, big, day)
    _look_at_staff(mem, big, day)


@compiled
def _look_at_citizens(mem: Ints, big: Longs, day: int) -> None:
    for h in range(2):
        for mode in range(mem[f.N_MODES]):
            big[at2(big, f.OF_MODE, mode, h)] = big[at2(big, f.HARDEST, mode, h)] = 0
        for a in range(mem[f.N_ACTIVITIES]):
            big[at2(big, f.OWING, a, h)] = 0
            for kind in range(mem[f.N_LENGTHS]):
                big[at3(big, f.TAKE, a, kind, h)] = 0
    first = day * mem[f.DAY_SLOTS]
    for p in range(big[at1(big, f.ROUND_COUNT, 0)]):
        i, h, bit = mem[at1(mem, f.POOL_OF, p)], p // HALF, 1 << (p % HALF)
        cls = mem[at1(mem, f.CLASS_OF, i)]
        visits = at3(mem, f.VISITS, i, day, 0)
        for x in range(big[at1(big, f.ROUND_COUNT, 1)]):
            site = mem[at1(mem, f.ROUND_SITES, x)]
            _mark_runs(mem, big, f.FREE, x, f.UNTIL, mem[at2(mem, f.PATTERN, i, site)], day, h, bit)
            _erase_sessions(mem, big, f.FREE, x, visits, mem[at2(mem, f.N_VISITS, i, day)], day, h, bit)
            if mem[at1(mem, f.NEAR_COUNT, cls)]:
                near = at3(mem, f.NEAR_THERE, cls, site, first)
                for s in range(mem[at1(mem, f.DAY_FROM, day)], mem[at1(mem, f.DAY_UNTIL, day)]):
                    if mem[near + s]:
                        big[at3(big, f.FREE, x, s, h)] &= ~bit
        for mode in range(mem[f.N_MODES]):
            if mem[at2(mem, f.MODE_PEOPLE, mode, i)]:
                big[at2(big, f.OF_MODE, mode, h)] |= bit
            if mem[at2(mem, f.MODE_HARDEST, mode, i)]:
                big[at2(big, f.HARDEST, mode, h)] |= bit
        _look_at_wishes(mem, big, i, day, h, bit)


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
        if p == POOL or mem[at1(mem, f.STAFF_LEFT, m)] <= 0:
            continue
        mem[at1(mem, f.CREW_POOL, p)] = m
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
def note_session(mem: Ints, big: Longs, q: int, day: int) -> None:
    """Takes those in a session that has just been held, and whom they keep away, out of the sets."""
    first, here = day * mem[f.DAY_SLOTS], mem[at1(mem, f.SITE, q)]
    start = mem[at1(mem, f.START, q)] - first
    end = start + mem[at1(mem, f.LENGTH, q)]
    n_sites = big[at1(big, f.ROUND_COUNT, 1)]
    for p in range(big[at1(big, f.ROUND_COUNT, 3)]):
        m = mem[at1(mem, f.CREW_POOL, p)]
        for y in range(mem[at1(mem, f.N_OTHERS, q)] + mem[at1(mem, f.N_GUARDS, q)]):
            if mem[at2(mem, f.STAFF, q, y)] == m:
                h, bit = p // HALF, 1 << (p % HALF)
                for x in range(n_sites):
                    way = mem[at2(mem, f.TRAVEL, mem[at1(mem, f.ROUND_SITES, x)], here)]
                    _erase(mem, big, f.CREW_AT, x, start - way, end + way, h, bit)
                _look_at_hours(mem, big, m, h, bit)
    alone = False
    for y in range(mem[at1(mem, f.N_CITIZENS, q)]):
        alone = alone or mem[at1(mem, f.MUST_BE_ALONE, mem[at2(mem, f.CITIZENS, q, y)])] > 0
    for p in range(big[at1(big, f.ROUND_COUNT, 0)]):
        i, h, bit = mem[at1(mem, f.POOL_OF, p)], p // HALF, 1 << (p % HALF)
        attends = False
        for y in range(mem[at1(mem, f.N_CITIZENS, q)]):
            attends = attends or mem[at2(mem, f.CITIZENS, q, y)] == i
        cls = mem[at1(mem, f.CLASS_OF, i)]
        for x in range(n_sites):
            site = mem[at1(mem, f.ROUND_SITES, x)]
            if attends:
                way = mem[at2(mem, f.TRAVEL, site, here)]
                _erase(mem, big, f.FREE, x, start - way, end + way, h, bit)
            elif site == here:
                if alone or mem[at1(mem, f.MUST_BE_ALONE, i)]:
                    _erase(mem, big, f.FREE, x, start, end, h, bit)
                elif mem[at1(mem, f.NEAR_COUNT, cls)]:
                    near = at3(mem, f.NEAR_THERE, cls, site, first)
                    for s in range(mem[at1(mem, f.DAY_FROM, day)], mem[at1(mem, f.DAY_UNTIL, day)]):
                        if mem[near + s]:
                            big[at3(big, f.FREE, x, s, h)] &= ~bit
        if attends:
            _look_at_wishes(mem, big, i, day, h, bit)
