"""Work that takes a second or two, done beside the window's own thread."""

from __future__ import annotations

import sys
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
        try:
            answer = self._work()
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            # What it went through holds names and keys, perhaps.
            answer = error.with_traceback(None)
        self.outcome.ready.emit(answer)


def in_background(work: Callable[[], object], ready: Callable[[object], None]) -> None:
    """Calls ``ready`` with what ``work`` returns, or with the error that it raised, which is noted as one
    that nobody caught: whoever waits is never left waiting.

    ``ready`` must be a method of a QObject: it is then called in that object's thread, and not at all once
    the object is gone.
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
