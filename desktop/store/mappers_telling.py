"""Mapper of who was told of a changed week."""

from __future__ import annotations

from desktop.domain.telling import Told
from desktop.domain.time import IsoWeek
from desktop.store.mapping import Mapping
from desktop.store.rows_telling import ToldRow


def _told_row(told: Told) -> ToldRow:
    return ToldRow(
        id=told.id,
        iso_year=told.week.year,
        iso_week=told.week.week,
        version=told.version,
        person=told.person,
        told_by=told.told_by,
        told_at=told.told_at,
    )


def _told(row: ToldRow) -> Told:
    return Told(
        id=row.id,
        week=IsoWeek(row.iso_year, row.iso_week),
        version=row.version,
        person=row.person,
        told_by=row.told_by,
        told_at=row.told_at,
    )


TOLD = Mapping(Told, ToldRow, _told_row, _told)
