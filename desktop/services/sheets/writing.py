"""A table as a file: CSV that Excel opens by itself, or XLSX. No text in it becomes a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

from desktop.services.sheets.cells import Value
from desktop.services.sheets.escape import escaped

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_WIDEST = 48
_MOST_LETTERS = 32_767
"""Excel's own limit of a cell."""


def to_csv(heads: Sequence[str], rows: Sequence[Sequence[Value]], *, comma: bool) -> bytes:
    """UTF-8 with its mark. ``comma``: hours with a decimal comma and cells parted by semicolons, as Excel in
    Danish reads them; otherwise a point and commas."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if comma else ",", lineterminator="\r\n")
    writer.writerow([_text(head) for head in heads])
    for row in rows:
        writer.writerow([_written(value, comma=comma) for value in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def to_xlsx(title: str, heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    """One sheet with its headings kept in sight. ``title`` is the sheet's name."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
    sheet.freeze_panes = "A2"
    for at, head in enumerate(heads):
        longest = max((len(str(row[at])) for row in rows if row[at] is not None), default=0)
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(max(longest, len(head)) + 2, _WIDEST)

    def cell(value: Value, *, bold: bool = False) -> object:
        made = WriteOnlyCell(sheet, None)
        if isinstance(value, str):
            # Told to be text, whatever it begins with; and shown as it is.
            made.value = _plain(value)
            made.data_type = "s"
            made.quotePrefix = escaped(value) != value
            made.alignment = Alignment(vertical="top", wrap_text="\n" in value)
        elif value is not None:
            made.value = float(value) if isinstance(value, Decimal) else value
            made.alignment = Alignment(vertical="top")
            if isinstance(value, date):
                made.number_format = "yyyy-mm-dd"
        if bold:
            made.font = Font(bold=True)
        return made

    sheet.append([cell(head, bold=True) for head in heads])
    for row in rows:
        sheet.append([cell(value) for value in row])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _written(value: Value, *, comma: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        text = f"{value.normalize():f}"
        return text.replace(".", ",") if comma else text
    return value.isoformat() if isinstance(value, date) else _text(str(value))


def _text(text: str) -> str:
    return escaped(_plain(text))


def _plain(text: str) -> str:
    """Without the control letters that no spreadsheet holds."""
    return _CONTROL.sub(" ", text)[:_MOST_LETTERS]
