"""Who must be told what when one plan of a week takes the place of another, the most urgent first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.plans import PlannedSession, PlanVersion


@dataclass(frozen=True, slots=True)
class Moved:
    """A session that somebody was to be in, and the one that they are in in its stead."""

    before: PlannedSession
    after: PlannedSession


@dataclass(frozen=True, slots=True)
class Call:
    """What one person must be told. Sessions in order of time.

    ``cancelled`` and ``added`` are without a counterpart; ``moved`` are at another time or in another room.
    ``company``, for staff: sessions of theirs that stay where they are and in which somebody else takes part.
    ``first`` is the earliest of the moments that they would come in vain to or miss.
    """

    person: str
    staff: bool
    first: datetime
    cancelled: tuple[PlannedSession, ...] = ()
    added: tuple[PlannedSession, ...] = ()
    moved: tuple[Moved, ...] = ()
    company: tuple[PlannedSession, ...] = ()

    at_the_door: bool = False
    """Whether they come at the same times to the same sites all the same, and can be told then."""


def calls(before: PlanVersion, after: PlanVersion, now: datetime) -> tuple[Call, ...]:
    """Everybody whose sessions from the local moment ``now`` on are others: those to call first, by how soon
    it concerns them."""
    olds, news = _coming(before, now), _coming(after, now)
    found = []
    for staff in (False, True):
        was, is_now = _by_person(olds, staff=staff), _by_person(news, staff=staff)
        for person in sorted(was.keys() | is_now.keys()):
            call = _call(person, staff, was.get(person, []), is_now.get(person, []))
            if call is not None:
                found.append(call)
    return tuple(sorted(found, key=lambda call: (not call.week_changed, call.first, call.staff, call.person)))


def _coming(version: PlanVersion, now: datetime) -> list[PlannedSession]:
    coming = (session for session in version.sessions if session.start >= now)
    return sorted(coming, key=lambda session: (session.start, session.end, session.room, session.id))


def _by_person(sessions: Iterable[PlannedSession], *, staff: bool) -> dict[str, list[PlannedSession]]:
    found: dict[str, list[PlannedSession]] = defaultdict(list)
    for session in sessions:
        for person in session.staff if staff else session.citizens:
            found[person].append(session)
    return found


def _call(person: str, staff: bool, was: list[PlannedSession], is_now: list[PlannedSession]) -> Call | None:
    old, new = {_place(each): each for each in was}, {_place(each): each for each in is_now}
    gone = [each for place, each in old.items() if place not in new]
    come = [each for place, each in new.items() if place not in old]
    moved = []
    for before in list(gone):
        same = [each for each in come if each.activity == before.activity]
        if same:
            after = min(same, key=lambda each: (abs(each.start - before.start), each.start))
            moved.append(Moved(before, after))
            gone.remove(before)
            come.remove(after)
    company = [
        each
        for place, each in new.items()
        if staff and place in old and set(each.citizens) != set(old[place].citizens)
    ]
    concerned = [*gone, *come, *company, *(side for each in moved for side in (each.before, each.after))]
    if not concerned:
        return None
    first = min(each.start for each in concerned)
    return Call(person, staff, first, tuple(gone), tuple(come), tuple(moved), tuple(company))


def _place(session: PlannedSession) -> tuple[object, ...]:
    return (session.start, session.end, session.activity, session.room)


def sessions_before(found: Iterable[Call]) -> frozenset[str]:
    """The ids of the sessions of the old plan that somebody is told about."""
    return frozenset(
        session.id
        for call in found
        for session in (*call.cancelled, *call.company, *(each.before for each in call.moved))
    )


def sessions_after(found: Iterable[Call]) -> frozenset[str]:
    """The ids of the sessions of the new plan that somebody is told about."""
    return frozenset(
        session.id
        for call in found
        for session in (*call.added, *call.company, *(each.after for each in call.moved))
    )
