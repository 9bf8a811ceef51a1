"""Records removed as one change, and in words what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.unit import Entity
from desktop.qt.editing import Editing
from desktop.services.change_labels import ChangeLabel
from desktop.services.editing import Refused
from desktop.services.ports import NotStored, Rejected
from desktop.services.removal import removal_of
from desktop.ui.records.words import along_text, blocked_text, no_interview_text, planned_text, refused_text
from desktop.ui.words import not_stored_words


@dataclass(frozen=True, slots=True)
class Removed:
    """Whether it was ``done``, the sentence about it, and what else somebody must know of it, if anything."""

    done: bool
    told: str
    besides: str = ""


def removed_together(editing: Editing, label: ChangeLabel, chosen: Sequence[Entity], reason: str) -> Removed:
    """Removes them with what is about them alone."""
    gone = removal_of(editing.unit(), chosen)
    if gone.blocked:
        return Removed(False, blocked_text(gone.blocked))
    try:
        editing.save(label, gone.put, gone.remove, reason=reason)
    except Rejected:
        return Removed(False, planned_text(len(chosen)))
    except Refused:
        return Removed(False, refused_text())
    except NotStored:
        return Removed(False, not_stored_words())
    told = along_text(len(gone.remove) - len(chosen), len(chosen))
    return Removed(True, told, no_interview_text() if gone.ends_interview else "")
