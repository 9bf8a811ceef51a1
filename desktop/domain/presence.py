"""When the unit is open, when people can come, and when they are at a placement, in a given week.

What sessions may use comes out no longer than it is, what they must keep clear of no shorter: each
function rounds to the planning grid on the safe side.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop.domain.calendar import days_in, public_holidays
from desktop.domain.intervals import (
    Stretches,
    grow,
    intersect,
    of_days,
    of_pattern,
    of_spans,
    shrink,
    split_days,
    subtract,
)
from desktop.domain.offers import Placement
from desktop.domain.people import Absence
from desktop.domain.places import Room, Site, SiteKind
from desktop.domain.time import IsoWeek, TimeSpan, WeeklyBlock
from desktop.domain.unit import Unit


def unit_hours(unit: Unit, week: IsoWeek) -> Stretches:
    """When sessions may run, on the grid. A public holiday or closed day has none."""
    return _open(unit, week, unit.settings.opening)


def site_hours(unit: Unit, week: IsoWeek, site: Site) -> Stretches | None:
    """A site's own hours on the grid, closed when the unit is; None where the unit's hours hold.

    A workplace keeps its own hours: it does not close when the unit does.
    """
    if site.opening is None:
        return None
    if site.kind is SiteKind.WORKPLACE:
        return split_days(shrink(of_pattern(site.opening), unit.settings.slot_minutes))
    return _open(unit, week, site.opening)


def room_closed(unit: Unit, week: IsoWeek, room: Room) -> Stretches:
    """When a room is closed, on the grid, the longest it can be."""
    return split_days(grow(of_spans(room.closed, week), unit.settings.slot_minutes))


def available(
    unit: Unit, week: IsoWeek, person: str, pattern: Iterable[WeeklyBlock], days: Iterable[date]
) -> Stretches:
    """When somebody can come, on the grid: their pattern on the given days, less their absences."""
    held = intersect(of_pattern(pattern), of_days(_weekdays(days, week)))
    free = subtract(held, of_spans(_absences(unit.absences, person), week))
    return split_days(shrink(free, unit.settings.slot_minutes))


def placement_blocks(unit: Unit, week: IsoWeek, placement: Placement) -> Stretches:
    """When a citizen is at a placement in a week, on the grid, the longest it can be.

    A block falls away on a public holiday, unless the workplace is a site with opening hours of its own on
    that weekday; the unit's own closed days do not touch it. Absences of the citizen are left out.
    """
    days = [day for day in week.days if placement.span.holds(day)]
    site = next((site for site in unit.sites if site.id == placement.site), None)
    own_days = (
        {block.weekday for block in site.opening or ()}
        if site is not None and site.kind is SiteKind.WORKPLACE
        else set[int]()
    )
    closed = public_holidays(unit.settings.holidays, week)
    held = of_days(day.weekday() for day in days if day not in closed or day.weekday() in own_days)
    there = intersect(of_pattern(placement.blocks), held)
    present = subtract(there, of_spans(_absences(unit.absences, placement.citizen), week))
    return split_days(grow(present, unit.settings.slot_minutes))


def open_days(unit: Unit, week: IsoWeek) -> tuple[date, ...]:
    """The days of the week on which a session may run on some site."""
    sites = (site_hours(unit, week, site) for site in unit.sites)
    hours = [unit_hours(unit, week), *(found for found in sites if found is not None)]
    return tuple(
        day for day in week.days if any(intersect(found, of_days([day.weekday()])) for found in hours)
    )


def _open(unit: Unit, week: IsoWeek, pattern: Iterable[WeeklyBlock]) -> Stretches:
    closed = public_holidays(unit.settings.holidays, week) | days_in(
        (closed.span for closed in unit.closed_days), week
    )
    hours = subtract(of_pattern(pattern), of_days(day.weekday() for day in closed))
    return split_days(shrink(hours, unit.settings.slot_minutes))


def _absences(absences: Iterable[Absence], person: str) -> Iterable[TimeSpan]:
    return (absence.span for absence in absences if absence.person == person)


def _weekdays(days: Iterable[date], week: IsoWeek) -> list[int]:
    return [day.weekday() for day in days if week.monday <= day <= week.sunday]
