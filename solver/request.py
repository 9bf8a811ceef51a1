"""How much effort a request asks for, read from its JSON: every mistake is told at its path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from solver.exchange import ExchangeError, InputError
from solver.limits import MOST_SECONDS, MOST_SEED, MOST_WORKERS


@dataclass(frozen=True, slots=True)
class Effort:
    """Wall-clock ``seconds``, threads (``workers``), and the ``seed`` of all that is drawn by chance."""

    seconds: float
    workers: int
    seed: int


def effort(request: Mapping[str, Any]) -> Effort:
    """The effort that a request asks for. Raises ``ExchangeError``.

    Numbers are what they are written as: ``true`` and ``1.9`` are no whole numbers.
    """
    errors = []
    seconds: Any = request.get("seconds")
    number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    if not number or not 0 < seconds <= MOST_SECONDS:
        errors.append(InputError("seconds", f"expected a number above 0 and at most {MOST_SECONDS:.0f}"))
    for name, least, most in (("workers", 1, MOST_WORKERS), ("seed", 0, MOST_SEED)):
        if not is_whole(request.get(name), least, most):
            errors.append(InputError(name, f"expected a whole number from {least} to {most}"))
    if errors:
        raise ExchangeError(errors)
    return Effort(float(request["seconds"]), request["workers"], request["seed"])


def is_whole(value: object, least: int, most: int) -> bool:
    """Whether a JSON value is a whole number in a range, both ends in it."""
    return type(value) is int and least <= value <= most
