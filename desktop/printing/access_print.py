"""The answer to a request of access: everything about one person as a PDF, in the language of the
interface."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QDate,
    QIODevice,
    QLineF,
    QLocale,
    QMarginsF,
    QRectF,
    Qt,
)
from PySide6.QtGui import QFontDatabase, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from desktop.domain.attendance import AttendanceState
from desktop.domain.conflicts import Scope
from desktop.domain.offers import PlacementKind
from desktop.domain.people import AbsenceKind
from desktop.domain.plans import PlanVersion, VersionState
from desktop.domain.time import DateSpan, WeeklyBlock
from desktop.printing.palette import PAPER
from desktop.printing.paper import Paper
from desktop.printing.week_print import CannotPrint
from desktop.printing.words import hours_text, time_span_text
from desktop.services.access import PersonFile, Section

_DPI = 1200
_MARGIN_MM = 15.0
_BODY = 9.5
_SMALL = 8.0
_LABEL_SHARE = 0.3
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the answer: what it is, and what stands in the vault. Without a label across the whole
    page."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the answer with its lines."""

    section: Section
    title: str
    lines: tuple[Line, ...]


def section_text(section: Section) -> str:
    """The title of a section."""
    return {
        Section.MASTER: translate("Access", "Name, case and enrolment"),
        Section.HOURS: translate("Access", "Hours and times"),
        Section.LEVELS: translate("Access", "Threat levels"),
        Section.GROUPS: translate("Access", "Conflict groups"),
        Section.SEPARATIONS: translate("Access", "Kept apart from"),
        Section.OFFERS: translate("Access", "Offers and activities"),
        Section.PLACEMENTS: translate("Access", "Placements"),
        Section.ABSENCES: translate("Access", "Absences"),
        Section.WEEKS: translate("Access", "Planned sessions"),
        Section.ATTENDANCE: translate("Access", "Attendance"),
        Section.AUDIT: translate("Access", "When it was seen or changed"),
    }[section]


def document_title(today: date) -> str:
    """The title of the PDF and its file's name: the day, and nothing about anybody."""
    return translate("Access", "Sikkerplan access request %1").replace("%1", today.isoformat())


def chapters(held: PersonFile) -> tuple[Chapter, ...]:
    """Everything in the file, by section, in words. A section without anything says so; the
    audit's is there where there is an audit."""
    made: dict[Section, Callable[[PersonFile], Iterable[Line]]] = {
        Section.MASTER: _master,
        Section.HOURS: _hours,
        Section.LEVELS: _levels,
        Section.GROUPS: _groups,
        Section.SEPARATIONS: _separations,
        Section.OFFERS: _offers,
        Section.PLACEMENTS: _placements,
        Section.ABSENCES: _absences,
        Section.WEEKS: _weeks,
        Section.ATTENDANCE: _attendance,
        Section.AUDIT: _audit,
    }
    nothing = Line("", translate("Access", "Nothing is held."))
    return tuple(
        Chapter(section, section_text(section), tuple(lines(held)) or (nothing,))
        for section, lines in made.items()
        if section is not Section.AUDIT or held.audit is not None
    )


def access_pdf(held: PersonFile, now: datetime, left_out: frozenset[Section] = frozenset()) -> bytes:
    """The answer as a PDF; ``now`` is aware. Sections left out are named, so that nobody takes it for all.

    Raises ``CannotPrint`` where nothing can be drawn.
    """
    if not QFontDatabase.families():
        raise CannotPrint
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(document_title(now.astimezone().date()))
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
        _Writer(painter, writer, QRectF(0, 0, full.width(), full.height()), held, now).draw(left_out)
    finally:
        painter.end()
    buffer.close()
    return bytes(content.data())


