"""What the domain's and the services' keys are called in the window, and how money and weeks are written.

Times, days, hours and shares are written as on paper: ``desktop.printing.words``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop.domain.conflicts import ConflictGroup
from desktop.domain.levels import LevelState
from desktop.domain.people import Citizen
from desktop.domain.staffing import StaffMember
from desktop.domain.time import DAY_MINUTES, IsoWeek
from desktop.printing.words import day_inside, hours_text, time_span_text, with_capital

translate = QCoreApplication.translate


def not_saved_words() -> str:
    """What became of what the window is to remember, where its file can't be written."""
    return translate(
        "NotSaved",
        "How you have set up Sikkerplan could not be written down: the disk is full, or its folder can't be "
        "written now. Language, sizes, columns and the folder for backups stay as you set them until you "
        "close Sikkerplan.",
    )


def not_stored_words() -> str:
    """Why a change came to nothing."""
    return translate(
        "NotStored",
        "It could not be stored, and nothing has been changed: the vault's disk is full, or it can't be "
        "written now. Make room and try again.",
    )


def read_only_words() -> str:
    """Why a control is switched off."""
    return translate("Words", "The vault is open read-only: nothing can be changed.")


def yes_no(value: bool) -> str:
    return translate("Words", "yes") if value else translate("Words", "no")


def minutes_as_hours(minutes: float) -> str:
    """Minutes written as hours, ``2.5``."""
    return hours_text(minutes / 60)


def money(kroner: int) -> str:
    """Whole kroner."""
    return translate("Words", "DKK %1").replace("%1", QLocale().toString(kroner))


def elapsed(seconds: float) -> str:
    """Seconds with one decimal."""
    return translate("Words", "%1 s").replace("%1", QLocale().toString(float(seconds), "f", 1))


def week_title(week: IsoWeek) -> str:
    """``Week 48 · 23–29 November 2026``; months and years stand twice only where they differ."""
    monday, sunday = week.monday, week.sunday
    whole = translate("Words", "d MMMM yyyy", "date format of Qt: day, month, year")
    if monday.year != sunday.year:
        days = f"{_dated(monday, whole)} – {_dated(sunday, whole)}"
    elif monday.month != sunday.month:
        start = translate("Words", "d MMMM", "date format of Qt: day, month")
        days = f"{_dated(monday, start)} – {_dated(sunday, whole)}"
    else:
        start = translate("Words", "d", "date format of Qt: day before the dash of a span")
        days = f"{_dated(monday, start)}–{_dated(sunday, whole)}"
    return translate("Words", "Week %1 · %2").replace("%1", str(week.week)).replace("%2", days)


def day_title(day: date) -> str:
    """``Thursday 26 November 2026``."""
    text = _dated(day, translate("Words", "dddd d MMMM yyyy", "date format of Qt: weekday, day, month, year"))
    return with_capital(text)


def times(start: datetime, end: datetime) -> str:
    """``09:00–10:30``; the midnight that ends the day is 24:00."""
    return time_span_text(minute_of_day(start), minute_of_day(end) or DAY_MINUTES)


def when(start: datetime, end: datetime) -> str:
    """``Monday 23 November, 09:00–10:30``, at the beginning of a line."""
    return with_capital(when_inside(start, end))


def when_inside(start: datetime, end: datetime) -> str:
    """The same amid a sentence."""
    return f"{day_inside(start.date())}, {times(start, end)}"


def minute_of_day(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def untold_words(left: int, week: IsoWeek, number: int) -> str:
    """``Week 48: 4 people not yet told about version 12``."""
    text = {
        0: translate("ToldWhen", "Week %2: everybody is told about version %3"),
        1: translate("ToldWhen", "Week %2: 1 person not yet told about version %3"),
    }.get(left, translate("ToldWhen", "Week %2: %1 people not yet told about version %3"))
    return text.replace("%3", str(number)).replace("%2", str(week.week)).replace("%1", str(left))


def show_list_words() -> str:
    """On the button that leads to the people to call."""
    return translate("ToldWhen", "Show the call list")


def level_name(level: int) -> str:
    return translate("Words", "Level %1").replace("%1", str(level))


def level_words(level: int, state: LevelState) -> str:
    """The level with where it comes from, where that is in doubt."""
    name = level_name(level)
    if state is LevelState.RUN_OUT:
        return translate("People", "%1, as the assessment has run out").replace("%1", name)
    if state is LevelState.NONE:
        return translate("People", "%1, as there is no assessment").replace("%1", name)
    return name


def group_words(groups: Sequence[str]) -> str:
    """The groups; where none is on record they are unknown, which is not the same as none."""
    return listed(groups) if groups else translate("People", "conflict group unknown")


def pseudonym_word(kind: type[object]) -> str:
    """What stands before a pseudonym: ``Citizen K7Q2M``."""
    return {
        Citizen: translate("Words", "Citizen", "before a pseudonym"),
        StaffMember: translate("Words", "Staff", "before a pseudonym: a member of the staff"),
        ConflictGroup: translate("Words", "Group", "before a pseudonym: a conflict group"),
    }.get(kind, "")


def features(found: Iterable[str]) -> str:
    """A room's features; one that the program has no word for is shown as the unit wrote it."""
    known = {
        "alarm": translate("Words", "alarm"),
        "two_exits": translate("Words", "two exits"),
        "computers": translate("Words", "computers"),
        "kitchen": translate("Words", "kitchen"),
        "workshop": translate("Words", "workshop"),
    }
    return listed([known.get(word, word) for word in sorted(found)])


def listed(words: Sequence[str]) -> str:
    """``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    text = translate("Words", "%1 and %2", "the end of a list")
    return text.replace("%1", ", ".join(words[:-1])).replace("%2", words[-1])


def _dated(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
