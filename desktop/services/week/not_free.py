"""Why a citizen is not free for a planned session, by the unit's own records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.hours import cap_in
from desktop.domain.levels import KnownLevels, effective_level, known_levels, level_in
from desktop.domain.people import Citizen
from desktop.domain.plans import PlannedSession
from desktop.domain.presence import available
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.week.versions import session_of
from solver.check import Violation


class Why(StrEnum):
    """Why somebody is not free."""

    AWAY = "away"
    """They are away for some of it: absent on record, or it is none of the times at which they can come."""
    UNMEASURED = "unmeasured"
    """Nobody knows the measures of the level that they are to be met at."""
    NOT_ENROLLED = "not_enrolled"
    """The unit does not activate them on that day, or does not know them."""
    NO_HOURS = "no_hours"
    """No weekly hours are on record for that day."""
    LOCKED = "locked"
    """A lock holds them, or the day."""


@dataclass(frozen=True, slots=True)
class NotFree:
    """``level`` is the one of which nobody knows the measures; 0 for any other reason."""

    why: Why
    level: int = 0


def bars_one(violation: Violation) -> bool:
    """Whether it says that one citizen is not free for one session, and no more."""
    return violation.rule == "R6" and len(violation.ids) == 2


def not_free(unit: Unit, session: PlannedSession, citizen: str) -> NotFree:
    """Why somebody is not free for a session that the check says they are not free for.

    That they are away is said only where their own record tells it, and where it is known what they would
    have to be met with on that day: then nobody is in danger by it.
    """
    known = next((each for each in unit.citizens if each.id == citizen), None)
    day = session.start.date()
    if known is None or not known.enrolled.holds(day):
        return NotFree(Why.NOT_ENROLLED)
    week = IsoWeek.containing(day)
    if _away(unit, week, known, session) and _measured_on(unit, known, day):
        return NotFree(Why.AWAY)
    level = level_in(known, week, known_levels(unit.levels, unit.citizens, week))
    if not level.measured:
        return NotFree(Why.UNMEASURED, level.level)
    if day not in cap_in(known, week, unit.limits).days:
        return NotFree(Why.NO_HOURS)
    return NotFree(Why.LOCKED)


def away(unit: Unit, session: PlannedSession, found: Iterable[Violation]) -> tuple[Violation, ...]:
    """Those of the broken rules of a session that say no more than that somebody is away."""
    return tuple(
        each
        for each in found
        if bars_one(each)
        and each.ids[0] == session.id
        and not_free(unit, session, each.ids[1]).why is Why.AWAY
    )


def _away(unit: Unit, week: IsoWeek, citizen: Citizen, session: PlannedSession) -> bool:
    held = session_of(week, session)
    free = available(unit, week, citizen.id, citizen.availability, week.days)
    return not any(each.start <= held.start and held.end <= each.end for each in free)


def _measured_on(unit: Unit, citizen: Citizen, day: date) -> bool:
    """Whether the measures of the level that somebody is to be met at are known on a day."""
    highest = known_levels(unit.levels, unit.citizens, IsoWeek.containing(day)).highest
    held = frozenset(each.level for each in unit.levels if each.span.holds(day))
    return effective_level(citizen.assessments, day, KnownLevels(highest, held)).measured
