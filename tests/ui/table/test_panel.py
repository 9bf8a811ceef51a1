"""Working in a table: keyboard, choice, copying, columns, filters, and what is remembered of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from desktop.qt.settings import Settings
from desktop.ui.table.columns import Column
from desktop.ui.table.panel import TablePanel
from tests.ui.table.kit import FILTERS, PEOPLE, Person, many, panel

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> TablePanel[Person]:
    made = panel(tmp_path)
    qtbot.addWidget(made)
    made.set_rows(PEOPLE)
    made.show()
    qtbot.waitExposed(made)
    made.view.setFocus()
    return made


@pytest.fixture
def clipboard() -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def chosen(table: TablePanel[Person]) -> list[str]:
    return [one.id for one in table.selected()]


def shown(table: TablePanel[Person]) -> list[str]:
    return [column.key for column in table.view.columns.shown()]


def actions(menu: QMenu) -> dict[str, QAction]:
    found = {action.text(): action for action in menu.actions()}
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found |= {f"{action.text()}/{text}": each for text, each in actions(inner).items()}
    return found


def test_the_keyboard_reaches_every_row(table: TablePanel[Person]) -> None:
    # In English: =SUM(A1), Ærtholm, Ågård, Østergaard, Zoe.
    view = table.view
    QTest.keyClick(view, Qt.Key.Key_End)
    assert chosen(table) == ["p2"]
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert chosen(table) == ["p3"]
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert chosen(table) == ["p4", "p1"]
    QTest.keyClick(view, Qt.Key.Key_A, CTRL)
    assert len(chosen(table)) == 5
    QTest.keyClick(view, Qt.Key.Key_Z)
    assert chosen(table) == ["p2"]


def test_enter_opens_and_delete_asks(table: TablePanel[Person], qtbot: QtBot) -> None:
    table.choose("p1", "p4")
    with qtbot.waitSignal(table.view.remove_asked) as removed:
        QTest.keyClick(table.view, Qt.Key.Key_Delete)
    assert removed.args == [[PEOPLE[4], PEOPLE[1]]]
    with qtbot.waitSignal(table.activated) as opened:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [PEOPLE[1]]


def test_the_menu_key_asks_for_a_menu_of_the_chosen_rows(table: TablePanel[Person], qtbot: QtBot) -> None:
    table.choose("p1")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(table.view.menu_asked) as asked:
        QApplication.sendEvent(table.view.viewport(), event)
    assert asked.args is not None
    assert asked.args[0] == [PEOPLE[1]]


def test_the_arrow_down_leads_from_the_search_to_what_was_found(table: TablePanel[Person]) -> None:
    table.focus_search()
    QTest.keyClicks(table.bar.search, "zoe")
    QTest.keyClick(table.bar.search, Qt.Key.Key_Down)
    assert table.view.hasFocus()
    assert chosen(table) == ["p2"]


@pytest.mark.usefixtures("clipboard")
@pytest.mark.parametrize(("code", "word"), [("en", "Unknown"), ("da", "Ukendt")])
def test_copied_rows_carry_headers_and_no_formulas(
    table: TablePanel[Person], language: Language, code: str, word: str
) -> None:
    language.install(code)
    table.choose("p1", "p3")
    QTest.keyClick(table.view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Name\tLevel\tHours\tReview",
        "'=SUM(A1)\tLevel 3\t3\t2027-01-02",
        f"Ågård, Åse\tLevel 4\t{word}\t{word}",
    ]


def test_choice_and_focus_stay_through_a_reload(table: TablePanel[Person]) -> None:
    table.choose("p1", "p4")
    table.set_rows([*many(200)[5:], *PEOPLE])
    assert sorted(chosen(table)) == ["p1", "p4"]
    assert table.view.current() == PEOPLE[1]
    table.set_rows(PEOPLE[::-1])
    assert sorted(chosen(table)) == ["p1", "p4"]
    table.set_rows([one for one in PEOPLE if one.id != "p1"])
    assert chosen(table) == ["p4"]
    assert table.view.current() is not None
    assert table.view.hasFocus()


def test_the_one_chosen_row_is_told_once_and_anew_when_it_changes(table: TablePanel[Person]) -> None:
    told: list[Person | None] = []
    table.chosen.connect(told.append)
    table.choose("p1")
    table.set_rows(PEOPLE)
    changed = replace(PEOPLE[1], hours=4.0)
    table.set_rows([PEOPLE[0], changed])
    table.choose("p0", "p1")
    assert told == [PEOPLE[1], changed, None]


def test_somebody_the_filters_hide_is_shown_when_asked_for(table: TablePanel[Person]) -> None:
    table.bar.choose("level", "Level 1")
    assert table.choose("p1")
    assert chosen(table) == ["p1"]
    assert not table.choose("nobody")


def test_filters_and_their_count(table: TablePanel[Person], language: Language) -> None:
    assert table.bar.count.text() == "5 in all"
    assert not table.bar.clear_button.isEnabled()
    table.bar.choose("level", "Level 2")
    assert table.bar.count.text() == "2 of 5"
    table.bar.choose("group", "Nord")
    assert table.bar.count.text() == "0 of 5"
    assert table.view.empty_text() == "Nothing matches the search and the filters."
    language.install("da")
    assert table.view.empty_text() == "Intet svarer til søgningen og filtrene."
    table.bar.clear_button.setFocus()
    table.bar.clear_button.click()
    assert table.bar.count.text() == "5 i alt"
    assert table.bar.search.hasFocus()
    table.set_rows([])
    assert table.view.empty_text() == "No people yet."


def test_the_column_menu_does_all_by_keyboard(table: TablePanel[Person]) -> None:
    columns = table.view.columns
    actions(columns.menu())["Group"].trigger()
    assert shown(table) == ["name", "level", "hours", "review", "group"]
    actions(columns.menu())["Move/Group to the left"].trigger()
    assert shown(table) == ["name", "level", "hours", "group", "review"]
    actions(columns.menu())["Sort by/Hours"].trigger()
    actions(columns.menu())["Sort by/Descending"].trigger()
    assert table.view.proxy.row_at(0).id == "p2"
    for title in ("Level", "Hours", "Review", "Group"):
        actions(columns.menu())[title].trigger()
    assert not actions(columns.menu())["Name"].isEnabled()
    actions(columns.menu())["Columns as at first"].trigger()
    assert shown(table) == ["name", "level", "hours", "review"]
    assert columns.sorted_by()[0] == "name"


def test_the_columns_button_opens_the_menu(table: TablePanel[Person], qtbot: QtBot) -> None:
    QTest.keyClick(table.columns_button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Group" in actions(menu)
    menu.close()


def test_columns_and_filters_are_remembered_and_nothing_about_anybody(
    table: TablePanel[Person], qtbot: QtBot, tmp_path: Path
) -> None:
    columns = table.view.columns
    columns.show("group", True)
    columns.move("group", -1)
    columns.show("level", False)
    columns.sort_by("hours", Qt.SortOrder.DescendingOrder)
    table.view.horizontalHeader().resizeSection(0, 222)
    table.bar.choose("level", "Level 2")
    table.bar.choose("group", "Nord")
    table.bar.search.setText("Zoe")
    again = panel(tmp_path)
    qtbot.addWidget(again)
    again.set_rows(PEOPLE)
    assert shown(again) == ["name", "hours", "group", "review"]
    assert again.view.columns.sorted_by() == ("hours", Qt.SortOrder.DescendingOrder)
    assert again.view.columnWidth(0) == 222
    assert again.bar.boxes["level"].currentText() == "Level 2"
    assert again.bar.boxes["group"].currentIndex() == 0
    assert again.bar.words() == ""
    assert again.bar.count.text() == "2 of 5"
    Settings(tmp_path / "sikkerplan.ini").save()
    text = (tmp_path / "sikkerplan.ini").read_text(encoding="utf-8")
    assert "hours" in text
    for private in ("Zoe", "Nord"):
        assert private not in text


def test_a_spoilt_memory_counts_as_none(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "sikkerplan.ini")
    spoilt = [7, {"key": "gone"}, {"key": "name", "width": -3, "visible": "no"}]
    settings.keep_table_state("people", {"columns": spoilt, "sort": "gone"})
    settings.keep_table_state("people.filters", {"level": ["l2"]})
    made = panel(tmp_path)
    qtbot.addWidget(made)
    assert shown(made) == ["name", "level", "hours", "review"]
    assert made.view.columns.sorted_by()[0] == "name"


def test_other_filters_keep_what_is_chosen(table: TablePanel[Person]) -> None:
    table.bar.choose("level", "Level 2")
    table.set_filters(FILTERS[:1])
    assert table.bar.count.text() == "2 of 5"
    assert list(table.bar.boxes) == ["level"]
    table.set_filters([replace(FILTERS[0], options=FILTERS[0].options[:1])])
    assert table.bar.count.text() == "5 in all"


def test_a_column_is_no_narrower_than_its_heading(qtbot: QtBot, tmp_path: Path) -> None:
    title = "A heading of many words in some language"
    narrow = Column[Person]("level", title, lambda one: str(one.level), width=3)
    name = Column[Person]("name", "Name", lambda one: one.name)
    table = TablePanel[Person](
        (narrow, name), lambda one: one.id, name="t", title="T", settings=Settings(tmp_path / "t.ini")
    )
    qtbot.addWidget(table)
    header = table.view.horizontalHeader()
    assert header.sectionSize(0) > header.fontMetrics().horizontalAdvance(title)
