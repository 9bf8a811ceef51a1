"""What is done once a window can be seen, and not before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


def when_painted(widget: QWidget, act: Callable[[], object]) -> None:
    """Calls ``act`` once, after the widget was first painted."""
    _Watcher(widget, act)


class _Watcher(QObject):
    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act = act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The event comes before the painting.
            QTimer.singleShot(0, self, self._done)
        return False

    def _done(self) -> None:
        self._act()
        self.deleteLater()
