"""The app locks: database closed, keys and names gone, clipboard cleared; and it opens again."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app import Options, Terminal
from desktop.app.door import VaultDoor
from desktop.app.entrance import Entrance
from desktop.app.locking import Locking
from desktop.app.parts import App
from desktop.domain.audit import AuditKind
from desktop.domain.people import Citizen
from desktop.domain.unit import entities_of
from desktop.qt.clipboard import ClipboardGuard
from desktop.qt.idle import IdleWatcher
from desktop.qt.language import Language
from desktop.qt.planning_run import PlanningRun
from desktop.qt.solver_process import SolverProcess
from desktop.qt.system_signals import SystemSignals
from desktop.services.files.everything import is_export
from desktop.services.ports import AuditQuery
from desktop.services.week.planning import Prepared
from desktop.store import DatabaseKey, StoreClosed
from desktop.ui.door import DoorAnswer, LockReason
from desktop.ui.main_window import MainWindow
from desktop.vault import Argon2Cost
from solver.exchange import write_plan
from tests.services.fakes import FakeClock
from tests.ui.kit import plan, unit

PASSPHRASE = "karrusel mellem fjorten glas"
CHEAP = Argon2Cost(passes=1, memory_kib=64, lanes=1)
SECRETS = (Citizen, DatabaseKey, Prepared)


def in_memory() -> list[object]:
    """Every person's record, every key and every prepared week of this process."""
    # A tuple that is being made in another thread can't be finished once somebody else holds it.
    assert QThreadPool.globalInstance().waitForDone(5000)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return [found for found in gc.get_objects() if isinstance(found, SECRETS)]


def entrance(folder: Path) -> Entrance:
    return Entrance(Options(vault=folder, language="en"), Terminal(print, print, print), FakeClock())


