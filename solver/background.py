"""Bounds worked out by a process of their own, so that the search has a core to itself meanwhile."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from solver.bounds import own_weeks
from solver.frame import Frame
from solver.problem import Problem
from solver.relaxation import staffed_hours_bound


class HoursBounds:
    """Counted slots that no plan can pass, each lower than the one before, as they are found.

    Used as a context: leaving it ends the process, whatever it has found.
    """

    def __init__(self, problem: Problem, seconds: float) -> None:
        """``seconds`` is the most that the linear program may take."""
        spawn = multiprocessing.get_context("spawn")
        self._ours, theirs = spawn.Pipe(duplex=False)
        self._process = spawn.Process(target=_work, args=(problem, seconds, theirs), daemon=True)
        with _unheard_interrupts():
            self._process.start()
        theirs.close()

    def found(self) -> list[int]:
        """What was found since the last call; waits for nothing."""
        bounds = []
        try:
            while self._ours.poll():
                bounds.append(int(self._ours.recv()))
        except (EOFError, OSError):
            # Its process has ended: there is no more to come.
            pass
        return bounds

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.join()
        self._ours.close()


def hours_bounds(problem: Problem, seconds: float) -> Iterator[int]:
    """The sum of everybody's own best weeks, then the bound that knows the staff, in counted slots."""
    frame = Frame(problem, problem.locked)
    own = own_weeks(frame)
    assert own is not None
    yield frame.hours_before + sum(own)
    staffed = staffed_hours_bound(frame, own, seconds)
    if staffed is not None:
        yield staffed


def _work(problem: Problem, seconds: float, out: Connection) -> None:
    with out:
        for bound in hours_bounds(problem, seconds):
            out.send(bound)


@contextmanager
def _unheard_interrupts() -> Iterator[None]:
    """A process started inside ignores Ctrl-C, which a terminal sends to it too: its parent ends it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
