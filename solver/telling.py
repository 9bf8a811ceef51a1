"""What is told of a search: progress at a pace, and each better plan, which the check has found clean."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from solver.check import check
from solver.limits import Limits
from solver.plan import GoalName, GoalResult, Plan, PlanStatus
from solver.problem import Problem
from solver.standing import Standing
from solver.week import Week, told

#: Seconds between two words, so that a reader is never flooded; and words in any one second, to which the
#: last word of all may come as a fifth.
PACE, A_SECOND = 0.2, 4
#: The share of the time that checking streamed plans may take: a large week is streamed less often.
CHECKING = 0.1


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a search stands, ``elapsed`` seconds after its beginning.

    ``goal`` is the one that is worked on, ``goals`` how each stands, in the problem's order. ``preparing``:
    the search is being compiled, which happens once on a machine, and its clock has not begun.
    """

    elapsed: float
    goal: GoalName | None = None
    goals: tuple[GoalResult, ...] = ()
    preparing: bool = False

    def of(self, goal: GoalName) -> GoalResult | None:
        """How one goal stands; None where it is none of the problem's or nothing is known yet."""
        return next((each for each in self.goals if each.goal == goal), None)


@dataclass(frozen=True, slots=True)
class Observer:
    """Who is told of progress and of each better plan. Does nothing by default."""

    progress: Callable[[Progress], None] = lambda _: None
    plan: Callable[[Plan], None] = lambda _: None


class UnsoundPlanError(Exception):
    """The search made a plan that breaks a rule: a fault of the program. The plan goes nowhere."""


class Teller:
    """Tells an observer how things stand. ``goal`` is the one that is worked on."""

    def __init__(self, problem: Problem, standing: Standing, observer: Observer, limits: Limits) -> None:
        self.goal: GoalName | None = None
        self._problem, self._standing, self._observer, self._limits = problem, standing, observer, limits
        self._lock = threading.Lock()
        self._next_plan = 0.0
        #: When the last words were told, of plans too.
        self._words: deque[float] = deque(maxlen=A_SECOND)
        self._published: Week | None = None

    def tell(self) -> None:
        """Progress, and the best plan if it is a new one, not more often than the pace allows."""
        with self._lock:
            now, week = self._limits.elapsed, self._standing.best
            better = week is not self._published and now >= self._next_plan
            if not self._may_say(now, 2 if better else 1):
                return
            if better:
                self._observer.plan(self.checked(week))
                self._published = week
                self._next_plan = now + (self._limits.elapsed - now) / CHECKING
                self._words.append(self._limits.elapsed)
            now = self._limits.elapsed
            goals = self._results(week, self._standing.bounds(week.rank))
            self._observer.progress(Progress(now, self.goal, goals))
            self._words.append(now)

    def _may_say(self, now: float, words: int) -> bool:
        """Whether so many words more are not too many in any one second."""
        if self._words and now < self._words[-1] + PACE:
            return False
        within = sum(now < said + 1.0 for said in self._words)
        return within + words <= A_SECOND

    @contextmanager
    def ticking(self, before: Callable[[], None]) -> Iterator[None]:
        """Tells at its pace, from a thread of its own, while the search goes on inside.

        ``before`` is called each time. What is raised in there ends the search, and is raised again here.
        """
        ended = threading.Event()
        faults: list[Exception] = []

        def tick() -> None:
            try:
                while not ended.wait(PACE):
                    before()
                    self.tell()
            except Exception as fault:
                faults.append(fault)
                self._limits.stop()

        thread = threading.Thread(target=tick, daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()
        if faults:
            raise faults[0]

    def checked(self, week: Week) -> Plan:
        """The week as a plan; raises ``UnsoundPlanError`` where it breaks a rule or says what is not so."""
        problem = self._problem
        goals = self._results(week, self._standing.bounds(week.rank))
        status: PlanStatus = "optimal" if all(goal.proven for goal in goals) else "feasible"
        plan = Plan(problem.week, status, goals, (*problem.locked, *week.sessions))
        report = check(problem, plan)
        if report.violations:
            raise UnsoundPlanError(", ".join(sorted({v.rule for v in report.violations})))
        # Which duties are missing is taken from the check's own word, so it alone may differ.
        if any(statement.rule != "unmet" for statement in report.wrong):
            raise UnsoundPlanError("goals")
        return replace(plan, unmet=report.unmet)

    def _results(self, week: Week, bounds: list[int]) -> tuple[GoalResult, ...]:
        slot = self._problem.slot_minutes
        return tuple(
            GoalResult(goal, told(goal, rank, slot), told(goal, bound, slot), rank == bound)
            for goal, rank, bound in zip(self._problem.goals, week.rank, bounds, strict=True)
        )
