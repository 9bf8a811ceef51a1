"""What offers win, solved: the week with each of them beside the week without, found by the same effort.

The present week is improved first, so that what any search would find is no gain of an offer. Every offer
then starts from that week. A week that an offer makes better is also mended so that it keeps the rules
without the offer, and improved once more: what of it needed no offer counts for the week without. Every week
is verified by the checker against its own problem, and its hours are the checker's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from solver.check import check
from solver.explain.crew import Crews, demand
from solver.explain.offers import Offer
from solver.frame import Frame
from solver.plan import Plan, Session
from solver.problem import Problem
from solver.search import Search

#: Where in its cooling a search begins that shall make a good week better and not forget it.
WARM = 0.4
#: Offers, the best so far, whose weeks are mended to do without them after each look.
SETTLED = 3

GoOn = Callable[[], bool]


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
    problem: Problem, sessions: Sequence[Session], rounds: int, seed: int, keep_going: GoOn
) -> Reached:
    """The best week found from one that breaks no rule, in so many rounds. Hours are the last goal.

    Raises ``UnsoundWeekError``.
    """
    frame = Frame(problem, problem.locked)
    locked = {session.id for session in problem.locked}
    search = Search(frame, seed)
    if search.idle:
        return reached(problem, problem.locked, 0)
    search.hold([_lean(frame, each) for each in sessions if each.id not in locked and each.citizens])
    begun = search.rounds

    def share() -> float:
        if not keep_going():
            return 1.0
        return min(1.0, WARM + (1.0 - WARM) * (search.rounds - begun) / max(1, rounds))

    search.run(len(search.stages) - 1, share)
    best = search.best()
    return reached(problem, (*problem.locked, *best.sessions), search.rounds - begun)


def reached(problem: Problem, sessions: Sequence[Session], rounds: int) -> Reached:
    """A week, verified and its goals told by the checker. Raises ``UnsoundWeekError``."""
    report = check(problem, Plan(problem.week, "feasible", sessions=tuple(sessions)))
    if report.violations:
        raise UnsoundWeekError(", ".join(sorted({each.rule for each in report.violations})))
    values = dict(report.goals)
    return Reached(tuple(sessions), round(values["hours"] * 60), round(values["duties"]), rounds)


def _lean(frame: Frame, session: Session) -> Session:
    """The session without staff whom R5 does not ask for: a plan of somebody else's may hold more."""
    crews = Crews(frame)
    levels = [frame.level[frame.citizen_index[c]] for c in session.citizens]
    crew = crews.least(demand(frame.activity_of(session), levels), crews.mask(session.staff))
    return replace(session, staff=crews.ids(crew))


def without_offer(problem: Problem, sessions: Sequence[Session]) -> tuple[Session, ...] | None:
    """A week made to keep the rules of another problem, by leaving sessions out; None where that fails."""
    kept = list(sessions)
    locked = {session.id for session in problem.locked}
    while broken := check(problem, Plan(problem.week, "feasible", sessions=tuple(kept))).violations:
        # The second session of two that clash goes: any choice will do, as long as it is always the same.
        named = {each.id for each in kept} - locked
        out = {next((name for name in reversed(each.ids) if name in named), "") for each in broken[:1]}
        if out == {""}:
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
        #: By number: the week that was mended to do without the offer.
        self._settled: dict[int, Reached] = {}

    def round(self, offers: Sequence[tuple[int, Offer]], rounds: int, done: Callable[[], None]) -> None:
        """Looks at offers, by their numbers, and at the week without any, with so many rounds of search each.

        All start from the best week without an offer. ``done`` is called for each that was looked at.
        """
        start = self.base.sessions

        def one(problem: Problem) -> Reached | None:
            if not self.keep_going():
                return None
            week = polished(problem, start, rounds, self.seed, self.keep_going)
            done()
            # What was stopped half-way had less effort than the others.
            return week if week.rounds >= rounds or not week.rounds else None

        with ThreadPoolExecutor(self.workers) as pool:
            weeks = list(pool.map(one, [self.problem, *(offer.problem for _, offer in offers)]))
        if weeks[0] is not None:
            self._keep(weeks[0])
        for (number, _), week in zip(offers, weeks[1:], strict=True):
            before = self.found.get(number)
            if week is not None and (before is None or week.minutes > before.minutes):
                self.found[number] = week
        self.settle(rounds, SETTLED)

    def lend(self, offers: Sequence[tuple[int, Offer]]) -> None:
        """Of offers that are looked at, each takes over another's better week where that keeps its rules."""
        for number, offer in offers:
            for other, _ in offers:
                week = self.found[other]
                if week.minutes > self.found[number].minutes:
                    plan = Plan(self.problem.week, "feasible", sessions=week.sessions)
                    if not check(offer.problem, plan).violations:
                        self.found[number] = week

    def improve(self, rounds: int) -> int:
        """The week without an offer, improved by at most so many rounds; returns those it took."""
        week = polished(self.problem, self.base.sessions, rounds, self.seed, self.keep_going)
        self._keep(week)
        return week.rounds

    def won(self, number: int) -> int:
        """The minutes that an offer wins. Below 0 nothing: the week without it is one with it as well."""
        return max(0, self.found[number].minutes - self.base.minutes)

    def _keep(self, week: Reached) -> None:
        if week.minutes > self.base.minutes and week.duties <= self.base.duties:
            self.base = week

    def settle(self, rounds: int, most: int) -> None:
        """What the best offers found that needs no offer counts for the week without."""
        ranked = sorted(self.found.items(), key=lambda item: (-item[1].minutes, item[0]))
        for number, week in ranked[:most]:
            if week.minutes <= self.base.minutes or not self.keep_going():
                return
            if self._settled.get(number) is week:
                continue
            self._settled[number] = week
            left = without_offer(self.problem, week.sessions)
            if left is not None:
                self._keep(polished(self.problem, left, rounds, self.seed, self.keep_going))
