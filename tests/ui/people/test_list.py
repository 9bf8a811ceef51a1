"""The list of people: one line above it, what leaves people out, and hours that nobody knows yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.qt.language import Language
from desktop.ui.main_window import MainWindow
from desktop.ui.people.page import PeoplePage
from tests.ui.kit import Bench
from tests.ui.people.kit import people_page

OpenWindow = Callable[..., MainWindow]


@pytest.mark.parametrize("wide", [960, 1000, 1280])
@pytest.mark.parametrize("code", ["da", "en"])
def test_one_line_stands_above_the_list(
    planned: MainWindow, language: Language, code: str, wide: int
) -> None:
    language.install(code)
    page = people_page(planned)
    planned.resize(wide, 640)
    planned.show()
    for _ in range(3):
        QCoreApplication.processEvents()
    page = people_page(planned)
    bar = page.list.bar
    controls = (bar.search, bar.filters_button, page.list.columns_button, page.add)
    assert len({control.geometry().center().y() for control in controls}) == 1
    assert all(control.geometry().right() <= bar.width() for control in controls)


def test_a_filter_is_chosen_by_keys_and_taken_away_by_its_words(planned: MainWindow) -> None:
    page = people_page(planned)
    planned.show()
    bar = page.list.bar
    bar.filters_button.setFocus()
    QTest.keyClick(bar.filters_button, Qt.Key.Key_Space)
    assert QApplication.activePopupWidget() is bar.card
    assert QApplication.focusWidget() is bar.boxes["level"]
    bar.choose("state", "With the unit")
    bar.choose("level", "Level 1")
    QTest.keyClick(bar.boxes["level"], Qt.Key.Key_Escape)
    assert not bar.card.isVisible()
    assert bar.filters_button.hasFocus()
    assert bar.filters_button.text() == "Filters (2)"
    chip = next(each for each in bar.findChildren(QPushButton) if each.text().startswith("Level 1"))
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert bar.boxes["level"].currentText() == "All"
    assert bar.filters_button.text() == "Filters (1)"
    assert bar.filters_button.hasFocus()


def test_filters_are_there_again_in_the_next_window(bench: Bench, open_window: OpenWindow) -> None:
    bench.keep_plan()
    bar = people_page(open_window(bench)).list.bar
    bar.choose("due", "Level runs out or has run out")
    bar.choose("group", "Gruppe 1")
    again = people_page(open_window(bench)).list.bar
    assert again.boxes["due"].currentText() == "Level runs out or has run out"
    assert again.boxes["group"].currentText() == "All"


def test_escape_empties_the_search(planned: MainWindow) -> None:
    page = people_page(planned)
    page.list.bar.search.setText("Bo")
    QTest.keyClick(page.list.bar.search, Qt.Key.Key_Escape)
    assert page.list.bar.count.text() == "4 in all"


def test_hours_of_a_week_without_a_plan_are_not_told_as_none(bench: Bench, open_window: OpenWindow) -> None:
    page = people_page(open_window(bench))
    model = page.list.model
    column = model.column_of("hours")
    assert column is not None
    shown = {row.id: model.columns[column].shown(row) for row in map(model.row_at, range(model.rowCount()))}
    assert shown == {"c1": "? of 20", "c2": "6 + ? of 20", "c3": "? of 20", "c4": "? of unknown"}
    page.list.choose("c1")
    assert "? of 20 hours in week 48" in page.person.facts.text()
    assert "not planned yet" in page.person.facts.text()


def test_what_was_done_for_many_is_not_told_once_it_is_undone(planned: MainWindow) -> None:
    page = people_page(planned)
    planned.show()
    page.list.choose("c1", "c2")
    page.bulk.action.setCurrentIndex(page.bulk.action.findText("Add to a conflict group"))
    assert page.bulk.form is not None
    page.bulk.form.fields["group"].set_value("g2")
    page.bulk.apply.click()
    assert page.bulk.told.isVisible()
    planned.menus.undo.trigger()
    assert not page.bulk.told.isVisible()


def menu_of(page: PeoplePage) -> dict[str, QAction]:
    menu = page.list.row_menu()
    return {each.text().partition("\t")[0].replace("&", ""): each for each in menu.actions()}


def test_a_menu_does_for_the_chosen_rows_what_the_keys_do(planned: MainWindow) -> None:
    page = people_page(planned)
    planned.show()
    page.list.choose("c2")
    assert not menu_of(page)["Open the person's sheets"].isSeparator()
    menu_of(page)["Copy"].trigger()
    assert "Bo Bertelsen" in QGuiApplication.clipboard().text()
    menu_of(page)["Choose all"].trigger()
    assert page.side.currentWidget() is page.bulk
    assert "Change 4 people together …" in menu_of(page)
    menu_of(page)["Add person …"].trigger()
    assert page.side.currentWidget() is page.new


def test_hours_are_decided_for_several_and_undone_as_one(planned: MainWindow) -> None:
    page = people_page(planned)
    planned.show()
    editing = planned.context.editing
    before = editing.unit()
    page.list.choose("c1", "c2")
    page.bulk.action.setCurrentIndex(page.bulk.action.findText("Decide weekly hours"))
    form = page.bulk.form
    assert form is not None
    for name, value in (("weekly_minutes", 600), ("daily_minutes", 180), ("decided_by", "Leder")):
        form.fields[name].set_value(value)
    page.bulk.apply.click()
    assert page.bulk.told.text().startswith("Done for 2 people.")
    assert [each.caps[-1].weekly_minutes for each in editing.unit().citizens[:2]] == [600, 600]
    planned.menus.undo.trigger()
    assert editing.unit() == before


def test_hours_are_not_decided_for_several_while_names_are_concealed(planned: MainWindow) -> None:
    page = people_page(planned)
    planned.show()
    before = planned.context.editing.unit()
    planned.menus.conceal.trigger()
    page.list.choose("c1", "c2")
    page.bulk.action.setCurrentIndex(page.bulk.action.findText("Decide weekly hours"))
    form = page.bulk.form
    assert form is not None
    for name, value in (("weekly_minutes", 600), ("daily_minutes", 180), ("decided_by", "Leder")):
        form.fields[name].set_value(value)
    page.bulk.apply.click()
    assert "Names are concealed" in page.bulk.told.text()
    planned.menus.conceal.trigger()
    assert planned.context.editing.unit() == before


def test_two_of_one_name_are_told_apart_among_the_chosen(planned: MainWindow) -> None:
    page = people_page(planned)
    editing = planned.context.editing
    bo = next(each for each in editing.unit().citizens if each.id == "c2")
    dan = next(each for each in editing.unit().citizens if each.id == "c4")
    editing.save("person_saved", [replace(dan, name=bo.name)])
    page.list.choose("c2", "c3")
    assert "Bo Bertelsen · sag-c2" in page.bulk.who.text()


def test_enter_on_cancel_cancels(planned: MainWindow) -> None:
    page = people_page(planned)
    planned.show()
    planned.activateWindow()
    before = len(planned.context.editing.unit().citizens)
    page.add.setFocus()
    QTest.keyClick(page.add, Qt.Key.Key_Return)
    assert page.side.currentWidget() is page.new
    page.new.form.fields["name"].set_value("Ny Nielsen")
    page.new.form.fields["case_number"].set_value("sag-9")
    page.new.cancel_button.setFocus()
    QTest.keyClick(page.new.cancel_button, Qt.Key.Key_Return)
    assert page.side.currentWidget() is not page.new
    assert len(planned.context.editing.unit().citizens) == before
