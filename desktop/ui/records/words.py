"""Names of the unit's records, for a sentence that lists them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.domain.offers import Placement
from desktop.domain.unit import Entity
from desktop.ui.words import listed

translate = QCoreApplication.translate
FEW = 4


def names_text(entities: Iterable[Entity]) -> str:
    """``Room 1, Room 2 and 3 others``; what has no name of its own is counted."""
    named: list[str] = []
    others = 0
    for entity in entities:
        name = str(getattr(entity, "name", "")) or (entity.employer if isinstance(entity, Placement) else "")
        if name and len(named) < FEW:
            named.append(name)
        else:
            others += 1
    if others:
        text = translate("Records", "1 other") if others == 1 else translate("Records", "%1 others")
        named.append(text.replace("%1", str(others)))
    return listed(named)


def blocked_text(entities: Iterable[Entity]) -> str:
    """Why something can't be removed: these need it."""
    text = translate("Records", "It can't be removed: %1 need it. Change or remove them first.")
    return text.replace("%1", names_text(entities))


def planned_text(removed: int = 1) -> str:
    """Why something can't be removed: a plan names it."""
    if removed > 1:
        return translate(
            "RecordsMany",
            "None of them was removed: a week's plan names at least one. Remove the others without it.",
        )
    return translate(
        "Records",
        "It can't be removed: a week's plan names it. It goes with that plan, by the unit's retention rules.",
    )


def refused_text() -> str:
    """Why something can't be removed: what stays would not fit together any more."""
    return translate(
        "Removal", "It can't be removed: what is left would no longer fit together. Nothing has been changed."
    )


def no_interview_text() -> str:
    """What else a removal has done: the interview for those without activation has gone."""
    return translate(
        "NoInterview",
        "It was the weekly interview: whoever is not in activation is no longer called to any. Choose "
        "another activity for it under “The unit”, or take the removal back.",
    )


def along_text(count: int, removed: int = 1) -> str:
    """How many were ``removed``, and how many entries about them went along."""
    if removed > 1:
        text = (
            translate("RecordsMany", "%1 removed, with %2 entries about them. Ctrl+Z brings all of it back.")
            if count
            else translate("RecordsMany", "%1 removed. Ctrl+Z brings them back.")
        )
        return text.replace("%1", str(removed)).replace("%2", str(count))
    if count == 0:
        return translate("Records", "Removed. Ctrl+Z brings it back.")
    if count == 1:
        return translate("Records", "Removed, with 1 entry about it. Ctrl+Z brings both back.")
    text = translate("Records", "Removed, with %1 entries about it. Ctrl+Z brings all of it back.")
    return text.replace("%1", str(count))
