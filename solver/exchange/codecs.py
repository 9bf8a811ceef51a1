"""The parts that files of the exchange format are made of, each read and written by one class.

``read`` takes a JSON value and its path, notes every mistake in the ``Source``, and returns the value
of the dataclass's field, or ``BAD`` where there is none to be had. Nothing is noted twice: what is
``BAD`` is left out of every later check. ``write`` is its inverse.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Hashable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, Final, Generic, Protocol, TypeAlias, TypeVar

from solver.exchange.errors import InputError
from solver.exchange.text import Members
from solver.exchange.times import moment_of, monday_of, outside, text_of
from solver.problem import DAY_MINUTES, WEEK_MINUTES

T = TypeVar("T")
H = TypeVar("H", bound=Hashable)
LARGEST: Final = 1_000_000_000
"""The largest count, duration or sum of money, so that no sum of them leaves 64 bits."""
WEEK_HOURS: Final = WEEK_MINUTES // 60
SLOTS: Final = (15, 30, 60)

_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")


class Bad(Enum):
    """Stands for a value that could not be read and whose mistake has been noted."""

    BAD = "bad"


BAD: Final = Bad.BAD
Known: TypeAlias = Mapping[str, AbstractSet[Hashable] | None]


@dataclass(slots=True)
class Source:
    """One file being read: the mistakes so far, and what later values are measured by.

    ``known`` are the ids of each kind, None where they cannot be told, so that one mistake in a list is
    not repeated at everything that points into it. ``monday`` and ``slot`` are None until they are read,
    and where they could not be.
    """

    known: Known = field(default_factory=dict)
    monday: date | None = None
    slot: int | None = None
    errors: list[InputError] = field(default_factory=list)
    _seen: dict[tuple[str, Hashable], str] = field(default_factory=dict)
    _moments: dict[str, tuple[date, int]] = field(default_factory=dict)

    def bad(self, path: str, message: str) -> Bad:
        """Notes a mistake."""
        self.errors.append(InputError(path, message))
        return BAD

    def wrong_type(self, path: str, expected: str, value: object) -> Bad:
        return self.bad(path, f"expected {expected}, found {kind_of(value)}")

    def first_at(self, space: str, value: Hashable, path: str) -> str | None:
        """Where a value of a name space stood before, if it did."""
        first = self._seen.setdefault((space, value), path)
        return None if first == path else first

    def moment(self, text: str) -> tuple[date, int]:
        moment = self._moments.get(text)
        if moment is None:
            moment = self._moments[text] = moment_of(text)
        return moment


def kind_of(value: object) -> str:
    """What a JSON value is, in words that give nothing of a text away."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return f"the number {value}" if abs(value) <= LARGEST else "a number that is too large"
        case float():
            if math.isnan(value):
                return "NaN, which is no JSON number"
            return "a number that is too large" if math.isinf(value) else f"the number {value!r}"
        case str():
            return "text" if value else "an empty text"
        case list():
            return "a list"
        case dict():
            return "an object"
        case _:
            return "something that JSON does not have"


def key_path(path: str, key: object) -> str:
    """The path of an object's member. An unusual key is quoted, and cut where it is long."""
    if isinstance(key, str) and _PLAIN_KEY.fullmatch(key):
        return f"{path}.{key}" if path else key
    return f"{path}[{json.dumps(str(key)[:64])}]"


class Codec(Protocol[T]):
    """Reads and writes one sort of value. ``expected`` completes "expected …"."""

    @property
    def expected(self) -> str: ...
    def read(self, source: Source, path: str, value: object) -> T | Bad: ...
    def write(self, monday: date, value: T) -> object: ...


class Scalar(Generic[T]):
    """A value that is written as it is held."""

    def write(self, monday: date, value: T) -> object:
        return value


