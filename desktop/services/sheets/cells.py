"""What stands in a cell of a table that is written, before it has a form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from desktop.domain.time import WeeklyBlock
from desktop.services.sheets.columns import WEEKDAYS

Value = str | int | Decimal | date | None
"""A text, a whole number, hours, a day; None where nothing is on record."""

Cells = Mapping[str, Value]

Word = Callable[[str], str]
"""What a key such as ``absence.illness`` is called in the interface's language; what comes after the point
where it has no other word."""


def hours_value(minutes: int) -> Value:
    """Minutes as hours; as ``0:20`` where no short decimal says it."""
    if minutes * 100 % 60:
        return f"{minutes // 60}:{minutes % 60:02d}"
    return (Decimal(minutes) / 60).quantize(Decimal("0.01"))


def list_value(names: Iterable[str]) -> str:
    return "; ".join(names)


def start_value(moment: datetime) -> Value:
    """The day alone where it is its first moment."""
    return moment.date() if moment.time() == time() else _moment(moment)


def end_value(moment: datetime) -> Value:
    """The last day where it ends with it."""
    return (moment - timedelta(days=1)).date() if moment.time() == time() else _moment(moment)


def week_values(blocks: Iterable[WeeklyBlock]) -> dict[str, Value]:
    """A weekly pattern by the columns of its days."""
    found: dict[str, list[str]] = {key: [] for key in WEEKDAYS}
    for block in sorted(blocks):
        found[WEEKDAYS[block.weekday]].append(f"{clock(block.start)}-{clock(block.end)}")
    return {key: "; ".join(times) or None for key, times in found.items()}


def clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _moment(moment: datetime) -> str:
    exact = "microseconds" if moment.microsecond else "seconds" if moment.second else "minutes"
    return moment.isoformat(" ", exact)
