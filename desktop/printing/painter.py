"""One painter of the week grid for screen, preview, printer and PDF."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.printing.block_painter import BlockPainter, Placed, Style
from desktop.printing.fitting import Fitted, Fitter, Weight
from desktop.printing.hatching import hatch
from desktop.printing.lanes import lanes_of
from desktop.printing.marks import draw_mark
from desktop.printing.shade_painter import GUTTER, ShadePainter
from desktop.printing.sheet import Block, Column, Heads, Sheet
from desktop.printing.words import (
    clock_text,
    day_text,
    kept_text,
    lane_text,
    person_lane_text,
    short_day_text,
    weekday_text,
)
from desktop.services.beside import Mark

__all__ = ["Boxed", "Placed", "SheetPainter", "Style"]

# The widths of a column at which most boxes can be read, in text sizes.
_COLUMN_WIDTHS = {Heads.DAYS: 14.0, Heads.LANES_OF_DAYS: 9.0, Heads.DAYS_OF_LANES: 7.4}


@dataclass(frozen=True, slots=True)
class Boxed:
    """A block's place, before its text is fitted into it."""

    block: Block
    rect: QRectF


class SheetPainter:
    """Lays a sheet out in a rectangle and draws it: time runs down, days and lanes run to the right.

    Two blocks of a column that overlap in time stand beside each other, so none ever covers another. What
    lies outside ``exposed``, where that is given, is neither fitted nor drawn.
    """

    def __init__(self, style: Style) -> None:
        self._style = style
        self.fitter = Fitter(style.font, style.size, style.scales, style.names, show_ids=style.show_ids)
        self.blocks = BlockPainter(style, self.fitter)
        self._shades = ShadePainter(style, self.fitter)
        self._last: tuple[Sheet, QRectF, tuple[Boxed, ...]] | None = None
        self._texts: dict[int, Fitted] = {}
        self._edges: tuple[Sheet, tuple[float, ...]] | None = None

    @property
    def style(self) -> Style:
        return self._style

    def hours_width(self) -> float:
        """The width of the column of hours at the left."""
        return self.fitter.width("00:00", 1.0) + self._style.size * 0.9

    def header_height(self, sheet: Sheet) -> float:
        """The height of the header with the days and, where the sheet has them, the rooms."""
        return self._style.size * (1.9 if sheet.heads is Heads.DAYS else 3.4)

    def preferred_size(self, sheet: Sheet) -> QSizeF:
        """The size at which most boxes can be read without being chosen."""
        columns = max(1.0, self._edges_of(sheet)[-1])
        size = self._style.size
        return QSizeF(
            self.hours_width() + columns * size * _COLUMN_WIDTHS[sheet.heads],
            self.header_height(sheet) + (sheet.last - sheet.first) / 60 * size * 4.6,
        )

    def boxes(self, sheet: Sheet, rect: QRectF) -> tuple[Boxed, ...]:
        """Where each block is drawn inside ``rect``, in the sheet's order."""
        if self._last is not None and self._last[0] is sheet and self._last[1] == rect:
            return self._last[2]
        boxed = tuple(
            Boxed(block, self._box(sheet, rect, block, lane))
            for block, lane in zip(sheet.blocks, lanes_of(sheet.blocks), strict=True)
        )
        self._last = (sheet, QRectF(rect), boxed)
        self._texts = {}
        return boxed

    def layout(self, sheet: Sheet, rect: QRectF, exposed: QRectF | None = None) -> tuple[Placed, ...]:
        """The same with each block's text."""
        boxed = self.boxes(sheet, rect)
        seen = [at for at, each in enumerate(boxed) if exposed is None or each.rect.intersects(exposed)]
        # On paper the boxes share their sizes of text; on the screen there is one size.
        missing = [
            at
            for at in (seen if len(self._style.scales) == 1 else range(len(boxed)))
            if at not in self._texts
        ]
        texts = self.fitter.fit(
            [(boxed[at].block, self.blocks.inner(boxed[at].rect).size()) for at in missing]
        )
        self._texts.update(zip(missing, texts, strict=True))
        return tuple(Placed(boxed[at].block, boxed[at].rect, self._texts[at]) for at in seen)

    def block_at(self, sheet: Sheet, rect: QRectF, point: QPointF) -> Block | None:
        """The block at a point, for a click or a tooltip."""
        return next((boxed.block for boxed in self.boxes(sheet, rect) if boxed.rect.contains(point)), None)

    def render(
        self,
        painter: QPainter,
        rect: QRectF,
        sheet: Sheet,
        *,
        selected: str | None = None,
        conflicts: frozenset[str] = frozenset(),
        locked: frozenset[str] = frozenset(),
    ) -> None:
        """Draws the whole sheet. ``selected``, ``conflicts`` and ``locked`` are ids of sessions."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, self._style.theme.paper)
        self.render_body(painter, rect, sheet, selected=selected, conflicts=conflicts, locked=locked)
        self.render_hours(painter, rect, sheet)
        self.render_header(painter, rect, sheet)
        painter.restore()

    def render_header(
        self, painter: QPainter, rect: QRectF, sheet: Sheet, exposed: QRectF | None = None
    ) -> None:
        """Draws the days and rooms at the top of ``rect``; a scrolled view draws it again over the body."""
        theme, size = self._style.theme, self._style.size
        header = QRectF(rect.left(), rect.top(), rect.width(), self.header_height(sheet))
        painter.save()
        painter.fillRect(header, theme.header)
        seen = self.columns_in(sheet, rect, exposed)
        # Days beside each other are all written in full, or none is.
        widest = max((self.fitter.width(each[0], 1.0, Weight.BOLD) for each in self._heads(sheet)), default=0)
        for text, short, first, count in self._heads(sheet):
            if first >= seen.stop or first + count <= seen.start:
                continue
            left, right = self.column_x(sheet, rect, first), self.column_x(sheet, rect, first + count)
            if exposed is not None:
                # The name of a day that is wider than the window stays in sight.
                left, right = max(left, exposed.left() + self.hours_width()), min(right, exposed.right())
            box = QRectF(left, header.top(), right - left, size * 1.9).adjusted(size * 0.3, 0, -size * 0.3, 0)
            longest = widest if sheet.heads is Heads.DAYS else self.fitter.width(text, 1.0, Weight.BOLD)
            fits = longest <= box.width()
            self.blocks.centred(painter, box, text if fits else short, Weight.BOLD, theme.text)
            below = range(max(first, seen.start), min(first + count, seen.stop))
            for index in below if sheet.heads is not Heads.DAYS else ():
                left, right = self.column_x(sheet, rect, index), self.column_x(sheet, rect, index + 1)
                box = QRectF(left, header.top() + size * 1.65, right - left, size * 1.6)
                box.adjust(size * 0.2, 0, -size * 0.2, 0)
                self.blocks.centred(painter, box, _below(sheet, index), Weight.PLAIN, theme.faint)
            x = self.column_x(sheet, rect, first)
            painter.setPen(QPen(theme.line, size * 0.09))
            painter.drawLine(QLineF(x, header.top(), x, header.bottom()))
        painter.setPen(QPen(theme.line, size * 0.09))
        painter.drawLine(header.bottomLeft(), header.bottomRight())
        painter.restore()

    def render_hours(self, painter: QPainter, rect: QRectF, sheet: Sheet) -> None:
        """Draws the hours at the left of ``rect``; a scrolled view draws them again over the body."""
        theme, size = self._style.theme, self._style.size
        top = rect.top() + self.header_height(sheet)
        painter.save()
        painter.fillRect(QRectF(rect.left(), top, self.hours_width(), rect.bottom() - top), theme.paper)
        painter.setFont(self.fitter.font(0.92, Weight.PLAIN))
        painter.setPen(theme.faint)
        for minute in range(sheet.first, sheet.last, 60):
            y = self.minute_y(sheet, rect, minute)
            box = QRectF(rect.left(), y + size * 0.1, self.hours_width() - size * 0.35, size * 1.3)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, clock_text(minute))
        painter.restore()

    def render_body(
        self,
        painter: QPainter,
        rect: QRectF,
        sheet: Sheet,
        *,
        selected: str | None = None,
        conflicts: frozenset[str] = frozenset(),
        locked: frozenset[str] = frozenset(),
        bright: frozenset[str] | None = None,
        marks: Mapping[str, Mark] | None = None,
        exposed: QRectF | None = None,
        beneath: Sequence[QLineF] = (),
    ) -> None:
        """Draws the grid and the blocks without header and hours. Where ``bright`` is given, other sessions
        step back; ``marks`` say what is otherwise than in another plan. ``beneath`` are lines that no session
        is struck out by."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = self.columns_in(sheet, rect, exposed)
        self._draw_closed(painter, rect, sheet, seen)
        self._draw_grid(painter, rect, sheet, seen)
        self._draw_shades(painter, rect, sheet, seen)
        if beneath:
            painter.setPen(QPen(self._style.theme.selection, 2, Qt.PenStyle.DashLine))
            painter.drawLines(list(beneath))
        chosen: list[Placed] = []
        for placed in self.layout(sheet, rect, exposed):
            session = placed.block.session
            self.blocks.draw(
                painter,
                placed,
                conflict=session in conflicts,
                locked=session in locked,
                pale=bright is not None and session not in bright,
            )
            mark = marks.get(session) if marks else None
            if mark is not None and (bright is None or session in bright):
                aside = session in conflicts
                draw_mark(
                    painter,
                    placed.rect,
                    self._style.size,
                    mark,
                    self._style.theme,
                    self._style.font,
                    aside=aside,
                )
            if session and session == selected:
                chosen.append(placed)
        for placed in chosen:
            self.blocks.draw_selection(painter, placed)
        painter.restore()

    def column_x(self, sheet: Sheet, rect: QRectF, index: int) -> float:
        """Where a column begins."""
        edges = self._edges_of(sheet)
        wide = rect.width() - self.hours_width()
        return rect.left() + self.hours_width() + wide * edges[index] / max(1.0, edges[-1])

    def minute_y(self, sheet: Sheet, rect: QRectF, minute: float) -> float:
        """Where a minute of the day lies."""
        top = rect.top() + self.header_height(sheet)
        return top + (rect.bottom() - top) * (minute - sheet.first) / (sheet.last - sheet.first)

    def _draw_shades(self, painter: QPainter, rect: QRectF, sheet: Sheet, seen: range) -> None:
        """Where rivals are, and the time that must lie between, for the lanes that must keep away."""
        painter.save()
        for index in seen:
            column = sheet.columns[index]
            left, right = self.column_x(sheet, rect, index), self.column_x(sheet, rect, index + 1)
            for each in column.kept_clear:
                top, bottom = self.minute_y(sheet, rect, each.start), self.minute_y(sheet, rect, each.end)
                self._shades.draw(painter, QRectF(left, top, right - left, bottom - top), each)
        painter.restore()

    def kept_at(self, sheet: Sheet, rect: QRectF, point: QPointF) -> str:
        """What keeps a lane clear at a point, in words; empty where nothing does."""
        if not sheet.columns or point.y() < rect.top() + self.header_height(sheet):
            return ""
        column, minute = (
            sheet.columns[self.column_at(sheet, rect, point.x())],
            self.minute_at(sheet, rect, point.y()),
        )
        lines = [
            kept_text(each, self.fitter.person)
            for each in column.kept_clear
            if each.start <= minute < each.end
        ]
        return "\n".join(lines)

    def _box(self, sheet: Sheet, rect: QRectF, block: Block, lane: tuple[int, int]) -> QRectF:
        size = self._style.size
        left, right = self.column_x(sheet, rect, block.column), self.column_x(sheet, rect, block.column + 1)
        right -= size * GUTTER if sheet.columns[block.column].aparts else 0
        number, lanes = lane
        wide = (right - left) / lanes
        top, bottom = self.minute_y(sheet, rect, block.start), self.minute_y(sheet, rect, block.end)
        box = QRectF(left + wide * number, top, wide, bottom - top)
        box.adjust(size * 0.12, size * 0.06, -size * 0.12, -size * 0.06)
        return box

    def columns_in(self, sheet: Sheet, rect: QRectF, exposed: QRectF | None) -> range:
        """The columns that can be seen."""
        count = len(sheet.columns)
        if exposed is None or not count:
            return range(count)
        first, last = (self.column_at(sheet, rect, x) for x in (exposed.left(), exposed.right()))
        return range(first, last + 1)

    def column_at(self, sheet: Sheet, rect: QRectF, x: float) -> int:
        """The column at or nearest to a place across. The sheet has columns."""
        edges = self._edges_of(sheet)
        wide = max(1.0, rect.width() - self.hours_width())
        along = (x - rect.left() - self.hours_width()) / wide * edges[-1]
        return min(max(bisect_right(edges, along) - 1, 0), len(sheet.columns) - 1)

    def minute_at(self, sheet: Sheet, rect: QRectF, y: float) -> float:
        """The minute of the day at a height; may lie outside the hours that are shown."""
        top = rect.top() + self.header_height(sheet)
        return sheet.first + (y - top) / (rect.bottom() - top) * (sheet.last - sheet.first)

    def _edges_of(self, sheet: Sheet) -> tuple[float, ...]:
        """Where each column begins, in usual columns, and where the last one ends."""
        if self._edges is None or self._edges[0] is not sheet:
            self._edges = (sheet, (0.0, *accumulate(each.width for each in sheet.columns)))
        return self._edges[1]

    def _heads(self, sheet: Sheet) -> Iterator[tuple[str, str, int, int]]:
        """The upper line of the header: each text, a shorter one, its first column and how many it spans."""
        if sheet.heads is Heads.DAYS_OF_LANES:
            for column, first, count in sheet.lanes():
                yield person_lane_text(column), lane_text(column), first, count
            return
        for day, first, count in sheet.days():
            yield day_text(day), short_day_text(day), first, count

    def _draw_closed(self, painter: QPainter, rect: QRectF, sheet: Sheet, seen: range) -> None:
        size = self._style.size
        painter.save()
        painter.setPen(QPen(self._style.theme.closed, size * 0.06))
        for index in seen:
            left, right = self.column_x(sheet, rect, index), self.column_x(sheet, rect, index + 1)
            for start, end in sheet.columns[index].closed:
                top, bottom = self.minute_y(sheet, rect, start), self.minute_y(sheet, rect, end)
                painter.drawLines(hatch(QRectF(left, top, right - left, bottom - top), size * 0.75))
        painter.restore()

    def _draw_grid(self, painter: QPainter, rect: QRectF, sheet: Sheet, seen: range) -> None:
        theme, size = self._style.theme, self._style.size
        for minute in range(sheet.first, sheet.last + 1, 30):
            y = self.minute_y(sheet, rect, minute)
            painter.setPen(QPen(theme.line if minute % 60 == 0 else theme.half_line, size * 0.05))
            left = rect.left() + (0 if minute % 60 == 0 else self.hours_width())
            painter.drawLine(QLineF(left, y, rect.right(), y))
        starts = {first for _, _, first, _ in self._heads(sheet)}
        top = rect.top() + self.header_height(sheet)
        for index in range(seen.start, seen.stop + 1):
            x = self.column_x(sheet, rect, index)
            outer = index in starts or index == len(sheet.columns)
            painter.setPen(QPen(theme.line, size * (0.09 if outer else 0.04)))
            painter.drawLine(QLineF(x, top, x, rect.bottom()))


def _below(sheet: Sheet, index: int) -> str:
    """The lower line of a column's header."""
    column: Column = sheet.columns[index]
    return weekday_text(column.day) if sheet.heads is Heads.DAYS_OF_LANES else person_lane_text(column)
