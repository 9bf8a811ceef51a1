"""Group against group: a cell for each pair, with a sign, few words and a colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.domain.conflicts import ConflictGroup
from desktop.services.rivalries import PairStand, Sides
from desktop.ui.conflicts.matrix_delegate import CELL_ROLE, MatrixDelegate
from desktop.ui.conflicts.words import (
    Names,
    asked,
    left_text,
    members_text,
    no_groups,
    nothing_on_record,
    stand_name,
)
from desktop.ui.forms.dates import span_text
from desktop.ui.theme import GRID
from desktop.ui.widgets.empty import paint_empty
from desktop.ui.widgets.text import tooltip

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
NAMES = 148
NARROWEST, WIDEST = 64, 140
HEIGHT = 46
TALLEST = 150
_LINES = 2
_AIR = 2


class MatrixTableModel(QAbstractTableModel):
    """The first column names the group of the row; column ``n`` stands for group ``n - 1``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[ConflictGroup, ...] = ()
        self._members: Mapping[str, int] = {}
        self._pairs: Mapping[Sides, PairStand] = {}
        self._names: Names | None = None
        self._texts: dict[Sides, str] = {}

    def show_groups(
        self,
        groups: Sequence[ConflictGroup],
        members: Mapping[str, int],
        pairs: Mapping[Sides, PairStand],
        names: Names,
        texts: dict[Sides, str],
    ) -> None:
        """``members`` counts them by group; ``texts`` says each pair for screen readers and the pointer."""
        self.beginResetModel()
        self.groups = tuple(groups)
        self._members, self._pairs, self._names, self._texts = members, pairs, names, texts
        self.endResetModel()

    def sides_at(self, row: int, column: int) -> Sides | None:
        """The pair of a cell; None in the column of names."""
        if column < 1:
            return None
        one, other = self.groups[row].id, self.groups[column - 1].id
        return (min(one, other), max(one, other))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.groups)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or not self.groups else len(self.groups) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        sides = self.sides_at(index.row(), index.column())
        if sides is None:
            return self._group_data(self.groups[index.row()], role)
        if role == CELL_ROLE:
            return self._pairs.get(sides)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            names = Names.pair(self._names, sides) if self._names else ""
            text = f"{names}: {self._texts.get(sides, nothing_on_record())}"
            return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not self.groups:
            return None
        if section == 0:
            return self.tr("Group") if role == Qt.ItemDataRole.DisplayRole else None
        name = self.groups[section - 1].name
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        return tooltip(name) if role == Qt.ItemDataRole.ToolTipRole else None

    def _group_data(self, group: ConflictGroup, role: int) -> Any:
        members = members_text(self._members.get(group.id, 0))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{group.name}\n{members}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{group.name}, {members}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{group.name}, {members}")
        return None


class MatrixView(QTableView):
    """``pair_picked`` carries the two sides of the cell that somebody came to, ``group_picked`` the id of the
    group whose name it is. ``entered`` is sent by Enter: whoever came to the cell wants to work on it."""

    pair_picked = Signal(object)
    group_picked = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups_model = MatrixTableModel(self)
        self.setModel(self.groups_model)
        self.setItemDelegate(MatrixDelegate(self))
        self.setAccessibleName(self.tr("Conflict groups, each against each"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(HEIGHT, self.fontMetrics().height() * 2 + GRID + 6))
        self.names = _GroupsHeader(self)
        self.setHorizontalHeader(self.names)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._tell)

    def show_groups(
        self,
        groups: Sequence[ConflictGroup],
        members: Mapping[str, int],
        pairs: Mapping[Sides, PairStand],
        names: Names,
        texts: dict[Sides, str],
    ) -> None:
        """See the model. The cell that somebody is at stays so."""
        at = self.currentIndex()
        key = self._key(at)
        chosen = self.selectionModel()
        chosen.blockSignals(True)
        self.groups_model.show_groups(groups, members, pairs, names, texts)
        self._spread()
        if key is not None:
            found = self._place(*key)
            if found is not None:
                self.setCurrentIndex(found)
        chosen.blockSignals(False)
        self.setAccessibleDescription("" if groups else no_groups())
        self.viewport().update()

    def choose(self, row: str, column: str = "") -> bool:
        """Goes to the cell of two groups, or to a group's name."""
        found = self._place(row, column)
        if found is not None:
            self.setCurrentIndex(found)
        return found is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.groups_model.groups:
            paint_empty(self.viewport(), no_groups())

    def _spread(self) -> None:
        """As much of the width for each group as there is."""
        count = len(self.groups_model.groups)
        if not count:
            return
        wide = max(NARROWEST, min(WIDEST, (self.viewport().width() - NAMES) // count))
        self.names.resizeSection(0, NAMES)
        for section in range(1, count + 1):
            self.names.resizeSection(section, wide)
        if self.names.fit([each.name for each in self.groups_model.groups], wide):
            self.updateGeometries()

    def _key(self, index: Index) -> tuple[str, str] | None:
        groups = self.groups_model.groups
        if not index.isValid() or index.row() >= len(groups):
            return None
        return groups[index.row()].id, groups[index.column() - 1].id if index.column() else ""

    def _place(self, row: str, column: str) -> QModelIndex | None:
        ids = [each.id for each in self.groups_model.groups]
        if row not in ids or (column and column not in ids):
            return None
        return self.groups_model.index(ids.index(row), ids.index(column) + 1 if column else 0)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._tell(now)

    @Slot(QModelIndex)
    def _tell(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        sides = self.groups_model.sides_at(index.row(), index.column())
        if sides is None:
            self.group_picked.emit(self.groups_model.groups[index.row()].id)
        else:
            self.pair_picked.emit(sides)


class _GroupsHeader(QHeaderView):
    """The groups' names: in whole words over their columns where each has room, else all upright."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.upright = False
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)

    def fit(self, names: Sequence[str], wide: int) -> bool:
        """Decides how the names are written over columns that are so wide; True where the height changes."""
        metrics = self.fontMetrics()
        lines = metrics.height() * _LINES
        room = QRect(0, 0, wide - 2 * _AIR, lines)
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter)
        boxes = [metrics.boundingRect(room, flags, name) for name in names]
        self.upright = any(box.width() > room.width() or box.height() > lines for box in boxes)
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        high = min(longest + metrics.averageCharWidth(), TALLEST) if self.upright else lines
        before = self.maximumHeight()
        self.setFixedHeight(high + GRID + 4)
        return self.maximumHeight() != before

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        if section == 0:
            inner = rect.adjusted(GRID, 2, -2, -4)
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)
        elif self.upright:
            painter.translate(rect.left(), rect.bottom())
            painter.rotate(-90)
            inner = QRect(4, 0, rect.height() - GRID, rect.width())
            shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        else:
            where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(rect.adjusted(_AIR, 2, -_AIR, -4), where | Qt.TextFlag.TextWordWrap, text)
        painter.restore()


def pair_text(pair: PairStand, today: Any) -> str:
    """How a pair stands, as a screen reader says it and the pointer is told."""
    shown = pair.shown
    until = left_text(shown.span, today)
    return f"{stand_name(pair.stand)}. {asked(shown)}. {span_text(shown.span)}. {until}."
