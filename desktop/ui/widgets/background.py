"""Work that takes a second or two, done beside the window's own thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class _Outcome(QObject):
    ready = Signal(object)


class _Task(QRunnable):
    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self.outcome = _Outcome()

    def run(self) -> None:
        self.outcome.ready.emit(self._work())


def in_background(work: Callable[[], object], ready: Callable[[object], None]) -> None:
    """Calls ``ready`` with what ``work`` returns.

    ``ready`` must be a method of a QObject: it is then called in that object's thread, and not at all once
    the object is gone. ``work`` must not raise.
    """
    task = _Task(work)
    task.outcome.ready.connect(ready)
    QThreadPool.globalInstance().start(task)


def in_own_thread(work: Callable[[], object], ready: Callable[[object], None]) -> None:
    """The same for work that may never end: the program does not wait for it at its own end."""
    outcome = _Outcome()
    outcome.ready.connect(ready)

    def run() -> None:
        answer = work()
        # The program may have ended meanwhile.
        with suppress(RuntimeError):
            outcome.ready.emit(answer)

    threading.Thread(target=run, daemon=True).start()
