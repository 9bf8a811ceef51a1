"""What no week can do, told before a search starts, with the smallest set of causes.

Locked sessions that contradict are ``solver.contradictions``; here are the duties that somebody could not be
given even alone in the world. A set of causes is verified by solving: with every other cause lifted the duty
is still out of reach, and with any one of the set lifted as well it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from solver.bounds import Chances, hopeless_duties
from solver.contradictions import Contradiction, contradictions
from solver.explain.causes import LIFTS, Cause, Lift, Wish, alone
from solver.frame import Frame
from solver.problem import Problem

__all__ = ["INTERVIEW", "Contradiction", "Hopeless", "contradictions", "hopeless"]

INTERVIEW = "interview"
#: Causes in a set up to which every set is tried.
LARGEST = 3


@dataclass(frozen=True, slots=True)
class Hopeless:
    """A duty out of reach: ``duty`` is an activity's id or ``"interview"``, ``missing`` how many units of it.

    Each of ``causes`` is a set that is enough by itself; they share nothing. None is smaller than the first.
    """

    citizen: str
    duty: str
    missing: int
    causes: tuple[tuple[Cause, ...], ...]


def hopeless(problem: Problem, keep_going: Callable[[], bool] = lambda: True) -> tuple[Hopeless, ...]:
    """Every duty that its citizen could not be given even if they had the week to themself.

    The locked sessions must not contradict. What is not looked at where it is stopped is left out.
    """
    counts = hopeless_duties(Frame(problem, problem.locked), keep_going)
    found: list[Hopeless] = []
    before: dict[str, tuple[Lift, ...]] = {}
    for citizen, count in zip(problem.citizens, counts or (), strict=False):
        if not count:
            continue
        part = alone(problem, citizen.id)
        wishes = [
            (e.activity, Wish((citizen.id,), (e.activity,))) for e in citizen.activities if e.min_sessions
        ]
        for duty, wish in (*wishes, (INTERVIEW, Wish((citizen.id,), _seeing(problem)))):
            if not keep_going():
                return tuple(found)
            missing = _missing(part, duty, wish)
            if missing:
                causes = tuple(_causes(part, duty, wish, before, keep_going))
                found.append(Hopeless(citizen.id, duty, missing, causes))
    return tuple(found)


def _seeing(problem: Problem) -> tuple[str, ...]:
    """The activities that end a citizen's idleness."""
    return tuple(each.id for each in problem.activities if each.counts or each.id == problem.idle_interview)


def _missing(problem: Problem, duty: str, wish: Wish) -> int:
    """How many units of a duty cannot be had, as the bound on duties counts them."""
    frame = Frame(problem, problem.locked)
    i = frame.citizen_index[wish.citizen]
    chances = Chances(frame)
    if duty == INTERVIEW:
        mine = [frame.activity_index[name] for name in wish.activities]
        return int(
            bool(frame.idle >> i & 1) and not any(chances.any_of(i, a, day) for a in mine for day in range(7))
        )
    a = frame.activity_index[duty]
    days = [day for day in range(7) if chances.any_of(i, a, day)]
    possible = sum(frame.per_day_left(i, a, day) for day in days)
    return max(0, frame.missing[i].get(a, 0) - min(possible, frame.sessions_left[i].get(a, 0)))


def _causes(
    problem: Problem,
    duty: str,
    wish: Wish,
    before: dict[str, tuple[Lift, ...]],
    keep_going: Callable[[], bool],
) -> Iterator[tuple[Cause, ...]]:
    """Sets of causes. ``before`` remembers a single cause by duty: many people often share it."""
    left: Sequence[Lift] = LIFTS
    lifted: list[Lift] = []
    hint = before.get(duty, ())
    while keep_going() and (found := _smallest(problem, duty, wish, left, lifted, hint, keep_going)):
        yield tuple(each.tell(problem, wish) for each in found)
        if len(found) == 1:
            before[duty] = found
        hint = ()
        lifted += found
        left = [each for each in left if each not in found]


def _smallest(
    problem: Problem,
    duty: str,
    wish: Wish,
    left: Sequence[Lift],
    lifted: Sequence[Lift],
    hint: tuple[Lift, ...],
    keep_going: Callable[[], bool],
) -> tuple[Lift, ...]:
    """The smallest set of causes that alone puts the duty out of reach; empty where no set of these does.

    ``hint`` is a single cause that is worth a look first, or none.
    """

    def out_of_reach(kept: Sequence[Lift]) -> bool:
        changed = problem
        for each in (*lifted, *(each for each in left if each not in kept)):
            changed = each.lift(changed, wish)
        return _missing(changed, duty, wish) > 0

    if not out_of_reach(left):
        return ()
    if hint and out_of_reach(hint):
        return hint
    found = list(left)
    # Backwards, so that what is most often at fault is what is left.
    for each in reversed(left):
        without = [other for other in found if other is not each]
        if out_of_reach(without):
            found = without
    for size in range(1, min(LARGEST + 1, len(found))):
        for some in combinations(left, size):
            if not keep_going():
                return ()
            if out_of_reach(some):
                return some
    return tuple(found)
