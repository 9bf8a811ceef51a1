"""The header tells when the last good backup was made; the day's is made beside the work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from desktop.services.backups import BackupFault, BackupState, RestoreAnswer, is_due
from desktop.ui.backup.dialog import BackupDialog
from desktop.ui.backup.export_dialog import ExportDialog
from desktop.ui.backup.keeper import TRY_AGAIN_LOOKS, BackupKeeper
from desktop.ui.backup.restore_dialog import drill_dialog, restore_dialog
from desktop.ui.backup.words import answer_words, fault_words, state_words
from desktop.ui.main_window import MainWindow
from desktop.ui.unlock.dialog import RESTORED, UnlockDialog
from tests.services.fakes import FakeClock
from tests.ui.kit import PASSPHRASE, Bench, FakeBackups, FakeDoor, context_of

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


class Clock(FakeClock):
    """Goes where a test sends it."""

    def pass_days(self, days: int) -> None:
        self._now += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def backups(tmp_path: Path, clock: Clock) -> FakeBackups:
    return FakeBackups(tmp_path, clock)


@pytest.fixture
def opened(
    bench: Bench, language: Language, qtbot: QtBot, backups: FakeBackups, clock: Clock
) -> Callable[[], MainWindow]:
    def open_it() -> MainWindow:
        window = MainWindow(
            context_of(bench.store, bench.folder, language.install, backups=backups, clock=clock)
        )
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: not keeper(window).busy)
        return window

    return open_it


def keeper(window: MainWindow) -> BackupKeeper:
    assert window.vault.keeper is not None
    return window.vault.keeper


def line(window: MainWindow) -> str:
    assert window.vault.backup_line is not None
    return window.vault.backup_line.text.text()


def look(window: MainWindow, qtbot: QtBot) -> None:
    keeper(window).look()
    qtbot.waitUntil(lambda: not keeper(window).busy)


def test_the_first_start_of_a_day_makes_a_backup_and_the_second_none(
    opened: Callable[[], MainWindow], backups: FakeBackups
) -> None:
    assert line(opened()) == "Last backup: today at 08:30"
    assert line(opened()) == "Last backup: today at 08:30"
    assert len(backups.listed()) == 1


def test_past_midnight_the_next_is_made_while_the_window_is_open(
    opened: Callable[[], MainWindow], backups: FakeBackups, clock: Clock, qtbot: QtBot
) -> None:
    window = opened()
    look(window, qtbot)
    assert len(backups.listed()) == 1
    clock.pass_days(1)
    look(window, qtbot)
    assert len(backups.listed()) == 2
    assert line(window) == "Last backup: today at 08:30"
    clock.pass_days(-3)
    look(window, qtbot)
    assert len(backups.listed()) == 3


def test_a_failure_is_told_with_when_the_last_good_one_was_made_and_tried_again_later(
    opened: Callable[[], MainWindow], backups: FakeBackups, clock: Clock, qtbot: QtBot
) -> None:
    window = opened()
    clock.pass_days(1)
    backups.fault = BackupFault.FOLDER_GONE
    look(window, qtbot)
    told = "No backup was made: its folder is not there. Last backup: 23 Nov 08:30"
    assert line(window) == told
    backups.fault = None
    look(window, qtbot)
    assert line(window) == told
    for _ in range(TRY_AGAIN_LOOKS):
        look(window, qtbot)
    assert line(window) == "Last backup: today at 08:30"


def test_an_error_that_nobody_thought_of_is_told_and_the_next_one_is_made(
    backups: FakeBackups,
    opened: Callable[[], MainWindow],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def odd() -> BackupState:
        raise IndexError

    noted: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: noted.append(kind))
    keeping = keeper(opened())
    with monkeypatch.context() as broken:
        broken.setattr(backups, "make", odd)
        keeping.make()
        qtbot.waitUntil(lambda: not keeping.busy)
    assert keeping.state is not None
    assert keeping.state.fault is BackupFault.UNFORESEEN
    assert noted == [IndexError]
    keeping.make()
    qtbot.waitUntil(lambda: not keeping.busy)
    assert keeping.state == backups.state()


def test_somebody_can_make_one_now(
    opened: Callable[[], MainWindow], backups: FakeBackups, qtbot: QtBot
) -> None:
    window = opened()
    window.menus.back_up.trigger()
    qtbot.waitUntil(lambda: len(backups.notes) == 2 and not keeper(window).busy)


@pytest.mark.parametrize("fault", [None, *BackupFault])
def test_never_and_unknown_are_told_apart(fault: BackupFault | None) -> None:
    today = NOW.date()
    never = state_words(BackupState(None, True, fault), today)
    unknown = state_words(BackupState(None, False, fault), today)
    assert never.endswith("There has never been a backup.")
    assert unknown.endswith("Whether there is a backup is not known.")
    if fault is not None:
        assert never.startswith(fault_words(fault))


def test_a_backup_is_due_once_a_local_day_even_where_the_clock_was_set_back() -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert is_due(None, NOW.date())
    assert not is_due(late, NOW.date())
    assert is_due(late, late.date())


def test_the_window_without_backups_has_no_line_and_offers_none(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    window = open_window(bench)
    assert window.vault.backup_line is None
    assert not window.menus.back_up.isEnabled()
    assert window.vault.backup_dialog() is None


def test_the_dialog_lists_them_and_puts_the_next_where_somebody_says(
    opened: Callable[[], MainWindow], backups: FakeBackups, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened()
    dialog = window.vault.backup_dialog()
    assert isinstance(dialog, BackupDialog)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    assert dialog.list.item(0).text().startswith("23 Nov 08:30")
    assert "lost with this PC" in dialog.folder.text()
    elsewhere = tmp_path / "stick"
    dialog.use_folder(elsewhere)
    assert "can't be written to" in dialog.state.text()
    elsewhere.mkdir()
    dialog.use_folder(elsewhere)
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    assert dialog.folder.text() == str(elsewhere)
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.path.parent == elsewhere


def test_a_trial_says_what_came_back_and_what_has_changed(backups: FakeBackups, qtbot: QtBot) -> None:
    backups.make()
    dialog = drill_dialog(backups.drill, backups.notes[0].path)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.secret.setText("wrong")
    dialog.ok.click()
    qtbot.waitUntil(lambda: "does not open the backup" in dialog.message.text())
    dialog.secret.setText(PASSPHRASE)
    dialog.ok.click()
    qtbot.waitUntil(lambda: "can be restored" in dialog.message.text())
    assert "all 1,234 entries came back" in dialog.message.text()
    assert "2 entries of the vault have changed since then" in dialog.message.text()
    assert dialog.secret.text() == ""


def test_restoring_asks_for_a_file_and_what_opened_it_then(
    backups: FakeBackups, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = restore_dialog(backups.restore, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.secret.setText(PASSPHRASE)
    assert not dialog.ok.isEnabled()
    dialog.take_file(tmp_path / "kept.backup")
    dialog.ok.click()
    qtbot.waitUntil(lambda: dialog.result() == QDialog.DialogCode.Accepted)
    assert backups.asked == [(tmp_path / "kept.backup", PASSPHRASE)]
    assert dialog.secret.text() == ""


@pytest.mark.parametrize("answer", [each for each in RestoreAnswer if each is not RestoreAnswer.DONE])
def test_every_answer_has_words_in_both_languages(language: Language, answer: RestoreAnswer) -> None:
    english = answer_words(answer)
    language.install("da")
    assert english
    assert answer_words(answer) not in ("", english)


def test_without_a_vault_the_first_page_offers_to_restore_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    door = FakeDoor(exists=False)
    dialog = UnlockDialog(door)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.restore.isVisible()

    def chosen(inner: QDialog) -> int:
        door.restore(tmp_path / "kept.backup", PASSPHRASE)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr("desktop.ui.backup.restore_dialog.OpenBackupDialog.exec", chosen)
    dialog.restore.click()
    assert dialog.result() == RESTORED
    assert door.restored == tmp_path / "kept.backup"


def test_an_export_needs_a_reason_and_that_somebody_knows_what_it_is(tmp_path: Path, qtbot: QtBot) -> None:
    written: list[tuple[Path, str]] = []
    dialog = ExportDialog(lambda path, reason: written.append((path, reason)))
    qtbot.addWidget(dialog)
    able = [dialog.ok.isEnabled()]
    dialog.reason.setText("New system")
    able.append(dialog.ok.isEnabled())
    dialog.understood.setChecked(True)
    able.append(dialog.ok.isEnabled())
    assert able == [False, False, True]
    assert dialog.save(tmp_path / "out.json")
    assert written == [(tmp_path / "out.json", "New system")]

    def full(*_: object) -> None:
        raise OSError(28, "no space")

    failing = ExportDialog(full)
    qtbot.addWidget(failing)
    assert not failing.save(tmp_path / "out.json")
    assert "could not be written" in failing.message.text()
