"""The rows of a table as Qt's views see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.table.columns import Column
from desktop.ui.table.ordering import ranks
from desktop.ui.widgets.searching import fold
from desktop.ui.widgets.text import tooltip

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_DOWN_ROLE = Qt.ItemDataRole.UserRole + 2
UNKNOWN_ROLE = Qt.ItemDataRole.UserRole + 3
BADGE_ROLE = Qt.ItemDataRole.UserRole + 4
ICON_ROLE = Qt.ItemDataRole.UserRole + 5
_SORTING = frozenset((int(SORT_ROLE), int(SORT_DOWN_ROLE)))
MOST_RUNS = 40
"""With more runs of new and vanished rows than this, building the table anew is quicker."""


class RowsTableModel(QAbstractTableModel, Generic[T]):
    """One row an object, told apart by ``key``."""

    def __init__(
        self, columns: Sequence[Column[T]], key: Callable[[T], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._rows: list[T] = []
        self._keys: list[str] = []
        self._coming: list[T] = []
        self._ranks: dict[int, dict[str, int | None]] = {}
        self._searched: tuple[Column[T], ...] = self.columns
        self._haystacks: dict[str, str] = {}

    def set_rows(self, rows: Sequence[T]) -> None:
        """Shows these rows. Those of a known key stay chosen. Raises ``ValueError`` where a key is double."""
        coming = list(rows)
        keys = [self._key(row) for row in coming]
        places = {key: place for place, key in enumerate(keys)}
        if len(places) != len(keys):
            raise ValueError("two rows of a table have the same key")
        known = set(self._keys)
        gone = runs([place for place, key in enumerate(self._keys) if key not in places])
        new = runs([place for place, key in enumerate(keys) if key not in known])
        if len(gone) + len(new) > MOST_RUNS:
            self._reset(coming, keys)
            return
        self._remove(gone)
        # Every rank is one among the rows to come, so that each step meets rows in their final order.
        self._coming = coming
        self._ranks.clear()
        self._reorder(places)
        self._renew([coming[places[key]] for key in self._keys])
        self._insert(new, coming, keys)

    def rows(self) -> list[T]:
        return list(self._rows)

    def row_at(self, place: int) -> T:
        return self._rows[place]

    def key_at(self, place: int) -> str:
        return self._keys[place]

    def place_of(self, key: str) -> int | None:
        """Where the row of a key stands; None where there is none."""
        return self._keys.index(key) if key in self._keys else None

    def column_of(self, key: str) -> int | None:
        """Where the column of a key stands; None where there is none."""
        return next((place for place, each in enumerate(self.columns) if each.key == key), None)

    def search_in(self, columns: Sequence[Column[T]]) -> None:
        """Says which columns ``haystack`` is made of."""
        self._searched = tuple(columns)
        self._haystacks.clear()

    def haystack(self, place: int) -> str:
        """The folded text of a row, in which words are looked for."""
        key = self._keys[place]
        found = self._haystacks.get(key)
        if found is None:
            row = self._rows[place]
            found = fold("\n".join(column.searched(row) for column in self._searched))
            self._haystacks[key] = found
        return found

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # First, as a sorting asks for it some ten thousand times.
        if role in _SORTING:
            rank = self._ranks_of(index.column())[self._keys[index.row()]]
            return rank if rank is not None else len(self._coming) if role == SORT_ROLE else -1
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.shown(row)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(column.hint(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return column.said(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.align | Qt.AlignmentFlag.AlignVCenter
        if role == ROW_ROLE:
            return row
        if role == UNKNOWN_ROLE:
            return column.is_unknown(row)
        if role == BADGE_ROLE:
            return column.badge(row) if column.badge else None
        if role == ICON_ROLE:
            return column.icon(row) if column.icon else None
        return None

    def _ranks_of(self, column: int) -> dict[str, int | None]:
        found = self._ranks.get(column)
        if found is None:
            values = ranks([self.columns[column].sorting(row) for row in self._coming])
            keys = [self._key(row) for row in self._coming]
            found = self._ranks[column] = dict(zip(keys, values, strict=True))
        return found

    def _reset(self, coming: list[T], keys: list[str]) -> None:
        self.beginResetModel()
        self._rows, self._keys, self._coming = list(coming), list(keys), coming
        self._ranks.clear()
        self._haystacks.clear()
        self.endResetModel()

    def _remove(self, gone: list[tuple[int, int]]) -> None:
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            for key in self._keys[first : last + 1]:
                self._haystacks.pop(key, None)
            del self._rows[first : last + 1]
            del self._keys[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, places: dict[str, int]) -> None:
        ordered = sorted(self._keys, key=places.__getitem__)
        if ordered == self._keys:
            return
        self.layoutAboutToBeChanged.emit()
        before, rows = self._keys, dict(zip(self._keys, self._rows, strict=True))
        now = {key: place for place, key in enumerate(ordered)}
        kept = self.persistentIndexList()
        moved = [self.index(now[before[index.row()]], index.column()) for index in kept]
        self._keys, self._rows = ordered, [rows[key] for key in ordered]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _renew(self, rows: list[T]) -> None:
        """Told as one change: the sorting proxy would else look for a row's place among rows whose own
        places have changed, too."""
        changed = [place for place, row in enumerate(rows) if row != self._rows[place]]
        self._rows = rows
        if changed:
            for place in changed:
                self._haystacks.pop(self._keys[place], None)
            first, last = self.index(changed[0], 0), self.index(changed[-1], len(self.columns) - 1)
            self.dataChanged.emit(first, last)

    def _insert(self, new: list[tuple[int, int]], coming: list[T], keys: list[str]) -> None:
        for first, last in new:
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = coming[first : last + 1]
            self._keys[first:first] = keys[first : last + 1]
            self.endInsertRows()


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Rising numbers as runs, each with its first and its last."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
