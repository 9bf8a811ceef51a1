"""The process that the app talks to: JSON lines in and out, ids and minutes only.

In: ``{"type": "solve", "problem": {…}, "seconds": 10, "workers": 2, "seed": 1}`` first, then maybe
``{"type": "cancel"}``; the end of the input cancels too, so that a worker never outlives the app. A request
of type ``repair`` has two members more: ``plan``, the week as it was planned, and ``now`` in minutes from
Monday 00:00, or null for the week's start.
Out: ``progress`` (of a solve: ``elapsed``, the ``goal`` that is worked on, and value, bound and proven of all
``goals``), ``plan`` (each better one) and ``done`` (the last line), or ``error``. At most five lines come in
a second, and ``done`` within half a second of a cancel, with the best plan so far. What a repair changes is
told with ``done`` as ``changes`` (``resources/schemas/repair.schema.json``).

``{"type": "explain", "problem": {…}, "plan": {…}, "citizen": null, "seconds": 20, "workers": 2, "seed": 1}``
asks for an explanation instead: ``progress`` with ``step``, ``done`` and ``of``, then ``done`` with
``explanation`` (``resources/schemas/explain.schema.json``), null where it was stopped too early for one. With
``"apart": [["g1", "g2"]]`` nothing is asked but what keeping these sides apart costs the week.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, TextIO

from solver.cp_sat import make_ready
from solver.exchange import ExchangeError, InputError, plan_from_json, plan_to_json, problem_from_json
from solver.explain.request import Asked, asked
from solver.limits import Limits
from solver.plan import Plan
from solver.problem import WEEK_MINUTES, Problem
from solver.request import effort, is_whole
from solver.telling import UnsoundPlanError
from solver.terminal.running import Nobody, Running

#: Seconds between two lines of an explanation or a repair: with the last line there are five in a second.
PACE = 0.25

#: After one of these there is no other line.
LAST = ("done", "error")

Told = dict[str, Any]
Send = Callable[[Told], None]


def work(lines: TextIO, out: TextIO) -> int:
    """Serves one request; 0 where it was done, 2 where it could not be understood."""

    send = _sender(out)
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


def _sender(out: TextIO) -> Send:
    """Writes a line at a time, from any thread, and nothing after the last one."""
    lock, ended = threading.Lock(), threading.Event()

    def send(message: Told) -> None:
        with lock:
            if ended.is_set():
                return
            if message["type"] in LAST:
                ended.set()
            out.write(json.dumps(message, separators=(",", ":")) + "\n")
            out.flush()

    return send


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
    except (ValueError, RecursionError):
        request = None
    kind = request.get("type") if isinstance(request, dict) else None
    if kind not in ("solve", "repair"):
        raise _not_understood("the first line must be a request in JSON, to solve, repair or explain")
    given = effort(request)
    plan, now = None, None
    if kind == "repair":
        now = request.get("now")
        if now is not None and not is_whole(now, 0, WEEK_MINUTES):
            what = f"expected minutes from Monday 00:00, a whole number from 0 to {WEEK_MINUTES}, or null"
            raise ExchangeError([InputError("now", what)])
        plan = plan_from_json(request.get("plan"))
    problem = problem_from_json(request.get("problem"))
    return _Request(problem, given.seconds, given.workers, given.seed, plan, now or 0)


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
    """Works in a thread of its own: where a stop takes long, what was kept last is the answer."""
    running = Running(lambda: _answer(request, limits, send, running.keep), limits)
    try:
        # The stop comes from the reader, by way of the limits.
        answer = running.watch(Nobody(), lambda _: None)
    except ExchangeError as error:
        send({"type": "error", "errors": _places(error)})
        return 2
    except UnsoundPlanError as error:
        send({"type": "error", "errors": [{"path": "", "message": f"a plan broke {error}: not told"}]})
        return 3
    except _RefusedError as refused:
        send({"type": "error", "errors": [{"path": refused.path, "message": refused.message}]})
        return refused.status
    except Exception as error:
        # Its kind alone: what it says may hold anything.
        fault = f"the engine failed: {type(error).__name__}"
        send({"type": "error", "errors": [{"path": "", "message": fault}]})
        raise
    nothing: Told = {"explanation": None}
    if isinstance(request, _Request):
        nothing = {"plan": plan_to_json(Plan(request.problem.week, "unknown"))}
    send({"type": "done", "elapsed": limits.elapsed, "stopped": limits.stopped, **(answer or nothing)})
    return running.leave(0)


class _RefusedError(Exception):
    """There is no answer: why, and the exit status."""

    def __init__(self, status: int, path: str, message: str) -> None:
        super().__init__(message)
        self.status, self.path, self.message = status, path, message


def _answer(request: _Request | Asked, limits: Limits, send: Send, keep: Send) -> Told:
    """What stands in the last line; ``keep`` takes the same of what there is so far."""
    if isinstance(request, Asked):
        return _explained(request, limits, send, keep)
    return (_planned if request.plan is None else _repaired)(request, limits, send, keep)


class _Pace:
    """Lets a line out every ``PACE`` seconds, from whatever thread."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._last, self._lock = limits, -PACE, threading.Lock()

    def allows(self) -> bool:
        """Whether a line may go now; it counts as gone."""
        with self._lock:
            now = self._limits.elapsed
            if now - self._last < PACE:
                return False
            self._last = now
            return True


