"""Small moves: somebody is pressed into a session, or a session is dissolved, and whoever has to go for it
looks for another place in what is held already.

They cost a tenth of a round of ruin and recreate. What they find is room: groups as large as they may be, and
staff time to spare, which the rounds between them fill (ejection chains: Glover, "Ejection chains, reference
structures and alternating path methods", 1996).
"""

from __future__ import annotations

from solver.compiled import Ints, Longs, compiled
from solver.search import fields as f
from solver.search.board import GONE, LIFTED, crew_size, is_in, join, leave, lift, some_session, take_out
from solver.search.fields import at1, at2, at3, draw
from solver.search.insert import SLOT
from solver.search.pool import owed
from solver.search.possible import fits, may_take

#: Sessions that somebody who had to go joins at most in one move.
PLACES = 3
#: Sessions looked at until one is found that a citizen may be pressed into.
LOOKS = 30


@compiled
def small_move(mem: Ints, big: Longs) -> bool:
    """One move, of a kind drawn by chance; where it returns False, what it did is to be undone."""
    if draw(big, 2):
        return _press(mem, big)
    return _dissolve(mem, big)


@compiled
def _dissolve(mem: Ints, big: Longs) -> bool:
    """Takes off a session, rather one with few citizens for its staff."""
    q = some_session(mem, big)
    for _ in range(draw(big, 4)):
        other = some_session(mem, big)
        if mem[at1(mem, f.N_CITIZENS, other)] * crew_size(mem, q) < (
            mem[at1(mem, f.N_CITIZENS, q)] * crew_size(mem, other)
        ):
            q = other
    lift(mem, big, q)
    _reseat(mem, big)
    return True


@compiled
def _press(mem: Ints, big: Longs) -> bool:
    """Puts a citizen into a session; what of theirs, and who in it, stands against that has to go."""
    i = draw(big, mem[f.N])
    for _ in range(4):
        if mem[at1(mem, f.WEEK_LEFT, i)] > 0:
            break
        i = draw(big, mem[f.N])
    q = _wanted(mem, big, i)
    if q < 0:
        return False
    a, start = mem[at1(mem, f.ACTIVITY, q)], mem[at1(mem, f.START, q)]
    length, day = mem[at1(mem, f.LENGTH, q)], start // mem[f.DAY_SLOTS]
    _make_time(mem, big, i, q)
    _make_room(mem, big, i, q)
    if (
        not may_take(mem, big, i, a, day, length)
        or big[at1(big, f.BUDGET, 0)] < big[at1(big, f.PERSON_COST, a)]
        or not fits(mem, big, q, i)
    ):
        return False
    join(mem, big, q, i)
    if mem[at1(mem, f.N_CITIZENS, q)] < mem[at1(mem, f.LEAST, a)]:
        return False
    _reseat(mem, big)
    return True


@compiled
def _wanted(mem: Ints, big: Longs, i: int) -> int:
    """A session of several that the citizen is not in and could be in, but for others; -1 for none."""
    for _ in range(LOOKS):
        q = some_session(mem, big)
        a = mem[at1(mem, f.ACTIVITY, q)]
        if mem[at1(mem, f.MOST, a)] > 1 and mem[at2(mem, f.LEFT_AT_FIRST, i, a)] > 0:
            start, site = mem[at1(mem, f.START, q)], mem[at1(mem, f.SITE, q)]
            free_until = mem[at2(mem, f.UNTIL, mem[at2(mem, f.PATTERN, i, site)], start)]
            suits = mem[at2(mem, f.LEVEL_ROOMS, i, mem[at1(mem, f.ROOM, q)])]
            if suits and free_until >= start + mem[at1(mem, f.LENGTH, q)]:
                return -1 if is_in(mem, q, i) else q
    return -1


