"""A store of the test's own, made anew for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.store import DatabaseKey, create_store
from desktop.store.unit_of_work import SqlStore


@pytest.fixture
def key() -> DatabaseKey:
    return DatabaseKey(bytes(range(32)), bytes(range(16)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "unit.db"


@pytest.fixture
def store(path: Path, key: DatabaseKey) -> Iterator[SqlStore]:
    opened = create_store(path, key)
    yield opened
    opened.close()
