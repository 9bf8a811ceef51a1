"""A unit file into an empty store: all of it or nothing, with every error at its path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, TypeVar

from desktop.domain.conflicts import Membership
from desktop.domain.consistency import UnitFault, unit_faults
from desktop.domain.offers import Enrolment, Placement, Referral
from desktop.domain.people import Absence
from desktop.domain.unit import Entity, Unit, entities_of
from desktop.services.change import Change, Edit
from desktop.services.files.shapes import BAD, FileFault, Reading
from desktop.services.files.unit_common import RENAMED
from desktop.services.files.unit_format import DEFINED, UNIT_FILE
from desktop.services.files.unit_json import NotJson, read_json
from desktop.services.files.unit_people import WithParts
from desktop.services.ids import NewId, random_ids
from desktop.services.ports import Store

P = TypeVar("P", bound=Entity)

MESSAGES = {
    "before_assessed": "is before the day of the assessment",
    "before_first": "is before the first day",
    "duplicate": "stands here more than once",
    "empty": "must not be empty",
    "laxer_than_lower": "asks for less than the level below it",
    "missing": "is missing",
    "not_a_choice": "is not one of the words allowed here",
    "not_a_clock_time": "is not a time of day such as 08:00",
    "not_a_date": "is not a date such as 2026-11-23",
    "not_a_list": "is not a list",
    "not_a_slot": "must be 15, 30 or 60",
    "not_a_time": "is not a time such as 2026-11-23T08:00",
    "not_a_weekday": "is not one of mon, tue, wed, thu, fri, sat, sun",
    "not_after_start": "is not after the start",
    "not_an_id": "is not an id: 1 to 64 of A-Z a-z 0-9 _ . -",
    "not_an_object": "is not an object",
    "not_flag": "is neither true nor false",
    "not_hours": "is not a number of hours that is a whole number of minutes",
    "not_json": "is not JSON in UTF-8",
    "not_text": "is not text",
    "not_whole": "is not a whole number",
    "only_for_mentor_company": "belongs to mentor-based company offers only",
    "only_for_site": "says something for the scope site only",
    "over_limit": "is more than the limit on record",
    "overlap": "overlaps another one",
    "same": "names the same one twice",
    "too_large": "is too large",
    "too_small": "is too small",
    "unknown_country": "is not a country whose public holidays are known",
    "unknown_format": "is not a format that this version reads",
    "unknown_member": "is not known here",
    "unknown_reference": "refers to something that is not in the file",
    "wrong_length": "has the wrong number of entries",
}
"""Each key of a fault in plain English. The window words the same keys in its own languages."""


@dataclass(frozen=True, slots=True)
class FileError:
    """One error: where, which kind, and the kind in plain English. It repeats no value of the file."""

    path: str
    key: str
    message: str

    def __str__(self) -> str:
        return f"{self.path or 'file'}: {self.message}"


class UnitFileError(Exception):
    """A unit file that cannot be imported; ``errors`` holds all that is wrong with it."""

    def __init__(self, errors: tuple[FileError, ...]) -> None:
        super().__init__(f"the unit file has {len(errors)} errors")
        self.errors = errors


class StoreNotEmpty(Exception):
    """The store holds a unit already; this version imports into an empty one only."""


def import_unit(store: Store, text: str | bytes, new_id: NewId | None = None) -> Change:
    """Reads a unit file into an empty store in one transaction.

    ``new_id`` gives every entity its id, random where it is None. Raises ``UnitFileError`` and
    ``StoreNotEmpty``; then the store is as it was.
    """
    unit = read_unit(text, new_id or random_ids())
    entities = tuple(entities_of(unit))
    with store.begin() as work:
        if not work.is_empty():
            raise StoreNotEmpty
        work.put_all(entities)
        work.commit()
    return Change("unit_imported", tuple(Edit(None, entity) for entity in entities))


def read_unit(text: str | bytes, new_id: NewId) -> Unit:
    """The unit that a unit file tells, with fresh ids. Raises ``UnitFileError``."""
    data = _parsed(text)
    reading = Reading(new_id, _fresh_ids(data, new_id))
    read = UNIT_FILE.read(data, "", reading)
    if read is BAD:
        raise _error(reading.faults)
    unit = _unit(read)
    faults = [
        FileFault(f"{reading.places[fault.entity]}.{RENAMED.get(fault.field, fault.field)}", fault.key)
        for fault in (*unit_faults(unit), *_twice_in_a_group(unit))
    ]
    if faults:
        raise _error(faults)
    return unit


def _parsed(text: str | bytes) -> Any:
    try:
        return read_json(text)
    except NotJson as refused:
        raise _error(refused.faults) from None


def _twice_in_a_group(unit: Unit) -> Iterator[UnitFault]:
    """Nobody is in one group twice at a time: one of the rows was meant to say something else."""
    for one, other in combinations(unit.memberships, 2):
        if (one.citizen, one.group) == (other.citizen, other.group) and one.span.meets(other.span):
            yield UnitFault(other.id, "group", "overlap")


def _fresh_ids(data: Any, new_id: NewId) -> dict[tuple[str, str], str]:
    """A fresh id for each id that the file defines, so that a reference may stand before what it names."""
    ids: dict[tuple[str, str], str] = {}
    for name, kind in DEFINED.items():
        rows = data.get(name) if isinstance(data, dict) else None
        for row in rows if isinstance(rows, list) else ():
            own = row.get("id") if isinstance(row, dict) else None
            if isinstance(own, str) and (kind, own) not in ids:
                ids[kind, own] = new_id(kind)
    return ids


def _unit(read: dict[str, Any]) -> Unit:
    parts = tuple(part for person in (*read["citizens"], *read["staff"]) for part in person.parts)
    return Unit(
        settings=read["settings"],
        limits=_by_id(read["limits"]),
        closed_days=_by_id(read["closed_days"]),
        levels=_by_id(read["levels"]),
        sites=_by_id(read["sites"]),
        travels=_by_id(read["travel"]),
        rooms=_by_id(read["rooms"]),
        suppliers=_by_id(read["suppliers"]),
        staff=_by_id(_owners(read["staff"])),
        offers=_by_id(read["offers"]),
        activities=_by_id(read["activities"]),
        groups=_by_id(read["groups"]),
        citizens=_by_id(_owners(read["citizens"])),
        memberships=_of(Membership, parts),
        separations=_by_id(read["separations"]),
        referrals=_of(Referral, parts),
        enrolments=_of(Enrolment, parts),
        placements=_of(Placement, parts),
        absences=_of(Absence, parts),
    )


def _owners(people: tuple[WithParts, ...]) -> Any:
    return tuple(person.owner for person in people)


def _of(kind: type[P], parts: tuple[Entity, ...]) -> tuple[P, ...]:
    return _by_id(tuple(part for part in parts if isinstance(part, kind)))


def _by_id(entities: tuple[P, ...]) -> tuple[P, ...]:
    return tuple(sorted(entities, key=lambda entity: entity.id))


def _error(faults: list[FileFault]) -> UnitFileError:
    return UnitFileError(tuple(FileError(fault.path, fault.key, MESSAGES[fault.key]) for fault in faults))
