"""The unit's name and hours, to begin with an empty unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.consistency import UnitFault
from desktop.domain.settings import SLOT_LENGTHS, UnitSettings
from desktop.domain.time import WeeklyBlock
from desktop.services.first_unit import begin_unit
from desktop.services.ports import NotStored, Store
from desktop.ui.forms.choice_fields import ChoiceField
from desktop.ui.forms.dialog import FormDialog
from desktop.ui.forms.form import Form, FormItem
from desktop.ui.forms.text_fields import TextField
from desktop.ui.forms.week_field import WeekPatternField

translate = QCoreApplication.translate
USUAL_HOURS = tuple(WeeklyBlock(day, 8 * 60, 16 * 60) for day in range(5))
USUAL_SLOT = 30


def _minutes(length: int) -> str:
    return translate("Begin", "%1 minutes").replace("%1", str(length))


def begin_dialog(store: Store, today: date, parent: QWidget | None = None) -> FormDialog[UnitSettings]:
    """Accepted once the store holds an empty unit with the proposed threat levels."""
    form = Form(
        UnitSettings,
        (
            FormItem("name", translate("Begin", "Name of the unit"), TextField),
            FormItem(
                "slot_minutes",
                translate("Begin", "Sessions begin and end every"),
                lambda: ChoiceField([(length, _minutes(length)) for length in SLOT_LENGTHS]),
            ),
            FormItem(
                "opening",
                translate("Begin", "Opening hours"),
                lambda: WeekPatternField(slot_minutes=min(SLOT_LENGTHS)),
                help=translate("Begin", "Public holidays are closed by themselves."),
            ),
        ),
    )
    form.start(id="unit", name="", slot_minutes=USUAL_SLOT, opening=USUAL_HOURS, idle_interview=None)

    def begin(settings: UnitSettings, reason: str) -> Sequence[UnitFault]:
        del reason
        try:
            begin_unit(
                store,
                settings.name,
                settings.opening,
                settings.slot_minutes,
                level_names=(
                    translate("Begin", "Low"),
                    translate("Begin", "Raised"),
                    translate("Begin", "High"),
                    translate("Begin", "Very high"),
                ),
                source=translate("Begin", "Proposal of Sikkerplan, not yet decided"),
                today=today,
            )
        except NotStored:
            return (UnitFault("unit", "", "not_stored"),)
        return ()

    return FormDialog(translate("Begin", "Begin with an empty unit"), form, begin, parent=parent)
