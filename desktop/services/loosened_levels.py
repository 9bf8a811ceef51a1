"""What the threat levels ask less for than before, each as a whole: it may take several records to tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from desktop.domain.levels import Measures, ThreatLevel, known_levels, measures_on
from desktop.domain.people import Citizen
from desktop.domain.time import DateSpan, IsoWeek
from desktop.services.loosening_kinds import Less, Loosened

Side = tuple[Sequence[ThreatLevel], Sequence[Citizen]]
"""The levels and the people of a unit."""


def loosened_levels(before: Side, after: Side, today: date) -> Iterator[Loosened]:
    """What is asked less for from ``today`` on, the highest level first; of each only the first day on which
    it is less."""
    was, now = (_highest(side, today) for side in (before, after))
    if now < was:
        yield Loosened(Less.HIGHEST, was=was, now=now)
    numbers = {row.level for row in before[0]}
    numbers |= {each.level for citizen in before[1] for each in citizen.assessments}
    told: dict[tuple[Less, int], Loosened] = {}
    for number in sorted(numbers, reverse=True):
        for day in days_of_change((row.span for row in (*before[0], *after[0])), today):
            asked = (_asked(levels, number, day) for levels in (before[0], after[0]))
            for each in _less(number, *asked):
                # People on a level without measures are met at the next one: it is told of that one, once.
                told.setdefault((each.less, each.level), each)
    order = list(Less)
    yield from sorted(told.values(), key=lambda each: (-each.level, order.index(each.less)))


def _highest(side: Side, day: date) -> int:
    return known_levels(*side, IsoWeek.containing(day)).highest


def days_of_change(spans: Iterable[DateSpan], today: date) -> list[date]:
    """The days from today on from which any of the spans begins to hold, or no longer does; today first."""
    changes = set[date]()
    for span in spans:
        changes.add(span.first)
        if span.last is not None and span.last < date.max:
            changes.add(span.last + timedelta(days=1))
    return sorted({today, *(day for day in changes if day > today)})


def _asked(levels: Iterable[ThreatLevel], number: int, day: date) -> Measures | None:
    """What people at a level are met with on a day: the measures of the lowest from there that has any; None
    where nobody knows."""
    return next((each for each in measures_on(levels, day) if each.level >= number), None)


def _less(number: int, was: Measures | None, now: Measures | None) -> Iterator[Loosened]:
    if now is None:
        return
    if was is None:
        yield Loosened(Less.KNOWN, level=number)
        return
    if now.max_group > was.max_group:
        yield Loosened(Less.GROUP, was=was.max_group, now=now.max_group, level=was.level)
    if now.staff < was.staff:
        yield Loosened(Less.STAFF, was=was.staff, now=now.staff, level=was.level)
    if now.guards < was.guards:
        yield Loosened(Less.GUARDS, was=was.guards, now=now.guards, level=was.level)
    if gone := was.room_features - now.room_features:
        yield Loosened(Less.FEATURES, ids=tuple(sorted(gone)), level=was.level)
    for less, before, after in (
        (Less.ALONE, was.alone_on_site, now.alone_on_site),
        (Less.APPROVAL, was.needs_approval, now.needs_approval),
        (Less.BY_HAND, was.never_automatic, now.never_automatic),
    ):
        if before and not after:
            yield Loosened(less, level=was.level)
