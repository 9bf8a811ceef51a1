"""A week found by a search, and which of two weeks is better."""

from __future__ import annotations

from dataclasses import dataclass

from solver.plan import GoalName, Session

#: The goals that weeks are searched for so far, in the order in which they are usually put.
SEARCHED: tuple[GoalName, ...] = ("duties", "hours")


@dataclass(frozen=True, slots=True)
class Week:
    """Missing duties, counted slots in sessions, and the sessions beside the fixed ones."""

    duties: int
    slots: int
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """The goals searched for, first things first. ``goals`` holds some of ``SEARCHED``."""

    goals: tuple[GoalName, ...]

    def rank(self, duties: int, slots: int) -> tuple[int, ...]:
        """Smaller is better, whatever the size of the difference."""
        return tuple(duties if goal == "duties" else -slots for goal in self.goals)

    def better(self, one: Week, other: Week | None) -> bool:
        return other is None or self.rank(one.duties, one.slots) < self.rank(other.duties, other.slots)

    def weights(self, heavy: int) -> tuple[int, int]:
        """What a missing duty and a slot weigh in one sum that keeps the order, where ``heavy`` is more
        than either goal can change."""
        if self.goals == ("duties", "hours"):
            return heavy, 1
        if self.goals == ("hours", "duties"):
            return 1, heavy
        return int("duties" in self.goals), int("hours" in self.goals)
