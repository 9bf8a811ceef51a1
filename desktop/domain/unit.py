"""The whole unit at one moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from desktop.domain.attendance import Attendance
from desktop.domain.conflicts import ConflictGroup, Membership, Separation
from desktop.domain.levels import ThreatLevel
from desktop.domain.locks import Approval, Lock
from desktop.domain.offers import Activity, Enrolment, Offer, Placement, Referral
from desktop.domain.people import Absence, Citizen
from desktop.domain.places import Room, Site, Travel
from desktop.domain.plans import PlanVersion
from desktop.domain.retention import RetentionRule
from desktop.domain.settings import ClosedDays, Limit, UnitSettings
from desktop.domain.staffing import StaffMember, Supplier
from desktop.domain.telling import Told

Entity = (
    UnitSettings | Limit | ClosedDays | ThreatLevel | Site | Travel | Room | Supplier | StaffMember
    | Offer | Activity | ConflictGroup | Citizen | Membership | Separation | Referral | Enrolment
    | Placement | Absence | PlanVersion | RetentionRule | Lock | Approval | Attendance | Told
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A snapshot of everything but the plans, what was locked, approved, noted and told of them, and the
    retention rules.

    Each kind is ordered by id.
    """

    settings: UnitSettings
    limits: tuple[Limit, ...] = ()
    closed_days: tuple[ClosedDays, ...] = ()
    levels: tuple[ThreatLevel, ...] = ()
    sites: tuple[Site, ...] = ()
    travels: tuple[Travel, ...] = ()
    rooms: tuple[Room, ...] = ()
    suppliers: tuple[Supplier, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    offers: tuple[Offer, ...] = ()
    activities: tuple[Activity, ...] = ()
    groups: tuple[ConflictGroup, ...] = ()
    citizens: tuple[Citizen, ...] = ()
    memberships: tuple[Membership, ...] = ()
    separations: tuple[Separation, ...] = ()
    referrals: tuple[Referral, ...] = ()
    enrolments: tuple[Enrolment, ...] = ()
    placements: tuple[Placement, ...] = ()
    absences: tuple[Absence, ...] = ()


def entities_of(unit: Unit) -> Iterator[Entity]:
    """Every entity of the unit: the settings, then each kind."""
    yield unit.settings
    for each in fields(unit):
        if each.name != "settings":
            yield from getattr(unit, each.name)
