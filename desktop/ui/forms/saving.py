"""What a form dialog saves with, where an edited entity is one of the unit's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from desktop.domain.consistency import UnitFault
from desktop.domain.unit import Entity
from desktop.qt.editing import Editing
from desktop.services.change_labels import ChangeLabel
from desktop.services.editing import Refused
from desktop.services.ports import NotStored, Rejected


def saving(editing: Editing, label: ChangeLabel) -> Callable[[Entity, str], Sequence[UnitFault]]:
    """Puts one entity through ``editing`` and says what does not hold. ``label``: see ``Editing.save``."""

    return lambda entity, reason: saved(editing, label, (entity,), reason=reason)


def saved(
    editing: Editing,
    label: ChangeLabel,
    put: Iterable[Entity] = (),
    remove: Iterable[Entity] = (),
    *,
    reason: str = "",
) -> Sequence[UnitFault]:
    """Puts and removes several as one change, and says what does not hold; then nothing was changed."""
    there = tuple(put)
    try:
        editing.save(label, there, remove, reason=reason)
    except Refused as error:
        return error.faults
    except Rejected:
        return (UnitFault(there[0].id if there else "", "", "unknown_reference"),)
    except NotStored:
        return (UnitFault(there[0].id if there else "", "", "not_stored"),)
    return ()
