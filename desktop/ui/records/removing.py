"""Records removed as one change, and in words what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.unit import Entity
from desktop.qt.editing import Editing
from desktop.services.change_labels import ChangeLabel
from desktop.services.editing import Refused
from desktop.services.ports import NotStored, Rejected
from desktop.services.removal import removal_of
from desktop.ui.records.words import along_text, blocked_text, planned_text, refused_text
from desktop.ui.words import not_stored_words


def removed_together(
    editing: Editing, label: ChangeLabel, chosen: Sequence[Entity], reason: str
) -> tuple[bool, str]:
    """Removes them with what is about them alone: whether it was done, and the sentence about it."""
    gone = removal_of(editing.unit(), chosen)
    if gone.blocked:
        return False, blocked_text(gone.blocked)
    try:
        editing.save(label, gone.put, gone.remove, reason=reason)
    except Rejected:
        return False, planned_text(len(chosen))
    except Refused:
        return False, refused_text()
    except NotStored:
        return False, not_stored_words()
    return True, along_text(len(gone.remove) - len(chosen), len(chosen))
