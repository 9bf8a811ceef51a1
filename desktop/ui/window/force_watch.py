"""Watches every published week from this one on, whatever page and week is looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.domain.time import IsoWeek
from desktop.services.week.in_force import UnsafeWeek, unsafe_week, weeks_from
from desktop.ui.context import WindowContext

QUIET_MS = 300
"""Milliseconds after an edit before the first week is looked at: nobody who types waits for it."""
MINUTE_MS = 60_000
"""How often what is over by now is told no more."""


class ForceWatch(QObject):
    """``found`` carries the weeks that are not safe, as ``UnsafeWeek``, in order, whenever they are others.

    After an edit one week is looked at each time that there is nothing else to do.
    """

    found = Signal(object)

    def __init__(self, context: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._left: list[IsoWeek] = []
        self._seen: list[UnsafeWeek] = []
        self.unsafe: tuple[UnsafeWeek, ...] = ()
        self.quiet = QTimer(self)
        self.quiet.setSingleShot(True)
        self.quiet.setInterval(QUIET_MS)
        self.quiet.timeout.connect(self._begin)
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._look)
        self._clock = QTimer(self)
        self._clock.setInterval(MINUTE_MS)
        self._clock.timeout.connect(self._begin)
        context.editing.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Looks at every week soon, and from then on after each edit and each minute."""
        self._clock.start()
        self.quiet.start()

    @Slot()
    def end(self) -> None:
        """Looks at nothing any more."""
        for timer in (self._clock, self.quiet, self._next):
            timer.stop()
        self._context.editing.changed.disconnect(self._on_changed)

    @Slot(object)
    def _on_changed(self, _: object) -> None:
        self._next.stop()
        self.quiet.start()

    @Slot()
    def _begin(self) -> None:
        self._left = list(weeks_from(self._context.store, self._context.clock.today()))
        self._seen = []
        self._next.start()

    @Slot()
    def _look(self) -> None:
        if self._left:
            seen = unsafe_week(self._context.planning, self._context.clock, self._left.pop(0))
            if seen is not None:
                self._seen.append(seen)
            return
        self._next.stop()
        unsafe = tuple(self._seen)
        if unsafe != self.unsafe:
            self.unsafe = unsafe
            self.found.emit(unsafe)
