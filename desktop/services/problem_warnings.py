"""What the problem of a week itself tells a coordinator to look at, and the locks in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from desktop.domain.locks import Lock
from desktop.services.locking import faulty_locks
from desktop.services.warning_kinds import PlanWarning, WarningKind
from solver.check import given
from solver.plan import Plan
from solver.problem import Commitment, Problem


def problem_warnings(locks: tuple[Lock, ...], problem: Problem) -> tuple[PlanWarning, ...]:
    """``problem`` is the one that ``build_problem`` makes with these locks."""
    return (*_memberships(problem), *_meetings(problem), *_locks(problem, locks))


def _memberships(problem: Problem) -> Iterator[PlanWarning]:
    for citizen in problem.citizens:
        if not citizen.groups:
            yield PlanWarning(WarningKind.MEMBERSHIP_UNKNOWN, (citizen.id,))


def _meetings(problem: Problem) -> Iterator[PlanWarning]:
    """Placements are given, not planned, so whom they bring together is told and not prevented.

    What the rules say of it is the check's to tell, of a week without sessions. No rule keeps apart at work
    those whose separation has the scope ``session``; but two people at work in one place meet.
    """
    blocks = {block.id: block for block in problem.commitments}
    alone = {row.level for row in problem.levels if row.alone_on_site}
    on_their_own = {citizen.id for citizen in problem.citizens if citizen.level in alone}
    locked = Plan(problem.week, "feasible", sessions=problem.locked)
    for found in given(problem, locked):
        site, pair = blocks[found.ids[0]].site or "", found.ids[-2:]
        if found.rule == "R11":
            yield PlanWarning(WarningKind.RIVALS_PLACED_TOGETHER, (*sorted(pair), site))
        else:
            one, other = sorted(pair, key=lambda each: (each not in on_their_own, each))
            yield PlanWarning(WarningKind.ALONE_SHARES_SITE, (one, other, site))
    yield from _working_together(problem)


def _working_together(problem: Problem) -> Iterator[PlanWarning]:
    apart = {row.between for row in problem.separations if row.scope == "session"}
    if not apart:
        return
    sides = {citizen.id: {citizen.id, *citizen.groups} for citizen in problem.citizens}
    at_work: dict[str, list[Commitment]] = {}
    for block in problem.commitments:
        if block.site is not None:
            at_work.setdefault(block.site, []).append(block)
    pairs = ((site, *pair) for site, blocks in at_work.items() for pair in combinations(blocks, 2))
    for site, first, second in pairs:
        if not _share_time(first, second):
            continue
        for one, other in ((a, b) for a in first.citizens for b in second.citizens if a != b):
            if any(
                (left in sides[one] and right in sides[other])
                or (left in sides[other] and right in sides[one])
                for left, right in apart
            ):
                yield PlanWarning(WarningKind.RIVALS_PLACED_TOGETHER, (*sorted((one, other)), site))


def _share_time(one: Commitment, other: Commitment) -> bool:
    return one.start < other.end and other.start < one.end


def _locks(problem: Problem, locks: tuple[Lock, ...]) -> Iterator[PlanWarning]:
    for faulty in faulty_locks(problem, locks):
        if faulty.left_out:
            yield PlanWarning(WarningKind.LOCK_LEFT_OUT, (faulty.lock.id,))
        if any(set(faulty.left_out).isdisjoint(found.ids) for found in faulty.violations):
            yield PlanWarning(WarningKind.LOCK_AT_FAULT, (faulty.lock.id,))
