"""What is carried over the board, where it is held, and which edit a drop there would be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from desktop.domain.plans import PlannedSession
from desktop.printing.sheet import Sheet
from desktop.services.hand.week_edits import Join, Leave, Move, Several, Staff, WeekEdit
from desktop.ui.board.modes import Mode
from desktop.ui.moving.lengths import length_of, resized
from desktop.ui.words import minute_of_day


@dataclass(frozen=True, slots=True)
class CarriedSession:
    """A session. ``lane`` is the key of the lane that it was taken from; ``grip`` the minutes from its
    start to where it is held."""

    session: PlannedSession
    lane: str
    grip: int = 0


@dataclass(frozen=True, slots=True)
class CarriedPerson:
    """A citizen; ``source`` is the session that they are taken out of, None for the list."""

    citizen: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class CarriedEdge:
    """The lower edge of a session: it becomes longer or shorter."""

    session: PlannedSession


Carried = CarriedSession | CarriedPerson | CarriedEdge


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the sheet: a column, a minute of the day on the grid, and the session that stands there.

    The minute is the start of a session that is carried, and the end of one whose edge is.
    """

    column: int
    minute: int
    session: str | None = None


@dataclass(frozen=True, slots=True)
class End:
    """An end that a session could have, in minutes of the day, in one of its columns."""

    column: int
    minute: int


def edit_at(mode: Mode, sheet: Sheet, carried: Carried, spot: Spot) -> WeekEdit | None:
    """What a drop there would do; None where it would do nothing."""
    if isinstance(carried, CarriedPerson):
        people = next((each.people for each in sheet.blocks if each.session == spot.session), ())
        inside = spot.session is not None and any(each.id == carried.citizen for each in people)
        return None if inside else _person(carried, spot.session)
    if isinstance(carried, CarriedEdge):
        return resized(carried.session, spot.minute)
    session, column = carried.session, sheet.columns[spot.column]
    start = datetime.combine(column.day, time()) + timedelta(minutes=spot.minute)
    room = column.key if mode is Mode.ROOMS else session.room
    moved = None if (room, start) == (session.room, session.start) else Move(session.id, room, start)
    if mode is not Mode.STAFF or column.key == carried.lane or column.key in session.staff:
        return moved
    staff = Staff(session.id, tuple(column.key if each == carried.lane else each for each in session.staff))
    return staff if moved is None else Several((moved, staff))


def lanes_at(mode: Mode, sheet: Sheet, carried: CarriedSession | CarriedEdge, spot: Spot) -> tuple[int, ...]:
    """The columns in which the session would stand: in the views by person and by group all of its own."""
    if isinstance(carried, CarriedEdge):
        return own_columns(sheet, carried.session.id)
    if mode in (Mode.ROOMS, Mode.STAFF):
        return (spot.column,)
    own = {sheet.columns[block.column].key for block in sheet.blocks if block.session == carried.session.id}
    day = sheet.columns[spot.column].day
    return tuple(
        place for place, column in enumerate(sheet.columns) if column.day == day and column.key in own
    )


def own_columns(sheet: Sheet, session: str) -> tuple[int, ...]:
    """The columns in which a session stands."""
    return tuple(dict.fromkeys(block.column for block in sheet.blocks if block.session == session))


def span_at(carried: CarriedSession | CarriedEdge, spot: Spot) -> tuple[int, int]:
    """The session's start and end there, in minutes of the day."""
    if isinstance(carried, CarriedEdge):
        return minute_of_day(carried.session.start), spot.minute
    return spot.minute, spot.minute + length_of(carried.session)


def _person(carried: CarriedPerson, target: str | None) -> WeekEdit | None:
    if target is None:
        return None if carried.source is None else Leave(carried.source, carried.citizen)
    join = Join(target, carried.citizen)
    return join if carried.source is None else Several((Leave(carried.source, carried.citizen), join))
