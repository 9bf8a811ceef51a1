"""SQLCipher's own connections: how a database file is made and opened, and what its errors mean.

What is set here, and why:

- The raw key of 96 hex digits holds the salt as well: with the salt read out of the file's first
  bytes, a power cut in the wrong moment loses the whole file.
- ``synchronous=FULL`` keeps every acknowledged commit through a power cut; ``secure_delete`` overwrites
  what was removed; ``temp_store=MEMORY`` keeps sorting out of unencrypted temporary files.
- ``recursive_triggers`` makes the triggers that guard published plans and the audit trail see
  ``INSERT OR REPLACE`` too.
- ``wal_autocheckpoint=0``: the log goes into the database when that is closed, and not in between. A log that
  was taken in already and is then damaged and read after a crash would put old pages over newer ones.
- The file is made with mode 0600 before SQLite sees it; SQLite gives its helper files the same mode.
- A connection for reading opens the file with ``mode=ro``, which no statement gets around, and
  ``query_only``, which says so of temporary tables too.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3

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


def connect(path: Path, key: DatabaseKey, busy_seconds: float = BUSY_SECONDS) -> Any:
    """The driver's own connection to an existing file, its key proven; nothing begins a transaction on it."""
    return connect_with(path, key.key + key.salt, busy_seconds)


def connect_with(
    path: Path, secret: bytearray | bytes, busy_seconds: float = BUSY_SECONDS, *, read_only: bool = False
) -> Any:
    """The same with the bytes of the key and of its salt, one after the other."""
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
