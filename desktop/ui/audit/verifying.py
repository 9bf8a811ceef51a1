"""Verifying beside the window: a bar that tells how far it is, and a button that ends it."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from desktop.services.ports import NotRecorded
from desktop.services.trail.audit import AuditService
from desktop.services.trail.audit_verify import Verdict
from desktop.ui.theme import GRID
from desktop.ui.widgets.background import in_background
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.text import label

PARTS = 1000
"""The bar's own count: the trail may have more entries than a bar can."""


class _Stopped(Exception):
    """Somebody has ended the reading."""


class _Reader(QObject):
    """Reads the trail once. ``read`` tells how many of how many entries, from the reader's own thread."""

    read = Signal(int, int)

    def __init__(self, trail: AuditService, short: str) -> None:
        super().__init__()
        self._trail = trail
        self._short = short
        self.stopped = threading.Event()

    def verdict(self) -> Verdict | None:
        """None where it was stopped or the trail can't be read; then ``stopped`` tells which."""
        try:
            return self._trail.verify(self._short, self._watch)
        except (NotRecorded, _Stopped):
            return None

    def _watch(self, done: int, every: int) -> None:
        if self.stopped.is_set():
            raise _Stopped
        self.read.emit(done, every)


class VerifyBar(QWidget):
    """Seen while the trail is read. ``verified`` is sent with the ``Verdict``, or None where there is none;
    nothing is sent after ``stop``, which ``ended`` tells of."""

    verified = Signal(object)
    ended = Signal()

    def __init__(self, trail: AuditService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trail = trail
        self._reader: _Reader | None = None
        self.text = label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How much of the audit trail is verified"))
        self.stop_button = QPushButton(self.tr("&Stop"))
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self.stop)
        line = row(self, gap=GRID)
        line.setContentsMargins(GRID * 2, GRID, GRID * 2, 0)
        line.addWidget(self.text)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop_button)
        self.hide()

    @property
    def busy(self) -> bool:
        return self._reader is not None

    def start(self, short: str) -> None:
        """Begins to verify, with the short form from a print or none."""
        if self.busy:
            return
        self.text.setText(self.tr("Looking for anchors …"))
        self.bar.setRange(0, 0)
        self.show()
        reader = self._reader = _Reader(self._trail, short)
        reader.read.connect(self._tell)
        in_background(partial(_answer, reader), self._answered)

    @Slot()
    def stop(self) -> None:
        """Ends it at the next entries; whoever closes the window does so, too."""
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.stopped.set()
            self.hide()
            self.ended.emit()

    @Slot(int, int)
    def _tell(self, done: int, every: int) -> None:
        if self.sender() is self._reader:
            self.bar.setRange(0, PARTS)
            self.bar.setValue(PARTS * done // max(1, every))
            text = self.tr("Entry %1 of %2")
            self.text.setText(text.replace("%1", str(done)).replace("%2", str(every)))

    @Slot(object)
    def _answered(self, answer: object) -> None:
        reader, verdict = answer if isinstance(answer, tuple) else (None, None)
        if reader is self._reader is not None:
            self._reader = None
            self.hide()
            self.verified.emit(verdict)


def _answer(reader: _Reader) -> tuple[_Reader, Verdict | None]:
    return reader, reader.verdict()
