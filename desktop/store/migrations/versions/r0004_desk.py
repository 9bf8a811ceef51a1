"""Locks and approvals of a week, and levels on which only a person places anybody. Frozen, as 0001."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = (
    "approval_citizens",
    "approval_staff",
    "approvals",
    "lock_session_citizens",
    "lock_session_staff",
    "lock_sessions",
    "locks",
)
LEVEL_COLUMNS = (
    "id",
    "level",
    "name",
    "max_group",
    "staff",
    "guards",
    "alone_on_site",
    "needs_approval",
    "source",
    "first_day",
    "last_day",
)


def upgrade() -> None:
    _levels_anew(never_automatic=True)
    _locks()
    _approvals()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
    _levels_anew(never_automatic=False)


def _levels_anew(*, never_automatic: bool) -> None:
    """The table of levels with or without the column, with all its rows.

    Made anew under its own name, since a column that is added stands elsewhere in the definition than in a
    table made at once. References to it are off meanwhile, so its features stay.
    """
    columns = ", ".join(LEVEL_COLUMNS)
    op.execute(f"CREATE TABLE threat_levels_before AS SELECT {columns} FROM threat_levels")
    op.drop_table("threat_levels")
    flags = ("alone_on_site", "needs_approval", *(("never_automatic",) if never_automatic else ()))
    op.create_table(
        "threat_levels",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        _text("name"),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("max_group", "staff", "guards")),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in flags),
        _text("source"),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_threat_levels"),
        _check("threat_levels", "measures", "max_group >= 1 AND staff >= 0 AND guards >= 0"),
        _check("threat_levels", "span", "last_day IS NULL OR last_day >= first_day"),
    )
    into, values = (", never_automatic", ", false") if never_automatic else ("", "")
    op.execute(
        f"INSERT INTO threat_levels ({columns}{into}) SELECT {columns}{values} FROM threat_levels_before"
    )
    op.drop_table("threat_levels_before")


def _locks() -> None:
    op.create_table(
        "locks",
        sa.Column("id", sa.String(64), nullable=False),
        *_week("locks"),
        sa.Column(
            "kind",
            sa.Enum(
                "session",
                "person",
                "day",
                name=op.f("ck_locks_kind"),
                native_enum=False,
                length=32,
                create_constraint=True,
            ),
            nullable=False,
        ),
        sa.Column("subject", sa.String(64), nullable=True),
        sa.Column("person", sa.String(64), nullable=True),
        _text("locked_by"),
        sa.Column("locked_at", sa.DateTime(), nullable=False),
        _text("reason"),
        sa.PrimaryKeyConstraint("id", name="pk_locks"),
        _check(
            "locks",
            "subject",
            "(kind = 'person' AND person IS NOT NULL AND subject IS NULL) "
            "OR (kind <> 'person' AND person IS NULL AND subject IS NOT NULL)",
        ),
        _refers("locks", "person", "subjects"),
    )
    op.create_table(
        "lock_sessions",
        sa.Column("lock_id", sa.String(64), nullable=False),
        *_session("lock_sessions"),
        _position(),
        sa.PrimaryKeyConstraint("lock_id", "position", name="pk_lock_sessions"),
        sa.UniqueConstraint("lock_id", "session", name="uq_lock_sessions_lock_id_session"),
        _owned("lock_sessions", ["lock_id"], "locks", ["id"]),
    )
    for people, column, table in (("citizens", "citizen", "citizens"), ("staff", "staff", "staff")):
        name = f"lock_session_{people}"
        op.create_table(
            name,
            sa.Column("lock_id", sa.String(64), nullable=False),
            sa.Column("session_position", sa.Integer(), autoincrement=False, nullable=False),
            sa.Column(column, sa.String(64), nullable=False),
            _position(),
            sa.PrimaryKeyConstraint("lock_id", "session_position", "position", name=f"pk_{name}"),
            sa.UniqueConstraint(
                "lock_id", "session_position", column, name=f"uq_{name}_lock_id_session_position_{column}"
            ),
            _owned(name, ["lock_id", "session_position"], "lock_sessions", ["lock_id", "position"]),
            _refers(name, column, table),
        )
    _indexes(
        ("locks", "person"),
        ("lock_sessions", "activity"),
        ("lock_sessions", "room"),
        ("lock_session_citizens", "citizen"),
        ("lock_session_staff", "staff"),
    )


def _approvals() -> None:
    op.create_table(
        "approvals",
        sa.Column("id", sa.String(64), nullable=False),
        *_week("approvals"),
        *_session("approvals"),
        _text("approved_by"),
        sa.Column("approved_at", sa.DateTime(), nullable=False),
        _text("note"),
        sa.PrimaryKeyConstraint("id", name="pk_approvals"),
    )
    for people, column, table in (("citizens", "citizen", "citizens"), ("staff", "staff", "staff")):
        name = f"approval_{people}"
        op.create_table(
            name,
            sa.Column("approval_id", sa.String(64), nullable=False),
            sa.Column(column, sa.String(64), nullable=False),
            _position(),
            sa.PrimaryKeyConstraint("approval_id", "position", name=f"pk_{name}"),
            sa.UniqueConstraint("approval_id", column, name=f"uq_{name}_approval_id_{column}"),
            _owned(name, ["approval_id"], "approvals", ["id"]),
            _refers(name, column, table),
        )
    _indexes(
        ("approvals", "activity"),
        ("approvals", "room"),
        ("approval_citizens", "citizen"),
        ("approval_staff", "staff"),
    )


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)


def _position() -> sa.Column[Any]:
    return sa.Column("position", sa.Integer(), autoincrement=False, nullable=False)


def _week(table: str) -> tuple[SchemaItem, ...]:
    return (
        sa.Column("iso_year", sa.Integer(), nullable=False),
        sa.Column("iso_week", sa.Integer(), nullable=False),
        _check(table, "week", "iso_week BETWEEN 1 AND 53"),
    )


def _session(table: str) -> tuple[SchemaItem, ...]:
    return (
        *(sa.Column(name, sa.String(64), nullable=False) for name in ("session", "activity", "room")),
        *(sa.Column(name, sa.DateTime(), nullable=False) for name in ("starts_at", "ends_at")),
        _check(table, "times", "starts_at < ends_at"),
        _refers(table, "activity", "activities"),
        _refers(table, "room", "rooms"),
    )


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _owned(table: str, columns: list[str], owner: str, named: list[str]) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{'_'.join(columns)}_{owner}")
    return sa.ForeignKeyConstraint(
        columns, [f"{owner}.{each}" for each in named], name=name, ondelete="CASCADE"
    )


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=name, deferrable=True, initially="DEFERRED"
    )


def _indexes(*columns: tuple[str, str]) -> None:
    for table, column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])
