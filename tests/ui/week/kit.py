"""Hands for the board: they take up a session or a person, carry them to a place and let go."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.domain.plans import PlannedSession
from desktop.ui.board.session_button import SessionButton
from desktop.ui.main_window import MainWindow
from desktop.ui.week.page import WeekPage

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def page_of(window: MainWindow) -> WeekPage:
    assert window.week is not None
    return window.week


def button(window: MainWindow, session: str) -> SessionButton:
    found = page_of(window).board.view.canvas.button(session)
    assert found is not None
    return found


def session(window: MainWindow, name: str) -> PlannedSession:
    """A session of the version that is shown. Raises ``StopIteration`` where there is none."""
    assert window.desk.version is not None
    return next(each for each in window.desk.version.sessions if each.id == name)


def spot(window: MainWindow, day: int, lane: str, minute: int) -> QPoint:
    """A place on the screen: a little below the minute of a day in a lane, which is brought into sight."""
    view = page_of(window).board.view
    canvas, sheet = view.canvas, view.canvas.sheet
    assert sheet is not None
    column = next(
        at for at, each in enumerate(sheet.columns) if each.day.weekday() == day and each.key == lane
    )
    whole = QRectF(canvas.rect())
    left, right = (
        canvas.painter.column_x(sheet, whole, column),
        canvas.painter.column_x(sheet, whole, column + 1),
    )
    point = QPointF((left + right) / 2, canvas.painter.minute_y(sheet, whole, minute) + 6).toPoint()
    view.ensureVisible(point.x(), point.y(), 120, 80)
    return canvas.mapToGlobal(point)


def pick_up(widget: QWidget, at: QPoint) -> None:
    """Presses and draws away, far enough to count as a drag."""
    QTest.mousePress(widget, LEFT, NONE, at)
    QTest.mouseMove(widget, at + QPoint(0, 14))


def carry(window: MainWindow, widget: QWidget, place: QPoint) -> None:
    """Moves the pointer to a place of the screen."""
    QTest.mouseMove(widget, widget.mapFromGlobal(place))


def let_go(widget: QWidget, place: QPoint) -> None:
    QTest.mouseRelease(widget, LEFT, NONE, widget.mapFromGlobal(place))


def drag(window: MainWindow, name: str, day: int, lane: str, minute: int) -> None:
    """Drags a session, held at its first minutes."""
    place = spot(window, day, lane, minute)
    held = button(window, name)
    pick_up(held, QPoint(8, 3))
    carry(window, held, place)
    let_go(held, place)


def hold_edge(window: MainWindow, name: str) -> SessionButton:
    """Presses the lower edge of a session and draws it a little."""
    held = button(window, name)
    page_of(window).board.view.ensureWidgetVisible(held)
    pick_up(held, QPoint(held.width() // 2, held.height() - 2))
    return held


def draw_edge(window: MainWindow, name: str, day: int, lane: str, minute: int) -> None:
    """Draws the lower edge of a session to a minute of its day."""
    held = hold_edge(window, name)
    place = spot(window, day, lane, minute)
    carry(window, held, place)
    let_go(held, place)


def label(window: MainWindow) -> str:
    """What stands beside the pointer; nothing where it is hidden."""
    shown = page_of(window).commands.mover.label
    return shown.text() if shown.isVisible() else ""


def said(window: MainWindow) -> str:
    return window.statusBar().currentMessage()
