"""The signs of what is otherwise in one plan than in another: a plate with a glyph, never a colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.printing.palette import Theme
from desktop.services.beside import Mark

GLYPHS = {Mark.NEW: "+", Mark.GONE: "−", Mark.MOVED: "→", Mark.OTHERS: "≈"}


def mark_colour(theme: Theme, mark: Mark) -> QColor:
    """The colour of a sign; its glyph has the colour of the paper."""
    return {Mark.NEW: theme.new, Mark.GONE: theme.gone, Mark.MOVED: theme.moved, Mark.OTHERS: theme.others}[
        mark
    ]


def draw_plate(painter: QPainter, box: QRectF, mark: Mark, theme: Theme, font: QFont) -> None:
    """Draws the plate of a sign into a box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.paper, box.height() * 0.08))
    painter.setBrush(mark_colour(theme, mark))
    painter.drawRoundedRect(box, box.height() * 0.22, box.height() * 0.22)
    bold = QFont(font)
    bold.setPixelSize(max(1, round(box.height() * 0.86)))
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(theme.paper)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, GLYPHS[mark])
    painter.restore()


def draw_mark(
    painter: QPainter, box: QRectF, size: float, mark: Mark, theme: Theme, font: QFont, *, aside: bool
) -> None:
    """Frames a session's box and puts the plate at its lower right. ``size`` is that of the board's text;
    ``aside``: another sign has that corner already."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style = Qt.PenStyle.DashLine if mark is Mark.GONE else Qt.PenStyle.SolidLine
    painter.setPen(QPen(mark_colour(theme, mark), size * 0.2, style))
    painter.drawRoundedRect(box, size * 0.3, size * 0.3)
    painter.restore()
    side = size * 1.35
    corner = box.bottomRight() - QPointF(side * (2 if aside else 1) + size * 0.15, side + size * 0.15)
    draw_plate(painter, QRectF(corner, QSizeF(side, side)), mark, theme, font)
