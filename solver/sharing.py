"""How the time is shared among the goals: each later one has a part for itself, and none waits in vain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

#: The share of the time that each stage after the first one has for itself.
LATER = 0.06


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the time, in shares (0 to 1) of all of it.

    It is used up with all of the time, wherever it ends.
    """

    begin: float
    end: float

    def used(self, now: float) -> float:
        """The share used of this stretch."""
        return 1.0 if now >= min(1.0, self.end) else max(0.0, (now - self.begin) / (self.end - self.begin))


def in_turn(stages: int, now: Callable[[], float], until: float, take: Callable[[int, Window], None]) -> None:
    """Gives each stage its turn by ``take``, from ``now()`` on until the share ``until`` is used.

    The first one may take all that the later ones do not have for themselves. What a stage leaves goes to
    those after it.
    """
    later = LATER * (until - now())
    for number in range(stages):
        begin = now()
        end = until - later * (stages - 1 - number)
        take(number, Window(begin, max(begin, end)))
