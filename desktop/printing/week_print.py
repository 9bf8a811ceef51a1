"""The printed week: an overview and a page for each used room, or pages to hand out to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QFontDatabase, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.domain.audit import AuditHead
from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.printing.broken_begun import foot_text
from desktop.printing.contents import EVERYTHING, Choice, Chosen, Contents, chosen, people_on
from desktop.printing.cover import CoverPage, RoomEntry, cover_pages, people_on_cover
from desktop.printing.files import write_whole
from desktop.printing.fitting import Names
from desktop.printing.frame import DIGEST_LETTERS, PageTitle, content_rect, draw_frame
from desktop.printing.paper import Paper
from desktop.printing.room_pages import FullTextPage, RoomPage, paper_style, room_pages
from desktop.printing.words import short_day_text
from desktop.services.telling_apart import set_apart
from desktop.services.week.planning import Prepared
from desktop.services.week.summary import summarize
from desktop.services.week.when_broken import Judged, plain
from solver.check import Report

_DPI = 1200
_MARGIN_MM = 10.0
_HANDED_OUT_POINTS = 11.0
NO_TRAIL = AuditHead()
Page = CoverPage | RoomPage | FullTextPage


class PlanNotClean(Exception):
    """The independent check did not find the plan clean; nothing was printed."""


class CannotPrint(Exception):
    """This machine cannot draw a page: it has no font, or the printer does not answer."""


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """``names``: in full, or case numbers only for a print that may be left on a table. ``trail``: the head
    of the audit trail, whose short form stands on every page; nothing does of an empty one. ``unapproved``:
    the sessions that may still not be held, which is told to those who are handed a page of their own."""

    names: Names = Names.FULL
    trail: AuditHead = NO_TRAIL
    choice: Choice = EVERYTHING
    unapproved: frozenset[str] = frozenset()


def page_layout() -> QPageLayout:
    """A4 landscape, 10 mm from every edge."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape,
        margins,
        QPageLayout.Unit.Millimeter,
    )


def document_title(week: IsoWeek, contents: Contents = Contents.ROOMS) -> str:
    """The title of a print, and its file's name: the week, what it is by, and nothing about anybody."""
    by = {
        Contents.ROOMS: "",
        Contents.STAFF: QCoreApplication.translate("PrintContents", "staff", "in the name of a file"),
        Contents.PEOPLE: QCoreApplication.translate("PrintContents", "people", "in the name of a file"),
        Contents.GROUPS: QCoreApplication.translate("PrintContents", "groups", "in the name of a file"),
    }[contents]
    return f"Sikkerplan {week} {by}".strip()


def print_week(
    prepared: Prepared,
    version: PlanVersion,
    report: Report,
    device: QPagedPaintDevice,
    options: PrintOptions = PrintOptions(),
) -> int:
    """Draws the week on a printer, a preview or a PDF; returns the number of pages.

    Raises ``PlanNotClean`` where ``report`` is not clean, ``CannotPrint`` where nothing can be drawn.
    """
    if not report.clean:
        raise PlanNotClean
    if not QFontDatabase.families():
        raise CannotPrint
    told = plain(report)
    device.setPageLayout(page_layout())
    painter = QPainter()
    if not painter.begin(device):
        raise CannotPrint
    try:
        dpi = painter.device().logicalDpiX()
        paper = Paper(dpi)
        full = device.pageLayout().paintRectPixels(dpi)
        page = QRectF(0, 0, full.width(), full.height())
        foot = foot_text(told, version.digest[:DIGEST_LETTERS])
        apart = replace(prepared, unit=set_apart(prepared.unit))
        parts = _parts(paper, content_rect(paper, page), apart, version, told, options)
        numbered = [
            (content, number, len(pages)) for pages in parts for number, content in enumerate(pages, start=1)
        ]
        for at, (content, number, count) in enumerate(numbered):
            if at and not device.newPage():
                raise CannotPrint
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            content.draw(painter, content_rect(paper, page))
            painter.restore()
            draw_frame(painter, paper, page, content.title, version, foot, options.trail, number, count)
    finally:
        painter.end()
    return len(numbered)


