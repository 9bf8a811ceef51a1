"""The best plan that a peer has found so far, in its file: whoever ends the peer finds it there."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from solver.exchange import write_plan
from solver.frame import Frame
from solver.plan import Plan, Session
from solver.problem import Problem
from solver.week import Week, better, weigh


class Best:
    """Keeps the better of what it is shown. ``left`` tells the seconds that the peer still has."""

    def __init__(self, problem: Problem, file: Path, seconds: float) -> None:
        self.problem = problem
        self._file = file
        self._end = time.monotonic() + seconds
        self._frame = Frame(problem, problem.locked)
        self._week: Week | None = None

    @property
    def left(self) -> float:
        return max(0.1, self._end - time.monotonic())

    def show(self, sessions: tuple[Session, ...]) -> None:
        """Writes the plan where it is better than those before. Whether it breaks a rule is the checker's to
        say.
        """
        week = weigh(self._frame, sessions)
        if better(week, self._week):
            self._week = week
            plan = Plan(self.problem.week, "feasible", sessions=(*self.problem.locked, *sessions))
            unfinished = self._file.with_suffix(".part")
            unfinished.write_text(write_plan(plan), encoding="utf-8")
            unfinished.replace(self._file)


#: What a peer does: plans until its time is up, shows what it finds, returns a word on how it ended.
Peer = Callable[[Best], str]
