"""The audit trail, and the triggers that let it only grow.

An entry can be added after the last one and nowhere else; a payload can be emptied and not altered.
``recursive_triggers``, which the engine sets, makes them see ``INSERT OR REPLACE`` too. Frozen, as 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

REFUSAL = "the audit trail only grows"
TABLES = ("audit_people", "audit_payloads", "audit_entries")


def upgrade() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who_system", sa.String(), nullable=False),
        sa.Column("who_given", sa.String(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("subject_kind", sa.String(32), nullable=False),
        sa.Column("subject_id", sa.String(64), nullable=False),
        sa.Column("payload_digest", sa.LargeBinary(), nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit_entries"),
    )
    op.create_table(
        "audit_payloads",
        sa.Column("entry", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nonce", sa.LargeBinary(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("entry", name="pk_audit_payloads"),
        _belongs("audit_payloads"),
    )
    op.create_table(
        "audit_people",
        sa.Column("entry", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("entry", "person", name="pk_audit_people"),
        _belongs("audit_people"),
    )
    op.create_index("ix_audit_people_person", "audit_people", ["person"])
    for statement in _guards():
        op.execute(statement)


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _belongs(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_entry_audit_entries"
    return sa.ForeignKeyConstraint(["entry"], ["audit_entries.number"], name=name)


def _guards() -> list[str]:
    """SQLite's triggers; they go with their tables. Another database needs a revision with its own."""
    last = "(SELECT max(number) FROM audit_entries)"
    head = f"(SELECT mac FROM audit_entries WHERE number = {last})"
    rules = [(table, "DELETE", "1") for table in TABLES]
    rules += [(table, "UPDATE", "1") for table in TABLES if table != "audit_payloads"]
    rules += [
        ("audit_entries", "INSERT", f"NEW.number <> coalesce({last}, 0) + 1 OR NEW.previous <> {head}"),
        (
            "audit_payloads",
            "UPDATE",
            "NEW.entry <> OLD.entry OR NEW.nonce IS NOT NULL OR NEW.reason <> '' OR NEW.content <> ''",
        ),
        ("audit_payloads", "INSERT", _taken("audit_payloads", "entry = NEW.entry")),
        ("audit_people", "INSERT", _taken("audit_people", "entry = NEW.entry AND person = NEW.person")),
    ]
    return [
        f"CREATE TRIGGER {table}_{event.lower()}_guard BEFORE {event} ON {table} WHEN {rule} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for table, event, rule in rules
    ]


def _taken(table: str, condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} WHERE {condition})"
