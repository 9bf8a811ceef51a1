"""A store in memory and a clock that stands still, for tests of the window and for its pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Any, Self, TypeVar

from desktop.domain.plans import PlanVersion
from desktop.domain.settings import UnitSettings
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Entity, Unit
from desktop.services.importing import entities_of

E = TypeVar("E", bound=Entity)


class FixedClock:
    """Monday 23 November 2026, 09:41 in Copenhagen."""

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 8, 41, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 11, 23)


class MemoryStore:
    """Keeps entities in a dict; a transaction works on a copy."""

    def __init__(self, unit: Unit | None = None) -> None:
        self.kept: dict[tuple[type[Entity], str], Entity] = {}
        for entity in entities_of(unit) if unit else ():
            self.kept[type(entity), entity.id] = entity

    def begin(self) -> MemoryWork:
        return MemoryWork(self)

    def close(self) -> None:
        self.kept = {}


class MemoryWork:
    """One transaction."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store
        self._kept = dict(store.kept)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._kept = {}

    def commit(self) -> None:
        self._store.kept = dict(self._kept)

    def is_empty(self) -> bool:
        return not any(kind is UnitSettings for kind, _ in self._kept)

    def unit(self) -> Unit:
        if self.is_empty():
            raise LookupError
        kinds = {each.name: _kind_of(str(each.type)) for each in fields(Unit) if each.name != "settings"}
        parts: dict[str, Any] = {
            name: tuple(entity for entity in self._sorted() if type(entity).__name__ == kind)
            for name, kind in kinds.items()
        }
        settings = next(entity for entity in self._kept.values() if isinstance(entity, UnitSettings))
        return Unit(settings, **parts)

    def get(self, kind: type[E], entity_id: str) -> E | None:
        return next((entity for entity in self.all(kind) if entity.id == entity_id), None)

    def all(self, kind: type[E]) -> tuple[E, ...]:
        return tuple(entity for entity in self._sorted() if isinstance(entity, kind))

    def put(self, entity: Entity) -> None:
        self._kept[type(entity), entity.id] = entity

    def put_all(self, entities: Sequence[Entity]) -> None:
        for entity in entities:
            self.put(entity)

    def remove(self, kind: type[Entity], entity_id: str) -> None:
        del self._kept[kind, entity_id]

    def versions(self, week: IsoWeek) -> tuple[PlanVersion, ...]:
        found = [version for version in self.all(PlanVersion) if version.week == week]
        return tuple(sorted(found, key=lambda version: version.number))

    def _sorted(self) -> list[Entity]:
        return [self._kept[key] for key in sorted(self._kept, key=lambda key: key[1])]


def _kind_of(annotation: str) -> str:
    """``Limit`` of ``tuple[Limit, ...]``."""
    return annotation.removeprefix("tuple[").split(",")[0]
