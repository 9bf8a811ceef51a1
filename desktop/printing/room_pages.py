"""A room's week on a page, and in full on the next where a box was too small for its text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
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
_LIST_POINTS = 8.0
_COLUMNS = 3
# How much of a page its grid keeps at least: beyond that, a page of its own serves better.
_LEAST_GRID = 0.75


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
class Entry:
    """A session in full where its box is too small: when and what, who, with whom."""

    heading: str
    people: str
    staff: str


@dataclass(frozen=True, slots=True)
class RoomPage:
    """A room with its days as columns, and below them the few sessions whose boxes are too small."""

    title: PageTitle
    sheet: Sheet
    painter: SheetPainter
    paper: Paper
    grid: QRectF
    entries: tuple[Entry, ...] = ()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draws the page's content."""
        self.painter.render(painter, self.grid, self.sheet)
        painter.setPen(QPen(PAPER.line, self.paper.mm(0.15)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.grid)
        if self.entries:
            _draw_list(self.paper, painter, _below(self.paper, rect, self.grid), self.entries, own_page=False)


@dataclass(frozen=True, slots=True)
class FullTextPage:
    """Sessions in full, where they are too many for the page of their room."""

    title: PageTitle
    entries: tuple[Entry, ...]
    paper: Paper

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draws the page's content."""
        _draw_list(self.paper, painter, rect, self.entries, own_page=True)


def room_pages(
    paper: Paper, rect: QRectF, title: PageTitle, sheet: Sheet, style: Style
) -> tuple[RoomPage, tuple[FullTextPage, ...]]:
    """A room's page, and those that follow it where many boxes are too small for their text."""
    painter = SheetPainter(style)
    high = rect.height()
    while high >= rect.height() * _LEAST_GRID:
        grid = QRectF(rect.left(), rect.top(), rect.width(), high)
        entries = _cut(painter, sheet, grid)
        if not entries or len(_flow(paper, _below(paper, rect, grid), entries, own_page=False)) == len(
            entries
        ):
            return RoomPage(title, sheet, painter, paper, grid, entries), ()
        high -= paper.mm(4)
    further = []
    left = _cut(painter, sheet, rect)
    while left:
        count = len(_flow(paper, rect, left, own_page=True))
        further.append(FullTextPage(title, left[:count], paper))
        left = left[count:]
    return RoomPage(title, sheet, painter, paper, rect), tuple(further)


def _below(paper: Paper, rect: QRectF, grid: QRectF) -> QRectF:
    return QRectF(rect.left(), grid.bottom() + paper.mm(2), rect.width(), rect.bottom() - grid.bottom())


def _cut(painter: SheetPainter, sheet: Sheet, grid: QRectF) -> tuple[Entry, ...]:
    """The sessions whose text does not fit their boxes."""
    return tuple(
        _entry(sheet, placed.block, painter.fitter)
        for placed in painter.layout(sheet, grid)
        if not placed.text.complete
    )


def _entry(sheet: Sheet, block: Block, fitter: Fitter) -> Entry:
    day = day_text(sheet.columns[block.column].day)
    level = "" if block.level is None else f" · {level_text(block.level)}"
    where = f" · {block.where}" if block.where else ""
    return Entry(
        heading=f"{day} {time_span_text(block.start, block.end)} · {block.title}{where}{level}",
        people=", ".join(fitter.people(block.listed)),
        staff=fitter.staff(block),
    )


def _note_height(paper: Paper) -> float:
    return paper.mm(6)


def _flow(
    paper: Paper, rect: QRectF, entries: tuple[Entry, ...], *, own_page: bool
) -> list[tuple[Entry, QRectF]]:
    """The entries that fit in a rectangle below its note, in columns, each with its box."""
    gap = paper.mm(6)
    wide = (rect.width() - gap * (_COLUMNS - 1)) / _COLUMNS
    top = rect.top() + _note_height(paper)
    placed: list[tuple[Entry, QRectF]] = []
    column, y = 0, top
    for entry in entries:
        high = _entry_height(paper, entry, wide)
        if y + high > rect.bottom() and y > top:
            column, y = column + 1, top
        # Longer than a whole column: only a page of its own takes it, as far as it goes.
        if column == _COLUMNS or (y + high > rect.bottom() and not (own_page and not placed)):
            break
        placed.append((entry, QRectF(rect.left() + column * (wide + gap), y, wide, high)))
        y += high
    return placed


def _entry_height(paper: Paper, entry: Entry, width: float) -> float:
    high = paper.height(entry.heading, width, _LIST_POINTS, bold=True)
    high += sum(paper.height(text, width, _LIST_POINTS) for text in (entry.people, entry.staff) if text)
    return high + paper.mm(2)


def _draw_list(
    paper: Paper, painter: QPainter, rect: QRectF, entries: tuple[Entry, ...], *, own_page: bool
) -> None:
    note = QCoreApplication.translate("Printing", "In full, since these boxes are too small for their text:")
    line = QRectF(rect.left(), rect.top(), rect.width(), paper.line_height(_LIST_POINTS))
    paper.line(painter, line, note, _LIST_POINTS, colour=PAPER.faint)
    for entry, box in _flow(paper, rect, entries, own_page=own_page):
        y = box.top()
        for text, bold in ((entry.heading, True), (entry.people, False), (entry.staff, False)):
            if text:
                high = paper.height(text, box.width(), _LIST_POINTS, bold=bold)
                at = QRectF(box.left(), y, box.width(), high)
                paper.paragraph(painter, at, text, _LIST_POINTS, bold=bold)
                y += high
