"""What a print holds: the whole week by room, or a page for each who is handed one. No words of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Unit
from desktop.printing.group_sheet import group_sheet
from desktop.printing.order import in_order
from desktop.printing.sheet import Book, Heads, Sheet, one_line, room_sheet, shown_days, used_rooms
from desktop.printing.view_sheets import people_sheet, staff_sheet


class Contents(StrEnum):
    """``ROOMS``: a page for each room, behind an overview where it is all rooms. ``STAFF``, ``PEOPLE``: a
    page for each, to be handed out. ``GROUPS``: who is on a site when, a page for each site and day."""

    ROOMS = "rooms"
    STAFF = "staff"
    PEOPLE = "people"
    GROUPS = "groups"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is printed; ``only`` is the id of one room, member of the staff, person or site, empty for all."""

    contents: Contents = Contents.ROOMS
    only: str = ""


EVERYTHING = Choice()


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sheet of a print: ``key`` is the id of the room, member of the staff, person or site that it is of,
    ``names`` what that is called by: a site and its room, a name, a name and its case number.
    """

    sheet: Sheet
    key: str
    names: tuple[str, ...]


def offered(unit: Unit, version: PlanVersion, contents: Contents) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who or what has something in the week: each id with its names."""
    return tuple(_all(unit, version, contents))


def chosen(
    unit: Unit, version: PlanVersion, choice: Choice, to_confirm: Mapping[str, str]
) -> tuple[Chosen, ...]:
    """The sheets of a print. ``to_confirm``: by session what its people are told of it, since it may still
    not be held.

    Raises ``LookupError`` where the one asked for has nothing in the week, or where a session would be
    missing.
    """
    book = Book(unit, version.week)
    found: list[Chosen] = []
    for key, names in _all(unit, version, choice.contents):
        if choice.only in ("", key):
            found += _sheets(unit, version, book, choice.contents, key, names, to_confirm)
    if choice.only and not found:
        raise LookupError("not in this week")
    if not _is_whole(found, unit, version, choice):
        raise LookupError("a session would be missing")
    return tuple(found)


def people_on(found: Iterable[Chosen], contents: Contents) -> frozenset[str]:
    """The ids of all who are named on the sheets, citizens and staff."""
    named: set[str] = set()
    for each in found:
        if contents in (Contents.STAFF, Contents.PEOPLE):
            named.add(each.key)
        for block in each.sheet.blocks:
            named |= {person.id for person in (*block.listed, *(block.staff if block.staffed else ()))}
        for column in each.sheet.columns:
            pairs = (pair for apart in column.aparts for pair in apart.pairs)
            named |= {person.id for there, away in pairs for person in (there, *away)}
    return frozenset(named)


def _all(unit: Unit, version: PlanVersion, contents: Contents) -> Iterator[tuple[str, tuple[str, ...]]]:
    sessions = version.sessions
    match contents:
        case Contents.ROOMS:
            rooms = {room.id: room.name for room in unit.rooms}
            for site in unit.sites:
                for room in used_rooms(unit, version, site.id):
                    yield room, (site.name, rooms[room])
        case Contents.STAFF:
            busy = {member for session in sessions for member in session.staff}
            for member in in_order((each for each in unit.staff if each.id in busy), lambda each: each.name):
                yield member.id, (member.name,)
        case Contents.PEOPLE:
            coming = {citizen for session in sessions for citizen in session.citizens}
            coming |= {each.citizen for each in unit.placements if each.span.overlaps(version.week)}
            people = (each for each in unit.citizens if each.id in coming)
            for citizen in in_order(people, lambda each: each.name):
                yield citizen.id, (citizen.name, citizen.case_number)
        case Contents.GROUPS:
            used = {session.room for session in sessions}
            for site in unit.sites:
                if any(room.site == site.id and room.id in used for room in unit.rooms):
                    yield site.id, (site.name,)


def _sheets(
    unit: Unit,
    version: PlanVersion,
    book: Book,
    contents: Contents,
    key: str,
    names: tuple[str, ...],
    to_confirm: Mapping[str, str],
) -> Iterator[Chosen]:
    match contents:
        case Contents.ROOMS:
            yield Chosen(room_sheet(unit, version, key), key, names)
        case Contents.STAFF:
            yield Chosen(_of_member(unit, version, book, key), key, names)
        case Contents.PEOPLE:
            yield Chosen(_of_person(unit, version, book, key, to_confirm), key, names)
        case Contents.GROUPS:
            for day in shown_days(version.week, version.sessions):
                sheet = group_sheet(unit, version, key, (day,), book)
                if sheet.blocks:
                    yield Chosen(sheet, key, names)


def _of_member(unit: Unit, version: PlanVersion, book: Book, member: str) -> Sheet:
    """The days of one member of the staff, each session with its room, site and staff."""
    sheet = _days_of(staff_sheet(unit, version, None, book), member)
    sites = {site.id: one_line(site.name) for site in unit.sites}
    where = {room.id: f"{one_line(room.name)}, {sites.get(room.site, room.site)}" for room in unit.rooms}
    rooms = {session.id: where.get(session.room, session.room) for session in version.sessions}
    return replace(
        sheet,
        blocks=tuple(replace(block, where=rooms[block.session], staffed=True) for block in sheet.blocks),
    )


def _of_person(
    unit: Unit, version: PlanVersion, book: Book, person: str, to_confirm: Mapping[str, str]
) -> Sheet:
    """The days of one person as they may take them home: nobody else who comes, no level, no group."""
    sheet = _days_of(people_sheet(unit, version, (person,), None, book), person)
    return replace(
        sheet,
        columns=tuple(replace(column, level=None, groups=None, closed=()) for column in sheet.columns),
        blocks=tuple(
            replace(
                block,
                level=None,
                approval=False,
                people=(),
                listed=(),
                where=", ".join(filter(None, (block.where, to_confirm.get(block.session, "")))),
            )
            for block in sheet.blocks
        ),
    )


def _days_of(sheet: Sheet, lane: str) -> Sheet:
    """One lane of a sheet, its days as columns."""
    places = [place for place, column in enumerate(sheet.columns) if column.key == lane]
    moved = {place: at for at, place in enumerate(places)}
    return replace(
        sheet,
        heads=Heads.DAYS,
        columns=tuple(sheet.columns[place] for place in places),
        blocks=tuple(
            replace(block, column=moved[block.column]) for block in sheet.blocks if block.column in moved
        ),
    )


def _is_whole(found: list[Chosen], unit: Unit, version: PlanVersion, choice: Choice) -> bool:
    """Whether every session that the print should tell of stands wherever it must."""
    shown = [(block.session, each.key) for each in found for block in each.sheet.blocks if block.session]
    sites = {room.id: room.site for room in unit.rooms}
    held: list[tuple[str, str]] = []
    for session in version.sessions:
        keys: tuple[str, ...]
        match choice.contents:
            case Contents.ROOMS:
                keys = (session.room,)
            case Contents.STAFF:
                keys = session.staff
            case Contents.PEOPLE:
                keys = session.citizens
            case Contents.GROUPS:
                keys = (sites.get(session.room, ""),) if session.citizens else ()
        held += [(session.id, key) for key in keys if choice.only in ("", key)]
    if choice.contents is Contents.GROUPS:
        # A session stands there once for each group that somebody in it belongs to.
        shown = list(set(shown))
    return sorted(shown) == sorted(held)
