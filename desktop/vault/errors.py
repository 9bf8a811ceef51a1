"""What can go wrong with a vault. No text here holds a path, a passphrase or a key."""

from __future__ import annotations

from desktop.services.keys import KeyringFault
from desktop.services.passphrases import PassphraseFault


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


class VaultUnfinished(VaultError):
    """Something was cut off that only an opening to write can finish: a new data key, a restore, a new
    version."""


class VaultBusy(VaultError):
    """Another process holds the vault's database."""


class BackupNotVerified(VaultError):
    """A backup was written, but is not what it should be; it was thrown away."""


class WrongPassphrase(VaultError):
    """No slot of the vault opens with this passphrase, or somebody has changed the slot."""


class WrongRecoveryKey(VaultError):
    """No slot of the vault opens with this recovery key, or somebody has changed the slot."""


class WrongKeyForSlot(VaultError):
    """A slot does not open with the key, or somebody has changed the slot."""


class KeyringUnusable(VaultError):
    """The system's keyring can't be used for this; ``fault`` tells why."""

    def __init__(self, fault: KeyringFault) -> None:
        super().__init__(f"the keyring can't be used ({fault.value.replace('_', ' ')})")
        self.fault = fault


class LastSlot(VaultError):
    """Without this slot the vault would open nowhere, or on this computer alone."""


class VaultClosed(VaultError, RuntimeError):
    """The vault was closed, and its keys are gone."""


class MustReopen(VaultError):
    """What was asked is done, but the vault had to be closed: opening it again finishes it."""


class PassphraseRefused(VaultError):
    """The passphrase can't protect a new vault; ``fault`` tells why."""

    def __init__(self, fault: PassphraseFault) -> None:
        super().__init__(f"the passphrase is {fault.value.replace('_', ' ')}")
        self.fault = fault
