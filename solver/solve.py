"""From a problem to a plan: bounds, search, model and check put together.

Every plan that leaves this module has passed the independent check.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from solver import exact
from solver.background import HoursBounds
from solver.bounds import hopeless_duties, own_weeks
from solver.check import Report, check
from solver.frame import Frame
from solver.limits import Limits
from solver.plan import GoalName, GoalResult, Plan, PlanStatus, Reason
from solver.problem import Problem
from solver.relaxation import staffed_hours_bound
from solver.search import SEARCHED, Annealing, Order, Week

#: Seconds between two streamed plans or two words on progress, so that a reader is never flooded.
PACE = 0.2
#: Seconds at the end in which the model polishes parts of the week, where that is not more than a twentieth.
POLISH = 6.0
#: Citizens from which on a process of its own for the bounds is worth its start.
MANY = 30
#: Citizens up to which a first week is finished even where the time is up.
FEW = 200


@dataclass(frozen=True, slots=True)
class Options:
    """Wall-clock ``seconds``, threads of CP-SAT (``workers``), ``seed`` of all that is drawn by chance."""

    seconds: float = 60.0
    workers: int = 2
    seed: int = 1


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
        self.order = Order(tuple(goal for goal in problem.goals if goal in SEARCHED))
        self.hour_slots = 60 / problem.slot_minutes
        self.bounds: dict[GoalName, int] = {"duties": 0}
        self.proven: dict[GoalName, int] = {}
        self.best: Week | None = None
        self._published: Week | None = None
        self._told = -PACE
        self._elsewhere: HoursBounds | None = None

    def plan(self) -> Plan:
        locked = Plan(self.problem.week, "unknown", sessions=self.problem.locked)
        reasons = check(self.problem, locked).violations
        if reasons:
            # Leaving sessions out never breaks a rule: the locked ones alone decide whether there is a plan.
            told = tuple(Reason(v.rule, v.ids, v.text) for v in reasons)
            return Plan(self.problem.week, "infeasible", reasons=told)
        frame = Frame(self.problem, self.problem.locked)
        self.bounds["hours"] = frame.hours_before + sum(frame.week_left)
        search = Annealing(frame, self.order, self.options.seed)
        # Where no goal asks for sessions, the week that holds none beside the locked ones is best left so.
        self._better(search.start(self._first_goes_on(frame)) if self.order.goals else search.keep())
        self._publish()
        if (hopeless := hopeless_duties(frame, self.limits.go_on)) is not None:
            self.bounds["duties"] = sum(hopeless)
            search.ruin.hopeless = hopeless
        if self.options.workers > 1 and frame.n >= MANY:
            with HoursBounds(self.problem, self.limits.seconds) as self._elsewhere:
                self._improve(frame, search)
        else:
            self._bound_hours(frame)
            self._improve(frame, search)
        assert self.best is not None
        return self._checked(self.best)

    def _first_goes_on(self, frame: Frame) -> Callable[[], bool]:
        """A first week takes well under a second at this size: it is had however little time was given."""
        if frame.n > FEW:
            return self.limits.go_on
        return lambda: not self.limits.stopped

    def _improve(self, frame: Frame, search: Annealing) -> None:
        limits, options = self.limits, self.options
        assert self.best is not None
        if exact.is_small(frame):
            self._anneal(search, until=min(1.0, 0.15 * limits.seconds))
            if not self._at_bounds():
                shown = exact.prove(
                    frame, self.best, self.order, limits, options.workers, options.seed, self._better
                )
                if shown is not None:
                    self.proven = shown.values
        if len(self.proven) < len(self.order.goals):
            self._anneal(search, until=limits.seconds - min(POLISH, 0.05 * limits.seconds))
            self._polish(frame)

    def _bound_hours(self, frame: Frame) -> None:
        """Bounds on hours without a second core: what a tenth of the time allows."""
        spent = self.limits.elapsed + self.limits.seconds / 10

        def go_on() -> bool:
            return self.limits.go_on() and self.limits.elapsed < spent

        own = own_weeks(frame, go_on)
        if own is not None:
            self._lower(frame.hours_before + sum(own))
            staffed = staffed_hours_bound(frame, own, max(0.0, spent - self.limits.elapsed), go_on)
            if staffed is not None:
                self._lower(staffed)

    def _lower(self, bound: int) -> None:
        self.bounds["hours"] = min(bound, self.bounds["hours"])

    def _anneal(self, search: Annealing, until: float) -> None:
        def share() -> float:
            self._tell()
            return 1.0 if self._at_bounds() else self.limits.until(until)

        search.run(share, self._better)

    def _polish(self, frame: Frame) -> None:
        limits, options = self.limits, self.options
        polish = exact.Polish(frame, self.order, limits, options.workers, options.seed)
        while limits.go_on() and not self._at_bounds():
            assert self.best is not None
            self._better(polish.once(self.best, 2.0))
            self._tell()

    # --- what is told -----------------------------------------------------------------------------------

    def _better(self, week: Week) -> None:
        if self.order.better(week, self.best):
            self.best = week

    def _at_bounds(self) -> bool:
        best = self.best
        return best is not None and all(self._met(goal, best) for goal in self.order.goals)

    def _met(self, goal: GoalName, week: Week) -> bool:
        value = week.duties if goal == "duties" else week.slots
        return value in (self.bounds[goal], self.proven.get(goal))

    def _tell(self) -> None:
        """Progress, and the best plan if it is a new one, not more often than the pace allows."""
        if self.limits.elapsed - self._told < PACE:
            return
        self._told = self.limits.elapsed
        for bound in self._elsewhere.found() if self._elsewhere else ():
            self._lower(bound)
        self._publish()
        self.observer.progress(
            Progress(
                self.limits.elapsed,
                self.best.duties if self.best else None,
                self.bounds["duties"],
                self.best.slots / self.hour_slots if self.best else None,
                self.bounds["hours"] / self.hour_slots,
            )
        )

    def _publish(self) -> None:
        if self.best is not None and self.best is not self._published:
            self.observer.plan(self._checked(self.best))
            self._published = self.best

    def _checked(self, week: Week) -> Plan:
        """The week as a plan, its goals recomputed by the checker; raises where it breaks a rule."""
        sessions = (*self.problem.locked, *week.sessions)
        report = check(self.problem, Plan(self.problem.week, "unknown", sessions=sessions))
        if report.violations:
            raise UnsoundPlanError(", ".join(sorted({v.rule for v in report.violations})))
        goals = tuple(self._result(goal, week, report) for goal in self.problem.goals)
        status: PlanStatus = "optimal" if all(goal.proven for goal in goals) else "feasible"
        plan = Plan(self.problem.week, status, goals, sessions, report.unmet)
        if not check(self.problem, plan).clean:
            raise UnsoundPlanError("goals")
        return plan

    def _result(self, goal: GoalName, week: Week, report: Report) -> GoalResult:
        value = dict(report.goals)[goal]
        if goal not in SEARCHED:
            # Not searched for yet: told as it came out. None of them can be below 0.
            return GoalResult(goal, value, 0, proven=value == 0)
        known = self.proven.get(goal, self.bounds[goal])
        bound = float(known) if goal == "duties" else known / self.hour_slots
        return GoalResult(goal, value, bound, proven=value == bound)
