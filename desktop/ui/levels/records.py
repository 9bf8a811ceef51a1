"""The threat levels as records: what each asks for, from when, by whose word."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.levels import ThreatLevel
from desktop.domain.time import DateSpan
from desktop.domain.unit import Unit
from desktop.ui.forms.date_fields import SpanField
from desktop.ui.forms.form import FormItem
from desktop.ui.forms.number_fields import NumberField
from desktop.ui.forms.tags_field import TagsField
from desktop.ui.forms.text_fields import SwitchField, TextField
from desktop.ui.records.columns import number_column, span_column
from desktop.ui.records.kind import RecordKind, Units
from desktop.ui.records.known import room_features
from desktop.ui.table.columns import RIGHT, Column, LevelMark
from desktop.ui.words import features, level_name, yes_no

translate = QCoreApplication.translate
FIRST: dict[str, object] = {
    "level": 1,
    "max_group": 1,
    "staff": 1,
    "guards": 0,
    "room_features": frozenset[str](),
    "alone_on_site": False,
    "needs_approval": False,
    "never_automatic": False,
}
"""What the first level of a unit without any begins with."""


def level_records() -> RecordKind[ThreatLevel]:
    return RecordKind(
        key="levels",
        type=ThreatLevel,
        id_word="level",
        title=translate("Levels", "Threat levels"),
        add=translate("Levels", "Add level"),
        about=translate(
            "Levels",
            "What each threat level asks for. A level may have several rows that follow each other in time; "
            "a higher level never asks for less than the one below it.",
        ),
        rows=lambda unit: tuple(sorted(unit.levels, key=lambda each: (each.level, each.span.first))),
        name_of=lambda unit, level: f"{level_name(level.level)} · {level.name}",
        columns=_columns,
        items=_items,
        start=_start,
        saved="level_saved",
        removed="level_removed",
        ask_reason=True,
    )


def _columns(unit: Units) -> tuple[Column[ThreatLevel], ...]:
    del unit
    return (
        Column(
            "level",
            translate("Levels", "Level"),
            lambda each: level_name(each.level),
            sort=lambda each: (each.level, each.span.first),
            badge=lambda each: LevelMark(each.level, doubtful=False),
            width=11,
        ),
        Column("name", translate("Levels", "Name"), lambda each: each.name, width=14),
        Column(
            "max_group",
            translate("Levels", "Largest group"),
            _group_text,
            sort=lambda each: each.max_group,
            align=RIGHT,
            width=13,
        ),
        number_column("staff", translate("Levels", "Staff"), lambda each: each.staff, 8),
        number_column("guards", translate("Levels", "Guards"), lambda each: each.guards, 10),
        Column(
            "features",
            translate("Levels", "The room has"),
            lambda each: features(each.room_features) or translate("Levels", "nothing special"),
            width=17,
        ),
        Column(
            "alone", translate("Levels", "Alone on site"), lambda each: yes_no(each.alone_on_site), width=14
        ),
        Column(
            "by_hand",
            translate("Levels", "By hand only"),
            lambda each: yes_no(each.never_automatic),
            width=13,
        ),
        Column(
            "approval", translate("Levels", "Approval"), lambda each: yes_no(each.needs_approval), width=11
        ),
        span_column(translate("Levels", "In force"), lambda each: each.span, 20),
        Column("source", translate("Levels", "Source"), lambda each: each.source, width=26, visible=False),
    )


def _items(unit: Unit) -> tuple[FormItem, ...]:
    known = room_features(unit)
    people = translate("Levels", "people")
    return (
        FormItem("level", translate("Levels", "Level"), lambda: NumberField(1, 9)),
        FormItem("name", translate("Levels", "Name"), TextField, beside=True),
        FormItem("max_group", translate("Levels", "Largest group"), lambda: NumberField(1, unit=people)),
        FormItem("staff", translate("Levels", "Staff at least"), lambda: NumberField(1, unit=people)),
        FormItem(
            "guards", translate("Levels", "Guards besides"), lambda: NumberField(0, unit=people), beside=True
        ),
        FormItem("room_features", translate("Levels", "The room has"), lambda: TagsField(known)),
        FormItem(
            "alone_on_site",
            translate("Levels", "Nobody else of the unit on the site at the time"),
            SwitchField,
        ),
        FormItem("needs_approval", translate("Levels", "A manual yes before every session"), SwitchField),
        FormItem(
            "never_automatic", translate("Levels", "Never placed automatically: by hand only"), SwitchField
        ),
        FormItem("span", translate("Levels", "In force"), SpanField),
        FormItem("source", translate("Levels", "Decided by, or on whose word"), TextField),
    )


def _start(unit: Unit, today: date) -> dict[str, object]:
    """A new level asks for as much as the highest one does, until somebody says less."""
    highest = max(unit.levels, key=lambda each: each.level, default=None)
    begin: dict[str, object] = {"span": DateSpan(today), "source": "", "name": ""}
    if highest is None:
        return begin | FIRST
    copied = {name: getattr(highest, name) for name in FIRST}
    return begin | copied | {"level": highest.level + 1}


def _group_text(level: ThreatLevel) -> str:
    return translate("Levels", "alone") if level.max_group == 1 else str(level.max_group)
