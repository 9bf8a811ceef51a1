"""Suppliers and staff."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.staffing import StaffMember, Supplier
from desktop.domain.time import WeeklyBlock
from desktop.domain.unit import Unit
from desktop.ui.forms.choice_fields import ChoiceField
from desktop.ui.forms.form import FormItem
from desktop.ui.forms.number_fields import HoursField
from desktop.ui.forms.tags_field import TagsField
from desktop.ui.forms.text_fields import NoteField, TextField
from desktop.ui.forms.week_field import WeekPatternField
from desktop.ui.forms.week_words import pattern_text
from desktop.ui.kind_names import skill_name
from desktop.ui.records.columns import number_column
from desktop.ui.records.kind import RecordKind, Units
from desktop.ui.records.known import skills, supplier_name, suppliers, unique_name
from desktop.ui.table.columns import RIGHT, Column
from desktop.ui.words import listed, minutes_as_hours

translate = QCoreApplication.translate
USUAL_DAY = (8 * 60, 16 * 60)
USUAL_WEEK = 37 * 60


def supplier_records() -> RecordKind[Supplier]:
    return RecordKind(
        key="suppliers",
        type=Supplier,
        id_word="supplier",
        title=translate("Resources", "Suppliers"),
        add=translate("Resources", "Add supplier"),
        about=translate("Resources", "Who sells offers to the unit, or lends it staff."),
        rows=lambda unit: unit.suppliers,
        name_of=lambda unit, supplier: supplier.name,
        columns=_supplier_columns,
        items=lambda unit: (
            FormItem(
                "name",
                translate("Resources", "Name"),
                lambda: unique_name(unit.suppliers),
            ),
            FormItem("contact", translate("Resources", "Contact"), NoteField),
        ),
        start=lambda unit, today: {"name": ""},
        saved="supplier_saved",
        removed="supplier_removed",
    )


def staff_records() -> RecordKind[StaffMember]:
    return RecordKind(
        key="staff",
        type=StaffMember,
        id_word="staff",
        title=translate("Resources", "Staff"),
        add=translate("Resources", "Add staff member"),
        about=translate(
            "Resources",
            "Who carries the sessions. A session needs somebody with its activity's skill; a guard needs the "
            "skill guard.",
        ),
        rows=lambda unit: unit.staff,
        name_of=lambda unit, member: member.name,
        columns=_staff_columns,
        items=_staff_items,
        start=lambda unit, today: {
            "name": "",
            "supplier": None,
            "skills": frozenset(),
            "availability": tuple(WeeklyBlock(day, *USUAL_DAY) for day in range(5)),
            "max_weekly_minutes": USUAL_WEEK,
        },
        saved="staff_saved",
        removed="staff_removed",
    )


def _supplier_columns(unit: Units) -> tuple[Column[Supplier], ...]:
    return (
        Column("name", translate("Resources", "Name"), lambda each: each.name, width=26),
        Column("contact", translate("Resources", "Contact"), lambda each: each.contact or None, width=30),
        number_column("offers", translate("Resources", "Offers"), lambda each: _offers_of(unit(), each), 8),
    )


def _staff_columns(unit: Units) -> tuple[Column[StaffMember], ...]:
    return (
        Column("name", translate("Resources", "Name"), lambda each: each.name, width=26),
        Column(
            "skills",
            translate("Resources", "Skills"),
            lambda each: listed(sorted(map(skill_name, each.skills))) or translate("Resources", "none"),
            width=44,
        ),
        Column(
            "hours",
            translate("Resources", "Hours a week"),
            lambda each: minutes_as_hours(each.max_weekly_minutes),
            sort=lambda each: each.max_weekly_minutes,
            align=RIGHT,
            width=16,
        ),
        Column(
            "supplier",
            translate("Resources", "Employer"),
            lambda each: supplier_name(unit(), each.supplier),
            width=24,
        ),
        Column(
            "availability",
            translate("Resources", "At work"),
            lambda each: pattern_text(each.availability) or None,
            width=30,
            visible=False,
        ),
    )


def _staff_items(unit: Unit) -> tuple[FormItem, ...]:
    employers, known = suppliers(unit), skills(unit)
    return (
        FormItem("name", translate("Resources", "Name"), TextField),
        FormItem(
            "supplier",
            translate("Resources", "Employer"),
            lambda: ChoiceField(employers, none=translate("Resources", "The unit's own")),
        ),
        FormItem("skills", translate("Resources", "Skills"), lambda: TagsField(known)),
        FormItem("max_weekly_minutes", translate("Resources", "At most a week"), HoursField),
        FormItem(
            "availability",
            translate("Resources", "At work"),
            lambda: WeekPatternField(
                empty=translate("Resources", "Not on record: nothing is planned with them."),
                slot_minutes=unit.settings.slot_minutes,
            ),
        ),
    )


def _offers_of(unit: Unit, supplier: Supplier) -> int:
    return sum(offer.supplier == supplier.id for offer in unit.offers)
