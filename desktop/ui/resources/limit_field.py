"""The value of a limit, typed and shown in the unit of the limit that is chosen beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import LARGEST
from desktop.domain.settings import LimitKey
from desktop.domain.time import WEEK_MINUTES
from desktop.ui.forms.choice_fields import ChoiceField
from desktop.ui.forms.number_fields import NumberField, hours_as_written, hours_read

translate = QCoreApplication.translate


class LimitValueField(NumberField):
    """A whole number of what the limit counts; of minutes it is written as hours, ``37`` or ``7:30``."""

    def __init__(self, key: ChoiceField[str], parent: QWidget | None = None) -> None:
        self._key = key
        self._caption = ("", "")
        super().__init__(0, parent=parent)
        key.changed.connect(self._take_unit)
        self._take_unit()

    def read(self, text: str) -> int:
        return hours_read(text) if self._is_hours() else super().read(text)

    def written(self, number: int) -> str:
        return hours_as_written(number) if self._is_hours() else super().written(number)

    def set_label(self, text: str, help_text: str = "") -> None:
        super().set_label(text, help_text)
        self._caption = (text, help_text)

    @Slot()
    def _take_unit(self) -> None:
        key = self._key.value() if self._key.is_readable() else None
        self._most = WEEK_MINUTES if self._is_hours() else LARGEST
        self._stride = {
            LimitKey.WEEKLY_ACTIVATION_MINUTES.value: 30,
            LimitKey.OFFERS_BUDGET_PER_YEAR.value: 1000,
        }.get(key or "", 1)
        self.unit.setText(
            {
                LimitKey.WEEKLY_ACTIVATION_MINUTES.value: translate("Limits", "hours a week"),
                LimitKey.OFFERS_BUDGET_PER_YEAR.value: translate("Limits", "DKK a year"),
                LimitKey.MENTOR_STARTUP_WEEKS.value: translate("Limits", "weeks"),
            }.get(key or "", "")
        )
        self.set_label(*self._caption)

    def _is_hours(self) -> bool:
        return self._key.is_readable() and self._key.value() == LimitKey.WEEKLY_ACTIVATION_MINUTES
