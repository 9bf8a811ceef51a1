"""A backup put back: on this PC or another one, with the passphrase or the recovery key that it was made
under."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.store import (
    StoreDamaged,
    StoreTooNew,
    TableDifference,
    WrongKey,
    compare_stores,
    copy_store,
    examine_store,
    open_store,
    sync_folder,
)
from desktop.vault.backup import Source
from desktop.vault.chest import open_by_secret
from desktop.vault.container import BackupKeys, Header, Sealed, check_whole, take_out, unseal
from desktop.vault.errors import VaultDamaged, VaultTooNew
from desktop.vault.keyfile import write_keys
from desktop.vault.keys import DataKey, Subkeys
from desktop.vault.swap import DATABASE, PART, ready_name

if TYPE_CHECKING:
    from desktop.store.audit import SqlTrail

TAKEN_OUT = "backup.db"


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """A whole backup that a passphrase or a recovery key has opened."""

    path: Path
    header: Header
    sealed: Sealed
    key: DataKey

    @property
    def subkeys(self) -> Subkeys:
        """The keys for each purpose. Raises ``VaultDamaged``."""
        return self.header.keys.subkeys(self.key)


@dataclass(frozen=True, slots=True)
class Drill:
    """What came of restoring a backup for trial. ``differences`` from the live store are by table.

    ``rows`` is the number of rows that came back; ``differences`` is empty where the live store holds the
    very same.
    """

    made: datetime
    tables: int
    rows: int
    differences: tuple[TableDifference, ...]


def open_backup(path: Path, secret: str) -> OpenedBackup:
    """Opens a backup with a passphrase or a recovery key. Takes a second or two.

    Raises ``VaultDamaged`` where a single byte is not as it was written, ``VaultTooNew``,
    ``WrongPassphrase`` or ``OSError``.
    """
    header = check_whole(path)
    key = open_by_secret(header.keys, secret)
    return OpenedBackup(path, header, unseal(header, BackupKeys.of(key, header.salt)), key)


def restore_beside(
    opened: OpenedBackup, folder: Path, now: datetime, record: Callable[[SqlTrail], None] = lambda _: None
) -> None:
    """Makes a whole vault of the backup inside of ``folder``, ready to take the place of the one there.

    ``swap.finish_restoring`` gives it its place; the next opening does so too. A backup of an older version
    of the app is brought up to this one. ``record`` puts the restore into the restored trail; what it raises
    ends the restore. Raises ``VaultDamaged``, ``VaultTooNew``, a ``StoreError`` or ``OSError``; then the
    folder is as it was.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = folder / PART
    if part.exists():
        shutil.rmtree(part)
    part.mkdir(mode=0o700)
    try:
        _build(opened, part)
        store = open_store(part / DATABASE, opened.key.database(), audit_key=opened.subkeys.audit())
        try:
            record(store.trail)
        finally:
            store.close()
        write_keys(part, opened.header.keys)
        _sync(part / DATABASE)
        sync_folder(part)
        part.rename(folder / ready_name(now))
        sync_folder(folder)
    except StoreTooNew:
        shutil.rmtree(part, ignore_errors=True)
        raise VaultTooNew("the backup is of a newer version of the app") from None
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def try_restoring(opened: OpenedBackup, live: Source) -> Drill:
    """Restores the backup into a temporary folder, which goes again, and compares it with the live store
    row by row.

    The folder lies in the vault's own, where the next opening finds what a trial that was cut off has left.
    Raises as ``restore_beside``.
    """
    place = live.database.parent
    with tempfile.TemporaryDirectory(prefix=f"{PART}-", dir=place, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _build(opened, folder)
        try:
            open_store(folder / DATABASE, opened.key.database()).close()
        except StoreTooNew:
            raise VaultTooNew("the backup is of a newer version of the app") from None
        different = compare_stores(
            folder / DATABASE, opened.key.database(), live.database, live.key.database()
        )
    rows = opened.sealed.rows
    return Drill(opened.header.made, len(rows), sum(rows.values()), different)


def _build(opened: OpenedBackup, folder: Path) -> None:
    """The backup's database under the vault's own key, with as many rows as the backup says."""
    keys = BackupKeys.of(opened.key, opened.header.salt)
    taken = folder / TAKEN_OUT
    take_out(opened.path, opened.header, taken)
    try:
        copy_store(taken, keys.database, folder / DATABASE, opened.key.database())
        facts = examine_store(folder / DATABASE, opened.key.database())
    except (StoreDamaged, WrongKey):
        raise VaultDamaged("the backup's database can't be read") from None
    finally:
        for helper in ("", "-wal", "-shm"):
            taken.with_name(taken.name + helper).unlink(missing_ok=True)
    if facts.rows != opened.sealed.rows:
        raise VaultDamaged("the backup has not as many rows as it says")


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
