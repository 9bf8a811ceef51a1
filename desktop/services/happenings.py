"""What can happen on an acute day, each as a value with two or three fields, and what it makes of the unit.

A happening is a fact: it is stored when it is recorded, whatever becomes of the week. Nothing here makes
anything less safe than it is on record: a threat never lowers a level, somebody's absence is only ended by
their release from detention.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Protocol, TypeVar

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.errors import blank, fault_if, refuse
from desktop.domain.levels import EffectiveLevel, effective_level, known_levels
from desktop.domain.people import Absence, AbsenceKind, Citizen, LevelAssessment
from desktop.domain.places import Room
from desktop.domain.time import DateSpan, IsoWeek, TimeSpan
from desktop.domain.unit import Entity, Unit
from desktop.services.change_labels import ChangeLabel
from desktop.services.ids import NewId


@dataclass(frozen=True, slots=True)
class Rivalry:
    """Two sides, each a citizen or a group, must not meet from ``since`` on. ``until`` None: until further
    notice."""

    side_a: str
    side_b: str
    reason: str
    source: str
    since: date
    until: date | None = None
    scope: Scope = Scope.SITE
    gap_minutes: int = 0

    def __post_init__(self) -> None:
        refuse(
            self,
            blank("reason", self.reason),
            blank("source", self.source),
            fault_if(self.until is not None and self.until < self.since, "until", "before_first"),
        )


@dataclass(frozen=True, slots=True)
class Threat:
    """A citizen is assessed at a higher level from ``since`` until ``until``, that day included."""

    citizen: str
    level: int
    assessed_by: str
    since: date
    until: date
    note: str = ""

    def __post_init__(self) -> None:
        refuse(
            self,
            blank("assessed_by", self.assessed_by),
            fault_if(self.until < self.since, "until", "before_first"),
        )


@dataclass(frozen=True, slots=True)
class Illness:
    """A citizen or a staff member is ill."""

    person: str
    span: TimeSpan
    note: str = ""


@dataclass(frozen=True, slots=True)
class RoomShut:
    """A room cannot be used."""

    room: str
    span: TimeSpan


@dataclass(frozen=True, slots=True)
class StaffMissing:
    """A guard or another staff member does not come."""

    staff: str
    span: TimeSpan
    note: str = ""


@dataclass(frozen=True, slots=True)
class Detained:
    """A citizen is detained."""

    citizen: str
    span: TimeSpan
    note: str = ""


@dataclass(frozen=True, slots=True)
class Released:
    """A citizen is released: from detention, and can come again from ``since`` on; or, where ``leaves``,
    from the unit, which activates them no longer from then on."""

    citizen: str
    leaves: bool
    since: datetime


Happening = Rivalry | Threat | Illness | RoomShut | StaffMissing | Detained | Released


@dataclass(frozen=True, slots=True)
class Effects:
    """The entities that a happening puts and removes."""

    put: tuple[Entity, ...] = ()
    remove: tuple[Entity, ...] = ()


class LowersLevel(ValueError):
    """A threat would lower the level that somebody has to be met at."""


class NothingNew(ValueError):
    """The unit says all of it already: nobody is detained who could be released, or they have left."""


LABELS: dict[type[Happening], ChangeLabel] = {
    Rivalry: "rivalry_reported",
    Threat: "threat_reported",
    Illness: "illness_reported",
    RoomShut: "room_shut",
    StaffMissing: "staff_missing",
    Detained: "citizen_detained",
    Released: "citizen_released",
}


def label_of(happening: Happening) -> ChangeLabel:
    """The label of the change that records it."""
    return LABELS[type(happening)]


def effects(happening: Happening, unit: Unit, new_id: NewId) -> Effects:
    """What the unit is to hold once the happening is on record.

    Raises ``DomainError`` for values that no entity takes, ``LookupError`` for an id that the unit does not
    know, ``LowersLevel``, ``NothingNew``.
    """
    found = _effects(happening, unit, new_id)
    if not found.put and not found.remove:
        raise NothingNew
    return found


def _effects(happening: Happening, unit: Unit, new_id: NewId) -> Effects:
    match happening:
        case Rivalry():
            return Effects((_separation(happening, unit, new_id),))
        case Threat():
            return Effects((_assessed(happening, unit),))
        case Illness():
            return Effects((_absence(happening.person, AbsenceKind.ILLNESS, happening, unit, new_id),))
        case StaffMissing():
            return Effects((_absence(happening.staff, AbsenceKind.OTHER, happening, unit, new_id),))
        case Detained():
            return Effects((_absence(happening.citizen, AbsenceKind.DETAINED, happening, unit, new_id),))
        case RoomShut():
            room = _named(unit.rooms, happening.room)
            closed = room.closed if happening.span in room.closed else (*room.closed, happening.span)
            return Effects((replace(room, closed=closed),))
        case Released(leaves=True):
            return Effects(_left(happening, unit, new_id))
        case Released():
            return _freed(happening, unit)


def unit_with(unit: Unit, after: Effects) -> Unit:
    """The unit as it is once the effects are stored; nothing is stored here."""
    changed: dict[str, Any] = {}
    for each in fields(unit):
        rows = getattr(unit, each.name)
        kinds = _KINDS.get(each.name)
        if kinds is None:
            continue
        put = {entity.id: entity for entity in after.put if isinstance(entity, kinds)}
        gone = {entity.id for entity in after.remove if isinstance(entity, kinds)}
        if put or gone:
            left = {row.id: row for row in rows if row.id not in gone} | put
            changed[each.name] = tuple(left[one] for one in sorted(left))
    return replace(unit, **changed) if changed else unit


def level_now(unit: Unit, citizen_id: str, day: date) -> EffectiveLevel:
    """The level that somebody has to be met at on a day. Raises ``LookupError``."""
    known = known_levels(unit.levels, unit.citizens, IsoWeek.containing(day))
    return effective_level(_named(unit.citizens, citizen_id).assessments, day, known)


def levels_to_raise(unit: Unit, citizen_id: str, day: date) -> tuple[int, ...]:
    """The unit's levels that a threat can be put at: the one that holds now and those above, lowest first."""
    lowest = level_now(unit, citizen_id, day).asked
    described = {row.level for row in unit.levels if row.span.holds(day)}
    return tuple(sorted(level for level in described if level >= lowest))


