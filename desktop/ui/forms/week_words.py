"""A weekly pattern in words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QLocale

from desktop.domain.time import WeeklyBlock
from desktop.printing.words import time_span_text


def day_name(weekday: int, *, short: bool = False, inside: bool = False) -> str:
    """``Monday`` for 0, or ``Mon``; ``inside`` a sentence as the language writes it there."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    name = QLocale().standaloneDayName(weekday + 1, form).rstrip(".")
    return name if inside else name.capitalize()


def pattern_text(blocks: Iterable[WeeklyBlock]) -> str:
    """``Monday–Thursday 08:00–16:00 · Friday 08:00–12:00``: days in a row that are alike stand together."""
    ordered = sorted(blocks)
    hours = {
        day: ", ".join(time_span_text(block.start, block.end) for block in held)
        for day, held in groupby(ordered, key=lambda block: block.weekday)
    }
    parts: list[tuple[int, int, str]] = []
    for day, text in hours.items():
        if parts and parts[-1][1] == day - 1 and parts[-1][2] == text:
            parts[-1] = (parts[-1][0], day, text)
        else:
            parts.append((day, day, text))
    return " · ".join(f"{_days(first, last)} {text}" for first, last, text in parts)


def _days(first: int, last: int) -> str:
    if first == last:
        return day_name(first)
    return f"{day_name(first)}–{day_name(last, inside=True)}"