class _Writer:
    """Lets the lines flow over as many pages as they need."""

    def __init__(
        self, painter: QPainter, device: QPdfWriter, page: QRectF, held: PersonFile, now: datetime
    ) -> None:
        self._painter = painter
        self._device = device
        self._page = page
        self._held = held
        self._now = now
        self._paper = Paper(_DPI)
        self._at = page.top()
        self._number = 1

    def draw(self, left_out: frozenset[Section]) -> None:
        paper, held = self._paper, self._held
        self._paragraph(translate("Access", "What is held about you"), 18, bold=True)
        self._paragraph(f"{held.unit} · {_moment(self._now)}", _BODY)
        self._at += paper.mm(3)
        self._paragraph(
            translate(
                "Access",
                "This is everything that the unit's planning system holds about you. Other people are not "
                "named in it: their names and case numbers are left out, and so are those of staff.",
            ),
            _BODY,
        )
        if held.named_elsewhere:
            text = translate(
                "Access", "Notes on other people name you in %1 places. They are not repeated here."
            )
            self._paragraph(text.replace("%1", QLocale().toString(held.named_elsewhere)), _BODY)
        if left_out:
            named = ", ".join(section_text(each) for each in Section if each in left_out)
            text = translate("Access", "Left out by a decision of its own, of which you are told apart: %1")
            self._paragraph(text.replace("%1", named), _BODY)
        for chapter in chapters(held):
            if chapter.section not in left_out:
                self._chapter(chapter)
        self._foot()

    def _chapter(self, chapter: Chapter) -> None:
        paper = self._paper
        self._at += paper.mm(5)
        # A title never stands alone at the foot of a page.
        self._make_room(paper.line_height(12) + paper.mm(3) + self._height(chapter.lines[0]))
        self._paragraph(chapter.title, 12, bold=True)
        self._painter.setPen(QPen(PAPER.line, paper.mm(0.2)))
        self._painter.drawLine(QLineF(self._page.left(), self._at, self._page.right(), self._at))
        self._at += paper.mm(1.5)
        for line in chapter.lines:
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


def _master(held: PersonFile) -> Iterator[Line]:
    person = held.citizen
    yield Line(translate("Access", "Name"), person.name)
    yield Line(translate("Access", "Case number"), person.case_number)
    yield Line(translate("Access", "With the unit"), _span(person.enrolled))
    yield from _said(translate("Access", "Note"), person.note)
    if held.avoided_sites:
        yield Line(translate("Access", "Not planned on"), ", ".join(held.avoided_sites))
    if person.avoid_staff:
        text = translate("Access", "%1 members of staff").replace("%1", str(len(person.avoid_staff)))
        yield Line(translate("Access", "Not planned with"), text)


def _hours(held: PersonFile) -> Iterator[Line]:
    for cap in held.citizen.caps:
        text = translate("Access", "%1 hours a week, %2 a day at most; decided by %3")
        text = text.replace("%1", hours_text(cap.weekly_minutes / 60)).replace(
            "%2", hours_text(cap.daily_minutes / 60)
        )
        if cap.review_on is not None:
            again = translate("Access", "to be judged again on %1").replace("%1", _day(cap.review_on))
            text = f"{text}; {again}"
        yield Line(_span(cap.span), _with(text.replace("%3", cap.decided_by), cap.note))
    if held.citizen.availability:
        yield Line(translate("Access", "Can come"), _blocks(held.citizen.availability))


def _levels(held: PersonFile) -> Iterator[Line]:
    for made in held.citizen.assessments:
        text = translate("Access", "Level %1, assessed by %2 on %3")
        text = text.replace("%1", str(made.level)).replace("%3", _day(made.assessed_on))
        label = translate("Access", "until %1").replace("%1", _day(made.valid_until))
        yield Line(label, _with(text.replace("%2", made.assessed_by), made.note))


def _groups(held: PersonFile) -> Iterator[Line]:
    for name, membership in held.memberships:
        yield Line(_span(membership.span), _sourced(name, membership.source))


def _separations(held: PersonFile) -> Iterator[Line]:
    for apart in held.separations:
        separation = apart.separation
        scope = {
            Scope.SESSION: translate("Access", "never in one session"),
            Scope.SITE: translate("Access", "never on one site at the same time"),
        }[separation.scope]
        other = apart.other or translate("Access", "another person")
        yield Line(
            _span(separation.span), _sourced(f"{other}: {scope}. {separation.reason}", separation.source)
        )


def _offers(held: PersonFile) -> Iterator[Line]:
    for name, referral in held.referrals:
        yield Line(_span(referral.span), translate("Access", "Referred to %1").replace("%1", name))
    for name, enrolment in held.enrolments:
        text = translate("Access", "%1: %2 to %3 sessions a week")
        text = text.replace("%2", str(enrolment.min_sessions)).replace("%3", str(enrolment.max_sessions))
        yield Line(_span(enrolment.span), text.replace("%1", name))


