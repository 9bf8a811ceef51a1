"""A store written anew under another key, while it is open.

The new file is whole, verified and on the disk before anything else changes. Then ``commit`` makes the
new key the one that counts; then the new file takes the old one's place. Between these steps both files
are there, and each is whole: whoever opens the store after a crash takes the one that the key opens.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.store.driver import DatabaseKey
from desktop.store.errors import StoreBusy, StoreDamaged, StoreError
from desktop.store.opening import HELPERS, remove_store, stored_revision, sync_folder

if TYPE_CHECKING:
    from desktop.store.unit_of_work import SqlStore

_TRIES = 10
_PAUSE_SECONDS = 0.2


def rewrite_store(store: SqlStore, beside: Path, key: DatabaseKey, commit: Callable[[], None]) -> None:
    """Re-encrypts the store with ``key`` by way of the file ``beside``; the store stays open and goes on.

    Units of work wait meanwhile. Where it fails before ``commit`` has returned, the store is as it was.
    Where the new file can't take the old one's place after it, the store is closed, and ``finish_rewrite``
    is for the next opening.

    Raises ``StoreBusy``, ``StoreNotWritable``, ``StoreDamaged``; ``OSError``; what ``commit`` raises.
    """
    from desktop.store.engine import open_engine

    with store.alone() as engine:
        try:
            write_verified_copy(store, beside, key)
            commit()
        except Exception:
            remove_store(beside)
            raise
        engine.dispose()
        finish_rewrite(beside, store.path)
        store.go_on_with(open_engine(store.path, key))


def write_verified_copy(store: SqlStore, target: Path, key: DatabaseKey) -> None:
    """Writes the open store to a new file under ``key``, proves it whole and brings it to the disk."""
    from desktop.store.engine import copy_database, damage, open_engine, row_counts, told_plainly

    remove_store(target)
    with told_plainly():
        counts = row_counts(store.engine)
        copy_database(store.engine, target, key)
        copy = open_engine(target, key)
        try:
            if damage(copy) or row_counts(copy) != counts:
                raise StoreDamaged("the copy of the database is not whole")
        finally:
            copy.dispose()
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    sync_folder(target.parent)


def finish_rewrite(beside: Path, path: Path) -> None:
    """Puts the new file in the old one's place. Safe to repeat. Raises ``OSError``."""
    # What SQLite left beside the old file holds pages of the old key: it must never meet the new file.
    for helper in HELPERS:
        path.with_name(path.name + helper).unlink(missing_ok=True)
    for attempt in range(_TRIES):
        try:
            beside.replace(path)
            break
        except PermissionError:
            # A virus scanner on Windows holds a file for a moment after it was written.
            if attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE_SECONDS)
    sync_folder(path.parent)


def key_opens(path: Path, key: DatabaseKey) -> bool:
    """Whether there is a store that opens under ``key``. Raises ``StoreBusy``."""
    from desktop.store.engine import open_engine

    # A file of no bytes opens under every key, and so may one that was never filled.
    if not path.is_file() or not path.stat().st_size:
        return False
    try:
        engine = open_engine(path, key)
        try:
            return stored_revision(engine) is not None
        finally:
            engine.dispose()
    except StoreBusy:
        raise
    except StoreError:
        return False
