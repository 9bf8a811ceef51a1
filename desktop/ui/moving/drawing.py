"""A new session drawn on the bare board, from its first to its last minute."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from desktop.printing.words import time_span_text
from desktop.ui.board.modes import Mode
from desktop.ui.board.panel import BoardPanel
from desktop.ui.moving.layer import DragLayer, Ghost
from desktop.ui.moving.placing import Outline


class Drawer(QObject):
    """``drawn`` carries the ``Outline`` and its rectangle on the screen. Only rooms can be drawn in."""

    drawn = Signal(object, QRect)

    def __init__(self, board: BoardPanel, layer: DragLayer) -> None:
        super().__init__(board)
        self._board = board
        self._layer = layer
        self._slot = 30
        self._column: int | None = None
        self._from = self._to = 0
        board.view.canvas.installEventFilter(self)

    def begin_with(self, slot: int) -> None:
        """Says how fine the grid is, in minutes."""
        self._slot = slot

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the pointer from a press on the bare board to where it is let go."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._column is not None:
            self._end()
            return True
        if not isinstance(event, QMouseEvent) or self._board.mode is not Mode.ROOMS:
            return False
        sheet, canvas = self._board.view.canvas.sheet, self._board.view.canvas
        if sheet is None or not sheet.columns:
            return False
        at = QPointF(event.position())
        minute = canvas.painter.minute_at(sheet, QRectF(canvas.rect()), at.y())
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            if sheet.first <= minute < sheet.last and at.x() >= canvas.painter.hours_width():
                self._column = canvas.painter.column_at(sheet, QRectF(canvas.rect()), at.x())
                self._from = self._to = int(minute // self._slot) * self._slot
        elif kind == QEvent.Type.MouseMove and self._column is not None:
            self._to = min(max(int(minute // self._slot) * self._slot, sheet.first), sheet.last - self._slot)
            if not self._layer.isVisible():
                self._layer.begin(self._slot)
            start, end = self._span()
            self._layer.show_ghost(Ghost((self._column,), start, end, time_span_text(start, end), None))
        elif kind == QEvent.Type.MouseButtonRelease and self._column is not None:
            self._finish()
        return False

    def _span(self) -> tuple[int, int]:
        return min(self._from, self._to), max(self._from, self._to) + self._slot

    def _finish(self) -> None:
        sheet, visible = self._board.view.canvas.sheet, self._layer.isVisible()
        rect = self._layer.ghost_rect().toAlignedRect()
        column, (start, end) = self._column, self._span()
        self._end()
        if sheet is None or column is None or not visible:
            return
        day = datetime.combine(sheet.columns[column].day, time())
        outline = Outline(
            sheet.columns[column].key, day + timedelta(minutes=start), day + timedelta(minutes=end)
        )
        self.drawn.emit(outline, QRect(self._layer.mapToGlobal(rect.topLeft()), rect.size()))

    def _end(self) -> None:
        self._column = None
        self._layer.hide()
