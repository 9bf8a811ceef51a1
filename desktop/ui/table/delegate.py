"""Cells: an unknown value in italics, words in a badge, a level as its mark, an icon before the words."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.table.columns import LevelMark, Tone
from desktop.ui.table.model import BADGE_ROLE, ICON_ROLE, UNKNOWN_ROLE
from desktop.ui.theme import GRID, Tokens, tokens
from desktop.ui.widgets.badge import level_size, paint_level
from desktop.ui.widgets.icons import SIZE, icon

Index = QModelIndex | QPersistentModelIndex
BADGE_AIR = 2


class CellDelegate(QStyledItemDelegate):
    """Paints every cell of a ``TableView`` whose column has no delegate of its own."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        colours = tokens(option.palette)
        if index.data(UNKNOWN_ROLE):
            option.font.setItalic(True)
            option.palette.setColor(QPalette.ColorRole.Text, QColor(colours.muted))
        name = index.data(ICON_ROLE)
        if name:
            badge = index.data(BADGE_ROLE)
            # Qt hands a tone back as the text that it is.
            colour = _ink(Tone(badge), colours) if isinstance(badge, str) else colours.text
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = _cell_icon(name, colour)
            option.decorationSize = QSize(SIZE, SIZE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        badge = index.data(BADGE_ROLE)
        if badge is None or index.data(UNKNOWN_ROLE):
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""
        mark = QIcon(shown.icon)
        shown.icon = QIcon()
        shown.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDecoration
        style = shown.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(shown.font)
        if isinstance(badge, LevelMark):
            _paint_level(painter, shown, badge)
        else:
            _paint_badge(painter, shown, Tone(badge), text, mark)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        badge = index.data(BADGE_ROLE)
        if isinstance(badge, LevelMark):
            mark = level_size(option.fontMetrics, badge.level)
            return QSize(mark.width() + option.fontMetrics.horizontalAdvance(" ?") + GRID * 2, size.height())
        return size if badge is None else QSize(size.width() + GRID * 2, size.height())


def _paint_level(painter: QPainter, option: QStyleOptionViewItem, mark: LevelMark) -> None:
    colours = tokens(option.palette)
    size = level_size(option.fontMetrics, mark.level)
    top = option.rect.center().y() - size.height() / 2 + 0.5
    box = QRectF(option.rect.left() + GRID, top, size.width(), size.height())
    paint_level(painter, box, mark.level, QColor(colours.text))
    if mark.doubtful:
        painter.setPen(QColor(colours.warn))
        painter.drawText(int(box.right()) + 4, int(box.bottom()) - option.fontMetrics.descent() - 2, "?")


def _paint_badge(painter: QPainter, option: QStyleOptionViewItem, tone: Tone, text: str, mark: QIcon) -> None:
    colours = tokens(option.palette)
    metrics = option.fontMetrics
    before = 0 if mark.isNull() else SIZE + GRID // 2
    room = option.rect.width() - GRID * 2
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - GRID * 2 - before)
    wide = min(room, metrics.horizontalAdvance(words) + before + GRID * 2)
    high = min(metrics.height() + BADGE_AIR * 2, option.rect.height() - 2)
    right = bool(option.displayAlignment & Qt.AlignmentFlag.AlignRight)
    left = option.rect.right() - GRID - wide if right else option.rect.left() + GRID
    box = QRectF(left + 0.5, option.rect.center().y() - high / 2 + 0.5, wide - 1, high - 1)
    ink = QColor(_ink(tone, colours))
    edge = QColor(ink)
    edge.setAlphaF(0.4)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(QColor(_ground(tone, colours)))
    painter.drawRoundedRect(box, 3, 3)
    inner = box.adjusted(GRID, 0, -GRID, 0)
    if before:
        place = inner.toRect()
        mark.paint(painter, place.left(), place.center().y() - SIZE // 2, SIZE, SIZE)
        inner.setLeft(inner.left() + before)
    painter.setPen(ink)
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _ink(tone: Tone, colours: Tokens) -> str:
    return {
        Tone.PLAIN: colours.text,
        Tone.OK: colours.ok,
        Tone.WARN: colours.warn,
        Tone.DANGER: colours.danger,
    }[tone]


def _ground(tone: Tone, colours: Tokens) -> str:
    return {
        Tone.PLAIN: colours.raised,
        Tone.OK: colours.ok_soft,
        Tone.WARN: colours.warn_soft,
        Tone.DANGER: colours.danger_soft,
    }[tone]


@cache
def _cell_icon(name: str, colour: str) -> QIcon:
    """The icon, in its own colour in chosen rows, too."""
    found = icon(name, colour)
    for size in found.availableSizes():
        found.addPixmap(found.pixmap(size), QIcon.Mode.Selected)
    return found
