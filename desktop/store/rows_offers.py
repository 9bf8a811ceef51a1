"""Rows of offers, activities, referrals, enrolments and placements."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.offers import ActivityKind, OfferKind, PlacementKind
from desktop.store.rows import (
    Block,
    Positioned,
    Row,
    Spanned,
    block_check,
    owner,
    parts,
    primary,
    reference,
    span_check,
    words,
)


class OfferRow(Spanned, Row):
    __tablename__ = "offers"
    __table_args__ = (span_check(),)

    id: Mapped[str] = primary()
    name: Mapped[str]
    kind: Mapped[OfferKind] = mapped_column(words(OfferKind, "kind"))
    supplier: Mapped[str | None] = reference("suppliers.id")
    startup_weeks: Mapped[int | None]


class ActivityRow(Row):
    """``any_room`` tells an activity for which every room will do from one whose list is empty."""

    __tablename__ = "activities"
    __table_args__ = (
        CheckConstraint("0 <= min_group AND min_group <= max_group", name="group_size"),
        CheckConstraint("staff >= 0", name="staff"),
        CheckConstraint("max_per_day >= 0", name="max_per_day"),
        CheckConstraint("cost_per_session >= 0 AND cost_per_citizen >= 0", name="cost"),
    )

    id: Mapped[str] = primary()
    name: Mapped[str]
    kind: Mapped[ActivityKind] = mapped_column(words(ActivityKind, "kind"))
    offer: Mapped[str | None] = reference("offers.id")
    counts: Mapped[bool]
    min_group: Mapped[int]
    max_group: Mapped[int]
    staff: Mapped[int]
    skill: Mapped[str]
    any_room: Mapped[bool]
    max_per_day: Mapped[int]
    cost_per_session: Mapped[int]
    cost_per_citizen: Mapped[int]
    lengths: Mapped[list[ActivityLengthRow]] = parts(lambda: ActivityLengthRow.position)
    room_features: Mapped[list[ActivityFeatureRow]] = parts(lambda: ActivityFeatureRow.feature)
    rooms: Mapped[list[ActivityRoomRow]] = parts(lambda: ActivityRoomRow.position)


class ActivityLengthRow(Positioned, Row):
    __tablename__ = "activity_lengths"
    __table_args__ = (CheckConstraint("minutes > 0", name="minutes"),)

    activity_id: Mapped[str] = owner("activities.id")
    minutes: Mapped[int]


class ActivityFeatureRow(Row):
    __tablename__ = "activity_features"

    activity_id: Mapped[str] = owner("activities.id")
    feature: Mapped[str] = mapped_column(primary_key=True)


class ActivityRoomRow(Positioned, Row):
    __tablename__ = "activity_rooms"
    __table_args__ = (UniqueConstraint("activity_id", "room"),)

    activity_id: Mapped[str] = owner("activities.id")
    room: Mapped[str] = reference("rooms.id")


class ReferralRow(Spanned, Row):
    __tablename__ = "referrals"
    __table_args__ = (span_check(),)

    id: Mapped[str] = primary()
    citizen: Mapped[str] = reference("citizens.id")
    offer: Mapped[str] = reference("offers.id")


class EnrolmentRow(Spanned, Row):
    __tablename__ = "enrolments"
    __table_args__ = (
        span_check(),
        CheckConstraint("0 <= min_sessions AND min_sessions <= max_sessions", name="sessions"),
    )

    id: Mapped[str] = primary()
    citizen: Mapped[str] = reference("citizens.id")
    activity: Mapped[str] = reference("activities.id")
    min_sessions: Mapped[int]
    max_sessions: Mapped[int]


class PlacementRow(Spanned, Row):
    __tablename__ = "placements"
    __table_args__ = (span_check(),)

    id: Mapped[str] = primary()
    citizen: Mapped[str] = reference("citizens.id")
    kind: Mapped[PlacementKind] = mapped_column(words(PlacementKind, "kind"))
    employer: Mapped[str]
    site: Mapped[str | None] = reference("sites.id")
    offer: Mapped[str | None] = reference("offers.id")
    blocks: Mapped[list[PlacementBlockRow]] = parts(lambda: PlacementBlockRow.position)


class PlacementBlockRow(Block, Row):
    __tablename__ = "placement_blocks"
    __table_args__ = (block_check(),)

    placement_id: Mapped[str] = owner("placements.id")
