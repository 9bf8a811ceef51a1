"""Rows of citizens, their absences, conflict groups, memberships and separations."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.conflicts import Scope
from desktop.domain.people import AbsenceKind
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
    told_apart,
    words,
)


class SubjectRow(Row):
    """One name space for citizens, conflict groups and staff, since a separation's side is a citizen or
    a group and an absence's person a citizen or somebody of the staff. It keeps both from naming nobody."""

    __tablename__ = "subjects"
    __table_args__ = (CheckConstraint("kind IN ('citizen', 'group', 'staff')", name="kind"),)
    __mapper_args__ = told_apart(polymorphic_on="kind")

    id: Mapped[str] = primary()
    kind: Mapped[str] = mapped_column(String(16))


class ConflictGroupRow(SubjectRow):
    __tablename__ = "conflict_groups"
    __mapper_args__ = told_apart(polymorphic_identity="group")

    id: Mapped[str] = owner("subjects.id")
    name: Mapped[str]
    note: Mapped[str]


class CitizenRow(Spanned, SubjectRow):
    __tablename__ = "citizens"
    __table_args__ = (span_check(),)
    __mapper_args__ = told_apart(polymorphic_identity="citizen")

    id: Mapped[str] = owner("subjects.id")
    name: Mapped[str]
    case_number: Mapped[str]
    note: Mapped[str]
    caps: Mapped[list[HoursCapRow]] = parts(lambda: HoursCapRow.position)
    assessments: Mapped[list[LevelAssessmentRow]] = parts(lambda: LevelAssessmentRow.position)
    availability: Mapped[list[CitizenAvailabilityRow]] = parts(lambda: CitizenAvailabilityRow.position)
    avoid_staff: Mapped[list[AvoidedStaffRow]] = parts(lambda: AvoidedStaffRow.position)
    avoid_sites: Mapped[list[AvoidedSiteRow]] = parts(lambda: AvoidedSiteRow.position)


class HoursCapRow(Positioned, Spanned, Row):
    __tablename__ = "citizen_caps"
    __table_args__ = (
        span_check(),
        CheckConstraint("weekly_minutes >= 0 AND daily_minutes >= 0", name="minutes"),
    )

    citizen_id: Mapped[str] = owner("citizens.id")
    weekly_minutes: Mapped[int]
    daily_minutes: Mapped[int]
    decided_by: Mapped[str]
    review_on: Mapped[date | None]
    note: Mapped[str]


class LevelAssessmentRow(Positioned, Row):
    __tablename__ = "citizen_assessments"

    citizen_id: Mapped[str] = owner("citizens.id")
    level: Mapped[int]
    assessed_by: Mapped[str]
    assessed_on: Mapped[date]
    valid_until: Mapped[date]
    note: Mapped[str]


class CitizenAvailabilityRow(Block, Row):
    __tablename__ = "citizen_availability"
    __table_args__ = (block_check(),)

    citizen_id: Mapped[str] = owner("citizens.id")


class AvoidedStaffRow(Positioned, Row):
    __tablename__ = "citizen_avoid_staff"
    __table_args__ = (UniqueConstraint("citizen_id", "staff"),)

    citizen_id: Mapped[str] = owner("citizens.id")
    staff: Mapped[str] = reference("staff.id")


class AvoidedSiteRow(Positioned, Row):
    __tablename__ = "citizen_avoid_sites"
    __table_args__ = (UniqueConstraint("citizen_id", "site"),)

    citizen_id: Mapped[str] = owner("citizens.id")
    site: Mapped[str] = reference("sites.id")


class MembershipRow(Spanned, Row):
    __tablename__ = "memberships"
    __table_args__ = (span_check(),)

    id: Mapped[str] = primary()
    citizen: Mapped[str] = reference("citizens.id")
    group: Mapped[str] = reference("conflict_groups.id")
    source: Mapped[str]
    end_reviewed: Mapped[date | None]


class SeparationRow(Spanned, Row):
    __tablename__ = "separations"
    __table_args__ = (span_check(), CheckConstraint("gap_minutes >= 0", name="gap"))

    id: Mapped[str] = primary()
    side_a: Mapped[str] = reference("subjects.id")
    side_b: Mapped[str] = reference("subjects.id")
    scope: Mapped[Scope] = mapped_column(words(Scope, "scope"))
    gap_minutes: Mapped[int]
    reason: Mapped[str]
    source: Mapped[str]
    end_reviewed: Mapped[date | None]


class AbsenceRow(Row):
    __tablename__ = "absences"
    __table_args__ = (CheckConstraint("starts_at < ends_at", name="times"),)

    id: Mapped[str] = primary()
    person: Mapped[str] = reference("subjects.id")
    kind: Mapped[AbsenceKind] = mapped_column(words(AbsenceKind, "kind"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    note: Mapped[str]
