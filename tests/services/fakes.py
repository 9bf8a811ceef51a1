"""In-memory stand-ins for what the services ask of the outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Any, Self, TypeVar

from desktop.domain.attendance import Attendance
from desktop.domain.audit import AuditEvent
from desktop.domain.locks import Approval, Lock
from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.domain.settings import UnitSettings
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Entity, Unit, entities_of

E = TypeVar("E", bound=Entity)
Rows = dict[tuple[type[Entity], str], Entity]

KINDS = {
    "limits": "Limit",
    "closed_days": "ClosedDays",
    "levels": "ThreatLevel",
    "sites": "Site",
    "travels": "Travel",
    "rooms": "Room",
    "suppliers": "Supplier",
    "staff": "StaffMember",
    "offers": "Offer",
    "activities": "Activity",
    "groups": "ConflictGroup",
    "citizens": "Citizen",
    "memberships": "Membership",
    "separations": "Separation",
    "referrals": "Referral",
    "enrolments": "Enrolment",
    "placements": "Placement",
    "absences": "Absence",
}


class FakeWork:
    """A transaction on a copy of the rows, written back by ``commit``."""

    def __init__(self, rows: Rows) -> None:
        self._committed = rows
        self._rows = dict(rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows = {}

    def commit(self) -> None:
        self._committed.clear()
        self._committed.update(self._rows)

    def is_empty(self) -> bool:
        return (UnitSettings, "unit") not in self._rows

    def unit(self) -> Unit:
        settings = self.get(UnitSettings, "unit")
        if settings is None:
            raise LookupError("unit")
        by_name: dict[str, list[Entity]] = {}
        for (kind, _), row in sorted(self._rows.items(), key=lambda item: item[0][1]):
            by_name.setdefault(kind.__name__, []).append(row)
        parts: dict[str, Any] = {
            field.name: tuple(by_name.get(KINDS[field.name], ()))
            for field in fields(Unit)
            if field.name != "settings"
        }
        return Unit(settings, **parts)

    def get(self, kind: type[E], entity_id: str) -> E | None:
        return next((row for row in self.all(kind) if row.id == entity_id), None)

    def all(self, kind: type[E]) -> tuple[E, ...]:
        rows = [row for row in self._rows.values() if isinstance(row, kind)]
        return tuple(sorted(rows, key=lambda row: row.id))

    def put(self, entity: Entity) -> None:
        self._rows[type(entity), entity.id] = entity

    def put_all(self, entities: Sequence[Entity]) -> None:
        for entity in entities:
            self.put(entity)

    def remove(self, kind: type[Entity], entity_id: str) -> None:
        del self._rows[kind, entity_id]

    def record(self, event: AuditEvent) -> None:
        """A store in memory has no trail."""

    def because(self, reason: str) -> None:
        """A store in memory has no trail."""

    def erase_from_trail(self, subject: str, naming: Callable[[str], bool] | None = None) -> None:
        """A store in memory has no trail."""

    def versions(self, week: IsoWeek) -> tuple[PlanVersion, ...]:
        rows = (version for version in self.all(PlanVersion) if version.week == week)
        return tuple(sorted(rows, key=lambda version: version.number))

    def weeks_from(self, first: IsoWeek) -> tuple[IsoWeek, ...]:
        return tuple(sorted({each.week for each in self.all(PlanVersion) if each.week >= first}))

    def attendances(self, first: date, last: date) -> tuple[Attendance, ...]:
        rows = (noted for noted in self.all(Attendance) if first <= noted.start.date() <= last)
        return tuple(sorted(rows, key=lambda noted: (noted.start, noted.citizen)))

    def take_out(self, person: str) -> int:
        def less(session: PlannedSession) -> PlannedSession:
            return replace(
                session,
                citizens=tuple(one for one in session.citizens if one != person),
                staff=tuple(one for one in session.staff if one != person),
            )

        for lock in self.all(Lock):
            self.put(replace(lock, sessions=tuple(map(less, lock.sessions))))
        for approval in self.all(Approval):
            self.put(replace(approval, session=less(approval.session)))
        taken = 0
        for version in self.all(PlanVersion):
            sessions = tuple(map(less, version.sessions))
            unmet = tuple(each for each in version.unmet if each.citizen != person)
            shorter = replace(version, sessions=sessions, unmet=unmet)
            taken += shorter != version
            self.put(shorter)
        return taken

    def sign_anew(self, version: str, created_by: str) -> None:
        held = self.get(PlanVersion, version)
        assert held is not None
        self.put(replace(held, created_by=created_by))

    def erase_version(self, version: str) -> None:
        del self._rows[PlanVersion, version]


class FakeStore:
    """A store in memory; ``unit`` fills it."""

    def __init__(self, unit: Unit | None = None) -> None:
        self.rows: Rows = {}
        if unit is not None:
            self.put(*entities_of(unit))

    def put(self, *entities: Entity) -> None:
        with self.begin() as work:
            work.put_all(entities)
            work.commit()

    def begin(self) -> FakeWork:
        return FakeWork(self.rows)

    def close(self) -> None:
        self.rows = {}


class FakeClock:
    """Stands still until it is set."""

    def __init__(self, now: datetime = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)) -> None:
        self._now = now

    def set(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def today(self) -> date:
        return self._now.date()
