"""Everything about one person, for a request of access, and nothing about anybody else.

Others are left out of it: whoever somebody is kept apart from is a person of their own, with more at stake
than a name. So the other side of a separation is named where it is a group, and is *another person* where
it is one; staff and other participants are not named; and where a free text names one of the others, a mark
takes the name's place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from desktop.domain.attendance import Attendance
from desktop.domain.conflicts import ConflictGroup, Membership, Separation
from desktop.domain.locks import Approval, Lock, LockKind
from desktop.domain.offers import Activity, Enrolment, Offer, Placement, Referral
from desktop.domain.people import Absence, Citizen
from desktop.domain.places import Site
from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.domain.staffing import StaffMember, Supplier
from desktop.domain.telling import Told
from desktop.domain.unit import Entity, Unit
from desktop.services.erasure import texts_naming
from desktop.services.names import Names
from desktop.services.ports import Store, UnitOfWork


class Section(StrEnum):
    """The parts of the answer, each of which may be left out where the law says so."""

    MASTER = "master"
    HOURS = "hours"
    LEVELS = "levels"
    GROUPS = "groups"
    SEPARATIONS = "separations"
    OFFERS = "offers"
    PLACEMENTS = "placements"
    ABSENCES = "absences"
    WEEKS = "weeks"
    ATTENDANCE = "attendance"
    LOCKS = "locks"
    AUDIT = "audit"


STAFF_SECTIONS = (
    Section.MASTER,
    Section.HOURS,
    Section.ABSENCES,
    Section.WEEKS,
    Section.LOCKS,
    Section.AUDIT,
)
"""The parts of an answer to somebody of the staff; a citizen's has them all."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An entry of the audit about the person: when (aware) and what in words, not who of the staff did it."""

    at: datetime
    what: str


Extract = Callable[[str], Sequence[AuditLine]]
"""The audit's entries about the person of an id, the oldest first."""
E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class KeptApart:
    """A separation; ``other`` is the group on its other side, None where that is another person."""

    separation: Separation
    other: str | None


@dataclass(frozen=True, slots=True)
class SessionOf:
    """A session of a plan version that the person was to take part in, with the names of its things."""

    version: PlanVersion
    session: PlannedSession
    activity: str
    site: str
    room: str


@dataclass(frozen=True, slots=True)
class HeldSession:
    """A session of a lock or an approval that the person takes part in, with the names of its things."""

    session: PlannedSession
    activity: str
    site: str
    room: str


@dataclass(frozen=True, slots=True)
class LockOf:
    """A lock of the person's own week (``own``), or one that holds sessions of theirs.

    Why another person's week is locked is that person's: then the lock has no reason here.
    """

    lock: Lock
    own: bool
    sessions: tuple[HeldSession, ...]


@dataclass(frozen=True, slots=True)
class ApprovalOf:
    """A manual yes to a session that the person takes part in."""

    approval: Approval
    held: HeldSession


@dataclass(frozen=True, slots=True)
class PersonFile:
    """What the store holds about one citizen. ``named_elsewhere``: how many texts on others name them."""

    unit: str
    citizen: Citizen
    avoided_sites: tuple[str, ...]
    memberships: tuple[tuple[str, Membership], ...]
    separations: tuple[KeptApart, ...]
    referrals: tuple[tuple[str, Referral], ...]
    enrolments: tuple[tuple[str, Enrolment], ...]
    placements: tuple[tuple[str, Placement], ...]
    absences: tuple[Absence, ...]
    sessions: tuple[SessionOf, ...]
    missed: tuple[tuple[PlanVersion, str], ...]
    attendances: tuple[Attendance, ...]
    locks: tuple[LockOf, ...]
    approvals: tuple[ApprovalOf, ...]
    told: tuple[Told, ...]
    named_elsewhere: int
    audit: tuple[AuditLine, ...] | None


@dataclass(frozen=True, slots=True)
class StaffFile:
    """What the store holds about one member of staff. ``supplier`` is empty for the unit's own.

    ``avoided_by``: with how many citizens they are not planned. ``named_elsewhere`` as of a citizen.
    """

    unit: str
    member: StaffMember
    supplier: str
    avoided_by: int
    absences: tuple[Absence, ...]
    sessions: tuple[SessionOf, ...]
    locks: tuple[LockOf, ...]
    approvals: tuple[ApprovalOf, ...]
    told: tuple[Told, ...]
    named_elsewhere: int
    audit: tuple[AuditLine, ...] | None


def access_file(
    store: Store, person: str, mark: str, extract: Extract | None = None
) -> PersonFile | StaffFile:
    """Everything about a citizen or somebody of the staff. ``mark`` stands in texts in the place of another
    person's name.

    ``extract`` None: there is no audit to ask. Raises ``LookupError`` where there is nobody of the id.
    """
    with store.begin() as work:
        of_staff = work.get(StaffMember, person) is not None
    return (staff_file if of_staff else person_file)(store, person, mark, extract)


