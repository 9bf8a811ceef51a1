"""The unit file, ``sikkerplan-unit/1``: its form, and the domain's values that each part becomes.

An id in the file is only a reference within the file; every entity gets a fresh one. The JSON Schema in
``resources/schemas/unit.schema.json`` is what ``schema_text`` gives.
"""

from __future__ import annotations

import json
from typing import Any

from desktop.services.files import unit_house as house
from desktop.services.files import unit_people as people
from desktop.services.files.shapes import Many, Member, Reading, Record

FORMAT = "sikkerplan-unit/1"
# The members of the file that hold entities with an id that the rest of the file refers to.
DEFINED = {
    "sites": "site",
    "rooms": "room",
    "suppliers": "supplier",
    "staff": "staff",
    "offers": "offer",
    "activities": "activity",
    "groups": "group",
    "citizens": "citizen",
}


class _FormatName:
    def read(self, value: object, path: str, reading: Reading) -> Any:
        return value if value == FORMAT else reading.refuse(path, "unknown_format")

    def schema(self) -> dict[str, Any]:
        return {"const": FORMAT}


UNIT_FILE = Record(
    {
        "format": Member(_FormatName()),
        "settings": Member(house.SETTINGS),
        "limits": Member(Many(house.LIMIT)),
        "closed_days": Member(Many(house.CLOSED)),
        "levels": Member(Many(house.LEVEL, filled=True)),
        "sites": Member(Many(house.SITE)),
        "travel": Member(Many(house.TRAVEL)),
        "rooms": Member(Many(house.ROOM)),
        "suppliers": Member(Many(house.SUPPLIER)),
        "staff": Member(Many(people.STAFF)),
        "offers": Member(Many(house.OFFER)),
        "activities": Member(Many(house.ACTIVITY)),
        "groups": Member(Many(house.GROUP)),
        "citizens": Member(Many(people.CITIZEN)),
        "separations": Member(Many(people.SEPARATION)),
    },
    about="A whole unit, imported into an empty store. An id is a reference within this file only. "
    "The reader asks for more than this schema can say: that every id referred to is defined, that an end "
    "lies after its start, that a start-up keeps within its limit and a level asks for no less than the one "
    "below it.",
)


def unit_schema() -> dict[str, Any]:
    """The unit file's form as a JSON Schema. References and the domain's own rules go beyond it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:sikkerplan:schema:unit:1",
        "title": "Sikkerplan unit, version 1",
        **UNIT_FILE.schema(),
    }


def schema_text() -> str:
    """The schema as it stands in ``resources/schemas/unit.schema.json``."""
    return json.dumps(unit_schema(), ensure_ascii=False, indent=2) + "\n"
