"""The export of everything, ``sikkerplan-export/1``: all that the store holds, as it is, and back.

One JSON file in UTF-8. Unlike a unit file, which somebody writes by hand and whose ids count in that file
alone, an export keeps every id, every plan version and the retention rules, so that what is read back into
an empty vault equals what was written. The members of each entry are the fields of the domain's dataclass
of that kind, by their own names:

- days are ``2026-11-23``; local times without zone ``2026-11-23T08:00:00``; moments carry ``+00:00``;
- a week is ``2026-W48``; minutes of a day or a week are whole numbers, a weekday is 0 to 6 from Monday on;
- a set is a sorted list; what is not known or does not apply is ``null``;
- a number that JSON does not know is ``"Infinity"`` or ``"-Infinity"``.

The schema in ``resources/schemas/export.schema.json`` is what ``schema_text`` gives. ``audit``, where it is
there, is for reading: a chain of records can't be made again elsewhere, so it is not read back.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from desktop.domain.attendance import Attendance
from desktop.domain.conflicts import ConflictGroup, Membership, Separation
from desktop.domain.consistency import unit_faults
from desktop.domain.errors import DomainError
from desktop.domain.levels import ThreatLevel
from desktop.domain.locks import Approval, Lock
from desktop.domain.offers import Activity, Enrolment, Offer, Placement, Referral
from desktop.domain.people import Absence, Citizen
from desktop.domain.places import Room, Site, Travel
from desktop.domain.plans import PlanVersion
from desktop.domain.retention import RetentionRule
from desktop.domain.settings import ClosedDays, Limit, UnitSettings
from desktop.domain.staffing import StaffMember, Supplier
from desktop.domain.telling import Told
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Entity
from desktop.services.change import Change, Edit
from desktop.services.importing import MESSAGES, FileError, StoreNotEmpty, UnitFileError
from desktop.services.ports import Store
from desktop.services.shapes import FileFault
from desktop.services.unit_json import NotJson, read_json

FORMAT = "sikkerplan-export/1"
KINDS: dict[str, type[Entity]] = {
    "settings": UnitSettings,
    "limits": Limit,
    "closed_days": ClosedDays,
    "levels": ThreatLevel,
    "sites": Site,
    "travels": Travel,
    "rooms": Room,
    "suppliers": Supplier,
    "staff": StaffMember,
    "offers": Offer,
    "activities": Activity,
    "groups": ConflictGroup,
    "citizens": Citizen,
    "memberships": Membership,
    "separations": Separation,
    "referrals": Referral,
    "enrolments": Enrolment,
    "placements": Placement,
    "absences": Absence,
    "plan_versions": PlanVersion,
    "retention_rules": RetentionRule,
    "locks": Lock,
    "approvals": Approval,
    "attendances": Attendance,
    "told": Told,
}
"""The members of the file that hold entries, each a list, and what each entry is."""
ADDED = frozenset({"locks", "approvals", "attendances", "told"})
"""Members that an export of an older version of the app does not have: then there are none."""
ADDED_FIELDS: Mapping[type[Any], Mapping[str, object]] = {ThreatLevel: {"never_automatic": False}}
"""Fields that an older version did not know, with what it went by."""
_INFINITE = {"Infinity": math.inf, "-Infinity": -math.inf}


def export_text(
    store: Store, made: datetime, app: str, audit: Sequence[Mapping[str, object]] | None = None
) -> str:
    """Everything in the store, in plain text. ``made`` is aware. Raises what the store raises."""
    with store.begin() as work:
        held: dict[str, Any] = {name: work.all(kind) for name, kind in KINDS.items()}
    value: dict[str, Any] = {"format": FORMAT, "made": made.isoformat(timespec="seconds"), "app": app}
    value |= {name: [_plain(entity) for entity in entities] for name, entities in held.items()}
    if audit is not None:
        value["audit"] = [dict(entry) for entry in audit]
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def import_everything(store: Store, text: str | bytes) -> Change:
    """Reads an export into an empty store in one transaction, ids and all.

    Raises ``UnitFileError``, every error at its path, ``StoreNotEmpty``, or what the store raises; then the
    store is as it was.
    """
    entities = read_export(text)
    with store.begin() as work:
        if not work.is_empty():
            raise StoreNotEmpty
        for rule in work.all(RetentionRule):
            work.remove(RetentionRule, rule.id)
        work.put_all(entities)
        places = _places(entities)
        faults = [
            FileFault(f"{places.get(fault.entity, fault.entity)}.{fault.field}", fault.key)
            for fault in unit_faults(work.unit())
        ]
        if faults:
            raise _refused(faults)
        work.commit()
    return Change("everything_imported", tuple(Edit(None, entity) for entity in entities))


def is_export(text: bytes) -> bool:
    """Whether a file says of itself that it is an export of everything, of whatever version."""
    return b'"sikkerplan-export/' in text[:4096]


def read_export(text: str | bytes) -> tuple[Entity, ...]:
    """The entities of an export. Raises ``UnitFileError``."""
    try:
        value = read_json(text)
    except NotJson as refused:
        raise _refused(refused.faults) from None
    faults: list[FileFault] = []
    if not isinstance(value, dict):
        raise _refused([FileFault("", "not_an_object")])
    if value.get("format") != FORMAT:
        raise _refused([FileFault("format", "unknown_format")])
    faults += [
        FileFault(name, "unknown_member")
        for name in value
        if name not in KINDS and name not in {"format", "made", "app", "audit"}
    ]
    found: list[Entity] = []
    for name, kind in KINDS.items():
        rows = value.get(name, [] if name in ADDED else None)
        if not isinstance(rows, list):
            faults.append(FileFault(name, "missing" if rows is None else "not_a_list"))
            continue
        for at, row in enumerate(rows):
            read = _read(kind, row, f"{name}[{at}]", faults)
            if read is not _BAD:
                found.append(read)
    faults += _twice(found)
    if not any(isinstance(entity, UnitSettings) for entity in found):
        faults.append(FileFault("settings", "empty"))
    if faults:
        raise _refused(faults)
    return tuple(found)


def export_schema() -> dict[str, Any]:
    """The export's form as a JSON Schema, draft 2020-12. The domain's own rules go beyond it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:sikkerplan:schema:export:1",
        "title": "Sikkerplan export of everything, version 1",
        "description": "All that a vault holds, in plain text, with every id as it is. "
        "It is read back into an empty vault.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "made": {"type": "string", "description": "When, with its zone."},
            "app": {"type": "string", "description": "The version of Sikkerplan that wrote it."},
            **{name: {"type": "array", "items": _schema(kind)} for name, kind in KINDS.items()},
            "audit": {
                "type": "array",
                "items": {"type": "object"},
                "description": "The audit's entries, for reading; not read back.",
            },
        },
        "required": ["format", "made", "app", *(name for name in KINDS if name not in ADDED)],
        "additionalProperties": False,
    }


