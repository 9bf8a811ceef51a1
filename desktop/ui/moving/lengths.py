"""The lengths that a session can have: those of its activity, and the one that it has now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from desktop.domain.plans import PlannedSession
from desktop.domain.time import DAY_MINUTES
from desktop.services.hand.verdicts import Verdict, Verdicts
from desktop.services.hand.week_edits import Resize
from desktop.ui.words import minute_of_day


def ends_of(verdicts: Verdicts, session: PlannedSession) -> tuple[int, ...]:
    """The ends that a session could have on its day, in minutes of the day, the earliest first."""
    start = minute_of_day(session.start)
    activities = verdicts.prepared.checked.activities
    lengths = {length for each in activities if each.id == session.activity for length in each.minutes}
    ends = {start + length for length in lengths if start + length <= DAY_MINUTES}
    return tuple(sorted(ends | {end_of(session)}))


def end_of(session: PlannedSession) -> int:
    """The minute of its day at which a session ends; up to 1440."""
    return minute_of_day(session.start) + length_of(session)


def length_of(session: PlannedSession) -> int:
    """Minutes."""
    return int((session.end - session.start).total_seconds()) // 60


def resized(session: PlannedSession, end: int) -> Resize | None:
    """The edit that lets a session end at a minute of its day; None where it does so already."""
    if end == end_of(session):
        return None
    return Resize(session.id, session.start, session.end + timedelta(minutes=end - end_of(session)))


def lengthened(verdicts: Verdicts, session: PlannedSession) -> Iterator[tuple[datetime, Verdict | None]]:
    """Each end that a session could have and what is said of it; None for the one that it has."""
    for end in ends_of(verdicts, session):
        edit = resized(session, end)
        if edit is None:
            yield session.end, None
        else:
            yield edit.end, verdicts.verdict(edit)
