"""Mappers of locks and approvals."""

from __future__ import annotations

from desktop.domain.locks import Approval, Lock, LockKind
from desktop.domain.plans import PlannedSession
from desktop.domain.time import IsoWeek
from desktop.store.mappers_sessions import session_of, session_values
from desktop.store.mapping import Mapping
from desktop.store.rows_locks import (
    ApprovalCitizenRow,
    ApprovalRow,
    ApprovalStaffRow,
    LockRow,
    LockSessionCitizenRow,
    LockSessionRow,
    LockSessionStaffRow,
)


def _session_row(place: int, session: PlannedSession) -> LockSessionRow:
    return LockSessionRow(
        position=place, **session_values(session, LockSessionStaffRow, LockSessionCitizenRow)
    )


def _lock_row(lock: Lock) -> LockRow:
    of_person = lock.kind is LockKind.PERSON
    return LockRow(
        id=lock.id,
        iso_year=lock.week.year,
        iso_week=lock.week.week,
        kind=lock.kind,
        subject=None if of_person else lock.subject,
        person=lock.subject if of_person else None,
        locked_by=lock.locked_by,
        locked_at=lock.locked_at,
        reason=lock.reason,
        sessions=[_session_row(place, session) for place, session in enumerate(lock.sessions)],
    )


def _lock(row: LockRow) -> Lock:
    return Lock(
        id=row.id,
        week=IsoWeek(row.iso_year, row.iso_week),
        kind=row.kind,
        subject=row.person or row.subject or "",
        sessions=tuple(session_of(part) for part in row.sessions),
        locked_by=row.locked_by,
        locked_at=row.locked_at,
        reason=row.reason,
    )


def _approval_row(approval: Approval) -> ApprovalRow:
    return ApprovalRow(
        id=approval.id,
        iso_year=approval.week.year,
        iso_week=approval.week.week,
        approved_by=approval.approved_by,
        approved_at=approval.approved_at,
        note=approval.note,
        **session_values(approval.session, ApprovalStaffRow, ApprovalCitizenRow),
    )


def _approval(row: ApprovalRow) -> Approval:
    return Approval(
        id=row.id,
        week=IsoWeek(row.iso_year, row.iso_week),
        session=session_of(row),
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        note=row.note,
    )


LOCKS = Mapping(Lock, LockRow, _lock_row, _lock)
APPROVALS = Mapping(Approval, ApprovalRow, _approval_row, _approval)
