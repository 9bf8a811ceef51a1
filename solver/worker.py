"""The process that the app talks to: JSON lines in and out, ids and minutes only.

In: ``{"type": "solve", "problem": {…}, "seconds": 10, "workers": 2, "seed": 1}`` first, then maybe
``{"type": "cancel"}``; the end of the input cancels too, so that a worker never outlives the app. A request
of type ``repair`` has two members more: ``plan``, the week as it was planned, and ``now`` in minutes from
Monday 00:00, or null for the week's start.
Out: ``progress`` (of a solve), ``plan`` (each better one) and ``done`` (the last line), or ``error``. What a
repair changes is told with ``done`` as ``changes`` (``resources/schemas/repair.schema.json``).

``{"type": "explain", "problem": {…}, "plan": {…}, "citizen": null, "seconds": 20, "workers": 2, "seed": 1}``
asks for an explanation instead: ``progress`` with ``step``, ``done`` and ``of``, then ``done`` with
``explanation`` (``resources/schemas/explain.schema.json``).
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, TextIO

from solver.exchange import ExchangeError, InputError, plan_from_json, plan_to_json, problem_from_json
from solver.explain.request import Asked, asked
from solver.limits import MOST_SECONDS, MOST_SEED, MOST_WORKERS, Limits
from solver.plan import Plan
from solver.problem import WEEK_MINUTES, Problem

#: Seconds between two words on how far an explanation is.
PACE = 0.2

Send = Callable[[dict[str, Any]], None]


def work(lines: TextIO, out: TextIO) -> int:
    """Serves one request; 0 where it was done, 2 where it could not be understood."""

    def send(message: dict[str, Any]) -> None:
        out.write(json.dumps(message, separators=(",", ":")) + "\n")
        out.flush()

    try:
        line = _line(lines)
        request = asked(line) or _request(line)
    except ExchangeError as error:
        send({"type": "error", "errors": _places(error)})
        return 2
    limits = Limits(request.seconds)
    # A reader of its own, begun before anything heavy, so that a cancel counts at any moment.
    threading.Thread(target=_listen, args=(lines, limits), daemon=True).start()
    return _served(request, limits, send)


@dataclass(frozen=True, slots=True)
class _Request:
    """``plan`` and ``now`` are those of a repair; a solve has none."""

    problem: Problem
    seconds: float
    workers: int
    seed: int
    plan: Plan | None
    now: int


def _request(line: str) -> _Request:
    try:
        request = json.loads(line)
        kind, problem = request["type"], request["problem"]
        seconds, workers, seed = float(request["seconds"]), int(request["workers"]), int(request["seed"])
        plan = request["plan"] if kind == "repair" else None
        now = int(request["now"] or 0) if kind == "repair" else 0
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise _not_understood("the first line must be a solve or repair request in JSON") from error
    allowed = 0 < seconds <= MOST_SECONDS and 1 <= workers <= MOST_WORKERS and 0 <= seed <= MOST_SEED
    if kind not in ("solve", "repair") or not allowed or not 0 <= now <= WEEK_MINUTES:
        raise _not_understood(
            "the first line must ask to solve or repair, with seconds, workers, seed and now in their ranges"
        )
    read = None if plan is None else plan_from_json(plan)
    return _Request(problem_from_json(problem), seconds, workers, seed, read, now)


def _not_understood(message: str) -> ExchangeError:
    return ExchangeError([InputError("", message)])


def _line(lines: TextIO) -> str:
    try:
        return lines.readline()
    except UnicodeDecodeError as error:
        raise _not_understood("the first line is not UTF-8") from error


def _listen(lines: TextIO, limits: Limits) -> None:
    try:
        for line in lines:
            if '"cancel"' in line:
                break
    finally:
        # The end of the input, and input that nobody can read, end the search as well.
        limits.stop()


def _served(request: _Request | Asked, limits: Limits, send: Send) -> int:
    try:
        if isinstance(request, Asked):
            return _explain(request, limits, send)
        return (_solve if request.plan is None else _repair)(request, limits, send)
    except ExchangeError as error:
        send({"type": "error", "errors": _places(error)})
        return 2
    except Exception as error:
        # Its kind alone: what it says may hold anything.
        fault = f"the engine failed: {type(error).__name__}"
        send({"type": "error", "errors": [{"path": "", "message": fault}]})
        raise


def _unsound(error: Exception, send: Send) -> int:
    send({"type": "error", "errors": [{"path": "", "message": f"a plan broke {error}: not told"}]})
    return 3


def _solve(request: _Request, limits: Limits, send: Send) -> int:
    # ortools takes a second to import: the reader above is listening by then.
    from solver.solve import Observer, Options, Progress, UnsoundPlanError, solve

    def tell(progress: Progress) -> None:
        send({"type": "progress", **asdict(progress)})

    def better(plan: Plan) -> None:
        send({"type": "plan", "elapsed": limits.elapsed, "plan": plan_to_json(plan)})

    options = Options(limits.seconds, request.workers, request.seed)
    try:
        plan = solve(request.problem, options, Observer(tell, better), limits)
    except UnsoundPlanError as error:
        return _unsound(error, send)
    stopped = limits.stopped
    send({"type": "done", "elapsed": limits.elapsed, "stopped": stopped, "plan": plan_to_json(plan)})
    return 0


def _repair(request: _Request, limits: Limits, send: Send) -> int:
    from solver.repair import Options, Repair, UnsoundRepairError, changes_to_json, repair

    def better(repaired: Repair) -> None:
        send({"type": "plan", "elapsed": limits.elapsed, "plan": plan_to_json(repaired.plan)})

    assert request.plan is not None
    options = Options(request.workers, request.seed)
    try:
        repaired = repair(request.problem, request.plan, request.now, options, limits, better)
    except UnsoundRepairError as error:
        return _unsound(error, send)
    send(
        {
            "type": "done",
            "elapsed": limits.elapsed,
            "stopped": limits.stopped,
            "plan": plan_to_json(repaired.plan),
            "changes": changes_to_json(repaired),
        }
    )
    return 0


def _explain(request: Asked, limits: Limits, send: Send) -> int:
    from solver.explain.explanation import NotCleanError, Observer, Options, explain
    from solver.explain.json_form import explanation_to_json

    told = -PACE

    def tell(step: str, done: int, of: int) -> None:
        nonlocal told
        if limits.elapsed - told >= PACE:
            told = limits.elapsed
            send({"type": "progress", "elapsed": told, "step": step, "done": done, "of": of})

    options = Options(request.citizen, request.workers, request.seed)
    try:
        explanation = explain(request.problem, request.plan, options, limits, Observer(tell))
    except NotCleanError as error:
        rules = ", ".join(sorted({each.rule for each in (*error.report.violations, *error.report.wrong)}))
        send({"type": "error", "errors": [{"path": "plan", "message": f"the plan is not clean: {rules}"}]})
        return 1
    answer = explanation_to_json(explanation)
    send({"type": "done", "elapsed": limits.elapsed, "stopped": limits.stopped, "explanation": answer})
    return 0


def _places(error: ExchangeError) -> list[dict[str, str]]:
    return [{"path": each.path, "message": each.message} for each in error.errors]
