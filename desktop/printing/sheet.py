"""What is where when, as data: the sheet that screen and paper draw. No Qt, no words of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.intervals import WHOLE_WEEK, Stretch, Stretches, intersect, subtract, union
from desktop.domain.levels import known_levels, level_in, measures_in
from desktop.domain.people import Citizen
from desktop.domain.places import Room, Site
from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.domain.presence import available, room_closed, site_hours, unit_hours
from desktop.domain.staffing import StaffMember
from desktop.domain.time import DAY_MINUTES, IsoWeek
from desktop.domain.unit import Unit

_DEFAULT_FIRST = 8 * 60
_DEFAULT_LAST = 16 * 60


@dataclass(frozen=True, slots=True)
class Person:
    """A citizen or staff member of a block. ``case_number`` is empty for staff."""

    id: str
    name: str
    case_number: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A session in its column. ``start``/``end`` in minutes of the day.

    ``colour`` is the activity's place in the stable order of all the unit's activities. ``level`` is
    the highest threat level among the people, None where nobody is in the session. ``approval``: it
    needs a manual yes before it is held. ``people`` are all that take part; ``listed`` are those whom the
    box names, ``where`` is the place that it names, ``staffed`` whether it names the staff. A block without
    a ``session`` is a placement, which no plan moves.
    """

    session: str
    column: int
    start: int
    end: int
    activity: str
    title: str
    colour: int
    level: int | None
    approval: bool
    staff: tuple[Person, ...]
    people: tuple[Person, ...]
    listed: tuple[Person, ...]
    where: str = ""
    staffed: bool = True


