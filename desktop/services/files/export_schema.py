"""The JSON Schema of the export of everything, made from the domain's dataclasses."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from desktop.domain.time import IsoWeek
from desktop.services.files.entity_json import ADDED_FIELDS, INFINITE, hints_of
from desktop.services.files.everything import ADDED, FORMAT, KINDS


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
        hints = hints_of(kind)
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
        float: {"anyOf": [{"type": "number"}, {"enum": list(INFINITE)}]},
        datetime: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}"},
        date: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    }
    return simple[kind]
