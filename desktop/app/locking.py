"""Locks the vault: when asked, after a while without a touch, and along with the system."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, QTimer, Signal, Slot

from desktop.app.door import VaultDoor
from desktop.domain.audit import AuditEvent, AuditKind
from desktop.qt.clipboard import ClipboardGuard
from desktop.qt.idle import IdleWatcher
from desktop.qt.system_signals import SystemSignals
from desktop.ui.context import WindowContext
from desktop.ui.door import LockReason
from desktop.ui.main_window import MainWindow

SWEEP_AGAIN_MS = 500
"""How soon a locked app looks again whether a backup that was under way has let go of its keys."""


class Locking(QObject):
    """Joins what asks for a lock with what has to be locked.

    ``new_context`` builds the window's parts around the vault that was opened again. ``locked`` and
    ``unlocked`` are sent when all of it is done.
    """

    locked = Signal(object)
    unlocked = Signal()

    def __init__(
        self,
        window: MainWindow,
        door: VaultDoor,
        new_context: Callable[[], WindowContext],
        clipboard: ClipboardGuard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._door = door
        self._new_context = new_context
        self._clipboard = clipboard
        self._again = False
        window.lock_asked.connect(self.on_asked)
        window.unlocked.connect(self._on_unlocked)

    def watch(self, idle: IdleWatcher | None, system: SystemSignals | None) -> None:
        """Locks by itself, too."""
        if idle is not None:
            idle.idle.connect(self.on_idle)
            self.locked.connect(idle.end)
            self.unlocked.connect(idle.begin)
            idle.begin()
        if system is not None:
            system.locking.connect(self.on_system)

    @Slot()
    def on_asked(self) -> None:
        self.lock(LockReason.ASKED)

    @Slot()
    def on_idle(self) -> None:
        self.lock(LockReason.IDLE)

    @Slot()
    def on_system(self) -> None:
        self.lock(LockReason.SYSTEM)

    def lock(self, reason: LockReason) -> None:
        """Blanks the window, closes the database, drops the keys, clears the clipboard. Waits for nothing.

        Whatever goes wrong with one of these, the others are done. Where somebody is unlocking at this
        moment, it is locked again as soon as it is open.
        """
        if self._window.locked:
            self._again = self._window.unlocking
            return
        self._again = False
        audit = self._door.audit
        audit.put_off()
        with ExitStack() as steps:
            steps.callback(self.locked.emit, reason)
            steps.callback(QTimer.singleShot, 0, self, self._sweep)
            steps.callback(self._clipboard.clear)
            steps.callback(self._door.lock)
            steps.callback(
                audit.set_aside, AuditEvent(AuditKind.LOCK, "vault", payload={"why": reason.value})
            )
            self._window.lock(self._door, reason)

    @Slot()
    def _sweep(self) -> None:
        """Lets go of the widgets that were put away, and of what only refers to itself in a circle; again
        once what was under way beside the window has ended. Never from its threads: widgets may go with it.
        """
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        under_way = QThreadPool.globalInstance().activeThreadCount() > 0
        # Also among what was set apart at the start.
        gc.unfreeze()
        gc.collect()
        if under_way and self._window.locked:
            QTimer.singleShot(SWEEP_AGAIN_MS, self, self._sweep)

    @Slot()
    def _on_unlocked(self) -> None:
        if self._again:
            self._again = False
            self._door.lock()
            self._window.lock_anew()
            return
        self._window.open_again(self._new_context())
        self.unlocked.emit()
