"""The same plan seen by staff and by person, as sheets. No Qt, no words of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.domain.conflicts import groups_in
from desktop.domain.plans import PlanVersion
from desktop.domain.time import DAY_MINUTES
from desktop.domain.unit import Unit
from desktop.printing.lane_frame import Frame, Lane, framed_sheet, placed_stretches, placement_block
from desktop.printing.sheet import Block, Book, Sheet, one_line, shown_days
from desktop.services.telling_apart import room_names


def staff_sheet(
    unit: Unit, version: PlanVersion, days: Sequence[date] | None = None, book: Book | None = None
) -> Sheet:
    """A lane for each member of the staff. On one day the lanes stand beside each other, otherwise each
    lane's days do."""
    week = version.week
    book = book or Book(unit, week)
    shown = tuple(days) if days is not None else shown_days(week, version.sessions)
    lanes = [Lane(member.id, one_line(member.name), book.closed(member, week.days)) for member in unit.staff]
    rooms = {room: one_line(name) for room, name in room_names(unit).items()}
    frame = Frame(lanes, shown)
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
    return framed_sheet(unit, week, frame, blocks)


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
        Lane(
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
    frame = Frame(lanes, shown)
    blocks: list[Block] = []
    for session in sorted(version.sessions, key=lambda each: (each.start, each.id)):
        places = [at for each in session.citizens if (at := frame.at(session.start.date(), each)) is not None]
        if places:
            block = replace(book.block(session, 0), where=rooms.get(session.room, session.room), listed=())
            blocks += (replace(block, column=place) for place in places)
    for placement in unit.placements:
        for start, end in placed_stretches(unit, week, placement):
            place = frame.at(week.days[start // DAY_MINUTES], placement.citizen)
            if place is not None:
                blocks.append(placement_block(book, placement, place, start, end, sites, named=False))
    return framed_sheet(unit, week, frame, blocks)
