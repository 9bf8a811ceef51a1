"""SQLAlchemy's engine over SQLCipher's connections: with ``driver``, all that knows which database is below.

Everything else in the store is portable SQL. What is set here, and why:

- Every transaction is ``BEGIN IMMEDIATE``: who gets in can also write and commit, so that two
  transactions never find out at the end that only one of them can.
- An engine for reading begins without the lock that writing needs.
- An engine that was disposed of is closed for good: its key is overwritten, what runs is interrupted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import QueuePool

from desktop.store.driver import BUSY_SECONDS, DatabaseKey, connect_with, make_file, plain_error
from desktop.store.errors import StoreBusy, StoreClosed, StoreError, StoreRefused


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
        return connect_with(self._path, self._secret, self._busy_seconds, read_only=self._read_only)

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
    copy = connect_with(target, key.key + key.salt, BUSY_SECONDS)
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
