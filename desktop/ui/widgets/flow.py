"""Widgets beside each other, in as many lines as the width asks for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.ui.theme import GRID


class FlowLayout(QLayout):
    """Like words in a paragraph; what is hidden takes no room.

    ``first_yields``: the first widget becomes narrower, down to its least width, where all of them have room
    in one line then.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = GRID, *, first_yields: bool = False) -> None:
        super().__init__(parent)
        self._first_yields = first_yields
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Puts a widget at a place among the others."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    # Qt asks for items past the end, and wants None for them.
    def itemAt(self, index: int) -> QLayoutItem:
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() + self._gap for size in shown) - self._gap
        return self._framed(QSize(max(0, wide), max((size.height() for size in shown), default=0)))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return self._framed(size)

    def _framed(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """The height that is needed in the width of ``rect``."""
        inner = rect.marginsRemoved(self.contentsMargins())
        left, top = inner.left(), inner.top()
        line: list[tuple[QLayoutItem, QRect]] = []
        high = 0
        shown = [item for item in self._items if not item.isEmpty()]
        less = self._yielded(shown, inner.width())
        for item in shown:
            size = item.sizeHint().expandedTo(item.minimumSize())
            size -= QSize(less if item is shown[0] else 0, 0)
            wide = min(size.width(), max(inner.width(), item.minimumSize().width()))
            if line and left + wide > inner.right() + 1:
                self._place(line, high, move=move)
                left, top = inner.left(), top + high + self._gap
                line, high = [], 0
            line.append((item, QRect(QPoint(left, top), QSize(wide, size.height()))))
            left += wide + self._gap
            high = max(high, size.height())
        self._place(line, high, move=move)
        return top + high - rect.top() + self.contentsMargins().bottom()

    def _yielded(self, shown: list[QLayoutItem], room: int) -> int:
        """By how much the first one becomes narrower."""
        if not shown or not self._first_yields:
            return 0
        sizes = [item.sizeHint().expandedTo(item.minimumSize()) for item in shown]
        over = sum(size.width() + self._gap for size in sizes) - self._gap - room
        return over if 0 < over <= sizes[0].width() - shown[0].minimumSize().width() else 0

    @staticmethod
    def _place(line: list[tuple[QLayoutItem, QRect]], high: int, *, move: bool) -> None:
        if move:
            for item, box in line:
                item.setGeometry(box.translated(0, (high - box.height()) // 2))
