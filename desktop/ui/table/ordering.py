"""The order of values and the likeness of words, as the people who read a table expect them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key
from typing import Any

from PySide6.QtCore import QCollator, QLocale, Qt


# Letters that no accent tells apart. "Aa" is the old way to write "Å".
def ranks(values: Sequence[object]) -> list[int | None]:
    """The place of each value among all, alike for values that are alike; None for None.

    Texts, also those in tuples, are compared as the language of the interface has it.
    """
    collator = QCollator(QLocale())
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    collator.setNumericMode(True)
    of_text = cmp_to_key(collator.compare)

    def key(value: Any) -> Any:
        if isinstance(value, str):
            return of_text(value)
        return tuple(map(key, value)) if isinstance(value, tuple) else value

    keyed = [(key(value), place) for place, value in enumerate(values) if value is not None]
    keyed.sort(key=lambda pair: pair[0])
    found: list[int | None] = [None] * len(values)
    rank, before = 0, None
    for value, place in keyed:
        if before is not None and before[0] != value:
            rank += 1
        before = (value,)
        found[place] = rank
    return found
