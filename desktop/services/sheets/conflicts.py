"""Rows about conflict groups and about who is kept apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain.conflicts import ConflictGroup, Scope, Separation
from desktop.domain.time import DAY_MINUTES
from desktop.services.sheets.cells import Cells, Word
from desktop.services.sheets.row import House, Record, Row, called
from desktop.services.sheets.values import folded
from desktop.services.sheets.vocabulary import SCOPES

_COLUMNS = {"gap_minutes": "gap", "reason": "reason", "source": "source"}


def read_group(row: Row, house: House) -> tuple[Record | None, Record | None]:
    name, note = row.text("name"), row.long_text("note")
    row.subject = name or ""
    row.missing(name=name)
    known = called(house.unit.groups, name or "")
    if len(known) > 1:
        row.wrong("name", "ambiguous")
    row.identity = folded(name) if name else None
    old = known[0] if known else None
    before = Record(old) if old else None
    if row.faults or name is None:
        return before, None
    base = old or ConflictGroup(house.new_id("group"), name)
    return before, Record(replace(base, note=base.note if note is None else note))


def read_separation(row: Row, house: House) -> tuple[Record | None, Record | None]:
    side_a, side_b = _side(row, house, "side_a"), _side(row, house, "side_b")
    first, last = row.day("from"), row.day("until")
    scope, gap = row.choice("scope", SCOPES), row.whole("gap", 0, DAY_MINUTES)
    reason, source = row.long_text("reason"), row.text("source")
    row.missing(side_a=side_a, side_b=side_b)
    row.missing(**{"from": first})
    if side_a is None or side_b is None or first is None:
        return None, None
    if side_a == side_b and side_a in {person.id for person in house.unit.citizens}:
        row.wrong("side_b", "same")
    sides = frozenset((side_a, side_b))
    row.identity = (sides, first)
    old = next(
        (
            each
            for each in house.unit.separations
            if frozenset((each.side_a, each.side_b)) == sides and each.span.first == first
        ),
        None,
    )
    before = Record(old) if old else None
    if old is not None:
        scope, reason, source = scope or old.scope, reason or old.reason, source or old.source
        last = last or old.span.last
        if gap is None and scope is old.scope:
            gap = old.gap_minutes
    row.missing(scope=scope, reason=reason, source=source)
    if scope is Scope.SESSION and gap is None:
        # Whoever may follow each other on a site has no time to keep between.
        gap = 0
    if scope is Scope.SITE:
        row.missing(gap=gap)
    span = row.span(first, last, "until")
    if row.faults or span is None or scope is None or gap is None or reason is None or source is None:
        return before, None
    known = (scope, gap, reason, span, source)
    a, b = (old.side_a, old.side_b) if old else (side_a, side_b)
    key = old.id if old else house.new_id("separation")
    new = row.made(lambda: Separation(key, a, b, *known, old.end_reviewed if old else None), _COLUMNS)
    return before, Record(new) if new else None


def group_cells(record: Record) -> Cells:
    group = record.main
    assert isinstance(group, ConflictGroup)
    return {"name": group.name, "note": group.note or None}


def separation_cells(record: Record, house: House, word: Word) -> Cells:
    separation = record.main
    assert isinstance(separation, Separation)
    last: date | None = separation.span.last
    return {
        "side_a": house.names.get(separation.side_a),
        "side_b": house.names.get(separation.side_b),
        "from": separation.span.first,
        "until": last,
        "scope": word(f"scope.{separation.scope.value}"),
        "gap": separation.gap_minutes,
        "reason": separation.reason,
        "source": separation.source,
    }


def _side(row: Row, house: House, column: str) -> str | None:
    """A group by its name or a citizen by case number; by name where nobody else has it."""
    text = row.text(column)
    row.subject = " – ".join(part for part in (row.subject, text) if part)
    if text is None:
        return None
    person = house.cases.get(folded(text))
    found = {each.id for each in called(house.unit.groups, text)} | ({person.id} if person else set())
    found = found or {each.id for each in called(house.unit.citizens, text)}
    if len(found) != 1:
        row.wrong(column, "ambiguous" if found else "unknown_side")
        return None
    return found.pop()
