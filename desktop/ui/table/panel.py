"""A list to work in: search and filters above a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QItemSelection, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.qt.settings import Settings
from desktop.ui.table.columns import Column
from desktop.ui.table.filter_bar import Filter, FilterBar
from desktop.ui.table.model import RowsTableModel
from desktop.ui.table.row_menu import RowAction, RowMenu
from desktop.ui.table.view import TableView
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.icons import icon

translate = QCoreApplication.translate
T = TypeVar("T")


class TablePanel(QWidget, Generic[T]):
    """``chosen``: the one row that is chosen, or None for none or several; told anew when that row's content
    changes. ``activated``: Enter or a double click, with the row. ``selection_changed``: the chosen rows.

    ``name``: what columns and filters are remembered under. ``title``: the table's name for screen readers.
    Delete is told by ``view``.
    """

    chosen = Signal(object)
    activated = Signal(object)
    selection_changed = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], str],
        *,
        name: str,
        title: str,
        settings: Settings,
        filters: Sequence[Filter[T]] = (),
        sort: tuple[str, Qt.SortOrder] | None = None,
        hint: str = "",
        empty: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = RowsTableModel(columns, key, self)
        self.bar = FilterBar(name, settings, filters, hint=hint)
        self.view = TableView(self.model, name, settings, sort=sort)
        self.columns_button = QPushButton()
        self.row_actions: Callable[[list[T]], Sequence[RowAction]] = lambda rows: ()
        """What the owner of the list can do with the chosen rows, for their menu."""
        self._told: T | None = None
        self._loading = False
        self._build(title, empty)
        self._filter()

    def set_rows(self, rows: Sequence[T]) -> None:
        """Shows these rows; choice, focus and place stay. Raises ``ValueError`` where a key is double."""
        before = self.selected()
        self._loading = True
        try:
            self.model.set_rows(rows)
        finally:
            self._loading = False
        self._tell_count()
        if self.selected() != before:
            self._tell_selection()

    def set_filters(self, filters: Sequence[Filter[T]]) -> None:
        """Gives other filters; what is chosen stays so where it is still there."""
        self.bar.set_filters(filters)

    def one_chosen(self) -> T | None:
        """The row that is chosen; None for none or several."""
        rows = self.selected()
        return rows[0] if len(rows) == 1 else None

    def selected(self) -> list[T]:
        """The chosen rows in the order in which they are shown."""
        return self.view.selected()

    def choose(self, *keys: str) -> bool:
        """Chooses rows by their keys, and brings the first into sight. Where the search or a filter hides
        them all, everything is shown first. False where there are none."""
        if self.view.choose(*keys):
            return True
        if all(self.model.place_of(key) is None for key in keys):
            return False
        self.bar.clear()
        return self.view.choose(*keys)

    def forget_search(self) -> None:
        """Empties the search field."""
        self.bar.search.clear()

    @Slot()
    def focus_search(self) -> None:
        """For the page's Ctrl+F."""
        self.bar.focus_search()

    def _build(self, title: str, empty: str) -> None:
        box = column(self, gap=GRID)
        self.view.setAccessibleName(title)
        if empty:
            self.view.set_empty_text(empty)
        button = self.columns_button
        button.setToolTip(translate("Table", "Choose, sort and move columns"))
        button.setAccessibleName(translate("Table", "Columns"))
        button.setProperty("look", "icon")
        button.setAutoDefault(False)
        button.setIcon(icon("columns", tokens(self.palette()).text))
        button.clicked.connect(self._open_columns)
        self.bar.add_widget(button)
        box.addWidget(self.bar)
        box.addWidget(self.view, 1)
        self.bar.changed.connect(self._filter)
        self.bar.search.left_down.connect(self._enter_table)
        self.view.columns.shown_changed.connect(self._filter)
        self.view.row_activated.connect(self.activated)
        self.view.menu_asked.connect(self._open_menu)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)

    @Slot()
    def _filter(self) -> None:
        self.view.proxy.show_only(self.bar.words(), self.bar.accepts())
        self._tell_count()

    @Slot()
    def _enter_table(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.view.selected() and self.view.proxy.rowCount():
            self.view.selectRow(0)

    def row_menu(self) -> RowMenu:
        """What can be done with the rows that are chosen."""
        view = self.view
        return RowMenu(
            self.row_actions(self.selected()),
            view.copy if self.selected() else None,
            view.selectAll if view.proxy.rowCount() else None,
            view.columns.menu(),
            self,
        )

    @Slot(object, QPoint)
    def _open_menu(self, _rows: object, point: QPoint) -> None:
        menu = self.row_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    @Slot()
    def _open_columns(self) -> None:
        menu = self.view.columns.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        # A reload takes several steps, and only what comes of them is news.
        if not self._loading:
            self._tell_selection()

    def _tell_count(self) -> None:
        self.bar.tell(self.view.proxy.rowCount(), self.model.rowCount())
        self.view.setAccessibleDescription(self.view.empty_text())

    def _tell_selection(self) -> None:
        self.selection_changed.emit(self.selected())
        now = self.one_chosen()
        if now != self._told:
            self._told = now
            self.chosen.emit(now)
