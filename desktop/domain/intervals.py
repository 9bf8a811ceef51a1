"""Stretches of a week in minutes, and how they fall on the planning grid.

A stretch is half-open, in minutes from the week's Monday 00:00 (0 … 10 080), local wall-clock time.
What a plan may use is rounded inwards to the grid; what it must keep clear of, outwards. Either way a
plan on the grid never uses a minute that it must not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from desktop.domain.time import DAY_MINUTES, WEEK_MINUTES, IsoWeek, TimeSpan, WeeklyBlock


class Stretch(NamedTuple):
    """Half-open minutes of the week."""

    start: int
    end: int


Stretches = tuple[Stretch, ...]
WHOLE_WEEK: Stretches = (Stretch(0, WEEK_MINUTES),)


def union(stretches: Iterable[Stretch]) -> Stretches:
    """Sorted, with touching and overlapping ones joined; empty ones fall away."""
    joined: list[Stretch] = []
    for stretch in sorted(stretches):
        if stretch.end <= stretch.start:
            continue
        if joined and stretch.start <= joined[-1].end:
            if stretch.end > joined[-1].end:
                joined[-1] = Stretch(joined[-1].start, stretch.end)
        else:
            joined.append(stretch)
    return tuple(joined)


def intersect(one: Iterable[Stretch], other: Iterable[Stretch]) -> Stretches:
    """What lies in both."""
    others = union(other)
    return union(
        Stretch(max(first.start, second.start), min(first.end, second.end))
        for first in union(one)
        for second in others
    )


def subtract(one: Iterable[Stretch], other: Iterable[Stretch]) -> Stretches:
    """What lies in ``one`` and not in ``other``."""
    gaps: list[Stretch] = []
    start = 0
    for taken in union(other):
        gaps.append(Stretch(start, taken.start))
        start = taken.end
    gaps.append(Stretch(start, WEEK_MINUTES))
    return intersect(one, gaps)


def shrink(stretches: Iterable[Stretch], slot: int) -> Stretches:
    """Rounded inwards to the grid of ``slot`` minutes; what holds no whole slot falls away."""
    return union(Stretch(-(-start // slot) * slot, end // slot * slot) for start, end in union(stretches))


def grow(stretches: Iterable[Stretch], slot: int) -> Stretches:
    """Rounded outwards to the grid of ``slot`` minutes."""
    return union(Stretch(start // slot * slot, -(-end // slot) * slot) for start, end in union(stretches))


def split_days(stretches: Iterable[Stretch]) -> Stretches:
    """Cut at each midnight, as the exchange format asks."""
    cut: list[Stretch] = []
    for start, end in union(stretches):
        at = start
        while at < end:
            midnight = (at // DAY_MINUTES + 1) * DAY_MINUTES
            cut.append(Stretch(at, min(end, midnight)))
            at = midnight
    return tuple(cut)


def of_pattern(blocks: Iterable[WeeklyBlock]) -> Stretches:
    """A weekly pattern as stretches of a week."""
    return union(
        Stretch(block.weekday * DAY_MINUTES + block.start, block.weekday * DAY_MINUTES + block.end)
        for block in blocks
    )


def of_days(weekdays: Iterable[int]) -> Stretches:
    """Whole days; 0 is Monday."""
    return union(Stretch(day * DAY_MINUTES, (day + 1) * DAY_MINUTES) for day in weekdays)


def of_spans(spans: Iterable[TimeSpan], week: IsoWeek) -> Stretches:
    """What of dated stretches lies in the week. A part of a minute counts as the whole of it."""
    found = (Stretch(week.minute_of(span.start), _minute_after(span, week)) for span in spans)
    return intersect(found, WHOLE_WEEK)


def _minute_after(span: TimeSpan, week: IsoWeek) -> int:
    end = week.minute_of(span.end)
    return end if week.moment(end) == span.end else end + 1
