"""The trail's part of an answer to a request for access: every entry that is about one person.

Whoever is handed it may read of themself alone. So it is made without others before it has any words: where
an entry names somebody else, an id, a name in a text or a place in a list, only that there was somebody is
left, and how many.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.domain.audit import AuditEvent, AuditHead, AuditKind
from desktop.domain.locks import LockKind
from desktop.domain.people import Citizen
from desktop.domain.staffing import StaffMember
from desktop.domain.unit import Unit
from desktop.services.names import Names
from desktop.services.ports import AuditQuery, Kept
from desktop.services.trail.audit import AuditService
from desktop.services.trail.audit_chain import written
from desktop.services.trail.audit_content import values_in

_OF_PEOPLE = frozenset({"avoid_staff", "citizen", "citizens", "only", "person", "side_a", "side_b", "staff"})
"""The fields that hold ids of people, also of those who have been erased since."""


@dataclass(frozen=True, slots=True)
class Extract:
    """``entries`` from the oldest to the newest, its own making among them, without anybody else; ``head`` is
    the trail's."""

    person: str
    entries: tuple[Kept, ...]
    head: AuditHead


def extract(
    trail: AuditService,
    subject_kind: str,
    person: str,
    reason: str,
    unit: Unit | None,
    others: Callable[[int], str],
) -> Extract:
    """Everything that the trail tells of a person, and of nobody else; that it was taken out is recorded
    first.

    ``subject_kind``: ``citizen`` or ``staff_member``. ``others`` gives the words that stand in the place of
    so many other people. Raises ``NotRecorded``; then there is no extract.
    """
    trail.record(AuditEvent(AuditKind.EXPORT, subject_kind, person, reason, {"what": "audit_extract"}))
    veil = _Veil(unit, person, others)
    entries = trail.read(trail.find(AuditQuery(person=person)))
    return Extract(person, tuple(veil.over(kept) for kept in entries), trail.head())


class _Veil:
    """What an entry tells of one person alone."""

    def __init__(self, unit: Unit | None, person: str, others: Callable[[int], str]) -> None:
        self._person = person
        self._words = others
        people: tuple[Citizen | StaffMember, ...] = () if unit is None else (*unit.citizens, *unit.staff)
        elsewhere = [each for each in people if each.id != person]
        self._names = Names(elsewhere)
        self._others = {each.id for each in elsewhere}
        self._things: set[str] = set()
        for things in () if unit is None else (unit.groups, unit.rooms, unit.sites):
            self._things |= {each.id for each in things}

    def over(self, kept: Kept) -> Kept:
        """The entry as the person may read it; of others ``people`` holds the words alone."""
        entry, payload = kept.entry, kept.payload
        if payload is not None and not payload.emptied:
            payload = replace(
                payload,
                reason=self._names.replaced(payload.reason, self._words(1)),
                content=written(self._values(values_in(payload), set(kept.people))),
            )
        if self._is_other(entry.subject_id, set(kept.people)):
            entry = replace(entry, subject_id=self._words(1))
        return Kept(entry, payload, self._people(kept.people))

    def _people(self, people: tuple[str, ...]) -> tuple[str, ...]:
        left = tuple(each for each in people if each == self._person or each in self._things)
        return left if len(left) == len(people) else (*left, self._words(len(people) - len(left)))

    def _values(self, values: Mapping[str, Any], named: set[str]) -> dict[str, Any]:
        # Why another person's week is locked is that person's.
        if values.get("kind") == LockKind.PERSON and values.get("subject", self._person) != self._person:
            values = {**values, "reason": ""}
        return {
            name: self._value(value, named, of_people=name in _OF_PEOPLE) for name, value in values.items()
        }

    def _value(self, value: object, named: set[str], *, of_people: bool) -> object:
        if isinstance(value, Mapping):
            return self._values(value, named)
        if isinstance(value, list):
            left = [
                self._value(each, named, of_people=False)
                for each in value
                if not self._hides(each, named, of_people=of_people)
            ]
            return left if len(left) == len(value) else [*left, self._words(len(value) - len(left))]
        if not isinstance(value, str):
            return value
        hidden = self._hides(value, named, of_people=of_people)
        return self._words(1) if hidden else self._names.replaced(value, self._words(1))

    def _hides(self, value: object, named: set[str], *, of_people: bool) -> bool:
        if not isinstance(value, str) or value in ("", self._person) or value in self._things:
            return False
        return of_people or self._is_other(value, named)

    def _is_other(self, entity_id: str, named: set[str]) -> bool:
        """``named``: the ids of those whom the entry is about, some of whom may have been erased."""
        known = entity_id in ("", self._person) or entity_id in self._things
        return not known and (entity_id in self._others or entity_id in named)
