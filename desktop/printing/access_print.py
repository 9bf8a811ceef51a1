"""The answer to a request of access: everything about one person as a PDF, in the language of the
interface."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.attendance import AttendanceState
from desktop.printing.access_lines import (
    Line,
    absence_lines,
    audit_lines,
    blocks_words,
    local_words,
    lock_lines,
    moment_words,
    said,
    session_lines,
    sourced,
    span_words,
    with_note,
)
from desktop.printing.access_pages import Text, pages_pdf
from desktop.printing.access_staff import staff_hours, staff_master
from desktop.printing.kind_words import placement_name, scope_text, version_name
from desktop.printing.words import date_text, hours_text
from desktop.services.access import STAFF_SECTIONS, PersonFile, Section, StaffFile

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the answer with its lines."""

    section: Section
    title: str
    lines: tuple[Line, ...]


def section_text(section: Section, *, of_staff: bool = False) -> str:
    """The title of a section, in an answer to a citizen or to somebody of the staff."""
    if of_staff and section is Section.MASTER:
        return translate("AccessStaff", "Name, employer and skills")
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
        Section.LOCKS: translate("AccessLocks", "Locks and approvals"),
        Section.AUDIT: translate("Access", "When it was seen or changed"),
    }[section]


def document_title(today: date) -> str:
    """The title of the PDF and its file's name: the day, and nothing about anybody."""
    return translate("Access", "Sikkerplan access request %1").replace("%1", today.isoformat())


def chapters(held: PersonFile | StaffFile) -> tuple[Chapter, ...]:
    """Everything in the file, by section, in words. A section without anything says so; the
    audit's is there where there is an audit."""
    of_staff = isinstance(held, StaffFile)
    nothing = Line("", translate("Access", "Nothing is held."))
    made = _staff_sections(held) if isinstance(held, StaffFile) else _citizen_sections(held)
    return tuple(
        Chapter(section, section_text(section, of_staff=of_staff), tuple(lines) or (nothing,))
        for section, lines in made.items()
        if section is not Section.AUDIT or held.audit is not None
    )


def access_pdf(
    held: PersonFile | StaffFile, now: datetime, left_out: frozenset[Section] = frozenset()
) -> bytes:
    """The answer as a PDF; ``now`` is aware. Sections left out are named, so that nobody takes it for all.

    Raises ``CannotPrint`` where nothing can be drawn.
    """
    parts = tuple(
        (chapter.title, chapter.lines) for chapter in chapters(held) if chapter.section not in left_out
    )
    heading = translate("Access", "What is held about you")
    text = Text(heading, tuple(_introduction(held, now, left_out)), parts)
    return pages_pdf(text, document_title(now.astimezone().date()))


def _introduction(held: PersonFile | StaffFile, now: datetime, left_out: frozenset[Section]) -> Iterator[str]:
    of_staff = isinstance(held, StaffFile)
    yield f"{held.unit} · {moment_words(now)}"
    if of_staff:
        yield translate(
            "AccessStaff",
            "This is everything that the unit's planning system holds about you. Other people are not "
            "named in it, neither citizens nor other staff. What you have done in Sikkerplan yourself "
            "stands in its audit under the name that you gave, and is not repeated here.",
        )
    else:
        yield translate(
            "Access",
            "This is everything that the unit's planning system holds about you. Other people are not "
            "named in it: their names and case numbers are left out, and so are those of staff.",
        )
    if held.named_elsewhere:
        text = translate("Access", "Notes on other people name you in %1 places. They are not repeated here.")
        yield text.replace("%1", QLocale().toString(held.named_elsewhere))
    asked = STAFF_SECTIONS if of_staff else tuple(Section)
    named = ", ".join(section_text(each, of_staff=of_staff) for each in asked if each in left_out)
    if named:
        text = translate("Access", "Left out by a decision of its own, of which you are told apart: %1")
        yield text.replace("%1", named)


def _citizen_sections(held: PersonFile) -> dict[Section, Iterable[Line]]:
    return {
        Section.MASTER: _master(held),
        Section.HOURS: _hours(held),
        Section.LEVELS: _levels(held),
        Section.GROUPS: _groups(held),
        Section.SEPARATIONS: _separations(held),
        Section.OFFERS: _offers(held),
        Section.PLACEMENTS: _placements(held),
        Section.ABSENCES: absence_lines(held.absences),
        Section.WEEKS: _weeks(held),
        Section.ATTENDANCE: _attendance(held),
        Section.LOCKS: lock_lines(held.locks, held.approvals),
        Section.AUDIT: audit_lines(held.audit or ()),
    }


