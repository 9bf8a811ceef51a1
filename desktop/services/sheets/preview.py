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
    """``number`` is the row's in the spreadsheet. ``differences`` of a new one are all that it says."""

    number: int
    subject: str = field(repr=False)
    state: State
    faults: tuple[Fault, ...] = ()
    differences: tuple[Difference, ...] = ()
    put: tuple[Entity, ...] = field(default=(), repr=False)
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


def preview(
    unit: Unit,
    kind: Kind,
    table: Table,
    mapping: Mapping[int, str],
    today: date,
    new_id: NewId,
    word: Word,
    left_out: Collection[int] = (),
) -> Preview:
    """Reads a table against the unit. ``mapping`` says which column of the kind stands where in the table,
    ``left_out`` are numbers of rows that somebody does not want."""
    house = House(unit, today, new_id)
    seen: dict[Hashable, int] = {}
    results = []
    for line in table.lines:
        out = line.number in left_out
        row = Row({column: line.cell(at) for at, column in mapping.items()})
        before, after = _READ[kind](row, house)
        if any(line.cell(at).strip() for at in range(_last_head(table) + 1, len(line.cells))):
            row.wrong("", "stray_cell")
        if row.identity is not None and not out:
            first = seen.setdefault(row.identity, line.number)
            if first != line.number:
                row.wrong(_known_by(kind), "same_row", str(first))
        results.append(_result(kind, line, row, before, after, house, word, out=out))
    return Preview(_consistent(unit, tuple(results)))


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
    kind: Kind,
    line: Line,
    row: Row,
    before: Record | None,
    after: Record | None,
    house: House,
    word: Word,
    *,
    out: bool,
) -> RowResult:
    if row.faults or after is None:
        return RowResult(line.number, row.subject, State.WRONG, tuple(row.faults), left_out=out)
    old = before.entities if before else ()
    put = tuple(entity for entity in after.entities if entity not in old)
    if not put:
        return RowResult(line.number, row.subject, State.UNCHANGED, left_out=out)
    was = record_cells(kind, before, house, word) if before else {}
    now = record_cells(kind, after, house, word)
    differences = tuple(
        Difference(column, was.get(column), value) for column, value in now.items() if was.get(column) != value
    )
    state = State.CHANGED if before else State.NEW
    return RowResult(line.number, row.subject, state, (), differences, put, out)


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
    judged = []
    for row in rows:
        faults = tuple(fault for entity in row.put for fault in wrong.get(entity.id, ()))
        if faults and not row.left_out:
            judged.append(replace(row, state=State.WRONG, faults=faults, differences=(), put=()))
        else:
            judged.append(row)
    return tuple(judged)


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


def _last_head(table: Table) -> int:
    return max((at for at, head in enumerate(table.heads) if head), default=-1)


def _known_by(kind: Kind) -> str:
    return next(column.key for column in COLUMNS[kind] if column.needed)