def detentions(unit: Unit, citizen_id: str, moment: datetime) -> tuple[Absence, ...]:
    """Somebody's detentions on record that are not over at a moment."""
    return tuple(
        absence
        for absence in unit.absences
        if absence.person == citizen_id and absence.kind is AbsenceKind.DETAINED and absence.span.end > moment
    )


_KINDS: dict[str, type[Separation] | type[Citizen] | type[Absence] | type[Room]] = {
    "separations": Separation,
    "citizens": Citizen,
    "absences": Absence,
    "rooms": Room,
}


def _separation(rivalry: Rivalry, unit: Unit, new_id: NewId) -> Separation:
    sides: tuple[_Named, ...] = (*unit.citizens, *unit.groups)
    for side in (rivalry.side_a, rivalry.side_b):
        _named(sides, side)
    return Separation(
        new_id("separation"),
        rivalry.side_a,
        rivalry.side_b,
        rivalry.scope,
        rivalry.gap_minutes,
        rivalry.reason,
        DateSpan(rivalry.since, rivalry.until),
        rivalry.source,
    )


def _assessed(threat: Threat, unit: Unit) -> Citizen:
    citizen = _named(unit.citizens, threat.citizen)
    if threat.level < level_now(unit, threat.citizen, threat.since).asked:
        raise LowersLevel
    found = LevelAssessment(threat.level, threat.assessed_by, threat.since, threat.until, threat.note)
    return replace(citizen, assessments=(*citizen.assessments, found))


def _absence(
    person: str, kind: AbsenceKind, of: Illness | StaffMissing | Detained, unit: Unit, new_id: NewId
) -> Absence:
    people: tuple[_Named, ...] = (*unit.citizens, *unit.staff)
    _named(people, person)
    return Absence(new_id("absence"), person, kind, of.span, of.note)


def _freed(freed: Released, unit: Unit) -> Effects:
    """Every detention on record ends; one that was still to come is taken away."""
    _named(unit.citizens, freed.citizen)
    put: list[Entity] = []
    remove: list[Entity] = []
    for absence in detentions(unit, freed.citizen, freed.since):
        if absence.span.start < freed.since:
            put.append(replace(absence, span=TimeSpan(absence.span.start, freed.since)))
        else:
            remove.append(absence)
    return Effects(tuple(put), tuple(remove))


def _left(left: Released, unit: Unit, new_id: NewId) -> tuple[Entity, ...]:
    """Their last day, and for the rest of that day an absence: enrolment is dated by the day."""
    citizen = _named(unit.citizens, left.citizen)
    last = (left.since - timedelta(microseconds=1)).date()
    if citizen.enrolled.last is not None and citizen.enrolled.last < last:
        return ()
    midnight = datetime.combine(last + timedelta(days=1), time())
    gone = replace(citizen, enrolled=DateSpan(citizen.enrolled.first, last))
    if left.since == midnight:
        return (gone,)
    rest = TimeSpan(left.since, midnight)
    return (gone, Absence(new_id("absence"), citizen.id, AbsenceKind.OTHER, rest))


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def _named(rows: Iterable[N], entity_id: str) -> N:
    found = next((row for row in rows if row.id == entity_id), None)
    if found is None:
        raise LookupError("no such entity")
    return found
