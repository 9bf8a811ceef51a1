"""Columns that several kinds of record have."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop.domain.time import DateSpan
from desktop.ui.forms.dates import span_text
from desktop.ui.table.columns import RIGHT, Column

T = TypeVar("T")


def number_column(key: str, title: str, value: Callable[[T], int], width: int) -> Column[T]:
    """A whole number, sorted by what it is."""
    return Column(key, title, lambda each: str(value(each)), sort=value, align=RIGHT, width=width)


def span_column(title: str, span: Callable[[T], DateSpan], width: int) -> Column[T]:
    """From when to when something holds, sorted by its first day."""
    return Column(
        "span", title, lambda each: span_text(span(each)), sort=lambda each: span(each).first, width=width
    )
