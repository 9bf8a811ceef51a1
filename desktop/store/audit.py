"""The audit trail in the database: each entry sealed and added in the transaction that it tells of."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select, update

from desktop.domain.audit import Actor, AuditEntry, AuditEvent, AuditHead, AuditKind, AuditPayload
from desktop.services.audit_chain import GENESIS, NONCE_BYTES, entry_mac, payload_digest
from desktop.services.audit_changes import SHARED_KINDS
from desktop.services.audit_content import ENTRIES, HAPPENED, content_of, number_spans
from desktop.services.ports import AuditQuery, Kept, NotRecorded, Occurred
from desktop.store import rows_audit as rows
from desktop.store.clock import system_time
from desktop.store.engine import told_plainly
from desktop.store.errors import StoreError

CLOCK_TOLERANCE = timedelta(seconds=2)
"""A clock that the network sets right steps back by less than this; it is not worth an entry."""
CHUNK = 500
NOTHING = "{}"
"""The content of an entry that says no more than its fields."""
PERSON_KINDS = ("citizen", "staff_member")

Transaction = Callable[[], AbstractContextManager[Connection]]
"""Begins a transaction, which ends with the block."""


class SqlTrail:
    """The trail of an open store; see ``services.ports.TrailStore``.

    ``key`` seals it (32 bytes); ``clock`` dates what is to come, and may be exchanged.
    """

    def __init__(
        self, transaction: Transaction, key: bytes, clock: Callable[[], datetime] = system_time
    ) -> None:
        self._transaction = transaction
        self._key: bytes | None = key
        self.clock = clock
        self.committed: Callable[[AuditHead], None] = _nobody_asked
        """Told the trail's head after each commit that added to it, in the thread that made it."""
        self._who = Actor()

    @property
    def who(self) -> Actor:
        return self._who

    @who.setter
    def who(self, who: Actor) -> None:
        self._who = Actor(_whole_text(who.system), _whole_text(who.given))

    def close(self) -> None:
        """Lets go of the key."""
        self._key = None

    def append(self, events: Iterable[AuditEvent | Occurred]) -> None:
        """Adds entries in a transaction of their own."""
        with self._working() as connection:
            head = self.append_in(connection, events)
        self.committed(head)

    def append_in(self, connection: Connection, events: Iterable[AuditEvent | Occurred]) -> AuditHead:
        """Adds entries in a transaction that is under way; returns the head that it has with them.

        Who commits it calls ``committed`` then."""
        pen = _Pen(connection, self.key(), self.clock(), self._who)
        for event in events:
            pen.write(event)
        return pen.lay_down()

    def erase_in(
        self, connection: Connection, subject: str, naming: Callable[[str], bool] | None = None
    ) -> AuditHead:
        """Empties the payloads that tell of a person or another entity, in a transaction that is under way,
        and records it; also those whose text ``naming`` finds somebody in.

        What names many people by their ids alone stays.
        """
        event = AuditEvent(AuditKind.ERASE, "person", subject)
        head = self._empty(connection, _full(_telling_of(subject)), event)
        if naming is not None:
            texts = rows.PAYLOADS.c
            found = [
                number
                for number, reason, content in connection.execute(
                    select(texts.entry, texts.reason, texts.content).where(texts.nonce.is_not(None))
                )
                if naming(reason) or naming(content)
            ]
            head = self._empty(connection, _full(rows.ENTRIES.c.number.in_(found)), event)
        return head

    def count_full(self, before: datetime) -> int:
        chosen = select(func.count()).select_from(_full(rows.ENTRIES.c.at < before).subquery())
        with self._working() as connection:
            return connection.scalar(chosen) or 0

    def empty(self, before: datetime) -> None:
        event = AuditEvent(AuditKind.ERASE, "trail", payload={"before": before.isoformat()})
        with self._working() as connection:
            head = self._empty(connection, _full(rows.ENTRIES.c.at < before), event)
        self.committed(head)

    def _empty(self, connection: Connection, chosen: Select[Any], event: AuditEvent) -> AuditHead:
        numbers = list(connection.scalars(chosen))
        for chunk in _chunks(numbers):
            connection.execute(
                update(rows.PAYLOADS)
                .where(rows.PAYLOADS.c.entry.in_(chunk))
                .values(nonce=None, reason="", content="")
            )
        payload = {**(event.payload or {}), ENTRIES: number_spans(numbers)}
        return self.append_in(connection, [replace(event, payload=payload)])

    def key(self) -> bytes:
        if self._key is None:
            raise NotRecorded("the audit trail is closed")
        return self._key

    def head(self) -> AuditHead:
        with self._working() as connection:
            last = connection.execute(
                select(rows.ENTRIES.c.number, rows.ENTRIES.c.mac)
                .order_by(rows.ENTRIES.c.number.desc())
                .limit(1)
            ).one_or_none()
        return AuditHead() if last is None else AuditHead(last.number, last.mac.hex())

    def find(self, query: AuditQuery) -> Sequence[int]:
        entries = rows.ENTRIES
        found = (
            select(entries.c.number)
            .select_from(entries.outerjoin(rows.PAYLOADS, rows.PAYLOADS.c.entry == entries.c.number))
            .where(*_conditions(query))
            .order_by(entries.c.number.desc())
        )
        with self._working() as connection:
            return list(connection.scalars(found))

    def read(self, numbers: Sequence[int]) -> tuple[Kept, ...]:
        kept: list[Kept] = []
        with self._working() as connection:
            for chunk in _chunks(sorted(numbers)):
                kept += _read(connection, partial(_in, chunk))
        return tuple(kept)

    def read_span(self, first: int, last: int) -> tuple[Kept, ...]:
        with self._working() as connection:
            return tuple(_read(connection, lambda column: column.between(first, last)))

    def strays(self) -> tuple[int, ...]:
        numbers = select(rows.ENTRIES.c.number)
        with self._working() as connection:
            found = {
                number
                for column in (rows.PAYLOADS.c.entry, rows.PEOPLE.c.entry)
                for number in connection.scalars(select(column).where(column.not_in(numbers)))
            }
        return tuple(sorted(found))

    def last_given_name(self, system: str) -> str:
        entries = rows.ENTRIES.c
        query = (
            select(entries.who_given)
            .where(entries.who_system == _whole_text(system), entries.who_given != "")
            .order_by(entries.number.desc())
            .limit(1)
        )
        with self._working() as connection:
            return connection.scalar(query) or ""

    @contextmanager
    def _working(self) -> Iterator[Connection]:
        self.key()
        try:
            with told_plainly(), self._transaction() as connection:
                yield connection
        except StoreError:
            raise NotRecorded("the audit trail can't be reached") from None


