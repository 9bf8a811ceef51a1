"""Tables in plain text: CSV in the forms that spreadsheets and case systems write it, and the clipboard."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from desktop.services.sheets.table import MOST_ROWS, Line, NoTable, Refusal, Table, table_of

DELIMITERS = (";", "\t", ",")
_SAMPLE = 50
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(text: str) -> Table:
    """The table in a text, as a file holds it or as a spreadsheet copies it. Raises ``NoTable``."""
    if "\0" in text:
        raise NoTable(Refusal.NOT_TEXT)
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"')
    if told.startswith("sep=") and len(told) == len("sep=") + 1:
        # Excel's own first line; it shows no row for it.
        return _parsed(rest, told[-1])
    return _parsed(text, _delimiter(text))


def decoded(content: bytes) -> str:
    """UTF-8, UTF-16 and otherwise Windows-1252, which older Danish systems write. Raises ``NoTable``."""
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None) or _unmarked(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        pass
    if encoding != "utf-8":
        raise NoTable(Refusal.NOT_TEXT)
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise NoTable(Refusal.NOT_TEXT) from None


def _unmarked(content: bytes) -> str:
    """UTF-16 without its mark has a zero in every second byte of what is mostly Latin text."""
    sample = content[:2000]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > half * 0.7:
        return "utf-16-le"
    if half and sample[0::2].count(0) > half * 0.7:
        return "utf-16-be"
    return "utf-8"


def _delimiter(text: str) -> str:
    """The one by which the most rows have as many cells as the first, and then the most cells."""

    def fit(delimiter: str) -> tuple[float, int]:
        try:
            rows = [row for row in islice(_rows(text, delimiter), _SAMPLE) if row]
        except csv.Error:
            return (0.0, 0)
        width = len(rows[0]) if rows else 0
        if width < 2:
            return (0.0, 0)
        return (sum(len(row) == width for row in rows) / len(rows), width)

    return max(DELIMITERS, key=fit)


def _parsed(text: str, delimiter: str) -> Table:
    lines: list[Line] = []
    try:
        for number, row in enumerate(_rows(text, delimiter), start=1):
            if any(row):
                lines.append(Line(number, tuple(row)))
            if len(lines) > MOST_ROWS + 1:
                raise NoTable(Refusal.TOO_MANY_ROWS)
    except csv.Error as error:
        refusal = Refusal.CELL_TOO_LONG if "limit" in str(error) else Refusal.BROKEN_QUOTES
        raise NoTable(refusal) from None
    return table_of("", lines)


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    # Strict: a quote that is never closed would swallow the rest of the file as one cell.
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
