"""Records that somebody opened what is kept of a person: once for each opening, and not in passing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from desktop.domain.audit import AuditEvent
from desktop.services.ports import Auditor, NotRecorded
from desktop.services.trail.audit_changes import read_event

REST_MS = 400
"""Milliseconds that a choice must stand: who goes down a list with the keys opens nobody on the way."""


class Reads(QObject):
    """``opened`` is called with every choice, None where nothing is chosen any more. ``failed`` is sent where
    the trail could not be written."""

    failed = Signal()

    def __init__(self, audit: Auditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._audit = audit
        self._waiting: AuditEvent | None = None
        self._recorded: AuditEvent | None = None
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST_MS)
        self.rest.timeout.connect(self.flush)

    def opened(self, event: AuditEvent | None) -> None:
        """What is shown now. The same again, as after a redraw, is no new opening."""
        self._waiting = event
        if event is None:
            self._recorded = None
            self.rest.stop()
        elif event != self._recorded:
            self.rest.start()

    @Slot()
    def flush(self) -> None:
        """Records at once what is shown and waits to be recorded."""
        self.rest.stop()
        event = self._waiting
        if event is None or event == self._recorded:
            return
        self._recorded = event
        try:
            self._audit.record(event)
        except NotRecorded:
            self.failed.emit()


class VisitReads(QObject):
    """Records whom a visit of a page has shown, each person once until ``end``.

    ``failed`` is sent where the trail could not be written.
    """

    failed = Signal()

    def __init__(self, audit: Auditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._audit = audit
        self._shown: frozenset[str] = frozenset()
        self._seen: set[str] = set()
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST_MS)
        self.rest.timeout.connect(self.flush)

    def show(self, citizens: Iterable[str]) -> None:
        """Whose entries are shown now, by their ids."""
        self._shown = frozenset(citizens)
        if self._shown <= self._seen:
            self.rest.stop()
        else:
            self.rest.start()

    @Slot()
    def flush(self) -> None:
        """Records at once what is shown and waits to be recorded."""
        self.rest.stop()
        new = self._shown - self._seen
        if not new:
            return
        self._seen |= new
        try:
            self._audit.record(*(read_event("citizen", person) for person in sorted(new)))
        except NotRecorded:
            self.failed.emit()

    def end(self) -> None:
        """The visit is over: what is shown the next time is seen anew."""
        self.flush()
        self._shown = frozenset()
        self._seen.clear()


def unrecorded_words() -> str:
    """What is told where a look could not be recorded."""
    return QCoreApplication.translate(
        "Reads", "The audit trail could not be written: who looks at what is not recorded now."
    )
