"""Sheets of one week that are looked at beside each other: drawn over the same hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.printing.sheet import Sheet


def aligned(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The sheets with the hours of all of them; what one did not show is outside its opening hours."""
    first = min((each.first for each in sheets), default=0)
    last = max((each.last for each in sheets), default=0)
    return tuple(_widened(each, first, last) for each in sheets)


def _widened(sheet: Sheet, first: int, last: int) -> Sheet:
    if (sheet.first, sheet.last) == (first, last):
        return sheet
    outside = tuple(span for span in ((first, sheet.first), (sheet.last, last)) if span[0] < span[1])
    columns = tuple(replace(each, closed=(*each.closed, *outside)) for each in sheet.columns)
    return replace(sheet, columns=columns, first=first, last=last)
