"""What no plan can pass: safe bounds in whole slots, by exact integer arithmetic.

The bound on ``hours`` is the sum of each citizen's best own week: what they could have if every room, every
staff member and all company stood ready for them alone. It is found by dynamic programming, over the slots
of a day and then over the days of the week, with the sessions of each activity that were used as the state.
Leaving rules out (travel, rivals, who else needs the room) can only make it larger, so it stays a bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from solver.frame import Frame, bits, span_mask, starts_in

#: Ways to use a day times ways to use the week so far, beyond which a citizen's bound is a plain one.
MOST_STATES = 1_000_000
#: Bounds on hours, and the prices that they come from, are whole numbers of this part of a slot.
GRAIN = 1 << 20
#: A day or week so far: sessions used of each activity (``_Counts``) → most slots counted.
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


def own_weeks(
    frame: Frame, keep_going: Callable[[], bool] = lambda: True, known: dict[Means, int] | None = None
) -> list[int] | None:
    """By citizen: the most counted slots that they could have in new sessions, alone in the world.

    With the slots in fixed sessions, their sum bounds the goal ``hours``. None where stopped. ``known``
    remembers weeks by what they depend on, for frames that differ little.
    """
    chances = Chances(frame)
    known = {} if known is None else known
    weeks = []
    for i in range(frame.n):
        if not keep_going():
            return None
        means = _means(frame, chances, i)
        if means not in known:
            best = _own_best(means, keep_going)
            if best is None:
                return None
            known[means] = best
        weeks.append(known[means])
    return weeks


class Choice(NamedTuple):
    """An activity for one citizen: sessions ``left`` in the week and ``per_day``, by weekday, and for each
    length the starts, as masks with one bit a slot of the week.
    """

    left: int
    per_day: tuple[int, ...]
    starts: tuple[tuple[int, int], ...]


class Means(NamedTuple):
    """All that one citizen's own best week depends on. Slots; ``limits`` by weekday."""

    day_slots: int
    cap: int
    limits: tuple[int, ...]
    choices: tuple[Choice, ...]


def _means(frame: Frame, chances: Chances, i: int) -> Means:
    choices = [
        Choice(
            left,
            tuple(max(0, min(left, frame.per_day_left(i, a, day))) for day in range(7)),
            chances.anywhere(i, a),
        )
        for a, left in frame.sessions_left[i].items()
        if frame.problem.activities[a].counts
    ]
    limits = tuple(min(limit, frame.week_left[i]) for limit in frame.day_left[i])
    return Means(frame.day_slots, frame.week_left[i], limits, tuple(each for each in choices if each.starts))


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

    def anywhere(self, i: int, activity: int) -> tuple[tuple[int, int], ...]:
        """(length, starts) of what citizen ``i`` could attend of an activity, on whatever day and site.

        Hours left and sessions left are not looked at.
        """
        frame = self.frame
        by_length: dict[int, int] = {}
        for site, length, held in self.held(frame.level[i].level, i, activity):
            starts = held & starts_in(frame.may_attend[i][site], length)
            if starts:
                by_length[length] = by_length.get(length, 0) | starts
        return tuple(by_length.items())

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
        for site, length, held in self.held(frame.level[i].level, i, activity):
            if length <= most and held & today:
                starts = held & today & starts_in(frame.may_attend[i][site], length)
                if starts:
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
        return sum(
            span_mask(day * self.frame.day_slots, day * self.frame.day_slots + last + 1) for day in range(7)
        )

    def _enough_staff(self, others: int, guards: int, skill: str, site: int, length: int) -> int:
        """R5 with everybody who is free then: when enough are, guards and the skill among them."""
        site = self._alike(site)
        key = (others, guards, skill, site, length)
        if key not in self._staffed:
            everybody = [-1, *[0] * (others + guards)]
            guarding = [-1, *[0] * guards]
            skilled = 0
            free = self._free_staff(site, length)
            for member, starts in zip(self.frame.problem.staff, free, strict=True):
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
    """Counts one more at these starts: ``at_least[k]`` are those at which k or more were counted."""
    for k in range(len(at_least) - 1, 0, -1):
        at_least[k] |= at_least[k - 1] & starts


class _Counts(NamedTuple):
    """How often each activity was attended, in one number: a field of bits for each, the highest one spare.

    ``one`` are the numbers of one session. A number is within limits where taking it from theirs, with all
    spare bits set, leaves those set.
    """

    one: tuple[int, ...]
    spare: int

    @classmethod
    def of(cls, choices: Sequence[Choice]) -> _Counts:
        one, spare, at = [], 0, 0
        for choice in choices:
            one.append(1 << at)
            at += (2 * choice.left).bit_length() + 1
            spare |= 1 << (at - 1)
        return cls(tuple(one), spare)

    def limits(self, most: Iterable[int]) -> int:
        """Limits by activity, with the spare bits set."""
        return self.spare + sum(one * count for one, count in zip(self.one, most, strict=True))


def _own_best(means: Means, keep_going: Callable[[], bool]) -> int | None:
    cap, choices = means.cap, means.choices
    if not cap or not choices:
        return 0
    counts = _Counts.of(choices)
    spare, limits = counts.spare, counts.limits(choice.left for choice in choices)
    week: Used = {0: 0}
    best = 0
    for day in range(7):
        today = _best_days(means, counts, day, keep_going)
        if today is None or not keep_going():
            return None
        if len(today) * len(week) > MOST_STATES:
            # Too many ways to use the week: what the limits of the days allow is a bound as well.
            return min(cap, sum(means.limits))
        merged: Used = dict(week)
        for used, slots in week.items():
            left = limits - used
            for extra, gained in today.items():
                if (left - extra) & spare == spare:
                    reached = min(cap, slots + gained)
                    if reached > merged.get(used + extra, -1):
                        merged[used + extra] = reached
                        best = max(best, reached)
        if best == cap:
            return cap
        week = merged
    return best


def _best_days(means: Means, counts: _Counts, day: int, keep_going: Callable[[], bool]) -> Used | None:
    """A weekday's best: sessions used, at least one → most slots, never above the day's limit.

    None where stopped.
    """
    limit = means.limits[day]
    today = span_mask(day * means.day_slots, (day + 1) * means.day_slots)
    by_start: dict[int, list[tuple[int, int]]] = {}
    last = 0
    for choice, one in zip(means.choices, counts.one, strict=True):
        for length, starts in choice.starts if choice.per_day[day] else ():
            for start in bits(starts & today) if length <= limit else ():
                by_start.setdefault(start, []).append((length, one))
                last = max(last, start + length)
    if not by_start:
        return {}
    spare, limits = counts.spare, counts.limits(choice.per_day[day] for choice in means.choices)
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
        for length, one in by_start.get(t, ()):
            after = reach[t - first + length]
            for used, slots in here.items():
                if (limits - used - one) & spare == spare:
                    reached = min(limit, slots + length)
                    if reached > after.get(used + one, -1):
                        after[used + one] = reached
    found = reach[-1]
    found.pop(0, None)
    return found
