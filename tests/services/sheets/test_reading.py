"""Files of every form give the same table; hostile and broken ones give none, with the reason."""

from __future__ import annotations

import struct
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services.sheets import table as limits
from desktop.services.sheets import workbook as parts
from desktop.services.sheets.reading import read_file, read_pasted
from desktop.services.sheets.table import MOST_BYTES, MOST_ROWS, NOT_CALCULATED, NoTable, Refusal
from tests.services.sheets.kit import workbook

WHOLE = workbook(("Navn", "Timer"), ("Bo", 3))
TEXT = 'Navn;Timer;Bemærkning\nÆgir Øst;37,5;"To linjer\nog et ; tegn"\n\nBo;;\n'


def refusal(content: bytes) -> Refusal:
    with pytest.raises(NoTable) as told:
        read_file(content)
    return told.value.refusal


def repacked(content: bytes, **changed: bytes) -> bytes:
    """A workbook with some of its parts exchanged or added, by the end of their name."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            key = name.rsplit("/", 1)[-1].partition(".")[0]
            new.writestr(name, changed.pop(key) if key in changed else old.read(name))
        for name, part in changed.items():
            new.writestr(name.replace("__", "/").replace("_", "."), part)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    (table,) = read_file(TEXT.encode(encoding))

    assert table.heads == ("Navn", "Timer", "Bemærkning")
    assert table.lines[0].cells == ("Ægir Øst", "37,5", "To linjer\nog et ; tegn")


def test_rows_keep_the_number_that_a_spreadsheet_shows() -> None:
    (table,) = read_file(TEXT.encode())

    assert [line.number for line in table.lines] == [2, 4]


@pytest.mark.parametrize(
    "text",
    [
        "Navn;Timer\nA, B;37,5\nC;20,5",
        "Navn\tTimer\nA, B\t37,5\nC\t20,5",
        'Navn,Timer\n"A, B","37,5"\nC,"20,5"',
    ],
)
def test_the_sign_between_cells_is_found(text: str) -> None:
    (table,) = read_file(text.encode())

    assert [line.cells for line in table.lines] == [("A, B", "37,5"), ("C", "20,5")]


def test_the_line_that_names_the_sign_is_no_row() -> None:
    (table,) = read_file(b"sep=|\r\nNavn|Timer\r\nA;B|3\r\n")

    assert (table.heads, table.lines[0].cells) == (("Navn", "Timer"), ("A;B", "3"))


def test_what_a_spreadsheet_copies_is_read() -> None:
    (table,) = read_pasted('Navn\tTimer\r\nBo\t"7,5"\r\n')

    assert table.lines[0].cells == ("Bo", "7,5")


def test_cells_of_a_workbook_are_read_as_somebody_would_type_them() -> None:
    moment = datetime.fromisoformat("2026-11-26T08:30")
    row = (
        "Bo",
        37.5,
        20.0,
        date(2026, 11, 26),
        moment,
        time(8, 15),
        timedelta(hours=37, minutes=30),
        True,
        None,
    )

    (table,) = read_file(workbook(tuple("abcdefghi"), row))

    assert table.lines[0].cells[:8] == (
        "Bo", "37.5", "20", "2026-11-26", "2026-11-26 08:30:00", "08:15", "37:30", "1",
    )  # fmt: skip


def test_each_sheet_that_holds_something_is_a_table() -> None:
    content = workbook(("Navn",), ("Bo",), Tom=[], Rum=[("Lokale",), ("Et",)])

    assert [(table.name, table.heads) for table in read_file(content)] == [
        ("Sheet", ("Navn",)),
        ("Rum", ("Lokale",)),
    ]


def test_a_formula_is_never_worked_out() -> None:
    (table,) = read_file(workbook(("Navn", "Timer"), ("Bo", "=1+1")))

    assert table.lines[0].cells == ("Bo", NOT_CALCULATED)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Refusal.EMPTY),
        (b" ; ;\n;;\n", Refusal.EMPTY),
        (workbook(), Refusal.EMPTY),
        (b"\x00\x01\x02\x03" * 50, Refusal.NOT_TEXT),
        (b"Navn;Timer\nBo;\x81\x8d", Refusal.NOT_TEXT),
        (b'Navn;Timer\n"Bo;3\nC;4\n', Refusal.BROKEN_QUOTES),
        (b"%PDF-1.7 ...", Refusal.OTHER_FORMAT),
        (b"<html><table>", Refusal.OTHER_FORMAT),
        (b"\xef\xbb\xbf\r\n<HTML><body><table>", Refusal.OTHER_FORMAT),
        ("<table><tr><td>Sagsnr;Navn".encode("utf-16"), Refusal.OTHER_FORMAT),
        (b'{\n  "format": "sikkerplan-unit/1"', Refusal.OTHER_FORMAT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Refusal.OLD_FORMAT),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            Refusal.ENCRYPTED,
        ),
        (b"PK\x03\x04 and nothing more", Refusal.DAMAGED),
        (b"Navn\n" + b"x" * (limits.MOST_LETTERS + 1), Refusal.CELL_TOO_LONG),
        (b"Navn\n" + b"x\n" * (MOST_ROWS + 1), Refusal.TOO_MANY_ROWS),
        (b";".join([b"x"] * (limits.MOST_COLUMNS + 1)), Refusal.TOO_MANY_COLUMNS),
        (bytes(MOST_BYTES + 1), Refusal.TOO_LARGE),
    ],
    ids=range(18),
)
def test_what_holds_no_table_says_why(content: bytes, reason: Refusal) -> None:
    assert refusal(content) is reason


def test_a_workbook_cut_short_is_damaged() -> None:
    content = workbook(("Navn",), ("Bo",))

    assert refusal(content[: len(content) // 2]) is Refusal.DAMAGED


def test_a_workbook_of_another_program_is_told() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", "<x/>")

    assert refusal(out.getvalue()) is Refusal.OTHER_FORMAT


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {each} "{f"&{before};" * 50}">' for before, each in zip("abcdef", "bcdefg", strict=True)
    )
    + ']><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    '<c r="A1" t="inlineStr"><is><t>&g;</t></is></c></row></sheetData></worksheet>'
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x>&a;</x></styleSheet>'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(("part", "text"), [("sheet1", LAUGHS), ("styles", OUTSIDE), ("workbook", OUTSIDE)])
def test_entities_are_refused(part: str, text: str, encoding: str) -> None:
    hostile = repacked(workbook(("Navn",), ("Bo",)), **{part: text.encode(encoding)})

    assert refusal(hostile) is Refusal.UNSAFE


def test_a_bomb_is_refused_before_it_is_unpacked_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_UNPACKED", 1_000_000)
    bomb = repacked(WHOLE, sheet1=b" " * 2_000_000)

    assert len(bomb) < 20_000
    assert refusal(bomb) is Refusal.UNSAFE


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    bomb = bytearray(repacked(WHOLE, sheet1=b" " * 2_000_000))
    size = struct.pack("<I", 2_000_000)
    while (at := bomb.find(size)) >= 0:
        bomb[at : at + 4] = struct.pack("<I", 10)

    assert refusal(bytes(bomb)) in (Refusal.UNSAFE, Refusal.DAMAGED)


def test_rows_far_down_are_not_counted_up_to() -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<dimension ref="A1:XFD1048576"/>'
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Navn</t></is></c></row>'
        '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Bo</t></is></c></row></sheetData></worksheet>'
    )
    hostile = repacked(workbook(("Navn",), ("Bo",)), sheet1=sheet.encode())

    assert refusal(hostile) is Refusal.TOO_MANY_ROWS


def test_macros_links_and_everything_else_is_not_even_opened() -> None:
    content = repacked(
        workbook(("Navn",), ("Bo",)),
        xl__vbaProject_bin=b"not a macro",
        xl__externalLinks__externalLink1_xml=b"<not xml",
        xl__drawings__drawing1_xml=LAUGHS.encode(),
    )

    (table,) = read_file(content)

    assert table.lines[0].cells == ("Bo",)


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_give_a_table_or_a_reason(content: bytes) -> None:
    with suppress(NoTable):
        assert all(table.heads for table in read_file(content))


@settings(max_examples=40)
@given(st.data())
def test_any_damage_to_a_workbook_gives_a_table_or_a_reason(data: st.DataObject) -> None:
    content = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(NoTable):
        assert all(table.heads for table in read_file(bytes(content)))
