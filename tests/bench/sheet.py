"""A week being filled by hand, session after session: who, what and where is still free. No step back.

The greedy peer plans on it, and the weeks whose best is known are made on it. Masks over people have one bit
a citizen, in the problem's order; masks over time one bit a slot of the week, as in ``solver.frame``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from solver.frame import Frame, bits, span_mask
from solver.plan import Session
from solver.problem import Activity, Problem


@dataclass(frozen=True, slots=True)
class Spot:
    """A session that could be held, before its room, people and staff are chosen; slots of the week."""

    activity: int
    site: int
    start: int
    length: int

    @property
    def end(self) -> int:
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Choice:
    """A room, people and staff that a spot can have as things stand; indices into the problem."""

    spot: Spot
    room: int
    citizens: tuple[int, ...]
    staff: tuple[int, ...]


class Sheet:
    """Starts from the problem's locked sessions."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.frame = frame = Frame(problem, problem.locked)
        self.sessions: list[Session] = []
        taken = {session.id for session in problem.locked}
        self._names = (name for k in count(1) if (name := f"s{k}") not in taken)
        self.staff_free = [list(by_site) for by_site in frame.staff_free]
        self.staff_left = list(frame.staff_left)
        self.room_free = list(frame.room_free)
        self.day_left = [list(days) for days in frame.day_left]
        self.week_left = list(frame.week_left)
        self.missing = [dict(need) for need in frame.missing]
        self.idle = frame.idle
        self._sessions_left = [dict(left) for left in frame.sessions_left]
        self._budget = frame.budget_left
        self._enrolled = [
            sum(1 << i for i in range(frame.n) if a in frame.sessions_left[i])
            for a in range(len(problem.activities))
        ]
        #: By (activity, weekday): sessions that each citizen has had there.
        self._full_day: dict[tuple[int, int], int] = {}
        self._had: dict[tuple[int, int, int], int] = {}
        self._lengths = sorted(
            {minutes // frame.slot for a in problem.activities if a.counts for minutes in a.minutes}
        )
        #: By (weekday, length): those who have less left to be counted than a session of that length.
        self._tired = {
            (day, length): sum(
                1 << i for i in range(frame.n) if min(frame.day_left[i][day], frame.week_left[i]) < length
            )
            for day in range(7)
            for length in self._lengths
        }
        self._order = sorted(range(len(problem.staff)), key=lambda m: (len(problem.staff[m].skills), m))
        self._rooms = [
            [
                [
                    r
                    for r in range(len(problem.rooms))
                    if frame.room_site[r] == s and frame.room_suits(activity, r)
                ]
                for s in range(len(problem.sites))
            ]
            for activity in problem.activities
        ]
        self._free = [
            [
                sum(1 << i for i in range(frame.n) if frame.may_attend[i][s] >> slot & 1)
                for slot in range(frame.n_slots)
            ]
            for s in range(len(problem.sites))
        ]

    def spots(self) -> Iterator[Spot]:
        """Every session that the opening hours and the rooms allow."""
        frame = self.frame
        for a, activity in enumerate(self.problem.activities):
            for s in range(len(self.problem.sites)):
                free = 0
                for room in self._rooms[a][s]:
                    free |= frame.room_free[room]
                for start in bits(free):
                    for minutes in sorted(set(activity.minutes)):
                        length = minutes // frame.slot
                        one_day = frame.day_of(start) == frame.day_of(start + length - 1)
                        if one_day and not span_mask(start, start + length) & ~free:
                            yield Spot(a, s, start, length)

    def could(self, spot: Spot) -> int:
        """Everybody who could be in a session there, each for themself, as a mask."""
        frame, activity = self.frame, self.problem.activities[spot.activity]
        people = self._enrolled[spot.activity]
        free = self._free[spot.site]
        for slot in range(spot.start, spot.end):
            people &= free[slot]
            if not people:
                return 0
        day = frame.day_of(spot.start)
        people &= ~self._full_day.get((spot.activity, day), 0)
        return people & ~self._tired[day, spot.length] if activity.counts else people

    def may_begin(self, i: int, spot: Spot) -> bool:
        """Whether a citizen is free when the session begins: quicker than asking ``could``."""
        return bool((self._free[spot.site][spot.start] & self._enrolled[spot.activity]) >> i & 1)

    def choose(self, spot: Spot, order: Sequence[int]) -> Choice | None:
        """The largest group that taking people in this ``order`` gives, over the rooms; None where none can
        be.

        ``order`` holds people who could be there; the first of them is in the group for certain.
        """
        best: Choice | None = None
        stay = span_mask(spot.start, spot.end)
        for room in self._rooms[spot.activity][spot.site]:
            if stay & ~self.room_free[room]:
                continue
            seats = self.problem.rooms[room].capacity
            if best is not None and len(best.citizens) >= seats:
                continue
            group = self._group(spot, room, order)
            if group and (best is None or len(group) > len(best.citizens)):
                staff = self._staff(spot, group)
                if staff is not None and self._affordable(spot, len(group)):
                    best = Choice(spot, room, tuple(sorted(group)), tuple(staff))
        return best

    def _group(self, spot: Spot, room: int, order: Sequence[int]) -> list[int]:
        frame, activity = self.frame, self.problem.activities[spot.activity]
        here = self.problem.rooms[room]
        most = min(activity.max_group, here.capacity)
        group: list[int] = []
        rivals = 0
        for i in order:
            level = frame.level[i]
            if len(group) >= most:
                break
            if not level.room_features <= here.features:
                if not group:
                    return []
                continue
            if rivals >> i & 1 or level.max_group <= len(group) or (group and level.alone_on_site):
                continue
            group.append(i)
            rivals |= frame.rivals[i]
            most = 1 if level.alone_on_site else min(most, level.max_group)
        return group if len(group) >= max(1, activity.min_group) else []

    def _staff(self, spot: Spot, group: Sequence[int]) -> list[int] | None:
        """As few as R5 asks for, those with the fewest other skills first; None where not enough are."""
        frame, activity = self.frame, self.problem.activities[spot.activity]
        stay = span_mask(spot.start, spot.end)
        avoided = {m for i in group for m in frame.citizens[i].avoid_staff}
        members = self.problem.staff
        free = [
            m
            for m in self._order
            if not stay & ~self.staff_free[m][spot.site]
            and self.staff_left[m] >= spot.length
            and members[m].id not in avoided
        ]
        levels = [frame.level[i] for i in group]
        guards = max(level.guards for level in levels)
        others = max(activity.staff, 1, *(level.staff for level in levels))
        leaders = sorted(
            (m for m in free if activity.skill in members[m].skills),
            key=lambda m: "guard" in members[m].skills and guards > 0,
        )
        if not leaders:
            return None
        chosen = leaders[:1]
        guarding = [m for m in free if "guard" in members[m].skills and m not in chosen][:guards]
        chosen += guarding
        chosen += [m for m in free if m not in chosen][: others - 1]
        return chosen if len(guarding) == guards and len(chosen) == guards + others else None

    def _affordable(self, spot: Spot, people: int) -> bool:
        return self._budget is None or self._budget >= _cost(self.problem.activities[spot.activity], people)

    def hold(self, choice: Choice) -> None:
        """Writes the session down: what it takes is free no more."""
        frame, problem, spot = self.frame, self.problem, choice.spot
        activity = problem.activities[spot.activity]
        day = frame.day_of(spot.start)
        for i in choice.citizens:
            me = ~(1 << i)
            for site, way in enumerate(frame.travel[spot.site]):
                self._take(me, site, spot.start - way, spot.end + way)
            for gap, rivals in frame.site_rivals[i]:
                self._take(~rivals, spot.site, spot.start - gap, spot.end + gap)
            self._note(i, spot, day)
        everybody_else = 0 if any(frame.level[i].alone_on_site for i in choice.citizens) else ~frame.alone
        self._take(everybody_else, spot.site, spot.start, spot.end)
        for m in choice.staff:
            self.staff_left[m] -= spot.length
            for site, way in enumerate(frame.travel[spot.site]):
                self.staff_free[m][site] &= ~span_mask(spot.start - way, spot.end + way)
        self.room_free[choice.room] &= ~span_mask(spot.start, spot.end)
        if self._budget is not None:
            self._budget -= _cost(activity, len(choice.citizens))
        self.sessions.append(
            Session(
                next(self._names),
                activity.id,
                problem.rooms[choice.room].id,
                spot.start * frame.slot,
                spot.end * frame.slot,
                tuple(problem.staff[m].id for m in choice.staff),
                tuple(problem.citizens[i].id for i in choice.citizens),
            )
        )

    def _take(self, kept: int, site: int, start: int, end: int) -> None:
        free = self._free[site]
        for slot in range(max(0, start), min(end, len(free))):
            free[slot] &= kept

    def _note(self, i: int, spot: Spot, day: int) -> None:
        """A citizen's own count of sessions, hours and duties."""
        left = self._sessions_left[i]
        left[spot.activity] -= 1
        if not left[spot.activity]:
            self._enrolled[spot.activity] &= ~(1 << i)
        key = (i, spot.activity, day)
        self._had[key] = self._had.get(key, 0) + 1
        if self._had[key] >= self.frame.per_day_left(i, spot.activity, day):
            self._full_day[spot.activity, day] = self._full_day.get((spot.activity, day), 0) | 1 << i
        if self.problem.activities[spot.activity].counts:
            self.day_left[i][day] -= spot.length
            self.week_left[i] -= spot.length
            for (on, length), tired in self._tired.items():
                if min(self.day_left[i][on], self.week_left[i]) < length:
                    self._tired[on, length] = tired | 1 << i
        if self.missing[i].get(spot.activity, 0) > 0:
            self.missing[i][spot.activity] -= 1
        if self.frame.ends_idleness(spot.activity):
            self.idle &= ~(1 << i)


def _cost(activity: Activity, people: int) -> int:
    return activity.cost_per_session + activity.cost_per_citizen * people
