"""Rows of plan versions. What a version names stays in the unit for as long as the version does."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.plans import VersionState
from desktop.store.rows import (
    ID_LENGTH,
    Positioned,
    Row,
    UtcTime,
    owner,
    parts,
    position,
    primary,
    reference,
    words,
)


class PlanVersionRow(Row):
    __tablename__ = "plan_versions"
    __table_args__ = (
        UniqueConstraint("iso_year", "iso_week", "number"),
        CheckConstraint("iso_week BETWEEN 1 AND 53 AND number >= 1", name="week"),
    )

    id: Mapped[str] = primary()
    iso_year: Mapped[int]
    iso_week: Mapped[int]
    number: Mapped[int]
    state: Mapped[VersionState] = mapped_column(words(VersionState, "state"))
    created_at: Mapped[datetime] = mapped_column(UtcTime)
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


class PlanSessionRow(Positioned, Row):
    __tablename__ = "plan_sessions"
    __table_args__ = (
        UniqueConstraint("version_id", "session"),
        CheckConstraint("starts_at < ends_at", name="times"),
    )

    version_id: Mapped[str] = owner("plan_versions.id")
    session: Mapped[str] = mapped_column(String(ID_LENGTH))
    activity: Mapped[str] = reference("activities.id")
    room: Mapped[str] = reference("rooms.id")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    staff: Mapped[list[PlanSessionStaffRow]] = parts(lambda: PlanSessionStaffRow.position)
    citizens: Mapped[list[PlanSessionCitizenRow]] = parts(lambda: PlanSessionCitizenRow.position)


def _in_session() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["version_id", "session_position"],
        ["plan_sessions.version_id", "plan_sessions.position"],
        ondelete="CASCADE",
    )


class SessionPart(Positioned):
    """A place in the staff or the citizens of a session."""

    version_id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    session_position: Mapped[int] = position()


class PlanSessionStaffRow(SessionPart, Row):
    __tablename__ = "plan_session_staff"
    __table_args__ = (_in_session(), UniqueConstraint("version_id", "session_position", "staff"))

    staff: Mapped[str] = reference("staff.id")


class PlanSessionCitizenRow(SessionPart, Row):
    __tablename__ = "plan_session_citizens"
    __table_args__ = (_in_session(), UniqueConstraint("version_id", "session_position", "citizen"))

    citizen: Mapped[str] = reference("citizens.id")


class PlanUnmetRow(Positioned, Row):
    """A missing session of ``activity``, or, where that is null, a missing interview."""

    __tablename__ = "plan_unmet"

    version_id: Mapped[str] = owner("plan_versions.id")
    citizen: Mapped[str] = reference("citizens.id")
    activity: Mapped[str | None] = reference("activities.id")
