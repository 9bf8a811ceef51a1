"""The answers of a function for each of many records, made anew only where what it was asked is another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

C = TypeVar("C")
R = TypeVar("R")
A = TypeVar("A")


class Remembered(Generic[C, R, A]):
    """``work`` reads nothing but what it is given, so that an answer that is kept is the one it would give.

    What is given to it is compared as a whole, and by its value. It holds what the records hold: whoever owns
    it drops it where those must go.
    """

    def __init__(self, work: Callable[[C, R], A]) -> None:
        self._work = work
        self._common: C | None = None
        self._known: dict[str, tuple[R, A]] = {}

    def answers(self, common: C, records: Mapping[str, R]) -> dict[str, A]:
        """The answer for each record by its id; all of them depend on ``common``."""
        known = self._known if common == self._common else {}
        found: dict[str, tuple[R, A]] = {}
        for name, record in records.items():
            before = known.get(name)
            same = before is not None and before[0] == record
            found[name] = before if before is not None and same else (record, self._work(common, record))
        self._common, self._known = common, found
        return {name: answer for name, (_, answer) in found.items()}

    def keep(self, records: Mapping[str, R]) -> None:
        """Forgets every record that is not among these as it is."""
        self._known = {name: kept for name, kept in self._known.items() if records.get(name) == kept[0]}
