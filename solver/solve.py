"""From a problem to a plan: bounds, search, model and check put together.

Every plan that leaves this module has passed the independent check.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from solver import background, exact
from solver.background import HoursBounds
from solver.bounds import hopeless_duties, own_weeks
from solver.check import Report, check
from solver.frame import Frame
from solver.limits import Limits
from solver.plan import GoalName, GoalResult, Plan, PlanStatus, Reason
from solver.problem import Problem
from solver.relaxation import HoursBound
from solver.search import Search
from solver.week import Week, better, ranked, told, weigh

#: Seconds between two streamed plans or two words on progress, so that a reader is never flooded.
PACE = 0.2
#: Seconds at the end in which the model polishes parts of the week, where that is not more than a twentieth.
POLISH = 6.0
#: Citizens from which on a process of its own for the bounds, and a second search, are worth their start.
MANY = 30
#: Citizens up to which a first week is finished even where the time is up.
FEW = 200
#: The share of the time that each goal after the first ones has for itself.
LATER = 0.06
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


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a search stands: hours in hours; None before the first week is found."""

    elapsed: float
    duties: int | None
    duties_bound: int
    hours: float | None
    hours_bound: float


@dataclass(frozen=True, slots=True)
class Observer:
    """Who is told of progress and of each better plan. Does nothing by default."""

    progress: Callable[[Progress], None] = lambda _: None
    plan: Callable[[Plan], None] = lambda _: None


class UnsoundPlanError(Exception):
    """The search made a plan that breaks a rule: a fault of the program. The plan goes nowhere."""


def solve(
    problem: Problem,
    options: Options | None = None,
    observer: Observer | None = None,
    limits: Limits | None = None,
) -> Plan:
    """Plans the week. ``limits`` can be stopped from another thread; the best plan so far is returned.

    Raises ``UnsoundPlanError`` where a plan of our own fails the check.
    """
    options = options or Options()
    limits = limits or Limits(options.seconds)
    return _Run(problem, options, observer or Observer(), limits).plan()


