"""The unit with a pseudonym in the place of every name, for when somebody stands behind."""

from __future__ import annotations

import hmac
from base64 import b32encode
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from hashlib import sha256
from operator import is_not
from typing import Any, TypeVar

from desktop.domain.conflicts import ConflictGroup
from desktop.domain.people import Citizen
from desktop.domain.staffing import StaffMember
from desktop.domain.unit import Entity, Unit
from desktop.services.names import FREE_TEXTS, SIGNATURES, rebuilt

E = TypeVar("E", bound=Entity)
T = TypeVar("T")

HIDEABLE = FREE_TEXTS | SIGNATURES
"""The fields of parts and records in which any name may stand."""
HIDDEN = "…"
"""What stands in the place of a text that may name anybody."""
LETTERS = 5


def concealed(unit: Unit, key: bytes, words: Callable[[type[object]], str]) -> Unit:
    """The unit without names: pseudonyms made with ``key``, the same at every call.

    ``words`` gives the word before a pseudonym, such as *Citizen*, for each kind. Case numbers are pseudonyms
    too; notes, reasons, sources and signatures are hidden, since they may hold any name.
    """

    def veil(entity: E) -> E:
        return veiled(entity, key, words)

    changed: dict[str, Any] = {}
    for each in fields(unit):
        value = getattr(unit, each.name)
        changed[each.name] = tuple(map(veil, value)) if isinstance(value, tuple) else value
    return replace(unit, **changed)


def veiled(entity: E, key: bytes, words: Callable[[type[object]], str]) -> E:
    """One entity as ``concealed`` shows it."""
    hidden = covered(entity)
    if not isinstance(hidden, Citizen | StaffMember | ConflictGroup):
        return hidden
    mark = pseudonym(key, hidden.id)
    name = f"{words(type(hidden))} {mark}"
    if isinstance(hidden, Citizen):
        return replace(hidden, name=name, case_number=mark)
    return replace(hidden, name=name)


def revealed(entity: E, stored: Entity | None) -> E:
    """An entity that was edited while names were concealed, with what was hidden as it is ``stored``."""
    if stored is None or type(stored) is not type(entity):
        return entity
    back: dict[str, Any] = {}
    for name in ("name", "case_number"):
        if isinstance(entity, Citizen | StaffMember | ConflictGroup) and hasattr(entity, name):
            back[name] = getattr(stored, name)
    return _uncovered(replace(entity, **back), stored)


def covered(value: T) -> T:
    """A dataclass with its free texts and signatures, and those of its parts, hidden; itself where there is
    nothing to hide."""
    changed: dict[str, Any] = {}
    for name, hideable in _fields_of(type(value)):  # type: ignore[arg-type]
        before = getattr(value, name)
        if isinstance(before, tuple):
            after = tuple(map(covered, before))
            if any(map(is_not, before, after)):
                changed[name] = after
        elif hideable and isinstance(before, str) and before:
            changed[name] = HIDDEN
    return rebuilt(value, changed)


@cache
def _fields_of(kind: type[Any]) -> tuple[tuple[str, bool], ...]:
    """The fields of a dataclass, each with whether any name may stand in it; none of another kind."""
    return tuple((each.name, each.name in HIDEABLE) for each in fields(kind)) if is_dataclass(kind) else ()


def pseudonym(key: bytes, entity_id: str) -> str:
    """A few letters and digits that stand for an id and tell nothing of it without the key."""
    return b32encode(hmac.digest(key, entity_id.encode(), sha256)).decode()[:LETTERS]


def _uncovered(value: T, stored: object) -> T:
    changed: dict[str, Any] = {}
    for each in fields(value) if is_dataclass(value) else ():
        edited, kept = getattr(value, each.name), getattr(stored, each.name, None)
        if edited == HIDDEN and isinstance(kept, str):
            changed[each.name] = kept
        elif isinstance(edited, tuple) and isinstance(kept, tuple):
            # Of two that look the same while they are hidden, each is given back once.
            left = list(kept)
            changed[each.name] = tuple(_taken(part, left) for part in edited)
    return rebuilt(value, changed)


def _taken(part: T, left: list[T]) -> T:
    """What a part is when it is not hidden; it is taken out of what is ``left``."""
    at = next((at for at, each in enumerate(left) if covered(each) == part), None)
    return part if at is None else left.pop(at)
