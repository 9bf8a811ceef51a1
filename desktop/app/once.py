"""The week planned without a window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app.asked import NOT_PLANNED, UNSAFE, Terminal
from desktop.app.parts import App
from desktop.qt.planning_run import RunFailure, Step
from desktop.qt.run_words import failure_text, kept_text
from desktop.qt.terminal import step_text
from desktop.services.planning import Accepted


class PlanOnce(QObject):
    """Plans the current week without a window, then ends the event loop with the exit status."""

    def __init__(self, app: App, terminal: Terminal, seconds: int) -> None:
        super().__init__()
        self._app = app
        self._terminal = terminal
        self._run = app.new_run()
        self._run.setParent(self)
        self._run.progressed.connect(self._on_step)
        self._run.cut_short.connect(self._on_cut_short)
        self._run.finished.connect(self._on_finished)
        self._run.failed.connect(self._on_failed)
        self._run.start(app.week, seconds=seconds)

    def stop(self) -> None:
        """Ends the search; the best plan so far is kept."""
        self._run.stop()

    def _on_step(self, step: Step) -> None:
        self._terminal.step(step_text(step))

    def _on_cut_short(self, failure: RunFailure) -> None:
        self._terminal.err(kept_text(failure))

    def _on_finished(self, accepted: Accepted) -> None:
        prepared = self._run.prepared
        status = NOT_PLANNED
        if prepared is not None:
            status = self._app.report(prepared, accepted, self._app.pdf_path())
        QCoreApplication.exit(status)

    def _on_failed(self, failure: RunFailure) -> None:
        self._terminal.err(failure_text(failure))
        for reason in self._run.reasons:
            self._terminal.err(f"  {reason.rule}: {reason.text}")
        QCoreApplication.exit(UNSAFE if failure is RunFailure.UNSAFE else NOT_PLANNED)
