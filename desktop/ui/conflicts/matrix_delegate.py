"""Paints a cell of the matrix, and tells what its signs mean."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QLabel, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.conflicts import Scope, Separation
from desktop.printing.kind_words import scope_text
from desktop.services.rivalries import PairStand, Stand
from desktop.ui.conflicts.words import asked_shortly, nothing_on_record, scope_icon, stand_icon, when_shortly
from desktop.ui.theme import GRID, Tokens, tokens
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.text import label

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
CELL_ROLE = int(Qt.ItemDataRole.UserRole)
SIGN = 14


class MatrixDelegate(QStyledItemDelegate):
    """A pair finds itself at ``CELL_ROLE``; a cell without one has nothing on record."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = tokens(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == 0:
            self._paint_name(painter, option, str(index.data()), colours)
        else:
            self._paint_pair(
                painter, option, index.data(CELL_ROLE), colours, index.column() - 1 == index.row()
            )
        here = option.state & QStyle.StateFlag.State_Selected
        if here:
            focused = option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(QColor(colours.accent), 2 if focused else 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 5, 5)
        painter.restore()

    @staticmethod
    def _paint_name(painter: QPainter, option: QStyleOptionViewItem, text: str, colours: Tokens) -> None:
        name, _, members = text.partition("\n")
        box = option.rect.adjusted(GRID, 4, -4, -4)
        metrics = option.fontMetrics
        painter.setPen(QColor(colours.text))
        elided = metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, elided)
        painter.setPen(QColor(colours.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, members)

    @staticmethod
    def _paint_pair(
        painter: QPainter, option: QStyleOptionViewItem, pair: object, colours: Tokens, own: bool
    ) -> None:
        box = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5)
        if not isinstance(pair, PairStand):
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.setBrush(QColor(colours.raised if own else colours.surface))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(colours.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
            return
        ink, ground, line = _look(pair, colours)
        painter.setPen(QPen(QColor(ink), 1, line))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 4, 4)
        when = when_shortly(pair.shown.span, pair.stand)
        inner = box.adjusted(3, 3, -1, -3)
        ratio = option.widget.devicePixelRatioF()
        top = inner if not when else QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        sign = pixmap(scope_icon(pair.shown.scope), ink, SIGN, ratio)
        words = top.adjusted(SIGN + 3, 0, 0, 0)
        text = _fitting(painter, pair.shown, words.width())
        left = top.left() if text or when else top.center().x() - SIGN / 2
        painter.drawPixmap(int(left), int(top.center().y() - SIGN / 2), sign)
        _write(painter, words, text, ink)
        if when:
            below = QRectF(inner.left(), inner.center().y(), inner.width(), inner.height() / 2)
            mark = pixmap(stand_icon(pair.stand), ink, SIGN, ratio)
            painter.drawPixmap(int(below.left()), int(below.center().y() - SIGN / 2), mark)
            _write(painter, below.adjusted(SIGN + 3, 0, 0, 0), when, ink)


class Legend(QWidget):
    """What the signs of the matrix mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=GRID * 2)
        colours = tokens(self.palette())
        for icon, ink, text in (
            ("building", colours.danger, scope_text(Scope.SITE)),
            ("conflict", colours.warn, scope_text(Scope.SESSION)),
            ("warn", colours.warn, translate("Conflicts", "runs out soon")),
            ("next", colours.muted, translate("Conflicts", "begins later")),
            ("danger", colours.danger, translate("Conflicts", "run out, to be reviewed")),
            ("stop", colours.muted, translate("Conflicts", "ended, reviewed")),
            ("", colours.muted, nothing_on_record()),
        ):
            part = QWidget()
            line = row(part, gap=6)
            mark = QLabel("?" if not icon else "")
            if icon:
                mark.setPixmap(pixmap(icon, ink, SIGN, self.devicePixelRatioF()))
            line.addWidget(mark)
            line.addWidget(label(text, "muted"))
            flow.addWidget(part)


def _look(pair: PairStand, colours: Tokens) -> tuple[str, str, Qt.PenStyle]:
    """Ink, ground and edge: what does not hold now has a broken edge."""
    dashed = Qt.PenStyle.DashLine
    if pair.stand is Stand.RUN_OUT:
        return colours.danger, colours.surface, dashed
    if pair.stand in (Stand.LATER, Stand.LET_END, Stand.FOLLOWED):
        return colours.muted, colours.surface, dashed
    if pair.shown.scope is Scope.SITE:
        return colours.danger, colours.danger_soft, Qt.PenStyle.SolidLine
    return colours.warn, colours.warn_soft, Qt.PenStyle.SolidLine


def _fitting(painter: QPainter, separation: Separation, room: float) -> str:
    """What is asked in so few words that none is cut: the sign before them tells the rest."""
    words = asked_shortly(separation)
    if painter.fontMetrics().horizontalAdvance(words) <= room:
        return words
    at_site = separation.scope is Scope.SITE and separation.gap_minutes
    return str(separation.gap_minutes) if at_site else ""


def _write(painter: QPainter, box: QRectF, text: str, ink: str) -> None:
    painter.setPen(QColor(ink))
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
