"""The vault: a folder with an encrypted unit, and the keys that open it."""

from desktop.services.passphrases import PassphraseFault
from desktop.vault.backup import (
    Backup,
    Source,
    is_sealed_by,
    list_backups,
    look_at,
    make_backup,
    remove_backups,
    remove_leftovers,
)
from desktop.vault.chest import KeyChest, draft_recovery
from desktop.vault.errors import (
    BackupNotVerified,
    KeyringUnusable,
    LastSlot,
    MustReopen,
    PassphraseRefused,
    VaultBusy,
    VaultClosed,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultMissing,
    VaultTooNew,
    VaultUnfinished,
    WrongPassphrase,
    WrongRecoveryKey,
)
from desktop.vault.heads import backup_heads
from desktop.vault.keyring import Keyring, SystemKeyring
from desktop.vault.keys import DataKey, Subkeys
from desktop.vault.last_entry import LastEntry
from desktop.vault.making import create_vault, remove_vault, vault_exists, vault_id, vault_slots
from desktop.vault.opening import kept_secret, open_vault, open_vault_by_keyring, open_vault_by_recovery
from desktop.vault.passphrase import Argon2Cost
from desktop.vault.patience import Patience
from desktop.vault.pending import Pending, PendingFile, PendingState
from desktop.vault.places import data_folder
from desktop.vault.restore import OpenedBackup, open_backup, restore_beside, try_restoring
from desktop.vault.sealing import Seal
from desktop.vault.swap import finish_restoring, kept_vaults, remove_kept_vaults
from desktop.vault.vault import Vault

__all__ = [
    "Argon2Cost",
    "Backup",
    "BackupNotVerified",
    "DataKey",
    "KeyChest",
    "Keyring",
    "KeyringUnusable",
    "LastEntry",
    "LastSlot",
    "MustReopen",
    "OpenedBackup",
    "PassphraseFault",
    "PassphraseRefused",
    "Patience",
    "Pending",
    "PendingFile",
    "PendingState",
    "Seal",
    "Source",
    "Subkeys",
    "SystemKeyring",
    "Vault",
    "VaultBusy",
    "VaultClosed",
    "VaultDamaged",
    "VaultError",
    "VaultExists",
    "VaultMissing",
    "VaultTooNew",
    "VaultUnfinished",
    "WrongPassphrase",
    "WrongRecoveryKey",
    "backup_heads",
    "create_vault",
    "data_folder",
    "draft_recovery",
    "finish_restoring",
    "is_sealed_by",
    "kept_secret",
    "kept_vaults",
    "list_backups",
    "look_at",
    "make_backup",
    "open_backup",
    "open_vault",
    "open_vault_by_keyring",
    "open_vault_by_recovery",
    "remove_backups",
    "remove_kept_vaults",
    "remove_leftovers",
    "remove_vault",
    "restore_beside",
    "try_restoring",
    "vault_exists",
    "vault_id",
    "vault_slots",
]
