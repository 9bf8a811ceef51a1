"""Whom or what a change is about, in words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.domain.attendance import Attendance
from desktop.domain.conflicts import Membership, Separation
from desktop.domain.locks import Approval, Lock
from desktop.domain.offers import Enrolment, Placement, Referral
from desktop.domain.people import Absence
from desktop.domain.places import Travel
from desktop.domain.plans import PlanVersion
from desktop.domain.telling import Told
from desktop.domain.unit import Entity, Unit, entities_of
from desktop.services.change import Change, Edit
from desktop.ui.lock_words import lock_text, session_text

translate = QCoreApplication.translate

FEW = 3
"""How many are named of a change of many."""


def subject_text(change: Change, unit: Unit) -> str:
    """The people, the session, the version or whatever else a change is about; empty where it has no name.

    ``unit`` is the unit as the screen may show it: who is not in it any more is not named.
    """
    names = {each.id: each.name for each in entities_of(unit) if hasattr(each, "name")}
    found = list(dict.fromkeys(filter(None, (_of(edit, unit, names) for edit in change.edits))))
    if len(found) <= FEW + 1:
        return "; ".join(found)
    more = translate("HistorySubject", "and %1 more").replace("%1", str(len(found) - FEW))
    return "; ".join((*found[:FEW], more))


def version_text(version: PlanVersion) -> str:
    """``week 48, version 3``."""
    where = translate("HistoryDialog", "week %1, version %2")
    return where.replace("%1", str(version.week.week)).replace("%2", str(version.number))


def _of(edit: Edit, unit: Unit, names: dict[str, str]) -> str:
    entity = edit.after or edit.before
    if isinstance(entity, Lock):
        return lock_text(entity, unit)
    if isinstance(entity, Approval):
        return session_text(entity.session, unit)
    if isinstance(entity, PlanVersion):
        return _version(edit, entity, unit)
    if entity is None:
        return ""
    return " – ".join(filter(None, (names.get(each, "") for each in _named(entity))))


def _version(edit: Edit, version: PlanVersion, unit: Unit) -> str:
    before = edit.before.sessions if isinstance(edit.before, PlanVersion) else ()
    after = edit.after.sessions if isinstance(edit.after, PlanVersion) else ()
    touched = [each for each in (*after, *before) if (each in before) != (each in after)]
    named = session_text(touched[0], unit) if before and after and touched else ""
    return " · ".join(filter(None, (named, version_text(version))))


def _named(entity: Entity) -> Iterator[str]:
    """The ids of those whom an entity without a name of its own is about, otherwise its own."""
    match entity:
        case Separation():
            yield from (entity.side_a, entity.side_b)
        case Membership():
            yield from (entity.citizen, entity.group)
        case Enrolment():
            yield from (entity.citizen, entity.activity)
        case Referral():
            yield from (entity.citizen, entity.offer)
        case Placement() | Attendance():
            yield entity.citizen
        case Absence() | Told():
            yield entity.person
        case Travel():
            yield from (entity.site_a, entity.site_b)
        case _:
            yield entity.id
