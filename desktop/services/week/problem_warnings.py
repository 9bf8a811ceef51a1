"""What the problem of a week itself tells a coordinator to look at, and the locks in it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.locks import Lock
from desktop.services.week.locking import faulty_locks
from desktop.services.week.placed_meetings import given_meetings
from desktop.services.week.warning_kinds import PlanWarning, WarningKind
from solver.plan import Plan
from solver.problem import Problem


def problem_warnings(locks: tuple[Lock, ...], problem: Problem) -> tuple[PlanWarning, ...]:
    """``problem`` is the one that ``build_problem`` makes with these locks."""
    return (*_memberships(problem), *_meetings(problem), *_locks(problem, locks))


def _memberships(problem: Problem) -> Iterator[PlanWarning]:
    for citizen in problem.citizens:
        if not citizen.groups:
            yield PlanWarning(WarningKind.MEMBERSHIP_UNKNOWN, (citizen.id,))


def _meetings(problem: Problem) -> Iterator[PlanWarning]:
    """Whom placements bring together, of a week without sessions but those that are locked."""
    locked = Plan(problem.week, "feasible", sessions=problem.locked)
    for found in given_meetings(problem, locked):
        kind = WarningKind.ALONE_SHARES_SITE if found.alone else WarningKind.RIVALS_PLACED_TOGETHER
        yield PlanWarning(kind, (*found.people, found.site))


def _locks(problem: Problem, locks: tuple[Lock, ...]) -> Iterator[PlanWarning]:
    for faulty in faulty_locks(problem, locks):
        if faulty.left_out:
            yield PlanWarning(WarningKind.LOCK_LEFT_OUT, (faulty.lock.id,))
        if any(set(faulty.left_out).isdisjoint(found.ids) for found in faulty.violations):
            yield PlanWarning(WarningKind.LOCK_AT_FAULT, (faulty.lock.id,))
