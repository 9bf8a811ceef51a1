"""What goes along when an entity is removed: whatever is about it alone, and the mentions of it elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from desktop.domain.conflicts import ConflictGroup
from desktop.domain.levels import ThreatLevel
from desktop.domain.offers import Activity, Offer
from desktop.domain.people import Citizen
from desktop.domain.places import Room, Site
from desktop.domain.settings import UnitSettings
from desktop.domain.staffing import StaffMember, Supplier
from desktop.domain.unit import Entity, Unit


@dataclass(frozen=True, slots=True)
class Removal:
    """``remove`` begins with what goes along and ends with the entity itself; ``put`` mentions it no more.

    ``blocked`` holds what can't do without it and must be changed or removed by hand first.
    """

    remove: tuple[Entity, ...]
    put: tuple[Entity, ...] = ()
    blocked: tuple[Entity, ...] = ()

    @property
    def ends_interview(self) -> bool:
        """Whether nobody is called to an interview for those without activation any more: it goes too."""
        return any(isinstance(each, UnitSettings) and each.idle_interview is None for each in self.put)


def removal(unit: Unit, entity: Entity) -> Removal:
    """How an entity of the unit is removed. Plan versions that name it are for the store to refuse."""
    return Removal(
        remove=(*_parts(unit, entity), entity),
        put=tuple(_without(unit, entity)),
        blocked=tuple(_needing(unit, entity)),
    )


def removal_of(unit: Unit, entities: Iterable[Entity]) -> Removal:
    """How several are removed as one change. What needs one of them and goes along itself blocks nothing."""
    asked = tuple(entities)
    chosen = {(type(each), each.id) for each in asked}
    put: dict[tuple[type[Entity], str], Entity] = {}
    remove: dict[tuple[type[Entity], str], Entity] = {}
    blocked: dict[tuple[type[Entity], str], Entity] = {}
    for entity in asked:
        gone = removal(unit, entity)
        put |= {(type(each), each.id): each for each in gone.put}
        remove |= {(type(each), each.id): each for each in gone.remove}
        blocked |= {(type(each), each.id): each for each in gone.blocked}
        # The next one is removed from what this one leaves: both may be mentioned in one place.
        unit = _left(unit, gone)
    return Removal(
        tuple(remove.values()),
        tuple(each for key, each in put.items() if key not in remove),
        tuple(each for key, each in blocked.items() if key not in chosen),
    )


def _left(unit: Unit, gone: Removal) -> Unit:
    put = {(type(each), each.id): each for each in gone.put}
    removed = {(type(each), each.id) for each in gone.remove}
    changed: dict[str, Any] = {}
    for each in fields(unit):
        held = getattr(unit, each.name)
        if isinstance(held, tuple):
            kept = (one for one in held if (type(one), one.id) not in removed)
            changed[each.name] = tuple(put.get((type(one), one.id), one) for one in kept)
        else:
            changed[each.name] = put.get((type(held), held.id), held)
    return replace(unit, **changed)


def _parts(unit: Unit, entity: Entity) -> Iterator[Entity]:
    """What is about the entity alone."""
    gone = entity.id
    match entity:
        case ConflictGroup():
            yield from (each for each in unit.memberships if each.group == gone)
            yield from (each for each in unit.separations if gone in (each.side_a, each.side_b))
        case Citizen():
            for kind in (unit.memberships, unit.referrals, unit.enrolments, unit.placements):
                yield from (each for each in kind if each.citizen == gone)
            yield from (each for each in unit.separations if gone in (each.side_a, each.side_b))
            yield from (each for each in unit.absences if each.person == gone)
        case StaffMember():
            yield from (each for each in unit.absences if each.person == gone)
        case Site():
            yield from (each for each in unit.travels if gone in (each.site_a, each.site_b))
        case Offer():
            yield from (each for each in unit.referrals if each.offer == gone)
        case Activity():
            yield from (each for each in unit.enrolments if each.activity == gone)
        case _:
            return


def _without(unit: Unit, entity: Entity) -> Iterator[Entity]:
    """What mentions the entity and can do without."""
    gone = entity.id
    match entity:
        case StaffMember():
            for person in unit.citizens:
                if gone in person.avoid_staff:
                    kept = tuple(each for each in person.avoid_staff if each != gone)
                    yield replace(person, avoid_staff=kept)
        case Site():
            for person in unit.citizens:
                if gone in person.avoid_sites:
                    kept = tuple(each for each in person.avoid_sites if each != gone)
                    yield replace(person, avoid_sites=kept)
        case Room():
            for activity in unit.activities:
                # An activity for this room alone needs another one named first: any room would be laxer.
                if gone in (activity.rooms or ()) and len(activity.rooms or ()) > 1:
                    kept = tuple(each for each in activity.rooms or () if each != gone)
                    yield replace(activity, rooms=kept)
        case Offer():
            yield from (replace(each, offer=None) for each in unit.placements if each.offer == gone)
        case Activity():
            if unit.settings.idle_interview == gone:
                yield replace(unit.settings, idle_interview=None)
        case _:
            return


def _needing(unit: Unit, entity: Entity) -> Iterator[Entity]:
    """What can't do without the entity."""
    gone = entity.id
    match entity:
        case Site():
            yield from (each for each in unit.rooms if each.site == gone)
            yield from (each for each in unit.placements if each.site == gone)
        case Room():
            yield from (each for each in unit.activities if each.rooms == (gone,))
        case Supplier():
            yield from (each for each in unit.offers if each.supplier == gone)
            yield from (each for each in unit.staff if each.supplier == gone)
        case Offer():
            yield from (each for each in unit.activities if each.offer == gone)
        case ThreatLevel():
            left = max((each.level for each in unit.levels if each.id != gone), default=0)
            for person in unit.citizens:
                if any(assessment.level > left for assessment in person.assessments):
                    yield person
        case _:
            return
