"""Who is to be called before all others: about what takes place now, or what no repair can help."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.services.week.placed_meetings import PlacedMeeting
from desktop.services.week.unsafe import UnsafeSession
from desktop.ui.acute.words import SessionWords
from desktop.ui.health.meetings import meeting_line, to_call
from desktop.ui.health.running import runs_now_line

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CallNow:
    """``who`` is to be called, and ``why``."""

    who: str
    why: str


def call_now(
    running: Iterable[UnsafeSession], meetings: Iterable[PlacedMeeting], words: SessionWords
) -> tuple[CallNow, ...]:
    """The staff of sessions that run and are not safe; employers and people who meet at work. What runs at
    this moment comes first."""
    now = translate("CallNow", "Call now: %1")
    found = []
    for each in running:
        who = words.names(each.session.staff)
        why = f"{runs_now_line(words.session(each.session))}. {words.reasons(each)}"
        found.append(CallNow(now.replace("%1", who), why))
    for meeting in sorted(meetings, key=lambda each: not each.runs(words.now)):
        line = meeting_line(words.unit, meeting, words.now)
        found.append(CallNow(to_call(words.unit, meeting), line))
    return tuple(found)
