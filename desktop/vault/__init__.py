"""The vault: a folder with an encrypted unit, and the keys that open it."""

from desktop.services.passphrases import PassphraseFault
from desktop.vault.chest import KeyChest, draft_recovery
from desktop.vault.errors import (
    KeyringUnusable,
    LastSlot,
    MustReopen,
    PassphraseRefused,
    VaultBusy,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultMissing,
    VaultTooNew,
    WrongPassphrase,
    WrongRecoveryKey,
)
from desktop.vault.keyring import Keyring, SystemKeyring
from desktop.vault.keys import DataKey, Subkeys
from desktop.vault.passphrase import Argon2Cost
from desktop.vault.patience import Patience
from desktop.vault.pending import Pending, PendingFile, PendingState
from desktop.vault.places import data_folder
from desktop.vault.sealing import Seal
from desktop.vault.vault import (
    Vault,
    create_vault,
    kept_secret,
    open_vault,
    open_vault_by_keyring,
    open_vault_by_recovery,
    remove_vault,
    vault_exists,
    vault_id,
    vault_slots,
)

__all__ = [
    "Argon2Cost",
    "DataKey",
    "KeyChest",
    "Keyring",
    "KeyringUnusable",
    "LastSlot",
    "MustReopen",
    "PassphraseFault",
    "PassphraseRefused",
    "Patience",
    "Pending",
    "PendingFile",
    "PendingState",
    "Seal",
    "Subkeys",
    "SystemKeyring",
    "Vault",
    "VaultBusy",
    "VaultDamaged",
    "VaultError",
    "VaultExists",
    "VaultMissing",
    "VaultTooNew",
    "WrongPassphrase",
    "WrongRecoveryKey",
    "create_vault",
    "data_folder",
    "draft_recovery",
    "kept_secret",
    "open_vault",
    "open_vault_by_keyring",
    "open_vault_by_recovery",
    "remove_vault",
    "vault_exists",
    "vault_id",
    "vault_slots",
]
