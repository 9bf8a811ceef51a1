"""One row of a table while it is read: its cells by column, what is wrong with them, and what they name."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeVar

from desktop.domain.conflicts import Membership
from desktop.domain.errors import LARGEST, DomainError
from desktop.domain.offers import Enrolment, Referral
from desktop.domain.people import Citizen
from desktop.domain.places import Room
from desktop.domain.staffing import StaffMember
from desktop.domain.time import DateSpan, WeeklyBlock, overlapping
from desktop.domain.unit import Entity, Unit
from desktop.services.sheets.columns import WEEKDAYS
from desktop.services.sheets.escape import unescaped
from desktop.services.sheets.table import NOT_CALCULATED
from desktop.services.sheets.values import blocks_of, day_of, folded, minutes_of, moment_of, whole_of
from desktop.services.telling_apart import set_apart

T = TypeVar("T")
P = TypeVar("P", Membership, Referral, Enrolment)

MOST_SHORT = 200
MOST_LONG = 5_000
_ERRORS = frozenset(
    {NOT_CALCULATED, "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
    | {"#I/T", "#REFERENCE!", "#VÆRDI!", "#DIVISION/0!", "#NAVN?", "#NUL!"}
)
"""What a spreadsheet shows of a formula that came to nothing, in English and in Danish."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row. ``column`` is empty where it is the row; ``detail`` is a word of it."""

    column: str
    key: str
    detail: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Record:
    """An entity with what is kept beside it and stands in the same row."""

    main: Entity
    parts: tuple[Entity, ...] = ()

    @property
    def entities(self) -> tuple[Entity, ...]:
        return (self.main, *self.parts)


class Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Named)


class House:
    """The unit that the rows are read into. ``today`` is from when on what has no day of its own holds."""

    def __init__(self, unit: Unit, today: date, new_id: Callable[[str], str]) -> None:
        self.unit = unit
        self.today = today
        self.new_id = new_id
        self.cases = {folded(person.case_number): person for person in unit.citizens}
        apart = set_apart(unit)
        self.staff_names = {member.id: member.name for member in apart.staff}
        """By id, with a number behind a name that two have: by it a table names them and tells them apart."""
        self.room_names = {room.id: room.name for room in apart.rooms}
        """The same of rooms, of one site each."""
        self.levels = frozenset(level.level for level in unit.levels)
        self.names: dict[str, str] = {
            **{person.id: person.case_number for person in unit.citizens},
            **self.staff_names,
            **{group.id: group.name for group in unit.groups},
        }
        self.memberships = _by_citizen(unit.memberships)
        self.referrals = _by_citizen(unit.referrals)
        self.enrolments = _by_citizen(unit.enrolments)

    def staff_called(self, text: str) -> list[StaffMember]:
        """The staff of a name, whatever the case and white space; one where the number tells which."""
        return _called_apart(self.unit.staff, self.staff_names, text)

    def rooms_called(self, text: str, site: str | None) -> list[Room]:
        """The same of the rooms of a site, or of all."""
        rooms = [room for room in self.unit.rooms if site in (None, room.site)]
        return _called_apart(rooms, self.room_names, text)

    def record(self, person: Citizen) -> Record:
        """A citizen with their memberships, referrals and enrolments."""
        key = person.id
        parts: tuple[Entity, ...] = (
            *self.memberships.get(key, ()),
            *self.referrals.get(key, ()),
            *self.enrolments.get(key, ()),
        )
        return Record(person, parts)


def _by_citizen(parts: Iterable[P]) -> dict[str, tuple[P, ...]]:
    found: dict[str, list[P]] = {}
    for part in parts:
        found.setdefault(part.citizen, []).append(part)
    return {citizen: tuple(held) for citizen, held in found.items()}


def called(named: Iterable[N], text: str) -> list[N]:
    """Those of a name, whatever the case and white space."""
    wanted = folded(text)
    return [each for each in named if folded(each.name) == wanted]


def _called_apart(named: Iterable[N], names: Mapping[str, str], text: str) -> list[N]:
    listed = list(named)
    own = called(listed, text)
    return own or [each for each in listed if folded(names[each.id]) == folded(text)]


