"""Finds entries of the audit trail and reads them with all that is kept beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from desktop.domain.audit import Actor, AuditEntry, AuditKind, AuditPayload
from desktop.services.ports import AuditQuery, Kept
from desktop.services.trail.audit_changes import SHARED_KINDS
from desktop.store import rows_audit as rows
from desktop.store.statements import CHUNK

NOTHING = "{}"
"""The content of an entry that says no more than its fields."""


def read_kept(
    connection: Connection, wanted: Callable[[ColumnElement[int]], ColumnElement[bool]]
) -> Iterator[Kept]:
    entries, payloads, people = rows.ENTRIES, rows.PAYLOADS, rows.PEOPLE
    found = connection.execute(select(entries).where(wanted(entries.c.number)).order_by(entries.c.number))
    beside = {
        row.entry: AuditPayload(row.nonce, row.reason, row.content)
        for row in connection.execute(select(payloads).where(wanted(payloads.c.entry)))
    }
    about: dict[int, list[str]] = {}
    for row in connection.execute(select(people).where(wanted(people.c.entry))):
        about.setdefault(row.entry, []).append(row.person)
    for row in found:
        entry = AuditEntry(
            number=row.number,
            at=row.at,
            who=Actor(row.who_system, row.who_given),
            kind=row.kind,
            subject_kind=row.subject_kind,
            subject_id=row.subject_id,
            payload_digest=row.payload_digest,
            previous=row.previous,
            mac=row.mac,
        )
        yield Kept(entry, beside.get(row.number), tuple(sorted(about.get(row.number, ()))))


def full(*conditions: ColumnElement[bool]) -> Select[Any]:
    """The numbers of entries whose payload says something; what an erasure emptied must stay known."""
    entries, payloads = rows.ENTRIES, rows.PAYLOADS
    says_something = or_(payloads.c.reason != "", payloads.c.content != NOTHING)
    return (
        select(entries.c.number)
        .select_from(entries.join(payloads, payloads.c.entry == entries.c.number))
        .where(payloads.c.nonce.is_not(None), says_something, entries.c.kind != AuditKind.ERASE, *conditions)
    )


def telling_of(subject: str) -> ColumnElement[bool]:
    return and_(_about(frozenset({subject})), rows.ENTRIES.c.subject_kind.not_in(SHARED_KINDS))


def is_in(numbers: Sequence[int], column: ColumnElement[int]) -> ColumnElement[bool]:
    return column.in_(numbers)


def conditions(query: AuditQuery) -> Iterator[ColumnElement[bool]]:
    entries = rows.ENTRIES.c
    if query.kind:
        yield entries.kind == query.kind
    if query.person:
        yield _about(frozenset({query.person}))
    if query.since is not None:
        yield entries.at >= query.since
    if query.before is not None:
        yield entries.at < query.before
    words = query.text.split()
    if words:
        said = and_(*(_says(word) for word in words))
        yield or_(said, _about(query.refers_to)) if query.refers_to else said


def _about(people: frozenset[str]) -> ColumnElement[bool]:
    linked = select(rows.PEOPLE.c.entry).where(rows.PEOPLE.c.person.in_(sorted(people)[:CHUNK]))
    return or_(rows.ENTRIES.c.number.in_(linked), rows.ENTRIES.c.subject_id.in_(sorted(people)[:CHUNK]))


def _says(word: str) -> ColumnElement[bool]:
    # The database folds the case of A to Z alone; these forms find Ærø, ærø and ÆRØ too.
    forms = {word, word.lower(), word.upper(), word.capitalize()}
    entries, payloads = rows.ENTRIES.c, rows.PAYLOADS.c
    places = (
        entries.who_system,
        entries.who_given,
        entries.subject_kind,
        entries.subject_id,
        payloads.reason,
        payloads.content,
    )
    return or_(*(place.icontains(form, autoescape=True) for place in places for form in sorted(forms)))
