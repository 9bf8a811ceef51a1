"""Which day of the week the board shows, or all of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.domain.plans import PlanVersion
from desktop.printing.words import day_text, only_weekday_text, short_day_text, shortest_weekday_text
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.segment import make_narrow, segment
from desktop.ui.widgets.tab_order import place_in_line

ALL_WEEK = 7
"""Behind the seven days; the others are days of the week, Monday 0."""


_WAYS = (short_day_text, only_weekday_text, shortest_weekday_text)
"""How the days are written, the widest first."""


class DayRow(QWidget):
    """``picked`` carries the number of a day."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = ALL_WEEK
        self.days: tuple[date, ...] = ()
        self._left: tuple[date, int] | None = None
        self.group = QButtonGroup(self)
        self.group.setExclusive(True)
        self.group.idClicked.connect(self.choose)
        self._place = place_in_line(self)
        self._last: QWidget = self._place
        self._line = row(self, gap=4)
        self._line.setContentsMargins(GRID, 4, GRID, 4)
        self._line.addStretch(1)
        self._wanted: tuple[int, ...] = ()
        self._written = -1

    def recall(self, monday: date, day: int) -> None:
        """Shows this day once that week's days are there: it was shown when the window was last closed."""
        self._left = (monday, day)

    def chosen_days(self) -> tuple[date, ...] | None:
        """The day that is shown; None for the whole week."""
        return None if self.day == ALL_WEEK else (self.days[self.day],)

    def show_version(self, version: PlanVersion | None) -> None:
        """Offers Monday to Friday, and further days where the version has a session."""
        self.show_versions(() if version is None else (version,))

    def show_versions(self, versions: Sequence[PlanVersion]) -> None:
        """The same for several versions of one week: each day that any of them has a session on."""
        used = {session.start.date() for version in versions for session in version.sessions}
        days = versions[0].week.days if versions else ()
        shown = tuple(day for number, day in enumerate(days) if number < 5 or day in used)
        if shown == self.days:
            return
        if not shown or not self.days or shown[0] != self.days[0] or self.day >= len(shown):
            self.day = ALL_WEEK
        if shown and self._left is not None:
            (monday, left), self._left = self._left, None
            self.day = left if monday == shown[0] and 0 <= left < len(shown) else self.day
        self.days = shown
        self._written = -1
        for button in self.group.buttons():
            self.group.removeButton(button)
            button.hide()
            button.deleteLater()
            self._line.removeWidget(button)
        self._last = self._place
        self._add(ALL_WEEK, self.tr("Whole week"))
        for number, day in enumerate(shown):
            self._add(number, short_day_text(day))
        self._wanted = ()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as somebody wants: the days are written shorter then."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Writes the weekdays alone where their dates have no room, since the board tells them anyway, and in
        two letters where not even these have it."""
        if len(self.group.buttons()) <= len(self.days):
            return
        if not self._wanted:
            self._wanted = tuple(map(self._width_of, range(len(_WAYS))))
        fitting = (way for way, wanted in enumerate(self._wanted) if wanted <= self.width())
        self._write(next(fitting, len(_WAYS) - 1))

    def _width_of(self, way: int) -> int:
        self._write(way)
        return self._line.minimumSize().width()

    def _write(self, way: int) -> None:
        if way == self._written:
            return
        self._written = way
        narrow = way == len(_WAYS) - 1
        self._line.setSpacing(2 if narrow else 4)
        whole = self.tr("All", "all days, short") if way else self.tr("Whole week")
        for button in self.group.buttons():
            number = self.group.id(button)
            make_narrow(button, narrow)
            button.setText(whole if number == ALL_WEEK else _WAYS[way](self.days[number]))

    @Slot(int)
    def choose(self, day: int) -> None:
        """Shows a day, or the whole week."""
        self.day = day
        button = self.group.button(day)
        if button is not None:
            button.setChecked(True)
        self.picked.emit(day)

    def _add(self, number: int, text: str) -> None:
        button = segment(text, self.tr("Whole week") if number == ALL_WEEK else day_text(self.days[number]))
        button.setChecked(number == self.day)
        self._line.insertWidget(self._line.count() - 1, button)
        QWidget.setTabOrder(self._last, button)
        self._last = button
        self.group.addButton(button, number)
        button.show()
