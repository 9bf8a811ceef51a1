"""The planning engine as a process of its own: one JSON line an event, both ways.

The engine knows ids only. Nothing that it writes is trusted: a line that cannot be read is counted and
passed over, a plan is handed on as data for the independent check. What it writes to standard error is
read and dropped, so that no log can hold it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer, Signal

from solver import exchange
from solver.exchange import ExchangeError, plan_from_json, plan_to_json, problem_to_json
from solver.plan import Plan
from solver.problem import Problem

STOP_PATIENCE_MS = 2000
_LONGEST_LINE = 8 * 1024 * 1024
_MOST_CORES = 8


def engine_cores() -> int:
    """On how many cores the engine works: as many as there are, at most eight."""
    return min(os.cpu_count() or 1, _MOST_CORES)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the engine is. ``elapsed`` in seconds; ``hours`` None before the first plan; bounds None
    until they are known. ``preparing``: its search is being compiled, once on a machine, and its time has
    not begun."""

    elapsed: float
    duties: int | None
    duties_bound: int | None
    hours: float | None
    hours_bound: float | None
    preparing: bool = False


@dataclass(frozen=True, slots=True)
class Finished:
    """The engine ended as it should. ``stopped``: because it was asked to. ``plan.status`` may say that
    there is no plan. ``changes`` is what a repair says of itself, as it was sent; None for a solve."""

    plan: Plan
    elapsed: float
    stopped: bool
    changes: object = None


class Failure(StrEnum):
    """Why the engine gave no last answer."""

    NOT_STARTED = "not_started"
    CRASHED = "crashed"
    REFUSED = "refused"
    UNREADABLE = "unreadable"
    KILLED = "killed"


@dataclass(frozen=True, slots=True)
class Failed:
    """The engine gave no last answer. ``best`` is the best plan that it had sent by then; ``paths`` are the
    places in the problem that it refused, which hold ids and no names."""

    reason: Failure
    best: Plan | None = None
    elapsed: float = 0.0
    paths: tuple[str, ...] = ()


