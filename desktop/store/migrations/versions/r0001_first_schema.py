"""The first schema, and the triggers that keep a published plan version as it is.

Frozen: it says what the tables were, in helpers of its own, whatever becomes of the row classes.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
PLAN_PARTS = ("plan_goals", "plan_sessions", "plan_session_staff", "plan_session_citizens", "plan_unmet")
REFUSAL = "a published plan version never changes"


def upgrade() -> None:
    _schema().create_all(op.get_bind(), checkfirst=False)
    for statement in _guards():
        op.execute(statement)


def downgrade() -> None:
    _schema().drop_all(op.get_bind(), checkfirst=False)


def _guards() -> list[str]:
    """SQLite's triggers; they go with their tables. Another database needs a revision with its own."""
    guards = [
        f"CREATE TRIGGER plan_versions_{event.lower()}_guard BEFORE {event} ON plan_versions "
        f"WHEN OLD.state = 'published' BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for event in ("UPDATE", "DELETE")
    ]
    for part in PLAN_PARTS:
        for event, sides in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
            ids = ", ".join(f"{side}.version_id" for side in sides)
            guards.append(
                f"CREATE TRIGGER {part}_{event.lower()}_guard BEFORE {event} ON {part} "
                f"WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN ({ids})) "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )
    return guards


def _schema() -> sa.MetaData:
    schema = sa.MetaData(naming_convention=CONSTRAINT_NAMES)
    for tables in (_people, _places, _unit, _offers, _plans):
        tables(schema)
    return schema


def _people(schema: sa.MetaData) -> None:
    table = partial(_table, schema)
    table(
        "subjects",
        _id(),
        sa.Column("kind", sa.String(16), nullable=False),
        _check("kind", "kind IN ('citizen', 'group', 'staff')"),
    )
    table("conflict_groups", _owner("id", "subjects.id"), _text("name"), _text("note"))
    table(
        "citizens", _owner("id", "subjects.id"), _text("name"), _text("case_number"), _text("note"), *_span()
    )
    table(
        "citizen_caps",
        _owner("citizen_id", "citizens.id"),
        _number("weekly_minutes"),
        _number("daily_minutes"),
        _text("decided_by"),
        _day("review_on", nullable=True),
        _text("note"),
        _position(),
        *_span(),
        _check("minutes", "weekly_minutes >= 0 AND daily_minutes >= 0"),
    )
    table(
        "citizen_assessments",
        _owner("citizen_id", "citizens.id"),
        _number("level"),
        _text("assessed_by"),
        _day("assessed_on"),
        _day("valid_until"),
        _text("note"),
        _position(),
    )
    table("citizen_availability", _owner("citizen_id", "citizens.id"), *_block())
    table(
        "citizen_avoid_staff",
        _owner("citizen_id", "citizens.id"),
        _reference("staff", "staff.id"),
        _position(),
        sa.UniqueConstraint("citizen_id", "staff"),
    )
    table(
        "citizen_avoid_sites",
        _owner("citizen_id", "citizens.id"),
        _reference("site", "sites.id"),
        _position(),
        sa.UniqueConstraint("citizen_id", "site"),
    )
    table(
        "memberships",
        _id(),
        _reference("citizen", "citizens.id"),
        _reference("group", "conflict_groups.id"),
        _text("source"),
        *_span(),
    )
    table(
        "separations",
        _id(),
        _reference("side_a", "subjects.id"),
        _reference("side_b", "subjects.id"),
        _words("scope", "session", "site"),
        _number("gap_minutes"),
        _text("reason"),
        _text("source"),
        *_span(),
        _check("gap", "gap_minutes >= 0"),
    )
    table(
        "absences",
        _id(),
        _reference("person", "subjects.id"),
        _words("kind", "illness", "holiday", "court", "detained", "other"),
        *_times(),
        _text("note"),
    )


