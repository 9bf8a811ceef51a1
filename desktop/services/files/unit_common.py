"""What the parts of the unit file share: names, spans of days, weekly patterns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.domain.time import DateSpan, TimeSpan, WeeklyBlock, overlapping
from desktop.services.files.shapes import (
    BAD,
    ClockTime,
    Day,
    Many,
    Maybe,
    Member,
    Moment,
    Reading,
    Record,
    Text,
)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# Where the file has another name for a field of the domain, so that a fault is told at its path.
RENAMED = {
    "first": "from",
    "last": "until",
    "span": "from",
    "weekly_minutes": "weekly_hours",
    "daily_minutes": "daily_hours",
    "max_weekly_minutes": "weekly_hours",
    "site_a": "between",
    "site_b": "between",
    "side_a": "between",
    "side_b": "between",
}
WORDS = Many(Text(filled=True), once=True)
NOTE = Member(Text(), "")
NAME = Member(Text(filled=True))
SOURCE = Member(Text(filled=True), about="Who decided it, or where it stands.")
SPAN = {
    "from": Member(Day(), about="The first day."),
    "until": Member(Maybe(Day()), None, "The last day, included; null until further notice."),
}


class Weekday:
    """``mon`` … ``sun``, read as 0 … 6."""

    def read(self, value: object, path: str, reading: Reading) -> Any:
        return WEEKDAYS.index(value) if value in WEEKDAYS else reading.refuse(path, "not_a_weekday")

    def schema(self) -> dict[str, Any]:
        return {"enum": list(WEEKDAYS)}


def record(about: str, members: dict[str, Member], make: Callable[[dict[str, Any], Reading], Any]) -> Record:
    return Record(members, make, RENAMED, about)


def dated(values: dict[str, Any]) -> dict[str, Any]:
    """The members of a span turned into the field that holds it."""
    kept = {name: value for name, value in values.items() if name not in SPAN}
    return kept | {"span": DateSpan(values["from"], values["until"])}


def rename(values: dict[str, Any], **renamed: str) -> dict[str, Any]:
    return {renamed.get(name, name): value for name, value in values.items()}


def sets(values: dict[str, Any], *names: str) -> dict[str, Any]:
    return values | {name: frozenset(values[name]) for name in names}


BLOCK = record(
    "A block of a weekly pattern, on one day.",
    {
        "day": Member(Weekday()),
        "start": Member(ClockTime()),
        "end": Member(ClockTime(), about="After the start; 24:00 is midnight at the day's end."),
    },
    lambda values, _: WeeklyBlock(values["day"], values["start"], values["end"]),
)


class _Pattern:
    """Blocks that may touch but not overlap: an overlap is a typing mistake that hides hours."""

    def read(self, value: object, path: str, reading: Reading) -> Any:
        blocks = _BLOCKS.read(value, path, reading)
        if blocks is BAD or overlapping(path, blocks) is None:
            return blocks
        return reading.refuse(path, "overlap")

    def schema(self) -> dict[str, Any]:
        return _BLOCKS.schema()


_BLOCKS = Many(BLOCK)
PATTERN = _Pattern()
TIME_SPAN = record(
    "Local wall-clock time, half-open; may cross midnight and last for weeks.",
    {"start": Member(Moment()), "end": Member(Moment())},
    lambda values, _: TimeSpan(**values),
)
