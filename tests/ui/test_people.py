"""The list of people: hours against the cap, what is missing, search."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest

from desktop.qt.language import Language
from desktop.ui.main_window import MainWindow
from desktop.ui.people.panel import PeoplePanel
from desktop.ui.people.table_model import Column
from desktop.ui.words import group_words
from tests.ui.kit import MARKUP, Bench


@pytest.fixture
def people(planned: MainWindow) -> PeoplePanel:
    assert planned.week is not None
    planned.week.splitter.show_panel("people")
    return planned.week.people


def cell(people: PeoplePanel, row: int, column: Column, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    return str(people.proxy.index(row, column).data(role))


def names(people: PeoplePanel) -> list[str]:
    return [cell(people, row, Column.NAME) for row in range(people.proxy.rowCount())]


def hours(people: PeoplePanel) -> dict[str, str]:
    return {name: cell(people, row, Column.HOURS) for row, name in enumerate(names(people))}


def test_everybody_has_hours_against_a_cap(people: PeoplePanel) -> None:
    assert hours(people)["Carl Carlsen"] == "2 of 20"


def test_hours_of_placements_count_and_are_told_apart(people: PeoplePanel) -> None:
    assert hours(people)["Bo Bertelsen"] == "8 of 20"
    row = names(people).index("Bo Bertelsen")
    hint = cell(people, row, Column.NAME, Qt.ItemDataRole.ToolTipRole)
    assert "In placements: 6 hours (Internship)" in hint
    assert "In sessions: 2 hours (1 sessions)" in hint


def test_an_unknown_cap_is_told_as_unknown(people: PeoplePanel) -> None:
    assert hours(people)["Dan Dahl"] == "0 of unknown"


def test_what_is_missing_is_told(people: PeoplePanel) -> None:
    row = names(people).index("Dan Dahl")
    assert cell(people, row, Column.NAME, Qt.ItemDataRole.AccessibleTextRole) == "Dan Dahl, Missing: Jobklub"


def test_search_finds_names_case_numbers_and_groups(people: PeoplePanel) -> None:
    QTest.keyClicks(people.search, "carl")
    assert names(people) == ["Carl Carlsen"]
    people.search.setText("sag-c2")
    assert names(people) == ["Bo Bertelsen"]
    people.search.setText("dahl gruppe")
    assert names(people) == ["Dan Dahl"]
    people.search.setText("nobody")
    assert names(people) == []


def test_only_those_who_miss_something(people: PeoplePanel) -> None:
    people.missing_only.setChecked(True)
    assert names(people) == ["Dan Dahl"]


def test_sorting_by_hours_puts_those_with_most_left_first(people: PeoplePanel) -> None:
    people.table.sortByColumn(Column.HOURS, Qt.SortOrder.AscendingOrder)
    assert names(people)[-1] == "Dan Dahl"
    assert set(names(people)[:2]) == {MARKUP, "Carl Carlsen"}


def test_ctrl_f_leads_to_the_search(planned: MainWindow, people: PeoplePanel) -> None:
    assert planned.week is not None
    planned.week.splitter.show_panel("session")
    planned.menus.search.trigger()
    assert planned.menus.search.shortcut().toString() == "Ctrl+F"
    assert people.search.isVisible()
    assert people.search.hasFocus()


def test_on_a_wide_screen_people_have_their_own_column(planned: MainWindow, people: PeoplePanel) -> None:
    assert planned.week is not None
    planned.resize(1920, 1080)
    assert planned.week.far_side.isAncestorOf(people)
    planned.resize(1280, 720)
    assert planned.week.side.isAncestorOf(people) and planned.week.side.tabText(1) == "People"


def test_a_name_is_never_markup(people: PeoplePanel) -> None:
    document = QTextDocument()
    document.setHtml(cell(people, names(people).index(MARKUP), Column.NAME, Qt.ItemDataRole.ToolTipRole))
    assert MARKUP in document.toPlainText()


def test_a_group_that_is_not_on_record_is_unknown_and_not_none() -> None:
    assert group_words(["Nord", "Syd"]) == "Nord and Syd"
    assert group_words([]) == "conflict group unknown"


def test_danish_letters_come_last_in_danish(
    bench: Bench, open_window: Callable[..., MainWindow], language: Language
) -> None:
    ordered = ("Zoe", "Ærtholm", "Østergaard", "Åkjær")
    people = bench.planning.prepare(bench.week).unit.citizens
    bench.store.put(*(replace(one, name=name) for one, name in zip(people, reversed(ordered), strict=True)))
    language.install("da")
    window = open_window(bench)
    assert window.week is not None
    assert tuple(names(window.week.people)) == ordered
    window.week.people.table.sortByColumn(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert tuple(names(window.week.people)) == ordered[::-1]
