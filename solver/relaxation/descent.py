"""Prices that give a low bound on hours: Lagrangian relaxation, descended by its subgradients.

Give each rule that ties sessions together a price that is not negative, and let whoever breaks it pay: what
the best relaxed week is then worth is a bound, whatever the prices are (Geoffrion, "Lagrangean relaxation
for integer programming", 1974). The relaxed week keeps, exactly: who can be in one session together (R2, R9,
R10), what staff that takes (R5), and each staff member's hours and one place at a time (R4). Prices stand for
each citizen's one place at a time (R6), their hours of the day and the week (R7; of the week no more than
their own best week), their sessions of each activity (R8), and for the staff beside whoever leads. Left out:
which rooms and sites, travel, rivals on a site, the budget.

The bound is added up in whole numbers, so no rounding can make it too low. The steps follow Kingma and Ba,
"Adam: a method for stochastic optimization" (2015), each price with a step of its own; how they come out is a
matter of quality, never of safety.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver.bounds import GRAIN, HoursBound
from solver.compiled import Longs, compiled
from solver.frame import Frame, bits
from solver.relaxation.unit import Unit, unit
from solver.relaxation.value import Prices, best_tables, fill_groups, staff_weeks, worth

#: The step of a price at the beginning, in slots, and what it shrinks by until the end.
STEP, SHRINKS = 0.1, 0.001
#: How much of an earlier direction, and of earlier slopes' squares, is kept.
DIRECTION, SQUARES = 0.9, 0.999
#: Beside a slope's size: keeps a price that hardly matters from jumping.
QUIET = 0.3
#: What a price of a counted slot begins with, in slots.
AT_FIRST = 0.5


def hours_bounds(
    frame: Frame, own: list[int], duties: int | None, share: Callable[[], float]
) -> Iterator[HoursBound]:
    """Bounds on the counted slots of all citizens in sessions, fixed ones included, each lower than the last.

    ``own``: each citizen's best own week. ``duties``: about how many are missing in the end, where plans with
    more than need be are of no interest; else None. ``share``: how much of the time is used, 0 to 1.
    """
    lowest = frame.hours_before + sum(own)
    yield HoursBound.of_slots(lowest)
    descent = Descent.begin(frame, own, duties, lambda: share() < 1.0)
    while descent is not None and (used := share()) < 1.0:
        bound = descent.bound()
        slots = bound.slots(duties or 0)
        if slots < lowest:
            lowest = slots
            yield bound
        descent.step(STEP * SHRINKS**used)


class Descent:
    """Prices on their way down, and the bound that they give."""

    @classmethod
    def begin(
        cls, frame: Frame, own: list[int], duties: int | None, go_on: Callable[[], bool]
    ) -> Descent | None:
        """``own`` and ``duties`` as for ``hours_bounds``. None where stopped."""
        facts = unit(frame, go_on)
        return None if facts is None else cls(frame, facts, own, duties)

    def like(self, frame: Frame, own: list[int], go_on: Callable[[], bool]) -> Descent | None:
        """The same prices for a frame with as many citizens, activities and slots: a good bound at once.

        None where stopped.
        """
        other = Descent.begin(frame, own, self.duties, go_on)
        if other is not None:
            other.at[:], other.per_duty = self.at, self.per_duty
            other.direction[:], other.squares[:], other.steps = self.direction, self.squares, self.steps
            other.per_duty_direction = self.per_duty_direction
        return other

    def __init__(self, frame: Frame, facts: Unit, own: list[int], duties: int | None) -> None:
        self.facts = facts
        self.before = frame.hours_before * GRAIN
        n, activities = frame.n, len(frame.problem.activities)
        self.ends = np.array([frame.ends_idleness(a) for a in range(activities)], dtype=np.int64)
        shapes = _shapes(frame)
        self.limits, limits = _laid_out(shapes, np.int64)
        limits.time[:] = 1
        limits.week[:] = own
        limits.day[:] = np.array(frame.day_left, dtype=np.int64).reshape(n, 7)
        for i in range(n):
            for a, left in frame.sessions_left[i].items():
                limits.visits[i, a] = left
                limits.day_visits[i, a] = [max(0, frame.per_day_left(i, a, day)) for day in range(7)]
            for a, missing in frame.missing[i].items():
                limits.owed[i, a] = -missing
        limits.seen[bits(frame.idle)] = -1
        #: The places of what is a reward, not a price: no more than ``per_duty`` each.
        self.reward_from = self.limits.size - limits.owed.size - limits.seen.size
        self.duties = duties
        self.prices, self.priced = _laid_out(shapes, np.int64)
        self.used, self.uses = _laid_out(shapes, np.int64)
        self.best = best_tables(facts)
        self.at, begun = _laid_out(shapes, np.float64)
        begun.week[:] = AT_FIRST
        self.direction, self.squares = np.zeros(self.limits.size), np.zeros(self.limits.size)
        self.per_duty = 0.0
        self.per_duty_direction = 0.0
        self.steps = 0

    def bound(self) -> HoursBound:
        """The bound at the prices as they are; leaves in ``used`` what the relaxed week uses."""
        self.prices[:] = np.rint(self.at * GRAIN).astype(np.int64)
        per_duty = round(self.per_duty * GRAIN)
        rewards = self.prices[self.reward_from :]
        np.minimum(rewards, per_duty, out=rewards)
        rewards[self.limits[self.reward_from :] == 0] = 0
        self.used[:] = 0
        fill_groups(self.facts, self.priced, self.ends, self.best)
        weeks = staff_weeks(self.facts, self.priced, self.ends, self.best, self.uses)
        return HoursBound(self.before + weeks + worth(self.prices, self.limits), per_duty)

    def step(self, length: float) -> None:
        """Moves the prices against what the relaxed week uses too much or too little of."""
        self.steps += 1
        if self.duties is not None:
            short = self.used[self.reward_from :] - self.limits[self.reward_from :]
            held = self.at[self.reward_from :] >= self.per_duty
            slope = self.duties - float(np.maximum(short[held], 0).sum())
            self.per_duty_direction = DIRECTION * self.per_duty_direction + (1 - DIRECTION) * slope
            step = length * self.per_duty_direction / (abs(self.per_duty_direction) + QUIET)
            self.per_duty = max(0.0, self.per_duty - step)
        first = 1 - DIRECTION**self.steps
        second = 1 - SQUARES**self.steps
        _move(self.at, self.limits, self.used, self.direction, self.squares, length / first, second)
        np.minimum(self.at[self.reward_from :], self.per_duty, out=self.at[self.reward_from :])


def _shapes(frame: Frame) -> list[tuple[int, ...]]:
    """Of the fields of ``Prices``."""
    n, a, t = frame.n, len(frame.problem.activities), frame.n_slots
    return [(n, t), (n,), (n, 7), (n, a), (n, a, 7), (t,), (t,), (n, a), (n,)]


def _laid_out(shapes: list[tuple[int, ...]], dtype: type[Any]) -> tuple[NDArray[Any], Prices]:
    """Zeros in one line, and the same numbers as the fields of ``Prices``."""
    line = np.zeros(sum(math.prod(shape) for shape in shapes), dtype=dtype)
    fields, at = [], 0
    for shape in shapes:
        size = math.prod(shape)
        fields.append(line[at : at + size].reshape(shape))
        at += size
    return line, Prices(*fields)


@compiled
def _move(
    at: NDArray[np.float64], limits: Longs, used: Longs, direction: NDArray[np.float64],
    squares: NDArray[np.float64], length: float, second: float,
) -> None:  # fmt: skip
    for x in range(len(at)):
        slope = limits[x] - used[x]
        direction[x] = DIRECTION * direction[x] + (1 - DIRECTION) * slope
        squares[x] = SQUARES * squares[x] + (1 - SQUARES) * slope * slope
        if at[x] > 0.0 or direction[x] < 0.0:
            at[x] = max(0.0, at[x] - length * direction[x] / (np.sqrt(squares[x] / second) + QUIET))
