"""Filling a day: the best session that can still be added, again and again.

What a session is worth is the counted slots that it adds and the duties it mends, set against the staff time
that it takes; ``choice`` says who is in it and where it is held. Values only fall as the day fills, so a heap
of old values, or of hopes at first, is enough: the best one is worked out anew when it comes up, and held if
it is still the best (lazy greedy, Minoux 1978).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from numpy.typing import NDArray

from solver.compiled import Ints, Longs, compiled, ones
from solver.search import fields as f
from solver.search.board import in_reference, join, key_of, new_row, place
from solver.search.choice import fill_chosen, fill_crew, free_for, most_in, room_for, rooms_free
from solver.search.fields import at1, at2, at3, draw
from solver.search.heap import HEAP, order, pop, sink
from solver.search.known import Sizes, longs, zeros
from solver.search.pool import (
    CREW_WEIGHT,
    GAP,
    IDLE_TOO,
    LEAST_WORTH,
    LIKES_REFERENCE,
    SITES,
    THRIFT,
    look,
    note_session,
    owed,
)
from solver.search.possible import fits, may_take

#: Scores are whole numbers: this is what a counted slot is worth in them.
SLOT = 16
#: What a mended duty is worth beside slots while a day is filled. Which of two weeks is better is decided by
#: the order of the goals, whatever this number is.
DUTY = 60 * SLOT
#: What a visit that the reference has as well is worth, where the round likes the reference.
KNOWN_VISIT = 2 * SLOT
#: The score of what cannot be held.
NONE = -(1 << 60)
#: Numbers of an entry in the heap are packed with this factor: more than the slots of a week.
PACK = 4096
#: An entry's number is below this; above it stands when its score was worked out, 0 for a hope.
STAMP = 1 << 44


def heap_tables(sizes: Sizes) -> tuple[Mapping[int, NDArray[Any]], Mapping[int, NDArray[Any]]]:
    """The heap, and the session worked out last, for ``mem`` and for ``big``."""
    mem = {f.CHOSEN: zeros(sizes.citizens), f.CREW: zeros(sizes.crew), f.FOUND: zeros(4)}
    return mem, {f.SCORE: longs(HEAP), f.HEAP_ENTRY: longs(HEAP)}


# --- one session ------------------------------------------------------------------------------------------


@compiled
def _later_goals(mem: Ints, big: Longs, i: int, key: int, start: int, end: int) -> int:
    """What a visit is worth beside its slots, by the taste of the round."""
    worth = 0
    if big[at1(big, f.TASTE, LIKES_REFERENCE)] and in_reference(mem, big, i, key):
        worth += big[at1(big, f.TASTE, LIKES_REFERENCE)]
    if big[at1(big, f.TASTE, GAP)]:
        day = start // mem[f.DAY_SLOTS]
        nearest = 1 << 30
        for v in range(mem[at2(mem, f.N_VISITS, i, day)]):
            q = mem[at3(mem, f.VISITS, i, day, v)]
            begin = mem[at1(mem, f.START, q)]
            nearest = min(nearest, max(start - begin - mem[at1(mem, f.LENGTH, q)], begin - end))
        if nearest < 1 << 30:
            worth -= big[at1(big, f.TASTE, GAP)] * nearest
    return worth


@compiled
def _try(mem: Ints, big: Longs, recipe: int, x: int, kind: int, start: int) -> int:
    """The best session of a recipe there, into ``FOUND``, ``CHOSEN``, ``CREW``: its score, or NONE."""
    length = mem[at1(mem, f.LENGTHS, kind)]
    end = start + length
    a, here = mem[at1(mem, f.RECIPE_ACTIVITY, recipe)], mem[at1(mem, f.ROUND_SITES, x)]
    rooms = rooms_free(mem, big, x, start, length)
    most = most_in(mem, big, recipe, x, rooms)
    if most == 0:
        return NONE
    n_chosen = fill_chosen(mem, big, recipe, x, kind, start, end, most)
    if n_chosen < mem[at1(mem, f.LEAST, a)] or n_chosen == 0:
        return NONE
    if not fill_crew(mem, big, recipe, x, kind, start, end, n_chosen):
        return NONE
    worth = SLOT * length * n_chosen if mem[at1(mem, f.COUNTS, a)] else 0
    for y in range(n_chosen):
        if owed(mem, big, mem[at1(mem, f.CHOSEN, y)], a, big[at1(big, f.TASTE, IDLE_TOO)]):
            worth += DUTY
    crew = mem[at1(mem, f.FOUND, 2)] + mem[at1(mem, f.FOUND, 3)]
    if worth <= big[at1(big, f.TASTE, LEAST_WORTH)] * length * crew:
        return NONE
    if big[at1(big, f.TASTE, LIKES_REFERENCE)] or big[at1(big, f.TASTE, GAP)]:
        key = key_of(a, here, start, length, mem[f.SLOTS])
        for y in range(n_chosen):
            worth += _later_goals(mem, big, mem[at1(mem, f.CHOSEN, y)], key, start, end)
    if big[at1(big, f.TASTE, THRIFT)]:
        paid = big[at1(big, f.SESSION_COST, a)] + n_chosen * big[at1(big, f.PERSON_COST, a)]
        worth -= big[at1(big, f.TASTE, THRIFT)] * paid // 100
    mem[at1(mem, f.FOUND, 0)] = room_for(mem, big, recipe, x, rooms, n_chosen)
    mem[at1(mem, f.FOUND, 1)] = n_chosen
    return worth - big[at1(big, f.TASTE, CREW_WEIGHT)] * length * crew


@compiled
def _hold(mem: Ints, big: Longs, recipe: int, x: int, kind: int, start: int) -> int:
    """Puts the session worked out last onto the board; its row."""
    q = new_row(mem, big)
    mem[at1(mem, f.ACTIVITY, q)] = mem[at1(mem, f.RECIPE_ACTIVITY, recipe)]
    mem[at1(mem, f.ROOM, q)], mem[at1(mem, f.SITE, q)] = (
        mem[at1(mem, f.FOUND, 0)],
        mem[at1(mem, f.ROUND_SITES, x)],
    )
    mem[at1(mem, f.START, q)], mem[at1(mem, f.LENGTH, q)] = start, mem[at1(mem, f.LENGTHS, kind)]
    n_chosen, others, guards = mem[at1(mem, f.FOUND, 1)], mem[at1(mem, f.FOUND, 2)], mem[at1(mem, f.FOUND, 3)]
    mem[at1(mem, f.N_CITIZENS, q)] = n_chosen
    mem[at1(mem, f.N_OTHERS, q)], mem[at1(mem, f.N_GUARDS, q)] = others, guards
    for y in range(n_chosen):
        mem[at2(mem, f.CITIZENS, q, y)] = mem[at1(mem, f.CHOSEN, y)]
    for y in range(others + guards):
        mem[at2(mem, f.STAFF, q, y)] = mem[at1(mem, f.CREW, y)]
    place(mem, big, q)
    return q


# --- a day --------------------------------------------------------------------------------------------------


@compiled
def _crew_can(mem: Ints, big: Longs, a: int, kind: int, crew: tuple[int, int]) -> bool:
    """Whether one of the staff who are free has the skill, and the hours left."""
    low, high = crew[0] & big[at2(big, f.CREW_HOURS, kind, 0)], crew[1] & big[at2(big, f.CREW_HOURS, kind, 1)]
    return bool(low & big[at2(big, f.CREW_SKILLED, a, 0)] | high & big[at2(big, f.CREW_SKILLED, a, 1)])


@compiled
def _hope(
    mem: Ints,
    big: Longs,
    recipe: int,
    x: int,
    kind: int,
    people: tuple[int, int],
    crew: tuple[int, int],
    rooms: int,
) -> int:
    """No session of the recipe then and there can score more, rivals not looked at; NONE where there is none.

    ``people`` and ``crew``: who of the pools is free for the whole of it, and for the people may take it;
    one of the crew has the skill. ``rooms``: those that are free.
    """
    a, mode = mem[at1(mem, f.RECIPE_ACTIVITY, recipe)], mem[at1(mem, f.RECIPE_MODE, recipe)]
    low, high = people
    if not (low & big[at2(big, f.HARDEST, mode, 0)] | high & big[at2(big, f.HARDEST, mode, 1)]):
        return NONE
    staff, guards = mem[at1(mem, f.RECIPE_STAFF, recipe)], mem[at1(mem, f.RECIPE_GUARDS, recipe)]
    if staff + guards > 1:
        crew_low = crew[0] & big[at2(big, f.CREW_HOURS, kind, 0)]
        crew_high = crew[1] & big[at2(big, f.CREW_HOURS, kind, 1)]
        if ones(crew_low) + ones(crew_high) < staff + guards:
            return NONE
        guards_low, guards_high = big[at1(big, f.CREW_GUARDS, 0)], big[at1(big, f.CREW_GUARDS, 1)]
        if guards and ones(crew_low & guards_low) + ones(crew_high & guards_high) < guards:
            return NONE
    low &= big[at2(big, f.OF_MODE, mode, 0)]
    high &= big[at2(big, f.OF_MODE, mode, 1)]
    able = ones(low) + ones(high)
    if able < mem[at1(mem, f.LEAST, a)]:
        return NONE
    most = min(able, most_in(mem, big, recipe, x, rooms))
    if most == 0:
        return NONE
    length = mem[at1(mem, f.LENGTHS, kind)]
    hope = SLOT * length * most if mem[at1(mem, f.COUNTS, a)] else 0
    owing = ones(low & big[at2(big, f.OWING, a, 0)]) + ones(high & big[at2(big, f.OWING, a, 1)])
    hope += DUTY * min(most, owing)
    if hope <= big[at1(big, f.TASTE, LEAST_WORTH)] * length * (staff + guards):
        return NONE
    hope += big[at1(big, f.TASTE, LIKES_REFERENCE)] * most
    # Whatever the score, up to one slot is added to it by chance.
    return hope + SLOT - big[at1(big, f.TASTE, CREW_WEIGHT)] * length * (staff + guards)


@compiled
def _hope_again(mem: Ints, big: Longs, recipe: int, x: int, kind: int, start: int) -> int:
    """The same for an entry of the heap, as the day stands now."""
    length, s = mem[at1(mem, f.LENGTHS, kind)], start % mem[f.DAY_SLOTS]
    a = mem[at1(mem, f.RECIPE_ACTIVITY, recipe)]
    crew = free_for(mem, big, f.CREW_AT, x, s, length)
    if not _crew_can(mem, big, a, kind, crew):
        return NONE
    low, high = free_for(mem, big, f.FREE, x, s, length)
    people = low & big[at3(big, f.TAKE, a, kind, 0)], high & big[at3(big, f.TAKE, a, kind, 1)]
    return _hope(mem, big, recipe, x, kind, people, crew, rooms_free(mem, big, x, start, length))


@compiled
def _hopes(mem: Ints, big: Longs, day: int) -> None:
    """Fills the heap with everything that could be held."""
    n = 0
    for x in range(big[at1(big, f.ROUND_COUNT, 1)]):
        for s in range(mem[at1(mem, f.DAY_FROM, day)], mem[at1(mem, f.DAY_UNTIL, day)]):
            for kind in range(mem[f.N_LENGTHS]):
                if s + mem[at1(mem, f.LENGTHS, kind)] <= mem[at1(mem, f.DAY_UNTIL, day)]:
                    n = _hopes_at(mem, big, x, day * mem[f.DAY_SLOTS] + s, kind, n)
    order(big, n)


@compiled
def _hopes_at(mem: Ints, big: Longs, x: int, start: int, kind: int, n: int) -> int:
    """Adds those of a site, a start and a length to the heap's ``n`` entries; how many there are then."""
    length, s = mem[at1(mem, f.LENGTHS, kind)], start % mem[f.DAY_SLOTS]
    rooms = rooms_free(mem, big, x, start, length)
    if not rooms:
        return n
    crew = free_for(mem, big, f.CREW_AT, x, s, length)
    if not (crew[0] | crew[1]):
        return n
    low, high = free_for(mem, big, f.FREE, x, s, length)
    for a in range(mem[f.N_ACTIVITIES]):
        if not mem[at2(mem, f.HAS_LENGTH, a, kind)]:
            continue
        people = low & big[at3(big, f.TAKE, a, kind, 0)], high & big[at3(big, f.TAKE, a, kind, 1)]
        if not (people[0] | people[1]) or not _crew_can(mem, big, a, kind, crew):
            continue
        for recipe in range(mem[at1(mem, f.RECIPES_FROM, a)], mem[at1(mem, f.RECIPES_FROM, a + 1)]):
            hope = _hope(mem, big, recipe, x, kind, people, crew, rooms)
            if hope != NONE and n < HEAP:
                big[at1(big, f.SCORE, n)] = hope
                big[at1(big, f.HEAP_ENTRY, n)] = ((recipe * SITES + x) * PACK + start) * PACK + kind
                n += 1
    return n


