"""Ruin and recreate under simulated annealing: from a first week to better ones."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from solver.frame import Frame
from solver.search.insert import Filler, Taste
from solver.search.ruin import Ruin
from solver.search.state import State
from solver.search.week import Order, Week

#: Citizens up to which the first week is filled by weighing all its days against each other.
LARGEST_AT_ONCE = 200
#: Temperatures in slots, at the beginning and at the end.
HOT, COLD = 4.0, 0.05
#: Slots that a missing duty weighs against while annealing.
DUTY = 150.0


class Annealing:
    """A search that holds one week and keeps the best one seen."""

    def __init__(self, frame: Frame, order: Order, seed: int) -> None:
        self.order = order
        self.state = State(frame)
        self.random = Random(seed)
        self.filler = Filler(self.state, self.random)
        self.ruin = Ruin(self.state, self.random)
        self.best: Week | None = None
        self.rounds = 0
        # Annealing needs one number. It may trade duties for hours on the way; the week kept never does.
        self._duty, self._slot = {
            ("duties", "hours"): (DUTY, 1.0),
            ("hours", "duties"): (0.1, 1.0),
            ("duties",): (1.0, 0.0),
            ("hours",): (0.0, 1.0),
        }.get(order.goals, (0.0, 0.0))

    def _taste(self) -> Taste:
        """Who has most left to fill comes first, a little differently each time."""
        state, random = self.state, self.random
        priority = [
            left / (1 + state.frame.citizens[i].max_minutes / state.frame.slot) + random.random() * 0.5
            for i, left in enumerate(state.week_left)
        ]
        return Taste(random.choice((0.0, 0.5, 1.0, 1.0, 2.0)), priority)

    def start(self, go_on: Callable[[], bool] = lambda: True) -> Week:
        """The first week, greedily: all days at once, or day by day where a week is too much to weigh."""
        days = [range(7)] if self.state.n <= LARGEST_AT_ONCE else [range(d, d + 1) for d in range(7)]
        for some in days:
            self.filler.fill(some, self._taste(), go_on)
        self.state.log.clear()
        return self.keep()

    def keep(self) -> Week:
        """The best week so far, the present one being looked at too."""
        found = Week(self.state.duties, self.state.hours, tuple(self.state.sessions()))
        if self.order.better(found, self.best):
            self.best = found
        assert self.best is not None
        return self.best

    def _worth(self) -> float:
        return self._slot * self.state.hours - self._duty * self.state.duties

    def run(self, share: Callable[[], float], found: Callable[[Week], None]) -> None:
        """Searches until ``share`` (of the time, 0 to 1) is used up; tells each better week.

        The temperature falls with the share, from about a session's worth of slots to a fraction of one.
        """
        state = self.state
        assert self.best is not None
        while (used := share()) < 1.0:
            self.rounds += 1
            temperature = HOT * (COLD / HOT) ** used
            before = self._worth()
            days = self.ruin.once()
            self.filler.fill(days, self._taste())
            gain = self._worth() - before
            if gain >= 0 or self.random.random() < math.exp(gain / temperature):
                state.log.clear()
                rank = self.order.rank(state.duties, state.hours)
                if rank < self.order.rank(self.best.duties, self.best.slots):
                    found(self.keep())
            else:
                state.undo()
