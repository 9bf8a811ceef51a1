"""The kinds of happenings as buttons and forms: what each asks for, and what it begins with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QBoxLayout

from desktop.domain.conflicts import Scope
from desktop.domain.people import Citizen
from desktop.domain.staffing import GUARD, StaffMember
from desktop.domain.time import TimeSpan
from desktop.domain.unit import Unit
from desktop.services.happenings import (
    Detained,
    Happening,
    Illness,
    Released,
    Rivalry,
    RoomShut,
    StaffMissing,
    Threat,
    detentions,
    levels_to_raise,
)
from desktop.services.rivalries import cautious_gap
from desktop.ui.acute.fold import Fold
from desktop.ui.acute.span_field import Ahead, QuickSpanField
from desktop.ui.forms.choice_fields import ChoiceField
from desktop.ui.forms.date_fields import DateField, MomentField
from desktop.ui.forms.form import Form, FormItem
from desktop.ui.forms.text_fields import TextField
from desktop.ui.words import level_name

translate = QCoreApplication.translate
THREAT_DAYS = 14
"""How long a threat is proposed to hold until somebody assesses it anew."""
DETAINED_DAYS = 28


class Kind(StrEnum):
    """In the order of their keys."""

    RIVALRY = "rivalry"
    THREAT = "threat"
    ILLNESS = "illness"
    ROOM = "room"
    STAFF = "staff"
    DETAINED = "detained"
    RELEASED = "released"


ICONS = {
    Kind.RIVALRY: "conflict",
    Kind.THREAT: "threat",
    Kind.ILLNESS: "ill",
    Kind.ROOM: "door",
    Kind.STAFF: "missing",
    Kind.DETAINED: "lock",
    Kind.RELEASED: "unlock",
}


FOLDED = {Kind.RIVALRY: ("reason", "source", "until"), Kind.THREAT: ("assessed_by", "until")}
"""What is filled in and told in one line: with a phone at the ear, two fields are enough."""


def kind_name(kind: Kind) -> str:
    return {
        Kind.RIVALRY: translate("Acute", "A new rivalry"),
        Kind.THREAT: translate("Acute", "A threat"),
        Kind.ILLNESS: translate("Acute", "Somebody is ill"),
        Kind.ROOM: translate("Acute", "A room is shut"),
        Kind.STAFF: translate("Acute", "A guard or colleague is missing"),
        Kind.DETAINED: translate("Acute", "Somebody is detained"),
        Kind.RELEASED: translate("Acute", "Somebody is released"),
    }[kind]


@dataclass(frozen=True, slots=True)
class _Lists:
    """What can be chosen, with the names that the screen may show."""

    unit: Unit
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()

    def citizens(self) -> list[tuple[str, str]]:
        """Whoever the unit activates from today on."""
        here = (each for each in self.unit.citizens if not _over(each, self.today))
        return _named((each.id, f"{each.name} · {each.case_number}") for each in here)

    def groups(self) -> list[tuple[str, str]]:
        mark = translate("Acute", "%1 (group)")
        return _named((each.id, mark.replace("%1", each.name)) for each in self.unit.groups)

    def staff(self) -> list[tuple[str, str]]:
        """Guards first."""
        mark = translate("Acute", "%1 (guard)")
        guards = [each for each in self.unit.staff if _guards(each)]
        others = [each for each in self.unit.staff if not _guards(each)]
        first = _named((each.id, mark.replace("%1", each.name)) for each in guards)
        return [*first, *_named((each.id, each.name) for each in others)]

    def rooms(self) -> list[tuple[str, str]]:
        sites = {each.id: each.name for each in self.unit.sites}
        return _named(
            (each.id, f"{each.name}, {sites.get(each.site, each.site)}") for each in self.unit.rooms
        )

    def levels(self) -> list[tuple[int, str]]:
        described = {each.level: each.name for each in self.unit.levels if each.span.holds(self.today)}
        return [(number, _level_words(number, name)) for number, name in sorted(described.items())]


class KindForm(Form[Any]):
    """The form of one kind, filled with what it begins with."""

    def __init__(self, kind: Kind, unit: Unit, now: datetime) -> None:
        lists = _Lists(unit, now)
        maker, items, begins = _forms(lists)[kind]
        super().__init__(maker, items)
        self._lists = lists
        self.kind = kind
        self.start(**begins)
        folded = [self.fields[name] for name in FOLDED.get(kind, ())]
        self.fold: Fold | None = Fold(folded) if folded else None
        box = self.layout()
        if self.fold is not None and isinstance(box, QBoxLayout):
            box.insertWidget(box.count() - 1, self.fold)
        if kind is Kind.THREAT:
            self.fields["citizen"].changed.connect(self._propose_level)
        if kind is Kind.RELEASED:
            self.fields["citizen"].changed.connect(self._propose_release)

    def peek(self) -> Happening | None:
        """What the fields say, where all of them say something; nothing is marked where they don't."""
        made, _ = self._examine()
        return made

    def focus_fault(self) -> None:
        faulty = self.faulty()
        if self.fold is not None and faulty is not None and faulty.isHidden():
            self.fold.open()
        super().focus_fault()

    def choose_as(self, other: KindForm) -> None:
        """Chooses what another form of the same kind says, without the texts that were typed there."""
        if self.fold is not None and other.fold is not None and other.fold.opened:
            self.fold.open()
        for name, field in self.fields.items():
            told = other.fields[name]
            if not isinstance(field, TextField) and told.is_readable():
                field.set_value(told.value())

    def _propose_level(self) -> None:
        """The next level above the one that they have."""
        citizen = self._chosen()
        if citizen is None:
            return
        levels = levels_to_raise(self._lists.unit, citizen, self._lists.today)
        if levels:
            self.fields["level"].set_value(levels[min(1, len(levels) - 1)])

    def _propose_release(self) -> None:
        """Whoever is detained is released from there."""
        citizen = self._chosen()
        if citizen is not None:
            held = detentions(self._lists.unit, citizen, self._lists.now)
            self.fields["leaves"].set_value(not held)

    def _chosen(self) -> str | None:
        field = self.fields["citizen"]
        value = field.value() if field.is_readable() else None
        return value if isinstance(value, str) else None