@dataclass(frozen=True, slots=True)
class Whole(Scalar[int]):
    """A whole number. ``3.0`` is none, nor is ``true``."""

    least: int = 0
    most: int = LARGEST

    @property
    def expected(self) -> str:
        return f"a whole number from {self.least} to {self.most}"

    def read(self, source: Source, path: str, value: object) -> int | Bad:
        if type(value) is not int or not self.least <= value <= self.most:
            return source.wrong_type(path, self.expected, value)
        return value


@dataclass(frozen=True, slots=True)
class Flag(Scalar[bool]):
    expected: str = "true or false"

    def read(self, source: Source, path: str, value: object) -> bool | Bad:
        return value if isinstance(value, bool) else source.wrong_type(path, self.expected, value)


@dataclass(frozen=True, slots=True)
class Choice(Scalar[str]):
    """One of some fixed words."""

    options: tuple[str, ...]

    @property
    def expected(self) -> str:
        words = [f'"{option}"' for option in self.options]
        return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]

    def read(self, source: Source, path: str, value: object) -> str | Bad:
        if isinstance(value, str) and value in self.options:
            return value
        shown = "another text" if isinstance(value, str) else kind_of(value)
        return source.bad(path, f"expected {self.expected}, found {shown}")


@dataclass(frozen=True, slots=True)
class Text(Scalar[str]):
    """Any text that UTF-8 can hold; ``least`` 1 refuses the empty one."""

    least: int = 0

    @property
    def expected(self) -> str:
        return "a text that is not empty" if self.least else "a text"

    def read(self, source: Source, path: str, value: object) -> str | Bad:
        if not isinstance(value, str) or len(value) < self.least:
            return source.wrong_type(path, self.expected, value)
        if any("\ud800" <= character <= "\udfff" for character in value):
            return source.bad(path, "holds half of a surrogate pair, which is no character")
        return value


@dataclass(frozen=True, slots=True)
class Pattern(Scalar[str]):
    """A text of a given form."""

    form: re.Pattern[str]
    expected: str

    def read(self, source: Source, path: str, value: object) -> str | Bad:
        if not isinstance(value, str):
            return source.wrong_type(path, self.expected, value)
        if self.form.fullmatch(value) is None:
            return source.bad(path, f"expected {self.expected}")
        return value


ID: Final = Pattern(_ID, "an id: 1 to 64 of the characters A-Z a-z 0-9 _ . -")


