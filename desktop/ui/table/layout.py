"""Which columns are shown, in which order and width, and what the rows are sorted by; remembered by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView

from desktop.qt.settings import Settings
from desktop.ui.table.column_menu import ColumnMenu
from desktop.ui.table.columns import Column
from desktop.ui.table.model import RowsTableModel

T = TypeVar("T")
UP = Qt.SortOrder.AscendingOrder
DOWN = Qt.SortOrder.DescendingOrder
LEAST_WIDTH = 32
HEADING_PADDING = 24
MOST_WIDTH = 2000


class ColumnLayout(QObject, Generic[T]):
    """Arranges the columns of a header, by the columns' keys. ``shown_changed``: others are in sight."""

    shown_changed = Signal()

    def __init__(
        self,
        header: QHeaderView,
        model: RowsTableModel[T],
        name: str,
        settings: Settings,
        sort: tuple[str, Qt.SortOrder] | None = None,
    ) -> None:
        super().__init__(header)
        self._header = header
        self._model = model
        self._name = name
        self._settings = settings
        self._sort = sort or (model.columns[0].key, UP)
        self._widths: dict[str, int] = {}
        self._searched: set[str] = set()
        self._quiet = True
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(LEAST_WIDTH)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu)
        self._apply(settings.table_state(name))
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(self._on_changed)
        header.sortIndicatorChanged.connect(self._on_changed)

    def shown(self) -> list[Column[T]]:
        """The columns in sight, from left to right."""
        return [self._model.columns[place] for place in self._visual() if not self._hidden(place)]

    def first(self) -> int:
        """The place in the model of the leftmost column in sight."""
        return next((place for place in self._visual() if not self._hidden(place)), 0)

    def all(self) -> list[Column[T]]:
        """Every column, from left to right."""
        return [self._model.columns[place] for place in self._visual()]

    def show(self, key: str, visible: bool) -> None:
        """Shows or hides a column; the last one in sight stays."""
        place = self._model.column_of(key)
        if place is None or (not visible and [column.key for column in self.shown()] == [key]):
            return
        self._header.setSectionHidden(place, not visible)
        if visible:
            self._header.resizeSection(place, self._width(key))
        self._on_changed()

    def move(self, key: str, by: int) -> None:
        """Moves a column so many places to the right, or to the left; hidden ones are passed over."""
        shown = [column.key for column in self.shown()]
        if key not in shown or not 0 <= shown.index(key) + by < len(shown):
            return
        other = self._model.column_of(shown[shown.index(key) + by])
        place = self._model.column_of(key)
        if place is not None and other is not None:
            self._header.moveSection(self._header.visualIndex(place), self._header.visualIndex(other))

    def sorted_by(self) -> tuple[str, Qt.SortOrder]:
        """The column's key and the direction."""
        place = self._header.sortIndicatorSection()
        return self._model.columns[place].key, self._header.sortIndicatorOrder()

    def sort_by(self, key: str, order: Qt.SortOrder = UP) -> None:
        place = self._model.column_of(key)
        if place is not None:
            self._header.setSortIndicator(place, order)

    def reset(self) -> None:
        """Puts every column back as it was first."""
        self._quiet = True
        self._apply({})
        self._settings.keep_table_state(self._name, {})
        self.shown_changed.emit()

    def menu(self) -> ColumnMenu[T]:
        """A menu to choose, sort and move columns with."""
        return ColumnMenu(self, self._header)

    def _apply(self, state: Mapping[str, object]) -> None:
        """What is remembered wins where it makes sense; columns it doesn't know stand as they are told."""
        known: dict[str, Mapping[str, Any]] = {}
        told = state.get("columns")
        for each in told if isinstance(told, list) else ():
            if isinstance(each, dict) and isinstance(each.get("key"), str):
                known[each["key"]] = each
        order = [key for key in known if self._model.column_of(key) is not None]
        order += [column.key for column in self._model.columns if column.key not in known]
        visible = {column.key: column.visible for column in self._model.columns}
        self._widths.clear()
        for key in order:
            one = known.get(key, {})
            if isinstance(one.get("visible"), bool):
                visible[key] = one["visible"]
            width = one.get("width")
            if isinstance(width, int) and LEAST_WIDTH <= width <= MOST_WIDTH:
                self._widths[key] = width
        if not any(visible.values()):
            visible[order[0]] = True
        for visual, key in enumerate(order):
            place = self._place(key)
            self._header.moveSection(self._header.visualIndex(place), visual)
            self._header.setSectionHidden(place, not visible[key])
            self._header.resizeSection(place, self._width(key))
        key, direction = self._sort
        sort, down = state.get("sort"), state.get("down")
        if isinstance(sort, str) and self._model.column_of(sort) is not None:
            key, direction = sort, DOWN if down is True else UP
        self.sort_by(key, direction)
        self._search_shown()
        self._quiet = False

    def _search_shown(self) -> None:
        shown = self.shown()
        self._searched = {column.key for column in shown}
        self._model.search_in(shown)

    def _state(self) -> dict[str, object]:
        shown = {column.key for column in self.shown()}
        columns: list[dict[str, object]] = []
        for column in self.all():
            one: dict[str, object] = {"key": column.key, "visible": column.key in shown}
            if column.key in self._widths:
                one["width"] = self._widths[column.key]
            columns.append(one)
        key, order = self.sorted_by()
        return {"columns": columns, "sort": key, "down": order == DOWN}

    def _visual(self) -> list[int]:
        return [self._header.logicalIndex(place) for place in range(len(self._model.columns))]

    def _hidden(self, place: int) -> bool:
        return self._header.isSectionHidden(place)

    def _place(self, key: str) -> int:
        return next(place for place, column in enumerate(self._model.columns) if column.key == key)

    def _width(self, key: str) -> int:
        place = self._place(key)
        metrics = self._header.fontMetrics()
        letters = self._model.columns[place].width * metrics.averageCharWidth()
        # No narrower than the heading, whatever the language.
        heading = metrics.horizontalAdvance(self._model.columns[place].title) + HEADING_PADDING
        return self._widths.get(key) or min(max(letters, heading), MOST_WIDTH)

    @Slot(int, int, int)
    def _on_resized(self, place: int, _before: int, width: int) -> None:
        key = self._model.columns[place].key
        # The rightmost column fills what is left, which is no width that somebody has chosen.
        if width and not self._quiet and self.shown()[-1].key != key:
            self._widths[key] = width
            self._on_changed()

    @Slot()
    def _on_changed(self, *_: object) -> None:
        if self._quiet:
            return
        self._settings.keep_table_state(self._name, self._state())
        keys = {column.key for column in self.shown()}
        if keys != self._searched:
            self._search_shown()
            self.shown_changed.emit()

    @Slot(QPoint)
    def _on_menu(self, point: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._header.mapToGlobal(point))
