"""The unit taken apart: what is on record of each citizen, and the house that all of them share in a week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from desktop.domain.conflicts import Membership
from desktop.domain.levels import KnownLevels, known_levels, measures_in
from desktop.domain.offers import Activity, ActivityKind, Enrolment, Placement, Referral
from desktop.domain.people import Absence, Citizen
from desktop.domain.places import Site, SiteKind
from desktop.domain.presence import open_days
from desktop.domain.settings import LimitKey
from desktop.domain.staffing import StaffMember
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit

E = TypeVar("E")

_NAME = "-"
"""In the place of a word that counts for nothing here."""


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


@dataclass(frozen=True, slots=True)
class Asked:
    """What a level asks for, as far as it decides who is placed and how."""

    needs_approval: bool
    never_automatic: bool


@dataclass(frozen=True)
class UnitHouse:
    """All that somebody's part of a week depends on beside their own records, and no more: what of a unit is
    not here can change without a word to anybody's part.

    ``unit`` holds nobody, and of what it holds only the fields that count. ``levels`` are known from the
    assessments of everybody too; ``asked`` tells of those with measures. ``open_days`` are the days of the
    week on which a session may run on some site.
    """

    week: IsoWeek
    unit: Unit
    levels: KnownLevels
    asked: tuple[tuple[int, Asked], ...]
    open_days: tuple[date, ...]

    @cached_property
    def by_level(self) -> dict[int, Asked]:
        """What each level with measures asks for."""
        return dict(self.asked)

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
    """The unit's house in a week."""
    alone = Unit(
        settings=replace(unit.settings, name=_NAME, opening=()),
        limits=tuple(each for each in unit.limits if each.key == LimitKey.WEEKLY_ACTIVATION_MINUTES),
        sites=tuple(
            Site(each.id, _NAME, each.kind, opening=each.opening)
            for each in unit.sites
            if each.kind is SiteKind.WORKPLACE
        ),
        offers=tuple(replace(each, name=_NAME, supplier=None) for each in unit.offers),
        activities=tuple(
            Activity(each.id, _NAME, ActivityKind.WORKSHOP, each.offer, True, each.lengths, 1, 1, 1, _NAME)
            for each in unit.activities
        ),
    )
    measures = measures_in(unit.levels, week)
    return UnitHouse(
        week,
        alone,
        known_levels(unit.levels, unit.citizens, week),
        tuple((row.level, Asked(row.needs_approval, row.never_automatic)) for row in measures),
        open_days(unit, week),
    )


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
