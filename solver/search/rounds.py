"""Rounds of ruin and recreate under simulated annealing, compiled: the part that runs many thousand times."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver.compiled import Ints, Longs, compiled
from solver.search import fields as f
from solver.search.board import keep, lift, new_row, place, undo
from solver.search.fields import at1, at2, draw
from solver.search.insert import KNOWN_VISIT, SLOT, fill, join_all
from solver.search.known import CHANGES, COST, GAPS, N_AIMS, Sizes, longs, zeros
from solver.search.lean import hold_back, shed
from solver.search.moves import small_move
from solver.search.pool import CREW_WEIGHT, GAP, IDLE_TOO, LIKES_REFERENCE, POOL, SITES, THRIFT
from solver.search.recall import come_back, recall
from solver.search.ruin import ruin

#: Rounds in a hundred that are a small move instead of ruin and recreate.
SMALL = 88
#: Visits of the reference that a round which likes it tries to bring back.
RECALLS = 3
#: Sizes of losses that are told apart: powers of two.
N_SIZES = 63
#: Losses and temperatures are told in this part of a goal's unit times its weight.
GRAIN = 1024
#: -ln(u) for u spread evenly over 0 to 1, in parts of GRAIN: rounded, so that it is the same everywhere.
LOGS: tuple[int, ...] = tuple(round(-GRAIN * math.log((x + 0.5) / 4096)) for x in range(4096))


def aim_tables(sizes: Sizes) -> tuple[Mapping[int, NDArray[Any]], Mapping[int, NDArray[Any]]]:
    """Room for the best week and for what the rounds strive for, for ``mem`` and for ``big``."""
    # Rows on the board at once: see ``Sizes.rows``.
    rows = sizes.rows // 2 + 1
    mem = {
        **{
            field: zeros(rows)
            for field in (
                f.KEPT_ACTIVITY, f.KEPT_ROOM, f.KEPT_SITE, f.KEPT_START, f.KEPT_LENGTH,
                f.KEPT_N_CITIZENS, f.KEPT_N_OTHERS, f.KEPT_N_GUARDS,
            )
        },
        f.KEPT_CITIZENS: zeros(rows, sizes.in_session),
        f.KEPT_STAFF: zeros(rows, sizes.crew),
        f.KEPT_COUNT: zeros(1),
    }  # fmt: skip
    big = {
        f.KEPT_GOALS: longs(N_AIMS),
        f.BEFORE_GOALS: longs(N_AIMS),
        f.TRIED_GOALS: longs(N_AIMS),
        f.LOSSES: longs(N_SIZES),
        f.WEIGHTS: longs(N_AIMS),
        f.LOGS_OF: np.array(LOGS, dtype=np.int64),
    }
    return mem, big


@compiled
def _copy_goals(big: Longs, source: int, target: int) -> None:
    for goal in range(N_AIMS):
        big[at1(big, target, goal)] = big[at1(big, source, goal)]


@compiled
def store(mem: Ints, big: Longs) -> None:
    """The week on the board becomes the best one."""
    n = big[at1(big, f.COUNT, 0)]
    for x in range(n):
        q = mem[at1(mem, f.LIVE, x)]
        mem[at1(mem, f.KEPT_ACTIVITY, x)], mem[at1(mem, f.KEPT_ROOM, x)], mem[at1(mem, f.KEPT_SITE, x)] = (
            mem[at1(mem, f.ACTIVITY, q)],
            mem[at1(mem, f.ROOM, q)],
            mem[at1(mem, f.SITE, q)],
        )
        mem[at1(mem, f.KEPT_START, x)], mem[at1(mem, f.KEPT_LENGTH, x)] = (
            mem[at1(mem, f.START, q)],
            mem[at1(mem, f.LENGTH, q)],
        )
        (
            mem[at1(mem, f.KEPT_N_CITIZENS, x)],
            mem[at1(mem, f.KEPT_N_OTHERS, x)],
            mem[at1(mem, f.KEPT_N_GUARDS, x)],
        ) = mem[at1(mem, f.N_CITIZENS, q)], mem[at1(mem, f.N_OTHERS, q)], mem[at1(mem, f.N_GUARDS, q)]
        for y in range(mem[at1(mem, f.N_CITIZENS, q)]):
            mem[at2(mem, f.KEPT_CITIZENS, x, y)] = mem[at2(mem, f.CITIZENS, q, y)]
        for y in range(mem[at1(mem, f.N_OTHERS, q)] + mem[at1(mem, f.N_GUARDS, q)]):
            mem[at2(mem, f.KEPT_STAFF, x, y)] = mem[at2(mem, f.STAFF, q, y)]
    mem[at1(mem, f.KEPT_COUNT, 0)] = n
    _copy_goals(big, f.GOALS, f.KEPT_GOALS)


@compiled
def restore(mem: Ints, big: Longs) -> None:
    """The board holds the best week again."""
    keep(mem, big)
    while big[at1(big, f.COUNT, 0)]:
        lift(mem, big, mem[at1(mem, f.LIVE, big[at1(big, f.COUNT, 0)] - 1)])
    keep(mem, big)
    for x in range(mem[at1(mem, f.KEPT_COUNT, 0)]):
        q = new_row(mem, big)
        mem[at1(mem, f.ACTIVITY, q)], mem[at1(mem, f.ROOM, q)], mem[at1(mem, f.SITE, q)] = (
            mem[at1(mem, f.KEPT_ACTIVITY, x)],
            mem[at1(mem, f.KEPT_ROOM, x)],
            mem[at1(mem, f.KEPT_SITE, x)],
        )
        mem[at1(mem, f.START, q)], mem[at1(mem, f.LENGTH, q)] = (
            mem[at1(mem, f.KEPT_START, x)],
            mem[at1(mem, f.KEPT_LENGTH, x)],
        )
        mem[at1(mem, f.N_CITIZENS, q)], mem[at1(mem, f.N_OTHERS, q)], mem[at1(mem, f.N_GUARDS, q)] = (
            mem[at1(mem, f.KEPT_N_CITIZENS, x)],
            mem[at1(mem, f.KEPT_N_OTHERS, x)],
            mem[at1(mem, f.KEPT_N_GUARDS, x)],
        )
        for y in range(mem[at1(mem, f.KEPT_N_CITIZENS, x)]):
            mem[at2(mem, f.CITIZENS, q, y)] = mem[at2(mem, f.KEPT_CITIZENS, x, y)]
        for y in range(mem[at1(mem, f.KEPT_N_OTHERS, x)] + mem[at1(mem, f.KEPT_N_GUARDS, x)]):
            mem[at2(mem, f.STAFF, q, y)] = mem[at2(mem, f.KEPT_STAFF, x, y)]
        place(mem, big, q)
    keep(mem, big)


@compiled
def better(big: Longs) -> bool:
    """Whether the board's week is strictly better than the best one: the first goal that differs decides."""
    for x in range(big[f.N_GOALS]):
        goal = big[at1(big, f.ORDER, x)]
        if big[at1(big, f.GOALS, goal)] != big[at1(big, f.KEPT_GOALS, goal)]:
            return big[at1(big, f.GOALS, goal)] < big[at1(big, f.KEPT_GOALS, goal)]
    return False


