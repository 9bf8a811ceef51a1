"""After a restore the window closes, and the vault opens anew with what the backup held."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from desktop.app.asked import Options, Terminal
from desktop.app.starting import start
from desktop.domain.people import Citizen
from desktop.services.backups import RestoreAnswer
from desktop.ui.context import DoorAnswer
from desktop.ui.main_window import MainWindow
from desktop.ui.unlock.dialog import UnlockDialog
from tests.store.small_unit import EVERYTHING, citizen
from tests.vault.conftest import CHEAP, PASSPHRASE


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_app_asks_for_the_passphrase_again_and_shows_the_restored_vault(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.app.door.Argon2Cost", lambda: CHEAP)
    people: list[int] = []
    asked: list[DoorAnswer] = []
    windows: list[MainWindow] = []

    def unlock(dialog: UnlockDialog) -> int:
        door = dialog._door
        answer = door.unlock(PASSPHRASE) if door.exists() else door.create(PASSPHRASE)
        asked.append(answer)
        return QDialog.DialogCode.Accepted

    def shown(window: MainWindow) -> None:
        windows.append(window)
        QTimer.singleShot(0, window, lambda: worked(window))

    def worked(window: MainWindow) -> None:
        try:
            work(window)
        except BaseException:
            qapp.quit()
            raise

    def work(window: MainWindow) -> None:
        context = window._context
        assert context.backups is not None
        assert context.reopen is not None
        if len(windows) == 1:
            with context.store.begin() as unit:
                unit.put_all(EVERYTHING)
                unit.commit()
            assert context.backups.make().fault is None
            with context.store.begin() as unit:
                unit.put(citizen("c9"))
                unit.commit()
            newest = context.backups.listed()[0]
            assert context.backups.restore(newest.path, PASSPHRASE) is RestoreAnswer.DONE
        with context.store.begin() as unit:
            people.append(len(unit.all(Citizen)))
        if len(windows) == 1:
            context.reopen()
        else:
            qapp.quit()

    monkeypatch.setattr(UnlockDialog, "exec", unlock)
    monkeypatch.setattr(MainWindow, "show", shown)

    def say(_: str) -> None: ...

    before = os.umask(0o077)
    try:
        status = start(Options(vault=tmp_path / "vault", language="en"), Terminal(say, say, say), screen=True)
    finally:
        os.umask(before)
    assert status == 0
    assert asked == [DoorAnswer.OPEN, DoorAnswer.OPEN]
    assert people == [3, 2]
