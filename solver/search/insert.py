"""Filling a week: the best session that can still be added, again and again.

What a session is worth is the counted slots that it adds and the duties it mends, set against the staff
time that it takes. Values only fall as the week fills, so a heap of old values, or of hopes at first, is
enough: the best one is worked out anew when it comes up, and held if it is still the best (lazy greedy,
Minoux 1978).
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

from solver.frame import Frame, bits
from solver.problem import Level
from solver.search.state import Held, State

#: What a mended duty is worth beside slots while a week is filled. Which of two weeks is better is decided by
#: duties first, whatever this number is.
DUTY = 60.0


@dataclass(frozen=True, slots=True)
class Mode:
    """What a session needs whose hardest level is the last of ``levels`` (R2, R5, R9)."""

    people: int
    hardest: int
    largest: int
    staff: int
    guards: int


@dataclass(frozen=True, slots=True)
class Recipe:
    """An activity in a mode: ``rooms`` maps a site to its suitable rooms, the smallest sufficient first."""

    activity: int
    mode: Mode
    least: int
    most: int
    staff: int
    rooms: tuple[tuple[int, tuple[int, ...]], ...]
    room_mask: int
    skilled: int
    skilled_anywhere: int


@dataclass(frozen=True, slots=True)
class Opening:
    """Who and what is free for a whole stretch of slots: people and staff by site, and rooms."""

    start: int
    length: int
    people: int
    staff: int
    rooms: int


@dataclass(frozen=True, slots=True)
class Taste:
    """What a round of filling prefers: how much staff time weighs, and who is served first."""

    staff_weight: float
    priority: list[float]


def _largest(level: Level) -> int:
    """Whoever must be alone on a site is alone in the session too (R12)."""
    return min(1, level.max_group) if level.alone_on_site else level.max_group


def modes(frame: Frame) -> list[Mode]:
    """The levels that occur, mildest first, each together with all milder ones."""
    people: dict[int, int] = {}
    levels = {}
    for i, level in enumerate(frame.level):
        people[level.level] = people.get(level.level, 0) | 1 << i
        levels[level.level] = level
    order = sorted(levels.values(), key=lambda v: (-_largest(v), v.staff, v.guards, v.level))
    found, everybody = [], 0
    largest, staff, guards = 10**9, 0, 0
    for level in order:
        everybody |= people[level.level]
        largest = min(largest, _largest(level))
        staff, guards = max(staff, level.staff), max(guards, level.guards)
        found.append(Mode(everybody, people[level.level], largest, staff, guards))
    return found


class Filler:
    """Adds sessions to a state until none that is worth its staff can be added."""

    def __init__(self, state: State, random: Random) -> None:
        self.state = state
        self.random = random
        problem = state.frame.problem
        self.guard_mask = sum(1 << m for m, s in enumerate(problem.staff) if "guard" in s.skills)
        self.avoided = [
            sum(1 << m for m, s in enumerate(problem.staff) if s.id in citizen.avoid_staff)
            for citizen in problem.citizens
        ]
        # Whoever has fewer skills is asked first, so that rare skills stay free.
        self.staff_order = sorted(range(state.n_staff), key=lambda m: (len(problem.staff[m].skills), m))
        self.recipes = [recipe for a in range(len(problem.activities)) for recipe in self._recipes(a)]
        self.starts = [self._starts(day) for day in range(7)]

    def _recipes(self, a: int) -> Iterable[Recipe]:
        frame = self.state.frame
        activity = frame.problem.activities[a]
        skilled = sum(1 << m for m, s in enumerate(frame.problem.staff) if activity.skill in s.skills)
        features: frozenset[str] = frozenset()
        for mode in modes(frame):
            features |= frame.level[bits(mode.hardest)[0]].room_features
            rooms = [
                r
                for r, room in enumerate(frame.problem.rooms)
                if frame.room_suits(activity, r) and features <= room.features and room.capacity
            ]
            rooms.sort(key=lambda r: (frame.problem.rooms[r].capacity, len(frame.problem.rooms[r].features)))
            by_site = {s: tuple(r for r in rooms if frame.room_site[r] == s) for s in self.state.sites}
            most = min(activity.max_group, mode.largest)
            least = max(1, activity.min_group)
            if rooms and most >= least and self.state.open[a] & mode.hardest:
                yield Recipe(
                    a,
                    mode,
                    least,
                    most,
                    max(1, activity.staff, mode.staff),
                    tuple((s, r) for s, r in by_site.items() if r),
                    sum(1 << r for r in rooms),
                    skilled,
                    skilled * self.state.staff_ones,
                )

    def _starts(self, day: int) -> list[int]:
        """Slots of a weekday in which some room is free to begin with."""
        first = day * self.state.frame.day_slots
        return [t for t in range(first, first + self.state.frame.day_slots) if self.state.rooms[t]]

    # --- one session ----------------------------------------------------------------------------------

    def _worth(self, recipe: Recipe, length: int, chosen: list[int], idle_too: bool) -> float:
        state, a = self.state, recipe.activity
        value = float(length * len(chosen)) if state.counts[a] else 0.0
        for i in chosen:
            if state.owed(i, a) or (state.seen_by[a] and (idle_too or state.counts[a]) and state.idle(i)):
                value += DUTY
        return value

    def _choose(self, recipe: Recipe, able: int, most: int, taste: Taste) -> list[int]:
        """Citizens for a session, nobody with a rival: those served first by the round's taste."""
        state, rivals = self.state, self.state.frame.rivals
        hardest = able & recipe.mode.hardest
        if not hardest:
            return []
        priority = taste.priority
        a = recipe.activity
        first = max(bits(hardest), key=lambda i: priority[i] + (2.0 if state.owed(i, a) else 0.0))
        chosen = [first]
        able &= ~(rivals[first] | 1 << first)
        if most > 1 and able:
            for i in sorted(bits(able), key=lambda i: -priority[i] - (2.0 if state.owed(i, a) else 0.0)):
                if able >> i & 1:
                    chosen.append(i)
                    if len(chosen) == most:
                        break
                    able &= ~rivals[i]
        return chosen

    def _staff(self, recipe: Recipe, able: int) -> tuple[int, int] | None:
        """(others, guards) for a session out of those able to come; None where they are too few."""
        skilled = able & recipe.skilled
        if not skilled:
            return None
        wanted_guards = recipe.mode.guards
        # Whoever may be needed as a guard teaches only where nobody else does.
        pool = skilled & ~self.guard_mask or skilled
        others = 1 << next(m for m in self.staff_order if pool >> m & 1)
        rest = able & ~others
        guards = 0
        if wanted_guards:
            for m in self.staff_order:
                if rest & self.guard_mask & ~guards & 1 << m:
                    guards |= 1 << m
                    if guards.bit_count() == wanted_guards:
                        break
            if guards.bit_count() < wanted_guards:
                return None
            rest &= ~guards
        missing = recipe.staff - 1
        for plain in (rest & ~self.guard_mask, rest & self.guard_mask):
            for m in self.staff_order:
                if missing and plain >> m & 1:
                    others |= 1 << m
                    missing -= 1
        return None if missing else (others, guards)

    def _opening(self, start: int, length: int) -> Opening | None:
        """What is free then; None where nobody is."""
        state = self.state
        people = state.may_come(start, length)
        if not people:
            return None
        staff = state.may_serve(start, length)
        rooms = state.rooms_free(start, length) if staff else 0
        return Opening(start, length, people, staff, rooms) if rooms else None

    def _best(
        self, recipe: Recipe, opening: Opening, taste: Taste, idle_too: bool
    ) -> tuple[float, Held, int] | None:
        """The best session of a recipe in an opening, over the sites: (score, session, its citizens)."""
        state = self.state
        start, length = opening.start, opening.length
        people = state.may_take(recipe.activity, start // state.frame.day_slots, length) & recipe.mode.people
        if not people & recipe.mode.hardest:
            return None
        packed = people * state.people_ones & opening.people
        if not packed:
            return None
        rooms = opening.rooms & recipe.room_mask
        if not rooms:
            return None
        everybody, all_staff = state.frame.everybody, (1 << state.n_staff) - 1
        capacities = state.frame.problem.rooms
        best: tuple[float, Held, int] | None = None
        for site, suitable in recipe.rooms:
            able = packed >> site * state.n & everybody
            if not able & recipe.mode.hardest or able.bit_count() < recipe.least:
                continue
            staff_here = opening.staff >> site * state.n_staff & all_staff
            if not staff_here & recipe.skilled:
                continue
            free = [r for r in suitable if rooms >> r & 1]
            if not free:
                continue
            most = min(recipe.most, capacities[free[-1]].capacity)
            if state.budget is not None:
                most = min(most, self._affordable(recipe.activity))
            if most < recipe.least:
                continue
            chosen = self._choose(recipe, able, most, taste)
            if len(chosen) < recipe.least:
                continue
            for i in chosen:
                staff_here &= ~self.avoided[i]
            staff = self._staff(recipe, staff_here)
            if staff is None:
                continue
            worth = self._worth(recipe, length, chosen, idle_too)
            if worth <= 0:
                continue
            others, guards = staff
            score = worth - taste.staff_weight * length * (others.bit_count() + guards.bit_count())
            if best is None or score > best[0]:
                room = next(r for r in free if capacities[r].capacity >= len(chosen))
                held = Held(recipe.activity, room, site, start, length, others, guards)
                best = (score, held, sum(1 << i for i in chosen))
        return best

    def _affordable(self, activity: int) -> int:
        """How many citizens the budget left pays for in a new session (R15)."""
        assert self.state.budget is not None
        offered = self.state.frame.problem.activities[activity]
        left = self.state.budget - offered.cost_per_session
        if left < 0:
            return 0
        return left // offered.cost_per_citizen if offered.cost_per_citizen else self.state.n

    # --- many -----------------------------------------------------------------------------------------

    def fill(self, days: Iterable[int], taste: Taste, go_on: Callable[[], bool] = lambda: True) -> None:
        """Adds citizens to sessions and sessions to the week on these days, as long as it pays."""
        days = sorted(days)
        self._join(days, taste)
        for idle_too in (False, True):
            if idle_too and not self._somebody_idle():
                return
            self._add(days, taste, idle_too, go_on)
            self._join(days, taste)

    def _somebody_idle(self) -> bool:
        state = self.state
        return any(state.unseen[i] and not state.seen[i] for i in range(state.n))

    def _add(self, days: list[int], taste: Taste, idle_too: bool, go_on: Callable[[], bool]) -> None:
        """Adds whole sessions, best first."""
        state = self.state
        heap: list[tuple[float, int, Recipe, int, int]] = []
        owing = self._owing(idle_too)
        for day in days:
            for length, recipes in self._possible(day, idle_too).items():
                for start in self.starts[day]:
                    if not go_on() or start + length > (day + 1) * state.frame.day_slots:
                        break
                    if (opening := self._opening(start, length)) is None:
                        continue
                    for recipe, people, hardest in recipes:
                        able = opening.people & people
                        # Most times and recipes fail at one of these.
                        if (
                            able & hardest
                            and opening.rooms & recipe.room_mask
                            and opening.staff & recipe.skilled_anywhere
                        ):
                            hope = self._hope(recipe, length, able, taste, owing)
                            if hope is not None:
                                heap.append((-hope, len(heap), recipe, start, length))
        heapq.heapify(heap)
        while heap and go_on():
            _, order, recipe, start, length = heap[0]
            opening = self._opening(start, length)
            found = self._best(recipe, opening, taste, idle_too) if opening else None
            if found is None:
                heapq.heappop(heap)
                continue
            score = -found[0] - self.random.random()
            heapq.heapreplace(heap, (score, order, recipe, start, length))
            if heap[0][1] == order:
                state.add(found[1], found[2])

    def _possible(self, day: int, idle_too: bool) -> dict[int, list[tuple[Recipe, int, int]]]:
        """Length → recipes that somebody may still take that day, with all who may and those of the
        hardest level, both on all sites."""
        state, ones = self.state, self.state.people_ones
        found: dict[int, list[tuple[Recipe, int, int]]] = {}
        for recipe in self._wanted(idle_too):
            for length in state.lengths[recipe.activity]:
                people = state.may_take(recipe.activity, day, length) & recipe.mode.people
                hardest = people & recipe.mode.hardest
                if hardest:
                    found.setdefault(length, []).append((recipe, people * ones, hardest * ones))
        return found

    def _owing(self, idle_too: bool) -> list[int]:
        """By activity: citizens for whom a session of it mends a duty."""
        state = self.state
        idle = sum(1 << i for i in range(state.n) if state.idle(i))
        return [
            sum(1 << i for i in range(state.n) if state.owed(i, a))
            | (idle if state.seen_by[a] and (idle_too or state.counts[a]) else 0)
            for a in range(len(state.counts))
        ]

    def _hope(self, recipe: Recipe, length: int, able: int, taste: Taste, owing: list[int]) -> float | None:
        """No less than a session of the recipe with these people can score: rivals are not looked at yet.

        None where it can be worth nothing.
        """
        state = self.state
        everybody, a = state.frame.everybody, recipe.activity
        best = 0.0
        for site, _ in recipe.rooms:
            here = able >> site * state.n & everybody
            if here:
                value = float(length * min(recipe.most, here.bit_count())) if state.counts[a] else 0.0
                value += DUTY * min(recipe.most, (here & owing[a]).bit_count())
                best = max(best, value)
        if not best:
            return None
        # Whatever the score, up to one is added to it by chance.
        return best + 1.0 - taste.staff_weight * length * (recipe.staff + recipe.mode.guards)

    def _wanted(self, idle_too: bool) -> list[Recipe]:
        """Recipes that can be worth something: others than counted ones only where a duty asks for them."""
        state = self.state
        if idle_too:
            idle = sum(1 << i for i in range(state.n) if state.idle(i))
            return [r for r in self.recipes if not state.counts[r.activity] and state.open[r.activity] & idle]
        owed = {a for need in state.missing for a, count in need.items() if count > 0}
        return [r for r in self.recipes if state.counts[r.activity] or r.activity in owed]

    def _join(self, days: Iterable[int], taste: Taste) -> None:
        """Lets citizens join sessions that have a place for them as they are."""
        state, frame = self.state, self.state.frame
        wanted = set(days)
        for held in list(state.held):
            day = held.start // frame.day_slots
            if day not in wanted:
                continue
            a = held.activity
            activity = frame.problem.activities[a]
            people = state.may_take(a, day, held.length)
            if not people:
                continue
            able = state.may_come(held.start, held.length) >> held.site * state.n & people & frame.everybody
            if not able:
                continue
            for i in sorted(bits(able), key=lambda i: -taste.priority[i]):
                if self._fits(held, i) and (
                    state.counts[a] or state.owed(i, a) or (state.seen_by[a] and state.idle(i))
                ):
                    if state.budget is not None and state.budget < activity.cost_per_citizen:
                        break
                    if state.may_take(a, day, held.length) >> i & 1:
                        state.join(held, 1 << i)

    def _fits(self, held: Held, i: int) -> bool:
        """Whether a citizen may join: rivals, sizes, rooms and staff of the session as it stands."""
        frame = self.state.frame
        if held.citizens & (frame.rivals[i] | 1 << i):
            return False
        activity = frame.problem.activities[held.activity]
        room = frame.problem.rooms[held.room]
        own = frame.level[i]
        size = held.citizens.bit_count() + 1
        largest = min(own.max_group, *(frame.level[j].max_group for j in bits(held.citizens)))
        return (
            size <= min(activity.max_group, room.capacity, largest)
            and own.room_features <= room.features
            and own.staff <= held.others.bit_count()
            and own.guards <= held.guards.bit_count()
            and not (held.others | held.guards) & self.avoided[i]
            # After an earlier join the site may have closed to whoever comes next.
            and bool(self.state.may_come(held.start, held.length) >> held.site * self.state.n + i & 1)
        )
