"""Citizens: their hours, their assessed threat level, when they can come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.time import DateSpan, TimeSpan, WeeklyBlock


@dataclass(frozen=True, slots=True)
class HoursCap:
    """How much activation a citizen can carry, judged individually. Minutes a week and a day."""

    span: DateSpan
    weekly_minutes: int
    daily_minutes: int
    decided_by: str
    review_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LevelAssessment:
    """A threat level, who assessed it, when, and until when it holds (that day included)."""

    level: int
    assessed_by: str
    assessed_on: date
    valid_until: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citizen:
    """Somebody the unit activates. ``availability`` is the weekly pattern in which they can come."""

    id: str
    name: str
    case_number: str
    enrolled: DateSpan
    caps: tuple[HoursCap, ...] = ()
    assessments: tuple[LevelAssessment, ...] = ()
    availability: tuple[WeeklyBlock, ...] = ()
    avoid_staff: tuple[str, ...] = ()
    avoid_sites: tuple[str, ...] = ()
    note: str = ""


class AbsenceKind(StrEnum):
    ILLNESS = "illness"
    HOLIDAY = "holiday"
    COURT = "court"
    DETAINED = "detained"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Absence:
    """A citizen or a staff member cannot come. ``person`` is the id of either."""

    id: str
    person: str
    kind: AbsenceKind
    span: TimeSpan
    note: str = ""
