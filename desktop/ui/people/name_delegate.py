"""A name, and below it what is missing, else the person's groups."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.people.table_model import PERSON_ROLE, PersonRow
from desktop.ui.people.words import below_name
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.icons import pixmap

MARK = 14


class NameDelegate(QStyledItemDelegate):
    """Paints two lines; a missing duty is marked with a sign and a colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, option.fontMetrics.height() * 2 + GRID)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        person = index.data(PERSON_ROLE)
        if not isinstance(person, PersonRow):
            super().paint(painter, option, index)
            return
        colours = tokens(option.palette)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.accent_soft))
        high = option.fontMetrics.height()
        top = option.rect.center().y() - high
        box = QRect(option.rect.left() + GRID, top, option.rect.width() - GRID * 2, high)
        painter.setFont(option.font)
        self._line(painter, option, box, person.name, colours.text)
        box.translate(0, high)
        if person.duties:
            ratio = painter.device().devicePixelRatioF()
            place = box.topLeft() + (box.bottomLeft() - box.topLeft()) / 2
            painter.drawPixmap(place.x(), place.y() - MARK // 2, pixmap("warn", colours.warn, MARK, ratio))
            box.setLeft(box.left() + MARK + 4)
        colour = colours.warn if person.duties else colours.muted
        self._line(painter, option, box, below_name(person.groups, person.duties), colour)
        painter.restore()

    def _line(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, text: str, colour: str
    ) -> None:
        painter.setPen(QColor(colour))
        short = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)
