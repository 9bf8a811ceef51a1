"""What is said at the door: who has the vault, how long to wait, why it stays shut."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from desktop.ui.door import DoorAnswer, Holder
from desktop.ui.moments import local_clock
from desktop.ui.unforeseen import unforeseen_words

translate = QCoreApplication.translate


def holder_text(holder: Holder) -> str:
    """Who has the vault open: user, computer, process and since when, as far as it is known."""
    if holder.user and holder.since is not None:
        text = translate("Door", "%1 has it open on the computer %2 (process %3) since %4.")
        text = text.replace("%4", local_clock(holder.since))
    else:
        text = translate("Door", "A process on the computer %2 has it open (process %3).")
    return text.replace("%3", str(holder.process)).replace("%2", holder.host).replace("%1", holder.user)


def wait_text(seconds: float) -> str:
    """How long nobody may try a passphrase; whole seconds, never 0."""
    left = max(1, math.ceil(seconds))
    if left == 1:
        return translate("Door", "The next passphrase can be tried in 1 second.")
    return translate("Door", "The next passphrase can be tried in %1 seconds.").replace("%1", str(left))


def answer_text(answer: object, *, new: bool) -> str:
    """Why the vault is not open. ``new``: it was to be made."""
    if answer is DoorAnswer.WRONG_PASSPHRASE:
        return translate(
            "UnlockDialog",
            "This passphrase does not open the vault. Nothing has happened to the data: you can try again.",
        )
    if answer is DoorAnswer.WRONG_RECOVERY:
        return translate(
            "UnlockDialog",
            "This recovery key does not open the vault. It may be an older one: each new key replaces "
            "the one before. Nothing has happened to the data.",
        )
    if answer is DoorAnswer.DAMAGED:
        return translate(
            "UnlockDialog",
            "The vault's files are damaged. Nothing has been changed. Put a backup in their place.",
        )
    if answer is DoorAnswer.TOO_NEW:
        return translate(
            "UnlockDialog",
            "A newer version of Sikkerplan has used this vault. Nothing has been changed. Open it with "
            "that version.",
        )
    if answer is DoorAnswer.UNFINISHED:
        return translate(
            "Unfinished",
            "A change of the vault was cut off, such as a new data key, a restore or a new version, and "
            "reading alone can't finish it. The vault is not damaged. Whoever may write must open it "
            "first; then try again.",
        )
    if answer is DoorAnswer.IN_USE:
        return translate("UnlockDialog", "The vault is already open in another window of Sikkerplan.")
    if isinstance(answer, Exception):
        return unforeseen_words()
    if new:
        return translate(
            "UnlockDialog", "The vault could not be made. Is there room on the disk, and may you write there?"
        )
    return translate(
        "UnlockDialog",
        "The vault could not be opened. May you write to its folder, and is there room on the disk?",
    )
