"""A store that is closed, or opened for reading only: what nobody can do with it any more."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.people import Citizen
from desktop.store import (
    DatabaseKey,
    StoreClosed,
    StoreNotWritable,
    StoreOutdated,
    WrongKey,
    create_store,
    open_store,
    read_store,
)
from desktop.store.driver import make_file
from desktop.store.engine import open_engine
from desktop.store.unit_of_work import SqlStore, SqlUnitOfWork
from tests.store.small_unit import NEEDLE, UNIT

SLOW = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
"""Never ends by itself."""


def test_a_closed_store_begins_nothing(filled: SqlStore) -> None:
    filled.close()
    with pytest.raises(StoreClosed), filled.begin():
        pass


def test_what_is_under_way_when_the_store_closes_is_undone(
    filled: SqlStore, path: Path, key: DatabaseKey
) -> None:
    citizen = UNIT.citizens[0].id
    with filled.begin() as work:
        work.remove(Citizen, citizen)
        filled.close()
        with pytest.raises(StoreClosed):
            work.commit()
    again = open_store(path, key)
    with again.begin() as work:
        assert work.get(Citizen, citizen) is not None
    again.close()


def test_closing_ends_what_another_thread_is_doing(path: Path, key: DatabaseKey, store: SqlStore) -> None:
    engine = open_engine(path, key)
    at_it, ended = threading.Event(), threading.Event()

    def work() -> None:
        with engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.set_progress_handler(at_it.set, 1000)
            try:
                connection.exec_driver_sql(SLOW)
            except Exception:
                ended.set()

    thread = threading.Thread(target=work)
    thread.start()
    assert at_it.wait(30)
    engine.dispose()
    assert ended.wait(30)
    thread.join()


def test_a_closed_store_has_let_go_of_the_file_and_of_the_key(path: Path, key: DatabaseKey) -> None:
    secret = os.urandom(32)
    own = DatabaseKey(secret, key.salt)
    store = create_store(path, own)
    del own
    store.close()
    gc.collect()
    held = [found for found in gc.get_objects() if isinstance(found, DatabaseKey) and found.key == secret]
    assert held == []
    with pytest.raises(StoreClosed), store.begin():
        pass
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_is_opened_for_reading_reads_everything_and_writes_nothing(
    filled: SqlStore, path: Path, key: DatabaseKey
) -> None:
    filled.close()
    before = path.read_bytes()
    reader = read_store(path, key)
    with reader.begin() as work:
        assert work.unit() == UNIT
    attempts: list[Callable[[SqlUnitOfWork], None]] = [
        lambda work: work.put(UNIT.citizens[0]),
        lambda work: work.remove(Citizen, UNIT.citizens[0].id),
    ]
    for act in attempts:
        with reader.begin() as work, pytest.raises(StoreNotWritable):
            act(work)
    reader.close()
    assert path.read_bytes() == before


def test_a_reader_sees_what_the_writer_committed_and_holds_nobody_up(
    filled: SqlStore, path: Path, key: DatabaseKey
) -> None:
    first = UNIT.citizens[0]
    renamed = replace(first, name="En anden")
    reader = read_store(path, key, busy_seconds=0)
    with filled.begin() as writing, reader.begin() as work:
        assert work.unit() == UNIT
        writing.put(renamed)
        writing.commit()
        assert work.get(Citizen, first.id) == first
    with reader.begin() as work:
        assert work.get(Citizen, first.id) == renamed
    reader.close()


def test_another_key_reads_nothing(filled: SqlStore, path: Path, key: DatabaseKey) -> None:
    with pytest.raises(WrongKey):
        read_store(path, DatabaseKey(bytes(32), key.salt))


def test_reading_never_brings_an_older_database_up_to_date(path: Path, key: DatabaseKey) -> None:
    make_file(path)
    before = path.read_bytes()
    with pytest.raises(StoreOutdated):
        read_store(path, key)
    assert path.read_bytes() == before


def test_no_error_of_a_closed_store_tells_a_name(filled: SqlStore) -> None:
    with filled.begin() as work:
        filled.close()
        with pytest.raises(StoreClosed) as closed:
            work.put(UNIT.citizens[0])
    assert NEEDLE not in f"{closed.value!r} {closed.value.__cause__!r}"
