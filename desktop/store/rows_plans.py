"""Rows of plan versions. What a version names stays in the unit for as long as the version does."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.plans import VersionState
from desktop.store.rows import ID_LENGTH, Positioned, Row, UtcTime, owner, parts, primary, reference, words
from desktop.store.rows_sessions import (
    CitizenPart,
    SessionColumns,
    SessionPart,
    StaffPart,
    in_session,
    times_check,
)


class PlanVersionRow(Row):
    __tablename__ = "plan_versions"
    __table_args__ = (
        UniqueConstraint("iso_year", "iso_week", "number"),
        CheckConstraint("iso_week BETWEEN 1 AND 53 AND number >= 1", name="week"),
        CheckConstraint("(state = 'published') = (published_at IS NOT NULL)", name="published"),
    )

    id: Mapped[str] = primary()
    iso_year: Mapped[int]
    iso_week: Mapped[int]
    number: Mapped[int]
    state: Mapped[VersionState] = mapped_column(words(VersionState, "state"))
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    published_at: Mapped[datetime | None] = mapped_column(UtcTime)
    created_by: Mapped[str]
    status: Mapped[str]
    seconds: Mapped[float]
    digest: Mapped[str]
    goals: Mapped[list[PlanGoalRow]] = parts(lambda: PlanGoalRow.position)
    sessions: Mapped[list[PlanSessionRow]] = parts(lambda: PlanSessionRow.position)
    unmet: Mapped[list[PlanUnmetRow]] = parts(lambda: PlanUnmetRow.position)


class PlanGoalRow(Positioned, Row):
    __tablename__ = "plan_goals"

    version_id: Mapped[str] = owner("plan_versions.id")
    goal: Mapped[str]
    value: Mapped[float]
    bound: Mapped[float]
    proven: Mapped[bool]


class PlanSessionRow(SessionColumns, Positioned, Row):
    __tablename__ = "plan_sessions"
    __table_args__ = (
        UniqueConstraint("version_id", "session"),
        times_check(),
    )

    version_id: Mapped[str] = owner("plan_versions.id")
    staff: Mapped[list[PlanSessionStaffRow]] = parts(lambda: PlanSessionStaffRow.position)
    citizens: Mapped[list[PlanSessionCitizenRow]] = parts(lambda: PlanSessionCitizenRow.position)


class PlanSessionPart(SessionPart):
    """A place in the staff or the citizens of a planned session."""

    version_id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)


class PlanSessionStaffRow(StaffPart, PlanSessionPart, Row):
    __tablename__ = "plan_session_staff"
    __table_args__ = (
        in_session("version_id", "plan_sessions"),
        UniqueConstraint("version_id", "session_position", "staff"),
    )


class PlanSessionCitizenRow(CitizenPart, PlanSessionPart, Row):
    __tablename__ = "plan_session_citizens"
    __table_args__ = (
        in_session("version_id", "plan_sessions"),
        UniqueConstraint("version_id", "session_position", "citizen"),
    )


class PlanUnmetRow(Positioned, Row):
    """A missing session of ``activity``, or, where that is null, a missing interview."""

    __tablename__ = "plan_unmet"

    version_id: Mapped[str] = owner("plan_versions.id")
    citizen: Mapped[str] = reference("citizens.id")
    activity: Mapped[str | None] = reference("activities.id")
