"""What every run has in common that asks the engine once and stores nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.qt.solver_process import SolverProcess


class EngineRun(QObject):
    """``finished`` carries the answer, ``failed`` why there is none; exactly one of them comes, and last."""

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: SolverProcess | None = None
        self._ended = False

    @property
    def running(self) -> bool:
        """Whether the run was started and has not ended."""
        return self._process is not None and not self._ended

    def stop(self) -> None:
        """Ends soon with what there is by then; ``finished`` or ``failed`` follows."""
        if self._process is not None:
            self._process.stop()

    def close(self) -> None:
        """Ends the engine at once; nothing is told any more."""
        self._ended = True
        if self._process is not None:
            self._process.close()

    def _finish(self, answer: object) -> None:
        self._ended = True
        self.finished.emit(answer)

    def _fail(self, failure: object) -> None:
        self._ended = True
        self.failed.emit(failure)

    def _fail_soon(self, failure: object) -> None:
        """``failed`` comes once the event loop runs again, unless the run is closed by then."""
        QTimer.singleShot(0, self, lambda: None if self._ended else self._fail(failure))
