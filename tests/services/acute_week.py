"""A planned week of the small unit in which something happens on Wednesday at ten."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Unit
from desktop.services.week.building import build_problem
from desktop.services.week.planning import Prepared
from desktop.services.week.versions import version_of
from solver.check import check
from solver.plan import GoalResult, Plan, Session
from solver.problem import DAY_MINUTES, Problem
from tests.services.small_unit import UNIT, WEEK


def local(text: str) -> datetime:
    """A local moment."""
    return datetime.fromisoformat(text)


NOW = local("2026-11-25T10:00")
MINUTE = 2 * DAY_MINUTES + 600


def club(name: str, day: int, people: str, start: int = 540) -> Session:
    """Two hours of job club from nine; ``day`` 0 is Monday."""
    begins = day * DAY_MINUTES + start
    return Session(name, "club", "r1", begins, begins + 120, ("m2",), tuple(people.split()))


PLANNED = (
    club("s1", 0, "c1 c2"),
    club("s2", 1, "c3 c4"),
    club("s3", 2, "c1 c2"),
    club("s4", 3, "c3 c4"),
    club("s5", 4, "c1 c2"),
)


def plan_of_sessions(problem: Problem, *sessions: Session) -> Plan:
    """A plan that tells the truth of itself."""
    bare = Plan(problem.week, "feasible", sessions=sessions)
    report = check(problem, bare)
    values = dict(report.goals)
    goals = tuple(
        GoalResult(goal, values[goal], 0 if goal == "duties" else 1000, proven=False)
        for goal in problem.goals
    )
    goals = tuple(replace(goal, proven=goal.value == goal.bound) for goal in goals)
    return replace(bare, goals=goals, unmet=report.unmet)


def prepared(unit: Unit = UNIT) -> Prepared:
    return Prepared(WEEK, build_problem(unit, WEEK), unit)


def facts(unit: Unit = UNIT) -> tuple[Problem, Unit]:
    """What the danger of the week is judged by."""
    return prepared(unit).problem, unit


def planned(*sessions: Session, number: int = 1) -> PlanVersion:
    """A draft of the week, by the unit as it was before anything happened."""
    return version_of(
        plan_of_sessions(build_problem(UNIT, WEEK), *(sessions or PLANNED)),
        week=WEEK,
        number=number,
        created_at=datetime(2026, 11, 20, 12, 0, tzinfo=UTC),
        created_by="Koordinator",
        seconds=1.0,
    )
