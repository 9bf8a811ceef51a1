"""Hours against the cap as a bar with its numbers: sessions full, placements hatched, the rest empty."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.services.people_weeks import PersonWeek
from desktop.ui.people.week_at import week_at
from desktop.ui.people.words import hours_words
from desktop.ui.theme import GRID, Tokens, tokens

BAR_HEIGHT = 8


class HoursDelegate(QStyledItemDelegate):
    """Paints ``12.5 of 20`` above a bar."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(
            option.fontMetrics.horizontalAdvance("00.25 / 00.25") + GRID * 2,
            option.fontMetrics.height() + BAR_HEIGHT + GRID * 2,
        )

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        week = week_at(index)
        if week is None:
            super().paint(painter, option, index)
            return
        colours = tokens(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.accent_soft))
        box = QRectF(option.rect).adjusted(GRID, 0, -GRID, 0)
        high = option.fontMetrics.height()
        top = box.center().y() - (high + BAR_HEIGHT + 2) / 2
        painter.setFont(option.font)
        painter.setPen(QColor(colours.warn if week.cap_minutes is None else colours.text))
        words = QRectF(box.left(), top, box.width(), high)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, hours_words(week))
        bar = QRectF(box.left(), top + high + 2, box.width(), BAR_HEIGHT).adjusted(0.5, 0.5, -0.5, -0.5)
        _paint_bar(painter, bar, week, colours)
        painter.restore()


def _paint_bar(painter: QPainter, bar: QRectF, week: PersonWeek, colours: Tokens) -> None:
    whole = max(week.cap_minutes or 0, week.counted_minutes)
    pen = QPen(QColor(colours.control), 1)
    if week.cap_minutes is None or week.unmet is None:
        pen.setStyle(Qt.PenStyle.DashLine)
    if whole:
        sessions = QRectF(bar)
        sessions.setWidth(bar.width() * week.session_minutes / whole)
        painter.fillRect(sessions, QColor(colours.accent))
        placed = QRectF(sessions.topRight(), bar.bottomRight())
        placed.setWidth(bar.width() * week.placement_minutes / whole)
        painter.fillRect(placed, QColor(colours.accent_soft))
        painter.fillRect(placed, QBrush(QColor(colours.accent), Qt.BrushStyle.BDiagPattern))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
