"""A week as a grid of slots, painted with the mouse or the keyboard."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.intervals import Stretch, Stretches, intersect, of_pattern, split_days, subtract, union
from desktop.domain.time import DAY_MINUTES, WeeklyBlock
from desktop.printing.words import time_span_text
from desktop.ui.forms.week_words import day_name
from desktop.ui.theme import tokens

translate = QCoreApplication.translate
HOUR = 60
DAYS = 7
FIRST_HOUR, LAST_HOUR = 6, 22
_LINE = 24
_HEAD = 20
_NARROWEST_HOUR = 14
_LEAST_HOUR = 26
_Cell = tuple[int, int]
"""A weekday, and the minute of the day at which a slot begins."""


class WeekGrid(QWidget):
    """Days below each other, hours from left to right. ``painted`` is sent when somebody has changed it.

    Drag to paint, from a painted slot to erase. Arrow keys move, with Shift they extend, Space paints or
    erases what is marked. Hours finer than a slot are kept as they are until they are painted over.
    """

    painted = Signal()
    moved = Signal()

    def __init__(self, slot: int = 30, parent: QWidget | None = None) -> None:
        """``slot``: minutes; 15, 30 or 60."""
        super().__init__(parent)
        self._slot = slot
        self._held: Stretches = ()
        self._whole = False
        self._cursor: _Cell = (0, 8 * HOUR)
        self._anchor: _Cell = self._cursor
        self._drag: bool | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(False)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def blocks(self) -> tuple[WeeklyBlock, ...]:
        """What is painted, each block within its day."""
        return tuple(
            WeeklyBlock(start // DAY_MINUTES, start % DAY_MINUTES, end - start // DAY_MINUTES * DAY_MINUTES)
            for start, end in split_days(self._held)
        )

    def set_blocks(self, blocks: Iterable[WeeklyBlock]) -> None:
        self._held = of_pattern(blocks)
        self.update()

    def show_whole_day(self, whole: bool) -> None:
        """All 24 hours, or those from 6 to 22."""
        self._whole = whole
        least, most = self._hours()
        for name in ("_cursor", "_anchor"):
            day, minute = getattr(self, name)
            setattr(self, name, (day, min(max(minute, least * HOUR), most * HOUR - self._slot)))
        self.updateGeometry()
        self.update()

    def reaches_outside(self) -> bool:
        """Whether something is painted before 6 or after 22."""
        return any(b.start < FIRST_HOUR * HOUR or b.end > LAST_HOUR * HOUR for b in self.blocks())

    def place(self) -> str:
        """The slot of the cursor, in words: ``Monday 08:00–08:30: free``."""
        day, minute = self._cursor
        slot = f"{day_name(day)} {time_span_text(minute, minute + self._slot)}"
        painted = self.is_painted(day, minute)
        state = translate("Forms", "painted") if painted else translate("Forms", "free")
        return f"{slot}: {state}"

    def is_painted(self, day: int, minute: int) -> bool:
        """Whether the whole slot at that minute is painted."""
        cell = Stretch(day * DAY_MINUTES + minute, day * DAY_MINUTES + minute + self._slot)
        return intersect(self._held, [cell]) == (cell,)

    def cell_rect(self, day: int, minute: int) -> QRectF:
        """Where a slot is drawn."""
        left = self._x(minute)
        return QRectF(left, _HEAD + day * _LINE, self._x(minute + self._slot) - left, _LINE)

    def sizeHint(self) -> QSize:
        least, most = self._hours()
        return QSize(self._label_width() + (most - least) * (_LEAST_HOUR + 8), _HEAD + DAYS * _LINE + 1)

    def minimumSizeHint(self) -> QSize:
        least, most = self._hours()
        return QSize(self._label_width() + (most - least) * _NARROWEST_HOUR, _HEAD + DAYS * _LINE + 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._drag = not self.is_painted(*cell)
            self._move(cell, extend=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            near = self._cell_at(event.position(), nearest=True)
            assert near is not None
            self._move(near, extend=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            paint, self._drag = self._drag, None
            self._paint_marked(paint=paint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        day, minute = self._cursor
        least, most = self._hours()
        target = {
            Qt.Key.Key_Left: (day, minute - self._slot),
            Qt.Key.Key_Right: (day, minute + self._slot),
            Qt.Key.Key_Up: (day - 1, minute),
            Qt.Key.Key_Down: (day + 1, minute),
            Qt.Key.Key_Home: (day, least * HOUR),
            Qt.Key.Key_End: (day, most * HOUR - self._slot),
        }.get(Qt.Key(event.key()))
        if target is not None:
            inside = 0 <= target[0] < DAYS and least * HOUR <= target[1] < most * HOUR
            self._move(target if inside else self._cursor, extend=extend)
        elif event.key() == Qt.Key.Key_Space:
            self._paint_marked(paint=not self.is_painted(*self._anchor))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._paint_marked(paint=False)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens(self.palette())
        painter = QPainter(self)
        least, most = self._hours()
        grid = QRectF(
            self._x(least * HOUR), _HEAD, self._x(most * HOUR) - self._x(least * HOUR), DAYS * _LINE
        )
        painter.fillRect(grid, QColor(colours.surface if self.isEnabled() else colours.canvas))
        painter.fillRect(grid.adjusted(0, 5 * _LINE, 0, 0), QColor(colours.raised))
        self._paint_held(painter, least * HOUR, most * HOUR)
        painter.setPen(QColor(colours.line))
        for hour in range(least, most + 1):
            painter.drawLine(
                QPointF(self._x(hour * HOUR), _HEAD), QPointF(self._x(hour * HOUR), grid.bottom())
            )
        for day in range(DAYS + 1):
            y = _HEAD + day * _LINE
            painter.drawLine(QPointF(grid.left(), y), QPointF(grid.right(), y))
        painter.setPen(QColor(colours.muted))
        every = 1 if self._x((least + 1) * HOUR) - self._x(least * HOUR) >= _LEAST_HOUR else 2
        for hour in range(least, most + 1, every):
            words = QRectF(self._x(hour * HOUR) - 20, 0, 40, _HEAD - 2)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, f"{hour:02d}")
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.muted))
        for day in range(DAYS):
            words = QRectF(0, _HEAD + day * _LINE, self._label_width() - 8, _LINE)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, day_name(day, short=True))
        self._paint_mark(painter)

    def _paint_held(self, painter: QPainter, least: int, most: int) -> None:
        colours = tokens(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 1))
        painter.setBrush(QColor(colours.accent_soft))
        for block in self.blocks():
            start, end = max(block.start, least), min(block.end, most)
            if end > start:
                top = _HEAD + block.weekday * _LINE
                shape = QRectF(self._x(start) + 1, top + 2, self._x(end) - self._x(start) - 2, _LINE - 4)
                painter.drawRoundedRect(shape, 3, 3)
                # A bar along the bottom: what is painted is not told by its colour alone.
                bar = QRectF(shape.left() + 2, shape.bottom() - 4, shape.width() - 4, 3)
                painter.fillRect(bar, QColor(colours.accent))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_mark(self, painter: QPainter) -> None:
        """The slots that are marked, and during a drag what will become of them."""
        if not self.hasFocus() and self._drag is None:
            return
        colours = tokens(self.palette())
        one, other = self.cell_rect(*self._anchor), self.cell_rect(*self._cursor)
        style = Qt.PenStyle.DashLine if self._drag is False else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(colours.text), 2, style))
        faint = QColor(colours.accent)
        faint.setAlphaF(0.3)
        painter.setBrush(faint if self._drag else Qt.BrushStyle.NoBrush)
        painter.drawRect(one.united(other).adjusted(1, 1, -1, -1))

    def _paint_marked(self, *, paint: bool) -> None:
        days = sorted((self._anchor[0], self._cursor[0]))
        minutes = sorted((self._anchor[1], self._cursor[1]))
        marked = [
            Stretch(day * DAY_MINUTES + minutes[0], day * DAY_MINUTES + minutes[1] + self._slot)
            for day in range(days[0], days[1] + 1)
        ]
        self._held = union([*self._held, *marked]) if paint else subtract(self._held, marked)
        self.update()
        self.painted.emit()

    def _move(self, cell: _Cell, *, extend: bool) -> None:
        self._cursor = cell
        if not extend:
            self._anchor = cell
        self.update()
        self.moved.emit()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _cell_at(self, point: QPointF, *, nearest: bool = False) -> _Cell | None:
        least, most = self._hours()
        width = self._x(most * HOUR) - self._x(least * HOUR)
        minute = least * HOUR + (point.x() - self._x(least * HOUR)) / width * (most - least) * HOUR
        day, slot = int((point.y() - _HEAD) // _LINE), int(minute // self._slot) * self._slot
        inside = 0 <= day < DAYS and least * HOUR <= slot < most * HOUR
        if not inside and not nearest:
            return None
        return min(max(day, 0), DAYS - 1), min(max(slot, least * HOUR), most * HOUR - self._slot)

    def _hours(self) -> tuple[int, int]:
        return (0, 24) if self._whole else (FIRST_HOUR, LAST_HOUR)

    def _x(self, minute: int) -> float:
        least, most = self._hours()
        room = self.width() - self._label_width() - 12
        return self._label_width() + room * (minute - least * HOUR) / ((most - least) * HOUR)

    def _label_width(self) -> int:
        names = (day_name(day, short=True) for day in range(DAYS))
        return max(self.fontMetrics().horizontalAdvance(name) for name in names) + 16
