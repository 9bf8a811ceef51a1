"""What the audit trail tells of a change: the entity, who it is about, and the values that differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from desktop.domain.attendance import Attendance
from desktop.domain.audit import AuditEvent, AuditKind
from desktop.domain.conflicts import Membership, Separation
from desktop.domain.locks import Approval, Lock, LockKind
from desktop.domain.offers import Enrolment, Placement, Referral
from desktop.domain.people import Absence, Citizen
from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.domain.staffing import StaffMember
from desktop.domain.telling import Told
from desktop.domain.unit import Entity
from desktop.services.change import Edit

SHARED_KINDS = ("plan_version", "session", "week")
"""Kinds of subjects whose payload names people by their ids alone, and is about many of them at once."""

_UPPER = re.compile(r"(?<!^)(?=[A-Z])")


def change_event(edit: Edit) -> AuditEvent | None:
    """What is recorded of an edit; None where nothing differs.

    Of a plan version its digest stands for the sessions: they are many, and the digest tells any other.
    """
    entity = edit.after if edit.after is not None else edit.before
    if entity is None or edit.before == edit.after:
        return None
    before, after = _values(edit.before), _values(edit.after)
    if before is not None and after is not None:
        differing = {name for name in after if before[name] != after[name]}
        before = {name: value for name, value in before.items() if name in differing}
        after = {name: value for name, value in after.items() if name in differing}
    people = {person for side in (edit.before, edit.after) if side is not None for person in people_of(side)}
    return AuditEvent(
        AuditKind.CHANGE,
        kind_word(type(entity)),
        entity.id,
        payload={"before": before, "after": after},
        people=tuple(sorted(people)),
    )


def week_event(
    kind: AuditKind,
    version: PlanVersion,
    *,
    names: str,
    contents: str = "rooms",
    only: str = "",
    people: Iterable[str] | None = None,
) -> AuditEvent:
    """A plan version that is printed or written to a file, with ``names`` in full or case numbers.

    ``contents`` is what its pages are by, ``only`` the id of the one that it was printed for, ``people``
    those who stand on it; everybody of the version where they are not given.
    """
    payload = {
        "week": str(version.week),
        "number": version.number,
        "digest": version.digest,
        "names": names,
        "contents": f"by_{contents}",
    }
    return AuditEvent(
        kind,
        kind_word(PlanVersion),
        version.id,
        payload=payload | ({"only": only} if only else {}),
        people=tuple(sorted(set(people_of(version) if people is None else people))),
    )


def read_event(subject_kind: str, subject_id: str) -> AuditEvent:
    """Somebody opened what is kept of a person: to be recorded by every page that shows one."""
    return AuditEvent(AuditKind.READ, subject_kind, subject_id)


def session_read_event(version: PlanVersion, session: PlannedSession) -> AuditEvent:
    """Somebody opened a planned session with the names, levels and groups of its people."""
    return AuditEvent(
        AuditKind.READ,
        "session",
        session.id,
        payload={"week": str(version.week), "number": version.number, "starts": session.start.isoformat()},
        people=tuple(sorted({*session.citizens, *session.staff})),
    )


def kind_word(kind: type[Entity]) -> str:
    """The word for a kind of entity: ``plan_version``."""
    return _UPPER.sub("_", kind.__name__).lower()


def people_of(entity: Entity) -> Iterator[str]:
    """The ids of those whom an entity is about: citizens, staff, the groups that a separation names."""
    match entity:
        case Citizen() | StaffMember():
            yield entity.id
        case Membership() | Referral() | Enrolment() | Placement() | Attendance():
            yield entity.citizen
        case Absence() | Told():
            yield entity.person
        case Separation():
            yield entity.side_a
            yield entity.side_b
        case PlanVersion():
            for session in entity.sessions:
                yield from session.citizens
                yield from session.staff
            for unmet in entity.unmet:
                yield unmet.citizen
        case Lock():
            if entity.kind is LockKind.PERSON:
                yield entity.subject
            for session in entity.sessions:
                yield from session.citizens
                yield from session.staff
        case Approval():
            yield from entity.session.citizens
            yield from entity.session.staff
        case _:
            return


def _values(entity: Entity | None) -> dict[str, object] | None:
    if entity is None:
        return None
    left_out = {"id", "sessions", "unmet"} if isinstance(entity, PlanVersion) else {"id"}
    return {
        each.name: _plain(getattr(entity, each.name)) for each in fields(entity) if each.name not in left_out
    }


def _plain(value: object) -> object:
    """A value as JSON can say it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted(str(each) for each in value)
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value
