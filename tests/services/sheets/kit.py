"""What tests of tables build them with."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from desktop.domain.unit import Unit
from desktop.services.ids import sequential_ids
from desktop.services.sheets.columns import Kind, guessed
from desktop.services.sheets.export import PlannedWeek
from desktop.services.sheets.preview import Preview, judged, read_rows
from desktop.services.sheets.reading import read_file
from desktop.services.sheets.table import Table
from desktop.services.week.planning import PlanningService
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import WEEK
from tests.ui.kit import plan

TODAY = date(2026, 11, 26)


def plain_word(key: str) -> str:
    """The words of the code, where there is no interface."""
    return key.partition(".")[2] or key


def table_of(text: str) -> Table:
    """The table of a CSV text; lines may be indented."""
    lines = (line.strip() for line in text.strip().splitlines())
    (table,) = read_file("\n".join(lines).encode())
    return table


def seen(unit: Unit, kind: Kind, table: Table | str, left_out: Collection[int] = ()) -> Preview:
    """What a table would do, its columns guessed by their headings."""
    known = table_of(table) if isinstance(table, str) else table
    mapping = guessed(kind, known.heads, {})
    rows = read_rows(unit, kind, known, mapping, TODAY, sequential_ids(), plain_word)
    return judged(unit, kind, rows, left_out)


def planned_week(store: FakeStore) -> PlannedWeek:
    """The week of the small unit with its plan."""
    service = PlanningService(store, FakeClock(), "Koordinator")
    prepared = service.prepare(WEEK)
    accepted = service.accept(prepared, plan(prepared.problem), 1.0)
    return PlannedWeek(prepared, accepted.version, accepted.report)


def faults(preview: Preview) -> list[tuple[int, str, str]]:
    """Every fault by row, column and key."""
    return [(row.number, fault.column, fault.key) for row in preview.rows for fault in row.faults]


def workbook(*rows: tuple[Any, ...], **sheets: list[tuple[Any, ...]]) -> bytes:
    """An XLSX file of one sheet, and of others by their names."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    for name, content in sheets.items():
        sheet = book.create_sheet(name)
        for row in content:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()
