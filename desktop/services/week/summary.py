"""The one summary of a planned week, for the window's status line and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from desktop.domain.plans import PlanVersion
from desktop.services.week.hand_made import SAME
from desktop.services.week.planning import Prepared
from solver.check import Report


@dataclass(frozen=True, slots=True)
class Summary:
    """A planned week in figures.

    ``people`` are the citizens of the week, ``hours`` the counted hours of all of them in sessions,
    ``placement_hours`` those in placements. ``hours_bound`` is what no plan can pass; ``gap`` is
    (bound - hours) / bound, from 0 to 1. Both are None where no bound is known.
    """

    people: int
    sessions: int
    hours: float
    placement_hours: float
    hours_bound: float | None
    gap: float | None
    duties_missing: int
    seconds: float
    status: str


def summarize(prepared: Prepared, version: PlanVersion, report: Report | None = None) -> Summary:
    """The figures of a version of the prepared week.

    ``report`` is the check of the version as the unit stands: its figures take the place of those that are
    others by now, of which no bound is known.
    """
    goal = next((goal for goal in version.goals if goal.goal == "hours"), None)
    bound = goal.bound if goal is not None and isfinite(goal.bound) else None
    hours = goal.value if goal else _session_hours(prepared, version)
    if report is not None and figures_anew(version, report):
        hours = next((value for name, value in report.goals if name == "hours"), hours)
        bound = None
    return Summary(
        people=len(prepared.problem.citizens),
        sessions=len(version.sessions),
        hours=hours,
        placement_hours=sum(
            (commitment.end - commitment.start) * len(commitment.citizens)
            for commitment in prepared.problem.commitments
            if commitment.counts
        )
        / 60,
        hours_bound=bound,
        gap=None if bound is None else gap(hours, bound),
        duties_missing=len(version.unmet if report is None else report.unmet),
        seconds=version.seconds,
        status=version.status,
    )


def figures_anew(version: PlanVersion, report: Report) -> bool:
    """Whether the figures that a version was made with are others as the unit stands, so that those of its
    check are shown."""
    found: dict[str, float] = {**dict(report.goals)}
    missing = {(each.citizen, each.duty) for each in report.unmet}
    moved = any(abs(found.get(goal.goal, goal.value) - goal.value) > SAME for goal in version.goals)
    return moved or (bool(version.goals) and missing != {(each.citizen, each.duty) for each in version.unmet})


def gap(value: float, bound: float) -> float:
    """How far a value may be from the best: the share of its upper bound that is missing, 0 to 1."""
    return max(0.0, (bound - value) / bound) if bound > 0 else 0.0


def _session_hours(prepared: Prepared, version: PlanVersion) -> float:
    counted = {activity.id for activity in prepared.problem.activities if activity.counts}
    minutes = sum(
        (session.end - session.start).total_seconds() / 60 * len(session.citizens)
        for session in version.sessions
        if session.activity in counted
    )
    return minutes / 60
