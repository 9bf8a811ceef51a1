"""A question about a planned week, asked of the engine once. Ids alone leave the process."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.plans import PlanVersion
from desktop.qt.engine_run import EngineRun
from desktop.qt.explain_process import Explained, ExplainProcess, ExplainStep
from desktop.qt.solver_process import Failed
from desktop.services.week.hand_made import hand_made
from desktop.services.week.planning import Prepared
from solver.plan import Plan

SECONDS = 20.0
"""How long the engine looks at most."""


class ExplainFailure(StrEnum):
    """Why there is no answer."""

    NOT_STARTED = "not_started"
    CRASHED = "crashed"
    REFUSED = "refused"
    UNREADABLE = "unreadable"
    KILLED = "killed"
    UNSAFE = "unsafe"
    STOPPED = "stopped"


class ExplainingRun(EngineRun):
    """What every question has in common; a kind of question starts itself and reads its own answer.

    ``progressed`` carries an ``ExplainStep``, ``finished`` what was read, ``failed`` an ``ExplainFailure``.
    Exactly one of the last two comes, and it comes last. Nothing is stored.
    """

    progressed = Signal(object)

    def __init__(
        self, new_process: Callable[[], ExplainProcess] = ExplainProcess, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._new_process = new_process

    def _read(self, explanation: object) -> object | None:
        """The engine's answer; None where it was stopped before there was one. Raises ``ValueError`` or
        ``ArithmeticError`` where it can't be understood."""
        raise NotImplementedError

    def _engine_for(self, prepared: Prepared, version: PlanVersion) -> tuple[ExplainProcess, Plan] | None:
        """The process that is to be asked, and the plan it is asked about. None for a plan that breaks a rule
        by now, of which there is nothing to say: ``failed`` then comes once the event loop runs again."""
        # Stated anew: since the plan was made, the unit may have changed what it comes to.
        plan, report = hand_made(prepared.checked, version.sessions)
        if not report.clean:
            self._fail_soon(ExplainFailure.UNSAFE)
            return None
        process = self._new_process()
        process.setParent(self)
        process.stepped.connect(self._on_step)
        process.explained.connect(self._on_explained)
        process.failed.connect(self._on_failed)
        self._process = process
        return process, plan

    @Slot(object)
    def _on_step(self, step: ExplainStep) -> None:
        if not self._ended:
            self.progressed.emit(step)

    @Slot(object)
    def _on_explained(self, explained: Explained) -> None:
        if self._ended:
            return
        try:
            found = self._read(explained.explanation)
        except (ValueError, ArithmeticError):
            self._fail(ExplainFailure.UNREADABLE)
            return
        if found is None:
            self._fail(ExplainFailure.STOPPED)
            return
        self._finish(found)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if not self._ended:
            self._fail(ExplainFailure(failed.reason.value))
