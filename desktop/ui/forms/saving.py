"""What a form dialog saves with, where an edited entity is one of the unit's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.domain.consistency import UnitFault
from desktop.domain.unit import Entity
from desktop.qt.editing import Editing
from desktop.services.editing import Refused
from desktop.services.ports import NotStored, Rejected


def saving(editing: Editing, label: str) -> Callable[[Entity, str], Sequence[UnitFault]]:
    """Puts one entity through ``editing`` and says what does not hold. ``label``: see ``Editing.save``."""

    def save(entity: Entity, reason: str) -> Sequence[UnitFault]:
        try:
            editing.save(label, (entity,), reason=reason)
        except Refused as error:
            return error.faults
        except Rejected:
            return (UnitFault(entity.id, "", "unknown_reference"),)
        except NotStored:
            return (UnitFault(entity.id, "", "not_stored"),)
        return ()

    return save
