"""The check's answers of late: of the same version of the same week they are not worked out again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.services.week.versions import plan_of
from solver.check import Report, Violation, broken, check
from solver.plan import Plan, Session
from solver.problem import Problem

_MOST_KEPT = 16
"""How many answers are kept."""
_MOST_ALONE = 4
"""How many answers about a part of a version's sessions."""


@dataclass(eq=False, slots=True)
class _Checked:
    """``alone``: what some of the sessions break by themselves, by their ids, of those last asked for."""

    problem: Problem
    version: PlanVersion
    plan: Plan
    report: Report
    alone: dict[frozenset[str], tuple[Violation, ...]] = field(default_factory=dict)


class Checks:
    """Each answer is the one that ``solver.check`` gives: it is kept by the whole problem and the whole
    version, and compared by their values."""

    def __init__(self) -> None:
        self._kept: deque[_Checked] = deque(maxlen=_MOST_KEPT)

    def report(self, problem: Problem, version: PlanVersion) -> Report:
        """The check of a version. Raises ``ValueError`` for a word unknown to the exchange format."""
        return self._of(problem, version).report

    def alone(
        self, problem: Problem, version: PlanVersion, sessions: frozenset[str]
    ) -> tuple[Violation, ...]:
        """The rules that some sessions of the version, by their ids, break all by themselves."""
        if not sessions:
            return ()
        known = self._of(problem, version).alone
        if sessions not in known:
            plan = self._of(problem, version).plan
            found = broken_by(problem, (each for each in plan.sessions if each.id in sessions))
            while len(known) >= _MOST_ALONE:
                known.pop(next(iter(known)))
            known[sessions] = found
        return known[sessions]

    def keep(self, week: IsoWeek, versions: Iterable[PlanVersion]) -> None:
        """Forgets the week's other versions."""
        left = tuple(versions)
        for known in tuple(self._kept):
            if known.version.week == week and known.version not in left:
                self._kept.remove(known)

    def clear(self) -> None:
        self._kept.clear()

    def _of(self, problem: Problem, version: PlanVersion) -> _Checked:
        same = [known for known in self._kept if known.version == version]
        for known in same:
            if known.problem == problem:
                return known
        plan = same[0].plan if same else plan_of(version)
        made = _Checked(problem, version, plan, check(problem, plan))
        self._kept.append(made)
        return made


def happened(problem: Problem, sessions: Iterable[Session], minute: int) -> tuple[Violation, ...]:
    """The rules that what began before a minute of the week breaks all by itself."""
    return broken_by(problem, (session for session in sessions if session.start < minute))


def broken_by(problem: Problem, sessions: Iterable[Session]) -> tuple[Violation, ...]:
    """The rules that sessions break all by themselves."""
    past = tuple(sessions)
    return broken(replace(problem, locked=()), Plan(problem.week, "feasible", sessions=past))
