"""Databases of every released schema come up to this version, step by step, with all that they hold.

``released/`` holds each as SQL text, written once when its revision was released: the small unit with a
draft plan and a published one. A failed step, or a newer version's database, leaves the file as it was,
byte for byte.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from desktop.store import (
    DatabaseKey,
    MigrationFailed,
    PublishedPlanFixed,
    StoreNotWritable,
    StoreTooNew,
    examine_store,
    open_store,
)
from desktop.store.driver import connect, make_file
from desktop.store.migrations import HISTORY, History
from tests.store.conftest import PUBLISHED
from tests.store.small_unit import UNIT, WEEK, version

RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"))


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, path: Path, key: DatabaseKey) -> Path:
    """A database as a released version of the app left it."""
    make_file(path)
    connection = connect(path, key)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.executescript(request.param.read_text(encoding="utf-8"))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    assert examine_store(path, key).revision == request.param.stem
    return path


def test_the_first_schema_is_among_them_and_each_is_one_of_ours() -> None:
    config = Config()
    config.set_main_option("script_location", str(HISTORY.folder))
    config.set_main_option("path_separator", "os")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    assert "0001" in {path.stem for path in RELEASED} <= known


def test_it_comes_up_with_all_that_it_holds(old: Path, key: DatabaseKey) -> None:
    store = open_store(old, key)
    with store.begin() as work:
        assert work.unit() == UNIT
        assert work.versions(WEEK) == (version("v1", 1), PUBLISHED)
    with store.begin() as work, pytest.raises(PublishedPlanFixed):
        work.put(replace(PUBLISHED, digest="1" * 64))
    store.close()
    assert examine_store(old, key).revision == HISTORY.head
    assert [file.name for file in old.parent.iterdir()] == [old.name]


def test_somebody_may_make_a_backup_before_anything_is_changed(old: Path, key: DatabaseKey) -> None:
    released = examine_store(old, key).revision
    seen = []

    def look() -> None:
        seen.append(examine_store(old, key).revision)

    open_store(old, key, before_migration=look).close()
    open_store(old, key, before_migration=look).close()
    assert seen == [released]


def test_where_that_backup_fails_nothing_is_changed(old: Path, key: DatabaseKey) -> None:
    before = old.read_bytes()

    def full() -> None:
        raise StoreNotWritable("no space")

    with pytest.raises(StoreNotWritable):
        open_store(old, key, before_migration=full)
    assert {file.name: file.read_bytes() for file in old.parent.iterdir()} == {old.name: before}


@pytest.mark.parametrize(
    "step",
    [
        "op.drop_table('limits'); raise RuntimeError",
        "op.execute('DELETE FROM sites')",
        "op.execute('nonsense')",
    ],
    ids=["stumbles", "leaves references to nothing", "bad SQL"],
)
def test_a_step_that_fails_leaves_the_file_as_it_was_byte_for_byte(
    old: Path, key: DatabaseKey, tmp_path_factory: pytest.TempPathFactory, step: str
) -> None:
    folder = tmp_path_factory.mktemp("newer") / "migrations"
    shutil.copytree(HISTORY.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    lines = (
        "from alembic import op",
        f"revision, down_revision = '9000', '{HISTORY.head}'",
        "def upgrade():",
    )
    (folder / "versions" / "r9000_next.py").write_text("\n".join((*lines, f"    {step}")), encoding="utf-8")
    before = old.read_bytes()
    with pytest.raises(MigrationFailed):
        open_store(old, key, history=History(folder, "9000"))
    assert old.read_bytes() == before
    # An app of before the step opens it, and the one after once the step is mended.
    open_store(old, key).close()


def test_a_newer_versions_file_is_refused_and_left_as_it_was_byte_for_byte(
    old: Path, key: DatabaseKey
) -> None:
    connection = connect(old, key)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = old.read_bytes()
    with pytest.raises(StoreTooNew):
        open_store(old, key)
    assert {file.name: file.read_bytes() for file in old.parent.iterdir()} == {old.name: before}
