"""The process that the app talks to: JSON lines in and out, ids and minutes only.

In: ``{"type": "solve", "problem": {…}, "seconds": 10, "workers": 2, "seed": 1}`` first, then maybe
``{"type": "cancel"}``; the end of the input cancels too, so that a worker never outlives the app.
Out: ``progress``, ``plan`` (each better one) and ``done`` (the last line), or ``error``.

``{"type": "explain", "problem": {…}, "plan": {…}, "citizen": null, "seconds": 20, "workers": 2, "seed": 1}``
asks for an explanation instead: ``progress`` with ``step``, ``done`` and ``of``, then ``done`` with
``explanation``.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TextIO

from solver.exchange import ExchangeError, InputError, plan_to_json, problem_from_json
from solver.explain.request import Asked, asked
from solver.limits import MOST_SECONDS, MOST_SEED, MOST_WORKERS, Limits
from solver.plan import Plan
from solver.problem import Problem

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
        if (explaining := asked(line)) is None:
            problem, seconds, workers, seed = _request(line)
    except ExchangeError as error:
        send({"type": "error", "errors": [{"path": e.path, "message": e.message} for e in error.errors]})
        return 2
    limits = Limits(seconds if explaining is None else explaining.seconds)
    # A reader of its own, begun before anything heavy, so that a cancel counts at any moment.
    threading.Thread(target=_listen, args=(lines, limits), daemon=True).start()
    if explaining is not None:
        return _explain(explaining, limits, send)
    return _solve(problem, limits, workers, seed, send)


def _request(line: str) -> tuple[Problem, float, int, int]:
    try:
        request = json.loads(line)
        kind, problem = request["type"], request["problem"]
        seconds, workers, seed = float(request["seconds"]), int(request["workers"]), int(request["seed"])
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise _not_understood("the first line must be a solve request in JSON") from error
    allowed = 0 < seconds <= MOST_SECONDS and 1 <= workers <= MOST_WORKERS and 0 <= seed <= MOST_SEED
    if kind != "solve" or not allowed:
        raise _not_understood(
            "the first line must ask to solve, with seconds, workers and seed in their ranges"
        )
    return problem_from_json(problem), seconds, workers, seed


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


def _solve(problem: Problem, limits: Limits, workers: int, seed: int, send: Send) -> int:
    # ortools takes a second to import: the reader above is listening by then.
    from solver.solve import Observer, Options, Progress, UnsoundPlanError, solve

    def tell(progress: Progress) -> None:
        send({"type": "progress", **asdict(progress)})

    def better(plan: Plan) -> None:
        send({"type": "plan", "elapsed": limits.elapsed, "plan": plan_to_json(plan)})

    try:
        plan = solve(problem, Options(limits.seconds, workers, seed), Observer(tell, better), limits)
    except UnsoundPlanError as error:
        send({"type": "error", "errors": [{"path": "", "message": f"a plan broke {error}: not told"}]})
        return 3
    except Exception as error:
        # Its kind alone: what it says may hold anything.
        fault = f"the engine failed: {type(error).__name__}"
        send({"type": "error", "errors": [{"path": "", "message": fault}]})
        raise
    stopped = limits.stopped
    send({"type": "done", "elapsed": limits.elapsed, "stopped": stopped, "plan": plan_to_json(plan)})
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
    except Exception as error:
        # Its kind alone: what it says may hold anything.
        fault = f"the engine failed: {type(error).__name__}"
        send({"type": "error", "errors": [{"path": "", "message": fault}]})
        raise
    answer = explanation_to_json(explanation)
    send({"type": "done", "elapsed": limits.elapsed, "stopped": limits.stopped, "explanation": answer})
    return 0
