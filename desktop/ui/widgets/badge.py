"""Small marks: a threat level as number and shape, and tags."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.printing.words import level_text
from desktop.ui.theme import tokens

MOST_LEVELS = 4
_BARS_WIDTH = 18


class LevelBadge(QWidget):
    """A threat level as the board marks it: rising bars and the level in letters. Never colour alone."""

    def __init__(self, level: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return level_size(self.fontMetrics(), self._level)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_level(painter, QRectF(self.rect()), self._level, QColor(tokens(self.palette()).text))


def level_size(metrics: QFontMetrics, level: int) -> QSize:
    """The room that ``paint_level`` wants."""
    return QSize(metrics.horizontalAdvance(level_text(level)) + _BARS_WIDTH + 14, metrics.height() + 4)


def paint_level(painter: QPainter, rect: QRectF, level: int, colour: QColor) -> None:
    """Draws four rising bars, the first ``level`` of them filled, and the level in letters beside them."""
    painter.save()
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    frame = QColor(colour)
    frame.setAlphaF(0.35)
    painter.setPen(QPen(frame, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    bottom, highest = box.bottom() - 5, box.height() - 10
    pale = QColor(colour)
    pale.setAlphaF(0.25)
    for bar in range(MOST_LEVELS):
        high = highest * (0.4 + 0.6 * bar / (MOST_LEVELS - 1))
        stroke = QRectF(box.left() + 6 + bar * 4, bottom - high, 3, high)
        painter.fillRect(stroke, colour if bar < level else pale)
    painter.setPen(colour)
    words = QRectF(box.left() + 6 + _BARS_WIDTH, box.top(), box.width() - 10 - _BARS_WIDTH, box.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, level_text(level))
    painter.restore()
