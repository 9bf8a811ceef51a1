"""A table to work in by keyboard: rows to choose, copy, open and remove, columns to arrange."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.qt.settings import Settings
from desktop.services.spreadsheet_text import tab_separated
from desktop.ui.table.delegate import CellDelegate
from desktop.ui.table.layout import ColumnLayout
from desktop.ui.table.model import RowsTableModel, runs
from desktop.ui.table.proxy import RowsProxy
from desktop.ui.table.words import nothing_found, nothing_here
from desktop.ui.theme import GRID
from desktop.ui.widgets.empty import paint_empty

T = TypeVar("T")
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CURSOR = QAbstractItemView.CursorAction


class TableView(QTableView, Generic[T]):
    """``row_activated``: Enter or a double click, with the row. ``remove_asked``: Delete, with the list of
    chosen rows. ``menu_asked``: with the list of chosen rows and the point on the screen. Letters lead to the
    next row that begins with them in the column of the current cell.

    ``columns`` arranges the columns, and remembers that under ``name``.
    """

    row_activated = Signal(object)
    remove_asked = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(
        self,
        model: RowsTableModel[T],
        name: str,
        settings: Settings,
        *,
        sort: tuple[str, Qt.SortOrder] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows_model = model
        self.proxy = RowsProxy(model, self)
        self._empty = nothing_here()
        self._kept: tuple[list[str], str, int] = ([], "", 0)
        self._dress()
        self.setModel(self.proxy)
        self.setItemDelegate(CellDelegate(self))
        for place, column in enumerate(model.columns):
            if column.delegate is not None:
                self.setItemDelegateForColumn(place, column.delegate(self))
        self.columns = ColumnLayout(self.horizontalHeader(), model, name, settings, sort)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._on_double_click)
        model.modelAboutToBeReset.connect(self._keep_choice)
        self.proxy.modelReset.connect(self._restore_choice)

    def set_empty_text(self, text: str) -> None:
        """What stands where no rows are."""
        self._empty = text
        self.viewport().update()

    def empty_text(self) -> str:
        """What stands in the table now, where no row is shown; else nothing."""
        if self.proxy.rowCount():
            return ""
        return nothing_found() if self.rows_model.rowCount() else self._empty

    def selected(self) -> list[T]:
        """The chosen rows, in the order in which they are shown."""
        return [self.proxy.row_at(place) for place in self._selected_places()]

    def current(self) -> T | None:
        """The row that the keyboard is at."""
        index = self.currentIndex()
        return self.proxy.row_at(index.row()) if index.isValid() else None

    def choose(self, *keys: str) -> bool:
        """Chooses the rows of these keys and brings the first into sight; False where none is shown."""
        found = [place for place in map(self.proxy.place_of, keys) if place is not None]
        self._choose(found, found[0] if found else None)
        return bool(found)

    def copy(self) -> None:
        """Copies the chosen rows with their headers, for a spreadsheet: the columns that are shown."""
        self._copy(self.selected())

    def copy_all(self) -> None:
        """Copies all rows that are shown, in their order."""
        self._copy([self.proxy.row_at(place) for place in range(self.proxy.rowCount())])

    def _copy(self, rows: Sequence[T]) -> None:
        if not rows:
            return
        columns = self.columns.shown()
        lines = [[column.title for column in columns]]
        lines += [[column.shown(row) for column in columns] for row in rows]
        # The app's clipboard guard marks it, and takes it off when the vault is locked.
        QGuiApplication.clipboard().setText(tab_separated(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        row = self.current()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif plain and event.key() in ENTER and row is not None:
            self.row_activated.emit(row)
        elif plain and event.key() == Qt.Key.Key_Delete:
            if rows := self.selected():
                self.remove_asked.emit(rows)
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            # Qt makes a menu's event of it on Windows alone.
            self.menu_asked.emit(self.selected(), self._below_current())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def moveCursor(self, action: CURSOR, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action in (CURSOR.MoveHome, CURSOR.MoveEnd) and self.proxy.rowCount():
            place = 0 if action == CURSOR.MoveHome else self.proxy.rowCount() - 1
            return self.proxy.index(place, self._cursor_column())
        return super().moveCursor(action, modifiers)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            point = self._below_current()
        self.menu_asked.emit(self.selected(), point)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        text = self.empty_text()
        if text:
            paint_empty(self.viewport(), text)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + GRID + 4)
        rows.setMinimumSectionSize(0)

    def _below_current(self) -> QPoint:
        """The place on the screen for a menu that the keyboard asked for."""
        box = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(box.bottomLeft() + QPoint(GRID, 0))

    def _cursor_column(self) -> int:
        column = self.currentIndex().column()
        return column if column >= 0 else self.columns.first()

    def _selected_places(self) -> list[int]:
        # Quicker than to ask for the selected rows one by one: whole rows are chosen anyway.
        ranges = self.selectionModel().selection()
        return sorted({place for each in ranges.toList() for place in range(each.top(), each.bottom() + 1)})

    def _choose(self, places: Sequence[int], current: int | None) -> None:
        choice = self.selectionModel()
        flags = choice.SelectionFlag
        column = self._cursor_column()
        chosen = QItemSelection()
        for first, last in runs(sorted(places)):
            chosen.select(self.proxy.index(first, column), self.proxy.index(last, column))
        choice.select(chosen, flags.ClearAndSelect | flags.Rows)
        if current is not None:
            index = self.proxy.index(current, column)
            choice.setCurrentIndex(index, flags.NoUpdate)
            self.scrollTo(index)

    @Slot(QModelIndex)
    def _on_double_click(self, index: QModelIndex) -> None:
        self.row_activated.emit(self.proxy.row_at(index.row()))

    @Slot()
    def _keep_choice(self) -> None:
        keys = [self._key_at(place) for place in self._selected_places()]
        at = self.currentIndex().row()
        self._kept = (keys, self._key_at(at) if at >= 0 else "", at)

    @Slot()
    def _restore_choice(self) -> None:
        keys, current, at = self._kept
        shown = {self._key_at(place): place for place in range(self.proxy.rowCount())}
        last = len(shown) - 1
        # Where the current row is gone, the one that took its place is next to work on.
        near = min(at, last) if at >= 0 and last >= 0 else None
        self._choose([shown[key] for key in keys if key in shown], shown.get(current, near))

    def _key_at(self, place: int) -> str:
        return self.rows_model.key_at(self.proxy.mapToSource(self.proxy.index(place, 0)).row())
