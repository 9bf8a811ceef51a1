"""The plan of the exchange format: what the planning engine answers.

Times are whole minutes from Monday 00:00 of the plan's ISO week, local wall-clock time
(see ``shared`` exchange format, version 1); Sunday ends at 10 080.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PlanStatus = Literal["optimal", "feasible", "infeasible", "unknown"]
GoalName = Literal["duties", "hours", "fairness", "changes", "gaps", "cost"]
GOAL_NAMES: tuple[GoalName, ...] = ("duties", "hours", "fairness", "changes", "gaps", "cost")


@dataclass(frozen=True, slots=True)
class Session:
    """One activity in one room, with its staff and citizens. ``start``/``end`` in minutes of the week."""

    id: str
    activity: str
    room: str
    start: int
    end: int
    staff: tuple[str, ...]
    citizens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalResult:
    """What a goal reached. ``hours`` is told in hours; ``fairness`` in squared slots; ``gaps`` in
    minutes; ``cost`` in whole kroner; the others are counts.

    ``bound`` is what no plan can pass, given the values of the goals before this one.
    """

    goal: GoalName
    value: float
    bound: float
    proven: bool


@dataclass(frozen=True, slots=True)
class Unmet:
    """One missing unit of the goal ``duties``: ``duty`` is ``"interview"`` or an activity's id."""

    citizen: str
    duty: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why there is no plan: a rule (``"R3"``), the ids concerned, and a sentence."""

    rule: str
    ids: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A week plan. ``sessions`` is empty where ``status`` is ``infeasible`` or ``unknown``."""

    week: str
    status: PlanStatus
    goals: tuple[GoalResult, ...] = ()
    sessions: tuple[Session, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    reasons: tuple[Reason, ...] = ()
