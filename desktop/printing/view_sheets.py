"""The same plan seen by staff, by person and by conflict group, as sheets. No Qt, no words of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from desktop.domain.conflicts import Scope, groups_in, separations_in
from desktop.domain.intervals import WHOLE_WEEK, Stretch, Stretches, subtract, union
from desktop.domain.offers import Placement
from desktop.domain.plans import PlanVersion
from desktop.domain.presence import placement_blocks, unit_hours
from desktop.domain.time import DAY_MINUTES, IsoWeek
from desktop.domain.unit import Unit
from desktop.printing.lanes import lanes_of
from desktop.printing.sheet import (
    Block,
    Book,
    Column,
    Heads,
    Shade,
    ShadeKind,
    Sheet,
    hours_around,
    minute_of,
    on_day,
    one_line,
    open_hours_of,
    shown_days,
)

# How much wider a lane is for each session that runs beside another one.
_EACH_MORE = 0.7

NO_GROUP = ""
"""The lane of those who have no conflict group on record."""


def staff_sheet(
    unit: Unit, version: PlanVersion, days: Sequence[date] | None = None, book: Book | None = None
) -> Sheet:
    """A lane for each member of the staff. On one day the lanes stand beside each other, otherwise each
    lane's days do."""
    week = version.week
    book = book or Book(unit, week)
    shown = tuple(days) if days is not None else shown_days(week, version.sessions)
    lanes = [_Lane(member.id, one_line(member.name), book.closed(member, week.days)) for member in unit.staff]
    rooms = {room.id: one_line(room.name) for room in unit.rooms}
    frame = _Frame(lanes, shown)
    blocks: list[Block] = []
    for session in sorted(version.sessions, key=lambda each: (each.start, each.id)):
        places = [
            at for member in session.staff if (at := frame.at(session.start.date(), member)) is not None
        ]
        if places:
            block = replace(
                book.block(session, 0), where=rooms.get(session.room, session.room), staffed=False
            )
            blocks += (replace(block, column=place) for place in places)
    return _sheet(unit, week, frame, blocks)