@compiled
def _add(mem: Ints, big: Longs, day: int) -> None:
    """Adds whole sessions, best first."""
    look(mem, big, day)
    _hopes(mem, big, day)
    held = 1
    while big[at1(big, f.ROUND_COUNT, 2)] and big[at1(big, f.COUNT, 1)]:
        worked_out, entry = big[at1(big, f.HEAP_ENTRY, 0)] // STAMP, big[at1(big, f.HEAP_ENTRY, 0)] % STAMP
        kind, start = entry % PACK, entry // PACK % PACK
        x, recipe = entry // (PACK * PACK) % SITES, entry // (PACK * PACK) // SITES
        if worked_out == held:
            # Nothing has changed since this was worked out, and it is still the best.
            _try(mem, big, recipe, x, kind, start)
            note_session(mem, big, _hold(mem, big, recipe, x, kind, start), x, day)
            held += 1
            continue
        if worked_out or held > 1:
            # Most old values have become too high: a hope is far quicker worked out than a session.
            hope = _hope_again(mem, big, recipe, x, kind, start)
            if hope == NONE:
                pop(big)
                continue
            if hope < big[at1(big, f.SCORE, 0)]:
                big[at1(big, f.SCORE, 0)] = hope
                sink(big, 0)
                if big[at1(big, f.HEAP_ENTRY, 0)] % STAMP != entry:
                    continue
        score = _try(mem, big, recipe, x, kind, start)
        if score == NONE:
            pop(big)
            continue
        big[at1(big, f.SCORE, 0)] = score + draw(big, SLOT)
        big[at1(big, f.HEAP_ENTRY, 0)] = held * STAMP + entry
        sink(big, 0)


