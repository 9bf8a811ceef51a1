"""Between the plan of the exchange format and the unit's own plan versions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, TypedDict, TypeVar, cast, get_args

from desktop.domain.plans import GoalValue, PlannedSession, PlanVersion, UnmetDuty, VersionState
from desktop.domain.time import IsoWeek
from solver.exchange import plan_to_json
from solver.plan import GOAL_NAMES, GoalResult, Plan, PlanStatus, Session, Unmet

W = TypeVar("W", bound=str)
STATUSES: tuple[PlanStatus, ...] = get_args(PlanStatus)


def version_of(
    plan: Plan, *, week: IsoWeek, number: int, created_at: datetime, created_by: str, seconds: float
) -> PlanVersion:
    """A draft version that holds ``plan``."""
    return PlanVersion(
        id=version_id(week, number),
        week=week,
        number=number,
        state=VersionState.DRAFT,
        created_at=created_at,
        created_by=created_by,
        seconds=seconds,
        **_held(plan, week),
    )


def with_plan(version: PlanVersion, plan: Plan) -> PlanVersion:
    """The version with another plan in it, and nothing else changed."""
    return replace(version, **_held(plan, version.week))


def next_number(versions: Iterable[PlanVersion]) -> int:
    """The number of the version that is stored next, after all that its week has."""
    return max((version.number for version in versions), default=0) + 1


def version_id(week: IsoWeek, number: int) -> str:
    """The id of a week's version: it tells the week and the number and nothing else."""
    return f"{week}.{number}"


def _held(plan: Plan, week: IsoWeek) -> _Held:
    return _Held(
        status=plan.status,
        goals=tuple(GoalValue(goal.goal, goal.value, goal.bound, goal.proven) for goal in plan.goals),
        sessions=tuple(planned_of(week, session) for session in plan.sessions),
        unmet=tuple(UnmetDuty(unmet.citizen, unmet.duty) for unmet in plan.unmet),
        digest=digest(plan),
    )


class _Held(TypedDict):
    """What of a version is the plan's."""

    status: str
    goals: tuple[GoalValue, ...]
    sessions: tuple[PlannedSession, ...]
    unmet: tuple[UnmetDuty, ...]
    digest: str


def plan_of(version: PlanVersion) -> Plan:
    """The version as a plan of the exchange format. Raises ``ValueError`` for a word unknown to it."""
    week = version.week
    return Plan(
        week=str(week),
        status=_word(version.status, STATUSES, "status"),
        goals=tuple(
            GoalResult(_word(goal.goal, GOAL_NAMES, "goal"), goal.value, goal.bound, goal.proven)
            for goal in version.goals
        ),
        sessions=tuple(session_of(week, session) for session in version.sessions),
        unmet=tuple(Unmet(unmet.citizen, unmet.duty) for unmet in version.unmet),
    )


def planned_of(week: IsoWeek, session: Session) -> PlannedSession:
    """A session of the exchange format as the unit keeps it."""
    return PlannedSession(
        session.id,
        session.activity,
        session.room,
        week.moment(session.start),
        week.moment(session.end),
        session.staff,
        session.citizens,
    )


def session_of(week: IsoWeek, session: PlannedSession) -> Session:
    """A session of a week in the exchange format's minutes, which may lie outside the week."""
    return Session(
        session.id,
        session.activity,
        session.room,
        week.minute_of(session.start),
        week.minute_of(session.end),
        session.staff,
        session.citizens,
    )


def digest(plan: Plan) -> str:
    """SHA-256, in hex, of the plan's week and sessions in the exchange form.

    Sessions, their staff and their citizens are sorted, so that the same week has the same digest in
    whatever order the planning engine wrote it.
    """
    ordered = tuple(sorted(plan.sessions, key=lambda session: session.id))
    written = plan_to_json(Plan(plan.week, "feasible", sessions=ordered))
    sessions = cast(list[dict[str, Any]], written["sessions"])
    for each in sessions:
        each["staff"].sort()
        each["citizens"].sort()
    text = json.dumps({"week": written["week"], "sessions": sessions}, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _word(text: str, words: tuple[W, ...], kind: str) -> W:
    """The word of the exchange format that a stored text is."""
    for word in words:
        if word == text:
            return word
    raise ValueError(f"a plan version with an unknown {kind}")
