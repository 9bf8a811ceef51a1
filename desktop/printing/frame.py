"""What every page of a print carries: whose week it is, its version, the confidential mark, its number."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.domain.audit import AuditHead
from desktop.domain.plans import PlanVersion
from desktop.printing.kind_words import version_name
from desktop.printing.palette import PAPER
from desktop.printing.paper import Paper
from desktop.printing.words import moment_text, week_text

_HEADER_MM = 15.0
_FOOTER_MM = 10.5
DIGEST_LETTERS = 12


@dataclass(frozen=True, slots=True)
class PageTitle:
    """The left half of a page's header: what the page shows, and a line below it."""

    title: str
    subtitle: str


def version_text(version: PlanVersion) -> str:
    """Which version it is, published or made when and by whom."""
    if version.published_at is not None:
        told = QCoreApplication.translate("InForce", "Version %1, published %2, made by %3")
        told = told.replace("%1", str(version.number)).replace("%2", moment_text(version.published_at))
        return told.replace("%3", version.created_by)
    made = QCoreApplication.translate("Printing", "made %1 by %2", "when and by whom")
    made = made.replace("%1", moment_text(version.created_at)).replace("%2", version.created_by)
    return f"{version_name(version)}, {made}"


def content_rect(paper: Paper, page: QRectF) -> QRectF:
    """What the header and the footer leave of a page."""
    return page.adjusted(0, paper.mm(_HEADER_MM), 0, -paper.mm(_FOOTER_MM))


def draw_frame(
    painter: QPainter,
    paper: Paper,
    page: QRectF,
    title: PageTitle,
    version: PlanVersion,
    checked: str,
    trail: AuditHead,
    number: int,
    pages: int,
) -> None:
    """Draws a page's header and footer. ``checked`` is what the check found, ``number`` counts from 1;
    ``trail`` is told where it has an entry.
    """
    right = Qt.AlignmentFlag.AlignRight
    half = page.width() / 2
    large, small = paper.mm(7), paper.mm(4.5)
    left_top = QRectF(page.left(), page.top(), half, large)
    right_top = QRectF(page.left() + half, page.top(), half, large)
    paper.line(painter, left_top, title.title, 15, bold=True)
    paper.line(painter, right_top, week_text(version.week), 13, bold=True, align=right)
    left_next = QRectF(page.left(), page.top() + large, half, small)
    right_next = QRectF(page.left() + half, page.top() + large, half, small)
    paper.line(painter, left_next, title.subtitle, 8.5, colour=PAPER.faint)
    paper.line(painter, right_next, version_text(version), 8.5, colour=PAPER.faint, align=right)

    top = page.bottom() - paper.mm(7.5)
    painter.setPen(QPen(PAPER.line, paper.mm(0.2)))
    painter.drawLine(QLineF(page.left(), top - paper.mm(0.8), page.right(), top - paper.mm(0.8)))
    third = page.width() / 3
    secret = QCoreApplication.translate("Printing", "CONFIDENTIAL: personal data")
    paper.line(painter, QRectF(page.left(), top, third, paper.mm(4.5)), secret, 8, bold=True)
    paper.line(
        painter,
        QRectF(page.left() + third, top, third, paper.mm(4.5)),
        checked,
        8,
        colour=PAPER.faint,
        align=Qt.AlignmentFlag.AlignHCenter,
    )
    if trail.count:
        words = QCoreApplication.translate("Printing", "Audit trail, entry %1: %2", "number and short form")
        paper.line(
            painter,
            QRectF(page.left(), top + paper.mm(3.8), page.width(), paper.mm(3.7)),
            words.replace("%1", str(trail.count)).replace("%2", trail.short()),
            7,
            colour=PAPER.faint,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
    count = QCoreApplication.translate("Printing", "Page %1 of %2")
    count = count.replace("%1", str(number)).replace("%2", str(pages))
    paper.line(painter, QRectF(page.right() - third, top, third, paper.mm(4.5)), count, 8, align=right)
