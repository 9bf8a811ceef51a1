"""Mapper of plan versions with their sessions, goals and unmet duties."""

from __future__ import annotations

from desktop.domain.plans import GoalValue, PlannedSession, PlanVersion, UnmetDuty
from desktop.domain.time import IsoWeek
from desktop.store.mappers_sessions import session_of, session_values
from desktop.store.mapping import Mapping
from desktop.store.rows_plans import (
    PlanGoalRow,
    PlanSessionCitizenRow,
    PlanSessionRow,
    PlanSessionStaffRow,
    PlanUnmetRow,
    PlanVersionRow,
)

INTERVIEW = "interview"
"""The duty that is no activity, in the words of the exchange format."""


def _session_row(place: int, session: PlannedSession) -> PlanSessionRow:
    return PlanSessionRow(
        position=place, **session_values(session, PlanSessionStaffRow, PlanSessionCitizenRow)
    )


def _unmet_row(place: int, unmet: UnmetDuty) -> PlanUnmetRow:
    activity = None if unmet.duty == INTERVIEW else unmet.duty
    return PlanUnmetRow(position=place, citizen=unmet.citizen, activity=activity)


def _version_row(version: PlanVersion) -> PlanVersionRow:
    return PlanVersionRow(
        id=version.id,
        iso_year=version.week.year,
        iso_week=version.week.week,
        number=version.number,
        state=version.state,
        created_at=version.created_at,
        published_at=version.published_at,
        created_by=version.created_by,
        status=version.status,
        seconds=version.seconds,
        digest=version.digest,
        goals=[
            PlanGoalRow(position=at, goal=goal.goal, value=goal.value, bound=goal.bound, proven=goal.proven)
            for at, goal in enumerate(version.goals)
        ],
        sessions=[_session_row(place, session) for place, session in enumerate(version.sessions)],
        unmet=[_unmet_row(place, unmet) for place, unmet in enumerate(version.unmet)],
    )


def _version(row: PlanVersionRow) -> PlanVersion:
    return PlanVersion(
        id=row.id,
        week=IsoWeek(row.iso_year, row.iso_week),
        number=row.number,
        state=row.state,
        created_at=row.created_at,
        published_at=row.published_at,
        created_by=row.created_by,
        status=row.status,
        seconds=row.seconds,
        goals=tuple(GoalValue(part.goal, part.value, part.bound, part.proven) for part in row.goals),
        sessions=tuple(session_of(part) for part in row.sessions),
        unmet=tuple(UnmetDuty(part.citizen, part.activity or INTERVIEW) for part in row.unmet),
        digest=row.digest,
    )


VERSIONS = Mapping(PlanVersion, PlanVersionRow, _version_row, _version)
