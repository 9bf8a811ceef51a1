"""What takes long in short steps, so that the window answers in between."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Slot


class Steps(QObject):
    """Takes one step each time the window has nothing else to do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], None]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._take)

    @property
    def waiting(self) -> int:
        """How many steps are left."""
        return len(self._waiting)

    def start(self, steps: Iterable[Callable[[], None]]) -> None:
        """Takes these steps, and none of those before that are left."""
        self._waiting = list(steps)
        self._timer.start()

    def finish(self) -> None:
        """Takes all that are left at once."""
        while self._waiting:
            self._take()

    def stop(self) -> None:
        """Takes no further step."""
        self._waiting = []
        self._timer.stop()

    @Slot()
    def _take(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
        if not self._waiting:
            self._timer.stop()
