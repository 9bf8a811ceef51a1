"""The people of the week as a table: name with what is missing, level, hours against the cap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.levels import LevelState
from desktop.domain.people import Citizen
from desktop.domain.unit import Unit
from desktop.printing.order import in_order
from desktop.services.people_weeks import PersonWeek
from desktop.ui.people.words import below_name, hint, hours_said, hours_words, missing_words
from desktop.ui.widgets.searching import fold
from desktop.ui.widgets.text import tooltip
from desktop.ui.words import level_words

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
SORT_ROLE = Qt.ItemDataRole.UserRole
PERSON_ROLE = Qt.ItemDataRole.UserRole + 1
SEARCH_ROLE = Qt.ItemDataRole.UserRole + 2


class Column(IntEnum):
    NAME = 0
    LEVEL = 1
    HOURS = 2


COLUMNS = len(Column)
MOST_TOLD = 40
"""Of how many rows it is told one by one that they are others."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person's week with the names that go with its ids. ``place``: where the name stands among all."""

    week: PersonWeek
    name: str
    case_number: str
    groups: tuple[str, ...]
    duties: tuple[str, ...]
    place: int


class PeopleTableModel(QAbstractTableModel):
    """One row a person. ``SORT_ROLE`` gives a value to sort by, ``PERSON_ROLE`` the ``PersonRow``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PersonRow] = []

    def show_people(self, unit: Unit | None, weeks: Sequence[PersonWeek]) -> None:
        """Shows these people, whose names the unit knows. Where nobody comes, goes or moves, only the rows
        that are others are told."""
        citizens = {citizen.id: citizen for citizen in unit.citizens} if unit else {}
        groups = {group.id: group.name for group in unit.groups} if unit else {}
        activities = {activity.id: activity.name for activity in unit.activities} if unit else {}
        ordered = in_order(weeks, lambda week: citizens[week.citizen].name)
        rows = [
            _row(week, citizens[week.citizen], groups, activities, place)
            for place, week in enumerate(ordered)
        ]
        before = self._rows
        others = [at for at, (old, new) in enumerate(zip(before, rows, strict=False)) if old != new]
        same = len(before) == len(rows) and all(_same_person(before[at], rows[at]) for at in others)
        if not same or len(others) > MOST_TOLD:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        for at in others:
            self.dataChanged.emit(self.index(at, 0), self.index(at, COLUMNS - 1))

    def row_of(self, citizen: str) -> int | None:
        """The row of a citizen's id."""
        return next((row for row, person in enumerate(self._rows) if person.week.citizen == citizen), None)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NAME: self.tr("Name"),
            Column.LEVEL: self.tr("Level"),
            Column.HOURS: self.tr("Hours of cap"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        person = self._rows[index.row()]
        if role == PERSON_ROLE:
            return person
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _display(person, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(
                    hint(person.name, person.case_number, person.groups, person.duties, person.week)
                )
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(person, column)
            case _ if role == SORT_ROLE:
                return _sorting(person, column)
            case _ if role == SEARCH_ROLE:
                return fold(" ".join((person.name, person.case_number, *person.groups)))
        return None


def _same_person(one: PersonRow, other: PersonRow) -> bool:
    return one.week.citizen == other.week.citizen


def _row(
    week: PersonWeek,
    citizen: Citizen,
    groups: Mapping[str, str],
    activities: Mapping[str, str],
    place: int,
) -> PersonRow:
    return PersonRow(
        week=week,
        name=citizen.name,
        case_number=citizen.case_number,
        groups=tuple(groups[group] for group in week.groups),
        duties=missing_words(week.unmet, activities),
        place=place,
    )


def _display(person: PersonRow, column: Column) -> str:
    match column:
        case Column.NAME:
            return person.name
        case Column.LEVEL:
            return f"{person.week.level}{'' if person.week.level_state is LevelState.CURRENT else ' ?'}"
        case Column.HOURS:
            return hours_words(person.week)


def _spoken(person: PersonRow, column: Column) -> str:
    """What a screen reader says of a cell."""
    match column:
        case Column.NAME:
            return f"{person.name}, {below_name(person.groups, person.duties)}"
        case Column.LEVEL:
            return level_words(person.week.level, person.week.level_state)
        case Column.HOURS:
            return hours_said(person.week)


def _sorting(person: PersonRow, column: Column) -> Any:
    """Hours are sorted by what is left of the cap, so that those with most to give stand together; people
    without a known cap come after all others."""
    week = person.week
    match column:
        case Column.NAME:
            return person.place
        case Column.LEVEL:
            return week.level * 10 + list(LevelState).index(week.level_state)
        case Column.HOURS:
            return 10**6 if week.cap_minutes is None else week.counted_minutes - week.cap_minutes
