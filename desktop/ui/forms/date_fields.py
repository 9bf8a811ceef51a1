"""Days, spans of days, moments, and the time between two of them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QToolButton, QWidget

from desktop.domain.time import DateSpan, TimeSpan
from desktop.ui.forms.dates import day_with_week, typed_day, typed_time, written_day
from desktop.ui.forms.field import Field, plain, unreadable
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.calendar import CalendarPopup
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.text import label, tooltip

translate = QCoreApplication.translate
_DAYS_END = ("24:00", "24", "2400", "24.00")
_STEPS = {
    Qt.Key.Key_Up: timedelta(days=1),
    Qt.Key.Key_Down: timedelta(days=-1),
    Qt.Key.Key_PageUp: timedelta(days=7),
    Qt.Key.Key_PageDown: timedelta(days=-7),
}


class DateField(Field[date | None]):
    """A day, typed or chosen in a calendar, with its weekday and week. ``none`` says in words what no day
    means, such as "Unknown"; without it there must be one.

    Up and down go by a day, the page keys by a week, Alt+Down opens the calendar.
    """

    def __init__(self, *, none: str | None = None, parent: QWidget | None = None) -> None:
        self.edit = QLineEdit()
        self.open = QToolButton()
        self.week = label("", "muted")
        self.none = QCheckBox(none or "")
        content = QWidget()
        super().__init__(content, self.edit, parent)
        self._popup: CalendarPopup | None = None
        self._none = none
        self.edit.setFixedWidth(self.edit.fontMetrics().horizontalAdvance("00-00-00000") + 28)
        self.edit.setPlaceholderText(translate("Forms", "dd/mm/yyyy", "how a date is typed"))
        self.open.setProperty("look", "plain")
        self.open.setIcon(icon("calendar", tokens(self.palette()).text))
        self.open.setToolTip(tooltip(translate("Forms", "Choose in a calendar")))
        box = row(content, gap=4)
        for widget in (self.edit, self.open, self.none, self.week):
            box.addWidget(widget)
        box.addStretch(1)
        self.none.setVisible(none is not None)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._on_text)
        self.none.toggled.connect(self._on_none)
        self.open.clicked.connect(self.open_calendar)

    def value(self) -> date | None:
        if self._none is not None and self.none.isChecked():
            return None
        text = self.edit.text().strip()
        if not text:
            unreadable("missing")
        day = typed_day(text)
        if day is None:
            unreadable("not_a_date")
        return day

    def set_value(self, value: date | None) -> None:
        self.none.setChecked(value is None and self._none is not None)
        self.edit.setText("" if value is None else written_day(value))

    def stand_ins(self) -> tuple[date, date]:
        return date.min, date.max

    def set_label(self, text: str, help_text: str = "") -> None:
        super().set_label(text, help_text)
        name = plain(text)
        self.open.setAccessibleName(f"{name}: {translate('Forms', 'Choose in a calendar')}")
        if self._none is not None:
            self.none.setAccessibleName(f"{name}: {self._none}")

    def description(self) -> str:
        return " ".join(part for part in (self.week.text(), super().description()) if part)

    @Slot()
    def open_calendar(self) -> None:
        """Shows a month below the field."""
        below = self.edit.mapToGlobal(QPoint(0, self.edit.height() + 4))
        self.calendar().open_at(below, typed_day(self.edit.text()) or date.today())  # noqa: DTZ011 the day on the wall

    def calendar(self) -> CalendarPopup:
        """The month that opens below the field; made when it is first asked for."""
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.day_picked.connect(self._on_day)
        return self._popup

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.open_calendar()
                return True
            by = _STEPS.get(Qt.Key(event.key()))
            day = typed_day(self.edit.text())
            if by is not None and day is not None:
                self.edit.setText(written_day(day + by))
                return True
        if event.type() == QEvent.Type.FocusOut and (day := typed_day(self.edit.text())) is not None:
            self.edit.setText(written_day(day))
        return super().eventFilter(watched, event)

    @Slot(object)
    def _on_day(self, day: date) -> None:
        self.set_value(day)
        self.edit.setFocus()

    @Slot()
    def _on_text(self) -> None:
        day = typed_day(self.edit.text())
        self.week.setText("" if day is None else day_with_week(day))
        self._describe()
        self.changed.emit()

    @Slot(bool)
    def _on_none(self, none: bool) -> None:
        for widget in (self.edit, self.open):
            widget.setEnabled(not none)
        if none:
            self.edit.clear()
        self._lead = self.none if none else self.edit
        self.changed.emit()


class MomentField(Field[datetime]):
    """A local day and time of day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.day = DateField()
        self.clock = QLineEdit()
        content = QWidget()
        super().__init__(content, self.day.edit, parent)
        self.clock.setPlaceholderText(translate("Forms", "hh:mm", "how a time of day is typed"))
        self.clock.setFixedWidth(self.clock.fontMetrics().horizontalAdvance("00:000") + 24)
        box = row(content, gap=4)
        box.addWidget(self.day)
        box.addWidget(self.clock)
        box.addSpacing(4)
        box.addWidget(self.day.week)
        box.addStretch(1)
        self.day.changed.connect(self.changed)
        self.clock.textChanged.connect(self.changed)
        self.clock.editingFinished.connect(self._tidy)

    def value(self) -> datetime:
        day, clock = self.day.value(), typed_time(self.clock.text())
        if not self.clock.text().strip():
            unreadable("missing")
        if day is None or clock is None:
            unreadable("not_a_clock_time")
        return datetime.combine(day, clock)

    def set_value(self, value: datetime) -> None:
        with QSignalBlocker(self):
            self.day.set_value(value.date())
            self.clock.setText(f"{value:%H:%M}")
        self.changed.emit()

    def stand_ins(self) -> tuple[datetime, datetime]:
        return datetime.min, datetime.max.replace(microsecond=0)  # noqa: DTZ901 wall-clock time

    def set_label(self, text: str, help_text: str = "") -> None:
        super().set_label(text, help_text)
        self.day.set_label(plain(text))
        self.day.caption.hide()
        self.clock.setAccessibleName(translate("Forms", "%1: time of day").replace("%1", plain(text)))

    def faulty(self) -> list[QWidget]:
        return [self.clock] if self.day.is_readable() else [self.day.edit]

    @Slot()
    def _tidy(self) -> None:
        if (clock := typed_time(self.clock.text())) is not None:
            self.clock.setText(f"{clock:%H:%M}")


