"""A file being read: its mistakes so far, and how they are told."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Hashable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Final, TypeAlias

from solver.exchange.errors import InputError
from solver.exchange.times import moment_of

LARGEST: Final = 1_000_000_000
"""The largest count, duration or sum of money, so that no sum of them leaves 64 bits."""
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
