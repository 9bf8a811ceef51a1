"""A store's database as a file: copied while it is open, examined, compared, and cleared of what was removed.

Beside ``driver`` and ``engine`` the one module that knows that SQLCipher lies below. It works on paths and
keys and not on an open store, so that it does the same to a live store, to a backup, and to what a backup
was restored into.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3

from desktop.store.driver import DatabaseKey, connect, make_file, plain_error
from desktop.store.errors import StoreBusy, StoreDamaged, StoreMissing

UNVERSIONED = ""
"""The revision of a database that no migration has touched."""


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What a database holds, without saying what: its schema's revision, and the number of rows by table."""

    revision: str
    rows: Mapping[str, int]

    @property
    def total(self) -> int:
        """Rows of all tables."""
        return sum(self.rows.values())


@dataclass(frozen=True, slots=True)
class TableDifference:
    """A table whose rows are not the same in two databases: how many stand in one of them alone."""

    table: str
    only_first: int
    only_second: int


def copy_store(source: Path, source_key: DatabaseKey, target: Path, target_key: DatabaseKey) -> StoreFacts:
    """Writes a consistent copy of a database, which may be open, to a new file under another key.

    The database's own online backup, in one step, in one reading transaction with the counting of the rows:
    what is returned is what the copy must hold. The copy is one file when it is done. Raises
    ``FileExistsError`` or a ``StoreError``; then there is no copy.
    """
    if not source.is_file():
        raise StoreMissing("there is no database")
    make_file(target)
    try:
        with (
            _told(),
            closing(connect(source, source_key)) as live,
            closing(connect(target, target_key)) as copy,
        ):
            live.execute("BEGIN")
            facts = _facts(live)
            live.backup(copy, pages=-1)
            live.execute("COMMIT")
            _empty_log(copy)
    except BaseException:
        for name in (target.name, *(f"{target.name}{helper}" for helper in ("-wal", "-shm", "-journal"))):
            target.with_name(name).unlink(missing_ok=True)
        raise
    return facts


def examine_store(path: Path, key: DatabaseKey) -> StoreFacts:
    """What a database holds, after every check that the database has of itself.

    Each page's authentication, the structure, and every reference. Raises ``StoreDamaged`` where one fails,
    ``StoreMissing`` or ``WrongKey``.
    """
    if not path.is_file():
        raise StoreMissing("there is no database")
    with _told(), closing(connect(path, key)) as connection:
        # Pages that lie in the log alone are false alarms to the check of the pages.
        _empty_log(connection)
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            raise StoreDamaged("a page of the database was changed")
        if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            raise StoreDamaged("the database's structure is broken")
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            raise StoreDamaged("a reference in the database leads nowhere")
        return _facts(connection)


def compare_stores(
    first: Path, first_key: DatabaseKey, second: Path, second_key: DatabaseKey
) -> tuple[TableDifference, ...]:
    """The tables whose rows are not the same in both databases, row by row; none where all are."""
    found = []
    with _told(), closing(connect(first, first_key)) as one, closing(connect(second, second_key)) as other:
        one.execute("BEGIN")
        other.execute("BEGIN")
        for table in sorted({*_tables(one), *_tables(other)}):
            ours, theirs = _rows(one, table), _rows(other, table)
            if ours != theirs:
                found.append(
                    TableDifference(table, (ours - theirs).total(), (theirs - ours).total()),
                )
    return tuple(found)


def scrub_store(path: Path, key: DatabaseKey) -> None:
    """Leaves nothing of removed rows in the file, its log or its free pages. Raises ``StoreBusy`` or others.

    Removed rows are overwritten as they go (``secure_delete``); what older pages in the log still hold goes
    when the log is emptied, and what was left inside of pages when the file is built anew.
    """
    with _told(), closing(connect(path, key)) as connection:
        _empty_log(connection)
        connection.execute("VACUUM")
        _empty_log(connection)


def _empty_log(connection: Any) -> None:
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreBusy("another transaction still reads the log")


def _facts(connection: Any) -> StoreFacts:
    tables = _tables(connection)
    rows = {
        table: int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]) for table in tables
    }
    revision = UNVERSIONED
    if "alembic_version" in tables:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        revision = str(found[0]) if found else UNVERSIONED
    return StoreFacts(revision, rows)


def _tables(connection: Any) -> tuple[str, ...]:
    named = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY 1"
    )
    return tuple(str(name) for (name,) in named.fetchall())


def _rows(connection: Any, table: str) -> Counter[tuple[Any, ...]]:
    if table not in _tables(connection):
        return Counter()
    columns = sorted(name for _, name, *_ in connection.execute(f'PRAGMA table_info("{table}")').fetchall())
    listed = ", ".join(f'"{name}"' for name in columns)
    return Counter(connection.execute(f'SELECT {listed} FROM "{table}"').fetchall())


@contextmanager
def _told() -> Iterator[None]:
    """Turns the driver's errors into the store's, which carry no SQL and no values."""
    try:
        yield
    except sqlcipher3.Error as error:
        raise plain_error(error) from None
