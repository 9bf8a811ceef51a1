"""What the rows of plans and of locks share: the columns of a planned session and of those who are in it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.store.rows import ID_LENGTH, Positioned, position, reference


class SessionColumns:
    """A planned session; who is in it stands in tables of their own."""

    session: Mapped[str] = mapped_column(String(ID_LENGTH))
    activity: Mapped[str] = reference("activities.id")
    room: Mapped[str] = reference("rooms.id")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]


class SessionPart(Positioned):
    """A place in the staff or the citizens of a session that is itself one of a list."""

    session_position: Mapped[int] = position()


class StaffPart:
    staff: Mapped[str] = reference("staff.id")


class CitizenPart:
    citizen: Mapped[str] = reference("citizens.id")


def times_check() -> CheckConstraint:
    return CheckConstraint("starts_at < ends_at", name="times")


def in_session(owner: str, sessions: str) -> ForeignKeyConstraint:
    """That a part belongs to a row of the table ``sessions`` with the same ``owner``, and goes with it."""
    return ForeignKeyConstraint(
        [owner, "session_position"], [f"{sessions}.{owner}", f"{sessions}.position"], ondelete="CASCADE"
    )
