"""What one citizen could have more beside a week that stands: each session, and the rules it would break.

Everybody else's week is left as it is. The citizen joins a session, or one is held for them alone; staff who
are free may come to it. A stretch that is counted for them already is never offered again: nobody is in two
places at once, whatever rule were lifted. Sets of starts are masks with one bit a slot of the week.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from solver.explain.crew import Crews, demand
from solver.explain.rules import R1, R2, R3, R6, R7, R8, R9, R10, R11, R12, R13, R14, R15
from solver.frame import Frame, bits, span_mask, starts_in
from solver.plan import Session
from solver.problem import Problem


@dataclass(frozen=True, slots=True)
class Addition:
    """Places and people by index, times in slots. ``joins`` is the session joined, None for a new one.

    ``staff`` is its whole crew and ``extra`` those of them who come anew, as masks; ``breaks`` the rules that
    it breaks by itself.
    """

    activity: int
    room: int
    site: int
    start: int
    length: int
    joins: int | None
    staff: int
    extra: int
    breaks: int

    @property
    def end(self) -> int:
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class _Mine:
    """One citizen's own side: where and when they could be, by site, one rule a mask of slots."""

    taken: int  #: Counted already.
    free: list[int]  #: R6.
    apart: list[int]  #: R11.
    alone: list[int]  #: R12.


