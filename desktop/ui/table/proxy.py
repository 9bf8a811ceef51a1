"""Which rows are shown, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from desktop.ui.table.model import SORT_DOWN_ROLE, SORT_ROLE, RowsTableModel
from desktop.ui.widgets.searching import fold

T = TypeVar("T")
_NO_COLUMN = -1


class RowsProxy(QSortFilterProxyModel, Generic[T]):
    """Sorts and filters a ``RowsTableModel``. What isn't known comes last in both directions."""

    def __init__(self, model: RowsTableModel[T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: tuple[str, ...] = ()
        self._accepts: Callable[[T], bool] | None = None
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(model)

    def show_only(self, words: str, accepts: Callable[[T], bool] | None = None) -> None:
        """Shows the rows that hold every word, in any case and with or without accents, and that
        ``accepts`` lets through."""
        self.beginFilterChange()
        self._words = tuple(fold(words).split())
        self._accepts = accepts
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def row_at(self, place: int) -> T:
        """The object of a row as it is shown."""
        return self._model.row_at(self.mapToSource(self.index(place, 0)).row())

    def place_of(self, key: str) -> int | None:
        """Where the row of a key is shown; None where it is not."""
        place = self._model.place_of(key)
        index = QModelIndex() if place is None else self.mapFromSource(self._model.index(place, 0))
        return index.row() if index.isValid() else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        role = SORT_ROLE if order == Qt.SortOrder.AscendingOrder else SORT_DOWN_ROLE
        if role != self.sortRole():
            # Without a column to sort by, the new role costs no sorting of its own.
            super().sort(_NO_COLUMN, order)
            self.setSortRole(role)
        super().sort(column, order)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        if self._accepts is not None and not self._accepts(self._model.row_at(row)):
            return False
        if not self._words:
            return True
        text = self._model.haystack(row)
        return all(word in text for word in self._words)
