"""Which kind of file it is, by what stands in it and never by its name."""

from __future__ import annotations

from desktop.services.sheets.table import MOST_BYTES, NoTable, Refusal, Table
from desktop.services.sheets.text_file import decoded, read_text

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How older Office files begin, and encrypted ones of today."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER = (b"%PDF", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"7z\xbc\xaf", b"Rar!")
_OTHER_TEXT = (
    *("<!", "<?xml", "<html", "<head", "<meta", "<style", "<body", "<div", "<table"),
    *('{"', "{\n", "{\r", "{\\rtf", "mime-version:", "id;pwxl"),
)
"""How web pages begin, which many a case system calls .xls or .xlsx, and JSON, RTF, MHTML and SYLK."""


def read_file(content: bytes) -> tuple[Table, ...]:
    """The tables of a CSV or XLSX file, a sheet each. Raises ``NoTable``."""
    if len(content) > MOST_BYTES:
        raise NoTable(Refusal.TOO_LARGE)
    if content.startswith(_ZIP):
        from desktop.services.sheets.workbook import read_workbook

        return read_workbook(content)
    if content.startswith(_COMPOUND):
        raise NoTable(Refusal.ENCRYPTED if _ENCRYPTED in content else Refusal.OLD_FORMAT)
    if content.lstrip().startswith(_OTHER):
        raise NoTable(Refusal.OTHER_FORMAT)
    text = decoded(content)
    if text.lstrip("\ufeff \t\r\n").casefold().startswith(_OTHER_TEXT):
        raise NoTable(Refusal.OTHER_FORMAT)
    return (read_text(text),)


def read_pasted(text: str) -> tuple[Table, ...]:
    """The table that a spreadsheet has put on the clipboard. Raises ``NoTable``."""
    if len(text) > MOST_BYTES:
        raise NoTable(Refusal.TOO_LARGE)
    return (read_text(text),)
