"""A page's measures and its text: millimetres and points on whatever device the page is drawn on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter

from desktop.printing.fitting import wrap
from desktop.printing.palette import PAPER

_FAMILIES = ("Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", "DejaVu Sans")


def print_font() -> QFont:
    """The first plain sans-serif font that this machine has, for all prints."""
    installed = set(QFontDatabase.families())
    font = QFont()
    family = next((family for family in _FAMILIES if family in installed), None)
    if family is not None:
        font.setFamily(family)
    # Hinted for a screen, letters on paper would stand unevenly.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # A ligature is one sign in the PDF: a search for "konflikt" would not find it.
    font.setFeature(QFont.Tag("liga"), 0)
    return font


class Paper:
    """Draws text on a page. ``dpi`` is the device's dots an inch."""

    def __init__(self, dpi: int) -> None:
        self._dpi = dpi
        self.base_font = print_font()

    def mm(self, length: float) -> float:
        """Millimetres in the device's pixels."""
        return length * self._dpi / 25.4

    def pt(self, size: float) -> float:
        """Points in the device's pixels."""
        return size * self._dpi / 72

    def font(self, points: float, *, bold: bool = False) -> QFont:
        """The print font at a size."""
        font = QFont(self.base_font)
        font.setPixelSize(max(1, round(self.pt(points))))
        font.setBold(bold)
        return font

    def line_height(self, points: float) -> float:
        """The height of a line, with its leading, in the device's pixels."""
        metrics = QFontMetricsF(self.font(points))
        return (metrics.ascent() + metrics.descent()) * 1.12

    def width(self, text: str, points: float, *, bold: bool = False) -> float:
        """The width of a line of text in the device's pixels."""
        return QFontMetricsF(self.font(points, bold=bold)).horizontalAdvance(text)

    def height(self, text: str, width: float, points: float, *, bold: bool = False) -> float:
        """The height of text that is broken into lines of a width."""
        return len(self.lines(text, width, points, bold=bold)) * self.line_height(points)

    def line(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        points: float,
        *,
        bold: bool = False,
        colour: QColor = PAPER.text,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """One line of text in the middle of a box's height, cut with an ellipsis where it is too long."""
        font = self.font(points, bold=bold)
        painter.setFont(font)
        painter.setPen(colour)
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), short)

    def paragraph(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        points: float,
        *,
        bold: bool = False,
        colour: QColor = PAPER.text,
    ) -> None:
        """Text broken into lines from the top of a box."""
        high = self.line_height(points)
        for number, line in enumerate(self.lines(text, box.width(), points, bold=bold)):
            at = QRectF(box.left(), box.top() + number * high, box.width(), high)
            self.line(painter, at, line, points, bold=bold, colour=colour)

    def lines(self, text: str, width: float, points: float, *, bold: bool = False) -> list[str]:
        """Text broken into lines of a width."""
        return wrap(text, width, QFontMetricsF(self.font(points, bold=bold)).horizontalAdvance)
