"""What separations cost the week on the desk: asked of the engine, kept until something changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.time import IsoWeek
from desktop.qt.cost_run import CostRun
from desktop.qt.explain_process import ExplainStep
from desktop.qt.explaining_run import ExplainFailure
from desktop.services.rivalries import Sides
from desktop.services.separation_costs import Cost, Costs
from desktop.services.week.building import CannotPlan
from desktop.services.week.planning import PlanningService
from solver.problem import Problem


class CannotAsk(StrEnum):
    """Why there is nothing to ask the engine."""

    NO_PLAN = "no_plan"
    NOT_THIS_WEEK = "not_this_week"
    """It keeps nobody apart in the week: none of those concerned, or not on its days."""


@dataclass(frozen=True, slots=True)
class Told:
    """A cost of a week; ``best`` hours are those of the best week found with everything kept."""

    cost: Cost
    week: IsoWeek
    best: float
    problem: Problem
    version: str


class CostDesk(QObject):
    """``changed`` is sent whenever there is something else to show."""

    changed = Signal()

    def __init__(
        self,
        planning: PlanningService,
        week: Callable[[], IsoWeek],
        new_run: Callable[[], CostRun],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._planning = planning
        self.week = week
        self._new_run = new_run
        self._run: CostRun | None = None
        self._over: CostRun | None = None
        self._told: dict[Sides, Told] = {}
        self._now: tuple[Problem, str] | None = None
        self._asking: tuple[IsoWeek, Problem, str] | None = None
        self.asked: frozenset[Sides] = frozenset()
        self.step: ExplainStep | None = None
        self.failure: ExplainFailure | CannotAsk | None = None

    @property
    def running(self) -> bool:
        return self._run is not None

    def told(self, sides: Sides) -> Told | None:
        """What was found of two sides, outdated or not."""
        return self._told.get(sides)

    def is_outdated(self, told: Told) -> bool:
        """Whether the week or its plan has changed since."""
        return self._now != (told.problem, told.version) or told.week != self.week()

    def ask(self, apart: Sequence[Sides]) -> None:
        """Asks about separations of the week by their sides; those that keep nobody apart in it cost nothing.

        Not while something is being asked already.
        """
        if self._run is not None:
            return
        self.asked = frozenset(apart)
        self.failure = self.step = None
        week = self.week()
        version = self._planning.latest(week)
        try:
            prepared = self._planning.prepare(week)
        except (LookupError, CannotPlan):
            version = None
        if version is None:
            self.failure = CannotAsk.NO_PLAN
            self.changed.emit()
            return
        problem = prepared.checked
        known = {(min(each.between), max(each.between)) for each in problem.separations}
        wanted = [each for each in apart if each in known]
        self._now = (problem, version.id)
        self._asking = (week, problem, version.id)
        for each in apart:
            self._told.pop(each, None)
        if not wanted:
            self.failure = CannotAsk.NOT_THIS_WEEK
            self.changed.emit()
            return
        if self._over is not None:
            self._over.deleteLater()
        run = self._new_run()
        run.setParent(self)
        run.progressed.connect(self._on_step)
        run.finished.connect(self._on_costs)
        run.failed.connect(self._on_failed)
        self._run = run
        run.start(prepared, version, wanted)
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Ends soon, with what there is to tell by then."""
        if self._run is not None:
            self._run.stop()

    def close(self) -> None:
        """Ends at once, and tells nothing of it."""
        if self._run is not None:
            self._run.close()
            self._end(None)
            self.asked = frozenset()
            self.changed.emit()

    def look(self) -> None:
        """Something may have changed: finds out whether what was told still goes for the week."""
        if not self._told:
            return
        week = self.week()
        version = self._planning.latest(week)
        try:
            problem = self._planning.prepare(week).checked
        except (LookupError, CannotPlan):
            version = None
        self._now = None if version is None else (problem, version.id)

    @Slot(object)
    def _on_step(self, step: ExplainStep) -> None:
        self.step = step
        self.changed.emit()

    @Slot(object)
    def _on_costs(self, costs: Costs) -> None:
        assert self._asking is not None
        week, problem, version = self._asking
        for sides, cost in costs.found.items():
            self._told[sides] = Told(cost, week, costs.best, problem, version)
        self._end(None if costs.found else ExplainFailure.STOPPED)
        self.look()
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, failure: ExplainFailure) -> None:
        self._end(failure)
        self.changed.emit()

    def _end(self, failure: ExplainFailure | None) -> None:
        self.failure = failure
        # Its process may take a moment to end: it goes with the next one.
        self._over, self._run = self._run, None
