"""The audit trail in the database: each entry sealed and added in the transaction that it tells of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Select, func, select, update

from desktop.domain.audit import Actor, AuditEvent, AuditHead, AuditKind
from desktop.services.ports import AuditQuery, Kept, NotRecorded, Occurred
from desktop.services.trail.audit_content import ENTRIES, number_spans
from desktop.store import rows_audit as rows
from desktop.store.audit_pen import Pen
from desktop.store.audit_reading import conditions, full, is_in, read_kept, telling_of
from desktop.store.clock import system_time
from desktop.store.engine import told_plainly
from desktop.store.errors import StoreError
from desktop.store.statements import chunks

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
        pen = Pen(connection, self.key(), self.clock(), self._who)
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
        head = self._empty(connection, full(telling_of(subject)), event)
        if naming is not None:
            texts = rows.PAYLOADS.c
            found = [
                number
                for number, reason, content in connection.execute(
                    select(texts.entry, texts.reason, texts.content).where(texts.nonce.is_not(None))
                )
                if naming(reason) or naming(content)
            ]
            head = self._empty(connection, full(rows.ENTRIES.c.number.in_(found)), event)
        return head

    def count_full(self, before: datetime) -> int:
        chosen = select(func.count()).select_from(full(rows.ENTRIES.c.at < before).subquery())
        with self._working() as connection:
            return connection.scalar(chosen) or 0

    def empty(self, before: datetime) -> None:
        event = AuditEvent(AuditKind.ERASE, "trail", payload={"before": before.isoformat()})
        with self._working() as connection:
            head = self._empty(connection, full(rows.ENTRIES.c.at < before), event)
        self.committed(head)

    def _empty(self, connection: Connection, chosen: Select[Any], event: AuditEvent) -> AuditHead:
        numbers = list(connection.scalars(chosen))
        for chunk in chunks(numbers):
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
            .where(*conditions(query))
            .order_by(entries.c.number.desc())
        )
        with self._working() as connection:
            return list(connection.scalars(found))

    def read(self, numbers: Sequence[int]) -> tuple[Kept, ...]:
        kept: list[Kept] = []
        with self._working() as connection:
            for chunk in chunks(sorted(numbers)):
                kept += read_kept(connection, partial(is_in, chunk))
        return tuple(kept)

    def read_span(self, first: int, last: int) -> tuple[Kept, ...]:
        with self._working() as connection:
            return tuple(read_kept(connection, lambda column: column.between(first, last)))

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


def _nobody_asked(_: AuditHead) -> None:
    """Nobody wants to know."""


def _whole_text(text: str) -> str:
    """A text without half characters, which some input methods let through and no encoding holds."""
    return text.encode("utf-8", "replace").decode()
