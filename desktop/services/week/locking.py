"""What locks, and levels on which only a person places anybody, make of a week's problem.

A locked session that the problem has no words for, since somebody or something of it is not in the week, is
left out of it and told: the rest of the week can still be planned. One that breaks a rule stays in it, so
that no plan is made that leaves it out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from desktop.domain.intervals import Stretch, Stretches, of_days, split_days, subtract, union
from desktop.domain.locks import Lock, LockKind
from desktop.domain.plans import PlanVersion, VersionState
from desktop.domain.time import WEEK_MINUTES, IsoWeek
from desktop.services.week.versions import session_of
from desktop.services.week.week_time import in_order
from solver.check import Violation, broken
from solver.plan import Plan, Session
from solver.problem import DAY_MINUTES, Interval, Problem


@dataclass(frozen=True, slots=True)
class FaultyLock:
    """A lock and the rules that its sessions break as the unit stands now.

    ``left_out`` are its sessions that the week's problem does without.
    """

    lock: Lock
    violations: tuple[Violation, ...]
    left_out: tuple[str, ...] = ()


def locks_of(locks: Iterable[Lock], week: IsoWeek) -> tuple[Lock, ...]:
    """The locks of a week, ordered by id."""
    return tuple(sorted((lock for lock in locks if lock.week == week), key=lambda lock: lock.id))


def binding(locks: Iterable[Lock], version: PlanVersion) -> tuple[Lock, ...]:
    """Of a week's locks those that a version is held to: a published one to those alone that hold it as it
    was handed out. The others were set in a draft, and belong to what is made of that."""
    if version.state is not VersionState.PUBLISHED:
        return tuple(locks)
    return tuple(each for each in locks if holds_as_is(each, version))


def holds_as_is(lock: Lock, version: PlanVersion) -> bool:
    """Whether what a lock holds stands in a version just as it was locked."""
    if lock.kind is LockKind.PERSON:
        concerned = {each for each in version.sessions if lock.subject in (*each.citizens, *each.staff)}
    elif lock.kind is LockKind.DAY:
        concerned = {each for each in version.sessions if each.start.date() == lock.day}
    else:
        concerned = {each for each in version.sessions if each.id == lock.subject}
    return set(map(in_order, concerned)) == set(map(in_order, lock.sessions))


def with_locks(problem: Problem, locks: Collection[Lock]) -> Problem:
    """The problem with the locks' sessions in it, and nobody who is held fast to be had for others."""
    if not locks:
        return problem
    kept = tuple(session for session in _sessions(locks) if readable(problem, session))
    times = _times(kept)
    people = {lock.subject for lock in locks if lock.kind is LockKind.PERSON}
    days = of_days(lock.day.weekday() for lock in locks if lock.day is not None)

    def held(person: str, available: tuple[Interval, ...]) -> tuple[Interval, ...]:
        bound = union((Stretch(0, WEEK_MINUTES),)) if person in people else days
        return _only(available, bound, times.get(person, ()))

    return replace(
        problem,
        citizens=tuple(replace(each, available=held(each.id, each.available)) for each in problem.citizens),
        # A day without citizens is one without sessions, so it is their own locks alone that bind the staff.
        staff=tuple(
            replace(each, available=held(each.id, each.available)) if each.id in people else each
            for each in problem.staff
        ),
        locked=kept,
    )


def with_begun(problem: Problem, begun: Collection[Session], minute: int) -> Problem:
    """The problem of what is left of a week: what has ``begun`` stands, and nobody comes to anything else
    before a minute of the week."""
    if not minute:
        return problem
    ids = {session.id for session in begun}
    times, before = _times((*problem.locked, *begun)), (Stretch(0, minute),)
    return replace(
        problem,
        citizens=tuple(
            replace(each, available=_only(each.available, before, times.get(each.id, ())))
            for each in problem.citizens
        ),
        locked=(*(session for session in problem.locked if session.id not in ids), *begun),
    )


def automatic(problem: Problem, by_hand: Collection[str], standing: Iterable[Session] = ()) -> Problem:
    """The problem as the planning engine may have it: of those whom only a person places it moves nobody.

    ``by_hand`` are their ids. They can come to the locked sessions, and to those ``standing`` in a plan that
    is to be repaired, and at no other time. Their duties stay, so that a plan tells what is missing.
    """
    if not by_hand:
        return problem
    times = _times((*problem.locked, *standing))
    whole = (Stretch(0, WEEK_MINUTES),)
    return replace(
        problem,
        citizens=tuple(
            replace(each, available=_only(each.available, whole, times.get(each.id, ())))
            if each.id in by_hand
            else each
            for each in problem.citizens
        ),
    )


def faulty_locks(problem: Problem, locks: Collection[Lock]) -> tuple[FaultyLock, ...]:
    """The locks that contradict the rules, by the check of all locked sessions and no others."""
    if not locks:
        return ()
    sessions = _sessions(locks)
    plan = Plan(problem.week, "feasible", sessions=sessions)
    found = broken(replace(problem, locked=()), plan)
    faulty = []
    for lock in locks:
        own = [session_of(lock.week, each) for each in lock.sessions]
        violations = tuple(each for each in found if _concerns(each, own, sessions))
        clashing = [each for each in own if each not in sessions]
        left_out = tuple(each.id for each in own if each in clashing or not readable(problem, each))
        if violations or left_out:
            faulty.append(FaultyLock(lock, violations, left_out))
    return tuple(faulty)


def readable(problem: Problem, session: Session) -> bool:
    """Whether a problem can hold a session at all: all that it names is there, and its time on the grid."""
    slot, day = problem.slot_minutes, session.start // DAY_MINUTES
    named = (
        (session.staff, {each.id for each in problem.staff}),
        (session.citizens, {each.id for each in problem.citizens}),
        ((session.activity,), {each.id for each in problem.activities}),
        ((session.room,), {each.id for each in problem.rooms}),
    )
    return (
        all(set(names) <= known and len(set(names)) == len(names) for names, known in named)
        and 0 <= session.start < session.end <= min(WEEK_MINUTES, (day + 1) * DAY_MINUTES)
        and session.start % slot == session.end % slot == 0
    )


def _sessions(locks: Iterable[Lock]) -> tuple[Session, ...]:
    """The locks' sessions, each once; of two different ones with one id the first."""
    found: dict[str, Session] = {}
    for lock in locks:
        for each in lock.sessions:
            found.setdefault(each.id, session_of(lock.week, each))
    return tuple(found.values())


def _times(sessions: Iterable[Session]) -> dict[str, Stretches]:
    """By person: when the sessions hold them."""
    times: dict[str, list[Stretch]] = defaultdict(list)
    for session in sessions:
        for person in (*session.citizens, *session.staff):
            times[person].append(Stretch(session.start, session.end))
    return {person: union(held) for person, held in times.items()}


def _only(
    available: tuple[Interval, ...], bound: Iterable[Stretch], times: Iterable[Stretch]
) -> tuple[Interval, ...]:
    """The available time less what of ``bound`` is not in ``times``."""
    taken = subtract(bound, times)
    free = subtract((Stretch(each.start, each.end) for each in available), taken)
    return tuple(Interval(start, end) for start, end in split_days(free))


def _concerns(found: Violation, own: Collection[Session], locked: Collection[Session]) -> bool:
    """Whether a broken rule is about one of a lock's own sessions, or, where it names none, their people."""
    named = {session.id for session in locked} & set(found.ids)
    if named or not found.ids:
        return any(session.id in named or not found.ids for session in own)
    return any({*session.citizens, *session.staff} & set(found.ids) for session in own)
