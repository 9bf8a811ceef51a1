"""Opens a vault, with a passphrase, its printed recovery key or the system's keyring.

What a crash has left is put right first; see ``desktop.vault.making``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.services.keys import KeyringFault, SlotKind
from desktop.services.recovery_text import recovery_secret
from desktop.store import (
    DatabaseKey,
    StoreBusy,
    StoreDamaged,
    StoreMissing,
    StoreOutdated,
    StoreTooNew,
    WrongKey,
    open_store,
    read_store,
    sync_folder,
)
from desktop.vault.backup import Source
from desktop.vault.chest import DATABASE, REKEYED, KeyChest, open_by_passphrase, settle, slot_infos, upgrade
from desktop.vault.errors import (
    KeyringUnusable,
    VaultBusy,
    VaultDamaged,
    VaultMissing,
    VaultTooNew,
    VaultUnfinished,
    WrongKeyForSlot,
    WrongRecoveryKey,
)
from desktop.vault.keyfile import KeyFile, mend_keys, read_keys
from desktop.vault.keyring import Keyring
from desktop.vault.keys import DataKey
from desktop.vault.swap import finish_restoring, keep_copy, restore_is_ready
from desktop.vault.vault import Vault

if TYPE_CHECKING:
    from desktop.store.unit_of_work import SqlStore

UNFINISHED = "sikkerplan.db.new"
BeforeMigration = Callable[[Source], None]
"""Makes a backup of a vault that this version of the app is about to change; what it raises stops that."""


def open_vault(
    folder: Path,
    passphrase: str,
    before_migration: BeforeMigration | None = None,
    *,
    read_only: bool = False,
) -> Vault:
    """Opens a vault. Takes a second or two; one of the first version is brought up, which takes twice that.

    A restored one that has not got its place yet gets it first. One of the first version is kept as it was
    in a folder beside.

    ``read_only``: nothing of it can be written, and whoever has it open is not disturbed. One of an older
    version of the app, or of which something is still to be finished, is then refused with
    ``VaultUnfinished``.

    Raises ``VaultMissing``, ``WrongPassphrase``, ``VaultDamaged``, ``VaultTooNew`` or ``VaultBusy``; from the
    store ``MigrationFailed`` or ``StoreNotWritable``.
    """
    if read_only:
        return _open_to_read(folder, passphrase)
    finish_restoring(folder)
    keys = _read(folder)
    slot, secret = open_by_passphrase(keys, passphrase)
    if keys.version > 1:
        return open_with(folder, keys, _data_key(secret), before_migration)
    try:
        first_key = DatabaseKey(secret[:32], secret[32:])
        store = _open_store(folder, first_key, lambda: keep_copy(folder, first_key))
    except ValueError:
        raise VaultDamaged("a key slot holds no key of this version") from None
    try:
        return Vault(folder, store, upgrade(folder, store, keys, slot, passphrase))
    except BaseException:
        store.close()
        raise


def open_vault_by_recovery(folder: Path, text: str, before_migration: BeforeMigration | None = None) -> Vault:
    """Opens a vault with its printed recovery key, as somebody typed it.

    Raises ``MistypedRecoveryKey``, ``WrongRecoveryKey``, and what ``open_vault`` raises.
    """
    recovery = recovery_secret(text)
    finish_restoring(folder)
    keys = _read(folder)
    for slot in keys.slots:
        if slot.kind == SlotKind.RECOVERY:
            data = _data_key(slot.open_with_recovery(recovery))
            return open_with(folder, keys, data, before_migration)
    raise WrongRecoveryKey("the vault has no recovery key")


def kept_secret(folder: Path, keyring: Keyring) -> bytes:
    """What the system's keyring holds for the vault. It may ask somebody, and so take a minute.

    Raises ``KeyringUnusable``, ``VaultMissing``, ``VaultDamaged`` or ``VaultTooNew``; ``OSError``.
    """
    for slot in _read(folder).slots:
        if slot.kind == SlotKind.KEYRING:
            kept = keyring.get(slot.entry())
            if kept is not None:
                return kept
    raise KeyringUnusable(KeyringFault.EMPTY)


def open_vault_by_keyring(
    folder: Path, kept: bytes, before_migration: BeforeMigration | None = None
) -> Vault:
    """Opens a vault with its ``kept_secret``.

    Raises ``KeyringUnusable`` where it is the secret of another slot, and what ``open_vault`` raises.
    """
    finish_restoring(folder)
    keys = _read(folder)
    for slot in keys.slots:
        if slot.kind == SlotKind.KEYRING:
            try:
                data = _data_key(slot.open_with_keyring(kept))
            except WrongKeyForSlot:
                continue
            return open_with(folder, keys, data, before_migration)
    raise KeyringUnusable(KeyringFault.EMPTY)


def _open_to_read(folder: Path, passphrase: str) -> Vault:
    try:
        keys = _read(folder)
        _, secret = open_by_passphrase(keys, passphrase)
        if keys.version > 1:
            return open_with(folder, keys, _data_key(secret), read_only=True)
    except StoreOutdated:
        pass
    except VaultDamaged:
        # What is still to be finished looks like damage to who may not finish it.
        left = (REKEYED, UNFINISHED)
        if not any((folder / name).exists() for name in left) and not restore_is_ready(folder):
            raise
    raise VaultUnfinished("the vault must first be opened by somebody who writes")


def _read(folder: Path) -> KeyFile:
    try:
        keys = read_keys(folder)
    except VaultMissing:
        if (folder / DATABASE).exists():
            raise VaultDamaged("there is a database without its key file") from None
        raise
    if not slot_infos(keys):
        raise VaultTooNew("the vault opens only in ways that this version does not know")
    return keys


def _data_key(secret: bytes) -> DataKey:
    try:
        return DataKey.from_secret(secret)
    except ValueError:
        raise VaultDamaged("a key slot holds no key of this version") from None


def open_with(
    folder: Path,
    keys: KeyFile,
    data: DataKey,
    before_migration: BeforeMigration | None = None,
    *,
    read_only: bool = False,
) -> Vault:
    """Opens the folder's vault with its data key, which came out of a slot of ``keys``."""

    def backed_up() -> None:
        if before_migration is not None:
            before_migration(Source(folder / DATABASE, keys.subkeys(data), keys))

    store = _open_store(folder, data.database(), backed_up, read_only=read_only)
    try:
        displaced = None if read_only else mend_keys(folder, keys)
        return Vault(folder, store, KeyChest(folder, store, keys, data), displaced, read_only=read_only)
    except BaseException:
        store.close()
        raise


def _open_store(
    folder: Path, key: DatabaseKey, before_migration: Callable[[], None], *, read_only: bool = False
) -> SqlStore:
    database, unfinished = folder / DATABASE, folder / UNFINISHED
    if unfinished.exists() and not database.exists() and not read_only:
        unfinished.rename(database)
        sync_folder(folder)
    try:
        if read_only:
            return _undamaged(read_store(database, key))
        settle(folder, key)
        return _undamaged(open_store(database, key, before_migration=before_migration))
    except StoreMissing:
        raise VaultDamaged("the database is missing") from None
    except (WrongKey, StoreDamaged):
        # The key is the right one: it came out of an authenticated slot.
        raise VaultDamaged("the database can't be read") from None
    except StoreTooNew:
        raise VaultTooNew("the vault is of a newer version of the app") from None
    except StoreBusy:
        raise VaultBusy("another process uses the vault") from None


def _undamaged(store: SqlStore) -> SqlStore:
    """Nobody works in a store of which a part can't be read: it would show only later. Raises
    ``StoreDamaged``."""
    try:
        damaged = store.is_damaged()
    except BaseException:
        store.close()
        raise
    if damaged:
        store.close()
        raise StoreDamaged("the database is not as it was written")
    return store
