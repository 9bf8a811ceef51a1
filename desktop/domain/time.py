"""Weeks, spans of days, and blocks of a weekly pattern."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, order=True)
class IsoWeek:
    """An ISO 8601 week, Monday to Sunday."""

    year: int
    week: int


@dataclass(frozen=True, slots=True)
class DateSpan:
    """From ``first`` to ``last`` day, both included; ``last`` None is until further notice."""

    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True, order=True)
class WeeklyBlock:
    """A block of a weekly pattern. ``weekday`` 0 is Monday; ``start``/``end`` in minutes of the day, end ≤ 1440."""

    weekday: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A dated stretch of local wall-clock time, half-open; may cross midnight and last for weeks."""

    start: datetime
    end: datetime