class ShadeKind(StrEnum):
    """What keeps a lane clear: rivals are on the site, or the time that must lie between."""

    RIVALS = "rivals"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Shade:
    """A time that a lane's people may not be on the site, in minutes of the day.

    ``minutes`` is the time that must lie between, 0 for the rivals' own stay, whose names are in ``names``.
    """

    start: int
    end: int
    kind: ShadeKind
    minutes: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Apart:
    """A time that some of a lane's people may not be on the site, in minutes of the day.

    ``pairs``: who is there, or was a moment ago or soon will be, and who must stay away; nobody named
    there means all others of the lane's group. ``minutes`` is the time that must lie between, 0 while
    somebody of them is there.
    """

    start: int
    end: int
    minutes: int
    pairs: tuple[tuple[Person, tuple[Person, ...]], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A lane on a day: a room, somebody, or a group, by its id.

    An empty ``key`` is who has no group on record. ``closed`` is when nothing may be there, in minutes of the
    day. ``level`` and ``groups`` are told of a person: no group is none on record, None where groups are
    beside the point. ``shades`` are for everybody of the lane, ``aparts`` for some. ``width`` is how many
    usual columns it is as wide as.
    """

    day: date
    key: str
    name: str
    closed: tuple[tuple[int, int], ...] = ()
    level: int | None = None
    groups: tuple[str, ...] | None = None
    shades: tuple[Shade, ...] = ()
    aparts: tuple[Apart, ...] = ()
    width: float = 1.0

    @property
    def kept_clear(self) -> tuple[Shade | Apart, ...]:
        """All that keeps the lane clear, for everybody or for some."""
        return (*self.shades, *self.aparts)


class Heads(StrEnum):
    """What the columns' headers name: the day alone, the day above its lanes, or a lane above its days."""

    DAYS = "days"
    LANES_OF_DAYS = "lanes_of_days"
    DAYS_OF_LANES = "days_of_lanes"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns from left to right, blocks in them, from ``first`` to ``last`` minute of the day.

    ``site`` and its name are empty where the sheet is of all sites.
    """

    week: IsoWeek
    site: str
    site_name: str
    heads: Heads
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    first: int
    last: int

    def lanes(self) -> tuple[tuple[Column, int, int], ...]:
        """Each lane's first column with its index and the number of the lane's columns beside each other."""
        lanes: list[tuple[Column, int, int]] = []
        for index, column in enumerate(self.columns):
            if lanes and lanes[-1][0].key == column.key:
                head, first, count = lanes[-1]
                lanes[-1] = (head, first, count + 1)
            else:
                lanes.append((column, index, 1))
        return tuple(lanes)

    def days(self) -> tuple[tuple[date, int, int], ...]:
        """Each day with the index of its first column and the number of its columns."""
        days: list[tuple[date, int, int]] = []
        for index, column in enumerate(self.columns):
            if days and days[-1][0] == column.day:
                day, first, count = days[-1]
                days[-1] = (day, first, count + 1)
            else:
                days.append((column.day, index, 1))
        return tuple(days)


def used_rooms(unit: Unit, version: PlanVersion, site_id: str) -> tuple[str, ...]:
    """The rooms of a site that have a session in the plan, in the unit's order."""
    used = {session.room for session in version.sessions}
    return tuple(room.id for room in unit.rooms if room.site == site_id and room.id in used)


def site_sheet(
    unit: Unit,
    version: PlanVersion,
    site_id: str,
    days: Sequence[date] | None = None,
    book: Book | None = None,
) -> Sheet:
    """All rooms of a site, each day's beside each other.

    Without ``days``: Monday to Friday, and Saturday and Sunday where the site has a session. Raises
    ``LookupError`` for a site that the unit does not have.
    """
    rooms = tuple(room for room in unit.rooms if room.site == site_id)
    return _sheet(unit, version, site_id, rooms, days, heads=Heads.LANES_OF_DAYS, book=book)


def room_sheet(unit: Unit, version: PlanVersion, room_id: str) -> Sheet:
    """One room with the days as columns: Monday to Friday, further days where it has a session.

    Raises ``LookupError`` for a room that the unit does not have.
    """
    room = next((room for room in unit.rooms if room.id == room_id), None)
    if room is None:
        raise LookupError("no such room")
    return _sheet(unit, version, room.site, (room,), None, heads=Heads.DAYS)


def _sheet(
    unit: Unit,
    version: PlanVersion,
    site_id: str,
    rooms: tuple[Room, ...],
    days: Sequence[date] | None,
    *,
    heads: Heads,
    book: Book | None = None,
) -> Sheet:
    site = next((site for site in unit.sites if site.id == site_id), None)
    if site is None:
        raise LookupError("no such site")
    ids = {room.id for room in rooms}
    sessions = [session for session in version.sessions if session.room in ids]
    shown = tuple(days) if days is not None else shown_days(version.week, sessions)
    columns = tuple(Column(day, room.id, room.name) for day in shown for room in rooms)
    place = {(column.day, column.key): index for index, column in enumerate(columns)}
    book = book or Book(unit, version.week)
    blocks = tuple(
        book.block(session, place[session.start.date(), session.room])
        for session in sorted(sessions, key=lambda session: (session.start, session.room, session.id))
        if (session.start.date(), session.room) in place
    )
    open_hours = open_hours_of(unit, version.week, site)
    first, last = hours_around(blocks, open_hours, {day.weekday() for day in shown})
    closed = {
        room.id: union((*subtract(WHOLE_WEEK, open_hours), *room_closed(unit, version.week, room)))
        for room in rooms
    }
    return Sheet(
        week=version.week,
        site=site_id,
        site_name=site.name,
        heads=heads,
        columns=tuple(
            replace(column, closed=on_day(closed[column.key], column.day, first, last)) for column in columns
        ),
        blocks=blocks,
        first=first,
        last=last,
    )


def shown_days(week: IsoWeek, sessions: Iterable[PlannedSession]) -> tuple[date, ...]:
    used = {session.start.date() for session in sessions}
    return tuple(day for day in week.days if day.weekday() < 5 or day in used)


def open_hours_of(unit: Unit, week: IsoWeek, site: Site) -> Stretches:
    own = site_hours(unit, week, site)
    return unit_hours(unit, week) if own is None else own


def hours_around(blocks: Iterable[Block], open_hours: Stretches, weekdays: set[int]) -> tuple[int, int]:
    """Whole hours around the opening hours of the days shown and all blocks."""
    spans = [(block.start, block.end) for block in blocks]
    for start, end in open_hours:
        if start // DAY_MINUTES in weekdays:
            spans.append((start % DAY_MINUTES, (end - 1) % DAY_MINUTES + 1))
    first = min((start for start, _ in spans), default=_DEFAULT_FIRST)
    last = max((end for _, end in spans), default=_DEFAULT_LAST)
    return first // 60 * 60, -(-last // 60) * 60


def on_day(stretches: Stretches, day: date, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """What of a week's stretches lies between two minutes of a day, in minutes of that day."""
    midnight = day.weekday() * DAY_MINUTES
    shown = intersect(stretches, (Stretch(midnight + first, midnight + last),))
    return tuple((start - midnight, end - midnight) for start, end in shown)


class Book:
    """The unit's names, activities and levels for one week. An id that the unit no longer knows stands
    for itself, and its threat level counts as the highest: unknown is never shown as none."""

    def __init__(self, unit: Unit, week: IsoWeek) -> None:
        self._week = week
        self._activities = {activity.id: activity for activity in unit.activities}
        self._colours = {activity.id: number for number, activity in enumerate(unit.activities)}
        self._staff = {member.id: one_line(member.name) for member in unit.staff}
        self._citizens = {citizen.id: citizen for citizen in unit.citizens}
        self._measures = {row.level: row for row in measures_in(unit.levels, week)}
        self._known = known_levels(unit.levels, unit.citizens, week)
        self._found: dict[str, int | None] = {}
        self._blocks: dict[PlannedSession, Block] = {}
        self._closed: dict[str, Stretches] = {}
        self._unit = unit

    def block(self, session: PlannedSession, column: int) -> Block:
        """The session as a block of a column."""
        block = self._blocks.get(session)
        if block is None:
            block = self._blocks[session] = self._made(session)
        return block if column == block.column else replace(block, column=column)

    def closed(self, person: Citizen | StaffMember, days: Iterable[date]) -> Stretches:
        """When a person can't come; ``days`` are those on which they belong to the unit."""
        found = self._closed.get(person.id)
        if found is None:
            free = available(self._unit, self._week, person.id, person.availability, days)
            found = self._closed[person.id] = subtract(WHOLE_WEEK, free)
        return found

    def _made(self, session: PlannedSession) -> Block:
        activity = self._activities.get(session.activity)
        levels = [self.level(citizen) for citizen in session.citizens]
        day = session.start.date()
        people = tuple(self.person(citizen) for citizen in session.citizens)
        return Block(
            session=session.id,
            column=0,
            start=minute_of(session.start, day),
            end=minute_of(session.end, day),
            activity=session.activity,
            title=one_line(activity.name) if activity else session.activity,
            colour=self._colours.get(session.activity, len(self._colours)),
            level=max((level for level in levels if level is not None), default=None),
            approval=any(
                level in self._measures and self._measures[level].needs_approval for level in levels
            ),
            staff=tuple(Person(member, self._staff.get(member, member)) for member in session.staff),
            people=people,
            listed=people,
        )

    def person(self, citizen_id: str) -> Person:
        citizen = self._citizens.get(citizen_id)
        if citizen is None:
            return Person(citizen_id, citizen_id, citizen_id)
        return Person(citizen_id, one_line(citizen.name), one_line(citizen.case_number))

    def level(self, citizen_id: str) -> int | None:
        """The level to act on in the week; None only in a unit that has no levels at all."""
        if citizen_id not in self._found:
            self._found[citizen_id] = self._level(citizen_id)
        return self._found[citizen_id]

    def _level(self, citizen_id: str) -> int | None:
        citizen = self._citizens.get(citizen_id)
        if not self._measures:
            return None
        if citizen is None or not citizen.enrolled_days(self._week):
            return self._known.highest
        return level_in(citizen, self._week, self._known).level


def one_line(text: str) -> str:
    return " ".join(text.split())


def minute_of(moment: datetime, day: date) -> int:
    """Minutes from the day's midnight; the next day's midnight is 1440."""
    return (moment.date() - day).days * DAY_MINUTES + moment.hour * 60 + moment.minute
