"""What the chosen separation costs the week: asked for, and told with its bounds."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop.qt.explaining_run import ExplainFailure
from desktop.services.rivalries import Sides
from desktop.ui.conflicts.costs import CannotAsk, CostDesk
from desktop.ui.conflicts.words import cost_failure, cost_text
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.text import heading, label


class CostBox(QFrame):
    """Shows what is known of one pair of sides; nothing where the two are not on record."""

    def __init__(self, costs: CostDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        self._costs = costs
        self._sides: Sides | None = None
        self.text = label("", wrap=True)
        self.outdated = label(self.tr("Outdated: the week or the unit has changed since."), "warn", wrap=True)
        self.meaning = label(
            self.tr("This is what it costs. It does not say that it is not needed."), "muted", wrap=True
        )
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        box = column(self, margin=GRID, gap=6)
        box.addWidget(heading(self.tr("What it costs the week"), 0))
        for widget in (self.text, self.outdated, self.meaning):
            box.addWidget(widget)
        line = row()
        line.addWidget(self.button)
        line.addStretch(1)
        box.addLayout(line)
        self.button.clicked.connect(self._on_button)
        costs.changed.connect(self.look)

    def show_sides(self, sides: Sides) -> None:
        """Shows what is known of a pair."""
        self._sides = sides
        self.look()

    @Slot()
    def look(self) -> None:
        """Shows what is known by now."""
        if self._sides is None:
            return
        costs, told = self._costs, self._costs.told(self._sides)
        own = self._sides in costs.asked
        self.text.setText(self._words())
        self.outdated.setVisible(told is not None and costs.is_outdated(told) and not (costs.running and own))
        self.meaning.setVisible(told is not None and told.cost.most > 0)
        self.button.setText(self.tr("Stop") if costs.running else self.tr("Work it out"))

    def _words(self) -> str:
        costs = self._costs
        assert self._sides is not None
        week = str(costs.week().week)
        own = self._sides in costs.asked
        if costs.running and own:
            step = costs.step
            if step is None or not step.of:
                return self.tr("Being worked out: week %1 is planned without it …").replace("%1", week)
            text = self.tr("Being worked out: %1 of %2 …").replace("%2", str(step.of))
            return text.replace("%1", str(step.done))
        told = costs.told(self._sides)
        if told is not None:
            return cost_text(told.cost, told.week, told.best)
        if own and costs.failure is CannotAsk.NO_PLAN:
            return self.tr("Week %1 has no plan yet that could lose hours by it.").replace("%1", week)
        if own and costs.failure is CannotAsk.NOT_THIS_WEEK:
            text = self.tr("It keeps nobody apart in week %1, so it costs that week no hours.")
            return text.replace("%1", week)
        if own and isinstance(costs.failure, ExplainFailure):
            return cost_failure(costs.failure)
        return self.tr("Not worked out yet for week %1.").replace("%1", week)

    @Slot()
    def _on_button(self) -> None:
        if self._costs.running:
            self._costs.stop()
        elif self._sides is not None:
            self._costs.ask([self._sides])
