"""Rows of locks and approvals. What one names stays in the unit for as long as it is there."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.locks import LockKind
from desktop.store.rows import ID_LENGTH, Positioned, Row, UtcTime, owner, parts, primary, reference, words
from desktop.store.rows_sessions import (
    CitizenPart,
    SessionColumns,
    SessionPart,
    StaffPart,
    in_session,
    times_check,
)


class LockRow(Row):
    """``person`` holds the subject of a person's lock, ``subject`` that of the other kinds."""

    __tablename__ = "locks"
    __table_args__ = (
        CheckConstraint("iso_week BETWEEN 1 AND 53", name="week"),
        CheckConstraint(
            "(kind = 'person' AND person IS NOT NULL AND subject IS NULL) "
            "OR (kind <> 'person' AND person IS NULL AND subject IS NOT NULL)",
            name="subject",
        ),
    )

    id: Mapped[str] = primary()
    iso_year: Mapped[int]
    iso_week: Mapped[int]
    kind: Mapped[LockKind] = mapped_column(words(LockKind, "kind"))
    subject: Mapped[str | None] = mapped_column(String(ID_LENGTH))
    person: Mapped[str | None] = reference("subjects.id")
    locked_by: Mapped[str]
    locked_at: Mapped[datetime] = mapped_column(UtcTime)
    reason: Mapped[str]
    sessions: Mapped[list[LockSessionRow]] = parts(lambda: LockSessionRow.position)


class LockSessionRow(SessionColumns, Positioned, Row):
    __tablename__ = "lock_sessions"
    __table_args__ = (
        UniqueConstraint("lock_id", "session"),
        times_check(),
    )

    lock_id: Mapped[str] = owner("locks.id")
    staff: Mapped[list[LockSessionStaffRow]] = parts(lambda: LockSessionStaffRow.position)
    citizens: Mapped[list[LockSessionCitizenRow]] = parts(lambda: LockSessionCitizenRow.position)


class LockSessionPart(SessionPart):
    """A place in the staff or the citizens of a locked session."""

    lock_id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)


class LockSessionStaffRow(StaffPart, LockSessionPart, Row):
    __tablename__ = "lock_session_staff"
    __table_args__ = (
        in_session("lock_id", "lock_sessions"),
        UniqueConstraint("lock_id", "session_position", "staff"),
    )


class LockSessionCitizenRow(CitizenPart, LockSessionPart, Row):
    __tablename__ = "lock_session_citizens"
    __table_args__ = (
        in_session("lock_id", "lock_sessions"),
        UniqueConstraint("lock_id", "session_position", "citizen"),
    )


class ApprovalRow(SessionColumns, Row):
    __tablename__ = "approvals"
    __table_args__ = (
        CheckConstraint("iso_week BETWEEN 1 AND 53", name="week"),
        times_check(),
    )

    id: Mapped[str] = primary()
    iso_year: Mapped[int]
    iso_week: Mapped[int]
    approved_by: Mapped[str]
    approved_at: Mapped[datetime] = mapped_column(UtcTime)
    note: Mapped[str]
    staff: Mapped[list[ApprovalStaffRow]] = parts(lambda: ApprovalStaffRow.position)
    citizens: Mapped[list[ApprovalCitizenRow]] = parts(lambda: ApprovalCitizenRow.position)


class ApprovalStaffRow(StaffPart, Positioned, Row):
    __tablename__ = "approval_staff"
    __table_args__ = (UniqueConstraint("approval_id", "staff"),)

    approval_id: Mapped[str] = owner("approvals.id")


class ApprovalCitizenRow(CitizenPart, Positioned, Row):
    __tablename__ = "approval_citizens"
    __table_args__ = (UniqueConstraint("approval_id", "citizen"),)

    approval_id: Mapped[str] = owner("approvals.id")
