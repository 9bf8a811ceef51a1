"""What keeping two sides apart costs a planned week, as the engine found it by solving the week without.

The form is that of ``resources/schemas/explain.schema.json``. Nothing that the engine writes is trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite

from desktop.services.rivalries import Sides


@dataclass(frozen=True, slots=True)
class Cost:
    """Hours that the week could have more without: ``least`` was found, and ``most`` is never passed."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Costs:
    """``best``: hours of the best week found with everything kept, which the costs are held against;
    ``plan``: hours of the present plan. ``found``: the cost by the two sides; who is missing was not asked
    about, or there was no time."""

    plan: float
    best: float
    found: Mapping[Sides, Cost]


class UnreadableCosts(ValueError):
    """What the engine sent is no answer."""


def read_costs(value: object) -> Costs | None:
    """What the engine sent; None where it was stopped too early for anything. Raises ``UnreadableCosts``."""
    if value is None:
        return None
    told = _object(value).get("help")
    if told is None:
        return None
    return Costs(
        _hours(_object(told).get("plan_hours")),
        _hours(_object(told).get("best_hours")),
        dict(_costs(_object(told).get("offers"))),
    )


def _costs(value: object) -> Iterable[tuple[Sides, Cost]]:
    if not isinstance(value, list):
        raise UnreadableCosts
    for each in map(_object, value):
        match each:
            case {"kind": "separation", "ids": [str(one), str(other)]}:
                least, most = _hours(each.get("hours")), _hours(each.get("bound"))
                if not 0 <= least <= most:
                    raise UnreadableCosts
                yield (min(one, other), max(one, other)), Cost(least, most)
            case _:
                raise UnreadableCosts


def _hours(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise UnreadableCosts
    return float(value)


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise UnreadableCosts
    return value
