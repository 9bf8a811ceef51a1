"""The vault: a folder with an encrypted unit, and the keys that open it."""

from desktop.vault.errors import (
    PassphraseFault,
    PassphraseRefused,
    VaultBusy,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultMissing,
    VaultTooNew,
    WrongPassphrase,
)
from desktop.vault.passphrase import Argon2Cost
from desktop.vault.patience import Patience
from desktop.vault.pending import Pending, PendingFile, PendingState
from desktop.vault.places import data_folder
from desktop.vault.sealing import Seal
from desktop.vault.vault import Vault, create_vault, open_vault, remove_vault, vault_exists, vault_id

__all__ = [
    "Argon2Cost",
    "PassphraseFault",
    "PassphraseRefused",
    "Patience",
    "Pending",
    "PendingFile",
    "PendingState",
    "Seal",
    "Vault",
    "VaultBusy",
    "VaultDamaged",
    "VaultError",
    "VaultExists",
    "VaultMissing",
    "VaultTooNew",
    "WrongPassphrase",
    "create_vault",
    "data_folder",
    "open_vault",
    "remove_vault",
    "vault_exists",
    "vault_id",
]
