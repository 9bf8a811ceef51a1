"""Which conflict groups are on a site when, and what keeps them apart, as a sheet. No Qt, no words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from desktop.domain.conflicts import Scope, separations_in
from desktop.domain.intervals import WHOLE_WEEK, Stretch, Stretches, subtract, union
from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.printing.kept_apart import KeptApart
from desktop.printing.lane_frame import Frame, Lane, framed_sheet
from desktop.printing.lanes import lanes_of
from desktop.printing.sheet import Book, Column, Shade, ShadeKind, Sheet, one_line, open_hours_of, shown_days
from desktop.printing.stays import NO_GROUP, Stays

# How much wider a lane is for each session that runs beside another one.
_EACH_MORE = 0.7


def group_sheet(
    unit: Unit,
    version: PlanVersion,
    site_id: str,
    days: Sequence[date] | None = None,
    book: Book | None = None,
) -> Sheet:
    """Who is on a site when: a lane for each conflict group, each day's beside each other.

    Where a group must be kept apart from another on a site, its lane shows when the other is there and the
    time that must lie between; where that is so of some of its people alone, it shows that beside. Groups
    that are not on the site all week and keep nobody away are left out.

    Raises ``LookupError`` for a site that the unit does not have.
    """
    site = next((site for site in unit.sites if site.id == site_id), None)
    if site is None:
        raise LookupError("no such site")
    week = version.week
    book = book or Book(unit, week)
    stays = Stays(unit, version, site_id, book)
    names = {group.id: one_line(group.name) for group in unit.groups}
    rivals = _rivals(unit, week)
    there = stays.groups()
    used = shown_days(week, version.sessions)
    apart = KeptApart(unit, week, stays, book)
    concerned = apart.lanes(week.days)
    lanes = [
        Lane(group, names.get(group, ""), subtract(WHOLE_WEEK, open_hours_of(unit, week, site)))
        for group in (*names, NO_GROUP)
        if group in there or group in concerned or any(other in there for other in rivals.get(group, {}))
    ]
    frame = Frame(lanes, tuple(days) if days is not None else used, by_day=True)
    sheet = framed_sheet(unit, week, frame, stays.blocks(frame))
    crowded = [1] * len(sheet.columns)
    for block, (_, beside) in zip(sheet.blocks, lanes_of(sheet.blocks), strict=True):
        crowded[block.column] = max(crowded[block.column], beside)
    shaded = tuple(
        replace(
            column,
            width=1 + (crowded[place] - 1) * _EACH_MORE,
            aparts=apart.on(column.key, column.day, sheet.first, sheet.last),
            shades=tuple(_shades(column, stays, rivals.get(column.key, {}), names, sheet.first, sheet.last)),
        )
        for place, column in enumerate(sheet.columns)
    )
    return replace(sheet, site=site_id, site_name=site.name, columns=shaded)


def _rivals(unit: Unit, week: IsoWeek) -> dict[str, dict[str, int]]:
    """By group: the groups that it may not meet on a site, each with the minutes that must lie between."""
    known = {group.id for group in unit.groups}
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for separation in separations_in(unit.separations, week):
        sides = (separation.side_a, separation.side_b)
        if separation.scope is Scope.SITE and known.issuperset(sides) and sides[0] != sides[1]:
            for one, other in (sides, sides[::-1]):
                found[one][other] = max(separation.gap_minutes, found[one].get(other, 0))
    return found


def _shades(
    column: Column,
    stays: Stays,
    rivals: dict[str, int],
    names: dict[str, str],
    first: int,
    last: int,
) -> Iterable[Shade]:
    """The rivals' stays and the gaps around them, none of them over another."""
    there: dict[str, Stretches] = {other: stays.times(other, column.day) for other in rivals}
    edges = sorted({at for times in there.values() for stay in times for at in stay})
    for start, end in pairwise(edges):
        present = tuple(
            names.get(other, other)
            for other, times in there.items()
            if any(stay.start <= start and end <= stay.end for stay in times)
        )
        if present:
            yield Shade(start, end, ShadeKind.RIVALS, names=present)
    taken = union(stay for times in there.values() for stay in times)
    for minutes in sorted({gap for gap in rivals.values() if gap}, reverse=True):
        wide = union(
            edge
            for other, times in there.items()
            if rivals[other] == minutes
            for stay in times
            for edge in (
                Stretch(max(first, stay.start - minutes), stay.start),
                Stretch(stay.end, min(last, stay.end + minutes)),
            )
        )
        for start, end in subtract(wide, taken):
            yield Shade(start, end, ShadeKind.GAP, minutes)
        taken = union((*taken, *wide))
