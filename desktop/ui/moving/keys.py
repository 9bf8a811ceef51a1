"""Where the arrow keys lead a session that is carried, or its lower edge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from desktop.printing.sheet import Sheet
from desktop.ui.board.modes import Mode
from desktop.ui.moving.lengths import length_of
from desktop.ui.moving.subjects import CarriedSession, Spot

ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def step(
    mode: Mode, sheet: Sheet, carried: CarriedSession, spot: Spot, key: Qt.Key, slot: int, *, by_day: bool
) -> Spot | None:
    """The next place: up and down by a slot, across by a lane, or by a day; None where there is none."""
    if key in DOWN:
        length = length_of(carried.session)
        minute = spot.minute + DOWN[key] * slot
        return Spot(spot.column, minute) if sheet.first <= minute <= sheet.last - length else None
    if key not in ACROSS:
        return None
    if by_day or mode in (Mode.PEOPLE, Mode.GROUPS):
        return _other_day(sheet, spot, ACROSS[key])
    column = spot.column + ACROSS[key]
    return Spot(column, spot.minute) if 0 <= column < len(sheet.columns) else None


def step_end(ends: Sequence[int], spot: Spot, longer: int) -> Spot | None:
    """The next of the ends, later where ``longer`` is 1, earlier where it is -1; None where there is none."""
    at = ends.index(spot.minute) + longer
    return Spot(spot.column, ends[at]) if 0 <= at < len(ends) else None


def _other_day(sheet: Sheet, spot: Spot, days: int) -> Spot | None:
    """The same lane on the day before or after."""
    here = sheet.columns[spot.column]
    shown = sorted({column.day for column in sheet.columns})
    at = shown.index(here.day) + days
    if not 0 <= at < len(shown):
        return None
    column = next(
        (place for place, each in enumerate(sheet.columns) if each.day == shown[at] and each.key == here.key),
        None,
    )
    return None if column is None else Spot(column, spot.minute)