def schema_text() -> str:
    """The schema as it stands in ``resources/schemas/export.schema.json``."""
    return json.dumps(export_schema(), ensure_ascii=False, indent=2) + "\n"


class _Bad:
    pass


_BAD: Any = _Bad()


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _plain(value: Any) -> Any:
    if isinstance(value, IsoWeek):
        return str(value)
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def _read(kind: Any, value: Any, path: str, faults: list[FileFault]) -> Any:
    """A value of a type out of what JSON says; ``_BAD`` after at least one fault was told."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (given,) = (each for each in inner if each is not NoneType)
        return None if value is None else _read(given, value, path, faults)
    if origin in (tuple, frozenset):
        if not isinstance(value, list):
            return _bad(path, "not_a_list", faults)
        parts = [_read(inner[0], each, f"{path}[{at}]", faults) for at, each in enumerate(value)]
        return _BAD if any(part is _BAD for part in parts) else origin(parts)
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
    hints = _hints(kind)
    names = [each.name for each in fields(kind)]
    value = {**ADDED_FIELDS.get(kind, {}), **value}
    faults += [FileFault(f"{path}.{name}", "unknown_member") for name in value if name not in names]
    faults += [FileFault(f"{path}.{name}", "missing") for name in names if name not in value]
    read = {
        name: _read(hints[name], value[name], f"{path}.{name}", faults) for name in names if name in value
    }
    if len(faults) > before:
        return _BAD
    try:
        return kind(**read)
    except DomainError as error:
        # What only the app's own code can get wrong has no words for a file.
        faults += [
            FileFault(f"{path}.{fault.field}", fault.key if fault.key in MESSAGES else "not_a_time")
            for fault in error.faults
        ]
        return _BAD


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
    if value in _INFINITE:
        return _INFINITE[value]
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError
    return float(value)


def _schema(kind: Any) -> dict[str, Any]:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (given,) = (each for each in inner if each is not NoneType)
        return {"anyOf": [{"type": "null"}, _schema(given)]}
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _schema(inner[0])}
    if kind is IsoWeek:
        return {"type": "string", "pattern": "^[0-9]{4}-W[0-9]{2}$"}
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        names = [each.name for each in fields(kind)]
        return {
            "type": "object",
            "properties": {name: _schema(hints[name]) for name in names},
            "required": [name for name in names if name not in ADDED_FIELDS.get(kind, {})],
            "additionalProperties": False,
        }
    if issubclass(kind, StrEnum):
        return {"enum": [word.value for word in kind]}
    simple: dict[Any, dict[str, Any]] = {
        str: {"type": "string"},
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        float: {"anyOf": [{"type": "number"}, {"enum": list(_INFINITE)}]},
        datetime: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}"},
        date: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    }
    return simple[kind]


def _places(entities: Sequence[Entity]) -> dict[str, str]:
    """Where in the file the entity of an id stands."""
    listed = {name: [each for each in entities if isinstance(each, kind)] for name, kind in KINDS.items()}
    return {each.id: f"{name}[{at}]" for name, found in listed.items() for at, each in enumerate(found)}


def _twice(entities: Sequence[Entity]) -> list[FileFault]:
    seen: set[tuple[type[Entity], str]] = set()
    faults = []
    for entity in entities:
        if (type(entity), entity.id) in seen:
            faults.append(FileFault(f"{_places(entities)[entity.id]}.id", "duplicate"))
        seen.add((type(entity), entity.id))
    return faults


def _bad(path: str, key: str, faults: list[FileFault]) -> Any:
    faults.append(FileFault(path, key))
    return _BAD


def _refused(faults: Sequence[FileFault]) -> UnitFileError:
    return UnitFileError(tuple(FileError(fault.path, fault.key, MESSAGES[fault.key]) for fault in faults))