def _forms(lists: _Lists) -> dict[Kind, Any]:
    """By kind: the dataclass, its fields, and what it begins with."""
    now, today = lists.now, lists.today
    rest_of_day = TimeSpan(now, datetime.combine(today + timedelta(days=1), time()))
    four_weeks = TimeSpan(now, datetime.combine(today + timedelta(days=DETAINED_DAYS), time()))
    person = FormItem("citizen", translate("Acute", "Who"), lambda: ChoiceField(lists.citizens()))
    span = FormItem("span", translate("Acute", "When"), lambda: QuickSpanField(now))
    everybody = [*lists.citizens(), *lists.staff()]
    sides = [*lists.citizens(), *lists.groups()]
    return {
        Kind.RIVALRY: (
            Rivalry,
            [
                FormItem("side_a", translate("Acute", "Who"), lambda: ChoiceField(sides)),
                FormItem("side_b", translate("Acute", "Must not meet"), lambda: ChoiceField(sides)),
                FormItem("reason", translate("Acute", "What happened"), TextField),
                FormItem("source", translate("Acute", "Who says so"), TextField),
                FormItem("until", translate("Acute", "Last day"), _open_end),
            ],
            {
                "reason": translate("Acute", "New rivalry"),
                "source": translate("Acute", "Reported to the unit"),
                "since": today,
                "scope": Scope.SITE,
                "gap_minutes": cautious_gap(lists.unit),
            },
        ),
        Kind.THREAT: (
            Threat,
            [
                person,
                FormItem(
                    "level",
                    translate("Acute", "Threat level from now on"),
                    lambda: ChoiceField(lists.levels()),
                ),
                FormItem("assessed_by", translate("Acute", "Who says so"), TextField),
                FormItem("until", translate("Acute", "Last day"), DateField),
            ],
            {
                "assessed_by": translate("Acute", "Reported to the unit"),
                "since": today,
                "until": today + timedelta(days=THREAT_DAYS),
            },
        ),
        Kind.ILLNESS: (
            Illness,
            [FormItem("person", translate("Acute", "Who"), lambda: ChoiceField(everybody)), span],
            {"span": rest_of_day},
        ),
        Kind.ROOM: (
            RoomShut,
            [FormItem("room", translate("Acute", "Which room"), lambda: ChoiceField(lists.rooms())), span],
            {"span": rest_of_day},
        ),
        Kind.STAFF: (
            StaffMissing,
            [FormItem("staff", translate("Acute", "Who"), lambda: ChoiceField(lists.staff())), span],
            {"span": rest_of_day},
        ),
        Kind.DETAINED: (
            Detained,
            [
                person,
                FormItem(
                    "span",
                    translate("Acute", "When"),
                    lambda: QuickSpanField(now, (Ahead.DAY, Ahead.WEEK, Ahead.FOUR_WEEKS)),
                ),
            ],
            {"span": four_weeks},
        ),
        Kind.RELEASED: (
            Released,
            [
                person,
                FormItem("leaves", translate("Acute", "Released from"), _released_from),
                FormItem("since", translate("Acute", "From"), MomentField),
            ],
            {"leaves": False, "since": now},
        ),
    }


def _open_end() -> DateField:
    field = DateField(none=translate("Acute", "Until further notice"))
    field.set_value(None)
    return field


def _released_from() -> ChoiceField[bool]:
    return ChoiceField(
        [
            (False, translate("Acute", "Detention: can come again")),
            (True, translate("Acute", "The unit: comes no longer")),
        ]
    )


def _over(citizen: Citizen, today: date) -> bool:
    return citizen.enrolled.last is not None and citizen.enrolled.last < today


def _guards(member: StaffMember) -> bool:
    return GUARD in member.skills


def _level_words(number: int, name: str) -> str:
    words = level_name(number)
    return words if name.strip() in ("", words) else f"{words}: {name}"


def _named(rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(rows, key=lambda each: each[1].casefold())