def person_file(store: Store, citizen: str, mark: str, extract: Extract | None = None) -> PersonFile:
    """Everything about a citizen; as ``access_file``."""
    with store.begin() as work:
        person = work.get(Citizen, citizen)
        if person is None:
            raise LookupError("there is nobody of this id")
        held = _Held(work, citizen, mark)
        noted = sorted(
            (each for each in work.all(Attendance) if each.citizen == citizen), key=lambda each: each.start
        )
    unit, names = held.unit, held.names
    groups = {each.group for each in unit.memberships if each.citizen == citizen}
    return PersonFile(
        unit=unit.settings.name,
        citizen=held.masked(person),
        avoided_sites=tuple(names[site] for site in person.avoid_sites),
        memberships=tuple(
            (names[each.group], held.masked(each)) for each in unit.memberships if each.citizen == citizen
        ),
        separations=tuple(
            KeptApart(held.masked(each), names.get(_other_side(each, citizen, groups)))
            for each in unit.separations
            if {each.side_a, each.side_b} & {citizen, *groups}
        ),
        referrals=tuple((names[each.offer], each) for each in unit.referrals if each.citizen == citizen),
        enrolments=tuple((names[each.activity], each) for each in unit.enrolments if each.citizen == citizen),
        placements=tuple(
            (names[each.site] if each.site else "", each)
            for each in unit.placements
            if each.citizen == citizen
        ),
        absences=held.absences(),
        sessions=held.sessions(),
        missed=tuple(
            (version, names.get(duty.duty, ""))
            for version in held.versions
            for duty in version.unmet
            if duty.citizen == citizen
        ),
        attendances=tuple(held.masked(each) for each in noted),
        locks=held.locks(),
        approvals=held.approvals(),
        told=held.told(),
        named_elsewhere=held.elsewhere,
        audit=None if extract is None else tuple(extract(citizen)),
    )


def staff_file(store: Store, member: str, mark: str, extract: Extract | None = None) -> StaffFile:
    """Everything about somebody of the staff; as ``access_file``."""
    with store.begin() as work:
        person = work.get(StaffMember, member)
        if person is None:
            raise LookupError("there is nobody of this id")
        held = _Held(work, member, mark)
        supplier = work.get(Supplier, person.supplier) if person.supplier is not None else None
    return StaffFile(
        unit=held.unit.settings.name,
        member=person,
        supplier="" if supplier is None else supplier.name,
        avoided_by=sum(member in each.avoid_staff for each in held.unit.citizens),
        absences=held.absences(),
        sessions=held.sessions(),
        locks=held.locks(),
        approvals=held.approvals(),
        told=held.told(),
        named_elsewhere=held.elsewhere,
        audit=None if extract is None else tuple(extract(member)),
    )


class _Held:
    """What one transaction reads for an answer about somebody, with the names of things."""

    def __init__(self, work: UnitOfWork, person: str, mark: str) -> None:
        self._person = person
        self._mark = mark
        self.unit: Unit = work.unit()
        self.versions = sorted(work.all(PlanVersion), key=lambda each: (each.week, each.number))
        self.elsewhere = texts_naming(work, person)
        self._locks = sorted(work.all(Lock), key=lambda each: (each.week, each.locked_at))
        self._approvals = sorted(work.all(Approval), key=lambda each: each.session.start)
        self._told = sorted(work.all(Told), key=lambda each: each.told_at)
        everybody: tuple[Citizen | StaffMember, ...] = (*self.unit.citizens, *self.unit.staff)
        self._others = Names(each for each in everybody if each.id != person)
        named: tuple[ConflictGroup | Offer | Activity | Site, ...] = (
            *self.unit.groups,
            *self.unit.offers,
            *self.unit.activities,
            *self.unit.sites,
        )
        self.names = {each.id: each.name for each in named}
        self._rooms = {room.id: room for room in self.unit.rooms}

    def masked(self, entity: E) -> E:
        """An entity without the names of others in its texts."""
        return self._others.replaced_in(entity, self._mark)

    def absences(self) -> tuple[Absence, ...]:
        return tuple(self.masked(each) for each in self.unit.absences if each.person == self._person)

    def sessions(self) -> tuple[SessionOf, ...]:
        return tuple(
            SessionOf(version, each.session, each.activity, each.site, each.room)
            for version in self.versions
            for each in self._theirs(version.sessions)
        )

    def locks(self) -> tuple[LockOf, ...]:
        found = []
        for lock in self._locks:
            sessions = self._theirs(lock.sessions)
            own = lock.kind is LockKind.PERSON and lock.subject == self._person
            if own or sessions:
                anothers = lock.kind is LockKind.PERSON and not own
                told = replace(lock, reason="") if anothers else lock
                found.append(LockOf(self.masked(told), own, sessions))
        return tuple(found)

    def approvals(self) -> tuple[ApprovalOf, ...]:
        return tuple(
            ApprovalOf(self.masked(each), held)
            for each in self._approvals
            for held in self._theirs((each.session,))
        )

    def told(self) -> tuple[Told, ...]:
        return tuple(self.masked(each) for each in self._told if each.person == self._person)

    def _theirs(self, sessions: Iterable[PlannedSession]) -> tuple[HeldSession, ...]:
        """Those of the sessions that the person takes part in, in the order of time."""
        return tuple(
            HeldSession(
                each,
                self.names[each.activity],
                self.names[self._rooms[each.room].site],
                self._rooms[each.room].name,
            )
            for each in sorted(sessions, key=lambda one: (one.start, one.id))
            if self._person in (*each.citizens, *each.staff)
        )


def _other_side(separation: Separation, citizen: str, groups: set[str]) -> str:
    """The id of the side that is not the person's own."""
    own = {citizen, *groups}
    return separation.side_b if separation.side_a in own else separation.side_a
