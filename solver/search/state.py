"""A week being built: sessions go in and out, and what everybody can still do stays known.

People on sites are packed into one integer a slot: bit ``site * n + citizen``. Who may attend a session on
any of the sites is then an AND of a few integers, however many people. Every step is written to a log, so
that a change that turns out worse is undone step by step instead of being copied beforehand.
"""

from __future__ import annotations

from solver.frame import Frame, bits
from solver.plan import Session

Step = tuple[str, "Held", int]


class Held:
    """A session in the week being built: indices into the problem, slots of the week."""

    __slots__ = ("activity", "citizens", "guards", "length", "others", "room", "site", "start", "zones")

    def __init__(
        self, activity: int, room: int, site: int, start: int, length: int, others: int, guards: int
    ) -> None:
        self.activity = activity
        self.room = room
        self.site = site
        self.start = start
        self.length = length
        self.others = others
        self.guards = guards
        self.citizens = 0
        self.zones: tuple[tuple[int, int], ...] = ()

    @property
    def end(self) -> int:
        return self.start + self.length


class State:
    """The rules R1 … R15 as what is left: each step takes away what it makes impossible."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        problem = frame.problem
        self.n, self.n_staff = frame.n, len(problem.staff)
        self.sites = range(len(problem.sites))
        self.people_ones = sum(1 << s * self.n for s in self.sites)
        self.staff_ones = sum(1 << s * self.n_staff for s in self.sites)
        self.people_base = self._packed(frame.may_attend, self.n)
        self.staff_base = self._packed(frame.staff_free, self.n_staff)
        self.own = [0] * frame.n_slots
        self.near = [0] * frame.n_slots
        self.staff_own = [0] * frame.n_slots
        self.rooms = [
            sum(1 << r for r, free in enumerate(frame.room_free) if free >> t & 1)
            for t in range(frame.n_slots)
        ]
        self.people_spread, self.staff_spread = self._spread(self.n), self._spread(self.n_staff)
        self.farthest = max((way for row in frame.travel for way in row), default=0)
        self.widest = max((gap for gaps in frame.site_rivals for gap, _ in gaps), default=0)
        self.counts = [activity.counts for activity in problem.activities]
        self.seen_by = [frame.ends_idleness(a) for a in range(len(problem.activities))]
        self.lengths = [sorted({m // frame.slot for m in a.minutes}) for a in problem.activities]
        self.week_left = list(frame.week_left)
        self.day_left = [list(days) for days in frame.day_left]
        self.staff_left = list(frame.staff_left)
        self.left = [dict(d) for d in frame.sessions_left]
        self.per_day = [
            [[frame.per_day_left(i, a, d) for a in range(len(problem.activities))] for d in range(7)]
            for i in range(self.n)
        ]
        self.missing = [dict(d) for d in frame.missing]
        self.unseen = [frame.idle >> i & 1 for i in range(self.n)]
        self.seen = [0] * self.n
        self.budget = frame.budget_left
        self.duties = sum(sum(need.values()) for need in self.missing) + sum(self.unseen)
        self.hours = frame.hours_before
        every = sorted({length for lengths in self.lengths for length in lengths})
        self.week_fits = {length: self._mask(self.week_left, length) for length in every}
        self.day_fits = [
            {length: self._mask([days[d] for days in self.day_left], length) for length in every}
            for d in range(7)
        ]
        self.staff_fits = {length: self._mask(self.staff_left, length) for length in every}
        self.open = [
            sum(1 << i for i in range(self.n) if self.left[i].get(a, 0) > 0)
            for a in range(len(problem.activities))
        ]
        self.open_day = [
            [
                sum(1 << i for i in range(self.n) if self.per_day[i][d][a] > 0)
                for a in range(len(problem.activities))
            ]
            for d in range(7)
        ]
        self.held: dict[Held, None] = {}
        self.on_site: list[dict[Held, None]] = [{} for _ in self.sites]
        self.of_citizen: list[dict[Held, None]] = [{} for _ in range(self.n)]
        self.of_staff: list[dict[Held, None]] = [{} for _ in range(self.n_staff)]
        self.log: list[Step] = []

    @staticmethod
    def _mask(left: list[int], length: int) -> int:
        return sum(1 << i for i, slots in enumerate(left) if slots >= length)

    def _packed(self, table: list[list[int]], count: int) -> list[int]:
        """From a mask of slots by person and site to a mask of (site, person) by slot."""
        packed = [0] * self.frame.n_slots
        for person, by_site in enumerate(table):
            # Most sites are alike to most people: each pattern of slots is laid out once.
            sites_of: dict[int, int] = {}
            for site, slots in enumerate(by_site):
                sites_of[slots] = sites_of.get(slots, 0) | 1 << site * count
            for slots, sites in sites_of.items():
                here = sites << person
                for slot in bits(slots):
                    packed[slot] |= here
        return packed

    def _spread(self, count: int) -> list[list[int]]:
        """By site and distance in slots from a stay there: the sites one cannot be on, as a multiplier."""
        travel = self.frame.travel
        return [
            [
                sum(1 << q * count for q in self.sites if travel[p][q] > distance)
                for distance in range(max(travel[p], default=0))
            ]
            for p in self.sites
        ]

    # --- steps --------------------------------------------------------------------------------------

    def add(self, held: Held, citizens: int) -> None:
        """Holds a session with these citizens."""
        self._hold(held)
        self.log.append(("add", held, citizens))
        self._come(held, citizens)

    def remove(self, held: Held) -> None:
        """Gives a session up."""
        citizens = held.citizens
        self._go(held, citizens)
        self._release(held)
        self.log.append(("remove", held, citizens))

    def join(self, held: Held, citizens: int) -> None:
        """Adds citizens to a session."""
        self._come(held, citizens)
        self.log.append(("join", held, citizens))

    def leave(self, held: Held, citizens: int) -> None:
        """Takes citizens out of a session, which keeps at least one."""
        self._go(held, citizens)
        self.log.append(("leave", held, citizens))

    def undo(self) -> None:
        """Takes back every step of the log, last first."""
        while self.log:
            kind, held, citizens = self.log.pop()
            if kind == "add":
                self._go(held, held.citizens)
                self._release(held)
            elif kind == "remove":
                self._hold(held)
                self._come(held, citizens)
            elif kind == "join":
                self._go(held, citizens)
            else:
                self._come(held, citizens)

    def _hold(self, held: Held) -> None:
        self.held[held] = None
        self.on_site[held.site][held] = None
        room = 1 << held.room
        for t in range(held.start, held.end):
            self.rooms[t] &= ~room
        staff = held.others | held.guards
        self._mark(self.staff_own, self.staff_spread[held.site], self.staff_ones, held, staff)
        for m in bits(staff):
            self.of_staff[m][held] = None
            self._work(m, -held.length)
        if self.budget is not None:
            self.budget -= self.frame.problem.activities[held.activity].cost_per_session

    def _release(self, held: Held) -> None:
        del self.held[held]
        del self.on_site[held.site][held]
        room = 1 << held.room
        for t in range(held.start, held.end):
            self.rooms[t] |= room
        staff = held.others | held.guards
        for m in bits(staff):
            del self.of_staff[m][held]
            self._work(m, held.length)
        self._unmark(self.staff_own, self.staff_spread, self.staff_ones, held, (staff, self.of_staff))
        if self.budget is not None:
            self.budget += self.frame.problem.activities[held.activity].cost_per_session

    def _come(self, held: Held, citizens: int) -> None:
        held.citizens |= citizens
        self._mark(self.own, self.people_spread[held.site], self.people_ones, held, citizens)
        for i in bits(citizens):
            self.of_citizen[i][held] = None
            self._attend(i, held, 1)
        self._zone(held)
        self._keep_away(held)
        if self.budget is not None:
            each = self.frame.problem.activities[held.activity].cost_per_citizen
            self.budget -= each * citizens.bit_count()

    def _go(self, held: Held, citizens: int) -> None:
        held.citizens &= ~citizens
        for i in bits(citizens):
            del self.of_citizen[i][held]
            self._attend(i, held, -1)
        self._unmark(self.own, self.people_spread, self.people_ones, held, (citizens, self.of_citizen))
        self._zone(held)
        self._clear_site(held)
        if self.budget is not None:
            each = self.frame.problem.activities[held.activity].cost_per_citizen
            self.budget += each * citizens.bit_count()

    # --- where people are -----------------------------------------------------------------------------

    def _mark(self, taken: list[int], spread: list[int], ones: int, held: Held, people: int) -> None:
        """R4, R6: nowhere else during the session, nor on another site within the way there."""
        here = people * ones
        for t in range(held.start, held.end):
            taken[t] |= here
        for distance, sites in enumerate(spread):
            away = people * sites
            if held.start > distance:
                taken[held.start - 1 - distance] |= away
            if held.end + distance < self.frame.n_slots:
                taken[held.end + distance] |= away

    def _unmark(
        self,
        taken: list[int],
        spread: list[list[int]],
        ones: int,
        held: Held,
        people: tuple[int, list[dict[Held, None]]],
    ) -> None:
        gone, sessions_of = people
        first, last = max(0, held.start - self.farthest), min(self.frame.n_slots, held.end + self.farthest)
        keep = ~(gone * ones)
        for t in range(first, last):
            taken[t] &= keep
        for i in bits(gone):
            for other in sessions_of[i]:
                if other.start < last + self.farthest and first < other.end + self.farthest:
                    self._mark(taken, spread[other.site], ones, other, 1 << i)

    def _zone(self, held: Held) -> None:
        """R11, R12: who must stay away from the site around this session: (gap, people)."""
        frame, people = self.frame, held.citizens
        if not people:
            held.zones = ()
            return
        zones = {0: frame.everybody if people & frame.alone else frame.alone}
        for i in bits(people):
            for gap, rivals in frame.site_rivals[i]:
                zones[gap] = zones.get(gap, 0) | rivals
        held.zones = tuple((gap, rivals) for gap, rivals in zones.items() if rivals)

    def _keep_away(self, held: Held) -> None:
        shift = held.site * self.n
        for gap, rivals in held.zones:
            away = rivals << shift
            for t in range(max(0, held.start - gap), min(self.frame.n_slots, held.end + gap)):
                self.near[t] |= away

    def _clear_site(self, held: Held) -> None:
        first = max(0, held.start - self.widest)
        last = min(self.frame.n_slots, held.end + self.widest)
        keep = ~(self.frame.everybody << held.site * self.n)
        for t in range(first, last):
            self.near[t] &= keep
        for other in self.on_site[held.site]:
            if other.start - self.widest < last and first < other.end + self.widest:
                self._keep_away(other)

    # --- how much is left -----------------------------------------------------------------------------

    def _work(self, member: int, slots: int) -> None:
        self.staff_left[member] += slots
        left, bit = self.staff_left[member], 1 << member
        for length, fits in self.staff_fits.items():
            self.staff_fits[length] = fits | bit if left >= length else fits & ~bit

    def _attend(self, i: int, held: Held, sign: int) -> None:
        """R7, R8 and the duties of one citizen who comes (1) or goes (-1)."""
        a, day, bit = held.activity, held.start // self.frame.day_slots, 1 << i
        if self.counts[a]:
            slots = sign * held.length
            self.hours += slots
            self.week_left[i] -= slots
            self.day_left[i][day] -= slots
            week, today = self.week_left[i], self.day_left[i][day]
            fits_day = self.day_fits[day]
            for length, fits in self.week_fits.items():
                self.week_fits[length] = fits | bit if week >= length else fits & ~bit
                fits_day[length] = fits_day[length] | bit if today >= length else fits_day[length] & ~bit
        self.left[i][a] -= sign
        self.per_day[i][day][a] -= sign
        self.open[a] = self.open[a] | bit if self.left[i][a] > 0 else self.open[a] & ~bit
        today_open = self.open_day[day]
        today_open[a] = today_open[a] | bit if self.per_day[i][day][a] > 0 else today_open[a] & ~bit
        if a in self.missing[i]:
            before = max(0, self.missing[i][a])
            self.missing[i][a] -= sign
            self.duties += max(0, self.missing[i][a]) - before
        if self.seen_by[a]:
            before = self.seen[i] == 0
            self.seen[i] += sign
            if self.unseen[i]:
                self.duties += (self.seen[i] == 0) - before

    # --- what is possible -----------------------------------------------------------------------------

    def may_come(self, start: int, length: int) -> int:
        """Who may be where for the whole of it: bit ``site * n + citizen``."""
        found = -1
        for t in range(start, start + length):
            found &= self.people_base[t] & ~(self.own[t] | self.near[t])
        return found

    def may_serve(self, start: int, length: int) -> int:
        """Which staff may be where for the whole of it: bit ``site * n_staff + member``."""
        found = self.staff_fits[length] * self.staff_ones
        for t in range(start, start + length):
            found &= self.staff_base[t] & ~self.staff_own[t]
        return found

    def rooms_free(self, start: int, length: int) -> int:
        """Rooms free for the whole of it."""
        found = -1
        for t in range(start, start + length):
            found &= self.rooms[t]
        return found

    def may_take(self, activity: int, day: int, length: int) -> int:
        """Citizens who may still take a session of this activity and length that day."""
        people = self.open[activity] & self.open_day[day][activity]
        if self.counts[activity]:
            people &= self.week_fits[length] & self.day_fits[day][length]
        return people

    def owed(self, i: int, activity: int) -> bool:
        """Whether a session of the activity would mend one of the citizen's least numbers."""
        return self.missing[i].get(activity, 0) > 0

    def idle(self, i: int) -> bool:
        """Whether the citizen has not been seen this week so far."""
        return bool(self.unseen[i]) and self.seen[i] == 0

    # --- in and out -----------------------------------------------------------------------------------

    def sessions(self) -> list[Session]:
        """The sessions held, in the order of time and room, with ids given in that order."""
        problem, slot = self.frame.problem, self.frame.slot
        taken = {session.id for session in self.frame.fixed}
        names = (name for k in range(1, len(self.held) + len(taken) + 1) if (name := f"s{k}") not in taken)
        ordered = sorted(self.held, key=lambda h: (h.start, h.room))
        return [
            Session(
                next(names),
                problem.activities[h.activity].id,
                problem.rooms[h.room].id,
                h.start * slot,
                h.end * slot,
                tuple(problem.staff[m].id for m in bits(h.others | h.guards)),
                tuple(problem.citizens[i].id for i in bits(h.citizens)),
            )
            for h in ordered
        ]
