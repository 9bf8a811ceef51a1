"""How the board is looked at: within a session, and from one start to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.ui.board.modes import Mode


@dataclass(frozen=True, slots=True)
class BoardPlace:
    """Where on the board one looks: the number of the site's tab, the day, the scrolling, the view."""

    site: int
    day: int
    across: int
    down: int
    mode: Mode = Mode.ROOMS


@dataclass(frozen=True, slots=True)
class BoardLook:
    """What of the board is there again after a restart: numbers and words of the program's own.

    ``day`` is that of the week that begins on ``monday``, ``people`` and ``order`` whose lanes are shown.
    """

    mode: Mode
    site: int
    monday: date
    day: int
    people: str
    order: str
