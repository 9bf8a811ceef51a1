"""What is copied for a spreadsheet holds nothing that it would run."""

from __future__ import annotations

import pytest

from desktop.services.spreadsheet_text import spreadsheet_cell, tab_separated


@pytest.mark.parametrize("text", ["=1+1", "+45 12", "-2", "@SUM(A1)", " \t=1", "＝1"])
def test_a_formula_becomes_text(text: str) -> None:
    assert spreadsheet_cell(text) == f"'{text.strip()}"


@pytest.mark.parametrize("text", ["Bo = Ib", "12", "", "a-b"])
def test_other_text_stays(text: str) -> None:
    assert spreadsheet_cell(text) == text


def test_a_cell_never_breaks_its_row() -> None:
    assert tab_separated([["a\tb", "c\nd"], ["e", "f"]]) == "a b\tc d\ne\tf"
