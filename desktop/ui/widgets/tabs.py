"""Tabs that become narrower before some of them go out of sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar, QWidget


class NarrowTabs(QTabBar):
    """Cuts the words of its tabs where there is little room; each says them in full to the pointer."""

    def __init__(self, least: int, parent: QWidget | None = None) -> None:
        """``least`` is the width in pixels that every tab keeps."""
        super().__init__(parent)
        self._least = least
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setExpanding(False)
        self.setDrawBase(False)

    def minimumTabSizeHint(self, index: int) -> QSize:
        wanted = self.tabSizeHint(index)
        return QSize(min(wanted.width(), self._least), wanted.height())
