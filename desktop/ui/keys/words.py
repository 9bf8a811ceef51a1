"""What the keys and the answers about them are called in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.printing.words import moment_text
from desktop.services.keys import KeyAnswer, KeyOutcome, SlotInfo, SlotKind
from desktop.ui.keyring_words import keyring_words

translate = QCoreApplication.translate


def kind_name(kind: SlotKind) -> str:
    return {
        SlotKind.PASSPHRASE: translate("Keys", "Passphrase"),
        SlotKind.RECOVERY: translate("Keys", "Recovery key on paper"),
        SlotKind.KEYRING: translate("Keys", "This computer's keyring"),
    }[kind]


def kind_words(kind: SlotKind) -> str:
    """What it is good for, and what it costs in safety."""
    return {
        SlotKind.PASSPHRASE: translate(
            "Keys", "Opens the vault on every computer, and on this one whatever its keyring does."
        ),
        SlotKind.RECOVERY: translate(
            "Keys",
            "Opens the vault when the passphrase is forgotten. Printed once and never shown again; belongs "
            "in a safe.",
        ),
        SlotKind.KEYRING: translate(
            "Keys",
            "Opens the vault without typing, for whoever is logged on to this computer as you. Leave it out "
            "where others may sit down at an open session.",
        ),
    }[kind]


def state_words(slot: SlotInfo | None) -> str:
    if slot is None:
        return translate("Keys", "Not set up")
    if slot.made is None:
        return translate("Keys", "Set up")
    return translate("Keys", "Made %1").replace("%1", moment_text(slot.made))


def fault_words(outcome: KeyOutcome) -> str:
    """Why something was not done."""
    if outcome.answer is KeyAnswer.NO_KEYRING and outcome.keyring is not None:
        return keyring_words(outcome.keyring) + " " + translate("Keys", "The vault opens as before.")
    return {
        KeyAnswer.LAST: translate(
            "Keys",
            "The vault must keep a passphrase or a recovery key: otherwise a broken computer would be its "
            "end.",
        ),
        KeyAnswer.WRONG_PASSPHRASE: translate(
            "Keys", "This is not the vault's passphrase. Nothing has been changed."
        ),
        KeyAnswer.WEAK_PASSPHRASE: translate("Keys", "This passphrase is too easy to guess."),
        KeyAnswer.IN_USE: translate(
            "Keys", "Something is being written to the vault just now. Nothing has been changed: try again."
        ),
        KeyAnswer.REOPEN: translate(
            "Keys", "The new key is in use, but Sikkerplan must be started again now to go on."
        ),
    }.get(
        outcome.answer,
        translate(
            "Keys", "It could not be written, and nothing has been changed. Is there room on the disk?"
        ),
    )


def rotated_words(outcome: KeyOutcome) -> str:
    """What to know once the data key is another."""
    text = translate(
        "Keys",
        "Everything is encrypted with a new key. Backups made before keep the old key: they open with the "
        "passphrase and the recovery key of their time. Make a new backup now, and destroy the old ones "
        "where the old key may be in wrong hands.",
    )
    if outcome.keyring is not None:
        left_out = translate("Keys", "The keyring no longer opens the vault; set it up again when it works.")
        text += "\n" + keyring_words(outcome.keyring) + " " + left_out
    return text
