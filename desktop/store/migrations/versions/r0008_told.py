"""Who was told of a changed week. Frozen, as 0001."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "told",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("iso_year", sa.Integer(), nullable=False),
        sa.Column("iso_week", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("told_by", sa.String(), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_told")),
        sa.CheckConstraint("iso_week BETWEEN 1 AND 53", name=op.f("ck_told_week")),
        sa.UniqueConstraint("version", "person", name=op.f("uq_told_version_person")),
        sa.ForeignKeyConstraint(
            ["person"],
            ["subjects.id"],
            name=op.f("fk_told_person_subjects"),
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index("ix_told_person", "told", ["person"])


def downgrade() -> None:
    op.drop_table("told")
