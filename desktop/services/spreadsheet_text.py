"""Rows as text that a spreadsheet takes, with nothing in it that the spreadsheet would run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

# Full-width signs are read as the narrow ones (OWASP, "CSV Injection").
FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def spreadsheet_cell(text: str) -> str:
    """The text in one line, with an apostrophe before it where it would be read as a formula."""
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(FORMULA_SIGNS) else line


def tab_separated(rows: Iterable[Sequence[str]]) -> str:
    """One line a row, its cells with tabs between them."""
    return "\n".join("\t".join(map(spreadsheet_cell, row)) for row in rows)
