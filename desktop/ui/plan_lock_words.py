"""What a lock holds, in words."""

from __future__ import annotations

from desktop.domain.locks import Lock, LockKind
from desktop.domain.plans import PlannedSession
from desktop.domain.unit import Unit
from desktop.printing.words import day_text
from desktop.ui.words import when_inside


def lock_text(lock: Lock, unit: Unit) -> str:
    """The session, the person or the day."""
    if lock.kind is LockKind.DAY:
        return day_text(lock.day) if lock.day is not None else lock.subject
    if lock.kind is LockKind.PERSON:
        people = (unit.citizens, unit.staff)
        return next((each.name for kind in people for each in kind if each.id == lock.subject), lock.subject)
    session = next(iter(lock.sessions), None)
    return lock.subject if session is None else session_text(session, unit)


def session_text(session: PlannedSession, unit: Unit) -> str:
    """``Job club, Monday 23 November, 09:00–11:00``."""
    activity = next((each.name for each in unit.activities if each.id == session.activity), session.activity)
    return f"{activity}, {when_inside(session.start, session.end)}"
