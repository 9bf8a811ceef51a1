"""The vault: a folder with a key file, its copy, and an encrypted database.

A vault is made whole or not at all. The database is made under another name and closed; then the
key file is written; then the database gets its name. What a crash can leave, and what becomes of it:

- a database under its other name without a key file: no key opens it, the next creation removes it;
- that and a key file: the next opening gives the database its name;
- a key file without its copy, or the other way round: the next opening writes the missing one;
- a second database under another key: ``chest.settle`` tells which one counts;
- anything else that is not both files is damage, and is never mended by making an empty one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.services.keys import KeyringFault, SlotInfo, SlotKind
from desktop.services.ports import NotScrubbed, Store
from desktop.services.recovery_text import recovery_secret
from desktop.store import (
    DatabaseKey,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreMissing,
    StoreOutdated,
    StoreTooNew,
    WrongKey,
    create_store,
    open_store,
    read_store,
    remove_store,
    scrub_store,
    sync_folder,
)
from desktop.vault.backup import COPY, Source
from desktop.vault.chest import DATABASE, REKEYED, KeyChest, open_by_passphrase, settle, slot_infos, upgrade
from desktop.vault.errors import (
    KeyringUnusable,
    VaultBusy,
    VaultClosed,
    VaultDamaged,
    VaultExists,
    VaultMissing,
    VaultTooNew,
    VaultUnfinished,
    WrongKeyForSlot,
    WrongRecoveryKey,
)
from desktop.vault.keyfile import KeyFile, key_files_exist, mend_keys, read_keys, remove_keys, write_keys
from desktop.vault.keyring import Keyring
from desktop.vault.keys import DataKey, Subkeys
from desktop.vault.last_entry import LastEntry
from desktop.vault.passphrase import Argon2Cost, admit
from desktop.vault.sealing import Opener, Seal
from desktop.vault.slots import passphrase_slot
from desktop.vault.swap import finish_restoring, keep_copy, restore_is_ready

if TYPE_CHECKING:
    from desktop.store.audit import SqlTrail
    from desktop.store.unit_of_work import SqlStore

UNFINISHED = "sikkerplan.db.new"
VAULT_ID_BYTES = 16
DEFAULT_COST = Argon2Cost()
BeforeMigration = Callable[[Source], None]
"""Makes a backup of a vault that this version of the app is about to change; what it raises stops that."""


class Vault:
    """An open vault. Its repr tells nothing."""

    def __init__(
        self,
        folder: Path,
        store: SqlStore,
        keys: KeyChest,
        displaced: Path | None = None,
        *,
        read_only: bool = False,
    ) -> None:
        """``displaced``: a whole key file that gave way to the one that opened the vault."""
        self.read_only = read_only
        self._displaced = displaced
        self._folder = folder
        self._store: SqlStore | None = store
        self._keys = keys
        store.keep_trail(keys.subkeys.audit())

    @property
    def folder(self) -> Path:
        return self._folder

    @property
    def keys(self) -> KeyChest:
        """The ways to open the vault, and changes of them."""
        return self._keys

    @property
    def subkeys(self) -> Subkeys:
        """The keys for each purpose. Raises ``RuntimeError`` after ``close``."""
        return self._keys.subkeys

    @property
    def closed(self) -> bool:
        return self._store is None

    def store(self) -> Store:
        """The unit's store, open for as long as the vault is. Raises ``RuntimeError`` after ``close``."""
        return self._opened()

    def trail(self) -> SqlTrail:
        """The audit trail, for as long as the vault is open. Raises ``RuntimeError`` after ``close``."""
        return self._opened().trail

    def seal(self) -> Seal:
        """What encrypts for this vault, also once it is closed. Raises ``RuntimeError`` after ``close``."""
        return self._opener().seal()

    def unseal(self, sealed: bytes) -> bytes:
        """What was sealed for this vault. Raises ``ValueError``; ``RuntimeError`` after ``close``."""
        return self._opener().open(sealed)

    def _opener(self) -> Opener:
        # Of a key that a new data key goes on with: the seal of before stays good.
        return Opener(self.subkeys.audit())

    def source(self, app: str = "") -> Source:
        """What a backup of this vault is made of; ``app`` is the app's version. Raises as ``vault_id``."""
        return Source(self._folder / DATABASE, self.subkeys, read_keys(self._folder), app)

    def scrub(self) -> None:
        """Leaves nothing of what was removed from the store in its files. Raises ``NotScrubbed``."""
        try:
            # What a migration or a backup that was cut off may have left is a copy of the store as it was.
            for path in (*self._folder.glob(f"{DATABASE}.before-*"), *self._folder.glob(f"{COPY}*")):
                path.unlink()
            scrub_store(self._folder / DATABASE, self.subkeys.database())
        except (StoreError, VaultClosed, OSError):
            raise NotScrubbed from None

    def forget_displaced(self) -> None:
        """Removes the key file that gave way at this opening, once it is known to be the older one: it opens
        what must no longer open."""
        if self._displaced is not None:
            with suppress(OSError):
                self._displaced.unlink(missing_ok=True)

    def close(self) -> None:
        """Closes the store and lets go of every key, whatever is under way. Safe to repeat."""
        store, self._store = self._store, None
        if store is not None:
            self._keys.close()
            store.close()

    def _opened(self) -> SqlStore:
        if self._store is None:
            raise RuntimeError("the vault is closed")
        return self._store


