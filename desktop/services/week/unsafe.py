"""Which planned sessions from now on are no longer safe, since something happened.

What began before now has happened: no plan can change it any more. A rule that it breaks all by itself is no
fault of the week that is still to come; but a session that runs at this moment is told, since somebody may
have to be called out of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.domain.unit import Unit
from desktop.services.week.checks import Checks
from desktop.services.week.mild import mild_of
from desktop.services.week.not_free import NotFree, bars_one, not_free
from desktop.services.week.week_time import runs
from desktop.services.week.when_broken import Judged, timed
from solver.check import Violation
from solver.problem import Problem


@dataclass(frozen=True, slots=True)
class UnsafeSession:
    """A session that is not over and breaks ``violations``.

    ``running``: it has begun already. ``before``: it was not safe before this happened either. ``harmless``
    are those of the broken rules by which nobody is in danger. ``not_free``: why each citizen is not free who
    is not, by their ids, where that is known.
    """

    session: PlannedSession
    violations: tuple[Violation, ...]
    running: bool = False
    before: bool = False
    harmless: tuple[Violation, ...] = ()
    not_free: tuple[tuple[str, NotFree], ...] = ()

    @property
    def absent(self) -> tuple[str, ...]:
        """The citizens who are away, and of whom nothing else is wrong here, by their ids."""
        return tuple(sorted({each.ids[1] for each in self.harmless if bars_one(each)}))

    @property
    def shut(self) -> bool:
        """Whether it is still to come, and the only thing wrong with its room is that it is closed then."""
        return any(each.rule == "R2" for each in self.harmless)

    @property
    def mild(self) -> bool:
        """Whether nobody is in danger by it: somebody can't come, or the room is shut, and that is all."""
        return all(each in self.harmless for each in self.violations)


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
    def running(self) -> tuple[UnsafeSession, ...]:
        """What somebody may have to be called out of now."""
        return tuple(each for each in self.sessions if each.running and not each.mild)

    @property
    def grave(self) -> tuple[UnsafeSession, ...]:
        """Those in which somebody may be in danger."""
        return tuple(each for each in self.sessions if not each.mild)

    @property
    def mild(self) -> tuple[UnsafeSession, ...]:
        """Those in which somebody can't come or whose room is shut, and that is all."""
        return tuple(each for each in self.sessions if each.mild)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the sessions, to be marked on a board."""
        return frozenset(each.session.id for each in self.sessions)


def looked_back(report: Judged) -> Judged:
    """The check of a version whose week is over, against the unit as it is by now.

    What does not fit any more, as when somebody was erased since or a limit is another one, is history: no
    plan is made of that week any more, and nobody is in danger by it.
    """
    no_longer = (*report.over, *report.running, *report.violations, *report.wrong)
    return replace(report, violations=(), wrong=(), running=(), mild=(), over=no_longer)


def danger(
    problem: Problem,
    unit: Unit,
    version: PlanVersion,
    now: datetime,
    before: Danger | None = None,
    checks: Checks | None = None,
) -> Danger:
    """What of a planned week is not safe from a local moment on.

    ``problem`` is the week as it is since something happened, ``unit`` what it was made of, ``before`` the
    danger until then, ``checks`` those of late, where any are kept. Raises ``ValueError`` for a version that
    holds a word unknown to the exchange format.
    """
    found = _by_session(problem, unit, version, now, checks or Checks())
    known = frozenset[str]() if before is None else before.ids
    sessions = tuple(replace(each, before=each.session.id in known) for each in found.sessions)
    return Danger(sessions, found.week)


def running_now(version: PlanVersion, report: Judged, now: datetime) -> tuple[UnsafeSession, ...]:
    """The sessions of a version that run at a local moment and break a rule without any to come, by time."""
    found: dict[str, list[Violation]] = {each.id: [] for each in version.sessions if runs(each, now)}
    for violation in report.running:
        for one in dict.fromkeys(one for one in violation.ids if one in found):
            found[one].append(violation)
    sessions = {each.id: each for each in version.sessions if found.get(each.id)}
    ordered = _in_order(sessions, sessions)
    running = (_runs(sessions[one], found[one], report) for one in ordered)
    # Who can't come is not there: nobody need be called out of it.
    return tuple(each for each in running if not each.mild)


def to_take_out(version: PlanVersion, report: Judged, now: datetime) -> tuple[UnsafeSession, ...]:
    """The sessions that run at a local moment and keep a draft from being published, by time, also where it
    is only that somebody can't come, or what they come to in the whole week."""
    found: dict[str, list[Violation]] = defaultdict(list)
    running = [each for each in version.sessions if runs(each, now)]
    for violation in report.violations:
        named = [each for each in running if each.id in violation.ids]
        whole = not any(each.id in violation.ids for each in version.sessions)
        for session in _concerned(violation, running) if whole else named:
            found[session.id].append(violation)
    sessions = {each.id: each for each in running}
    ordered = _in_order(found, sessions)
    return tuple(_runs(sessions[one], found[one], report) for one in ordered)


def _runs(session: PlannedSession, broken: Iterable[Violation], report: Judged) -> UnsafeSession:
    told = tuple(broken)
    harmless = tuple(each for each in told if each in report.mild)
    return UnsafeSession(session, told, running=True, harmless=harmless)


def _by_session(problem: Problem, unit: Unit, version: PlanVersion, now: datetime, checks: Checks) -> Danger:
    if not checks.report(problem, version).violations:
        return Danger()
    # Whatever has begun of the version that people go by takes place, be it a draft.
    found = timed(problem, version, now, checks, given=version)
    left = {session.id: session for session in version.sessions if session.end > now}
    coming = [each for each in left.values() if not runs(each, now)]
    broken: dict[str, list[Violation]] = defaultdict(list)
    week: list[Violation] = []
    for violation in (*found.running, *found.coming):
        named = [left[one] for one in dict.fromkeys(violation.ids) if one in left]
        concerned = named or _concerned(violation, coming)
        for session in concerned:
            broken[session.id].append(violation)
        if not concerned:
            week.append(violation)
    mild = mild_of(problem, unit, version.sessions, (*found.running, *found.coming), now)
    return Danger(
        tuple(
            UnsafeSession(
                left[one],
                tuple(broken[one]),
                runs(left[one], now),
                harmless=tuple(each for each in broken[one] if each in mild),
                not_free=_not_free(unit, left[one], broken[one]),
            )
            for one in _in_order(broken, left)
        ),
        tuple(week),
    )


def _not_free(
    unit: Unit, session: PlannedSession, broken: Iterable[Violation]
) -> tuple[tuple[str, NotFree], ...]:
    kept_out = [each.ids[1] for each in broken if bars_one(each) and each.ids[0] == session.id]
    return tuple((each, not_free(unit, session, each)) for each in kept_out)


def _in_order(found: Iterable[str], sessions: Mapping[str, PlannedSession]) -> list[str]:
    return sorted(found, key=lambda one: (sessions[one].start, sessions[one].room, one))


def _concerned(violation: Violation, sessions: Iterable[PlannedSession]) -> list[PlannedSession]:
    """The sessions that a rule about somebody's whole day or week is broken by: all that they are in, of the
    activity that the rule names, where it names one."""
    ids = set(violation.ids)
    theirs = [each for each in sessions if ids & {*each.citizens, *each.staff}]
    return [each for each in theirs if each.activity in ids] or theirs
