"""From the unit to the problem of one week: ids straight from the entities, never a name.

Where the unit's data changes within the week, the safest of its days holds for the whole of it; where
something is not on record, the safest reading is planned by and ``warnings`` tells it.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain import people
from desktop.domain.conflicts import Scope, separations_in
from desktop.domain.levels import Measures, level_in, measures_in
from desktop.domain.locks import Lock
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.week.locking import automatic, locks_of, with_locks
from desktop.services.week.person_part import is_by_hand
from desktop.services.week.unit_parts import house_of
from desktop.services.week.week_parts import Parts, WeekParts
from solver.problem import Citizen, Level, Problem, Separation


class CannotPlan(Exception):
    """No threat level has measures on every day of that week, so nobody can be planned safely."""


def build_problem(unit: Unit, week: IsoWeek, locks: Iterable[Lock] = ()) -> Problem:
    """The week's problem for the planning engine, with the locks of that week among ``locks``.

    Whoever is on a level on which only a person places anybody can come to the locked sessions alone. Raises
    ``CannotPlan``.
    """
    parts = WeekParts(week).of(unit)
    return automatic(with_locks(without_locks(parts), locks_of(locks, week)), parts.by_hand)


def checked_problem(unit: Unit, week: IsoWeek, locks: Iterable[Lock] = ()) -> Problem:
    """The week's problem as a plan is held against it, whoever made it. Raises ``CannotPlan``.

    It differs from what ``build_problem`` gives in when those can come whom only a person places, so that
    a plan that keeps to the rules of that one keeps to these, with the same values of every goal.
    """
    return with_locks(without_locks(WeekParts(week).of(unit)), locks_of(locks, week))


def placed_by_hand(unit: Unit, week: IsoWeek) -> frozenset[str]:
    """Whoever is on a level on which only a person places anybody."""
    house = house_of(unit, week)
    return frozenset(
        each.id for each in unit.citizens if is_by_hand(house, level_in(each, week, house.levels))
    )


def planned_citizens(unit: Unit, week: IsoWeek) -> tuple[people.Citizen, ...]:
    """Everybody whom the unit activates on any day of the week."""
    return tuple(citizen for citizen in unit.citizens if citizen.enrolled.overlaps(week))


def without_locks(parts: Parts) -> Problem:
    """The week's problem as its parts make it, without any lock. Raises ``CannotPlan``."""
    unit, week, shared = parts.unit, parts.house.week, parts.shared
    measures = measures_in(unit.levels, week)
    if not measures:
        raise CannotPlan
    citizens = tuple(part.citizen for part in parts.people.values() if part.citizen is not None)
    sides = {citizen.id for citizen in citizens} | {group.id for group in unit.groups}
    blocks = dict(placed for part in parts.people.values() for placed in part.blocks)
    idle = unit.settings.idle_interview
    return Problem(
        week=str(week),
        slot_minutes=unit.settings.slot_minutes,
        open_hours=shared.open_hours,
        sites=shared.sites,
        travel=shared.travel,
        rooms=shared.rooms,
        staff=tuple(parts.staff.values()),
        groups=tuple(group.id for group in unit.groups),
        separations=tuple(
            Separation(
                (separation.side_a, separation.side_b),
                "site" if separation.scope is Scope.SITE else "session",
                separation.gap_minutes,
            )
            for separation in separations_in(unit.separations, week)
            if {separation.side_a, separation.side_b} <= sides
        ),
        levels=tuple(
            Level(row.level, row.max_group, row.staff, row.guards, row.room_features, row.alone_on_site)
            for row in (*measures, *_unmeasured(measures, citizens))
        ),
        activities=shared.activities,
        citizens=citizens,
        commitments=tuple(block for placement in unit.placements for block in blocks.get(placement.id, ())),
        idle_interview=idle if idle in parts.house.activities else None,
        budget=shared.budget,
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
