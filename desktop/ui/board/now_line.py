"""The line of the present moment on a board, and the time of it beside the hours."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.printing.fitting import Weight
from desktop.printing.painter import SheetPainter
from desktop.printing.sheet import Sheet
from desktop.printing.words import clock_text


def now_lines(painter: SheetPainter, whole: QRectF, sheet: Sheet, now: datetime) -> tuple[QLineF, ...]:
    """Where the line is drawn, a piece a lane of the day; none where the sheet does not show the moment."""
    y = _height(painter, whole, sheet, now)
    if y is None:
        return ()
    return tuple(
        QLineF(painter.column_x(sheet, whole, at), y, painter.column_x(sheet, whole, at + 1), y)
        for at, each in enumerate(sheet.columns)
        if each.day == now.date()
    )


def draw_time(on: QPainter, painter: SheetPainter, whole: QRectF, sheet: Sheet, now: datetime) -> None:
    """Writes the moment at its height among the hours, which sessions never cover."""
    y = _height(painter, whole, sheet, now)
    if y is None:
        return
    size, theme = painter.style.size, painter.style.theme
    box = QRectF(whole.left() + 1, y - size * 0.75, painter.hours_width() - 2, size * 1.5)
    on.setPen(Qt.PenStyle.NoPen)
    on.setBrush(theme.selection)
    on.drawRoundedRect(box, size * 0.3, size * 0.3)
    on.setPen(theme.paper)
    on.setFont(painter.fitter.font(0.92, Weight.BOLD))
    on.drawText(box, Qt.AlignmentFlag.AlignCenter, clock_text(now.hour * 60 + now.minute))


def _height(painter: SheetPainter, whole: QRectF, sheet: Sheet, now: datetime) -> float | None:
    minute = now.hour * 60 + now.minute
    if not sheet.first <= minute <= sheet.last or all(each.day != now.date() for each in sheet.columns):
        return None
    return painter.minute_y(sheet, whole, minute)
