"""Who is at work in a store, and a moment in which nobody is."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from desktop.store.errors import StoreBusy


class Gate:
    """Counts the units of work under way. While somebody is ``alone``, new ones wait at the gate.

    ``seconds`` is how long anybody waits before ``StoreBusy`` is raised.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._changed = threading.Condition()
        self._inside = 0
        self._shut = False

    def enter(self) -> None:
        """Raises ``StoreBusy`` where the gate stays shut."""
        with self._changed:
            self._wait_until_open()
            self._inside += 1

    def leave(self) -> None:
        with self._changed:
            self._inside -= 1
            self._changed.notify_all()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Waits until nobody is inside, and lets nobody in. Raises ``StoreBusy`` where somebody stays."""
        with self._changed:
            self._wait_until_open()
            self._shut = True
            try:
                self._wait_until_empty()
            except BaseException:
                self._open()
                raise
        try:
            yield
        finally:
            with self._changed:
                self._open()

    def _wait_until_open(self) -> None:
        if not self._changed.wait_for(lambda: not self._shut, self._seconds):
            raise StoreBusy("the database is being written anew")

    def _wait_until_empty(self) -> None:
        if not self._changed.wait_for(lambda: not self._inside, self._seconds):
            raise StoreBusy("a transaction holds the database")

    def _open(self) -> None:
        self._shut = False
        self._changed.notify_all()
