"""What a command says: words on standard error, and how a finding or a value is written out."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable

from solver.check import Violation, check
from solver.plan import GoalName, Plan
from solver.problem import Problem

_UNITS = {"hours": " h", "gaps": " min", "cost": " kr.", "fairness": " squared slots"}


def say(line: str) -> None:
    put(line + "\n")


def put(text: str) -> None:
    # A reader of these words that has gone away must not cost the plan.
    with contextlib.suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()


def write_lines(lines: Iterable[str]) -> None:
    """Writes to standard output. A reader who has seen enough (``| head``) is no fault."""
    try:
        for line in lines:
            sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        deafen()


def deafen() -> None:
    """After a reader has gone away: what standard output still holds must not be flushed into it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def finding(found: Violation) -> str:
    """A finding in one line: the rule, the ids concerned, what is wrong."""
    return f"{' '.join((found.rule, *found.ids))}: {found.text}"


def warn(problem: Problem) -> None:
    """Says what the check warns of before anything is planned."""
    for warning in check(problem, Plan(problem.week, "unknown", sessions=problem.locked)).warnings:
        say(f"warning: {finding(warning)}")


def valued(goal: GoalName, value: float) -> str:
    """A goal's name and value with its unit."""
    return f"{goal} {value:g}{_UNITS.get(goal, '')}"