def _staff_sections(held: StaffFile) -> dict[Section, Iterable[Line]]:
    return {
        Section.MASTER: staff_master(held),
        Section.HOURS: staff_hours(held),
        Section.ABSENCES: absence_lines(held.absences),
        Section.WEEKS: session_lines(held.sessions, held.told),
        Section.LOCKS: lock_lines(held.locks, held.approvals),
        Section.AUDIT: audit_lines(held.audit or ()),
    }


def _master(held: PersonFile) -> Iterator[Line]:
    person = held.citizen
    yield Line(translate("Access", "Name"), person.name)
    yield Line(translate("Access", "Case number"), person.case_number)
    yield Line(translate("Access", "With the unit"), span_words(person.enrolled))
    yield from said(translate("Access", "Note"), person.note)
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
            again = translate("Access", "to be judged again on %1").replace("%1", date_text(cap.review_on))
            text = f"{text}; {again}"
        yield Line(span_words(cap.span), with_note(text.replace("%3", cap.decided_by), cap.note))
    if held.citizen.availability:
        yield Line(translate("Access", "Can come"), blocks_words(held.citizen.availability))


def _levels(held: PersonFile) -> Iterator[Line]:
    for made in held.citizen.assessments:
        text = translate("Access", "Level %1, assessed by %2 on %3")
        text = text.replace("%1", str(made.level)).replace("%3", date_text(made.assessed_on))
        label = translate("Access", "until %1").replace("%1", date_text(made.valid_until))
        yield Line(label, with_note(text.replace("%2", made.assessed_by), made.note))


def _groups(held: PersonFile) -> Iterator[Line]:
    for name, membership in held.memberships:
        yield Line(span_words(membership.span), sourced(name, membership.source))


def _separations(held: PersonFile) -> Iterator[Line]:
    for apart in held.separations:
        separation = apart.separation
        scope = scope_text(separation.scope)
        other = apart.other or translate("Access", "another person")
        yield Line(
            span_words(separation.span), sourced(f"{other}: {scope}. {separation.reason}", separation.source)
        )


def _offers(held: PersonFile) -> Iterator[Line]:
    for name, referral in held.referrals:
        yield Line(span_words(referral.span), translate("Access", "Referred to %1").replace("%1", name))
    for name, enrolment in held.enrolments:
        text = translate("Access", "%1: %2 to %3 sessions a week")
        text = text.replace("%2", str(enrolment.min_sessions)).replace("%3", str(enrolment.max_sessions))
        yield Line(span_words(enrolment.span), text.replace("%1", name))


def _placements(held: PersonFile) -> Iterator[Line]:
    for site, placement in held.placements:
        kind = placement_name(placement.kind)
        where = f"{placement.employer}, {site}" if site else placement.employer
        yield Line(span_words(placement.span), f"{kind}: {where}. {blocks_words(placement.blocks)}")


def _weeks(held: PersonFile) -> Iterator[Line]:
    yield from session_lines(held.sessions, held.told)
    for version, duty in held.missed:
        text = translate("Access", "No room was found for: %1").replace(
            "%1", duty or translate("Access", "the weekly interview")
        )
        yield Line(str(version.week), f"{text} ({version_name(version)})")


def _attendance(held: PersonFile) -> Iterator[Line]:
    for noted in held.attendances:
        text = {
            AttendanceState.CAME: translate("Access", "Came"),
            AttendanceState.ABSENT_EXCUSED: translate("Access", "Absent, excused"),
            AttendanceState.NO_SHOW: translate("Access", "Did not show up"),
            AttendanceState.UNKNOWN: translate("Access", "Not noted"),
        }[noted.state]
        text = with_note(text, noted.note)
        if noted.follow_up_on is not None:
            told = translate("Access", "Followed up on %1: %2").replace("%1", date_text(noted.follow_up_on))
            text = f"{text}. {told.replace('%2', noted.follow_up)}"
        yield Line(local_words(noted.start), text)
