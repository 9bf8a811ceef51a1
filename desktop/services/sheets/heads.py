"""Where the headings stand: in the first row, or below a title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.services.sheets.columns import Kind, guessed, without
from desktop.services.sheets.table import Table

FURTHEST = 12
"""So many rows are looked at for headings below a title."""
FEWEST = 2
"""So many of the kind's headings a row must hold to be taken for them."""


@dataclass(frozen=True, slots=True)
class Headed:
    """``row``: that of the headings as a spreadsheet shows it, None where it is the first one."""

    table: Table
    row: int | None = None


def headed(kind: Kind, table: Table, remembered: Mapping[str, str]) -> Headed:
    """The table below its headings. The first row stays the headings where it may be them, and where no
    other row tells more."""
    if is_told(kind, table, remembered):
        return Headed(table)
    for at, line in enumerate(table.lines[:FURTHEST]):
        heads = tuple(" ".join(line.cell(place).split()) for place in range(len(table.heads)))
        below = Table(table.name, heads, table.lines[at + 1 :])
        if is_told(kind, below, remembered):
            return Headed(below, line.number)
    return Headed(table)


def is_told(kind: Kind, table: Table, remembered: Mapping[str, str]) -> bool:
    """Whether the headings tell what every row of the kind must say."""
    found = guessed(kind, table.heads, remembered)
    return len(found) >= FEWEST and not without(kind, found)
