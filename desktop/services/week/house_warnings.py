"""What a coordinator should look at in the house before planning a week: nothing of it is about anybody."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.presence import open_days, unit_hours
from desktop.domain.settings import LimitKey, limit_in
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.week.house_part import unrecorded_ways, weekly_budget
from desktop.services.week.person_part import offer_runs
from desktop.services.week.unit_parts import lengths_on_grid
from desktop.services.week.warning_kinds import PlanWarning, WarningKind


def house_warnings(week: IsoWeek, unit: Unit) -> tuple[PlanWarning, ...]:
    """``unit`` as ``house_alone`` gives it."""
    return (*_interview(unit, week), *_offered(unit, week), *_unknown(unit, week))


def _interview(unit: Unit, week: IsoWeek) -> Iterator[PlanWarning]:
    idle = next((each for each in unit.activities if each.id == unit.settings.idle_interview), None)
    if idle is None:
        yield PlanWarning(WarningKind.NO_INTERVIEW)
    elif not offer_runs(unit, idle, open_days(unit, week)):
        yield PlanWarning(WarningKind.INTERVIEW_NOT_OFFERED, (idle.id,))


def _offered(unit: Unit, week: IsoWeek) -> Iterator[PlanWarning]:
    for activity in unit.activities:
        if not lengths_on_grid(unit, activity):
            yield PlanWarning(WarningKind.ACTIVITY_OFF_GRID, (activity.id,))
    if limit_in(unit.limits, LimitKey.MENTOR_STARTUP_WEEKS, week) is None:
        for offer in unit.offers:
            if offer.startup_weeks is not None and offer.span.overlaps(week):
                yield PlanWarning(WarningKind.NO_STARTUP_LIMIT, (offer.id,))


def _unknown(unit: Unit, week: IsoWeek) -> Iterator[PlanWarning]:
    for one, other in unrecorded_ways(unit):
        yield PlanWarning(WarningKind.TRAVEL_UNKNOWN, (one, other))
    if limit_in(unit.limits, LimitKey.WEEKLY_ACTIVATION_MINUTES, week) is None:
        yield PlanWarning(WarningKind.NO_HOURS_LIMIT)
    if weekly_budget(unit, week) is None:
        yield PlanWarning(WarningKind.NO_BUDGET)
    if not unit_hours(unit, week):
        yield PlanWarning(WarningKind.CLOSED)
