"""The errors of a unit file as a table: where, and what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.services.files.importing import FileError
from desktop.ui.fault_words import fault_words
from desktop.ui.widgets.text import tooltip

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class ErrorsTableModel(QAbstractTableModel):
    """One row an error, in the order of the file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errors: Sequence[FileError] = ()

    def show_errors(self, errors: Sequence[FileError]) -> None:
        self.beginResetModel()
        self._errors = errors
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._errors)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("What is wrong") if section else self.tr("Place in the file")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        error = self._errors[index.row()]
        text = (
            fault_words(error.key, error.message)
            if index.column()
            else error.path or self.tr("the whole file")
        )
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else None
