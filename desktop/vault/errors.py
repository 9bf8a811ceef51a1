"""What can go wrong with a vault. No text here holds a path, a passphrase or a key."""

from __future__ import annotations

from enum import StrEnum


class VaultError(Exception):
    """Base of everything that the vault raises on its own account."""


class VaultMissing(VaultError):
    """There is no vault in the folder."""


class VaultExists(VaultError):
    """There is a vault in the folder already."""


class VaultDamaged(VaultError):
    """What is in the folder is no whole vault: a file is missing, or can't be understood."""


class VaultTooNew(VaultError):
    """A newer version of the app has written the vault."""


class VaultBusy(VaultError):
    """Another process holds the vault's database."""


class WrongPassphrase(VaultError):
    """No slot of the vault opens with this passphrase, or somebody has changed the slot."""


class BackupNotVerified(VaultError):
    """A backup was written, but is not what it should be; it was thrown away."""


class PassphraseFault(StrEnum):
    """Why a passphrase can't be chosen. The interface words it."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"


class PassphraseRefused(VaultError):
    """The passphrase can't protect a new vault; ``fault`` tells why."""

    def __init__(self, fault: PassphraseFault) -> None:
        super().__init__(f"the passphrase is {fault.value.replace('_', ' ')}")
        self.fault = fault
