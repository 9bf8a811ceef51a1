"""What no plan of a problem can pass in hours: the one place where the explanations ask for a bound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from solver.bounds import Chances, Opportunity, own_weeks
from solver.explain.offers import Offer
from solver.frame import Frame
from solver.problem import Problem

GoOn = Callable[[], bool]


def caps(problem: Problem) -> int:
    """In slots, locked sessions included: everybody's cap. Always there, and never passed."""
    frame = Frame(problem, problem.locked)
    return frame.hours_before + sum(frame.week_left)


class Ceiling:
    """Everybody's own best week in a problem, and what offers for it change in them."""

    def __init__(self, problem: Problem, keep_going: GoOn) -> None:
        self.problem, self.keep_going = problem, keep_going
        self._frame = Frame(problem, problem.locked)
        self._own = own_weeks(self._frame, keep_going)
        self._chances = Chances(self._frame)
        self._known: dict[tuple[int, int], set[Opportunity]] = {}

    @property
    def bound(self) -> int | None:
        """In slots, locked sessions included; None where stopped."""
        return None if self._own is None else self._frame.hours_before + sum(self._own)

    def with_offer(self, offer: Offer) -> int | None:
        """The same with an offer, which forbids nothing that was possible. None where stopped.

        Only those are worked out again who stay below their cap and have other chances than before.
        """
        if self._own is None:
            return None
        frame = Frame(offer.problem, offer.problem.locked)
        chances = Chances(frame)
        again = []
        for i, slots in enumerate(self._own):
            if not self.keep_going():
                return None
            if slots < frame.week_left[i] and self._changed(offer, chances, i):
                again.append(i)
        own = self._worked_out(offer.problem, again)
        return None if own is None else frame.hours_before + sum(own)

    def _changed(self, offer: Offer, chances: Chances, i: int) -> bool:
        if offer.kind == "level" and self.problem.citizens[i].id not in offer.ids:
            return False
        days: Sequence[int] = range(7) if offer.day is None else (offer.day,)
        return any(set(chances.of(i, day)) != self._before(i, day) for day in days)

    def _before(self, i: int, day: int) -> set[Opportunity]:
        if (i, day) not in self._known:
            self._known[i, day] = set(self._chances.of(i, day))
        return self._known[i, day]

    def _worked_out(self, problem: Problem, again: Sequence[int]) -> list[int] | None:
        assert self._own is not None
        if not again:
            return self._own
        wanted = set(again)
        people = tuple(
            each if i in wanted else replace(each, max_minutes=0) for i, each in enumerate(problem.citizens)
        )
        new = own_weeks(Frame(replace(problem, citizens=people), problem.locked), self.keep_going)
        if new is None:
            return None
        return [new[i] if i in wanted else before for i, before in enumerate(self._own)]


def same_bound(problem: Problem) -> bool:
    """Whether separations have no say in any bound: nobody is anywhere already."""
    return not problem.locked and all(each.site is None for each in problem.commitments)
