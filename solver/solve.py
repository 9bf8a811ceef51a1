"""From a problem to a plan: bounds, search, model and check put together.

Every plan that leaves this module has passed the independent check.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from solver import machine_code
from solver.bounds import HoursBound, hopeless_duties, own_weeks
from solver.contradictions import reasons
from solver.frame import Frame
from solver.goal_bounds import GoalBounds
from solver.limits import Limits
from solver.plan import GoalName, Plan
from solver.problem import Problem
from solver.search import STAFF_SLOTS, Search
from solver.sharing import Window, in_turn
from solver.standing import Standing
from solver.telling import Observer, Progress, Teller, UnsoundPlanError
from solver.week import weigh

# ortools takes half a second to import: what needs it is imported once the first plan is out.
if TYPE_CHECKING:
    from solver.background import HoursBounds, OwnWeeks

__all__ = ["Observer", "Options", "Progress", "UnsoundPlanError", "solve"]

#: Seconds at the end in which the model polishes parts of the week, where that is not more than a twentieth.
POLISH = 6.0
#: Seconds that the model has for one part of the week.
PART = 2.0
#: Citizens from which on a process of its own for the bounds, and a second search, are worth their start.
MANY = 30
#: Citizens up to which a first week is finished even where the time is up.
FEW = 200
#: The share of the time, and the seconds at most, that the search has before a small week is proven.
FIRST_SEARCH = 0.15
FIRST_SECONDS = 1.0
#: The share of the time that the model may take to prove a small week.
PROOF = 0.5
#: Seconds that CP-SAT needs to be of use.
LOADING = 1.0
#: Seconds for each citizen in which bounds come as low as they will.
BOUNDING = 0.1
#: Rounds of search that one unit of CP-SAT's deterministic time stands for.
ROUNDS_PER_UNIT = 2_000


@dataclass(frozen=True, slots=True)
class Options:
    """Wall-clock ``seconds``, threads (``workers``), ``seed`` of all that is drawn by chance.

    ``work``: rounds of search instead of seconds, with one worker: the plan is then the same everywhere.
    """

    seconds: float = 60.0
    workers: int = 2
    seed: int = 1
    work: int | None = None


def solve(
    problem: Problem,
    options: Options | None = None,
    observer: Observer | None = None,
    limits: Limits | None = None,
) -> Plan:
    """Plans the week. ``limits`` can be stopped from another thread; the best plan so far is returned.

    Where the search must be compiled first, the clock of ``limits`` begins anew after that. Raises
    ``UnsoundPlanError`` where a plan of our own fails the check.
    """
    options = options or Options()
    observer = observer or Observer()
    limits = limits or Limits(options.seconds)
    # Leaving sessions out never breaks a rule: the locked ones alone decide whether there is a plan.
    if said := reasons(problem):
        return Plan(problem.week, "infeasible", reasons=said)
    if not machine_code.is_made():
        observer.progress(Progress(limits.elapsed, preparing=True))
        machine_code.make()
        limits.restart()
    return _Run(problem, options, observer, limits).plan()


class _Run:
    def __init__(self, problem: Problem, options: Options, observer: Observer, limits: Limits) -> None:
        self.problem, self.options, self.limits = problem, options, limits
        self.frame = Frame(problem, problem.locked)
        # The week with nothing but the locked sessions counts as well: some goals like it best.
        self.standing = Standing(self.frame, weigh(self.frame, ()))
        self.teller = Teller(problem, self.standing, observer, limits)
        self.search = Search(self.frame, options.seed)
        #: Two searches, and a process for the bounds, where there is a core for each.
        self.side_by_side = options.work is None and options.workers > 1 and self.frame.n >= MANY
        self._elsewhere: HoursBounds | None = None

    def plan(self) -> Plan:
        self.standing.found(self.search.start(self._first_goes_on()))
        if self.problem.reference:
            self.standing.found(self.search.recall(self._first_goes_on()))
        self.teller.goal = next(iter(self.problem.goals), None)
        self.teller.tell()
        with self._bounding(), self.teller.ticking(self._listen):
            self._improve()
        return self.teller.checked(self.standing.best)

    def _first_goes_on(self) -> Callable[[], bool]:
        """A first week takes well under a second at this size: it is had however little time was given."""
        if self.frame.n > FEW:
            return self.limits.go_on
        return lambda: not self.limits.stopped

    # --- time -----------------------------------------------------------------------------------------

    def _used(self) -> float:
        """The share used of the time or the work that was given."""
        if self.limits.stopped:
            return 1.0
        work = self.options.work
        if work is None:
            return self.limits.until(self.limits.seconds)
        return min(1.0, self.search.rounds / max(1, work))

    def _improve(self) -> None:
        timed = self.options.work is None
        seconds = self.limits.seconds
        if self._has_time_for_the_model(0.5):
            from solver import exact

            begun = self._used()
            until = min(1.0, begun + min(FIRST_SEARCH, FIRST_SECONDS / seconds))
            self._search_stage([self.search], 0, Window(begun, until))
            if exact.is_small(self.frame, self.limits.go_on):
                self._prove()
        polishes = timed and self._has_time_for_the_model(min(POLISH / seconds, 0.05))
        self._search_all(1.0 - min(POLISH / seconds, 0.05) if polishes else 1.0)
        if polishes:
            self._polish()

    def _has_time_for_the_model(self, share: float) -> bool:
        """Loading CP-SAT takes up to a second: in less than a few it is better spent on searching."""
        return self.options.work is not None or share * self.limits.left > LOADING

    # --- search -----------------------------------------------------------------------------------------

    def _search_all(self, until: float) -> None:
        """One stage after the other, and from the first one again while time is left and a goal unproven."""
        searches = [self.search]
        if self.side_by_side:
            searches.append(Search(self.frame, self.options.seed + 1, STAFF_SLOTS[1]))
        while not self.search.idle and self._used() < until and not self.standing.settled():
            in_turn(
                len(self.search.stages),
                self._used,
                until,
                lambda number, window: self._search_stage(searches, number, window),
            )

    def _search_stage(self, searches: list[Search], number: int, window: Window) -> None:
        """The searches side by side, each from the best week so far."""
        if self._is_done(number):
            return
        self._turn(self.search.stages[number][0])
        for each in searches:
            each.hold(self.standing.best.sessions)
        threads = [
            threading.Thread(target=self._run, args=(each, number, window), daemon=True)
            for each in searches[1:]
        ]
        for thread in threads:
            thread.start()
        self._run(searches[0], number, window)
        for thread in threads:
            thread.join()

    def _run(self, search: Search, number: int, window: Window) -> None:
        def share() -> float:
            if search.rank() < self.standing.best.rank:
                self.standing.found(search.best())
            return 1.0 if self._is_done(number) else window.used(self._used())

        search.run(number, share)
        self.standing.found(search.best())

    def _is_done(self, number: int) -> bool:
        """Whether a stage has nothing left to find: its goals, and all before them, are proven."""
        if self.limits.stopped or not self.search.stages:
            return True
        return self.standing.settled(sum(map(len, self.search.stages[: number + 1])))

    # --- bounds and proof --------------------------------------------------------------------------------

    @contextmanager
    def _bounding(self) -> Iterator[None]:
        """Bounds on duties and hours: meanwhile where there are cores for it, else before."""
        from solver.background import HoursBounds

        ended = threading.Event()

        def go_on() -> bool:
            return self.limits.go_on() and not ended.is_set()

        self.standing.lean_on(GoalBounds(self.frame, keep_going=self.limits.go_on))
        if self.side_by_side:
            thread = threading.Thread(target=self._bound_duties, args=(go_on,), daemon=True)
            thread.start()
            try:
                with HoursBounds(self.problem, self.limits.seconds) as self._elsewhere:
                    yield
                    self._listen()
            finally:
                ended.set()
                thread.join()
        else:
            self._bound_duties(go_on)
            self._bound_hours()
            yield

    def _bound_duties(self, go_on: Callable[[], bool]) -> None:
        if (hopeless := hopeless_duties(self.frame, go_on)) is not None:
            self.standing.bound("duties", sum(hopeless))

    def _know_own_weeks(self, own: list[int]) -> None:
        self.standing.bound("hours", -(self.frame.hours_before + sum(own)))
        self.standing.lean_on(GoalBounds(self.frame, own, self.limits.go_on))

    def _bound_hours(self) -> None:
        """Bounds on hours without a second core: what a tenth of the time allows, at most.

        Where the work is given, only the sum of everybody's own best weeks, which is the same everywhere.
        """
        from solver.background import within

        if self.options.work is not None:
            own = own_weeks(self.frame, lambda: not self.limits.stopped)
            if own is not None:
                self._know_own_weeks(own)
            return
        begun, given = self.limits.elapsed, min(self.limits.seconds / 10, BOUNDING * max(1, self.frame.n))

        def share() -> float:
            return 1.0 if self.limits.stopped else (self.limits.elapsed - begun) / given

        for found in within(self.problem, self.frame, share):
            self._know(found)

    def _listen(self) -> None:
        for found in self._elsewhere.found() if self._elsewhere else ():
            self._know(found)

    def _know(self, found: HoursBound | OwnWeeks) -> None:
        if isinstance(found, HoursBound):
            self.standing.bound_hours(found)
        else:
            self._know_own_weeks(found.slots)

    def _prove(self) -> None:
        from solver import exact

        work, limits = self.options.work, self.limits
        units = None if work is None else work / ROUNDS_PER_UNIT
        effort = exact.Effort(limits, self.options.workers, self.options.seed, units)
        exact.prove(self.frame, self.standing, effort, PROOF * limits.left, self._turn)

    def _polish(self) -> None:
        from solver import exact

        polish = exact.Polish(self.frame, exact.Effort(self.limits, self.options.workers, self.options.seed))
        while self.limits.go_on():
            aims = self.standing.open()
            if not aims:
                break
            self.standing.found(polish.once(self.standing.best, PART, aims))

    def _turn(self, goal: GoalName) -> None:
        self.teller.goal = goal
