"""What the services ask of the outside: a store, a clock, a solver. Concrete parts live beside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self, TypeVar

from desktop.domain.audit import AuditEvent, AuditHead
from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Entity, Unit

E = TypeVar("E", bound=Entity)


class UnitOfWork(Protocol):
    """One transaction. Leaving it without ``commit`` undoes everything done in it."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    def commit(self) -> None: ...
    def is_empty(self) -> bool:
        """Whether the store holds no unit yet."""

    def unit(self) -> Unit:
        """The whole unit. Raises ``LookupError`` where the store is empty."""

    def get(self, kind: type[E], entity_id: str) -> E | None: ...
    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every entity of a kind, ordered by id."""

    def put(self, entity: Entity) -> None:
        """Adds an entity or replaces the one of its kind and id."""

    def put_all(self, entities: Sequence[Entity]) -> None: ...
    def remove(self, kind: type[Entity], entity_id: str) -> None: ...
    def versions(self, week: IsoWeek) -> tuple[PlanVersion, ...]:
        """A week's plan versions, ordered by number."""

    def take_out(self, citizen: str) -> int:
        """Takes somebody out of every plan version, published ones too; returns out of how many.

        Only for an erasure. A session stays with its time, its room and its staff.
        """

    def erase_version(self, version: str) -> None:
        """Removes a plan version, a published one too. Only for an erasure. Raises ``LookupError``."""


class Store(Protocol):
    """An open, unlocked store."""

    def begin(self) -> UnitOfWork: ...
    def close(self) -> None: ...


class NotScrubbed(Exception):
    """What was erased is gone from the store, but its files were busy: they may hold traces until it is
    closed."""


class NotRecorded(Exception):
    """The audit trail could not be written. What was to be recorded must not be done, or not be shown."""


class Auditor(Protocol):
    """Records what is no change of the unit: reads, exports, prints, keys, backups. Changes record themselves
    with their transaction. Never called inside a unit of work: ``UnitOfWork.record`` is for there."""

    def record(self, event: AuditEvent) -> None:
        """Raises ``NotRecorded``."""

    def head(self) -> AuditHead: ...


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, aware, UTC."""

    def today(self) -> date:
        """Today's local date."""
