"""The tables of the audit trail. No entity is kept here, so they are plain tables, written in one order only.

Triggers, which the migration brings, let nothing be changed or removed; a payload alone can be emptied.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table

from desktop.store.rows import ID_LENGTH, Row, UtcTime

METADATA = Row.metadata

ENTRIES = Table(
    "audit_entries",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False),
    Column("who_system", String, nullable=False),
    Column("who_given", String, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("subject_kind", String(32), nullable=False),
    Column("subject_id", String(ID_LENGTH), nullable=False),
    Column("payload_digest", LargeBinary, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("mac", LargeBinary, nullable=False),
)
PAYLOADS = Table(
    "audit_payloads",
    METADATA,
    Column("entry", Integer, ForeignKey(ENTRIES.c.number), primary_key=True, autoincrement=False),
    Column("nonce", LargeBinary),
    Column("reason", String, nullable=False),
    Column("content", String, nullable=False),
)
PEOPLE = Table(
    "audit_people",
    METADATA,
    Column("entry", Integer, ForeignKey(ENTRIES.c.number), primary_key=True, autoincrement=False),
    Column("person", String(ID_LENGTH), primary_key=True, index=True),
)
