"""What is wrong with a file or with a row, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.printing.words import with_capital
from desktop.services.sheets.row import Fault
from desktop.services.sheets.table import MOST_BYTES, MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, Refusal
from desktop.ui.sheets.words import column_words

translate = QCoreApplication.translate

_WITHOUT_VALUE = frozenset({"missing", "error_value", "same_row", "stray_cell", "too_long", "not_text"})


def fault_words(fault: Fault, cell: str) -> str:
    """One fault, with its column and what stands in the ``cell``."""
    what = _faults().get(fault.key, translate("SheetFault", "can't be taken in"))
    what = what.replace("%1", fault.detail)
    shown = "" if fault.key in _WITHOUT_VALUE else _short(fault.detail or cell)
    if shown:
        quoted = translate("SheetFault", "“%1” %2", "a cell in quotes and what is wrong with it")
        what = quoted.replace("%2", what).replace("%1", shown)
    if not fault.column:
        return with_capital(what)
    return f"{column_words(fault.column)}: {what}"


def refusal_words(refusal: Refusal) -> str:
    """Why a file gives no table, and what to do about it."""
    return {
        Refusal.TOO_LARGE: translate("SheetFault", "The file is larger than %1 MB. Divide it.").replace(
            "%1", str(MOST_BYTES // 1_000_000)
        ),
        Refusal.TOO_MANY_ROWS: translate("SheetFault", "The table has more than %1 rows. Divide it.").replace(
            "%1", str(MOST_ROWS)
        ),
        Refusal.TOO_MANY_COLUMNS: translate(
            "SheetFault", "The table has more than %1 columns. Remove those that are not needed."
        ).replace("%1", str(MOST_COLUMNS)),
        Refusal.CELL_TOO_LONG: translate(
            "SheetFault", "A cell holds more than %1 letters. Shorten it."
        ).replace("%1", str(MOST_LETTERS)),
        Refusal.EMPTY: translate("SheetFault", "There is no table in it: every cell is empty."),
        Refusal.ENCRYPTED: translate(
            "SheetFault",
            "The file is protected by a password. Save it without one, and delete that copy afterwards.",
        ),
        Refusal.OLD_FORMAT: translate(
            "SheetFault", "The file is in the old Excel format (.xls). Open it in Excel and save it as .xlsx."
        ),
        Refusal.OTHER_FORMAT: translate(
            "SheetFault",
            "This is neither CSV nor XLSX. Open it in your spreadsheet and save it as one of them.",
        ),
        Refusal.DAMAGED: translate(
            "SheetFault", "The file is damaged. Open it in your spreadsheet and save it anew."
        ),
        Refusal.UNSAFE: translate(
            "SheetFault",
            "The file is built as no spreadsheet program builds one, and could do harm. It was not read any "
            "further. Ask whoever sent it.",
        ),
        Refusal.NOT_TEXT: translate(
            "SheetFault",
            "The file is neither a table in text nor XLSX, or its letters are written in an unknown way.",
        ),
        Refusal.BROKEN_QUOTES: translate(
            "SheetFault",
            "A quotation mark in the file is never closed, so nobody can tell where its cell ends.",
        ),
        Refusal.UNREADABLE: translate(
            "SheetFault",
            "The file could not be read. Perhaps another program holds it open, or it was moved: close it "
            "there and choose it again.",
        ),
    }[refusal]


def _short(text: str, most: int = 40) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"


def _faults() -> dict[str, str]:
    return {
        "ambiguous": translate("SheetFault", "fits more than one in the unit"),
        "before_assessed": translate("FaultLevel", "is before the day of the assessment"),
        "before_first": translate("SheetFault", "is before the first day"),
        "duplicate": translate("SheetFault", "belongs to somebody else already"),
        "empty": translate("SheetFault", "must not be empty"),
        "error_value": translate("SheetFault", "holds a formula without a result"),
        "in_future": translate("SheetFault", "is a day that has not come yet"),
        "missing": translate("SheetFault", "is missing"),
        "needs_number": translate(
            "SheetNames", "fits more than one in the unit: write it with its number, such as %1"
        ),
        "needs_site": translate("SheetNames", "fits rooms of several sites: say the site in its column"),
        "needs_sessions": translate(
            "SheetFault", "says no sessions a week: write the fewest and the most after the name, such as 1-2"
        ),
        "not_a_choice": translate("SheetFault", "is not one of the words allowed here"),
        "not_a_date": translate("SheetFault", "is not a date such as 26-11-2026"),
        "not_a_moment": translate("SheetFault", "is not a date such as 26-11-2026, with or without a time"),
        "not_after_start": translate("SheetFault", "is not after the start"),
        "not_hours": translate("SheetFault", "is not a number of hours such as 20, 7.5 or 7:30"),
        "not_text": translate("SheetFault", "holds letters that can't be shown"),
        "not_times": translate("SheetFault", "is not a time such as 08:00-15:00"),
        "not_whole": translate("SheetFault", "is not a whole number"),
        "only_for_site": translate("SheetFault", "says something where the site is kept apart only"),
        "overlap": translate("SheetFault", "overlaps another one"),
        "same": translate("SheetFault", "is the same on both sides"),
        "same_row": translate("SheetFault", "stands in row %1 too"),
        "stray_cell": translate(
            "SheetFault",
            "a cell stands beyond the last heading: the row may be shifted, or a heading is missing",
        ),
        "too_large": translate("SheetFault", "is too large"),
        "too_long": translate("SheetFault", "is too long"),
        "too_small": translate("SheetFault", "is too small"),
        "twice": translate("SheetFault", "stands there twice"),
        "unknown_activity": translate("SheetFault", "is no activity of the unit"),
        "unknown_group": translate("SheetFault", "is no conflict group of the unit"),
        "unknown_level": translate("SheetFault", "is no threat level of the unit"),
        "unknown_offer": translate("SheetFault", "is no offer of the unit"),
        "unknown_person": translate("SheetFault", "is nobody's case number, and no colleague's name"),
        "unknown_reference": translate("SheetFault", "is not known to the unit"),
        "unknown_side": translate("SheetFault", "is no conflict group, and nobody's case number"),
        "unknown_site": translate("SheetFault", "is no site of the unit"),
        "unknown_supplier": translate("SheetFault", "is no supplier of the unit"),
    }
