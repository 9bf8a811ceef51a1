"""A retention rule for staff. Frozen, as 0001."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KINDS = (
    "citizens",
    "absences",
    "memberships",
    "separations",
    "assessments",
    "offers",
    "drafts",
    "plans",
    "audit",
)
WITH_STAFF = ("citizens", "staff", *KINDS[1:])
COLUMNS = "id, kind, months, source, first_day, last_day"


def upgrade() -> None:
    _rules_anew(WITH_STAFF)


def downgrade() -> None:
    op.execute("DELETE FROM retention_rules WHERE kind = 'staff'")
    _rules_anew(KINDS)


def _rules_anew(kinds: tuple[str, ...]) -> None:
    """The table of rules under its own name, with all its rows: a constraint can't be changed where it is."""
    op.execute(f"CREATE TABLE retention_rules_before AS SELECT {COLUMNS} FROM retention_rules")
    op.drop_table("retention_rules")
    op.create_table(
        "retention_rules",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                *kinds,
                name=op.f("ck_retention_rules_kind"),
                native_enum=False,
                length=32,
                create_constraint=True,
            ),
            nullable=False,
        ),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_rules")),
        sa.CheckConstraint("last_day IS NULL OR last_day >= first_day", name=op.f("ck_retention_rules_span")),
        sa.CheckConstraint("months BETWEEN 0 AND 1200", name=op.f("ck_retention_rules_months")),
    )
    op.execute(f"INSERT INTO retention_rules ({COLUMNS}) SELECT {COLUMNS} FROM retention_rules_before")
    op.drop_table("retention_rules_before")
