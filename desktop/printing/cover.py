"""The first page: the week in figures, what each page shows, and who has less than they should."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Unit
from desktop.printing.broken_begun import begun_sections, check_statement
from desktop.printing.fitting import Names
from desktop.printing.frame import PageTitle
from desktop.printing.hatching import hatch
from desktop.printing.order import in_order
from desktop.printing.painter import SheetPainter, Style
from desktop.printing.palette import PAPER
from desktop.printing.paper import Paper
from desktop.printing.words import anew_statement, hours_text, percent_text, sessions_text
from desktop.services.week.planning import Prepared
from desktop.services.week.summary import Summary, figures_anew
from desktop.services.week.when_broken import Judged

_POINTS = 9.0
_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class RoomEntry:
    """A room in the list of pages. ``page`` counts from 1."""

    site: str
    room: str
    sessions: int
    page: int


@dataclass(frozen=True, slots=True)
class _Item:
    """Something in the columns of the overview. A heading stays with what follows it."""

    height: float
    draw: Callable[[QPainter, QRectF], None]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class CoverPage:
    """The overview, or a further page of it. ``tiles``: label and value of each figure."""

    title: PageTitle
    tiles: tuple[tuple[str, str], ...]
    statements: tuple[str, ...]
    items: tuple[_Item, ...]
    paper: Paper

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draws the page's content."""
        _draw_tiles(self.paper, painter, rect, self.tiles)
        y = rect.top() + _tiles_height(self.paper, self.tiles)
        for statement in self.statements:
            line = QRectF(rect.left(), y, rect.width(), self.paper.line_height(10))
            self.paper.line(painter, line, statement, 10)
            y += line.height()
        below = _below(self.paper, rect, self.tiles, self.statements)
        for item, box in _flow(self.paper, below, self.items):
            item.draw(painter, box)


def cover_pages(
    paper: Paper,
    rect: QRectF,
    title: PageTitle,
    prepared: Prepared,
    version: PlanVersion,
    report: Judged,
    summary: Summary,
    rooms: Sequence[RoomEntry],
    style: Style,
) -> tuple[CoverPage, ...]:
    """The overview on as many pages as it needs."""
    people = _People(prepared.unit, style.names)
    wide = _column_width(paper, rect)
    sections = (
        *(
            (heading, _listed(paper, wide, rows) if rows else [])
            for heading, rows in begun_sections(prepared.unit, version, report, people.names)
        ),
        (QCoreApplication.translate("Printing", "Pages"), _rooms(paper, rooms)),
        (
            QCoreApplication.translate(
                "Printing", "Placements that bring together people who must be apart or alone"
            ),
            _listed(paper, wide, _warnings(report, people)) if report.warnings else [],
        ),
        (
            QCoreApplication.translate("Printing", "Duties not met"),
            _listed(paper, wide, _unmet(prepared.unit, report, people)),
        ),
        (
            QCoreApplication.translate("Printing", "Neither session nor placement"),
            _listed(paper, wide, [(name, "") for name in _idle(prepared, version, people)]),
        ),
        (
            QCoreApplication.translate("Printing", "Signs"),
            _signs(paper, prepared, version, style),
        ),
    )
    left: tuple[_Item, ...] = ()
    for heading, items in sections:
        if items:
            left += (_heading_item(paper, wide, heading), *items)
    tiles, statements = _tiles(summary), _statements(version, summary, report)
    pages: list[CoverPage] = []
    while left or not pages:
        below = _below(paper, rect, tiles, statements)
        count = max(1, len(_flow(paper, below, left)))
        pages.append(CoverPage(title, tiles, statements, left[:count], paper))
        left, tiles, statements = left[count:], (), ()
    return tuple(pages)


def people_on_cover(prepared: Prepared, version: PlanVersion, report: Judged) -> frozenset[str]:
    """The ids of all whom the overview names: those it warns of, who miss a duty, who have nothing."""
    known = {citizen.id for citizen in prepared.unit.citizens}
    told = (*report.running, *report.over, *report.warnings)
    warned = {found for warning in told for found in warning.ids if found in known}
    return frozenset(warned | {unmet.citizen for unmet in report.unmet} | set(_idle_ids(prepared, version)))


class _People:
    def __init__(self, unit: Unit, names: Names) -> None:
        self.names = {
            citizen.id: citizen.name if names is Names.FULL else citizen.case_number
            for citizen in unit.citizens
        }

    def __getitem__(self, citizen: str) -> str:
        return self.names.get(citizen, citizen)

    def __contains__(self, citizen: str) -> bool:
        return citizen in self.names


