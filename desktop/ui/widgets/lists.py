"""Lists as high as what stands in them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QListWidget, QWidget

_PADDING = 8
_FRAME = 8
_EDGE = 4
_SIDES = 20
"""What the frame and the padding of an entry take of its width, both sides together, in pixels."""


def fit_height(shown: QListWidget, lines: int, least: int, most: int) -> None:
    """Makes a list as high as its lines, but no less than ``least`` of them and no more than ``most``."""
    line = shown.fontMetrics().height() + _PADDING
    shown.setFixedHeight(min(max(lines, least), most) * line + _FRAME)


class GrowingList(QListWidget):
    """As high as its entries are at the width that it has, up to ``most`` pixels; then it scrolls."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.setProperty("look", "field")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def fit(self) -> None:
        """Takes the height of what stands in it now; asked again by itself where the width changes."""
        self.ensurePolished()
        wide = self.viewport().width() - _SIDES
        high = 0
        for row in range(self.count()):
            item = self.item(row)
            before = 0 if item.icon().isNull() else self.iconSize().width() + 2 * _PADDING
            # Measured here: the style sheet's padding is not in what Qt wraps the words to.
            room = QRect(0, 0, max(1, wide - before), 1)
            box = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), item.text())
            item.setSizeHint(QSize(0, box.height() + _PADDING))
            high += box.height() + _PADDING
        self.doItemsLayout()
        self.setFixedHeight(min(high + _EDGE, self._most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()


class TickList(QListWidget):
    """A list with boxes to tick, measured with the style that it is shown in."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.doItemsLayout()
