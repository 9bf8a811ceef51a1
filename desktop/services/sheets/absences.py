"""Rows about when a citizen or a colleague can't come."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.people import Absence
from desktop.domain.time import TimeSpan
from desktop.services.sheets.cells import Cells, Word, end_value, start_value
from desktop.services.sheets.row import House, Record, Row, called
from desktop.services.sheets.values import folded
from desktop.services.sheets.vocabulary import ABSENCES


def read_absence(row: Row, house: House) -> tuple[Record | None, Record | None]:
    person = _person(row, house)
    start, end = row.moment("from"), row.moment("until", end=True)
    kind, note = row.choice("kind", ABSENCES), row.long_text("note")
    row.missing(person=person)
    row.missing(**{"from": start})
    if person is None or start is None:
        return None, None
    row.identity = (person, start)
    old = next(
        (each for each in house.unit.absences if (each.person, each.span.start) == (person, start)), None
    )
    before = Record(old) if old else None
    kind = kind or (old.kind if old else None)
    end = end or (old.span.end if old else None)
    row.missing(until=end, kind=kind)
    if end is None or kind is None:
        return before, None
    span = row.made(lambda: TimeSpan(start, end), {"end": "until"})
    if row.faults or span is None:
        return before, None
    base = old or Absence(house.new_id("absence"), person, kind, span)
    return before, Record(replace(base, kind=kind, span=span, note=base.note if note is None else note))


def absence_cells(record: Record, house: House, word: Word) -> Cells:
    absence = record.main
    assert isinstance(absence, Absence)
    return {
        "person": house.names.get(absence.person),
        "from": start_value(absence.span.start),
        "until": end_value(absence.span.end),
        "kind": word(f"absence.{absence.kind.value}"),
        "note": absence.note or None,
    }


def _person(row: Row, house: House) -> str | None:
    """A citizen by case number, or a citizen or colleague by a name that nobody else has."""
    text = row.text("person")
    row.subject = text or ""
    if text is None:
        return None
    person = house.cases.get(folded(text))
    staff = {each.id for each in house.staff_called(text)}
    found = ({person.id} if person else {each.id for each in called(house.unit.citizens, text)}) | staff
    if len(found) != 1:
        row.wrong("person", "ambiguous" if found else "unknown_person")
        return None
    return found.pop()
