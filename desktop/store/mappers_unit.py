"""Mappers of the unit's settings, dated limits, closed days and threat levels."""

from __future__ import annotations

from desktop.domain.levels import ThreatLevel
from desktop.domain.settings import ClosedDays, Limit, UnitSettings
from desktop.store.mapping import Mapping, block_rows, blocks_of, span_columns, span_of
from desktop.store.rows_unit import (
    ClosedDaysRow,
    LevelFeatureRow,
    LimitRow,
    ThreatLevelRow,
    UnitOpeningRow,
    UnitSettingsRow,
)


def _settings_row(settings: UnitSettings) -> UnitSettingsRow:
    return UnitSettingsRow(
        id=settings.id,
        name=settings.name,
        slot_minutes=settings.slot_minutes,
        idle_interview=settings.idle_interview,
        holidays=settings.holidays,
        opening=block_rows(UnitOpeningRow, settings.opening),
    )


def _settings(row: UnitSettingsRow) -> UnitSettings:
    return UnitSettings(
        id=row.id,
        name=row.name,
        slot_minutes=row.slot_minutes,
        opening=blocks_of(row.opening),
        idle_interview=row.idle_interview,
        holidays=row.holidays,
    )


def _limit_row(limit: Limit) -> LimitRow:
    return LimitRow(
        id=limit.id, key=limit.key, value=limit.value, source=limit.source, **span_columns(limit.span)
    )


def _limit(row: LimitRow) -> Limit:
    return Limit(id=row.id, key=row.key, value=row.value, span=span_of(row), source=row.source)


def _closed_days_row(closed: ClosedDays) -> ClosedDaysRow:
    return ClosedDaysRow(id=closed.id, reason=closed.reason, **span_columns(closed.span))


def _closed_days(row: ClosedDaysRow) -> ClosedDays:
    return ClosedDays(id=row.id, span=span_of(row), reason=row.reason)


def _level_row(level: ThreatLevel) -> ThreatLevelRow:
    return ThreatLevelRow(
        id=level.id,
        level=level.level,
        name=level.name,
        max_group=level.max_group,
        staff=level.staff,
        guards=level.guards,
        alone_on_site=level.alone_on_site,
        needs_approval=level.needs_approval,
        never_automatic=level.never_automatic,
        source=level.source,
        room_features=[LevelFeatureRow(feature=feature) for feature in sorted(level.room_features)],
        **span_columns(level.span),
    )


def _level(row: ThreatLevelRow) -> ThreatLevel:
    return ThreatLevel(
        id=row.id,
        level=row.level,
        name=row.name,
        max_group=row.max_group,
        staff=row.staff,
        guards=row.guards,
        room_features=frozenset(part.feature for part in row.room_features),
        alone_on_site=row.alone_on_site,
        needs_approval=row.needs_approval,
        never_automatic=row.never_automatic,
        span=span_of(row),
        source=row.source,
    )


SETTINGS = Mapping(UnitSettings, UnitSettingsRow, _settings_row, _settings)
LIMITS = Mapping(Limit, LimitRow, _limit_row, _limit)
CLOSED_DAYS = Mapping(ClosedDays, ClosedDaysRow, _closed_days_row, _closed_days)
LEVELS = Mapping(ThreatLevel, ThreatLevelRow, _level_row, _level)
