"""Weeks and times of the exchange format: text on one side, minutes of the week on the other."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta

from solver.problem import DAY_MINUTES, WEEK_MINUTES

_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})")
_TIME = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})")


def monday_of(week: str) -> date:
    """The first day of an ISO week such as ``2026-W48``.

    Raises ``ValueError``, with a sentence, for a week that does not exist.
    """
    match = _WEEK.fullmatch(week)
    if match is None:
        raise ValueError('expected an ISO week, such as "2026-W48"')
    year, number = int(match[1]), int(match[2])
    if not MINYEAR <= year < MAXYEAR:
        raise ValueError(f"expected a year from {MINYEAR:04} to {MAXYEAR - 1}")
    last = date(year, 12, 28).isocalendar().week  # 28 December always lies in a year's last ISO week
    if not 1 <= number <= last:
        raise ValueError(f"there is no such week: the weeks of {year:04} are W01 to W{last}")
    return date.fromisocalendar(year, number, 1)


def moment_of(text: str) -> tuple[date, int]:
    """The day and the minute of that day of a time such as ``2026-11-23T08:00``.

    Raises ``ValueError``, with a sentence, for anything else.
    """
    match = _TIME.fullmatch(text)
    if match is None:
        raise ValueError('expected a time as YYYY-MM-DDTHH:MM, such as "2026-11-23T08:00"')
    year, month, day, hour, minute = (int(part) for part in match.groups())
    try:
        moment = date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no day {text[:10]}") from None
    if hour == 24 and minute == 0:
        raise ValueError("midnight at the end of a day is written as the next day's 00:00")
    if hour > 23 or minute > 59:
        raise ValueError(f"there is no time of day {text[11:]}")
    return moment, hour * 60 + minute


def minute_of(week: str, text: str) -> int:
    """Minutes from Monday 00:00 of ``week`` to a time; the week's end, 10 080, included.

    Raises ``ValueError`` where either is not written as the format says or the time is outside the week.
    """
    monday = monday_of(week)
    day, minute = moment_of(text)
    result = (day - monday).days * DAY_MINUTES + minute
    if not 0 <= result <= WEEK_MINUTES:
        raise ValueError(outside(monday))
    return result


def minute_text(week: str, minute: int) -> str:
    """The time that lies ``minute`` minutes after Monday 00:00 of ``week``, ``2026-11-23T08:00``.

    Raises ``ValueError`` where the week does not exist or the minute is not one of 0 to 10 080.
    """
    return text_of(monday_of(week), minute)


def text_of(monday: date, minute: int) -> str:
    """As ``minute_text``, for a week given by its Monday."""
    if not 0 <= minute <= WEEK_MINUTES:
        raise ValueError(f"a week has the minutes 0 to {WEEK_MINUTES}")
    moment = datetime.combine(monday, time()) + timedelta(minutes=minute)
    return moment.isoformat(timespec="minutes")


def outside(monday: date) -> str:
    """The sentence for a time that is not in a week."""
    return f"outside the week, which runs from {text_of(monday, 0)} to {text_of(monday, WEEK_MINUTES)}"
