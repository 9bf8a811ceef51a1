"""Who came to what was planned. Frozen, as 0001."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATES = ("came", "absent_excused", "no_show", "unknown")


def upgrade() -> None:
    op.create_table(
        "attendances",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("iso_year", sa.Integer(), nullable=False),
        sa.Column("iso_week", sa.Integer(), nullable=False),
        sa.Column("session", sa.String(64), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("citizen", sa.String(64), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                *STATES,
                name=op.f("ck_attendances_state"),
                native_enum=False,
                length=32,
                create_constraint=True,
            ),
            nullable=False,
        ),
        sa.Column("noted_by", sa.String(), nullable=False),
        sa.Column("noted_at", sa.DateTime(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("follow_up", sa.String(), nullable=False),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendances")),
        sa.CheckConstraint("iso_week BETWEEN 1 AND 53", name=op.f("ck_attendances_week")),
        sa.UniqueConstraint("citizen", "starts_at", name=op.f("uq_attendances_citizen_starts_at")),
        sa.ForeignKeyConstraint(
            ["citizen"],
            ["citizens.id"],
            name=op.f("fk_attendances_citizen_citizens"),
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index("ix_attendances_citizen", "attendances", ["citizen"])
    op.create_index("ix_attendances_starts_at", "attendances", ["starts_at"])


def downgrade() -> None:
    op.drop_table("attendances")
