"""A month to choose a day from, with week numbers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QWidget

from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column

FIRST, LAST = QDate(1901, 1, 1), QDate(2998, 12, 31)
"""Every week of these is one of the domain's, and so are those beside it."""


class CalendarPopup(QFrame):
    """A month with ISO week numbers. ``day_picked`` carries a ``date``."""

    day_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "card")
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setGridVisible(False)
        self.calendar.setDateRange(FIRST, LAST)
        self.calendar.setMinimumSize(344, 264)
        for widget in (self, self.calendar):
            widget.setAccessibleName(self.tr("Calendar"))
        plain = QTextCharFormat()
        plain.setForeground(QColor(tokens(self.palette()).text))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        self.calendar.clicked.connect(self._on_day)
        self.calendar.activated.connect(self._on_day)
        column(self, margin=GRID).addWidget(self.calendar)

    def open_at(self, place: QPoint, day: date) -> None:
        """Opens below a point of the screen, at a day."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(place)
        self.show()
        self.calendar.setFocus()

    @Slot(QDate)
    def _on_day(self, day: QDate) -> None:
        self.hide()
        if not day.isValid():
            return
        self.day_picked.emit(date(day.year(), day.month(), day.day()))