@dataclass(frozen=True, slots=True)
class Number:
    """Any finite number; written without a decimal point where it is whole."""

    expected: str = "a number"

    def read(self, source: Source, path: str, value: object) -> float | Bad:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            return source.wrong_type(path, self.expected, value)
        return float(value)

    def write(self, monday: date, value: float) -> object:
        # Beyond 2**53 a float's digits are not all meant.
        return int(value) if value == int(value) and abs(value) < 2**53 else value


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours in the file, minutes in the dataclass; a whole number of slots."""

    expected: str = f"a number of hours from 0 to {WEEK_HOURS}"

    def read(self, source: Source, path: str, value: object) -> int | Bad:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= WEEK_HOURS:
            return source.wrong_type(path, self.expected, value)
        minutes = Fraction(value) * 60
        if source.slot is None:
            return int(minutes)
        if minutes % source.slot:
            return source.bad(path, f"expected a whole number of slots of {source.slot} minutes")
        return int(minutes)

    def write(self, monday: date, value: int) -> object:
        hours, rest = divmod(value, 60)
        return value / 60 if rest else hours


@dataclass(frozen=True, slots=True)
class SessionLength(Scalar[int]):
    """Minutes of a session: a whole number of slots, at most a day."""

    expected: str = f"a number of minutes from 1 to {DAY_MINUTES}"

    def read(self, source: Source, path: str, value: object) -> int | Bad:
        if type(value) is not int or not 1 <= value <= DAY_MINUTES:
            return source.wrong_type(path, self.expected, value)
        if source.slot is not None and value % source.slot:
            return source.bad(path, f"expected a whole number of slots of {source.slot} minutes")
        return value


@dataclass(frozen=True, slots=True)
class Slot(Scalar[int]):
    """The grid. What is read after it is measured by it."""

    expected: str = "15, 30 or 60"

    def read(self, source: Source, path: str, value: object) -> int | Bad:
        if type(value) is not int or value not in SLOTS:
            return source.wrong_type(path, self.expected, value)
        source.slot = value
        return value


@dataclass(frozen=True, slots=True)
class Week(Scalar[str]):
    """The ISO week. What is read after it has to lie in it."""

    expected: str = 'an ISO week, such as "2026-W48"'

    def read(self, source: Source, path: str, value: object) -> str | Bad:
        if not isinstance(value, str):
            return source.wrong_type(path, self.expected, value)
        try:
            source.monday = monday_of(value)
        except ValueError as error:
            return source.bad(path, str(error))
        return value


@dataclass(frozen=True, slots=True)
class Time:
    """A wall-clock time in the file, a minute of the week in the dataclass."""

    is_end: bool
    expected: str = 'a time as YYYY-MM-DDTHH:MM, such as "2026-11-23T08:00"'

    def read(self, source: Source, path: str, value: object) -> int | Bad:
        if not isinstance(value, str):
            return source.wrong_type(path, self.expected, value)
        try:
            day, minute = source.moment(value)
        except ValueError as error:
            return source.bad(path, str(error))
        # Where the week is bad, any Monday will do to compare a start with its end.
        result = (day - (source.monday or date(1, 1, 1))).days * DAY_MINUTES + minute
        if source.monday is not None:
            most = WEEK_MINUTES if self.is_end else WEEK_MINUTES - 1
            if not 0 <= result <= most:
                return source.bad(path, outside(source.monday))
        if source.slot is not None and minute % source.slot:
            return source.bad(path, f"{value} is off the grid of {source.slot} minutes from midnight")
        return result

    def write(self, monday: date, value: int) -> object:
        return text_of(monday, value)


@dataclass(frozen=True, slots=True)
class Reference(Generic[T]):
    """The id (or level number) of something listed elsewhere in the file, of one of ``kinds``."""

    codec: Codec[T]
    kinds: tuple[str, ...]

    @property
    def expected(self) -> str:
        return f"the id of a {' or a '.join(self.kinds)}"

    def read(self, source: Source, path: str, value: object) -> T | Bad:
        read = self.codec.read(source, path, value)
        if read is BAD:
            return BAD
        for kind in self.kinds:
            known = source.known.get(kind)
            if known is None or read in known:
                return read
        return source.bad(path, f"there is no {' or '.join(self.kinds)} {json.dumps(read)} in this file")

    def write(self, monday: date, value: T) -> object:
        return self.codec.write(monday, value)


@dataclass(frozen=True, slots=True)
class Once(Generic[H]):
    """A value that no other in its name space may equal: ``space``, or else the list it is in."""

    codec: Codec[H]
    space: str = ""

    @property
    def expected(self) -> str:
        return self.codec.expected

    def read(self, source: Source, path: str, value: object) -> H | Bad:
        read = self.codec.read(source, path, value)
        if read is BAD:
            return BAD
        first = source.first_at(self.space or path[: path.rindex("[")], read, path)
        if first is None:
            return read
        return source.bad(path, f"the same as {first}; each may be given only once")

    def write(self, monday: date, value: H) -> object:
        return self.codec.write(monday, value)


@dataclass(frozen=True, slots=True)
class Nullable(Generic[T]):
    codec: Codec[T]

    @property
    def expected(self) -> str:
        return f"{self.codec.expected}, or null"

    def read(self, source: Source, path: str, value: object) -> T | Bad | None:
        return None if value is None else self.codec.read(source, path, value)

    def write(self, monday: date, value: T | None) -> object:
        return None if value is None else self.codec.write(monday, value)


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list whose order is kept, of ``least`` to ``most`` items."""

    item: Codec[T]
    least: int = 0
    most: int | None = None

    @property
    def expected(self) -> str:
        if self.least == self.most:
            return f"a list of {self.least} items"
        return f"a list of at least {self.least} items" if self.least > 1 else "a list"

    def read(self, source: Source, path: str, value: object) -> tuple[T, ...] | Bad:
        if not isinstance(value, list):
            return source.wrong_type(path, self.expected, value)
        items = [self.item.read(source, f"{path}[{index}]", item) for index, item in enumerate(value)]
        if len(value) < self.least or (self.most is not None and len(value) > self.most):
            return source.bad(path, f"expected {self.expected}, found {len(value)}")
        good = tuple(item for item in items if item is not BAD)
        return good if len(good) == len(items) else BAD

    def write(self, monday: date, value: tuple[T, ...]) -> object:
        return [self.item.write(monday, item) for item in value]