def people_sheet(
    unit: Unit,
    version: PlanVersion,
    people: Sequence[str],
    days: Sequence[date] | None = None,
    book: Book | None = None,
) -> Sheet:
    """A lane for each of the ``people``, in that order, with their sessions and their placements."""
    week = version.week
    book = book or Book(unit, week)
    shown = tuple(days) if days is not None else shown_days(week, version.sessions)
    citizens = {citizen.id: citizen for citizen in unit.citizens}
    groups = groups_in(unit.memberships, week)
    names = {group.id: one_line(group.name) for group in unit.groups}
    lanes = [
        _Lane(
            each,
            one_line(citizens[each].name),
            book.closed(citizens[each], citizens[each].enrolled_days(week)),
            book.level(each),
            tuple(names.get(group, group) for group in groups.get(each, ())),
        )
        for each in people
        if each in citizens
    ]
    sites = {site.id: one_line(site.name) for site in unit.sites}
    rooms = {room.id: f"{one_line(room.name)}, {sites.get(room.site, room.site)}" for room in unit.rooms}
    frame = _Frame(lanes, shown)
    blocks: list[Block] = []
    for session in sorted(version.sessions, key=lambda each: (each.start, each.id)):
        places = [at for each in session.citizens if (at := frame.at(session.start.date(), each)) is not None]
        if places:
            block = replace(book.block(session, 0), where=rooms.get(session.room, session.room), listed=())
            blocks += (replace(block, column=place) for place in places)
    for placement in unit.placements:
        for start, end in _placed(unit, week, placement):
            place = frame.at(week.days[start // DAY_MINUTES], placement.citizen)
            if place is not None:
                blocks.append(_placement(book, placement, place, start, end, sites, named=False))
    return _sheet(unit, week, frame, blocks)


def group_sheet(
    unit: Unit,
    version: PlanVersion,
    site_id: str,
    days: Sequence[date] | None = None,
    book: Book | None = None,
) -> Sheet:
    """Who is on a site when: a lane for each conflict group, each day's beside each other.

    Where a group must be kept apart from another on a site, its lane shows when the other is there and the
    time that must lie between. Groups that are not on the site all week and keep nobody away are left out.
    Raises ``LookupError`` for a site that the unit does not have.
    """
    site = next((site for site in unit.sites if site.id == site_id), None)
    if site is None:
        raise LookupError("no such site")
    week = version.week
    stays = _Stays(unit, version, site_id, book or Book(unit, week))
    names = {group.id: one_line(group.name) for group in unit.groups}
    rivals = _rivals(unit, week)
    there = stays.groups()
    lanes = [
        _Lane(group, names.get(group, ""), subtract(WHOLE_WEEK, open_hours_of(unit, week, site)))
        for group in (*names, NO_GROUP)
        if group in there or any(other in there for other in rivals.get(group, {}))
    ]
    used = shown_days(week, version.sessions)
    frame = _Frame(lanes, tuple(days) if days is not None else used, by_day=True)
    sheet = _sheet(unit, week, frame, stays.blocks(frame))
    crowded = [1] * len(sheet.columns)
    for block, (_, beside) in zip(sheet.blocks, lanes_of(sheet.blocks), strict=True):
        crowded[block.column] = max(crowded[block.column], beside)
    shaded = tuple(
        replace(
            column,
            width=1 + (crowded[place] - 1) * _EACH_MORE,
            shades=tuple(_shades(column, stays, rivals.get(column.key, {}), names, sheet.first, sheet.last)),
        )
        for place, column in enumerate(sheet.columns)
    )
    return replace(sheet, site=site_id, site_name=site.name, columns=shaded)


@dataclass(frozen=True, slots=True)
class _Lane:
    key: str
    name: str
    closed: Stretches
    level: int | None = None
    groups: tuple[str, ...] | None = None


class _Frame:
    """Lanes and days as columns."""

    def __init__(self, lanes: Sequence[_Lane], days: Sequence[date], *, by_day: bool = False) -> None:
        self.lanes = lanes
        self.days = days
        self.by_day = by_day or len(days) == 1
        pairs = (
            [(day, lane) for day in days for lane in lanes]
            if self.by_day
            else [(day, lane) for lane in lanes for day in days]
        )
        self.pairs = pairs
        self._places = {(day, lane.key): place for place, (day, lane) in enumerate(pairs)}

    def at(self, day: date, lane: str) -> int | None:
        """The column of a lane on a day; None where it is not shown."""
        return self._places.get((day, lane))


def _sheet(unit: Unit, week: IsoWeek, frame: _Frame, blocks: Sequence[Block]) -> Sheet:
    first, last = hours_around(blocks, unit_hours(unit, week), {day.weekday() for day in frame.days})
    return Sheet(
        week=week,
        site="",
        site_name="",
        heads=Heads.LANES_OF_DAYS if frame.by_day else Heads.DAYS_OF_LANES,
        columns=tuple(
            Column(
                day,
                lane.key,
                lane.name,
                on_day(lane.closed, day, first, last),
                lane.level,
                lane.groups,
            )
            for day, lane in frame.pairs
        ),
        blocks=tuple(blocks),
        first=first,
        last=last,
    )


def _placed(unit: Unit, week: IsoWeek, placement: Placement) -> Stretches:
    return placement_blocks(unit, week, placement) if placement.span.overlaps(week) else ()


def _placement(
    book: Book,
    placement: Placement,
    column: int,
    start: int,
    end: int,
    sites: dict[str, str],
    *,
    named: bool,
) -> Block:
    midnight = start // DAY_MINUTES * DAY_MINUTES
    person = (book.person(placement.citizen),)
    return Block(
        session="",
        column=column,
        start=start - midnight,
        end=end - midnight,
        activity="",
        title=one_line(placement.employer),
        colour=0,
        level=book.level(placement.citizen),
        approval=False,
        staff=(),
        people=person,
        listed=person if named else (),
        where=sites.get(placement.site or "", ""),
    )


class _Stays:
    """The sessions and placements of a site, by the groups of those who are there."""

    def __init__(self, unit: Unit, version: PlanVersion, site: str, book: Book) -> None:
        self._unit, self._week, self._site = unit, version.week, site
        self._book = book
        self._groups = groups_in(unit.memberships, version.week)
        self._rooms = {room.id: one_line(room.name) for room in unit.rooms if room.site == site}
        self._sessions = sorted(
            (each for each in version.sessions if each.room in self._rooms),
            key=lambda each: (each.start, each.id),
        )
        self._placements = [
            (each, start, end)
            for each in unit.placements
            if each.site == site
            for start, end in _placed(unit, version.week, each)
        ]

    def of(self, citizen: str) -> tuple[str, ...]:
        return self._groups.get(citizen, (NO_GROUP,))

    def groups(self) -> frozenset[str]:
        """Every group of which somebody is there in the week."""
        people = {citizen for each in self._sessions for citizen in each.citizens}
        people |= {each.citizen for each, _, _ in self._placements}
        return frozenset(group for citizen in people for group in self.of(citizen))

    def blocks(self, frame: _Frame) -> list[Block]:
        """A session stands in the lane of every group that somebody in it belongs to, with those people."""
        blocks: list[Block] = []
        for session in self._sessions:
            by_group: dict[str, list[str]] = defaultdict(list)
            for citizen in session.citizens:
                for group in self.of(citizen):
                    by_group[group].append(citizen)
            block = replace(self._book.block(session, 0), where=self._rooms[session.room], staffed=False)
            for group, people in by_group.items():
                place = frame.at(session.start.date(), group)
                if place is not None:
                    listed = tuple(self._book.person(each) for each in people)
                    blocks.append(replace(block, column=place, listed=listed))
        for placement, start, end in self._placements:
            for group in self.of(placement.citizen):
                place = frame.at(self._week.days[start // DAY_MINUTES], group)
                if place is not None:
                    blocks.append(_placement(self._book, placement, place, start, end, {}, named=True))
        return blocks

    def times(self, group: str, day: date) -> Stretches:
        """When somebody of a group is there on a day, in minutes of that day."""
        found = [
            Stretch(minute_of(each.start, day), minute_of(each.end, day))
            for each in self._sessions
            if each.start.date() == day and any(group in self.of(citizen) for citizen in each.citizens)
        ]
        for placement, start, end in self._placements:
            if self._week.days[start // DAY_MINUTES] == day and group in self.of(placement.citizen):
                midnight = start // DAY_MINUTES * DAY_MINUTES
                found.append(Stretch(start - midnight, end - midnight))
        return union(found)


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
    stays: _Stays,
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
