"""What the vault's keys are called where they are shown and asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SlotKind(StrEnum):
    """A way to open the vault."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


PORTABLE = (SlotKind.PASSPHRASE, SlotKind.RECOVERY)
"""The ways that work on another computer. A vault always keeps one of them."""


@dataclass(frozen=True, slots=True)
class SlotInfo:
    """A way to open the vault that there is. ``made`` is None where an older version has not noted it."""

    kind: SlotKind
    made: datetime | None


class KeyringFault(StrEnum):
    """Why the system's keyring can't be used. The interface words it."""

    NONE_THERE = "none_there"
    LOCKED = "locked"
    FORBIDDEN = "forbidden"
    SILENT = "silent"
    """It did not answer in time."""
    UNFAITHFUL = "unfaithful"
    """It gave back something other than what was put."""
    EMPTY = "empty"
    """It works, but holds nothing that opens this vault."""
    FAILED = "failed"


class KeyAnswer(StrEnum):
    """What came of a change of the keys."""

    DONE = "done"
    LAST = "last"
    """It would have removed the last way that works on another computer."""
    WRONG_PASSPHRASE = "wrong_passphrase"
    WAIT = "wait"
    """After wrong passphrases nobody may try again yet."""
    WEAK_PASSPHRASE = "weak_passphrase"
    NO_KEYRING = "no_keyring"
    IN_USE = "in_use"
    NOT_WRITTEN = "not_written"
    REOPEN = "reopen"
    """It is done, but the vault must be closed and opened again."""


@dataclass(frozen=True, slots=True)
class KeyOutcome:
    """``keyring`` tells why the keyring was left out, if it was: alone, or of a rotation that is done."""

    answer: KeyAnswer
    keyring: KeyringFault | None = None
