"""What a locked window keeps: the way back in, and what to go back to."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.time import IsoWeek
from desktop.ui.context import Door, LockReason
from desktop.ui.desk import Desk, HeldPlanning
from desktop.ui.week.page import WeekPage, WeekView


@dataclass(frozen=True, slots=True)
class Shown:
    """What was shown when the vault was locked: ids and numbers, no names."""

    week: IsoWeek
    version: int | None
    session: str | None
    view: WeekView | None
    places: dict[str, dict[str, str]]

    @classmethod
    def of(cls, desk: Desk, page: WeekPage | None, places: dict[str, dict[str, str]]) -> Shown:
        return cls(desk.week, desk.number, desk.session, None if page is None else page.view(), places)


@dataclass(frozen=True, slots=True)
class Locked:
    """Why a window is locked, what it goes back to, and the run that goes on meanwhile."""

    door: Door
    reason: LockReason
    shown: Shown
    planning: HeldPlanning | None
