"""Everything about one person, for a request of access, and nothing about anybody else.

Others are left out of it: whoever somebody is kept apart from is a person of their own, with more at stake
than a name. So the other side of a separation is named where it is a group, and is *another person* where
it is one; staff and other participants are not named; and where a free text names one of the others, a mark
takes the name's place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.attendance import Attendance
from desktop.domain.conflicts import ConflictGroup, Membership, Separation
from desktop.domain.offers import Activity, Enrolment, Offer, Placement, Referral
from desktop.domain.people import Absence, Citizen
from desktop.domain.places import Site
from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.services.erasure import texts_naming
from desktop.services.names import Names
from desktop.services.ports import Store


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
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An entry of the audit about the person: when (aware) and what in words, not who of the staff did it."""

    at: datetime
    what: str


Extract = Callable[[str], Sequence[AuditLine]]
"""The audit's entries about the person of an id, the oldest first."""


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
class PersonFile:
    """What the store holds about one person. ``named_elsewhere``: how many texts on others name them."""

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
    named_elsewhere: int
    audit: tuple[AuditLine, ...] | None


def person_file(store: Store, citizen: str, mark: str, extract: Extract | None = None) -> PersonFile:
    """Everything about somebody. ``mark`` stands in texts in the place of another person's name.

    ``extract`` None: there is no audit to ask. Raises ``LookupError`` where there is nobody of the id.
    """
    with store.begin() as work:
        person = work.get(Citizen, citizen)
        if person is None:
            raise LookupError("there is nobody of this id")
        unit = work.unit()
        versions = sorted(work.all(PlanVersion), key=lambda each: (each.week, each.number))
        noted = [each for each in work.all(Attendance) if each.citizen == citizen]
        elsewhere = texts_naming(work, citizen)
    others = Names(each for each in unit.citizens if each.id != citizen)
    named: tuple[ConflictGroup | Offer | Activity | Site, ...] = (
        *unit.groups,
        *unit.offers,
        *unit.activities,
        *unit.sites,
    )
    names = {each.id: each.name for each in named}
    rooms = {room.id: room for room in unit.rooms}
    groups = {each.group for each in unit.memberships if each.citizen == citizen}

    return PersonFile(
        unit=unit.settings.name,
        citizen=others.replaced_in(person, mark),
        avoided_sites=tuple(names[site] for site in person.avoid_sites),
        memberships=tuple(
            (names[each.group], others.replaced_in(each, mark))
            for each in unit.memberships
            if each.citizen == citizen
        ),
        separations=tuple(
            KeptApart(others.replaced_in(each, mark), names.get(_other_side(each, citizen, groups)))
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
        absences=tuple(others.replaced_in(each, mark) for each in unit.absences if each.person == citizen),
        sessions=tuple(
            SessionOf(
                version,
                each,
                names[each.activity],
                names[rooms[each.room].site],
                rooms[each.room].name,
            )
            for version in versions
            for each in sorted(version.sessions, key=lambda one: (one.start, one.id))
            if citizen in each.citizens
        ),
        missed=tuple(
            (version, names.get(duty.duty, ""))
            for version in versions
            for duty in version.unmet
            if duty.citizen == citizen
        ),
        attendances=tuple(
            others.replaced_in(each, mark) for each in sorted(noted, key=lambda one: one.start)
        ),
        named_elsewhere=elsewhere,
        audit=None if extract is None else tuple(extract(citizen)),
    )


def _other_side(separation: Separation, citizen: str, groups: set[str]) -> str:
    """The id of the side that is not the person's own."""
    own = {citizen, *groups}
    return separation.side_b if separation.side_a in own else separation.side_a
