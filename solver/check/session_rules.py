"""The hard rules that look at one session at a time, as the exchange format words them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from solver.check.facts import Facts, holds
from solver.check.report import Violation, listed, span
from solver.plan import Session
from solver.problem import DAY_MINUTES, WEEK_MINUTES

GUARD = "guard"


def _name(session: Session) -> str:
    return f"Session {session.id} ({span(session.start, session.end)})"


def r1_form(facts: Facts) -> Iterator[Violation]:
    """R1 *form*: a session names an activity, a room, staff and citizens of the problem, nobody twice; it
    lies on the grid; its length is one of the activity's ``minutes``; the whole of it lies inside one of the
    open intervals of the room's site.

    It lies on one day of the week, as every time of the format does, and no two sessions share an id.
    """
    for name, times in Counter(session.id for _, session in facts.sessions).items():
        if times > 1:
            yield Violation("R1", (name,), f"{times} sessions share the id {name}.")
    for _, session in facts.judged:
        yield from _names(facts, session)
        yield from _times(facts, session)


def _names(facts: Facts, session: Session) -> Iterator[Violation]:
    if session.activity not in facts.activities:
        yield Violation(
            "R1",
            (session.id, session.activity),
            f"{_name(session)} has an unknown activity, {session.activity}.",
        )
    if session.room not in facts.rooms:
        yield Violation(
            "R1", (session.id, session.room), f"{_name(session)} has an unknown room, {session.room}."
        )
    for kind, named, known in (
        ("citizen", session.citizens, facts.citizens.keys()),
        ("staff member", session.staff, facts.staff.keys()),
    ):
        people = set(named)
        if len(people) == len(named) and people <= known:
            continue
        for person, times in Counter(named).items():
            if person not in known:
                yield Violation(
                    "R1", (session.id, person), f"{_name(session)} has an unknown {kind}, {person}."
                )
            if times > 1:
                yield Violation(
                    "R1", (session.id, person), f"{_name(session)} names {kind} {person} {times} times."
                )


def _times(facts: Facts, session: Session) -> Iterator[Violation]:
    start, end = session.start, session.end
    slot = facts.problem.slot_minutes
    if start % slot or end % slot:
        yield Violation("R1", (session.id,), f"{_name(session)} is off the grid of {slot} minutes.")
    day_end = start - start % DAY_MINUTES + DAY_MINUTES
    if not (0 <= start < end <= min(day_end, WEEK_MINUTES)):
        text = f"{_name(session)} is not a time on one day of the week."
        yield Violation("R1", (session.id,), text)
    activity = facts.activities.get(session.activity)
    if activity and end - start not in activity.minutes:
        text = f"{_name(session)} lasts {end - start} minutes, which activity {activity.id} does not."
        yield Violation("R1", (session.id, activity.id), text)
    room = facts.rooms.get(session.room)
    if room and not holds(facts.open_hours[room.site], start, end):
        text = f"{_name(session)} is outside the open hours of site {room.site}."
        yield Violation("R1", (session.id, room.site), text)


def r2_room(facts: Facts) -> Iterator[Violation]:
    """R2 *room*: the room holds at least as many as the session's citizens; it is not closed then; it is one
    of the activity's ``rooms`` where those are given; it has the activity's ``room_features`` and those of
    each attending citizen's level.
    """
    for visit, session in facts.judged:
        room = facts.rooms.get(session.room)
        if room is None:
            continue
        people = len(set(session.citizens))
        if people > room.capacity:
            text = f"{_name(session)} has {people} citizens in room {room.id}, which holds {room.capacity}."
            yield Violation("R2", (session.id, room.id), text)
        for closed in room.closed:
            if closed.start < session.end and session.start < closed.end:
                text = f"{_name(session)} is in room {room.id}, closed {span(closed.start, closed.end)}."
                yield Violation("R2", (session.id, room.id), text)
        activity = facts.activities.get(session.activity)
        if activity and activity.rooms is not None and room.id not in activity.rooms:
            text = f"{_name(session)} is in room {room.id}, where activity {activity.id} is not held."
            yield Violation("R2", (session.id, room.id), text)
        if activity and (missing := activity.room_features - room.features):
            why = f"activity {activity.id} needs"
            yield Violation("R2", (session.id, room.id), _lacking(session, missing, why))
        for citizen, level in facts.levels(visit):
            if missing := level.room_features - room.features:
                why = f"the level of {citizen} needs"
                yield Violation("R2", (session.id, citizen, room.id), _lacking(session, missing, why))


def _lacking(session: Session, features: Iterable[str], why: str) -> str:
    return f"{_name(session)}: room {session.room} lacks {listed(features)}, which {why}."


def r5_staffing(facts: Facts) -> Iterator[Violation]:
    """R5 *staffing*: of a session's staff, at least as many serve as guards as the highest ``guards`` among
    the attending citizens' levels, each with the skill ``guard``. The others number at least the larger of
    the activity's ``staff`` and the highest ``staff`` among those levels, and one of them has the activity's
    ``skill``. Somebody with the skill ``guard`` may serve as one or the other in a session, not both.

    Just as many serve as guards as are needed: one more guard is one fewer of the others, so that if any way
    to share the work out will do, such a one will.
    """
    for visit, session in facts.judged:
        levels = [level for _, level in facts.levels(visit)]
        guards = max((level.guards for level in levels), default=0)
        needed = max((level.staff for level in levels), default=0)
        activity = facts.activities.get(session.activity)
        if activity:
            needed = max(needed, activity.staff)
        able = {person for person in visit.staff if GUARD in facts.staff[person].skills}
        if len(able) < guards:
            text = f"{_name(session)} needs {guards} guards and has {len(able)}."
            yield Violation("R5", (session.id, *sorted(visit.staff)), text)
        serving = min(guards, len(able))
        others = len(visit.staff) - serving
        if others < needed:
            text = f"{_name(session)} needs {needed} staff beside {guards} guards and has {others}."
            yield Violation("R5", (session.id, *sorted(visit.staff)), text)
        if activity:
            skilled = {person for person in visit.staff if activity.skill in facts.staff[person].skills}
            # Who can be no guard is one of the others; of those who can, any but as many as serve.
            if not (skilled - able or (skilled and len(able) > serving)):
                text = f"{_name(session)} has nobody beside {guards} guards with the skill {activity.skill}."
                yield Violation("R5", (session.id, *sorted(visit.staff)), text)


def r9_group_size(facts: Facts) -> Iterator[Violation]:
    """R9 *group size*: a session has at least ``min_group`` and at most ``max_group`` citizens, and at most
    the ``max_group`` of each attending citizen's level.
    """
    for visit, session in facts.judged:
        people = len(set(session.citizens))
        activity = facts.activities.get(session.activity)
        if activity and not activity.min_group <= people <= activity.max_group:
            text = (
                f"{_name(session)} has {people} citizens; activity {activity.id} takes "
                f"{activity.min_group} to {activity.max_group}."
            )
            yield Violation("R9", (session.id,), text)
        for citizen, level in facts.levels(visit):
            if people > level.max_group:
                text = f"{_name(session)} has {people} citizens, more than the level of {citizen} allows."
                yield Violation("R9", (session.id, citizen), text)


def r10_apart_in_session(facts: Facts) -> Iterator[Violation]:
    """R10 *apart in session*: no session holds both sides of a separation, whatever its scope.

    Two different citizens always: somebody who belongs to both sides is not kept apart from themself.
    """
    sides_of: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, separation in enumerate(facts.problem.separations):
        for side, name in enumerate(separation.between):
            for citizen in facts.members[name]:
                sides_of[citizen].append((number, side))
    for visit, session in facts.judged:
        present: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
        for citizen in visit.citizens:
            for number, side in sides_of[citizen]:
                present[number][side].append(citizen)
        pairs = {
            (min(one, other), max(one, other))
            for left, right in present.values()
            for one in left
            for other in right
            if one != other
        }
        for one, other in sorted(pairs):
            text = f"{_name(session)} holds {one} and {other}, who must be kept apart."
            yield Violation("R10", (session.id, one, other), text)


def r13_avoid(facts: Facts) -> Iterator[Violation]:
    """R13 *avoid*: no session puts a citizen with a staff member they avoid, or on a site they avoid."""
    for visit, session in facts.judged:
        for name in sorted(visit.citizens):
            citizen = facts.citizens[name]
            for member in sorted(visit.staff & citizen.avoid_staff):
                text = f"{_name(session)} puts {name} with staff member {member}, whom they avoid."
                yield Violation("R13", (session.id, name, member), text)
            if visit.site is not None and visit.site in citizen.avoid_sites:
                text = f"{_name(session)} puts {name} on site {visit.site}, which they avoid."
                yield Violation("R13", (session.id, name, visit.site), text)