@compiled
def _spoils(big: Longs) -> bool:
    """Whether a goal that must stay as good is worse than in the best week."""
    for x in range(big[f.FIRM]):
        goal = big[at1(big, f.ORDER, x)]
        if big[at1(big, f.GOALS, goal)] != big[at1(big, f.KEPT_GOALS, goal)]:
            return big[at1(big, f.GOALS, goal)] > big[at1(big, f.KEPT_GOALS, goal)]
    return False


@compiled
def hungry(mem: Ints, big: Longs, i: int) -> bool:
    """Whether a citizen could do with a session."""
    if mem[at1(mem, f.WEEK_LEFT, i)] > 0 or (mem[at1(mem, f.UNSEEN, i)] and mem[at1(mem, f.SEEN, i)] == 0):
        return True
    missing = False
    for a in range(mem[f.N_ACTIVITIES]):
        missing = missing or mem[at2(mem, f.MISSING, i, a)] > 0
    return missing


@compiled
def rank_pool(mem: Ints, big: Longs, n: int) -> None:
    """Puts the first ``n`` of the pool in order: who has most left comes first, by a little chance."""
    big[at1(big, f.ROUND_COUNT, 0)] = n
    for p in range(n):
        i = mem[at1(mem, f.POOL_OF, p)]
        big[at1(big, f.PRIORITY, i)] = GRAIN * mem[at1(mem, f.WEEK_LEFT, i)] // (
            1 + mem[at1(mem, f.CAP, i)]
        ) + draw(big, GRAIN // 2)
    for p in range(1, n):
        i = mem[at1(mem, f.POOL_OF, p)]
        at = p
        while (
            at and big[at1(big, f.PRIORITY, mem[at1(mem, f.POOL_OF, at - 1)])] < big[at1(big, f.PRIORITY, i)]
        ):
            mem[at1(mem, f.POOL_OF, at)] = mem[at1(mem, f.POOL_OF, at - 1)]
            at -= 1
        mem[at1(mem, f.POOL_OF, at)] = i


@compiled
def _pool(mem: Ints, big: Longs) -> None:
    """Everybody who could do with a session; of too many, those whom the ruin touched and some more."""
    n = 0
    if mem[f.N] <= POOL:
        for i in range(mem[f.N]):
            if hungry(mem, big, i):
                mem[at1(mem, f.POOL_OF, n)] = i
                n += 1
    else:
        # ``priority`` marks who is in: it is written anew by the ranking.
        for i in range(mem[f.N]):
            big[at1(big, f.PRIORITY, i)] = 0
        for step in range(big[at1(big, f.COUNT, 2)]):
            q = mem[at2(mem, f.LOG, step, 1)]
            for x in range(mem[at1(mem, f.N_CITIZENS, q)]):
                i = mem[at2(mem, f.CITIZENS, q, x)]
                if n < POOL - POOL // 4 and not big[at1(big, f.PRIORITY, i)] and hungry(mem, big, i):
                    big[at1(big, f.PRIORITY, i)] = 1
                    mem[at1(mem, f.POOL_OF, n)] = i
                    n += 1
        for _ in range(4 * POOL):
            i = draw(big, mem[f.N])
            if n < POOL and not big[at1(big, f.PRIORITY, i)] and hungry(mem, big, i):
                big[at1(big, f.PRIORITY, i)] = 1
                mem[at1(mem, f.POOL_OF, n)] = i
                n += 1
    rank_pool(mem, big, n)


@compiled
def _sites(mem: Ints, big: Longs) -> None:
    """All sites; those that the ruin touched and some others if that is too many."""
    n = 0
    if mem[f.N_SITES] <= SITES:
        for s in range(mem[f.N_SITES]):
            mem[at1(mem, f.ROUND_SITES, s)] = s
        n = mem[f.N_SITES]
    else:
        for step in range(big[at1(big, f.COUNT, 2)] + 40):
            if step < big[at1(big, f.COUNT, 2)]:
                site = mem[at1(mem, f.SITE, mem[at2(mem, f.LOG, step, 1)])]
                limit = SITES - 2
            else:
                site = draw(big, mem[f.N_SITES])
                limit = SITES
            if n < limit:
                new = True
                for x in range(n):
                    new = new and mem[at1(mem, f.ROUND_SITES, x)] != site
                if new:
                    mem[at1(mem, f.ROUND_SITES, n)] = site
                    n += 1
    big[at1(big, f.ROUND_COUNT, 1)] = n


@compiled
def _taste(mem: Ints, big: Longs) -> None:
    """How much staff time weighs in a round, and the later goals where they are aimed at or soon will be."""
    big[at1(big, f.TASTE, CREW_WEIGHT)] = (0, SLOT // 2, SLOT, SLOT, 2 * SLOT)[draw(big, 5)]
    big[at1(big, f.TASTE, LIKES_REFERENCE)] = big[at1(big, f.TASTE, GAP)] = big[
        at1(big, f.TASTE, THRIFT)
    ] = big[at1(big, f.TASTE, IDLE_TOO)] = 0
    if big[at1(big, f.GOAL_ON, CHANGES)] and (big[at1(big, f.WEIGHTS, CHANGES)] or draw(big, 4) == 0):
        big[at1(big, f.TASTE, LIKES_REFERENCE)] = KNOWN_VISIT * (1 + draw(big, 4))
    if big[at1(big, f.GOAL_ON, GAPS)] and (big[at1(big, f.WEIGHTS, GAPS)] or draw(big, 8) == 0):
        big[at1(big, f.TASTE, GAP)] = SLOT // 4 * draw(big, 4)
    if big[at1(big, f.GOAL_ON, COST)] and (big[at1(big, f.WEIGHTS, COST)] or draw(big, 8) == 0):
        big[at1(big, f.TASTE, THRIFT)] = SLOT // 4 * draw(big, 4)


@compiled
def _strives_for_reference(big: Longs) -> bool:
    """Whether visits of the reference are worth more than hours in a round."""
    on = big[at1(big, f.GOAL_ON, CHANGES)]
    return bool(on and (big[f.LEAN] or big[at1(big, f.WEIGHTS, CHANGES)]))


@compiled
def _recreate(mem: Ints, big: Longs, days: int) -> None:
    """Fills the days that a ruin names, once whoever could do with it has joined what is held already."""
    _taste(mem, big)
    if _strives_for_reference(big):
        come_back(mem, big)
        for _ in range(draw(big, RECALLS + 1)):
            recall(mem, big, days)
    _pool(mem, big)
    _sites(mem, big)
    join_all(mem, big)
    first = draw(big, 7)
    for x in range(7):
        day = (first + x) % 7
        if days >> day & 1:
            fill(mem, big, day)


@compiled
def _note_loss(big: Longs, loss: int) -> None:
    k = 0
    while loss > 1:
        loss >>= 1
        k += 1
    big[at1(big, f.LOSSES, k)] += 1


@compiled
def anneal(mem: Ints, big: Longs, rounds: int, temperature: int) -> int:
    """So many rounds at a temperature (in parts of GRAIN); returns how many made the best week better."""
    improved = 0
    for _ in range(rounds):
        big[at1(big, f.COUNT, 3)] += 1
        _copy_goals(big, f.GOALS, f.BEFORE_GOALS)
        small = draw(big, 100) < SMALL
        if small and not big[at1(big, f.COUNT, 0)]:
            continue
        held_back = hold_back(mem, big)
        moved = True
        if small:
            moved = small_move(mem, big)
        else:
            # Filling the whole of an empty week takes as long as a hundred other rounds.
            days = ruin(mem, big) if big[at1(big, f.COUNT, 0)] else 1 << draw(big, 7)
            _recreate(mem, big, days)
        big[at1(big, f.BUDGET, 0)] += held_back
        if not moved:
            undo(mem, big)
            continue
        if big[f.LEAN]:
            shed(mem, big)
            if _strives_for_reference(big) and not small:
                come_back(mem, big)
        loss = np.int64(0)
        for goal in range(N_AIMS):
            loss += big[at1(big, f.WEIGHTS, goal)] * (
                big[at1(big, f.GOALS, goal)] - big[at1(big, f.BEFORE_GOALS, goal)]
            )
        accepted = not _spoils(big)
        if accepted and loss > 0:
            _note_loss(big, int(loss))
            accepted = loss * GRAIN * GRAIN <= temperature * big[at1(big, f.LOGS_OF, draw(big, 4096))]
        # What is better by the goals' own order is never thrown away, whatever the sum says.
        if better(big):
            keep(mem, big)
            store(mem, big)
            improved += 1
        elif accepted:
            keep(mem, big)
        else:
            undo(mem, big)
    return improved
