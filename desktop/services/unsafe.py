"""Which planned sessions from now on are no longer safe, since something happened.

What began before now has happened: no plan can change it any more. A rule that it breaks all by itself is no
fault of the week that is still to come; but a session that runs at this moment is told, since somebody may
have to be called out of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.plans import PlannedSession, PlanVersion, VersionState
from desktop.domain.time import WEEK_MINUTES, IsoWeek
from desktop.services.checks import Checks
from solver.check import Report, Violation
from solver.problem import Problem


@dataclass(frozen=True, slots=True)
class UnsafeSession:
    """A session that is not over and breaks ``violations``.

    ``running``: it has begun already. ``before``: it was not safe before this happened either.
    """

    session: PlannedSession
    violations: tuple[Violation, ...]
    running: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class Danger:
    """``sessions`` by time. ``week`` are broken rules that no single session can be named for."""

    sessions: tuple[UnsafeSession, ...] = ()
    week: tuple[Violation, ...] = ()

    @property
    def none(self) -> bool:
        return not self.sessions and not self.week

    @property
    def mendable(self) -> bool:
        """Whether a repair could make anything safe: what runs already it can't change."""
        return bool(self.week) or any(not each.running for each in self.sessions)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the sessions, to be marked on a board."""
        return frozenset(each.session.id for each in self.sessions)


def minute_now(week: IsoWeek, now: datetime) -> int:
    """The first minute of the week that has not begun at a local moment; from 0 to the week's end."""
    minute = week.minute_of(now)
    begun = week.moment(minute) < now
    return min(max(minute + begun, 0), WEEK_MINUTES)


def judged(problem: Problem, version: PlanVersion, now: datetime, checks: Checks | None = None) -> Report:
    """The check of a version at a local moment. ``checks`` are those of late, where any are kept.

    What began before in a published version, or is over in a draft, and breaks a rule all by itself is a
    warning and no violation: no plan can help it any more, and it must not keep what is still to come from
    being used. Raises ``ValueError`` for a version that
    holds a word unknown to the exchange format.
    """
    checks = checks or Checks()
    report = checks.report(problem, version)
    if not report.violations:
        return report
    # A draft was handed to nobody: what would be under way now can still be kept from being so.
    minute, ended = minute_now(version.week, now), version.state is VersionState.DRAFT
    past = checks.happened(problem, version, minute, ended=ended)
    return replace(report, violations=beyond(report.violations, past), warnings=(*report.warnings, *past))


def looked_back(report: Report) -> Report:
    """The check of a version whose week is over, against the unit as it is by now.

    What does not fit any more, as when somebody was erased since or a limit is another one, is a warning: no
    plan is made of that week any more, and nobody is in danger by it.
    """
    no_longer = (*report.violations, *report.wrong)
    return replace(report, violations=(), wrong=(), warnings=(*report.warnings, *no_longer))


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


def danger(
    problem: Problem,
    version: PlanVersion,
    now: datetime,
    before: Danger | None = None,
    checks: Checks | None = None,
) -> Danger:
    """What of a planned week is not safe from a local moment on.

    ``problem`` is the week as it is since something happened, ``before`` the danger until then, ``checks``
    those of late, where any are kept. Raises ``ValueError`` for a version that holds a word unknown to the
    exchange format.
    """
    found = _by_session(problem, version, now, checks or Checks())
    known = frozenset[str]() if before is None else before.ids
    sessions = tuple(replace(each, before=each.session.id in known) for each in found.sessions)
    return Danger(sessions, found.week)


def _by_session(problem: Problem, version: PlanVersion, now: datetime, checks: Checks) -> Danger:
    minute = minute_now(version.week, now)
    left = {session.id: session for session in version.sessions if session.end > now}
    whole = checks.report(problem, version).violations
    if not whole:
        return Danger()
    past = checks.happened(problem, version, minute)
    broken: dict[str, list[Violation]] = defaultdict(list)
    week: list[Violation] = []
    for violation in whole:
        sessions = [one for one in violation.ids if one in left]
        for one in dict.fromkeys(sessions):
            broken[one].append(violation)
    for violation in beyond(whole, past):
        if any(one in left for one in violation.ids):
            continue
        coming = (each for each in left.values() if version.week.minute_of(each.start) >= minute)
        concerned = _concerned(violation, coming)
        for session in concerned:
            broken[session.id].append(violation)
        if not concerned:
            week.append(violation)
    ordered = sorted(broken, key=lambda one: (left[one].start, left[one].room, one))
    return Danger(
        tuple(
            UnsafeSession(left[one], tuple(broken[one]), version.week.minute_of(left[one].start) < minute)
            for one in ordered
        ),
        tuple(week),
    )


def _concerned(violation: Violation, sessions: Iterable[PlannedSession]) -> list[PlannedSession]:
    """The sessions that a rule about somebody's whole day or week is broken by: all that they are in, of the
    activity that the rule names, where it names one."""
    ids = set(violation.ids)
    theirs = [each for each in sessions if ids & {*each.citizens, *each.staff}]
    return [each for each in theirs if each.activity in ids] or theirs
