"""Weeks, spans of days, and blocks of a weekly pattern.

Every time of day is local wall-clock time: the week of a change to or from summer time has as
many minutes on paper as any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Self

from desktop.domain.errors import Fault, fault_if, outside, refuse

DAY_MINUTES = 24 * 60
WEEK_MINUTES = 7 * DAY_MINUTES
_WEEK_TEXT = re.compile(r"([0-9]{4})-W([0-9]{2})")


@dataclass(frozen=True, slots=True, order=True)
class IsoWeek:
    """An ISO 8601 week, Monday to Sunday. Written ``2026-W48``."""

    year: int
    week: int

    def __post_init__(self) -> None:
        refuse(self, outside("year", self.year, 1900, 2999))
        refuse(self, outside("week", self.week, 1, weeks_in_year(self.year)))

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.week:02d}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The week written ``2026-W48``. Raises ``DomainError`` for anything else."""
        match = _WEEK_TEXT.fullmatch(text)
        year, week = (int(match[1]), int(match[2])) if match else (0, 0)
        return cls(year, week)

    @classmethod
    def containing(cls, day: date) -> Self:
        """The week that holds ``day``."""
        year, week, _ = day.isocalendar()
        return cls(year, week)

    @property
    def monday(self) -> date:
        return self.days[0]

    @property
    def sunday(self) -> date:
        return self.days[-1]

    @property
    def days(self) -> tuple[date, ...]:
        """The week's seven days, Monday first."""
        return _days(self.year, self.week)

    def next(self) -> IsoWeek:
        return IsoWeek.containing(self.monday + timedelta(days=7))

    def previous(self) -> IsoWeek:
        return IsoWeek.containing(self.monday - timedelta(days=7))

    def minute_of(self, moment: datetime) -> int:
        """Whole minutes from Monday 00:00 to a local wall-clock moment; may lie outside the week."""
        return (moment - self.moment(0)) // timedelta(minutes=1)

    def moment(self, minute: int) -> datetime:
        """The local wall-clock moment that many minutes after Monday 00:00."""
        return datetime.combine(self.monday, time()) + timedelta(minutes=minute)


@lru_cache(maxsize=256)
def _days(year: int, week: int) -> tuple[date, ...]:
    monday = date.fromisocalendar(year, week, 1)
    return tuple(monday + timedelta(days=offset) for offset in range(7))


def weeks_in_year(year: int) -> int:
    """52 or 53: the ISO weeks of an ISO year. Its last week is the one of 28 December."""
    return date(year, 12, 28).isocalendar().week


@dataclass(frozen=True, slots=True)
class DateSpan:
    """From ``first`` to ``last`` day, both included; ``last`` None is until further notice."""

    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        refuse(self, fault_if(self.last is not None and self.last < self.first, "last", "before_first"))

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies in the span, its first and last day included."""
        return self.first <= day and (self.last is None or day <= self.last)

    def overlaps(self, week: IsoWeek) -> bool:
        """Whether any of the week's seven days lies in the span."""
        return self.first <= week.sunday and (self.last is None or week.monday <= self.last)

    def meets(self, other: DateSpan) -> bool:
        """Whether the two spans share a day."""
        return (self.last is None or other.first <= self.last) and (
            other.last is None or self.first <= other.last
        )


def covered(spans: Iterable[DateSpan], days: Iterable[date]) -> bool:
    """Whether every one of the days lies in at least one of the spans. True where there are no days."""
    left = list(days)
    for span in spans:
        if not left:
            break
        left = [day for day in left if not span.holds(day)]
    return not left


@dataclass(frozen=True, slots=True, order=True)
class WeeklyBlock:
    """A block of a weekly pattern. ``weekday`` 0 is Monday; minutes of the day, ``end`` at most 1440."""

    weekday: int
    start: int
    end: int

    def __post_init__(self) -> None:
        refuse(
            self,
            outside("weekday", self.weekday, 0, 6),
            outside("start", self.start, 0),
            outside("end", self.end, 0, DAY_MINUTES),
            fault_if(self.end <= self.start, "end", "not_after_start"),
        )


def overlapping(field: str, blocks: Iterable[WeeklyBlock]) -> Fault | None:
    """``overlap`` where two blocks of a pattern share a minute."""
    ordered = sorted(blocks)
    return fault_if(
        any(one.weekday == other.weekday and other.start < one.end for one, other in pairwise(ordered)),
        field,
        "overlap",
    )


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A dated stretch of local wall-clock time, half-open; may cross midnight and last for weeks."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        zoned = [name for name in ("start", "end") if getattr(self, name).tzinfo is not None]
        refuse(self, *(fault_if(True, name, "not_local") for name in zoned))
        refuse(self, fault_if(self.end <= self.start, "end", "not_after_start"))
