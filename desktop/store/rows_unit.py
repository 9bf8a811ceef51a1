"""Rows of the unit's settings, dated limits, closed days and threat levels."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.store.rows import (
    Block,
    Row,
    Spanned,
    block_check,
    owner,
    parts,
    primary,
    reference,
    span_check,
)


class UnitSettingsRow(Row):
    __tablename__ = "unit_settings"
    __table_args__ = (
        CheckConstraint("id = 'unit'", name="only_one"),
        CheckConstraint("slot_minutes > 0", name="slot_minutes"),
    )

    id: Mapped[str] = primary()
    name: Mapped[str]
    slot_minutes: Mapped[int]
    idle_interview: Mapped[str | None] = reference("activities.id")
    holidays: Mapped[str]
    opening: Mapped[list[UnitOpeningRow]] = parts(lambda: UnitOpeningRow.position)


class UnitOpeningRow(Block, Row):
    __tablename__ = "unit_opening"
    __table_args__ = (block_check(),)

    unit_id: Mapped[str] = owner("unit_settings.id")


class LimitRow(Spanned, Row):
    __tablename__ = "limits"
    __table_args__ = (span_check(),)

    id: Mapped[str] = primary()
    key: Mapped[str]
    value: Mapped[int]
    source: Mapped[str]


class ClosedDaysRow(Spanned, Row):
    __tablename__ = "closed_days"
    __table_args__ = (span_check(),)

    id: Mapped[str] = primary()
    reason: Mapped[str]


class ThreatLevelRow(Spanned, Row):
    __tablename__ = "threat_levels"
    __table_args__ = (
        span_check(),
        CheckConstraint("max_group >= 1 AND staff >= 0 AND guards >= 0", name="measures"),
    )

    id: Mapped[str] = primary()
    level: Mapped[int]
    name: Mapped[str]
    max_group: Mapped[int]
    staff: Mapped[int]
    guards: Mapped[int]
    alone_on_site: Mapped[bool]
    needs_approval: Mapped[bool]
    never_automatic: Mapped[bool]
    source: Mapped[str]
    room_features: Mapped[list[LevelFeatureRow]] = parts(lambda: LevelFeatureRow.feature)


class LevelFeatureRow(Row):
    __tablename__ = "threat_level_features"

    level_id: Mapped[str] = owner("threat_levels.id")
    feature: Mapped[str] = mapped_column(primary_key=True)
