"""What is seen while a week is planned: five figures, the chart, and Stop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.printing.words import hours_text, percent_text
from desktop.qt.planning_run import Step
from desktop.ui.progress.chart import ProgressChart
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.icons import set_icon
from desktop.ui.widgets.text import heading, label
from desktop.ui.words import elapsed as seconds_text

LOW = 560
"""Below so high a window, a board would not be left room for."""

LEAST_CHART = 280
"""Of less width, with what is around it, a curve says nothing."""


class ProgressPanel(QWidget):
    """Follows a run. ``stop_asked`` is sent once for a run."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hours = Figure(self.tr("Hours planned"))
        self.missing = Figure(self.tr("Duties missing"))
        self.bound = Figure(self.tr("At most possible"))
        self.gap = Figure(self.tr("Gap"))
        self.elapsed = Figure(self.tr("Time used"))
        self.chart = ProgressChart()
        self.stop = QPushButton(self.tr("Stop and keep the best"))
        self.stop.setToolTip(self.tr("Esc"))
        set_icon(self.stop, "stop", tokens(self.palette()).text)
        self.stop.clicked.connect(self._ask_to_stop)
        self._figures = QGridLayout()
        self._holder = QWidget()
        self._low: bool | None = None
        self._last: Step | None = None
        self._since = QElapsedTimer()
        self.ticking = QTimer(self)
        self.ticking.setInterval(1000)
        self.ticking.timeout.connect(self._tell_time)
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ticking.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(low=self.window().height() < LOW)
        # Squeezed in, it would be drawn over the figures, which say the same.
        self.chart.setVisible(self.width() - self._holder.width() >= LEAST_CHART)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.ticking.stop()

    def _build(self) -> None:
        across = row(self, margin=GRID * 2, gap=GRID * 3)
        side = column(gap=GRID)
        side.addWidget(heading(self.tr("Planning the week …"), 1))
        self._figures.setHorizontalSpacing(GRID * 3)
        self._figures.setVerticalSpacing(GRID)
        side.addLayout(self._figures)
        self.now = label(self._doing(None), "muted", wrap=True)
        side.addWidget(self.now)
        side.addStretch(1)
        self._keeps = label(self.tr("Every plan found is checked before it is shown."), "muted", wrap=True)
        side.addWidget(self._keeps)
        side.addWidget(self.stop)
        self._holder.setLayout(side)
        across.addWidget(self._holder, 0, Qt.AlignmentFlag.AlignLeft)
        across.addWidget(self.chart, 1)
        self._arrange(low=False)

    def _arrange(self, *, low: bool) -> None:
        """In a low window the figures stand in one line, and what is known anyway is left out."""
        if low is self._low:
            return
        self._low = low
        a_line = 5 if low else 3
        for place, figure in enumerate((self.hours, self.missing, self.elapsed, self.bound, self.gap)):
            self._figures.addWidget(figure, place // a_line, place % a_line)
        self._keeps.setVisible(not low)
        for widget in self._holder.findChildren(QWidget):
            widget.ensurePolished()
        self._figures.invalidate()
        # The figures grow beyond their dashes; the chart must not move with each of them.
        self._holder.setFixedWidth(max(self._holder.sizeHint().width() + a_line * GRID * 2, 264))

    def show_steps(self, steps: Sequence[Step], seconds: float, *, stopping: bool) -> None:
        """Shows where the run is. Unknown figures are shown as a dash."""
        last = steps[-1] if steps else None
        self.hours.show_value(_known(last.hours if last else None))
        self.missing.show_value("–" if last is None or last.duties is None else str(last.duties))
        self.bound.show_value(_known(last.hours_bound if last else None))
        self.gap.show_value("–" if last is None or last.gap is None else percent_text(last.gap))
        if last is not self._last or not self._since.isValid():
            self._last = last
            self._since.start()
            self.elapsed.show_value(seconds_text(last.elapsed if last else 0.0))
        self.now.setText(self._doing(last))
        self.chart.show_steps(steps, seconds)
        if stopping and self.window().focusWidget() is self.stop:
            # A button that is switched off passes the focus on to wherever comes next.
            (self.now if self.chart.isHidden() else self.chart).setFocus()
        self.stop.setEnabled(not stopping)
        self.stop.setText(self.tr("Stopping …") if stopping else self.tr("Stop and keep the best"))

    @Slot()
    def _tell_time(self) -> None:
        """The time goes on between two steps, however long the engine is silent."""
        told = self._last.elapsed if self._last else 0.0
        self.elapsed.show_value(seconds_text(told + self._since.elapsed() / 1000))

    def _doing(self, last: Step | None) -> str:
        if last is not None and last.preparing:
            return self.tr("Making the planner ready (the first time only) …")
        # Hours may fall from one plan to a better one.
        return self.tr("Duties first, then hours")

    def _ask_to_stop(self) -> None:
        self.stop_asked.emit()


def _known(hours: float | None) -> str:
    return "–" if hours is None else hours_text(hours)
