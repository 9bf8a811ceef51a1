"""The app with its window, from the door to the last closing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from desktop.app.asked import NOT_STARTED, PLANNED
from desktop.app.door import door_text, no_folder
from desktop.app.entrance import NAME, Entrance
from desktop.app.loading import Loading, load, settle
from desktop.qt.first_paint import when_painted
from desktop.ui import dressing
from desktop.ui.door import DoorAnswer
from desktop.ui.guide.opener import Guide
from desktop.ui.opening import OpeningCard

if TYPE_CHECKING:
    from desktop.app.parts import App
    from desktop.qt.planning_run import PlanningRun
    from desktop.services.week.planning import Accepted

AHEAD_MS = 250
"""Milliseconds between two looks whether everything is imported, so that a page can be made ahead."""


def run(entrance: Entrance) -> int:
    """Runs the app in its window to its end; returns the exit status."""
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        raise TypeError("a window needs Qt's application for windows")
    dressing.install(qt)
    guide = Guide(entrance.settings, qt)
    if no_folder(entrance.folder):
        return _tell(entrance, DoorAnswer.FAILED)
    return _run_demo(entrance, guide) if entrance.options.demo else _run_own(entrance, guide)


def _run_own(entrance: Entrance, guide: Guide) -> int:
    """The window comes once the door is open; it is imported while somebody types what opens it."""
    loading = Loading()
    if not _unlocked(entrance, loading):
        return PLANNED
    loading.wait()
    from desktop.app.parts import App

    app = App(entrance)
    return _show(app, app.new_run, guide, loading)


def _unlocked(entrance: Entrance, loading: Loading) -> bool:
    """Asks until the vault is open; False where the user gives up."""
    from desktop.ui.unlock.dialog import RESTORED, UnlockDialog

    settle()
    result = RESTORED
    while result == RESTORED:
        dialog = UnlockDialog(entrance.door)
        when_painted(dialog, loading.begin)
        result = dialog.exec()
    return result == QDialog.DialogCode.Accepted


def _run_demo(entrance: Entrance, guide: Guide) -> int:
    """The demo's door opens by itself, and its week is planned before everybody's eyes."""
    card = OpeningCard()
    card.show_now()
    load()
    settle()
    from desktop.app.parts import App

    app = App(entrance)
    if not app.can_write_pdf():
        return NOT_STARTED
    answer = app.open_demo_vault()
    if answer is not DoorAnswer.OPEN:
        card.close()
        return _tell(entrance, answer)
    seconds = entrance.options.seconds or app.settings.seconds
    return _show(app, _demo_runs(app, entrance), guide, Loading(), plan_for=seconds, card=card)


def _show(
    app: App,
    new_run: Callable[[], PlanningRun],
    guide: Guide,
    loading: Loading,
    *,
    plan_for: float | None = None,
    card: OpeningCard | None = None,
) -> int:
    """Shows the opened vault's window until it is closed.

    ``plan_for``: seconds to plan its week at once, for the demo. That has nothing to hide, never locks
    itself, and may run on for as long as somebody watches it. ``card``: what was shown until then.
    """
    from desktop.app.locking import Locking
    from desktop.qt.clipboard import ClipboardGuard
    from desktop.qt.idle import IdleWatcher
    from desktop.qt.system_signals import SystemSignals
    from desktop.ui.main_window import MainWindow

    def fill() -> None:
        """Shows the first page in the window, which can be seen by now."""
        if card is not None:
            card.close()
        window.fill()
        when_painted(window.centralWidget() or window, filled)

    def filled() -> None:
        if plan_for is not None:
            # Its first plan looks as one does that was made the Friday before.
            window.desk.plan(plan_for, whole=True)
        loading.begin()
        ahead.start()

    def go_ahead() -> None:
        if loading.done:
            ahead.stop()
            window.make_ahead()

    window = MainWindow(app.context(new_run), fill=False)
    window.guide_asked.connect(guide.open)
    window.names_turned.connect(guide.forget_search)
    # Never from inside of what has gone wrong.
    app.faults.noted.connect(window.tell_fault, Qt.ConnectionType.QueuedConnection)
    ahead = QTimer(window)
    ahead.setInterval(AHEAD_MS)
    ahead.timeout.connect(go_ahead)
    when_painted(window, fill)
    window.show()
    clipboard = ClipboardGuard(QGuiApplication.clipboard())
    locking = Locking(window, app.door, partial(app.context, new_run), clipboard)
    if plan_for is None:
        idle = IdleWatcher(lambda: app.settings.lock_minutes * 60.0, parent=locking)
        system = SystemSignals(locking)
        system.listen(int(window.winId()))
        locking.watch(idle, system)
    status = QCoreApplication.exec()
    # A backup that is being made still reads the vault.
    QThreadPool.globalInstance().waitForDone()
    return status


def _tell(entrance: Entrance, answer: DoorAnswer) -> int:
    """Says in the terminal and in a window why the vault does not open; returns the exit status."""
    text = door_text(answer, entrance.folder, entrance.door.holder())
    entrance.terminal.err(text)
    box = QMessageBox(QMessageBox.Icon.Critical, NAME, "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.exec()
    return NOT_STARTED


def _demo_runs(app: App, entrance: Entrance) -> Callable[[], PlanningRun]:
    """Makes planning runs, the first of which tells its summary in the terminal."""
    from desktop.qt.run_words import failure_text

    told = False

    def new_run() -> PlanningRun:
        nonlocal told
        run = app.new_run()
        if not told:
            told = True
            run.finished.connect(lambda accepted: report(run, accepted))
            run.failed.connect(lambda failure: entrance.terminal.err(failure_text(failure)))
        return run

    def report(run: PlanningRun, accepted: Accepted) -> None:
        if run.prepared is not None:
            app.report(run.prepared, accepted, entrance.options.pdf)

    return new_run
