"""Bounds worked out by a process of their own, so that the search has a core to itself meanwhile."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from solver.bounds import HoursBound, hopeless_duties, own_weeks
from solver.frame import Frame
from solver.limits import Limits
from solver.problem import Problem
from solver.relaxation import hours_bounds

#: The share of the time that bounds take at most, and the seconds: then the core is the search's.
SHARE, MOST_SECONDS = 1 / 3, 60.0


@dataclass(frozen=True, slots=True)
class OwnWeeks:
    """By citizen the most counted slots in new sessions: see ``own_weeks``."""

    slots: list[int]


class HoursBounds:
    """Bounds on the counted slots, each lower than the one before, as they are found.

    The first thing found is everybody's best own weeks, which other bounds lean on: see ``own_weeks``.
    Used as a context: leaving it ends the process, whatever it has found.
    """

    def __init__(self, problem: Problem, seconds: float) -> None:
        """``seconds``: what the whole search is given."""
        spawn = multiprocessing.get_context("spawn")
        self._ours, theirs = spawn.Pipe()
        # The problem follows by itself: a process that is given much to begin with, and loses us while it
        # reads that, complains on standard error before any line of ours is run.
        self._process = spawn.Process(target=_work, args=(theirs,), daemon=True)
        with _unheard_interrupts():
            self._process.start()
        theirs.close()
        self._handing = threading.Thread(target=self._hand_over, args=(problem, seconds), daemon=True)
        self._handing.start()

    def _hand_over(self, problem: Problem, seconds: float) -> None:
        # Its process may be ended before it has read it all.
        with contextlib.suppress(OSError):
            self._ours.send((problem, seconds))

    def found(self) -> list[HoursBound | OwnWeeks]:
        """What was found since the last call; waits for nothing."""
        bounds: list[HoursBound | OwnWeeks] = []
        try:
            while self._ours.poll():
                bounds.append(self._ours.recv())
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
        self._handing.join()
        self._ours.close()


def within(problem: Problem, frame: Frame, share: Callable[[], float]) -> Iterator[HoursBound | OwnWeeks]:
    """Everybody's best own weeks, the bound on the counted slots that they make, then sharper ones.

    ``share``: how much of the time for it is used, 0 to 1.
    """

    def go_on() -> bool:
        return share() < 1.0

    own = own_weeks(frame, go_on)
    if own is None:
        return
    yield OwnWeeks(own)
    goals = problem.goals
    first_duties = "duties" in goals and "hours" in goals and goals.index("duties") < goals.index("hours")
    hopeless = hopeless_duties(frame, go_on) if first_duties else None
    duties = None if hopeless is None else sum(hopeless)
    yield from hours_bounds(frame, own, duties, share)


def _work(out: Connection) -> None:
    # Whoever asked may go away at any moment, which is no fault of ours to be told.
    with out, contextlib.suppress(EOFError, OSError):
        problem, seconds = out.recv()
        limits = Limits(min(seconds * SHARE, MOST_SECONDS))
        for bound in within(problem, Frame(problem, problem.locked), lambda: limits.until(limits.seconds)):
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
