"""The old visits in other rooms and with other staff: who can keep their week.

A visit may be held in any room of its site that will do, by any staff, a group even split over rooms.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from solver.frame import Frame
from solver.limits import Limits
from solver.model.candidates import Candidate, candidate, welcome
from solver.model.week import ModelTooLargeError
from solver.plan import Session
from solver.repair.losses import Before, Visit
from solver.repair.model import DUTIES, MOVED, PEOPLE, SLOTS, VISITS, RepairModel

#: Attendances up to which the days looked at are given to the model.
LARGEST = 20_000

Visits = Mapping[str, frozenset[Visit]]


def offered(frame: Frame, visits: Visits) -> Iterator[Candidate]:
    """The visits as sessions that could be held, in every room of their site that will do, for those whose
    visits they are.
    """
    people: dict[Visit, list[int]] = {}
    for i, citizen in enumerate(frame.citizens):
        for visit in visits.get(citizen.id, ()):
            people.setdefault(visit, []).append(i)
    for visit, had in sorted(people.items()):
        a = frame.activity_index[visit.activity]
        activity = frame.problem.activities[a]
        if visit.end - visit.start not in activity.minutes:
            continue
        start, end = visit.start // frame.slot, visit.end // frame.slot
        for r, room in enumerate(frame.problem.rooms):
            if room.site == visit.site and room.capacity and frame.room_suits(activity, r):
                some = sorted(set(had) & set(welcome(frame, a, r)))
                if some and (found := candidate(frame, a, r, start, end - start, some)) is not None:
                    yield found


def only(wanted: Collection[Visit], visits: Visits) -> dict[str, frozenset[Visit]]:
    """The same visits as far as they are wanted."""
    return {who: some.intersection(wanted) for who, some in visits.items()}


def held(
    before: Before,
    wanted: Collection[Visit],
    coming: Sequence[Session],
    limits: Limits,
    seconds: float,
    workers: int,
    seed: int,
    *,
    other_staff: bool = False,
) -> tuple[Session, ...] | None:
    """``coming`` with as much as possible of the old visits ``wanted``, their sessions planned anew beside
    all others, which stay as they are; with ``other_staff`` all but their staff does.

    None where nothing was found.
    """
    others = tuple(session for session in coming if before.visit(session) not in wanted)
    fixed = () if other_staff else others
    frame = Frame(before.given.workable, (*before.given.fixed, *fixed))
    is_now = before.visits_of(coming)
    theirs = {who: visits | is_now[who] for who, visits in before.visits.items()}
    possible = list(offered(frame, only(wanted, theirs)))
    loose = others if other_staff else ()
    staying = [one for each in loose if (one := as_it_stands(frame, each)) is not None]
    try:
        model = RepairModel(before, frame, [*staying, *possible], limits.go_on, largest=LARGEST)
    except ModelTooLargeError:
        return None
    for k in range(len(staying)):
        for literal in model.week.variables.attends[k].values():
            model.model.add(literal == 1)
    model.week.hint(coming)
    found = model.solved(((DUTIES, SLOTS, PEOPLE), (MOVED,)), limits, seconds, workers, seed)
    return None if found is None else (*fixed, *found)


def as_planned(
    before: Before, coming: Sequence[Session], limits: Limits, seconds: float, workers: int, seed: int
) -> tuple[Session, ...] | None:
    """``coming`` with everybody's visits as they are, and as much of the old rooms and staff as possible.

    None where nothing was found.
    """
    moved = {each.after.id: each.before for each in before.otherwise(coming)}
    others = tuple(session for session in coming if session.id not in moved)
    frame = Frame(before.given.workable, (*before.given.fixed, *others))
    possible: list[Candidate] = []
    for session in coming:
        if session.id in moved:
            rooms = sorted({session.room, moved[session.id].room})
            held_in = [as_it_stands(frame, replace(session, room=room)) for room in rooms]
            possible += [found for found in held_in if found is not None]
    try:
        model = RepairModel(before, frame, possible, limits.go_on, largest=LARGEST)
    except ModelTooLargeError:
        return None
    model.model.add(model.costs[VISITS] <= before.loss(coming).visits)
    model.model.add(model.costs[PEOPLE] <= before.loss(coming).people)
    model.model.add(model.costs[SLOTS] <= before.loss(coming).slots)
    model.week.hint(coming)
    found = model.solved(((MOVED,),), limits, seconds, workers, seed)
    return None if found is None else (*others, *found)


def as_it_stands(frame: Frame, session: Session) -> Candidate | None:
    """A session in its room at its time, for the people in it, by any staff."""
    room = frame.room_index[session.room]
    start = session.start // frame.slot
    people = [frame.citizen_index[each] for each in session.citizens]
    length = session.end // frame.slot - start
    return candidate(frame, frame.activity_index[session.activity], room, start, length, people)
