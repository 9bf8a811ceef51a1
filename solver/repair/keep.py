"""The old visits in other rooms and with other staff: who can keep their week.

A visit may be held in any room of its site that will do, by any staff, a group even split over rooms.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from solver.frame import Frame
from solver.limits import Limits
from solver.model.candidates import Candidate, candidate, welcome
from solver.model.week import ModelTooLargeError, WeekModel
from solver.plan import Session
from solver.repair.losses import Before, Visit
from solver.repair.model import DUTIES, MOVED, PEOPLE, SLOTS, VISITS, RepairModel, new_names, sessions
from solver.repair.visits import Visits, VisitWeek

#: Attendances up to which the days looked at are given to the model.
LARGEST = 20_000


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


def everybody(before: Before, coming: Sequence[Session], keep_going: Callable[[], bool]) -> RepairModel:
    """The old visits of everybody and those that they have in ``coming``, in any rooms and with any staff.

    Raises ``ModelTooLargeError`` where stopped.
    """
    is_now = before.visits_of(coming)
    visits = {who: some | is_now[who] for who, some in before.visits.items()}
    return _hinted(before, before.given.fixed, visits, coming, keep_going)


def on_days(
    before: Before, coming: Sequence[Session], days: Collection[int], keep_going: Callable[[], bool]
) -> RepairModel:
    """The old visits of some days in any rooms and with any staff; the sessions of other days stay as they
    are in ``coming``.

    Raises ``ModelTooLargeError`` where stopped.
    """
    wanted = {visit for some in _of_days(before, days).values() for visit in some}
    return beside(before, coming, wanted, keep_going)


def beside(
    before: Before, coming: Sequence[Session], wanted: Collection[Visit], keep_going: Callable[[], bool]
) -> RepairModel:
    """The old visits ``wanted`` in any rooms and with any staff, beside all else, which stays as it is in
    ``coming``.

    Raises ``ModelTooLargeError`` where stopped.
    """
    fixed = (*before.given.fixed, *(s for s in coming if before.visit(s) not in wanted))
    return _hinted(before, fixed, only(wanted, before.visits), coming, keep_going)


def days_alone(
    before: Before, coming: Sequence[Session], days: Collection[int], keep_going: Callable[[], bool]
) -> RepairModel:
    """The same as if there were no other days: nobody's week is changed by what lies on those.

    Raises ``ModelTooLargeError`` where stopped.
    """
    visits = _of_days(before, days)
    standing = before.visits_of(before.given.fixed)
    whose = {who: some | standing[who] for who, some in visits.items()}
    return _hinted(before, before.given.fixed, visits, coming, keep_going, whose)


def _of_days(before: Before, days: Collection[int]) -> Visits:
    return {
        who: frozenset(visit for visit in some if visit.day in days) for who, some in before.visits.items()
    }


def _hinted(
    before: Before,
    fixed: Sequence[Session],
    visits: Visits,
    coming: Sequence[Session],
    keep_going: Callable[[], bool],
    whose: Visits | None = None,
) -> RepairModel:
    week = VisitWeek(Frame(before.given.workable, fixed), visits, keep_going)
    week.hint(coming)
    return RepairModel(before, week, whose)


def kept(
    model: RepairModel, limits: Limits, seconds: float, workers: int, seed: int
) -> tuple[Session, ...] | None:
    """As many of the visits of such a model as possible, beside the sessions that are fixed in it and are no
    part of what stands; None where nothing was found.
    """
    week, before = model.week, model.before
    assert isinstance(week, VisitWeek)
    week.state_least_groups()
    solver = model.solved(((DUTIES, SLOTS, PEOPLE),), limits, seconds, workers, seed)
    if solver is None:
        return None
    found, parted = week.sessions(lambda literal: bool(solver.boolean_value(literal)), new_names())
    others = (*week.frame.fixed[len(before.given.fixed) :], *found)
    return held(before, parted, others, limits, seconds, workers, seed) if parted else others


def held(
    before: Before,
    wanted: Collection[Visit],
    others: Sequence[Session],
    limits: Limits,
    seconds: float,
    workers: int,
    seed: int,
) -> tuple[Session, ...] | None:
    """``others`` as they are, and beside them as much as possible of the old visits ``wanted``.

    None where nothing was found.
    """
    frame = Frame(before.given.workable, (*before.given.fixed, *others))
    try:
        week = WeekModel(
            frame, offered(frame, only(wanted, before.visits)), largest=LARGEST, keep_going=limits.go_on
        )
        model = RepairModel(before, week)
    except ModelTooLargeError:
        return None
    solver = model.solved(((DUTIES, SLOTS, PEOPLE), (MOVED,)), limits, seconds, workers, seed)
    return None if solver is None else (*others, *sessions(week, solver))


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
        week = WeekModel(frame, possible, largest=LARGEST, keep_going=limits.go_on)
        model = RepairModel(before, week)
    except ModelTooLargeError:
        return None
    model.model.add(model.costs[VISITS] <= before.loss(coming).visits)
    model.model.add(model.costs[PEOPLE] <= before.loss(coming).people)
    model.model.add(model.costs[SLOTS] <= before.loss(coming).slots)
    week.hint(coming)
    solver = model.solved(((MOVED,),), limits, seconds, workers, seed)
    return None if solver is None else (*others, *sessions(week, solver))


def as_it_stands(frame: Frame, session: Session) -> Candidate | None:
    """A session in its room at its time, for the people in it, by any staff."""
    room = frame.room_index[session.room]
    start = session.start // frame.slot
    people = [frame.citizen_index[each] for each in session.citizens]
    length = session.end // frame.slot - start
    return candidate(frame, frame.activity_index[session.activity], room, start, length, people)
