"""The house rules: the unit's own settings, limits from outside, days on which it is closed."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication

from desktop.domain.settings import SLOT_LENGTHS, ClosedDays, Limit, LimitKey, UnitSettings
from desktop.domain.time import DateSpan
from desktop.domain.unit import Unit
from desktop.ui.forms.choice_fields import ChoiceField
from desktop.ui.forms.date_fields import SpanField
from desktop.ui.forms.form import FormItem
from desktop.ui.forms.text_fields import TextField
from desktop.ui.forms.week_field import WeekPatternField
from desktop.ui.forms.week_words import pattern_text
from desktop.ui.kind_names import limit_name, limit_value
from desktop.ui.records.columns import span_column
from desktop.ui.records.kind import RecordKind, Units
from desktop.ui.resources.limit_field import LimitValueField
from desktop.ui.table.columns import RIGHT, Column

translate = QCoreApplication.translate


def settings_records() -> RecordKind[UnitSettings]:
    return RecordKind(
        key="settings",
        type=UnitSettings,
        id_word="",
        title=translate("Resources", "The unit"),
        add="",
        about=translate("Resources", "The unit's name, its opening hours and how its week is divided."),
        rows=lambda unit: (unit.settings,),
        name_of=lambda unit, settings: settings.name,
        columns=_settings_columns,
        items=_settings_items,
        start=lambda unit, today: {},
        saved="settings_saved",
        removed=None,
    )


def limit_records() -> RecordKind[Limit]:
    return RecordKind(
        key="limits",
        type=Limit,
        id_word="limit",
        title=translate("Resources", "Limits"),
        add=translate("Resources", "Add limit"),
        about=translate(
            "Resources",
            "What law, budget or police have set: dated, with the source. A limit that has run out holds no "
            "longer.",
        ),
        rows=lambda unit: unit.limits,
        name_of=lambda unit, limit: limit_name(limit.key),
        columns=_limit_columns,
        items=_limit_items,
        start=lambda unit, today: {
            "key": LimitKey.WEEKLY_ACTIVATION_MINUTES.value,
            "span": DateSpan(today),
            "source": "",
        },
        saved="limit_saved",
        removed="limit_removed",
        ask_reason=True,
    )


def closed_records() -> RecordKind[ClosedDays]:
    return RecordKind(
        key="closed_days",
        type=ClosedDays,
        id_word="closed_days",
        title=translate("Resources", "Closed days"),
        add=translate("Resources", "Add closed days"),
        about=translate("Resources", "Days on which the unit is closed, beside the public holidays."),
        rows=lambda unit: unit.closed_days,
        name_of=lambda unit, closed: closed.reason,
        columns=_closed_columns,
        items=lambda unit: (
            FormItem("span", translate("Resources", "Closed"), SpanField),
            FormItem("reason", translate("Resources", "Reason"), TextField),
        ),
        start=lambda unit, today: {"span": DateSpan(today, today), "reason": ""},
        saved="closed_days_saved",
        removed="closed_days_removed",
    )


def _settings_columns(unit: Units) -> tuple[Column[UnitSettings], ...]:
    return (
        Column("name", translate("Resources", "Name"), lambda each: each.name, width=24),
        Column(
            "opening",
            translate("Resources", "Opening hours"),
            lambda each: pattern_text(each.opening) or translate("Resources", "none"),
            width=40,
        ),
    )


def _settings_items(unit: Unit) -> tuple[FormItem, ...]:
    slots = [
        (length, translate("Resources", "%1 minutes").replace("%1", str(length))) for length in SLOT_LENGTHS
    ]
    interviews = [(activity.id, activity.name) for activity in unit.activities]
    return (
        FormItem("name", translate("Resources", "Name"), TextField),
        FormItem("opening", translate("Resources", "Opening hours"), WeekPatternField),
        FormItem(
            "slot_minutes",
            translate("Resources", "Sessions begin and end every"),
            lambda: ChoiceField(slots),
            help=translate("Resources", "Activities whose lengths do not fit are no longer planned."),
        ),
        FormItem(
            "idle_interview",
            translate("Resources", "Interview for those without activation"),
            lambda: ChoiceField(interviews, none=translate("Resources", "Nobody is called")),
            help=translate("Resources", "Who has no activation in a week is called to this one."),
        ),
        FormItem(
            "holidays",
            translate("Resources", "Public holidays of"),
            TextField,
            help=translate("Resources", "The country's two letters, DK for Denmark."),
        ),
    )


def _limit_columns(unit: Units) -> tuple[Column[Limit], ...]:
    return (
        Column("key", translate("Resources", "Limit"), lambda each: limit_name(each.key), width=30),
        Column(
            "value",
            translate("Resources", "Value"),
            lambda each: limit_value(each.key, each.value),
            sort=lambda each: each.value,
            align=RIGHT,
            width=20,
        ),
        span_column(translate("Resources", "In force"), lambda each: each.span, 24),
        Column("source", translate("Resources", "Source"), lambda each: each.source, width=30),
    )


def _limit_items(unit: Unit) -> tuple[FormItem, ...]:
    known = {key.value for key in LimitKey} | {limit.key for limit in unit.limits}
    keys = [(key, limit_name(key)) for key in sorted(known)]
    key = cache(lambda: ChoiceField(keys))
    return (
        FormItem("key", translate("Resources", "Limit"), key),
        FormItem("value", translate("Resources", "Value"), lambda: LimitValueField(key())),
        FormItem("span", translate("Resources", "In force"), SpanField),
        FormItem("source", translate("Resources", "Source"), TextField),
    )


def _closed_columns(unit: Units) -> tuple[Column[ClosedDays], ...]:
    return (
        span_column(translate("Resources", "Closed"), lambda each: each.span, 30),
        Column("reason", translate("Resources", "Reason"), lambda each: each.reason, width=30),
    )
