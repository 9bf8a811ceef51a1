"""A session on the board as a widget of its own: it takes the focus, the pointer and a screen reader's look.

The painter of the week draws the box; this draws the focus ring alone.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.ui.theme import tokens

EDGE = 7
"""How high the lower edge is, in pixels; less on a low session, which must stay easy to take hold of."""

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

LENGTHS = {(0, -1): -1, (0, 1): 1}

_COMING_BACK = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
"""Where it is pressed, or a list or a window closes: the board must not scroll away under the pointer."""


class SessionButton(QAbstractButton):
    """``moved`` carries an arrow as (columns, rows); ``reached`` is sent when the keyboard leads here.

    ``menu_asked`` carries the place on the screen for a menu, ``pulled`` where it was pressed and where on
    the screen the pointer has drawn it, ``length_asked`` 1 for longer and -1 for shorter.
    """

    moved = Signal(int, int)
    reached = Signal(str)
    menu_asked = Signal(str, QPoint)
    pulled = Signal(QPoint, QPoint)
    move_asked = Signal(str)
    copy_asked = Signal(str)
    remove_asked = Signal(str)
    make_asked = Signal(str)
    length_asked = Signal(str, int)
    hovered = Signal(QPoint)

    def __init__(self, session: str, column: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.column = column
        self._pressed: QPoint | None = None
        self.setCheckable(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def on_edge(self, at: QPoint) -> bool:
        """Whether a point lies on the lower edge, at which a session is drawn longer or shorter."""
        return self.rect().contains(at) and at.y() >= self.height() - min(EDGE, self.height() // 4)

    def nextCheckState(self) -> None:
        """The board decides what is chosen; a click alone does not toggle."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = ARROWS.get(Qt.Key(event.key()))
        if arrow is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(*arrow)
        elif arrow in LENGTHS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.length_asked.emit(self.session, LENGTHS[arrow])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit(self.session)
        elif event.key() == Qt.Key.Key_M and not event.modifiers():
            self.move_asked.emit(self.session)
        elif event.key() == Qt.Key.Key_N and not event.modifiers():
            self.make_asked.emit(self.session)
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.remove_asked.emit(self.session)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is None:
            self.hovered.emit(here)
        elif (here - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            pressed, self._pressed = self._pressed, None
            self.setDown(False)
            self.pulled.emit(pressed, event.globalPosition().toPoint())
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(self.session, event.globalPos())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _COMING_BACK:
            self.reached.emit(self.session)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        colours = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.text), 2, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 3, 3)
