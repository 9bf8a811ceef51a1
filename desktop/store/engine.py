"""The one module that knows which database lies below: SQLAlchemy over SQLCipher.

Everything else in the store is portable SQL. What is set here, and why:

- The raw key of 96 hex digits holds the salt as well: with the salt read out of the file's first
  bytes, a power cut in the wrong moment loses the whole file.
- ``synchronous=FULL`` keeps every acknowledged commit through a power cut; ``secure_delete`` overwrites
  what was removed; ``temp_store=MEMORY`` keeps sorting out of unencrypted temporary files.
- ``recursive_triggers`` makes the triggers that guard published plans and the audit trail see
  ``INSERT OR REPLACE`` too.
- Every transaction is ``BEGIN IMMEDIATE``: who gets in can also write and commit, so that two
  transactions never find out at the end that only one of them can.
- The file is made with mode 0600 before SQLite sees it; SQLite gives its helper files the same mode.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import QueuePool

from desktop.store.errors import (
    PublishedPlanFixed,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreNotWritable,
    StoreRefused,
    WrongKey,
)

KEY_BYTES = 32
SALT_BYTES = 16
BUSY_SECONDS = 5.0
PUBLISHED_IS_FIXED = "a published plan version never changes"
"""The message with which the triggers of the migrations refuse; known here to tell it apart."""

TRAIL_ONLY_GROWS = "the audit trail only grows"
"""The same of the triggers that guard the audit trail."""
# What the driver's backup says without the code of the error: sqlite3_errstr() of it.
_WITHOUT_CODE = {
    "database is locked": sqlcipher3.SQLITE_BUSY,
    "database or disk is full": sqlcipher3.SQLITE_FULL,
    "disk I/O error": sqlcipher3.SQLITE_IOERR,
    "attempt to write a readonly database": sqlcipher3.SQLITE_READONLY,
}

_PRAGMAS = (
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "synchronous=FULL",
    "trusted_schema=OFF",
    "recursive_triggers=ON",
    "journal_mode=WAL",
)


@dataclass(frozen=True, slots=True)
class DatabaseKey:
    """The raw key (32 bytes) and salt (16 bytes) of a database. Its repr shows neither."""

    key: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.key) != KEY_BYTES or len(self.salt) != SALT_BYTES:
            raise ValueError("a database key has 32 bytes, its salt 16")

    @classmethod
    def random(cls) -> DatabaseKey:
        return cls(os.urandom(KEY_BYTES), os.urandom(SALT_BYTES))


def make_file(path: Path) -> None:
    """Makes an empty database file that only its owner can read. Raises ``FileExistsError``."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def open_engine(path: Path, key: DatabaseKey, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine on an existing file, its key proven. Raises ``WrongKey`` or ``StoreBusy``."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=lambda: _connect(path, key, busy_seconds),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=2,
        pool_timeout=busy_seconds,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    try:
        with told_plainly():
            engine.connect().close()
    except StoreError:
        engine.dispose()
        raise
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _connect(path: Path, key: DatabaseKey, busy_seconds: float) -> Any:
    # mode=rw: a missing file must not come back as an empty one, and "no key" never as a plain one.
    connection = sqlcipher3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=busy_seconds,
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.key.hex()}{key.salt.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def without_references(engine: Engine) -> Iterator[Connection]:
    """A transaction for migrations: references are not enforced while tables are rebuilt, but checked
    as a whole before the commit. Raises ``StoreRefused`` where one would be left broken."""
    with engine.connect() as connection:
        driver = _driver(connection)
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                yield connection
                broken = _broken_references(driver)
                if broken:
                    raise StoreRefused(broken)
        finally:
            driver.execute("PRAGMA foreign_keys=ON")


@contextmanager
def commit_checked(connection: Connection) -> Iterator[None]:
    """Around a commit: one that fails is undone, and the references that it would have broken are named."""
    driver = _driver(connection)
    broken: tuple[str, ...] = ()
    try:
        yield
    except DBAPIError as error:
        # SQLAlchemy takes the transaction for ended; SQLite keeps it open after a refused commit.
        if driver.in_transaction:
            broken = _broken_references(driver) if isinstance(error, IntegrityError) else ()
            driver.rollback()
        if not broken:
            raise
    if broken:
        raise StoreRefused(broken)


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _broken_references(driver: Any) -> tuple[str, ...]:
    rows = driver.execute("PRAGMA foreign_key_check").fetchall()
    return tuple(sorted({f"{table} → {parent}" for table, _, parent, _ in rows}))


def copy_database(engine: Engine, target: Path, key: DatabaseKey) -> None:
    """Writes a consistent, encrypted copy of the open database to a new file ``target``, in one step."""
    make_file(target)
    copy = _connect(target, key, BUSY_SECONDS)
    try:
        with engine.connect() as connection:
            _driver(connection).backup(copy, pages=-1)
    finally:
        copy.close()


def row_counts(engine: Engine) -> dict[str, int]:
    """How many rows each table of the open database has."""
    with told_plainly(), engine.connect() as connection:
        driver = _driver(connection)
        tables = driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: driver.execute('SELECT count(*) FROM "' + name.replace('"', '""') + '"').fetchone()[0]
            for (name,) in tables
        }


def damage(engine: Engine) -> bool:
    """Whether the open database fails one of its checks: each page against its seal, the pages among each
    other, the references. It reads all of it."""
    with told_plainly(), engine.connect() as connection:
        driver = _driver(connection)
        # The seals are read from the file itself, which must hold what the write-ahead log has.
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if driver.execute("PRAGMA cipher_integrity_check").fetchall():
            return True
        if driver.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return True
        return bool(_broken_references(driver))


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turns the driver's errors into the store's, which carry no SQL and no parameters."""
    try:
        yield
    except DBAPIError as error:
        raise _plain(error.orig) from None
    except sqlcipher3.Error as error:
        raise _plain(error) from None
    except exc.TimeoutError:
        raise StoreBusy("too many transactions wait for the database") from None
    except UnicodeError:
        raise StoreRefused(("a text holds half a character",)) from None


def _plain(error: BaseException | None) -> StoreError:
    if PUBLISHED_IS_FIXED in str(error):
        return PublishedPlanFixed()
    if TRAIL_ONLY_GROWS in str(error):
        return StoreRefused((TRAIL_ONLY_GROWS,))
    if isinstance(error, sqlcipher3.IntegrityError):
        return StoreRefused(_constraint(error))
    # The low byte is the kind of error; the rest tells variants of it apart.
    kind = getattr(error, "sqlite_errorcode", _WITHOUT_CODE.get(str(error), 0)) & 0xFF
    if kind in {sqlcipher3.SQLITE_BUSY, sqlcipher3.SQLITE_LOCKED}:
        return StoreBusy("the database is in use")
    if kind == sqlcipher3.SQLITE_NOTADB:
        return WrongKey("the key does not open the database")
    if kind in {sqlcipher3.SQLITE_FULL, sqlcipher3.SQLITE_READONLY, sqlcipher3.SQLITE_IOERR}:
        return StoreNotWritable("the database can't be written")
    return StoreDamaged("the database can't be read")


def _constraint(error: BaseException) -> tuple[str, ...]:
    # "UNIQUE constraint failed: limits.key" – SQLite tells the schema's names here, never a value.
    _, separator, names = str(error).partition("constraint failed: ")
    return (names,) if separator else ()
