"""After a restore the window locks, and the vault opens anew with what the backup held."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.app.asked import Options, Terminal
from desktop.app.entrance import Entrance
from desktop.app.locking import Locking
from desktop.app.parts import App
from desktop.domain.people import Citizen
from desktop.qt.clipboard import ClipboardGuard
from desktop.services.backups import RestoreAnswer
from desktop.ui.backup.keeper import BackupKeeper
from desktop.ui.backup.restore_dialog import OpenBackupDialog
from desktop.ui.door import DoorAnswer
from desktop.ui.main_window import MainWindow
from tests.store.small_unit import EVERYTHING, citizen
from tests.vault.kit import CHEAP, PASSPHRASE


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setattr("desktop.app.door.Argon2Cost", lambda: CHEAP)

    def say(_: str) -> None: ...

    made = App(Entrance(Options(vault=tmp_path / "vault", language="en"), Terminal(say, say, say)))
    assert made.door.create(PASSPHRASE) is DoorAnswer.OPEN
    with made.door.store().begin() as work:
        work.put_all(EVERYTHING)
        work.commit()
    yield made
    made.door.close()


def people(app: App) -> int:
    with app.door.store().begin() as work:
        return len(work.all(Citizen))


def keeper_of(window: MainWindow) -> BackupKeeper | None:
    return window.vault.keeper


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_restoring_from_the_menu_locks_and_the_next_unlock_shows_the_restored_vault(
    app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(app.context(app.new_run))
    qtbot.addWidget(window)
    locking = Locking(
        window, app.door, lambda: app.context(app.new_run), ClipboardGuard(QGuiApplication.clipboard())
    )
    keeper = keeper_of(window)
    assert keeper is not None
    qtbot.waitUntil(lambda: not keeper.busy)
    backups = app.backups()
    (note,) = backups.listed()
    with app.door.store().begin() as work:
        work.put(citizen("c9"))
        work.commit()

    def restored(dialog: QDialog) -> int:
        assert backups.restore(note.path, PASSPHRASE) is RestoreAnswer.DONE
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(OpenBackupDialog, "exec", restored)
    assert people(app) == 3
    window.vault.restore_backup()
    assert window.locked
    with pytest.raises(RuntimeError):
        app.door.store()
    assert keeper_of(window) is None
    assert app.door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    assert window.lock_page is not None
    with qtbot.waitSignal(locking.unlocked):
        window.unlocked.emit()
    assert people(app) == 2
    again = keeper_of(window)
    assert again is not None
    qtbot.waitUntil(lambda: not again.busy)
    assert backups.kept_vaults() == 1
