"""A room's week on a page, and in full on the next where a box was too small for its text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.printing.fitting import Fitter, Names
from desktop.printing.frame import PageTitle
from desktop.printing.painter import SheetPainter, Style
from desktop.printing.palette import PAPER
from desktop.printing.paper import Paper
from desktop.printing.sheet import Block, Sheet
from desktop.printing.words import day_text, level_text, time_span_text

TEXT_POINTS = 8.0
_SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
_LIST_POINTS = 9.0


def paper_style(paper: Paper, names: Names) -> Style:
    """How a sheet looks on paper."""
    return Style(
        font=paper.base_font,
        size=paper.pt(TEXT_POINTS),
        theme=PAPER,
        names=names,
        scales=_SCALES,
        show_ids=True,
    )


@dataclass(frozen=True, slots=True)
class RoomPage:
    """A room with its days as columns."""

    title: PageTitle
    sheet: Sheet
    painter: SheetPainter

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draws the page's content."""
        self.painter.render(painter, rect, self.sheet)
        painter.setPen(QPen(PAPER.line, rect.width() / 2000))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def cut(self, rect: QRectF) -> tuple[Block, ...]:
        """The blocks whose text does not fit its box on this page."""
        return tuple(
            placed.block for placed in self.painter.layout(self.sheet, rect) if not placed.text.complete
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A session in full, in the list after its page: when and what, who, with whom."""

    heading: str
    people: str
    staff: str


@dataclass(frozen=True, slots=True)
class FullTextPage:
    """Sessions in full, one below the other in two columns."""

    title: PageTitle
    entries: tuple[Entry, ...]
    paper: Paper

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draws the page's content."""
        note = QCoreApplication.translate("Printing", "In full, since their boxes were too small:")
        self.paper.line(
            painter,
            QRectF(rect.left(), rect.top(), rect.width(), _note_height(self.paper)),
            note,
            9,
            bold=True,
        )
        for entry, box in _flow(self.paper, rect, self.entries):
            _draw_entry(self.paper, painter, box, entry)


def full_text_pages(
    paper: Paper, rect: QRectF, title: PageTitle, sheet: Sheet, blocks: tuple[Block, ...], fitter: Fitter
) -> tuple[FullTextPage, ...]:
    """As many pages as the blocks need in full; none for no blocks."""
    left = tuple(_entry(sheet, block, fitter) for block in blocks)
    pages = []
    while left:
        # At least one goes on a page, however long it is.
        count = max(1, len(_flow(paper, rect, left)))
        pages.append(FullTextPage(title, left[:count], paper))
        left = left[count:]
    return tuple(pages)


def _entry(sheet: Sheet, block: Block, fitter: Fitter) -> Entry:
    day = day_text(sheet.columns[block.column].day)
    level = "" if block.level is None else f" · {level_text(block.level)}"
    return Entry(
        heading=f"{day} {time_span_text(block.start, block.end)} · {block.title}{level}",
        people=", ".join(fitter.people(block.people)),
        staff=fitter.staff(block),
    )


def _note_height(paper: Paper) -> float:
    return paper.mm(7)


def _flow(paper: Paper, rect: QRectF, entries: tuple[Entry, ...]) -> list[tuple[Entry, QRectF]]:
    """The entries that fit on a page in two columns, each with its box."""
    gap = paper.mm(8)
    wide = (rect.width() - gap) / 2
    top = rect.top() + _note_height(paper)
    placed: list[tuple[Entry, QRectF]] = []
    column, y = 0, top
    for entry in entries:
        high = _entry_height(paper, entry, wide)
        if y + high > rect.bottom() and y > top:
            column, y = column + 1, top
        if column == 2:
            break
        placed.append((entry, QRectF(rect.left() + column * (wide + gap), y, wide, high)))
        y += high
    return placed


def _entry_height(paper: Paper, entry: Entry, width: float) -> float:
    high = paper.height(entry.heading, width, _LIST_POINTS, bold=True)
    high += sum(paper.height(text, width, _LIST_POINTS) for text in (entry.people, entry.staff) if text)
    return high + paper.mm(3)


def _draw_entry(paper: Paper, painter: QPainter, box: QRectF, entry: Entry) -> None:
    y = box.top()
    for text, bold in ((entry.heading, True), (entry.people, False), (entry.staff, False)):
        if text:
            high = paper.height(text, box.width(), _LIST_POINTS, bold=bold)
            line = QRectF(box.left(), y, box.width(), high)
            paper.paragraph(painter, line, text, _LIST_POINTS, bold=bold)
            y += high
    painter.setPen(QPen(PAPER.half_line, paper.mm(0.2)))
    painter.drawLine(QLineF(box.left(), y + paper.mm(1.2), box.right(), y + paper.mm(1.2)))
