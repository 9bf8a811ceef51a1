"""Ends of memberships and separations that somebody has judged to be right. Frozen, as 0001."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MEMBERSHIPS = ("id", "citizen", "group", "source", "first_day", "last_day")
SEPARATIONS = (
    "id",
    "side_a",
    "side_b",
    "scope",
    "gap_minutes",
    "reason",
    "source",
    "first_day",
    "last_day",
)


def upgrade() -> None:
    _anew(end_reviewed=True)


def downgrade() -> None:
    _anew(end_reviewed=False)


def _anew(*, end_reviewed: bool) -> None:
    """Both tables with or without the column, with all their rows.

    Made anew under their own names, since a column that is added stands elsewhere in the definition than in a
    table made at once.
    """
    _table(
        "memberships",
        MEMBERSHIPS,
        _id("citizen"),
        _id("group"),
        sa.Column("source", sa.String(), nullable=False),
        *_reviewed(end_reviewed),
        _refers("memberships", "citizen", "citizens"),
        _refers("memberships", "group", "conflict_groups"),
    )
    _table(
        "separations",
        SEPARATIONS,
        _id("side_a"),
        _id("side_b"),
        sa.Column(
            "scope",
            sa.Enum(
                "session",
                "site",
                name=op.f("ck_separations_scope"),
                native_enum=False,
                length=32,
                create_constraint=True,
            ),
            nullable=False,
        ),
        sa.Column("gap_minutes", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("reason", "source")),
        *_reviewed(end_reviewed),
        _refers("separations", "side_a", "subjects"),
        _refers("separations", "side_b", "subjects"),
        sa.CheckConstraint("gap_minutes >= 0", name=op.f("ck_separations_gap")),
    )


def _table(name: str, columns: tuple[str, ...], *parts: Any) -> None:
    kept = ", ".join(f'"{each}"' for each in columns)
    op.execute(f"CREATE TABLE {name}_before AS SELECT {kept} FROM {name}")
    op.drop_table(name)
    op.create_table(
        name,
        _id("id"),
        *parts,
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sa.CheckConstraint("last_day IS NULL OR last_day >= first_day", name=op.f(f"ck_{name}_span")),
    )
    for each in ("citizen", "group") if name == "memberships" else ("side_a", "side_b"):
        op.create_index(op.f(f"ix_{name}_{each}"), name, [each])
    op.execute(f"INSERT INTO {name} ({kept}) SELECT {kept} FROM {name}_before")
    op.drop_table(f"{name}_before")


def _reviewed(there: bool) -> tuple[sa.Column[Any], ...]:
    return (sa.Column("end_reviewed", sa.Date(), nullable=True),) if there else ()


def _id(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(64), nullable=False)


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{to}.id"],
        name=op.f(f"fk_{table}_{column}_{to}"),
        deferrable=True,
        initially="DEFERRED",
    )
