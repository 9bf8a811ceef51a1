"""Tabs that become narrower before some of them go out of sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar, QWidget

_READABLE = 0.8
"""The share of its full width at which the words of a tab can still be told from each other."""


class NarrowTabs(QTabBar):
    """Cuts the words of its tabs in the middle where there is little room, so that what is counted at their
    end stays; each says them in full to the pointer. Where there is less, buttons scroll them."""

    def __init__(self, least: int, parent: QWidget | None = None) -> None:
        """``least`` is the width in pixels that every tab keeps."""
        super().__init__(parent)
        self._least = least
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setExpanding(False)
        self.setDrawBase(False)

    def tabInserted(self, index: int) -> None:
        # Qt tells nobody of it while they are out of sight: they would have no height once they are seen.
        super().tabInserted(index)
        self.updateGeometry()

    def readable_width(self) -> int:
        """The pixels in which all tabs can be read, if not in full."""
        return round(sum(self.tabSizeHint(at).width() for at in range(self.count())) * _READABLE)

    def minimumTabSizeHint(self, index: int) -> QSize:
        wanted = self.tabSizeHint(index)
        return QSize(min(wanted.width(), self._least), wanted.height())
