"""The store of ``services.ports`` over SQLAlchemy. A session never leaves its unit of work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, exists, select
from sqlalchemy.orm import Session

from desktop.domain.attendance import Attendance
from desktop.domain.audit import AuditEvent, AuditHead
from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Entity, Unit
from desktop.services.change import Edit
from desktop.services.trail.audit_changes import change_event
from desktop.store import (
    mappers_attendance,
    mappers_offers,
    mappers_people,
    mappers_places,
    mappers_plans,
    mappers_unit,
)
from desktop.store.audit import SqlTrail
from desktop.store.clock import system_time
from desktop.store.driver import BUSY_SECONDS
from desktop.store.engine import commit_checked, damage, state_of, told_plainly
from desktop.store.errors import StoreClosed, StoreError
from desktop.store.gate import Gate
from desktop.store.kept import Kept, Memory, What
from desktop.store.mappers import MAPPINGS, mapping_of
from desktop.store.mapping import Mapping
from desktop.store.rows import Row
from desktop.store.rows_attendance import AttendanceRow
from desktop.store.rows_plans import (
    PlanVersionRow,
)
from desktop.store.rows_unit import UnitSettingsRow
from desktop.store.statements import (
    chunks,
    deletion,
    erase_version,
    insert,
    refuse_misplaced,
    refuse_published,
    sign_anew,
    take_out,
)

E = TypeVar("E", bound=Entity)

_ROWS = tuple(mapping.row for mapping in MAPPINGS.values())


class SqlStore:
    """An open, unlocked store. ``begin`` may be called from any thread, one transaction at a time each.

    After ``keep_trail`` every change is recorded in the audit trail by the transaction that makes it.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self.engine = engine
        self.path = path
        self.gate = Gate(BUSY_SECONDS)
        self.closed = Event()
        self.kept = Kept()
        self._trail: SqlTrail | None = None

    def keep_trail(self, key: bytes, clock: Callable[[], datetime] = system_time) -> None:
        """Begins to record what changes, sealed with the 32 bytes of ``key`` and dated by ``clock``."""
        self._trail = SqlTrail(self.transaction, key, clock)

    @property
    def trail(self) -> SqlTrail:
        """The audit trail. Raises ``RuntimeError`` where none is kept."""
        if self._trail is None:
            raise RuntimeError("the store keeps no audit trail")
        return self._trail

    def begin(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self, self._trail)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A bare transaction, for what is no entity. Raises ``StoreBusy`` where it has to wait too long."""
        self.gate.enter()
        try:
            with self.engine.begin() as connection:
                yield connection
        finally:
            self.gate.leave()

    @contextmanager
    def alone(self) -> Iterator[Engine]:
        """A time without any unit of work: new ones wait. Raises ``StoreBusy`` where one does not end."""
        with self.gate.alone():
            yield self.engine

    def is_damaged(self) -> bool:
        """Whether a page, the structure or a reference is not as it was written. Reads all of the file.

        Raises ``StoreDamaged`` where a page can't be read at all.
        """
        return damage(self.engine)

    def go_on_with(self, engine: Engine) -> None:
        """Takes another engine on the store's file, for units of work to come."""
        self.engine = engine

    def close(self) -> None:
        """Closes the file and drops its keys, at once and for good.

        Units of work still open, in whatever thread, end as if they had been left without a commit; what is
        asked of them raises ``StoreClosed``.
        """
        self.closed.set()
        self.kept.close()
        if self._trail is not None:
            self._trail.close()
        self.engine.dispose()


