"""The values of the exchange format that hold no others: numbers, words, ids, times.

A codec's ``read`` takes a JSON value and its path, notes a mistake in the ``Source``, and returns the
value of the dataclass's field, or ``BAD`` where there is none to be had. ``write`` is its inverse.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Generic, Protocol, TypeVar

from solver.exchange.source import LARGEST, Bad, Source, kind_of
from solver.exchange.times import monday_of, outside, text_of
from solver.problem import DAY_MINUTES, WEEK_MINUTES

T = TypeVar("T")
WEEK_HOURS: Final = WEEK_MINUTES // 60
SLOTS: Final = (15, 30, 60)


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


ID: Final = Pattern(re.compile(r"[A-Za-z0-9_.-]{1,64}"), "an id: 1 to 64 of the characters A-Z a-z 0-9 _ . -")


@dataclass(frozen=True, slots=True)
class Number:
    """Any finite number; written without a decimal point where it is whole."""

    expected: str = "a number"

    def read(self, source: Source, path: str, value: object) -> float | Bad:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return source.wrong_type(path, self.expected, value)
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        return number if math.isfinite(number) else source.wrong_type(path, self.expected, value)

    def write(self, monday: date, value: float) -> object:
        if not math.isfinite(value):
            raise ValueError("the exchange format has no number for what is not finite")
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
