"""A week that somebody made by hand, stated as a plan: its goals' values, their bounds, what is missing."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from desktop.domain.intervals import Stretch, union
from desktop.domain.plans import PlannedSession
from desktop.domain.time import IsoWeek
from desktop.services.week.versions import session_of
from solver.check import Report, check, figures
from solver.plan import GoalName, GoalResult, Plan
from solver.problem import DAY_MINUTES, Problem

SAME = 1e-6
"""What two values of a goal may differ by and be the same."""


def hand_made(
    problem: Problem,
    sessions: Iterable[PlannedSession],
    known: Iterable[GoalResult] = (),
    most: float = math.inf,
) -> tuple[Plan, Report]:
    """The sessions as a plan that states what is so, and the check's report of it.

    ``known`` are goals whose bounds were found for this very problem. Each is kept where the goals before it
    still have the value that it was found for; the others get a bound that needs no search. ``most`` are
    counted hours that no plan has more of, whatever the goals before.
    """
    week = IsoWeek.parse(problem.week)
    bare = Plan(problem.week, "feasible", sessions=tuple(session_of(week, each) for each in sessions))
    found, unmet = figures(problem, bare)
    values = dict(found)
    goals = tuple(_goals(problem, values, {each.goal: each for each in known}, most))
    proven = all(each.proven for each in goals)
    plan = Plan(problem.week, "optimal" if proven else "feasible", goals, bare.sessions, unmet)
    return plan, check(problem, plan)


def _goals(
    problem: Problem, values: dict[GoalName, float], known: dict[GoalName, GoalResult], most: float
) -> Iterator[GoalResult]:
    as_before = True
    for goal in problem.goals:
        value, before = values[goal], known.get(goal)
        bound = min(most, most_minutes(problem) / 60) if goal == "hours" else 0.0
        if before is not None and as_before:
            bound = min(bound, before.bound) if goal == "hours" else max(bound, before.bound)
        passed = value - bound if goal == "hours" else bound - value
        if passed > SAME:
            # Only a week that breaks a rule passes what holds for all that do not.
            bound = math.inf if goal == "hours" else -math.inf
        yield GoalResult(goal, value, bound, abs(value - bound) <= SAME)
        as_before = as_before and before is not None and abs(value - before.value) <= SAME


def most_minutes(problem: Problem) -> int:
    """Counted minutes that all citizens together can have in sessions at most, by their own hours alone."""
    taken: dict[tuple[str, int], int] = defaultdict(int)
    for block in problem.commitments:
        for person in block.citizens if block.counts else ():
            taken[person, block.start // DAY_MINUTES] += block.end - block.start
    total = 0
    for citizen in problem.citizens:
        days: dict[int, int] = defaultdict(int)
        for start, end in union(Stretch(each.start, each.end) for each in citizen.available):
            for day in range(start // DAY_MINUTES, (end - 1) // DAY_MINUTES + 1):
                days[day] += min(end, (day + 1) * DAY_MINUTES) - max(start, day * DAY_MINUTES)
        could = sum(
            max(0, min(minutes, citizen.max_daily_minutes - taken[citizen.id, day]))
            for day, minutes in days.items()
        )
        left = citizen.max_minutes - sum(taken[citizen.id, day] for day in range(7))
        total += max(0, min(could, left))
    return total
