"""From the unit to the problem of one week: ids straight from the entities, never a name.

Where the unit's data changes within the week, the safest of its days holds for the whole of it; where
something is not on record, the safest reading is planned by and ``warnings`` tells it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from desktop.domain import offers, people
from desktop.domain.conflicts import Scope, groups_in, separations_in
from desktop.domain.hours import cap_in
from desktop.domain.intervals import Stretches
from desktop.domain.levels import KnownLevels, Measures, known_levels, level_in, measures_in
from desktop.domain.locks import Lock
from desktop.domain.presence import (
    available,
    open_days,
    placement_blocks,
    room_closed,
    site_hours,
    unit_hours,
)
from desktop.domain.settings import LimitKey, limit_in
from desktop.domain.time import IsoWeek, covered, weeks_in_year
from desktop.domain.unit import Unit
from desktop.services.locking import automatic, locks_of, with_locks
from solver.problem import (
    Activity,
    Citizen,
    Commitment,
    Enrolment,
    Interval,
    Level,
    Problem,
    Room,
    Separation,
    Site,
    StaffMember,
    Travel,
)

# Two sites whose distance nobody has entered are taken to lie as far apart as the two farthest on record,
# and at least this many minutes: a plan must not count on a way being short.
UNRECORDED_TRAVEL_MINUTES = 60


class CannotPlan(Exception):
    """No threat level has measures on every day of that week, so nobody can be planned safely."""


def build_problem(unit: Unit, week: IsoWeek, locks: Iterable[Lock] = ()) -> Problem:
    """The week's problem for the planning engine, with the locks of that week among ``locks``.

    Whoever is on a level on which only a person places anybody can come to the locked sessions alone. Raises
    ``CannotPlan``.
    """
    return automatic(checked_problem(unit, week, locks), placed_by_hand(unit, week))


def checked_problem(unit: Unit, week: IsoWeek, locks: Iterable[Lock] = ()) -> Problem:
    """The week's problem as a plan is held against it, whoever made it. Raises ``CannotPlan``.

    It differs from what ``build_problem`` gives in when those can come whom only a person places, so that
    a plan that keeps to the rules of that one keeps to these, with the same values of every goal.
    """
    return with_locks(_without_locks(unit, week), locks_of(locks, week))


def placed_by_hand(unit: Unit, week: IsoWeek) -> frozenset[str]:
    """Whoever is on a level on which only a person places anybody."""
    asking = {row.level for row in measures_in(unit.levels, week) if row.never_automatic}
    known = known_levels(unit.levels, unit.citizens, week)
    return frozenset(
        citizen.id
        for citizen in people_in(unit, week)
        if asking and level_in(citizen, week, known).level in asking
    )


def _without_locks(unit: Unit, week: IsoWeek) -> Problem:
    measures = measures_in(unit.levels, week)
    if not measures:
        raise CannotPlan
    citizens = people_in(unit, week)
    present = {citizen.id for citizen in citizens}
    group_ids = {group.id for group in unit.groups}
    activities = tuple(activity for activity in unit.activities if lengths_on_grid(unit, activity))
    offered = {activity.id for activity in activities}
    open_now = frozenset(open_days(unit, week))
    known = known_levels(unit.levels, unit.citizens, week)
    seen = seen_by_citizen(unit)
    persons = tuple(
        _citizen(seen(citizen.id), week, citizen, known, offered, open_now) for citizen in citizens
    )
    idle = unit.settings.idle_interview
    return Problem(
        week=str(week),
        slot_minutes=unit.settings.slot_minutes,
        open_hours=_intervals(unit_hours(unit, week)),
        sites=tuple(
            Site(site.id, None if (own := site_hours(unit, week, site)) is None else _intervals(own))
            for site in unit.sites
        ),
        travel=_travel(unit),
        rooms=tuple(
            Room(room.id, room.site, room.capacity, room.features, _intervals(room_closed(unit, week, room)))
            for room in unit.rooms
        ),
        staff=tuple(
            StaffMember(
                member.id,
                member.skills,
                _intervals(available(unit, week, member.id, member.availability, week.days)),
                _whole_slots(unit, member.max_weekly_minutes),
            )
            for member in unit.staff
        ),
        groups=tuple(group.id for group in unit.groups),
        separations=tuple(
            Separation(
                (separation.side_a, separation.side_b),
                "site" if separation.scope is Scope.SITE else "session",
                separation.gap_minutes,
            )
            for separation in separations_in(unit.separations, week)
            if {separation.side_a, separation.side_b} <= present | group_ids
        ),
        levels=tuple(
            Level(row.level, row.max_group, row.staff, row.guards, row.room_features, row.alone_on_site)
            for row in (*measures, *_unmeasured(measures, persons))
        ),
        activities=tuple(_activity(unit, activity) for activity in activities),
        citizens=persons,
        commitments=tuple(
            Commitment(f"{placement.id}.{number}", (placement.citizen,), placement.site, start, end, True)
            for placement in unit.placements
            if placement.citizen in present
            for number, (start, end) in enumerate(placement_blocks(unit, week, placement), start=1)
        ),
        idle_interview=idle if idle in offered else None,
        budget=weekly_budget(unit, week),
    )


def planned_citizens(unit: Unit, week: IsoWeek) -> tuple[people.Citizen, ...]:
    """Everybody whom the unit activates on any day of the week."""
    return tuple(citizen for citizen in unit.citizens if citizen.enrolled.overlaps(week))


def people_in(unit: Unit, week: IsoWeek) -> tuple[people.Citizen, ...]:
    """Everybody whom the unit activates in the week, and whoever is at a placement then all the same.

    Somebody who has left the unit, or has not joined it yet, gets no session; but their rivals must be kept
    apart from them where they work.
    """
    placed = {row.citizen for row in unit.placements if placement_blocks(unit, week, row)}
    return tuple(
        citizen for citizen in unit.citizens if citizen.enrolled.overlaps(week) or citizen.id in placed
    )


def weekly_budget(unit: Unit, week: IsoWeek) -> int | None:
    """The week's share, in whole kroner, of the year's money for offers; None where none is on record.

    The yearly limit that holds in the week is spread evenly over the 52 or 53 ISO weeks of the year.
    """
    yearly = limit_in(unit.limits, LimitKey.OFFERS_BUDGET_PER_YEAR, week)
    return None if yearly is None else yearly // weeks_in_year(week.year)


def lengths_on_grid(unit: Unit, activity: offers.Activity) -> tuple[int, ...]:
    """The activity's lengths that are whole slots: the others cannot be planned."""
    return tuple(length for length in activity.lengths if length % unit.settings.slot_minutes == 0)


