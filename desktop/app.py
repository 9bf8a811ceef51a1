"""The one place that builds the concrete parts and joins them: vault, store, services, engine, window."""

from __future__ import annotations

import getpass
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLockFile, QObject, QProcess, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from desktop.domain.time import IsoWeek
from desktop.printing.week_print import CannotPrint, document_title, write_week_pdf
from desktop.qt.language import Language, system_language
from desktop.qt.planning_run import PlanningRun, RunFailure, Step
from desktop.qt.run_words import failure_text, kept_text
from desktop.qt.settings import Settings
from desktop.qt.terminal import step_text, summary_text
from desktop.services.change import Change
from desktop.services.demo import demo_unit_text
from desktop.services.ids import sequential_ids
from desktop.services.importing import import_unit
from desktop.services.planning import Accepted, PlanningService, Prepared
from desktop.services.ports import Clock, Store
from desktop.services.summary import summarize
from desktop.store import StoreError
from desktop.ui.context import DoorAnswer, WindowContext
from desktop.vault import (
    Argon2Cost,
    Vault,
    VaultBusy,
    VaultDamaged,
    VaultError,
    WrongPassphrase,
    create_vault,
    data_folder,
    open_vault,
    vault_exists,
)

NAME = "Sikkerplan"
DEMO_FOLDER = "demo"
DEMO_SEED = 1
# Everybody knows it: the demo's people are invented, and nothing asks for it.
DEMO_PASSPHRASE = "sikkerplan-demo"
_DEMO_COST = Argon2Cost(passes=1, memory_kib=8 * 1024, lanes=1)
_NO_SCREEN = ("offscreen", "minimal")
_INTERRUPT_MS = 200

PLANNED = 0
NOT_PLANNED = 1
NOT_STARTED = 2
UNSAFE = 3


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for. ``vault`` None is the usual place, ``language`` None the system's."""

    vault: Path | None = None
    demo: bool = False
    language: str | None = None
    seconds: int | None = None
    pdf: Path | None = None


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where the app speaks beside its window: answers, faults, and a run's progress in one line."""

    out: Callable[[str], None]
    err: Callable[[str], None]
    step: Callable[[str], None]


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now().astimezone().date()


class VaultDoor:
    """Opens or makes the vault of a folder, for one process at a time. Holds what it opened."""

    def __init__(self, folder: Path, cost: Argon2Cost | None = None) -> None:
        self._folder = folder
        self._cost = cost or Argon2Cost()
        self._lock = QLockFile(str(folder / "sikkerplan.lock"))
        # Only a process that has died leaves a lock behind that may be taken.
        self._lock.setStaleLockTime(0)
        self._vault: Vault | None = None

    def exists(self) -> bool:
        return vault_exists(self._folder)

    def create(self, passphrase: str) -> DoorAnswer:
        return self._open(lambda: create_vault(self._folder, passphrase, self._cost))

    def unlock(self, passphrase: str) -> DoorAnswer:
        return self._open(lambda: open_vault(self._folder, passphrase))

    def store(self) -> Store:
        """The opened vault's store. Raises ``RuntimeError`` where the door was not opened."""
        if self._vault is None:
            raise RuntimeError("the vault is not open")
        return self._vault.store()

    def close(self) -> None:
        """Closes the vault and lets another process open it. Safe to repeat."""
        vault, self._vault = self._vault, None
        if vault is not None:
            vault.close()
        self._lock.unlock()

    def _open(self, opened: Callable[[], Vault]) -> DoorAnswer:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._lock.isLocked() and not self._lock.tryLock(0):
                taken = self._lock.error() is QLockFile.LockError.LockFailedError
                return DoorAnswer.IN_USE if taken else DoorAnswer.FAILED
            self._vault = opened()
        except WrongPassphrase:
            return DoorAnswer.WRONG_PASSPHRASE
        except VaultDamaged:
            return DoorAnswer.DAMAGED
        except VaultBusy:
            return DoorAnswer.IN_USE
        except (VaultError, StoreError, OSError):
            return DoorAnswer.FAILED
        return DoorAnswer.OPEN


