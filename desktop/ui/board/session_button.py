"""A session on the board as a widget of its own: it takes the focus, the pointer and a screen reader's look.

The painter of the week draws the box; this draws the focus ring alone.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.theme import tokens

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SessionButton(QAbstractButton):
    """``moved`` carries an arrow as (columns, rows); ``reached`` is sent when the focus comes here;
    ``menu_asked`` carries the place on the screen for a menu."""

    moved = Signal(int, int)
    reached = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, session: str, column: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.column = column
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def nextCheckState(self) -> None:
        """The board decides what is chosen; a click alone does not toggle."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = ARROWS.get(Qt.Key(event.key()))
        if arrow is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(*arrow)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(self.session, event.globalPos())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(self.session)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        colours = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.text), 2, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 3, 3)