def _planned(request: _Request, limits: Limits, send: Send, keep: Send) -> Told:
    # The search takes half a second to import: the reader is listening by then.
    from solver.solve import Observer, Options, Progress, solve

    def tell(progress: Progress) -> None:
        send({"type": "progress", **asdict(progress)})

    def better(plan: Plan) -> None:
        told = {"plan": plan_to_json(plan)}
        keep(told)
        send({"type": "plan", "elapsed": limits.elapsed, **told})

    from solver.machine_code import SourcesChangedError

    options = Options(limits.seconds, request.workers, request.seed)
    try:
        return {"plan": plan_to_json(solve(request.problem, options, Observer(tell, better), limits))}
    except SourcesChangedError as error:
        raise _RefusedError(3, "", str(error)) from error


def _repaired(request: _Request, limits: Limits, send: Send, keep: Send) -> Told:
    make_ready()
    from solver.repair import Options, Repair, changes_to_json, repair

    def told(repaired: Repair) -> Told:
        return {"plan": plan_to_json(repaired.plan), "changes": changes_to_json(repaired)}

    paced = _Pace(limits)

    def better(repaired: Repair) -> None:
        keep(told(repaired))
        # The last one, which may come too soon for a line of its own, is in the last line as well.
        if paced.allows():
            send({"type": "plan", "elapsed": limits.elapsed, "plan": plan_to_json(repaired.plan)})

    assert request.plan is not None
    options = Options(request.workers, request.seed)
    return told(repair(request.problem, request.plan, request.now, options, limits, better))


def _explained(request: Asked, limits: Limits, send: Send, keep: Send) -> Told:
    from solver.explain.explanation import Explanation, NotCleanError, Observer, Options, explain
    from solver.explain.json_form import explanation_to_json

    paced = _Pace(limits)

    def tell(step: str, done: int, of: int) -> None:
        if paced.allows():
            send({"type": "progress", "elapsed": limits.elapsed, "step": step, "done": done, "of": of})

    def said(explanation: Explanation) -> Told:
        return {"explanation": explanation_to_json(explanation)}

    options = Options(request.citizen, request.workers, request.seed, apart=request.apart)
    observer = Observer(tell, lambda so_far: keep(said(so_far)))
    try:
        return said(explain(request.problem, request.plan, options, limits, observer))
    except NotCleanError as error:
        rules = ", ".join(sorted({each.rule for each in (*error.report.violations, *error.report.wrong)}))
        raise _RefusedError(1, "plan", f"the plan is not clean: {rules}") from error


def _places(error: ExchangeError) -> list[dict[str, str]]:
    return [{"path": each.path, "message": each.message} for each in error.errors]
