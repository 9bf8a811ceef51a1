"""Offers and the activities that sessions are planned of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.offers import Activity, ActivityKind, Offer, OfferKind
from desktop.domain.time import DateSpan
from desktop.domain.unit import Unit
from desktop.ui.forms.choice_fields import ChoiceField, ManyField
from desktop.ui.forms.date_fields import SpanField
from desktop.ui.forms.form import FormItem
from desktop.ui.forms.number_fields import LengthsField, MoneyField, NumberField
from desktop.ui.forms.tags_field import TagsField
from desktop.ui.forms.text_fields import SwitchField, WordField
from desktop.ui.kind_names import activity_kind_name, offer_kind_name, skill_name
from desktop.ui.records.columns import number_column, span_column
from desktop.ui.records.kind import RecordKind, Units
from desktop.ui.records.known import (
    offers,
    room_features,
    rooms,
    skills,
    supplier_name,
    suppliers,
    unique_name,
)
from desktop.ui.table.columns import RIGHT, Column
from desktop.ui.words import listed, money, yes_no

translate = QCoreApplication.translate


def offer_records() -> RecordKind[Offer]:
    return RecordKind(
        key="offers",
        type=Offer,
        id_word="offer",
        title=translate("Resources", "Offers"),
        add=translate("Resources", "Add offer"),
        about=translate(
            "Resources",
            "What people are referred to: bought from a supplier or the municipality's own. Its activities "
            "can be attended by whoever is referred to it.",
        ),
        rows=lambda unit: unit.offers,
        name_of=lambda unit, offer: offer.name,
        columns=_offer_columns,
        items=_offer_items,
        start=lambda unit, today: {
            "name": "",
            "kind": OfferKind.SPECIAL,
            "supplier": None,
            "span": DateSpan(today),
            "startup_weeks": None,
        },
        saved="offer_saved",
        removed="offer_removed",
    )


def activity_records() -> RecordKind[Activity]:
    return RecordKind(
        key="activities",
        type=Activity,
        id_word="activity",
        title=translate("Resources", "Activities"),
        add=translate("Resources", "Add activity"),
        about=translate(
            "Resources",
            "What sessions are planned of: how long, how many people, which staff, what it costs.",
        ),
        rows=lambda unit: unit.activities,
        name_of=lambda unit, activity: activity.name,
        columns=_activity_columns,
        items=_activity_items,
        start=lambda unit, today: {
            "name": "",
            "kind": ActivityKind.GROUP_TEACHING,
            "offer": None,
            "counts": True,
            "lengths": (60,),
            "min_group": 1,
            "max_group": 6,
            "staff": 1,
            "skill": "",
        },
        saved="activity_saved",
        removed="activity_removed",
    )


def _offer_columns(unit: Units) -> tuple[Column[Offer], ...]:
    return (
        Column("name", translate("Resources", "Name"), lambda each: each.name, width=28),
        Column("kind", translate("Resources", "Kind"), lambda each: offer_kind_name(each.kind), width=26),
        Column(
            "supplier",
            translate("Resources", "Supplier"),
            lambda each: supplier_name(unit(), each.supplier),
            width=18,
        ),
        span_column(translate("Resources", "Runs"), lambda each: each.span, 22),
        number_column("people", translate("Resources", "Referred"), lambda each: _referred(unit(), each), 9),
    )


def _offer_items(unit: Unit) -> tuple[FormItem, ...]:
    kinds = [(kind, offer_kind_name(kind)) for kind in OfferKind]
    sellers = suppliers(unit)
    return (
        FormItem(
            "name",
            translate("Resources", "Name"),
            lambda: unique_name(unit.offers),
        ),
        FormItem("kind", translate("Resources", "Kind"), lambda: ChoiceField(kinds)),
        FormItem(
            "supplier",
            translate("Resources", "Supplier"),
            lambda: ChoiceField(sellers, none=translate("Resources", "The unit's own")),
        ),
        FormItem("span", translate("Resources", "Runs"), SpanField),
        FormItem(
            "startup_weeks",
            translate("Resources", "Clarifying start"),
            lambda: NumberField(
                1,
                unit=translate("Resources", "weeks"),
                none=translate("Resources", "Only mentor-based offers"),
            ),
        ),
    )


def _activity_columns(unit: Units) -> tuple[Column[Activity], ...]:
    return (
        Column("name", translate("Resources", "Name"), lambda each: each.name, width=28),
        Column("kind", translate("Resources", "Kind"), lambda each: activity_kind_name(each.kind), width=26),
        Column(
            "lengths",
            translate("Resources", "Minutes"),
            lambda each: listed([str(length) for length in each.lengths]),
            sort=lambda each: each.lengths,
            width=15,
        ),
        Column(
            "group",
            translate("Resources", "Group"),
            _group_text,
            sort=lambda each: each.max_group,
            width=10,
        ),
        Column("skill", translate("Resources", "Skill"), lambda each: skill_name(each.skill), width=14),
        Column(
            "counts",
            translate("Resources", "Counts as hours"),
            lambda each: yes_no(each.counts),
            width=16,
        ),
        Column(
            "price",
            translate("Resources", "Price"),
            _price,
            sort=lambda each: (each.cost_per_session, each.cost_per_citizen),
            align=RIGHT,
            width=22,
        ),
        Column(
            "offer", translate("Resources", "Offer"), lambda each: _offer_name(unit(), each), visible=False
        ),
    )


def _activity_items(unit: Unit) -> tuple[FormItem, ...]:
    kinds = [(kind, activity_kind_name(kind)) for kind in ActivityKind]
    bought, places, known = offers(unit), rooms(unit), room_features(unit)
    people, called = translate("Resources", "people"), skills(unit)
    return (
        FormItem(
            "name",
            translate("Resources", "Name"),
            lambda: unique_name(unit.activities),
        ),
        FormItem("kind", translate("Resources", "Kind"), lambda: ChoiceField(kinds)),
        FormItem(
            "offer",
            translate("Resources", "Offer"),
            lambda: ChoiceField(bought, none=translate("Resources", "The unit's own")),
        ),
        FormItem("counts", translate("Resources", "Counts as hours of activation"), SwitchField),
        FormItem(
            "lengths",
            translate("Resources", "A session lasts"),
            LengthsField,
            help=translate("Resources", "Several lengths: the planning chooses among them."),
        ),
        FormItem("min_group", translate("Resources", "Smallest group"), lambda: NumberField(1, unit=people)),
        FormItem(
            "max_group",
            translate("Resources", "Largest group"),
            lambda: NumberField(1, unit=people),
            beside=True,
        ),
        FormItem("staff", translate("Resources", "Staff"), lambda: NumberField(1, unit=people)),
        FormItem(
            "skill",
            translate("Resources", "Skill"),
            lambda: WordField(called),
            beside=True,
            help=translate("Resources", "One of the staff has it."),
        ),
        FormItem("room_features", translate("Resources", "The room has"), lambda: TagsField(known)),
        FormItem(
            "rooms",
            translate("Resources", "Rooms"),
            lambda: ManyField(places, none=translate("Resources", "Any room that is fit for it")),
        ),
        FormItem(
            "max_per_day",
            translate("Resources", "At most a day"),
            lambda: NumberField(1, unit=translate("Resources", "sessions for one person")),
        ),
        FormItem("cost_per_session", translate("Resources", "Price of a session"), MoneyField),
        FormItem("cost_per_citizen", translate("Resources", "and for each person"), MoneyField, beside=True),
    )


def _group_text(activity: Activity) -> str:
    least, most = activity.min_group, activity.max_group
    return str(most) if least == most else f"{least}–{most}"


def _referred(unit: Unit, offer: Offer) -> int:
    return len({referral.citizen for referral in unit.referrals if referral.offer == offer.id})


def _offer_name(unit: Unit, activity: Activity) -> str:
    own = translate("Resources", "The unit's own")
    return next((offer.name for offer in unit.offers if offer.id == activity.offer), own)


def _price(activity: Activity) -> str:
    parts = []
    if activity.cost_per_session:
        parts.append(translate("Resources", "%1 a session").replace("%1", money(activity.cost_per_session)))
    if activity.cost_per_citizen:
        parts.append(translate("Resources", "%1 a person").replace("%1", money(activity.cost_per_citizen)))
    return " + ".join(parts) or translate("Resources", "free")
