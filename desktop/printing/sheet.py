"""What is where when, as data: the sheet that screen and paper draw. No Qt, no words of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit

DAY_MINUTES = 24 * 60
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
    needs a manual yes before it is held.
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


@dataclass(frozen=True, slots=True)
class Column:
    """A room on a day. ``closed`` is when no session may run there, in minutes of the day."""

    day: date
    room: str
    room_name: str
    closed: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns from left to right, blocks in them, from ``first`` to ``last`` minute of the day.

    ``by_room``: days are split into rooms, and the columns' headers name the room below the day;
    otherwise all columns are one room and the headers name the day alone.
    """

    week: IsoWeek
    site: str
    site_name: str
    by_room: bool
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    first: int
    last: int

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


def week_days(week: IsoWeek) -> tuple[date, ...]:
    """Monday to Sunday of an ISO week."""
    monday = date.fromisocalendar(week.year, week.week, 1)
    return tuple(monday + timedelta(days=day) for day in range(7))


def used_rooms(unit: Unit, version: PlanVersion, site_id: str) -> tuple[str, ...]:
    """The rooms of a site that have a session in the plan, in the unit's order."""
    used = {session.room for session in version.sessions}
    return tuple(room.id for room in unit.rooms if room.site == site_id and room.id in used)


def site_sheet(unit: Unit, version: PlanVersion, site_id: str, days: Sequence[date] | None = None) -> Sheet:
    """All rooms of a site, each day's beside each other.

    Without ``days``: Monday to Friday, and Saturday and Sunday where the site has a session. Raises
    ``LookupError`` for a site that the unit does not have.
    """
    rooms = tuple(room.id for room in unit.rooms if room.site == site_id)
    return _sheet(unit, version, site_id, rooms, days, by_room=True)


def room_sheet(unit: Unit, version: PlanVersion, room_id: str) -> Sheet:
    """One room with the days as columns: Monday to Friday, further days where it has a session.

    Raises ``LookupError`` for a room that the unit does not have.
    """
    room = next((room for room in unit.rooms if room.id == room_id), None)
    if room is None:
        raise LookupError("no such room")
    return _sheet(unit, version, room.site, (room_id,), None, by_room=False)


def _sheet(
    unit: Unit,
    version: PlanVersion,
    site_id: str,
    rooms: tuple[str, ...],
    days: Sequence[date] | None,
    *,
    by_room: bool,
) -> Sheet:
    site = next((site for site in unit.sites if site.id == site_id), None)
    if site is None:
        raise LookupError("no such site")
    sessions = [session for session in version.sessions if session.room in rooms]
    shown = tuple(days) if days is not None else _days(version.week, sessions)
    names = {room.id: room.name for room in unit.rooms}
    columns = tuple(Column(day, room, names[room]) for day in shown for room in rooms)
    place = {(column.day, column.room): index for index, column in enumerate(columns)}
    blocks = tuple(
        _block(unit, session, place[session.start.date(), session.room])
        for session in sorted(sessions, key=lambda session: (session.start, session.room, session.id))
        if (session.start.date(), session.room) in place
    )
    first, last = _hours(blocks)
    closed = {column: _closed(unit, site_id, column, first, last) for column in columns}
    return Sheet(
        week=version.week,
        site=site_id,
        site_name=site.name,
        by_room=by_room,
        columns=tuple(replace(column, closed=closed[column]) for column in columns),
        blocks=blocks,
        first=first,
        last=last,
    )


def _days(week: IsoWeek, sessions: Iterable[PlannedSession]) -> tuple[date, ...]:
    used = {session.start.date() for session in sessions}
    return tuple(day for number, day in enumerate(week_days(week)) if number < 5 or day in used)


def _block(unit: Unit, session: PlannedSession, column: int) -> Block:
    activities: Mapping[str, tuple[int, str]] = {
        activity.id: (number, activity.name) for number, activity in enumerate(unit.activities)
    }
    colour, title = activities[session.activity]
    staff = {member.id: member.name for member in unit.staff}
    citizens = {citizen.id: citizen for citizen in unit.citizens if citizen.id in session.citizens}
    day = session.start.date()
    return Block(
        session=session.id,
        column=column,
        start=_minute(session.start, day),
        end=_minute(session.end, day),
        activity=session.activity,
        title=title,
        colour=colour,
        level=None,
        approval=False,
        staff=tuple(Person(member, staff[member]) for member in session.staff),
        people=tuple(
            Person(citizen, citizens[citizen].name, citizens[citizen].case_number)
            for citizen in session.citizens
        ),
    )


def _minute(moment: datetime, day: date) -> int:
    """Minutes from the day's midnight; the next day's midnight is 1440."""
    return (moment.date() - day).days * DAY_MINUTES + moment.hour * 60 + moment.minute


def _hours(blocks: Iterable[Block]) -> tuple[int, int]:
    """Whole hours around all blocks and at least the usual office hours."""
    first, last = _DEFAULT_FIRST, _DEFAULT_LAST
    for block in blocks:
        first = min(first, block.start // 60 * 60)
        last = max(last, -(-block.end // 60) * 60)
    return first, last


def _closed(unit: Unit, site_id: str, column: Column, first: int, last: int) -> tuple[tuple[int, int], ...]:
    return ()
