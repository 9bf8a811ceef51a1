"""What would help: offers ranked by the weekly hours that they win, each with its bound."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from solver.explain.additions import Standing
from solver.explain.ceiling import Ceiling, caps
from solver.explain.gains import Gains
from solver.explain.offers import Offer, for_hours, offers
from solver.explain.screening import Screening
from solver.limits import Limits
from solver.plan import Session
from solver.problem import Problem

#: Rounds of search for an offer: what is too few to tell, and what is plenty. A first look needs fewer, since
#: most offers are looked at near what they offer alone.
FEWEST, PLENTY, GLANCE = 4_000, 60_000, 2_000
#: Offers looked at where the work is given, and those of them looked at once more with twice the work.
LOOKED_AT, AGAIN = 40, 8
#: Shares of the time left: for the week without an offer and its bound, side by side where there are cores
#: for both, and until when offers are searched.
FIRST, SEARCH = 0.2, 0.7
#: The share of what is left then for holding the gains against the week without their offers.
SETTLE = 0.4
#: Offers between two looks at the clock, and those in a second look where the first one saw them all.
AT_ONCE, CONTENDERS = 16, 40


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(numbers), AT_ONCE):
        yield numbers[first : first + AT_ONCE]


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
    apart: Sequence[tuple[str, str]] | None = None,
) -> Help:
    """Looks at offers for a plan that breaks no rule. ``people`` decide which are looked at first.

    ``tell`` hears how many of how many offers were looked at. ``apart``: see ``offers``.
    """
    whole = for_hours(problem)
    return _Helping(whole, offers(whole, apart), tuple(sessions), effort, tell).run(people)


class _Helping:
    def __init__(
        self,
        problem: Problem,
        asked: list[Offer],
        sessions: tuple[Session, ...],
        effort: Effort,
        tell: Callable[[int, int], None],
    ) -> None:
        self.problem, self.sessions, self.effort, self.tell = problem, sessions, effort, tell
        self.offers = asked
        searching = effort.until(SEARCH)
        self.gains = Gains(problem, sessions, effort.seed, effort.workers, searching)
        self.ceiling = Ceiling(problem, effort.go_on)
        self.looked_at: set[int] = set()

    def run(self, people: Sequence[int]) -> Help:
        promise = self._promise(people)
        order = self._order(promise)
        plan = self.gains.base.minutes
        if self.effort.work is not None:
            self._fixed(order)
        else:
            self._timed(order)
        # Every gain that is told has been held against its own week without the offer.
        self.gains.keep_going = self.effort.until(SETTLE)
        self._lend()
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
        """A gap of none is a smaller gap as well, a room with an alarm a room, a site one of all sites."""
        alike: dict[tuple[str, ...], list[tuple[int, Offer]]] = defaultdict(list)
        for number in self.gains.found:
            offer = self.offers[number]
            if offer.kind in ("gap", "separation"):
                alike["apart", *offer.ids].append((number, offer))
            elif offer.kind == "room":
                alike["room", offer.ids[0]].append((number, offer))
            elif offer.kind == "opening":
                alike["opening", str(offer.day)].append((number, offer))
        for row in alike.values():
            self.gains.lend(row)

    def _numbered(self, numbers: Sequence[int]) -> list[tuple[int, Offer]]:
        return [(number, self.offers[number]) for number in numbers]

    def _look(self, numbers: Sequence[int], rounds: int) -> None:
        self.gains.round(self._numbered(numbers), rounds, self._done)

    def _done(self, number: int) -> None:
        self.looked_at.add(number)
        self.tell(len(self.looked_at), len(self.offers))

    def _fixed(self, order: Sequence[int]) -> None:
        rounds = self.effort.work or 1
        self.ceiling.sharpen(None)
        self.gains.improve(lambda taken: taken / rounds, 1)
        self.gains.glance(self._numbered(order[:LOOKED_AT]), rounds, self._done)
        self._look(order[:LOOKED_AT], rounds)
        self._look(self._best(AGAIN), 2 * rounds)

    def _timed(self, order: Sequence[int]) -> None:
        """The week without an offer first; then every offer, and ever fewer of them ever longer."""
        workers = self.effort.workers
        if workers == 1:
            self.ceiling.sharpen(self._share(FIRST))
        used = self._share(FIRST)
        with ThreadPoolExecutor(1) as beside:
            bounding = beside.submit(self.ceiling.sharpen, used) if workers > 1 else None
            self.gains.improve(lambda _: used(), max(1, workers - 1))
            if bounding is not None:
                bounding.result()
        for some in _parts(order):
            if self.gains.keep_going():
                self.gains.glance(self._numbered(some), GLANCE, self._done)
        again, rounds = self._contenders(order)[:CONTENDERS], FEWEST
        while again and self.gains.keep_going():
            for some in _parts(again):
                if self.gains.keep_going():
                    self._look(some, rounds)
            again, rounds = self._contenders(again)[: len(again) // 2], min(PLENTY, 2 * rounds)

    def _contenders(self, order: Sequence[int]) -> list[int]:
        """Those of them that were looked at: what the last look made most of first, then as they stand."""
        gains = self.gains
        seen = [number for number in order if number in gains.found]
        return sorted(seen, key=lambda number: -max(gains.won(number), gains.lift[number]))

    def _best(self, count: int) -> list[int]:
        """The offers found best so far, of those that win anything."""
        found = self.gains.found
        ranked = sorted((-week.minutes, number) for number, week in found.items())
        return [number for _, number in ranked if self.gains.won(number)][:count]

    # --- bounds -----------------------------------------------------------------------------------------

    def _bounds(self, promise: Sequence[int]) -> tuple[dict[int, int], int]:
        """By offer looked at, and without any: counted minutes that no plan can pass."""
        slot = self.problem.slot_minutes
        # No offer changes anybody's cap.
        most = caps(self.problem) * slot
        bounds = dict.fromkeys(self.gains.found, most)
        lowest = self.ceiling.bound
        bound = most if lowest is None else lowest * slot
        ranked = sorted(
            self.gains.found, key=lambda number: (-self.gains.won(number), -promise[number], number)
        )
        with ThreadPoolExecutor(self.effort.workers) as pool:
            found = pool.map(lambda number: self.ceiling.with_offer(self.offers[number]), ranked)
            for number, slots in zip(ranked, found, strict=True):
                if slots is not None:
                    bounds[number] = slots * slot
        # What no week passes with an offer none passes without it.
        return bounds, min([bound, *bounds.values()])

    def _share(self, of_the_time_left: float) -> Callable[[], float]:
        """How much is used of a share of the time that is left now."""
        limits = self.effort.limits
        begun, given = limits.elapsed, max(1e-3, of_the_time_left * limits.left)
        return lambda: 1.0 if limits.stopped else (limits.elapsed - begun) / given
