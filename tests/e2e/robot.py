"""Somebody at the keyboard: waits for what is to be seen, then types and clicks in the app's own windows."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Generator
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QWidget

W = TypeVar("W", bound=QWidget)
Script = Generator[Callable[[], object], None, None]
LOOK_MS = 20
PATIENCE = 20.0
GAVE_UP = 9


class Robot(QObject):
    """Plays a script in the event loop: it goes on each time the condition that it yields holds.

    Whatever goes wrong ends the program with status 9 and a picture of what was to be seen.
    """

    def __init__(self, script: Script, pictures: Path) -> None:
        super().__init__()
        self._script = script
        self._pictures = pictures
        self._condition: Callable[[], object] = lambda: True
        self._since = monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        try:
            if self._condition():
                self._condition = next(self._script)
                self._since = monotonic()
            elif monotonic() - self._since > PATIENCE:
                self._script.throw(TimeoutError("waited in vain"))
        except StopIteration:
            self._timer.stop()
        except Exception:
            traceback.print_exc()
            self._give_up()

    def _give_up(self) -> None:
        try:
            picture_of_screen()[0].save(str(self._pictures / "given-up.png"))
        except Exception:
            traceback.print_exc()
        finally:
            # Windows that hold an event loop of their own would keep the program.
            os._exit(GAVE_UP)


def seen(kind: type[W]) -> W | None:
    """The window of a kind that is to be seen now."""
    windows = (window for window in QApplication.topLevelWidgets() if window.isVisible())
    return next((window for window in windows if isinstance(window, kind)), None)


def find(kind: type[W]) -> W:
    """The same; an error where there is none."""
    window = seen(kind)
    if window is None:
        raise LookupError(kind.__name__)
    return window


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Presses the left button on a widget."""
    if not (widget.isVisible() and widget.isEnabled()):
        raise LookupError(f"{type(widget).__name__} can't be clicked")
    place = at or widget.rect().center()
    _soon(widget, lambda: QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place))


def write(edit: QLineEdit, text: str) -> None:
    """Clicks into a field and types over what stands there."""
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
    edit.selectAll()
    QTest.keyClicks(edit, text)


def shortcut(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Script:
    """Presses keys in a window, brought to the front first: nobody manages windows on a bare screen."""
    window.activateWindow()
    yield window.isActiveWindow
    _soon(window, lambda: QTest.keyClick(window, key, modifiers))


def _soon(widget: QWidget, act: Callable[[], object]) -> None:
    """Acts once the event loop runs, since what an act opens may hold the loop until it is closed."""
    window = widget.window()

    def go() -> None:
        # PySide forgets a widget as soon as nobody in Python knows its window.
        if window.isVisible():
            act()

    QTimer.singleShot(0, go)


def name_file(path: Path) -> None:
    """Puts a path into the file dialog that is open, and accepts it with a click.

    It is pasted, not typed: on typed letters the dialog offers completions as it reads folders, which take
    the next key at any moment.
    """
    dialog = find(QFileDialog)
    edit, buttons = dialog.findChild(QLineEdit, "fileNameEdit"), dialog.findChild(QDialogButtonBox)
    if edit is None or buttons is None:
        raise LookupError("the file dialog's field and buttons")
    edit.setText(str(path))
    click(buttons.buttons()[0])


def picture_of_screen() -> tuple[QImage, QPoint]:
    """What the screen shows, and the screen's place of the picture's upper left corner.

    On a platform without a screen: what the largest window would show.
    """
    if QGuiApplication.platformName() != "offscreen":
        return QGuiApplication.primaryScreen().grabWindow(0).toImage(), QPoint()
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    largest = max(windows, key=lambda window: window.width() * window.height())
    return largest.grab().toImage(), largest.mapToGlobal(QPoint())
