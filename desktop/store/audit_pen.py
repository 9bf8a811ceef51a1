"""Writes entries of the audit trail, each sealed to the one before it."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Table, select

from desktop.domain.audit import Actor, AuditEntry, AuditEvent, AuditHead, AuditKind, AuditPayload
from desktop.services.ports import Occurred
from desktop.services.trail.audit_chain import GENESIS, NONCE_BYTES, entry_mac, payload_digest
from desktop.services.trail.audit_content import HAPPENED, content_of
from desktop.store import rows_audit as rows

CLOCK_TOLERANCE = timedelta(seconds=2)
"""A clock that the network sets right steps back by less than this; it is not worth an entry."""
PERSON_KINDS = ("citizen", "staff_member")


class Pen:
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
