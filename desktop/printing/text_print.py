"""A plain text document as a PDF: paragraphs below headings, as many pages as they take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFontDatabase, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.domain.audit import AuditHead
from desktop.printing.palette import PAPER
from desktop.printing.paper import Paper
from desktop.printing.week_print import CannotPrint

_DPI = 600
_MARGIN_MM = 15.0
_BODY_PT = 9.0
_TITLE_PT = 15.0
_FOOT_MM = 8.0
_GAP_MM = 2.5


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``head`` stands bold above ``text``; either may be empty."""

    head: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class TextDocument:
    """``title`` is printed on the first page; the file itself carries ``file_title``, which names nobody."""

    title: str
    subtitle: str
    paragraphs: Sequence[Paragraph]
    file_title: str
    trail: AuditHead


def text_pdf(document: TextDocument) -> bytes:
    """The document on A4 portrait, marked as confidential. Raises ``CannotPrint`` where there is no font."""
    if not QFontDatabase.families():
        raise CannotPrint
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(document.file_title)
    writer.setCreator("Sikkerplan")
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    painter = QPainter()
    if not painter.begin(writer):
        raise CannotPrint
    try:
        paper = Paper(_DPI)
        full = writer.pageLayout().paintRectPixels(_DPI)
        page = QRectF(0, 0, full.width(), full.height())
        pages = list(_pages(paper, page, document))
        for number, lines in enumerate(pages, start=1):
            if number > 1 and not writer.newPage():
                raise CannotPrint
            for line in lines:
                paper.line(painter, line.box, line.text, line.points, bold=line.bold)
            _draw_foot(painter, paper, page, document.trail, number, len(pages))
    finally:
        painter.end()
    buffer.close()
    return bytes(held.data())


@dataclass(frozen=True, slots=True)
class _Placed:
    box: QRectF
    text: str
    points: float
    bold: bool


def _pages(paper: Paper, page: QRectF, document: TextDocument) -> Iterator[list[_Placed]]:
    """Each page's lines. A paragraph that has room on one page is not broken, a longer one is."""
    bottom = page.height() - paper.mm(_FOOT_MM)
    placed: list[_Placed] = []
    top = 0.0
    blocks = [[(document.title, _TITLE_PT, True), (document.subtitle, _BODY_PT, False)]]
    blocks += ([(each.head, _BODY_PT, True), (each.text, _BODY_PT, False)] for each in document.paragraphs)
    for block in blocks:
        lines = [
            (line, points, bold, paper.line_height(points))
            for text, points, bold in block
            for part in text.splitlines()
            for line in paper.lines(part, page.width(), points, bold=bold)
        ]
        height = sum(high for *_, high in lines)
        if placed and top + height > bottom and height <= bottom:
            yield placed
            placed, top = [], 0.0
        for line, points, bold, high in lines:
            if placed and top + high > bottom:
                yield placed
                placed, top = [], 0.0
            placed.append(_Placed(QRectF(0, top, page.width(), high), line, points, bold))
            top += high
        top += paper.mm(_GAP_MM)
    yield placed


def _draw_foot(
    painter: QPainter, paper: Paper, page: QRectF, trail: AuditHead, number: int, pages: int
) -> None:
    translate = QCoreApplication.translate
    line = QRectF(page.left(), page.bottom() - paper.mm(4.5), page.width(), paper.mm(4.5))
    paper.line(painter, line, translate("Printing", "CONFIDENTIAL: personal data"), 7, bold=True)
    count = translate("Printing", "Page %1 of %2").replace("%1", str(number)).replace("%2", str(pages))
    paper.line(painter, line, count, 7, align=Qt.AlignmentFlag.AlignRight)
    words = translate("Printing", "Audit trail, entry %1: %2", "number and short form")
    above = line.translated(0, -paper.mm(3.5))
    text = words.replace("%1", str(trail.count)).replace("%2", trail.short())
    paper.line(painter, above, text, 7, colour=PAPER.faint)