@dataclass(frozen=True, slots=True)
class SetOf:
    """A list of different texts whose order means nothing; written in alphabetical order."""

    item: Codec[str]
    expected: str = "a list"

    def read(self, source: Source, path: str, value: object) -> frozenset[str] | Bad:
        items = ListOf(Once(self.item)).read(source, path, value)
        return BAD if items is BAD else frozenset(items)

    def write(self, monday: date, value: frozenset[str]) -> object:
        return [self.item.write(monday, item) for item in sorted(value)]


@dataclass(frozen=True, slots=True)
class Key:
    """A member of an object: its name in the file, its codec, and the dataclass's field for it.

    An ``optional`` one is left out where the field is None. A ``constant`` is the same in every file and
    has no field.
    """

    name: str
    codec: Codec[Any]
    field_name: str = ""
    optional: bool = False
    constant: str | None = None

    @property
    def attribute(self) -> str:
        return self.field_name or self.name


def constant(name: str, value: str) -> Key:
    """A member that always holds the same word."""
    return Key(name, Choice((value,)), constant=value)


Check: TypeAlias = Callable[[Source, str, Mapping[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Record(Generic[T]):
    """An object. ``checks`` see the members that could be read, by their names in the file."""

    make: Callable[..., T]
    keys: tuple[Key, ...]
    checks: tuple[Check, ...] = ()
    expected: str = "an object"

    def read(self, source: Source, path: str, value: object) -> T | Bad:
        if not isinstance(value, dict):
            return source.wrong_type(path, self.expected, value)
        before = len(source.errors)
        repeated = value.repeated if isinstance(value, Members) else frozenset()
        missing = {key.name for key in self.keys if not key.optional} - value.keys()
        good: dict[str, Any] = {}
        for key in self.keys:
            if key.name in repeated:
                source.bad(key_path(path, key.name), "given more than once in this object")
            elif key.name in value:
                read = key.codec.read(source, key_path(path, key.name), value[key.name])
                if read is not BAD:
                    good[key.name] = read
            elif key.name in missing:
                source.bad(key_path(path, key.name), f"missing; expected {key.codec.expected}")
        names = {key.name for key in self.keys}
        for name in value:
            if name not in names:
                source.bad(key_path(path, name), "unknown key")
        for check in self.checks:
            check(source, path, good)
        if len(source.errors) > before:
            return BAD
        fields = [key for key in self.keys if key.name in good and key.constant is None]
        return self.make(**{key.attribute: good[key.name] for key in fields})

    def write(self, monday: date, value: T) -> dict[str, object]:
        members: dict[str, object] = {}
        for key in self.keys:
            if key.constant is not None:
                members[key.name] = key.constant
                continue
            held = getattr(value, key.attribute)
            if held is not None or not key.optional:
                members[key.name] = key.codec.write(monday, held)
        return members


@dataclass(frozen=True, slots=True)
class Sole(Generic[T]):
    """An object of a single member, which alone is held."""

    name: str
    codec: Codec[T]
    expected: str = "an object"

    def read(self, source: Source, path: str, value: object) -> T | Bad:
        record: Record[T] = Record(lambda **members: members[self.name], (Key(self.name, self.codec),))
        return record.read(source, path, value)

    def write(self, monday: date, value: T) -> object:
        return {self.name: self.codec.write(monday, value)}
