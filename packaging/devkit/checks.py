"""The checks that every change must pass, one after the other, and what came of them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from devkit.environment import Environment
from devkit.process import foreground, say

# More workers than this only wait for each other's start.
MOST_WORKERS = 4


def _nothing() -> None:
    """There is nothing to wait for."""


@dataclass(frozen=True, slots=True)
class Check:
    """``wait`` returns once what the command needs is there."""

    name: str
    command: tuple[str, ...]
    wait: Callable[[], object] = _nothing


@dataclass(frozen=True, slots=True)
class Outcome:
    name: str
    passed: bool
    seconds: float


def lint_checks(environment: Environment) -> list[Check]:
    python = environment.python
    return [
        Check("ruff check", (python, "-m", "ruff", "check", ".")),
        Check("ruff format", (python, "-m", "ruff", "format", "--check", ".")),
        Check("mypy --strict", (python, "-m", "mypy", "--strict")),
        # Without its cache, which goes stale when a module becomes a package.
        Check("import contracts", (environment.program("lint-imports"), "--no-logo", "--no-cache")),
    ]


def test_check(environment: Environment, arguments: Sequence[str]) -> Check:
    """``arguments`` go to pytest, after ours, so that theirs win."""
    workers = min(MOST_WORKERS, os.cpu_count() or 1)
    return Check("pytest", (environment.python, "-m", "pytest", "-n", str(workers), *arguments))


def run(checks: Sequence[Check], root: Path) -> int:
    """Runs every check, also after one that failed, and tells what came of each. 0 where all passed, or 1."""
    outcomes: list[Outcome] = []
    for check in checks:
        say(f"== {check.name}")
        check.wait()
        started = time.monotonic()
        passed = foreground(check.command, cwd=root) == 0
        outcomes.append(Outcome(check.name, passed, time.monotonic() - started))
    say()
    say(summary(outcomes))
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def summary(outcomes: Sequence[Outcome]) -> str:
    lines = [f"{'passed' if o.passed else 'FAILED'}  {o.seconds:7.1f} s  {o.name}" for o in outcomes]
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    lines.append(f"Failed: {', '.join(failed)}." if failed else "Everything passed.")
    return "\n".join(lines)
