"""What the window asks of backups, and when one is due. How they are made is the vault's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class BackupFault(StrEnum):
    """Why no backup was made."""

    FOLDER_GONE = "folder_gone"
    FULL = "full"
    NOT_WRITABLE = "not_writable"
    NOT_VERIFIED = "not_verified"
    BUSY = "busy"
    UNFORESEEN = "unforeseen"


class RestoreAnswer(StrEnum):
    """What came of opening a backup to restore it or to try it."""

    DONE = "done"
    WRONG_SECRET = "wrong_secret"
    WAIT = "wait"
    """After wrong passphrases nobody may try again yet."""
    DAMAGED = "damaged"
    TOO_NEW = "too_new"
    UNREADABLE = "unreadable"
    FULL = "full"
    NOT_WRITABLE = "not_writable"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class BackupNote:
    """A file that is a backup or should be one. ``made`` is aware, None where the file does not say it.

    ``whole``: every byte is as it was written. ``size`` in bytes. ``certain``: the vault's present key has
    made it; otherwise an older key may have, or somebody without any.
    """

    path: Path
    made: datetime | None
    whole: bool
    size: int
    certain: bool = True


@dataclass(frozen=True, slots=True)
class BackupState:
    """What the header tells. ``last`` is when the last good one was made, aware.

    ``last`` None and ``known``: there has never been one. ``last`` None and not ``known``: nobody can say,
    since the folder can't be read. ``fault`` is what went wrong the last time, None where nothing did.
    """

    last: datetime | None
    known: bool = True
    fault: BackupFault | None = None
    kept: int = 0


@dataclass(frozen=True, slots=True)
class DrillResult:
    """What came of a backup restored for trial: how much came back, and what differs from the store by now.

    ``different``: rows that are not the same, by table.
    """

    answer: RestoreAnswer
    made: datetime | None = None
    rows: int = 0
    different: tuple[tuple[str, int], ...] = ()


class Backups(Protocol):
    """The open vault's backups. ``make``, ``listed``, ``drill`` and ``restore`` take a second or more: they
    are called outside the window's thread. None of these raises."""

    @property
    def folder(self) -> Path:
        """Where backups are put."""

    @property
    def on_this_pc(self) -> bool:
        """Whether that is the vault's own folder, as long as nobody has chosen another."""

    def choose_folder(self, folder: Path) -> bool:
        """Puts backups there from now on; False where nobody may write there."""

    def state(self) -> BackupState: ...
    def make(self) -> BackupState:
        """Makes a backup now, and tells what is the case afterwards."""

    def listed(self) -> tuple[BackupNote, ...]:
        """Those in the folder, the newest first, those that are not certain last; none where it can't be
        read."""

    def remove(self, paths: Sequence[Path]) -> int:
        """Removes backups for good; returns how many of them could be."""

    def drill(self, path: Path, secret: str) -> DrillResult: ...
    def restore(self, path: Path, secret: str) -> RestoreAnswer:
        """Makes the backup ready to take the vault's place, which it does when the vault is next opened."""

    def kept_vaults(self) -> int:
        """How many vaults are kept that restored ones took the place of."""

    def remove_kept_vaults(self) -> bool: ...


def is_due(last: datetime | None, today: date) -> bool:
    """Whether a day's backup is still to be made. ``last`` is aware; its day is the local one.

    A last one that lies in the future, after the clock was set back, does not put off today's.
    """
    return last is None or last.astimezone().date() != today