class Standing:
    """A week that stands, and what could be added to it."""

    def __init__(self, problem: Problem, sessions: Sequence[Session]) -> None:
        self.problem = problem
        self.sessions = tuple(sessions)
        self.frame = Frame(problem, sessions)
        self.crews = Crews(self.frame)
        frame = self.frame
        self._locked = {session.id for session in problem.locked}
        self._week = span_mask(0, frame.n_slots)
        self._people = [
            sum(1 << frame.citizen_index[c] for c in set(session.citizens)) for session in self.sessions
        ]
        self._avoid = [self.crews.mask(citizen.avoid_staff) for citizen in problem.citizens]
        self._closed = [self._week & ~frame.slots_of(room.closed) for room in problem.rooms]
        self._vacant = [self._week] * len(problem.rooms)
        for session in self.sessions:
            self._vacant[frame.room_index[session.room]] &= ~self._span(session)
        self._lengths = [sorted({m // frame.slot for m in a.minutes}) for a in problem.activities]
        self._starts: dict[tuple[int, int], int] = {}

    def additions(self, i: int, most: int) -> list[Addition]:
        """Every counted session that citizen ``i`` could have more, breaking at most ``most`` rules."""
        mine = self._mine(i)
        return [*self._joined(i, mine, most), *self._new(i, mine, most)]

    def missing(self, i: int) -> int:
        """The slots by which citizen ``i`` is below their cap."""
        return self.frame.week_left[i]

    def choices(self, i: int, addition: Addition) -> tuple[tuple[int, int], ...]:
        """(rules broken, crew) of the crews that there could be for an addition."""
        frame = self.frame
        activity, level, people, base = self.problem.activities[addition.activity], frame.level[i], 0, 0
        avoided = self._avoid[i]
        if addition.joins is not None:
            people = self._people[addition.joins]
            base = self.crews.mask(self.sessions[addition.joins].staff)
        for j in bits(people):
            avoided |= self._avoid[j]
        asked = demand(activity, [level, *(frame.level[j] for j in bits(people))])
        return self.crews.choices(asked, avoided, addition.site, addition.start, addition.length, base)

    def kept_apart(self, i: int, addition: Addition) -> bool:
        """R10 and R11: whether the citizen must not meet people whom an addition would bring them to."""
        joined = addition.joins
        if joined is not None and self._people[joined] & self.frame.rivals[i]:
            return True
        return bool(self._meets(i, addition.site, addition.start, addition.end, joined) & R11)

    def with_additions(self, i: int, chosen: Sequence[Addition]) -> tuple[Session, ...]:
        """The sessions of the week with these additions for citizen ``i``."""
        frame, sessions = self.frame, list(self.sessions)
        name = self.problem.citizens[i].id
        taken = {session.id for session in sessions}
        fresh = (f"new{k}" for k in range(1, len(sessions) + len(chosen) + 2) if f"new{k}" not in taken)
        for addition in chosen:
            staff = self.crews.ids(addition.staff)
            if addition.joins is not None:
                joined = sessions[addition.joins]
                sessions[addition.joins] = Session(
                    joined.id,
                    joined.activity,
                    joined.room,
                    joined.start,
                    joined.end,
                    staff,
                    (*joined.citizens, name),
                )
            else:
                sessions.append(
                    Session(
                        next(fresh),
                        self.problem.activities[addition.activity].id,
                        self.problem.rooms[addition.room].id,
                        addition.start * frame.slot,
                        addition.end * frame.slot,
                        staff,
                        (name,),
                    )
                )
        return tuple(sessions)

    # --- one citizen's own side -----------------------------------------------------------------------

    def _mine(self, i: int) -> _Mine:
        frame = self.frame
        sites = range(len(self.problem.sites))
        available = frame.slots_of(self.problem.citizens[i].available)
        free, apart, alone = (
            [available for _ in sites],
            [self._week for _ in sites],
            [self._week for _ in sites],
        )
        for stay in frame.stays:
            if stay.citizens >> i & 1:
                for site in sites:
                    way = 0 if stay.site is None else frame.travel[stay.site][site]
                    free[site] &= ~span_mask(stay.start - way, stay.end + way)
            if stay.site is not None:
                for gap, rivals in frame.site_rivals[i]:
                    if stay.citizens & rivals:
                        apart[stay.site] &= ~span_mask(stay.start - gap, stay.end + gap)
                if self._is_alone(i, stay.citizens, stay.is_session):
                    alone[stay.site] &= ~span_mask(stay.start, stay.end)
        return _Mine(self._counted(i), free, apart, alone)

    def _counted(self, i: int) -> int:
        frame, name = self.frame, self.problem.citizens[i].id
        taken = 0
        for commitment in self.problem.commitments:
            if commitment.counts and name in commitment.citizens:
                taken |= span_mask(commitment.start // frame.slot, commitment.end // frame.slot)
        for session in frame.fixed_by_citizen[i]:
            if frame.activity_of(session).counts:
                taken |= self._span(session)
        return taken

    def _is_alone(self, i: int, others: int, is_session: bool) -> bool:
        """R12: whether citizen ``i`` in a session beside this stay would leave somebody not alone."""
        others &= ~(1 << i)
        alone = self.frame.alone
        return bool(others) and bool(alone >> i & 1 or (is_session and others & alone))

    def _span(self, session: Session) -> int:
        return span_mask(session.start // self.frame.slot, session.end // self.frame.slot)

    # --- rules that ask only for the citizen and the activity ----------------------------------------------

    def _may_count(self, i: int, activity: int, length: int) -> tuple[int, int]:
        """The days, as bits, on which R7 and on which R8 allow one session more."""
        frame = self.frame
        hours = enrolled = 0
        left = frame.sessions_left[i].get(activity, 0)
        for day in range(7):
            if length <= min(frame.day_left[i][day], frame.week_left[i]):
                hours |= 1 << day
            if left > 0 and frame.per_day_left(i, activity, day) > 0:
                enrolled |= 1 << day
        return hours, enrolled

    def _affords(self, activity: int, new: bool) -> bool:
        left, offered = self.frame.budget_left, self.problem.activities[activity]
        cost = offered.cost_per_citizen + (offered.cost_per_session if new else 0)
        return left is None or cost <= left

    # --- sessions joined ------------------------------------------------------------------------------------

    def _joined(self, i: int, mine: _Mine, most: int) -> Iterator[Addition]:
        frame, problem = self.frame, self.problem
        citizen, level = problem.citizens[i], frame.level[i]
        for k, session in enumerate(self.sessions):
            activity = frame.activity_of(session)
            stay = self._span(session)
            people = self._people[k]
            if not activity.counts or people >> i & 1 or stay & mine.taken:
                continue
            a, room = frame.activity_index[activity.id], frame.room_index[session.room]
            site, place = frame.room_site[room], problem.rooms[room]
            start, length = session.start // frame.slot, (session.end - session.start) // frame.slot
            hours, enrolled = self._may_count(i, a, length)
            day = frame.day_of(start)
            group = people.bit_count() + 1
            levels = [level, *(frame.level[j] for j in bits(people))]
            breaks = (
                (0 if group <= place.capacity and level.room_features <= place.features else R2)
                | (R6 if stay & ~mine.free[site] else 0)
                | (0 if hours >> day & 1 else R7)
                | (0 if enrolled >> day & 1 else R8)
                | (R9 if group > min([activity.max_group, *(each.max_group for each in levels)]) else 0)
                | (R10 if people & frame.rivals[i] else 0)
                | (R13 if place.site in citizen.avoid_sites else 0)
                | (R14 if session.id in self._locked else 0)
                | (0 if self._affords(a, new=False) else R15)
            )
            if breaks.bit_count() > most:
                continue
            breaks |= self._meets(i, site, start, start + length, k)
            base = self.crews.mask(session.staff)
            if base & self._avoid[i]:
                breaks |= R13
            if breaks.bit_count() > most:
                continue
            avoided = self._avoid[i]
            for j in bits(people):
                avoided |= self._avoid[j]
            asked = demand(activity, levels)
            for broken, crew in self.crews.choices(asked, avoided, site, start, length, base):
                if (breaks | broken).bit_count() <= most:
                    yield Addition(a, room, site, start, length, k, crew, crew & ~base, breaks | broken)

    def _meets(self, i: int, site: int, start: int, end: int, joined: int | None) -> int:
        """R11 and R12 against all other stays on the site, and R12 within the session itself."""
        frame = self.frame
        broken, itself = 0, -1
        if joined is not None:
            broken = R12 if self._is_alone(i, self._people[joined], is_session=True) else 0
            # The commitments come first.
            itself = len(self.problem.commitments) + joined
        for number, stay in enumerate(frame.stays):
            if stay.site != site or number == itself:
                continue
            for gap, rivals in frame.site_rivals[i]:
                if stay.citizens & rivals and start < stay.end + gap and stay.start < end + gap:
                    broken |= R11
            if start < stay.end and stay.start < end and self._is_alone(i, stay.citizens, stay.is_session):
                broken |= R12
        return broken

    # --- new sessions ---------------------------------------------------------------------------------------

    def _new(self, i: int, mine: _Mine, most: int) -> Iterator[Addition]:
        frame, problem = self.frame, self.problem
        level = frame.level[i]
        for a, activity in enumerate(problem.activities):
            if not activity.counts:
                continue
            asked = demand(activity, [level])
            always = (0 if activity.min_group <= 1 <= min(activity.max_group, level.max_group) else R9) | (
                0 if self._affords(a, new=True) else R15
            )
            if always.bit_count() > most:
                continue
            for length in self._lengths[a]:
                hours, enrolled = self._may_count(i, a, length)
                seen: set[tuple[int, int, int]] = set()
                for room in range(len(problem.rooms)):
                    for start, breaks in self._starts_in(
                        i, mine, a, room, length, always, hours, enrolled, most
                    ):
                        site = frame.room_site[room]
                        if (site, start, breaks) in seen:
                            continue
                        seen.add((site, start, breaks))
                        for broken, crew in self.crews.choices(asked, self._avoid[i], site, start, length):
                            if (breaks | broken).bit_count() <= most:
                                yield Addition(
                                    a, room, site, start, length, None, crew, crew, breaks | broken
                                )

    def _starts_in(
        self,
        i: int,
        mine: _Mine,
        a: int,
        room: int,
        length: int,
        always: int,
        hours: int,
        enrolled: int,
        most: int,
    ) -> Iterator[tuple[int, int]]:
        """(start, rules broken) of a new session in a room, staff aside, at most ``most`` of them broken."""
        frame, citizen = self.frame, self.problem.citizens[i]
        place, site = self.problem.rooms[room], frame.room_site[room]
        suits = (
            frame.room_suits(self.problem.activities[a], room)
            and frame.level[i].room_features <= place.features
            and place.capacity >= 1
        )
        always |= R13 if place.site in citizen.avoid_sites else 0
        possible = self._within_days(length) & self._fits(~mine.taken, length)
        holds = {
            R1: self._fits(frame.site_open[site], length),
            R2: self._fits(self._closed[room], length) if suits else 0,
            R3: self._fits(self._vacant[room], length),
            R6: self._fits(mine.free[site], length),
            R7: self._on_days(hours),
            R8: self._on_days(enrolled),
            R11: self._fits(mine.apart[site], length),
            R12: self._fits(mine.alone[site], length),
        }
        # By how many rules they break: starts that break none, one, two.
        by_count = [possible] + [0] * most
        for good in holds.values():
            for count in range(most, 0, -1):
                by_count[count] = by_count[count] & good | by_count[count - 1] & ~good
            by_count[0] &= good
        left = most - always.bit_count()
        for count in range(left + 1):
            for start in bits(by_count[count]):
                broken = always
                for rule, good in holds.items():
                    if not good >> start & 1:
                        broken |= rule
                yield start, broken

    def _fits(self, slots: int, length: int) -> int:
        """The starts in the week from which all slots of a length are among these."""
        return starts_in(slots & self._week, length)

    def _within_days(self, length: int) -> int:
        """The starts from which a length does not run into the next day."""
        key = (length, 127)
        if key not in self._starts:
            day = self.frame.day_slots
            self._starts[key] = sum(span_mask(d * day, (d + 1) * day - length + 1) for d in range(7))
        return self._starts[key]

    def _on_days(self, days: int) -> int:
        key = (0, days)
        if key not in self._starts:
            day = self.frame.day_slots
            self._starts[key] = sum(span_mask(d * day, (d + 1) * day) for d in bits(days))
        return self._starts[key]
