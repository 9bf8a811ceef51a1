"""A week of visits: who comes where and when, with the rooms and the staff that this takes.

The sessions of one visit (activity, site, start, end) are not told apart, which keeps the model small enough
for a whole week. Where the people of one are parted over several rooms it says less than the rules
(see ``visit_sessions``): every week that obeys them is in it, and what is best in it is no worse than the
best of those.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ortools.sat.python import cp_model

from solver.frame import Frame, span_mask
from solver.model import apart, people
from solver.model.candidates import Candidate, able
from solver.model.variables import Variables, asked
from solver.model.week import as_guards, session_of
from solver.plan import Session
from solver.repair.losses import Visit
from solver.repair.visit_sessions import VisitSessions

Visits = Mapping[str, frozenset[Visit]]


class VisitWeek:
    """The visits that may be paid beside a frame's sessions.

    ``variables`` has one candidate for each visit, whose room has no meaning; ``rooms[k]`` has a literal for
    each room that a session of visit ``k`` may be held in.
    """

    def __init__(self, frame: Frame, visits: Visits, keep_going: Callable[[], bool]) -> None:
        """``visits``: those that each person may pay. The least size of a group is not stated yet.

        Raises ``ModelTooLargeError`` once ``keep_going`` says no.
        """
        self.frame = frame
        self.model = cp_model.CpModel()
        self.variables = Variables(self.model, frame, asked(self._candidates(visits), keep_going), keep_going)
        self.rooms = [self._held_in(c) for c in self.variables.going(self.variables.candidates)]
        self._rooms_once()
        for k in self.variables.going(range(len(self.rooms))):
            VisitSessions(self.variables, k, self.rooms[k]).state()
        people.state(self.variables)
        apart.state_on_sites(self.variables)
        self._budget()

    def _candidates(self, visits: Visits) -> Iterator[Candidate]:
        frame = self.frame
        whose: dict[Visit, list[int]] = defaultdict(list)
        for i, citizen in enumerate(frame.citizens):
            for visit in visits.get(citizen.id, ()):
                whose[visit].append(i)
        for visit, had in sorted(whose.items()):
            a, site = frame.activity_index.get(visit.activity), frame.site_index.get(visit.site)
            if a is None or site is None:
                # Of a session whose activity or room is gone.
                continue
            start, length = visit.start // frame.slot, (visit.end - visit.start) // frame.slot
            if visit.end - visit.start not in frame.problem.activities[a].minutes:
                continue
            rooms = [frame.problem.rooms[r] for r in self._rooms_free(a, site, start, length)]
            welcome = [
                i
                for i in had
                if a in frame.sessions_left[i]
                and any(frame.level[i].room_features <= room.features for room in rooms)
            ]
            citizens = able(frame, welcome, a, site, start, length)
            stay = span_mask(start, start + length)
            staff = tuple(
                m
                for m, free in enumerate(frame.staff_free)
                if not stay & ~free[site] and frame.staff_left[m] >= length
            )
            if citizens and staff:
                yield Candidate(a, 0, site, start, length, citizens, staff)

    def _rooms_free(self, activity: int, site: int, start: int, length: int) -> list[int]:
        frame, stay = self.frame, span_mask(start, start + length)
        offered = frame.problem.activities[activity]
        return [
            r
            for r, room in enumerate(frame.problem.rooms)
            if frame.room_site[r] == site
            and room.capacity
            and not stay & ~frame.room_free[r]
            and frame.room_suits(offered, r)
        ]

    def _held_in(self, c: Candidate) -> dict[int, cp_model.IntVar]:
        free = self._rooms_free(c.activity, c.site, c.start, c.length)
        return {r: self.model.new_bool_var("in room") for r in free}

    def _rooms_once(self) -> None:
        """R3."""
        v = self.variables
        taken: dict[int, list[tuple[int, cp_model.IntVar]]] = defaultdict(list)
        for k, rooms in enumerate(self.rooms):
            for r, literal in rooms.items():
                taken[r].append((k, literal))
        for held in v.going(taken.values()):
            for literals in v.by_slot(held).values():
                self.model.add_at_most_one(literals)

    def state_least_groups(self) -> None:
        """``min_group`` of R9."""
        for c, attends, rooms in zip(
            self.variables.candidates, self.variables.attends, self.rooms, strict=True
        ):
            least = self.frame.problem.activities[c.activity].min_group
            if least > 1:
                number = cp_model.LinearExpr.sum(list(rooms.values()))
                self.model.add(cp_model.LinearExpr.sum(list(attends.values())) >= least * number)

    def _budget(self) -> None:
        """R15."""
        left = self.frame.budget_left
        if left is None:
            return
        terms: list[cp_model.LinearExpr] = []
        for c, attends, rooms in zip(
            self.variables.candidates, self.variables.attends, self.rooms, strict=True
        ):
            activity = self.frame.problem.activities[c.activity]
            terms += [activity.cost_per_session * literal for literal in rooms.values()]
            terms += [activity.cost_per_citizen * literal for literal in attends.values()]
        self.model.add(cp_model.LinearExpr.sum(terms) <= left)

    # --- from sessions, and back --------------------------------------------------------------------------

    def visit(self, k: int) -> Visit:
        c, problem, slot = self.variables.candidates[k], self.frame.problem, self.frame.slot
        return Visit(
            c.start * slot, c.end * slot, problem.activities[c.activity].id, problem.sites[c.site].id
        )

    def hint(self, planned: Iterable[Session]) -> None:
        """Starts the search from a plan, once a model."""
        frame, v = self.frame, self.variables
        held: dict[tuple[int, int, int, int], list[Session]] = defaultdict(list)
        for session in planned:
            site = frame.room_site[frame.room_index[session.room]]
            start, end = session.start // frame.slot, session.end // frame.slot
            held[frame.activity_index[session.activity], site, start, end].append(session)
        for k, c in enumerate(v.candidates):
            some = held.get((c.activity, c.site, c.start, c.end), [])
            self.model.add_hint(v.held[k], bool(some))
            rooms = {frame.room_index[each.room] for each in some}
            for r, literal in self.rooms[k].items():
                self.model.add_hint(literal, r in rooms)
            citizens = {frame.citizen_index[i] for each in some for i in each.citizens}
            for i, literal in v.attends[k].items():
                self.model.add_hint(literal, i in citizens)
            staff, guards = set[int](), set[int]()
            for each in some:
                mine = {frame.staff_index[m] for m in each.staff}
                staff |= mine
                guards |= as_guards(frame, c, {frame.citizen_index[i] for i in each.citizens}, mine)
            for m, literal in v.serves[k].items():
                self.model.add_hint(literal, m in staff and m not in guards)
            for m, literal in v.guards[k].items():
                self.model.add_hint(literal, m in guards)

    def sessions(
        self, value: Callable[[cp_model.IntVar], bool], names: Iterator[str]
    ) -> tuple[list[Session], set[Visit]]:
        """The sessions of a solution, and the visits in several sessions that it leaves open how to part."""
        v = self.variables
        found: list[Session] = []
        parted: set[Visit] = set()
        for k in range(len(v.candidates)):
            citizens = [i for i, literal in v.attends[k].items() if value(literal)]
            rooms = [r for r, literal in self.rooms[k].items() if value(literal)]
            if not citizens:
                continue
            if len(rooms) > 1:
                parted.add(self.visit(k))
                continue
            found.append(session_of(v, k, rooms[0], citizens, value, next(names)))
        return found, parted

    def moved(self, before: Sequence[Session]) -> list[cp_model.LinearExpr]:
        """Sessions in rooms, and staff in sessions, that are not so in the old plan."""
        frame, v = self.frame, self.variables
        known: dict[Visit, tuple[set[int], set[int]]] = {}
        for session in before:
            site = frame.problem.sites[frame.room_site[frame.room_index[session.room]]].id
            visit = Visit(session.start, session.end, session.activity, site)
            rooms, staff = known.setdefault(visit, (set(), set()))
            rooms.add(frame.room_index[session.room])
            staff.update(frame.staff_index[m] for m in session.staff)
        terms: list[cp_model.LinearExpr] = []
        for k in range(len(v.candidates)):
            if self.visit(k) in known:
                rooms, staff = known[self.visit(k)]
                terms += [1 * literal for r, literal in self.rooms[k].items() if r not in rooms]
                for part in (v.serves[k], v.guards[k]):
                    terms += [1 * literal for m, literal in part.items() if m not in staff]
        return terms