@compiled
def _joining(mem: Ints, big: Longs, day: int) -> None:
    """Lets citizens of the pool join sessions that have a place for them as they are."""
    first, last = day * mem[f.DAY_SLOTS], (day + 1) * mem[f.DAY_SLOTS]
    for x in range(big[at1(big, f.COUNT, 0)]):
        q = mem[at1(mem, f.LIVE, x)]
        start = mem[at1(mem, f.START, q)]
        if start < first or start >= last:
            continue
        a, length = mem[at1(mem, f.ACTIVITY, q)], mem[at1(mem, f.LENGTH, q)]
        most = min(mem[at1(mem, f.MOST, a)], mem[at1(mem, f.ROOM_CAPACITY, mem[at1(mem, f.ROOM, q)])])
        most = min(most, mem[at1(mem, f.LEVEL_MOST, mem[at2(mem, f.CITIZENS, q, 0)])])
        if mem[at1(mem, f.N_CITIZENS, q)] >= most:
            continue
        for p in range(big[at1(big, f.ROUND_COUNT, 0)]):
            i = mem[at1(mem, f.POOL_OF, p)]
            if (
                mem[at2(mem, f.BUSY, i, start)]
                or not may_take(mem, big, i, a, day, length)
                or not (mem[at1(mem, f.COUNTS, a)] or owed(mem, big, i, a, 1))
                or big[at1(big, f.BUDGET, 0)] < big[at1(big, f.PERSON_COST, a)]
            ):
                continue
            if fits(mem, big, q, i):
                join(mem, big, q, i)
                if mem[at1(mem, f.N_CITIZENS, q)] >= most:
                    break


