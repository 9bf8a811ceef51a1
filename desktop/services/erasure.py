"""Erasing: what was confirmed, in one transaction, with nothing left of it in the store's files afterwards.

Whoever is erased is taken out of everything: their own record, what is theirs, whom they are kept apart
from, and every plan version, published ones too. A session that they took part in stays as what happened in
a room with its staff, without them; nothing marks the empty place, since a mark that stands at the same
place in every session of somebody would name them to whoever knows one of them. Where a free text of
somebody else names them in full or by case number, a mark takes the name's place. A plan of this week or a
later one that names them must be over or made anew first: a session without them might be too small, and
nobody would know that it changed. An approval of such a week goes with them: what was approved was a session
with them in it.

Somebody of the staff goes the same way: out of the sessions, where the citizens stay, out of whom citizens
are not planned with, and where they stand as who decided or approved something, the mark takes their name's
place. What stays is who the audit trail says has worked with Sikkerplan: its chain can't do without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from desktop.domain.attendance import Attendance
from desktop.domain.audit import AuditEvent, AuditKind
from desktop.domain.conflicts import Membership, Separation
from desktop.domain.locks import Approval, Lock, LockKind
from desktop.domain.offers import Enrolment, Placement, Referral
from desktop.domain.people import Absence, Citizen
from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.domain.retention import PERSONS, DataKind, months_after
from desktop.domain.staffing import StaffMember
from desktop.domain.telling import Told
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Entity, entities_of
from desktop.services.names import Names
from desktop.services.ports import NotRecorded, NotScrubbed, Store, UnitOfWork
from desktop.services.retention import Due, rules_in_force, still_planned


class StillPlanned(Exception):
    """A plan of this week or a later one names somebody who was to be erased; nothing was."""


class AuditPayloads(Protocol):
    """What the audit holds beyond who did what when, which can go without breaking its chain."""

    def older_than(self, day: date) -> int:
        """How many entries of before a day still hold something."""

    def empty_older_than(self, day: date) -> None: ...


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did: people, other entries, plan versions that lost somebody, texts that named them.

    ``traces``: the store's files were busy, and may tell of what was erased until the store is closed.
    ``audit_left``: what was due of the audit could not be emptied.
    """

    people: int
    entries: int
    versions: int
    texts: int
    traces: bool = False
    audit_left: bool = False


@dataclass(frozen=True, slots=True)
class AuditDue:
    """How many entries of the audit of before a day still hold more than who did what when."""

    before: date
    entries: int


class Eraser:
    """Erases from one store. ``scrub`` leaves nothing of what was removed in its files, or
    raises ``NotScrubbed``.

    ``mark`` stands in the texts of others in the place of a name.
    """

    def __init__(
        self,
        store: Store,
        scrub: Callable[[], None],
        payloads: AuditPayloads | None = None,
    ) -> None:
        self._store = store
        self._scrub = scrub
        self._payloads = payloads

    def erase(self, chosen: Iterable[Due], today: date, mark: str, audit: AuditDue | None = None) -> Erased:
        """Erases what was confirmed of what is due, all of it or nothing; then empties what is due of the
        audit.

        Raises ``StillPlanned``, ``LookupError`` where somebody is not there any more, or what the store
        raises.
        """
        items = tuple(chosen)
        people = tuple(item.entity.id for item in items if item.kind in PERSONS)
        with self._store.begin() as work:
            done, _ = _erase_people(work, people, today, mark)
            entries = sum(_erase_item(work, item) for item in items if item.kind not in PERSONS)
            done = replace(done, entries=entries)
            _record(work, done, "")
            work.commit()
        if audit is not None:
            done = self._emptied(done, audit.before)
        return self._scrubbed(done)

    def erase_person(self, person: str, today: date, mark: str, reason: str) -> Erased:
        """Erases a citizen or somebody of the staff at once, due or not, as the law may ask. Raises as
        ``erase``."""
        with self._store.begin() as work:
            done, names = _erase_people(work, (person,), today, mark)
            _record(work, done, names.replaced(reason, mark))
            work.commit()
        return self._scrubbed(done)

    def audit_due(self, today: date) -> AuditDue | None:
        """What of the audit is due for emptying; None where nothing is, or where there is no audit."""
        if self._payloads is None:
            return None
        with self._store.begin() as work:
            rules = {rule.kind: rule.months for rule in rules_in_force(work, today)}
        before = months_after(today, -rules[DataKind.AUDIT])
        entries = self._payloads.older_than(before)
        return AuditDue(before, entries) if entries else None

    def _emptied(self, done: Erased, before: date) -> Erased:
        if self._payloads is not None:
            try:
                self._payloads.empty_older_than(before)
            except NotRecorded:
                return replace(done, audit_left=True)
        return done

    def _scrubbed(self, done: Erased) -> Erased:
        try:
            self._scrub()
        except NotScrubbed:
            return replace(done, traces=True)
        return done


