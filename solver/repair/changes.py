"""What a repaired week tells each person, and the rooms and staff that are others: by id, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from solver.plan import Session
from solver.repair.gone import Gone
from solver.repair.losses import Before, Otherwise, Visit, most_alike


@dataclass(frozen=True, slots=True)
class PersonChange:
    """The visits of a citizen that are gone and those that are new, each in order of time."""

    citizen: str
    removed: tuple[Visit, ...]
    added: tuple[Visit, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """``people`` by id. ``sessions``, by time: other staff or another room, which changes nobody's week.

    ``gone`` is what the old plan names and the problem has no longer; ``left_out`` has happened and cannot be
    written down without it.
    """

    people: tuple[PersonChange, ...] = ()
    sessions: tuple[Otherwise, ...] = ()
    gone: tuple[Gone, ...] = ()
    left_out: tuple[Session, ...] = ()


def changes(before: Before, coming: Sequence[Session]) -> Changes:
    """What the week of the sessions that stand and those ``coming`` changes of the old plan."""
    week = (*before.given.fixed, *coming)
    people = []
    for citizen, visits in sorted(before.visits_of(week).items()):
        old = before.visits[citizen]
        if visits != old:
            people.append(PersonChange(citizen, tuple(sorted(old - visits)), tuple(sorted(visits - old))))
    told = sorted(before.otherwise(week), key=lambda each: (each.after.start, each.after.id))
    return Changes(tuple(people), tuple(told), before.given.gone, before.given.left_out)


def renamed(before: Before, coming: Sequence[Session]) -> tuple[Session, ...]:
    """The sessions in order of time, each with the id of the planned one that it continues: the one of the
    same activity, site and time with most of the same people in it.

    What is as it was planned stays so, its staff and citizens in their order. New sessions get names of their
    own.
    """
    given = before.given
    left: dict[Visit, list[Session]] = defaultdict(list)
    for session in given.coming:
        left[before.visit(session)].append(session)
    found: list[Session] = []
    for session in sorted(coming, key=lambda each: (-len(each.citizens), each.start, each.room)):
        same = left[before.visit(session)]
        old = most_alike(session, same)
        if old is None:
            found.append(replace(session, id=""))
            continue
        same.remove(old)
        found.append(_like(old, session))
    taken = {session.id for session in (*given.before, *given.fixed, *given.homeless)}
    names = (name for k in count(1) if (name := f"r{k}") not in taken)
    ordered = sorted(found, key=lambda each: (each.start, each.room))
    named = tuple(each if each.id else replace(each, id=next(names)) for each in ordered)
    return _all_staff(before, named)


def _all_staff(before: Before, coming: tuple[Session, ...]) -> tuple[Session, ...]:
    """The model has no more staff than a session needs: who else was there comes again, where they can."""
    planned = {session.id: session for session in before.given.coming}
    whole = tuple(
        replace(each, staff=old.staff)
        if (old := planned.get(each.id)) and old.room == each.room and set(each.staff) < set(old.staff)
        else each
        for each in coming
    )
    return whole if whole != coming and before.given.holds(whole) else coming


def _like(old: Session, session: Session) -> Session:
    """The session with the old one's id, and people in the old one's order as far as they are the same."""

    def in_order(was: tuple[str, ...], is_now: tuple[str, ...]) -> tuple[str, ...]:
        return (*(each for each in was if each in is_now), *(each for each in is_now if each not in was))

    return replace(
        session,
        id=old.id,
        staff=in_order(old.staff, session.staff),
        citizens=in_order(old.citizens, session.citizens),
    )
