"""What the services' keys and the domain's words are called, and how dates, hours and money are written."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop.domain.offers import PlacementKind
from desktop.domain.time import IsoWeek

translate = QCoreApplication.translate


def hours(minutes: float) -> str:
    """Minutes as hours with at most one decimal, "12.5", two where a quarter of an hour asks for it."""
    return hours_number(minutes / 60)


def hours_number(value: float) -> str:
    """Hours as a number, "12.5"."""
    places = next((places for places in (0, 1, 2) if abs(round(value, places) - value) < 1e-6), 1)
    return QLocale().toString(float(value), "f", places)


def percent(share: float) -> str:
    """A share from 0 to 1 as "4.3 %"."""
    text = QLocale().toString(share * 100, "f", 1)
    return translate("Words", "{0} %").format(text)


def money(kroner: int) -> str:
    return translate("Words", "{0} kr.").format(QLocale().toString(kroner))


def seconds(elapsed: float) -> str:
    return translate("Words", "{0} s").format(QLocale().toString(float(elapsed), "f", 1))


def week_number(week: IsoWeek) -> str:
    return translate("Words", "Week {0}").format(week.week)


def week_title(week: IsoWeek) -> str:
    """ "Week 48 · 23–29 November 2026", as the language writes it."""
    return translate("Words", "{week} · {days}").format(
        week=week_number(week), days=span(week.monday, week.sunday)
    )


def span(first: date, last: date) -> str:
    """Two days of one or two months, without saying twice what both have."""
    locale = QLocale()
    day = translate("Words", "d", "QDate format of a day in front of a span's dash")
    day_month = translate("Words", "d MMMM", "QDate format of a day and a month")
    whole = translate("Words", "d MMMM yyyy", "QDate format of a whole date")
    if first.year != last.year:
        start = whole
    elif first.month != last.month:
        start = day_month
    else:
        start = day
    return translate("Words", "{first}–{last}").format(
        first=locale.toString(_qdate(first), start), last=locale.toString(_qdate(last), whole)
    )


def weekday(day: date) -> str:
    """ "Monday"."""
    return capital(QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat))


def short_day(day: date) -> str:
    """ "Mon 23"."""
    name = QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat).rstrip(".")
    return translate("Words", "{day} {number}").format(day=capital(name), number=day.day)


def day_date(day: date) -> str:
    """ "Monday 23 November"."""
    pattern = translate("Words", "d MMMM", "QDate format of a day and a month")
    return f"{weekday(day)} {QLocale().toString(_qdate(day), pattern)}"


def clock(moment: datetime) -> str:
    """ "09:00", as the language writes it."""
    return moment.strftime(translate("Words", "%H:%M", "time of day, as for strftime"))


def times(start: datetime, end: datetime) -> str:
    """ "09:00–11:00"; the midnight that ends a day is 24:00."""
    midnight = end.hour == end.minute == 0 and end - start < timedelta(days=1)
    last = translate("Words", "24:00") if midnight else clock(end)
    return translate("Words", "{first}–{last}").format(first=clock(start), last=last)


def feature(word: str) -> str:
    """A room's feature; one that the program does not know is shown as the unit wrote it."""
    known = {
        "alarm": translate("Words", "alarm"),
        "two_exits": translate("Words", "two exits"),
        "computers": translate("Words", "computers"),
        "kitchen": translate("Words", "kitchen"),
        "workshop": translate("Words", "workshop"),
    }
    return known.get(word, word)


def features(found: frozenset[str]) -> str:
    return listed([feature(word) for word in sorted(found)])


def placement(kind: PlacementKind) -> str:
    return {
        PlacementKind.INTERNSHIP: translate("Words", "Internship"),
        PlacementKind.WAGE_SUBSIDY: translate("Words", "Wage subsidy"),
        PlacementKind.COMMUNITY_WORK: translate("Words", "Community work"),
    }[kind]


def level(number: int) -> str:
    return translate("Words", "Level {0}").format(number)


def listed(words: list[str]) -> str:
    """ "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return translate("Words", "{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
