"""What was read last, so that it need not be read again while nobody has written."""

from __future__ import annotations

from threading import Lock
from typing import Any

What = tuple[Any, ...]
"""What was read: the class of a kind of row, and for a part of them what it is a part by."""


class Kept:
    """Values of an open store by what was read, each as it was last committed.

    They are good for one ``state`` of the database, as ``engine.state_of`` tells it. What a unit of work
    writes itself leaves that state as it is: it drops what it touches. May be used from any thread; holds
    names, so ``close`` drops all of it for good.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._state: object = None
        self._values: dict[What, Any] = {}
        self._closed = False

    def look_at(self, state: object) -> None:
        """Drops everything where somebody else has written since."""
        with self._lock:
            if state != self._state:
                self._values.clear()
                self._state = None if self._closed else state

    def get(self, what: What) -> Any:
        """The value; None where it has to be read."""
        with self._lock:
            return self._values.get(what)

    def put(self, what: What, value: object) -> None:
        with self._lock:
            if not self._closed:
                self._values[what] = value

    def drop(self, row: type[Any]) -> None:
        """Drops what was read of one kind of row."""
        with self._lock:
            for what in [each for each in self._values if each[0] is row]:
                del self._values[what]

    def clear(self) -> None:
        with self._lock:
            self._values.clear()

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._values.clear()
            self._state = None
