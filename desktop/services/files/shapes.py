"""The shapes of values in a JSON file: each reads a value, tells its faults, and knows its schema.

A shape's ``read`` returns the value, or ``BAD`` after it has told at least one fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Final, Protocol

from desktop.domain.errors import LARGEST, DomainError
from desktop.domain.time import DAY_MINUTES
from desktop.services.ids import NewId

ID_PATTERN = r"^[A-Za-z0-9_.-]{1,64}$"
# What a page, a database or UTF-8 cannot hold.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
_CLOCK = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])")


class _Bad:
    pass


BAD: Final = _Bad()
"""What ``read`` returns for a value that it refused."""
REQUIRED: Final = _Bad()
"""The default of a member that must be there."""


@dataclass(frozen=True, slots=True)
class FileFault:
    """One error of a file. ``key`` is a word that the interface translates; no value is repeated."""

    path: str
    key: str


@dataclass(slots=True)
class Reading:
    """One pass over a file. ``ids`` maps (kind, the file's id) to the fresh id given for it."""

    new_id: NewId
    ids: Mapping[tuple[str, str], str]
    faults: list[FileFault] = field(default_factory=list)
    defined: set[tuple[str, str]] = field(default_factory=set)
    places: dict[str, str] = field(default_factory=dict)
    """Where in the file the entity of a fresh id stands."""

    def refuse(self, path: str, key: str) -> _Bad:
        self.faults.append(FileFault(path, key))
        return BAD


class Shape(Protocol):
    def read(self, value: object, path: str, reading: Reading) -> Any: ...
    def schema(self) -> dict[str, Any]:
        """The shape in JSON Schema, draft 2020-12."""


@dataclass(frozen=True, slots=True)
class Text:
    """A string without control characters but line breaks; ``filled`` asks for more than white space."""

    filled: bool = False

    def read(self, value: object, path: str, reading: Reading) -> Any:
        if not isinstance(value, str) or _UNWRITABLE.search(value):
            return reading.refuse(path, "not_text")
        return value if value.strip() or not self.filled else reading.refuse(path, "empty")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"\S"} if self.filled else {"type": "string"}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from ``least`` to ``most``."""

    least: int
    most: int = LARGEST

    def read(self, value: object, path: str, reading: Reading) -> Any:
        if not isinstance(value, int) or isinstance(value, bool):
            return reading.refuse(path, "not_whole")
        if value > self.most:
            return reading.refuse(path, "too_large")
        return value if value >= self.least else reading.refuse(path, "too_small")

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of at least 0, a whole number of minutes; read as minutes."""

    most: int

    def read(self, value: object, path: str, reading: Reading) -> Any:
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            return reading.refuse(path, "not_hours")
        if not 0 <= value <= self.most:
            return reading.refuse(path, "too_small" if value < 0 else "too_large")
        minutes = round(value * 60)
        return minutes if abs(minutes - value * 60) < 1e-6 else reading.refuse(path, "not_hours")

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "minimum": 0, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Flag:
    def read(self, value: object, path: str, reading: Reading) -> Any:
        return value if isinstance(value, bool) else reading.refuse(path, "not_flag")

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of an enumeration's words."""

    words: type[StrEnum]

    def read(self, value: object, path: str, reading: Reading) -> Any:
        if isinstance(value, str) and value in {word.value for word in self.words}:
            return self.words(value)
        return reading.refuse(path, "not_a_choice")

    def schema(self) -> dict[str, Any]:
        return {"enum": [word.value for word in self.words]}


@dataclass(frozen=True, slots=True)
class Day:
    """A date, ``2026-11-23``."""

    def read(self, value: object, path: str, reading: Reading) -> Any:
        try:
            if isinstance(value, str) and _DATE.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        return reading.refuse(path, "not_a_date")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{_DATE.pattern}$"}


@dataclass(frozen=True, slots=True)
class Moment:
    """Local wall-clock time without zone, ``2026-11-23T08:00``."""

    def read(self, value: object, path: str, reading: Reading) -> Any:
        try:
            if isinstance(value, str) and _MOMENT.fullmatch(value):
                return datetime.fromisoformat(value)
        except ValueError:
            pass
        return reading.refuse(path, "not_a_time")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{_MOMENT.pattern}$"}


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, ``08:00``; ``24:00`` is midnight at the day's end. Read as minutes of the day."""

    def read(self, value: object, path: str, reading: Reading) -> Any:
        match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
        minutes = int(match[1]) * 60 + int(match[2]) if match else DAY_MINUTES + 1
        return minutes if minutes <= DAY_MINUTES else reading.refuse(path, "not_a_clock_time")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"}


