"""What differs between two versions of a week for each person, and so who must be told.

The call list, the comparison and the question before publishing all count by what is said here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.plans import PlannedSession, PlanVersion


@dataclass(frozen=True, slots=True)
class Moved:
    """A session of somebody before and after: at another time, in another room, other staff or people."""

    before: PlannedSession
    after: PlannedSession

    @property
    def elsewhere(self) -> bool:
        """Whether time, room or activity is another, and not the staff alone."""
        return _visit(self.before) != _visit(self.after)


@dataclass(frozen=True, slots=True)
class PersonDifference:
    """What one person's week has more, less or otherwise. ``serves``: it is a staff member's.

    ``company``, for staff alone: sessions of theirs at the same time and place in which other people take
    part. Whom else a citizen meets is nothing that they are told.
    """

    person: str
    serves: bool
    added: tuple[PlannedSession, ...] = ()
    removed: tuple[PlannedSession, ...] = ()
    moved: tuple[Moved, ...] = ()
    company: tuple[Moved, ...] = ()

    @property
    def comes_otherwise(self) -> bool:
        """Whether they would come at a wrong time, to a wrong place, or in vain."""
        return bool(self.added or self.removed or any(each.elsewhere for each in self.moved))

    @property
    def to_tell(self) -> bool:
        """Whether they must be told: they come otherwise, or have other people to look after."""
        return self.comes_otherwise or bool(self.company)


def differences(before: PlanVersion | None, after: PlanVersion | None) -> tuple[PersonDifference, ...]:
    """Everybody whose week differs, citizens first, by id. None is a week without any session.

    Two sessions of one person are one that moved where they have one id, or else one activity.
    """
    sessions = tuple(() if each is None else each.sessions for each in (before, after))
    return tuple(_differing(*sessions))


def to_tell(
    before: PlanVersion | None, after: PlanVersion | None, now: datetime
) -> tuple[PersonDifference, ...]:
    """The citizens and staff who must be told that the one takes the place of the other at a local moment,
    each with what it is about."""
    ahead = differences(to_come(before, now), to_come(after, now))
    return tuple(each for each in ahead if each.to_tell)


def to_come(version: PlanVersion | None, now: datetime) -> PlanVersion | None:
    """A version with those of its sessions alone that begin at a local moment or later: who is in one that
    has begun is told of nothing any more, they are there."""
    return _with(version, lambda each: each.start >= now)


def begun(version: PlanVersion | None, now: datetime) -> PlanVersion | None:
    """A version with those of its sessions alone that have begun by a local moment."""
    return _with(version, lambda each: each.start < now)


def _with(version: PlanVersion | None, held: Callable[[PlannedSession], bool]) -> PlanVersion | None:
    return None if version is None else replace(version, sessions=tuple(filter(held, version.sessions)))


def _differing(
    before: Iterable[PlannedSession], after: Iterable[PlannedSession]
) -> Iterator[PersonDifference]:
    for serves in (False, True):
        old, new = _weeks(before, serves), _weeks(after, serves)
        for person in sorted(old.keys() | new.keys()):
            found = _difference(person, serves, old.get(person, []), new.get(person, []))
            if found.added or found.removed or found.moved or found.company:
                yield found


def _weeks(sessions: Iterable[PlannedSession], serves: bool) -> dict[str, list[PlannedSession]]:
    weeks: dict[str, list[PlannedSession]] = {}
    for session in sorted(sessions, key=lambda each: (each.start, each.id)):
        for person in session.staff if serves else session.citizens:
            weeks.setdefault(person, []).append(session)
    return weeks


def _difference(
    person: str, serves: bool, old: list[PlannedSession], new: list[PlannedSession]
) -> PersonDifference:
    removed, added = list(old), list(new)
    moved: list[Moved] = []
    company: list[Moved] = []
    for alike in (_same, _same_visit, _same_id, _same_activity):
        for one in tuple(removed):
            other = next((each for each in added if alike(one, each)), None)
            if other is not None:
                removed.remove(one)
                added.remove(other)
                # Whom a staff member serves with is not theirs to be told; who serves, a citizen sees.
                if _visit(one) != _visit(other) or (not serves and set(one.staff) != set(other.staff)):
                    moved.append(Moved(one, other))
                elif serves and set(one.citizens) != set(other.citizens):
                    company.append(Moved(one, other))
    for found in (moved, company):
        found.sort(key=lambda each: (each.after.start, each.after.id))
    return PersonDifference(person, serves, tuple(added), tuple(removed), tuple(moved), tuple(company))


def _visit(session: PlannedSession) -> tuple[object, ...]:
    return session.activity, session.room, session.start, session.end


def _same(one: PlannedSession, other: PlannedSession) -> bool:
    return _same_visit(one, other) and set(one.staff) == set(other.staff)


def _same_visit(one: PlannedSession, other: PlannedSession) -> bool:
    return _visit(one) == _visit(other)


def _same_id(one: PlannedSession, other: PlannedSession) -> bool:
    return one.id == other.id and one.activity == other.activity


def _same_activity(one: PlannedSession, other: PlannedSession) -> bool:
    return one.activity == other.activity