class SqlUnitOfWork:
    """One transaction, from ``with`` to ``commit``, or to the end of the block, which undoes it.

    It holds the whole store from its first moment: another one waits for it, and raises ``StoreBusy``
    when that takes too long. So never open one inside another, and don't keep one while waiting for a
    person. References between entities are checked at the commit; everything else when it is put.

    Raises ``StoreRefused`` where the database refuses, which ends the unit of work and undoes it;
    ``StoreClosed`` once the store is closed.
    """

    def __init__(self, store: SqlStore, trail: SqlTrail | None) -> None:
        self._store = store
        self._trail = trail
        self._session: Session | None = None
        self._edits: dict[tuple[type[Entity], str], Edit] = {}
        self._events: list[AuditEvent] = []
        self._reason = ""
        self._erased: list[tuple[str, Callable[[str], bool] | None]] = []
        self._memory = Memory(store.kept, _ROWS)

    def __enter__(self) -> Self:
        if self._session is not None:
            raise RuntimeError("this unit of work has begun already")
        self._store.gate.enter()
        session = Session(self._store.engine, autoflush=False, expire_on_commit=False)
        try:
            with told_plainly():
                self._store.kept.look_at(state_of(session.connection()))
        except BaseException:
            session.close()
            self._store.gate.leave()
            raise
        self._session = session
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def commit(self) -> None:
        """Makes everything lasting, or raises and leaves the store as it was. Ends the unit of work."""
        with self._open() as session:
            refuse_misplaced(session)
            head = self._write_trail(session)
            try:
                with commit_checked(session.connection()):
                    session.commit()
                self._memory.committed()
            finally:
                self._end()
        if self._trail is not None and head is not None:
            self._trail.committed(head)

    def is_empty(self) -> bool:
        with self._open() as session:
            return not session.scalar(select(exists().where(UnitSettingsRow.id.is_not(None))))

    def unit(self) -> Unit:
        found = self._all(mappers_unit.SETTINGS)
        if not found:
            raise LookupError("the store holds no unit yet")
        return Unit(
            settings=found[0],
            limits=self._all(mappers_unit.LIMITS),
            closed_days=self._all(mappers_unit.CLOSED_DAYS),
            levels=self._all(mappers_unit.LEVELS),
            sites=self._all(mappers_places.SITES),
            travels=self._all(mappers_places.TRAVELS),
            rooms=self._all(mappers_places.ROOMS),
            suppliers=self._all(mappers_places.SUPPLIERS),
            staff=self._all(mappers_places.STAFF),
            offers=self._all(mappers_offers.OFFERS),
            activities=self._all(mappers_offers.ACTIVITIES),
            groups=self._all(mappers_people.GROUPS),
            citizens=self._all(mappers_people.CITIZENS),
            memberships=self._all(mappers_people.MEMBERSHIPS),
            separations=self._all(mappers_people.SEPARATIONS),
            referrals=self._all(mappers_offers.REFERRALS),
            enrolments=self._all(mappers_offers.ENROLMENTS),
            placements=self._all(mappers_offers.PLACEMENTS),
            absences=self._all(mappers_people.ABSENCES),
        )

    def get(self, kind: type[E], entity_id: str) -> E | None:
        mapping = mapping_of(kind)
        found = self._read(mapping, mapping.row.id == entity_id)
        return found[0] if found else None

    def all(self, kind: type[E]) -> tuple[E, ...]:
        return self._all(mapping_of(kind))

    def put(self, entity: Entity) -> None:
        self.put_all((entity,))

    def put_all(self, entities: Sequence[Entity]) -> None:
        """Adds or replaces them, in any order. Of two of one kind and id the later one counts."""
        latest = {(type(entity), entity.id): entity for entity in entities}
        by_kind: dict[type[Entity], list[Entity]] = {}
        for entity in latest.values():
            by_kind.setdefault(type(entity), []).append(entity)
        rows: list[Row] = []
        with self._open() as session:
            for kind, alike in by_kind.items():
                mapping = mapping_of(kind)
                ids = [entity.id for entity in alike]
                before = self._before(mapping, ids)
                self._memory.touch(mapping.row, ids)
                self._delete(session, mapping, ids)
                rows.extend(mapping.to_row(entity) for entity in alike)
                for entity in alike:
                    self._note(kind, entity.id, before.get(entity.id), entity)
            insert(session, rows)

    def remove(self, kind: type[Entity], entity_id: str) -> None:
        """Removes an entity. Raises ``LookupError`` where there is none of that kind and id."""
        mapping = mapping_of(kind)
        with self._open() as session:
            before = self._before(mapping, [entity_id])
            self._memory.touch(mapping.row, [entity_id])
            if not self._delete(session, mapping, [entity_id]):
                raise LookupError(f"there is no {kind.__name__} of this id")
            self._note(kind, entity_id, before.get(entity_id), None)

    def versions(self, week: IsoWeek) -> tuple[PlanVersion, ...]:
        row = PlanVersionRow
        asked = (row.iso_year == week.year, row.iso_week == week.week)
        found = self._read_once((row, week), mappers_plans.VERSIONS, *asked)
        return tuple(sorted(found, key=lambda version: version.number))

    def weeks_from(self, first: IsoWeek) -> tuple[IsoWeek, ...]:
        """The weeks from this one on that have a plan version, in order."""
        row = PlanVersionRow
        with self._open() as session:
            found = session.execute(select(row.iso_year, row.iso_week).distinct()).all()
        weeks = (IsoWeek(year, week) for year, week in found)
        return tuple(sorted(each for each in weeks if each >= first))

    def attendances(self, first: date, last: date) -> tuple[Attendance, ...]:
        row = AttendanceRow
        after = datetime.combine(last + timedelta(days=1), time())
        found = self._read(
            mappers_attendance.ATTENDANCES,
            row.starts_at >= datetime.combine(first, time()),
            row.starts_at < after,
        )
        return tuple(sorted(found, key=lambda noted: (noted.start, noted.citizen)))

    def take_out(self, person: str) -> int:
        """Takes a citizen or somebody of the staff out of every plan version, published ones too, and of the
        sessions of locks and approvals; returns out of how many versions.
        """
        self._memory.touch_all()
        with self._open() as session:
            return take_out(session, person)

    def sign_anew(self, version: str, created_by: str) -> None:
        """Changes whom a plan version says it was made by, of a published one too."""
        self._memory.touch_all()
        with self._open() as session:
            sign_anew(session, version, created_by)

    def erase_version(self, version: str) -> None:
        """Removes a plan version, a published one too. Raises ``LookupError`` where there is none."""
        held = self._before(mappers_plans.VERSIONS, [version]).get(version)
        self._memory.touch_all()
        with self._open() as session:
            if not erase_version(session, version):
                raise LookupError("there is no plan version of this id")
            self._note(PlanVersion, version, held, None)

    def record(self, event: AuditEvent) -> None:
        self._events.append(event)

    def because(self, reason: str) -> None:
        self._reason = reason

    def erase_from_trail(self, subject: str, naming: Callable[[str], bool] | None = None) -> None:
        self._erased.append((subject, naming))

    def _before(self, mapping: Mapping[E, Any], ids: Sequence[str]) -> dict[str, E]:
        """What the store holds of these ids, for the trail."""
        if self._trail is None:
            return {}
        found: dict[str, E] = {}
        for chunk in chunks(ids):
            found |= {entity.id: entity for entity in self._read(mapping, mapping.row.id.in_(chunk))}
        return found

    def _note(self, kind: type[Entity], entity_id: str, before: Entity | None, after: Entity | None) -> None:
        """Of several edits of one entity the trail tells the first before and the last after."""
        known = self._edits.get((kind, entity_id))
        self._edits[kind, entity_id] = Edit(known.before if known else before, after)

    def _write_trail(self, session: Session) -> AuditHead | None:
        """The trail's head with what was written; None where nothing was."""
        head: AuditHead | None = None
        if self._trail is None:
            return head
        changes = (change_event(edit) for edit in self._edits.values())
        told = [replace(event, reason=self._reason) for event in changes if event is not None]
        events = told + self._events
        connection = session.connection()
        if events:
            head = self._trail.append_in(connection, events)
        for subject, naming in self._erased:
            head = self._trail.erase_in(connection, subject, naming)
        return head

    @contextmanager
    def _open(self) -> Iterator[Session]:
        if self._session is None:
            raise RuntimeError("this unit of work has not begun or has ended")
        try:
            if self._store.closed.is_set():
                raise StoreClosed("the store is closed")
            with told_plainly():
                yield self._session
        except StoreError:
            # What the database refused has undone the transaction; nothing more can be built on it.
            self._end()
            raise

    def _end(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            try:
                with told_plainly():
                    session.close()
            finally:
                self._store.gate.leave()

    def _all(self, mapping: Mapping[E, Any]) -> tuple[E, ...]:
        return self._read_once((mapping.row,), mapping)

    def _read_once(self, what: What, mapping: Mapping[E, Any], *conditions: Any) -> tuple[E, ...]:
        """As ``_read``, and from memory where nothing of the kind was written since it was read."""
        with self._open():
            found: tuple[E, ...] | None = self._memory.get(what)
        if found is None:
            found = self._merged(mapping) if what == (mapping.row,) else self._read(mapping, *conditions)
            self._memory.put(what, found)
        return found

    def _merged(self, mapping: Mapping[E, Any]) -> tuple[E, ...]:
        """Everything of a kind: what was kept of it, with what was written since read anew."""
        known = self._memory.before_writing(mapping.row)
        if known is None:
            return self._read(mapping)
        base, ids = known
        found = [entity for entity in base if entity.id not in ids]
        for chunk in chunks(ids):
            found += self._read(mapping, mapping.row.id.in_(chunk))
        return tuple(sorted(found, key=lambda entity: entity.id))

    def _read(self, mapping: Mapping[E, Any], *conditions: Any) -> tuple[E, ...]:
        with self._open() as session:
            rows = session.scalars(select(mapping.row).where(*conditions)).all()
            found = [mapping.to_entity(row) for row in rows]
            # What was read is forgotten: rows are written past the session's memory of them.
            session.expunge_all()
        # Sorted here and not by the database, each of which has an order of letters of its own.
        return tuple(sorted(found, key=lambda entity: entity.id))

    def _delete(self, session: Session, mapping: Mapping[Any, Any], ids: Sequence[str]) -> int:
        """Deletes rows with all that they own; tells how many there were."""
        gone = 0
        for chunk in chunks(ids):
            if mapping.row is PlanVersionRow:
                refuse_published(session, chunk)
            gone += session.connection().execute(deletion(mapping.row, chunk)).rowcount
        return gone
