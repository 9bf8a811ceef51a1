"""The menu of a table's columns: everything the pointer can do to them, for the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.table.columns import Column

translate = QCoreApplication.translate
T = TypeVar("T")


class Arranged(Protocol[T]):
    """What the menu asks of the columns; ``ColumnLayout`` is it."""

    def shown(self) -> Sequence[Column[T]]: ...
    def all(self) -> Sequence[Column[T]]: ...
    def show(self, key: str, visible: bool) -> None: ...
    def move(self, key: str, by: int) -> None: ...
    def sorted_by(self) -> tuple[str, Qt.SortOrder]: ...
    def sort_by(self, key: str, order: Qt.SortOrder) -> None: ...
    def reset(self) -> None: ...


class ColumnMenu(QMenu, Generic[T]):
    """Made anew each time it is opened."""

    def __init__(self, columns: Arranged[T], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        shown = [column.key for column in columns.shown()]
        self._show(shown)
        self.addSeparator()
        self._sort()
        self._move(shown)
        self.addSeparator()
        self._add(self, translate("Table", "Columns as at first"), columns.reset)

    def _show(self, shown: Sequence[str]) -> None:
        for column in self._columns.all():
            action = self._add(self, column.title, None)
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setEnabled(shown != [column.key])
            action.toggled.connect(partial(self._columns.show, column.key))

    def _sort(self) -> None:
        menu = self.addMenu(translate("Table", "Sort by"))
        by, order = self._columns.sorted_by()
        keys = QActionGroup(menu)
        for column in self._columns.shown():
            action = self._add(menu, column.title, partial(self._columns.sort_by, column.key, order))
            action.setCheckable(True)
            action.setChecked(column.key == by)
            keys.addAction(action)
        menu.addSeparator()
        ways = QActionGroup(menu)
        for way, text in (
            (Qt.SortOrder.AscendingOrder, translate("Table", "Ascending")),
            (Qt.SortOrder.DescendingOrder, translate("Table", "Descending")),
        ):
            action = self._add(menu, text, partial(self._columns.sort_by, by, way))
            action.setCheckable(True)
            action.setChecked(way == order)
            ways.addAction(action)

    def _move(self, shown: Sequence[str]) -> None:
        menu = self.addMenu(translate("Table", "Move"))
        left = translate("Table", "%1 to the left", "move a column")
        right = translate("Table", "%1 to the right", "move a column")
        for place, column in enumerate(self._columns.shown()):
            if place:
                text = left.replace("%1", column.title)
                self._add(menu, text, partial(self._columns.move, column.key, -1))
            if place < len(shown) - 1:
                text = right.replace("%1", column.title)
                self._add(menu, text, partial(self._columns.move, column.key, 1))

    @staticmethod
    def _add(menu: QMenu, text: str, does: Callable[[], None] | None) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        if does is not None:
            action.triggered.connect(lambda _checked=False: does())
        return action
