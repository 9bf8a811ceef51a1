"""The schema's history: it ends where the rows are, goes up and down, and fails without a trace.

After SecureDrop's ``test_alembic.py``.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

import desktop
from desktop.domain.plans import VersionState, in_force
from desktop.store import (
    DatabaseKey,
    MigrationFailed,
    StoreTooNew,
    create_store,
    migrate,
    open_store,
)
from desktop.store.driver import PUBLISHED_IS_FIXED, make_file
from desktop.store.engine import open_engine
from desktop.store.mappers import METADATA
from desktop.store.migrations import HISTORY, History
from desktop.store.rows_plans import PlanVersionRow
from tests.store.small_unit import EVERYTHING, UNIT, WEEK, version

PLAN_TABLES = sorted(name for name in METADATA.tables if name.startswith("plan_"))


@pytest.fixture
def engine(path: Path, key: DatabaseKey) -> Iterator[Engine]:
    make_file(path)
    opened = open_engine(path, key)
    yield opened
    opened.dispose()


def schema(engine: Engine, kind: str) -> dict[str, list[str]]:
    """Each table or index with the parts of its definition, one a line, in no order."""
    with engine.connect() as connection:
        rows = connection.execute(
            text("SELECT name, sql FROM sqlite_master WHERE type = :kind AND sql IS NOT NULL"), {"kind": kind}
        ).all()
    return {
        name: sorted(line.strip().rstrip(",").strip() for line in definition.splitlines())
        for name, definition in rows
        if name != "alembic_version"
    }


def test_the_last_revision_is_the_one_that_the_app_asks_for() -> None:
    config = Config()
    config.set_main_option("script_location", str(HISTORY.folder))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [HISTORY.head]


def test_the_migrated_schema_is_that_of_the_rows_to_the_letter(engine: Engine) -> None:
    migrate.upgrade(engine)
    made = create_engine("sqlite://")
    METADATA.create_all(made)
    assert schema(engine, "table") == schema(made, "table")
    assert schema(engine, "index") == schema(made, "index")
    made.dispose()


def test_alembic_finds_no_difference_either(engine: Engine) -> None:
    migrate.upgrade(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_every_table_of_a_plan_is_guarded_against_every_write(engine: Engine) -> None:
    migrate.upgrade(engine)
    guards = {
        (table, event)
        for lines in schema(engine, "trigger").values()
        for event, table in re.findall(r"BEFORE (\w+) ON (plan_\w+)", " ".join(lines))
    }
    parts = {(name, event) for name in PLAN_TABLES for event in ("INSERT", "UPDATE", "DELETE")}
    assert guards == parts - {(PlanVersionRow.__tablename__, "INSERT")}


def test_down_leaves_nothing_and_up_again_leaves_the_same(engine: Engine) -> None:
    migrate.upgrade(engine)
    before = [schema(engine, kind) for kind in ("table", "index", "trigger")]
    migrate.downgrade(engine)
    assert [schema(engine, kind) for kind in ("table", "index", "trigger")] == [{}, {}, {}]
    migrate.upgrade(engine)
    assert [schema(engine, kind) for kind in ("table", "index", "trigger")] == before


def test_levels_keep_what_they_say_when_the_desk_comes_and_goes(
    path: Path, key: DatabaseKey, templates: dict[str, bytes]
) -> None:
    path.write_bytes(templates["filled"])
    engine = open_engine(path, key)
    rows = "SELECT * FROM threat_levels JOIN threat_level_features ON level_id = id"

    def held() -> list[dict[str, object]]:
        with engine.connect() as connection:
            return [dict(row._mapping) for row in connection.execute(text(rows))]

    before = held()
    assert [row["never_automatic"] for row in before] == [0]
    migrate.downgrade(engine, target="0003")
    assert held() == [{k: v for k, v in row.items() if k != "never_automatic"} for row in before]
    migrate.upgrade(engine)
    assert held() == before
    engine.dispose()


def test_retention_rules_stay_when_the_one_for_staff_comes_and_goes(engine: Engine) -> None:
    rule = "INSERT INTO retention_rules VALUES (:id, :kind, 12, 'the law', '2026-01-01', NULL)"

    def held() -> list[tuple[object, ...]]:
        with engine.connect() as connection:
            found = connection.execute(text("SELECT id, kind, months, source FROM retention_rules"))
            return [tuple(row) for row in found]

    migrate.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text(rule), [{"id": "k1", "kind": "plans"}, {"id": "k2", "kind": "staff"}])
    migrate.downgrade(engine, target="0006")
    assert held() == [("k1", "plans", 12, "the law")]
    with pytest.raises(DBAPIError, match="ck_retention_rules_kind"), engine.begin() as connection:
        connection.execute(text(rule), {"id": "k2", "kind": "staff"})
    migrate.upgrade(engine)
    assert held() == [("k1", "plans", 12, "the law")]


def test_when_a_version_was_published_is_found_in_the_trail_or_taken_from_when_it_was_made(
    path: Path, key: DatabaseKey
) -> None:
    """Version 1 was published after version 2, and the clock was set back in between."""
    store = create_store(path, key)
    hours = iter(range(9, 0, -1))
    store.keep_trail(b"k" * 32, lambda: datetime(2026, 11, 21, next(hours), tzinfo=UTC))
    drafts = [version(f"v{number}", number) for number in (1, 2, 3)]
    with store.begin() as work:
        work.put_all([*EVERYTHING, *drafts])
        work.commit()
    for number in (2, 1):
        with store.begin() as work:
            work.put(version(f"v{number}", number, VersionState.PUBLISHED))
            work.commit()
    store.close()
    engine = open_engine(path, key)
    migrate.downgrade(engine, target="0008")
    migrate.upgrade(engine)
    engine.dispose()
    store = open_store(path, key)
    with store.begin() as work:
        first, second, third = work.versions(WEEK)
    assert second.published_at == datetime(2026, 11, 21, 8, tzinfo=UTC)
    assert third.published_at is None
    assert in_force((first, second, third)) == first
    store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plan_versions SET digest = 'other' WHERE id = 'v2'",
        "UPDATE plan_versions SET state = 'draft' WHERE id = 'v2'",
        "DELETE FROM plan_versions WHERE id = 'v2'",
        "INSERT OR REPLACE INTO plan_versions SELECT * FROM plan_versions WHERE id = 'v2'",
        "UPDATE plan_sessions SET room = 'r2' WHERE version_id = 'v2'",
        "DELETE FROM plan_sessions WHERE version_id = 'v2'",
        "DELETE FROM plan_session_citizens WHERE version_id = 'v2'",
        "UPDATE plan_session_citizens SET version_id = 'v2', position = 9 WHERE version_id = 'v1'",
        "UPDATE plan_unmet SET version_id = 'v1', position = 9 WHERE version_id = 'v2'",
        "INSERT INTO plan_unmet (version_id, citizen, position) VALUES ('v2', 'c1', 9)",
        "INSERT OR REPLACE INTO plan_unmet (version_id, citizen, position) VALUES ('v2', 'c1', 0)",
        "DELETE FROM plan_goals WHERE version_id = 'v2'",
    ],
)
def test_the_database_itself_keeps_a_published_version(
    path: Path, key: DatabaseKey, templates: dict[str, bytes], statement: str
) -> None:
    path.write_bytes(templates["filled"])
    engine = open_engine(path, key)
    with pytest.raises(DBAPIError, match=PUBLISHED_IS_FIXED), engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_a_database_of_a_newer_app_is_refused_and_left_alone(path: Path, key: DatabaseKey) -> None:
    create_store(path, key).close()
    engine = open_engine(path, key)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'newer'"))
    engine.dispose()
    before = digest(path)
    with pytest.raises(StoreTooNew):
        open_store(path, key)
    assert digest(path) == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.fixture
def newer(tmp_path_factory: pytest.TempPathFactory) -> History:
    """The history of an app that is one revision ahead; that revision is still to be written."""
    folder = tmp_path_factory.mktemp("100% newer") / "migrations"
    shutil.copytree(HISTORY.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return History(folder, "9999")


def write_revision(history: History, *steps: str) -> None:
    lines = [
        "from alembic import op",
        "import sqlalchemy as sa",
        f"revision, down_revision = {history.head!r}, {HISTORY.head!r}",
        "def upgrade():",
        *(f"    {step}" for step in steps),
    ]
    (history.folder / "versions" / "r9999_next.py").write_text("\n".join(lines), encoding="utf-8")


def test_an_older_database_is_brought_up_to_date_and_its_copy_goes(
    path: Path, key: DatabaseKey, templates: dict[str, bytes], newer: History
) -> None:
    path.write_bytes(templates["filled"])
    write_revision(newer, "op.add_column('limits', sa.Column('extra', sa.String()))")
    store = open_store(path, key, history=newer)
    with store.begin() as work:
        assert work.unit() == UNIT
    store.close()
    engine = open_engine(path, key)
    assert "extra" in " ".join(schema(engine, "table")["limits"])
    engine.dispose()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "steps",
    [
        ("op.drop_table('limits')", "raise RuntimeError('something else')"),
        ("op.drop_table('limits')", "op.execute('SELECT * FROM nowhere')"),
        ("op.execute('DELETE FROM sites')",),
    ],
    ids=["stumbles", "bad SQL", "leaves references to nothing"],
)
def test_a_step_that_fails_leaves_the_database_as_it_was(
    path: Path,
    key: DatabaseKey,
    templates: dict[str, bytes],
    newer: History,
    steps: tuple[str, ...],
) -> None:
    path.write_bytes(templates["filled"])
    write_revision(newer, *steps)
    with pytest.raises(MigrationFailed) as failed:
        open_store(path, key, history=newer)
    assert "something else" not in str(failed.value)
    copy = path.with_name(path.name + ".before-9999")
    for kept in (path, copy):
        store = open_store(kept, key)
        with store.begin() as work:
            assert work.unit() == UNIT
        store.close()


def only_packages(folder: str, names: list[str]) -> set[str]:
    """What an installer leaves out: folders that are no packages, and files that are no modules."""
    paths = {name: Path(folder, name) for name in names}
    return {
        name
        for name, path in paths.items()
        if not ((path / "__init__.py").exists() if path.is_dir() else path.suffix == ".py")
    }


def test_migrations_run_from_an_installed_package(tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    shutil.copytree(Path(desktop.__file__).parent, site / "desktop", ignore=only_packages)
    elsewhere.mkdir()
    program = (
        "from pathlib import Path; import desktop.store as s; k = s.DatabaseKey.random();"
        f"assert Path(s.__file__).is_relative_to(Path({str(site)!r}));"
        "s.create_store(Path('a.db'), k).close(); s.open_store(Path('a.db'), k).close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (elsewhere / "a.db").exists()


def test_a_failed_creation_leaves_no_file(path: Path, key: DatabaseKey, newer: History) -> None:
    write_revision(newer, "raise RuntimeError")
    with pytest.raises(MigrationFailed):
        create_store(path, key, history=newer)
    assert list(path.parent.iterdir()) == []


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
