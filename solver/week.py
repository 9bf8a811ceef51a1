"""A week that a search or the model found, and what its goals come to: which of two weeks is better."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from solver.frame import Frame
from solver.plan import GOAL_NAMES, GoalName, Session
from solver.problem import DAY_MINUTES, Commitment


@dataclass(frozen=True, slots=True)
class Week:
    """``sessions`` are those beside the frame's fixed ones. ``rank`` has a whole number for each of the
    problem's goals, in their order, for the whole week; smaller is better: missing duties, counted slots
    below zero, squared slots, changes, minutes of gaps, kroner.
    """

    rank: tuple[int, ...]
    sessions: tuple[Session, ...]


def better(one: Week, other: Week | None) -> bool:
    """Whether ``one`` is strictly better: the first goal that differs decides."""
    return other is None or one.rank < other.rank


def weigh(frame: Frame, sessions: Sequence[Session]) -> Week:
    """The week that ``sessions`` make beside the fixed ones of the frame."""
    every = (*frame.fixed, *sessions)
    return Week(tuple(_RANKS[goal](frame, every) for goal in frame.problem.goals), tuple(sessions))


def all_ranks(frame: Frame, sessions: Sequence[Session]) -> tuple[int, ...]:
    """What every goal there is comes to, in the order of ``GOAL_NAMES``, asked for or not."""
    every = (*frame.fixed, *sessions)
    return tuple(_RANKS[goal](frame, every) for goal in GOAL_NAMES)


def told(goal: GoalName, rank: int, slot_minutes: int) -> float:
    """A goal's number as the exchange format tells it: hours in hours, all others as they are."""
    return -rank * slot_minutes / 60 if goal == "hours" else float(rank)


# --- the goals, of locked and new sessions together (exchange format, "The goals") -----------------------


def _duties(frame: Frame, sessions: Iterable[Session]) -> int:
    problem = frame.problem
    attended = Counter((citizen, session.activity) for session in sessions for citizen in session.citizens)
    seen = {citizen for c in problem.commitments if c.counts for citizen in c.citizens}
    for citizen, activity in attended:
        if frame.ends_idleness(frame.activity_index[activity]):
            seen.add(citizen)
    return sum(
        max(0, enrolment.min_sessions - attended[citizen.id, enrolment.activity])
        for citizen in problem.citizens
        for enrolment in citizen.activities
    ) + sum(citizen.id not in seen for citizen in problem.citizens)


def _hours(frame: Frame, sessions: Iterable[Session]) -> int:
    return -sum(
        (session.end - session.start) // frame.slot * len(session.citizens)
        for session in sessions
        if frame.activity_of(session).counts
    )


def _fairness(frame: Frame, sessions: Iterable[Session]) -> int:
    counted: Counter[str] = Counter()
    for commitment in frame.problem.commitments:
        if commitment.counts:
            counted.update(dict.fromkeys(commitment.citizens, commitment.end - commitment.start))
    for session in sessions:
        if frame.activity_of(session).counts:
            counted.update(dict.fromkeys(session.citizens, session.end - session.start))
    return sum(
        (max(0, citizen.max_minutes - counted[citizen.id]) // frame.slot) ** 2
        for citizen in frame.problem.citizens
    )


def attendances(frame: Frame, sessions: Iterable[Session]) -> set[tuple[str, str, int, int, int]]:
    """(citizen, activity, site, start, end) of everybody in the sessions."""
    return {
        (citizen, s.activity, frame.room_site[frame.room_index[s.room]], s.start, s.end)
        for s in sessions
        for citizen in s.citizens
    }


def _changes(frame: Frame, sessions: Iterable[Session]) -> int:
    reference = frame.problem.reference
    if reference is None:
        return 0
    return len(attendances(frame, reference) ^ attendances(frame, sessions))


def _gaps(frame: Frame, sessions: Iterable[Session]) -> int:
    days: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    stays: list[Commitment | Session] = [*frame.problem.commitments, *sessions]
    for stay in stays:
        for citizen in stay.citizens:
            days[citizen, stay.start // DAY_MINUTES].append((stay.start, stay.end))
    total = 0
    for visits in days.values():
        until = min(visits)[0]
        for start, end in sorted(visits):
            total += max(0, start - until)
            until = max(until, end)
    return total


def _cost(frame: Frame, sessions: Iterable[Session]) -> int:
    total = 0
    for session in sessions:
        activity = frame.activity_of(session)
        total += activity.cost_per_session + activity.cost_per_citizen * len(session.citizens)
    return total


_RANKS: Mapping[GoalName, Callable[[Frame, Iterable[Session]], int]] = {
    "duties": _duties,
    "hours": _hours,
    "fairness": _fairness,
    "changes": _changes,
    "gaps": _gaps,
    "cost": _cost,
}
