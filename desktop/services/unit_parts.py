"""The unit taken apart: what is on record of each citizen, and the house that all of them share in a week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from desktop.domain.conflicts import Membership
from desktop.domain.levels import KnownLevels, Measures, known_levels, measures_in
from desktop.domain.offers import Activity, Enrolment, Placement, Referral
from desktop.domain.people import Absence, Citizen
from desktop.domain.presence import open_days
from desktop.domain.staffing import StaffMember
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class PersonRecords:
    """A citizen with everything that is on record of them alone, in the unit's order."""

    citizen: Citizen
    memberships: tuple[Membership, ...] = ()
    referrals: tuple[Referral, ...] = ()
    enrolments: tuple[Enrolment, ...] = ()
    placements: tuple[Placement, ...] = ()
    absences: tuple[Absence, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffRecords:
    """Somebody of the staff with their absences."""

    member: StaffMember
    absences: tuple[Absence, ...] = ()


@dataclass(frozen=True)
class UnitHouse:
    """What what is planned for anybody depends on beside their own records. ``unit`` holds nobody.

    ``levels`` are known from the assessments of everybody too.
    """

    week: IsoWeek
    unit: Unit
    levels: KnownLevels

    @cached_property
    def measures(self) -> dict[int, Measures]:
        """By level: what it asks for in the week."""
        return {row.level: row for row in measures_in(self.unit.levels, self.week)}

    @cached_property
    def open_days(self) -> frozenset[date]:
        """The days of the week on which a session may run on some site."""
        return frozenset(open_days(self.unit, self.week))

    @cached_property
    def activities(self) -> dict[str, Activity]:
        """By id: the activities that can be planned."""
        return {each.id: each for each in self.unit.activities if lengths_on_grid(self.unit, each)}

    def with_person(self, records: PersonRecords) -> Unit:
        """The unit as if this citizen were the only one."""
        return replace(
            self.unit,
            citizens=(records.citizen,),
            memberships=records.memberships,
            referrals=records.referrals,
            enrolments=records.enrolments,
            placements=records.placements,
            absences=records.absences,
        )


def house_of(unit: Unit, week: IsoWeek) -> UnitHouse:
    """The unit's house. In two units with equal houses whoever has equal records has an equal part."""
    alone = Unit(
        settings=unit.settings,
        limits=unit.limits,
        closed_days=unit.closed_days,
        levels=unit.levels,
        sites=unit.sites,
        offers=unit.offers,
        activities=unit.activities,
    )
    return UnitHouse(week, alone, known_levels(unit.levels, unit.citizens, week))


def person_records(unit: Unit) -> dict[str, PersonRecords]:
    """Everybody's records by the citizen's id, in the unit's order."""
    memberships = _by(unit.memberships, lambda each: each.citizen)
    referrals = _by(unit.referrals, lambda each: each.citizen)
    enrolments = _by(unit.enrolments, lambda each: each.citizen)
    placements = _by(unit.placements, lambda each: each.citizen)
    absences = _by(unit.absences, lambda each: each.person)
    return {
        citizen.id: PersonRecords(
            citizen,
            tuple(memberships.get(citizen.id, ())),
            tuple(referrals.get(citizen.id, ())),
            tuple(enrolments.get(citizen.id, ())),
            tuple(placements.get(citizen.id, ())),
            tuple(absences.get(citizen.id, ())),
        )
        for citizen in unit.citizens
    }


def staff_records(unit: Unit) -> dict[str, StaffRecords]:
    """The staff's records by id, in the unit's order."""
    absences = _by(unit.absences, lambda each: each.person)
    return {each.id: StaffRecords(each, tuple(absences.get(each.id, ()))) for each in unit.staff}


def lengths_on_grid(unit: Unit, activity: Activity) -> tuple[int, ...]:
    """The activity's lengths that are whole slots: the others cannot be planned."""
    return tuple(length for length in activity.lengths if length % unit.settings.slot_minutes == 0)


def _by(rows: Iterable[E], owner: Callable[[E], str]) -> Mapping[str, list[E]]:
    found: dict[str, list[E]] = defaultdict(list)
    for each in rows:
        found[owner(each)].append(each)
    return found
