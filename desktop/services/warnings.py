"""What a coordinator should look at before planning a week: data, worded by the interface."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import combinations

from desktop.domain.conflicts import Scope, groups_in, separations_in
from desktop.domain.hours import cap_in
from desktop.domain.intervals import Stretch
from desktop.domain.levels import LevelState, known_levels, level_in, measures_in
from desktop.domain.offers import OfferKind, PlacementKind
from desktop.domain.presence import placement_blocks, unit_hours
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.building import lengths_on_grid, planned_citizens, travel_minutes, weekly_budget


class WarningKind(StrEnum):
    """What is worth a look. Each says what ids it carries and what is planned by meanwhile."""

    LEVEL_RUN_OUT = "level_run_out"
    """(citizen): the assessment has run out; planned one level higher."""
    LEVEL_NONE = "level_none"
    """(citizen): no assessment; planned at the highest level."""
    LEVEL_WITHOUT_MEASURES = "level_without_measures"
    """(citizen): neither their level nor one above has measures throughout the week; no sessions planned."""
    LEVEL_GAP = "level_gap"
    """(level number): no measures for some or all of the week; planned by the next level above, or not at
    all."""
    NEEDS_APPROVAL = "needs_approval"
    """(citizen): the level asks for a manual yes before each session."""
    NO_CAP = "no_cap"
    """(citizen): no weekly hours on record; no counted hours planned."""
    CAP_PART_OF_WEEK = "cap_part_of_week"
    """(citizen): weekly hours are on record for some days only; the others get no sessions."""
    CAP_REVIEW_DUE = "cap_review_due"
    """(citizen): the weekly hours should have been reviewed by the week's end."""
    NO_AVAILABILITY = "no_availability"
    """(citizen): no hours on record in which they can come; no sessions planned."""
    MEMBERSHIP_UNKNOWN = "membership_unknown"
    """(citizen): no group on record, which does not mean that there is none."""
    RIVALS_PLACED_TOGETHER = "rivals_placed_together"
    """(citizen, citizen, site): kept apart, yet placed at one workplace at the same time or too close."""
    PLACEMENT_SITE_UNKNOWN = "placement_site_unknown"
    """(citizen, placement): no workplace on record, so nobody can be kept apart from them there."""
    STARTUP_OVER = "startup_over"
    """(citizen, offer): the clarifying start is over and no placement is on record."""
    ACTIVITY_OFF_GRID = "activity_off_grid"
    """(activity): none of its lengths is a whole number of slots; not planned."""
    TRAVEL_UNKNOWN = "travel_unknown"
    """(site, site): no way on record; the longest is taken."""
    NO_BUDGET = "no_budget"
    """(): no yearly money on record; planned without a budget."""
    CLOSED = "closed"
    """(): the unit has no opening hours in the week."""


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """A kind and the ids that it concerns, in the order that the kind tells."""

    kind: WarningKind
    ids: tuple[str, ...] = ()


def week_warnings(unit: Unit, week: IsoWeek) -> tuple[PlanWarning, ...]:
    """All warnings of a week, in the order of their kinds and then of their ids."""
    finders: tuple[Callable[[Unit, IsoWeek], Iterator[PlanWarning]], ...] = (
        _levels,
        _caps,
        _memberships,
        _placed_together,
        _placements,
        _unit_wide,
    )
    found = {warning for finder in finders for warning in finder(unit, week)}
    order = list(WarningKind)
    return tuple(sorted(found, key=lambda warning: (order.index(warning.kind), warning.ids)))


def _levels(unit: Unit, week: IsoWeek) -> Iterator[PlanWarning]:
    measures = {row.level: row for row in measures_in(unit.levels, week)}
    states = {
        LevelState.RUN_OUT: WarningKind.LEVEL_RUN_OUT,
        LevelState.NONE: WarningKind.LEVEL_NONE,
    }
    known = known_levels(unit.levels, unit.citizens, week)
    numbers = {row.level for row in unit.levels}
    for citizen in planned_citizens(unit, week):
        effective = level_in(citizen, week, known)
        numbers.add(effective.asked)
        if effective.state in states:
            yield PlanWarning(states[effective.state], (citizen.id,))
        if not effective.measured:
            yield PlanWarning(WarningKind.LEVEL_WITHOUT_MEASURES, (citizen.id,))
        elif measures[effective.level].needs_approval:
            yield PlanWarning(WarningKind.NEEDS_APPROVAL, (citizen.id,))
    for number in numbers - known.measured:
        yield PlanWarning(WarningKind.LEVEL_GAP, (str(number),))