class EndField(MomentField):
    """The end of a stretch of time. Midnight is told as 24:00 of the day that it ends: whoever sets the last
    day to another one means the whole of it."""

    def value(self) -> datetime:
        if self.clock.text().strip() not in _DAYS_END:
            return super().value()
        day = self.day.value()
        if day is None or day == date.max:
            unreadable("not_a_clock_time")
        return datetime.combine(day + timedelta(days=1), time())

    def set_value(self, value: datetime) -> None:
        if value.time() != time() or value.date() == date.min:
            super().set_value(value)
            return
        with QSignalBlocker(self):
            self.day.set_value(value.date() - timedelta(days=1))
            self.clock.setText(_DAYS_END[0])
        self.changed.emit()


class SpanField(Field[DateSpan]):
    """From a day to a day, both included, or until further notice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.first = DateField()
        self.last = DateField(none=translate("Forms", "Until further notice"))
        content = QWidget()
        super().__init__(content, self.first.edit, parent)
        self.last.set_value(None)
        _lines(
            content,
            ((_first_day(), self.first), (_last_day(), self.last)),
        )
        for field in (self.first, self.last):
            field.changed.connect(self.changed)

    def value(self) -> DateSpan:
        first = self.first.value()
        assert first is not None
        return DateSpan(first, self.last.value())

    def set_value(self, value: DateSpan) -> None:
        with QSignalBlocker(self):
            self.first.set_value(value.first)
            self.last.set_value(value.last)
        self.changed.emit()

    def stand_ins(self) -> tuple[DateSpan, DateSpan]:
        return DateSpan(date.min), DateSpan(date.max)

    def parts(self) -> tuple[Field[Any], ...]:
        return self.first, self.last

    def words(self, key: str) -> str:
        if key == "before_first":
            return translate("Forms", "The last day lies before the first.")
        return super().words(key)

    def set_label(self, text: str, help_text: str = "") -> None:
        super().set_label(text, help_text)
        _name(self.first, text, _first_day())
        _name(self.last, text, _last_day())


class TimeSpanField(Field[TimeSpan]):
    """From a moment to a moment, local time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.start = MomentField()
        self.end = EndField()
        content = QWidget()
        super().__init__(content, self.start.day.edit, parent)
        _lines(content, ((translate("Forms", "From"), self.start), (translate("Forms", "Until"), self.end)))
        for field in (self.start, self.end):
            field.changed.connect(self.changed)

    def value(self) -> TimeSpan:
        return TimeSpan(self.start.value(), self.end.value())

    def set_value(self, value: TimeSpan) -> None:
        with QSignalBlocker(self):
            self.start.set_value(value.start)
            self.end.set_value(value.end)
        self.changed.emit()

    def stand_ins(self) -> tuple[TimeSpan, TimeSpan]:
        least, most = self.start.stand_ins()
        return TimeSpan(least, least + timedelta(minutes=1)), TimeSpan(most - timedelta(minutes=1), most)

    def parts(self) -> tuple[Field[Any], ...]:
        return self.start, self.end

    def words(self, key: str) -> str:
        if key == "not_after_start":
            return translate("Forms", "The end does not lie after the start.")
        return super().words(key)

    def set_label(self, text: str, help_text: str = "") -> None:
        super().set_label(text, help_text)
        _name(self.start, text, translate("Forms", "From"))
        _name(self.end, text, translate("Forms", "Until"))


def _first_day() -> str:
    return translate("Forms", "First day")


def _last_day() -> str:
    return translate("Forms", "Last day")


def _lines(content: QWidget, parts: tuple[tuple[str, DateField | MomentField], ...]) -> None:
    grid = QGridLayout(content)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GRID)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for at, (text, field) in enumerate(parts):
        grid.addWidget(label(text, "muted"), at, 0)
        grid.addWidget(field, at, 1)


def _name(field: DateField | MomentField, whole: str, part: str) -> None:
    """Names a part of a field for those who hear it alone."""
    field.set_label(f"{plain(whole)}, {part.lower()}")
    field.caption.hide()
