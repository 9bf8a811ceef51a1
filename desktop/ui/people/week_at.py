"""The week of the person in a cell, whichever list of people the cell stands in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from desktop.services.people_weeks import PersonWeek
from desktop.ui.people.list_rows import ListRow
from desktop.ui.people.table_model import PERSON_ROLE, PersonRow
from desktop.ui.table.model import ROW_ROLE


def week_at(index: QModelIndex | QPersistentModelIndex) -> PersonWeek | None:
    """None where nobody is, or where they are not planned in the week."""
    person = index.data(PERSON_ROLE)
    if isinstance(person, PersonRow):
        return person.week
    row = index.data(ROW_ROLE)
    return row.person.week if isinstance(row, ListRow) else None
