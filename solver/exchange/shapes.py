"""What the exchange format builds of its values: references, lists, objects.

Nothing is noted twice: what is ``BAD`` is left out of every later check.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeAlias, TypeVar

from solver.exchange.source import BAD, Bad, Source, key_path
from solver.exchange.text import Members
from solver.exchange.values import Choice, Codec

T = TypeVar("T")
H = TypeVar("H", bound=Hashable)


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
            return f"a list of exactly {self.least}"
        return f"a list of at least {self.least}" if self.least else "a list"

    def read(self, source: Source, path: str, value: object) -> tuple[T, ...] | Bad:
        if not isinstance(value, list):
            return source.wrong_type(path, self.expected, value)
        items = [self.item.read(source, f"{path}[{index}]", item) for index, item in enumerate(value)]
        if len(value) < self.least or (self.most is not None and len(value) > self.most):
            return source.bad(path, f"expected {self.expected}, found one of {len(value)}")
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
        good: dict[str, Any] = {}
        for key in self.keys:
            if key.name in repeated:
                source.bad(key_path(path, key.name), "given more than once in this object")
            elif key.name in value:
                read = key.codec.read(source, key_path(path, key.name), value[key.name])
                if read is not BAD:
                    good[key.name] = read
            elif not key.optional:
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
