"""An entity as JSON and back, by the fields of its dataclass; the form is told in ``services.everything``."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from desktop.domain.errors import DomainError
from desktop.domain.levels import ThreatLevel
from desktop.domain.plans import PlanVersion, VersionState
from desktop.domain.time import IsoWeek
from desktop.services.files.importing import MESSAGES
from desktop.services.files.shapes import FileFault

INFINITE = {"Infinity": math.inf, "-Infinity": -math.inf}


def _published_at(version: Mapping[str, Any]) -> object:
    """A published version's moment where the file says none: when it was last changed."""
    return version.get("created_at") if version.get("state") == VersionState.PUBLISHED else None


ADDED_FIELDS: Mapping[type[Any], Mapping[str, Callable[[Mapping[str, Any]], object]]] = {
    ThreatLevel: {"never_automatic": lambda _: False},
    PlanVersion: {"published_at": _published_at},
}
"""Fields that an older version did not know, with what goes for an entity without them."""


class _Bad:
    pass


BAD: Any = _Bad()
"""Stands for a value that could not be read."""


@cache
def hints_of(kind: type[Any]) -> dict[str, Any]:
    """The types of a dataclass's fields."""
    return get_type_hints(kind)


def to_json(value: Any) -> Any:
    """What JSON says of a value."""
    if isinstance(value, IsoWeek):
        return str(value)
    if is_dataclass(value):
        return {each.name: to_json(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [to_json(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def read_value(kind: Any, value: Any, path: str, faults: list[FileFault]) -> Any:
    """A value of a type out of what JSON says; ``BAD`` after at least one fault was told."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (given,) = (each for each in inner if each is not NoneType)
        return None if value is None else read_value(given, value, path, faults)
    if origin in (tuple, frozenset):
        if not isinstance(value, list):
            return _bad(path, "not_a_list", faults)
        parts = [read_value(inner[0], each, f"{path}[{at}]", faults) for at, each in enumerate(value)]
        return BAD if any(part is BAD for part in parts) else origin(parts)
    if is_dataclass(kind) and kind is not IsoWeek:
        return _entry(kind, value, path, faults)
    reader, key = _simple(kind)
    try:
        return reader(value)
    except (ValueError, TypeError):
        return _bad(path, key, faults)


def _entry(kind: Any, value: Any, path: str, faults: list[FileFault]) -> Any:
    if not isinstance(value, dict):
        return _bad(path, "not_an_object", faults)
    before = len(faults)
    hints = hints_of(kind)
    names = [each.name for each in fields(kind)]
    added = ADDED_FIELDS.get(kind, {})
    value = {**{name: known(value) for name, known in added.items()}, **value}
    faults += [FileFault(f"{path}.{name}", "unknown_member") for name in value if name not in names]
    faults += [FileFault(f"{path}.{name}", "missing") for name in names if name not in value]
    read = {
        name: read_value(hints[name], value[name], f"{path}.{name}", faults)
        for name in names
        if name in value
    }
    if len(faults) > before:
        return BAD
    try:
        return kind(**read)
    except DomainError as error:
        # What only the app's own code can get wrong has no words for a file.
        faults += [
            FileFault(f"{path}.{fault.field}", fault.key if fault.key in MESSAGES else "not_a_time")
            for fault in error.faults
        ]
        return BAD


def _simple(kind: Any) -> tuple[Callable[[Any], Any], str]:
    """How a single value of a type is read, and what is wrong where it can't be."""
    if kind is IsoWeek:
        return IsoWeek.parse, "not_a_date"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind, "not_a_choice"
    return {
        str: (_text, "not_text"),
        bool: (_flag, "not_flag"),
        int: (_whole, "not_whole"),
        float: (_number, "not_whole"),
        datetime: (datetime.fromisoformat, "not_a_time"),
        date: (date.fromisoformat, "not_a_date"),
    }[kind]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode()
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _number(value: Any) -> float:
    if value in INFINITE:
        return INFINITE[value]
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError
    return float(value)


def _bad(path: str, key: str, faults: list[FileFault]) -> Any:
    faults.append(FileFault(path, key))
    return BAD
