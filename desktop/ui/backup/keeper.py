"""Makes the day's backup: when the window opens, and after each midnight for as long as it runs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.services.backups import BackupFault, Backups, BackupState, is_due
from desktop.services.ports import Clock
from desktop.ui.widgets.background import in_background

LOOK_EVERY_MS = 60_000
TRY_AGAIN_LOOKS = 15
"""After a failure the next try comes when so many looks have passed: a stick may be back by then."""


class BackupKeeper(QObject):
    """``changed`` is sent when a backup was made, or could not be. Nothing waits for one."""

    changed = Signal()

    def __init__(self, backups: Backups, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backups = backups
        self._clock = clock
        self._left_out = 0
        self.busy = False
        self.state: BackupState | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY_MS)

    @Slot()
    def look(self) -> None:
        """Makes a backup where today's is missing."""
        if self.busy:
            return
        state = self.state
        if state is not None and state.fault is not None and self._left_out < TRY_AGAIN_LOOKS:
            self._left_out += 1
            return
        if state is None or is_due(state.last, self._clock.today()):
            self.busy = True
            in_background(self._look, self._done)

    @Slot()
    def make(self) -> None:
        """Makes one now."""
        if not self.busy:
            self.busy = True
            self.changed.emit()
            in_background(self._backups.make, self._done)

    @Slot()
    def refresh(self) -> None:
        """Looks again at what there is, after the folder was changed."""
        if not self.busy:
            self.busy = True
            in_background(self._backups.state, self._done)

    def _look(self) -> BackupState:
        state = self._backups.state()
        return self._backups.make() if is_due(state.last, self._clock.today()) else state

    @Slot(object)
    def _done(self, state: object) -> None:
        self.busy = False
        self._left_out = 0
        if isinstance(state, BackupState):
            self.state = state
        else:
            before = self.state or BackupState(None, known=False)
            self.state = replace(before, fault=BackupFault.UNFORESEEN)
        self.changed.emit()
