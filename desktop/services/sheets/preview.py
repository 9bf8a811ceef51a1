"""What a table would do to the unit: row by row, before anything is done."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from desktop.domain.conflicts import ConflictGroup, Membership, Separation
from desktop.domain.consistency import unit_faults
from desktop.domain.offers import Enrolment, Referral
from desktop.domain.people import Absence, Citizen
from desktop.domain.places import Room
from desktop.domain.staffing import StaffMember
from desktop.domain.unit import Entity, Unit
from desktop.services.ids import NewId
from desktop.services.sheets.absences import absence_cells, read_absence
from desktop.services.sheets.cells import Cells, Value, Word
from desktop.services.sheets.columns import COLUMNS, Kind
from desktop.services.sheets.conflicts import group_cells, read_group, read_separation, separation_cells
from desktop.services.sheets.house import read_room, read_staff, room_cells, staff_cells
from desktop.services.sheets.people import read_person
from desktop.services.sheets.person_cells import person_cells
from desktop.services.sheets.row import Fault, House, Record, Row
from desktop.services.sheets.table import Line, Table

_READ: Mapping[Kind, Callable[[Row, House], tuple[Record | None, Record | None]]] = {
    Kind.PEOPLE: read_person,
    Kind.GROUPS: read_group,
    Kind.SEPARATIONS: read_separation,
    Kind.ROOMS: read_room,
    Kind.STAFF: read_staff,
    Kind.ABSENCES: read_absence,
}
_FIELDS: Mapping[str, type[Entity]] = {
    "rooms": Room,
    "staff": StaffMember,
    "groups": ConflictGroup,
    "citizens": Citizen,
    "memberships": Membership,
    "separations": Separation,
    "referrals": Referral,
    "enrolments": Enrolment,
    "absences": Absence,
}
"""Where in the unit stands what a row may put."""
_FIELD_COLUMNS = {"case_number": "case_number", "assessments": "level", "side_b": "side_b"}


class State(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Difference:
    """A column before and after; None: nothing on record."""

    column: str
    before: Value = field(repr=False)
    after: Value = field(repr=False)


@dataclass(frozen=True, slots=True)
class RowResult:
    """``number`` is the row's in the spreadsheet. ``differences`` of a new one are all that it says.
    ``identity`` is what the row is known by, None where that can't be told."""

    number: int
    subject: str = field(repr=False)
    state: State
    faults: tuple[Fault, ...] = ()
    differences: tuple[Difference, ...] = ()
    put: tuple[Entity, ...] = field(default=(), repr=False)
    identity: Hashable = field(default=None, repr=False)
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    rows: tuple[RowResult, ...] = ()

    def count(self, state: State) -> int:
        """How many rows that are not left out are in a state."""
        return sum(row.state is state and not row.left_out for row in self.rows)

    @property
    def left_out(self) -> int:
        return sum(row.left_out for row in self.rows)

    @property
    def put(self) -> tuple[Entity, ...]:
        """All that the rows that are not left out put into the unit."""
        return tuple(entity for row in self.rows if not row.left_out for entity in row.put)

    @property
    def ready(self) -> bool:
        """Whether there is anything to import, and nothing wrong with it."""
        return self.count(State.WRONG) == 0 and bool(self.put)


def read_rows(
    unit: Unit,
    kind: Kind,
    table: Table,
    mapping: Mapping[int, str],
    today: date,
    new_id: NewId,
    word: Word,
) -> tuple[RowResult, ...]:
    """Reads a table against the unit, each row by itself. ``mapping`` says which column of the kind stands
    where in the table."""
    house = House(unit, today, new_id)
    last_head = max((at for at, head in enumerate(table.heads) if head), default=-1)
    results = []
    for line in table.lines:
        row = Row({column: line.cell(at) for at, column in mapping.items()})
        before, after = _READ[kind](row, house)
        if any(cell.strip() for cell in line.cells[last_head + 1 :]):
            row.wrong("", "stray_cell")
        results.append(_result(kind, line, row, before, after, house, word))
    return tuple(results)