class App:
    """One vault's app: its parts, joined once the vault is open."""

    def __init__(self, options: Options, terminal: Terminal, clock: Clock | None = None) -> None:
        folder = data_folder(options.vault)
        if options.demo and options.vault is None:
            folder /= DEMO_FOLDER
        self.folder = folder
        self.door = VaultDoor(folder, _DEMO_COST if options.demo else None)
        self.settings = Settings(folder / "sikkerplan.ini")
        self.language = Language()
        self.language.install(options.language or self.settings.language or system_language())
        self._options = options
        self._terminal = terminal
        self._clock = clock or SystemClock()

    @property
    def week(self) -> IsoWeek:
        """The current week."""
        return IsoWeek.containing(self._clock.today())

    def planning(self) -> PlanningService:
        """The service that plans the opened vault's weeks."""
        return PlanningService(self.door.store(), self._clock, NAME if self._options.demo else _user())

    def new_run(self) -> PlanningRun:
        """A planning run of the opened vault."""
        return PlanningRun(self.planning())

    def context(self, new_run: Callable[[], PlanningRun]) -> WindowContext:
        """What the main window is given."""
        store = self.door.store()

        def take(text: bytes) -> Change:
            return import_unit(store, text)

        return WindowContext(
            store=store,
            planning=self.planning(),
            clock=self._clock,
            settings=self.settings,
            new_run=new_run,
            import_unit=take,
            set_language=self.language.install,
            open_demo=None if self._options.demo else _start_demo,
            demo=self._options.demo,
        )

    def open_demo_vault(self) -> DoorAnswer:
        """Opens the demo's vault, made and filled where it is not there yet."""
        door = self.door
        answer = door.unlock(DEMO_PASSPHRASE) if door.exists() else door.create(DEMO_PASSPHRASE)
        if answer is DoorAnswer.OPEN:
            with door.store().begin() as work:
                empty = work.is_empty()
            if empty:
                text = demo_unit_text(DEMO_SEED, self._clock.today())
                import_unit(door.store(), text, sequential_ids())
        return answer

    def pdf_path(self) -> Path:
        """Where the demo's PDF goes: the path asked for, else the demo's folder."""
        return self._options.pdf or self.folder / f"{document_title(self.week)}.pdf"

    def report(self, prepared: Prepared, accepted: Accepted, pdf: Path | None) -> int:
        """Writes the PDF where one is asked for and tells the one summary. Returns the exit status.

        Of a plan that the check did not find clean it says that alone.
        """
        terminal = self._terminal
        if not accepted.report.clean:
            terminal.err(failure_text(RunFailure.UNSAFE))
            return UNSAFE
        if pdf is not None:
            try:
                write_week_pdf(pdf, prepared, accepted.version, accepted.report)
            except (CannotPrint, OSError):
                text = QCoreApplication.translate("Terminal", "The PDF could not be written to %1")
                terminal.err(text.replace("%1", str(pdf)))
                return NOT_PLANNED
        terminal.out(summary_text(accepted.version.week, summarize(prepared, accepted.version)))
        if pdf is not None:
            text = QCoreApplication.translate("Terminal", "The week plan as a PDF: %1")
            terminal.out("  " + text.replace("%1", str(pdf)))
        return PLANNED


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


def start(
    options: Options, terminal: Terminal, *, screen: bool | None = None, clock: Clock | None = None
) -> int:
    """Runs the app to its end and returns the exit status.

    ``screen`` None: found out; ``clock`` None: the machine's.
    """
    os.umask(0o077)
    QCoreApplication.setApplicationName(NAME)
    qt = _application(_has_screen() if screen is None else screen)
    app = App(options, terminal, clock)
    # Qt knows only now whether the screen that the environment names is really there.
    windowed = screen if screen is not None else qt.platformName() not in _NO_SCREEN
    try:
        return _with_window(app, options, terminal) if windowed else _without_window(app, options, terminal)
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
        terminal.err(door_text(answer, app.folder))
        return NOT_STARTED
    once = PlanOnce(app, terminal, options.seconds or app.settings.seconds)
    signal.signal(signal.SIGINT, lambda *_: once.stop())
    # Python acts on Ctrl-C only when it runs, and in the event loop it runs for a timer alone.
    awake = QTimer(once)
    awake.timeout.connect(_stay_awake)
    awake.start(_INTERRUPT_MS)
    return QCoreApplication.exec()


def _with_window(app: App, options: Options, terminal: Terminal) -> int:
    from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

    from desktop.ui import theme
    from desktop.ui.main_window import MainWindow
    from desktop.ui.unlock.dialog import UnlockDialog

    qt = QApplication.instance()
    if isinstance(qt, QApplication):
        theme.install(qt)
    if options.demo:
        answer = app.open_demo_vault()
        if answer is not DoorAnswer.OPEN:
            terminal.err(door_text(answer, app.folder))
            box = QMessageBox(QMessageBox.Icon.Critical, NAME, "")
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setText(door_text(answer, app.folder))
            box.exec()
            return NOT_STARTED
    elif UnlockDialog(app.door).exec() != QDialog.DialogCode.Accepted:
        return PLANNED
    window = MainWindow(app.context(_demo_runs(app, options, terminal) if options.demo else app.new_run))
    window.show()
    if options.demo:
        window.desk.plan(options.seconds or app.settings.seconds)
    return QCoreApplication.exec()


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


def door_text(answer: DoorAnswer, folder: Path) -> str:
    """Why a vault did not open, in plain words."""
    translate = QCoreApplication.translate
    text = {
        DoorAnswer.OPEN: "",
        DoorAnswer.WRONG_PASSPHRASE: translate("Terminal", "The passphrase does not open the vault in %1"),
        DoorAnswer.DAMAGED: translate(
            "Terminal", "The vault is damaged and was left as it is. Put a backup in its place: %1"
        ),
        DoorAnswer.IN_USE: translate("Terminal", "Sikkerplan is already open on this vault: %1"),
        DoorAnswer.FAILED: translate(
            "Terminal",
            "The vault could not be opened. May this user write to its folder, and is there space? %1",
        ),
    }[answer]
    return text.replace("%1", str(folder))


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

    return QApplication([NAME])


def _has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if chosen:
        return chosen not in _NO_SCREEN
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _start_demo() -> None:
    QProcess.startDetached(sys.executable, ["-m", "desktop", "--demo"], str(Path(__file__).parents[1]))


def _stay_awake() -> None:
    """Lets Python look for signals."""


def _user() -> str:
    """The name under which the person is logged on, who is the maker of a plan."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return QCoreApplication.translate("Terminal", "unknown")
