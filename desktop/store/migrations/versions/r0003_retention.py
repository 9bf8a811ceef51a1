"""Retention rules, and a door in the triggers of published versions for an erasure that the law asks for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

PLAN_PARTS = ("plan_goals", "plan_sessions", "plan_session_staff", "plan_session_citizens", "plan_unmet")
REFUSAL = "a published plan version never changes"
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


def upgrade() -> None:
    op.create_table(
        "retention_rules",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                *KINDS,
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
    op.create_table(
        "open_erasures",
        sa.Column("version_id", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("version_id", name=op.f("pk_open_erasures")),
    )
    _guard_anew(" AND {id} NOT IN (SELECT version_id FROM open_erasures)")


def downgrade() -> None:
    _guard_anew("")
    op.drop_table("open_erasures")
    op.drop_table("retention_rules")


def _guard_anew(unless: str) -> None:
    """The guards of the first revision, with a condition more; ``{id}`` in it is the version's id.

    An insertion is never part of an erasure, so its guards stay as they are.
    """
    for event in ("UPDATE", "DELETE"):
        _trigger("plan_versions", event, "OLD.state = 'published'" + unless.format(id="OLD.id"))
    for part in PLAN_PARTS:
        for event, sides in (("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
            ids = ", ".join(f"{side}.version_id" for side in sides)
            published = f"SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN ({ids})"
            _trigger(part, event, f"EXISTS ({published}{unless.format(id='id')})")


def _trigger(table: str, event: str, when: str) -> None:
    name = f"{table}_{event.lower()}_guard"
    op.execute(f"DROP TRIGGER {name}")
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
        f"WHEN {when} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )
