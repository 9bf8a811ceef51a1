"""The sessions still to come that nobody has said the manual yes to, which their level asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desktop.domain.locks import Approval
from desktop.domain.plans import PlanVersion, VersionState
from desktop.services.locks import MissingApproval, approvals_missing
from desktop.services.week.planned_weeks import PlannedWeek
from desktop.services.week.planning import Prepared


def awaiting(
    prepared: Prepared, version: PlanVersion, approvals: Iterable[Approval], now: datetime
) -> tuple[MissingApproval, ...]:
    """Those of a version that begin at a local moment or later, the earliest first."""
    return still_to_come(approvals_missing(prepared, version, approvals), now)


def still_to_come(missing: Iterable[MissingApproval], now: datetime) -> tuple[MissingApproval, ...]:
    """Those that begin at a local moment or later: a yes to the others comes too late."""
    return tuple(each for each in missing if each.session.start >= now)


def awaiting_in(
    weeks: Iterable[PlannedWeek], approvals: Iterable[Approval], now: datetime
) -> dict[str, tuple[MissingApproval, ...]]:
    """Those of the published weeks, by the id of the version."""
    given = tuple(approvals)
    return {
        each.version.id: found
        for each in weeks
        if each.version.state is VersionState.PUBLISHED
        and (found := awaiting(each.prepared, each.version, given, now))
    }
