"""A problem and a plan, looked up in the ways that the rules ask.

Nothing is decided here. What a session names and the problem does not have is left out of the look-ups:
R1 tells it, and the other rules go on with what is there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from solver.check.report import span
from solver.plan import Plan, Session
from solver.problem import Activity, Citizen, Interval, Level, Problem, Room, StaffMember

SessionParts = tuple["Visit", Session]


@dataclass(frozen=True, slots=True, eq=False)
class Visit:
    """A session of the plan or a commitment, as what keeps people in a place for a while.

    Equal only to itself, so that two sessions with the same id stay two. ``citizens`` and ``staff`` are those
    that the problem has; ``site`` is None where it is unknown; ``counts`` is whether its hours are counted.
    """

    id: str
    planned: bool
    site: str | None
    start: int
    end: int
    counts: bool
    citizens: frozenset[str]
    staff: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{'session' if self.planned else 'commitment'} {self.id} ({span(self.start, self.end)})"

    @property
    def minutes(self) -> int:
        return self.end - self.start


def merged(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same time with touching and overlapping intervals as one, in order."""
    result: list[Interval] = []
    for interval in sorted(intervals):
        if result and interval.start <= result[-1].end:
            result[-1] = Interval(result[-1].start, max(result[-1].end, interval.end))
        else:
            result.append(interval)
    return tuple(result)


def holds(intervals: Iterable[Interval], start: int, end: int) -> bool:
    """Whether one of the (merged) intervals holds the whole time."""
    return any(interval.start <= start and end <= interval.end for interval in intervals)


def closer_than(left: Iterable[Visit], right: Iterable[Visit], gap: int = 0) -> Iterator[tuple[Visit, Visit]]:
    """Every pair, one of each list, where neither ends at least ``gap`` minutes before the other starts."""
    ordered = sorted(right, key=lambda visit: visit.start)
    starts = [visit.start for visit in ordered]
    longest = max((visit.minutes for visit in ordered), default=0)
    for one in left:
        for other in ordered[bisect_left(starts, one.start - gap - longest) :]:
            if other.start >= one.end + gap:
                break
            if other.end + gap > one.start:
                yield one, other


class Facts:
    """The look-ups. The problem is sound; the plan may be anything.

    ``about``: the ids of the sessions that the rules on one session at a time are asked of; None for all.
    """

    def __init__(self, problem: Problem, plan: Plan, about: Container[str] | None = None) -> None:
        self.problem = problem
        self.plan = plan
        self.activities: dict[str, Activity] = {activity.id: activity for activity in problem.activities}
        self.rooms: dict[str, Room] = {room.id: room for room in problem.rooms}
        self.staff: dict[str, StaffMember] = {member.id: member for member in problem.staff}
        self.citizens: dict[str, Citizen] = {citizen.id: citizen for citizen in problem.citizens}
        self._levels: dict[int, Level] = {level.level: level for level in problem.levels}
        self.open_hours: dict[str, tuple[Interval, ...]] = {
            site.id: merged(problem.open_hours if site.open_hours is None else site.open_hours)
            for site in problem.sites
        }
        self._travel: dict[tuple[str, str], int] = {}
        for way in problem.travel:
            for pair in ((way.from_site, way.to_site), (way.to_site, way.from_site)):
                if way.minutes > self._travel.get(pair, 0):
                    self._travel[pair] = way.minutes
        self._longest_travel = max(self._travel.values(), default=0)
        self.members = self._members()
        self._levels_in: dict[Visit, list[tuple[str, Level]]] = {}
        self.sessions: tuple[SessionParts, ...] = tuple((self._session(each), each) for each in plan.sessions)
        self.judged = (
            self.sessions
            if about is None
            else tuple((visit, each) for visit, each in self.sessions if each.id in about)
        )
        self.commitments: tuple[Visit, ...] = tuple(
            Visit(each.id, False, each.site, each.start, each.end, each.counts, frozenset(each.citizens))
            for each in problem.commitments
        )
        self.visits_of_citizen: dict[str, list[Visit]] = defaultdict(list)
        self.visits_of_staff: dict[str, list[Visit]] = defaultdict(list)
        for visit in (*self.commitments, *(visit for visit, _ in self.sessions)):
            for person in visit.citizens:
                self.visits_of_citizen[person].append(visit)
            for person in visit.staff:
                self.visits_of_staff[person].append(visit)

    def _session(self, session: Session) -> Visit:
        activity = self.activities.get(session.activity)
        room = self.rooms.get(session.room)
        return Visit(
            id=session.id,
            planned=True,
            site=room.site if room else None,
            start=session.start,
            end=session.end,
            counts=activity.counts if activity else False,
            citizens=frozenset(each for each in session.citizens if each in self.citizens),
            staff=frozenset(each for each in session.staff if each in self.staff),
        )

    def _members(self) -> dict[str, frozenset[str]]:
        """Who stands on a side of a separation, by the side's name: a citizen, or everybody in a group."""
        groups: dict[str, set[str]] = {group: set() for group in self.problem.groups}
        for citizen in self.problem.citizens:
            for group in citizen.groups:
                groups[group].add(citizen.id)
        people = {citizen.id: frozenset((citizen.id,)) for citizen in self.problem.citizens}
        return people | {group: frozenset(members) for group, members in groups.items()}

    def citizen_available(self, citizen: str) -> tuple[Interval, ...]:
        """When a citizen of the problem can come, touching times as one."""
        return merged(self.citizens[citizen].available)

    def staff_available(self, member: str) -> tuple[Interval, ...]:
        """When a staff member of the problem can work, touching times as one."""
        return merged(self.staff[member].available)

    def level(self, citizen: str) -> Level:
        """The threat level of a citizen of the problem."""
        return self._levels[self.citizens[citizen].level]

    def levels(self, visit: Visit) -> list[tuple[str, Level]]:
        """The citizens of a session with their levels, by the citizens' ids."""
        if visit not in self._levels_in:
            self._levels_in[visit] = [(citizen, self.level(citizen)) for citizen in sorted(visit.citizens)]
        return self._levels_in[visit]

    def travel(self, one: Visit, other: Visit) -> int:
        """Minutes from one place to the other: 0 on one site, for an unnamed pair, and where a site is
        unknown.

        A pair that is named twice takes the longer time.
        """
        if one.site is None or other.site is None or one.site == other.site:
            return 0
        return self._travel.get((one.site, other.site), 0)

    def too_close(self, visits: Sequence[Visit]) -> Iterator[tuple[Visit, Visit]]:
        """Every two visits of one person that overlap, or have less than the travel time between them."""
        ordered = sorted(visits, key=lambda visit: (visit.start, visit.end, visit.id))
        for index, one in enumerate(ordered):
            for other in ordered[index + 1 :]:
                if other.start >= one.end + self._longest_travel:
                    break
                if other.start < one.end + self.travel(one, other):
                    yield one, other
