"""The process that the app talks to: JSON lines in and out, ids and minutes only.

In: ``{"type": "solve", "problem": {…}, "seconds": 10, "workers": 2, "seed": 1}`` first, then maybe
``{"type": "cancel"}``; the end of the input cancels too, so that a worker never outlives the app.
Out: ``progress`` (``elapsed``, the ``goal`` that is worked on, and value, bound and proven of all ``goals``),
``plan`` (each better one) and ``done`` (the last line), or ``error``. At most five lines come in a second,
and ``done`` within half a second of a cancel, with the best plan so far.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TextIO

from solver.exchange import ExchangeError, InputError, plan_to_json, problem_from_json
from solver.limits import MOST_SECONDS, MOST_SEED, MOST_WORKERS, Limits
from solver.plan import Plan
from solver.problem import Problem
from solver.terminal.running import Nobody, Running

#: After one of these there is no other line.
LAST = ("done", "error")

Told = dict[str, Any]
Send = Callable[[Told], None]


def work(lines: TextIO, out: TextIO) -> int:
    """Serves one request; 0 where it was done, 2 where it could not be understood."""

    send = _sender(out)
    try:
        problem, seconds, workers, seed = _request(_line(lines))
    except ExchangeError as error:
        send({"type": "error", "errors": [{"path": e.path, "message": e.message} for e in error.errors]})
        return 2
    limits = Limits(seconds)
    # A reader of its own, begun before anything heavy, so that a cancel counts at any moment.
    threading.Thread(target=_listen, args=(lines, limits), daemon=True).start()
    return _solve(problem, limits, workers, seed, send)


def _sender(out: TextIO) -> Send:
    """Writes a line at a time, from any thread, and nothing after the last one."""
    lock, ended = threading.Lock(), threading.Event()

    def send(message: dict[str, Any]) -> None:
        with lock:
            if ended.is_set():
                return
            if message["type"] in LAST:
                ended.set()
            out.write(json.dumps(message, separators=(",", ":")) + "\n")
            out.flush()

    return send


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
    running = Running(lambda: _planned(problem, limits, workers, seed, send, running.keep), limits)
    try:
        # The stop comes from the reader, by way of the limits.
        plan = running.watch(Nobody(), lambda _: None)
    except Exception as error:
        from solver.telling import UnsoundPlanError

        if isinstance(error, UnsoundPlanError):
            send({"type": "error", "errors": [{"path": "", "message": f"a plan broke {error}: not told"}]})
            return 3
        # Its kind alone: what it says may hold anything.
        fault = f"the engine failed: {type(error).__name__}"
        send({"type": "error", "errors": [{"path": "", "message": fault}]})
        raise
    told = plan or plan_to_json(Plan(problem.week, "unknown"))
    send({"type": "done", "elapsed": limits.elapsed, "stopped": limits.stopped, "plan": told})
    return running.leave(0)


def _planned(
    problem: Problem, limits: Limits, workers: int, seed: int, send: Send, keep: Callable[[Told], None]
) -> Told:
    # The search takes half a second to import: the reader above is listening by then.
    from solver.solve import Observer, Options, Progress, solve

    def tell(progress: Progress) -> None:
        send({"type": "progress", **asdict(progress)})

    def better(plan: Plan) -> None:
        told = plan_to_json(plan)
        keep(told)
        send({"type": "plan", "elapsed": limits.elapsed, "plan": told})

    options = Options(limits.seconds, workers, seed)
    return plan_to_json(solve(problem, options, Observer(tell, better), limits))