def _places(schema: sa.MetaData) -> None:
    table = partial(_table, schema)
    table(
        "sites",
        _id(),
        _text("name"),
        _words("kind", "unit", "supplier", "workplace"),
        _text("address"),
        _flag("own_opening"),
    )
    table("site_opening", _owner("site_id", "sites.id"), *_block())
    table(
        "travels",
        _id(),
        _reference("site_a", "sites.id"),
        _reference("site_b", "sites.id"),
        _number("minutes"),
        _check("two_sites", "site_a <> site_b"),
        _check("minutes", "minutes >= 0"),
    )
    table(
        "rooms",
        _id(),
        _reference("site", "sites.id"),
        _text("name"),
        _number("capacity"),
        _check("capacity", "capacity >= 0"),
    )
    table("room_features", _owner("room_id", "rooms.id"), _text("feature", primary_key=True))
    table("room_closures", _owner("room_id", "rooms.id"), *_times(), _position())
    table("suppliers", _id(), _text("name"), _text("contact"))
    table(
        "staff",
        _owner("id", "subjects.id"),
        _text("name"),
        _reference("supplier", "suppliers.id", nullable=True),
        _number("max_weekly_minutes"),
        _check("minutes", "max_weekly_minutes >= 0"),
    )
    table("staff_skills", _owner("staff_id", "staff.id"), _text("skill", primary_key=True))
    table("staff_availability", _owner("staff_id", "staff.id"), *_block())


def _unit(schema: sa.MetaData) -> None:
    table = partial(_table, schema)
    table(
        "unit_settings",
        _id(),
        _text("name"),
        _number("slot_minutes"),
        _reference("idle_interview", "activities.id", nullable=True),
        _text("holidays"),
        _check("slot_minutes", "slot_minutes > 0"),
        _check("only_one", "id = 'unit'"),
    )
    table("unit_opening", _owner("unit_id", "unit_settings.id"), *_block())
    table("limits", _id(), _text("key"), _number("value"), _text("source"), *_span())
    table("closed_days", _id(), _text("reason"), *_span())
    table(
        "threat_levels",
        _id(),
        _number("level"),
        _text("name"),
        _number("max_group"),
        _number("staff"),
        _number("guards"),
        _flag("alone_on_site"),
        _flag("needs_approval"),
        _text("source"),
        *_span(),
        _check("measures", "max_group >= 1 AND staff >= 0 AND guards >= 0"),
    )
    table("threat_level_features", _owner("level_id", "threat_levels.id"), _text("feature", primary_key=True))


def _offers(schema: sa.MetaData) -> None:
    table = partial(_table, schema)
    table(
        "offers",
        _id(),
        _text("name"),
        _words("kind", "special", "mentor_company", "community_work"),
        _reference("supplier", "suppliers.id", nullable=True),
        _number("startup_weeks", nullable=True),
        *_span(),
    )
    table(
        "activities",
        _id(),
        _text("name"),
        _words("kind", "group_teaching", "mentoring", "interview", "workshop"),
        _reference("offer", "offers.id", nullable=True),
        _flag("counts"),
        _number("min_group"),
        _number("max_group"),
        _number("staff"),
        _text("skill"),
        _flag("any_room"),
        _number("max_per_day"),
        _number("cost_per_session"),
        _number("cost_per_citizen"),
        _check("staff", "staff >= 0"),
        _check("cost", "cost_per_session >= 0 AND cost_per_citizen >= 0"),
        _check("group_size", "0 <= min_group AND min_group <= max_group"),
        _check("max_per_day", "max_per_day >= 0"),
    )
    table(
        "activity_lengths",
        _owner("activity_id", "activities.id"),
        _number("minutes"),
        _position(),
        _check("minutes", "minutes > 0"),
    )
    table("activity_features", _owner("activity_id", "activities.id"), _text("feature", primary_key=True))
    table(
        "activity_rooms",
        _owner("activity_id", "activities.id"),
        _reference("room", "rooms.id"),
        _position(),
        sa.UniqueConstraint("activity_id", "room"),
    )
    table(
        "referrals", _id(), _reference("citizen", "citizens.id"), _reference("offer", "offers.id"), *_span()
    )
    table(
        "enrolments",
        _id(),
        _reference("citizen", "citizens.id"),
        _reference("activity", "activities.id"),
        _number("min_sessions"),
        _number("max_sessions"),
        *_span(),
        _check("sessions", "0 <= min_sessions AND min_sessions <= max_sessions"),
    )
    table(
        "placements",
        _id(),
        _reference("citizen", "citizens.id"),
        _words("kind", "internship", "wage_subsidy", "community_work"),
        _text("employer"),
        _reference("site", "sites.id", nullable=True),
        _reference("offer", "offers.id", nullable=True),
        *_span(),
    )
    table("placement_blocks", _owner("placement_id", "placements.id"), *_block())


