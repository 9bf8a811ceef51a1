"""What the app copied is taken off the clipboard; what others put there stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
import shiboken6
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from desktop.qt.clipboard import MARK, NO_HISTORY, ClipboardGuard

# What the offscreen platform says of itself is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NAME = "Hemmelig Hansen"


class Board:
    """The clipboard with its guard, and whether this process owns it."""

    def __init__(self) -> None:
        self.clipboard = QGuiApplication.clipboard()
        self.clipboard.clear()
        self.ours = True
        self.guard = ClipboardGuard(self.clipboard, lambda mode: self.ours)

    def others_copy(self, text: str) -> None:
        self.ours = False
        self.clipboard.setText(text)


@pytest.fixture
def board(qapp: QApplication) -> Iterator[Board]:
    made = Board()
    yield made
    shiboken6.delete(made.guard)
    made.clipboard.clear()


def field() -> QWidget:
    edit = QLineEdit(NAME)
    edit.selectAll()
    return edit


def text() -> QWidget:
    label = QLabel(NAME)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    label.setSelection(0, len(NAME))
    return label


def table() -> QWidget:
    view = QListView()
    view.setModel(QStringListModel([NAME], view))
    view.setCurrentIndex(view.model().index(0, 0))
    return view


@pytest.mark.parametrize("make", [field, text, table])
def test_what_is_copied_from_any_widget_is_taken_off_again(board: Board, qtbot: QtBot, make: object) -> None:
    assert callable(make)
    widget = make()
    qtbot.addWidget(widget)
    widget.show()
    QTest.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert board.clipboard.text() == NAME
    board.guard.clear()
    assert board.clipboard.text() == ""


def test_a_copy_is_marked_so_that_no_history_keeps_it(board: Board) -> None:
    board.clipboard.setText(NAME)
    held = board.clipboard.mimeData()
    assert held.text() == NAME
    for kind in (MARK, *NO_HISTORY):
        assert held.hasFormat(kind)


def test_what_another_program_copied_stays_as_it_is(board: Board) -> None:
    board.clipboard.setText(NAME)
    board.others_copy("from a letter")
    board.guard.clear()
    assert board.clipboard.text() == "from a letter"
    assert not board.clipboard.mimeData().hasFormat(MARK)


def test_the_marked_selection_of_x11_is_taken_off_too(board: Board) -> None:
    cleared: list[QClipboard.Mode] = []

    class Both:
        """A clipboard with a selection, which the offscreen platform has not."""

        changed = board.clipboard.changed

        def supportsSelection(self) -> bool:
            return True

        def clear(self, mode: QClipboard.Mode) -> None:
            cleared.append(mode)

    guard = ClipboardGuard(cast(QClipboard, Both()), lambda mode: mode is QClipboard.Mode.Selection)
    guard.clear()
    assert cleared == [QClipboard.Mode.Selection]
