"""The week planned without a window."""

from __future__ import annotations

import signal

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desktop.app.asked import NOT_PLANNED, NOT_STARTED, UNSAFE, Terminal
from desktop.app.door import door_text
from desktop.app.entrance import Entrance
from desktop.app.loading import settle
from desktop.app.parts import App
from desktop.qt.planning_run import RunFailure, Step
from desktop.qt.run_words import failure_text, kept_text
from desktop.qt.terminal import step_text
from desktop.services.week.planning import Accepted
from desktop.ui.door import DoorAnswer

_INTERRUPT_MS = 200


def run(entrance: Entrance) -> int:
    """Opens the demo and plans its current week; returns the exit status. Without the demo it says that it
    can't."""
    translate = QCoreApplication.translate
    options, terminal = entrance.options, entrance.terminal
    if not options.demo:
        terminal.err(
            translate("Terminal", "There is no screen here for the window. --demo plans without a window.")
        )
        return NOT_STARTED
    settle()
    app = App(entrance)
    if not app.can_write_pdf():
        return NOT_STARTED
    terminal.out(translate("Terminal", "There is no screen here: the demo is planned without a window."))
    answer = app.open_demo_vault()
    if answer is not DoorAnswer.OPEN:
        terminal.err(door_text(answer, app.folder, app.door.holder()))
        return NOT_STARTED
    once = PlanOnce(app, terminal, options.seconds or app.settings.seconds)
    signal.signal(signal.SIGINT, lambda *_: once.stop())
    # Python acts on Ctrl-C only when it runs, and in the event loop it runs for a timer alone.
    awake = QTimer(once)
    awake.timeout.connect(_stay_awake)
    awake.start(_INTERRUPT_MS)
    return QCoreApplication.exec()


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
        self._run.start(app.week, seconds=seconds, whole=True)

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


def _stay_awake() -> None:
    """Lets Python look for signals."""
