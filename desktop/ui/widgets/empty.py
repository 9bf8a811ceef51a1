"""What stands where there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import GRID, tokens


def paint_empty(view: QWidget, text: str) -> None:
    """Writes a sentence at the top of an empty view, while that is painted."""
    painter = QPainter(view)
    painter.setPen(QColor(tokens(view.palette()).muted))
    box = view.rect().adjusted(GRID * 2, GRID * 3, -GRID * 2, -GRID)
    top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    painter.drawText(box, top | Qt.TextFlag.TextWordWrap, text)
    painter.end()
