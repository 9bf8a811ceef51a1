"""Mapper of who came to what was planned."""

from __future__ import annotations

from desktop.domain.attendance import Attendance
from desktop.domain.time import IsoWeek
from desktop.store.mapping import Mapping
from desktop.store.rows_attendance import AttendanceRow


def _attendance_row(noted: Attendance) -> AttendanceRow:
    return AttendanceRow(
        id=noted.id,
        iso_year=noted.week.year,
        iso_week=noted.week.week,
        session=noted.session,
        starts_at=noted.start,
        citizen=noted.citizen,
        state=noted.state,
        noted_by=noted.noted_by,
        noted_at=noted.noted_at,
        note=noted.note,
        follow_up=noted.follow_up,
        follow_up_on=noted.follow_up_on,
    )


def _attendance(row: AttendanceRow) -> Attendance:
    return Attendance(
        id=row.id,
        week=IsoWeek(row.iso_year, row.iso_week),
        session=row.session,
        start=row.starts_at,
        citizen=row.citizen,
        state=row.state,
        noted_by=row.noted_by,
        noted_at=row.noted_at,
        note=row.note,
        follow_up=row.follow_up,
        follow_up_on=row.follow_up_on,
    )


ATTENDANCES = Mapping(Attendance, AttendanceRow, _attendance_row, _attendance)
