"""One painter of the week grid for screen, preview, printer and PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from desktop.printing.fitting import Fitted, Fitter, Names, Weight
from desktop.printing.palette import LIGHT, Theme
from desktop.printing.sheet import Block, Sheet
from desktop.printing.words import badge_text, clock_text, day_text, short_day_text

_SCREEN_SCALES = (1.0,)
_MOST_BARS = 4


@dataclass(frozen=True, slots=True)
class Style:
    """How a sheet looks. ``size`` is the text size in the device's pixels, and every other measure
    follows it; ``scales`` are the shares of it at which a box's text is tried, largest first.
    ``show_ids``: each box carries its session's id in small print."""

    font: QFont
    size: float
    theme: Theme = LIGHT
    names: Names = Names.FULL
    scales: Sequence[float] = field(default=_SCREEN_SCALES)
    show_ids: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A block where it is drawn, in the coordinates of the rectangle given to ``layout``."""

    block: Block
    rect: QRectF
    text: Fitted


class SheetPainter:
    """Lays a sheet out in a rectangle and draws it: time runs down, days and rooms run to the right.

    Two blocks of a column that overlap in time stand beside each other, so none ever covers another.
    """

    def __init__(self, style: Style) -> None:
        self._style = style
        self.fitter = Fitter(style.font, style.size, style.scales, style.names, show_ids=style.show_ids)
        self._last: tuple[Sheet, QRectF, tuple[Placed, ...]] | None = None

    def hours_width(self) -> float:
        """The width of the column of hours at the left."""
        return self.fitter.width("00:00", 1.0) + self._style.size * 0.9

    def header_height(self, sheet: Sheet) -> float:
        """The height of the header with the days and, where the sheet has them, the rooms."""
        return self._style.size * (3.4 if sheet.by_room else 1.9)

    def preferred_size(self, sheet: Sheet) -> QSizeF:
        """The size at which most boxes can be read without being chosen."""
        columns = max(1, len(sheet.columns))
        size = self._style.size
        return QSizeF(
            self.hours_width() + columns * size * (9 if sheet.by_room else 14),
            self.header_height(sheet) + (sheet.last - sheet.first) / 60 * size * 4.6,
        )

    def layout(self, sheet: Sheet, rect: QRectF) -> tuple[Placed, ...]:
        """Where each block is drawn inside ``rect``, in the sheet's order."""
        if self._last is not None and self._last[0] is sheet and self._last[1] == rect:
            return self._last[2]
        boxes = [
            self._box(sheet, rect, block, lane)
            for block, lane in zip(sheet.blocks, _lanes(sheet.blocks), strict=True)
        ]
        texts = self.fitter.fit(
            [(block, self._inner(box).size()) for block, box in zip(sheet.blocks, boxes, strict=True)]
        )
        placed = tuple(
            Placed(block, box, text) for block, box, text in zip(sheet.blocks, boxes, texts, strict=True)
        )
        self._last = (sheet, QRectF(rect), placed)
        return placed

    def block_at(self, sheet: Sheet, rect: QRectF, point: QPointF) -> Block | None:
        """The block at a point, for a click or a tooltip."""
        return next(
            (placed.block for placed in self.layout(sheet, rect) if placed.rect.contains(point)), None
        )

    def render(
        self,
        painter: QPainter,
        rect: QRectF,
        sheet: Sheet,
        *,
        selected: str | None = None,
        conflicts: frozenset[str] = frozenset(),
    ) -> None:
        """Draws the whole sheet. ``selected`` and ``conflicts`` are ids of sessions."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, self._style.theme.paper)
        self.render_body(painter, rect, sheet, selected=selected, conflicts=conflicts)
        self.render_hours(painter, rect, sheet)
        self.render_header(painter, rect, sheet)
        painter.restore()

    def render_header(self, painter: QPainter, rect: QRectF, sheet: Sheet) -> None:
        """Draws the days and rooms at the top of ``rect``; a scrolled view draws it again over the body."""
        theme, size = self._style.theme, self._style.size
        header = QRectF(rect.left(), rect.top(), rect.width(), self.header_height(sheet))
        painter.save()
        painter.fillRect(header, theme.header)
        high = size * 1.9
        for day, first, count in sheet.days():
            left, right = self._column_x(sheet, rect, first), self._column_x(sheet, rect, first + count)
            box = QRectF(left, header.top(), right - left, high).adjusted(size * 0.3, 0, -size * 0.3, 0)
            text = day_text(day)
            if self.fitter.width(text, 1.0, Weight.BOLD) > box.width():
                text = short_day_text(day)
            self._centred(painter, box, text, Weight.BOLD, theme.text)
            if sheet.by_room:
                for index in range(first, first + count):
                    left, right = self._column_x(sheet, rect, index), self._column_x(sheet, rect, index + 1)
                    box = QRectF(left, header.top() + size * 1.65, right - left, size * 1.6)
                    box.adjust(size * 0.2, 0, -size * 0.2, 0)
                    self._centred(painter, box, sheet.columns[index].room_name, Weight.PLAIN, theme.faint)
            x = self._column_x(sheet, rect, first)
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
            y = self._y(sheet, rect, minute)
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
    ) -> None:
        """Draws the grid and the blocks without header and hours."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_closed(painter, rect, sheet)
        self._draw_grid(painter, rect, sheet)
        chosen: Placed | None = None
        for placed in self.layout(sheet, rect):
            self._draw_block(painter, placed, conflict=placed.block.session in conflicts)
            if placed.block.session == selected:
                chosen = placed
        if chosen is not None:
            self._draw_selection(painter, chosen)
        painter.restore()

    def _column_x(self, sheet: Sheet, rect: QRectF, index: int) -> float:
        wide = rect.width() - self.hours_width()
        return rect.left() + self.hours_width() + wide * index / max(1, len(sheet.columns))

    def _y(self, sheet: Sheet, rect: QRectF, minute: int) -> float:
        top = rect.top() + self.header_height(sheet)
        return top + (rect.bottom() - top) * (minute - sheet.first) / (sheet.last - sheet.first)

    def _box(self, sheet: Sheet, rect: QRectF, block: Block, lane: tuple[int, int]) -> QRectF:
        size = self._style.size
        left, right = self._column_x(sheet, rect, block.column), self._column_x(sheet, rect, block.column + 1)
        number, lanes = lane
        wide = (right - left) / lanes
        top, bottom = self._y(sheet, rect, block.start), self._y(sheet, rect, block.end)
        box = QRectF(left + wide * number, top, wide, bottom - top)
        box.adjust(size * 0.12, size * 0.06, -size * 0.12, -size * 0.06)
        return box

    def _inner(self, box: QRectF) -> QRectF:
        size = self._style.size
        return box.adjusted(size * 0.55, size * 0.1, -size * 0.25, -size * 0.06)

    def _draw_closed(self, painter: QPainter, rect: QRectF, sheet: Sheet) -> None:
        size = self._style.size
        painter.save()
        painter.setPen(QPen(self._style.theme.closed, size * 0.06))
        for index, column in enumerate(sheet.columns):
            left, right = self._column_x(sheet, rect, index), self._column_x(sheet, rect, index + 1)
            for start, end in column.closed:
                top, bottom = self._y(sheet, rect, start), self._y(sheet, rect, end)
                painter.drawLines(hatch(QRectF(left, top, right - left, bottom - top), size * 0.75))
        painter.restore()

    def _draw_grid(self, painter: QPainter, rect: QRectF, sheet: Sheet) -> None:
        theme, size = self._style.theme, self._style.size
        for minute in range(sheet.first, sheet.last + 1, 30):
            y = self._y(sheet, rect, minute)
            painter.setPen(QPen(theme.line if minute % 60 == 0 else theme.half_line, size * 0.05))
            left = rect.left() + (0 if minute % 60 == 0 else self.hours_width())
            painter.drawLine(QLineF(left, y, rect.right(), y))
        starts = {first for _, first, _ in sheet.days()}
        top = rect.top() + self.header_height(sheet)
        for index in range(len(sheet.columns) + 1):
            x = self._column_x(sheet, rect, index)
            outer = index in starts or index == len(sheet.columns)
            painter.setPen(QPen(theme.line, size * (0.09 if outer else 0.04)))
            painter.drawLine(QLineF(x, top, x, rect.bottom()))

    def _draw_block(self, painter: QPainter, placed: Placed, *, conflict: bool) -> None:
        size, theme = self._style.size, self._style.theme
        fill = theme.fill(placed.block.colour)
        outline = QPainterPath()
        outline.addRoundedRect(placed.rect, size * 0.3, size * 0.3)
        painter.save()
        painter.fillPath(outline, fill.background)
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        bar = QRectF(placed.rect.topLeft(), QSizeF(size * 0.32, placed.rect.height()))
        painter.fillRect(bar, fill.accent)
        self._draw_text(painter, placed, fill.text)
        painter.restore()
        painter.strokePath(outline, QPen(fill.accent, size * 0.07))
        if conflict:
            self._draw_conflict(painter, placed)

    def _draw_text(self, painter: QPainter, placed: Placed, colour: QColor) -> None:
        inner, text = self._inner(placed.rect), placed.text
        for number, line in enumerate(text.lines):
            for run in line:
                font = self.fitter.font(text.scale, run.weight)
                painter.setFont(font)
                painter.setPen(colour)
                baseline = inner.top() + text.line_height * (number + 0.8)
                painter.drawText(QPointF(inner.left() + run.x, baseline), run.text)
        block = placed.block
        if not text.badge.isEmpty() and block.level is not None:
            corner = QPointF(inner.right() - text.badge.width(), inner.top())
            box = QRectF(corner, text.badge)
            self.draw_level(painter, box, block.level, text.scale, colour, approval=block.approval)

    def draw_level(
        self,
        painter: QPainter,
        box: QRectF,
        level: int,
        scale: float,
        colour: QColor,
        *,
        approval: bool = False,
    ) -> None:
        """Rising bars, as many filled as the level is high, and the level in letters beside them."""
        text = badge_text(level, approval)
        font = self.fitter.font(scale * 0.86, Weight.BOLD)
        painter.setFont(font)
        painter.setPen(colour)
        wide = self.fitter.width(text, scale * 0.86, Weight.BOLD)
        painter.drawText(QPointF(box.right() - wide, box.top() + box.height() * 0.78), text)
        step = (box.width() - wide - box.height() * 0.2) / _MOST_BARS
        for bar in range(_MOST_BARS):
            high = box.height() * (0.25 + 0.4 * bar / (_MOST_BARS - 1))
            mark = QRectF(box.left() + step * bar, box.top() + box.height() * 0.78 - high, step * 0.72, high)
            if bar < level:
                painter.fillRect(mark, colour)
            else:
                pale = QColor(colour)
                pale.setAlphaF(0.22)
                painter.fillRect(mark, pale)

    def _draw_conflict(self, painter: QPainter, placed: Placed) -> None:
        """A dashed edge and a warning triangle at the lower right."""
        size, theme = self._style.size, self._style.theme
        painter.save()
        pen = QPen(theme.warning, size * 0.22, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(placed.rect, size * 0.3, size * 0.3)
        side = size * 1.35
        corner = placed.rect.bottomRight() - QPointF(size * 0.2, size * 0.2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.warning)
        painter.drawPolygon(
            QPolygonF(
                [
                    corner,
                    QPointF(corner.x() - side, corner.y()),
                    QPointF(corner.x() - side / 2, corner.y() - side),
                ]
            )
        )
        box = QRectF(corner.x() - side, corner.y() - side * 0.8, side, side * 0.8)
        self._centred(painter, box, "!", Weight.BOLD, theme.on_warning)
        painter.restore()

    def _draw_selection(self, painter: QPainter, placed: Placed) -> None:
        size, theme = self._style.size, self._style.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.paper, size * 0.34))
        painter.drawRoundedRect(placed.rect, size * 0.3, size * 0.3)
        painter.setPen(QPen(theme.selection, size * 0.22))
        painter.drawRoundedRect(placed.rect, size * 0.3, size * 0.3)

    def _centred(self, painter: QPainter, box: QRectF, text: str, weight: Weight, colour: QColor) -> None:
        font = self.fitter.font(1.0, weight)
        painter.setFont(font)
        painter.setPen(colour)
        short = self.fitter.elide(text, box.width(), 1.0, weight)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, short)


