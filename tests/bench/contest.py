"""Ours and the peers on one file: what each reached in the same time, as the checker counts it."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from solver.check import check
from solver.exchange import ExchangeError, plan_from_json, problem_to_json, read_plan, write_problem
from solver.plan import Plan
from solver.problem import Problem
from tests.bench import running

WORKERS = 2
OURS = "ours"
#: The peer that needs nothing but what Sikkerplan itself needs.
ALWAYS_HERE = "greedy"


@dataclass(frozen=True, slots=True)
class Point:
    """Where our search stood after so many seconds: hours, None before the first week, and their bound."""

    seconds: float
    hours: float | None
    bound: float


@dataclass(frozen=True, slots=True)
class Result:
    """What one contestant reached; ``duties`` and ``hours`` are None where it has no plan that the checker
    takes.

    ``bounds`` and ``proven`` by goal, and ``points``, are ours alone.
    """

    name: str
    status: str
    duties: float | None
    hours: float | None
    seconds: float
    peak_mb: float | None
    bounds: dict[str, float]
    proven: dict[str, bool]
    points: tuple[Point, ...] = ()

    @property
    def gap(self) -> float | None:
        """How far the bound on hours is above them, as a share of the bound."""
        bound = self.bounds.get("hours")
        if self.hours is None or bound is None:
            return None
        return (bound - self.hours) / bound if bound else 0.0


def _request(problem: Problem, seconds: float) -> str:
    asked = {
        "type": "solve",
        "problem": problem_to_json(problem),
        "seconds": seconds,
        "workers": WORKERS,
        "seed": 1,
    }
    return json.dumps(asked) + "\n"


def _worker() -> list[str]:
    return [sys.executable, "-m", "solver", "worker"]


def ours(problem: Problem, seconds: float) -> Result:
    """Our search by its worker, as the app runs it."""
    ended = running.run(
        _worker(),
        seconds,
        request=_request(problem, seconds),
        enough=lambda message: message.get("type") == "done",
    )
    plans = [message["plan"] for _, message in ended.said if message.get("type") in ("plan", "done")]
    points = tuple(point for at, message in ended.said if (point := _point(at, message)) is not None)
    status = _ended_words(ended) if not plans or ended.said[-1][1].get("type") != "done" else "ended"
    if not plans:
        return Result(OURS, status, None, None, ended.seconds, ended.peak_mb, {}, {}, points)
    plan = plan_from_json(plans[-1])
    duties, hours, fault = _counted(problem, plan)
    return Result(
        OURS,
        fault or status,
        duties,
        hours,
        ended.seconds,
        ended.peak_mb,
        {goal.goal: goal.bound for goal in plan.goals},
        {goal.goal: goal.proven for goal in plan.goals},
        points,
    )


def _point(at: float, message: dict[str, Any]) -> Point | None:
    """A word on progress; its form may grow, what is needed here is looked for and not insisted upon."""
    if message.get("type") != "progress":
        return None
    for each in message.get("goals", ()):
        if each.get("goal") == "hours":
            return Point(at, float(each["value"]), float(each["bound"]))
    return None


def warm_up(problem: Problem, most: float = 600.0, seconds: float = 1.0) -> None:
    """Runs our search once: the first time it is compiled, which takes a minute and is not measured."""
    running.run(
        _worker(),
        most,
        request=_request(problem, seconds),
        enough=lambda message: message.get("type") in ("done", "error"),
    )


def first_plan(problem: Problem, times: int, seconds: float) -> float | None:
    """Seconds from the start of the process to the first plan that the checker takes: the median of so many
    starts.

    None where a start brought none in ``seconds``.
    """
    found = []
    for _ in range(times):
        ended = running.run(
            _worker(),
            seconds,
            request=_request(problem, seconds),
            enough=_is_week,
        )
        plans = [(at, message["plan"]) for at, message in ended.said if _is_week(message)]
        if not plans or _counted(problem, plan_from_json(plans[0][1]))[2]:
            return None
        found.append(plans[0][0])
    return statistics.median(found)


def _is_week(message: dict[str, Any]) -> bool:
    return message.get("type") == "plan" and bool(message["plan"]["sessions"])


def peer(name: str, problem: Problem, seconds: float, python: str) -> Result:
    """One peer, run by the Python that has it."""
    with tempfile.TemporaryDirectory() as folder:
        week, plan = Path(folder) / "problem.json", Path(folder) / "plan.json"
        week.write_text(write_problem(problem), encoding="utf-8")
        command = [python, "-m", "tests.bench.peers", name, str(week), str(plan), f"{seconds:g}"]
        try:
            ended = running.run(command, seconds)
        except OSError:
            return Result(name, f"not here: {python}", None, None, 0.0, None, {}, {})
        duties, hours, status = None, None, _ended_words(ended)
        if plan.exists():
            try:
                duties, hours, fault = _counted(problem, read_plan(plan.read_bytes()))
            except ExchangeError as error:
                fault = f"no plan that can be read: {error.errors[0].message}"
            status = fault or status
    return Result(name, status, duties, hours, ended.seconds, ended.peak_mb, {}, {})


def _counted(problem: Problem, plan: Plan) -> tuple[float | None, float | None, str]:
    """Duties and hours as the checker counts them; none of them, and why, where the plan breaks a rule."""
    report = check(problem, plan)
    if report.violations:
        rules = ", ".join(sorted({violation.rule for violation in report.violations}))
        return None, None, f"its plan breaks {rules}"
    if not plan.sessions and plan.status != "feasible":
        return None, None, plan.status
    values = dict(report.goals)
    return values["duties"], values["hours"], ""


def _ended_words(ended: running.Ended) -> str:
    if ended.how == "time":
        return "ended from outside after its time"
    if ended.how == "memory":
        return f"ended from outside: more than {ended.peak_mb or 0:.0f} MB"
    told = [message["status"] for _, message in ended.said if message.get("type") == "ended"]
    if told:
        return str(told[-1])
    return f"crashed ({ended.code}): {ended.complaint[:100]}" if ended.code else "ended"
