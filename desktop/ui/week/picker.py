"""Which week: the one before, the one after, this one, or any in a calendar with week numbers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.domain.time import IsoWeek
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.calendar import CalendarPopup
from desktop.ui.widgets.icons import icon, set_icon
from desktop.ui.widgets.text import bigger, tooltip
from desktop.ui.words import week_title


class WeekPicker(QWidget):
    """``picked`` carries the ``IsoWeek`` that somebody asked for."""

    picked = Signal(object)

    def __init__(self, this_week: IsoWeek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._this_week = this_week
        self._week = this_week
        self._short = False
        colour = tokens(self.palette()).text
        self._previous = self._arrow("previous", self.tr("Previous week"))
        self._next = self._arrow("next", self.tr("Next week"))
        self.title = QPushButton()
        self.title.setFont(bigger(self.title.font(), 1, bold=True))
        set_icon(self.title, "calendar", colour)
        self.title.clicked.connect(self.open_calendar)
        self._now = QPushButton(self.tr("This week"))
        self._previous.clicked.connect(self.go_back)
        self._next.clicked.connect(self.go_on)
        self._now.clicked.connect(self.go_home)
        box = row(self, gap=4)
        for widget in (self._previous, self.title, self._next):
            box.addWidget(widget)
        box.addSpacing(GRID)
        box.addWidget(self._now)
        self._calendar: CalendarPopup | None = None
        self.show_week(this_week)

    @property
    def calendar(self) -> CalendarPopup:
        """The calendar, made when it is first opened."""
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.day_picked.connect(self._on_day)
        return self._calendar

    def show_week(self, week: IsoWeek) -> None:
        """Shows which week is on the desk."""
        self._week = week
        self._word()
        self._now.setEnabled(week != self._this_week and self.isEnabled())

    def write_short(self, short: bool) -> None:
        """Leaves the dates out, or says them again."""
        if short != self._short:
            self._short = short
            self._word()

    def leave_out_this_week(self, out: bool) -> None:
        """Does without the way back to this week, which is in the menu too."""
        self._now.setHidden(out)
        self.updateGeometry()

    def _word(self) -> None:
        title = week_title(self._week)
        short = self.tr("Week %1, %2", "number, year")
        short = short.replace("%1", str(self._week.week)).replace("%2", str(self._week.year))
        self.title.setText(short if self._short else title)
        self.title.setAccessibleName(title)
        self.updateGeometry()
        hint = self.tr("Choose a week in a calendar")
        self.title.setToolTip(tooltip(f"{title}\n{hint}" if self._short else hint))

    @Slot()
    def go_back(self) -> None:
        self.picked.emit(self._week.previous())

    @Slot()
    def go_on(self) -> None:
        self.picked.emit(self._week.next())

    @Slot()
    def go_home(self) -> None:
        self.picked.emit(self._this_week)

    @Slot()
    def open_calendar(self) -> None:
        self.calendar.open_at(self.title.mapToGlobal(QPoint(0, self.title.height() + 4)), self._week.monday)

    def _arrow(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "plain")
        button.setIcon(icon(name, tokens(self.palette()).text))
        button.setToolTip(tooltip(text))
        button.setAccessibleName(text)
        return button

    @Slot(object)
    def _on_day(self, day: date) -> None:
        self.picked.emit(IsoWeek.containing(day))
