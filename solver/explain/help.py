"""What would help: offers ranked by the weekly hours that they win, each with its bound."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from solver.explain.additions import Standing
from solver.explain.ceiling import Ceiling, caps
from solver.explain.gains import Gains
from solver.explain.offers import Offer, for_hours, offers
from solver.explain.screening import Screening
from solver.limits import Limits
from solver.plan import Session
from solver.problem import Problem

#: Rounds of search for an offer: what is too few to tell, and what is plenty.
FEWEST, PLENTY = 4_000, 60_000
#: Offers looked at where the work is given, and those of them looked at once more with twice the work.
LOOKED_AT, AGAIN = 40, 8
#: Shares of the time left: for the week without an offer, for a first look at the most promising offers (at
#: most so many), and until when offers are searched.
FIRST, ONCE, AT_ONCE, SEARCH = 0.15, 0.3, 60, 0.55
#: The share of what is left then for holding the gains against the week without their offers.
SETTLE = 0.3
#: Offers in a first look, however few are promising.
LEAST_AT_ONCE = 24
#: The share of the time that the bound without an offer has, before anything is searched.
BOUND = 0.15


@dataclass(frozen=True, slots=True)
class Gain:
    """``minutes`` that an offer wins over the whole week, found; ``bound``: the most that any plan could.

    ``duties`` are the duties mended beside (below 0: duties missed for more hours).
    """

    offer: Offer
    minutes: int
    bound: int
    duties: int


@dataclass(frozen=True, slots=True)
class Help:
    """Counted minutes of all sessions: of the ``plan``, of the ``best`` week found without any offer, and the
    ``bound`` that no plan can pass. ``gains`` are ranked; ``not_examined`` are offers there was no time for.
    """

    plan: int
    best: int
    bound: int
    gains: tuple[Gain, ...]
    not_examined: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Effort:
    """``work``: rounds of search for each offer instead of what the time allows."""

    limits: Limits
    workers: int
    seed: int
    work: int | None

    def go_on(self) -> bool:
        return not self.limits.stopped if self.work is not None else self.limits.go_on()

    def until(self, share: float) -> Callable[[], bool]:
        """Goes on until a share of the time that is left now is used up."""
        end = self.limits.elapsed + share * self.limits.left
        return lambda: self.go_on() and (self.work is not None or self.limits.elapsed < end)


def what_would_help(
    problem: Problem,
    sessions: Sequence[Session],
    people: Sequence[int],
    effort: Effort,
    tell: Callable[[int, int], None],
) -> Help:
    """Looks at offers for a plan that breaks no rule. ``people`` decide which are looked at first.

    ``tell`` hears how many of how many offers were looked at.
    """
    return _Helping(for_hours(problem), tuple(sessions), effort, tell).run(people)


class _Helping:
    def __init__(
        self,
        problem: Problem,
        sessions: tuple[Session, ...],
        effort: Effort,
        tell: Callable[[int, int], None],
    ) -> None:
        self.problem, self.sessions, self.effort, self.tell = problem, sessions, effort, tell
        self.offers = offers(problem)
        self.ceiling = Ceiling(problem, effort.go_on)
        self.ceiling.sharpen(None if effort.work is not None else self._share(BOUND))
        searching = effort.until(SEARCH)
        self.gains = Gains(problem, sessions, effort.seed, effort.workers, searching)
        self.looked_at = 0

    def run(self, people: Sequence[int]) -> Help:
        promise = self._promise(people)
        order = self._order(promise)
        plan = self.gains.base.minutes
        if self.effort.work is not None:
            self._fixed(order)
        else:
            self._timed(order, sum(each > 0 for each in promise))
        self._lend()
        # Every gain that is told has been held against its own week without the offer.
        self.gains.keep_going = self.effort.until(SETTLE)
        self.gains.settle(self.effort.work or FEWEST, len(self.offers))
        bounds, bound = self._bounds(promise)
        gains = [
            Gain(
                self.offers[number],
                self.gains.won(number),
                bounds[number] - self.gains.base.minutes,
                self.gains.base.duties - week.duties if self.gains.won(number) else 0,
            )
            for number, week in self.gains.found.items()
        ]
        order_of = {id(offer): number for number, offer in enumerate(self.offers)}
        gains.sort(key=lambda gain: (-gain.minutes, -gain.duties, order_of[id(gain.offer)]))
        left = tuple(self.offers[number] for number in order if number not in self.gains.found)
        return Help(plan, self.gains.base.minutes, bound, tuple(gains), left)

    def _promise(self, people: Sequence[int]) -> list[int]:
        screening = Screening(Standing(self.problem, self.sessions), people, self.gains.keep_going)
        found = []
        for offer in self.offers:
            found.append(screening.promise(offer, self.sessions) if self.gains.keep_going() else 0)
        return found

    def _order(self, promise: Sequence[int]) -> list[int]:
        """The most promising first; those that promise nothing in turn, one of each kind."""
        turn = Counter[str]()
        keys = []
        for number, offer in enumerate(self.offers):
            turn[offer.kind] += not promise[number]
            keys.append((-promise[number], turn[offer.kind] if not promise[number] else 0, number))
        return [number for *_, number in sorted(keys)]

    def _lend(self) -> None:
        """A gap of none is a smaller gap as well, and a room with an alarm a room."""
        alike: dict[tuple[str, ...], list[tuple[int, Offer]]] = defaultdict(list)
        for number in self.gains.found:
            offer = self.offers[number]
            if offer.kind in ("gap", "separation"):
                alike["apart", *offer.ids].append((number, offer))
            elif offer.kind == "room":
                alike["room", offer.ids[0]].append((number, offer))
        for row in alike.values():
            self.gains.lend(row)

    def _look(self, numbers: Sequence[int], rounds: int) -> None:
        self.gains.round([(number, self.offers[number]) for number in numbers], rounds, self._done)

    def _done(self) -> None:
        self.looked_at += 1
        self.tell(min(self.looked_at, len(self.offers)), len(self.offers))

    def _fixed(self, order: Sequence[int]) -> None:
        rounds = self.effort.work or 1
        self.gains.improve(rounds)
        self._look(order[:LOOKED_AT], rounds)
        self._look(self._best(AGAIN), 2 * rounds)

    def _timed(self, order: Sequence[int], promising: int) -> None:
        """The week without an offer first; then offers, the most promising half of them ever again."""
        left = self.effort.limits.left
        begun = time.monotonic()
        rounds = 0
        while rounds == 0 or (self.gains.keep_going() and time.monotonic() - begun < FIRST * left):
            rounds += (taken := self.gains.improve(FEWEST))
            if not taken:
                break
        # Two threads on two cores do not do twice as much beside all else.
        pace = rounds / max(1e-3, time.monotonic() - begun) * (1 + self.effort.workers) / 2
        at_once = max(LEAST_AT_ONCE, min(promising, AT_ONCE))
        each = round(pace * ONCE * self.effort.limits.left / at_once)
        each = max(FEWEST, min(PLENTY, each))
        for first in range(0, len(order), at_once):
            if not self.gains.keep_going():
                return
            self._look(order[first : first + at_once], each)
            again = self._best(at_once // 2)
            while len(again) > 1 and self.gains.keep_going():
                self._look(again, min(2 * each, PLENTY))
                again = self._best(len(again) // 2)

    def _best(self, count: int) -> list[int]:
        """The offers found best so far, of those that win anything."""
        found = self.gains.found
        ranked = sorted((-week.minutes, number) for number, week in found.items())
        return [number for _, number in ranked if self.gains.won(number)][:count]

    # --- bounds -----------------------------------------------------------------------------------------

    def _bounds(self, promise: Sequence[int]) -> tuple[dict[int, int], int]:
        """By offer looked at, and without any: counted minutes that no plan can pass."""
        slot = self.problem.slot_minutes
        bounds = {number: caps(self.offers[number].problem) * slot for number in self.gains.found}
        lowest = self.ceiling.bound
        bound = (caps(self.problem) if lowest is None else lowest) * slot
        ranked = sorted(
            self.gains.found, key=lambda number: (-self.gains.won(number), -promise[number], number)
        )
        for number in ranked:
            found = self.ceiling.with_offer(self.offers[number])
            if found is not None:
                bounds[number] = found * slot
        return bounds, bound

    def _share(self, of_the_time_left: float) -> Callable[[], float]:
        """How much is used of a share of the time that is left now."""
        limits = self.effort.limits
        begun, given = limits.elapsed, max(1e-3, of_the_time_left * limits.left)
        return lambda: 1.0 if limits.stopped else (limits.elapsed - begun) / given
