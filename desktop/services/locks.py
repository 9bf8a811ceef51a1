"""Locking and unlocking parts of a week, and the manual yes to a session: each one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.domain.levels import measures_in
from desktop.domain.locks import Approval, Lock, LockKind
from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.domain.time import IsoWeek
from desktop.services.change import Change, Edit
from desktop.services.ids import NewId
from desktop.services.ports import Clock, Store
from desktop.services.week.locking import FaultyLock, faulty_locks, locks_of
from desktop.services.week.planning import Prepared


class LockClash(Exception):
    """Another lock of the week holds another session of the same id, of another version: lift it first.

    ``lock`` is that other lock.
    """

    def __init__(self, lock: Lock) -> None:
        super().__init__("another lock holds another session of the same id")
        self.lock = lock


@dataclass(frozen=True, slots=True)
class MissingApproval:
    """A session that needs a manual yes and has none as it stands. ``citizens``: for whose sake."""

    session: PlannedSession
    citizens: tuple[str, ...]


class LockService:
    """Locks and approvals of one store. ``user`` is who is named as the one who locked."""

    def __init__(self, store: Store, clock: Clock, user: str, new_id: NewId) -> None:
        self._store = store
        self._clock = clock
        self._user = user
        self._new_id = new_id

    def locks(self, week: IsoWeek) -> tuple[Lock, ...]:
        """A week's locks, the oldest first."""
        with self._store.begin() as work:
            return tuple(sorted(locks_of(work.all(Lock), week), key=lambda lock: (lock.locked_at, lock.id)))

    def lock_session(self, version: PlanVersion, session: str, reason: str = "") -> Change:
        """Holds a session of a version fast. Raises ``LookupError`` for an unknown one, ``LockClash``."""
        held = _session(version, session)
        return self._lock(version.week, LockKind.SESSION, session, (held,), reason)

    def lock_person(self, version: PlanVersion, person: str, reason: str = "") -> Change:
        """Holds all sessions of a citizen or staff member fast; they get no others. Raises ``LockClash``."""
        held = tuple(each for each in version.sessions if person in (*each.citizens, *each.staff))
        return self._lock(version.week, LockKind.PERSON, person, held, reason)

    def lock_day(self, version: PlanVersion, day: date, reason: str = "") -> Change:
        """Holds all sessions of a day fast; there will be no others. Raises ``LockClash``."""
        held = tuple(each for each in version.sessions if each.start.date() == day)
        return self._lock(version.week, LockKind.DAY, day.isoformat(), held, reason)

    def unlock(self, lock: str) -> Change:
        """Lifts a lock. Raises ``LookupError`` where it is not there any more."""
        with self._store.begin() as work:
            found = work.get(Lock, lock)
            if found is None:
                raise LookupError("there is no such lock")
            work.remove(Lock, lock)
            work.commit()
        return Change("lock_lifted", (Edit(found, None),))

    def approvals(self, week: IsoWeek) -> tuple[Approval, ...]:
        """A week's approvals, the oldest first."""
        with self._store.begin() as work:
            found = [each for each in work.all(Approval) if each.week == week]
        return tuple(sorted(found, key=lambda each: (each.approved_at, each.id)))

    def approve(self, version: PlanVersion, session: str, by: str, note: str = "") -> Change:
        """Records that somebody, ``by``, has said yes to a session as it stands.

        Raises ``LookupError`` for an unknown session, ``DomainError`` where nobody is named.
        """
        held = _session(version, session)
        made = Approval(
            self._new_id("approval"), version.week, held, by.strip(), self._clock.now(), note.strip()
        )
        with self._store.begin() as work:
            work.put(made)
            work.commit()
        return Change("session_approved", (Edit(None, made),))

    def withdraw(self, approval: str) -> Change:
        """Takes a yes back. Raises ``LookupError`` where it is not there any more."""
        with self._store.begin() as work:
            found = work.get(Approval, approval)
            if found is None:
                raise LookupError("there is no such approval")
            work.remove(Approval, approval)
            work.commit()
        return Change("approval_withdrawn", (Edit(found, None),))

    def _lock(
        self, week: IsoWeek, kind: LockKind, subject: str, held: tuple[PlannedSession, ...], reason: str
    ) -> Change:
        """A subject that is locked already gets its lock anew, with what stands there now."""
        with self._store.begin() as work:
            others = locks_of(work.all(Lock), week)
            before = next((each for each in others if (each.kind, each.subject) == (kind, subject)), None)
            by_id = {each.id: each for each in held}
            for other in others:
                if other is not before and any(by_id.get(each.id, each) != each for each in other.sessions):
                    raise LockClash(other)
            made = Lock(
                id=self._new_id("lock") if before is None else before.id,
                week=week,
                kind=kind,
                subject=subject,
                sessions=held,
                locked_by=self._user,
                locked_at=self._clock.now(),
                reason=reason.strip(),
            )
            work.put(made)
            work.commit()
        return Change("lock_set", (Edit(before, made),))


def locks_at_fault(prepared: Prepared) -> tuple[FaultyLock, ...]:
    """The week's locks that contradict the rules as the unit stands, or name what is not in the week."""
    return faulty_locks(prepared.checked, prepared.locks)


def needing_approval(prepared: Prepared) -> frozenset[str]:
    """The citizens of the week whose level asks for a manual yes before each session."""
    asking = {row.level for row in measures_in(prepared.unit.levels, prepared.week) if row.needs_approval}
    return frozenset(each.id for each in prepared.problem.citizens if each.level in asking)


def approvals_missing(
    prepared: Prepared, version: PlanVersion, approvals: Iterable[Approval]
) -> tuple[MissingApproval, ...]:
    """The version's sessions that need a manual yes and have none as they stand, the earliest first."""
    given = [each for each in approvals if each.week == version.week]
    asking = needing_approval(prepared)
    found = [
        MissingApproval(session, tuple(each for each in session.citizens if each in asking))
        for session in version.sessions
        if not asking.isdisjoint(session.citizens) and not any(each.covers(session) for each in given)
    ]
    return tuple(sorted(found, key=lambda each: (each.session.start, each.session.id)))


def _session(version: PlanVersion, session: str) -> PlannedSession:
    held = next((each for each in version.sessions if each.id == session), None)
    if held is None:
        raise LookupError("no such session")
    return held
