"""Vault > Keys: ways to open the vault are seen, added, changed, removed; the data key is made anew."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTimer
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.printing.recovery_sheet import print_recovery_key
from desktop.services.keys import KeyAnswer, KeyOutcome, KeyringFault, SlotInfo, SlotKind
from desktop.ui.keys.asking import NewPassphraseDialog, NewRecoveryDialog, RemoveDialog, RotateDialog
from desktop.ui.keys.dialog import KeysDialog
from desktop.ui.keys.proving import ProveDialog
from desktop.ui.main_window import MainWindow
from tests.ui.kit import PASSPHRASE, RECOVERY, Bench, FakeKeys, context_of

WHEN = datetime(2026, 11, 20, 9, 5, tzinfo=UTC)


@pytest.fixture
def keys() -> FakeKeys:
    return FakeKeys(SlotInfo(SlotKind.PASSPHRASE, WHEN))


@pytest.fixture
def dialog(keys: FakeKeys, qtbot: QtBot) -> Iterator[KeysDialog]:
    """As it is once somebody has proven that they can open the vault."""
    made = KeysDialog(keys)
    made.proven = True
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def on_top(dialog: KeysDialog, act: Callable[[QDialog], None]) -> None:
    """Does something with the dialog that comes up over this one."""

    def when_there() -> None:
        top = QApplication.activeModalWidget()
        if isinstance(top, QDialog) and top is not dialog:
            act(top)
        else:
            QTimer.singleShot(0, dialog, when_there)

    QTimer.singleShot(0, dialog, when_there)


def answered(dialog: KeysDialog, qtbot: QtBot) -> str:
    qtbot.waitUntil(dialog.message.isVisible)
    return dialog.message.text()


def test_each_way_says_whether_and_since_when_it_is_there(dialog: KeysDialog) -> None:
    cards = dialog.cards
    assert cards[SlotKind.PASSPHRASE].state.text() == "Made 20 November 2026, 10:05"
    assert cards[SlotKind.PASSPHRASE].change.text() == "Change …"
    for kind in (SlotKind.RECOVERY, SlotKind.KEYRING):
        assert cards[kind].state.text() == "Not set up"
        assert cards[kind].change.text() == "Set up …"
        assert not cards[kind].remove.isVisible()


def test_the_passphrase_is_changed(dialog: KeysDialog, keys: FakeKeys, qtbot: QtBot) -> None:
    def choose(top: QDialog) -> None:
        assert isinstance(top, NewPassphraseDialog)
        assert not top.ok.isEnabled()
        for text, enabled in (("København2026!", False), (PASSPHRASE, True)):
            top.new.first.setText(text)
            top.new.second.setText(text)
            assert top.ok.isEnabled() is enabled
        top.new.second.setText("karr")
        assert not top.ok.isEnabled()
        top.new.second.setText(PASSPHRASE)
        top.ok.click()

    on_top(dialog, choose)
    dialog.cards[SlotKind.PASSPHRASE].change.click()
    assert "The one before no longer opens the vault" in answered(dialog, qtbot)
    assert keys.asked == [("passphrase", PASSPHRASE)]


def test_a_recovery_key_counts_once_somebody_has_it_on_paper(
    dialog: KeysDialog, keys: FakeKeys, qtbot: QtBot
) -> None:
    def keep(top: QDialog) -> None:
        assert isinstance(top, NewRecoveryDialog)
        assert not top.ok.isEnabled()
        assert keys.asked == []
        top.page.kept.click()
        top.ok.click()

    on_top(dialog, keep)
    dialog.cards[SlotKind.RECOVERY].change.click()
    answered(dialog, qtbot)
    assert keys.asked == [("recovery", RECOVERY)]
    assert dialog.cards[SlotKind.RECOVERY].remove.isVisible()


def test_a_recovery_key_that_is_not_wanted_changes_nothing(dialog: KeysDialog, keys: FakeKeys) -> None:
    on_top(dialog, lambda top: top.reject())
    dialog.cards[SlotKind.RECOVERY].change.click()
    assert keys.asked == []


def test_the_keyring_is_set_up_with_one_click(dialog: KeysDialog, keys: FakeKeys, qtbot: QtBot) -> None:
    dialog.cards[SlotKind.KEYRING].change.click()
    assert "opens the vault from now on" in answered(dialog, qtbot)
    assert keys.asked == [("keyring",)]


def test_before_the_first_change_somebody_proves_that_they_can_open_the_vault(
    dialog: KeysDialog, keys: FakeKeys, qtbot: QtBot
) -> None:
    dialog.proven = False
    keys.there[SlotKind.KEYRING] = SlotInfo(SlotKind.KEYRING, None)

    def fail(top: QDialog) -> None:
        assert isinstance(top, ProveDialog)
        assert not top.ok.isEnabled()
        top.secret.setText("a guess")
        top.ok.click()
        qtbot.waitUntil(top.message.isVisible)
        qtbot.waitUntil(lambda: "does not open the vault" in top.message.text())
        top.reject()

    for button in (
        *(card.change for card in dialog.cards.values()),
        dialog.cards[SlotKind.PASSPHRASE].remove,
        dialog.cards[SlotKind.KEYRING].remove,
    ):
        on_top(dialog, fail)
        button.click()
    del keys.there[SlotKind.PASSPHRASE]
    on_top(dialog, fail)
    dialog.rotate.click()
    assert keys.asked == []

    def prove(top: QDialog) -> None:
        assert isinstance(top, ProveDialog)
        top.secret.setText(RECOVERY)
        top.ok.click()

    on_top(dialog, prove)
    dialog.cards[SlotKind.KEYRING].change.click()
    answered(dialog, qtbot)
    dialog.cards[SlotKind.KEYRING].change.click()
    qtbot.waitUntil(lambda: keys.asked == [("keyring",), ("keyring",)])


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (KeyOutcome(KeyAnswer.NO_KEYRING, KeyringFault.NONE_THERE), "has no keyring"),
        (KeyOutcome(KeyAnswer.NO_KEYRING, KeyringFault.FORBIDDEN), "forbids"),
        (KeyOutcome(KeyAnswer.NOT_WRITTEN), "nothing has been changed"),
        (KeyOutcome(KeyAnswer.IN_USE), "try again"),
        (KeyOutcome(KeyAnswer.REOPEN), "must be started again"),
        (KeyOutcome(KeyAnswer.WEAK_PASSPHRASE), "too easy to guess"),
    ],
    ids=lambda value: "" if isinstance(value, str) else f"{value.answer}-{value.keyring}",
)
def test_what_was_not_done_is_told(
    dialog: KeysDialog, keys: FakeKeys, qtbot: QtBot, outcome: KeyOutcome, told: str
) -> None:
    keys.outcome = outcome
    dialog.cards[SlotKind.KEYRING].change.click()
    assert told in answered(dialog, qtbot)
    assert dialog.cards[SlotKind.KEYRING].state.text() == "Not set up"
    assert dialog.close_button.isEnabled()


def test_a_way_is_removed_after_asking_and_the_last_one_stays(
    dialog: KeysDialog, keys: FakeKeys, qtbot: QtBot
) -> None:
    keys.there[SlotKind.KEYRING] = SlotInfo(SlotKind.KEYRING, None)

    def agree(top: QDialog) -> None:
        assert isinstance(top, RemoveDialog)
        top.ok.click()

    on_top(dialog, agree)
    dialog.cards[SlotKind.KEYRING].remove.click()
    assert "no longer opens the vault" in answered(dialog, qtbot)
    keys.outcome = KeyOutcome(KeyAnswer.LAST)
    on_top(dialog, agree)
    dialog.cards[SlotKind.PASSPHRASE].remove.click()
    qtbot.waitUntil(lambda: "must keep a passphrase or a recovery key" in dialog.message.text())
    assert keys.asked == [("remove", "keyring"), ("remove", "passphrase")]


def test_a_new_data_key_asks_for_the_passphrase_shows_a_new_recovery_key_and_tells_of_backups(
    dialog: KeysDialog, keys: FakeKeys, qtbot: QtBot
) -> None:
    keys.there[SlotKind.RECOVERY] = SlotInfo(SlotKind.RECOVERY, WHEN)
    keys.outcome = KeyOutcome(KeyAnswer.DONE, KeyringFault.LOCKED)

    def fill(top: QDialog) -> None:
        assert isinstance(top, RotateDialog)
        assert top.page is not None
        assert top.passphrase is not None
        top.passphrase.setText(PASSPHRASE)
        assert not top.ok.isEnabled()
        top.page.kept.click()
        top.ok.click()

    on_top(dialog, fill)
    dialog.rotate.click()
    told = answered(dialog, qtbot)
    assert "Backups made before keep the old key" in told
    assert "keyring is locked" in told
    assert keys.asked == [("rotate", PASSPHRASE, RECOVERY)]


def test_without_a_recovery_key_none_is_made(dialog: KeysDialog, keys: FakeKeys, qtbot: QtBot) -> None:
    keys.outcome = KeyOutcome(KeyAnswer.WRONG_PASSPHRASE)

    def fill(top: QDialog) -> None:
        assert isinstance(top, RotateDialog)
        assert top.page is None
        assert top.passphrase is not None
        top.passphrase.setText("wrong")
        top.ok.click()

    on_top(dialog, fill)
    dialog.rotate.click()
    assert "not the vault's passphrase" in answered(dialog, qtbot)
    assert keys.asked == [("rotate", "wrong", None)]


def test_the_menu_opens_the_keys_where_there_are_any(
    bench: Bench, qtbot: QtBot, keys: FakeKeys, tmp_path: Path
) -> None:
    window = MainWindow(context_of(bench.store, tmp_path, lambda code: None, keys=keys))
    qtbot.addWidget(window)
    window.show()
    seen: list[object] = []

    def look() -> None:
        top = QApplication.activeModalWidget()
        seen.append(top)
        assert isinstance(top, KeysDialog)
        top.reject()

    QTimer.singleShot(0, window, look)
    window.menus.keys.trigger()
    assert len(seen) == 1
    demo = MainWindow(context_of(bench.store, tmp_path, lambda code: None, demo=True))
    qtbot.addWidget(demo)
    assert not demo.menus.keys.isEnabled()


def test_the_printed_page_holds_the_whole_key_and_no_name(qtbot: QtBot) -> None:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    print_recovery_key(RECOVERY, WHEN, writer)
    buffer.close()
    pages = PdfReader(io.BytesIO(bytes(held.data()))).pages
    (page,) = pages
    text = " ".join(page.extract_text().split())
    for group in RECOVERY.split("-"):
        assert group in text
    assert "20 November 2026, 10:05" in text
    assert "void once a newer one is made" in text
