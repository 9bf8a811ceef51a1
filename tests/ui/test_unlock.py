"""Making a vault and unlocking it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.services.keys import KeyringFault, SlotKind
from desktop.services.recovery_text import recovery_text
from desktop.ui.door import DoorAnswer, Holder
from desktop.ui.unlock.dialog import UnlockDialog
from tests.ui.kit import PASSPHRASE, RECOVERY, FakeDoor


def opened(qtbot: QtBot, door: FakeDoor) -> UnlockDialog:
    dialog = UnlockDialog(door)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_first_start_makes_a_vault_with_the_passphrase_given_twice(qtbot: QtBot) -> None:
    door = FakeDoor(exists=False)
    dialog = opened(qtbot, door)
    assert not dialog.ok.isEnabled()
    QTest.keyClicks(dialog.first, PASSPHRASE)
    assert not dialog.ok.isEnabled()
    assert dialog.new is not None
    QTest.keyClicks(dialog.new.second, PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted):
        dialog.ok.click()
    assert door.asked == [PASSPHRASE]
    assert dialog.first.text() == ""


def test_a_short_passphrase_makes_no_vault(qtbot: QtBot) -> None:
    dialog = opened(qtbot, FakeDoor(exists=False))
    assert dialog.new is not None
    for edit in (dialog.first, dialog.new.second):
        edit.setText("elleve tegn")
    assert not dialog.ok.isEnabled()
    assert dialog.new.strength_text.text() == "Too short: 1 more needed."


def test_a_common_passphrase_makes_no_vault_and_says_why(qtbot: QtBot) -> None:
    dialog = opened(qtbot, FakeDoor(exists=False))
    assert dialog.new is not None
    for edit in (dialog.first, dialog.new.second):
        edit.setText("Adgangskode2026!")
    assert not dialog.ok.isEnabled()
    assert dialog.new.strength_text.text().startswith("Refused: common words")
    assert dialog.new.bar.value() == 0


def test_two_different_passphrases_are_told(qtbot: QtBot) -> None:
    dialog = opened(qtbot, FakeDoor(exists=False))
    assert dialog.new is not None
    dialog.first.setText(PASSPHRASE)
    dialog.new.second.setText(PASSPHRASE[:5])
    assert not dialog.message.isVisible()
    dialog.new.second.setText("karusel")
    assert dialog.message.text() == "The two passphrases are not the same."
    assert not dialog.ok.isEnabled()


def test_a_wrong_passphrase_is_told_calmly_and_can_be_tried_again(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True)
    dialog = opened(qtbot, door)
    QTest.keyClicks(dialog.first, "not this one")
    QTest.keyClick(dialog.first, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.message.isVisible)
    assert "Nothing has happened to the data" in dialog.message.text()
    assert dialog.first.hasFocus()
    assert dialog.first.selectedText() != ""
    dialog.first.setText(PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted):
        dialog.ok.click()
    assert door.asked == ["not this one", PASSPHRASE]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (DoorAnswer.DAMAGED, "Put a backup in their place"),
        (DoorAnswer.IN_USE, "already open in another window"),
        (DoorAnswer.UNFINISHED, "Whoever may write must open it first"),
        (DoorAnswer.FAILED, "is there room on the disk?"),
    ],
)
def test_each_other_answer_is_told(qtbot: QtBot, answer: DoorAnswer, told: str) -> None:
    dialog = opened(qtbot, FakeDoor(exists=True, answer=answer))
    dialog.first.setText("x")
    dialog.ok.click()
    qtbot.waitUntil(dialog.message.isVisible)
    assert told in dialog.message.text()


def test_the_name_goes_to_the_door_with_the_passphrase(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True)
    dialog = opened(qtbot, door)
    dialog.first.setText(PASSPHRASE)
    dialog.name.setText("Carl Carlsen")
    with qtbot.waitSignal(dialog.accepted):
        dialog.ok.click()
    assert door.name == "Carl Carlsen"


def test_who_is_not_known_is_asked_for_a_name_before_anything_is_shown(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True)
    door.name = ""
    dialog = opened(qtbot, door)
    QTest.keyClicks(dialog.first, PASSPHRASE)
    dialog.ok.click()
    qtbot.waitUntil(dialog.message.isVisible)
    assert "Who are you?" in dialog.message.text()
    assert dialog.name.hasFocus()
    assert not dialog.ok.isEnabled()
    QTest.keyClicks(dialog.name, "  ")
    assert not dialog.ok.isEnabled()
    QTest.keyClicks(dialog.name, "Dan Dahl")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert door.name.strip() == "Dan Dahl"
    assert door.asked == [PASSPHRASE]


def test_caps_lock_is_noticed(qtbot: QtBot) -> None:
    dialog = opened(qtbot, FakeDoor(exists=True))
    press = QTest.KeyAction.Press
    QTest.sendKeyEvent(press, dialog.first, Qt.Key.Key_A, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not dialog.caps.isVisible()
    QTest.keyClicks(dialog.first, "a")
    assert not dialog.caps.isVisible()
    dialog.first.caps_lock.emit(False)
    QTest.sendKeyEvent(press, dialog.first, Qt.Key.Key_B, "B", Qt.KeyboardModifier.NoModifier)
    assert dialog.caps.isVisible()


def test_the_passphrase_is_hidden_until_somebody_looks(qtbot: QtBot) -> None:
    dialog = opened(qtbot, FakeDoor(exists=True))
    edit = dialog.first
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    edit.actions()[0].trigger()
    assert edit.echoMode() is QLineEdit.EchoMode.Normal


def test_escape_does_not_close_while_the_key_is_worked_out(qtbot: QtBot) -> None:
    dialog = opened(qtbot, FakeDoor(exists=True))
    dialog.first.setText("x")
    dialog.ok.click()
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.ok.isEnabled)
    dialog.reject()
    assert not dialog.isVisible()


KEYRING = (SlotKind.PASSPHRASE, SlotKind.KEYRING)
RECOVERABLE = (SlotKind.PASSPHRASE, SlotKind.RECOVERY)


def test_the_keyring_opens_the_vault_without_typing(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True, ways=KEYRING, keyring=DoorAnswer.OPEN)
    door.may_answer.set()
    dialog = UnlockDialog(door)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.show()
    assert door.asked == ["keyring"]


def test_while_the_keyring_asks_somebody_the_passphrase_opens_the_vault(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True, ways=KEYRING)
    dialog = opened(qtbot, door)
    assert not dialog.keyring.isEnabled()
    QTest.keyClicks(dialog.first, PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted):
        dialog.ok.click()
    door.may_answer.set()


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (KeyringFault.NONE_THERE, "has no keyring"),
        (KeyringFault.LOCKED, "is locked"),
        (KeyringFault.FORBIDDEN, "forbids"),
        (KeyringFault.SILENT, "did not answer"),
        (KeyringFault.EMPTY, "holds no key of this vault"),
        (KeyringFault.UNFAITHFUL, "did not give back"),
        (KeyringFault.FAILED, "failed"),
    ],
)
def test_a_keyring_that_can_not_be_used_is_told_and_the_passphrase_works(
    qtbot: QtBot, fault: KeyringFault, told: str
) -> None:
    door = FakeDoor(exists=True, ways=KEYRING, keyring=fault)
    door.may_answer.set()
    dialog = opened(qtbot, door)
    qtbot.waitUntil(dialog.message.isVisible)
    assert told in dialog.message.text()
    assert "The passphrase opens the vault as always" in dialog.message.text()
    dialog.first.setText(PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted):
        dialog.ok.click()


def test_the_keyring_can_be_asked_again(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True, ways=KEYRING, keyring=KeyringFault.LOCKED)
    door.may_answer.set()
    dialog = opened(qtbot, door)
    qtbot.waitUntil(dialog.keyring.isEnabled)
    dialog.keyring.click()
    qtbot.waitUntil(lambda: door.asked == ["keyring", "keyring"])
    qtbot.waitUntil(dialog.keyring.isEnabled)


def test_without_a_slot_for_it_the_keyring_is_never_asked(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True)
    dialog = opened(qtbot, door)
    assert not dialog.keyring.isVisible()
    assert not dialog.switch.isVisible()
    assert door.asked == []


def test_a_locked_app_does_not_ask_the_keyring_by_itself(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True, ways=KEYRING)
    dialog = UnlockDialog(door, ask_keyring=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.keyring.isEnabled()
    assert door.asked == []


def test_the_recovery_key_opens_the_vault(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True, ways=RECOVERABLE)
    dialog = opened(qtbot, door)
    assert not dialog.recovery.isVisible()
    dialog.switch.click()
    assert not dialog.first.isVisible()
    QTest.keyClicks(dialog.recovery, RECOVERY)
    with qtbot.waitSignal(dialog.accepted):
        dialog.ok.click()
    assert dialog.recovery.text() == ""


def test_a_mistyped_recovery_key_is_told_at_its_group_and_not_tried(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True, ways=RECOVERABLE)
    dialog = opened(qtbot, door)
    dialog.switch.click()
    wrong = RECOVERY[:11] + ("A" if RECOVERY[11] != "A" else "B") + RECOVERY[12:]
    for text, told in ((wrong, "group 3"), (RECOVERY[:-2], "2 letters of the recovery key are missing")):
        dialog.recovery.setText(text)
        dialog.ok.click()
        assert told in dialog.message.text()
    assert door.asked == []


def test_a_recovery_key_of_before_is_told(qtbot: QtBot) -> None:
    dialog = opened(qtbot, FakeDoor(exists=True, ways=RECOVERABLE))
    dialog.switch.click()
    dialog.recovery.setText(recovery_text(bytes(20)))
    dialog.ok.click()
    qtbot.waitUntil(dialog.message.isVisible)
    assert "does not open the vault" in dialog.message.text()
    dialog.switch.click()
    assert dialog.first.isVisible()


def test_a_vault_without_a_passphrase_asks_for_the_recovery_key(qtbot: QtBot) -> None:
    dialog = opened(qtbot, FakeDoor(exists=True, ways=(SlotKind.RECOVERY,)))
    assert dialog.recovery.isVisible()
    assert not dialog.switch.isVisible()


def test_the_wait_after_a_wrong_passphrase_is_counted_down(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True)
    dialog = opened(qtbot, door)
    dialog.first.setText("not this one")
    door.wait_for = 4.0
    dialog.ok.click()
    qtbot.waitUntil(dialog.countdown.isVisible)
    assert dialog.countdown.text.text() == "The next passphrase can be tried in 4 seconds."
    dialog.first.setText(PASSPHRASE)
    assert not dialog.ok.isEnabled()
    QTest.keyClick(dialog.first, Qt.Key.Key_Return)
    assert door.asked == ["not this one"]
    door.wait_for = 0.4
    dialog.countdown.timer.timeout.emit()
    assert dialog.countdown.text.text() == "The next passphrase can be tried in 1 second."
    door.wait_for = 0.0
    dialog.countdown.timer.timeout.emit()
    assert not dialog.countdown.isVisible()
    assert dialog.ok.isEnabled()
    with qtbot.waitSignal(dialog.accepted):
        dialog.ok.click()


def test_a_wait_that_began_before_the_start_goes_on(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True)
    door.wait_for = 60.0
    dialog = opened(qtbot, door)
    dialog.first.setText(PASSPHRASE)
    assert dialog.countdown.isVisible()
    assert not dialog.ok.isEnabled()


def test_who_has_the_vault_is_told_at_once_and_it_can_be_read(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True)
    door.held_by = Holder("karen", "KONTOR-7", 4711, datetime(2026, 11, 23, 9, 42, tzinfo=UTC))
    dialog = opened(qtbot, door)
    assert dialog.holder_note.isVisible()
    assert "karen has it open on the computer KONTOR-7 (process 4711)" in dialog.holder_note.text.text()
    assert dialog.ok.text() == "Open read-only"
    dialog.first.setText(PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted):
        dialog.ok.click()
    assert (door.asked, door.read) == ([], [PASSPHRASE])


def test_once_it_is_closed_there_it_is_opened_as_ever(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True)
    door.held_by = Holder("", "KONTOR-7", 4711, None)
    dialog = opened(qtbot, door)
    door.held_by = None
    dialog.holder_note.timer.timeout.emit()
    assert not dialog.holder_note.isVisible()
    assert dialog.ok.text() == "Unlock"
    dialog.first.setText(PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted):
        dialog.ok.click()
    assert (door.asked, door.read) == ([PASSPHRASE], [])


def test_who_was_faster_at_the_door_is_told(qtbot: QtBot) -> None:
    door = FakeDoor(exists=True, answer=DoorAnswer.IN_USE)
    dialog = opened(qtbot, door)
    dialog.first.setText("x")
    door.held_by = Holder("karen", "KONTOR-7", 4711, datetime(2026, 11, 23, 9, 42, tzinfo=UTC))
    dialog.ok.click()
    qtbot.waitUntil(dialog.holder_note.isVisible)
    assert dialog.ok.text() == "Open read-only"
    assert not dialog.message.isVisible()
