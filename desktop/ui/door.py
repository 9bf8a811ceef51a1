"""The way into a vault as the window asks for it, what came of it, and how the ways to open it are changed.

Nothing here needs an open vault: the window that asks for the passphrase is there before the rest is loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from desktop.services.backups import RestoreAnswer
from desktop.services.keys import KeyOutcome, KeyringFault, SlotInfo, SlotKind


class DoorAnswer(StrEnum):
    """What came of an attempt to make or to open a vault."""

    OPEN = "open"
    WRONG_PASSPHRASE = "wrong_passphrase"
    WRONG_RECOVERY = "wrong_recovery"
    DAMAGED = "damaged"
    TOO_NEW = "too_new"
    IN_USE = "in_use"
    WAIT = "wait"
    UNFINISHED = "unfinished"
    """It can't be read before somebody has opened it to write, which finishes what was cut off."""
    FAILED = "failed"


class LockReason(StrEnum):
    """Why a vault was locked."""

    ASKED = "asked"
    IDLE = "idle"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a vault open: the system's user, the computer, the number of the process, since when (aware).

    What could not be found out is empty, 0 or None.
    """

    user: str
    host: str
    process: int
    since: datetime | None


class Alarm(StrEnum):
    """What the audit trail has noticed at an opening, and everybody should know."""

    CHANGES_MISSING = "changes_missing"
    """The last changes that were stored are not there: the database's log was damaged."""
    TAMPERED = "tampered"
    KEYS_EXCHANGED = "keys_exchanged"
    """The key file is not the one that the vault was left with."""
    CLOCK_SET_BACK = "clock_set_back"


class Door(Protocol):
    """The way into a vault. ``create`` and the ways to unlock derive a key, which takes a second or more: the
    dialog calls them outside the window's thread. The one who made the door takes the opened vault from it.
    """

    def exists(self) -> bool:
        """Whether a vault has been made in the folder."""

    def ways(self) -> frozenset[SlotKind]:
        """How the vault can be opened; empty where that can't be read."""

    def create(self, passphrase: str) -> DoorAnswer: ...
    def unlock(self, passphrase: str) -> DoorAnswer: ...
    def restore(self, path: Path, secret: str) -> RestoreAnswer:
        """Makes a backup ready to take the place of what is in the folder, which ``unlock`` then opens."""

    def unlock_read_only(self, passphrase: str) -> DoorAnswer:
        """Opens the vault so that nothing can be written, whoever has it."""

    def holder(self) -> Holder | None:
        """Who has the vault open now, where that is another process."""

    def wait(self) -> float:
        """Seconds until the next passphrase may be tried; 0 where it may be now."""

    def given_name(self) -> str:
        """The name of the one who works, for the audit trail: given here before, or remembered in the vault
        once it is open. Empty where none is known."""

    def give_name(self, name: str) -> None:
        """Says who works, before an attempt to open the vault or after it."""

    def unlock_by_recovery(self, text: str) -> DoorAnswer: ...
    def unlock_by_keyring(self) -> DoorAnswer | KeyringFault:
        """May take a minute, while the system asks somebody. ``unlock`` need not wait for it."""


class Keys(Protocol):
    """The ways to open the open vault, and its data key. Everything but ``slots`` and ``draft_recovery`` may
    take seconds and is called outside the window's thread, one call at a time."""

    def slots(self) -> tuple[SlotInfo, ...]: ...
    def prove(self, secret: str) -> KeyOutcome:
        """Whether somebody has a passphrase or a recovery key of the vault: an unlocked session alone is no
        proof that it is theirs to change."""

    def draft_recovery(self) -> str:
        """The text of a new recovery key, which opens nothing before it is put or rotated to."""

    def set_passphrase(self, passphrase: str) -> KeyOutcome: ...
    def set_recovery(self, text: str) -> KeyOutcome: ...
    def set_keyring(self) -> KeyOutcome: ...
    def remove(self, kind: SlotKind) -> KeyOutcome: ...
    def rotate(self, passphrase: str | None, recovery: str | None) -> KeyOutcome:
        """Re-encrypts everything with a new data key. ``passphrase`` is the vault's, where it has one,
        ``recovery`` a draft, where it has a recovery key."""