def _lanes(blocks: Sequence[Block]) -> tuple[tuple[int, int], ...]:
    """For each block its lane and the number of lanes it shares its column with.

    A sound plan has one lane everywhere (R3); a hand-made one may not.
    """
    lanes = [(0, 1)] * len(blocks)
    cluster: list[int] = []
    ends: list[int] = []
    order = sorted(range(len(blocks)), key=lambda number: (blocks[number].column, blocks[number].start))
    for number in order:
        block = blocks[number]
        if cluster and (blocks[cluster[0]].column != block.column or block.start >= max(ends)):
            cluster, ends = [], []
        lane = next((lane for lane, end in enumerate(ends) if end <= block.start), len(ends))
        if lane == len(ends):
            ends.append(block.end)
        else:
            ends[lane] = block.end
        cluster.append(number)
        lanes[number] = (lane, len(ends))
        for other in cluster:
            lanes[other] = (lanes[other][0], len(ends))
    return tuple(lanes)


def hatch(box: QRectF, step: float) -> list[QLineF]:
    """Lines from lower left to upper right, ``step`` apart, on a raster that neighbouring boxes share."""
    lines = []
    first = int((box.left() + box.top()) // step) + 1
    last = int((box.right() + box.bottom()) // step)
    for number in range(first, last + 1):
        total = number * step
        left, right = max(box.left(), total - box.bottom()), min(box.right(), total - box.top())
        if left < right:
            lines.append(QLineF(left, total - left, right, total - right))
    return lines
