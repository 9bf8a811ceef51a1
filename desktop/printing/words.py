"""The words that screen and paper share: times, days, weeks, levels, counts, in the chosen language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from desktop.domain.time import IsoWeek
from desktop.printing.sheet import Apart, Column, Person, Shade


def clock_text(minute: int) -> str:
    """A minute of the day on a 24-hour clock; 1440 is ``24:00``."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def time_span_text(start: int, end: int) -> str:
    """``09:00–10:30``."""
    return f"{clock_text(start)}–{clock_text(end)}"


def level_text(level: int) -> str:
    """A threat level as the badge of a session writes it."""
    return QCoreApplication.translate("Printing", "L%1", "threat level, short").replace("%1", str(level))


def badge_text(level: int, approval: bool) -> str:
    """A session's level, with an exclamation mark where somebody must say yes before it."""
    return f"{level_text(level)}!" if approval else level_text(level)


def anew_statement() -> str:
    """What the overview says where the figures of a plan are others by now than when it was made."""
    return QCoreApplication.translate(
        "PrintAnew",
        "The figures are worked out anew, as the unit stands now: something that they rest on was changed "
        "since the plan was made.",
    )


def people_text(count: int) -> str:
    """How many citizens."""
    if count == 1:
        return QCoreApplication.translate("Printing", "1 person")
    return QCoreApplication.translate("Printing", "%1 people").replace("%1", QLocale().toString(count))


def sessions_text(count: int) -> str:
    """How many sessions."""
    if count == 1:
        return QCoreApplication.translate("Printing", "1 session")
    return QCoreApplication.translate("Printing", "%1 sessions").replace("%1", QLocale().toString(count))


def hours_text(hours: float) -> str:
    """Hours with at most two decimals and the language's own decimal sign: ``2.5``, ``1,234``."""
    text = QLocale().toString(float(hours), "f", 2)
    point = QLocale().decimalPoint()
    return text.rstrip("0").rstrip(point) if point in text else text


def percent_text(share: float) -> str:
    """A share with one decimal: ``3.2 %``."""
    return f"{QLocale().toString(share * 100, 'f', 1)} %"


def day_text(day: date) -> str:
    """The weekday and the date, at the beginning of a line: ``Monday 23 November``."""
    return with_capital(day_inside(day))


def day_inside(day: date) -> str:
    """The same amid a sentence, where Danish writes a weekday without a capital letter."""
    pattern = QCoreApplication.translate("Printing", "dddd d MMMM", "date format of Qt: weekday, day, month")
    return _date(day, pattern)


def date_text(day: date) -> str:
    """``23 November 2026``."""
    pattern = QCoreApplication.translate("Printing", "d MMMM yyyy", "date format of Qt: day, month, year")
    return _date(day, pattern)


def short_day_text(day: date) -> str:
    """The same in few letters, at the beginning of a line: ``Mon 23 Nov``."""
    return with_capital(short_day_inside(day))


def short_day_inside(day: date) -> str:
    """The same amid a sentence."""
    pattern = QCoreApplication.translate("Printing", "ddd d MMM", "date format of Qt, short")
    return _date(day, pattern)


def weekday_text(day: date) -> str:
    """The weekday and the day of the month, for a narrow column: ``Mon 23``."""
    pattern = QCoreApplication.translate("Printing", "ddd d", "date format of Qt: weekday, day of the month")
    return with_capital(_date(day, pattern))


def only_weekday_text(day: date) -> str:
    """The weekday alone, where the date stands beside it: ``Mon``."""
    return with_capital(_date(day, "ddd"))


def shortest_weekday_text(day: date) -> str:
    """The weekday in two letters, where there is no room for more: ``Mo``."""
    return only_weekday_text(day)[:2]


def lane_text(column: Column) -> str:
    """The name of a lane; of that without a group, what it stands for."""
    return column.name or QCoreApplication.translate("Printing", "No group on record")


def person_lane_text(column: Column) -> str:
    """A lane's name, with the level and the groups where it is a person's."""
    parts = [lane_text(column)]
    if column.level is not None:
        parts.append(level_text(column.level))
    if column.groups is not None:
        none = QCoreApplication.translate("Printing", "no group on record", "behind a name")
        parts.append(", ".join(column.groups) or none)
    return " · ".join(parts)


def minutes_text(minutes: int) -> str:
    """A short time: ``30 min``."""
    return QCoreApplication.translate("Printing", "%1 min").replace("%1", QLocale().toString(minutes))


def apart_text(apart: Apart, call: Callable[[Person], str]) -> str:
    """Who must stay away from a site because of whom: ``Bo not with Carl``. ``call`` names a person."""
    alone = QCoreApplication.translate("GroupView", "%1 without others of the group")
    pair = QCoreApplication.translate("GroupView", "%2 not with %1", "who is there, who must stay away")
    said = (
        (pair if away else alone).replace("%2", ", ".join(map(call, away))).replace("%1", call(there))
        for there, away in apart.pairs
    )
    return "; ".join(said)


def kept_text(each: Shade | Apart, call: Callable[[Person], str]) -> str:
    """What keeps a lane clear, and when: ``09:00–10:00: Group 1``, or the time that must lie between."""
    who = ", ".join(each.names) if isinstance(each, Shade) else apart_text(each, call)
    if each.minutes:
        between = QCoreApplication.translate("GroupView", "%1 between (%2)", "minutes, who") if who else "%1"
        who = between.replace("%1", minutes_text(each.minutes)).replace("%2", who)
    return f"{time_span_text(each.start, each.end)}: {who}"


def week_text(week: IsoWeek) -> str:
    """``Week 48, 2026: 23–29 November``; months and years are repeated only where they differ."""
    monday = date.fromisocalendar(week.year, week.week, 1)
    sunday = monday + timedelta(days=6)
    end = QCoreApplication.translate("Printing", "d MMMM", "date format of Qt: day, month")
    if monday.month == sunday.month:
        start = QCoreApplication.translate("Printing", "d", "date format of Qt: day before its month")
        span = f"{_date(monday, start)}–{_date(sunday, end)}"
    elif monday.year == sunday.year:
        span = f"{_date(monday, end)} – {_date(sunday, end)}"
    else:
        span = f"{date_text(monday)} – {date_text(sunday)}"
    text = QCoreApplication.translate("Printing", "Week %1, %2: %3", "number, year, first and last day")
    return text.replace("%1", str(week.week)).replace("%2", str(week.year)).replace("%3", span)


def with_capital(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _date(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def moment_text(moment: datetime) -> str:
    """An aware moment in local time: ``22 November 2026, 13:05``."""
    local = moment.astimezone()
    pattern = QCoreApplication.translate("Printing", "d MMMM yyyy, HH:mm", "date format of Qt: date and time")
    day = QDateTime(local.year, local.month, local.day, local.hour, local.minute, 0)
    return QLocale().toString(day, pattern)
