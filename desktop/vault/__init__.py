"""The vault: a folder with an encrypted unit, and the keys that open it."""

from desktop.vault.backup import (
    KEPT,
    Backup,
    Source,
    list_backups,
    look_at,
    make_backup,
    remove_backups,
    remove_leftovers,
)
from desktop.vault.container import Header
from desktop.vault.errors import (
    BackupNotVerified,
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
from desktop.vault.pending import Pending, PendingFile, PendingState
from desktop.vault.places import data_folder
from desktop.vault.restore import Drill, OpenedBackup, open_backup, restore_beside, try_restoring
from desktop.vault.swap import finish_restoring, kept_vaults, remove_kept_vaults, restore_is_ready
from desktop.vault.vault import Vault, create_vault, open_vault, remove_vault, vault_exists, vault_id

__all__ = [
    "KEPT",
    "Argon2Cost",
    "Backup",
    "BackupNotVerified",
    "Drill",
    "Header",
    "OpenedBackup",
    "PassphraseFault",
    "PassphraseRefused",
    "Pending",
    "PendingFile",
    "PendingState",
    "Source",
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
    "finish_restoring",
    "kept_vaults",
    "list_backups",
    "look_at",
    "make_backup",
    "open_backup",
    "open_vault",
    "remove_backups",
    "remove_kept_vaults",
    "remove_leftovers",
    "remove_vault",
    "restore_beside",
    "restore_is_ready",
    "try_restoring",
    "vault_exists",
    "vault_id",
]