def vault_exists(folder: Path) -> bool:
    """Whether there is a vault to open in the folder, whole or not, or one restored that waits for its
    place."""
    return key_files_exist(folder) or (folder / DATABASE).exists() or restore_is_ready(folder)


def create_vault(
    folder: Path, passphrase: str, cost: Argon2Cost = DEFAULT_COST, *, public: bool = False
) -> Vault:
    """Makes a vault with an empty store, and opens it. Takes a second or two.

    ``public``: the passphrase is no secret, so that even a common one is taken.

    Raises ``PassphraseRefused``; ``VaultExists``; ``VaultDamaged`` where there is a database without its key
    file; ``OSError`` where the folder can't be written.
    """
    if not public:
        admit(passphrase)
    if key_files_exist(folder):
        raise VaultExists("there is a vault already")
    if (folder / DATABASE).exists():
        raise VaultDamaged("there is a database without its key file")
    _make_folder(folder)
    data = DataKey.random()
    unfinished = folder / UNFINISHED
    remove_store(unfinished)
    remove_store(folder / REKEYED)
    LastEntry(folder).remove()
    create_store(unfinished, data.database()).close()
    sync_folder(folder)
    vault = os.urandom(VAULT_ID_BYTES).hex()
    keys = KeyFile(vault, (passphrase_slot(vault, data.secret(), passphrase, cost),))
    write_keys(folder, keys)
    return _open(folder, keys, data)


def vault_id(folder: Path) -> str:
    """The random id of the folder's vault, which tells nothing of the unit.

    Raises ``VaultMissing``, ``VaultDamaged`` or ``VaultTooNew``; ``OSError`` where it can't be read.
    """
    return read_keys(folder).vault


def vault_slots(folder: Path) -> tuple[SlotInfo, ...]:
    """The ways to open the folder's vault. Raises as ``vault_id``."""
    return slot_infos(read_keys(folder))


def remove_vault(folder: Path) -> None:
    """Removes a vault that nobody has open, for good. Raises ``OSError``.

    It goes the way that it was made, backwards: a crash leaves it whole or as good as gone.
    """
    if (folder / DATABASE).exists():
        (folder / DATABASE).replace(folder / UNFINISHED)
    remove_keys(folder)
    for name in (DATABASE, REKEYED, UNFINISHED):
        remove_store(folder / name)
    LastEntry(folder).remove()


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
        return _open(folder, keys, _data_key(secret), before_migration)
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
            return _open(folder, keys, data, before_migration)
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
            return _open(folder, keys, data, before_migration)
    raise KeyringUnusable(KeyringFault.EMPTY)


def _open_to_read(folder: Path, passphrase: str) -> Vault:
    try:
        keys = _read(folder)
        _, secret = open_by_passphrase(keys, passphrase)
        if keys.version > 1:
            return _open(folder, keys, _data_key(secret), read_only=True)
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


def _open(
    folder: Path,
    keys: KeyFile,
    data: DataKey,
    before_migration: BeforeMigration | None = None,
    *,
    read_only: bool = False,
) -> Vault:
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


def _make_folder(folder: Path) -> None:
    # Missing folders above are made as closed as the vault's own: they will often hold just it.
    if not folder.parent.exists():
        _make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    # A folder that holds other things is somebody's own: the vault's files in it are closed to others anyway.
    if not any(folder.iterdir()):
        folder.chmod(0o700)
