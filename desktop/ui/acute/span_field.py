"""A stretch of time with buttons for the usual ones: today, the week, some weeks."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.domain.time import TimeSpan
from desktop.ui.forms.date_fields import TimeSpanField
from desktop.ui.forms.field import Field
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.segment import segment

translate = QCoreApplication.translate


class Ahead(StrEnum):
    """A stretch that begins now, or tomorrow."""

    DAY = "day"
    TOMORROW = "tomorrow"
    WEEK = "week"
    FOUR_WEEKS = "four_weeks"


class QuickSpanField(Field[TimeSpan]):
    """From a moment to a moment. A button fills in both; they can be typed over."""

    def __init__(
        self,
        now: datetime,
        offered: tuple[Ahead, ...] = (Ahead.DAY, Ahead.TOMORROW, Ahead.WEEK),
        parent: QWidget | None = None,
    ) -> None:
        self.span = TimeSpanField()
        self.buttons: dict[Ahead, QToolButton] = {}
        content = QWidget()
        super().__init__(content, self.span.focus, parent)
        self._spans = {each: _span(each, now) for each in offered}
        box = column(content, gap=6)
        line = FlowLayout(gap=4)
        for each in offered:
            button = segment(_words(each))
            button.clicked.connect(lambda _=False, each=each: self.span.set_value(self._spans[each]))
            self.buttons[each] = button
            line.addWidget(button)
        box.addLayout(line)
        box.addWidget(self.span)
        self.span.changed.connect(self._on_changed)

    def value(self) -> TimeSpan:
        return self.span.value()

    def set_value(self, value: TimeSpan) -> None:
        self.span.set_value(value)

    def stand_ins(self) -> tuple[TimeSpan, TimeSpan]:
        return self.span.stand_ins()

    def parts(self) -> tuple[Field[object], ...]:
        return self.span.parts()

    def words(self, key: str) -> str:
        return self.span.words(key)

    def set_label(self, text: str, help_text: str = "") -> None:
        super().set_label(text, help_text)
        self.span.set_label(text)
        self.span.caption.hide()

    def _on_changed(self) -> None:
        now = self.span.value() if self.span.is_readable() else None
        for each, button in self.buttons.items():
            button.setChecked(self._spans[each] == now)
        self.changed.emit()


def _span(ahead: Ahead, now: datetime) -> TimeSpan:
    midnight = datetime.combine(now.date() + timedelta(days=1), time())
    return {
        Ahead.DAY: TimeSpan(now, midnight),
        Ahead.TOMORROW: TimeSpan(midnight, midnight + timedelta(days=1)),
        Ahead.WEEK: TimeSpan(now, midnight + timedelta(days=6 - now.weekday())),
        Ahead.FOUR_WEEKS: TimeSpan(now, midnight + timedelta(days=27)),
    }[ahead]


def _words(ahead: Ahead) -> str:
    return {
        Ahead.DAY: translate("Acute", "Rest of the day"),
        Ahead.TOMORROW: translate("Acute", "Tomorrow"),
        Ahead.WEEK: translate("Acute", "Rest of the week"),
        Ahead.FOUR_WEEKS: translate("Acute", "Four weeks"),
    }[ahead]
