"""Headings below a title are found; what stands above them is not taken for rows."""

from __future__ import annotations

from desktop.services.sheets.columns import Kind
from desktop.services.sheets.heads import headed
from tests.services.sheets.kit import seen, table_of
from tests.services.small_unit import UNIT

TITLED = """
    Borgerliste uge 48;;
    udskrevet af Eva;;

    Sagsnr.;Navn;Tilmeldt fra
    S-1;Eva Holm;01-12-2026
"""


def test_a_title_above_the_headings_is_left_out() -> None:
    found = headed(Kind.PEOPLE, table_of(TITLED), {})

    assert found.row == 4
    assert [row.subject for row in seen(UNIT, Kind.PEOPLE, found.table).rows] == ["Eva Holm"]
    assert [row.number for row in seen(UNIT, Kind.PEOPLE, found.table).rows] == [5]


def test_the_first_row_stays_the_headings_where_it_may_be_them() -> None:
    table = table_of("Sagsnr;Navn\nNavn;Sagsnummer\nS-1;Eva")

    assert headed(Kind.PEOPLE, table, {}).row is None


def test_headings_that_nobody_knows_are_left_to_whoever_reads_them() -> None:
    table = table_of("Kvote;Hvem\n3;Eva\n4;Bo")

    assert headed(Kind.PEOPLE, table, {}).table == table