def people_printed(
    prepared: Prepared, version: PlanVersion, report: Report, choice: Choice = EVERYTHING
) -> frozenset[str]:
    """The ids of all who are named on any page of a print, its overview among them, citizens and staff.

    Raises ``PlanNotClean`` where it can't be printed.
    """
    try:
        named = people_on(chosen(prepared.unit, version, choice, {}), choice.contents)
    except LookupError as missing:
        raise PlanNotClean from missing
    return named | people_on_cover(prepared, version, plain(report)) if choice == EVERYTHING else named


def week_pdf(
    prepared: Prepared, version: PlanVersion, report: Report, options: PrintOptions = PrintOptions()
) -> bytes:
    """The week as a PDF. Raises as ``print_week``."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(document_title(version.week, options.choice.contents))
    writer.setCreator("Sikkerplan")
    print_week(prepared, version, report, writer, options)
    buffer.close()
    return bytes(held.data())


def write_week_pdf(
    path: Path,
    prepared: Prepared,
    version: PlanVersion,
    report: Report,
    options: PrintOptions = PrintOptions(),
) -> None:
    """Writes the PDF to ``path`` whole or not at all, readable by its owner alone.

    Raises as ``print_week``, and ``OSError`` where the file cannot be written.
    """
    write_whole(path, week_pdf(prepared, version, report, options))


def _parts(
    paper: Paper,
    rect: QRectF,
    prepared: Prepared,
    version: PlanVersion,
    report: Judged,
    options: PrintOptions,
) -> list[tuple[Page, ...]]:
    """The pages that are counted together: nobody who is handed their own is to learn how many others are."""
    unit = prepared.unit
    confirm = QCoreApplication.translate("PrintContents", "still to be confirmed", "behind a room")
    try:
        sheets = chosen(unit, version, options.choice, dict.fromkeys(options.unapproved, confirm))
    except LookupError as missing:
        # A session that stands in no known room, or outside the week, must not be missing in silence.
        raise PlanNotClean from missing
    groups = []
    for each in sheets:
        style = paper_style(paper, options.names)
        if options.choice.contents is Contents.PEOPLE:
            style = replace(style, size=paper.pt(_HANDED_OUT_POINTS), show_ids=False)
        groups.append(room_pages(paper, rect, _title(unit, each, options), each.sheet, style))
    parts: list[tuple[Page, ...]] = [(page, *further) for page, further in groups]
    if options.choice.contents in (Contents.STAFF, Contents.PEOPLE):
        return parts
    if options.choice == EVERYTHING:
        parts.insert(0, _overview(paper, rect, prepared, version, report, options, groups))
    return [tuple(page for part in parts for page in part)]


def _title(unit: Unit, each: Chosen, options: PrintOptions) -> PageTitle:
    """What a page is called: whose or which it is."""
    days = each.sheet.days()
    match options.choice.contents:
        case Contents.PEOPLE if options.names is Names.CASE_NUMBERS:
            title = each.names[1] or each.key
        case Contents.PEOPLE | Contents.STAFF:
            title = each.names[0]
        case Contents.GROUPS:
            title = f"{each.names[0]} · {short_day_text(days[0][0])}"
        case _:
            title = " · ".join(each.names)
    return PageTitle(title, unit.settings.name)


def _overview(
    paper: Paper,
    rect: QRectF,
    prepared: Prepared,
    version: PlanVersion,
    report: Judged,
    options: PrintOptions,
    groups: Sequence[tuple[RoomPage, tuple[FullTextPage, ...]]],
) -> tuple[CoverPage, ...]:
    """The pages before the rooms."""
    unit = prepared.unit
    rooms = {room.id: room for room in unit.rooms}
    style = paper_style(paper, options.names)
    title = PageTitle(QCoreApplication.translate("Printing", "Week plan"), unit.settings.name)
    summary = summarize(prepared, version, report)

    def covers(first: int) -> tuple[CoverPage, ...]:
        entries, number = [], first
        for page, further in groups:
            room = rooms[page.sheet.columns[0].key].name
            entries.append(RoomEntry(page.sheet.site_name, room, len(page.sheet.blocks), number))
            number += 1 + len(further)
        return cover_pages(paper, rect, title, prepared, version, report, summary, entries, style)

    # How many pages the overview takes does not depend on the page numbers that it tells.
    return covers(1 + len(covers(1)))
