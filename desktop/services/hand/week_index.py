"""A week's problem and a plan's sessions, looked up in the ways that edits and their verdicts ask.

Nothing is decided here: what a plan may hold is for ``solver.check`` alone to say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from desktop.domain.intervals import Stretch, Stretches, union
from solver.plan import Session
from solver.problem import Activity, Citizen, Commitment, Level, Problem, Room, Separation, StaffMember


class House:
    """The look-ups of the problem, which no edit of the week changes."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.activities: Mapping[str, Activity] = {each.id: each for each in problem.activities}
        self.rooms: Mapping[str, Room] = {each.id: each for each in problem.rooms}
        self.staff: Mapping[str, StaffMember] = {each.id: each for each in problem.staff}
        self.citizens: Mapping[str, Citizen] = {each.id: each for each in problem.citizens}
        self.levels: Mapping[int, Level] = {each.level: each for each in problem.levels}
        self.sites = {each.id: each for each in problem.sites}
        self.locked: Mapping[str, Session] = {each.id: each for each in problem.locked}
        self.staff_times: Mapping[str, Stretches] = {
            each.id: union(Stretch(one.start, one.end) for one in each.available) for each in problem.staff
        }
        self.commitments_of: dict[str, list[Commitment]] = defaultdict(list)
        self.commitments_on: dict[str, list[Commitment]] = defaultdict(list)
        for commitment in problem.commitments:
            for citizen in commitment.citizens:
                self.commitments_of[citizen].append(commitment)
            if commitment.site is not None:
                self.commitments_on[commitment.site].append(commitment)
        self.separations_of: dict[str, list[int]] = defaultdict(list)
        for number, separation in enumerate(problem.separations):
            for side in set(separation.between):
                self.separations_of[side].append(number)
        self.longest_gap = max(
            (each.gap_minutes for each in problem.separations if each.scope == "site"), default=0
        )
        self._travel: dict[tuple[str, str], int] = {}
        for way in problem.travel:
            for pair in ((way.from_site, way.to_site), (way.to_site, way.from_site)):
                self._travel[pair] = max(way.minutes, self._travel.get(pair, 0))

        self.longest_travel = max(self._travel.values(), default=0)

    def site(self, session: Session) -> str | None:
        """The site of a session's room; None for a room that the week does not have."""
        room = self.rooms.get(session.room)
        return None if room is None else room.site

    def travel(self, one: str | None, other: str | None) -> int:
        """Minutes between two sites; 0 on one, for a pair without a way, and where one is unknown."""
        return 0 if one is None or other is None or one == other else self._travel.get((one, other), 0)

    def separations(self, sides: Iterable[str]) -> tuple[Separation, ...]:
        """The separations whose both sides are among the ids of people and groups."""
        known = set(sides)
        numbers = {number for side in known for number in self.separations_of.get(side, ())}
        rows = (self.problem.separations[number] for number in sorted(numbers))
        return tuple(each for each in rows if known.issuperset(each.between))

    def cost(self, session: Session) -> int:
        """What a session costs, in kroner; 0 for an activity that the week does not have."""
        activity = self.activities.get(session.activity)
        if activity is None:
            return 0
        return activity.cost_per_session + activity.cost_per_citizen * len(set(session.citizens))

    def counted(self, session: Session) -> int:
        """The minutes that a session counts for each of its citizens."""
        activity = self.activities.get(session.activity)
        return session.end - session.start if activity is not None and activity.counts else 0


class SessionIndex:
    """The look-ups of a plan's sessions, whose ids are all different."""

    def __init__(self, house: House, sessions: Iterable[Session]) -> None:
        self.house = house
        self.by_id: dict[str, Session] = {each.id: each for each in sessions}
        self.of_citizen: dict[str, list[Session]] = defaultdict(list)
        self.of_staff: dict[str, list[Session]] = defaultdict(list)
        self.staff_minutes: Counter[str] = Counter()
        self.in_room: dict[str, list[Session]] = defaultdict(list)
        self.on_site: dict[str, list[Session]] = defaultdict(list)
        for session in self.by_id.values():
            for citizen in session.citizens:
                self.of_citizen[citizen].append(session)
            for member in session.staff:
                self.of_staff[member].append(session)
                self.staff_minutes[member] += session.end - session.start
            self.in_room[session.room].append(session)
            site = house.site(session)
            if site is not None:
                self.on_site[site].append(session)

    @property
    def sessions(self) -> tuple[Session, ...]:
        return tuple(self.by_id.values())

    def with_changed(self, removed: Iterable[Session], added: Iterable[Session]) -> SessionIndex:
        """The look-ups after an edit. A session that is replaced keeps its place in the order."""
        gone, new = {each.id for each in removed}, {each.id: each for each in added}
        kept = [new.pop(each.id, each) for each in self.by_id.values() if each.id not in gone - new.keys()]
        return SessionIndex(self.house, (*kept, *new.values()))
