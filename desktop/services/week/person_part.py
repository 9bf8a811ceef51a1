"""What one citizen gives to a week's problem. Ids and minutes, never a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.domain import offers, people
from desktop.domain.conflicts import groups_in
from desktop.domain.hours import cap_in
from desktop.domain.intervals import Stretches
from desktop.domain.levels import EffectiveLevel, level_in
from desktop.domain.presence import available, placement_blocks
from desktop.domain.time import IsoWeek, covered
from desktop.domain.unit import Unit
from desktop.services.week.unit_parts import PersonRecords, UnitHouse
from solver.problem import Citizen, Commitment, Enrolment, Interval


@dataclass(frozen=True, slots=True)
class PersonPart:
    """``citizen`` is None where nothing of them is in the week, ``enrolled`` whether the unit activates them
    in it. ``blocks`` are their times at work by the placement."""

    citizen: Citizen | None
    enrolled: bool
    level: EffectiveLevel
    by_hand: bool
    blocks: tuple[tuple[str, tuple[Commitment, ...]], ...] = ()


def person_part(house: UnitHouse, records: PersonRecords) -> PersonPart:
    """Somebody's part of the week.

    Whoever has left the unit, or has not joined it yet, and is at a placement then all the same gets no
    session; but their rivals must be kept apart from them where they work.
    """
    unit, week, citizen = house.with_person(records), house.week, records.citizen
    level = level_in(citizen, week, house.levels)
    enrolled = citizen.enrolled.overlaps(week)
    blocks = tuple(
        (placement.id, placed)
        for placement in records.placements
        if (placed := _blocks(unit, week, placement))
    )
    return PersonPart(
        citizen=_citizen(house, unit, citizen, level) if enrolled or blocks else None,
        enrolled=enrolled,
        level=level,
        by_hand=is_by_hand(house, level),
        blocks=blocks,
    )


def is_by_hand(house: UnitHouse, level: EffectiveLevel) -> bool:
    """Whether only a person places anybody on the level."""
    asks = house.by_level.get(level.level)
    return asks is not None and asks.never_automatic


def open_days_with(house: UnitHouse, citizen: people.Citizen) -> tuple[date, ...]:
    """The open days of the week on which the citizen is enrolled with the unit."""
    return tuple(day for day in citizen.enrolled_days(house.week) if day in house.open_days)


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


def whole_slots(unit: Unit, minutes: int) -> int:
    """Minutes rounded down to the grid."""
    return minutes // unit.settings.slot_minutes * unit.settings.slot_minutes


def intervals(stretches: Stretches) -> tuple[Interval, ...]:
    """Stretches as the problem has them."""
    return tuple(Interval(start, end) for start, end in stretches)


def _citizen(house: UnitHouse, unit: Unit, citizen: people.Citizen, level: EffectiveLevel) -> Citizen:
    """Somebody at a level that nobody knows the measures of cannot come at all."""
    week = house.week
    cap = cap_in(citizen, week, unit.limits)
    days = cap.days if level.measured else ()
    return Citizen(
        id=citizen.id,
        level=level.level,
        groups=groups_in(unit.memberships, week).get(citizen.id, ()),
        available=intervals(available(unit, week, citizen.id, citizen.availability, days)),
        max_minutes=whole_slots(unit, cap.weekly_minutes),
        max_daily_minutes=whole_slots(unit, cap.daily_minutes),
        activities=_enrolments(house, unit, citizen),
        avoid_staff=frozenset(citizen.avoid_staff),
        avoid_sites=frozenset(citizen.avoid_sites),
    )


def _enrolments(house: UnitHouse, unit: Unit, citizen: people.Citizen) -> tuple[Enrolment, ...]:
    """What the citizen may attend this week.

    An activity counts only where the enrolment, and for a bought activity its offer and the referral to it,
    hold on every open day on which the citizen is enrolled with the unit: the format has no times of
    their own for an activity, so one that starts in mid-week is planned from the week after. The
    interview of those without activation is open to everybody while its offer runs: the unit calls them
    to it. Whoever is not enrolled with the unit attends nothing.
    """
    if not citizen.enrolled.overlaps(house.week):
        return ()
    days, idle = open_days_with(house, citizen), unit.settings.idle_interview
    found: list[Enrolment] = []
    for name in sorted({row.activity for row in unit.enrolments} | ({idle} if idle is not None else set())):
        activity = house.activities.get(name)
        if activity is None:
            continue
        enrolment = enrolment_in(unit, house.week, citizen.id, activity, days)
        if enrolment is not None:
            found.append(enrolment)
        elif name == idle and offer_runs(unit, activity, days):
            found.append(Enrolment(name, 0, 1))
    return tuple(found)


def _blocks(unit: Unit, week: IsoWeek, placement: offers.Placement) -> tuple[Commitment, ...]:
    return tuple(
        Commitment(f"{placement.id}.{number}", (placement.citizen,), placement.site, start, end, True)
        for number, (start, end) in enumerate(placement_blocks(unit, week, placement), start=1)
    )