def _plans(schema: sa.MetaData) -> None:
    table = partial(_table, schema)
    table(
        "plan_versions",
        _id(),
        _number("iso_year"),
        _number("iso_week"),
        _number("number"),
        _words("state", "draft", "published"),
        _time("created_at"),
        _text("created_by"),
        _text("status"),
        _real("seconds"),
        _text("digest"),
        _check("week", "iso_week BETWEEN 1 AND 53 AND number >= 1"),
        sa.UniqueConstraint("iso_year", "iso_week", "number"),
    )
    table(
        "plan_goals",
        _owner("version_id", "plan_versions.id"),
        _text("goal"),
        _real("value"),
        _real("bound"),
        _flag("proven"),
        _position(),
    )
    table(
        "plan_sessions",
        _owner("version_id", "plan_versions.id"),
        sa.Column("session", sa.String(64), nullable=False),
        _reference("activity", "activities.id"),
        _reference("room", "rooms.id"),
        *_times(),
        _position(),
        sa.UniqueConstraint("version_id", "session"),
    )
    table(
        "plan_session_staff",
        *_in_session(),
        _reference("staff", "staff.id"),
        _position(),
        sa.UniqueConstraint("version_id", "session_position", "staff"),
    )
    table(
        "plan_session_citizens",
        *_in_session(),
        _reference("citizen", "citizens.id"),
        _position(),
        sa.UniqueConstraint("version_id", "session_position", "citizen"),
    )
    table(
        "plan_unmet",
        _owner("version_id", "plan_versions.id"),
        _reference("citizen", "citizens.id"),
        _reference("activity", "activities.id", nullable=True),
        _position(),
    )


def _table(schema: sa.MetaData, name: str, *parts: SchemaItem) -> None:
    sa.Table(name, schema, *parts)


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.String(64), primary_key=True)


def _owner(name: str, column: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(64), sa.ForeignKey(column, ondelete="CASCADE"), primary_key=True)


def _reference(name: str, column: str, *, nullable: bool = False) -> sa.Column[Any]:
    key = sa.ForeignKey(column, deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.String(64), key, nullable=nullable, index=True)


def _position() -> sa.Column[Any]:
    return sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False)


def _text(name: str, *, primary_key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False, primary_key=primary_key)


def _number(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _real(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Double(), nullable=False)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _day(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _time(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(), nullable=False)


def _words(name: str, *words: str) -> sa.Column[Any]:
    kind = sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)
    return sa.Column(name, kind, nullable=False)


def _check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=name)


def _span() -> tuple[SchemaItem, ...]:
    rule = "last_day IS NULL OR last_day >= first_day"
    return _day("first_day"), _day("last_day", nullable=True), _check("span", rule)


def _times() -> tuple[SchemaItem, ...]:
    return _time("starts_at"), _time("ends_at"), _check("times", "starts_at < ends_at")


def _block() -> tuple[SchemaItem, ...]:
    rule = (
        "weekday BETWEEN 0 AND 6 AND 0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440"
    )
    numbers = (_number(name) for name in ("weekday", "start_minute", "end_minute"))
    return *numbers, _position(), _check("block", rule)


def _in_session() -> tuple[SchemaItem, ...]:
    return (
        sa.Column("version_id", sa.String(64), primary_key=True),
        sa.Column("session_position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.ForeignKeyConstraint(
            ["version_id", "session_position"],
            ["plan_sessions.version_id", "plan_sessions.position"],
            ondelete="CASCADE",
        ),
    )
