"""Four views of one plan: the same sessions by room, by staff, by person and by conflict group."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from desktop.ui.board.lane_heads import LaneHead
from desktop.ui.board.modes import Mode
from desktop.ui.board.session_button import SessionButton
from desktop.ui.main_window import MainWindow
from tests.ui.kit import Bench
from tests.ui.week.kit import button, page_of

TEXTS = {
    "en": ["Rooms", "Staff", "People", "Groups"],
    "da": ["Lokaler", "Medarbejdere", "Borgere", "Grupper"],
}


def lanes(window: MainWindow) -> list[str]:
    sheet = page_of(window).board.view.canvas.sheet
    assert sheet is not None
    return [column.name for column, _, _ in sheet.lanes()]


@pytest.mark.parametrize("code", ["en", "da"])
def test_every_view_shows_the_plan_in_every_language(
    bench: Bench, open_window: Callable[..., MainWindow], language: Language, code: str
) -> None:
    language.install(code)
    bench.keep_plan()
    window = open_window(bench)
    board = page_of(window).board
    assert [board.modes.button(at).text() for at in range(4)] == TEXTS[code]
    for at, mode in enumerate(Mode):
        board.modes.button(at).click()
        assert board.mode is mode
        sheet = board.view.canvas.sheet
        assert sheet is not None
        assert {block.session for block in sheet.blocks} - {""} == {"n1", "n2", "n3"}


def test_keys_turn_to_a_view(planned: MainWindow, qtbot: QtBot) -> None:
    planned.activateWindow()
    qtbot.waitActive(planned)
    QTest.keyClick(
        planned, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    qtbot.waitUntil(lambda: page_of(planned).board.mode is Mode.STAFF)
    assert lanes(planned) == ["Medarbejder", "Underviser"]


def test_a_session_stands_with_everybody_who_serves_in_it(planned: MainWindow) -> None:
    page_of(planned).board.show_mode(Mode.STAFF)
    canvas = page_of(planned).board.view.canvas
    assert [each.session for each in canvas.buttons()].count("n2") == 2


def test_a_person_is_searched_for_among_many_lanes(planned: MainWindow) -> None:
    board = page_of(planned).board
    board.show_mode(Mode.PEOPLE)
    board.view.horizontalScrollBar().setValue(0)
    board.people_bar.search.setText("carl")
    assert board.view.horizontalScrollBar().value() > 0


def test_people_of_one_group_alone(planned: MainWindow) -> None:
    board = page_of(planned).board
    board.show_mode(Mode.PEOPLE)
    board.people_bar.shown.setCurrentText("Gruppe 2")
    assert lanes(planned) == ["Carl Carlsen", "Dan Dahl"]
    board.people_bar.search.setText("Bo Bertelsen")
    assert "Bo Bertelsen" in lanes(planned)


def test_the_chosen_session_stays_chosen_in_every_view(planned: MainWindow) -> None:
    planned.desk.choose("n2")
    for mode in (Mode.STAFF, Mode.PEOPLE, Mode.GROUPS, Mode.ROOMS):
        page_of(planned).board.show_mode(mode)
        assert button(planned, "n2").isChecked()


def test_the_view_is_looked_at_again_after_the_lock(planned: MainWindow) -> None:
    page = page_of(planned)
    page.board.show_mode(Mode.GROUPS)
    view = page.view()
    page.board.show_mode(Mode.ROOMS)
    page.show_view(view)
    assert page.board.mode is Mode.GROUPS


def test_a_locked_session_is_told_to_a_screen_reader(planned: MainWindow) -> None:
    page_of(planned).hand.lock_session("n1", "Aftalt")
    assert button(planned, "n1").accessibleName().endswith(", locked")


def lane_heads(window: MainWindow) -> list[LaneHead]:
    board = page_of(window).board
    board.show_mode(Mode.GROUPS)
    return board.view.lanes.heads


def test_a_groups_lane_says_who_is_there_when_and_what_keeps_it_clear(planned: MainWindow) -> None:
    """What the picture shows, to whoever can not see it."""
    heads = {each.accessibleName(): each.accessibleDescription() for each in lane_heads(planned)}
    sheet = page_of(planned).board.view.canvas.sheet
    assert sheet is not None
    assert len(heads) == len(sheet.columns)
    there = heads["Gruppe 2, Tuesday 24 November"]
    assert there.startswith("There: 09:00–11:00 Jobklub (Lokale 1): Carl Carlsen; ")
    away = heads["Gruppe 1, Tuesday 24 November"]
    assert away.startswith("Nobody of the lane is there. Kept clear: ")
    assert "08:30–09:00: empty, 30 min between rivals; 09:00–11:00: Gruppe 2; " in away
    assert heads["Gruppe 1, Friday 27 November"] == (
        "Nobody of the lane is there. Nothing keeps the lane clear."
    )


def test_lanes_of_rooms_have_no_heads_of_their_own(planned: MainWindow) -> None:
    lane_heads(planned)
    page_of(planned).board.show_mode(Mode.ROOMS)
    assert not page_of(planned).board.view.lanes.heads


def test_a_groups_lanes_are_reached_with_the_keys(planned: MainWindow, qtbot: QtBot) -> None:
    planned.activateWindow()
    qtbot.waitActive(planned)
    heads = lane_heads(planned)
    assert [each.focusPolicy() for each in heads].count(Qt.FocusPolicy.StrongFocus) == 1
    heads[0].setFocus()
    for _ in heads[1:]:
        QTest.keyClick(QApplication.focusWidget() or planned, Qt.Key.Key_Right)
    assert heads[-1].hasFocus()
    view = page_of(planned).board.view
    assert view.viewport().rect().contains(heads[-1].geometry().center())
    qtbot.waitUntil(lambda: heads[-1].accessibleDescription() in QToolTip.text())
    tuesday = next(each for each in heads if each.accessibleName().startswith("Gruppe 2, Tuesday"))
    tuesday.setFocus()
    QTest.keyClick(tuesday, Qt.Key.Key_Return)
    reached = QApplication.focusWidget()
    assert isinstance(reached, SessionButton)
    assert (reached.session, reached.column) == ("n2", tuesday.column)


def test_a_groups_lane_is_told_in_danish(
    bench: Bench, open_window: Callable[..., MainWindow], language: Language
) -> None:
    language.install("da")
    bench.keep_plan()
    heads = {each.accessibleName(): each.accessibleDescription() for each in lane_heads(open_window(bench))}
    assert heads["Gruppe 2, tirsdag 24. november"].startswith("Til stede: 09:00–11:00 Jobklub")
    assert heads["Gruppe 1, tirsdag 24. november"].startswith(
        "Ingen fra rækken er til stede. Holdes fri: 08:30–09:00: tomt, 30 min. mellem rivaler; "
    )
