"""What a planning run knows of its week while the vault is locked: nothing that anybody can read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from desktop.qt.solver_process import Failed, Finished
from desktop.services.week.planning import Prepared
from solver.exchange import ExchangeError, read_plan, write_plan, write_problem
from solver.plan import Plan

Unseal = Callable[[bytes], bytes]
"""Raises ``ValueError`` for what was not sealed for the vault that is open."""


@dataclass(frozen=True, slots=True)
class _Sealed:
    plan: bytes
    elapsed: float
    stopped: bool = False


class HeldRun:
    """Keeps what the engine sends as ``seal`` encrypts it, until the vault is open again.

    Of the problem that is being solved a digest is kept, to find out whether it is the same afterwards.
    """

    def __init__(self, prepared: Prepared, seal: Callable[[bytes], bytes]) -> None:
        self.week, self.minute = prepared.week, prepared.minute
        self._problem = _digest(prepared)
        self._seal = seal
        self._best: _Sealed | None = None
        self._last: _Sealed | None = None
        self._failed: Failed | None = None

    @property
    def over(self) -> bool:
        """Whether the engine has given its last answer, or none."""
        return self._last is not None or self._failed is not None

    def fits(self, prepared: Prepared) -> bool:
        """Whether this is the problem that was being solved when the vault was locked."""
        return _digest(prepared) == self._problem

    def keep_best(self, plan: Plan, elapsed: float) -> None:
        """A better plan, found after ``elapsed`` seconds."""
        self._best = _Sealed(self._seal(write_plan(plan).encode()), elapsed)

    def keep_last(self, done: Finished) -> None:
        """The engine's last answer."""
        self._last = _Sealed(self._seal(write_plan(done.plan).encode()), done.elapsed, done.stopped)

    def keep_failure(self, failed: Failed) -> None:
        """The engine gave no last answer. The plan in ``failed`` is one that was kept already."""
        self._failed = Failed(failed.reason, None, failed.elapsed, failed.paths)

    def best(self, unseal: Unseal) -> tuple[Plan, float] | None:
        """The best plan and when it was found; None where there is none, or it can't be read."""
        plan = _opened(self._best, unseal)
        return None if plan is None or self._best is None else (plan, self._best.elapsed)

    def last(self, unseal: Unseal) -> Finished | Failed | None:
        """The engine's last answer; None where it still works, or the answer can't be read."""
        plan = _opened(self._last, unseal)
        if plan is None or self._last is None:
            return self._failed
        return Finished(plan, self._last.elapsed, self._last.stopped)


def _digest(prepared: Prepared) -> str:
    return hashlib.sha256(write_problem(prepared.asked).encode()).hexdigest()


def _opened(sealed: _Sealed | None, unseal: Unseal) -> Plan | None:
    if sealed is None:
        return None
    try:
        return read_plan(unseal(sealed.plan))
    except (ValueError, ExchangeError):
        return None
