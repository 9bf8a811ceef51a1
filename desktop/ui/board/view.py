"""The board: the canvas in a scroll area whose days and hours stay in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.printing.palette import theme_of
from desktop.printing.sheet import Sheet
from desktop.services.beside import Mark
from desktop.ui.board.canvas import Canvas
from desktop.ui.board.lane_heads import LaneHeads
from desktop.ui.board.now_line import draw_time


class _Strip(QWidget):
    """Lies over an edge of the board and lets the pointer through."""

    def __init__(self, paint: Callable[[QPainter], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._paint = paint
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)


class BoardView(QScrollArea):
    """``clicked`` and ``led_to``: somebody chose a session, with the pointer or Enter, or with the arrows;
    ``zoom_asked``: in steps."""

    clicked = Signal(str)
    led_to = Signal(str)
    zoom_asked = Signal(int)
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not isVisible(), which is so already while the board is on its way to its first size.
        self._shown = False
        # Before the canvas: Tab comes to the lanes first, and to their sessions then.
        self.lanes = LaneHeads(self.viewport(), self)
        self.canvas = Canvas()
        self.setWidget(self.canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Week board"))
        self.canvas.reached.connect(self._bring_into_sight)
        self.canvas.led_to.connect(self.led_to)
        self.canvas.clicked.connect(self.clicked)
        self._header = _Strip(self._paint_header, self.viewport())
        self._hours = _Strip(self._paint_hours, self.viewport())
        self._corner = _Strip(self._paint_corner, self.viewport())
        self.lanes.reached.connect(self._bring_lane_into_sight)
        self.lanes.entered.connect(self._enter_lane)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._refresh_strips)
            bar.valueChanged.connect(self._on_scrolled)

    def show_sheet(
        self,
        sheet: Sheet | None,
        *,
        zoom: int,
        conflicts: frozenset[str],
        locked: frozenset[str] = frozenset(),
        lanes_told: bool = False,
        marks: Mapping[str, Mark] | None = None,
    ) -> None:
        """Shows a sheet; None leaves the board empty. ``lanes_told``: its lanes say themselves who is
        there when and what keeps them clear, to the keyboard and the screen reader. ``marks``: what is
        otherwise than in another plan."""
        room = self.viewport().size()
        self.canvas.show_sheet(sheet, zoom=zoom, conflicts=conflicts, room=room, locked=locked, marks=marks)
        self.lanes.show_sheet(sheet if lanes_told else None)
        self._place_strips()
        self._look()

    def show_now(self, now: datetime | None) -> None:
        """Marks the local moment; None marks none."""
        self.canvas.show_now(now)
        self._hours.update()

    def inner(self) -> QRect:
        """What can be seen of the canvas beside the hours and below the header."""
        seen = self._seen()
        sheet, painter = self.canvas.sheet, self.canvas.painter
        if sheet is None:
            return seen
        return seen.adjusted(round(painter.hours_width()), round(painter.header_height(sheet)), 0, 0)

    def bring_column_into_sight(self, column: int) -> None:
        """Scrolls to a column."""
        sheet, painter = self.canvas.sheet, self.canvas.painter
        if sheet is not None:
            left = painter.column_x(sheet, QRectF(self.canvas.rect()), column)
            self.horizontalScrollBar().setValue(round(left - painter.hours_width()))

    def bring_one_into_sight(self, sessions: frozenset[str]) -> None:
        """Scrolls to the first of these sessions, unless one of them can be seen."""
        found = [each for each in self.canvas.boxes() if each.block.session in sessions]
        if found and not any(QRectF(self.inner()).contains(each.rect) for each in found):
            self._bring_into_sight(found[0].block.session)

    def _seen(self) -> QRect:
        corner = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRect(corner, self.viewport().size())

    def _look(self) -> None:
        """Out of sight nothing has its size yet, and nobody presses anything."""
        if self._shown:
            self.canvas.look_at(self._seen())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shown = True
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._shown = False

    def _on_scrolled(self) -> None:
        self._look()
        self.scrolled.emit()

    def select(self, session: str | None) -> None:
        """Marks the chosen session and brings it into sight."""
        self.canvas.select(session)
        if session is not None:
            self._bring_into_sight(session)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.canvas.fit(self.viewport().size())
        self._place_strips()
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.canvas.redress()
            self.canvas.fit(self.viewport().size())
            self._place_strips()
        super().changeEvent(event)

    def _bring_into_sight(self, session: str) -> None:
        button = self.canvas.button(session)
        sheet = self.canvas.sheet
        if button is None or sheet is None:
            return
        painter = self.canvas.painter
        box = button.geometry()
        header, hours = round(painter.header_height(sheet)), round(painter.hours_width())
        for bar, low, high, page, covered in (
            (self.horizontalScrollBar(), box.left(), box.right(), self.viewport().width(), hours),
            (self.verticalScrollBar(), box.top(), box.bottom(), self.viewport().height(), header),
        ):
            if low - covered < bar.value():
                bar.setValue(low - covered - 8)
            elif high > bar.value() + page:
                bar.setValue(min(high - page + 8, low - covered))

    def _place_strips(self) -> None:
        sheet, painter = self.canvas.sheet, self.canvas.painter
        for strip in (self._header, self._hours, self._corner):
            strip.setVisible(sheet is not None)
        if sheet is None:
            return
        header, hours = round(painter.header_height(sheet)), round(painter.hours_width())
        wide, high = self.viewport().width(), self.viewport().height()
        self._header.setGeometry(0, 0, wide, header)
        self._hours.setGeometry(0, header, hours, max(high - header, 0))
        self._corner.setGeometry(0, 0, hours, header)
        for strip in (self._header, self._hours, self._corner):
            strip.raise_()
        self._refresh_strips()

    def _refresh_strips(self) -> None:
        for strip in (self._header, self._hours):
            strip.update()
        self.lanes.place(self._head_of)

    def _head_of(self, column: int) -> QRect:
        """Where the head of a lane is seen."""
        sheet, painter = self.canvas.sheet, self.canvas.painter
        if sheet is None:
            return QRect()
        whole = self._whole(self.horizontalScrollBar().value(), 0)
        left, right = (round(painter.column_x(sheet, whole, at)) for at in (column, column + 1))
        return QRect(left, 0, right - left, round(painter.header_height(sheet)))

    def _bring_lane_into_sight(self, column: int) -> None:
        """Scrolls to a lane whose head is not seen whole."""
        sheet = self.canvas.sheet
        if sheet is None:
            return
        head, hours = self._head_of(column), round(self.canvas.painter.hours_width())
        if head.left() < hours or head.right() > self.viewport().width():
            self.bring_column_into_sight(column)

    def _enter_lane(self, column: int) -> None:
        """Leads to the first session of a lane."""
        sheet = self.canvas.sheet
        blocks = [each for each in sheet.blocks if each.column == column and each.session] if sheet else []
        if blocks:
            self.canvas.focus_on_block(min(blocks, key=lambda each: each.start))

    def _whole(self, across: int, down: int) -> QRectF:
        """The canvas' rectangle, seen from a strip's own corner."""
        return QRectF(-across, -down, self.canvas.width(), self.canvas.height())

    def _paint_header(self, painter: QPainter) -> None:
        if self.canvas.sheet is not None:
            whole = self._whole(self.horizontalScrollBar().value(), 0)
            exposed = QRectF(self._header.rect())
            self.canvas.painter.render_header(painter, whole, self.canvas.sheet, exposed)

    def _paint_hours(self, painter: QPainter) -> None:
        if self.canvas.sheet is not None:
            whole = self._whole(0, self.verticalScrollBar().value() + self._header.height())
            self.canvas.painter.render_hours(painter, whole, self.canvas.sheet)
            if self.canvas.now is not None:
                draw_time(painter, self.canvas.painter, whole, self.canvas.sheet, self.canvas.now)

    def _paint_corner(self, painter: QPainter) -> None:
        theme = theme_of(self.canvas.palette())
        painter.fillRect(self._corner.rect(), theme.header)
        painter.setPen(theme.line)
        painter.drawLine(self._corner.rect().bottomLeft(), self._corner.rect().bottomRight())
