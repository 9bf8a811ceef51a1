"""A backup put back: on another PC, over a damaged vault, and for trial."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.store import TableDifference
from desktop.store.engine import open_engine
from desktop.vault import (
    SystemKeyring,
    Vault,
    VaultDamaged,
    VaultTooNew,
    WrongPassphrase,
    finish_restoring,
    kept_vaults,
    make_backup,
    open_backup,
    open_vault,
    remove_kept_vaults,
    restore_beside,
    try_restoring,
    vault_exists,
)
from desktop.vault.chest import draft_recovery
from tests.store.small_unit import UNIT, WEEK, citizen
from tests.vault.conftest import NOW
from tests.vault.kit import CHEAP, PASSPHRASE


@pytest.fixture
def backup(vault: Vault, shelf: Path) -> Path:
    return make_backup(vault.source(), shelf, NOW).path


def holds_the_unit(folder: Path) -> bool:
    opened = open_vault(folder, PASSPHRASE)
    with opened.store().begin() as work:
        same = work.unit() == UNIT and len(work.versions(WEEK)) == 1
    opened.close()
    return same


def test_on_another_pc_there_is_a_whole_vault_afterwards(backup: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "another pc" / "vault"
    restore_beside(open_backup(backup, PASSPHRASE), elsewhere, NOW)
    assert vault_exists(elsewhere)
    assert holds_the_unit(elsewhere)
    assert kept_vaults(elsewhere) == ()
    assert sorted(path.name for path in elsewhere.iterdir()) == [
        "sikkerplan.db",
        "vault.json",
        "vault.json.copy",
    ]


@pytest.mark.parametrize("damage", ["no key file", "no database", "neither can be read"])
def test_a_damaged_vault_makes_room_and_is_kept_until_it_may_go(
    vault: Vault, backup: Path, home: Path, damage: str
) -> None:
    vault.close()
    for name in ("vault.json", "vault.json.copy", "sikkerplan.db"):
        if damage == "neither can be read":
            (home / name).write_bytes(b"rubbish")
    if damage == "no key file":
        (home / "vault.json").unlink()
        (home / "vault.json.copy").unlink()
    elif damage == "no database":
        (home / "sikkerplan.db").unlink()
    with pytest.raises(VaultDamaged):
        open_vault(home, PASSPHRASE)
    left = {path.name: path.read_bytes() for path in home.iterdir()}
    restore_beside(open_backup(backup, PASSPHRASE), home, NOW)
    assert holds_the_unit(home)
    (kept,) = kept_vaults(home)
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == left
    remove_kept_vaults(home)
    assert kept_vaults(home) == ()
    assert holds_the_unit(home)


def test_changes_after_the_backup_are_kept_beside(vault: Vault, backup: Path, home: Path) -> None:
    with vault.store().begin() as work:
        work.put(citizen("c9"))
        work.commit()
    vault.close()
    restore_beside(open_backup(backup, PASSPHRASE), home, NOW)
    assert holds_the_unit(home)
    (kept,) = kept_vaults(home)
    before = open_vault(kept, PASSPHRASE)
    with before.store().begin() as work:
        assert len(work.unit().citizens) == 3
    before.close()


def test_wherever_the_power_goes_the_vault_is_the_old_one_or_the_new_one(
    vault: Vault, backup: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.close()
    restore_beside(open_backup(backup, PASSPHRASE), home, NOW)
    moves, replace = 0, Path.replace

    def until(path: Path, target: Path) -> Path:
        nonlocal moves
        if moves == 0:
            raise KeyboardInterrupt
        moves -= 1
        return replace(path, target)

    for stop in range(7):
        here = tmp_path / f"stopped after {stop}"
        shutil.copytree(home, here)
        with monkeypatch.context() as patch:
            moves = stop
            patch.setattr(Path, "replace", until)
            try:
                finish_restoring(here)
            except KeyboardInterrupt:
                assert stop < 6
        assert vault_exists(here)
        assert holds_the_unit(here)
        (kept,) = kept_vaults(here)
        assert sorted(path.name for path in kept.iterdir()) == [
            "sikkerplan.db",
            "vault.json",
            "vault.json.copy",
        ]


def test_a_restore_that_fails_leaves_the_folder_as_it_was(
    vault: Vault, backup: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.close()
    before = {path.name: path.read_bytes() for path in home.iterdir()}

    def full(*_: object) -> None:
        raise OSError(28, "no space left")

    opened = open_backup(backup, PASSPHRASE)
    monkeypatch.setattr("desktop.vault.restore.write_keys", full)
    with pytest.raises(OSError, match="space"):
        restore_beside(opened, home, NOW)
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


def test_a_backup_of_a_newer_schema_is_refused_with_the_vault_as_it_was(
    vault: Vault, shelf: Path, home: Path
) -> None:
    engine = open_engine(home / "sikkerplan.db", vault.subkeys.database())
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    made = make_backup(vault.source(), shelf, NOW)
    with pytest.raises(VaultTooNew):
        restore_beside(open_backup(made.path, PASSPHRASE), home / "new", NOW)
    assert list((home / "new").iterdir()) == []


def test_a_drill_compares_row_by_row_and_leaves_nothing(
    vault: Vault, backup: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    before = sorted(path.name for path in home.iterdir())
    same = try_restoring(open_backup(backup, PASSPHRASE), vault.source())
    assert same.differences == ()
    assert same.rows > 50
    with vault.store().begin() as work:
        work.put(citizen("c1", "Another name"))
        work.commit()
    later = try_restoring(open_backup(backup, PASSPHRASE), vault.source())
    changed = [each for each in later.differences if not each.table.startswith("audit_")]
    assert changed == [TableDifference("citizens", 1, 1)]
    assert later.made == NOW
    assert list(place.iterdir()) == []
    assert sorted(path.name for path in home.iterdir()) == before


@pytest.mark.parametrize("work", ["restore", "trial"])
def test_what_a_restore_leaves_that_is_cut_off_goes_with_the_next_opening(
    vault: Vault, backup: Path, home: Path, monkeypatch: pytest.MonkeyPatch, work: str
) -> None:
    opened, source = open_backup(backup, PASSPHRASE), vault.source()

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("desktop.vault.restore.open_store", killed)
        # A process that is killed tidies nothing up.
        patch.setattr("shutil.rmtree", lambda *_, **__: None)
        with pytest.raises(KeyboardInterrupt):
            restore_beside(opened, home, NOW) if work == "restore" else try_restoring(opened, source)
    assert list(home.rglob("restore.part*/sikkerplan.db"))
    vault.close()
    assert holds_the_unit(home)
    assert not list(home.glob("restore.part*"))


def test_the_recovery_key_of_the_day_opens_it_and_no_other_one(vault: Vault, shelf: Path) -> None:
    text, other = draft_recovery(), draft_recovery()
    vault.keys.set_recovery(text)
    made = make_backup(vault.source(), shelf, NOW).path
    vault.keys.set_recovery(other)
    assert open_backup(made, text).key == open_backup(made, PASSPHRASE).key
    assert open_backup(made, text.lower().replace("-", " ")).key == vault.subkeys.data
    with pytest.raises(WrongPassphrase):
        open_backup(made, other)


def test_after_the_data_key_was_made_anew_an_old_backup_keeps_the_old_one(
    vault: Vault, backup: Path, shelf: Path
) -> None:
    before = vault.subkeys.data
    vault.keys.rotate(PASSPHRASE, None, SystemKeyring(), CHEAP)
    later = make_backup(vault.source(), shelf, NOW + timedelta(days=1)).path
    assert open_backup(backup, PASSPHRASE).key == before
    assert open_backup(later, PASSPHRASE).key == vault.subkeys.data != before
    for made in (backup, later):
        there = shelf / f"of {made.name}"
        restore_beside(open_backup(made, PASSPHRASE), there, NOW)
        assert holds_the_unit(there)


def test_a_backup_made_before_the_key_was_changed_opens_with_the_old_slots(
    vault: Vault, backup: Path, home: Path, shelf: Path
) -> None:
    vault.close()
    (home / "vault.json").write_text("{}", encoding="utf-8")
    later = open_backup(backup, PASSPHRASE)
    assert later.header.made == NOW
    restore_beside(later, shelf / "there", NOW + timedelta(days=1))
    assert holds_the_unit(shelf / "there")
