"""What separations cost a planned week, worked out by the engine. Ids alone leave the process."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.domain.plans import PlanVersion
from desktop.qt.explain_process import Explained, ExplainProcess, ExplainStep
from desktop.qt.explain_run import ExplainFailure
from desktop.qt.solver_process import Failed
from desktop.services.hand_made import hand_made
from desktop.services.planning import Prepared
from desktop.services.rivalries import Sides
from desktop.services.separation_costs import UnreadableCosts, read_costs

SECONDS = 20.0
"""How long the engine looks at most."""
_MOST_WORKERS = 8


class CostRun(QObject):
    """Asks about separations once.

    ``progressed`` carries an ``ExplainStep``, ``finished`` the ``Costs``, ``failed`` an ``ExplainFailure``.
    Exactly one of the last two comes, and it comes last. Nothing is stored.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self, new_process: Callable[[], ExplainProcess] = ExplainProcess, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._new_process = new_process
        self._process: ExplainProcess | None = None
        self._ended = False

    @property
    def running(self) -> bool:
        """Whether the run was started and has not ended."""
        return self._process is not None and not self._ended

    def start(
        self, prepared: Prepared, version: PlanVersion, apart: Sequence[Sides], *, seconds: float = SECONDS
    ) -> None:
        """Asks about separations of the prepared week. A plan that breaks a rule by now says nothing of
        costs: ``failed`` then comes once the event loop runs again."""
        problem = prepared.checked
        # Stated anew: since the plan was made, the unit may have changed what it comes to.
        plan, report = hand_made(problem, version.sessions)
        if not report.clean:
            self._ended = True
            QTimer.singleShot(0, self, lambda: self.failed.emit(ExplainFailure.UNSAFE))
            return
        process = self._new_process()
        process.setParent(self)
        process.stepped.connect(self._on_step)
        process.explained.connect(self._on_explained)
        process.failed.connect(self._on_failed)
        self._process = process
        cores = min(os.cpu_count() or 1, _MOST_WORKERS)
        process.start_costs(problem, plan, apart, seconds=seconds, workers=cores, seed=1)

    def stop(self) -> None:
        """Ends soon with what there is to tell by then; ``finished`` or ``failed`` follows."""
        if self._process is not None:
            self._process.stop()

    def close(self) -> None:
        """Ends the engine at once; nothing is told any more."""
        self._ended = True
        if self._process is not None:
            self._process.close()

    @Slot(object)
    def _on_step(self, step: ExplainStep) -> None:
        if not self._ended:
            self.progressed.emit(step)

    @Slot(object)
    def _on_explained(self, explained: Explained) -> None:
        if self._ended:
            return
        try:
            found = read_costs(explained.explanation)
        except UnreadableCosts:
            self._fail(ExplainFailure.UNREADABLE)
            return
        if found is None:
            self._fail(ExplainFailure.STOPPED)
            return
        self._ended = True
        self.finished.emit(found)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if not self._ended:
            self._fail(ExplainFailure(failed.reason.value))

    def _fail(self, reason: ExplainFailure) -> None:
        self._ended = True
        self.failed.emit(reason)
