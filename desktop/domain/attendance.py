"""Who came to what was planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.domain.errors import blank, fault_if, refuse
from desktop.domain.time import IsoWeek


class AttendanceState(StrEnum):
    """``UNKNOWN``: nobody has noted it, or what was noted has been taken back. Never the same as came."""

    CAME = "came"
    ABSENT_EXCUSED = "absent_excused"
    NO_SHOW = "no_show"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether a citizen came to a planned session.

    ``session`` is its id in the version that held then; ``start`` its local start, by which it is found
    again, since nobody is in two sessions at once and a later version gives its sessions other ids.
    ``noted_at`` is an aware UTC time. ``follow_up`` says what was done about a no-show, on which day.
    """

    id: str
    week: IsoWeek
    session: str
    start: datetime
    citizen: str
    state: AttendanceState
    noted_by: str
    noted_at: datetime
    note: str = ""
    follow_up: str = ""
    follow_up_on: date | None = None

    def __post_init__(self) -> None:
        told = bool(self.follow_up.strip())
        refuse(
            self,
            fault_if(self.start.tzinfo is not None, "start", "not_local"),
            fault_if(IsoWeek.containing(self.start.date()) != self.week, "start", "wrong_week"),
            blank("noted_by", self.noted_by),
            fault_if(self.noted_at.utcoffset() != timedelta(0), "noted_at", "not_utc"),
            fault_if(told and self.follow_up_on is None, "follow_up_on", "missing"),
            fault_if(not told and self.follow_up_on is not None, "follow_up", "empty"),
            fault_if(told and self.state is not AttendanceState.NO_SHOW, "follow_up", "only_for_no_show"),
        )

    @property
    def open(self) -> bool:
        """Whether it is a no-show that nobody has followed up."""
        return self.state is AttendanceState.NO_SHOW and not self.follow_up.strip()