def _placements(held: PersonFile) -> Iterator[Line]:
    for site, placement in held.placements:
        kind = {
            PlacementKind.INTERNSHIP: translate("Access", "Internship"),
            PlacementKind.WAGE_SUBSIDY: translate("Access", "Wage subsidy"),
            PlacementKind.COMMUNITY_WORK: translate("Access", "Community work"),
        }[placement.kind]
        where = f"{placement.employer}, {site}" if site else placement.employer
        yield Line(_span(placement.span), f"{kind}: {where}. {_blocks(placement.blocks)}")


def _absences(held: PersonFile) -> Iterator[Line]:
    for absence in sorted(held.absences, key=lambda each: each.span.start):
        kind = {
            AbsenceKind.ILLNESS: translate("Access", "Illness"),
            AbsenceKind.HOLIDAY: translate("Access", "Holiday"),
            AbsenceKind.COURT: translate("Access", "Court"),
            AbsenceKind.DETAINED: translate("Access", "Detained"),
            AbsenceKind.OTHER: translate("Access", "Other reason"),
        }[absence.kind]
        yield Line(f"{_local(absence.span.start)} – {_local(absence.span.end)}", _with(kind, absence.note))


def _weeks(held: PersonFile) -> Iterator[Line]:
    for each in held.sessions:
        session = each.session
        start, end = (moment.hour * 60 + moment.minute for moment in (session.start, session.end))
        when = f"{_day(session.start.date())} {time_span_text(start, end or 1440)}"
        yield Line(when, f"{each.activity}, {each.site}, {each.room} ({_version(each.version)})")
    for version, duty in held.missed:
        text = translate("Access", "No room was found for: %1").replace(
            "%1", duty or translate("Access", "the weekly interview")
        )
        yield Line(str(version.week), f"{text} ({_version(version)})")


def _attendance(held: PersonFile) -> Iterator[Line]:
    for noted in held.attendances:
        text = {
            AttendanceState.CAME: translate("Access", "Came"),
            AttendanceState.ABSENT_EXCUSED: translate("Access", "Absent, excused"),
            AttendanceState.NO_SHOW: translate("Access", "Did not show up"),
            AttendanceState.UNKNOWN: translate("Access", "Not noted"),
        }[noted.state]
        text = _with(text, noted.note)
        if noted.follow_up_on is not None:
            told = translate("Access", "Followed up on %1: %2").replace("%1", _day(noted.follow_up_on))
            text = f"{text}. {told.replace('%2', noted.follow_up)}"
        yield Line(_local(noted.start), text)


def _audit(held: PersonFile) -> Iterator[Line]:
    for entry in held.audit or ():
        yield Line(_moment(entry.at), entry.what)


def _version(version: PlanVersion) -> str:
    text = {
        VersionState.DRAFT: translate("Printing", "Version %1, draft"),
        VersionState.PUBLISHED: translate("Printing", "Version %1, published"),
    }[version.state]
    return text.replace("%1", str(version.number))


def _said(label: str, text: str) -> Iterator[Line]:
    if text.strip():
        yield Line(label, text)


def _with(text: str, note: str) -> str:
    return f"{text}. {note}" if note.strip() else text


def _sourced(text: str, source: str) -> str:
    if not source.strip():
        return text
    told = translate("Access", "source: %1").replace("%1", source)
    return f"{text} ({told})"


def _span(span: DateSpan) -> str:
    if span.last is None:
        return translate("Access", "since %1").replace("%1", _day(span.first))
    return f"{_day(span.first)} – {_day(span.last)}"


def _blocks(blocks: Iterable[WeeklyBlock]) -> str:
    return ", ".join(
        f"{QLocale().dayName(block.weekday + 1, QLocale.FormatType.ShortFormat)} "
        f"{time_span_text(block.start, block.end)}"
        for block in sorted(blocks)
    )


def _day(day: date) -> str:
    pattern = translate("Access", "d MMMM yyyy", "date format of Qt: day, month, year")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def _local(moment: datetime) -> str:
    return f"{_day(moment.date())} {moment:%H:%M}"


def _moment(moment: datetime) -> str:
    return _local(moment.astimezone())