def _tiles(summary: Summary) -> tuple[tuple[str, str], ...]:
    unknown = QCoreApplication.translate("Printing", "unknown")
    bound = unknown if summary.hours_bound is None else hours_text(summary.hours_bound)
    return (
        (QCoreApplication.translate("Printing", "People"), QLocale().toString(summary.people)),
        (QCoreApplication.translate("Printing", "Sessions"), QLocale().toString(summary.sessions)),
        (QCoreApplication.translate("Printing", "Hours planned"), hours_text(summary.hours)),
        (QCoreApplication.translate("Printing", "Proven upper bound"), bound),
        (
            QCoreApplication.translate("Printing", "Gap"),
            unknown if summary.gap is None else percent_text(summary.gap),
        ),
        (QCoreApplication.translate("Printing", "Hours in placements"), hours_text(summary.placement_hours)),
        (
            QCoreApplication.translate("Printing", "Duties not met"),
            QLocale().toString(summary.duties_missing),
        ),
    )


def _statements(version: PlanVersion, summary: Summary, report: Judged) -> tuple[str, ...]:
    checked = check_statement(report)
    seconds = QCoreApplication.translate("Printing", "Planned in %1 seconds.")
    told = f"{checked} {seconds.replace('%1', QLocale().toString(float(summary.seconds), 'f', 1))}"
    return (told, anew_statement()) if figures_anew(version, report) else (told,)


def _unmet(unit: Unit, report: Judged, people: _People) -> list[tuple[str, str]]:
    """Each person with missing duties, and the duties in words."""
    activities = {activity.id: activity.name for activity in unit.activities}
    activities["interview"] = QCoreApplication.translate("Printing", "weekly interview")
    missing: dict[str, dict[str, int]] = {}
    for unmet in report.unmet:
        duties = missing.setdefault(unmet.citizen, {})
        duties[unmet.duty] = duties.get(unmet.duty, 0) + 1
    listed = [
        (
            people[citizen],
            "; ".join(
                activities.get(duty, duty) + (f" × {count}" if count > 1 else "")
                for duty, count in duties.items()
            ),
        )
        for citizen, duties in missing.items()
    ]
    return in_order(listed, lambda row: row[0])


def _idle(prepared: Prepared, version: PlanVersion, people: _People) -> list[str]:
    return in_order((people[citizen] for citizen in _idle_ids(prepared, version)), str)


def _idle_ids(prepared: Prepared, version: PlanVersion) -> list[str]:
    busy = {citizen for session in version.sessions for citizen in session.citizens}
    busy |= {citizen for block in prepared.problem.commitments for citizen in block.citizens}
    return [citizen.id for citizen in prepared.problem.citizens if citizen.id not in busy]


def _warnings(report: Judged, people: _People) -> list[tuple[str, str]]:
    listed = (
        (", ".join(people[found] for found in warning.ids if found in people), warning.rule)
        for warning in report.warnings
    )
    return in_order(listed, lambda row: row[0])


def _rooms(paper: Paper, rooms: Sequence[RoomEntry]) -> list[_Item]:
    """The rooms, each below its site's name."""
    items: list[_Item] = []
    for number, room in enumerate(rooms):
        if number == 0 or rooms[number - 1].site != room.site:
            items.append(_site_item(paper, room.site))
        items.append(_room_item(paper, room))
    return items


def _site_item(paper: Paper, name: str) -> _Item:
    def draw(painter: QPainter, box: QRectF) -> None:
        line = box.adjusted(0, box.height() - paper.line_height(_POINTS), 0, 0)
        paper.line(painter, line, name, _POINTS, bold=True)

    return _Item(paper.line_height(_POINTS) + paper.mm(1), draw)


def _room_item(paper: Paper, room: RoomEntry) -> _Item:
    page = QCoreApplication.translate("Printing", "page %1").replace("%1", str(room.page))

    def draw(painter: QPainter, box: QRectF) -> None:
        aside = paper.mm(34)
        paper.line(painter, box.adjusted(paper.mm(3), 0, -aside, 0), room.room, _POINTS)
        figures = QRectF(box.right() - aside, box.top(), aside, box.height())
        text = f"{sessions_text(room.sessions)}, {page}"
        paper.line(painter, figures, text, _POINTS, colour=PAPER.faint, align=Qt.AlignmentFlag.AlignRight)

    return _Item(paper.line_height(_POINTS), draw)


def _signs(paper: Paper, prepared: Prepared, version: PlanVersion, style: Style) -> list[_Item]:
    """What the colours and the levels' badges of the plan stand for."""
    signs = SheetPainter(style)
    used = {session.activity for session in version.sessions}
    items = [
        _sign_item(paper, activity.name, partial(_draw_swatch, paper, number))
        for number, activity in enumerate(prepared.unit.activities)
        if activity.id in used
    ]
    names = {row.level: row.name for row in prepared.unit.levels if row.span.overlaps(version.week)}
    for level, name in sorted(names.items()):
        text = QCoreApplication.translate("Printing", "highest threat level in the session: %1")
        items.append(_sign_item(paper, text.replace("%1", name), partial(_draw_badge, signs, level)))
    closed = QCoreApplication.translate("Printing", "closed")
    items.append(_sign_item(paper, closed, partial(_draw_hatch, paper)))
    return items


def _sign_item(paper: Paper, text: str, sign: Callable[[QPainter, QRectF], None]) -> _Item:
    high = paper.line_height(_POINTS) + paper.mm(0.8)
    wide = paper.mm(8)

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.save()
        sign(painter, QRectF(box.left(), box.top() + paper.mm(0.5), wide, box.height() - paper.mm(1)))
        painter.restore()
        paper.line(painter, box.adjusted(wide + paper.mm(2), 0, 0, 0), text, _POINTS)

    return _Item(high, draw)


