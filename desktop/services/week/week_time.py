"""What of a week has begun at a moment, and what of it stands as it was handed out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.domain.plans import PlannedSession, PlanVersion, VersionState
from desktop.domain.time import WEEK_MINUTES, IsoWeek


def minute_now(week: IsoWeek, now: datetime) -> int:
    """The first minute of the week that has not begun at a local moment; from 0 to the week's end."""
    minute = week.minute_of(now)
    begun_already = week.moment(minute) < now
    return min(max(minute + begun_already, 0), WEEK_MINUTES)


def begun(version: PlanVersion, minute: int) -> frozenset[PlannedSession]:
    """A version's sessions that begin before a minute of its week, the people of each in order."""
    moment = version.week.moment(minute)
    return frozenset(in_order(session) for session in version.sessions if session.start < moment)


def runs(session: PlannedSession, now: datetime) -> bool:
    """Whether a session has begun at a local moment and is not over."""
    return session.start <= now < session.end


def stands(version: PlanVersion, now: datetime, given: PlanVersion | None) -> tuple[PlannedSession, ...]:
    """The sessions of a version that no plan can make others at a local moment.

    Of a published version that is what has begun. A draft was handed to nobody: of it stands what has begun
    and is as it was in the version in force, ``given``. Where none is in force, it is what is over.
    """
    moment = version.week.moment(minute_now(version.week, now))
    if version.state is VersionState.PUBLISHED:
        return tuple(each for each in version.sessions if each.start < moment)
    if given is None:
        return tuple(each for each in version.sessions if each.end <= now)
    handed_out = begun(given, minute_now(version.week, now))
    return tuple(each for each in version.sessions if in_order(each) in handed_out)


def in_order(session: PlannedSession) -> PlannedSession:
    """The session with its people in order: in whatever order they stand, it is the same."""
    return replace(session, staff=tuple(sorted(session.staff)), citizens=tuple(sorted(session.citizens)))