@compiled
def _idle_first(mem: Ints, big: Longs) -> int:
    """Puts those of the pool whom nobody sees in the week before all others; how many they are."""
    n = 0
    for p in range(big[at1(big, f.ROUND_COUNT, 0)]):
        i = mem[at1(mem, f.POOL_OF, p)]
        if mem[at1(mem, f.UNSEEN, i)] and mem[at1(mem, f.SEEN, i)] == 0:
            mem[at1(mem, f.POOL_OF, p)] = mem[at1(mem, f.POOL_OF, n)]
            mem[at1(mem, f.POOL_OF, n)] = i
            n += 1
    return n


@compiled
def join_all(mem: Ints, big: Longs) -> None:
    """Lets citizens of the pool join sessions of the whole week."""
    first = draw(big, 7)
    for x in range(7):
        _joining(mem, big, (first + x) % 7)


@compiled
def fill(mem: Ints, big: Longs, day: int) -> None:
    """Adds citizens to sessions and sessions to a day, as long as it pays."""
    _joining(mem, big, day)
    big[at1(big, f.TASTE, IDLE_TOO)] = 0
    _add(mem, big, day)
    _joining(mem, big, day)
    everybody = big[at1(big, f.ROUND_COUNT, 0)]
    idle = _idle_first(mem, big)
    if idle:
        big[at1(big, f.ROUND_COUNT, 0)], big[at1(big, f.TASTE, IDLE_TOO)] = idle, 1
        _add(mem, big, day)
        big[at1(big, f.ROUND_COUNT, 0)], big[at1(big, f.TASTE, IDLE_TOO)] = everybody, 0
