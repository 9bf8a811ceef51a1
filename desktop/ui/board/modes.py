"""The four views of one plan, and the sheet that each shows."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Unit
from desktop.printing.group_sheet import group_sheet
from desktop.printing.sheet import Book, Sheet, site_sheet
from desktop.printing.view_sheets import people_sheet, staff_sheet

translate = QCoreApplication.translate


class Mode(StrEnum):
    """What the board's lanes are."""

    ROOMS = "rooms"
    STAFF = "staff"
    PEOPLE = "people"
    GROUPS = "groups"

    @property
    def by_site(self) -> bool:
        """Whether it shows one site at a time."""
        return self in (Mode.ROOMS, Mode.GROUPS)


def mode_name(mode: Mode) -> str:
    """What a view is called on its button."""
    return {
        Mode.ROOMS: translate("BoardModes", "Rooms"),
        Mode.STAFF: translate("BoardModes", "Staff"),
        Mode.PEOPLE: translate("BoardModes", "People"),
        Mode.GROUPS: translate("BoardModes", "Groups"),
    }[mode]


def mode_hint(mode: Mode) -> str:
    """What a view answers."""
    return {
        Mode.ROOMS: translate("BoardModes", "What is held in which room"),
        Mode.STAFF: translate("BoardModes", "What each member of the staff does, and when they are free"),
        Mode.PEOPLE: translate("BoardModes", "What each person comes to"),
        Mode.GROUPS: translate(
            "BoardModes", "Which groups are on a site when, and the time that keeps rivals apart"
        ),
    }[mode]


class Sheets:
    """The sheets of one version, each made when it is first looked at."""

    def __init__(self, unit: Unit, version: PlanVersion) -> None:
        self.unit = unit
        self.version = version
        self._book = Book(unit, version.week)
        self._made: dict[tuple[object, ...], Sheet] = {}

    def sheet(self, mode: Mode, site: str, days: tuple[date, ...] | None, people: tuple[str, ...]) -> Sheet:
        """The sheet of a view; ``site`` and ``people`` are looked at where the view is of them."""
        key = (mode, site if mode.by_site else "", days, people if mode is Mode.PEOPLE else ())
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(mode, site, days, people)
        return found

    def _make(self, mode: Mode, site: str, days: tuple[date, ...] | None, people: tuple[str, ...]) -> Sheet:
        unit, version, book = self.unit, self.version, self._book
        match mode:
            case Mode.ROOMS:
                return site_sheet(unit, version, site, days, book)
            case Mode.STAFF:
                return staff_sheet(unit, version, days, book)
            case Mode.PEOPLE:
                return people_sheet(unit, version, people, days, book)
            case Mode.GROUPS:
                return group_sheet(unit, version, site, days, book)
