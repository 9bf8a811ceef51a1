"""What was read last, so that it need not be read again while nobody has written."""

from __future__ import annotations

from collections.abc import Sequence
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


class Memory:
    """What one unit of work need not read: what was kept before it, and what it has read since it wrote.

    ``rows`` are the kinds of row there are.
    """

    def __init__(self, kept: Kept, rows: Sequence[type[Any]]) -> None:
        self._kept = kept
        self._rows = rows
        self._touched: dict[type[Any], set[str] | None] = {}
        """By kind what was written: the ids, or None for anything at all."""
        self._bases: dict[type[Any], Any] = {}
        self._since: dict[What, Any] = {}

    def get(self, what: What) -> Any:
        """The value; None where it has to be read."""
        return self._since.get(what) if what[0] in self._touched else self._kept.get(what)

    def put(self, what: What, value: object) -> None:
        if what[0] in self._touched:
            self._since[what] = value
        else:
            self._kept.put(what, value)

    def before_writing(self, row: type[Any]) -> tuple[Any, frozenset[str]] | None:
        """What was kept of a kind before it was written to, and the ids that were; None where that is not
        known."""
        base, ids = self._bases.get(row), self._touched.get(row)
        return None if base is None or ids is None else (base, frozenset(ids))

    def touch(self, row: type[Any], ids: Sequence[str]) -> None:
        """What is kept of this kind of row is about to be no longer right for these ids."""
        known = self._touched.setdefault(row, set())
        if not known:
            self._bases[row] = self._kept.get((row,))
        if known is not None:
            known.update(ids)
        self._kept.drop(row)
        self._since = {what: value for what, value in self._since.items() if what[0] is not row}

    def touch_all(self) -> None:
        """Nothing that is kept will be right."""
        self._kept.clear()
        self._bases.clear()
        self._since.clear()
        self._touched = dict.fromkeys(self._rows)

    def committed(self) -> None:
        """What was written is lasting, and what was read since is right for everybody."""
        for what, value in self._since.items():
            self._kept.put(what, value)
