"""One block of a sheet as it is drawn: its box, its text, its signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from desktop.printing.fitting import Fitted, Fitter, Names, Weight
from desktop.printing.hatching import hatch
from desktop.printing.palette import LIGHT, Fill, Theme
from desktop.printing.sheet import Block
from desktop.printing.words import badge_text

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


class BlockPainter:
    """Draws placed blocks in a style."""

    def __init__(self, style: Style, fitter: Fitter) -> None:
        self._style = style
        self.fitter = fitter

    def inner(self, box: QRectF) -> QRectF:
        """Where a box's text stands."""
        size = self._style.size
        return box.adjusted(size * 0.55, size * 0.1, -size * 0.25, -size * 0.06)

    def draw(
        self, painter: QPainter, placed: Placed, *, conflict: bool, locked: bool, pale: bool = False
    ) -> None:
        """Draws a block with its signs; ``pale``: others stand out."""
        size, theme = self._style.size, self._style.theme
        moved = bool(placed.block.session)
        fill = theme.fill(placed.block.colour) if moved else theme.fixed()
        fill = theme.pale() if pale else fill
        outline = QPainterPath()
        outline.addRoundedRect(placed.rect, size * 0.3, size * 0.3)
        painter.save()
        painter.fillPath(outline, fill.background)
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        bar = QRectF(placed.rect.topLeft(), QSizeF(size * 0.32, placed.rect.height()))
        if moved:
            painter.fillRect(bar, fill.accent)
        else:
            painter.setPen(QPen(theme.closed, size * 0.06))
            painter.drawLines(hatch(placed.rect, size * 0.5))
        self._draw_text(painter, placed, fill.text)
        painter.restore()
        painter.strokePath(outline, QPen(fill.accent, size * 0.07))
        if conflict:
            self._draw_conflict(painter, placed)
        if locked:
            self._draw_lock(painter, placed, fill)

    def person_at(self, placed: Placed, point: QPointF) -> str | None:
        """Whose name stands at a point of a block, where it can be told."""
        inner, text = self.inner(placed.rect), placed.text
        number = int((point.y() - inner.top()) // text.line_height)
        for run in text.lines[number] if 0 <= number < len(text.lines) else ():
            left = inner.left() + run.x
            for entry in run.text.split(", "):
                right = left + self.fitter.width(entry + ", ", text.scale, run.weight)
                if left <= point.x() < right:
                    part = entry.strip(" ,…")
                    found = [each.id for each in placed.block.listed if len(part) > 2 and part in each.name]
                    return found[0] if len(found) == 1 else None
                left = right
        return None

    def _draw_text(self, painter: QPainter, placed: Placed, colour: QColor) -> None:
        inner, text = self.inner(placed.rect), placed.text
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
        for bar in range(_MOST_BARS if step > 1 else 0):
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
        self.centred(painter, box, "!", Weight.BOLD, theme.on_warning)
        painter.restore()

    def _draw_lock(self, painter: QPainter, placed: Placed, fill: Fill) -> None:
        """A padlock on a plate at the lower left, beside the bar."""
        size = self._style.size
        high = size * 1.15
        plate = QRectF(
            placed.rect.left() + size * 0.42, placed.rect.bottom() - high - size * 0.12, high, high
        )
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill.background)
        painter.drawRoundedRect(plate, size * 0.2, size * 0.2)
        painter.setPen(QPen(fill.text, size * 0.14))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shackle = QRectF(plate.left() + high * 0.3, plate.top() + high * 0.1, high * 0.4, high * 0.6)
        painter.drawArc(shackle, 0, 180 * 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill.text)
        body = QRectF(plate.left() + high * 0.18, plate.top() + high * 0.42, high * 0.64, high * 0.46)
        painter.drawRoundedRect(body, size * 0.1, size * 0.1)
        painter.restore()

    def draw_selection(self, painter: QPainter, placed: Placed) -> None:
        """Draws the frame of the chosen block."""
        size, theme = self._style.size, self._style.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.paper, size * 0.34))
        painter.drawRoundedRect(placed.rect, size * 0.3, size * 0.3)
        painter.setPen(QPen(theme.selection, size * 0.22))
        painter.drawRoundedRect(placed.rect, size * 0.3, size * 0.3)

    def centred(self, painter: QPainter, box: QRectF, text: str, weight: Weight, colour: QColor) -> None:
        """Draws a line in the middle of a box. Where it is too long: smaller, if the style has smaller
        letters, and cut where that is not enough."""
        scales = self._style.scales
        fitting = (scale for scale in scales if self.fitter.width(text, scale, weight) <= box.width())
        scale = next(fitting, scales[-1])
        painter.setFont(self.fitter.font(scale, weight))
        painter.setPen(colour)
        short = self.fitter.elide(text, box.width(), scale, weight)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, short)