@dataclass(frozen=True, slots=True)
class NewEntity:
    """The id by which the rest of the file refers to this entity; read as the fresh id given for it."""

    kind: str
    shares_names_with: str | None = None

    def read(self, value: object, path: str, reading: Reading) -> Any:
        if not isinstance(value, str) or not re.fullmatch(ID_PATTERN, value):
            return reading.refuse(path, "not_an_id")
        names = {(kind, value) for kind in (self.kind, self.shares_names_with) if kind is not None}
        if names & reading.defined:
            return reading.refuse(path, "duplicate")
        reading.defined.add((self.kind, value))
        return reading.ids[self.kind, value]

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": ID_PATTERN}


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of an entity, of one of ``kinds``, defined anywhere in the file."""

    kinds: tuple[str, ...]

    def read(self, value: object, path: str, reading: Reading) -> Any:
        if not isinstance(value, str):
            return reading.refuse(path, "not_an_id")
        for kind in self.kinds:
            if (kind, value) in reading.ids:
                return reading.ids[kind, value]
        return reading.refuse(path, "unknown_reference")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": ID_PATTERN}


@dataclass(frozen=True, slots=True)
class Maybe:
    """``null`` or a value; ``null`` says that there is none, or that it is not known."""

    shape: Shape

    def read(self, value: object, path: str, reading: Reading) -> Any:
        return None if value is None else self.shape.read(value, path, reading)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "null"}, self.shape.schema()]}


@dataclass(frozen=True, slots=True)
class Many:
    """A list, read as a tuple; of exactly ``count`` where that is given.

    ``once`` forbids a value twice, ``filled`` asks for at least one.
    """

    shape: Shape
    count: int | None = None
    once: bool = False
    filled: bool = False

    def read(self, value: object, path: str, reading: Reading) -> Any:
        if not isinstance(value, list):
            return reading.refuse(path, "not_a_list")
        if self.count is not None and len(value) != self.count:
            return reading.refuse(path, "wrong_length")
        if self.filled and not value:
            return reading.refuse(path, "empty")
        values = [self.shape.read(each, f"{path}[{at}]", reading) for at, each in enumerate(value)]
        if any(each is BAD for each in values):
            return BAD
        if self.once and len(set(values)) < len(values):
            return reading.refuse(path, "duplicate")
        return tuple(values)

    def schema(self) -> dict[str, Any]:
        found: dict[str, Any] = {"type": "array", "items": self.shape.schema()}
        if self.count is not None:
            found |= {"minItems": self.count, "maxItems": self.count}
        if self.filled:
            found["minItems"] = 1
        return found | ({"uniqueItems": True} if self.once else {})


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a record; one with a default may be left out."""

    shape: Shape
    default: Any = REQUIRED
    about: str = ""

    def schema(self) -> dict[str, Any]:
        return ({"description": self.about} if self.about else {}) | self.shape.schema()


@dataclass(frozen=True, slots=True)
class Record:
    """An object whose members make a value.

    ``make`` gets the members that were read and returns the value; a ``DomainError`` that it raises is told
    at the member that ``renamed`` maps the domain's field to. Unknown members are an error, so that a typing
    mistake is never ignored.
    """

    members: Mapping[str, Member]
    make: Callable[[dict[str, Any], Reading], Any] = lambda values, _: values
    renamed: Mapping[str, str] = field(default_factory=dict)
    about: str = ""

    def read(self, value: object, path: str, reading: Reading) -> Any:
        if not isinstance(value, dict):
            return reading.refuse(path, "not_an_object")
        before = len(reading.faults)
        for name in value:
            if name not in self.members:
                reading.refuse(_inside(path, str(name)), "unknown_member")
        values: dict[str, Any] = {}
        for name, member in self.members.items():
            if name in value:
                values[name] = member.shape.read(value[name], _inside(path, name), reading)
            elif member.default is REQUIRED:
                reading.refuse(_inside(path, name), "missing")
            else:
                values[name] = member.default
        if len(reading.faults) > before:
            return BAD
        try:
            made = self.make(values, reading)
        except DomainError as error:
            for fault in error.faults:
                reading.refuse(_inside(path, self.renamed.get(fault.field, fault.field)), fault.key)
            return BAD
        entity_id = getattr(made, "id", None)
        if isinstance(entity_id, str):
            reading.places[entity_id] = path
        return made

    def schema(self) -> dict[str, Any]:
        return ({"description": self.about} if self.about else {}) | {
            "type": "object",
            "properties": {name: member.schema() for name, member in self.members.items()},
            "required": [name for name, member in self.members.items() if member.default is REQUIRED],
            "additionalProperties": False,
        }


def clock_text(minute: int) -> str:
    """Minutes of the day as ``ClockTime`` reads them."""
    return time(minute // 60, minute % 60).strftime("%H:%M") if minute < DAY_MINUTES else "24:00"


def _inside(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