def _caps(unit: Unit, week: IsoWeek) -> Iterator[PlanWarning]:
    for citizen in planned_citizens(unit, week):
        cap = cap_in(citizen, week, unit.limits)
        if not cap.known:
            yield PlanWarning(WarningKind.NO_CAP, (citizen.id,))
        elif cap.days != citizen.enrolled_days(week):
            yield PlanWarning(WarningKind.CAP_PART_OF_WEEK, (citizen.id,))
        held = [row for row in citizen.caps if row.span.overlaps(week)]
        if any(row.review_on is not None and row.review_on <= week.sunday for row in held):
            yield PlanWarning(WarningKind.CAP_REVIEW_DUE, (citizen.id,))
        if not citizen.availability:
            yield PlanWarning(WarningKind.NO_AVAILABILITY, (citizen.id,))


def _memberships(unit: Unit, week: IsoWeek) -> Iterator[PlanWarning]:
    known = groups_in(unit.memberships, week)
    for citizen in planned_citizens(unit, week):
        if citizen.id not in known:
            yield PlanWarning(WarningKind.MEMBERSHIP_UNKNOWN, (citizen.id,))


def _placed_together(unit: Unit, week: IsoWeek) -> Iterator[PlanWarning]:
    """Placements are given, not planned, so this is told and not prevented.

    A separation of the scope ``session`` counts here too: two people at work in one place meet.
    """
    stays = [
        (placement.citizen, placement.site, stretch)
        for placement in unit.placements
        if placement.site is not None
        for stretch in placement_blocks(unit, week, placement)
    ]
    groups = groups_in(unit.memberships, week)
    separations = separations_in(unit.separations, week)
    for (one, here, stay), (other, there, second) in combinations(stays, 2):
        if here != there or one == other:
            continue
        sides = ({one, *groups.get(one, ())}, {other, *groups.get(other, ())})
        for separation in separations:
            gap = separation.gap_minutes if separation.scope is Scope.SITE else 0
            apart = any(
                separation.side_a in first and separation.side_b in last
                for first, last in (sides, sides[::-1])
            )
            if apart and _too_close(stay, second, gap):
                yield PlanWarning(WarningKind.RIVALS_PLACED_TOGETHER, (*sorted((one, other)), here))


def _too_close(one: Stretch, other: Stretch, gap: int) -> bool:
    return one.end + gap > other.start and other.end + gap > one.start


def _placements(unit: Unit, week: IsoWeek) -> Iterator[PlanWarning]:
    present = {citizen.id for citizen in planned_citizens(unit, week)}
    for placement in unit.placements:
        if placement.citizen in present and placement.site is None and placement.span.overlaps(week):
            yield PlanWarning(WarningKind.PLACEMENT_SITE_UNKNOWN, (placement.citizen, placement.id))
    mentored = {offer.id: offer for offer in unit.offers if offer.kind is OfferKind.MENTOR_COMPANY}
    at_work = {
        placement.citizen
        for placement in unit.placements
        if placement.kind is not PlacementKind.COMMUNITY_WORK and placement.span.overlaps(week)
    }
    for referral in unit.referrals:
        offer = mentored.get(referral.offer)
        if offer is None or referral.citizen not in present or not referral.span.overlaps(week):
            continue
        over = referral.span.first + timedelta(weeks=offer.startup_weeks or 0)
        if over <= week.monday and referral.citizen not in at_work:
            yield PlanWarning(WarningKind.STARTUP_OVER, (referral.citizen, offer.id))


def _unit_wide(unit: Unit, week: IsoWeek) -> Iterator[PlanWarning]:
    for activity in unit.activities:
        if not lengths_on_grid(unit, activity):
            yield PlanWarning(WarningKind.ACTIVITY_OFF_GRID, (activity.id,))
    for one, other in combinations((site.id for site in unit.sites), 2):
        if travel_minutes(unit, one, other) is None:
            yield PlanWarning(WarningKind.TRAVEL_UNKNOWN, (one, other))
    if weekly_budget(unit, week) is None:
        yield PlanWarning(WarningKind.NO_BUDGET)
    if not unit_hours(unit, week):
        yield PlanWarning(WarningKind.CLOSED)
