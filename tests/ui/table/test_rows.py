"""Rows: their order, what of them is found, and that a reload changes no more than it must."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from desktop.ui.table.columns import Column
from desktop.ui.table.model import ROW_ROLE, RowsTableModel
from desktop.ui.table.panel import TablePanel
from desktop.ui.table.proxy import RowsProxy
from desktop.ui.widgets.searching import fold
from tests.ui.kit import MARKUP
from tests.ui.table.kit import COLUMNS, PEOPLE, Person, panel

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> TablePanel[Person]:
    made = panel(tmp_path)
    qtbot.addWidget(made)
    made.set_rows(PEOPLE)
    made.show()
    return made


def ids(table: TablePanel[Person]) -> list[str]:
    proxy = table.view.proxy
    return [proxy.row_at(place).id for place in range(proxy.rowCount())]


def test_danish_letters_come_last_in_danish(qtbot: QtBot, tmp_path: Path, language: Language) -> None:
    language.install("da")
    table = panel(tmp_path)
    qtbot.addWidget(table)
    table.set_rows(PEOPLE)
    assert ids(table) == ["p3", "p2", "p4", "p0", "p1"]


@pytest.mark.parametrize(
    ("order", "expected"), [(UP, ["p3", "p4", "p0", "p2"]), (DOWN, ["p2", "p0", "p4", "p3"])]
)
def test_what_is_unknown_comes_last_in_both_directions(
    table: TablePanel[Person], order: Qt.SortOrder, expected: list[str]
) -> None:
    table.view.columns.sort_by("hours", order)
    assert ids(table) == [*expected, "p1"]


@pytest.mark.parametrize(("code", "word"), [("en", "Unknown"), ("da", "Ukendt")])
def test_what_is_unknown_is_told(table: TablePanel[Person], language: Language, code: str, word: str) -> None:
    language.install(code)
    index = table.model.index(1, 2)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        assert index.data(role) == word
    assert index.data(ROW_ROLE) == PEOPLE[1]


def test_every_word_must_be_found_without_case_or_accents(table: TablePanel[Person]) -> None:
    for words, found in (
        ("RENE aertholm", ["p4"]),
        ("Aagaard", ["p1"]),
        ("level", ["p0", "p1", "p2", "p3", "p4"]),
        ("level zoe", ["p2"]),
        ("unknown ase", ["p1"]),
        ("nord", []),
    ):
        table.bar.search.setText(words)
        assert sorted(ids(table)) == found, words


def test_the_search_looks_at_the_columns_that_are_shown(table: TablePanel[Person]) -> None:
    table.bar.search.setText("nord")
    assert ids(table) == []
    table.view.columns.show("group", True)
    assert sorted(ids(table)) == ["p0", "p3"]


def test_folding_keeps_letters_apart_that_are_not_alike() -> None:
    assert fold("Ærø") == "aero"
    assert fold("Łódź") == "lodz"
    assert fold("Bo") != fold("By")


def test_a_name_is_never_markup(table: TablePanel[Person]) -> None:
    table.set_rows([replace(PEOPLE[0], name=MARKUP)])
    document = QTextDocument()
    document.setHtml(table.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert document.toPlainText() == MARKUP


def test_two_rows_of_one_key_are_refused(table: TablePanel[Person]) -> None:
    with pytest.raises(ValueError, match="same key"):
        table.set_rows([PEOPLE[0], PEOPLE[0]])


def test_a_reload_of_the_same_rows_tells_nothing(table: TablePanel[Person], qtbot: QtBot) -> None:
    model = table.model
    told = (model.dataChanged, model.rowsInserted, model.rowsRemoved, model.layoutChanged, model.modelReset)
    heard: list[str] = []
    for signal in told:
        signal.connect(lambda *_: heard.append("told"))
    table.set_rows([replace(one) for one in PEOPLE])
    assert heard == []
    table.set_rows([replace(PEOPLE[0], hours=1), *PEOPLE[1:]])
    assert heard == ["told"]


Rows = st.lists(
    st.tuples(st.integers(0, 120), st.none() | st.integers(0, 9)), unique_by=lambda row: row[0], max_size=120
)


@given(Rows, Rows, st.sampled_from([UP, DOWN]))
def test_any_reload_ends_as_if_it_were_the_first(
    before: list[tuple[int, int | None]], after: list[tuple[int, int | None]], order: Qt.SortOrder
) -> None:
    columns = (Column[tuple[int, int | None]]("n", "N", lambda row: str(row[1]), sort=lambda row: row[1]),)
    shown = []
    for steps in ((before, after), (after,)):
        model = RowsTableModel(columns, lambda row: str(row[0]))
        proxy = RowsProxy(model)
        proxy.show_only("", lambda row: row[0] % 5 != 0)
        proxy.sort(0, order)
        for rows in steps:
            model.set_rows(rows)
        assert model.rows() == after
        shown.append([proxy.row_at(place)[1] for place in range(proxy.rowCount())])
    assert shown[0] == shown[1]


def test_columns_are_told_by_their_titles() -> None:
    model = RowsTableModel(COLUMNS, lambda one: one.id)
    titles = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert titles == ["Name", "Level", "Hours", "Review", "Group"]