class _Run:
    def __init__(self, problem: Problem, options: Options, observer: Observer, limits: Limits) -> None:
        self.problem, self.options, self.observer, self.limits = problem, options, observer, limits
        self.best: Week | None = None
        #: What no week can be better than, in rank units; by goal, given those before it.
        self.bounds: dict[GoalName, int] = {}
        self._lock = threading.Lock()
        self._published: Week | None = None
        self._told = -PACE
        self._elsewhere: HoursBounds | None = None
        self._hours_bounds: list[HoursBound] = []

    def plan(self) -> Plan:
        locked = Plan(self.problem.week, "unknown", sessions=self.problem.locked)
        reasons = check(self.problem, locked).violations
        if reasons:
            # Leaving sessions out never breaks a rule: the locked ones alone decide whether there is a plan.
            said = tuple(Reason(v.rule, v.ids, v.text) for v in reasons)
            return Plan(self.problem.week, "infeasible", reasons=said)
        frame = Frame(self.problem, self.problem.locked)
        self.bounds = dict.fromkeys(self.problem.goals, 0)
        self.bounds["hours"] = -(frame.hours_before + sum(frame.week_left))
        search = Search(frame, self.options.seed)
        # The week with nothing but the locked sessions counts as well: some goals like it best.
        self._better(weigh(frame, ()))
        self._better(search.start(self._first_goes_on(frame)))
        self._tell()
        if (hopeless := hopeless_duties(frame, self.limits.go_on)) is not None:
            self.bounds["duties"] = sum(hopeless)
        if self.options.work is None and self.options.workers > 1 and frame.n >= MANY:
            with HoursBounds(self.problem, self.limits.seconds) as self._elsewhere:
                self._improve(frame, search)
        else:
            self._bound_hours(frame)
            self._improve(frame, search)
        assert self.best is not None
        self._bound_by_duties()
        return self._checked(self.best)

    def _first_goes_on(self, frame: Frame) -> Callable[[], bool]:
        """A first week takes well under a second at this size: it is had however little time was given."""
        if frame.n > FEW:
            return self.limits.go_on
        return lambda: not self.limits.stopped

    # --- time -----------------------------------------------------------------------------------------

    def _used(self, search: Search) -> float:
        """The share used of the time or the work that was given."""
        if self.limits.stopped:
            return 1.0
        work = self.options.work
        return (
            self.limits.until(self.limits.seconds) if work is None else min(1.0, search.rounds / max(1, work))
        )

    def _improve(self, frame: Frame, search: Search) -> None:
        small = exact.is_small(frame)
        if small:
            self._search(search, search.stages[:1], 0.0, min(0.15, 1.0 / max(0.01, self.limits.seconds)))
            self._prove(frame)
        if not self._all_proven():
            polish = min(POLISH / max(0.01, self.limits.seconds), 0.05)
            until = 1.0 - polish if self.options.work is None else 1.0
            begun = self._used(search)
            self._search(search, search.stages, begun, until)
            if self.options.work is None:
                self._polish(frame)

    def _search(
        self, search: Search, stages: Sequence[tuple[GoalName, ...]], begun: float, until: float
    ) -> None:
        """A stage after the other, with a second search beside where there is a worker for it."""
        searches = [search]
        if self.options.workers > 1 and self.options.work is None and search.frame.n >= MANY:
            searches.append(Search(search.frame, self.options.seed + 1))
        later = LATER * (until - begun)
        at = begun
        for number in range(len(stages)):
            end = until - later * (len(stages) - 1 - number)
            assert self.best is not None
            for each in searches:
                each.hold(self.best.sessions)
            threads = [
                threading.Thread(target=self._run_stage, args=(each, number, at, end, False), daemon=True)
                for each in searches[1:]
            ]
            for thread in threads:
                thread.start()
            self._run_stage(search, number, at, end, tells=True)
            for thread in threads:
                thread.join()
            at = end

    def _run_stage(self, search: Search, number: int, begun: float, end: float, tells: bool) -> None:
        """One of the searches says how things stand, for all of them."""

        def share() -> float:
            if self.best is None or search.rank() < self.best.rank:
                self._better(search.best())
            if tells:
                self._tell()
            used = self._used(search)
            if used >= 1.0 or self._all_proven():
                return 1.0
            return min(1.0, max(0.0, (used - begun) / max(1e-9, end - begun)))

        search.run(number, share)
        self._better(search.best())

    # --- bounds and proof --------------------------------------------------------------------------------

    def _bound_hours(self, frame: Frame) -> None:
        """Bounds on hours without a second core: what a tenth of the time allows.

        Where the work is given, only the sum of everybody's own best weeks, which is the same everywhere.
        """
        if self.options.work is not None:
            own = own_weeks(frame, lambda: not self.limits.stopped)
            if own is not None:
                self._lower(HoursBound.of_slots(frame.hours_before + sum(own)))
            return
        limits = Limits(self.limits.seconds / 10)
        for bound in background.within(self.problem, frame, limits):
            self._lower(bound)
            if self.limits.stopped:
                return

    def _lower(self, bound: HoursBound) -> None:
        self._hours_bounds.append(bound)
        self._bound_by_duties()

    def _bound_by_duties(self) -> None:
        """A bound on hours holds for all weeks with no more missing duties than the best one has."""
        duties = -1
        if self.best is not None and "duties" in self.problem.goals:
            duties = self.best.rank[self.problem.goals.index("duties")]
        slots = [bound.slots(duties) for bound in self._hours_bounds if duties >= 0 or not bound.per_duty]
        self.bounds["hours"] = max([self.bounds["hours"], *(-s for s in slots)])

    def _prove(self, frame: Frame) -> None:
        assert self.best is not None
        options, work = self.options, self.options.work
        units = None if work is None else work / ROUNDS_PER_UNIT
        shown = exact.prove(frame, self.best, self.limits, options.workers, options.seed, self._better, units)
        self.bounds.update(shown)

    def _polish(self, frame: Frame) -> None:
        limits, options = self.limits, self.options
        polish = exact.Polish(frame, limits, options.workers, options.seed)
        while polish.can and limits.go_on() and not self._all_proven():
            assert self.best is not None
            self._better(polish.once(self.best, 2.0))
            self._tell()

    # --- what is told -----------------------------------------------------------------------------------

    def _better(self, week: Week) -> None:
        with self._lock:
            if better(week, self.best):
                self.best = week

    def _proven(self, week: Week) -> list[bool]:
        """By goal: whether no week can be better, given the goals before it.

        A bound of ``duties`` and of ``hours`` is one for every week; those of later goals are only known
        as nothing below 0, or from the model given the values before them, which are then proven too.
        """
        return [rank == self.bounds[goal] for goal, rank in zip(self.problem.goals, week.rank, strict=True)]

    def _all_proven(self) -> bool:
        return self.best is not None and all(self._proven(self.best))

    def _tell(self) -> None:
        """Progress, and the best plan if it is a new one, not more often than the pace allows."""
        if self.limits.elapsed - self._told < PACE:
            return
        self._told = self.limits.elapsed
        for bound in self._elsewhere.found() if self._elsewhere else ():
            self._lower(bound)
        self._bound_by_duties()
        self._publish()
        values = dict(zip(self.problem.goals, self.best.rank, strict=True)) if self.best else {}
        slot = self.problem.slot_minutes
        self.observer.progress(
            Progress(
                self.limits.elapsed,
                values.get("duties"),
                self.bounds.get("duties", 0),
                told("hours", values["hours"], slot) if "hours" in values else None,
                told("hours", self.bounds["hours"], slot),
            )
        )

    def _publish(self) -> None:
        best = self.best
        if best is not None and best is not self._published:
            self.observer.plan(self._checked(best))
            self._published = best

    def _checked(self, week: Week) -> Plan:
        """The week as a plan, its goals recomputed by the checker; raises where it breaks a rule."""
        sessions = (*self.problem.locked, *week.sessions)
        report = check(self.problem, Plan(self.problem.week, "unknown", sessions=sessions))
        if report.violations:
            raise UnsoundPlanError(", ".join(sorted({v.rule for v in report.violations})))
        goals = tuple(self._result(goal, report) for goal in self.problem.goals)
        status: PlanStatus = "optimal" if all(goal.proven for goal in goals) else "feasible"
        plan = Plan(self.problem.week, status, goals, sessions, report.unmet)
        if not check(self.problem, plan).clean:
            raise UnsoundPlanError("goals")
        return plan

    def _result(self, goal: GoalName, report: Report) -> GoalResult:
        value = dict(report.goals)[goal]
        slot = self.problem.slot_minutes
        proven = ranked(goal, value, slot) == self.bounds[goal]
        return GoalResult(goal, value, value if proven else told(goal, self.bounds[goal], slot), proven)
