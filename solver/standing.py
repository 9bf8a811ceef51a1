"""How far a search has come: the best week so far, and what no week can pass in each goal."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence

from solver.bounds import HoursBound
from solver.frame import Frame
from solver.goal_bounds import GoalBounds
from solver.plan import GoalName
from solver.week import Week, better

#: Ranks of every week are no lower than their bound: see ``Week.rank``.
Rank = Sequence[int]


class Standing:
    """The best week is only ever replaced by a strictly better one. Any thread may tell and ask."""

    def __init__(self, frame: Frame, start: Week) -> None:
        self.goals = frame.problem.goals
        self._best = start
        self._lock = threading.Lock()
        #: By goal: what no week at all can be below.
        self._always: dict[GoalName, int] = dict.fromkeys(self.goals, 0)
        self._hours = [HoursBound.of_slots(frame.hours_before + sum(frame.week_left))]
        #: By what the goals before one come to: what that one cannot be below then.
        self._given: dict[tuple[int, ...], int] = {}
        self._later: GoalBounds | None = None

    @property
    def best(self) -> Week:
        return self._best

    def found(self, week: Week) -> None:
        """Takes a week, which becomes the best one where it is strictly better."""
        with self._lock:
            if better(week, self._best):
                self._best = week

    def bound(self, goal: GoalName, rank: int) -> None:
        """Takes what no week at all can be below in a goal."""
        if goal == "hours":
            self.bound_hours(HoursBound.of_slots(-rank))
            return
        self._always[goal] = max(rank, self._always.get(goal, rank))

    def bound_hours(self, bound: HoursBound) -> None:
        """Takes a bound on counted slots, which may lean on how many duties are missing."""
        self._hours.append(bound)

    def shown(self, beginning: tuple[int, ...]) -> None:
        """Takes the beginning of a rank: as good in all goals but its last, no week is better in that one."""
        before, least = beginning[:-1], beginning[-1]
        self._given[before] = max(least, self._given.get(before, least))

    def lean_on(self, later: GoalBounds) -> None:
        """Takes bounds that lean on the values of the goals before."""
        self._later = later

    def bounds(self, rank: Rank) -> list[int]:
        """By goal: what no week can be below that has the values of ``rank`` in the goals before it."""
        return [self._bound(number, rank) for number in range(len(self.goals))]

    def _bound(self, number: int, rank: Rank) -> int:
        goal, before = self.goals[number], tuple(rank[:number])
        values = dict(zip(self.goals, before, strict=False))
        known = [self._least_hours(values)] if goal == "hours" else [self._always[goal]]
        if before in self._given:
            known.append(self._given[before])
        if self._later is not None and goal not in ("duties", "hours"):
            known.append(self._later.least(goal, values, self._least_hours(values)))
        return max(known)

    def _least_hours(self, before: Mapping[GoalName, int]) -> int:
        """Below zero, as in ``Week.rank``. Some bounds lean on the duties missing, or on the cost."""
        duties = before.get("duties")
        least = max(
            -bound.slots(duties or 0) for bound in self._hours if duties is not None or not bound.per_duty
        )
        return least if self._later is None else max(least, self._later.least_hours(before))

    def is_best(self, week: Week, number: int) -> bool:
        """Whether nothing is better in a goal than ``week``, given the goals before it."""
        return week.rank[number] == self._bound(number, week.rank)

    def open(self) -> list[int]:
        """The goals, by number, in which a week may be better than the best one, given those before."""
        best = self._best
        return [number for number in range(len(self.goals)) if not self.is_best(best, number)]

    def settled(self, first: int | None = None) -> bool:
        """Whether nothing is left to find in the ``first`` goals; in all of them for None."""
        best = self._best
        numbers = range(len(self.goals) if first is None else first)
        return all(self.is_best(best, number) for number in numbers)
