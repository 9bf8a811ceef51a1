"""What no plan can pass: safe bounds in whole slots, by exact integer arithmetic.

The bound on ``hours`` is the sum of each citizen's best own week: what they could have if every room, every
staff member and all company stood ready for them alone. It is found by dynamic programming, over the slots
of a day and then over the days of the week, with the sessions of each activity that were used as the state.
Leaving rules out (travel, rivals, who else needs the room) can only make it larger, so it stays a bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from solver.frame import Frame, bits, span_mask, starts_in

#: Ways to use a day times ways to use the week so far, beyond which a citizen's bound is a plain one.
MOST_STATES = 1_000_000
#: Bounds on hours, and the prices that they come from, are whole numbers of this part of a slot.
GRAIN = 1 << 20
#: A day or week so far: sessions used of each activity (one number, mixed radix) → most slots counted.
Used = dict[int, int]


@dataclass(frozen=True, slots=True)
class HoursBound:
    """No plan with ``duties`` missing has more counted slots than ``(base + per_duty * duties) // GRAIN``."""

    base: int
    per_duty: int = 0

    @classmethod
    def of_slots(cls, slots: int) -> HoursBound:
        """A bound that holds whatever duties are missing."""
        return cls(slots * GRAIN)

    def slots(self, duties: int) -> int:
        return (self.base + self.per_duty * duties) // GRAIN


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A stretch in which an activity could be held with a citizen of some level."""

    activity: int
    start: int
    length: int
    site: int


def hopeless_duties(frame: Frame, keep_going: Callable[[], bool] = lambda: True) -> list[int] | None:
    """By citizen: duties that cannot be mended even if they had the week to themself.

    Their sum is a lower bound on the goal ``duties``. None where stopped.
    """
    chances = Chances(frame)
    hopeless = []
    for i in range(frame.n):
        if not keep_going():
            return None
        count = 0
        for activity, missing in frame.missing[i].items():
            possible = sum(
                frame.per_day_left(i, activity, day) for day in range(7) if chances.any_of(i, activity, day)
            )
            count += max(0, missing - min(possible, frame.sessions_left[i].get(activity, 0)))
        if frame.idle >> i & 1:
            seeing = [a for a in frame.sessions_left[i] if frame.ends_idleness(a)]
            count += not any(chances.any_of(i, a, day) for a in seeing for day in range(7))
        hopeless.append(count)
    return hopeless


def own_weeks(frame: Frame, keep_going: Callable[[], bool] = lambda: True) -> list[int] | None:
    """By citizen: the most counted slots that they could have in new sessions, alone in the world.

    With the slots in fixed sessions, their sum bounds the goal ``hours``. None where stopped.
    """
    chances = Chances(frame)
    weeks = []
    for i in range(frame.n):
        if not keep_going():
            return None
        best = _own_best(frame, chances, i, keep_going)
        if best is None:
            return None
        weeks.append(best)
    return weeks


class Chances:
    """What could be held for whom, each citizen looked at alone: all rules that need no second session."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._held: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
        self._staffed: dict[tuple[int, int, str, int, int], int] = {}
        self._free: dict[tuple[int, int], list[int]] = {}
        #: By site: the first one at which all staff are free at the same times. Often one is like all others.
        self._like: list[int] = []
        self._days = [span_mask(day * frame.day_slots, (day + 1) * frame.day_slots) for day in range(7)]
        self._company = {
            a: sum(1 for i in range(frame.n) if a in frame.sessions_left[i])
            for a in range(len(frame.problem.activities))
        }

    def any_of(self, i: int, activity: int, day: int) -> bool:
        """Whether citizen ``i`` could attend an activity on a weekday."""
        return any(starts for _, _, starts in self._of(i, activity, day))

    def of(self, i: int, day: int) -> Iterator[Opportunity]:
        """What citizen ``i`` could attend on a weekday."""
        for activity in self.frame.sessions_left[i]:
            for site, length, starts in self._of(i, activity, day):
                for start in bits(starts):
                    yield Opportunity(activity, start, length, site)

    def anywhere(self, i: int, day: int) -> Iterator[tuple[int, int, int]]:
        """(activity, length, starts) of what citizen ``i`` could attend on a weekday, on whatever site."""
        for activity in self.frame.sessions_left[i]:
            by_length: dict[int, int] = {}
            for _, length, starts in self._of(i, activity, day):
                by_length[length] = by_length.get(length, 0) | starts
            for length, starts in by_length.items():
                yield activity, length, starts

    def held(self, level: int, i: int, activity: int) -> list[tuple[int, int, int]]:
        """(site, length, starts): where and when an activity could be held with somebody of a level in it.

        ``i`` is any citizen of that level. Starts are masks with one bit a slot of the week.
        """
        key = (level, activity)
        if key not in self._held:
            self._held[key] = list(self._find(i, activity))
        return self._held[key]

    def _of(self, i: int, activity: int, day: int) -> Iterator[tuple[int, int, int]]:
        """(site, length, starts) of what citizen ``i`` could attend of an activity on a weekday."""
        frame = self.frame
        if activity not in frame.sessions_left[i] or frame.per_day_left(i, activity, day) <= 0:
            return
        counts = frame.problem.activities[activity].counts
        most = min(frame.day_left[i][day], frame.week_left[i]) if counts else frame.day_slots
        today = self._days[day]
        for site, length, starts in self.held(frame.level[i].level, i, activity):
            starts &= today
            if length <= most and starts and (starts := starts & starts_in(frame.may_attend[i][site], length)):
                yield site, length, starts

    def _find(self, i: int, a: int) -> Iterator[tuple[int, int, int]]:
        frame = self.frame
        activity, level = frame.problem.activities[a], frame.level[i]
        least = max(1, activity.min_group)
        if least > min(activity.max_group, level.max_group) or self._company[a] < least:
            return
        rooms: list[dict[int, None]] = [{} for _ in frame.problem.sites]
        for r, room in enumerate(frame.problem.rooms):
            suits = frame.room_suits(activity, r) and level.room_features <= room.features
            if suits and room.capacity >= least:
                rooms[frame.room_site[r]][frame.room_free[r]] = None
        lengths = sorted({minutes // frame.slot for minutes in activity.minutes})
        others = max(1, activity.staff, level.staff)
        for site, free in enumerate(rooms):
            for length in lengths if free else ():
                starts = 0
                for slots in free:
                    starts |= starts_in(slots, length)
                starts &= self._within_a_day(length)
                if starts:
                    starts &= self._enough_staff(others, level.guards, activity.skill, site, length)
                if starts:
                    yield site, length, starts

    def _within_a_day(self, length: int) -> int:
        """The starts from which a length does not run into the next day."""
        last = self.frame.day_slots - length
        return sum(span_mask(day * self.frame.day_slots, day * self.frame.day_slots + last + 1) for day in range(7))

    def _enough_staff(self, others: int, guards: int, skill: str, site: int, length: int) -> int:
        """R5 with everybody who is free then: the starts at which enough are, guards and the skill among them."""
        site = self._alike(site)
        key = (others, guards, skill, site, length)
        if key not in self._staffed:
            everybody = [-1, *[0] * (others + guards)]
            guarding = [-1, *[0] * guards]
            skilled = 0
            for member, starts in zip(self.frame.problem.staff, self._free_staff(site, length), strict=True):
                if starts:
                    _count(everybody, starts)
                    if "guard" in member.skills:
                        _count(guarding, starts)
                    if skill in member.skills:
                        skilled |= starts
            self._staffed[key] = everybody[-1] & guarding[-1] & skilled
        return self._staffed[key]

    def _alike(self, site: int) -> int:
        if not self._like:
            staff, sites = self.frame.staff_free, range(len(self.frame.problem.sites))
            first: dict[tuple[int, ...], int] = {}
            # Before any session is fixed, whoever is free is free anywhere.
            columns = (tuple(free[s] for free in staff) if self.frame.fixed else () for s in sites)
            self._like = [first.setdefault(column, s) for s, column in enumerate(columns)]
        return self._like[site]

    def _free_staff(self, site: int, length: int) -> list[int]:
        """By staff member: the starts for which they are free, with that much work left in the week."""
        key = (site, length)
        if key not in self._free:
            frame = self.frame
            self._free[key] = [
                starts_in(free[site], length) if left >= length else 0
                for free, left in zip(frame.staff_free, frame.staff_left, strict=True)
            ]
        return self._free[key]


def _count(at_least: list[int], starts: int) -> None:
    """Counts one more at these starts: ``at_least[k]`` is the mask of those at which k or more were counted."""
    for k in range(len(at_least) - 1, 0, -1):
        at_least[k] |= at_least[k - 1] & starts


def _own_best(frame: Frame, chances: Chances, i: int, keep_going: Callable[[], bool]) -> int | None:
    cap = frame.week_left[i]
    counted = [a for a in frame.sessions_left[i] if frame.problem.activities[a].counts]
    if not cap or not counted:
        return 0
    place, step = {}, 1
    for a in counted:
        place[a] = step
        step *= frame.sessions_left[i][a] + 1
    week: Used = {0: 0}
    best = 0
    for day in range(7):
        today = _best_days(frame, chances, i, day, place, keep_going)
        if today is None or not keep_going():
            return None
        if len(today) * len(week) > MOST_STATES:
            # Too many ways to use the week: what the limits of the days allow is a bound as well.
            return min(cap, sum(frame.day_left[i]))
        merged: Used = dict(week)
        for used, slots in week.items():
            left = {a: frame.sessions_left[i][a] - used // p % (frame.sessions_left[i][a] + 1)
                    for a, p in place.items()}  # fmt: skip
            for extra, (counts, gained) in today.items():
                if all(count <= left[a] for a, count in counts.items()):
                    reached = min(cap, slots + gained)
                    if reached > merged.get(used + extra, -1):
                        merged[used + extra] = reached
                        best = max(best, reached)
        if best == cap:
            return cap
        week = merged
    return best


def _best_days(
    frame: Frame, chances: Chances, i: int, day: int, place: dict[int, int], keep_going: Callable[[], bool]
) -> dict[int, tuple[dict[int, int], int]] | None:
    """A weekday's best: sessions used → (the same by activity, most slots, never above the day's limit).

    None where stopped.
    """
    limit = frame.day_left[i][day]
    by_start: dict[int, list[tuple[int, int]]] = {}
    last = 0
    for a, length, starts in chances.anywhere(i, day) if limit else ():
        if a in place:
            for start in bits(starts):
                by_start.setdefault(start, []).append((length, a))
                last = max(last, start + length)
    if not by_start:
        return {}
    base = {a: min(frame.per_day_left(i, a, day), frame.sessions_left[i][a]) + 1 for a in place}
    code, step = {}, 1
    for a in place:
        code[a] = step
        step *= base[a]
    first = min(by_start)
    reach: list[Used] = [{} for _ in range(last - first + 1)]
    reach[0][0] = 0
    for t in range(first, last):
        if not keep_going():
            return None
        here, later = reach[t - first], reach[t - first + 1]
        for used, slots in here.items():
            if slots > later.get(used, -1):
                later[used] = slots
        for length, a in by_start.get(t, ()):
            after = reach[t - first + length]
            for used, slots in here.items():
                if used // code[a] % base[a] < base[a] - 1:
                    reached = min(limit, slots + length)
                    if reached > after.get(used + code[a], -1):
                        after[used + code[a]] = reached
    found: dict[int, tuple[dict[int, int], int]] = {}
    for used, slots in reach[-1].items():
        counts = {a: count for a in place if (count := used // code[a] % base[a])}
        if counts:
            found[sum(place[a] * count for a, count in counts.items())] = (counts, slots)
    return found