class _Pen:
    """Writes entries one after the other at the end of the chain."""

    def __init__(self, connection: Connection, key: bytes, now: datetime, who: Actor) -> None:
        self._connection = connection
        self._key = key
        self._now = now
        self._who = who
        entries = rows.ENTRIES.c
        last = connection.execute(
            select(entries.number, entries.at, entries.mac).order_by(entries.number.desc()).limit(1)
        ).one_or_none()
        self._number: int = 0 if last is None else last.number
        self._at: datetime | None = None if last is None else last.at
        self._mac: bytes = GENESIS if last is None else last.mac
        self._rows: dict[Table, list[dict[str, object]]] = {
            table: [] for table in (rows.ENTRIES, rows.PAYLOADS, rows.PEOPLE)
        }

    def write(self, event: AuditEvent | Occurred) -> None:
        """Seals an entry, after one that tells of the clock where it was set back."""
        if isinstance(event, AuditEvent):
            self._add(event, self._who, self._tell_clock())
            return
        if self._at is None or event.at >= self._at:
            self._add(event.event, event.who, event.at)
            return
        # It happened while others wrote: the chain keeps its order of time, the payload the true moment.
        told = replace(event.event, payload={**(event.event.payload or {}), HAPPENED: event.at.isoformat()})
        self._add(told, event.who, self._tell_clock())

    def lay_down(self) -> AuditHead:
        """Writes what was sealed into the database; returns the head of the chain with it."""
        for table, kept in self._rows.items():
            if kept:
                self._connection.execute(table.insert(), kept)
        return AuditHead(self._number, self._mac.hex()) if self._number else AuditHead()

    def _tell_clock(self) -> datetime:
        """The moment for the next entry."""
        last = self._at
        if last is None or self._now >= last:
            return self._now
        if last - self._now <= CLOCK_TOLERANCE:
            return last
        payload = {"before": last.isoformat(), "after": self._now.isoformat()}
        self._add(AuditEvent(AuditKind.CLOCK_SET_BACK, payload=payload), self._who, self._now)
        return self._now

    def _add(self, event: AuditEvent, who: Actor, at: datetime) -> None:
        people = set(event.people)
        if event.subject_kind in PERSON_KINDS:
            people.add(event.subject_id)
        listed = tuple(sorted(people))
        payload = AuditPayload(os.urandom(NONCE_BYTES), event.reason, content_of(event, listed))
        bare = AuditEntry(
            number=self._number + 1,
            at=at.astimezone(UTC),
            who=who,
            kind=event.kind.value,
            subject_kind=event.subject_kind,
            subject_id=event.subject_id,
            payload_digest=payload_digest(self._key, payload),
            previous=self._mac,
            mac=b"",
        )
        entry = replace(bare, mac=entry_mac(self._key, bare))
        self._rows[rows.ENTRIES].append(
            {
                "number": entry.number,
                "at": entry.at,
                "who_system": who.system,
                "who_given": who.given,
                "kind": entry.kind,
                "subject_kind": entry.subject_kind,
                "subject_id": entry.subject_id,
                "payload_digest": entry.payload_digest,
                "previous": entry.previous,
                "mac": entry.mac,
            }
        )
        beside = {"nonce": payload.nonce, "reason": payload.reason, "content": payload.content}
        self._rows[rows.PAYLOADS].append({"entry": entry.number, **beside})
        self._rows[rows.PEOPLE] += ({"entry": entry.number, "person": person} for person in listed)
        self._number, self._at, self._mac = entry.number, entry.at, entry.mac


def _nobody_asked(_: AuditHead) -> None:
    """Nobody wants to know."""


def _read(
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


def _full(*conditions: ColumnElement[bool]) -> Select[Any]:
    """The numbers of entries whose payload says something; what an erasure emptied must stay known."""
    entries, payloads = rows.ENTRIES, rows.PAYLOADS
    says_something = or_(payloads.c.reason != "", payloads.c.content != NOTHING)
    return (
        select(entries.c.number)
        .select_from(entries.join(payloads, payloads.c.entry == entries.c.number))
        .where(payloads.c.nonce.is_not(None), says_something, entries.c.kind != AuditKind.ERASE, *conditions)
    )


def _telling_of(subject: str) -> ColumnElement[bool]:
    return and_(_about(frozenset({subject})), rows.ENTRIES.c.subject_kind.not_in(SHARED_KINDS))


def _in(numbers: Sequence[int], column: ColumnElement[int]) -> ColumnElement[bool]:
    return column.in_(numbers)


def _conditions(query: AuditQuery) -> Iterator[ColumnElement[bool]]:
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


def _whole_text(text: str) -> str:
    """A text without half characters, which some input methods let through and no encoding holds."""
    return text.encode("utf-8", "replace").decode()


def _chunks(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(numbers), CHUNK):
        yield numbers[at : at + CHUNK]
