"""A session in one line, with the names that go with its ids."""

from __future__ import annotations

from desktop.domain.plans import PlannedSession
from desktop.domain.unit import Unit
from desktop.printing.words import short_day_text
from desktop.services.telling_apart import room_names
from desktop.ui.words import times


class SessionLines:
    """The unit's names, and its sessions in one line each."""

    def __init__(self, unit: Unit) -> None:
        self.names = {each.id: each.name for kind in (unit.citizens, unit.staff) for each in kind}
        self._activities = {each.id: each.name for each in unit.activities}
        self._rooms = room_names(unit)

    def line(self, session: PlannedSession | None, *, staff: bool, citizens: bool = False) -> str:
        """A session in one line; a dash for none."""
        if session is None:
            return "–"
        parts = [
            f"{short_day_text(session.start.date())} {times(session.start, session.end)}",
            self._activities.get(session.activity, session.activity),
            self._rooms.get(session.room, session.room),
        ]
        if staff:
            parts.append(", ".join(self.names.get(each, each) for each in session.staff))
        if citizens:
            parts.append(", ".join(self.names.get(each, each) for each in session.citizens))
        return " · ".join(parts)
