"""Who and what can serve a threat level in a week: its people, the rooms that are fit, the staff there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.intervals import Stretches, intersect, subtract, union
from desktop.domain.levels import ThreatLevel, known_levels, level_in
from desktop.domain.people import Absence, Citizen
from desktop.domain.places import Room
from desktop.domain.presence import available, room_closed, site_hours, unit_hours
from desktop.domain.staffing import GUARD, StaffMember
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.week.building import planned_citizens


class WhyNot(StrEnum):
    """Why somebody or something is not there in the week."""

    AWAY = "away"
    """Absent whenever they could come otherwise."""
    CLOSED = "closed"
    """Closed all week; of people: everything is closed whenever they could come."""
    NO_HOURS = "no_hours"
    """Nobody has entered when they can come, or when the unit is open."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody or something that is not there at any time of the week."""

    id: str
    why: WhyNot


@dataclass(frozen=True, slots=True)
class Serving:
    """Ids, in the unit's order.

    ``people`` are those counted at the level in the week, whatever they were assessed as; ``rooms``,
    ``staff`` and ``guards`` those that are there at any time of it. ``people_missing`` are those of the
    people, ``rooms_missing`` and ``staff_missing`` those beside the others, that are not. ``possible``: there
    is a time at which a room is open, and staff and guards enough are there.
    """

    people: tuple[str, ...]
    rooms: tuple[str, ...]
    staff: tuple[str, ...]
    guards: tuple[str, ...]
    staff_needed: int
    guards_needed: int
    possible: bool
    people_missing: tuple[Missing, ...] = ()
    rooms_missing: tuple[Missing, ...] = ()
    staff_missing: tuple[Missing, ...] = ()


def serving(unit: Unit, level: ThreatLevel, week: IsoWeek) -> Serving:
    """What can serve a level in a week."""
    known = known_levels(unit.levels, unit.citizens, week)
    times = _Times(unit, week)
    people = [
        citizen
        for citizen in planned_citizens(unit, week)
        if level_in(citizen, week, known).level == level.level
    ]
    rooms = {room.id: times.of_room(room) for room in unit.rooms if room.features >= level.room_features}
    working = [member for member in unit.staff if member.at_work]
    staff = {member.id: times.of_person(member, week.days) for member in working}
    guards = {member.id for member in working if GUARD in member.skills}
    return Serving(
        people=tuple(citizen.id for citizen in people),
        rooms=_there(rooms),
        staff=_there(staff),
        guards=tuple(each for each in _there(staff) if each in guards),
        staff_needed=level.staff,
        guards_needed=level.guards,
        possible=_together(level, union(_all(rooms)), {key: staff[key][0] for key in staff}, guards),
        people_missing=_missing(
            {each.id: times.of_person(each, each.enrolled_days(week)) for each in people}
        ),
        rooms_missing=_missing(rooms),
        staff_missing=_missing(staff),
    )


Found = tuple[Stretches, WhyNot]
"""When somebody or something is there, and why not at any time, where it is none."""


class _Times:
    """When the rooms and people of a unit are there in a week."""

    def __init__(self, unit: Unit, week: IsoWeek) -> None:
        self._unit, self._week = unit, week
        self._absences: dict[str, list[Absence]] = defaultdict(list)
        for absence in unit.absences:
            self._absences[absence.person].append(absence)
        self._own = unit_hours(unit, week)
        self._sites: Mapping[str, Stretches] = {
            site.id: self._own if (hours := site_hours(unit, week, site)) is None else hours
            for site in unit.sites
        }
        self._open = union((*self._own, *(each for hours in self._sites.values() for each in hours)))
        self._closed = WhyNot.CLOSED if unit.settings.opening else WhyNot.NO_HOURS

    def of_room(self, room: Room) -> Found:
        hours = self._sites.get(room.site, self._own)
        why = WhyNot.CLOSED if hours else self._closed
        return subtract(hours, room_closed(self._unit, self._week, room)), why

    def of_person(self, person: Citizen | StaffMember, days: Iterable[date]) -> Found:
        listed, settings = tuple(days), self._unit.settings
        alone = Unit(settings=settings, absences=tuple(self._absences.get(person.id, ())))
        hours = available(alone, self._week, person.id, person.availability, listed)
        if hours:
            return intersect(hours, self._open), self._closed
        always = available(Unit(settings=settings), self._week, person.id, person.availability, listed)
        return hours, WhyNot.AWAY if always else WhyNot.NO_HOURS


def _there(found: Mapping[str, Found]) -> tuple[str, ...]:
    return tuple(each for each, (hours, _) in found.items() if hours)


def _missing(found: Mapping[str, Found]) -> tuple[Missing, ...]:
    return tuple(Missing(each, why) for each, (hours, why) in found.items() if not hours)


def _all(found: Mapping[str, Found]) -> Stretches:
    return tuple(stretch for hours, _ in found.values() for stretch in hours)


def _together(level: ThreatLevel, rooms: Stretches, staff: Mapping[str, Stretches], guards: set[str]) -> bool:
    """Whether the level's staff and guards are there at one time while a room is open.

    Somebody with the guards' skill may serve as either, but not as both in one session.
    """
    begins = {stretch.start for hours in (rooms, *staff.values()) for stretch in hours}
    for minute in begins:
        if not _holds(rooms, minute):
            continue
        there = {each for each, hours in staff.items() if _holds(hours, minute)}
        if len(there) >= level.staff + level.guards and len(there & guards) >= level.guards:
            return True
    return False


def _holds(hours: Stretches, minute: int) -> bool:
    return any(stretch.start <= minute < stretch.end for stretch in hours)
