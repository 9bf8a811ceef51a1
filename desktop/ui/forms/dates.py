"""Days and times of day as somebody types and reads them."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop.domain.time import DateSpan, IsoWeek, TimeSpan

translate = QCoreApplication.translate
YEARS = range(1900, 2999)
"""A year outside of these is a slip of the hand: no week of the domain lies there."""
_PARTED = re.compile(r"(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4}|\d{2})")
_JOINED = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]?([0-5]\d)")
_HOUR = re.compile(r"([01]?\d|2[0-3])")


def typed_day(text: str) -> date | None:
    """The day that a text says: ``23-11-2026``, ``23.11.26``, ``231126`` or ``2026-11-23``; None for none."""
    text = text.strip()
    if iso := _ISO.fullmatch(text):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if match := _PARTED.fullmatch(text) or _JOINED.fullmatch(text):
        year = int(match[3])
        return _day(year + 2000 if year < 100 else year, int(match[2]), int(match[1]))
    return None


def typed_time(text: str) -> time | None:
    """The time of day that a text says: ``8``, ``08:30``, ``8.30`` or ``0830``; None for none."""
    text = text.strip()
    if match := _HOUR.fullmatch(text):
        return time(int(match[1]))
    if match := _CLOCK.fullmatch(text):
        return time(int(match[1]), int(match[2]))
    return None


def written_day(day: date) -> str:
    """``23-11-2026`` in Danish, ``23/11/2026`` in English."""
    pattern = translate("Forms", "dd/MM/yyyy", "date format of Qt as it is typed: day, month, year")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def span_text(span: DateSpan) -> str:
    """``23-11-2026 – 30-11-2026``, the day alone where it is one, or from a day until further notice."""
    if span.first == span.last:
        return written_day(span.first)
    if span.last is None:
        return translate("Forms", "from %1 until further notice").replace("%1", written_day(span.first))
    return f"{written_day(span.first)} – {written_day(span.last)}"


def moments_text(span: TimeSpan) -> str:
    """``27/11/2026 08:00 – 16:00``; the day stands twice where it differs, and alone where it is whole."""
    start, end = span.start, span.end
    if start.time() == end.time() == time():
        last = end.date() - timedelta(days=1)
        days = [written_day(day) for day in dict.fromkeys((start.date(), last))]
        return " – ".join(days)
    first = f"{written_day(start.date())} {start:%H:%M}"
    last_moment = f"{end:%H:%M}" if start.date() == end.date() else f"{written_day(end.date())} {end:%H:%M}"
    return f"{first} – {last_moment}"


def day_and_distance(day: date, today: date) -> str:
    """``1/3/2027 (in 95 days)``."""
    return f"{written_day(day)} ({_distance((day - today).days)})"


def day_with_week(day: date) -> str:
    """``Monday, week 48``; the year stands there where the week belongs to another one."""
    weekday = QLocale().standaloneDayName(day.isoweekday()).capitalize()
    week = IsoWeek.containing(day)
    number = str(week.week) if week.year == day.year else f"{week.week} ({week.year})"
    return translate("Forms", "%1, week %2", "weekday, week").replace("%1", weekday).replace("%2", number)


def _distance(days: int) -> str:
    """How far a day is away, with words for what has passed."""
    if days == 0:
        return translate("Dates", "today")
    if days == 1:
        return translate("Dates", "tomorrow")
    if days == -1:
        return translate("Dates", "yesterday")
    if days < 0:
        return translate("Dates", "%1 days ago").replace("%1", str(-days))
    return translate("Dates", "in %1 days").replace("%1", str(days))


def _day(year: int, month: int, day: int) -> date | None:
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
