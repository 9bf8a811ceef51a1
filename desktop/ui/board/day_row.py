"""Which day of the week the board shows, or all of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.domain.plans import PlanVersion
from desktop.printing.words import short_day_text
from desktop.ui.theme import GRID
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.segment import segment
from desktop.ui.widgets.tab_order import place_in_line

ALL_WEEK = 7
"""Behind the seven days; the others are days of the week, Monday 0."""


class DayRow(QWidget):
    """``picked`` carries the number of a day."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = ALL_WEEK
        self.days: tuple[date, ...] = ()
        self.group = QButtonGroup(self)
        self.group.setExclusive(True)
        self.group.idClicked.connect(self.choose)
        self._place = place_in_line(self)
        self._last: QWidget = self._place
        self._flow = FlowLayout(self, gap=4)
        self._flow.setContentsMargins(GRID, GRID, GRID, GRID)

    def chosen_days(self) -> tuple[date, ...] | None:
        """The day that is shown; None for the whole week."""
        return None if self.day == ALL_WEEK else (self.days[self.day],)

    def show_version(self, version: PlanVersion | None) -> None:
        """Offers Monday to Friday, and further days where the version has a session."""
        week = version.week if version else None
        used = {session.start.date() for session in version.sessions} if version else set()
        days = week.days if week else ()
        shown = tuple(day for number, day in enumerate(days) if number < 5 or day in used)
        if shown == self.days:
            return
        if not shown or not self.days or shown[0] != self.days[0] or self.day >= len(shown):
            self.day = ALL_WEEK
        self.days = shown
        for button in self.group.buttons():
            self.group.removeButton(button)
            button.hide()
            button.deleteLater()
        while self._flow.count():
            self._flow.takeAt(0)
        self._last = self._place
        self._add(ALL_WEEK, self.tr("Whole week"))
        for number, day in enumerate(shown):
            self._add(number, short_day_text(day))

    @Slot(int)
    def choose(self, day: int) -> None:
        """Shows a day, or the whole week."""
        self.day = day
        button = self.group.button(day)
        if button is not None:
            button.setChecked(True)
        self.picked.emit(day)

    def _add(self, number: int, text: str) -> None:
        button = segment(text)
        button.setChecked(number == self.day)
        self._flow.addWidget(button)
        QWidget.setTabOrder(self._last, button)
        self._last = button
        self.group.addButton(button, number)
        button.show()
