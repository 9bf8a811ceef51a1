"""How a new decision on somebody's hours stands beside those on record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from desktop.domain.people import HoursCap
from desktop.domain.time import DateSpan


def decided(caps: Iterable[HoursCap], new: HoursCap) -> tuple[HoursCap, ...]:
    """The decisions with a new one: in the place of one that begins on its first day, and those that hold on
    that day end the day before. Otherwise the lowest of them would still be what is planned by."""
    first = new.span.first
    kept: list[HoursCap] = []
    placed = False
    for cap in caps:
        if cap.span.first == first:
            if not placed:
                kept.append(new)
            placed = True
        elif cap.span.holds(first):
            kept.append(replace(cap, span=DateSpan(cap.span.first, first - timedelta(days=1))))
        else:
            kept.append(cap)
    return tuple(kept) if placed else (*kept, new)
