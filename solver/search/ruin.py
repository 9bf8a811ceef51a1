"""Taking part of a week apart, so that filling it again may find a better one.

After Schrimpf et al., "Record breaking optimization results using the ruin and recreate principle" (2000),
and Christiaens and Vanden Berghe, "Slack induction by string removals" (2020): what is removed lies near
together.
"""

from __future__ import annotations

from random import Random

from solver.frame import bits
from solver.search.state import Held, State


class Ruin:
    """Each method removes something and returns the weekdays on which it did."""

    def __init__(self, state: State, random: Random) -> None:
        self.state = state
        self.random = random
        #: By citizen: duties that nothing can mend, so that nobody tries.
        self.hopeless = [0] * state.n

    def once(self) -> set[int]:
        """One ruin, of a kind drawn by chance."""
        if not self.state.held:
            return set(range(7))
        kind = self.random.random()
        if kind < 0.40:
            return self.window()
        if kind < 0.65:
            return self.citizen()
        if kind < 0.80:
            return self.staff_day()
        return self.few_people()

    def _day(self, held: Held) -> int:
        return held.start // self.state.frame.day_slots

    def _some(self) -> Held:
        held = list(self.state.held)
        return held[self.random.randrange(len(held))]

    def window(self) -> set[int]:
        """Everything that touches a stretch of a few hours, on one site or on all."""
        seed = self._some()
        hours = self.random.choice((2, 3, 4, 6)) * 60 // self.state.frame.slot
        first = seed.start - self.random.randrange(hours)
        everywhere = self.random.random() < 0.5
        for held in list(self.state.held):
            if held.start < first + hours and first < held.end and (everywhere or held.site == seed.site):
                self.state.remove(held)
        return {self._day(seed)}

    def citizen(self) -> set[int]:
        """The week of somebody who still lacks hours, and what stands in their way on a day."""
        state = self.state
        owed = [
            state.idle(i) + sum(c for c in state.missing[i].values() if c > 0) - self.hopeless[i]
            for i in range(state.n)
        ]
        lacking = [i for i in range(state.n) if state.week_left[i] or owed[i]]
        if not lacking:
            return self.window()
        # Duties come first, so whoever is owed one is looked at far more often.
        i = self.random.choices(lacking, [state.week_left[i] + 40 * owed[i] for i in lacking])[0]
        clearing = 0.5 if owed[i] else 0.25
        days = set()
        for held in list(state.of_citizen[i]):
            days.add(self._day(held))
            self._take_out(held, 1 << i)
        day = self.random.randrange(7)
        busy = sorted({self._day(h) for h in state.held})
        if busy:
            day = busy[self.random.randrange(len(busy))]
        rivals = state.frame.rivals[i]
        for held in list(state.held):
            if self._day(held) == day and (held.citizens & rivals or self.random.random() < clearing):
                state.remove(held)
        return days | {day}

    def staff_day(self) -> set[int]:
        """One or two staff members' day."""
        seed = self._some()
        day = self._day(seed)
        members = bits(seed.others | seed.guards)
        others = [m for m in range(self.state.n_staff) if self.state.of_staff[m]]
        members.append(others[self.random.randrange(len(others))])
        for m in set(members):
            for held in list(self.state.of_staff[m]):
                if self._day(held) == day:
                    self.state.remove(held)
        return {day}

    def few_people(self) -> set[int]:
        """A few citizens out of most of their sessions."""
        state = self.state
        days = set()
        people = self.random.sample(range(state.n), min(state.n, self.random.randint(2, 5)))
        for i in people:
            for held in list(state.of_citizen[i]):
                if self.random.random() < 0.7:
                    days.add(self._day(held))
                    self._take_out(held, 1 << i)
        return days or self.window()

    def _take_out(self, held: Held, citizen: int) -> None:
        """Takes a citizen out; a session that falls below its least number is given up."""
        least = max(1, self.state.frame.problem.activities[held.activity].min_group)
        if held.citizens.bit_count() - 1 < least:
            self.state.remove(held)
        else:
            self.state.leave(held, citizen)
