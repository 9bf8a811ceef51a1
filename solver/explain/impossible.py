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
from solver.explain.cause_words import Cause
from solver.explain.causes import LIFTS, Lift, alone
from solver.explain.wish import Wish
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
    """Sets of causes. ``before`` remembers the last one by duty: many people often share it."""
    search = _Smallest(problem, duty, wish, keep_going)
    hint = before.get(duty, ())
    while keep_going() and (found := search.smallest(hint)):
        yield tuple(each.tell(problem, wish) for each in found)
        before.setdefault(duty, found)
        hint = ()
        search.lift(found)


class _Smallest:
    """The smallest sets of causes that alone put a duty out of reach, one by one; they share nothing."""

    def __init__(self, problem: Problem, duty: str, wish: Wish, keep_going: Callable[[], bool]) -> None:
        self._problem, self._duty, self._wish = problem, duty, wish
        self._keep_going = keep_going
        self._left: Sequence[Lift] = LIFTS
        self._known: dict[frozenset[Lift], bool] = {}

    def lift(self, causes: Sequence[Lift]) -> None:
        """Leaves causes out of all sets from here on."""
        self._left = self._without(causes)

    def smallest(self, hint: tuple[Lift, ...]) -> tuple[Lift, ...]:
        """Empty where no set of what is left does it. ``hint`` is a set that is worth a look first."""
        if not self._out_of_reach(self._left):
            return ()
        if hint and self._is_smallest(hint):
            return hint
        found = list(self._left)
        # Backwards, so that what is most often at fault is what is left.
        for each in reversed(self._left):
            without = [other for other in found if other is not each]
            if self._out_of_reach(without):
                found = without
        if self._is_smallest(tuple(found)):
            return tuple(found)
        for size in range(1, min(LARGEST + 1, len(found))):
            for some in combinations(self._left, size):
                if not self._keep_going():
                    return ()
                if self._out_of_reach(some):
                    return some
        return tuple(found)

    def _is_smallest(self, some: tuple[Lift, ...]) -> bool:
        """Whether a set of one or two is easily seen to be enough, and no smaller one to be.

        Where all that is outside of it is not enough, a smaller set would be a part of it.
        """
        if len(some) > 2 or not self._out_of_reach(some):
            return False
        return len(some) == 1 or not (
            self._out_of_reach(self._without(some)) or any(self._out_of_reach((each,)) for each in some)
        )

    def _without(self, causes: Sequence[Lift]) -> list[Lift]:
        return [each for each in self._left if each not in causes]

    def _out_of_reach(self, kept: Sequence[Lift]) -> bool:
        """Whether the duty is out of reach with every other cause lifted."""
        key = frozenset(kept)
        if key not in self._known:
            changed = self._problem
            for each in LIFTS:
                if each not in key:
                    changed = each.lift(changed, self._wish)
            self._known[key] = _missing(changed, self._duty, self._wish) > 0
        return self._known[key]
