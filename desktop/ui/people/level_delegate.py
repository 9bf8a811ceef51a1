"""A level in a table, marked as on the board."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.levels import LevelState
from desktop.ui.people.table_model import PERSON_ROLE, PersonRow
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.badge import level_size, paint_level


class LevelDelegate(QStyledItemDelegate):
    """A level that has run out or was never assessed has a question mark beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = level_size(option.fontMetrics, 4)
        return QSize(
            size.width() + option.fontMetrics.horizontalAdvance(" ?") + GRID * 2, size.height() + GRID
        )

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        person = index.data(PERSON_ROLE)
        if not isinstance(person, PersonRow):
            super().paint(painter, option, index)
            return
        colours = tokens(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.accent_soft))
        size = level_size(option.fontMetrics, person.week.level)
        top = option.rect.center().y() - size.height() / 2 + 0.5
        box = QRectF(option.rect.left() + GRID, top, size.width(), size.height())
        paint_level(painter, box, person.week.level, QColor(colours.text))
        if person.week.level_state is not LevelState.CURRENT:
            painter.setPen(QColor(colours.warn))
            painter.drawText(int(box.right()) + 4, int(box.bottom()) - option.fontMetrics.descent() - 2, "?")
        painter.restore()
