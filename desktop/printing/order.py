"""The order of names on screen and on paper: that of the chosen language, with numbers by their size."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cmp_to_key
from typing import TypeVar

from PySide6.QtCore import QCollator, QLocale, Qt

T = TypeVar("T")


def in_order(items: Iterable[T], name: Callable[[T], str]) -> list[T]:
    """The items by their names, as the language of the interface has it: in Danish æ, ø and å come last."""
    by_name = QCollator(QLocale())
    by_name.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    by_name.setNumericMode(True)

    def compare(one: T, other: T) -> int:
        return by_name.compare(name(one), name(other))

    return sorted(items, key=cmp_to_key(compare))
