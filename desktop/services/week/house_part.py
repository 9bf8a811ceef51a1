"""What rooms, staff and activities give to a week's problem: all of it that is nobody's in particular."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from desktop.domain import offers
from desktop.domain.presence import available, room_closed, site_hours, unit_hours
from desktop.domain.settings import LimitKey, limit_in
from desktop.domain.time import IsoWeek, weeks_in_year
from desktop.domain.unit import Unit
from desktop.services.week.person_part import intervals, whole_slots
from desktop.services.week.unit_parts import StaffRecords, lengths_on_grid
from solver.problem import Activity, Interval, Room, Site, StaffMember, Travel

# Two sites whose distance nobody has entered are taken to lie as far apart as the two farthest on record,
# and at least this many minutes: a plan must not count on a way being short.
UNRECORDED_TRAVEL_MINUTES = 60


@dataclass(frozen=True, slots=True)
class HousePart:
    """As the problem has them."""

    open_hours: tuple[Interval, ...]
    sites: tuple[Site, ...]
    travel: tuple[Travel, ...]
    rooms: tuple[Room, ...]
    activities: tuple[Activity, ...]
    budget: int | None


def house_alone(unit: Unit) -> Unit:
    """The unit with what is read of the house, and no more."""
    return Unit(
        settings=unit.settings,
        limits=unit.limits,
        closed_days=unit.closed_days,
        sites=unit.sites,
        travels=unit.travels,
        rooms=unit.rooms,
        offers=unit.offers,
        activities=unit.activities,
    )


def house_part(week: IsoWeek, unit: Unit) -> HousePart:
    """The house's part of a week. ``unit`` as ``house_alone`` gives it."""
    return HousePart(
        open_hours=intervals(unit_hours(unit, week)),
        sites=tuple(
            Site(site.id, None if (own := site_hours(unit, week, site)) is None else intervals(own))
            for site in unit.sites
        ),
        travel=_travel(unit),
        rooms=tuple(
            Room(room.id, room.site, room.capacity, room.features, intervals(room_closed(unit, week, room)))
            for room in unit.rooms
        ),
        activities=tuple(_activity(unit, each) for each in unit.activities if lengths_on_grid(unit, each)),
        budget=weekly_budget(unit, week),
    )


def staff_alone(unit: Unit) -> Unit:
    """The unit with what ``staff_part`` reads beside somebody's own records, and no more."""
    return Unit(settings=unit.settings)


def staff_part(common: tuple[IsoWeek, Unit], records: StaffRecords) -> StaffMember:
    """Somebody of the staff in a week. ``common`` is the week, and what ``staff_alone`` gives."""
    week, unit = common
    member = records.member
    there = Unit(settings=unit.settings, absences=records.absences)
    return StaffMember(
        member.id,
        member.skills,
        intervals(available(there, week, member.id, member.availability, week.days)),
        whole_slots(unit, member.max_weekly_minutes),
    )


def weekly_budget(unit: Unit, week: IsoWeek) -> int | None:
    """The week's share, in whole kroner, of the year's money for offers; None where none is on record.

    The yearly limit that holds in the week is spread evenly over the 52 or 53 ISO weeks of the year.
    """
    yearly = limit_in(unit.limits, LimitKey.OFFERS_BUDGET_PER_YEAR, week)
    return None if yearly is None else yearly // weeks_in_year(week.year)


def recorded_travel(unit: Unit) -> dict[tuple[str, str], int]:
    """Minutes between two sites, the longest on record, by the two in the order of their ids; what is not on
    record is missing."""
    found: dict[tuple[str, str], int] = {}
    for way in unit.travels:
        sites = _ordered(way.site_a, way.site_b)
        found[sites] = max(way.minutes, found.get(sites, 0))
    return found


def unrecorded_ways(unit: Unit) -> tuple[tuple[str, str], ...]:
    """Every two sites without a way on record, in the unit's order."""
    known = recorded_travel(unit)
    pairs = combinations((site.id for site in unit.sites), 2)
    return tuple(pair for pair in pairs if _ordered(*pair) not in known)


def _travel(unit: Unit) -> tuple[Travel, ...]:
    longest = max((UNRECORDED_TRAVEL_MINUTES, *(travel.minutes for travel in unit.travels)))
    known = recorded_travel(unit)
    pairs = combinations((site.id for site in unit.sites), 2)
    return tuple(Travel(one, other, known.get(_ordered(one, other), longest)) for one, other in pairs)


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


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
