"""What offers win, solved: the week with each of them beside the week without, found by the same effort.

The present week is improved first, so that what any search would find is no gain of an offer. Every offer
then starts from that week, and goes on from the best one found with it when it is looked at again. A week
that an offer makes better is also mended so that it keeps the rules without the offer, and improved once
more: what of it needed no offer counts for the week without. Every week is verified by the checker against
its own problem, and its hours are the checker's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TypeVar

from solver.check import check
from solver.explain.crew import Crews, demand
from solver.explain.offers import Offer
from solver.frame import Frame
from solver.plan import Plan, Session
from solver.problem import DAY_MINUTES, Problem
from solver.search import Search

#: Where in its cooling a search begins that shall make a good week better and not forget it.
WARM = 0.4
#: Offers, the best so far, whose weeks are mended to do without them after each look, and at once.
SETTLED = 3

GoOn = Callable[[], bool]
T = TypeVar("T")
R = TypeVar("R")


class UnsoundWeekError(Exception):
    """A search made a week that breaks a rule: a fault of the program. Nothing of it is told."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A week that was found: all its sessions, its counted minutes, its missing duties, and the rounds of
    search that it took.
    """

    sessions: tuple[Session, ...]
    minutes: int
    duties: int
    rounds: int


def polished(
    problem: Problem,
    start: Reached,
    used: Callable[[int], float],
    seed: int,
    keep_going: GoOn,
    day: int | None = None,
) -> Reached:
    """The best week found from one that breaks no rule; its own week where none is better.

    ``used``: from the rounds so far, the share (0 to 1) used of those that there shall be. ``day``: the only
    weekday that is searched, what is planned on others stays. Hours are the last goal. Raises
    ``UnsoundWeekError``.
    """
    locked = {session.id for session in problem.locked}
    kept = [
        each
        for each in start.sessions
        if each.id in locked or (day is not None and each.start // DAY_MINUTES != day)
    ]
    frame = Frame(problem, kept)
    search = Search(frame, seed)
    if search.idle:
        return start
    stay = {session.id for session in kept}
    before = search.hold(_lean(frame, [e for e in start.sessions if e.id not in stay and e.citizens]))
    begun = search.rounds

    def share() -> float:
        if not keep_going():
            return 1.0
        return min(1.0, WARM + (1.0 - WARM) * used(search.rounds - begun))

    search.run(len(search.stages) - 1, share)
    best = search.best()
    if best.rank >= before.rank:
        return replace(start, rounds=search.rounds - begun)
    return reached(problem, (*kept, *best.sessions), search.rounds - begun)


def reached(problem: Problem, sessions: Sequence[Session], rounds: int) -> Reached:
    """A week, verified and its goals told by the checker. Raises ``UnsoundWeekError``."""
    report = check(problem, Plan(problem.week, "feasible", sessions=tuple(sessions)))
    if report.violations:
        raise UnsoundWeekError(", ".join(sorted({each.rule for each in report.violations})))
    values = dict(report.goals)
    return Reached(tuple(sessions), round(values["hours"] * 60), round(values["duties"]), rounds)


def _lean(frame: Frame, sessions: Sequence[Session]) -> list[Session]:
    """The sessions without staff whom R5 does not ask for: a plan of somebody else's may hold more."""
    crews = Crews(frame)
    lean = []
    for session in sessions:
        levels = [frame.level[frame.citizen_index[c]] for c in session.citizens]
        crew = crews.least(demand(frame.activity_of(session), levels), crews.mask(session.staff))
        lean.append(replace(session, staff=crews.ids(crew)))
    return lean


def without_offer(problem: Problem, sessions: Sequence[Session]) -> tuple[Session, ...] | None:
    """A week made to keep the rules of another problem, by leaving sessions out; None where that fails."""
    kept = list(sessions)
    locked = {session.id for session in problem.locked}
    while broken := check(problem, Plan(problem.week, "feasible", sessions=tuple(kept))).violations:
        # The second session of two that clash goes: any choice will do, as long as it is always the same.
        named = {each.id for each in kept} - locked
        out: set[str] = set()
        for each in broken:
            if not out.intersection(each.ids):
                out.update([name for name in reversed(each.ids) if name in named][:1])
        if not out:
            return None
        kept = [each for each in kept if each.id not in out]
    return tuple(kept)


