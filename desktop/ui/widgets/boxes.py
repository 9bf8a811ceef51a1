"""Frames, rows and columns on the spacing grid."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme import GRID
from desktop.ui.widgets.sizes import FRAME


def frame(look: str, parent: QWidget | None = None) -> QFrame:
    """A frame with a look of the style sheet: ``card``, ``bar``, ``banner``, ``note``, ``problem``."""
    result = QFrame(parent)
    result.setProperty("look", look)
    return result


def rule() -> QFrame:
    """A thin line across."""
    result = frame("rule")
    result.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return result


def row(parent: QWidget | None = None, margin: int = 0, gap: int = GRID) -> QHBoxLayout:
    result = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    _space(result, margin, gap)
    return result


def column(parent: QWidget | None = None, margin: int = 0, gap: int = GRID) -> QVBoxLayout:
    result = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    _space(result, margin, gap)
    return result


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and lets it go."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            clear(inner)
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class _Column(QScrollArea):
    """At least as wide as what it holds, since nothing brings its right edge into sight."""

    def minimumSizeHint(self) -> QSize:
        content, bar = self.widget(), self.verticalScrollBar().sizeHint().width()
        if content is None:
            return super().minimumSizeHint()
        return QSize(content.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().event(event)


class _Fitting(_Column):
    """Asks for the height of what it holds, and scrolls where there is less."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        content = self.widget()
        if content is not None and content.hasHeightForWidth():
            # Wrapped words ask for the height that they would need at their least width.
            content.setMinimumHeight(1)
        if isinstance(self.window(), QDialog):
            QTimer.singleShot(0, self, self._grow)

    @Slot()
    def _grow(self) -> None:
        """A dialog takes what its words need at the width that it has, as far as the screen goes."""
        dialog, content, room = self.window(), self.widget(), self.viewport().size()
        if content is None:
            return
        hidden = max(content.heightForWidth(room.width()), content.minimumHeight()) - room.height()
        most = dialog.screen().availableSize().height() - FRAME
        if hidden > 0:
            dialog.resize(dialog.width(), max(dialog.height(), min(dialog.height() + hidden, most)))

    def sizeHint(self) -> QSize:
        content = self.widget()
        if content is None:
            return super().sizeHint()
        wide = max(self.width(), self.minimumSizeHint().width())
        return QSize(wide, max(content.heightForWidth(wide), content.sizeHint().height()))


def scrolled(content: QWidget, name: str = "") -> QScrollArea:
    """A vertical scroll area without a frame, as wide as there is room.

    Tab leads to it where it has a name, so that what holds nothing to go to can be scrolled with the keys;
    otherwise what has the keyboard in it is brought into sight.
    """
    return _dressed(_Column(), content, name)


def fitting(content: QWidget, name: str = "") -> QScrollArea:
    """The same, but as high as its content where there is room for that."""
    return _dressed(_Fitting(), content, name)


def _dressed(area: QScrollArea, content: QWidget, name: str) -> QScrollArea:
    area.setAccessibleName(name)
    if not name:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area


def _space(layout: QHBoxLayout | QVBoxLayout, margin: int, gap: int) -> None:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
