"""Numbers: whole ones, hours, kroner, lengths. A blank field is never taken for zero."""

from __future__ import annotations

import re
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.domain.errors import LARGEST
from desktop.domain.time import DAY_MINUTES, WEEK_MINUTES
from desktop.printing.words import hours_text
from desktop.ui.forms.field import Field, plain, unreadable
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.text import label

V = TypeVar("V")
translate = QCoreApplication.translate
_LETTERS = 11
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)")
_SAID = re.compile(
    r"(?:(?P<hours>\d{1,4})\s*(?:h|t|hours?|timer?)\.?)?(?:\s*(?:and|og)?\s*(?P<minutes>\d{1,4})\s*m(?:in)?"
    r"(?:utes?|ut|utter)?\.?)?",
    re.IGNORECASE,
)
"""Hours as people say them, in either language: ``2 h 30 min``, ``2 timer og 30 minutter``, ``45 min``."""
_UNIT = re.compile(r"\s*(?:h|t|hours?|timer?)\.?$", re.IGNORECASE)
_EXACT = 3
"""Minutes that this divides are exact as hours with two decimals."""


class LineField(Field[V]):
    """A value written in one line, with its unit behind it. ``none`` says in words what a blank line means;
    without it a blank line is no value."""

    def __init__(self, *, unit: str = "", none: str | None = None, parent: QWidget | None = None) -> None:
        self.edit = QLineEdit()
        self.unit = label(unit, "muted")
        self._none = none
        content = QWidget()
        box = row(content)
        box.addWidget(self.edit)
        box.addWidget(self.unit)
        box.addStretch(1)
        self.edit.setPlaceholderText(none or "")
        self.edit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        metrics = self.edit.fontMetrics()
        wide = max(metrics.horizontalAdvance("0" * _LETTERS), metrics.horizontalAdvance(f"{none or ''}00"))
        self.edit.setFixedWidth(wide + 24)
        super().__init__(content, self.edit, parent)
        self.edit.textChanged.connect(self.changed)
        self.edit.installEventFilter(self)

    def set_label(self, text: str, help_text: str = "") -> None:
        super().set_label(text, help_text)
        unit = self.unit.text()
        self.edit.setAccessibleName(f"{plain(text)} ({unit})" if unit else plain(text))

    def description(self) -> str:
        return " ".join(part for part in (self._none or "", super().description()) if part)

    def step(self, by: int) -> None:
        """Goes up or down by the arrow keys; lines that cannot be stepped stay as they are."""

    def blank(self) -> bool:
        """Whether nothing stands there. Raises where that is no value."""
        if self.edit.text().strip():
            return False
        if self._none is None:
            unreadable("missing")
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if by is not None and event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ):
                self.step(by)
                return True
        return super().eventFilter(watched, event)


class NumberField(LineField[int | None]):
    """A whole number from ``least`` to ``most``. The arrow keys go up and down by ``stride``."""

    def __init__(
        self,
        least: int = 0,
        most: int = LARGEST,
        *,
        unit: str = "",
        none: str | None = None,
        stride: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(unit=unit, none=none, parent=parent)
        self._least = least
        self._most = most
        self._stride = stride

    def value(self) -> int | None:
        if self.blank():
            return None
        number = self.read(self.edit.text().strip())
        if number < self._least:
            unreadable("too_small")
        if number > self._most:
            unreadable("too_large")
        return number

    def set_value(self, value: int | None) -> None:
        self.edit.setText("" if value is None else self.written(value))

    def stand_ins(self) -> tuple[int, int]:
        return self._least, self._most

    def words(self, key: str) -> str:
        if key == "too_small":
            return translate("Forms", "Must be at least %1.").replace("%1", self.written(self._least))
        if key == "too_large" and self._most < LARGEST:
            return translate("Forms", "Must be at most %1.").replace("%1", self.written(self._most))
        return super().words(key)

    def step(self, by: int) -> None:
        text = self.edit.text().strip()
        try:
            number = self.read(text) + by * self._stride if text else self._least
        except ValueError:
            return
        self.set_value(min(max(number, self._least), self._most))

    def read(self, text: str) -> int:
        """The number that a text says. Raises ``DomainError``, which is a ``ValueError``."""
        bare = re.sub(r"[\s\u00a0\u202f]", "", text).replace(QLocale().groupSeparator(), "")
        if not re.fullmatch(r"-?\d{1,12}", bare):
            unreadable("not_whole")
        return int(bare)

    def written(self, number: int) -> str:
        return QLocale().toString(number)


class MoneyField(NumberField):
    """Whole kroner."""

    def __init__(self, *, none: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(0, unit=translate("Forms", "DKK"), none=none, stride=100, parent=parent)


class HoursField(NumberField):
    """Minutes, written as hours: ``7.5`` or ``7:30``; ``7 h 30 min`` is read too. The arrow keys go by half
    hours."""

    def __init__(
        self, most: int = WEEK_MINUTES, *, none: str | None = None, parent: QWidget | None = None
    ) -> None:
        """``most`` in minutes, such as those of a day or of a week."""
        super().__init__(0, most, unit=translate("Forms", "hours"), none=none, stride=30, parent=parent)

    def read(self, text: str) -> int:
        return hours_read(text)

    def written(self, number: int) -> str:
        return hours_as_written(number)


def hours_read(text: str) -> int:
    """The minutes that a text of hours says. Raises ``DomainError``, which is a ``ValueError``."""
    if clock := _CLOCK.fullmatch(text):
        return int(clock[1]) * 60 + int(clock[2])
    if (said := _SAID.fullmatch(text)) and (said["hours"] or said["minutes"]):
        return int(said["hours"] or 0) * 60 + int(said["minutes"] or 0)
    bare = _UNIT.sub("", text).replace(",", ".")
    if not re.fullmatch(r"\d{1,4}(\.\d{0,4})?|\.\d{1,4}", bare):
        unreadable("not_hours")
    minutes = float(bare) * 60
    if abs(minutes - round(minutes)) > 0.01:
        unreadable("not_hours")
    return round(minutes)


def hours_as_written(minutes: int) -> str:
    """Minutes as hours, as they are typed: ``7.5``, or ``7:20`` where that is not exact."""
    if minutes % _EXACT:
        return f"{minutes // 60}:{minutes % 60:02d}"
    return hours_text(minutes / 60)


class LengthsField(LineField[tuple[int, ...]]):
    """Several lengths in minutes, such as ``60, 90``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(unit=translate("Forms", "minutes"), parent=parent)
        self.edit.setPlaceholderText("60, 90")
        self.edit.setFixedWidth(self.edit.width() * 2)

    def value(self) -> tuple[int, ...]:
        words = re.split(r"[,;\s]+", self.edit.text().strip(" ,;"))
        lengths = words if any(words) else []
        if not all(re.fullmatch(r"\d{1,5}", word) for word in lengths):
            unreadable("not_whole")
        return tuple(int(word) for word in lengths)

    def set_value(self, value: tuple[int, ...]) -> None:
        self.edit.setText(", ".join(str(length) for length in value))

    def stand_ins(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return (1,), (DAY_MINUTES,)
