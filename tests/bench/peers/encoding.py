"""The week as a 0/1 program that every exact peer can be given: rows ``sum(factor * variable) <= bound``.

One model, so that no peer has a better or a worse one. All the rules R1 to R15 are stated. Rooms and staff
are chosen by name; a session is a *spot* (activity, site, start, length) with a room out of those that suit,
which is a quarter of the variables that a session for every room has. Of two spots that are alike there is
one; where only one citizen can be in a session there are two, since two mentors may well meet two citizens at
once. That leaves weeks out in which two groups begin the same thing at the same time on one site, each for
the same time.

What concerns a single person, room or time is settled before (``solver.frame``): who is enrolled, available,
not in a commitment or locked session then, and may be on the site (R1, R2, R8, R13, R14, and R4, R6, R11, R12
against what is fixed). The rest is rows, and few of them: a rule about one person in one slot is a row over
all the sessions that cover it; a group's presence on a site in a slot is a variable of its own, so that
rivalry is one row for two groups and not one for two people; a level's presence in a session likewise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

from solver.frame import Frame, bits
from solver.plan import Session
from solver.problem import Problem
from tests.bench.sheet import Sheet, Spot

Row = tuple[list[int], list[int], int]
"""Variables, their factors, and what the sum may be at most."""


@dataclass(slots=True)
class Possible:
    """A session that could be held; its variables by index of room, citizen and staff member."""

    spot: Spot
    rooms: dict[int, int] = field(default_factory=dict)
    citizens: dict[int, int] = field(default_factory=dict)
    serves: dict[int, int] = field(default_factory=dict)
    guards: dict[int, int] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)


class Encoding:
    """``weights``: what each variable adds to the sum to be made least (duties first, then hours)."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.frame = Frame(problem, problem.locked)
        self.variables = 0
        self.rows: list[Row] = []
        self.weights: dict[int, int] = {}
        self._presence: dict[tuple[int, int], dict[int, int]] = {}
        self.possible = self._possible()
        self._at = self._by_person_and_site()
        for k in range(len(self.possible)):
            self._session(k)
        self._rooms_once()
        self._staff_weeks()
        self._citizen_weeks()
        self._apart()
        self._budget()
        self._goals()

    # --- variables --------------------------------------------------------------------------------------

    def _new(self) -> int:
        self.variables += 1
        return self.variables - 1

    def _some(self, keys: Iterable[int]) -> dict[int, int]:
        return {key: self._new() for key in keys}

    def _possible(self) -> list[Possible]:
        frame, problem = self.frame, self.problem
        sheet = Sheet(problem)
        guards = {m for m, member in enumerate(problem.staff) if "guard" in member.skills}
        found = []
        for spot in sheet.spots():
            activity = problem.activities[spot.activity]
            stay = ((1 << spot.length) - 1) << spot.start
            rooms = [
                r
                for r, room in enumerate(problem.rooms)
                if frame.room_site[r] == spot.site
                and frame.room_suits(activity, r)
                and not stay & ~frame.room_free[r]
                and room.capacity >= max(1, activity.min_group)
            ]
            citizens = [
                i
                for i in bits(sheet.could(spot))
                if any(frame.level[i].room_features <= problem.rooms[r].features for r in rooms)
            ]
            staff = [
                m
                for m in range(len(problem.staff))
                if not stay & ~frame.staff_free[m][spot.site] and frame.staff_left[m] >= spot.length
            ]
            if len(citizens) < max(1, activity.min_group) or not any(
                activity.skill in problem.staff[m].skills for m in staff
            ):
                continue
            guarded = any(frame.level[i].guards for i in citizens)
            for _ in range(2 if activity.max_group == 1 else 1):
                found.append(
                    Possible(
                        spot,
                        self._some(rooms),
                        self._some(citizens),
                        self._some(staff),
                        self._some([m for m in staff if m in guards] if guarded else ()),
                        self._some(sorted({frame.level[i].level for i in citizens})),
                    )
                )
        return found

    def _by_person_and_site(self) -> list[dict[int, list[tuple[Spot, int]]]]:
        """By citizen: site → the sessions there that they could be in, with the variable that they are."""
        at: list[dict[int, list[tuple[Spot, int]]]] = [defaultdict(list) for _ in range(self.frame.n)]
        for session in self.possible:
            for i, variable in session.citizens.items():
                at[i][session.spot.site].append((session.spot, variable))
        return at

    # --- rows -------------------------------------------------------------------------------------------

    def _at_most(self, bound: int, *terms: tuple[Iterable[int], int]) -> None:
        """Each term: variables, and the factor that they all have."""
        variables: list[int] = []
        factors: list[int] = []
        for some, factor in terms:
            before = len(variables)
            variables += some
            factors += [factor] * (len(variables) - before)
        if sum(factor for factor in factors if factor > 0) > bound:
            self.rows.append((variables, factors, bound))

    def _session(self, k: int) -> None:
        """R2, R5, R9, R10 and R13 for one session."""
        frame, session = self.frame, self.possible[k]
        problem, citizens = self.problem, session.citizens
        activity = problem.activities[session.spot.activity]
        held = session.rooms.values()
        self._at_most(1, (held, 1))
        seats = [
            ((v,), -min(activity.max_group, problem.rooms[r].capacity)) for r, v in session.rooms.items()
        ]
        self._at_most(0, (citizens.values(), 1), *seats)
        self._at_most(0, (held, max(1, activity.min_group)), (citizens.values(), -1))
        by_level: dict[int, list[int]] = defaultdict(list)
        for i in citizens:
            by_level[frame.level[i].level].append(i)
        staff = max(1, activity.staff)
        more_staff, guards = [], []
        for level, people in by_level.items():
            here, rule = session.levels[level], frame.level[people[0]]
            attending = [citizens[i] for i in people]
            most = min(rule.max_group, activity.max_group)
            self._at_most(0, (attending, 1), ((here,), -most))
            self._at_most(0, ((here,), 1), (attending, -1))
            self._at_most(
                activity.max_group, (citizens.values(), 1), ((here,), activity.max_group - rule.max_group)
            )
            unsuited = [
                v for r, v in session.rooms.items() if not rule.room_features <= problem.rooms[r].features
            ]
            if unsuited:
                self._at_most(1, (unsuited, 1), ((here,), 1))
            if rule.staff > staff:
                more_staff.append((here, rule.staff))
            if rule.guards:
                guards.append((here, rule.guards))
        self._staffing(session, staff, more_staff, guards)
        self._people_apart(session)

    def _staffing(
        self,
        session: Possible,
        staff: int,
        more_staff: Sequence[tuple[int, int]],
        guards: Sequence[tuple[int, int]],
    ) -> None:
        """R5, and no more staff than it asks for: holding back what is of no use leaves no week out."""
        problem, serves, held = self.problem, session.serves, session.rooms.values()
        skill = problem.activities[session.spot.activity].skill
        skilled = [v for m, v in serves.items() if skill in problem.staff[m].skills]
        self._at_most(0, (held, 1), (skilled, -1))
        self._at_most(0, (held, staff), (serves.values(), -1))
        extra = [((here,), staff - asked) for here, asked in more_staff]
        self._at_most(0, (serves.values(), 1), (held, -staff), *extra)
        for here, asked in more_staff:
            self._at_most(0, ((here,), asked), (serves.values(), -1))
        if session.guards:
            self._at_most(0, (session.guards.values(), 1), *(((here,), -asked) for here, asked in guards))
        for here, asked in guards:
            self._at_most(0, ((here,), asked), (session.guards.values(), -1))

    def _people_apart(self, session: Possible) -> None:
        """R10 for those whom R11 does not keep apart anyway, and R13 for staff."""
        for apart in self.frame.aparts:
            if apart.site_gap is None:
                left = [v for i, v in session.citizens.items() if apart.left >> i & 1]
                right = [v for i, v in session.citizens.items() if apart.right >> i & 1]
                if left and right:
                    side, most = self._new(), self.problem.activities[session.spot.activity].max_group
                    self._at_most(0, (left, 1), ((side,), -most))
                    self._at_most(most, (right, 1), ((side,), most))
        for i, attends in session.citizens.items():
            avoided = self.frame.citizens[i].avoid_staff
            if avoided:
                for part in (session.serves, session.guards):
                    for m, variable in part.items():
                        if self.problem.staff[m].id in avoided:
                            self._at_most(1, ((attends, variable), 1))

    def _rooms_once(self) -> None:
        """R3."""
        slots: dict[tuple[int, int], list[int]] = defaultdict(list)
        for session in self.possible:
            for room, variable in session.rooms.items():
                for slot in range(session.spot.start, session.spot.end):
                    slots[room, slot].append(variable)
        for variables in slots.values():
            self._at_most(1, (variables, 1))

    def _staff_weeks(self) -> None:
        """R4."""
        at: list[dict[int, list[tuple[Spot, int]]]] = [defaultdict(list) for _ in self.problem.staff]
        for session in self.possible:
            for part in (session.serves, session.guards):
                for m, variable in part.items():
                    at[m][session.spot.site].append((session.spot, variable))
        for m, mine in enumerate(at):
            self._one_place(mine)
            work = [((v,), spot.length) for there in mine.values() for spot, v in there]
            self._at_most(max(0, self.frame.staff_left[m]), *work)

    def _one_place(self, mine: dict[int, list[tuple[Spot, int]]]) -> None:
        """R4 and R6: no two sessions at a time, and the way between two sites."""
        slots: dict[int, list[int]] = defaultdict(list)
        ends: dict[tuple[int, int], list[int]] = defaultdict(list)
        starts: dict[tuple[int, int], list[int]] = defaultdict(list)
        for site, there in mine.items():
            for spot, variable in there:
                ends[site, spot.end].append(variable)
                starts[site, spot.start].append(variable)
                for slot in range(spot.start, spot.end):
                    slots[slot].append(variable)
        for variables in slots.values():
            self._at_most(1, (variables, 1))
        for (site, end), leaving in ends.items():
            for other, way in enumerate(self.frame.travel[site]):
                for start in range(end, end + way):
                    arriving = starts.get((other, start))
                    if arriving and len(leaving) + len(arriving) > 1:
                        # Those who leave at one moment overlap each other; so do those who arrive.
                        self._at_most(1, (leaving, 1), (arriving, 1))

    def _citizen_weeks(self) -> None:
        """R6, R7 and R8."""
        frame = self.frame
        for i, mine in enumerate(self._at):
            self._one_place(mine)
            week: dict[int, list[int]] = defaultdict(list)
            days: dict[tuple[int, int], list[int]] = defaultdict(list)
            counted: dict[int, list[tuple[tuple[int], int]]] = defaultdict(list)
            for spot, variable in (pair for there in mine.values() for pair in there):
                day = frame.day_of(spot.start)
                week[spot.activity].append(variable)
                days[spot.activity, day].append(variable)
                if self.problem.activities[spot.activity].counts:
                    counted[day].append(((variable,), spot.length))
            for activity, variables in week.items():
                self._at_most(frame.sessions_left[i][activity], (variables, 1))
            for (activity, day), variables in days.items():
                self._at_most(frame.per_day_left(i, activity, day), (variables, 1))
            for day, terms in counted.items():
                self._at_most(frame.day_left[i][day], *terms)
            self._at_most(frame.week_left[i], *(term for terms in counted.values() for term in terms))

    def _present(self, people: int, site: int) -> dict[int, int]:
        """Slot → the variable that is 1 where one of ``people`` is in a session on the site."""
        known = self._presence.get((people, site))
        if known is None:
            known = self._presence[people, site] = {}
            for i in bits(people):
                for slot, variables in self._slots(i, site).items():
                    if slot not in known:
                        known[slot] = self._new()
                    self._at_most(0, (variables, 1), ((known[slot],), -1))
        return known

    def _slots(self, i: int, site: int) -> dict[int, list[int]]:
        slots: dict[int, list[int]] = defaultdict(list)
        for spot, variable in self._at[i].get(site, ()):
            for slot in range(spot.start, spot.end):
                slots[slot].append(variable)
        return slots

    def _apart(self) -> None:
        """R11 and R12."""
        frame = self.frame
        for site in range(len(self.problem.sites)):
            for apart in frame.aparts:
                if apart.site_gap is not None:
                    mine, theirs = self._present(apart.left, site), self._present(apart.right, site)
                    for slot, one in mine.items():
                        for near in range(slot - apart.site_gap, slot + apart.site_gap + 1):
                            if near in theirs:
                                self._at_most(1, ((one, theirs[near]), 1))
            alone: dict[int, list[int]] = defaultdict(list)
            for i in bits(frame.alone):
                for slot, variables in self._slots(i, site).items():
                    alone[slot] += variables
            if alone:
                others = self._present(frame.everybody & ~frame.alone, site)
                for slot, variables in alone.items():
                    self._at_most(1, (variables, 1), ((others[slot],) if slot in others else (), 1))

    def _budget(self) -> None:
        """R15."""
        if self.frame.budget_left is not None:
            terms: list[tuple[Iterable[int], int]] = []
            for session in self.possible:
                activity = self.problem.activities[session.spot.activity]
                terms.append((session.rooms.values(), activity.cost_per_session))
                terms.append((session.citizens.values(), activity.cost_per_citizen))
            self._at_most(max(0, self.frame.budget_left), *terms)

    def _goals(self) -> None:
        """The goals ``duties`` and ``hours`` in one sum: a duty weighs more than all the hours there are."""
        frame = self.frame
        heavy = 1 + sum(frame.week_left)
        attended: dict[tuple[int, int], list[int]] = defaultdict(list)
        seen: dict[int, list[int]] = defaultdict(list)
        for session in self.possible:
            activity = session.spot.activity
            for i, variable in session.citizens.items():
                attended[i, activity].append(variable)
                if frame.ends_idleness(activity):
                    seen[i].append(variable)
                if self.problem.activities[activity].counts:
                    self.weights[variable] = -session.spot.length
        for i, need in enumerate(frame.missing):
            for activity, asked in need.items():
                lacking = [self._new() for _ in range(asked)]
                self.weights.update(dict.fromkeys(lacking, heavy))
                self._at_most(-asked, (attended[i, activity], -1), (lacking, -1))
        for i in bits(frame.idle):
            idle = self._new()
            self.weights[idle] = heavy
            self._at_most(-1, (seen[i], -1), ((idle,), -1))

    # --- what a peer makes of it --------------------------------------------------------------------------

    def order(self) -> list[int]:
        """An order in which a search by hand would set variables to 1: long sessions that many could be in
        first, in each the room, then the people that are hardest to place, then the staff."""
        frame = self.frame
        sessions = sorted(self.possible, key=lambda s: -s.spot.length * len(s.citizens))
        ordered: list[int] = []
        for session in sessions:
            people = sorted(session.citizens, key=lambda i: (frame.level[i].max_group, i))
            ordered += session.rooms.values()
            ordered += [session.citizens[i] for i in people]
            ordered += [*session.serves.values(), *session.guards.values()]
        return ordered

    def sessions(self, value: Callable[[int], bool]) -> tuple[Session, ...]:
        """The sessions of a solution; ``value`` reads a variable."""
        problem, slot = self.problem, self.frame.slot
        taken = {session.id for session in problem.locked}
        names = (name for k in count(1) if (name := f"s{k}") not in taken)
        found = []
        for session in self.possible:
            rooms = [r for r, variable in session.rooms.items() if value(variable)]
            if rooms:
                staff = [m for part in (session.serves, session.guards) for m, v in part.items() if value(v)]
                found.append(
                    Session(
                        next(names),
                        problem.activities[session.spot.activity].id,
                        problem.rooms[rooms[0]].id,
                        session.spot.start * slot,
                        session.spot.end * slot,
                        tuple(problem.staff[m].id for m in sorted(staff)),
                        tuple(problem.citizens[i].id for i, v in session.citizens.items() if value(v)),
                    )
                )
        return tuple(found)
