"""Small marks: a threat level as number and shape, and tags."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import tokens


class LevelBadge(QWidget):
    """A threat level: its number, with as many bars filled as the level is high. Never colour alone."""

    def __init__(self, level: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height() + 4
        return QSize(self.fontMetrics().horizontalAdvance("0") + 28, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_level(painter, QRectF(self.rect()), self._level, QColor(tokens(self.palette()).text))


def paint_level(painter: QPainter, rect: QRectF, level: int, colour: QColor) -> None:
    """Draws a level's number and four bars in ``rect``, the first ``level`` of them filled."""
    painter.save()
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    number = QRectF(box.left() + 4, box.top(), painter.fontMetrics().horizontalAdvance("0"), box.height())
    painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(level))
    left, bottom, step = number.right() + 4, box.bottom() - 4, (box.height() - 8) / 4
    for bar in range(4):
        tall = step * (bar + 1)
        stroke = QRectF(left + bar * 4, bottom - tall, 3, tall)
        if bar < level:
            painter.fillRect(stroke, colour)
        else:
            painter.fillRect(QRectF(stroke.left(), bottom - 1, 3, 1), colour)
    painter.restore()


class Tag(QWidget):
    """A word in a thin frame."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 14, metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(colours.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
