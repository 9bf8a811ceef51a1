"""Buttons and the tabs that belong to them, beside each other while the tabs can be read there."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.tabs import NarrowTabs


class Beside(QWidget):
    """``tabs`` get a line of their own while their words can't be read beside the ``buttons``."""

    def __init__(self, buttons: QWidget, tabs: NarrowTabs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self._tabs = tabs
        self._box = row(self, gap=GRID)
        self._box.addWidget(buttons)
        self._box.addWidget(tabs, 1)

    @property
    def in_one_line(self) -> bool:
        return self._box.direction() is QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        # Other tabs, or none.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        needed = self._buttons.sizeHint().width() + GRID + self._tabs.readable_width()
        fits = self._tabs.isHidden() or self.width() >= needed
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not way:
            self._box.setDirection(way)
            self._box.setSpacing(GRID if fits else 0)
