"""Rows of who came to what was planned."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.attendance import AttendanceState
from desktop.store.rows import ID_LENGTH, Row, UtcTime, primary, reference, words


class AttendanceRow(Row):
    """``session`` is no reference: a draft may go, and what was noted stays."""

    __tablename__ = "attendances"
    __table_args__ = (
        CheckConstraint("iso_week BETWEEN 1 AND 53", name="week"),
        UniqueConstraint("citizen", "starts_at"),
    )

    id: Mapped[str] = primary()
    iso_year: Mapped[int]
    iso_week: Mapped[int]
    session: Mapped[str] = mapped_column(String(ID_LENGTH))
    starts_at: Mapped[datetime] = mapped_column(index=True)
    citizen: Mapped[str] = reference("citizens.id")
    state: Mapped[AttendanceState] = mapped_column(words(AttendanceState, "state"))
    noted_by: Mapped[str]
    noted_at: Mapped[datetime] = mapped_column(UtcTime)
    note: Mapped[str]
    follow_up: Mapped[str]
    follow_up_on: Mapped[date | None]
