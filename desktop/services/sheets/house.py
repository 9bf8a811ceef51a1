"""Rows about rooms and staff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.places import Room
from desktop.domain.staffing import StaffMember
from desktop.domain.time import WEEK_MINUTES
from desktop.services.sheets.cells import Cells, Word, hours_value, list_value, week_values
from desktop.services.sheets.row import House, Record, Row
from desktop.services.sheets.values import folded, parts_of
from desktop.services.sheets.vocabulary import FEATURES, SKILLS, known_word


def read_room(row: Row, house: House) -> tuple[Record | None, Record | None]:
    name, capacity = row.text("name"), row.whole("capacity", 1)
    site = row.one("site", house.unit.sites, "unknown_site")
    row.subject = name or ""
    row.missing(name=name)
    known = house.rooms_called(name or "", site.id if site else None)
    if len(known) > 1:
        if len({room.site for room in known}) > 1:
            row.wrong("name", "needs_site")
        else:
            row.wrong("name", "needs_number", house.room_names[known[0].id])
    old = known[0] if len(known) == 1 else None
    unit = house.unit
    held = frozenset[str]().union(
        *(each.features for each in unit.rooms),
        *(each.room_features for each in unit.levels),
        *(each.room_features for each in unit.activities),
    )
    features = _words(row, "features", FEATURES, held)
    before = Record(old) if old else None
    at = site.id if site else old.site if old else None
    seats = capacity or (old.capacity if old else None)
    row.missing(site=at, capacity=seats)
    row.identity = old.id if old else (folded(name), at) if name and not known else None
    if row.faults or name is None or at is None or seats is None:
        return before, None
    base = old or Room(house.new_id("room"), at, name, seats)
    return before, Record(
        replace(base, capacity=seats, features=base.features if features is None else features)
    )


def read_staff(row: Row, house: House) -> tuple[Record | None, Record | None]:
    name, minutes = row.text("name"), row.minutes("weekly_hours", WEEK_MINUTES)
    supplier = row.one("supplier", house.unit.suppliers, "unknown_supplier")
    row.subject = name or ""
    row.missing(name=name)
    known = house.staff_called(name or "")
    if len(known) > 1:
        row.wrong("name", "needs_number", house.staff_names[known[0].id])
    old = known[0] if len(known) == 1 else None
    row.identity = old.id if old else folded(name) if name and not known else None
    held = frozenset[str]().union(
        *(each.skills for each in house.unit.staff), {each.skill for each in house.unit.activities}
    )
    skills = _words(row, "skills", SKILLS, held)
    availability = row.week(old.availability if old else ())
    most = minutes if minutes is not None else old.max_weekly_minutes if old else None
    row.missing(weekly_hours=most)
    before = Record(old) if old else None
    if row.faults or name is None or most is None:
        return before, None
    base = old or StaffMember(house.new_id("staff"), name, None, frozenset(), (), most)
    after = replace(
        base,
        supplier=supplier.id if supplier else base.supplier,
        skills=base.skills if skills is None else skills,
        availability=availability,
        max_weekly_minutes=most,
    )
    return before, Record(after)


def room_cells(record: Record, house: House, word: Word) -> Cells:
    room = record.main
    assert isinstance(room, Room)
    sites = {site.id: site.name for site in house.unit.sites}
    return {
        "name": house.room_names.get(room.id, room.name),
        "site": sites.get(room.site),
        "capacity": room.capacity,
        "features": list_value(word(f"feature.{each}") for each in sorted(room.features)) or None,
    }


def staff_cells(record: Record, house: House, word: Word) -> Cells:
    member = record.main
    assert isinstance(member, StaffMember)
    firms = {supplier.id: supplier.name for supplier in house.unit.suppliers}
    return {
        "name": house.staff_names.get(member.id, member.name),
        "supplier": firms.get(member.supplier or ""),
        "skills": list_value(word(f"skill.{each}") for each in sorted(member.skills)) or None,
        "weekly_hours": hours_value(member.max_weekly_minutes),
        **week_values(member.availability),
    }


def _words(row: Row, column: str, words: Mapping[str, str], held: frozenset[str]) -> frozenset[str] | None:
    """The words that a cell lists; None where it says nothing."""
    text = row.long_text(column)
    if text is None:
        return None
    known = {folded(word) for word in (*words, *held)}
    parts = parts_of(text, lambda part: folded(part) in known, ",;|\n")
    return frozenset(known_word(part, words, held) for part in parts)
