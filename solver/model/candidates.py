"""Which sessions could exist at all: the model has a variable for each of them and no others."""

from __future__ import annotations

from collections.abc import Iterator
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

    def covers(self, slot: int) -> bool:
        return self.start <= slot < self.start + self.length


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
        enrolled = [i for i in range(frame.n) if a in frame.sessions_left[i]]
        if not enrolled:
            continue
        lengths = sorted({minutes // frame.slot for minutes in activity.minutes})
        for r, room in enumerate(problem.rooms):
            site = frame.room_site[r]
            if site not in region.sites or not frame.room_suits(activity, r) or not room.capacity:
                continue
            free = frame.room_free[r] & region.slots
            people = [i for i in enrolled if frame.level[i].room_features <= room.features]
            for start in bits(free):
                for length in lengths:
                    stay = span_mask(start, start + length)
                    if stay & ~free or frame.day_of(start) != frame.day_of(start + length - 1):
                        continue
                    citizens = _who(frame, people, a, site, start, length)
                    staff = tuple(
                        m
                        for m in range(len(problem.staff))
                        if not stay & ~frame.staff_free[m][site] and frame.staff_left[m] >= length
                    )
                    if len(citizens) >= max(1, activity.min_group) and staff:
                        yield Candidate(a, r, site, start, length, citizens, staff)


def _who(
    frame: Frame, people: list[int], activity: int, site: int, start: int, length: int
) -> tuple[int, ...]:
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
