"""A search in a thread of its own, so that the main one can listen to signals and keep the clock going."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, Protocol, TypeVar

from solver.limits import Limits

#: Seconds between two looks at the search, at Ctrl-C and at the clock.
_LOOK = 0.05
#: Seconds that the work has for handing over its best once it was told to stop.
PATIENCE = 0.3

T = TypeVar("T")


class Asking(Protocol):
    """Who may want the work to stop."""

    def came(self) -> bool:
        """Whether a wish to stop came since the last time of asking."""


class Nobody:
    """Never wants anything: where a stop comes by the limits alone."""

    def came(self) -> bool:
        return False


class Running(Generic[T]):
    """``work`` in a thread. It hands what it has so far to ``keep`` and obeys ``limits``."""

    def __init__(self, work: Callable[[], T], limits: Limits) -> None:
        self._work, self._limits = work, limits
        self._best: T | None = None
        self._done = Future[T]()

    def keep(self, best: T) -> None:
        """Takes the best so far, from the thread of the work."""
        self._best = best

    def watch(self, signals: Asking, look: Callable[[float], None]) -> T | None:
        """What the work returns, or raises; ``look`` is called with the seconds elapsed until then.

        A signal, or anybody's word to ``limits``, stops the work, which then hands over its best. Where that
        takes long, or a second signal comes, nothing more is waited for: what was kept last is returned, None
        where there is nothing.
        """
        ended = threading.Event()
        self._done.add_done_callback(lambda _: ended.set())
        look(0.0)
        threading.Thread(target=self._run, daemon=True).start()
        while not ended.is_set():
            look(self._limits.elapsed)
            ended.wait(_LOOK)
            again = False
            if signals.came():
                again = self._limits.stopped
                self._limits.stop()
            if (again or self._limits.stopped_for >= PATIENCE) and not ended.is_set():
                return self._best
        return self._done.result()

    def leave(self, status: int) -> int:
        """The exit status of the command. Where the work is not over, the process ends here."""
        if not self._done.done():
            # CP-SAT may be at work in that thread, and ending the interpreter under it is not safe.
            for child in multiprocessing.active_children():
                child.terminate()
            sys.stderr.flush()
            os._exit(status)
        return status

    def _run(self) -> None:
        try:
            self._done.set_result(self._work())
        except BaseException as error:
            self._done.set_exception(error)
