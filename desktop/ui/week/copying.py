"""The week as rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.domain.unit import Unit
from desktop.printing.words import clock_text, day_text
from desktop.services.spreadsheet_text import tab_separated
from desktop.ui.words import minute_of_day

translate = QCoreApplication.translate


def week_rows(unit: Unit, sessions: Iterable[PlannedSession]) -> list[list[str]]:
    """A head and one row a session, by time."""
    names = {each.id: each.name for kind in (unit.citizens, unit.staff) for each in kind}
    rooms = {each.id: (each.name, each.site) for each in unit.rooms}
    sites = {each.id: each.name for each in unit.sites}
    activities = {each.id: each.name for each in unit.activities}
    rows = [
        [
            translate("WeekCopy", "Day"),
            translate("WeekCopy", "From"),
            translate("WeekCopy", "To"),
            translate("WeekCopy", "Activity"),
            translate("WeekCopy", "Site"),
            translate("WeekCopy", "Room"),
            translate("WeekCopy", "People"),
            translate("WeekCopy", "Staff"),
        ]
    ]
    for session in sorted(sessions, key=lambda each: (each.start, each.room)):
        room, site = rooms.get(session.room, (session.room, ""))
        rows.append(
            [
                day_text(session.start.date()),
                clock_text(minute_of_day(session.start)),
                clock_text(minute_of_day(session.end) or 1440),
                activities.get(session.activity, session.activity),
                sites.get(site, ""),
                room,
                ", ".join(names.get(each, each) for each in session.citizens),
                ", ".join(names.get(each, each) for each in session.staff),
            ]
        )
    return rows


def copy_sessions(unit: Unit, version: PlanVersion, shown: Collection[object]) -> int:
    """Copies the sessions of these ids; returns how many they are."""
    sessions = [each for each in version.sessions if each.id in shown]
    # The app's clipboard guard marks it, and takes it off when the vault is locked.
    QGuiApplication.clipboard().setText(tab_separated(week_rows(unit, sessions)))
    return len(sessions)
