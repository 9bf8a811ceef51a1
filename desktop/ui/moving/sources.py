"""Where something can be taken up with the pointer: a widget, and what lies under a point of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.moving.mover import Mover
from desktop.ui.moving.subjects import Carried


class DragSource(QObject):
    """Watches a widget; ``what`` tells what lies under a point of it, None for nothing to be carried."""

    def __init__(self, widget: QWidget, what: Callable[[QPoint], Carried | None], mover: Mover) -> None:
        super().__init__(widget)
        self._what = what
        self._mover = mover
        self._pressed: QPoint | None = None
        self._carried: Carried | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets presses through, and takes the pointer over once it has been drawn away."""
        if not isinstance(event, QMouseEvent):
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self._carried = self._what(self._pressed)
        elif kind == QEvent.Type.MouseMove and self._pressed is not None and self._carried is not None:
            drawn = (event.position().toPoint() - self._pressed).manhattanLength()
            if drawn >= QApplication.startDragDistance():
                carried, self._carried, self._pressed = self._carried, None, None
                self._mover.pick_up(carried, event.globalPosition().toPoint())
            return True
        elif kind == QEvent.Type.MouseButtonRelease:
            self._pressed = self._carried = None
        return False
