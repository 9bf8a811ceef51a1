"""Makes and opens stores, and brings an older one up to this version of the app.

SQLAlchemy and the rows take a third of a second to import, and Alembic as long again: each is imported where
a store is opened or brought up to date. Who is asked for a passphrase waits for neither.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.store.clock import system_time
from desktop.store.driver import BUSY_SECONDS, DatabaseKey, make_file
from desktop.store.errors import StoreDamaged, StoreExists, StoreMissing, StoreOutdated, StoreTooNew
from desktop.store.migrations import HISTORY, History

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from desktop.store.audit import SqlTrail
    from desktop.store.unit_of_work import SqlStore

HELPERS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside an open database."""


def get_ready() -> None:
    """Does beforehand, in any thread, what takes time the first time that a store is opened."""
    from sqlalchemy.orm import configure_mappers

    import desktop.store.unit_of_work  # noqa: F401

    configure_mappers()


def create_store(path: Path, key: DatabaseKey, *, history: History = HISTORY) -> SqlStore:
    """A new, empty store in a file that only its owner can read. A failure leaves no file.

    Raises ``StoreExists``; ``OSError`` where the file can't be made.
    """
    try:
        make_file(path)
    except FileExistsError:
        raise StoreExists("there is a database already") from None
    try:
        return _open(path, key, BUSY_SECONDS, history)
    except BaseException:
        remove_store(path)
        raise


def open_store(
    path: Path,
    key: DatabaseKey,
    *,
    audit_key: bytes | None = None,
    clock: Callable[[], datetime] = system_time,
    busy_seconds: float = BUSY_SECONDS,
    history: History = HISTORY,
    before_migration: Callable[[], None] | None = None,
) -> SqlStore:
    """Opens a store, and brings an older one up to the head of ``history``.

    ``before_migration`` is called once it is known that an older one will be changed, and before anything
    is; what it raises leaves the store as it was.

    Every change is recorded in the audit trail, sealed with ``audit_key`` and dated by ``clock``; without a
    key nothing is, which is for those who only read. A transaction waits up to ``busy_seconds`` for another.

    Raises ``StoreMissing``, ``WrongKey``, ``StoreTooNew``, ``StoreBusy``, ``StoreDamaged``,
    ``StoreNotWritable`` or ``MigrationFailed``.
    """
    if not path.is_file():
        raise StoreMissing("there is no database")
    if not path.stat().st_size:
        # Every key opens a file of no bytes: what it held is lost, and must not come back as empty.
        raise StoreDamaged("the database is empty")
    store = _open(path, key, busy_seconds, history, before_migration)
    if audit_key is not None:
        store.keep_trail(audit_key, clock)
    return store


def _open(
    path: Path,
    key: DatabaseKey,
    busy_seconds: float,
    history: History,
    before_migration: Callable[[], None] | None = None,
) -> SqlStore:
    from desktop.store.engine import open_engine
    from desktop.store.unit_of_work import SqlStore

    engine = open_engine(path, key, busy_seconds)
    try:
        revision = stored_revision(engine)
        if revision != history.head:
            _bring_up_to_date(engine, path, key, revision, history, before_migration)
    except BaseException:
        engine.dispose()
        raise
    return SqlStore(engine, path)


def read_store(
    path: Path,
    key: DatabaseKey,
    *,
    busy_seconds: float = BUSY_SECONDS,
    history: History = HISTORY,
) -> SqlStore:
    """Opens a store for reading only: nothing of the database is changed, beside somebody who writes or not.

    What is put or removed in it raises ``StoreNotWritable``.

    Raises ``StoreOutdated`` where it would have to be brought up to date first; otherwise as ``open_store``.
    """
    from desktop.store.engine import open_engine
    from desktop.store.unit_of_work import SqlStore

    if not path.is_file():
        raise StoreMissing("there is no database")
    engine = open_engine(path, key, busy_seconds, read_only=True)
    try:
        revision = stored_revision(engine)
        if revision != history.head:
            _refuse(revision, history)
    except BaseException:
        engine.dispose()
        raise
    return SqlStore(engine, path)


@contextmanager
def trail_of(path: Path, key: DatabaseKey, audit_key: bytes) -> Iterator[SqlTrail]:
    """The audit trail of a database of any revision that has one, to be read; nothing is brought up to
    date."""
    from desktop.store.audit import SqlTrail
    from desktop.store.engine import open_engine

    engine = open_engine(path, key)
    try:
        yield SqlTrail(engine.begin, audit_key)
    finally:
        engine.dispose()


def remove_store(path: Path) -> None:
    """Removes a database file that nobody has open, and what SQLite left beside it."""
    for name in (path.name, *(path.name + helper for helper in HELPERS)):
        path.with_name(name).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Brings the folder's list of names to the disk, where the system can (Windows can't)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def stored_revision(engine: Engine) -> str | None:
    """The revision of the schema; None where the database is empty."""
    from sqlalchemy import inspect, text

    from desktop.store.engine import told_plainly

    with told_plainly(), engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return revision


def _refuse(revision: str | None, history: History) -> None:
    from desktop.store import migrate

    if revision is None or migrate.knows(revision, history):
        raise StoreOutdated("the database is of an older version of the app")
    raise StoreTooNew("the database is of a newer version of the app")


def _bring_up_to_date(
    engine: Engine,
    path: Path,
    key: DatabaseKey,
    revision: str | None,
    history: History,
    before_migration: Callable[[], None] | None,
) -> None:
    from desktop.store import migrate
    from desktop.store.engine import copy_database, told_plainly

    if revision is None:
        migrate.upgrade(engine, history)
        return
    if not migrate.knows(revision, history):
        raise StoreTooNew("the database is of a newer version of the app")
    if before_migration is not None:
        before_migration()
    # The copy is only for a step that fails. It goes again after one that succeeds, since what is
    # removed from the store must not live on in it.
    copy = path.with_name(f"{path.name}.before-{history.head}")
    remove_store(copy)
    try:
        with told_plainly():
            copy_database(engine, copy, key)
    except BaseException:
        remove_store(copy)
        raise
    migrate.upgrade(engine, history)
    remove_store(copy)
