"""The lines of an answer to somebody of the staff: their record and their hours."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.staffing import GUARD
from desktop.printing.access_lines import Line, blocks_words
from desktop.printing.words import hours_text
from desktop.services.access import StaffFile

translate = QCoreApplication.translate


def staff_master(held: StaffFile) -> Iterator[Line]:
    """Who they are, for whom they work, what they can do."""
    member = held.member
    yield Line(translate("Access", "Name"), member.name)
    own = translate("AccessStaff", "The unit's own staff")
    yield Line(translate("AccessStaff", "Employer"), held.supplier or own)
    if member.skills:
        guard = translate("AccessStaff", "guard")
        skills = sorted(guard if skill == GUARD else skill for skill in member.skills)
        yield Line(translate("AccessStaff", "Skills"), ", ".join(skills))
    if held.avoided_by:
        text = translate("AccessStaff", "%1 citizens")
        count = QLocale().toString(held.avoided_by)
        yield Line(translate("Access", "Not planned with"), text.replace("%1", count))


def staff_hours(held: StaffFile) -> Iterator[Line]:
    """How much they work, and when."""
    text = translate("AccessStaff", "%1 hours a week at most")
    hours = hours_text(held.member.max_weekly_minutes / 60)
    yield Line(translate("AccessStaff", "Hours"), text.replace("%1", hours))
    blocks = blocks_words(held.member.availability)
    yield Line(translate("AccessStaff", "At work"), blocks or translate("AccessStaff", "never"))
