"""Tables in an XLSX workbook: values alone. Formulas are not worked out, macros and links not even opened."""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import zip_longest
from typing import Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook

from desktop.services.sheets.table import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    NOT_CALCULATED,
    Line,
    NoTable,
    Refusal,
    Table,
    table_of,
)

MOST_PARTS = 2_000
MOST_UNPACKED = 60_000_000
_CHUNK = 65_536
_LAST_ROW = MOST_ROWS * 2
"""Rows below it are not looked at: a table with that many gaps is none."""
_NOTHING = (None, (None,) * (MOST_COLUMNS + 1))
"""A row that the sheet has not, and one that it has without a value."""
_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|(?:[^/]+/)*_rels/[^/]+\.rels"
    r"|(?:xl/)?(?:workbook|sharedStrings|styles)\d*\.xml|(?:xl/)?worksheets/[^/]+\.xml",
    re.IGNORECASE,
)


def read_workbook(content: bytes) -> tuple[Table, ...]:
    """The tables of a workbook's sheets, empty sheets left out. Raises ``NoTable``."""
    packed = _without_the_rest(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tables = tuple(_tables(packed))
    except NoTable:
        raise
    except Exception as error:
        # Whatever the library trips over: the file is not as a spreadsheet program writes it.
        unsafe = any(isinstance(each, DefusedXmlException) for each in (error, error.__cause__))
        raise NoTable(Refusal.UNSAFE if unsafe else Refusal.DAMAGED) from None
    if not tables:
        raise NoTable(Refusal.EMPTY)
    return tables


def _without_the_rest(content: bytes) -> bytes:
    """A workbook with nothing but what holds values, each part unpacked under a limit.

    What a packed part says of its own size may be a lie, so it is counted while it is unpacked.
    """
    left = MOST_UNPACKED
    out = BytesIO()
    try:
        with ZipFile(BytesIO(content)) as packed, ZipFile(out, "w", ZIP_STORED) as kept:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS or len({part.filename for part in parts}) < len(parts):
                raise NoTable(Refusal.UNSAFE)
            if any(part.flag_bits & 1 for part in parts):
                raise NoTable(Refusal.ENCRYPTED)
            names = {part.filename.lower() for part in parts}
            if "[content_types].xml" not in names or any(name.endswith("workbook.bin") for name in names):
                raise NoTable(Refusal.OTHER_FORMAT)
            for part in parts:
                if _NEEDED.fullmatch(part.filename):
                    unpacked = _unpacked(packed, part, left)
                    left -= len(unpacked)
                    kept.writestr(part.filename, unpacked)
    except (BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError, RuntimeError):
        raise NoTable(Refusal.DAMAGED) from None
    return out.getvalue()


def _unpacked(packed: ZipFile, part: ZipInfo, most: int) -> bytes:
    found = bytearray()
    with packed.open(part) as source:
        while chunk := source.read(_CHUNK):
            found += chunk
            if len(found) > most:
                raise NoTable(Refusal.UNSAFE)
    return bytes(found)


def _tables(packed: bytes) -> Iterator[Table]:
    values = load_workbook(BytesIO(packed), read_only=True, data_only=True, keep_links=False)
    formulas = load_workbook(BytesIO(packed), read_only=True, data_only=False, keep_links=False)
    if len(values.worksheets) > MOST_SHEETS:
        raise NoTable(Refusal.TOO_LARGE)
    for sheet, told in zip(values.worksheets, formulas.worksheets, strict=True):
        lines: list[Line] = []
        for number, (row, formula) in enumerate(zip_longest(_rows(sheet), _rows(told)), start=1):
            if number > _LAST_ROW:
                raise NoTable(Refusal.TOO_MANY_ROWS)
            if row in _NOTHING and formula in _NOTHING:
                continue
            cells = [
                NOT_CALCULATED if value is None and asked is not None else _text(value)
                for value, asked in zip_longest(row or (), formula or ())
            ]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                lines.append(Line(number, tuple(cells)))
            if len(lines) > MOST_ROWS + 1:
                raise NoTable(Refusal.TOO_MANY_ROWS)
        if lines:
            yield table_of(sheet.title, lines)


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    # What the sheet says of its own size may be anything.
    sheet.reset_dimensions()
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(
        max_row=_LAST_ROW + 1, max_col=MOST_COLUMNS + 1, values_only=True
    )
    return rows


def _text(value: object) -> str:
    """A cell as somebody would type it, whatever the sheet shows it as."""
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case datetime():
            whole = value.time() == time()
            return value.date().isoformat() if whole else value.isoformat(" ", "seconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes" if not value.second else "seconds")
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            shown = f"{minutes // 60:02d}:{minutes % 60:02d}"
            return shown if not seconds else f"{shown}:{seconds:02d}"
        case float():
            return str(int(value)) if value.is_integer() else repr(round(value, 9))
        case _:
            return str(value)
