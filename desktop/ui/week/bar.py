"""The bar at the top: which week, how long to plan, Plan."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSpinBox, QWidget

from desktop.domain.time import IsoWeek
from desktop.qt.settings import MAX_SECONDS, MIN_SECONDS
from desktop.ui.theme import GRID, tokens
from desktop.ui.week.picker import WeekPicker
from desktop.ui.week.versions import VersionBox
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.icons import set_icon
from desktop.ui.widgets.text import label, tooltip


class WeekBar(QFrame):
    """``plan_asked`` carries the seconds to use."""

    plan_asked = Signal(int)

    def __init__(self, this_week: IsoWeek, seconds: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self.picker = WeekPicker(this_week, self)
        # A list that is put elsewhere is made anew with all that it drops down: each is made in its place.
        self.versions = VersionBox(self)
        self.seconds = QSpinBox(self)
        self.seconds.setRange(MIN_SECONDS, MAX_SECONDS)
        self.seconds.setValue(seconds)
        self.seconds.setSuffix(self.tr(" s", "seconds, behind a number"))
        self.seconds.lineEdit().setTextMargins(6, 0, 0, 0)
        self.seconds.setAccessibleName(self.tr("Seconds to plan"))
        self.plan = QPushButton(self.tr("Plan the week"), self)
        self.plan.setProperty("look", "primary")
        set_icon(self.plan, "plan", tokens(self.palette()).on_accent)
        self.plan.setToolTip(tooltip(self.tr("F5")))
        self.plan.clicked.connect(self.ask_to_plan)
        name = label(self.tr("&Time to plan"), "muted")
        name.setBuddy(self.seconds)
        box = row(self, gap=GRID)
        box.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        box.addWidget(self.picker)
        box.addSpacing(GRID)
        box.addWidget(self.versions)
        box.addStretch(1)
        box.addWidget(name)
        box.addWidget(self.seconds)
        box.addSpacing(GRID)
        box.addWidget(self.plan)
        self._line, self._name = box, name

    def minimumSizeHint(self) -> QSize:
        """As narrow as somebody wants: what is written becomes shorter then."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Writes all in full where there is room for it, and less, step by step, where there is not."""
        steps = (
            self.versions.write_short,
            self._name.setHidden,
            self.picker.write_short,
            self.picker.leave_out_this_week,
        )
        for shorten in steps:
            shorten(False)
        for shorten in steps:
            if self._line.sizeHint().width() <= self.width():
                break
            shorten(True)

    @Slot()
    def ask_to_plan(self) -> None:
        if self.plan.isEnabled():
            self.plan_asked.emit(self.seconds.value())

    def set_planning(self, planning: bool, *, possible: bool) -> None:
        """While a week is planned nothing here can be used; ``possible``: whether it can be at all."""
        self.plan.setEnabled(possible and not planning)
        self.seconds.setEnabled(possible and not planning)
        self.picker.setEnabled(not planning)
        self.versions.setEnabled(not planning)
