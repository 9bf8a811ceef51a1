"""Whom or what a change was about, in words: for the history, never for a log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.attendance import Attendance
from desktop.domain.conflicts import Membership, Separation
from desktop.domain.levels import ThreatLevel, newest_assessment
from desktop.domain.locks import Approval, Lock
from desktop.domain.offers import Enrolment, Placement, Referral
from desktop.domain.people import Absence, Citizen
from desktop.domain.places import Room, Travel
from desktop.domain.plans import PlanVersion
from desktop.domain.settings import ClosedDays, UnitSettings
from desktop.domain.telling import Told
from desktop.domain.unit import Entity, Unit
from desktop.qt.editing import Editing
from desktop.services.change import Change, Edit
from desktop.services.telling_apart import told_apart
from desktop.ui.forms.dates import moments_text, span_text
from desktop.ui.moments import local_moment
from desktop.ui.plan_lock_words import lock_text, session_text
from desktop.ui.words import level_name, listed, minutes_as_hours

translate = QCoreApplication.translate
SHOWN = 3
"""How many of the things that one change was about are named; the others are counted."""


def subject_text(change: Change, editing: Editing) -> str:
    """The people, the session, the version or whatever else a change is about, as the screen may show it;
    empty where it has no name, and where the store is empty."""
    try:
        unit = editing.unit()
    except LookupError:
        return ""
    return Subjects(change, unit, editing.shown_entity).text()


def version_text(version: PlanVersion) -> str:
    """``week 48, version 3``."""
    where = translate("HistoryDialog", "week %1, version %2")
    return where.replace("%1", str(version.week.week)).replace("%2", str(version.number))


class Subjects:
    """What one change was about. ``unit`` is as the screen may show it, ``shown`` makes an entity so:
    what the change took away is in the unit no more."""

    def __init__(self, change: Change, unit: Unit, shown: Callable[[Entity], Entity]) -> None:
        self._change = change
        self._unit = unit
        self._shown = shown
        self._names: dict[str, str] = {}
        sides = (side for edit in change.edits for side in (edit.before, edit.after))
        self._take(*(shown(each) for each in sides if each is not None))
        for each in fields(unit):
            value = getattr(unit, each.name)
            self._take(*(value if isinstance(value, tuple) else (value,)))
        self._names |= told_apart(unit.citizens)

    def text(self) -> str:
        """The people, records or sessions, one after the other; nothing where they have no name."""
        found = list(dict.fromkeys(filter(None, map(self._about, self._change.edits))))
        more = len(found) - SHOWN
        if more > 0:
            found[SHOWN:] = [translate("HistorySubject", "%1 more").replace("%1", str(more))]
        return "; ".join(found)

    def _take(self, *entities: object) -> None:
        for each in entities:
            name, key = getattr(each, "name", ""), getattr(each, "id", "")
            if name and not isinstance(each, UnitSettings):
                self._names[key] = name

    def _name(self, key: str | None) -> str:
        return self._names.get(key or "", "")

    def _about(self, edit: Edit) -> str:
        entity = edit.after or edit.before
        if entity is None:
            return ""
        match entity:
            case PlanVersion():
                return self._version(edit, entity)
            case Citizen():
                return ": ".join(filter(None, (self._name(entity.id), self._otherwise(edit))))
            case Lock():
                return lock_text(entity, self._unit)
            case Approval():
                return session_text(entity.session, self._unit)
            case Separation():
                return self._pair(*entity.sides)
            case Travel():
                return self._pair(entity.site_a, entity.site_b)
            case Room():
                return _joined(entity.name, self._name(entity.site))
            case ThreatLevel():
                return entity.name
            case ClosedDays():
                return span_text(entity.span)
            case _:
                return self._of_somebody(entity)

    def _of_somebody(self, entity: Entity) -> str:
        match entity:
            case Membership():
                text = translate("HistorySubject", "%1 in %2", "a person, a conflict group")
                text = text.replace("%2", self._name(entity.group))
                return text.replace("%1", self._name(entity.citizen))
            case Referral():
                return _joined(self._name(entity.citizen), self._name(entity.offer))
            case Enrolment():
                return _joined(self._name(entity.citizen), self._name(entity.activity))
            case Placement():
                shown = self._shown(entity)
                return _joined(self._name(entity.citizen), getattr(shown, "employer", ""))
            case Attendance():
                return _joined(self._name(entity.citizen), local_moment(entity.start))
            case Absence():
                return _joined(self._name(entity.person), moments_text(entity.span))
            case Told():
                # Of a draft that went, it is the draft that the change was about.
                of_draft = any(isinstance(each.before, PlanVersion) for each in self._change.edits)
                return "" if of_draft else self._name(entity.person)
            case _:
                return self._name(entity.id)

    def _pair(self, one: str, other: str) -> str:
        first, second = sorted((self._name(one), self._name(other)), key=str.casefold)
        if one == other:
            return translate("HistorySubject", "%1: its own members").replace("%1", first)
        return " – ".join(filter(None, (first, second)))

    def _otherwise(self, edit: Edit) -> str:
        """What of a person is another than before, where it is one of what most hangs on."""
        before, after = edit.before, edit.after
        if not isinstance(before, Citizen) or not isinstance(after, Citizen):
            return ""
        pairs = [(_level(before), _level(after)), (_hours(before), _hours(after))]
        if self._shown(before) == before:
            pairs.append((before.name, after.name))
        return ", ".join(f"{was} → {now}" for was, now in pairs if was != now)

    def _version(self, edit: Edit, version: PlanVersion) -> str:
        where = version_text(version)
        before = edit.before.sessions if isinstance(edit.before, PlanVersion) else ()
        after = edit.after.sessions if isinstance(edit.after, PlanVersion) else ()
        touched = [each for each in (*after, *before) if (each in before) != (each in after)]
        if not (before and after and touched):
            return where
        was, now = (
            {person for each in touched if each in side for person in each.citizens}
            for side in (before, after)
        )
        people = listed(list(filter(None, map(self._name, sorted(was ^ now))))[:SHOWN])
        return " · ".join(filter(None, (people, session_text(touched[0], self._unit), where)))


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _level(citizen: Citizen) -> str:
    """The level that their newest assessment says."""
    newest = newest_assessment(citizen.assessments, date.max)
    return translate("HistorySubject", "no level") if newest is None else level_name(newest.level)


def _hours(citizen: Citizen) -> str:
    newest = max(citizen.caps, key=lambda each: each.span.first, default=None)
    if newest is None:
        return translate("HistorySubject", "no weekly hours")
    text = translate("HistorySubject", "%1 hours a week")
    return text.replace("%1", minutes_as_hours(newest.weekly_minutes))
