"""The model of a week, or of a part of one, put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ortools.sat.python import cp_model

from solver.frame import Frame
from solver.model import apart, goals, people, sessions
from solver.model.candidates import Candidate, Region
from solver.model.goals import Expression
from solver.model.variables import ModelTooLargeError, Variables
from solver.plan import GoalName, Session

__all__ = ["ModelTooLargeError", "WeekModel", "as_guards", "held_outside", "session_of"]


class WeekModel:
    """Every hard rule over the sessions that may be added to a frame's fixed ones."""

    def __init__(
        self,
        frame: Frame,
        possible: Iterable[Candidate],
        *,
        largest: int | None = None,
        keep_going: Callable[[], bool] = lambda: True,
    ) -> None:
        """``possible``: the sessions that may be held. ``largest``: raises ``ModelTooLargeError`` above so
        many attendances. ``keep_going`` is asked while building; where it says no, it raises that too."""
        self.frame = frame
        self.model = cp_model.CpModel()
        found = []
        attendances = 0
        for candidate in possible:
            found.append(candidate)
            attendances += len(candidate.citizens)
            if (largest is not None and attendances > largest) or not keep_going():
                raise ModelTooLargeError
        self.variables = Variables(self.model, frame, found, keep_going)
        for state in (sessions.state, people.state, apart.state, goals.state_budget):
            state(self.variables)
        self._goals: dict[GoalName, Expression] = {}

    @property
    def size(self) -> int:
        """Sessions that could be held."""
        return len(self.variables.candidates)

    def goal(self, goal: GoalName) -> Expression:
        """What a goal comes to in the units of ``Week.rank``, to be made least."""
        if goal not in self._goals:
            self._goals[goal] = goals.state(self.variables, goal)
        return self._goals[goal]

    def hint(self, planned: Sequence[Session]) -> None:
        """Starts the search from a plan, once a model: every literal that says who is where gets a value."""
        frame, v = self.frame, self.variables
        wanted = {}
        for session in planned:
            key = (
                frame.activity_index[session.activity],
                frame.room_index[session.room],
                session.start // frame.slot,
                (session.end - session.start) // frame.slot,
            )
            wanted[key] = session
        for k, c in enumerate(v.candidates):
            hinted = wanted.get((c.activity, c.room, c.start, c.length))
            self.model.add_hint(v.held[k], hinted is not None)
            citizens = {frame.citizen_index[i] for i in hinted.citizens} if hinted else set()
            for i, literal in v.attends[k].items():
                self.model.add_hint(literal, i in citizens)
            staff = {frame.staff_index[m] for m in hinted.staff} if hinted else set()
            guards = as_guards(frame, c, citizens, staff)
            for m, literal in v.serves[k].items():
                self.model.add_hint(literal, m in staff and m not in guards)
            for m, literal in v.guards[k].items():
                self.model.add_hint(literal, m in guards)

    def sessions(self, value: Callable[[cp_model.IntVar], bool], names: Iterator[str]) -> list[Session]:
        """The sessions of a solution: ``value`` reads a literal, ``names`` gives ids."""
        v = self.variables
        found: list[Session] = []
        for k, c in enumerate(v.candidates):
            citizens = [i for i, literal in v.attends[k].items() if value(literal)]
            if not citizens:
                continue
            found.append(session_of(v, k, c.room, citizens, value, next(names)))
        return found


def as_guards(frame: Frame, candidate: Candidate, citizens: set[int], staff: set[int]) -> set[int]:
    """Who of a session's staff stands guard: as many as asked, those with the fewest other skills."""
    asked = max((frame.level[i].guards for i in citizens), default=0)
    skill = frame.problem.activities[candidate.activity].skill
    members = frame.problem.staff
    able = [m for m in staff if "guard" in members[m].skills]
    able.sort(key=lambda m: (skill in members[m].skills, len(members[m].skills), m))
    return set(able[:asked])


def session_of(
    v: Variables,
    k: int,
    room: int,
    citizens: list[int],
    value: Callable[[cp_model.IntVar], bool],
    name: str,
) -> Session:
    """Candidate ``k`` as a solution holds it in a room for ``citizens``: ``value`` reads a literal."""
    c, problem, slot = v.candidates[k], v.frame.problem, v.frame.slot
    guards = {m for m, literal in v.guards[k].items() if value(literal)}
    others = {m for m, literal in v.serves[k].items() if value(literal)}
    staff = _no_more_than_needed(v.frame, c, citizens, guards, others)
    return Session(
        name,
        problem.activities[c.activity].id,
        problem.rooms[room].id,
        c.start * slot,
        c.end * slot,
        tuple(problem.staff[m].id for m in staff),
        tuple(problem.citizens[i].id for i in citizens),
    )


def _no_more_than_needed(
    frame: Frame, candidate: Candidate, citizens: list[int], guards: set[int], others: set[int]
) -> list[int]:
    """A solution may hold staff that R5 does not ask for; they are let go."""
    activity = frame.problem.activities[candidate.activity]
    levels = [frame.level[i] for i in citizens]
    asked = max(activity.staff, 1, *(level.staff for level in levels))
    skilled = [m for m in sorted(others) if activity.skill in frame.problem.staff[m].skills]
    rest = [m for m in sorted(others) if m != skilled[0]]
    both = sorted(guards - others)[: max(level.guards for level in levels)]
    return sorted([skilled[0], *rest[: asked - 1], *both])


def held_outside(sessions_now: Sequence[Session], frame: Frame, region: Region) -> list[Session]:
    """Those sessions that do not lie wholly inside the region."""
    kept = []
    for session in sessions_now:
        slots = range(session.start // frame.slot, session.end // frame.slot)
        site = frame.room_site[frame.room_index[session.room]]
        inside = site in region.sites and all(region.slots >> slot & 1 for slot in slots)
        if not inside:
            kept.append(session)
    return kept
