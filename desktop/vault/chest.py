"""The keys of an open vault: its slots added, changed and removed, and its data key made anew.

A change of the slots is one atomic write of the key file. Making the data key anew re-encrypts the whole
database: the new file is whole and verified before the key file with the new slots is written, which is
the moment that counts; then the new database takes the old one's place. ``settle`` finishes or undoes
whatever a crash in between leaves.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.services.keys import PORTABLE, KeyringFault, SlotInfo, SlotKind
from desktop.services.recovery_text import (
    SECRET_BYTES,
    MistypedRecoveryKey,
    recovery_secret,
    recovery_text,
)
from desktop.store import (
    DatabaseKey,
    StoreError,
    finish_rewrite,
    key_opens,
    remove_store,
    rewrite_store,
)
from desktop.vault.errors import (
    KeyringUnusable,
    LastSlot,
    MustReopen,
    VaultClosed,
    VaultDamaged,
    WrongPassphrase,
    WrongRecoveryKey,
)
from desktop.vault.keyfile import KeyFile, wrapped_lasting, write_keys
from desktop.vault.keyring import Keyring
from desktop.vault.keys import DataKey, Subkeys
from desktop.vault.passphrase import Argon2Cost, admit
from desktop.vault.slots import Slot, keyring_slot, passphrase_slot, recovery_slot

if TYPE_CHECKING:
    from desktop.store.unit_of_work import SqlStore

DATABASE = "sikkerplan.db"
REKEYED = "sikkerplan.db.rekeyed"
_KEPT_BYTES = 32


class KeyChest:
    """The keys of an open vault. One call at a time; each but ``slots`` may take seconds.

    Raises ``VaultClosed`` once the vault is closed. Closing waits for a key file that is being written, and
    for a new database that then takes its place: never for a key that is worked out, a keyring that asks
    somebody, or a database that is being encrypted anew. What was under way then comes to nothing.
    """

    def __init__(self, folder: Path, store: SqlStore, file: KeyFile, data: DataKey) -> None:
        self._folder = folder
        self._store = store
        self._file = file
        self._subkeys: Subkeys | None = file.subkeys(data)
        self._turn = threading.Lock()
        self._writing = threading.Lock()

    @property
    def subkeys(self) -> Subkeys:
        """The keys for each purpose."""
        if self._subkeys is None:
            raise VaultClosed("the vault is closed")
        return self._subkeys

    @property
    def digest(self) -> str:
        """The SHA-256 of the key file, in hex; also once the vault is closed."""
        return self._file.digest

    def slots(self) -> tuple[SlotInfo, ...]:
        """The ways to open the vault that this version knows."""
        return slot_infos(self._file)

    def prove(self, secret: str) -> None:
        """Raises ``WrongPassphrase`` where a passphrase or a recovery key does not open the vault."""
        open_by_secret(self._file, secret)

    def set_passphrase(self, passphrase: str, cost: Argon2Cost) -> None:
        """Adds a passphrase or changes it. Raises ``PassphraseRefused``; ``OSError``: all is as it was."""
        admit(passphrase)
        with self._turn:
            secret = self.subkeys.data.secret()
            self._put(passphrase_slot(self._file.vault, secret, passphrase, cost))

    def set_recovery(self, text: str) -> None:
        """Adds the recovery key of ``draft_recovery`` or changes it to that one.

        Raises ``MistypedRecoveryKey``; ``OSError``: all is as it was.
        """
        with self._turn:
            secret = self.subkeys.data.secret()
            self._put(recovery_slot(self._file.vault, secret, recovery_secret(text)))

    def set_keyring(self, keyring: Keyring) -> None:
        """Lets the system's keyring open the vault, or gives it another secret to do so.

        Raises ``KeyringUnusable`` or ``OSError``: all is as it was.
        """
        with self._turn:
            before = self._entries()
            slot = self._keyring_slot(keyring, self.subkeys.data)
            try:
                self._put(slot)
            except BaseException:
                _forget(keyring, (slot.entry(),))
                raise
            _forget(keyring, before)

    def remove(self, kind: SlotKind, keyring: Keyring) -> None:
        """Removes a way to open the vault.

        Raises ``LastSlot`` where no passphrase or recovery key would be left; ``OSError``.
        """
        with self._turn:
            left = tuple(slot for slot in self._file.slots if slot.kind != kind)
            if not any(slot.kind in PORTABLE for slot in left):
                raise LastSlot("the vault would open nowhere else any more")
            before = self._entries()
            self._write(replace(self._file, slots=left))
            if kind is SlotKind.KEYRING:
                _forget(keyring, before)

    def rotate(
        self, passphrase: str | None, recovery: str | None, keyring: Keyring, cost: Argon2Cost
    ) -> KeyringFault | None:
        """Makes the data key anew and re-encrypts the database with it.

        The passphrase must be the vault's, where it has one, and ``recovery`` the text of a new recovery
        key, where it has one. The keyring is given a new secret by itself; where that fails, it no longer
        opens the vault, and why is returned. Slots of kinds that this version does not know are dropped,
        as is a second passphrase. Backups made before keep the old key.

        Raises ``WrongPassphrase``, ``MistypedRecoveryKey``, ``LastSlot``, ``StoreError``, ``OSError``: all
        is as it was. ``MustReopen``: it is done, but the vault was closed.
        """
        with self._turn:
            before = self._entries()
            data = DataKey.random()
            slots, fault = self._renewed(data, passphrase, recovery, keyring, cost)
            lasting = wrapped_lasting(self._file.vault, data, self.subkeys.lasting())
            file = KeyFile(self._file.vault, slots, lasting)
            entries = _entries(slots)
            try:
                self._take(file, data)
            except MustReopen:
                raise
            except Exception:
                _forget(keyring, entries)
                raise
            _forget(keyring, before)
            return fault

    def close(self) -> None:
        """Lets go of the keys."""
        with self._writing:
            self._subkeys = None

    def _renewed(
        self,
        data: DataKey,
        passphrase: str | None,
        recovery: str | None,
        keyring: Keyring,
        cost: Argon2Cost,
    ) -> tuple[tuple[Slot, ...], KeyringFault | None]:
        """The slots that there are, for another data key."""
        vault, secret = self._file.vault, data.secret()
        kinds = {slot.kind for slot in self._file.slots}
        if not kinds & set(PORTABLE):
            raise LastSlot("the vault has no way that could be renewed")
        slots: list[Slot] = []
        fault: KeyringFault | None = None
        if SlotKind.RECOVERY in kinds:
            slots.append(recovery_slot(vault, secret, recovery_secret(recovery or "")))
        if SlotKind.PASSPHRASE in kinds:
            open_by_passphrase(self._file, passphrase or "")
            slots.append(passphrase_slot(vault, secret, passphrase or "", cost))
        if SlotKind.KEYRING in kinds:
            try:
                slots.append(self._keyring_slot(keyring, data))
            except KeyringUnusable as told:
                fault = told.fault
        return tuple(slots), fault

    def _take(self, file: KeyFile, data: DataKey) -> None:
        committed = False

        with ExitStack() as writing:

            def commit() -> None:
                nonlocal committed
                # Until the new database has its place, too.
                writing.enter_context(self._still_open())
                write_keys(self._folder, file)
                committed = True
                self._file, self._subkeys = file, file.subkeys(data)

            try:
                rewrite_store(self._store, self._folder / REKEYED, data.database(), commit)
            except (StoreError, OSError):
                if committed:
                    raise MustReopen("the vault must be opened again") from None
                raise

    def _keyring_slot(self, keyring: Keyring, data: DataKey) -> Slot:
        """A new slot, whose secret the keyring keeps beside the one in use, if there is one."""
        # Two names in turn: what a crash leaves under the other one is written over the next time.
        names = [f"{self._file.vault}-{letter}" for letter in "ab"]
        used = self._entries()
        entry = next(name for name in names if name not in used[:1])
        kept = os.urandom(_KEPT_BYTES)
        keyring.put(entry, kept)
        return keyring_slot(self._file.vault, data.secret(), entry, kept)

    def _entries(self) -> tuple[str, ...]:
        return _entries(self._file.slots)

    def _put(self, slot: Slot) -> None:
        """Puts a slot in the place of those of its kind."""
        others = tuple(other for other in self._file.slots if other.kind != slot.kind)
        self._write(replace(self._file, slots=(*others, slot)))

    def _write(self, file: KeyFile) -> None:
        with self._still_open():
            write_keys(self._folder, file)
            self._file = file

    @contextmanager
    def _still_open(self) -> Iterator[None]:
        with self._writing:
            if self._subkeys is None:
                raise VaultClosed("the vault is closed")
            yield


def draft_recovery() -> str:
    """The text of a new random recovery key, which opens nothing yet."""
    return recovery_text(os.urandom(SECRET_BYTES))


def slot_infos(file: KeyFile) -> tuple[SlotInfo, ...]:
    """The slots of the kinds that this version knows."""
    return tuple(info for slot in file.slots if (info := slot.info()) is not None)


def open_by_passphrase(file: KeyFile, passphrase: str) -> tuple[Slot, bytes]:
    """The slot that the passphrase opens, and its secret. Raises ``WrongPassphrase`` or ``VaultDamaged``."""
    for slot in file.slots:
        if slot.kind == SlotKind.PASSPHRASE:
            with suppress(WrongPassphrase):
                return slot, slot.open_with_passphrase(passphrase)
    raise WrongPassphrase("the passphrase does not open the vault")


def open_by_secret(keys: KeyFile, secret: str) -> DataKey:
    """The data key, by whichever slot a passphrase or a recovery key opens; the latter is told by its form.

    Raises ``WrongPassphrase`` or ``VaultDamaged``.
    """
    try:
        recovery = recovery_secret(secret)
    except MistypedRecoveryKey:
        recovery = None
    try:
        for slot in keys.slots:
            if recovery is not None and slot.kind == SlotKind.RECOVERY:
                with suppress(WrongRecoveryKey):
                    return DataKey.from_secret(slot.open_with_recovery(recovery))
        _, opened = open_by_passphrase(keys, secret)
        return DataKey.from_secret(opened)
    except ValueError:
        raise VaultDamaged("a key slot holds no key of this version") from None


def upgrade(folder: Path, store: SqlStore, file: KeyFile, slot: Slot, passphrase: str) -> KeyChest:
    """Brings a vault of the first version up: a new data key, and the same passphrase at the same cost.

    Raises ``StoreError`` or ``OSError``: all is as it was. ``MustReopen``: it is done, but must be opened
    again.
    """
    data = DataKey.random()
    again = passphrase_slot(file.vault, data.secret(), passphrase, slot.cost())
    chest = KeyChest(folder, store, KeyFile(file.vault, (again,)), data)
    chest._take(chest._file, data)
    return chest


def settle(folder: Path, key: DatabaseKey) -> None:
    """Finishes a rotation that a crash has cut off, or undoes it: ``key`` is the one that counts.

    Where the key opens neither file nothing is touched. Raises ``OSError`` or ``StoreBusy``.
    """
    rekeyed, database = folder / REKEYED, folder / DATABASE
    if not rekeyed.exists():
        return
    if key_opens(rekeyed, key):
        finish_rewrite(rekeyed, database)
    elif key_opens(database, key):
        remove_store(rekeyed)


def _entries(slots: Iterable[Slot]) -> tuple[str, ...]:
    return tuple(slot.entry() for slot in slots if slot.kind == SlotKind.KEYRING)


def _forget(keyring: Keyring, entries: Iterable[str]) -> None:
    # What stays behind opens nothing: its slot is gone.
    for entry in entries:
        with suppress(KeyringUnusable):
            keyring.remove(entry)
