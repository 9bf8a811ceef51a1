"""What a coordinator should look at before planning a week: data, worded by the interface."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import combinations

from desktop.domain.hours import cap_in
from desktop.domain.levels import LevelState, known_levels, level_in, measures_in
from desktop.domain.locks import Lock
from desktop.domain.offers import OfferKind, PlacementKind
from desktop.domain.presence import open_days
from desktop.domain.settings import LimitKey, limit_in
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.building import (
    enrolment_in,
    lengths_on_grid,
    offer_runs,
    open_days_with,
    planned_citizens,
    recorded_travel,
    seen_by_citizen,
)
from desktop.services.locking import faulty_locks
from solver.check import check
from solver.plan import Plan
from solver.problem import Commitment, Problem


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
    NEVER_AUTOMATIC = "never_automatic"
    """(citizen): the level asks that only a person places them; the planning engine leaves them alone."""
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
    ALONE_SHARES_SITE = "alone_shares_site"
    """(citizen, citizen, site): the level of the first says alone on site, yet they share a workplace."""
    PLACEMENT_SITE_UNKNOWN = "placement_site_unknown"
    """(citizen, placement): no workplace on record, so nobody can be kept apart from them there, and no time
    is kept for the way."""
    PLACED_NOT_ENROLLED = "placed_not_enrolled"
    """(citizen): at a placement while not enrolled with the unit; rivals are kept apart, nothing planned."""
    ENROLMENT_PART_OF_WEEK = "enrolment_part_of_week"
    """(citizen, activity): the enrolment, the offer or the referral holds on a part of the week only; not
    planned."""
    ENROLMENT_NOT_BOUGHT = "enrolment_not_bought"
    """(citizen, activity): enrolled, but the offer does not run or there is no referral; not planned."""
    INTERVIEW_NOT_OFFERED = "interview_not_offered"
    """(activity): the offer of the interview for those without activation does not run all week; nobody is
    called whose days it leaves out."""
    STARTUP_OVER = "startup_over"
    """(citizen, offer): the clarifying start is over and no placement is on record."""
    ACTIVITY_OFF_GRID = "activity_off_grid"
    """(activity): none of its lengths is a whole number of slots; not planned."""
    TRAVEL_UNKNOWN = "travel_unknown"
    """(site, site): no way on record; the longest is taken, and at least an hour."""
    NO_HOURS_LIMIT = "no_hours_limit"
    """(): the law's weekly hours are not on record; planned by each citizen's own alone."""
    NO_STARTUP_LIMIT = "no_startup_limit"
    """(offer): how long a clarifying start may be is not on record; the offer's own length is taken."""
    NO_BUDGET = "no_budget"
    """(): no yearly money on record; planned without a budget."""
    CLOSED = "closed"
    """(): the unit has no opening hours in the week."""
    LOCK_LEFT_OUT = "lock_left_out"
    """(lock): somebody or something of a locked session is not in the week; planned without that session."""
    LOCK_AT_FAULT = "lock_at_fault"
    """(lock): a locked session breaks a rule as the unit stands now; nothing is planned while it is there."""


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """A kind and the ids that it concerns, in the order that the kind tells."""

    kind: WarningKind
    ids: tuple[str, ...] = ()


def week_warnings(
    unit: Unit, week: IsoWeek, problem: Problem, locks: Collection[Lock] = ()
) -> tuple[PlanWarning, ...]:
    """All warnings of a week, in the order of their kinds and then of their ids.

    ``problem`` is the one that ``build_problem`` makes of the unit, the week and its ``locks``.
    """
    finders: tuple[Callable[[Unit, IsoWeek, Problem], Iterator[PlanWarning]], ...] = (
        _levels,
        _caps,
        _memberships,
        _meetings,
        _placements,
        _startups,
        _enrolments,
        _interview,
        _unit_wide,
    )
    found = {warning for finder in finders for warning in finder(unit, week, problem)}
    found.update(_locks(problem, locks))
    order = list(WarningKind)
    return tuple(sorted(found, key=lambda warning: (order.index(warning.kind), warning.ids)))


def _levels(unit: Unit, week: IsoWeek, _: Problem) -> Iterator[PlanWarning]:
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
            continue
        if measures[effective.level].needs_approval:
            yield PlanWarning(WarningKind.NEEDS_APPROVAL, (citizen.id,))
        if measures[effective.level].never_automatic:
            yield PlanWarning(WarningKind.NEVER_AUTOMATIC, (citizen.id,))
    for number in numbers - known.measured:
        yield PlanWarning(WarningKind.LEVEL_GAP, (str(number),))


def _caps(unit: Unit, week: IsoWeek, _: Problem) -> Iterator[PlanWarning]:
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


def _memberships(_unit: Unit, _week: IsoWeek, problem: Problem) -> Iterator[PlanWarning]:
    for citizen in problem.citizens:
        if not citizen.groups:
            yield PlanWarning(WarningKind.MEMBERSHIP_UNKNOWN, (citizen.id,))


def _meetings(_unit: Unit, _week: IsoWeek, problem: Problem) -> Iterator[PlanWarning]:
    """Placements are given, not planned, so whom they bring together is told and not prevented.

    What the rules say of it is the check's to tell, of a week without sessions. No rule keeps apart at work
    those whose separation has the scope ``session``; but two people at work in one place meet.
    """
    blocks = {block.id: block for block in problem.commitments}
    alone = {row.level for row in problem.levels if row.alone_on_site}
    on_their_own = {citizen.id for citizen in problem.citizens if citizen.level in alone}
    given = Plan(problem.week, "feasible", sessions=problem.locked)
    for found in check(problem, given).warnings:
        site, pair = blocks[found.ids[0]].site or "", found.ids[-2:]
        if found.rule == "R11":
            yield PlanWarning(WarningKind.RIVALS_PLACED_TOGETHER, (*sorted(pair), site))
        else:
            one, other = sorted(pair, key=lambda each: (each not in on_their_own, each))
            yield PlanWarning(WarningKind.ALONE_SHARES_SITE, (one, other, site))
    yield from _working_together(problem)