def _record(work: UnitOfWork, done: Erased, reason: str) -> None:
    """What was done, in the same transaction. It names nobody: counts alone."""
    counts = {"erased": done.people, "removed": done.entries, "changed_versions": done.versions}
    work.record(AuditEvent(AuditKind.ERASE, "unit", "unit", reason, counts))


def texts_naming(work: UnitOfWork, person: str) -> int:
    """In how many entries of others texts name a citizen or somebody of the staff."""
    found = _person(work, person)
    if found is None:
        return 0
    names = Names((found,))
    # A mark, since a signature may not be empty.
    return sum(1 for other in _others(work, {person}) if names.replaced_in(other, "…") != other)


def _person(work: UnitOfWork, person: str) -> Citizen | StaffMember | None:
    return work.get(Citizen, person) or work.get(StaffMember, person)


def _erase_people(work: UnitOfWork, people: Sequence[str], today: date, mark: str) -> tuple[Erased, Names]:
    found = [each for person in people if (each := _person(work, person)) is not None]
    if len(found) != len(people):
        raise LookupError("somebody is not there any more")
    if any(still_planned(work, person, today) for person in people):
        raise StillPlanned
    gone = set(people)
    owned_by: tuple[Membership | Referral | Enrolment | Placement | Attendance, ...] = (
        *work.all(Membership),
        *work.all(Referral),
        *work.all(Enrolment),
        *work.all(Placement),
        *work.all(Attendance),
    )
    for owned in owned_by:
        if owned.citizen in gone:
            work.remove(type(owned), owned.id)
            work.erase_from_trail(owned.id)
    about_them: tuple[Absence | Told, ...] = (*work.all(Absence), *work.all(Told))
    for about in about_them:
        if about.person in gone:
            work.remove(type(about), about.id)
            work.erase_from_trail(about.id)
    for separation in work.all(Separation):
        if {separation.side_a, separation.side_b} & gone:
            work.remove(Separation, separation.id)
            work.erase_from_trail(separation.id)
    _let_go(work, gone, IsoWeek.containing(today))
    versions = sum(work.take_out(person) for person in people)
    names = Names(found)
    for version in work.all(PlanVersion):
        signed = names.replaced_in(version, mark).created_by
        if signed != version.created_by:
            work.sign_anew(version.id, signed)
    others = [(other, _without(other, gone)) for other in _others(work, gone)]
    marked = [(other, names.replaced_in(less, mark), less) for other, less in others]
    work.put_all([after for before, after, _ in marked if after != before])
    for person in found:
        work.remove(type(person), person.id)
        work.erase_from_trail(person.id, names.stand_in)
    return Erased(len(people), 0, versions, sum(after != less for _, after, less in marked)), names


def _let_go(work: UnitOfWork, gone: set[str], this_week: IsoWeek) -> None:
    """Removes the locks of those who go, and the locks and approvals of weeks to come with them in it.

    What is held fast for somebody who goes is held for nobody. A session without them is not what was
    approved.
    """
    for lock in work.all(Lock):
        ahead = lock.week >= this_week and any(_takes_part(each, gone) for each in lock.sessions)
        if ahead or (lock.kind is LockKind.PERSON and lock.subject in gone):
            work.remove(Lock, lock.id)
            work.erase_from_trail(lock.id)
    for approval in work.all(Approval):
        if approval.week >= this_week and _takes_part(approval.session, gone):
            work.remove(Approval, approval.id)
            work.erase_from_trail(approval.id)


def _takes_part(session: PlannedSession, people: set[str]) -> bool:
    return not people.isdisjoint((*session.citizens, *session.staff))


def _without(entity: Entity, gone: set[str]) -> Entity:
    """A citizen who is planned with everybody who goes; any other entity as it is."""
    if not isinstance(entity, Citizen):
        return entity
    return replace(entity, avoid_staff=tuple(each for each in entity.avoid_staff if each not in gone))


def _erase_item(work: UnitOfWork, item: Due) -> int:
    """Erases one entry; 1, or 0 where it has gone already, perhaps with somebody whose it was."""
    found = work.get(type(item.entity), item.entity.id)
    if found is None:
        return 0
    # The trail keeps that something went, and not what it was.
    work.erase_from_trail(found.id)
    if isinstance(found, PlanVersion):
        work.erase_version(found.id)
    elif isinstance(found, Citizen):
        work.put(replace(found, assessments=tuple(each for each in found.assessments if each != item.part)))
    else:
        work.remove(type(found), found.id)
    return 1


def _others(work: UnitOfWork, gone: set[str]) -> list[Entity]:
    """Every entity with a text that is not somebody's of those who go."""
    held = (
        *entities_of(work.unit()),
        *work.all(Lock),
        *work.all(Approval),
        *work.all(Attendance),
        *work.all(Told),
    )
    return [each for each in held if each.id not in gone]
