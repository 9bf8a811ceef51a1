"""The audit trail as a table. Only the rows in sight are read: the trail may be long."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.services.ports import Kept, NotRecorded
from desktop.services.trail.audit import AuditService
from desktop.ui.audit.words import Labels, about_words, moment_words, what_words, who_words
from desktop.ui.widgets.text import tooltip

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
BATCH = 200
MOST_BATCHES = 20


class Column(IntEnum):
    WHEN = 0
    WHO = 1
    WHAT = 2
    ABOUT = 3
    WHY = 4


class AuditTableModel(QAbstractTableModel):
    """One row an entry, in the order of the numbers that it is given."""

    def __init__(self, trail: AuditService, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trail = trail
        self._labels = labels
        self._numbers: Sequence[int] = ()
        self._batches: OrderedDict[int, dict[int, Kept]] = OrderedDict()

    def show_entries(self, numbers: Sequence[int]) -> None:
        self.beginResetModel()
        self._numbers = numbers
        self._batches.clear()
        self.endResetModel()

    def entry(self, row: int) -> Kept | None:
        """The entry of a row; None where it can't be read."""
        start = row - row % BATCH
        batch = self._batches.get(start)
        if batch is None:
            try:
                read = self._trail.read(self._numbers[start : start + BATCH])
            except NotRecorded:
                return None
            batch = self._batches[start] = {kept.entry.number: kept for kept in read}
            if len(self._batches) > MOST_BATCHES:
                self._batches.popitem(last=False)
        return batch.get(self._numbers[row])

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.WHEN: self.tr("When"),
            Column.WHO: self.tr("Who"),
            Column.WHAT: self.tr("What"),
            Column.ABOUT: self.tr("About"),
            Column.WHY: self.tr("Why"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        kept = self.entry(index.row())
        text = "" if kept is None else self._text(kept, Column(index.column()))
        return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def _text(self, kept: Kept, column: Column) -> str:
        entry, payload = kept.entry, kept.payload
        match column:
            case Column.WHEN:
                return moment_words(entry.at)
            case Column.WHO:
                return who_words(entry)
            case Column.WHAT:
                return what_words(kept)
            case Column.ABOUT:
                return about_words(kept, self._labels)
            case Column.WHY:
                return payload.reason if payload is not None else ""
