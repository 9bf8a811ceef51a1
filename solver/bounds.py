"""What no plan can pass: safe bounds in whole slots, by exact integer arithmetic.

The bound on ``hours`` is the sum of each citizen's best own week: what they could have if every room, every
staff member and all company stood ready for them alone. It is found by dynamic programming, over the slots
of a day and then over the days of the week, with the sessions of each activity that were used as the state.
Leaving rules out (travel, rivals, who else needs the room) can only make it larger, so it stays a bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from solver.frame import Frame, span_mask

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
        self._held: dict[tuple[int, int], list[list[Opportunity]]] = {}
        self._staff: dict[tuple[int, int, int], int] = {}
        self._skills: dict[str, int] = {}
        self._company = {
            a: sum(1 for i in range(frame.n) if a in frame.sessions_left[i])
            for a in range(len(frame.problem.activities))
        }

    def any_of(self, i: int, activity: int, day: int) -> bool:
        """Whether citizen ``i`` could attend an activity on a weekday."""
        return next(self._of(i, activity, day), None) is not None

    def of(self, i: int, day: int) -> Iterator[Opportunity]:
        """What citizen ``i`` could attend on a weekday."""
        for activity in self.frame.sessions_left[i]:
            yield from self._of(i, activity, day)

    def _of(self, i: int, activity: int, day: int) -> Iterator[Opportunity]:
        frame = self.frame
        if activity not in frame.sessions_left[i] or frame.per_day_left(i, activity, day) <= 0:
            return
        counts = frame.problem.activities[activity].counts
        most = min(frame.day_left[i][day], frame.week_left[i]) if counts else frame.day_slots
        for chance in self._with(frame.level[i].level, i, activity)[day]:
            stay = span_mask(chance.start, chance.start + chance.length)
            if chance.length <= most and not stay & ~frame.may_attend[i][chance.site]:
                yield chance

    def _with(self, level: int, i: int, activity: int) -> list[list[Opportunity]]:
        """By weekday: where and when an activity could be held with somebody of a level in it."""
        key = (level, activity)
        if key not in self._held:
            self._held[key] = self._find(i, activity)
        return self._held[key]

    def _find(self, i: int, a: int) -> list[list[Opportunity]]:
        frame = self.frame
        activity, level = frame.problem.activities[a], frame.level[i]
        days: list[list[Opportunity]] = [[] for _ in range(7)]
        least = max(1, activity.min_group)
        if least > min(activity.max_group, level.max_group) or self._company[a] < least:
            return days
        free = [0] * len(frame.problem.sites)
        lengths = sorted({minutes // frame.slot for minutes in activity.minutes})
        for r, room in enumerate(frame.problem.rooms):
            suits = frame.room_suits(activity, r) and level.room_features <= room.features
            if suits and room.capacity >= least:
                free[frame.room_site[r]] |= frame.room_free[r]
        for site, slots in enumerate(free):
            for length in lengths:
                for start in range(frame.n_slots - length + 1):
                    stay = span_mask(start, start + length)
                    day = frame.day_of(start)
                    if stay & ~slots or frame.day_of(start + length - 1) != day:
                        continue
                    if self._staffed(a, i, site, start, length):
                        days[day].append(Opportunity(a, start, length, site))
        return days

    def _staffed(self, a: int, i: int, site: int, start: int, length: int) -> bool:
        """R5 with everybody who is free then: enough of them, guards and the skill among them."""
        activity, level = self.frame.problem.activities[a], self.frame.level[i]
        able = self._free_staff(site, start, length)
        return (
            able.bit_count() >= max(1, activity.staff, level.staff) + level.guards
            and (able & self._skilled("guard")).bit_count() >= level.guards
            and bool(able & self._skilled(activity.skill))
        )

    def _free_staff(self, site: int, start: int, length: int) -> int:
        """Staff free on a site for the whole of it, with that much work left in the week."""
        key = (site, start, length)
        if key not in self._staff:
            stay = span_mask(start, start + length)
            self._staff[key] = sum(
                1 << m
                for m, free in enumerate(self.frame.staff_free)
                if not stay & ~free[site] and self.frame.staff_left[m] >= length
            )
        return self._staff[key]

    def _skilled(self, skill: str) -> int:
        if skill not in self._skills:
            members = self.frame.problem.staff
            self._skills[skill] = sum(1 << m for m, member in enumerate(members) if skill in member.skills)
        return self._skills[skill]


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
    stays = {(o.start, o.length, o.activity) for o in chances.of(i, day) if o.activity in place}
    if not limit or not stays:
        return {}
    by_start: dict[int, list[tuple[int, int]]] = {}
    for start, length, a in stays:
        by_start.setdefault(start, []).append((length, a))
    base = {a: min(frame.per_day_left(i, a, day), frame.sessions_left[i][a]) + 1 for a in place}
    code, step = {}, 1
    for a in place:
        code[a] = step
        step *= base[a]
    first, last = min(by_start), max(start + length for start, length, _ in stays)
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
