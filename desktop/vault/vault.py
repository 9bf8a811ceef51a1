"""An open vault: its store, its keys and what is sealed for it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.services.ports import NotScrubbed, Store
from desktop.store import StoreError, scrub_store
from desktop.vault.backup import COPY, Source
from desktop.vault.chest import DATABASE, KeyChest
from desktop.vault.errors import VaultClosed
from desktop.vault.keyfile import read_keys
from desktop.vault.keys import Subkeys
from desktop.vault.sealing import Opener, Seal

if TYPE_CHECKING:
    from desktop.store.audit import SqlTrail
    from desktop.store.unit_of_work import SqlStore


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
