"""Mappers of citizens, their absences, conflict groups, memberships and separations."""

from __future__ import annotations

from desktop.domain.conflicts import ConflictGroup, Membership, Separation
from desktop.domain.people import Absence, Citizen, HoursCap, LevelAssessment
from desktop.domain.time import TimeSpan
from desktop.store.mapping import Mapping, block_rows, blocks_of, span_columns, span_of
from desktop.store.rows_people import (
    AbsenceRow,
    AvoidedSiteRow,
    AvoidedStaffRow,
    CitizenAvailabilityRow,
    CitizenRow,
    ConflictGroupRow,
    HoursCapRow,
    LevelAssessmentRow,
    MembershipRow,
    SeparationRow,
)


def _group_row(group: ConflictGroup) -> ConflictGroupRow:
    return ConflictGroupRow(id=group.id, name=group.name, note=group.note)


def _group(row: ConflictGroupRow) -> ConflictGroup:
    return ConflictGroup(id=row.id, name=row.name, note=row.note)


def _cap_row(place: int, cap: HoursCap) -> HoursCapRow:
    return HoursCapRow(
        position=place,
        weekly_minutes=cap.weekly_minutes,
        daily_minutes=cap.daily_minutes,
        decided_by=cap.decided_by,
        review_on=cap.review_on,
        note=cap.note,
        **span_columns(cap.span),
    )


def _cap(row: HoursCapRow) -> HoursCap:
    return HoursCap(
        span=span_of(row),
        weekly_minutes=row.weekly_minutes,
        daily_minutes=row.daily_minutes,
        decided_by=row.decided_by,
        review_on=row.review_on,
        note=row.note,
    )


def _assessment_row(place: int, assessment: LevelAssessment) -> LevelAssessmentRow:
    return LevelAssessmentRow(
        position=place,
        level=assessment.level,
        assessed_by=assessment.assessed_by,
        assessed_on=assessment.assessed_on,
        valid_until=assessment.valid_until,
        note=assessment.note,
    )


def _assessment(row: LevelAssessmentRow) -> LevelAssessment:
    return LevelAssessment(
        level=row.level,
        assessed_by=row.assessed_by,
        assessed_on=row.assessed_on,
        valid_until=row.valid_until,
        note=row.note,
    )


def _citizen_row(citizen: Citizen) -> CitizenRow:
    return CitizenRow(
        id=citizen.id,
        name=citizen.name,
        case_number=citizen.case_number,
        note=citizen.note,
        caps=[_cap_row(place, cap) for place, cap in enumerate(citizen.caps)],
        assessments=[_assessment_row(place, made) for place, made in enumerate(citizen.assessments)],
        availability=block_rows(CitizenAvailabilityRow, citizen.availability),
        avoid_staff=[
            AvoidedStaffRow(position=place, staff=staff) for place, staff in enumerate(citizen.avoid_staff)
        ],
        avoid_sites=[
            AvoidedSiteRow(position=place, site=site) for place, site in enumerate(citizen.avoid_sites)
        ],
        **span_columns(citizen.enrolled),
    )


def _citizen(row: CitizenRow) -> Citizen:
    return Citizen(
        id=row.id,
        name=row.name,
        case_number=row.case_number,
        enrolled=span_of(row),
        caps=tuple(_cap(part) for part in row.caps),
        assessments=tuple(_assessment(part) for part in row.assessments),
        availability=blocks_of(row.availability),
        avoid_staff=tuple(part.staff for part in row.avoid_staff),
        avoid_sites=tuple(part.site for part in row.avoid_sites),
        note=row.note,
    )


def _membership_row(membership: Membership) -> MembershipRow:
    return MembershipRow(
        id=membership.id,
        citizen=membership.citizen,
        group=membership.group,
        source=membership.source,
        end_reviewed=membership.end_reviewed,
        **span_columns(membership.span),
    )


def _membership(row: MembershipRow) -> Membership:
    return Membership(
        id=row.id,
        citizen=row.citizen,
        group=row.group,
        span=span_of(row),
        source=row.source,
        end_reviewed=row.end_reviewed,
    )


def _separation_row(separation: Separation) -> SeparationRow:
    return SeparationRow(
        id=separation.id,
        side_a=separation.side_a,
        side_b=separation.side_b,
        scope=separation.scope,
        gap_minutes=separation.gap_minutes,
        reason=separation.reason,
        source=separation.source,
        end_reviewed=separation.end_reviewed,
        **span_columns(separation.span),
    )


def _separation(row: SeparationRow) -> Separation:
    return Separation(
        id=row.id,
        side_a=row.side_a,
        side_b=row.side_b,
        scope=row.scope,
        gap_minutes=row.gap_minutes,
        reason=row.reason,
        span=span_of(row),
        source=row.source,
        end_reviewed=row.end_reviewed,
    )


def _absence_row(absence: Absence) -> AbsenceRow:
    return AbsenceRow(
        id=absence.id,
        person=absence.person,
        kind=absence.kind,
        starts_at=absence.span.start,
        ends_at=absence.span.end,
        note=absence.note,
    )


def _absence(row: AbsenceRow) -> Absence:
    return Absence(
        id=row.id,
        person=row.person,
        kind=row.kind,
        span=TimeSpan(row.starts_at, row.ends_at),
        note=row.note,
    )


GROUPS = Mapping(ConflictGroup, ConflictGroupRow, _group_row, _group)
CITIZENS = Mapping(Citizen, CitizenRow, _citizen_row, _citizen)
MEMBERSHIPS = Mapping(Membership, MembershipRow, _membership_row, _membership)
SEPARATIONS = Mapping(Separation, SeparationRow, _separation_row, _separation)
ABSENCES = Mapping(Absence, AbsenceRow, _absence_row, _absence)
