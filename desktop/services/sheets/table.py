"""A table as it came out of a file, and why a file gives none."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

MOST_BYTES = 10_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 200
MOST_SHEETS = 50
MOST_LETTERS = 10_000
"""Of one cell."""
NOT_CALCULATED = "#UNCALCULATED!"
"""Stands for a formula whose result the file does not hold: it is not worked out here."""


class Refusal(StrEnum):
    """Why a file gives no table."""

    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    CELL_TOO_LONG = "cell_too_long"
    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    OLD_FORMAT = "old_format"
    OTHER_FORMAT = "other_format"
    DAMAGED = "damaged"
    UNSAFE = "unsafe"
    NOT_TEXT = "not_text"
    BROKEN_QUOTES = "broken_quotes"
    UNREADABLE = "unreadable"


class NoTable(Exception):
    """The file gives no table. Says nothing of what stands in it."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is not empty. ``number`` is the one that a spreadsheet shows beside it."""

    number: int
    cells: tuple[str, ...] = field(repr=False)

    def cell(self, at: int) -> str:
        return self.cells[at] if at < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """``name`` is the sheet's, empty in a text. ``heads`` are the first row that is not empty."""

    name: str
    heads: tuple[str, ...] = field(repr=False)
    lines: tuple[Line, ...] = field(repr=False)

    def samples(self, at: int, most: int = 3) -> tuple[str, ...]:
        """The first different values of a column."""
        found: dict[str, None] = {}
        for line in self.lines:
            text = " ".join(line.cell(at).split())
            if text:
                found[text] = None
            if len(found) == most:
                break
        return tuple(found)


def table_of(name: str, lines: list[Line]) -> Table:
    """A table of lines, those without content left out. Raises ``NoTable``."""
    held = [line for line in lines if any(cell.strip() for cell in line.cells)]
    if not held:
        raise NoTable(Refusal.EMPTY)
    if len(held) > MOST_ROWS + 1:
        raise NoTable(Refusal.TOO_MANY_ROWS)
    width = max(_width(line.cells) for line in held)
    if width > MOST_COLUMNS:
        raise NoTable(Refusal.TOO_MANY_COLUMNS)
    if any(len(cell) > MOST_LETTERS for line in held for cell in line.cells):
        raise NoTable(Refusal.CELL_TOO_LONG)
    heads = tuple(" ".join(held[0].cell(at).split()) for at in range(width))
    return Table(name, heads, tuple(held[1:]))


def _width(cells: tuple[str, ...]) -> int:
    return max((at + 1 for at, cell in enumerate(cells) if cell.strip()), default=0)