class Gains:
    """Solves offers beside the week without them. The same calls with the same seed find the same."""

    def __init__(
        self, problem: Problem, sessions: Sequence[Session], seed: int, workers: int, keep_going: GoOn
    ) -> None:
        """``problem`` has the hours as its last goal; ``sessions`` break none of its rules."""
        self.problem, self.seed, self.workers, self.keep_going = problem, seed, workers, keep_going
        #: The best week known without any offer.
        self.base = reached(problem, sessions, 0)
        #: By number of the offer: the best week found with it.
        self.found: dict[int, Reached] = {}
        #: By number: the minutes by which the last look made its week better than the one it began with.
        self.lift: dict[int, int] = {}
        #: By number: the week that was mended to do without the offer.
        self._settled: dict[int, Reached] = {}

    def improve(self, used: Callable[[int], float], searches: int) -> int:
        """The week without an offer, improved by so many searches, each until all is ``used`` of what it has.

        Returns the rounds that they took together.
        """
        start = self.base

        def one(number: int) -> Reached:
            return polished(self.problem, start, used, self.seed + number, self.keep_going)

        weeks = self._side_by_side(one, range(searches))
        for week in weeks:
            self._keep(week)
        return sum(week.rounds for week in weeks)

    def glance(self, offers: Sequence[tuple[int, Offer]], rounds: int, done: Callable[[int], None]) -> None:
        """A first look at offers, by their numbers: at their own day alone, where they have one.

        What a new resource is good for shows soonest where it is.
        """
        self._look(offers, rounds, done, near=True)

    def round(self, offers: Sequence[tuple[int, Offer]], rounds: int, done: Callable[[int], None]) -> None:
        """Looks at offers, by their numbers, and at the week without any, with so many rounds of search each.

        Each starts from the best week found with it so far. ``done`` hears the number of each that was looked
        at.
        """
        self.improve(lambda taken: taken / max(1, rounds), 1)
        self._look(offers, rounds, done, near=False)

    def _look(
        self, offers: Sequence[tuple[int, Offer]], rounds: int, done: Callable[[int], None], near: bool
    ) -> None:
        base = self.base

        def one(numbered: tuple[int, Offer]) -> tuple[Reached, Reached] | None:
            number, offer = numbered
            if not self.keep_going():
                return None
            start = max(base, self.found.get(number, base), key=lambda week: week.minutes)
            day = offer.day if near else None
            week = polished(
                offer.problem, start, lambda taken: taken / max(1, rounds), self.seed, self.keep_going, day
            )
            done(number)
            # What was stopped half-way had less effort than the others.
            return (start, week) if week.rounds >= rounds or week is start else None

        for (number, _), looked in zip(offers, self._side_by_side(one, offers), strict=True):
            if looked is not None:
                start, week = looked
                self.found[number], self.lift[number] = week, week.minutes - start.minutes
        self.settle(rounds, SETTLED)

    def lend(self, offers: Sequence[tuple[int, Offer]]) -> None:
        """Of offers that are looked at, each takes over another's better week where that keeps its rules."""
        for number, offer in offers:
            for other, _ in offers:
                if not self.keep_going():
                    return
                week = self.found[other]
                if week.minutes > self.found[number].minutes:
                    plan = Plan(self.problem.week, "feasible", sessions=week.sessions)
                    if not check(offer.problem, plan).violations:
                        self.found[number] = week

    def won(self, number: int) -> int:
        """The minutes that an offer wins. Below 0 nothing: the week without it is one with it as well."""
        return max(0, self.found[number].minutes - self.base.minutes)

    def settle(self, rounds: int, most: int) -> None:
        """What the best offers found that needs no offer counts for the week without."""
        ranked = sorted(self.found, key=lambda number: (-self.found[number].minutes, number))
        open_still = [
            number for number in ranked[:most] if self._settled.get(number) is not self.found[number]
        ]
        for first in range(0, len(open_still), SETTLED):
            some = [number for number in open_still[first : first + SETTLED] if self.won(number)]
            if not some or not self.keep_going():
                return
            for number, week in zip(
                some, self._side_by_side(lambda n: self._mended(n, rounds), some), strict=True
            ):
                self._settled[number] = self.found[number]
                if week is not None:
                    self._keep(week)

    def _mended(self, number: int, rounds: int) -> Reached | None:
        """The week of an offer made to do without it; None where that fails."""
        left = without_offer(self.problem, self.found[number].sessions)
        if left is None:
            return None
        start = reached(self.problem, left, 0)
        return polished(self.problem, start, lambda taken: taken / max(1, rounds), self.seed, self.keep_going)

    def _keep(self, week: Reached) -> None:
        if week.minutes > self.base.minutes and week.duties <= self.base.duties:
            self.base = week

    def _side_by_side(self, work: Callable[[T], R], things: Sequence[T]) -> list[R]:
        if len(things) == 1:
            return [work(things[0])]
        with ThreadPoolExecutor(self.workers) as pool:
            return list(pool.map(work, things))