def _draw_swatch(paper: Paper, colour: int, painter: QPainter, box: QRectF) -> None:
    fill = PAPER.fill(colour)
    painter.fillRect(box, fill.background)
    painter.fillRect(QRectF(box.topLeft(), QSizeF(paper.mm(1), box.height())), fill.accent)


def _draw_badge(signs: SheetPainter, level: int, painter: QPainter, box: QRectF) -> None:
    signs.blocks.draw_level(painter, box, level, 1.0, PAPER.text)


def _draw_hatch(paper: Paper, painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(PAPER.closed, paper.mm(0.15)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLines(hatch(box, paper.mm(1.6)))
    painter.drawRect(box)


def _heading_item(paper: Paper, width: float, text: str) -> _Item:
    space, high = paper.mm(3), paper.height(text, width, 11, bold=True)

    def draw(painter: QPainter, box: QRectF) -> None:
        lines = QRectF(box.left(), box.bottom() - high - paper.mm(1), box.width(), high)
        paper.paragraph(painter, lines, text, 11, bold=True)
        painter.setPen(QPen(PAPER.line, paper.mm(0.2)))
        painter.drawLine(lines.bottomLeft(), lines.bottomRight())

    return _Item(space + high + paper.mm(1), draw, heading=True)


def _listed(paper: Paper, width: float, rows: Sequence[tuple[str, str]]) -> list[_Item]:
    """People with a text below each name; ``None`` in words where there is nobody."""
    if not rows:
        rows = [(QCoreApplication.translate("Printing", "None", "nobody and nothing"), "")]
    return [_row_item(paper, width, name, text) for name, text in rows]


def _row_item(paper: Paper, width: float, name: str, text: str) -> _Item:
    indent = paper.mm(3)
    name_high = paper.line_height(_POINTS)
    text_high = paper.height(text, width - indent, _POINTS) if text else 0.0

    def draw(painter: QPainter, box: QRectF) -> None:
        paper.line(painter, QRectF(box.left(), box.top(), box.width(), name_high), name, _POINTS)
        if text:
            below = QRectF(box.left() + indent, box.top() + name_high, box.width() - indent, text_high)
            paper.paragraph(painter, below, text, _POINTS, colour=PAPER.faint)

    return _Item(name_high + text_high, draw)


def _tiles_height(paper: Paper, tiles: Sequence[tuple[str, str]]) -> float:
    return paper.mm(21) if tiles else 0.0


def _draw_tiles(paper: Paper, painter: QPainter, rect: QRectF, tiles: Sequence[tuple[str, str]]) -> None:
    gap = paper.mm(3)
    wide = (rect.width() - gap * (len(tiles) - 1)) / max(1, len(tiles))
    for number, (label, value) in enumerate(tiles):
        box = QRectF(QRectF(rect).topLeft(), QSizeF(wide, paper.mm(17))).translated(number * (wide + gap), 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(PAPER.header)
        painter.drawRoundedRect(box, paper.mm(1.2), paper.mm(1.2))
        inner = box.adjusted(paper.mm(2), paper.mm(1.5), -paper.mm(2), -paper.mm(1.5))
        paper.line(
            painter, QRectF(inner.topLeft(), QSizeF(inner.width(), paper.mm(8.5))), value, 18, bold=True
        )
        under = QRectF(inner.left(), inner.bottom() - paper.mm(4.5), inner.width(), paper.mm(4.5))
        paper.line(painter, under, label, 8.5, colour=PAPER.faint)


def _below(paper: Paper, rect: QRectF, tiles: Sequence[tuple[str, str]], statements: Sequence[str]) -> QRectF:
    used = _tiles_height(paper, tiles) + len(statements) * paper.line_height(10)
    return rect.adjusted(0, used, 0, 0)


def _column_width(paper: Paper, rect: QRectF) -> float:
    return (rect.width() - (_COLUMNS - 1) * paper.mm(8)) / _COLUMNS


def _flow(paper: Paper, rect: QRectF, items: Sequence[_Item]) -> list[tuple[_Item, QRectF]]:
    """The items that fit in a page's columns, each with its box.

    A heading starts a column of its own where one is left, and is never the last of one.
    """
    wide, step = _column_width(paper, rect), _column_width(paper, rect) + paper.mm(8)
    placed: list[tuple[_Item, QRectF]] = []
    column, y = 0, rect.top()
    for number, item in enumerate(items):
        needed = item.height
        if item.heading and number + 1 < len(items):
            needed += items[number + 1].height
        full = y + needed > rect.bottom()
        if y > rect.top() and (full or (item.heading and column < _COLUMNS - 1)):
            column, y = column + 1, rect.top()
        if column == _COLUMNS:
            break
        placed.append((item, QRectF(rect.left() + column * step, y, wide, item.height)))
        y += item.height
    return placed
