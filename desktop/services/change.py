"""A change as a value: what an operation did to the store, by entity."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.unit import Entity
from desktop.services.change_labels import ChangeLabel


@dataclass(frozen=True, slots=True)
class Edit:
    """One entity before and after: None before is a new one, None after a removed one."""

    before: Entity | None
    after: Entity | None


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction did, in order. ``label`` is a key that the interface translates."""

    label: ChangeLabel
    edits: tuple[Edit, ...] = ()
