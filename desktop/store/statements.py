"""What a unit of work says to the database, a statement or two at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar, cast

from sqlalchemy import Delete, Table, delete, exists, inspect, select, union, update
from sqlalchemy.orm import Session

from desktop.domain.plans import VersionState
from desktop.store.errors import PublishedPlanFixed, StoreRefused
from desktop.store.rows import Row
from desktop.store.rows_locks import (
    ApprovalCitizenRow,
    ApprovalStaffRow,
    LockSessionCitizenRow,
    LockSessionStaffRow,
)
from desktop.store.rows_people import AbsenceRow, SeparationRow, SubjectRow
from desktop.store.rows_plans import PlanSessionCitizenRow, PlanSessionStaffRow, PlanUnmetRow, PlanVersionRow
from desktop.store.rows_retention import OpenErasureRow

T = TypeVar("T")
CHUNK = 500
"""Ids in one statement; every database takes as many parameters."""


@contextmanager
def erasing(session: Session, versions: Sequence[str]) -> Iterator[None]:
    """Lets the versions be changed although they are published, for as long as this lasts."""
    table = cast(Table, OpenErasureRow.__table__)
    if versions:
        session.connection().execute(table.insert(), [{"version_id": version} for version in versions])
    yield
    session.connection().execute(delete(table))


def take_out(session: Session, person: str) -> int:
    """Takes somebody out of every plan version, published ones too, and of the sessions of locks and
    approvals; returns out of how many versions."""
    planned = (PlanSessionCitizenRow.citizen, PlanSessionStaffRow.staff, PlanUnmetRow.citizen)
    held = (
        LockSessionCitizenRow.citizen,
        LockSessionStaffRow.staff,
        ApprovalCitizenRow.citizen,
        ApprovalStaffRow.staff,
    )
    named = (select(place.class_.version_id).where(place == person) for place in planned)
    versions = list(session.scalars(union(*named)))
    with erasing(session, versions):
        for place in planned:
            session.connection().execute(delete(place.class_).where(place == person))
    for place in held:
        session.connection().execute(delete(place.class_).where(place == person))
    return len(versions)


def sign_anew(session: Session, version: str, created_by: str) -> None:
    """Changes whom a plan version says it was made by, of a published one too."""
    row = PlanVersionRow
    with erasing(session, [version]):
        session.connection().execute(update(row).where(row.id == version).values(created_by=created_by))


def erase_version(session: Session, version: str) -> bool:
    """Removes a plan version, a published one too; False where there is none."""
    table = cast(Table, PlanVersionRow.__table__)
    with erasing(session, [version]):
        return bool(session.connection().execute(delete(table).where(table.c.id == version)).rowcount)


def deletion(row: type[Any], ids: Sequence[str]) -> Delete:
    """Takes rows out of the root table of their class; what they own goes along by the foreign keys."""
    mapper = inspect(row)
    table = cast(Table, mapper.local_table)
    if mapper.inherits is None:
        return delete(table).where(table.c.id.in_(ids))
    root = cast(Table, mapper.inherits.local_table)
    return delete(root).where(root.c.id.in_(ids), root.c.kind == mapper.polymorphic_identity)


def refuse_published(session: Session, ids: Sequence[str]) -> None:
    """Raises ``PublishedPlanFixed`` where one of these plan versions never changes."""
    published = PlanVersionRow.state == VersionState.PUBLISHED
    if session.scalar(select(exists().where(PlanVersionRow.id.in_(ids), published))):
        raise PublishedPlanFixed


def refuse_misplaced(session: Session) -> None:
    """Only citizens and groups are kept apart, and a group is never absent: a foreign key can't say so.

    Raises ``StoreRefused``.
    """
    subject = SubjectRow.__table__.c
    for row, named, wrong in (
        (SeparationRow, subject.id.in_((SeparationRow.side_a, SeparationRow.side_b)), "staff"),
        (AbsenceRow, subject.id == AbsenceRow.person, "group"),
    ):
        if session.scalar(select(exists().where(named, subject.kind == wrong))):
            raise StoreRefused((f"{row.__tablename__} → {wrong}",))


def insert(session: Session, rows: Sequence[Row]) -> None:
    """Writes new rows with all that they own."""
    # A published version takes no more parts, so it is written as a draft and sealed when it is whole.
    published = [
        (row, row.published_at)
        for row in rows
        if isinstance(row, PlanVersionRow) and row.state is VersionState.PUBLISHED
    ]
    for row, _ in published:
        row.state, row.published_at = VersionState.DRAFT, None
    session.add_all(rows)
    session.flush()
    for row, at in published:
        row.state, row.published_at = VersionState.PUBLISHED, at
    session.flush()
    session.expunge_all()


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """As many as one statement takes at a time."""
    left = iter(values)
    while chunk := list(islice(left, CHUNK)):
        yield chunk
