"""The printed week: an overview, then one page for each used room, every session exactly once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QFontDatabase, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.domain.audit import AuditHead
from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.printing.cover import CoverPage, RoomEntry, cover_pages
from desktop.printing.files import write_whole
from desktop.printing.fitting import Names
from desktop.printing.frame import PageTitle, content_rect, draw_frame
from desktop.printing.paper import Paper
from desktop.printing.room_pages import FullTextPage, RoomPage, paper_style, room_pages
from desktop.printing.sheet import room_sheet, used_rooms
from desktop.services.planning import Prepared
from desktop.services.summary import summarize
from solver.check import Report

_DPI = 1200
_MARGIN_MM = 10.0
NO_TRAIL = AuditHead()
Page = CoverPage | RoomPage | FullTextPage


class PlanNotClean(Exception):
    """The independent check did not find the plan clean; nothing was printed."""


class CannotPrint(Exception):
    """This machine cannot draw a page: it has no font, or the printer does not answer."""


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """``names``: in full, or case numbers only for a print that may be left on a table. ``trail``: the head
    of the audit trail, whose short form stands on every page; nothing does of an empty one."""

    names: Names = Names.FULL
    trail: AuditHead = NO_TRAIL


def page_layout() -> QPageLayout:
    """A4 landscape, 10 mm from every edge."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape,
        margins,
        QPageLayout.Unit.Millimeter,
    )


def document_title(week: IsoWeek) -> str:
    """The title of a print, and its file's name: the week and nothing about anybody."""
    return f"Sikkerplan {week}"


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
    device.setPageLayout(page_layout())
    painter = QPainter()
    if not painter.begin(device):
        raise CannotPrint
    try:
        dpi = painter.device().logicalDpiX()
        paper = Paper(dpi)
        full = device.pageLayout().paintRectPixels(dpi)
        page = QRectF(0, 0, full.width(), full.height())
        pages = _pages(paper, content_rect(paper, page), prepared, version, report, options)
        for number, content in enumerate(pages, start=1):
            if number > 1 and not device.newPage():
                raise CannotPrint
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            content.draw(painter, content_rect(paper, page))
            painter.restore()
            draw_frame(painter, paper, page, content.title, version, options.trail, number, len(pages))
    finally:
        painter.end()
    return len(pages)


def week_pdf(
    prepared: Prepared, version: PlanVersion, report: Report, options: PrintOptions = PrintOptions()
) -> bytes:
    """The week as a PDF. Raises as ``print_week``."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(document_title(version.week))
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


def _pages(
    paper: Paper,
    rect: QRectF,
    prepared: Prepared,
    version: PlanVersion,
    report: Report,
    options: PrintOptions,
) -> tuple[Page, ...]:
    unit = prepared.unit
    rooms = {room.id: room for room in unit.rooms}
    style = paper_style(paper, options.names)
    groups: list[tuple[RoomPage, tuple[FullTextPage, ...]]] = []
    for site in unit.sites:
        for room_id in used_rooms(unit, version, site.id):
            title = PageTitle(f"{site.name} · {rooms[room_id].name}", unit.settings.name)
            groups.append(room_pages(paper, rect, title, room_sheet(unit, version, room_id), style))
    _see_all(version, groups)
    title = PageTitle(QCoreApplication.translate("Printing", "Week plan"), unit.settings.name)
    summary = summarize(prepared, version)

    def overview(first: int) -> tuple[CoverPage, ...]:
        entries, number = [], first
        for page, further in groups:
            room = rooms[page.sheet.columns[0].key].name
            entries.append(RoomEntry(page.sheet.site_name, room, len(page.sheet.blocks), number))
            number += 1 + len(further)
        return cover_pages(
            paper,
            rect,
            title,
            prepared,
            version,
            report,
            summary,
            entries,
            style,
        )

    # How many pages the overview takes does not depend on the page numbers that it tells.
    covers = overview(1 + len(overview(1)))
    pages: list[Page] = [*covers]
    for page, further in groups:
        pages += [page, *further]
    return tuple(pages)


def _see_all(version: PlanVersion, groups: list[tuple[RoomPage, tuple[FullTextPage, ...]]]) -> None:
    """A session that stands in no known room, or outside the week, must not be missing in silence."""
    shown = sorted(block.session for page, _ in groups for block in page.sheet.blocks)
    if shown != sorted(session.id for session in version.sessions):
        raise PlanNotClean
