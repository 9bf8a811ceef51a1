"""Names by which people, staff and rooms can't be taken for each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from desktop.domain.people import Citizen
from desktop.domain.places import Room
from desktop.domain.staffing import StaffMember
from desktop.domain.unit import Unit

N = TypeVar("N", Room, StaffMember)


def told_apart(people: Iterable[Citizen]) -> dict[str, str]:
    """What each is called, by id: the name, with the case number where another one has the same name.

    Two of one name in a list to choose from would be a separation of the wrong one.
    """
    listed = tuple(people)
    count = Counter(_folded(each.name) for each in listed)
    return {
        each.id: f"{each.name} · {each.case_number}" if count[_folded(each.name)] > 1 else each.name
        for each in listed
    }


def set_apart(unit: Unit) -> Unit:
    """The unit with a number behind the names of staff, and of rooms of one site, where two have the same:
    ``Anne Holm (1)``. The same object where there are none.

    The numbers go by the ids, so that each keeps its own while there are two.
    """
    staff = _numbered(unit.staff, lambda _: "")
    rooms = _numbered(unit.rooms, lambda room: room.site)
    if staff is unit.staff and rooms is unit.rooms:
        return unit
    return replace(unit, staff=staff, rooms=rooms)


def room_names(unit: Unit) -> dict[str, str]:
    """What each room is called where no site stands beside it, by id: the name, with the site where another
    site has one of the same name."""
    count = Counter(_folded(room.name) for room in unit.rooms)
    sites = {site.id: site.name for site in unit.sites}
    return {
        room.id: f"{room.name} ({sites.get(room.site, room.site)})"
        if count[_folded(room.name)] > 1
        else room.name
        for room in unit.rooms
    }


def _numbered(named: tuple[N, ...], scope: Callable[[N], Hashable]) -> tuple[N, ...]:
    count = Counter((scope(each), _folded(each.name)) for each in named)
    if all(times == 1 for times in count.values()):
        return named
    called: dict[str, str] = {}
    for each in sorted(named, key=lambda one: one.id):
        within = scope(each)
        if count[within, _folded(each.name)] > 1:
            number = 1
            while (within, _folded(name := f"{each.name} ({number})")) in count:
                number += 1
            count[within, _folded(name)] = 1
            called[each.id] = name
    return tuple(replace(each, name=called[each.id]) if each.id in called else each for each in named)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
