"""The line below the bar: the plan in figures, what the check says."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop.printing.words import hours_text, percent_text
from desktop.services.week.summary import Summary
from desktop.services.week.when_broken import Judged
from desktop.ui.health.words import check_look, check_words, empty_words, over_words, warnings_words
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.icons import set_icon
from desktop.ui.widgets.text import restyle, tooltip
from desktop.ui.words import elapsed


class FiguresStrip(QFrame):
    """``health_asked``: somebody wants to see the findings."""

    health_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self.hours = Figure(self.tr("Hours in sessions"))
        self.bound = Figure(self.tr("At most possible"))
        self.placed = Figure(self.tr("Hours in placements"))
        self.sessions = Figure(self.tr("Sessions"))
        self.people = Figure(self.tr("People"))
        self.missing = Figure(self.tr("Duties missing"))
        self._dispensable = (self.people, self.sessions, self.placed, self.bound, self.missing, self.hours)
        self.check = self._chip()
        self.warnings = self._chip()
        box = row(self, gap=GRID * 3)
        box.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        for figure in (self.hours, self.bound, self.placed, self.sessions, self.people, self.missing):
            box.addWidget(figure)
        box.addStretch(1)
        side = row(gap=GRID)
        self._line = box
        for widget in (self.check, self.warnings):
            side.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
        box.addLayout(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What the check says is never cut off: where there is little room, figures give way."""
        for figure in self._dispensable:
            figure.show()
        for figure in self._dispensable:
            if self._line.minimumSize().width() <= self.width():
                break
            figure.hide()

    def show_summary(self, summary: Summary | None, people: int) -> None:
        """Shows a plan's figures; None for no plan. ``people`` are those of the week."""
        self.people.show_value(str(people))
        if summary is None:
            for figure in (self.hours, self.bound, self.placed, self.sessions, self.missing):
                figure.show_value("–")
            return
        self.hours.show_value(hours_text(summary.hours))
        if summary.hours_bound is None or summary.gap is None:
            self.bound.show_value("–", self.tr("No bound is known."))
        else:
            text = self.tr("Proven: no plan can give more than %1 hours. The gap is %2 of that.")
            gap = percent_text(summary.gap)
            hint = text.replace("%1", hours_text(summary.hours_bound)).replace("%2", gap)
            self.bound.show_value(hours_text(summary.hours_bound), hint)
            self.bound.show_note(self.tr("gap %1").replace("%1", gap))
        self.placed.show_value(hours_text(summary.placement_hours))
        used = self.tr("Planned in %1").replace("%1", elapsed(summary.seconds))
        self.sessions.show_value(str(summary.sessions), used)
        self.missing.show_value(str(summary.duties_missing))

    def show_health(
        self,
        report: Judged | None,
        warnings: int | None,
        *,
        empty: bool = False,
        over: bool = False,
        goes: bool = True,
    ) -> None:
        """Shows the check's result and how many warnings there are; None hides them. An ``empty`` plan
        breaks no rule, and that is no good news. Of a week that is ``over`` it says that alone. ``goes``:
        people go by the version."""
        self.check.setVisible(report is not None)
        if over:
            self._dress(self.check, "info", over_words())
            warnings = None
        elif report is not None and report.clean and not report.running and empty:
            self._dress(self.check, "warn", empty_words())
        elif report is not None:
            self._dress(self.check, check_look(report), check_words(report, goes=goes))
        self.warnings.setVisible(bool(warnings))
        self._dress(self.warnings, "warn", warnings_words(warnings or 0))
        self._fit()

    def _chip(self) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("look", "chip")
        chip.setToolTip(tooltip(self.tr("Show what was found")))
        chip.clicked.connect(self.health_asked)
        return chip

    def _dress(self, chip: QPushButton, kind: str, text: str) -> None:
        if (chip.property("chip"), chip.text()) == (kind, text):
            return
        chip.setText(text)
        chip.setProperty("chip", kind)
        colours = tokens(self.palette())
        set_icon(chip, kind, colours.muted if kind == "info" else getattr(colours, kind))
        restyle(chip)
        chip.setMinimumWidth(chip.sizeHint().width())

    def minimumSizeHint(self) -> QSize:
        """As narrow as the chips alone."""
        chips = (each for each in (self.check, self.warnings) if not each.isHidden())
        return QSize(sum(each.minimumWidth() + GRID for each in chips), super().minimumSizeHint().height())
