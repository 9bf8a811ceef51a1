"""The table of the audit trail's entries, as fast with a hundred thousand of them as with ten."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.audit.table_model import AuditTableModel, Column
from desktop.ui.theme import GRID

LETTERS = ((Column.WHEN, 30), (Column.WHO, 24), (Column.WHAT, 24), (Column.WHY, 26))


class AuditTable(QTableView):
    """One entry a row; one is chosen at a time."""

    def __init__(self, model: AuditTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("Entries of the audit trail"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        # All rows are of one height: with a hundred thousand of them none must be measured.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        wide = self.fontMetrics().averageCharWidth()
        for column_of, letters in LETTERS:
            self.setColumnWidth(column_of, wide * letters)
        header.setSectionResizeMode(Column.ABOUT, QHeaderView.ResizeMode.Stretch)
