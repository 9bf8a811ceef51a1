"""Four views of one plan: the same sessions by room, by staff, by person and by conflict group."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from desktop.ui.board.modes import Mode
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