class SolverProcess(QObject):
    """Runs the engine once. Emits ``progressed``, ``plan_found`` for each better plan, and last exactly one
    of ``finished`` or ``failed``. The process never outlives this object."""

    progressed = Signal(object)
    plan_found = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        program: str | None = None,
        arguments: Sequence[str] = ("-m", "solver", "worker"),
        patience_ms: int = STOP_PATIENCE_MS,
        parent: QObject | None = None,
    ) -> None:
        """``program`` is this Python where it is None; ``patience_ms`` is how long ``stop`` waits to kill."""
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setProgram(program or sys.executable)
        self._process.setArguments(list(arguments))
        self._process.setProcessEnvironment(_environment())
        # Python looks for the engine where it stands: in ours, whatever folder the app was started from.
        self._process.setWorkingDirectory(str(Path(exchange.__file__).resolve().parents[2]))
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._drop_errors)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_end)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience_ms)
        self._patience.timeout.connect(self._process.kill)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)
        self._rest = bytearray()
        self._unreadable = 0
        self._best: Plan | None = None
        self._started = 0.0
        self._stopping = False
        self._answered = False

    @property
    def running(self) -> bool:
        """Whether the process runs."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    @property
    def process_id(self) -> int:
        """The operating system's number of the process; 0 where none runs."""
        return int(self._process.processId())

    def start(self, problem: Problem, *, seconds: float, workers: int, seed: int) -> None:
        """Starts the engine on a problem for at most ``seconds``. Once only for each object."""
        self._started = monotonic()
        order = {
            "type": "solve",
            "problem": problem_to_json(problem),
            "seconds": seconds,
            "workers": workers,
            "seed": seed,
        }
        self._process.start()
        self._write(order)

    def start_repair(
        self, problem: Problem, plan: Plan, now: int, *, seconds: float, workers: int, seed: int
    ) -> None:
        """Starts the engine on the repair of a plan from minute ``now`` of the week on, as ``start``."""
        self._started = monotonic()
        order = {
            "type": "repair",
            "problem": problem_to_json(problem),
            "plan": plan_to_json(plan),
            "now": now,
            "seconds": seconds,
            "workers": workers,
            "seed": seed,
        }
        self._process.start()
        self._write(order)

    def stop(self) -> None:
        """Asks the engine to end with its best plan; it is killed where it does not within two seconds."""
        if not self.running or self._stopping:
            return
        self._stopping = True
        self._write({"type": "cancel"})
        self._patience.start()

    def forget(self) -> None:
        """Drops the plan that was sent last: somebody else keeps it, or nobody is to."""
        self._best = None

    def close(self) -> None:
        """Ends the process at once and waits for its end; nothing is told any more."""
        self._answered = True
        self._patience.stop()
        if self.running:
            self._process.kill()
            self._process.waitForFinished(STOP_PATIENCE_MS)

    def _write(self, message: dict[str, object]) -> None:
        self._process.write(json.dumps(message, separators=(",", ":")).encode() + b"\n")

    def _read(self) -> None:
        head, *lines = bytes(self._process.readAllStandardOutput().data()).split(b"\n")
        self._rest += head
        for line in lines:
            complete, self._rest = bytes(self._rest), bytearray(line)
            if complete.strip() and not self._answered:
                self._take(complete)
        if len(self._rest) > _LONGEST_LINE:
            self._rest.clear()
            self._unreadable += 1

    def _take(self, line: bytes) -> None:
        """One line of the engine's. Whatever is wrong with it must not end the app."""
        try:
            self._act(json.loads(line))
        except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError, ExchangeError):
            self._unreadable += 1

    def _act(self, message: dict[str, object]) -> None:
        match message["type"]:
            case "progress":
                self.progressed.emit(_progress(message))
            case "plan":
                self._best = plan_from_json(message["plan"])
                self.plan_found.emit(self._best)
            case "done":
                plan = plan_from_json(message["plan"])
                elapsed = _number(message["elapsed"]) or 0.0
                self._answer()
                self.finished.emit(
                    Finished(plan, elapsed, message["stopped"] is True, message.get("changes"))
                )
            case "error":
                self._fail(Failure.REFUSED, _paths(message.get("errors")))
            case _:
                self._unreadable += 1

    def _drop_errors(self) -> None:
        self._process.readAllStandardError()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fail(Failure.NOT_STARTED)

    def _on_end(self) -> None:
        self._patience.stop()
        self._read()
        if self._stopping:
            self._fail(Failure.KILLED)
        elif self._unreadable and self._best is None:
            self._fail(Failure.UNREADABLE)
        else:
            self._fail(Failure.CRASHED)

    def _fail(self, reason: Failure, paths: tuple[str, ...] = ()) -> None:
        if not self._answered:
            self._answer()
            self.failed.emit(Failed(reason, self._best, monotonic() - self._started, paths))

    def _answer(self) -> None:
        """The run is over: the engine is told so, and given two seconds to end by itself."""
        self._answered = True
        if self.running:
            self._process.closeWriteChannel()
            self._patience.start()


def _environment() -> QProcessEnvironment:
    """Ours, with a line at a time and UTF-8 whatever the system's code page is."""
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONUNBUFFERED", "1")
    environment.insert("PYTHONUTF8", "1")
    return environment


def _progress(message: dict[str, object]) -> Progress:
    goals = message["goals"]
    if not isinstance(goals, list):
        raise TypeError("a list was expected")
    stands = {goal["goal"]: (_number(goal["value"]), _number(goal["bound"])) for goal in goals}
    duties, duties_bound = stands.get("duties", (None, None))
    hours, hours_bound = stands.get("hours", (None, None))
    return Progress(
        elapsed=_number(message["elapsed"]) or 0.0,
        duties=_count(duties),
        duties_bound=_count(duties_bound),
        hours=hours,
        hours_bound=hours_bound,
        preparing=message.get("preparing") is True,
    )


def _number(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise TypeError("a number was expected")
    return float(value)


def _count(value: object) -> int | None:
    number = _number(value)
    return None if number is None else round(number)


def _paths(errors: object) -> tuple[str, ...]:
    if not isinstance(errors, list):
        return ()
    paths = (error.get("path") for error in errors if isinstance(error, dict))
    return tuple(path for path in paths if isinstance(path, str))
