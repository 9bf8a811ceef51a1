"""How much of what a minute finds is found in ten seconds, and how far the proven bound is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count

from desktop.domain.time import IsoWeek
from desktop.services.demo import demo_unit_text
from desktop.services.files.importing import read_unit
from desktop.services.week.building import build_problem
from solver.problem import Problem
from solver.solve import Options, solve
from tests.bench.instances import realistic


@dataclass(frozen=True, slots=True)
class Result:
    """One week solved: missing duties, hours, the bound on hours."""

    duties: float
    hours: float
    bound: float


def weeks() -> dict[str, Problem]:
    """The demo unit's week and two made by formula, of 70 people each."""
    numbers = count(1)
    unit = read_unit(demo_unit_text(1, date(2026, 11, 23)), lambda kind: f"{kind[0]}{next(numbers):03}")
    demo = build_problem(unit, IsoWeek(2026, 48))
    return {"demo": demo, "realistic 1": realistic(70, 1), "realistic 2": realistic(70, 2)}


def measure(problem: Problem, seconds: float, workers: int) -> Result:
    plan = solve(problem, Options(seconds, workers))
    goals = {goal.goal: goal for goal in plan.goals}
    return Result(goals["duties"].value, goals["hours"].value, goals["hours"].bound)


def words(name: str, short: Result, long: Result) -> str:
    """A line of a Markdown table; the ratio says how much of the longer search's hours the shorter has."""
    gap = (long.bound - long.hours) / long.bound
    return (
        f"| {name} | {short.hours:g} h, {short.duties:g} duties missing "
        f"| {long.hours:g} h, {long.duties:g} | {short.hours / long.hours:.1%} | {long.bound:g} | {gap:.1%} |"
    )


def head(short: float, long: float) -> str:
    titles = ("week", f"{short:g} s", f"{long:g} s", "ratio", "bound", f"gap at {long:g} s")
    return f"| {' | '.join(titles)} |\n|{'---|' * len(titles)}"
