"""Backups: made whole and verified or not at all, and never the last good one removed."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import desktop.vault.backup as backup_module
from desktop.store import DatabaseKey, StoreDamaged, StoreFacts, WrongKey, examine_store, open_store
from desktop.store.driver import connect
from desktop.vault import (
    Backup,
    BackupNotVerified,
    Vault,
    VaultDamaged,
    VaultTooNew,
    WrongPassphrase,
    list_backups,
    look_at,
    make_backup,
    open_backup,
    remove_leftovers,
)
from desktop.vault.container import BackupKeys, take_out
from tests.store.small_unit import NEEDLE, citizen
from tests.vault.conftest import NOW
from tests.vault.kit import CHEAP, PASSPHRASE, MemoryKeyring


def make(vault: Vault, shelf: Path, days: int = 0, keep: int = 14) -> Backup:
    return make_backup(vault.source("1.2.3"), shelf, NOW + timedelta(days=days), keep=keep)


def test_a_backup_says_what_it_is_and_opens_with_the_passphrase(vault: Vault, shelf: Path) -> None:
    made = make_backup(vault.source("1.2.3"), shelf, NOW)
    assert [path.name for path in shelf.iterdir()] == [made.path.name]
    header = made.header
    assert header is not None
    assert (header.made, header.app, header.number) == (NOW, "1.2.3", 1)
    assert header.schema == examine_store(vault.folder / "sikkerplan.db", vault.subkeys.database()).revision
    opened = open_backup(made.path, PASSPHRASE)
    assert opened.sealed.audit == vault.trail().head()
    assert opened.sealed.rows["citizens"] == 2
    assert opened.key == vault.subkeys.data
    with pytest.raises(WrongPassphrase):
        open_backup(made.path, "another passphrase")


def test_only_the_owner_can_read_it_and_nothing_of_a_name_stands_in_it(vault: Vault, shelf: Path) -> None:
    made = make(vault, shelf)
    content = made.path.read_bytes()
    for word in (*NEEDLE.split(), "citizens", "CREATE TABLE", '"rows"'):
        assert word.encode() not in content
    if os.name != "nt":
        assert made.path.stat().st_mode & 0o777 == 0o600


def test_it_holds_what_was_committed_while_the_store_is_open_and_in_use(vault: Vault, shelf: Path) -> None:
    with vault.store().begin() as work:
        work.put(citizen("c9"))
        work.commit()
    with vault.store().begin() as unfinished:
        unfinished.put(citizen("c10"))
        made = make(vault, shelf)
    assert open_backup(made.path, PASSPHRASE).sealed.rows["citizens"] == 3


def test_the_database_cut_out_of_it_is_no_vaults_database(vault: Vault, shelf: Path, tmp_path: Path) -> None:
    made = make(vault, shelf)
    opened = open_backup(made.path, PASSPHRASE)
    cut = tmp_path / "cut.db"
    take_out(made.path, opened.header, cut)
    with pytest.raises(WrongKey):
        open_store(cut, vault.subkeys.database())
    keys = BackupKeys.of(vault.subkeys, opened.header.salt)
    assert examine_store(cut, keys.database).rows == opened.sealed.rows
    other = open_backup(make(vault, shelf, 1).path, PASSPHRASE)
    with pytest.raises(WrongKey):
        examine_store(cut, BackupKeys.of(vault.subkeys, other.header.salt).database)


def test_a_single_bit_that_turned_is_told_as_damage(vault: Vault, shelf: Path) -> None:
    made = make(vault, shelf)
    assert made.header is not None
    content = made.path.read_bytes()
    for step in range(100):
        # Every second one lies in the header, which is short beside the database.
        length = made.header.database_at if step % 2 else len(content)
        turned = bytearray(content)
        turned[step * length // 100] ^= 1 << step % 8
        made.path.write_bytes(turned)
        assert not look_at(made.path).whole
        with pytest.raises(VaultDamaged):
            open_backup(made.path, PASSPHRASE)


def rewritten(path: Path, before: bytes, after: bytes) -> None:
    """The file with something else in it and a fresh digest, as somebody without the key can write it."""
    body = path.read_bytes()[:-32].replace(before, after, 1)
    path.write_bytes(body + hashlib.sha256(body).digest())


def test_a_header_that_somebody_wrote_anew_is_told_when_it_is_opened(vault: Vault, shelf: Path) -> None:
    made = make(vault, shelf)
    rewritten(made.path, b'"app": "1.2.3"', b'"app": "1.2.4"')
    assert look_at(made.path).whole
    with pytest.raises(VaultDamaged):
        open_backup(made.path, PASSPHRASE)


def test_a_database_that_somebody_changed_is_told_although_the_digest_at_the_end_is_anew(
    vault: Vault, shelf: Path
) -> None:
    made = make(vault, shelf)
    assert made.header is not None
    body = bytearray(made.path.read_bytes()[:-32])
    body[made.header.database_at + 5000] ^= 1
    made.path.write_bytes(bytes(body) + hashlib.sha256(body).digest())
    assert not look_at(made.path).whole


def forged(shelf: Path, real: Backup, number: int) -> Path:
    """What somebody without the key can put beside: a file with a digest of its own, and any number."""
    path = shelf / f"sikkerplan-29991231T000000Z-{len(list(shelf.iterdir()))}.backup"
    body, length = real.path.read_bytes()[:-32], len(b"sikkerplan-backup/1\n")
    assert real.header is not None
    head = body[length + 8 : real.header.database_at]
    head = head.replace(b'"number": %d' % real.header.number, b'"number": %d' % number)
    body = body[:length] + len(head).to_bytes(8, "big") + head + body[real.header.database_at :]
    path.write_bytes(body + hashlib.sha256(body).digest())
    assert look_at(path).whole
    return path


@pytest.mark.parametrize("numbers", [range(100, 120), range(10**9 - 10, 10**9 + 10), [10**40] * 20])
def test_forged_files_push_out_no_real_one(vault: Vault, shelf: Path, numbers: Sequence[int]) -> None:
    real = [make(vault, shelf, day) for day in range(5)]
    for number in numbers:
        forged(shelf, real[0], number)
    latest = make(vault, shelf, 6)
    assert latest.header is not None
    assert latest.header.number == 6
    kept = {path.name for path in shelf.iterdir()}
    assert kept >= {each.path.name for each in (*real, latest)}
    assert len(kept) <= 14


def test_copies_of_one_push_out_no_other(vault: Vault, shelf: Path) -> None:
    real = [make(vault, shelf, day) for day in range(5)]
    for copy in range(20):
        shutil.copy(real[-1].path, shelf / f"sikkerplan-29991231T000000Z-{copy:02}.backup")
    make(vault, shelf, 6)
    headers = [each.header for each in list_backups(shelf)]
    assert len({header.id for header in headers if header is not None}) == 6
    assert len(headers) == 14


def test_those_of_an_older_data_key_go_as_newer_ones_come(vault: Vault, shelf: Path) -> None:
    old = [make(vault, shelf, day, keep=4) for day in range(4)]
    vault.keys.rotate(PASSPHRASE, None, MemoryKeyring(), CHEAP)
    new = [make(vault, shelf, 10 + day, keep=4) for day in range(2)]
    assert [each.path for each in list_backups(shelf)] == [
        each.path for each in (new[1], new[0], old[3], old[2])
    ]


def test_a_backup_of_a_newer_app_is_told_as_such(vault: Vault, shelf: Path) -> None:
    made = make(vault, shelf)
    rewritten(made.path, b"sikkerplan-backup/1\n", b"sikkerplan-backup/2\n")
    with pytest.raises(VaultTooNew):
        open_backup(made.path, PASSPHRASE)


def test_the_last_fourteen_stay_and_the_older_go(vault: Vault, shelf: Path) -> None:
    made = [make(vault, shelf, day) for day in range(16)]
    assert {path.name for path in shelf.iterdir()} == {each.path.name for each in made[2:]}
    assert [each.path.name for each in list_backups(shelf)] == [each.path.name for each in reversed(made[2:])]


def test_a_clock_set_back_does_not_make_the_newest_the_oldest(vault: Vault, shelf: Path) -> None:
    for day in range(3):
        make(vault, shelf, day, keep=3)
    latest = make(vault, shelf, -400, keep=3)
    assert list_backups(shelf)[0].path == latest.path
    assert len(list_backups(shelf)) == 3


def test_damaged_ones_and_those_of_other_vaults_do_not_count(vault: Vault, shelf: Path) -> None:
    good, damaged = make(vault, shelf), make(vault, shelf, 1)
    damaged.path.write_bytes(damaged.path.read_bytes()[:-5])
    source = vault.source()
    stranger = replace(source, keys=replace(source.keys, vault="f" * 32))
    other = make_backup(stranger, shelf, NOW)
    latest = make(vault, shelf, 2, keep=2)
    assert {path.name for path in shelf.iterdir()} == {
        each.path.name for each in (good, damaged, other, latest)
    }
    assert [each.whole for each in list_backups(shelf, source.keys.vault)] == [True, False, True]


def cut_off(vault: Vault) -> None:
    """Changes an entry of the audit trail behind the back of its triggers."""
    connection = connect(vault.folder / "sikkerplan.db", vault.subkeys.database())
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        if name.startswith("audit_"):
            connection.execute(f"DROP TRIGGER {name}")
    connection.execute("UPDATE audit_entries SET kind = 'read' WHERE number = 1")
    connection.close()


@pytest.mark.parametrize("wrong", ["damaged", "rows", "chain", "disk"])
def test_one_that_is_not_what_it_should_be_is_thrown_away_and_the_old_ones_stay(
    vault: Vault, shelf: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    before = make(vault, shelf)

    def examined(path: Path, key: DatabaseKey) -> StoreFacts:
        if wrong == "damaged":
            raise StoreDamaged("a page")
        return StoreFacts("0001", {} if wrong == "rows" else examine_store(path, key).rows)

    def half(path: Path, *rest: object) -> None:
        path.write_bytes(before.path.read_bytes()[:-100])

    monkeypatch.setattr(backup_module, "examine_store", examined)
    if wrong == "disk":
        monkeypatch.setattr(backup_module, "write_container", half)
    if wrong == "chain":
        monkeypatch.setattr(backup_module, "examine_store", examine_store)
        cut_off(vault)
    with pytest.raises(BackupNotVerified):
        make_backup(vault.source(), shelf, NOW + timedelta(1), keep=1)
    assert [each.path for each in list_backups(shelf)] == [before.path]
    assert len(list(shelf.iterdir())) == 1
    assert not [path for path in vault.folder.iterdir() if path.name.startswith("sikkerplan.db.copy")]


def test_a_full_disk_leaves_the_folder_as_it_was(
    vault: Vault, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = make(vault, shelf)

    def full(*_: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr("desktop.vault.container.os.fsync", full)
    with pytest.raises(OSError, match="space"):
        make(vault, shelf, 1)
    assert list(shelf.iterdir()) == [before.path]


def test_a_folder_that_is_gone_is_told_and_not_made(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        make(vault, tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_what_a_killed_backup_left_goes_and_is_never_taken_for_one(vault: Vault, shelf: Path) -> None:
    made = make(vault, shelf)
    part = shelf / f"{made.path.name}.part"
    part.write_bytes(made.path.read_bytes()[:1000])
    (vault.folder / "sikkerplan.db.copy").write_bytes(b"half a copy")
    assert [each.path for each in list_backups(shelf)] == [made.path]
    remove_leftovers(shelf, vault.source().keys.vault)
    assert not part.exists()
    make(vault, shelf, 1)
    assert not (vault.folder / "sikkerplan.db.copy").exists()
