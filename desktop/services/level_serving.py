"""Who and what can serve a threat level: its people, the rooms that are fit, the staff that is there."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.levels import ThreatLevel, known_levels, level_in
from desktop.domain.staffing import GUARD
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.building import planned_citizens


@dataclass(frozen=True, slots=True)
class Serving:
    """Ids, in the unit's order. ``people`` are those counted at the level in the week, whatever they were
    assessed as; ``staff`` and ``guards`` are those with any hours in which they are at work."""

    people: tuple[str, ...]
    rooms: tuple[str, ...]
    staff: tuple[str, ...]
    guards: tuple[str, ...]
    staff_needed: int
    guards_needed: int

    @property
    def possible(self) -> bool:
        """Whether a session of the level could be held at all: a room, and staff enough at one time."""
        # Somebody with the guards' skill may serve as either, but not as both in one session.
        together = len(self.staff) >= self.staff_needed + self.guards_needed
        return bool(self.rooms) and together and len(self.guards) >= self.guards_needed


def serving(unit: Unit, level: ThreatLevel, week: IsoWeek) -> Serving:
    """What can serve a level in a week."""
    known = known_levels(unit.levels, unit.citizens, week)
    working = [member for member in unit.staff if member.availability and member.max_weekly_minutes > 0]
    return Serving(
        people=tuple(
            citizen.id
            for citizen in planned_citizens(unit, week)
            if level_in(citizen, week, known).level == level.level
        ),
        rooms=tuple(room.id for room in unit.rooms if room.features >= level.room_features),
        staff=tuple(member.id for member in working),
        guards=tuple(member.id for member in working if GUARD in member.skills),
        staff_needed=level.staff,
        guards_needed=level.guards,
    )
