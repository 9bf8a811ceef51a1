"""Tab leads through a page in the order in which it is read, and past nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.acute.kinds import Kind
from desktop.ui.acute.page import AcutePage
from desktop.ui.board.lane_heads import LaneHead
from desktop.ui.board.modes import Mode
from desktop.ui.board.session_button import SessionButton
from desktop.ui.forms.choice_fields import ManyField
from desktop.ui.main_window import MainWindow
from desktop.ui.page import Page
from desktop.ui.people.sections.entry_list import EntryList
from desktop.ui.records.page import RecordsPage
from tests.ui.people.kit import people_page

MANY = 200


def show(window: MainWindow, key: str) -> Page:
    """Turns to a page of a window that has the keyboard."""
    assert window.shell is not None
    window.show()
    window.activateWindow()
    window.shell.show_page(key)
    for _ in range(5):
        QCoreApplication.processEvents()
    return window.shell.page(key)


def walk(window: MainWindow, key: str) -> list[QWidget]:
    """What Tab leads to, from the page's button on the rail until it is back there."""
    assert window.shell is not None
    for _ in range(5):
        QCoreApplication.processEvents()
    home = window.shell.rail.button(key)
    home.setFocus()
    found: list[QWidget] = []
    for _ in range(MANY):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        assert at is not None
        if at is home:
            return found
        found.append(at)
    raise AssertionError("Tab does not come back")


def test_on_the_acute_day_the_fields_come_before_record(planned: MainWindow) -> None:
    page = show(planned, "acute")
    assert isinstance(page, AcutePage)
    page.tell.choose(Kind.ILLNESS)
    form = page.tell.form
    assert form is not None
    stops = walk(planned, "acute")
    inside = [at for at, stop in enumerate(stops) if form.isAncestorOf(stop)]
    assert stops[inside[0]] is form.fields["person"].focus
    assert stops[inside[-1] + 1 :][:2] == [page.tell.record, page.tell.cancel]
    assert any(stop.property("text") == "Tomorrow" for stop in stops)


def test_a_records_fields_come_before_its_buttons(planned: MainWindow) -> None:
    page = show(planned, "resources")
    assert isinstance(page, RecordsPage)
    page.show_tab("rooms")
    panel = page.panel("rooms")
    panel.open("r1")
    assert panel.form is not None
    panel.form.fields["name"].set_value("Another")
    stops = walk(planned, "resources")
    fields = [at for at, stop in enumerate(stops) if panel.form.isAncestorOf(stop)]
    buttons = [panel.save_button, panel.revert, panel.remove_button]
    assert stops[fields[-1] + 1 :][:3] == buttons


def test_the_days_and_a_session_come_before_the_panels_beside_the_board(planned: MainWindow) -> None:
    show(planned, "week")
    week = planned.week
    assert week is not None
    stops = walk(planned, "week")
    day = stops.index(week.board.day_row.group.button(week.board.day_row.day))
    session = next(at for at, stop in enumerate(stops) if stop in week.board.view.canvas.buttons())
    assert day < session < stops.index(week.side.tabBar())


def test_a_search_above_a_list_of_choices_is_not_passed_over(planned: MainWindow) -> None:
    holder = QWidget(planned)
    field = ManyField([(number, f"Choice {number}") for number in range(20)], none="Any", parent=holder)
    field.set_value(())
    field.set_label("Many")
    holder.resize(300, 300)
    planned.show()
    holder.show()
    planned.activateWindow()
    field.none.setFocus()
    seen = []
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget() or planned, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [field.search, field.list]


@pytest.mark.parametrize("key", ["week", "people", "conflicts", "levels", "resources", "acute"])
def test_the_keyboard_does_not_stay_on_the_button_of_another_page(planned: MainWindow, key: str) -> None:
    show(planned, "start")
    assert planned.shell is not None
    planned.shell.rail.button("start").setFocus()
    planned.shell.show_page(key)
    assert QApplication.focusWidget() is planned.shell.rail.button(key)


def test_an_open_line_of_a_persons_list_is_left_by_its_own_buttons(planned: MainWindow) -> None:
    show(planned, "people")
    page = people_page(planned)
    page.list.view.selectRow(1)
    page.person.open_sheet("times")
    QCoreApplication.processEvents()
    entries = next(each for each in page.person.sections() if isinstance(each, EntryList))
    entries.add.click()
    QCoreApplication.processEvents()
    form = entries.editor.form
    assert form is not None
    stops = walk(planned, "people")
    inside = [at for at, stop in enumerate(stops) if form.isAncestorOf(stop)]
    assert inside
    after = stops[inside[-1] + 1 :]
    assert after.index(entries.editor.save_button) <= 1


def test_the_keyboard_is_not_lost_when_the_window_is_built_anew(planned: MainWindow) -> None:
    show(planned, "people")
    before = planned.shell
    planned._build()
    assert planned.shell is not None
    assert planned.shell is not before
    assert QApplication.focusWidget() is planned.shell.rail.button("people")


def test_a_key_leads_into_the_form_wherever_the_keyboard_was(planned: MainWindow, qtbot: QtBot) -> None:
    """The button that had the keyboard goes: what is typed next must not reach another button."""
    assert planned.shell is not None
    planned.activateWindow()
    qtbot.waitActive(planned)
    planned.shell.show_page("acute")
    page = planned.shell.page("acute")
    assert isinstance(page, AcutePage)
    for before, kind in ((Kind.RIVALRY, Kind.THREAT), (Kind.RELEASED, Kind.RIVALRY)):
        page.tell.kinds[before].setFocus()
        QTest.keyClick(page.tell.kinds[before], Qt.Key.Key_1 if kind is Kind.RIVALRY else Qt.Key.Key_2)
        for _ in range(5):
            QCoreApplication.processEvents()
        assert page.tell.form is not None
        focus = QApplication.focusWidget()
        assert focus is not None
        assert page.tell.form.isAncestorOf(focus)
        assert not any(field.fault.text() for field in page.tell.form.fields.values())
        QTest.keyClick(focus, Qt.Key.Key_Escape)
        for _ in range(5):
            QCoreApplication.processEvents()
        assert page.tell.kinds[kind].hasFocus()


def test_the_lanes_of_the_groups_come_between_the_days_and_a_session(planned: MainWindow) -> None:
    show(planned, "week")
    assert planned.week is not None
    board = planned.week.board
    board.show_mode(Mode.GROUPS)
    stops = walk(planned, "week")
    heads = [at for at, stop in enumerate(stops) if isinstance(stop, LaneHead)]
    sessions = [at for at, stop in enumerate(stops) if isinstance(stop, SessionButton)]
    days = [at for at, stop in enumerate(stops) if stop in board.days.buttons()]
    assert len(heads) == len(sessions) == 1
    assert days[-1] < heads[0] < sessions[0]
