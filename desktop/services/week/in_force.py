"""Whether what people go by from this week on still holds what must hold, a week at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.plans import PlanVersion, gone_by, in_force
from desktop.domain.time import IsoWeek
from desktop.services.ports import Clock, Store, local_time
from desktop.services.week.building import CannotPlan
from desktop.services.week.placed_meetings import placed_meetings
from desktop.services.week.planning import PlanningService
from desktop.services.week.unsafe import UnsafeSession, danger, running_now


@dataclass(frozen=True, slots=True)
class UnsafeWeek:
    """A published week that is not safe by now. ``sessions`` counts those from now on that are not safe; 0
    where the broken rules are about none in particular.

    ``broken``: the plan itself breaks a rule by which somebody may be in danger; that somebody can't come or
    a room is shut is none.
    ``together`` counts those whom placements bring together at this moment and who must not be, two and two.
    ``unchecked``: nobody can say whether it is safe, since no level has measures on every day of the week.
    """

    version: PlanVersion
    sessions: int = 0
    broken: bool = False
    together: int = 0
    unchecked: bool = False


def weeks_from(store: Store, today: date) -> tuple[IsoWeek, ...]:
    """The weeks from today's on that have any plan, in order."""
    with store.begin() as work:
        return work.weeks_from(IsoWeek.containing(today))


def running_of(planning: PlanningService, week: IsoWeek) -> tuple[UnsafeSession, ...]:
    """What runs at this moment and breaks a rule in the version of a week that people go by, be it a draft;
    nothing where the week can't be checked."""
    version = gone_by(planning.versions(week))
    if version is None:
        return ()
    try:
        prepared = planning.prepare(week)
    except (LookupError, CannotPlan):
        return ()
    return running_now(version, planning.recheck(prepared, version), planning.now)


def unsafe_week(planning: PlanningService, clock: Clock, week: IsoWeek) -> UnsafeWeek | None:
    """What of a week's version in force is not safe as the unit stands now; None where all is, or where
    nothing was published."""
    version = in_force(planning.versions(week))
    if version is None:
        return None
    try:
        prepared = planning.bound_by(planning.prepare(week), version)
    except CannotPlan:
        return UnsafeWeek(version, unchecked=True)
    except LookupError:
        return None
    found = danger(prepared.checked, prepared.unit, version, local_time(clock), checks=planning.checks)
    met = placed_meetings(prepared.checked, version, week, planning.now)
    together = sum(each.runs(planning.now) for each in met)
    broken = bool(found.grave or found.week)
    return UnsafeWeek(version, len(found.grave), broken, together) if broken or together else None
