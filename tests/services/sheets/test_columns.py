"""Headings tell columns, in Danish and English; what is remembered of them is nobody's data."""

from __future__ import annotations

import pytest

from desktop.services.sheets.columns import (
    COLUMNS,
    Kind,
    guessed,
    looks_like_data,
    without,
    worth_remembering,
)


def test_headings_are_understood_whatever_their_case_and_signs() -> None:
    heads = ("SAGSNR.", "Borger", "Timer / uge", "", "Trusselsniveau (1-4)", "Sko")

    assert guessed(Kind.PEOPLE, heads, {}) == {0: "case_number", 1: "name", 2: "weekly_hours", 4: "level"}


def test_no_column_is_told_twice() -> None:
    assert guessed(Kind.GROUPS, ("Navn", "Name"), {}) == {0: "name"}


def test_what_was_chosen_before_is_chosen_again() -> None:
    remembered = {"kvote": "weekly_hours", "navn": ""}

    assert guessed(Kind.PEOPLE, ("Kvote", "Navn"), remembered) == {0: "weekly_hours"}


@pytest.mark.parametrize("kind", Kind)
def test_what_a_row_is_known_by_must_be_told(kind: Kind) -> None:
    needed = tuple(column.key for column in COLUMNS[kind] if column.needed)

    assert without(kind, {}) == needed
    assert needed


def test_a_first_row_of_values_is_no_headings() -> None:
    assert looks_like_data(("Eva Holm", "01-12-2026"))
    assert looks_like_data(("Eva Holm", "37,5"))
    assert not looks_like_data(("Navn", "Timer", ""))


def test_only_headings_are_remembered() -> None:
    heads = ("Kvote", "Eva Holm", "S-9", "Navn")
    mapping = {0: "weekly_hours", 1: "name", 2: "case_number"}

    assert worth_remembering(Kind.PEOPLE, heads, mapping, ["Eva Holm"]) == {
        "kvote": "weekly_hours",
        "navn": "",
    }


@pytest.mark.parametrize(
    "row", [("Noor Nyborg", "Sorte Ravne", "gul"), ("Noor Nyborg", "mandag", "01-12-2026"), ("Ravnene",)]
)
def test_of_a_table_without_headings_nothing_is_remembered(row: tuple[str, ...]) -> None:
    mapping = dict(enumerate(("name", "groups", "level")[: len(row)]))

    assert worth_remembering(Kind.PEOPLE, row, mapping, ["Eva Holm"]) == {}
