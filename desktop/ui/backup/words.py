"""What backups and restoring are called in the window."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.services.backups import BackupFault, BackupNote, BackupState, DrillResult, RestoreAnswer
from desktop.ui.moments import local_clock

translate = QCoreApplication.translate

MEGABYTE = 1_000_000


def state_words(state: BackupState, today: date) -> str:
    """The header's line: when the last good one was made, and what went wrong since."""
    last = _last_words(state, today)
    if state.fault is None:
        return last
    return f"{fault_words(state.fault)} {last}"


def fault_words(fault: BackupFault) -> str:
    return {
        BackupFault.FOLDER_GONE: translate("Backup", "No backup was made: its folder is not there."),
        BackupFault.FULL: translate("Backup", "No backup was made: the disk is full."),
        BackupFault.NOT_WRITABLE: translate("Backup", "No backup was made: its folder can't be written to."),
        BackupFault.NOT_VERIFIED: translate(
            "Backup", "A backup did not stand up to its check and was thrown away."
        ),
        BackupFault.BUSY: translate("Backup", "No backup was made: the vault was busy."),
        BackupFault.UNFORESEEN: translate(
            "Backup", "No backup was made: something went wrong that nobody had thought of."
        ),
    }[fault]


def answer_words(answer: RestoreAnswer) -> str:
    """Why a backup was not restored."""
    return {
        RestoreAnswer.DONE: "",
        RestoreAnswer.WRONG_SECRET: translate(
            "Backup",
            "This does not open the backup. A backup opens with the passphrase or the recovery key of the "
            "day on which it was made.",
        ),
        RestoreAnswer.WAIT: translate(
            "BackupWait",
            "After wrong passphrases nobody can try again for up to a minute. Nothing was changed. Wait a "
            "little and try again.",
        ),
        RestoreAnswer.DAMAGED: translate(
            "Backup", "This file is no backup, or it was damaged. Nothing was changed. Try an older one."
        ),
        RestoreAnswer.TOO_NEW: translate(
            "Backup", "A newer version of Sikkerplan has made this backup. Nothing was changed."
        ),
        RestoreAnswer.UNREADABLE: translate("Backup", "The file could not be read."),
        RestoreAnswer.FULL: translate("Backup", "The disk is full. Nothing was changed."),
        RestoreAnswer.NOT_WRITABLE: translate(
            "Backup", "The vault's folder can't be written to, or its disk is full. Nothing was changed."
        ),
        RestoreAnswer.BUSY: translate(
            "Backup", "The vault is in use by another window. Nothing was changed."
        ),
    }[answer]


def drill_words(result: DrillResult) -> str:
    """What came of a trial."""
    if result.answer is not RestoreAnswer.DONE or result.made is None:
        return answer_words(result.answer)
    rows = QLocale().toString(result.rows)
    text = translate("Backup", "The backup of %1 can be restored: all %2 entries came back, each page whole.")
    text = text.replace("%1", local_clock(result.made)).replace("%2", rows)
    if not result.different:
        same = translate("Backup", "They are the same as those in the vault now.")
        return f"{text} {same}"
    changed = sum(count for _, count in result.different)
    since = translate("Backup", "%1 entries of the vault have changed since then.")
    return f"{text} {since.replace('%1', QLocale().toString(changed))}"


def note_words(note: BackupNote) -> str:
    """A backup in a list: when it was made, how large it is, whether it is whole."""
    decimals = 0 if note.size < MEGABYTE else 1
    size = QLocale().formattedDataSize(note.size, decimals, QLocale.DataSizeFormat.DataSizeSIFormat)
    if note.made is None:
        return translate("Backup", "%1 – can't be read").replace("%1", note.path.name)
    when = local_clock(note.made)
    if not note.whole:
        return translate("Backup", "%1 – damaged").replace("%1", when)
    if not note.certain:
        stranger = translate("BackupKeys", "made with an older data key, or not by this vault at all")
        return f"{when} · {size} · {stranger}"
    return f"{when} · {size}"


def _last_words(state: BackupState, today: date) -> str:
    if state.last is None:
        if state.known:
            return translate("Backup", "There has never been a backup.")
        return translate("Backup", "Whether there is a backup is not known.")
    local = state.last.astimezone()
    if local.date() == today:
        return translate("Backup", "Last backup: today at %1").replace("%1", f"{local:%H:%M}")
    return translate("Backup", "Last backup: %1").replace("%1", local_clock(state.last))
