"""The lines of an answer to a request of access that citizens and staff have in common, and their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.people import Absence
from desktop.domain.plans import PlannedSession
from desktop.domain.telling import Told
from desktop.domain.time import DateSpan, WeeklyBlock
from desktop.printing.kind_words import absence_text, version_name
from desktop.printing.words import date_text, time_span_text
from desktop.services.access import ApprovalOf, AuditLine, LockOf, SessionOf

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the answer: what it is, and what stands in the vault. Without a label across the whole
    page."""

    label: str
    text: str


def absence_lines(absences: Iterable[Absence]) -> Iterator[Line]:
    for absence in sorted(absences, key=lambda each: each.span.start):
        yield Line(
            f"{local_words(absence.span.start)} – {local_words(absence.span.end)}",
            with_note(absence_text(absence.kind), absence.note),
        )


def session_lines(sessions: Iterable[SessionOf], told: Iterable[Told]) -> Iterator[Line]:
    """The sessions of each plan version, and when somebody was told that they are others."""
    for each in sessions:
        text = f"{each.activity}, {each.site}, {each.room} ({version_name(each.version)})"
        yield Line(session_time(each.session), text)
    for one in told:
        text = translate("Told", "Told on %1 that the week was changed")
        yield Line(str(one.week), text.replace("%1", moment_words(one.told_at)))


def session_time(session: PlannedSession) -> str:
    start, end = (moment.hour * 60 + moment.minute for moment in (session.start, session.end))
    return f"{date_text(session.start.date())} {time_span_text(start, end or 1440)}"


def lock_lines(locks: Iterable[LockOf], approvals: Iterable[ApprovalOf]) -> Iterator[Line]:
    """What is held fast of somebody's week, and which of their sessions somebody said yes to."""
    for each in locks:
        on = date_text(each.lock.locked_at.astimezone().date())
        what = translate("AccessLocks", "Sessions held fast on %1")
        if each.own:
            what = translate("AccessLocks", "The whole week, held fast on %1")
        yield Line(str(each.lock.week), with_note(what.replace("%1", on), each.lock.reason))
        for held in each.sessions:
            text = f"{held.activity}, {held.site}, {held.room}"
            yield Line(
                session_time(held.session), translate("AccessLocks", "%1: held fast").replace("%1", text)
            )
    for approved in approvals:
        held = approved.held
        text = translate("AccessLocks", "%1: approved by hand on %2")
        text = text.replace("%2", date_text(approved.approval.approved_at.astimezone().date()))
        text = text.replace("%1", f"{held.activity}, {held.site}, {held.room}")
        yield Line(session_time(held.session), with_note(text, approved.approval.note))


def audit_lines(entries: Iterable[AuditLine]) -> Iterator[Line]:
    for entry in entries:
        yield Line(moment_words(entry.at), entry.what)


def said(label: str, text: str) -> Iterator[Line]:
    if text.strip():
        yield Line(label, text)


def with_note(text: str, note: str) -> str:
    return f"{text}. {note}" if note.strip() else text


def sourced(text: str, source: str) -> str:
    if not source.strip():
        return text
    told = translate("Access", "source: %1").replace("%1", source)
    return f"{text} ({told})"


def span_words(span: DateSpan) -> str:
    if span.last is None:
        return translate("Access", "since %1").replace("%1", date_text(span.first))
    return f"{date_text(span.first)} – {date_text(span.last)}"


def blocks_words(blocks: Iterable[WeeklyBlock]) -> str:
    return ", ".join(
        f"{QLocale().dayName(block.weekday + 1, QLocale.FormatType.ShortFormat)} "
        f"{time_span_text(block.start, block.end)}"
        for block in sorted(blocks)
    )


def local_words(moment: datetime) -> str:
    return f"{date_text(moment.date())} {moment:%H:%M}"


def moment_words(moment: datetime) -> str:
    return local_words(moment.astimezone())
