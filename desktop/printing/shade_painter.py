"""What keeps a lane clear, as it is drawn: over the whole lane, or beside its boxes for some people."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.printing.block_painter import Style
from desktop.printing.fitting import Fitter, Weight
from desktop.printing.hatching import hatch
from desktop.printing.sheet import Apart, Shade, ShadeKind
from desktop.printing.words import apart_text, minutes_text

GUTTER = 1.4
"""How wide the strip beside a lane's boxes is, in text sizes."""
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


class ShadePainter:
    """Draws shades in a style."""

    def __init__(self, style: Style, fitter: Fitter) -> None:
        self._style = style
        self._fitter = fitter

    def draw(self, painter: QPainter, box: QRectF, each: Shade | Apart) -> None:
        """Draws one in its box, which is as wide as the lane."""
        size = self._style.size
        if isinstance(each, Shade):
            self._draw_shade(painter, box.adjusted(size * 0.06, 0, -size * 0.06, 0), each)
        else:
            strip = QRectF(box.right() - size * GUTTER, box.top(), size * GUTTER, box.height())
            self._draw_apart(painter, strip.adjusted(size * 0.1, 0, -size * 0.1, 0), each)

    def _draw_shade(self, painter: QPainter, box: QRectF, shade: Shade) -> None:
        theme, size = self._style.theme, self._style.size
        gap = shade.kind is ShadeKind.GAP
        text = minutes_text(shade.minutes) if gap else ", ".join(shade.names)
        painter.fillRect(box, theme.gap if gap else theme.rivals)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if gap:
            painter.setPen(QPen(theme.warning, size * 0.09, Qt.PenStyle.DotLine))
            painter.drawRect(box)
        else:
            painter.setPen(QPen(theme.rivals_line, size * 0.07))
            painter.drawLines(hatch(box, size * 0.6))
        self._draw_plate(painter, box, text)

    def _draw_plate(self, painter: QPainter, box: QRectF, text: str) -> None:
        """A plate with the words, where there is room for a line."""
        size, theme = self._style.size, self._style.theme
        if box.height() < size * 1.35:
            return
        wide = min(self._fitter.width(text, 0.92) + size * 0.6, box.width() - size * 0.3)
        plate = QRectF(box.center().x() - wide / 2, box.center().y() - size * 0.65, wide, size * 1.3)
        painter.fillRect(plate, theme.paper)
        painter.setFont(self._fitter.font(0.92, Weight.PLAIN))
        painter.setPen(theme.text)
        painter.drawText(plate, _CENTRED, self._fitter.elide(text, wide - size * 0.2, 0.92))

    def _draw_apart(self, painter: QPainter, strip: QRectF, apart: Apart) -> None:
        """A strip with the names along it."""
        theme, size = self._style.theme, self._style.size
        painter.fillRect(strip, theme.gap if apart.minutes else theme.rivals)
        edge = Qt.PenStyle.DotLine if apart.minutes else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.warning, size * 0.09, edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(strip)
        long = strip.height() - size * 0.4
        text = minutes_text(apart.minutes) if apart.minutes else apart_text(apart, self._fitter.person)
        if long < size * 2 or (apart.minutes and self._fitter.width(text, 0.92) > long):
            return
        painter.save()
        painter.translate(strip.center())
        painter.rotate(-90)
        painter.setFont(self._fitter.font(0.92, Weight.PLAIN))
        painter.setPen(theme.text)
        along = QRectF(-long / 2, -strip.width() / 2, long, strip.width())
        painter.drawText(along, _CENTRED, self._fitter.elide(text, long, 0.92))
        painter.restore()
