"""Making and opening a store: nobody reads it without the key, not even parts of it."""

from __future__ import annotations

import os
import traceback
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.store import (
    DatabaseKey,
    StoreDamaged,
    StoreError,
    StoreExists,
    StoreMissing,
    WrongKey,
    create_store,
    open_store,
    remove_store,
)
from desktop.store.driver import make_file
from desktop.store.engine import copy_database, open_engine
from desktop.store.unit_of_work import SqlStore
from tests.store.small_unit import EVERYTHING, NEEDLE, UNIT, citizen

OWNER_ONLY = 0o666 if os.name == "nt" else 0o600
"""Windows keeps access lists, which come from the folder; its modes say nothing."""


def fill(store: SqlStore) -> None:
    with store.begin() as work:
        work.put_all(EVERYTHING)
        work.commit()


def test_a_missing_store_is_not_made_by_opening_it(path: Path, key: DatabaseKey) -> None:
    with pytest.raises(StoreMissing):
        open_store(path, key)
    assert list(path.parent.iterdir()) == []


def test_an_existing_store_is_not_made_anew(path: Path, key: DatabaseKey, store: SqlStore) -> None:
    fill(store)
    with pytest.raises(StoreExists):
        create_store(path, key)
    with store.begin() as work:
        assert work.unit() == UNIT


@pytest.mark.parametrize("part", ["key", "salt", "both"])
def test_another_key_does_not_open_it(
    path: Path, key: DatabaseKey, store: SqlStore, part: str, capfd: pytest.CaptureFixture[str]
) -> None:
    store.close()
    other = DatabaseKey.random()
    wrong = {"key": replace(other, salt=key.salt), "salt": replace(other, key=key.key), "both": other}[part]
    with pytest.raises(WrongKey):
        open_store(path, wrong)
    told = capfd.readouterr()
    assert (told.out, told.err) == ("", "")
    open_store(path, key).close()


def test_a_plain_database_is_refused(path: Path, key: DatabaseKey) -> None:
    path.write_bytes(b"SQLite format 3\x00" + bytes(4080))
    with pytest.raises(WrongKey):
        open_store(path, key)


def test_damage_in_the_middle_of_the_file_is_found_and_told(
    path: Path, key: DatabaseKey, store: SqlStore
) -> None:
    fill(store)
    store.close()
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        open_store(path, key)


def test_nothing_of_a_name_is_found_in_any_file(path: Path, key: DatabaseKey, store: SqlStore) -> None:
    fill(store)
    with store.begin() as work:
        work.put_all([citizen(f"n{number}") for number in range(200)])
        work.commit()
    open_files = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert len(open_files[path.name + "-wal"]) > 100_000
    engine = open_engine(path, key)
    copy_database(engine, path.with_name("copy.db"), key)
    engine.dispose()
    store.close()
    closed_files = {f"closed {file.name}": file.read_bytes() for file in path.parent.iterdir()}
    needles = [
        form
        for word in (*NEEDLE.split(), "SQLite format", "CREATE TABLE", "citizen")
        for form in (word.encode(), word.encode("latin-1"), word.encode("utf-16-le"))
    ]
    for name, content in (open_files | closed_files).items():
        assert not [needle for needle in needles if needle in content], name


def test_a_copy_opens_with_the_key_alone_and_holds_everything(
    path: Path, key: DatabaseKey, store: SqlStore
) -> None:
    fill(store)
    engine = open_engine(path, key)
    copy = path.with_name("copy.db")
    copy_database(engine, copy, key)
    engine.dispose()
    with pytest.raises(WrongKey):
        open_store(copy, DatabaseKey.random())
    opened = open_store(copy, key)
    with opened.begin() as work:
        assert work.unit() == UNIT
    opened.close()


def test_only_the_owner_can_read_the_files(path: Path, store: SqlStore) -> None:
    before = os.umask(0)
    try:
        fill(store)
        modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == dict.fromkeys((path.name, path.name + "-wal", path.name + "-shm"), OWNER_ONLY)


def test_even_with_an_open_umask_a_new_file_is_closed_to_others(path: Path) -> None:
    before = os.umask(0)
    try:
        make_file(path)
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == OWNER_ONLY


def test_a_closed_store_leaves_one_file(path: Path, store: SqlStore) -> None:
    fill(store)
    store.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    remove_store(path)
    assert list(path.parent.iterdir()) == []


def test_a_key_does_not_show_itself(path: Path, key: DatabaseKey) -> None:
    create_store(path, key).close()
    told = [repr(key), str(key)]
    for attempt in (lambda: DatabaseKey(b"short", b"secret"), lambda: open_store(path, DatabaseKey.random())):
        try:
            attempt()
        except (StoreError, ValueError) as error:
            told.append("".join(traceback.format_exception(error)) + repr(error.args))
    assert len(told) == 4
    assert not any(key.key.hex() in text or str(key.key)[2:20] in text for text in told)


def test_names_of_a_folder_are_no_trouble(tmp_path: Path, key: DatabaseKey) -> None:
    folder = tmp_path / "Søren's 100% #1? &mode=memory"
    folder.mkdir()
    store = create_store(folder / "unit.db", key)
    fill(store)
    store.close()
    again = open_store(folder / "unit.db", key)
    with again.begin() as work:
        assert work.unit() == UNIT
    again.close()
