"""The last weeks' sessions with who came, read bit by bit so that the window never waits for them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.domain.attendance import Attendance
from desktop.domain.plans import PlanVersion
from desktop.services.attendance import WEEKS_BACK, PastSession, PastWeeks
from desktop.services.change import Change
from desktop.services.ports import Clock, Store, local_time


class PastReader(QObject):
    """``changed``: more was read, or something was noted."""

    changed = Signal()

    def __init__(self, store: Store, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._weeks: PastWeeks | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(0)
        self.timer.timeout.connect(self._read_one)

    @property
    def complete(self) -> bool:
        """Whether everything was read."""
        return self._weeks is not None and self._weeks.complete

    @property
    def weeks(self) -> int:
        """How many weeks are looked back on."""
        return WEEKS_BACK

    def ask(self) -> None:
        """Begins to read, where that has not been done yet."""
        if self._weeks is None:
            self._weeks = PastWeeks(self._store, local_time(self._clock))
            self.timer.start()

    def of(self, citizen: str) -> tuple[PastSession, ...]:
        """Somebody's sessions that were read so far, the newest first."""
        return () if self._weeks is None else self._weeks.of(citizen)

    def take_in(self, change: Change | None) -> None:
        """Something was changed: what was noted is taken in, other plans are read anew."""
        edits = () if change is None else change.edits
        if change is None or any(isinstance(each.after or each.before, PlanVersion) for each in edits):
            again = self._weeks is not None
            self._weeks = None
            self.timer.stop()
            if again:
                self.ask()
        elif self._weeks is not None:
            noted = [each.after for each in edits if isinstance(each.after, Attendance)]
            gone = [each.before for each in edits if isinstance(each.before, Attendance) and not each.after]
            if noted or gone:
                self._weeks.note(noted, gone)
                self.changed.emit()

    @Slot()
    def _read_one(self) -> None:
        if self._weeks is None or not self._weeks.read_one():
            self.timer.stop()
            self.changed.emit()
