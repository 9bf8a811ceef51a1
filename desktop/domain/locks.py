"""What a coordinator holds fast in a week, and the manual yes that a session may need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.domain.errors import blank, fault_if, refuse, twice
from desktop.domain.plans import PlannedSession
from desktop.domain.time import IsoWeek


class LockKind(StrEnum):
    """What is held fast: one session, all of a person's week, or a whole day."""

    SESSION = "session"
    PERSON = "person"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Lock:
    """Sessions that a plan of the week must hold as they stand, and who may get no others.

    ``subject`` is the session's id, the id of the citizen or staff member, or the day (``2026-11-23``). A
    person gets no session but those of ``sessions``, on a day nobody does. ``locked_at`` is aware, UTC.
    """

    id: str
    week: IsoWeek
    kind: LockKind
    subject: str
    sessions: tuple[PlannedSession, ...]
    locked_by: str
    locked_at: datetime
    reason: str = ""

    def __post_init__(self) -> None:
        one = self.kind is not LockKind.SESSION or [each.id for each in self.sessions] == [self.subject]
        refuse(
            self,
            blank("subject", self.subject),
            blank("locked_by", self.locked_by),
            twice("sessions", [each.id for each in self.sessions]),
            fault_if(not one, "sessions", "not_the_subject"),
            fault_if(self.kind is LockKind.DAY and self.day is None, "subject", "not_a_date"),
            fault_if(self.locked_at.utcoffset() != timedelta(0), "locked_at", "not_utc"),
        )

    @property
    def day(self) -> date | None:
        """The day that is locked; None for the other kinds, and for what is no day of the week."""
        if self.kind is not LockKind.DAY:
            return None
        return next((day for day in self.week.days if day.isoformat() == self.subject), None)


@dataclass(frozen=True, slots=True)
class Approval:
    """A manual yes to one session, as it stood: of the same people at another time it says nothing.

    ``approved_at`` is aware, UTC.
    """

    id: str
    week: IsoWeek
    session: PlannedSession
    approved_by: str
    approved_at: datetime
    note: str = ""

    def __post_init__(self) -> None:
        refuse(
            self,
            blank("approved_by", self.approved_by),
            fault_if(self.approved_at.utcoffset() != timedelta(0), "approved_at", "not_utc"),
        )

    def covers(self, session: PlannedSession) -> bool:
        """Whether a session is the one that was approved: same activity, room, time, staff and citizens.

        Its id may be another, as after the week was planned anew.
        """
        return _as_approved(session) == _as_approved(self.session)


def _as_approved(session: PlannedSession) -> tuple[object, ...]:
    people = (frozenset(session.staff), frozenset(session.citizens))
    return (session.activity, session.room, session.start, session.end, *people)
