"""What may be asked to be explained, and the request for it in one line of JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass

from solver.exchange import ExchangeError, InputError, plan_from_json, problem_from_json
from solver.limits import MOST_SECONDS, MOST_SEED, MOST_WORKERS
from solver.plan import Plan
from solver.problem import Problem


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: what to explain, for whom (None: everybody below their cap), and with how much effort."""

    problem: Problem
    plan: Plan
    citizen: str | None
    seconds: float
    workers: int
    seed: int


def asked(line: str) -> Asked | None:
    """The request that a line holds; None where it asks for something else.

    Raises ``ExchangeError`` for one with mistakes in it.
    """
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(request, dict) or request.get("type") != "explain":
        return None
    try:
        citizen, value, plan = request.get("citizen"), request["problem"], request["plan"]
        seconds, workers, seed = float(request["seconds"]), int(request["workers"]), int(request["seed"])
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise _not_understood() from error
    allowed = 0 < seconds <= MOST_SECONDS and 1 <= workers <= MOST_WORKERS and 0 <= seed <= MOST_SEED
    if not allowed or not (citizen is None or isinstance(citizen, str)):
        raise _not_understood()
    found = Asked(problem_from_json(value), plan_from_json(plan), citizen, seconds, workers, seed)
    refuse_others(found.problem, found.plan, citizen)
    return found


def _not_understood() -> ExchangeError:
    what = "to explain, the first line must hold problem, plan, citizen or null, seconds, workers and seed"
    return ExchangeError([InputError("", what)])


def refuse_others(problem: Problem, plan: Plan, citizen: str | None) -> None:
    """Raises ``ExchangeError`` for a plan of another week and a citizen who is not there."""
    errors = []
    if plan.week != problem.week:
        errors.append(InputError("week", f"the plan is for {plan.week}, the problem for {problem.week}"))
    if citizen is not None and all(each.id != citizen for each in problem.citizens):
        errors.append(InputError("citizen", "the problem has no citizen with this id"))
    if errors:
        raise ExchangeError(errors)
