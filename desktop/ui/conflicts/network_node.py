"""A node of the network as a widget of its own, for the keyboard, the pointer and a screen reader."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.theme import tokens
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.text import tooltip

NAME = 116
"""How wide a name is at most."""
SMALLEST, LARGEST = 13.0, 30.0
RING = 8
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Node:
    """A group with its number of ``members``, or a person where that is None. ``text`` says all of it."""

    id: str
    name: str
    text: str
    members: int | None = None


class Side(Enum):
    """Where the name stands beside the circle."""

    ABOVE = "above"
    BELOW = "below"
    LEFT = "left"
    RIGHT = "right"


class NodeButton(QAbstractButton):
    """``moved`` carries its id and an arrow as (columns, rows); ``picked`` and ``reached`` its id."""

    moved = Signal(str, int, int)
    picked = Signal(str)
    reached = Signal(str)

    def __init__(self, node: Node, parent: QWidget) -> None:
        super().__init__(parent)
        self.node = node
        self.side = Side.BELOW
        self.setCheckable(True)
        self.setAccessibleName(node.text)
        self.setToolTip(tooltip(node.text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self.picked.emit(node.id))

    def nextCheckState(self) -> None:
        """The network decides what is chosen."""

    def radius(self) -> float:
        """Of the circle: as large as the group is."""
        if self.node.members is None:
            return SMALLEST - 2
        return min(LARGEST, SMALLEST + 4 * math.sqrt(self.node.members))

    def centre(self) -> QPointF:
        """The middle of the circle, in the network."""
        return QPointF(self.pos()) + self._middle()

    def stand_at(self, centre: QPointF) -> None:
        """Puts the middle of the circle at a point of the network."""
        self.setGeometry(QRect((centre - self._middle()).toPoint(), self.sizeHint()))
        self.update()

    def sizeHint(self) -> QSize:
        circle = 2 * round(self.radius() + RING)
        if self.side in (Side.LEFT, Side.RIGHT):
            return QSize(circle + self._wide(), circle)
        return QSize(max(circle, self._wide()), circle + self._line())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = ARROWS.get(Qt.Key(event.key()))
        if arrow is not None:
            self.moved.emit(self.node.id, *arrow)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(self.node.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colours = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self._middle()
        painter.setPen(QPen(QColor(colours.accent if self.isChecked() else colours.control), 2))
        painter.setBrush(QColor(colours.accent_soft if self.isChecked() else colours.surface))
        painter.drawEllipse(middle, self.radius(), self.radius())
        painter.setPen(QColor(colours.text))
        circle = QRectF(middle.x() - 20, middle.y() - 20, 40, 40)
        if self.node.members is None:
            sign = pixmap("person", colours.text, 14, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(middle.x() - 7, middle.y() - 7), sign)
        else:
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.node.members))
        words, ground = self._words(), self._name_box(self._wide())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().window())
        painter.drawRoundedRect(ground, 3, 3)
        painter.setPen(QColor(colours.text))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.text), 2, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _words(self) -> str:
        return self.fontMetrics().elidedText(self.node.name, Qt.TextElideMode.ElideRight, NAME - 8)

    def _wide(self) -> int:
        """How wide the name stands there."""
        return self.fontMetrics().horizontalAdvance(self._words()) + 8

    def _line(self) -> int:
        return self.fontMetrics().height() + 2

    def _middle(self) -> QPointF:
        """Of the circle, in the button."""
        half, size = round(self.radius() + RING), self.sizeHint()
        return {
            Side.ABOVE: QPointF(size.width() / 2, self._line() + half),
            Side.BELOW: QPointF(size.width() / 2, half),
            Side.LEFT: QPointF(self._wide() + half, half),
            Side.RIGHT: QPointF(half, half),
        }[self.side]

    def _name_box(self, wide: float) -> QRectF:
        half, high = round(self.radius() + RING), self._line()
        middle = self._middle()
        box = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
        away = {
            Side.ABOVE: (0.0, -half - high / 2),
            Side.BELOW: (0.0, half + high / 2),
            Side.LEFT: (-half - wide / 2, 0.0),
            Side.RIGHT: (half + wide / 2, 0.0),
        }[self.side]
        return box.translated(*away)
