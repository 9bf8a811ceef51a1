"""When the broken rules of a week take place: over, running now, or to come.

What is over is history. What runs now is the most dangerous of all: it is told until it ends, and somebody
may have to be called out of it; but no plan can make it another, so that it keeps nothing of what is to come
from being used. Nothing else is ever forgiven: neither what has not begun, nor what has begun and is not as
it is in the version that people go by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.plans import PlanVersion, in_force
from desktop.domain.unit import Unit
from desktop.services.week.checks import Checks
from desktop.services.week.mild import mild_of
from desktop.services.week.week_time import stands
from solver.check import Report, Violation
from solver.problem import Problem


@dataclass(frozen=True, slots=True)
class Judged(Report):
    """The check of a version at a moment: ``violations`` are those to come, ``running`` those that
    sessions that run now break without any to come, ``over`` those that are history. ``mild`` are those of
    the first two by which nobody is in danger: the version is not clean for all that."""

    running: tuple[Violation, ...] = ()
    over: tuple[Violation, ...] = ()
    mild: tuple[Violation, ...] = ()

    @property
    def broken_now(self) -> tuple[Violation, ...]:
        """What is not history, what runs first."""
        return (*self.running, *self.violations)

    @property
    def grave(self) -> tuple[Violation, ...]:
        """What is to come and may put somebody in danger."""
        return beyond(self.violations, self.mild)

    @property
    def grave_now(self) -> tuple[Violation, ...]:
        """What runs now and may put somebody in danger."""
        return beyond(self.running, self.mild)

    @property
    def safe(self) -> bool:
        """Whether nobody is in danger by it, clean or not."""
        return not (self.grave or self.grave_now or self.wrong)

    @property
    def mild_sessions(self) -> int:
        """In how many sessions somebody can't come or the room is shut."""
        return len({each.ids[0] for each in self.mild})


@dataclass(frozen=True, slots=True)
class ByTime:
    """Broken rules by when they take place."""

    over: tuple[Violation, ...]
    running: tuple[Violation, ...]
    coming: tuple[Violation, ...]


def by_time(found: Iterable[Violation], begun: Iterable[Violation], running: Container[str]) -> ByTime:
    """All that is found, each once: ``begun`` is what those sessions break all by themselves that have begun
    and stand, ``running`` are the ids of those that are not over.

    A rule of somebody's whole week, as of their hours, that what has begun breaks is history: it names no
    session that anybody could be called out of.
    """
    everything = tuple(found)
    coming = beyond(everything, begun)
    happened = beyond(everything, coming)
    now = tuple(each for each in happened if any(one in running for one in each.ids))
    return ByTime(beyond(happened, now), now, coming)


def beyond(found: Iterable[Violation], told: Iterable[Violation]) -> tuple[Violation, ...]:
    """What is found and is not in what was told, each as often as it is there."""
    left = Counter(told)
    more = []
    for violation in found:
        if left[violation]:
            left[violation] -= 1
        else:
            more.append(violation)
    return tuple(more)


def plain(report: Report) -> Judged:
    """A report of which nothing has begun, or whose violations are none."""
    if isinstance(report, Judged):
        return report
    return Judged(report.violations, report.warnings, report.goals, report.unmet, report.wrong)


def judged(
    problem: Problem,
    unit: Unit,
    version: PlanVersion,
    now: datetime,
    checks: Checks | None = None,
    given: PlanVersion | None = None,
) -> Judged:
    """The check of a version at a local moment; ``unit`` is what the problem was made of, ``given`` is the
    version that people go by, ``checks`` are those of late, where any are kept.

    Raises ``ValueError`` for a version that holds a word unknown to the exchange format.
    """
    checks = checks or Checks()
    report = plain(checks.report(problem, version))
    if not report.violations:
        return report
    found = timed(problem, version, now, checks, given)
    mild = mild_of(problem, unit, version.sessions, (*found.running, *found.coming), now)
    return replace(report, violations=found.coming, running=found.running, over=found.over, mild=mild)


def judged_to_publish(
    problem: Problem,
    unit: Unit,
    draft: PlanVersion,
    now: datetime,
    versions: Iterable[PlanVersion],
    checks: Checks | None = None,
) -> Judged:
    """The check by which a draft may be published, beside the week's ``versions``: where none was published,
    what runs is not forgiven, though people may go by the draft, since it can still be left out. Raises as
    ``judged``."""
    return judged(problem, unit, draft, now, checks, in_force(versions))


def timed(
    problem: Problem, version: PlanVersion, now: datetime, checks: Checks, given: PlanVersion | None = None
) -> ByTime:
    """The broken rules of a version by when they take place. Raises as ``judged``."""
    fixed = stands(version, now, given)
    return by_time(
        checks.report(problem, version).violations,
        checks.alone(problem, version, frozenset(each.id for each in fixed)),
        {each.id for each in fixed if each.end > now},
    )
