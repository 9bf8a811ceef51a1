"""Which sessions could exist at all: the model has a variable for each of them and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from solver.frame import Frame, bits, span_mask


@dataclass(frozen=True, slots=True)
class Region:
    """The part of the week that may hold new sessions: a mask of slots, and sites by index."""

    slots: int
    sites: frozenset[int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A session that could be held: indices into the problem, slots of the week.

    ``citizens`` and ``staff`` are those who could be in it, each for themself.
    """

    activity: int
    room: int
    site: int
    start: int
    length: int
    citizens: tuple[int, ...]
    staff: tuple[int, ...]

    @property
    def end(self) -> int:
        return self.start + self.length


def whole_week(frame: Frame) -> Region:
    """The region that leaves nothing out."""
    return Region((1 << frame.n_slots) - 1, frozenset(range(len(frame.problem.sites))))


def candidates(frame: Frame, region: Region) -> Iterator[Candidate]:
    """Every session that one could hold in the region with somebody in it.

    What concerns a single citizen, room or staff member is settled here (R1, R2 but for its capacity, and the
    availability of R4 and R6, R8's list, R13's sites); what ties several together is stated by the rules.
    """
    problem = frame.problem
    for a, activity in enumerate(problem.activities):
        lengths = sorted({minutes // frame.slot for minutes in activity.minutes})
        for r, room in enumerate(problem.rooms):
            site = frame.room_site[r]
            if site not in region.sites or not frame.room_suits(activity, r) or not room.capacity:
                continue
            free = frame.room_free[r] & region.slots
            people = welcome(frame, a, r)
            if not people:
                continue
            for start in bits(free):
                for length in lengths:
                    if span_mask(start, start + length) & ~free:
                        continue
                    if (found := candidate(frame, a, r, start, length, people)) is not None:
                        yield found


def welcome(frame: Frame, activity: int, room: int) -> list[int]:
    """Who may attend an activity (R8) in a room that has what their levels ask for (R2)."""
    features = frame.problem.rooms[room].features
    return [
        i
        for i in range(frame.n)
        if activity in frame.sessions_left[i] and frame.level[i].room_features <= features
    ]


def candidate(
    frame: Frame, activity: int, room: int, start: int, length: int, people: Iterable[int]
) -> Candidate | None:
    """A session of an activity in a room that suits it, for those of ``people``, who are ``welcome`` there,
    and of the staff who could be in it. None where it cannot be held with anybody.
    """
    stay = span_mask(start, start + length)
    if stay & ~frame.room_free[room] or frame.day_of(start) != frame.day_of(start + length - 1):
        return None
    site = frame.room_site[room]
    citizens = able(frame, people, activity, site, start, length)
    if len(citizens) < max(1, frame.problem.activities[activity].min_group):
        return None
    staff = tuple(
        m
        for m in range(len(frame.problem.staff))
        if not stay & ~frame.staff_free[m][site] and frame.staff_left[m] >= length
    )
    return Candidate(activity, room, site, start, length, citizens, staff) if staff else None


def able(
    frame: Frame, people: Iterable[int], activity: int, site: int, start: int, length: int
) -> tuple[int, ...]:
    """Those of ``people``, all welcome, who could be in a session (R6 to R8, R11, R12, R13's sites)."""
    counts = frame.problem.activities[activity].counts
    day = frame.day_of(start)
    stay = span_mask(start, start + length)
    return tuple(
        i
        for i in people
        if not stay & ~frame.may_attend[i][site]
        and (not counts or (frame.day_left[i][day] >= length and frame.week_left[i] >= length))
        and frame.per_day_left(i, activity, day) > 0
    )
