"""The old visits in other rooms, with other staff: who can keep their week, and how many must change at least.

Two questions with one model, in which a visit may be held in any room of its site that will do, by any staff,
a group even split over rooms:

- ``held``: which of the visits of a day can be held beside all that is planned on other days.
- ``least_changed``: a bound. Take any safe week and leave out of its sessions everybody whose week is another.
  What is left holds exactly the old visits of the others, and breaks no rule but perhaps the least size of a
  group: every other rule asks for less where fewer people come. So if at most ``k`` people can keep their
  visits by those rules, all others must change. Only the days are looked at that hold what is broken, which
  leaves rules out and so keeps it a bound.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from ortools.sat.python import cp_model

from solver.frame import Frame
from solver.limits import Limits
from solver.model.candidates import Candidate, candidate, welcome
from solver.model.week import ModelTooLargeError
from solver.plan import Session
from solver.problem import DAY_MINUTES
from solver.repair.harm import Harm
from solver.repair.losses import Before, Visit
from solver.repair.model import DUTIES, MOVED, PEOPLE, SLOTS, RepairModel, nothing_below, solver_for

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


def _of(wanted: Collection[Visit], visits: Visits) -> dict[str, frozenset[Visit]]:
    return {who: some.intersection(wanted) for who, some in visits.items()}


def held(
    before: Before,
    wanted: Collection[Visit],
    coming: Sequence[Session],
    limits: Limits,
    seconds: float,
    workers: int,
    seed: int,
) -> tuple[Session, ...] | None:
    """``coming`` with as much as possible of the old visits ``wanted``, their sessions planned anew beside all
    others.

    None where nothing was found.
    """
    others = tuple(session for session in coming if before.visit(session) not in wanted)
    frame = Frame(before.given.workable, (*before.given.fixed, *others))
    try:
        possible = offered(frame, _of(wanted, before.visits))
        model = RepairModel(before, frame, possible, limits.go_on, largest=LARGEST)
    except ModelTooLargeError:
        return None
    model.week.hint([session for session in coming if before.visit(session) in wanted])
    found = model.solved(((DUTIES, SLOTS, PEOPLE), (MOVED,)), limits, seconds, workers, seed)
    return None if found is None else (*others, *found)


def least_changed(
    before: Before, harm: Harm, safe: Sequence[Session], limits: Limits, workers: int, seed: int
) -> int:
    """No safe week changes fewer people. Each day by itself first; where more than one makes somebody change,
    those days together. ``safe`` is a week to begin the search from.
    """
    days = {day: _relaxed(before, harm, {day}, safe, limits, workers, seed) for day in sorted(harm.days)}
    most = max(days.values(), default=0)
    hard = {day for day, least in days.items() if least}
    if len(hard) > 1:
        most = max(most, _relaxed(before, harm, hard, safe, limits, workers, seed))
    return len(harm.forced) + most


def _relaxed(
    before: Before,
    harm: Harm,
    days: set[int],
    safe: Sequence[Session],
    limits: Limits,
    workers: int,
    seed: int,
) -> int:
    """How many must change beside those who are forced to, for some days; told where two solves agree."""
    given = before.given
    alone = tuple(replace(activity, min_group=1) for activity in given.workable.activities)
    frame = Frame(replace(given.workable, activities=alone), given.fixed)
    standing = before.visits_of(given.fixed)
    on_days = {visit for visits in before.visits.values() for visit in visits if visit.day in days}
    wanted = {who: some for who, some in _of(on_days, before.visits).items() if who not in harm.forced}
    whose = {who: some | standing[who] for who, some in wanted.items()}
    try:
        model = RepairModel(before, frame, offered(frame, wanted), limits.go_on, largest=LARGEST, whose=whose)
    except ModelTooLargeError:
        return 0
    model.week.hint([session for session in safe if session.start // DAY_MINUTES in days])
    model.model.minimize(model.costs[PEOPLE])
    solver = solver_for(limits, limits.left, workers, seed)
    with limits.stopping(solver):
        if solver.solve(model.model) != cp_model.OPTIMAL:
            return 0
    least = int(solver.value(model.costs[PEOPLE]))
    agreed = not least or nothing_below(model.model, model.costs[PEOPLE], least, limits, seed)
    return least if agreed else 0
