"""Round numbers for an axis."""

from __future__ import annotations

import math


def ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """At most ``most`` + 1 evenly spaced round numbers from at or below ``low`` to at or above ``high``."""
    width = max(high - low, 1e-9)
    power = 10.0 ** math.floor(math.log10(width / most))
    step = next(
        factor * power for factor in (1, 2, 2.5, 5, 10, 20, 25, 50) if _fits(low, high, factor * power, most)
    )
    first, last = math.floor(low / step), math.ceil(high / step)
    return tuple(number * step for number in range(first, max(last, first + 1) + 1))


def _fits(low: float, high: float, step: float, most: int) -> bool:
    return math.ceil(high / step) - math.floor(low / step) <= most
