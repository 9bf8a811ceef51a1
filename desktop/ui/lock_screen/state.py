"""What a locked window keeps: the way back in, and what to go back to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.time import IsoWeek
from desktop.ui.desk_run import HeldPlanning
from desktop.ui.door import Door, LockReason

if TYPE_CHECKING:
    from desktop.ui.week.page import WeekView


@dataclass(frozen=True, slots=True)
class Shown:
    """What was shown when the vault was locked: ids and numbers, no names."""

    week: IsoWeek
    version: int | None
    session: str | None
    view: WeekView | None
    places: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Locked:
    """Why a window is locked, what it goes back to, and the run that goes on meanwhile. ``undecided``: a page
    had found something that nobody has kept or thrown away, which is looked for again behind the lock."""

    door: Door
    reason: LockReason
    shown: Shown
    planning: HeldPlanning | None
    undecided: bool = False
