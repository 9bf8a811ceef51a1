"""A store re-encrypted while it is open: whole, verified, and with nobody at work meanwhile."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from desktop.store import (
    DatabaseKey,
    StoreBusy,
    StoreDamaged,
    WrongKey,
    key_opens,
    open_store,
    rewrite_store,
)
from desktop.store.engine import damage, open_engine, row_counts
from desktop.store.gate import Gate
from desktop.store.unit_of_work import SqlStore
from tests.store.small_unit import UNIT

NEW = DatabaseKey(os.urandom(32), os.urandom(16))


def test_the_store_goes_on_under_the_new_key(filled: SqlStore, path: Path, key: DatabaseKey) -> None:
    beside = path.with_name("beside.db")
    seen: list[bool] = []

    def commit() -> None:
        seen.append(key_opens(beside, NEW) and key_opens(path, key))

    rewrite_store(filled, beside, NEW, commit)
    assert seen == [True]
    with filled.begin() as work:
        assert work.unit() == UNIT
    filled.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    with pytest.raises(WrongKey):
        open_store(path, key)
    open_store(path, NEW).close()


def test_a_commit_that_fails_leaves_the_store_as_it_was(
    filled: SqlStore, path: Path, key: DatabaseKey
) -> None:
    def refuse() -> None:
        raise InterruptedError

    beside = path.with_name("beside.db")
    with pytest.raises(InterruptedError):
        rewrite_store(filled, beside, NEW, refuse)
    assert not beside.exists()
    with filled.begin() as work:
        assert work.unit() == UNIT
    filled.close()
    open_store(path, key).close()


def test_a_flipped_bit_anywhere_in_a_page_is_damage(filled: SqlStore, path: Path, key: DatabaseKey) -> None:
    filled.close()
    engine = open_engine(path, key)
    assert not damage(engine)
    counts = row_counts(engine)
    assert counts["citizens"] == len(UNIT.citizens)
    engine.dispose()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    engine = open_engine(path, key)
    assert damage(engine)
    engine.dispose()


def test_an_empty_file_opens_under_no_key(tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    empty.touch()
    assert not key_opens(empty, NEW)
    assert not key_opens(tmp_path / "missing.db", NEW)
    with pytest.raises(StoreDamaged):
        open_store(empty, NEW)
    assert empty.read_bytes() == b""


def test_nobody_is_inside_while_somebody_is_alone() -> None:
    gate = Gate(seconds=30)
    gate.enter()
    came = threading.Event()
    order: list[str] = []

    def alone() -> None:
        came.set()
        with gate.alone():
            order.append("alone")

    def enter() -> None:
        gate.enter()
        order.append("inside")
        gate.leave()

    first = threading.Thread(target=alone)
    first.start()
    came.wait(30)
    order.append("leaves")
    gate.leave()
    first.join()
    second = threading.Thread(target=enter)
    with gate.alone():
        second.start()
        order.append("still alone")
    second.join()
    assert order == ["leaves", "alone", "still alone", "inside"]


def test_who_waits_too_long_is_told_and_the_gate_opens_again() -> None:
    gate = Gate(seconds=0.01)
    gate.enter()
    with pytest.raises(StoreBusy), gate.alone():
        pass
    gate.leave()
    with gate.alone(), pytest.raises(StoreBusy):
        gate.enter()
    gate.enter()
    gate.leave()
