"""What may be asked to be explained, and the request for it in one line of JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass

from solver.exchange import ExchangeError, InputError, plan_from_json, problem_from_json
from solver.plan import Plan
from solver.problem import Problem
from solver.request import effort


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: what to explain, for whom (None: everybody below their cap), and with how much effort.

    ``apart``: the pairs of sides whose separations are asked about, and nothing else.
    """

    problem: Problem
    plan: Plan
    citizen: str | None
    seconds: float
    workers: int
    seed: int
    apart: tuple[tuple[str, str], ...] | None = None


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
    given = effort(request)
    citizen = request.get("citizen")
    if citizen is not None and not isinstance(citizen, str):
        raise ExchangeError([InputError("citizen", "expected the id of a citizen, or null")])
    problem, plan = problem_from_json(request.get("problem")), plan_from_json(request.get("plan"))
    refuse_others(problem, plan, citizen)
    apart = _apart(request.get("apart"), problem)
    return Asked(problem, plan, citizen, given.seconds, given.workers, given.seed, apart)


def _apart(value: object, problem: Problem) -> tuple[tuple[str, str], ...] | None:
    if value is None:
        return None
    known = {frozenset(each.between) for each in problem.separations}
    found: list[tuple[str, str]] = []
    for number, each in enumerate(value if isinstance(value, list) else (value,)):
        match each:
            case [str(one), str(other)] if frozenset((one, other)) in known:
                found.append((one, other))
            case _:
                what = "expected the two sides of a separation of the problem"
                raise ExchangeError([InputError(f"apart[{number}]", what)])
    return tuple(found)


def refuse_others(problem: Problem, plan: Plan, citizen: str | None) -> None:
    """Raises ``ExchangeError`` for a plan of another week and a citizen who is not there."""
    errors = []
    if plan.week != problem.week:
        errors.append(InputError("week", f"the plan is for {plan.week}, the problem for {problem.week}"))
    if citizen is not None and all(each.id != citizen for each in problem.citizens):
        errors.append(InputError("citizen", "the problem has no citizen with this id"))
    if errors:
        raise ExchangeError(errors)
