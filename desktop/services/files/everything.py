"""The export of everything, ``sikkerplan-export/1``: all that the store holds, as it is, and back.

One JSON file in UTF-8. Unlike a unit file, which somebody writes by hand and whose ids count in that file
alone, an export keeps every id, every plan version and the retention rules, so that what is read back into
an empty vault equals what was written. The members of each entry are the fields of the domain's dataclass
of that kind, by their own names:

- days are ``2026-11-23``; local times without zone ``2026-11-23T08:00:00``; moments carry ``+00:00``;
- a week is ``2026-W48``; minutes of a day or a week are whole numbers, a weekday is 0 to 6 from Monday on;
- a set is a sorted list; what is not known or does not apply is ``null``;
- a number that JSON does not know is ``"Infinity"`` or ``"-Infinity"``.

The schema in ``resources/schemas/export.schema.json`` is what ``services.export_schema`` gives. ``audit``,
where it is there, is for reading: a chain of records can't be made again elsewhere, so it is not read back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from desktop.domain.attendance import Attendance
from desktop.domain.conflicts import ConflictGroup, Membership, Separation
from desktop.domain.consistency import unit_faults
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
from desktop.domain.unit import Entity
from desktop.services.change import Change, Edit
from desktop.services.files.entity_json import BAD, read_value, to_json
from desktop.services.files.importing import MESSAGES, FileError, StoreNotEmpty, UnitFileError
from desktop.services.files.shapes import FileFault
from desktop.services.files.unit_json import NotJson, read_json
from desktop.services.ports import Store

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


def export_text(
    store: Store, made: datetime, app: str, audit: Sequence[Mapping[str, object]] | None = None
) -> str:
    """Everything in the store, in plain text. ``made`` is aware. Raises what the store raises."""
    with store.begin() as work:
        held: dict[str, Any] = {name: work.all(kind) for name, kind in KINDS.items()}
    value: dict[str, Any] = {"format": FORMAT, "made": made.isoformat(timespec="seconds"), "app": app}
    value |= {name: [to_json(entity) for entity in entities] for name, entities in held.items()}
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
            read = read_value(kind, row, f"{name}[{at}]", faults)
            if read is not BAD:
                found.append(read)
    faults += _twice(found)
    if not any(isinstance(entity, UnitSettings) for entity in found):
        faults.append(FileFault("settings", "empty"))
    if faults:
        raise _refused(faults)
    return tuple(found)


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


def _refused(faults: Sequence[FileFault]) -> UnitFileError:
    return UnitFileError(tuple(FileError(fault.path, fault.key, MESSAGES[fault.key]) for fault in faults))
