"""From a changed problem and an old plan to a repaired one, checked, with all that it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from solver.check import Report, Violation, check
from solver.frame import Frame
from solver.limits import Limits
from solver.plan import GoalName, GoalResult, Plan, PlanStatus, Reason, Session
from solver.problem import Problem
from solver.repair.changes import Changes, changes
from solver.repair.given import Given, given
from solver.repair.losses import Before
from solver.repair.search import Search
from solver.telling import PACE, UnsoundPlanError

__all__ = ["Least", "Options", "Repair", "repair"]


@dataclass(frozen=True, slots=True)
class Options:
    """Threads (``workers``) and ``seed`` of all that is drawn by chance."""

    workers: int = 2
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Least:
    """A cost of a repair. No safe week has less than ``bound``, given the costs before this one."""

    value: float
    bound: float

    @property
    def proven(self) -> bool:
        return self.value == self.bound


@dataclass(frozen=True, slots=True)
class Repair:
    """``plan`` is safe but for what has ``happened``: rules that the past, which stays, breaks.

    ``duties`` lost, ``hours`` lost and ``people`` changed are what the repair kept as small as it could, in
    this order.

    Where there are ``reasons`` there is no plan: what stands contradicts the rules. The plan is then empty,
    and ``infeasible`` where the locked sessions and commitments do so by themselves.
    """

    plan: Plan
    changes: Changes
    duties: Least
    hours: Least
    people: Least
    happened: tuple[Violation, ...] = ()
    reasons: tuple[Reason, ...] = ()


def repair(
    problem: Problem,
    plan: Plan,
    now: int,
    options: Options,
    limits: Limits,
    found: Callable[[Repair], None] = lambda _: None,
) -> Repair:
    """Repairs a plan from minute ``now`` of the week on; better ones go to ``found`` meanwhile, at a pace.

    ``limits`` can be stopped from another thread; the best repair so far is returned. Raises
    ``ExchangeError`` where the plan is not one of this problem's week and grid, ``UnsoundPlanError`` where
    a plan of our own fails the check.
    """
    week = given(problem, plan, now)
    if week.contradictions:
        return _no_plan(week)
    before = Before(week)
    search = Search(before, limits, options.workers, options.seed)
    told = -PACE

    def better() -> None:
        nonlocal told
        if limits.elapsed - told >= PACE:
            told = limits.elapsed
            found(_told(before, search))

    search.run(better)
    return _told(before, search)


def _no_plan(week: Given) -> Repair:
    said = tuple(Reason(v.rule, v.ids, v.text) for v in week.contradictions)
    plan = Plan(week.problem.week, "infeasible", reasons=said)
    if check(week.problem, plan).wrong:
        # Only with what has happened: the format has no word for that.
        plan = Plan(week.problem.week, "unknown")
    nothing = Least(0, 0)
    return Repair(
        plan, Changes(gone=week.gone, left_out=week.left_out), nothing, nothing, nothing, reasons=said
    )


def _told(before: Before, search: Search) -> Repair:
    loss, bound, slot = search.loss, search.bound, before.given.problem.slot_minutes
    return Repair(
        _checked(before.given, (*before.given.fixed, *search.best)),
        changes(before, search.best),
        Least(loss.duties, bound.duties),
        Least(loss.slots * slot / 60, bound.slots * slot / 60),
        # Somebody who was planned twice at once is counted as forced to change, and need not be: what was
        # found below the bound shows that it says nothing.
        Least(loss.people, bound.people if bound.people <= loss.people else 0),
        before.given.happened,
    )


def _checked(week: Given, sessions: tuple[Session, ...]) -> Plan:
    """The sessions as a plan, its goals recomputed by the checker.

    Raises ``UnsoundPlanError`` where it breaks more, or other, rules than what has happened.
    """
    problem = week.problem
    bare = Plan(problem.week, "feasible", sessions=tuple(sorted(sessions, key=lambda s: (s.start, s.room))))
    report = check(problem, bare)
    if Counter(report.violations) != Counter(week.happened):
        raise UnsoundPlanError(", ".join(sorted({v.rule for v in report.violations})))
    goals = tuple(_result(week, goal, report) for goal in problem.goals)
    status: PlanStatus = "optimal" if all(goal.proven for goal in goals) else "feasible"
    plan = replace(bare, status=status, goals=goals, unmet=report.unmet)
    if check(problem, plan).wrong:
        raise UnsoundPlanError("goals")
    return plan


def _result(week: Given, goal: GoalName, report: Report) -> GoalResult:
    """A repair strives for no goal: what is known of them is what anybody's caps and zero say."""
    value = dict(report.goals)[goal]
    bound = 0.0
    if goal == "hours":
        frame = Frame(week.problem, week.fixed)
        bound = (frame.hours_before + sum(frame.week_left)) * week.problem.slot_minutes / 60
    return GoalResult(goal, value, bound, proven=value == bound)
