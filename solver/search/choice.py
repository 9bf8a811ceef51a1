"""Who is in a session that could be held, with which staff and in which room: the choice that is then scored.

People are taken from the pool in its order, as long as they can be in the session with those before them.
What was chosen last lies in ``CHOSEN``, ``CREW`` and ``FOUND``. ``x`` is the place of a site among those of
the round, ``kind`` that of a length in ``LENGTHS``; sets of people are two numbers, as ``pool`` says.
"""

from __future__ import annotations

from solver.compiled import Ints, Longs, compiled, ones
from solver.search import fields as f
from solver.search.fields import at1, at2, at3
from solver.search.pool import HALF
from solver.search.possible import can_come, can_serve, may_take


@compiled
def free_for(mem: Ints, big: Longs, field: int, x: int, s: int, length: int) -> tuple[int, int]:
    """Who is in a site's sets of a field for ``length`` slots of the day from ``s`` on."""
    low, high = big[at3(big, field, x, s, 0)], big[at3(big, field, x, s, 1)]
    for t in range(s + 1, s + length):
        low &= big[at3(big, field, x, t, 0)]
        high &= big[at3(big, field, x, t, 1)]
    return low, high


# --- citizens -----------------------------------------------------------------------------------------------


@compiled
def _agrees(mem: Ints, n_chosen: int, i: int) -> bool:
    """R10: whether a citizen has no rival among those chosen, and is not one of them."""
    for x in range(n_chosen):
        j = mem[at1(mem, f.CHOSEN, x)]
        if i == j or mem[at2(mem, f.RIVAL, i, j)]:
            return False
    return True


@compiled
def _choose_from(
    mem: Ints,
    big: Longs,
    able: tuple[int, int],
    a: int,
    site: int,
    start: int,
    end: int,
    n_chosen: int,
    most: int,
) -> int:
    """Adds people of a set to those chosen, up to ``most``; returns how many there are."""
    day = start // mem[f.DAY_SLOTS]
    for h in range(2):
        rest, p = able[h], h * HALF
        while rest and n_chosen < most:
            if rest & 1:
                i = mem[at1(mem, f.POOL_OF, p)]
                if (
                    _agrees(mem, n_chosen, i)
                    and may_take(mem, big, i, a, day, end - start)
                    and can_come(mem, big, i, site, start, end)
                ):
                    mem[at1(mem, f.CHOSEN, n_chosen)] = i
                    n_chosen += 1
            rest >>= 1
            p += 1
    return n_chosen


@compiled
def fill_chosen(
    mem: Ints, big: Longs, recipe: int, x: int, kind: int, start: int, end: int, most: int
) -> int:
    """Fills ``CHOSEN`` in the order of the pool, whoever is owed first; returns how many.

    The first is somebody of the recipe's hardest level: without them another recipe serves.
    """
    a, mode = mem[at1(mem, f.RECIPE_ACTIVITY, recipe)], mem[at1(mem, f.RECIPE_MODE, recipe)]
    low, high = free_for(mem, big, f.FREE, x, start % mem[f.DAY_SLOTS], end - start)
    low &= big[at3(big, f.TAKE, a, kind, 0)]
    high &= big[at3(big, f.TAKE, a, kind, 1)]
    owing_low, owing_high = big[at2(big, f.OWING, a, 0)], big[at2(big, f.OWING, a, 1)]
    site = mem[at1(mem, f.ROUND_SITES, x)]
    n_chosen = 0
    for field in (f.HARDEST, f.OF_MODE):
        wanted = 1 if field == f.HARDEST else most
        if field == f.OF_MODE and n_chosen == 0:
            break
        able_low, able_high = low & big[at2(big, field, mode, 0)], high & big[at2(big, field, mode, 1)]
        owed = able_low & owing_low, able_high & owing_high
        n_chosen = _choose_from(mem, big, owed, a, site, start, end, n_chosen, wanted)
        others = able_low & ~owing_low, able_high & ~owing_high
        n_chosen = _choose_from(mem, big, others, a, site, start, end, n_chosen, wanted)
    return n_chosen


# --- staff --------------------------------------------------------------------------------------------------


@compiled
def _crew_from(
    mem: Ints,
    big: Longs,
    able: tuple[int, int],
    site: int,
    start: int,
    end: int,
    n_chosen: int,
    at: int,
    until: int,
) -> int:
    """Adds staff of a set to the crew, from place ``at`` up to ``until``; returns where it ends."""
    for h in range(2):
        rest, p = able[h], h * HALF
        while rest and at < until:
            if rest & 1:
                m = mem[at1(mem, f.CREW_POOL, p)]
                free = can_serve(mem, big, m, site, start, end)
                for x in range(n_chosen):
                    free = free and not mem[at2(mem, f.AVOIDS, mem[at1(mem, f.CHOSEN, x)], m)]
                # Nobody serves twice in a session: the crew is no longer than a few.
                for y in range(mem[f.ROW_STAFF]):
                    free = free and mem[at1(mem, f.CREW, y)] != m
                if free:
                    mem[at1(mem, f.CREW, at)] = m
                    at += 1
            rest >>= 1
            p += 1
    return at


