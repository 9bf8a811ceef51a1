"""What the signs on the boards stand for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.printing.marks import draw_plate
from desktop.printing.palette import theme_of
from desktop.services.beside import Mark
from desktop.ui.beside.words import legend_words
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.text import label


class _Plate(QWidget):
    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        draw_plate(QPainter(self), box, self._mark, theme_of(self.palette()), self.font())


class Legend(QWidget):
    """Each sign with a word or two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = row(self, gap=4)
        for mark in Mark:
            line.addWidget(_Plate(mark))
            line.addWidget(label(legend_words(mark), "muted"))
            line.addSpacing(6)
