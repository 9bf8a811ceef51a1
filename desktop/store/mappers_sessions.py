"""A planned session and its columns, which plans, locks and approvals keep alike."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.plans import PlannedSession
from desktop.store.rows_locks import ApprovalRow, LockSessionRow
from desktop.store.rows_plans import PlanSessionRow
from desktop.store.rows_sessions import CitizenPart, StaffPart


def session_values(
    session: PlannedSession, staff: Callable[..., StaffPart], citizens: Callable[..., CitizenPart]
) -> dict[str, object]:
    """The values of a row's columns; ``staff`` and ``citizens`` are the rows of those who are in it."""
    return {
        "session": session.id,
        "activity": session.activity,
        "room": session.room,
        "starts_at": session.start,
        "ends_at": session.end,
        "staff": [staff(position=at, staff=each) for at, each in enumerate(session.staff)],
        "citizens": [citizens(position=at, citizen=each) for at, each in enumerate(session.citizens)],
    }


def session_of(row: PlanSessionRow | LockSessionRow | ApprovalRow) -> PlannedSession:
    """The session that a row keeps."""
    return PlannedSession(
        id=row.session,
        activity=row.activity,
        room=row.room,
        start=row.starts_at,
        end=row.ends_at,
        staff=tuple(part.staff for part in row.staff),
        citizens=tuple(part.citizen for part in row.citizens),
    )