class Row:
    """Reads cells by their column's key. What an empty cell or one without a heading says is None."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self._cells = {key: unescaped(text.strip()) for key, text in cells.items()}
        self.faults: list[Fault] = []
        self.identity: Hashable = None
        """What the row is known by: no other row of the table may have the same."""
        self.subject = ""
        """What the row is about, in its own words."""

    def wrong(self, column: str, key: str, detail: str = "") -> None:
        fault = Fault(column, key, detail)
        if fault not in self.faults:
            self.faults.append(fault)

    def has(self, *columns: str) -> bool:
        """Whether any of them says something."""
        return any(self._cells.get(column) for column in columns)

    def text(self, column: str) -> str | None:
        """A text of one line."""
        raw = self._raw(column)
        return None if raw is None else self._fitting(column, " ".join(raw.split()), MOST_SHORT)

    def long_text(self, column: str) -> str | None:
        """A text of any number of lines."""
        raw = self._raw(column)
        if raw is None:
            return None
        return self._fitting(column, raw.replace("\r\n", "\n").replace("\r", "\n"), MOST_LONG)

    def day(self, column: str) -> date | None:
        return self._read(column, day_of, "not_a_date")

    def moment(self, column: str, *, end: bool = False) -> datetime | None:
        return self._read(column, lambda text: moment_of(text, end=end), "not_a_moment")

    def minutes(self, column: str, most: int) -> int | None:
        found = self._read(column, minutes_of, "not_hours")
        if found is not None and found > most:
            self.wrong(column, "too_large")
            return None
        return found

    def whole(self, column: str, least: int, most: int = LARGEST) -> int | None:
        found = self._read(column, whole_of, "not_whole")
        if found is not None and not least <= found <= most:
            self.wrong(column, "too_small" if found < least else "too_large")
            return None
        return found

    def choice(self, column: str, words: Mapping[str, T]) -> T | None:
        return self._read(column, lambda text: words.get(folded(text)), "not_a_choice")

    def span(self, first: date | None, last: date | None, column: str) -> DateSpan | None:
        """A span of days; ``column`` is that of its last one."""
        if first is None:
            return None
        return self.made(lambda: DateSpan(first, last), {"last": column})

    def week(self, before: tuple[WeeklyBlock, ...]) -> tuple[WeeklyBlock, ...]:
        """A weekly pattern: the days that the row tells, and the others as they were ``before``."""
        found = list(before)
        for weekday, column in enumerate(WEEKDAYS):
            blocks = self._blocks(column, weekday)
            if blocks is not None:
                found = [block for block in found if block.weekday != weekday] + list(blocks)
        return before if sorted(found) == sorted(before) else tuple(sorted(found))

    def one(self, column: str, named: Iterable[N], unknown: str) -> N | None:
        """The one that a cell names; ``unknown`` is the fault where there is none of the name."""
        text = self.text(column)
        if text is None:
            return None
        found = called(named, text)
        if len(found) != 1:
            self.wrong(column, "ambiguous" if found else unknown)
            return None
        return found[0]

    def made(self, make: Callable[[], T], columns: Mapping[str, str]) -> T | None:
        """What ``make`` makes; what the domain refuses is told at the field's column."""
        try:
            return make()
        except DomainError as error:
            for fault in error.faults:
                self.wrong(columns.get(fault.field, ""), fault.key)
            return None

    def missing(self, **values: object) -> bool:
        """Tells each column whose value is None and about which nothing else is wrong."""
        for column, value in values.items():
            if value is None and not self._told(column):
                self.wrong(column, "missing")
        return any(value is None for value in values.values())

    def _raw(self, column: str) -> str | None:
        raw = self._cells.get(column, "")
        if not raw:
            return None
        if raw.upper() in _ERRORS:
            self.wrong(column, "error_value")
            return None
        return raw

    def _read(self, column: str, read: Callable[[str], T | None], fault: str) -> T | None:
        raw = self._raw(column)
        if raw is None:
            return None
        found = read(raw) if len(raw) <= MOST_SHORT else None
        if found is None:
            self.wrong(column, fault)
        return found

    def _blocks(self, column: str, weekday: int) -> tuple[WeeklyBlock, ...] | None:
        raw = self._raw(column)
        if raw is None:
            return None
        blocks = self.made(
            lambda: blocks_of(raw, weekday), dict.fromkeys(("start", "end", "weekday"), column)
        )
        if blocks is None:
            if not self._told(column):
                self.wrong(column, "not_times")
        elif overlapping(column, blocks):
            self.wrong(column, "overlap")
        return blocks

    def _told(self, column: str) -> bool:
        return any(fault.column == column for fault in self.faults)

    def _fitting(self, column: str, text: str, most: int) -> str | None:
        if len(text) > most:
            self.wrong(column, "too_long")
        elif any(unicodedata.category(letter) == "Cc" for letter in text if letter not in "\n\t"):
            self.wrong(column, "not_text")
        else:
            return text
        return None
