"""What is to be watched in a session, in words with its own numbers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.unit import Unit
from desktop.services.facts import (
    AloneBeside,
    AloneOnSite,
    Avoids,
    Cost,
    Fact,
    GroupSize,
    KeptApart,
    LevelGroupSize,
    NeedsApproval,
    RoomFeatures,
    RoomHolds,
    Staffing,
    Stay,
)
from desktop.ui.words import features, level_name, listed, money, times

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Told:
    """A fact in words: what it is about, what the rule says, and how it stands. ``rule`` as in the format."""

    rule: str
    title: str
    text: str
    good: bool
    attention: bool = False


class FactWords:
    """Words facts with the unit's names."""

    def __init__(self, unit: Unit) -> None:
        self._citizens = {citizen.id: citizen.name for citizen in unit.citizens}
        self._groups = {group.id: group.name for group in unit.groups}
        self._staff = {member.id: member.name for member in unit.staff}
        self._sites = {site.id: site.name for site in unit.sites}

    def tell(self, fact: Fact) -> Told:
        """One fact in words."""
        match fact:
            case RoomHolds():
                return self._room(fact)
            case RoomFeatures():
                return self._features(fact)
            case GroupSize():
                return self._group(fact)
            case LevelGroupSize():
                return self._level_group(fact)
            case Staffing():
                return self._staffing(fact)
            case KeptApart():
                return self._apart(fact)
            case AloneOnSite():
                return self._alone(fact)
            case AloneBeside():
                return self._alone_beside(fact)
            case Avoids():
                return self._avoids(fact)
            case NeedsApproval():
                return self._approval(fact)
            case Cost():
                return self._cost(fact)

    def _room(self, fact: RoomHolds) -> Told:
        text = translate("Facts", "The room holds %1; %2 come.")
        return Told("R2", translate("Facts", "Room"), _fill(text, fact.capacity, fact.people), fact.holds)

    def _features(self, fact: RoomFeatures) -> Told:
        if fact.missing:
            text = _fill(
                translate("Facts", "Needed: %1. Missing: %2."), features(fact.asked), features(fact.missing)
            )
        else:
            text = _fill(translate("Facts", "Needed: %1. The room has it."), features(fact.asked))
        return Told("R2", translate("Facts", "Room's equipment"), text, fact.holds)

    def _group(self, fact: GroupSize) -> Told:
        if fact.least == fact.most:
            text = _fill(translate("Facts", "The activity is for %1; %2 come."), fact.most, fact.people)
        else:
            text = translate("Facts", "The activity is for %1 to %2; %3 come.")
            text = _fill(text, fact.least, fact.most, fact.people)
        return Told("R9", translate("Facts", "Group of the activity"), text, fact.holds)

    def _level_group(self, fact: LevelGroupSize) -> Told:
        text = translate("Facts", "The largest group at level %1 is %2; %3 come.")
        title = translate("Facts", "Group at this level")
        return Told("R9", title, _fill(text, fact.level, fact.most, fact.people), fact.holds)

    def _staffing(self, fact: Staffing) -> Told:
        if fact.guards_needed:
            text = translate("Facts", "Needed: %1 and %2 on guard. Given: %3, of whom %4 can guard.")
            text = _fill(text, fact.needed, fact.guards_needed, fact.given, fact.guards_given)
        else:
            text = _fill(translate("Facts", "Needed: %1. Given: %2."), fact.needed, fact.given)
        if fact.level is not None:
            text += " " + _fill(translate("Facts", "Level %1 asks for it."), fact.level)
        if not fact.skilled:
            text += " " + translate("Facts", "Nobody has the activity's skill.")
        elif fact.skill_guards:
            text += " " + translate("Facts", "Only somebody on guard has the activity's skill.")
        return Told("R5", translate("Facts", "Staff"), text, fact.holds)

    def _apart(self, fact: KeptApart) -> Told:
        title = _fill(translate("Facts", "Apart from %1"), self._side(fact.against))
        who = listed([self._person(citizen) for citizen in fact.citizens])
        if fact.together:
            together = listed([self._person(citizen) for citizen in fact.together])
            text = translate("Facts", "%1: must not meet, yet %2 is in this session.")
            return Told("R10", title, _fill(text, who, together), False)
        if not fact.rivals:
            text = translate("Facts", "%1: nobody of them is with the unit this week.")
            return Told("R10", title, _fill(text, who), True)
        if not fact.on_site:
            text = translate("Facts", "%1: never in one session. Nobody of them is in this one.")
            return Told("R10", title, _fill(text, who), fact.holds)
        text = translate("Facts", "%1: never on the site at once, %2 minutes between.")
        text = f"{_fill(text, who, fact.gap_minutes)} {self._nearest(fact.nearest)}"
        if fact.unknown_places:
            unknown = translate("Facts", "Workplace of %1 of them unknown that day.")
            text = f"{text} {_fill(unknown, fact.unknown_places)}"
        return Told("R11", title, text, fact.holds, attention=bool(fact.unknown_places))

    def _nearest(self, near: Stay | None) -> str:
        if near is None:
            return translate("Facts", "Nobody of them is here that day.")
        name, span = self._person(near.citizen), times(near.start, near.end)
        if near.overlaps:
            return _fill(translate("Facts", "%1 is here at the same time (%2)."), name, span)
        if near.after:
            return _fill(translate("Facts", "Nearest: %1 %2, %3 minutes after."), name, span, near.minutes)
        return _fill(translate("Facts", "Nearest: %1 %2, %3 minutes before."), name, span, near.minutes)

    def _alone(self, fact: AloneOnSite) -> Told:
        title = _fill(translate("Facts", "%1 alone on the site"), self._person(fact.citizen))
        text = _fill(translate("Facts", "%1 asks for it."), level_name(fact.level))
        if fact.others:
            text += " " + translate("Facts", "Others are in this session.")
        elif fact.nearest is None:
            text += " " + translate("Facts", "Nobody else is here that day.")
        elif fact.nearest.overlaps:
            span = times(fact.nearest.start, fact.nearest.end)
            other = translate("Facts", "%1 is here at the same time (%2).")
            text += " " + _fill(other, self._person(fact.nearest.citizen), span)
        else:
            other = translate("Facts", "Nearest: %1, %2 minutes away.")
            text += " " + _fill(other, times(fact.nearest.start, fact.nearest.end), fact.nearest.minutes)
        return Told("R12", title, text, fact.holds)

    def _alone_beside(self, fact: AloneBeside) -> Told:
        title = _fill(translate("Facts", "%1 must be alone on the site"), self._person(fact.citizen))
        near = fact.nearest
        if near is None:
            text = translate("Facts", "Is that day at a workplace that is not on record.")
            return Told("R12", title, text, True, attention=True)
        span = times(near.start, near.end)
        if near.overlaps:
            text = _fill(translate("Facts", "Is here at the same time (%1)."), span)
        elif near.after:
            text = _fill(translate("Facts", "Is here %1, %2 minutes after."), span, near.minutes)
        else:
            text = _fill(translate("Facts", "Is here %1, %2 minutes before."), span, near.minutes)
        return Told("R12", title, text, fact.holds)

    def _avoids(self, fact: Avoids) -> Told:
        title = _fill(
            translate("Facts", "%1 avoids", "a person who avoids staff or sites"), self._person(fact.citizen)
        )
        names = [self._staff.get(staff, staff) for staff in fact.staff]
        names += [self._sites.get(site, site) for site in fact.sites]
        met = translate("Facts", "%1: met here.") if fact.met else translate("Facts", "%1: not met here.")
        return Told("R13", title, _fill(met, listed(names)), fact.holds)

    def _approval(self, fact: NeedsApproval) -> Told:
        names = listed([self._person(citizen) for citizen in fact.citizens])
        text = _fill(translate("Facts", "The level of %1 asks for it before the session is held."), names)
        return Told("", translate("Facts", "A manual yes"), text, True, attention=True)

    def _cost(self, fact: Cost) -> Told:
        if fact.budget is None:
            text = translate("Facts", "This session %1; the week %2. No budget is on record.")
            told = _fill(text, money(fact.session), money(fact.week))
            return Told("R15", translate("Facts", "Cost"), told, True, attention=True)
        text = translate("Facts", "This session %1; the week %2 of %3.")
        told = _fill(text, money(fact.session), money(fact.week), money(fact.budget))
        return Told("R15", translate("Facts", "Cost"), told, fact.holds)

    def _person(self, citizen: str) -> str:
        return self._citizens.get(citizen, citizen)

    def _side(self, side: str) -> str:
        return self._groups.get(side) or self._person(side)


def _fill(text: str, *values: object) -> str:
    """Puts the values where %1, %2 … stand, in one pass, so that a value may itself hold "%1"."""
    parts = []
    rest = text
    while "%" in rest:
        before, rest = rest.split("%", 1)
        place = rest[:1]
        known = place.isdigit() and 1 <= int(place) <= len(values)
        parts += [before, str(values[int(place) - 1]) if known else "%" + place]
        rest = rest[1:]
    return "".join([*parts, rest])
