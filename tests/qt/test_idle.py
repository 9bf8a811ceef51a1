"""Nobody touches the app for a while: told once, and the touch that comes too late does nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.qt.idle import IdleWatcher, awake_or_not

# What the offscreen platform says of itself is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LIMIT = 300.0


class Clock:
    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


class Watched:
    """A watcher with its clock, a field in a window, and how often the watcher has told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.clock = Clock()
        self.told = 0
        self.watcher = IdleWatcher(lambda: LIMIT, self.clock)
        self.watcher.idle.connect(self._count)
        self.field = QLineEdit()
        qtbot.addWidget(self.field)
        self.field.show()
        qtbot.waitExposed(self.field)
        self.watcher.begin()

    def _count(self) -> None:
        self.told += 1

    def look(self) -> None:
        """As the timer does."""
        self.watcher.timer.timeout.emit()


@pytest.fixture
def watched(qtbot: QtBot) -> Watched:
    return Watched(qtbot)


def key(field: QLineEdit) -> None:
    """A key as the system sends it, through the window and not straight to the widget."""
    window = field.window().windowHandle()
    QTest.keyClick(window, Qt.Key.Key_A)


def test_it_tells_once_when_the_time_is_up(watched: Watched) -> None:
    watched.clock.time += LIMIT - 0.1
    watched.look()
    assert watched.told == 0
    watched.clock.time += 0.1
    watched.look()
    watched.look()
    assert watched.told == 1
    assert not watched.watcher.timer.isActive()


@pytest.mark.parametrize("touch", ["key", "press", "move", "wheel"])
def test_each_touch_begins_the_time_anew(watched: Watched, touch: str) -> None:
    watched.clock.time += LIMIT - 1
    window = watched.field.window().windowHandle()
    if touch == "key":
        key(watched.field)
    elif touch == "press":
        QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    elif touch == "move":
        QTest.mouseMove(window, QPoint(3, 3))
        QApplication.processEvents()
    else:
        QTest.wheelEvent(window, QPoint(3, 3), QPoint(0, 120))
    watched.clock.time += LIMIT - 1
    watched.look()
    assert watched.told == 0
    watched.clock.time += 1
    watched.look()
    assert watched.told == 1


def test_what_the_app_does_by_itself_is_no_touch(watched: Watched) -> None:
    watched.clock.time += LIMIT - 1
    own = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    QGuiApplication.sendEvent(watched.field.window().windowHandle(), own)
    watched.field.setText("changed by a program")
    watched.field.repaint()
    watched.clock.time += 1
    watched.look()
    assert watched.told == 1


def test_a_touch_after_the_computer_slept_locks_and_does_nothing_else(watched: Watched) -> None:
    watched.clock.time += 8 * 3600
    watched.field.setFocus()
    key(watched.field)
    assert watched.told == 1
    assert watched.field.text() == ""


def test_windows_that_are_opened_later_are_watched_too(watched: Watched, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    field = QLineEdit(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    watched.look()
    watched.clock.time += LIMIT - 1
    field.setFocus()
    key(field)
    watched.clock.time += LIMIT - 1
    watched.look()
    assert watched.told == 0


def test_while_it_is_ended_nothing_is_told(watched: Watched) -> None:
    watched.watcher.end()
    watched.clock.time += LIMIT
    watched.look()
    key(watched.field)
    assert watched.told == 0
    watched.watcher.begin()
    watched.look()
    assert watched.told == 0
    watched.clock.time += LIMIT
    watched.look()
    assert watched.told == 1


def test_the_clock_goes_on() -> None:
    assert 0 < awake_or_not() <= awake_or_not()
