"""When a plan version was published: the one that was published last is in force. Frozen, as 0001."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

COLUMNS = "id, iso_year, iso_week, number, state, created_at, created_by, status, seconds, digest"
REFUSAL = "a published plan version never changes"
TRAIL = sa.text(
    "SELECT entry.subject_id, entry.at, payload.content FROM audit_entries AS entry "
    "JOIN audit_payloads AS payload ON payload.entry = entry.number "
    "WHERE entry.kind = 'change' AND entry.subject_kind = 'plan_version' "
    "AND payload.content LIKE '%\"published\"%' ORDER BY entry.number"
).columns(at=sa.DateTime())
VERSIONS = sa.table(
    "plan_versions_before",
    sa.column("id", sa.String()),
    sa.column("iso_year", sa.Integer()),
    sa.column("iso_week", sa.Integer()),
    sa.column("number", sa.Integer()),
    sa.column("state", sa.String()),
    sa.column("created_at", sa.DateTime()),
    sa.column("published_at", sa.DateTime()),
)


def upgrade() -> None:
    op.execute(f"CREATE TABLE plan_versions_before AS SELECT {COLUMNS} FROM plan_versions")
    op.execute("ALTER TABLE plan_versions_before ADD COLUMN published_at DATETIME")
    moments = _moments()
    if moments:
        here = VERSIONS.c
        statement = sa.update(VERSIONS).where(here.id == sa.bindparam("version"))
        op.get_bind().execute(
            statement.values(published_at=sa.bindparam("at")),
            [{"version": version, "at": at} for version, at in moments.items()],
        )
    _versions_anew(published_at=True)


def downgrade() -> None:
    op.execute(f"CREATE TABLE plan_versions_before AS SELECT {COLUMNS} FROM plan_versions")
    _versions_anew(published_at=False)


def _moments() -> dict[str, datetime]:
    """When each published version was published: as the audit trail says, else when it was last changed.

    In a week whose versions the trail tells of, a later entry is a later moment, whatever the clock said.
    """
    found = {
        row.id: row
        for row in op.get_bind().execute(sa.select(VERSIONS).where(VERSIONS.c.state == "published"))
    }
    told: dict[str, datetime] = {}
    for version, at, content in op.get_bind().execute(TRAIL):
        if version in found and _says_published(content):
            # An id may have been used before, by a version that is erased: the last entry is its own.
            told.pop(version, None)
            told[version] = at
    moments = {version: row.created_at for version, row in found.items() if version not in told}
    last: dict[tuple[int, int], datetime] = {}
    for version, at in told.items():
        week = (found[version].iso_year, found[version].iso_week)
        moments[version] = max(at, last[week] + timedelta(microseconds=1)) if week in last else at
        last[week] = moments[version]
    return moments


def _says_published(content: str) -> bool:
    try:
        after = json.loads(content)["after"]
        return bool(after["state"] == "published")
    except (ValueError, KeyError, TypeError):
        return False


def _versions_anew(*, published_at: bool) -> None:
    """The table of versions with or without the column, with all its rows, and its guards.

    Made anew under its own name, since a column that is added stands elsewhere in the definition than in a
    table made at once. References to it are off meanwhile, so that what the versions hold stays.
    """
    op.drop_table("plan_versions")
    op.create_table(
        "plan_versions",
        sa.Column("id", sa.String(64), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("iso_year", "iso_week", "number")),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "published",
                name=op.f("ck_plan_versions_state"),
                native_enum=False,
                length=32,
                create_constraint=True,
            ),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        *((sa.Column("published_at", sa.DateTime(), nullable=True),) if published_at else ()),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("created_by", "status")),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_versions")),
        sa.CheckConstraint("iso_week BETWEEN 1 AND 53 AND number >= 1", name=op.f("ck_plan_versions_week")),
        *((_published(),) if published_at else ()),
        sa.UniqueConstraint(
            "iso_year", "iso_week", "number", name=op.f("uq_plan_versions_iso_year_iso_week_number")
        ),
    )
    kept = f"{COLUMNS}, published_at" if published_at else COLUMNS
    op.execute(f"INSERT INTO plan_versions ({kept}) SELECT {kept} FROM plan_versions_before")
    op.drop_table("plan_versions_before")
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER plan_versions_{event.lower()}_guard BEFORE {event} ON plan_versions "
            "WHEN OLD.state = 'published' AND OLD.id NOT IN (SELECT version_id FROM open_erasures) "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )


def _published() -> sa.CheckConstraint:
    return sa.CheckConstraint(
        "(state = 'published') = (published_at IS NOT NULL)", name=op.f("ck_plan_versions_published")
    )