def recorded_travel(unit: Unit) -> dict[frozenset[str], int]:
    """Minutes between two sites, the longest on record, by the two; what is not on record is missing."""
    found: dict[frozenset[str], int] = {}
    for way in unit.travels:
        sites = frozenset((way.site_a, way.site_b))
        found[sites] = max(way.minutes, found.get(sites, 0))
    return found


def _travel(unit: Unit) -> tuple[Travel, ...]:
    longest = max((UNRECORDED_TRAVEL_MINUTES, *(travel.minutes for travel in unit.travels)))
    known = recorded_travel(unit)
    pairs = combinations((site.id for site in unit.sites), 2)
    return tuple(Travel(one, other, known.get(frozenset((one, other)), longest)) for one, other in pairs)


def _activity(unit: Unit, activity: offers.Activity) -> Activity:
    return Activity(
        id=activity.id,
        counts=activity.counts,
        minutes=tuple(sorted(lengths_on_grid(unit, activity))),
        min_group=activity.min_group,
        max_group=activity.max_group,
        staff=activity.staff,
        skill=activity.skill,
        room_features=activity.room_features,
        rooms=None if activity.rooms is None else frozenset(activity.rooms),
        max_per_day=activity.max_per_day,
        cost_per_session=activity.cost_per_session,
        cost_per_citizen=activity.cost_per_citizen,
    )


def _citizen(
    unit: Unit,
    week: IsoWeek,
    citizen: people.Citizen,
    known: KnownLevels,
    offered: set[str],
    open_now: frozenset[date],
) -> Citizen:
    """Somebody at a level that nobody knows the measures of cannot come at all."""
    cap = cap_in(citizen, week, unit.limits)
    effective = level_in(citizen, week, known)
    days = cap.days if effective.measured else ()
    return Citizen(
        id=citizen.id,
        level=effective.level,
        groups=groups_in(unit.memberships, week).get(citizen.id, ()),
        available=_intervals(available(unit, week, citizen.id, citizen.availability, days)),
        max_minutes=_whole_slots(unit, cap.weekly_minutes),
        max_daily_minutes=_whole_slots(unit, cap.daily_minutes),
        activities=_enrolments(unit, week, citizen, offered, open_now),
        avoid_staff=frozenset(citizen.avoid_staff),
        avoid_sites=frozenset(citizen.avoid_sites),
    )


def _unmeasured(measures: Iterable[Measures], persons: Iterable[Citizen]) -> tuple[Measures, ...]:
    """The levels that somebody is on and that nobody knows the measures of, taken to ask for the utmost.

    No session is planned for anybody on them; they make the problem whole, and tell what placements bring
    somebody together with others who perhaps must be alone.
    """
    known = tuple(measures)
    missing = {person.level for person in persons} - {row.level for row in known}
    return tuple(
        Measures(
            level=number,
            max_group=1,
            staff=max(row.staff for row in known),
            guards=max(row.guards for row in known),
            room_features=frozenset[str]().union(*(row.room_features for row in known)),
            alone_on_site=True,
            needs_approval=True,
            never_automatic=True,
        )
        for number in sorted(missing)
    )


def _enrolments(
    unit: Unit, week: IsoWeek, citizen: people.Citizen, offered: set[str], open_now: frozenset[date]
) -> tuple[Enrolment, ...]:
    """What the citizen may attend this week.

    An activity counts only where the enrolment, and for a bought activity its offer and the referral to it,
    hold on every open day on which the citizen is enrolled with the unit: the format has no times of
    their own for an activity, so one that starts in mid-week is planned from the week after. The
    interview of those without activation is open to everybody while its offer runs: the unit calls them
    to it. Whoever is not enrolled with the unit attends nothing.
    """
    if not citizen.enrolled.overlaps(week):
        return ()
    days = open_days_with(citizen, week, open_now)
    found: dict[str, Enrolment] = {}
    named = {row.activity for row in unit.enrolments} | {unit.settings.idle_interview}
    for activity in unit.activities:
        if activity.id not in offered or activity.id not in named:
            continue
        enrolment = enrolment_in(unit, week, citizen.id, activity, days)
        if enrolment is not None:
            found[activity.id] = enrolment
        elif activity.id == unit.settings.idle_interview and offer_runs(unit, activity, days):
            found[activity.id] = Enrolment(activity.id, 0, 1)
    return tuple(found[activity] for activity in sorted(found))


def seen_by_citizen(unit: Unit) -> Callable[[str], Unit]:
    """Gives, for a citizen, the unit with their own memberships, referrals, enrolments and absences alone.

    What is asked for each of many people is then looked for among a few entries, not among all.
    """
    memberships, referrals, enrolments, absences = (
        _by(rows, key)
        for rows, key in (
            (unit.memberships, "citizen"),
            (unit.referrals, "citizen"),
            (unit.enrolments, "citizen"),
            (unit.absences, "person"),
        )
    )
    return lambda citizen: replace(
        unit,
        memberships=tuple(memberships.get(citizen, ())),
        referrals=tuple(referrals.get(citizen, ())),
        enrolments=tuple(enrolments.get(citizen, ())),
        absences=tuple(absences.get(citizen, ())),
    )


def _by(rows: Iterable[Any], key: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for each in rows:
        found.setdefault(getattr(each, key), []).append(each)
    return found


def open_days_with(citizen: people.Citizen, week: IsoWeek, open_now: Container[date]) -> tuple[date, ...]:
    """The open days of the week on which the citizen is enrolled with the unit."""
    return tuple(day for day in citizen.enrolled_days(week) if day in open_now)


def enrolment_in(
    unit: Unit, week: IsoWeek, citizen: str, activity: offers.Activity, days: Iterable[date]
) -> Enrolment | None:
    """How often the citizen should and may attend an activity in the week.

    ``days`` as ``open_days_with`` tells them. None where the enrolment, the activity's offer or the referral
    to it leaves out any of them.
    """
    rows = (row for row in unit.enrolments if (row.citizen, row.activity) == (citizen, activity.id))
    held = [row for row in rows if row.span.overlaps(week)]
    if not held:
        return None
    listed = tuple(days)
    referred = [row.span for row in unit.referrals if (row.citizen, row.offer) == (citizen, activity.offer)]
    bought = activity.offer is None or (offer_runs(unit, activity, listed) and covered(referred, listed))
    if not bought or not covered((row.span for row in held), listed):
        return None
    most = min(row.max_sessions for row in held)
    return Enrolment(activity.id, min(most, max(row.min_sessions for row in held)), most)


def offer_runs(unit: Unit, activity: offers.Activity, days: Iterable[date]) -> bool:
    """Whether the activity is the unit's own or its offer runs on all the days."""
    runs = (offer.span for offer in unit.offers if offer.id == activity.offer)
    return activity.offer is None or covered(runs, days)


def _whole_slots(unit: Unit, minutes: int) -> int:
    return minutes // unit.settings.slot_minutes * unit.settings.slot_minutes


def _intervals(stretches: Stretches) -> tuple[Interval, ...]:
    return tuple(Interval(start, end) for start, end in stretches)
