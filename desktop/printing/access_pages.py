"""An answer to a request of access drawn on as many pages as it needs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QLineF, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFontDatabase, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from desktop.printing.access_lines import Line
from desktop.printing.palette import PAPER
from desktop.printing.paper import Paper
from desktop.printing.week_print import CannotPrint

_DPI = 1200
_MARGIN_MM = 15.0
_BODY = 9.5
_SMALL = 8.0
_LABEL_SHARE = 0.3
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Text:
    """What is drawn: the heading, at least one paragraph below it, and the parts, each a title with its
    lines."""

    heading: str
    paragraphs: tuple[str, ...]
    parts: tuple[tuple[str, tuple[Line, ...]], ...]


def pages_pdf(text: Text, title: str) -> bytes:
    """A PDF of it; ``title`` is the document's. Raises ``CannotPrint`` where nothing can be drawn."""
    if not QFontDatabase.families():
        raise CannotPrint
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setCreator("Sikkerplan")
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    painter = QPainter()
    if not painter.begin(writer):
        raise CannotPrint
    try:
        full = writer.pageLayout().paintRectPixels(_DPI)
        _Writer(painter, writer, QRectF(0, 0, full.width(), full.height())).draw(text)
    finally:
        painter.end()
    buffer.close()
    return bytes(content.data())


class _Writer:
    """Lets the lines flow over as many pages as they need."""

    def __init__(self, painter: QPainter, device: QPdfWriter, page: QRectF) -> None:
        self._painter = painter
        self._device = device
        self._page = page
        self._paper = Paper(_DPI)
        self._at = page.top()
        self._number = 1

    def draw(self, text: Text) -> None:
        self._paragraph(text.heading, 18, bold=True)
        first, *others = text.paragraphs
        self._paragraph(first, _BODY)
        self._at += self._paper.mm(3)
        for paragraph in others:
            self._paragraph(paragraph, _BODY)
        for title, lines in text.parts:
            self._part(title, lines)
        self._foot()

    def _part(self, title: str, lines: tuple[Line, ...]) -> None:
        paper = self._paper
        self._at += paper.mm(5)
        # A title never stands alone at the foot of a page.
        self._make_room(paper.line_height(12) + paper.mm(3) + self._height(lines[0]))
        self._paragraph(title, 12, bold=True)
        self._painter.setPen(QPen(PAPER.line, paper.mm(0.2)))
        self._painter.drawLine(QLineF(self._page.left(), self._at, self._page.right(), self._at))
        self._at += paper.mm(1.5)
        for line in lines:
            self._line(line)

    def _line(self, line: Line) -> None:
        paper, page = self._paper, self._page
        if not line.label:
            self._paragraph(line.text, _BODY)
            return
        high = self._height(line)
        self._make_room(high)
        split = page.width() * _LABEL_SHARE
        left = QRectF(page.left(), self._at, split - paper.mm(3), high)
        right = QRectF(page.left() + split, self._at, page.width() - split, high)
        paper.paragraph(self._painter, left, line.label, _BODY, colour=PAPER.faint)
        paper.paragraph(self._painter, right, line.text, _BODY)
        self._at += high + paper.mm(0.8)

    def _height(self, line: Line) -> float:
        paper, width = self._paper, self._page.width()
        split = width * _LABEL_SHARE if line.label else 0
        return max(
            paper.height(line.label, split - paper.mm(3), _BODY) if line.label else 0,
            paper.height(line.text, width - split, _BODY),
        )

    def _paragraph(self, text: str, points: float, *, bold: bool = False) -> None:
        paper, page = self._paper, self._page
        high = paper.height(text, page.width(), points, bold=bold)
        self._make_room(high)
        box = QRectF(page.left(), self._at, page.width(), high)
        paper.paragraph(self._painter, box, text, points, bold=bold)
        self._at += high + paper.mm(1)

    def _make_room(self, high: float) -> None:
        room = self._page.height() - self._paper.mm(8)
        # What is higher than a page is cut at its end rather than never drawn.
        if self._at + min(high, room) <= self._page.top() + room:
            return
        self._foot()
        if not self._device.newPage():
            raise CannotPrint
        self._number += 1
        self._at = self._page.top()

    def _foot(self) -> None:
        paper, page = self._paper, self._page
        box = QRectF(page.left(), page.bottom() - paper.mm(4.5), page.width(), paper.mm(4.5))
        secret = translate("Printing", "CONFIDENTIAL: personal data")
        paper.line(self._painter, box, secret, _SMALL, bold=True)
        count = translate("Access", "Page %1").replace("%1", str(self._number))
        paper.line(self._painter, box, count, _SMALL, align=Qt.AlignmentFlag.AlignRight)
