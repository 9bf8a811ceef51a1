"""Notices that nobody has touched the app for a while."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

LOOK_MS = 5000
"""How often it looks, in milliseconds: a computer that slept is found out about this soon."""

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.InputMethod,
    }
)


def awake_or_not() -> float:
    """Seconds on a clock that nobody can set, and that goes on while the computer sleeps."""
    if sys.platform == "win32":
        return time.monotonic()
    # macOS has no boot-time clock, but its monotonic one goes on in sleep; Python's own stands still there.
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class IdleWatcher(QObject):
    """``idle`` is sent once when nobody has touched the app's windows for ``limit()`` seconds.

    The touch that comes too late is swallowed, so that it does nothing in a window that is about to be
    blanked. ``begin`` starts to watch, or starts anew; ``end`` stops.

    It watches the system's windows and not every widget: each touch comes through them first.
    """

    idle = Signal()

    def __init__(
        self,
        limit: Callable[[], float],
        clock: Callable[[], float] = awake_or_not,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit = limit
        self._clock = clock
        self._touched = clock()
        self._watching = False
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch_windows)

    def begin(self) -> None:
        self._touched = self._clock()
        self._watching = True
        self._watch_windows()
        self.timer.start()

    def end(self) -> None:
        self._watching = False
        self.timer.stop()

    @Slot()
    def look(self) -> None:
        """Tells where the time is up."""
        self._watch_windows()
        self._tell_if_idle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _TOUCHES or not event.spontaneous():
            return False
        if self._tell_if_idle():
            return True
        self._touched = self._clock()
        return False

    def _tell_if_idle(self) -> bool:
        late = self._watching and self._clock() - self._touched >= self._limit()
        if late:
            self.end()
            self.idle.emit()
        return late

    @Slot()
    def _watch_windows(self) -> None:
        """Those that were opened since, too: to watch one twice is to watch it once."""
        if self._watching:
            for window in QGuiApplication.topLevelWindows():
                window.installEventFilter(self)