def judged(unit: Unit, kind: Kind, rows: Iterable[RowResult], left_out: Collection[int] = ()) -> Preview:
    """The rows together: none twice, and the unit as it would be. ``left_out`` are numbers of rows that
    somebody does not want."""
    seen: dict[Hashable, int] = {}
    found = []
    for row in rows:
        if row.number in left_out:
            found.append(replace(row, left_out=True))
            continue
        first = row.number if row.identity is None else seen.setdefault(row.identity, row.number)
        same = () if first == row.number else (Fault(_known_by(kind), "same_row", str(first)),)
        found.append(_at_fault(row, (*row.faults, *same)) if same else row)
    return Preview(_consistent(unit, tuple(found)))


def record_cells(kind: Kind, record: Record, house: House, word: Word) -> Cells:
    """What a row of the kind says of a record."""
    match kind:
        case Kind.PEOPLE:
            return person_cells(record, house)
        case Kind.GROUPS:
            return group_cells(record)
        case Kind.SEPARATIONS:
            return separation_cells(record, house, word)
        case Kind.ROOMS:
            return room_cells(record, house, word)
        case Kind.STAFF:
            return staff_cells(record, house, word)
        case Kind.ABSENCES:
            return absence_cells(record, house, word)


def _result(
    kind: Kind, line: Line, row: Row, before: Record | None, after: Record | None, house: House, word: Word
) -> RowResult:
    if row.faults or after is None:
        faults = tuple(row.faults)
        return RowResult(line.number, row.subject, State.WRONG, faults, identity=row.identity)
    old = before.entities if before else ()
    put = tuple(entity for entity in after.entities if entity not in old)
    if not put:
        return RowResult(line.number, row.subject, State.UNCHANGED, identity=row.identity)
    was = record_cells(kind, before, house, word) if before else {}
    now = record_cells(kind, after, house, word)
    differences = tuple(
        Difference(column, was.get(column), value)
        for column, value in now.items()
        if was.get(column) != value
    )
    state = State.CHANGED if before else State.NEW
    return RowResult(line.number, row.subject, state, (), differences, put, row.identity)


def _at_fault(row: RowResult, faults: tuple[Fault, ...]) -> RowResult:
    return replace(row, state=State.WRONG, faults=faults, differences=(), put=())


def _consistent(unit: Unit, rows: tuple[RowResult, ...]) -> tuple[RowResult, ...]:
    """The rows with what the unit as a whole would not allow told at the row that brings it."""
    put = [entity for row in rows if not row.left_out for entity in row.put]
    known = set(unit_faults(unit))
    wrong: dict[str, list[Fault]] = {}
    for found in unit_faults(with_entities(unit, put)):
        if found not in known:
            column = _FIELD_COLUMNS.get(re.split(r"[\[.]", found.field)[0], "")
            wrong.setdefault(found.entity, []).append(Fault(column, found.key))
    if not wrong:
        return rows
    found_rows = []
    for row in rows:
        faults = tuple(fault for entity in row.put for fault in wrong.get(entity.id, ()))
        if faults and not row.left_out:
            found_rows.append(_at_fault(row, faults))
        else:
            found_rows.append(row)
    return tuple(found_rows)


def with_entities(unit: Unit, put: Iterable[Entity]) -> Unit:
    """The unit with entities added, or in the place of those of their kind and id."""
    new: dict[type[Entity], dict[str, Entity]] = {}
    for entity in put:
        new.setdefault(type(entity), {})[entity.id] = entity
    changed: dict[str, Any] = {}
    for each in fields(unit):
        held = getattr(unit, each.name)
        kind = _FIELDS.get(each.name)
        if kind in new:
            merged = {entity.id: entity for entity in held} | new[kind]
            changed[each.name] = tuple(merged[key] for key in sorted(merged))
    return replace(unit, **changed)


def _known_by(kind: Kind) -> str:
    return next(column.key for column in COLUMNS[kind] if column.needed)
