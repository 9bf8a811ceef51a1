"""The recovery key on paper. The page says what it is and not whose unit it opens."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFontDatabase, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen

from desktop.printing.palette import PAPER
from desktop.printing.paper import Paper
from desktop.printing.week_print import CannotPrint
from desktop.printing.words import moment_text

_MARGIN_MM = 20.0
_IN_A_ROW = 3
_KEY_POINTS = 26.0
_TEXT_POINTS = 11.0


def recovery_layout() -> QPageLayout:
    """A4, 20 mm from every edge."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )


def print_recovery_key(text: str, made: datetime, device: QPagedPaintDevice) -> None:
    """Draws the page on a printer. Raises ``CannotPrint``."""
    if not QFontDatabase.families():
        raise CannotPrint
    device.setPageLayout(recovery_layout())
    painter = QPainter()
    if not painter.begin(device):
        raise CannotPrint
    try:
        dpi = painter.device().logicalDpiX()
        full = device.pageLayout().paintRectPixels(dpi)
        _draw(painter, Paper(dpi), QRectF(0, 0, full.width(), full.height()), text, made)
    finally:
        painter.end()


def _draw(painter: QPainter, paper: Paper, page: QRectF, text: str, made: datetime) -> None:
    translate = QCoreApplication.translate
    top = page.top()
    title = translate("RecoverySheet", "Sikkerplan: recovery key")
    paper.line(painter, QRectF(page.left(), top, page.width(), paper.mm(12)), title, 20, bold=True)
    top += paper.mm(13)
    when = translate("RecoverySheet", "Made %1").replace("%1", moment_text(made))
    paper.line(painter, QRectF(page.left(), top, page.width(), paper.mm(6)), when, 10, colour=PAPER.faint)
    top += paper.mm(14)
    top = _draw_groups(painter, paper, QRectF(page.left(), top, page.width(), 0), text.split("-"))
    top += paper.mm(12)
    for sentence in (
        translate(
            "RecoverySheet",
            "Whoever has this key and the vault's files can read everything in the vault. Keep it where "
            "nobody unauthorised comes, such as a safe, and away from the computer.",
        ),
        translate(
            "RecoverySheet",
            "To use it, choose “Use the recovery key” where Sikkerplan asks for the passphrase, and type the "
            "nine groups. Capitals and hyphens do not matter. There is no letter I, L, O or U: what looks "
            "like one is a 1 or a 0.",
        ),
        translate(
            "RecoverySheet",
            "The key is void once a newer one is made. A backup opens with the key that was in use when the "
            "backup was made: keep this page as long as such a backup is kept.",
        ),
    ):
        box = QRectF(page.left(), top, page.width(), 0)
        paper.paragraph(painter, box, sentence, _TEXT_POINTS)
        top += paper.height(sentence, page.width(), _TEXT_POINTS) + paper.mm(4)


def _draw_groups(painter: QPainter, paper: Paper, box: QRectF, groups: list[str]) -> float:
    """Each group with its number, three in a row; returns where the rows end."""
    width, high = box.width() / _IN_A_ROW, paper.mm(20)
    for at, group in enumerate(groups):
        left = box.left() + (at % _IN_A_ROW) * width
        top = box.top() + at // _IN_A_ROW * high
        cell = QRectF(left, top, width - paper.mm(4), high - paper.mm(4))
        painter.setPen(QPen(PAPER.line, paper.mm(0.3)))
        painter.drawRect(cell)
        number = cell.adjusted(paper.mm(2), paper.mm(1), 0, 0)
        number.setHeight(paper.mm(4))
        paper.line(painter, number, str(at + 1), 8, colour=PAPER.faint)
        middle = Qt.AlignmentFlag.AlignHCenter
        paper.line(painter, cell, group, _KEY_POINTS, bold=True, align=middle)
    rows = -(-len(groups) // _IN_A_ROW)
    return box.top() + rows * high