class Running:
    """The app with an open window on a vault that holds a unit."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        # Other tests of this process may have left some.
        self._before = in_memory()
        self.app = App(entrance(folder))
        self.app.door = VaultDoor(folder, CHEAP)
        self.app.door.give_name("Karen K.")
        assert self.app.door.create(PASSPHRASE) is DoorAnswer.OPEN
        with self.app.door.store().begin() as work:
            work.put_all(tuple(entities_of(unit())))
            work.commit()
        self.engines: list[SolverProcess] = []
        self.window = MainWindow(self.app.context(self.new_run))
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        # The offscreen platform does not know who owns its clipboard.
        self.clipboard = ClipboardGuard(QGuiApplication.clipboard(), lambda mode: True)
        self.locking = Locking(
            self.window, self.app.door, lambda: self.app.context(self.new_run), self.clipboard
        )

    def new_run(self) -> PlanningRun:
        return PlanningRun(self.app.planning(), self._new_engine)

    def _new_engine(self) -> SolverProcess:
        script = Path(__file__).parents[1] / "ui" / "patient_solver.py"
        self.engines.append(SolverProcess(sys.executable, [str(script), str(self.app.folder / "plan.json")]))
        return self.engines[-1]

    def close(self) -> None:
        shiboken6.delete(self.clipboard)
        self.window.close()
        self.app.door.close()

    def prepared(self) -> list[Prepared]:
        """The weeks that are ready in memory since this began."""
        found = (each for each in in_memory() if isinstance(each, Prepared))
        return [each for each in found if all(each is not one for one in self._before)]

    def is_locked(self) -> bool:
        return self.window.locked

    def unlock(self) -> None:
        page = self.window.lock_page
        assert page is not None
        page.unlock.first.setText(PASSPHRASE)
        with self.qtbot.waitSignal(self.locking.unlocked):
            page.unlock.ok.click()


@pytest.fixture
def running(tmp_path: Path, qtbot: QtBot, language: Language) -> Iterator[Running]:
    made = Running(tmp_path / "vault", qtbot)
    yield made
    made.close()


def test_the_key_closes_the_database_and_drops_every_name_and_key(tmp_path: Path, qtbot: QtBot) -> None:
    before = in_memory()
    running = Running(tmp_path / "vault", qtbot)
    running.window.desk.choose("n1")
    store = running.app.door.store()
    assert len(in_memory()) > len(before)
    running.window.menus.lock.trigger()
    # The day's backup, which is made beside all this, ends at its next step.
    qtbot.waitUntil(lambda: all(any(found is each for each in before) for found in in_memory()))
    with pytest.raises(RuntimeError):
        running.app.door.store()
    with pytest.raises(StoreClosed), store.begin():
        pass
    if Path("/proc/self/fd").is_dir():
        opened = {str(file.readlink()) for file in Path("/proc/self/fd").iterdir() if file.is_symlink()}
        assert not any("sikkerplan.db" in name for name in opened)
    running.close()


def test_it_opens_again_with_the_passphrase_and_shows_the_same(running: Running) -> None:
    running.window.desk.show_week(running.window.desk.week.next())
    week = running.window.desk.week
    running.window.menus.lock.trigger()
    running.unlock()
    assert not running.is_locked()
    trail = running.app.audit
    kept = [each.entry.kind for each in trail.read(trail.find(AuditQuery()))]
    # The day's backup is made beside all this, and may be told between the two.
    assert [kind for kind in kept if kind != AuditKind.BACKUP][-2:] == ["lock", "unlock"]
    assert running.window.desk.week == week
    assert running.window.desk.prepared is not None


def test_the_clipboard_is_cleared_of_what_the_app_copied(running: Running) -> None:
    assert running.window.week is not None
    search = running.window.week.people.search
    search.setText("Carl Carlsen")
    search.selectAll()
    QTest.keyClick(search, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Carl Carlsen"
    running.locking.lock(LockReason.ASKED)
    assert QGuiApplication.clipboard().text() == ""


def test_after_a_while_without_a_touch_it_locks_and_after_unlocking_it_watches_anew(
    running: Running,
) -> None:
    time = [0.0]
    idle = IdleWatcher(lambda: running.app.settings.lock_minutes * 60.0, lambda: time[0])
    running.locking.watch(idle, None)
    time[0] = 299.0
    idle.timer.timeout.emit()
    assert not running.is_locked()
    time[0] = 300.0
    idle.timer.timeout.emit()
    assert running.is_locked()
    assert not idle.timer.isActive()
    time[0] = 9000.0
    running.unlock()
    idle.timer.timeout.emit()
    assert not running.is_locked()
    running.app.settings.lock_minutes = 1
    time[0] = 9060.0
    idle.timer.timeout.emit()
    assert running.is_locked()


def test_it_locks_along_with_the_system(running: Running) -> None:
    system = SystemSignals()
    running.locking.watch(None, system)
    system.on_screen_saver(False)
    assert not running.is_locked()
    system.on_sleep(True)
    assert running.is_locked()
    system.on_lock()
    running.unlock()
    assert not running.is_locked()


def test_a_lock_while_somebody_unlocks_wins(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    running.locking.lock(LockReason.ASKED)
    unlock, go_on = running.app.door.unlock, threading.Event()

    def slowly(passphrase: str) -> DoorAnswer:
        assert go_on.wait(30)
        return unlock(passphrase)

    monkeypatch.setattr(running.app.door, "unlock", slowly)
    page = running.window.lock_page
    assert page is not None
    page.unlock.first.setText(PASSPHRASE)
    page.unlock.ok.click()
    assert running.window.unlocking
    running.locking.lock(LockReason.SYSTEM)
    with running.qtbot.waitSignal(running.window.unlocked):
        go_on.set()
    assert running.is_locked()
    with pytest.raises(RuntimeError):
        running.app.door.store()
    running.unlock()
    assert not running.is_locked()


def test_whatever_goes_wrong_with_the_window_the_vault_is_closed(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError("broken")

    with monkeypatch.context() as fault:
        fault.setattr(running.window, "lock", broken)
        with pytest.raises(OSError, match="broken"):
            running.locking.lock(LockReason.SYSTEM)
    with pytest.raises(RuntimeError):
        running.app.door.store()
    running.locking.lock(LockReason.SYSTEM)
    assert running.is_locked()


def test_a_real_engine_plans_on_and_its_plan_comes_into_the_vault(running: Running) -> None:
    prepared = running.app.planning().prepare(running.window.desk.week)
    (running.app.folder / "plan.json").write_text(write_plan(plan(prepared.problem)), encoding="utf-8")
    del prepared
    running.window.plan()
    running.qtbot.waitUntil(lambda: running.window.desk.preview)
    running.locking.lock(LockReason.IDLE)
    (engine,) = running.engines
    assert engine.running
    running.qtbot.waitUntil(lambda: running.prepared() == [])
    running.unlock()
    assert running.window.desk.planning
    running.window.menus.stop.trigger()
    running.qtbot.waitUntil(lambda: not running.window.desk.planning)
    with running.app.door.store().begin() as work:
        (version,) = work.versions(running.window.desk.week)
    assert len(version.sessions) == 3


def test_closing_the_locked_app_ends_the_engine(running: Running) -> None:
    prepared = running.app.planning().prepare(running.window.desk.week)
    (running.app.folder / "plan.json").write_text(write_plan(plan(prepared.problem)), encoding="utf-8")
    running.window.plan()
    running.qtbot.waitUntil(lambda: running.window.desk.preview)
    running.locking.lock(LockReason.IDLE)
    running.window.close()
    # What it finds can't be stored without the key: somebody must agree to lose it.
    box = running.window.closing.box
    assert box is not None
    assert running.engines[0].running
    lose = QMessageBox.ButtonRole.DestructiveRole
    next(each for each in box.buttons() if box.buttonRole(each) is lose).click()
    assert not running.engines[0].running


def test_a_vault_in_use_elsewhere_is_read_and_nothing_of_it_written(running: Running, tmp_path: Path) -> None:
    other = VaultDoor(running.app.folder)
    assert other.unlock_read_only(PASSPHRASE) is DoorAnswer.OPEN
    app = App(entrance(running.app.folder))
    app.door = other
    context = app.context(cast(Callable[[], PlanningRun], None))
    assert context.read_only
    assert context.holder is not None
    window = MainWindow(context)
    window.show()
    assert window.reading is not None
    assert window.desk.prepared is not None
    menus = window.menus
    for action in (
        *(menus.plan, menus.import_unit, menus.keys, menus.back_up, menus.backups, menus.restore),
        menus.retention,
    ):
        assert not action.isEnabled(), action.text()
    assert "read-only" in menus.note.text()
    assert menus.note.isVisible()
    # What only reads is offered, and is in the trail of whoever has the vault at their next unlock.
    for action in (menus.export, menus.audit, menus.lock):
        assert action.isEnabled(), action.text()
    assert context.export is not None
    context.export(tmp_path / "everything.json", "for the archive")
    assert is_export((tmp_path / "everything.json").read_bytes())
    shiboken6.delete(window)
    other.close()
    trail = running.app.audit
    assert trail.find(AuditQuery(kind=AuditKind.EXPORT)) == []
    running.locking.lock(LockReason.ASKED)
    running.unlock()
    (exported,) = trail.read(trail.find(AuditQuery(kind=AuditKind.EXPORT)))
    assert exported.payload is not None
    assert exported.payload.reason == "for the archive"