@compiled
def fill_crew(
    mem: Ints, big: Longs, recipe: int, x: int, kind: int, start: int, end: int, n_chosen: int
) -> bool:
    """R4, R5, R13: fills ``CREW`` and ``FOUND`` for those chosen; whether there are enough staff."""
    a, site = mem[at1(mem, f.RECIPE_ACTIVITY, recipe)], mem[at1(mem, f.ROUND_SITES, x)]
    low, high = free_for(mem, big, f.CREW_AT, x, start % mem[f.DAY_SLOTS], end - start)
    low &= big[at2(big, f.CREW_HOURS, kind, 0)]
    high &= big[at2(big, f.CREW_HOURS, kind, 1)]
    guarding = low & big[at1(big, f.CREW_GUARDS, 0)], high & big[at1(big, f.CREW_GUARDS, 1)]
    plain = low & ~guarding[0], high & ~guarding[1]
    skilled_low, skilled_high = big[at2(big, f.CREW_SKILLED, a, 0)], big[at2(big, f.CREW_SKILLED, a, 1)]
    for y in range(mem[f.ROW_STAFF]):
        mem[at1(mem, f.CREW, y)] = -1
    # Whoever may be needed as a guard teaches only where nobody else does.
    teaching = plain[0] & skilled_low, plain[1] & skilled_high
    at = _crew_from(mem, big, teaching, site, start, end, n_chosen, 0, 1)
    teaching = guarding[0] & skilled_low, guarding[1] & skilled_high
    at = _crew_from(mem, big, teaching, site, start, end, n_chosen, at, 1)
    if at == 0:
        return False
    others, guards = mem[at1(mem, f.RECIPE_STAFF, recipe)], mem[at1(mem, f.RECIPE_GUARDS, recipe)]
    if guards:
        # They are chosen before the rest of the others, and stand last in the row.
        at = _crew_from(mem, big, guarding, site, start, end, n_chosen, others, others + guards)
        if at < others + guards:
            return False
    if others > 1:
        at = _crew_from(mem, big, plain, site, start, end, n_chosen, 1, others)
        at = _crew_from(mem, big, guarding, site, start, end, n_chosen, at, others)
        if at < others:
            return False
    mem[at1(mem, f.FOUND, 2)], mem[at1(mem, f.FOUND, 3)] = others, guards
    return True


# --- rooms --------------------------------------------------------------------------------------------------


@compiled
def rooms_free(mem: Ints, big: Longs, x: int, start: int, length: int) -> int:
    """Which rooms of a site of the round are free for the whole of it, a bit each."""
    s = start % mem[f.DAY_SLOTS]
    free = big[at2(big, f.ROOMS_AT, x, s)]
    for t in range(s + 1, s + length):
        free &= big[at2(big, f.ROOMS_AT, x, t)]
    return free


@compiled
def _filled(x: int) -> int:
    """All bits up to the highest one that is set."""
    for shift in (1, 2, 4, 8, 16, 32):
        x |= x >> shift
    return x


@compiled
def most_in(mem: Ints, big: Longs, recipe: int, x: int, rooms: int) -> int:
    """How many citizens a session could have: by recipe, free rooms and budget; 0 where there can be none."""
    site = mem[at1(mem, f.ROUND_SITES, x)]
    rooms &= big[at2(big, f.RECIPE_ROOMS, recipe, site)]
    if not rooms:
        return 0
    a = mem[at1(mem, f.RECIPE_ACTIVITY, recipe)]
    # A site's rooms are in the order of their capacity: the last one is the largest.
    largest = mem[at2(mem, f.SITE_ROOMS, site, ones(_filled(rooms)) - 1)]
    most = min(mem[at1(mem, f.RECIPE_MOST, recipe)], mem[at1(mem, f.ROOM_CAPACITY, largest)])
    paid = big[at1(big, f.BUDGET, 0)] - big[at1(big, f.SESSION_COST, a)]
    if paid < 0:
        return 0
    if big[at1(big, f.PERSON_COST, a)] > 0:
        most = min(most, paid // big[at1(big, f.PERSON_COST, a)])
    return most if most >= mem[at1(mem, f.LEAST, a)] else 0


@compiled
def room_for(mem: Ints, big: Longs, recipe: int, x: int, rooms: int, people: int) -> int:
    """The smallest suitable room of those free that holds so many; there is one."""
    site = mem[at1(mem, f.ROUND_SITES, x)]
    rooms &= big[at2(big, f.RECIPE_ROOMS, recipe, site)]
    k, r = -1, -1
    while r < 0:
        k += 1
        room = mem[at2(mem, f.SITE_ROOMS, site, k)]
        if rooms >> k & 1 and mem[at1(mem, f.ROOM_CAPACITY, room)] >= people:
            r = room
    return r
