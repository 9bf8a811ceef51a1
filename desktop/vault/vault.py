"""The vault: a folder with a key file and an encrypted database.

A vault is made whole or not at all. The database is made under another name and closed; then the
key file is written; then the database gets its name. What a crash can leave, and what becomes of it:

- a database under its other name without a key file: no key opens it, the next creation removes it;
- that and a key file: the next opening gives the database its name;
- anything else that is not both files is damage, and is never mended by making an empty one.
"""

from __future__ import annotations

import os
from pathlib import Path

from desktop.services.ports import Store
from desktop.store import (
    DatabaseKey,
    SqlStore,
    SqlTrail,
    StoreBusy,
    StoreDamaged,
    StoreMissing,
    StoreTooNew,
    WrongKey,
    create_store,
    open_store,
    read_store,
    remove_store,
)
from desktop.vault.errors import (
    VaultBusy,
    VaultDamaged,
    VaultExists,
    VaultMissing,
    VaultTooNew,
    WrongPassphrase,
)
from desktop.vault.keyfile import KeyFile, read_key_file, sync_folder, write_key_file
from desktop.vault.keys import DataKey
from desktop.vault.passphrase import Argon2Cost, admit
from desktop.vault.sealing import Opener, Seal
from desktop.vault.slots import PASSPHRASE, passphrase_slot

KEY_FILE = "vault.json"
DATABASE = "sikkerplan.db"
UNFINISHED = "sikkerplan.db.new"
VAULT_ID_BYTES = 16
DEFAULT_COST = Argon2Cost()


class Vault:
    """An open vault. Its repr tells nothing."""

    def __init__(self, folder: Path, store: SqlStore, opener: Opener, *, read_only: bool = False) -> None:
        self._folder = folder
        self._store: SqlStore | None = store
        self._opener: Opener | None = opener
        self.read_only = read_only

    @property
    def folder(self) -> Path:
        return self._folder

    def store(self) -> Store:
        """The unit's store, open for as long as the vault is. Raises ``RuntimeError`` after ``close``."""
        return self._opened()

    def trail(self) -> SqlTrail:
        """The audit trail, for as long as the vault is open. Raises ``RuntimeError`` after ``close``."""
        return self._opened().trail

    def seal(self) -> Seal:
        """What encrypts for this vault, also once it is closed. Raises ``RuntimeError`` after ``close``."""
        return self._way_in().seal()

    def unseal(self, sealed: bytes) -> bytes:
        """What was sealed for this vault. Raises ``ValueError``; ``RuntimeError`` after ``close``."""
        return self._way_in().open(sealed)

    def _way_in(self) -> Opener:
        if self._opener is None:
            raise RuntimeError("the vault is closed")
        return self._opener

    def close(self) -> None:
        """Closes the store and lets go of every key, whatever is under way. Safe to repeat."""
        self._opener = None
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _opened(self) -> SqlStore:
        if self._store is None:
            raise RuntimeError("the vault is closed")
        return self._store


def vault_exists(folder: Path) -> bool:
    """Whether there is a vault to open in the folder, whole or not."""
    return (folder / KEY_FILE).exists() or (folder / DATABASE).exists()


def create_vault(folder: Path, passphrase: str, cost: Argon2Cost = DEFAULT_COST) -> Vault:
    """Makes a vault with an empty store, and opens it. Takes a second or two.

    Raises ``PassphraseRefused``; ``VaultExists``; ``VaultDamaged`` where there is a database without its key
    file; ``OSError`` where the folder can't be written.
    """
    admit(passphrase)
    if (folder / KEY_FILE).exists():
        raise VaultExists("there is a vault already")
    if (folder / DATABASE).exists():
        raise VaultDamaged("there is a database without its key file")
    _make_folder(folder)
    key = DatabaseKey.random()
    unfinished = folder / UNFINISHED
    remove_store(unfinished)
    create_store(unfinished, key).close()
    sync_folder(folder)
    vault = os.urandom(VAULT_ID_BYTES).hex()
    slot = passphrase_slot(vault, key, passphrase, cost)
    write_key_file(folder / KEY_FILE, KeyFile(vault, (slot,)))
    return _open(folder, key)


def vault_id(folder: Path) -> str:
    """The random id of the folder's vault, which tells nothing of the unit.

    Raises ``VaultMissing``, ``VaultDamaged`` or ``VaultTooNew``; ``OSError`` where it can't be read.
    """
    return read_key_file(folder / KEY_FILE).vault


def remove_vault(folder: Path) -> None:
    """Removes a vault that nobody has open, for good. Raises ``OSError``.

    It goes the way that it was made, backwards: a crash leaves it whole or as good as gone.
    """
    if (folder / DATABASE).exists():
        (folder / DATABASE).replace(folder / UNFINISHED)
    (folder / KEY_FILE).unlink(missing_ok=True)
    sync_folder(folder)
    remove_store(folder / DATABASE)
    remove_store(folder / UNFINISHED)


def open_vault(folder: Path, passphrase: str, *, read_only: bool = False) -> Vault:
    """Opens a vault. Takes a second or two.

    ``read_only``: nothing of it can be written, and whoever has it open is not disturbed. One of an older
    version of the app is then refused with ``StoreOutdated``.

    Raises ``VaultMissing``, ``WrongPassphrase``, ``VaultDamaged``, ``VaultTooNew`` or ``VaultBusy``; from the
    store ``MigrationFailed`` or ``StoreNotWritable``.
    """
    try:
        keys = read_key_file(folder / KEY_FILE)
    except VaultMissing:
        if (folder / DATABASE).exists():
            raise VaultDamaged("there is a database without its key file") from None
        raise
    return _open(folder, _unwrap(keys, passphrase), read_only=read_only)


def _unwrap(keys: KeyFile, passphrase: str) -> DatabaseKey:
    slots = [slot for slot in keys.slots if slot.kind == PASSPHRASE]
    if not slots:
        raise VaultTooNew("the vault opens only in ways that this version does not know")
    for slot in slots:
        try:
            return slot.open_with_passphrase(passphrase)
        except WrongPassphrase:
            continue
    raise WrongPassphrase("the passphrase does not open the vault")


def _open(folder: Path, key: DatabaseKey, *, read_only: bool = False) -> Vault:
    database, unfinished = folder / DATABASE, folder / UNFINISHED
    if unfinished.exists() and not database.exists() and not read_only:
        unfinished.rename(database)
        sync_folder(folder)
    try:
        audit_key = DataKey(key.key, key.salt).audit()
        store = (read_store if read_only else open_store)(database, key, audit_key=audit_key)
        return Vault(folder, store, Opener(key), read_only=read_only)
    except StoreMissing:
        raise VaultDamaged("the database is missing") from None
    except (WrongKey, StoreDamaged):
        # The key is the right one: it came out of an authenticated slot.
        raise VaultDamaged("the database can't be read") from None
    except StoreTooNew:
        raise VaultTooNew("the vault is of a newer version of the app") from None
    except StoreBusy:
        raise VaultBusy("another process uses the vault") from None


def _make_folder(folder: Path) -> None:
    # Missing folders above are made as closed as the vault's own: they will often hold just it.
    if not folder.parent.exists():
        _make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    # A folder that holds other things is somebody's own: the vault's files in it are closed to others anyway.
    if not any(folder.iterdir()):
        folder.chmod(0o700)
