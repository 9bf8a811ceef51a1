"""Rows of sites, the way between them, rooms, suppliers and staff."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.places import SiteKind
from desktop.store.rows import (
    Block,
    Positioned,
    Row,
    block_check,
    owner,
    parts,
    primary,
    reference,
    told_apart,
    words,
)
from desktop.store.rows_people import SubjectRow


class SiteRow(Row):
    """``own_opening`` tells a site that never opens from one where the unit's hours hold."""

    __tablename__ = "sites"

    id: Mapped[str] = primary()
    name: Mapped[str]
    kind: Mapped[SiteKind] = mapped_column(words(SiteKind, "kind"))
    address: Mapped[str]
    own_opening: Mapped[bool]
    opening: Mapped[list[SiteOpeningRow]] = parts(lambda: SiteOpeningRow.position)


class SiteOpeningRow(Block, Row):
    __tablename__ = "site_opening"
    __table_args__ = (block_check(),)

    site_id: Mapped[str] = owner("sites.id")


class TravelRow(Row):
    __tablename__ = "travels"
    __table_args__ = (
        CheckConstraint("site_a <> site_b", name="two_sites"),
        CheckConstraint("minutes >= 0", name="minutes"),
    )

    id: Mapped[str] = primary()
    site_a: Mapped[str] = reference("sites.id")
    site_b: Mapped[str] = reference("sites.id")
    minutes: Mapped[int]


class RoomRow(Row):
    __tablename__ = "rooms"
    __table_args__ = (CheckConstraint("capacity >= 0", name="capacity"),)

    id: Mapped[str] = primary()
    site: Mapped[str] = reference("sites.id")
    name: Mapped[str]
    capacity: Mapped[int]
    features: Mapped[list[RoomFeatureRow]] = parts(lambda: RoomFeatureRow.feature)
    closures: Mapped[list[RoomClosureRow]] = parts(lambda: RoomClosureRow.position)


class RoomFeatureRow(Row):
    __tablename__ = "room_features"

    room_id: Mapped[str] = owner("rooms.id")
    feature: Mapped[str] = mapped_column(primary_key=True)


class RoomClosureRow(Positioned, Row):
    __tablename__ = "room_closures"
    __table_args__ = (CheckConstraint("starts_at < ends_at", name="times"),)

    room_id: Mapped[str] = owner("rooms.id")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]


class SupplierRow(Row):
    __tablename__ = "suppliers"

    id: Mapped[str] = primary()
    name: Mapped[str]
    contact: Mapped[str]


class StaffMemberRow(SubjectRow):
    __tablename__ = "staff"
    __table_args__ = (CheckConstraint("max_weekly_minutes >= 0", name="minutes"),)
    __mapper_args__ = told_apart(polymorphic_identity="staff")

    id: Mapped[str] = owner("subjects.id")
    name: Mapped[str]
    supplier: Mapped[str | None] = reference("suppliers.id")
    max_weekly_minutes: Mapped[int]
    skills: Mapped[list[StaffSkillRow]] = parts(lambda: StaffSkillRow.skill)
    availability: Mapped[list[StaffAvailabilityRow]] = parts(lambda: StaffAvailabilityRow.position)


class StaffSkillRow(Row):
    __tablename__ = "staff_skills"

    staff_id: Mapped[str] = owner("staff.id")
    skill: Mapped[str] = mapped_column(primary_key=True)


class StaffAvailabilityRow(Block, Row):
    __tablename__ = "staff_availability"
    __table_args__ = (block_check(),)

    staff_id: Mapped[str] = owner("staff.id")
