"""Citizens: their hours, their assessed threat level, when they can come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.errors import blank, fault_if, outside, refuse, twice
from desktop.domain.time import DAY_MINUTES, WEEK_MINUTES, DateSpan, IsoWeek, TimeSpan, WeeklyBlock


@dataclass(frozen=True, slots=True)
class HoursCap:
    """How much activation a citizen can carry, judged individually. Minutes a week and a day."""

    span: DateSpan
    weekly_minutes: int
    daily_minutes: int
    decided_by: str
    review_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        refuse(
            self,
            outside("weekly_minutes", self.weekly_minutes, 0, WEEK_MINUTES),
            outside("daily_minutes", self.daily_minutes, 0, DAY_MINUTES),
            blank("decided_by", self.decided_by),
        )


@dataclass(frozen=True, slots=True)
class LevelAssessment:
    """A threat level, who assessed it, when, and until when it holds (that day included)."""

    level: int
    assessed_by: str
    assessed_on: date
    valid_until: date
    note: str = ""

    def __post_init__(self) -> None:
        refuse(
            self,
            outside("level", self.level, 1),
            blank("assessed_by", self.assessed_by),
            fault_if(self.valid_until < self.assessed_on, "valid_until", "before_assessed"),
        )


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

    def __post_init__(self) -> None:
        refuse(
            self,
            blank("name", self.name),
            blank("case_number", self.case_number),
            twice("avoid_staff", self.avoid_staff),
            twice("avoid_sites", self.avoid_sites),
        )

    def enrolled_days(self, week: IsoWeek) -> tuple[date, ...]:
        """The days of the week on which the unit activates them."""
        days = week.days
        if self.enrolled.holds(days[0]) and self.enrolled.holds(days[-1]):
            return days
        return tuple(day for day in days if self.enrolled.holds(day))


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
