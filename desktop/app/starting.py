"""Runs the app, with a window or without, to its end."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    Qt,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication

from desktop.app.asked import NOT_STARTED, PLANNED, Options, Terminal
from desktop.app.crash import leave_no_image, noting
from desktop.app.door import door_text, no_folder
from desktop.app.once import PlanOnce
from desktop.app.parts import NAME, App
from desktop.qt.planning_run import PlanningRun
from desktop.qt.run_words import failure_text
from desktop.services.planning import Accepted
from desktop.services.ports import Clock
from desktop.ui.context import DoorAnswer

_NO_SCREEN = ("offscreen", "minimal")
_INTERRUPT_MS = 200


def start(
    options: Options, terminal: Terminal, *, screen: bool | None = None, clock: Clock | None = None
) -> int:
    """Runs the app to its end and returns the exit status.

    ``screen`` None: found out; ``clock`` None: the machine's.
    """
    os.umask(0o077)
    leave_no_image()
    QCoreApplication.setApplicationName(NAME)
    qt = _application(_has_screen() if screen is None else screen)
    app = App(options, terminal, clock)
    # Qt knows only now whether the screen that the environment names is really there.
    windowed = screen if screen is not None else qt.platformName() not in _NO_SCREEN
    if options.demo and not app.can_write_pdf():
        return NOT_STARTED
    with noting(app.folder, terminal.err):
        try:
            return (
                _with_window(app, options, terminal) if windowed else _without_window(app, options, terminal)
            )
        finally:
            app.door.close()


def _without_window(app: App, options: Options, terminal: Terminal) -> int:
    translate = QCoreApplication.translate
    if not options.demo:
        terminal.err(
            translate("Terminal", "There is no screen here for the window. --demo plans without a window.")
        )
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


def _with_window(app: App, options: Options, terminal: Terminal) -> int:
    from PySide6.QtWidgets import QApplication, QMessageBox

    from desktop.app.locking import Locking
    from desktop.qt.clipboard import ClipboardGuard
    from desktop.qt.idle import IdleWatcher
    from desktop.qt.system_signals import SystemSignals
    from desktop.ui import dressing
    from desktop.ui.guide.opener import Guide
    from desktop.ui.main_window import MainWindow

    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        raise TypeError("a window needs Qt's application for windows")
    dressing.install(qt)
    guide = Guide(app.settings, qt)
    answer = DoorAnswer.OPEN
    if no_folder(app.folder):
        answer = DoorAnswer.FAILED
    elif options.demo:
        answer = app.open_demo_vault()
    if answer is not DoorAnswer.OPEN:
        terminal.err(door_text(answer, app.folder, app.door.holder()))
        box = QMessageBox(QMessageBox.Icon.Critical, NAME, "")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(door_text(answer, app.folder, app.door.holder()))
        box.exec()
        return NOT_STARTED
    if not options.demo and not _unlocked(app):
        return PLANNED
    new_run = _demo_runs(app, options, terminal) if options.demo else app.new_run
    window = MainWindow(app.context(new_run))
    window.guide_asked.connect(guide.open)
    window.show()
    clipboard = ClipboardGuard(QGuiApplication.clipboard())
    locking = Locking(window, app.door, partial(app.context, new_run), clipboard)
    if not options.demo:
        # The demo has nothing to hide, and may run on for as long as somebody watches it.
        idle = IdleWatcher(lambda: app.settings.lock_minutes * 60.0, parent=locking)
        system = SystemSignals(locking)
        system.listen(int(window.winId()))
        locking.watch(idle, system)
    if options.demo:
        window.desk.plan(options.seconds or app.settings.seconds)
    status = QCoreApplication.exec()
    # A backup that is being made still reads the vault.
    QThreadPool.globalInstance().waitForDone()
    return status


def _unlocked(app: App) -> bool:
    """Asks until the vault is open; False where the user gives up."""
    from PySide6.QtWidgets import QDialog

    from desktop.ui.unlock.dialog import RESTORED, UnlockDialog

    while (result := UnlockDialog(app.door).exec()) == RESTORED:
        pass
    return result == QDialog.DialogCode.Accepted


def _demo_runs(app: App, options: Options, terminal: Terminal) -> Callable[[], PlanningRun]:
    """Makes planning runs, the first of which tells its summary in the terminal."""
    told = False

    def new_run() -> PlanningRun:
        nonlocal told
        run = app.new_run()
        if not told:
            told = True
            run.finished.connect(lambda accepted: report(run, accepted))
            run.failed.connect(lambda failure: terminal.err(failure_text(failure)))
        return run

    def report(run: PlanningRun, accepted: Accepted) -> None:
        if run.prepared is not None:
            app.report(run.prepared, accepted, options.pdf)

    return new_run


def _application(screen: bool) -> QGuiApplication:
    """The process's one Qt application, of the kind that the screen asks for."""
    made = QCoreApplication.instance()
    if isinstance(made, QGuiApplication):
        return made
    if not screen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return QGuiApplication([NAME])
    if sys.platform.startswith("linux") and "QT_QPA_PLATFORM" not in os.environ:
        # Where the screen that the environment names does not answer, Qt would end the process.
        named = [
            platform
            for platform, variable in (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY"))
            if os.environ.get(variable)
        ]
        os.environ["QT_QPA_PLATFORM"] = ";".join((*named, "offscreen"))
    # Widgets take time and memory that a run without a window does not need.
    from PySide6.QtWidgets import QApplication

    with _quiet_fallback():
        return QApplication([NAME])


@contextmanager
def _quiet_fallback() -> Iterator[None]:
    """Keeps back what Qt says of a screen that does not answer: the app says so itself, in plain words."""
    said: list[str] = []

    def keep(kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
        said.append(text)
        if kind is QtMsgType.QtFatalMsg:
            tell()

    def tell() -> None:
        if sys.stderr is not None:
            sys.stderr.writelines(f"{line}\n" for line in said)

    before = qInstallMessageHandler(keep)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    if QGuiApplication.platformName() not in _NO_SCREEN:
        tell()


def _has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if chosen:
        return chosen not in _NO_SCREEN
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _stay_awake() -> None:
    """Lets Python look for signals."""
