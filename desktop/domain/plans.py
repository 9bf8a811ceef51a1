"""Week plans and their versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.errors import fault_if, outside, refuse
from desktop.domain.time import IsoWeek


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session of a plan version. Local wall-clock times without zone, on one day."""

    id: str
    activity: str
    room: str
    start: datetime
    end: datetime
    staff: tuple[str, ...]
    citizens: tuple[str, ...]

    def __post_init__(self) -> None:
        zoned = self.start.tzinfo is not None or self.end.tzinfo is not None
        refuse(self, fault_if(zoned, "start", "not_local"))
        refuse(self, fault_if(self.end <= self.start, "end", "not_after_start"))


@dataclass(frozen=True, slots=True)
class GoalValue:
    """As in the exchange format: ``hours`` in hours, the others as counted there."""

    goal: str
    value: float
    bound: float
    proven: bool


@dataclass(frozen=True, slots=True)
class UnmetDuty:
    citizen: str
    duty: str


class VersionState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One version of a week's plan. A published one never changes.

    ``created_at`` is an aware UTC time. ``digest`` is the SHA-256 of the plan's exchange form, in
    hex: the same plan has the same digest, which is printed on each page.
    """

    id: str
    week: IsoWeek
    number: int
    state: VersionState
    created_at: datetime
    created_by: str
    status: str
    seconds: float
    goals: tuple[GoalValue, ...]
    sessions: tuple[PlannedSession, ...]
    unmet: tuple[UnmetDuty, ...]
    digest: str

    def __post_init__(self) -> None:
        refuse(
            self,
            outside("number", self.number, 1),
            fault_if(self.created_at.utcoffset() != timedelta(0), "created_at", "not_utc"),
            fault_if(self.seconds < 0, "seconds", "too_small"),
        )
