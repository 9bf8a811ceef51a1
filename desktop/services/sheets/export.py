"""Tables out of the unit: what the import reads, the hours of a week, and its plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from desktop.domain.audit import AuditEvent, AuditKind
from desktop.domain.people import Citizen
from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Entity, Unit
from desktop.services.ids import random_ids
from desktop.services.names import FREE_TEXTS
from desktop.services.people_weeks import PersonWeek, people_weeks
from desktop.services.sheets.cells import Cells, Value, Word, clock, hours_value, list_value
from desktop.services.sheets.columns import WEEKDAYS, Kind, column_keys
from desktop.services.sheets.preview import record_cells
from desktop.services.sheets.row import House, Record
from desktop.services.telling_apart import set_apart
from desktop.services.trail.audit_changes import people_of, week_event
from desktop.services.week.planning import Prepared
from solver.check import Report


class Week(StrEnum):
    """What can be told of a planned week."""

    HOURS = "hours"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class PlannedWeek:
    """A week with the version of its plan and what the independent check found in it."""

    prepared: Prepared
    version: PlanVersion
    report: Report


HOURS_COLUMNS = (
    "case_number", "name", "level", "level_state", "session_hours", "placement_hours", "total_hours",
    "cap_hours", "sessions", "missing",
)  # fmt: skip
PLAN_COLUMNS = ("date", "weekday", "start", "end", "activity", "site", "room", "staff", "citizens", "count")


class PlanNotClean(Exception):
    """The independent check did not find the plan clean; nothing was written."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """``columns`` are keys, worded by the interface. ``people`` are the ids of those whom it tells of."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...] = field(repr=False)
    people: tuple[str, ...] = ()


def unit_sheet(unit: Unit, kind: Kind, today: date, word: Word, *, names: bool) -> Sheet:
    """A table that the import reads back unchanged. Without ``names``, people stand by their case numbers,
    and texts in which somebody may have named anybody are left out."""
    house = House(unit, today, random_ids())
    records = tuple(_records(unit, kind, house))
    hidden = frozenset[str]() if names else FREE_TEXTS | ({"name"} if kind is Kind.PEOPLE else set())
    columns = tuple(key for key in column_keys(kind) if key not in hidden)
    return Sheet(
        columns,
        tuple(_row(record_cells(kind, record, house, word), columns) for record in records),
        tuple(
            sorted({person for record in records for each in record.entities for person in people_of(each)})
        ),
    )


def empty_sheet(kind: Kind) -> Sheet:
    """The headings of a table to be filled in."""
    return Sheet(column_keys(kind), ())


def hours_sheet(planned: PlannedWeek, word: Word, *, names: bool) -> Sheet:
    """Everybody's hours of a planned week. Raises ``PlanNotClean``."""
    _held_clean(planned)
    prepared, version = planned.prepared, planned.version
    people = {person.id: person for person in prepared.unit.citizens}
    columns = tuple(key for key in HOURS_COLUMNS if names or key != "name")
    weeks = people_weeks(prepared, version, planned.report)
    rows = tuple(_row(_hours(people[each.citizen], each, word), columns) for each in weeks)
    return Sheet(columns, rows, tuple(each.citizen for each in weeks))


def plan_sheet(planned: PlannedWeek, word: Word, *, names: bool) -> Sheet:
    """A row for each session of a planned week. Raises ``PlanNotClean``."""
    _held_clean(planned)
    unit, version = set_apart(planned.prepared.unit), planned.version
    rooms = {room.id: room for room in unit.rooms}
    sites = {site.id: site.name for site in unit.sites}
    activities = {activity.id: activity.name for activity in unit.activities}
    staff = {member.id: member.name for member in unit.staff}
    people = {each.id: each.name if names else each.case_number for each in unit.citizens}
    rows: list[tuple[Value, ...]] = []
    for session in sorted(version.sessions, key=lambda each: (each.start, each.room, each.id)):
        room = rooms[session.room]
        start = session.start.hour * 60 + session.start.minute
        length = int((session.end - session.start).total_seconds()) // 60
        row: Cells = {
            "date": session.start.date(),
            "weekday": word(f"weekday.{WEEKDAYS[session.start.weekday()]}"),
            "start": clock(start),
            "end": clock(start + length),
            "activity": activities[session.activity],
            "site": sites[room.site],
            "room": room.name,
            "staff": list_value(staff[each] for each in session.staff),
            "citizens": list_value(people[each] for each in session.citizens),
            "count": len(session.citizens),
        }
        rows.append(_row(row, PLAN_COLUMNS))
    return Sheet(PLAN_COLUMNS, tuple(rows), tuple(sorted(set(people_of(version)))))


def export_event(kind: Kind, sheet: Sheet, reason: str, *, names: bool) -> AuditEvent:
    """What is recorded of a table of the unit that is written to a file."""
    payload = {"what": f"table_{kind.value}", "names": _names(names=names), "count": len(sheet.rows)}
    return AuditEvent(AuditKind.EXPORT, "table", reason=reason, payload=payload, people=sheet.people)


def week_export_event(version: PlanVersion, reason: str, *, names: bool) -> AuditEvent:
    """What is recorded of a table of a planned week that is written to a file."""
    return replace(week_event(AuditKind.EXPORT, version, names=_names(names=names)), reason=reason)


def _names(*, names: bool) -> str:
    return "full" if names else "case_numbers"


def _held_clean(planned: PlannedWeek) -> None:
    if not planned.report.clean:
        raise PlanNotClean


def _row(cells: Cells, columns: Iterable[str]) -> tuple[Value, ...]:
    return tuple(cells.get(column) for column in columns)


def _records(unit: Unit, kind: Kind, house: House) -> Iterator[Record]:
    if kind is Kind.PEOPLE:
        yield from map(house.record, unit.citizens)
        return
    entities: dict[Kind, tuple[Entity, ...]] = {
        Kind.GROUPS: unit.groups,
        Kind.SEPARATIONS: unit.separations,
        Kind.ROOMS: unit.rooms,
        Kind.STAFF: unit.staff,
        Kind.ABSENCES: unit.absences,
    }
    yield from map(Record, entities[kind])


def _hours(person: Citizen, week: PersonWeek, word: Word) -> Cells:
    return {
        "case_number": person.case_number,
        "name": person.name,
        "level": week.level,
        "level_state": word(f"level.{week.level_state.value}"),
        "session_hours": hours_value(week.session_minutes),
        "placement_hours": hours_value(week.placement_minutes),
        "total_hours": hours_value(week.counted_minutes),
        # No hours on record is not the same as no hours.
        "cap_hours": word("unknown") if week.cap_minutes is None else hours_value(week.cap_minutes),
        "sessions": week.sessions,
        "missing": word("unknown") if week.unmet is None else len(week.unmet),
    }
