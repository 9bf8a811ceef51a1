"""What stands fixed before anything is planned, as bit masks: the common ground of model, search and bounds.

A *frame* holds a problem together with sessions that are already decided (the locked ones, or the part of
a plan that a neighbourhood leaves alone), and answers what each citizen, staff member and room can still
do. Masks over time have one bit a slot of the week, bit 0 being Monday 00:00. Masks over people have one bit
a citizen, in the problem's order.

The rules that tie two *planned* sessions together are not here: the model states those, the search keeps
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from solver.plan import Session
from solver.problem import DAY_MINUTES, WEEK_MINUTES, Activity, Interval, Level, Problem


@dataclass(frozen=True, slots=True)
class Apart:
    """Everybody in ``left`` must be kept apart from everybody in ``right``; the two share nobody.

    ``site_gap`` is None where only sharing a session is forbidden (R10), else the slots that must lie between
    their stays on a site (R11).
    """

    left: int
    right: int
    site_gap: int | None


@dataclass(frozen=True, slots=True)
class Stay:
    """Citizens on a site (None: unknown) for slots ``[start, end)``, by a fixed session or a commitment."""

    citizens: int
    site: int | None
    start: int
    end: int
    is_session: bool


def bits(mask: int) -> list[int]:
    """The positions of the bits set in ``mask``, lowest first."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found


def span_mask(start: int, end: int) -> int:
    """The mask of slots ``[start, end)``, cut at the week's first slot."""
    start = max(start, 0)
    return ((1 << (end - start)) - 1) << start if end > start else 0


def starts_in(slots: int, length: int) -> int:
    """The slots from which on a whole length (1 or more) of them is among ``slots``, a mask that ends."""
    done = 1
    while done < length:
        step = min(done, length - done)
        slots &= slots >> step
        done += step
    return slots


def largest_group(level: Level) -> int:
    """R9 and R12: whoever must be alone on a site is alone in a session too."""
    return min(1, level.max_group) if level.alone_on_site else level.max_group


