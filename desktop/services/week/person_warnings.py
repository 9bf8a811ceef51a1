"""What a coordinator should look at in one person's records before planning a week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from desktop.domain.hours import cap_in
from desktop.domain.levels import LevelState, level_in
from desktop.domain.offers import OfferKind, PlacementKind
from desktop.services.week.person_part import enrolment_in, open_days_with
from desktop.services.week.unit_parts import PersonRecords, UnitHouse
from desktop.services.week.warning_kinds import PlanWarning, WarningKind


def person_warnings(house: UnitHouse, records: PersonRecords) -> tuple[PlanWarning, ...]:
    """The warnings about somebody whom the unit activates in the week, and whose warnings depend on nobody
    else. Those that the week's problem tells of them are left out."""
    if not records.citizen.enrolled.overlaps(house.week):
        return ()
    return (
        *_level(house, records),
        *_cap(house, records),
        *_startups(house, records),
        *_enrolments(house, records),
    )


def _level(house: UnitHouse, records: PersonRecords) -> Iterator[PlanWarning]:
    about = (records.citizen.id,)
    states = {
        LevelState.RUN_OUT: WarningKind.LEVEL_RUN_OUT,
        LevelState.NONE: WarningKind.LEVEL_NONE,
    }
    effective = level_in(records.citizen, house.week, house.levels)
    if effective.state in states:
        yield PlanWarning(states[effective.state], about)
    if not effective.measured:
        yield PlanWarning(WarningKind.LEVEL_WITHOUT_MEASURES, about)
        return
    asks = house.by_level[effective.level]
    if asks.needs_approval:
        yield PlanWarning(WarningKind.NEEDS_APPROVAL, about)
    if asks.never_automatic:
        yield PlanWarning(WarningKind.NEVER_AUTOMATIC, about)


def _cap(house: UnitHouse, records: PersonRecords) -> Iterator[PlanWarning]:
    citizen, week = records.citizen, house.week
    cap = cap_in(citizen, week, house.unit.limits)
    if not cap.known:
        yield PlanWarning(WarningKind.NO_CAP, (citizen.id,))
    elif cap.days != citizen.enrolled_days(week):
        yield PlanWarning(WarningKind.CAP_PART_OF_WEEK, (citizen.id,))
    held = [row for row in citizen.caps if row.span.overlaps(week)]
    if any(row.review_on is not None and row.review_on <= week.sunday for row in held):
        yield PlanWarning(WarningKind.CAP_REVIEW_DUE, (citizen.id,))
    if not citizen.availability:
        yield PlanWarning(WarningKind.NO_AVAILABILITY, (citizen.id,))


def _startups(house: UnitHouse, records: PersonRecords) -> Iterator[PlanWarning]:
    week = house.week
    mentored = {offer.id: offer for offer in house.unit.offers if offer.kind is OfferKind.MENTOR_COMPANY}
    at_work = any(
        placement.kind is not PlacementKind.COMMUNITY_WORK and placement.span.overlaps(week)
        for placement in records.placements
    )
    for referral in records.referrals:
        offer = mentored.get(referral.offer)
        if offer is None or at_work or not referral.span.overlaps(week):
            continue
        over = referral.span.first + timedelta(weeks=offer.startup_weeks or 0)
        if over <= week.monday:
            yield PlanWarning(WarningKind.STARTUP_OVER, (records.citizen.id, offer.id))


def _enrolments(house: UnitHouse, records: PersonRecords) -> Iterator[PlanWarning]:
    """What somebody is enrolled in and cannot be planned for them. Lengths off the grid are told once."""
    unit, week, citizen = house.with_person(records), house.week, records.citizen
    offered = {offer.id for offer in unit.offers if offer.span.overlaps(week)}
    referred = {row.offer for row in records.referrals if row.span.overlaps(week)}
    days = open_days_with(house, citizen)
    for row in records.enrolments:
        activity = house.activities.get(row.activity)
        if activity is None or not row.span.overlaps(week):
            continue
        if enrolment_in(unit, week, citizen.id, activity, days) is not None:
            continue
        bought = activity.offer is None or (activity.offer in offered and activity.offer in referred)
        kind = WarningKind.ENROLMENT_PART_OF_WEEK if bought else WarningKind.ENROLMENT_NOT_BOUGHT
        yield PlanWarning(kind, (citizen.id, activity.id))
