"""What of a week has begun at a moment, and what of it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.domain.plans import PlannedSession, PlanVersion
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
    """The sessions of a version that no plan can make others at a local moment: what has begun and is as it
    was in the version that people go by, ``given``. Where they go by none, it is what is over.
    """
    if given is None:
        return tuple(each for each in version.sessions if each.end <= now)
    known = begun(given, minute_now(version.week, now))
    return tuple(each for each in version.sessions if in_order(each) in known)


def in_order(session: PlannedSession) -> PlannedSession:
    """The session with its people in order: in whatever order they stand, it is the same."""
    return replace(session, staff=tuple(sorted(session.staff)), citizens=tuple(sorted(session.citizens)))
