"""Weeks that are better with less: where changes, gaps or cost come before hours and fairness.

Filling a day adds all that can be held, and most of that makes such a week worse, so that a round would lose
whatever good there is in it. What was added is looked at piece by piece instead, and what the week is better
without is taken back.
"""

from __future__ import annotations

from solver.compiled import Ints, Longs, compiled
from solver.search import fields as f
from solver.search.board import JOINED, PLACED, leave, lift, undo_to
from solver.search.fields import at1, at2
from solver.search.known import COST


@compiled
def _note_goals(big: Longs) -> None:
    for x in range(big[f.N_GOALS]):
        goal = big[at1(big, f.ORDER, x)]
        big[at1(big, f.TRIED_GOALS, goal)] = big[at1(big, f.GOALS, goal)]


@compiled
def _improved(big: Longs) -> bool:
    for x in range(big[f.N_GOALS]):
        goal = big[at1(big, f.ORDER, x)]
        if big[at1(big, f.GOALS, goal)] != big[at1(big, f.TRIED_GOALS, goal)]:
            return big[at1(big, f.GOALS, goal)] < big[at1(big, f.TRIED_GOALS, goal)]
    return False


@compiled
def _is_on_board(mem: Ints, big: Longs, q: int) -> bool:
    at = mem[at1(mem, f.PLACE_OF, q)]
    return at < big[at1(big, f.COUNT, 0)] and mem[at1(mem, f.LIVE, at)] == q


@compiled
def _without_citizen(mem: Ints, big: Longs, q: int, i: int) -> None:
    """Takes a citizen out of a session that goes on without them, where the week is better for it."""
    if mem[at1(mem, f.N_CITIZENS, q)] - 1 < mem[at1(mem, f.LEAST, mem[at1(mem, f.ACTIVITY, q)])]:
        return
    _note_goals(big)
    step = big[at1(big, f.COUNT, 2)]
    leave(mem, big, q, i)
    if not _improved(big):
        undo_to(mem, big, step)


@compiled
def _without_session(mem: Ints, big: Longs, q: int) -> None:
    """Takes a session off the board where the week is better without it."""
    _note_goals(big)
    step = big[at1(big, f.COUNT, 2)]
    lift(mem, big, q)
    if not _improved(big):
        undo_to(mem, big, step)


@compiled
def shed(mem: Ints, big: Longs) -> None:
    """Takes back what was added since the last keeping where the week is better without it."""
    for step in range(big[at1(big, f.COUNT, 2)]):
        kind, q = mem[at2(mem, f.LOG, step, 0)], mem[at2(mem, f.LOG, step, 1)]
        if kind not in (PLACED, JOINED) or not _is_on_board(mem, big, q):
            continue
        x = mem[at1(mem, f.N_CITIZENS, q)] - 1
        while x >= 0:
            # Whoever stands in the place of one who has left was looked at before.
            i = mem[at2(mem, f.CITIZENS, q, x)]
            if kind == PLACED or i == mem[at2(mem, f.LOG, step, 2)]:
                _without_citizen(mem, big, q, i)
            x -= 1
        _without_session(mem, big, q)


@compiled
def hold_back(mem: Ints, big: Longs) -> int:
    """Takes out of the budget what no round may spend, since cost must stay as low as in the best week.

    Returns how much, to be given back after the round.
    """
    if not big[f.THRIFTY]:
        return 0
    spare = big[at1(big, f.KEPT_GOALS, COST)] - big[at1(big, f.GOALS, COST)]
    held_back = max(0, big[at1(big, f.BUDGET, 0)] - max(0, spare))
    big[at1(big, f.BUDGET, 0)] -= held_back
    return held_back