def _working_together(problem: Problem) -> Iterator[PlanWarning]:
    sides = {citizen.id: {citizen.id, *citizen.groups} for citizen in problem.citizens}
    apart = {row.between for row in problem.separations if row.scope == "session"}
    at_work: dict[str, list[Commitment]] = {}
    for block in problem.commitments:
        if block.site is not None:
            at_work.setdefault(block.site, []).append(block)
    pairs = ((site, *pair) for site, blocks in at_work.items() for pair in combinations(blocks, 2))
    for site, first, second in pairs:
        if not _share_time(first, second):
            continue
        for one, other in ((a, b) for a in first.citizens for b in second.citizens if a != b):
            if any(
                (left in sides[one] and right in sides[other])
                or (left in sides[other] and right in sides[one])
                for left, right in apart
            ):
                yield PlanWarning(WarningKind.RIVALS_PLACED_TOGETHER, (*sorted((one, other)), site))


def _share_time(one: Commitment, other: Commitment) -> bool:
    return one.start < other.end and other.start < one.end


def _placements(unit: Unit, week: IsoWeek, problem: Problem) -> Iterator[PlanWarning]:
    enrolled = {citizen.id for citizen in planned_citizens(unit, week)}
    present = {citizen.id for citizen in problem.citizens}
    for person in present - enrolled:
        yield PlanWarning(WarningKind.PLACED_NOT_ENROLLED, (person,))
    for placement in unit.placements:
        if placement.citizen in present and placement.site is None and placement.span.overlaps(week):
            yield PlanWarning(WarningKind.PLACEMENT_SITE_UNKNOWN, (placement.citizen, placement.id))


def _startups(unit: Unit, week: IsoWeek, _: Problem) -> Iterator[PlanWarning]:
    present = {citizen.id for citizen in planned_citizens(unit, week)}
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


def _enrolments(unit: Unit, week: IsoWeek, _: Problem) -> Iterator[PlanWarning]:
    """What somebody is enrolled in and cannot be planned for them. Lengths off the grid are told once."""
    open_now = frozenset(open_days(unit, week))
    citizens = {citizen.id: citizen for citizen in planned_citizens(unit, week)}
    activities = {activity.id: activity for activity in unit.activities if lengths_on_grid(unit, activity)}
    offered = {offer.id for offer in unit.offers if offer.span.overlaps(week)}
    referred = {(row.citizen, row.offer) for row in unit.referrals if row.span.overlaps(week)}
    seen = seen_by_citizen(unit)
    for row in unit.enrolments:
        citizen, activity = citizens.get(row.citizen), activities.get(row.activity)
        if citizen is None or activity is None or not row.span.overlaps(week):
            continue
        days = open_days_with(citizen, week, open_now)
        if enrolment_in(seen(citizen.id), week, citizen.id, activity, days) is not None:
            continue
        bought = activity.offer is None or (
            activity.offer in offered and (citizen.id, activity.offer) in referred
        )
        kind = WarningKind.ENROLMENT_PART_OF_WEEK if bought else WarningKind.ENROLMENT_NOT_BOUGHT
        yield PlanWarning(kind, (citizen.id, activity.id))


def _interview(unit: Unit, week: IsoWeek, _: Problem) -> Iterator[PlanWarning]:
    idle = next((each for each in unit.activities if each.id == unit.settings.idle_interview), None)
    if idle is not None and not offer_runs(unit, idle, open_days(unit, week)):
        yield PlanWarning(WarningKind.INTERVIEW_NOT_OFFERED, (idle.id,))


def _locks(problem: Problem, locks: Collection[Lock]) -> Iterator[PlanWarning]:
    for faulty in faulty_locks(problem, locks):
        if faulty.left_out:
            yield PlanWarning(WarningKind.LOCK_LEFT_OUT, (faulty.lock.id,))
        if any(set(faulty.left_out).isdisjoint(found.ids) for found in faulty.violations):
            yield PlanWarning(WarningKind.LOCK_AT_FAULT, (faulty.lock.id,))


def _unit_wide(unit: Unit, week: IsoWeek, problem: Problem) -> Iterator[PlanWarning]:
    for activity in unit.activities:
        if not lengths_on_grid(unit, activity):
            yield PlanWarning(WarningKind.ACTIVITY_OFF_GRID, (activity.id,))
    ways = recorded_travel(unit)
    for one, other in combinations((site.id for site in unit.sites), 2):
        if frozenset((one, other)) not in ways:
            yield PlanWarning(WarningKind.TRAVEL_UNKNOWN, (one, other))
    if limit_in(unit.limits, LimitKey.WEEKLY_ACTIVATION_MINUTES, week) is None:
        yield PlanWarning(WarningKind.NO_HOURS_LIMIT)
    if limit_in(unit.limits, LimitKey.MENTOR_STARTUP_WEEKS, week) is None:
        for offer in unit.offers:
            if offer.startup_weeks is not None and offer.span.overlaps(week):
                yield PlanWarning(WarningKind.NO_STARTUP_LIMIT, (offer.id,))
    if problem.budget is None:
        yield PlanWarning(WarningKind.NO_BUDGET)
    if not problem.open_hours:
        yield PlanWarning(WarningKind.CLOSED)
