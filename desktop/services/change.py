"""A change as a value: what an operation did to the store, by entity."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.plans import PlanVersion, VersionState
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

    @property
    def published(self) -> PlanVersion | None:
        """The version that it published, which never changes: it can't be undone. None where it did not."""
        made = (edit.after for edit in self.edits if isinstance(edit.after, PlanVersion))
        return next((each for each in made if each.state is VersionState.PUBLISHED), None)
