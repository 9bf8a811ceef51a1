"""What no plan of a problem can pass in hours: the one place where the explanations ask for a bound.

Prices that give a good bound without any offer give one with an offer too, which forbids nothing: a hundred
offers have bounds in the time of one.
"""

from __future__ import annotations

from collections.abc import Callable

from solver.bounds import Means, own_weeks
from solver.explain.offers import Offer
from solver.frame import Frame
from solver.problem import Problem
from solver.relaxation import Descent

GoOn = Callable[[], bool]

#: Steps down from the first prices, how long they are in slots, and their end where the time is not given.
STEPS, FROM, TO = 800, 0.1, 0.0005
#: Steps more for each offer: its own prices hardly differ but for somebody who joins other groups (measured).
STEPS_MORE, STEPS_LEVEL = 2, 10


def caps(problem: Problem) -> int:
    """In slots, locked sessions included: everybody's cap. Always there, and never passed."""
    frame = Frame(problem, problem.locked)
    return frame.hours_before + sum(frame.week_left)


class Ceiling:
    """Everybody's own best week in a problem, and what offers for it change in them."""

    def __init__(self, problem: Problem, keep_going: GoOn) -> None:
        self.problem, self.keep_going = problem, keep_going
        self._frame = Frame(problem, problem.locked)
        self._own: list[int] | None = None
        self._known: dict[Means, int] = {}
        self._descent: Descent | None = None
        #: In slots, locked sessions included; None where it was stopped before there was one.
        self.bound: int | None = None

    def sharpen(self, share: Callable[[], float] | None) -> None:
        """Works out everybody's own best week, then brings the bound that is their sum down while less than
        all of the ``share`` (0 to 1) of its time is used.

        Without one, by a number of steps, which comes out the same everywhere.
        """
        self._own = own_weeks(self._frame, self.keep_going, self._known)
        if self._own is None:
            return
        self.bound = self._frame.hours_before + sum(self._own)
        self._descent = Descent.begin(self._frame, self._own, None, self.keep_going)
        steps = 0
        while self._descent is not None and self.keep_going():
            used = steps / STEPS if share is None else share()
            if used >= 1.0:
                return
            self.bound = min(self.bound, self._descent.bound().slots(0))
            self._descent.step(FROM * (TO / FROM) ** used)
            steps += 1

    def with_offer(self, offer: Offer) -> int | None:
        """The same with an offer, which forbids nothing that was possible. None where stopped.

        Only those are worked out again who have other chances than before.
        """
        if self._own is None:
            return None
        frame = Frame(offer.problem, offer.problem.locked)
        own = own_weeks(frame, self.keep_going, self._known)
        if own is None:
            return None
        lowest = frame.hours_before + sum(own)
        descent = None if self._descent is None else self._descent.like(frame, own, self.keep_going)
        if descent is None:
            return lowest
        for _ in range(STEPS_LEVEL if offer.kind == "level" else STEPS_MORE):
            if not self.keep_going():
                break
            lowest = min(lowest, descent.bound().slots(0))
            descent.step(TO)
        return lowest
