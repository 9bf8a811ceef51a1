"""A small window over the page for one question, gone with Esc or a click beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.text import heading

WIDTH = 360


class Popover(QFrame):
    """``box`` is where its content goes. When it closes, the focus goes back to where it was."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "card")
        self.setAccessibleName(title)
        self._before: QWidget | None = None
        self.box: QVBoxLayout = column(self, margin=GRID * 2, gap=GRID)
        self.title = heading(title, 0, wrap=True)
        self.box.addWidget(self.title)

    def open_at(self, beside: QRect) -> None:
        """Opens beside a rectangle of the screen, wholly on that screen."""
        self._before = QApplication.focusWidget()
        self.fit()
        self.move(self._corner(beside))
        self.show()
        self.focusNextChild()

    def fit(self) -> None:
        """Takes the height that its words ask for at its width."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        high = max(layout.totalHeightForWidth(WIDTH), layout.totalMinimumSize().height())
        self.setFixedSize(WIDTH, high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.deleteLater()

    def _corner(self, beside: QRect) -> QPoint:
        screen = (QApplication.screenAt(beside.center()) or QApplication.primaryScreen()).availableGeometry()
        size: QSize = self.size()
        right, left = beside.right() + GRID, beside.left() - GRID - size.width()
        across = right if right + size.width() <= screen.right() else max(left, screen.left())
        down = min(max(beside.top(), screen.top()), max(screen.top(), screen.bottom() - size.height()))
        return QPoint(across, down)
