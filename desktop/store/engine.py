"""The one module that knows which database lies below: SQLAlchemy over SQLCipher.

Everything else in the store is portable SQL. What is set here, and why:

- The raw key of 96 hex digits holds the salt as well: with the salt read out of the file's first
  bytes, a power cut in the wrong moment loses the whole file.
- ``synchronous=FULL`` keeps every acknowledged commit through a power cut; ``secure_delete`` overwrites
  what was removed; ``temp_store=MEMORY`` keeps sorting out of unencrypted temporary files.
- ``recursive_triggers`` makes the triggers that guard published plans and the audit trail see
  ``INSERT OR REPLACE`` too.
- ``wal_autocheckpoint=0``: the log goes into the database when that is closed, and not in between. A log that
  was taken in already and is then damaged and read after a crash would put old pages over newer ones.
- Every transaction is ``BEGIN IMMEDIATE``: who gets in can also write and commit, so that two
  transactions never find out at the end that only one of them can.
- The file is made with mode 0600 before SQLite sees it; SQLite gives its helper files the same mode.
- An engine for reading opens the file with ``mode=ro``, which no statement gets around, and ``query_only``,
  which says so of temporary tables too; it begins without the lock that writing needs.
- An engine that was disposed of is closed for good: its key is overwritten, what runs is interrupted.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
    StoreClosed,
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
    "unable to open database file": sqlcipher3.SQLITE_CANTOPEN,
    "attempt to write a readonly database": sqlcipher3.SQLITE_READONLY,
}

_UNREACHED = {
    sqlcipher3.SQLITE_FULL,
    sqlcipher3.SQLITE_READONLY,
    sqlcipher3.SQLITE_IOERR,
    sqlcipher3.SQLITE_CANTOPEN,
}

_READING = ("foreign_keys=ON", "temp_store=MEMORY", "trusted_schema=OFF", "recursive_triggers=ON")
_WRITING = ("secure_delete=ON", "synchronous=FULL", "journal_mode=WAL", "wal_autocheckpoint=0")
_READING_ONLY = ("query_only=ON",)


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


def open_engine(
    path: Path, key: DatabaseKey, busy_seconds: float = BUSY_SECONDS, *, read_only: bool = False
) -> Engine:
    """An engine on an existing file, its key proven. Raises ``WrongKey`` or ``StoreBusy``.

    ``dispose`` closes it for good. What another thread is doing with it then ends with ``StoreClosed``.
    """
    way_in = _WayIn(path, key, busy_seconds, read_only=read_only)
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=way_in.connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=2,
        pool_timeout=busy_seconds,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_reading if read_only else _begin)
    event.listen(engine, "checkout", way_in.on_taken)
    event.listen(engine, "checkin", way_in.on_given_back)
    event.listen(engine, "engine_disposed", way_in.close)
    try:
        with told_plainly():
            engine.connect().close()
    except StoreError:
        engine.dispose()
        raise
    return engine


def state_of(connection: Connection) -> tuple[object, object]:
    """What stays equal, in transactions of one connection, for as long as no other connection has written."""
    return (
        connection.connection.dbapi_connection,
        connection.exec_driver_sql("PRAGMA data_version").scalar(),
    )


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


class _WayIn:
    """Makes an engine's connections for as long as it holds the key."""

    def __init__(self, path: Path, key: DatabaseKey, busy_seconds: float, *, read_only: bool) -> None:
        self._path = path
        self._busy_seconds = busy_seconds
        self._read_only = read_only
        # Bytes can't be overwritten, these can.
        self._secret = bytearray(key.key + key.salt)
        self._closed = False
        self._in_use: list[Any] = []

    def connect(self) -> Any:
        if self._closed:
            raise StoreClosed("the store is closed")
        return _connect(self._path, self._secret, self._busy_seconds, read_only=self._read_only)

    def on_taken(self, driver: Any, *_: object) -> None:
        self._in_use.append(driver)

    def on_given_back(self, driver: Any, *_: object) -> None:
        if driver in self._in_use:
            self._in_use.remove(driver)
        if self._closed and driver is not None:
            driver.close()

    def close(self, *_: object) -> None:
        """Forgets the key, and ends what other threads are doing: it is undone, and nobody waits for it."""
        self._closed = True
        self._secret[:] = bytes(len(self._secret))
        for driver in tuple(self._in_use):
            with suppress(sqlcipher3.Error):
                driver.interrupt()


def connect(path: Path, key: DatabaseKey, busy_seconds: float = BUSY_SECONDS) -> Any:
    """The driver's own connection to an existing file, its key proven; nothing begins a transaction on it."""
    return _connect(path, key.key + key.salt, busy_seconds)


def _connect(path: Path, secret: bytearray | bytes, busy_seconds: float, *, read_only: bool = False) -> Any:
    # Never "rwc": a missing file must not come back as an empty one, and "no key" never as a plain one.
    connection = sqlcipher3.connect(
        f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=busy_seconds,
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{secret.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in (*_READING, *(_READING_ONLY if read_only else _WRITING)):
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


def _log_is_empty(driver: Any) -> bool:
    """Whether the write-ahead log could be taken into the file."""
    if driver.execute("PRAGMA query_only").fetchone()[0]:
        return False
    busy: int = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _broken_references(driver: Any) -> tuple[str, ...]:
    rows = driver.execute("PRAGMA foreign_key_check").fetchall()
    return tuple(sorted({f"{table} → {parent}" for table, _, parent, _ in rows}))


def copy_database(engine: Engine, target: Path, key: DatabaseKey) -> None:
    """Writes a consistent, encrypted copy of the open database to a new file ``target``, in one step."""
    make_file(target)
    copy = _connect(target, key.key + key.salt, BUSY_SECONDS)
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
    other, the references. It reads all of it. Raises ``StoreDamaged`` where a page can't be read at all.

    Where others read the write-ahead log, or it may not be written, free pages are left out.
    """
    with told_plainly(), engine.connect() as connection:
        driver = _driver(connection)
        # The seals are read from the file itself, which must hold what the write-ahead log has.
        if _log_is_empty(driver) and driver.execute("PRAGMA cipher_integrity_check").fetchall():
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
        raise plain_error(error.orig) from None
    except sqlcipher3.Error as error:
        raise plain_error(error) from None
    except exc.TimeoutError:
        raise StoreBusy("too many transactions wait for the database") from None
    except UnicodeError:
        raise StoreRefused(("a text holds half a character",)) from None


def plain_error(error: BaseException | None) -> StoreError:
    """The store's error for one of the driver's."""
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
    if kind == sqlcipher3.SQLITE_INTERRUPT:
        return StoreClosed("the store was closed")
    if kind == sqlcipher3.SQLITE_NOTADB:
        return WrongKey("the key does not open the database")
    # It can't be opened where the folder takes no helper files: nothing is wrong with what is in it.
    if kind in _UNREACHED:
        return StoreNotWritable("the database can't be written")
    return StoreDamaged("the database can't be read")


def _constraint(error: BaseException) -> tuple[str, ...]:
    # "UNIQUE constraint failed: limits.key" – SQLite tells the schema's names here, never a value.
    _, separator, names = str(error).partition("constraint failed: ")
    return (names,) if separator else ()
