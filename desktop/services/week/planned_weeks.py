"""The present week and those after it, each with the plan in force, and the locks that stand in its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop.domain.locks import Lock
from desktop.domain.plans import PlannedSession, PlanVersion, gone_by
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.locks import locks_at_fault
from desktop.services.week.building import CannotPlan
from desktop.services.week.locking import FaultyLock
from desktop.services.week.placed_meetings import PlacedMeeting, placed_meetings, together
from desktop.services.week.planning import PlanningService, Prepared

WEEKS_AHEAD = 8
"""How many weeks beside the present one are looked at: what is planned further ahead is planned anew."""


@dataclass(frozen=True, slots=True)
class PlannedWeek:
    """A week with the plan that people go by, as the unit stands."""

    prepared: Prepared
    version: PlanVersion


def planned_weeks(planning: PlanningService, today: date) -> tuple[PlannedWeek, ...]:
    """The weeks from today's on that have a plan and can be planned."""
    found = []
    monday = IsoWeek.containing(today).monday
    for ahead in range(WEEKS_AHEAD + 1):
        week = IsoWeek.containing(monday + timedelta(weeks=ahead))
        version = gone_by(planning.versions(week))
        if version is None:
            continue
        try:
            found.append(PlannedWeek(planning.bound_by(planning.prepare(week), version), version))
        except (LookupError, CannotPlan):
            continue
    return tuple(found)


def meetings_ahead(
    planning: PlanningService, today: date, unit: Unit | None = None
) -> tuple[PlacedMeeting, ...]:
    """Whom placements bring together from now on, in this week and the next, planned or not, and who must
    not be: as things stand, or if the unit were ``unit``."""
    this = IsoWeek.containing(today)
    found: list[PlacedMeeting] = []
    for week in (this, this.next()):
        try:
            prepared = planning.prepare(week)
            if unit is not None:
                prepared = planning.imagined(prepared, unit)
        except (LookupError, CannotPlan):
            continue
        version = gone_by(planning.versions(week))
        found += placed_meetings(prepared.checked, version, week, planning.now)
    return together(found)


def meetings_now(planning: PlanningService) -> tuple[PlacedMeeting, ...]:
    """Whom placements bring together at this moment, be the week planned or not, and who must not be."""
    week = IsoWeek.containing(planning.now.date())
    try:
        prepared = planning.prepare(week)
    except (LookupError, CannotPlan):
        return ()
    met = placed_meetings(prepared.checked, gone_by(planning.versions(week)), week, planning.now)
    return tuple(each for each in met if each.runs(planning.now))


def locks_in_the_way(prepared: Prepared, now: datetime) -> tuple[Lock, ...]:
    """The locks that hold sessions from the local moment ``now`` on which break a rule as the unit stands."""
    return tuple(
        faulty.lock
        for faulty in locks_at_fault(prepared)
        if any(session.start >= now for session in _broken_by(faulty))
    )


def _broken_by(faulty: FaultyLock) -> list[PlannedSession]:
    """The sessions of a lock that its broken rules name; all of them where they name none."""
    ids = {each for violation in faulty.violations for each in violation.ids}
    sessions = faulty.lock.sessions if faulty.violations else ()
    return [each for each in sessions if each.id in ids] or list(sessions)
