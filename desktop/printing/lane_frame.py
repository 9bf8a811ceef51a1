"""What the views by staff, by person and by group are made of: lanes and days as a sheet's columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.intervals import Stretches
from desktop.domain.offers import Placement
from desktop.domain.presence import placement_blocks, unit_hours
from desktop.domain.time import DAY_MINUTES, IsoWeek
from desktop.domain.unit import Unit
from desktop.printing.sheet import Block, Book, Column, Heads, Sheet, hours_around, on_day, one_line


@dataclass(frozen=True, slots=True)
class Lane:
    """Who or what a lane is of, and when nothing may be there; the others as of a ``Column``."""

    key: str
    name: str
    closed: Stretches
    level: int | None = None
    groups: tuple[str, ...] | None = None


class Frame:
    """Lanes and days as columns."""

    def __init__(self, lanes: Sequence[Lane], days: Sequence[date], *, by_day: bool = False) -> None:
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


def framed_sheet(unit: Unit, week: IsoWeek, frame: Frame, blocks: Sequence[Block]) -> Sheet:
    """The sheet of a frame with its blocks, of all sites."""
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


def placed_stretches(unit: Unit, week: IsoWeek, placement: Placement) -> Stretches:
    """When somebody is on a placement in a week, in minutes from its Monday."""
    return placement_blocks(unit, week, placement) if placement.span.overlaps(week) else ()


def placement_block(
    book: Book,
    placement: Placement,
    column: int,
    start: int,
    end: int,
    sites: dict[str, str],
    *,
    named: bool,
) -> Block:
    """A placement as a block of a column; ``named``: the box names who is on it."""
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