class Frame:
    """A problem and the sessions already decided in it."""

    def __init__(self, problem: Problem, fixed: Sequence[Session] = ()) -> None:
        """``fixed`` sessions are taken as they are: whether they break a rule is the checker's to say."""
        self.problem = problem
        self.fixed = tuple(fixed)
        self.slot = problem.slot_minutes
        self.n_slots = WEEK_MINUTES // self.slot
        self.day_slots = DAY_MINUTES // self.slot
        self.citizens = problem.citizens
        self.n = len(problem.citizens)
        self.site_index = {site.id: i for i, site in enumerate(problem.sites)}
        self.room_index = {room.id: i for i, room in enumerate(problem.rooms)}
        self.staff_index = {member.id: i for i, member in enumerate(problem.staff)}
        self.citizen_index = {citizen.id: i for i, citizen in enumerate(problem.citizens)}
        self.activity_index = {activity.id: i for i, activity in enumerate(problem.activities)}
        self.room_site = [self.site_index[room.site] for room in problem.rooms]
        levels = {level.level: level for level in problem.levels}
        self.level: list[Level] = [levels[citizen.level] for citizen in problem.citizens]
        self.everybody = (1 << self.n) - 1
        self.aparts = self._aparts()
        self.travel = self._travel()
        self.stays = self._stays()
        self.fixed_by_citizen: list[list[Session]] = [[] for _ in range(self.n)]
        for session in self.fixed:
            for citizen_id in session.citizens:
                self.fixed_by_citizen[self.citizen_index[citizen_id]].append(session)

    # --- time ---------------------------------------------------------------------------------------

    def slots_of(self, intervals: Iterable[Interval]) -> int:
        """The slots that the intervals cover: touching and overlapping ones become one."""
        mask = 0
        for interval in intervals:
            mask |= span_mask(interval.start // self.slot, interval.end // self.slot)
        return mask

    def length(self, minutes: int) -> int:
        """Slots of a length in minutes, rounded up: a gap that ends inside a slot fills it.

        Nothing is longer than the week, whatever number somebody wrote down.
        """
        return -(-min(minutes, WEEK_MINUTES) // self.slot)

    def day_of(self, slot: int) -> int:
        return slot // self.day_slots

    # --- who must be kept from whom -----------------------------------------------------------------

    def _aparts(self) -> list[Apart]:
        """Separations as pairs of disjoint sides.

        Somebody on both sides is not kept apart from themself, but is from everybody else on either
        side: such people get a pair of their own each.
        """
        members: dict[str, int] = dict.fromkeys(self.problem.groups, 0)
        for index, citizen in enumerate(self.citizens):
            members[citizen.id] = 1 << index
            for group in citizen.groups:
                members[group] |= 1 << index
        gaps: dict[tuple[int, int], int | None] = {}
        for separation in self.problem.separations:
            gap = self.length(separation.gap_minutes) if separation.scope == "site" else None
            left, right = (members[side] for side in separation.between)
            both = left & right
            sides = [(left & ~both, right & ~both)]
            rest = left | right
            for index in bits(both):
                rest &= ~(1 << index)
                sides.append((1 << index, rest))
            for one, other in sides:
                if one and other:
                    key = (min(one, other), max(one, other))
                    known = gaps.get(key)
                    gaps[key] = gap if known is None else known if gap is None else max(known, gap)
        return [Apart(one, other, gap) for (one, other), gap in gaps.items()]

    @cached_property
    def rivals(self) -> list[int]:
        """By citizen: everybody they may share no session with (R10)."""
        rivals = [0] * self.n
        for apart in self.aparts:
            for index in bits(apart.left):
                rivals[index] |= apart.right
            for index in bits(apart.right):
                rivals[index] |= apart.left
        return rivals

    @cached_property
    def site_rivals(self) -> list[tuple[tuple[int, int], ...]]:
        """By citizen: (gap in slots, mask of people) for those they may not share a site with (R11)."""
        found: list[dict[int, int]] = [{} for _ in range(self.n)]
        for apart in self.aparts:
            if apart.site_gap is None:
                continue
            for mine, theirs in ((apart.left, apart.right), (apart.right, apart.left)):
                for index in bits(mine):
                    found[index][apart.site_gap] = found[index].get(apart.site_gap, 0) | theirs
        return [tuple(sorted(by_gap.items())) for by_gap in found]

    @cached_property
    def alone(self) -> int:
        """Everybody whose level asks that nobody else is on the site (R12)."""
        return sum(1 << i for i, level in enumerate(self.level) if level.alone_on_site)

    # --- places -------------------------------------------------------------------------------------

    def _travel(self) -> list[list[int]]:
        """Slots between two sites, both ways; a pair that is not named takes none."""
        count = len(self.problem.sites)
        table = [[0] * count for _ in range(count)]
        for travel in self.problem.travel:
            a, b = self.site_index[travel.from_site], self.site_index[travel.to_site]
            table[a][b] = table[b][a] = self.length(travel.minutes)
        return table

    @cached_property
    def site_open(self) -> list[int]:
        """By site: the slots in which sessions may run."""
        unit = self.slots_of(self.problem.open_hours)
        return [unit if s.open_hours is None else self.slots_of(s.open_hours) for s in self.problem.sites]

    @cached_property
    def room_free(self) -> list[int]:
        """By room: the slots in which a new session may hold it (R1, R2, R3)."""
        free = [
            self.site_open[self.room_site[i]] & ~self.slots_of(room.closed)
            for i, room in enumerate(self.problem.rooms)
        ]
        for session in self.fixed:
            room = self.room_index[session.room]
            free[room] &= ~span_mask(session.start // self.slot, session.end // self.slot)
        return free

    def room_suits(self, activity: Activity, room: int) -> bool:
        """R2, for the activity alone."""
        features = self.problem.rooms[room].features
        listed = activity.rooms is None or self.problem.rooms[room].id in activity.rooms
        return listed and activity.room_features <= features

    def _around(self, free: list[int], site: int | None, start: int, end: int) -> None:
        """Takes a stay, and the way to and from it, out of the slots ``free`` by site (R4, R6)."""
        for other in range(len(free)):
            way = 0 if site is None else self.travel[site][other]
            free[other] &= ~span_mask(start - way, end + way)

    # --- people -------------------------------------------------------------------------------------

    def _stays(self) -> list[Stay]:
        stays = [
            Stay(
                self._people(commitment.citizens),
                None if commitment.site is None else self.site_index[commitment.site],
                commitment.start // self.slot,
                commitment.end // self.slot,
                is_session=False,
            )
            for commitment in self.problem.commitments
        ]
        stays += [
            Stay(
                self._people(session.citizens),
                self.room_site[self.room_index[session.room]],
                session.start // self.slot,
                session.end // self.slot,
                is_session=True,
            )
            for session in self.fixed
        ]
        return stays

    def _people(self, ids: Iterable[str]) -> int:
        return sum(1 << self.citizen_index[i] for i in set(ids))

    @cached_property
    def may_attend(self) -> list[list[int]]:
        """By citizen and site: the slots in which a new session may hold them.

        Their availability, less their own fixed stays and the way to them (R6), the sites they
        avoid (R13), and the fixed stays of others that they must not meet (R11, R12).
        """
        sites = range(len(self.problem.sites))
        table = []
        for citizen in self.citizens:
            available = self.slots_of(citizen.available)
            table.append([0 if self.problem.sites[s].id in citizen.avoid_sites else available for s in sites])
        for stay in self.stays:
            for index in bits(stay.citizens):
                self._around(table[index], stay.site, stay.start, stay.end)
                if stay.site is not None:
                    for gap, rivals in self.site_rivals[index]:
                        for rival in bits(rivals):
                            table[rival][stay.site] &= ~span_mask(stay.start - gap, stay.end + gap)
            if stay.site is not None:
                self._keep_alone(table, stay)
        return table

    def _keep_alone(self, table: list[list[int]], stay: Stay) -> None:
        """R12: who is alone meets no stay at all; nobody else comes while they are in a session."""
        assert stay.site is not None
        taken = ~span_mask(stay.start, stay.end)
        holds_alone = stay.is_session and stay.citizens & self.alone
        for index in bits(self.everybody if holds_alone else self.alone):
            if stay.citizens & ~(1 << index):
                table[index][stay.site] &= taken

    @cached_property
    def staff_free(self) -> list[list[int]]:
        """By staff member and site: the slots in which a new session may hold them (R4)."""
        sites = len(self.problem.sites)
        table = [[self.slots_of(member.available)] * sites for member in self.problem.staff]
        for session in self.fixed:
            site = self.room_site[self.room_index[session.room]]
            for member in session.staff:
                free = table[self.staff_index[member]]
                self._around(free, site, session.start // self.slot, session.end // self.slot)
        return table

    @cached_property
    def staff_left(self) -> list[int]:
        """By staff member: the slots of work left in the week (R4)."""
        left = [member.max_minutes // self.slot for member in self.problem.staff]
        for session in self.fixed:
            for member in session.staff:
                left[self.staff_index[member]] -= (session.end - session.start) // self.slot
        return left

    @cached_property
    def taken(self) -> list[int]:
        """By citizen: the slots spent in commitments and fixed sessions."""
        table = [0] * self.n
        for stay in self.stays:
            for index in bits(stay.citizens):
                table[index] |= span_mask(stay.start, stay.end)
        return table

    # --- hours and duties -----------------------------------------------------------------------------

    @cached_property
    def counted(self) -> list[list[int]]:
        """By citizen and weekday: the slots already counted, in commitments and fixed sessions (R7)."""
        table = [[0] * 7 for _ in range(self.n)]
        for commitment in self.problem.commitments:
            if commitment.counts:
                for citizen in set(commitment.citizens):
                    day = commitment.start // DAY_MINUTES
                    slots = (commitment.end - commitment.start) // self.slot
                    table[self.citizen_index[citizen]][day] += slots
        for index, sessions in enumerate(self.fixed_by_citizen):
            for session in sessions:
                if self.activity_of(session).counts:
                    table[index][session.start // DAY_MINUTES] += (session.end - session.start) // self.slot
        return table

    def activity_of(self, session: Session) -> Activity:
        return self.problem.activities[self.activity_index[session.activity]]

    @cached_property
    def day_left(self) -> list[list[int]]:
        """By citizen and weekday: the slots that may still be counted that day (R7), never below 0."""
        return [
            [max(0, citizen.max_daily_minutes // self.slot - day) for day in days]
            for citizen, days in zip(self.citizens, self.counted, strict=True)
        ]

    @cached_property
    def week_left(self) -> list[int]:
        """By citizen: the slots that may still be counted this week (R7), never below 0."""
        return [
            max(0, citizen.max_minutes // self.slot - sum(days))
            for citizen, days in zip(self.citizens, self.counted, strict=True)
        ]

    @cached_property
    def sessions_left(self) -> list[dict[int, int]]:
        """By citizen: activity → sessions that they may still attend this week (R8)."""
        table = []
        for index, citizen in enumerate(self.citizens):
            left = {self.activity_index[e.activity]: e.max_sessions for e in citizen.activities}
            for session in self.fixed_by_citizen[index]:
                activity = self.activity_index[session.activity]
                left[activity] = left.get(activity, 0) - 1
            table.append({activity: count for activity, count in left.items() if count > 0})
        return table

    def per_day_left(self, citizen: int, activity: int, day: int) -> int:
        """Sessions of an activity that a citizen may still attend on a weekday (R8)."""
        left = self.problem.activities[activity].max_per_day
        for session in self.fixed_by_citizen[citizen]:
            if session.start // DAY_MINUTES == day and self.activity_index[session.activity] == activity:
                left -= 1
        return left

    @cached_property
    def missing(self) -> list[dict[int, int]]:
        """By citizen: activity → sessions still missing to the least they should have (goal duties)."""
        table = []
        for index, citizen in enumerate(self.citizens):
            need = {self.activity_index[e.activity]: e.min_sessions for e in citizen.activities}
            for session in self.fixed_by_citizen[index]:
                activity = self.activity_index[session.activity]
                need[activity] = need.get(activity, 0) - 1
            table.append({activity: count for activity, count in need.items() if count > 0})
        return table

    @cached_property
    def idle(self) -> int:
        """Citizens with no counted hours and no interview so far (goal duties)."""
        idle = 0
        for index in range(self.n):
            held = any(s.activity == self.problem.idle_interview for s in self.fixed_by_citizen[index])
            if not held and not any(self.counted[index]):
                idle |= 1 << index
        return idle

    def ends_idleness(self, activity: int) -> bool:
        """Whether a session of the activity makes its citizens count as seen this week."""
        offered = self.problem.activities[activity]
        return offered.counts or offered.id == self.problem.idle_interview

    @cached_property
    def budget_left(self) -> int | None:
        """Kroner left for new sessions (R15); None where there is no budget."""
        if self.problem.budget is None:
            return None
        return self.problem.budget - self.cost_before

    @cached_property
    def cost_before(self) -> int:
        """Kroner that the fixed sessions cost (goal cost)."""
        return sum(
            self.activity_of(s).cost_per_session + self.activity_of(s).cost_per_citizen * len(s.citizens)
            for s in self.fixed
        )

    @cached_property
    def hours_before(self) -> int:
        """Counted slots of all citizens in the fixed sessions (goal hours)."""
        return sum(
            (s.end - s.start) // self.slot * len(s.citizens) for s in self.fixed if self.activity_of(s).counts
        )
