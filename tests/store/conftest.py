"""A store of the test's own: a copy of one that is made once, since making one takes a while."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.plans import VersionState
from desktop.store import DatabaseKey, create_store, open_store
from desktop.store.unit_of_work import SqlStore
from tests.store.small_unit import EVERYTHING, version

KEY = DatabaseKey(bytes(range(32)), bytes(range(16)))
PUBLISHED = version("v2", 2, VersionState.PUBLISHED)


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of an empty store, and of one with the small unit and two plan versions."""
    path = tmp_path_factory.mktemp("template") / "unit.db"
    store = create_store(path, KEY)
    store.close()
    empty = path.read_bytes()
    store = open_store(path, KEY)
    with store.begin() as work:
        work.put_all([*EVERYTHING, PUBLISHED])
        work.commit()
    store.close()
    return {"empty": empty, "filled": path.read_bytes()}


@pytest.fixture
def key() -> DatabaseKey:
    return KEY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store lies, or will: nothing is there until something asks for ``store`` or ``filled``."""
    return tmp_path / "unit.db"


@pytest.fixture
def store(path: Path, key: DatabaseKey, templates: dict[str, bytes]) -> Iterator[SqlStore]:
    """An empty store."""
    path.write_bytes(templates["empty"])
    path.chmod(0o600)
    opened = open_store(path, key)
    yield opened
    opened.close()


@pytest.fixture
def filled(path: Path, key: DatabaseKey, templates: dict[str, bytes]) -> Iterator[SqlStore]:
    """A store with the small unit, a draft plan version and a published one."""
    path.write_bytes(templates["filled"])
    path.chmod(0o600)
    opened = open_store(path, key)
    yield opened
    opened.close()