@compiled
def _make_time(mem: Ints, big: Longs, i: int, q: int) -> None:
    """Takes a citizen out of what they cannot attend beside session ``q`` (R6, R7, R8)."""
    a, start, length = mem[at1(mem, f.ACTIVITY, q)], mem[at1(mem, f.START, q)], mem[at1(mem, f.LENGTH, q)]
    end, day = start + length, start // mem[f.DAY_SLOTS]
    x = mem[at2(mem, f.N_VISITS, i, day)] - 1
    while x >= 0:
        other = mem[at3(mem, f.VISITS, i, day, x)]
        way = mem[at2(mem, f.TRAVEL, mem[at1(mem, f.SITE, q)], mem[at1(mem, f.SITE, other)])]
        begin = mem[at1(mem, f.START, other)]
        meets = start < begin + mem[at1(mem, f.LENGTH, other)] + way and begin < end + way
        if meets or (mem[at1(mem, f.ACTIVITY, other)] == a and mem[at3(mem, f.PER_DAY, i, day, a)] <= 0):
            take_out(mem, big, other, i)
        x -= 1
    first = draw(big, 7)
    for d in range(7):
        today = (first + d) % 7
        x = mem[at2(mem, f.N_VISITS, i, today)] - 1
        while x >= 0:
            other = mem[at3(mem, f.VISITS, i, today, x)]
            b = mem[at1(mem, f.ACTIVITY, other)]
            short = mem[at1(mem, f.COUNTS, a)] and (
                mem[at1(mem, f.WEEK_LEFT, i)] < length
                or (today == day and mem[at2(mem, f.DAY_LEFT, i, day)] < length)
            )
            if (b == a and mem[at2(mem, f.LEFT, i, a)] <= 0) or (mem[at1(mem, f.COUNTS, b)] and short):
                take_out(mem, big, other, i)
            x -= 1


@compiled
def _make_room(mem: Ints, big: Longs, i: int, q: int) -> None:
    """Takes out of session ``q`` the citizen's rivals, and whoever there is no room for (R9, R10)."""
    most = min(
        mem[at1(mem, f.MOST, mem[at1(mem, f.ACTIVITY, q)])],
        mem[at1(mem, f.ROOM_CAPACITY, mem[at1(mem, f.ROOM, q)])],
        mem[at1(mem, f.LEVEL_MOST, i)],
    )
    x = mem[at1(mem, f.N_CITIZENS, q)] - 1
    while x >= 0:
        j = mem[at2(mem, f.CITIZENS, q, x)]
        if mem[at2(mem, f.RIVAL, i, j)]:
            leave(mem, big, q, j)
        else:
            most = min(most, mem[at1(mem, f.LEVEL_MOST, j)])
        x -= 1
    while mem[at1(mem, f.N_CITIZENS, q)] >= max(1, most):
        leave(mem, big, q, mem[at2(mem, f.CITIZENS, q, draw(big, mem[at1(mem, f.N_CITIZENS, q)]))])


@compiled
def _reseat(mem: Ints, big: Longs) -> None:
    """Whoever had to go, by the log, looks for other places."""
    for step in range(big[at1(big, f.COUNT, 2)]):
        kind, q = mem[at2(mem, f.LOG, step, 0)], mem[at2(mem, f.LOG, step, 1)]
        if kind == GONE:
            _seat(mem, big, mem[at2(mem, f.LOG, step, 2)])
        elif kind == LIFTED:
            for x in range(mem[at1(mem, f.N_CITIZENS, q)]):
                _seat(mem, big, mem[at2(mem, f.CITIZENS, q, x)])


@compiled
def _seat(mem: Ints, big: Longs, i: int) -> None:
    """Lets a citizen join sessions that have a place for them, the longest first, by a little chance."""
    for _ in range(PLACES):
        best, best_score = -1, 0
        for x in range(big[at1(big, f.COUNT, 0)]):
            q = mem[at1(mem, f.LIVE, x)]
            a, start = mem[at1(mem, f.ACTIVITY, q)], mem[at1(mem, f.START, q)]
            if (
                mem[at2(mem, f.BUSY, i, start)]
                or mem[at2(mem, f.LEFT, i, a)] <= 0
                or mem[at1(mem, f.N_CITIZENS, q)] >= mem[at1(mem, f.MOST, a)]
                or big[at1(big, f.BUDGET, 0)] < big[at1(big, f.PERSON_COST, a)]
                or not (mem[at1(mem, f.COUNTS, a)] or owed(mem, big, i, a, 1))
            ):
                continue
            length = mem[at1(mem, f.LENGTH, q)]
            if not may_take(mem, big, i, a, start // mem[f.DAY_SLOTS], length):
                continue
            score = 1 + SLOT * length + draw(big, 2 * SLOT)
            if score > best_score and fits(mem, big, q, i):
                best, best_score = q, score
        if best < 0:
            break
        join(mem, big, best, i)
