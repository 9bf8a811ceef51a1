"""A rotated data key: everything is encrypted anew, nothing is lost, and a crash at any step leaves one
state that opens."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

import desktop.store.rekeying as rekeying_module
import desktop.vault.chest as chest_module
from desktop.domain.places import Site, SiteKind
from desktop.services.keys import KeyringFault, SlotKind
from desktop.services.recovery_text import MistypedRecoveryKey
from desktop.store import (
    DatabaseKey,
    StoreBusy,
    StoreDamaged,
    StoreNotWritable,
    WrongKey,
    open_store,
)
from desktop.store.engine import copy_database
from desktop.store.unit_of_work import SqlStore
from desktop.vault import (
    MustReopen,
    Vault,
    VaultDamaged,
    VaultError,
    VaultUnfinished,
    WrongPassphrase,
    WrongRecoveryKey,
    draft_recovery,
    kept_secret,
    open_vault,
    open_vault_by_keyring,
    open_vault_by_recovery,
    vault_slots,
)
from tests.store.small_unit import UNIT
from tests.torture.full_disk import left_free, small_disk
from tests.torture.rotations import FILES, Crash, CrashingSteps, Rotations
from tests.vault.kit import ANOTHER, CHEAP, PASSPHRASE, MemoryKeyring, make_first_version

OLD_RECOVERY = draft_recovery()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, kept_vault: Path) -> Path:
    """A vault with the small unit, a passphrase and a recovery key."""
    folder = tmp_path_factory.mktemp("template") / "vault"
    shutil.copytree(kept_vault, folder)
    vault = open_vault(folder, PASSPHRASE)
    vault.keys.set_recovery(OLD_RECOVERY)
    vault.close()
    return folder


@pytest.fixture
def folder(tmp_path: Path, template: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "vault"))


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    opened = open_vault(folder, PASSPHRASE)
    yield opened
    opened.close()


def holds_the_unit(vault: Vault) -> bool:
    with vault.store().begin() as work:
        same = work.unit() == UNIT
    vault.close()
    return same


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_whole_database_is_encrypted_anew(vault: Vault, folder: Path) -> None:
    keyring = MemoryKeyring()
    old = vault.subkeys.database()
    before = (folder / "sikkerplan.db").read_bytes()
    text = draft_recovery()

    assert vault.keys.rotate(PASSPHRASE, text, keyring, CHEAP) is None

    new = vault.subkeys.database()
    vault.close()
    after = (folder / "sikkerplan.db").read_bytes()
    pages = {before[at : at + 4096] for at in range(0, len(before), 4096)}
    assert not any(after[at : at + 4096] in pages for at in range(0, len(after), 4096))
    with pytest.raises(WrongKey):
        open_store(folder / "sikkerplan.db", old)
    assert new.key != old.key
    assert names(folder) == FILES
    assert holds_the_unit(open_vault(folder, PASSPHRASE))
    assert holds_the_unit(open_vault_by_recovery(folder, text))
    with pytest.raises(WrongRecoveryKey):
        open_vault_by_recovery(folder, OLD_RECOVERY)


def test_the_store_in_use_goes_on_and_keeps_what_is_written_before_and_after(
    vault: Vault, folder: Path
) -> None:
    store = vault.store()
    with store.begin() as work:
        work.put(Site("before", "Before", SiteKind.UNIT))
        work.commit()
    vault.keys.rotate(PASSPHRASE, draft_recovery(), MemoryKeyring(), CHEAP)
    with store.begin() as work:
        work.put(Site("after", "After", SiteKind.UNIT))
        work.commit()
    vault.close()
    again = open_vault(folder, PASSPHRASE)
    with again.store().begin() as work:
        assert work.get(Site, "before") is not None
        assert work.get(Site, "after") is not None
    again.close()


def test_somebody_who_writes_meanwhile_waits_and_loses_nothing(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The writer comes while the copy is made; what it commits must be in the new database."""
    real = copy_database
    started = threading.Event()
    done: list[bool] = []

    def write() -> None:
        started.set()
        with vault.store().begin() as work:
            work.put(Site("meanwhile", "Meanwhile", SiteKind.UNIT))
            work.commit()
        done.append(True)

    writer = threading.Thread(target=write)

    def copy(engine: Engine, target: Path, key: DatabaseKey) -> None:
        writer.start()
        assert started.wait(10)
        assert not done
        real(engine, target, key)

    monkeypatch.setattr("desktop.store.engine.copy_database", copy)
    vault.keys.rotate(PASSPHRASE, draft_recovery(), MemoryKeyring(), CHEAP)
    writer.join()
    assert done
    vault.close()
    again = open_vault(folder, PASSPHRASE)
    with again.store().begin() as work:
        assert work.get(Site, "meanwhile") is not None
    again.close()


def test_a_transaction_that_does_not_end_keeps_the_key_from_being_rotated(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = vault.store()
    assert isinstance(store, SqlStore)
    monkeypatch.setattr(store.gate, "_seconds", 0.01)
    before = (folder / "vault.json").read_bytes()
    with store.begin(), pytest.raises(StoreBusy):
        vault.keys.rotate(PASSPHRASE, draft_recovery(), MemoryKeyring(), CHEAP)
    assert (folder / "vault.json").read_bytes() == before
    assert holds_the_unit(vault)


def test_the_keyring_is_renewed_by_itself(vault: Vault, folder: Path) -> None:
    keyring = MemoryKeyring()
    vault.keys.set_keyring(keyring)
    old = dict(keyring.kept)
    vault.keys.rotate(PASSPHRASE, draft_recovery(), keyring, CHEAP)
    vault.close()
    assert len(keyring.kept) == 1
    assert set(keyring.kept.values()).isdisjoint(old.values())
    assert holds_the_unit(open_vault_by_keyring(folder, kept_secret(folder, keyring)))


def test_a_keyring_that_does_not_answer_is_left_out_and_told(vault: Vault, folder: Path) -> None:
    keyring = MemoryKeyring()
    vault.keys.set_keyring(keyring)
    keyring.fault = KeyringFault.LOCKED
    assert vault.keys.rotate(PASSPHRASE, draft_recovery(), keyring, CHEAP) is KeyringFault.LOCKED
    assert {slot.kind for slot in vault_slots(folder)} == {SlotKind.PASSPHRASE, SlotKind.RECOVERY}


@pytest.mark.parametrize(
    ("passphrase", "recovery", "error"),
    [
        (ANOTHER, OLD_RECOVERY, WrongPassphrase),
        (None, OLD_RECOVERY, WrongPassphrase),
        (PASSPHRASE, None, MistypedRecoveryKey),
    ],
    ids=["another passphrase", "no passphrase", "no recovery key"],
)
def test_without_what_the_slots_need_nothing_is_changed(
    vault: Vault,
    folder: Path,
    passphrase: str | None,
    recovery: str | None,
    error: type[Exception],
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".db-shm"}
    with pytest.raises(error):
        vault.keys.rotate(passphrase, recovery, MemoryKeyring(), CHEAP)
    assert {name: (folder / name).read_bytes() for name in before} == before


def test_audit_and_pseudonyms_go_on_with_their_keys_and_backups_do_not(vault: Vault, folder: Path) -> None:
    first = vault.subkeys
    audit, pseudonyms, backups = first.audit(), first.pseudonyms(), {first.backup()}
    for _ in range(2):
        vault.keys.rotate(PASSPHRASE, draft_recovery(), MemoryKeyring(), CHEAP)
        backups.add(vault.subkeys.backup())
    vault.close()
    again = open_vault(folder, PASSPHRASE)
    assert again.subkeys.audit() == audit
    assert again.subkeys.pseudonyms() == pseudonyms
    assert again.subkeys.backup() in backups
    assert len(backups) == 3
    again.close()


def test_an_old_copy_of_the_folder_still_opens_with_the_old_keys(
    vault: Vault, folder: Path, tmp_path: Path
) -> None:
    old = Path(shutil.copytree(folder, tmp_path / "old"))
    vault.keys.rotate(PASSPHRASE, draft_recovery(), MemoryKeyring(), CHEAP)
    assert holds_the_unit(open_vault_by_recovery(old, OLD_RECOVERY))


def test_a_copy_that_is_not_whole_is_never_taken(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = copy_database

    def spoil(engine: Engine, target: Path, key: DatabaseKey) -> None:
        real(engine, target, key)
        content = bytearray(target.read_bytes())
        content[-100] ^= 1
        target.write_bytes(content)

    monkeypatch.setattr("desktop.store.engine.copy_database", spoil)
    with pytest.raises(StoreDamaged):
        vault.keys.rotate(PASSPHRASE, draft_recovery(), MemoryKeyring(), CHEAP)
    assert "sikkerplan.db.rekeyed" not in names(folder)
    assert holds_the_unit(vault)
    assert holds_the_unit(open_vault_by_recovery(folder, OLD_RECOVERY))


def test_a_full_disk_leaves_the_old_key(vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring = MemoryKeyring()
    vault.keys.set_keyring(keyring)
    kept = dict(keyring.kept)

    def full(*args: object) -> None:
        raise InterruptedError

    with monkeypatch.context() as patch:
        patch.setattr(chest_module, "write_keys", full)
        with pytest.raises(InterruptedError):
            vault.keys.rotate(PASSPHRASE, draft_recovery(), keyring, CHEAP)
    assert keyring.kept == kept
    assert holds_the_unit(vault)
    assert names(folder) == FILES
    assert holds_the_unit(open_vault_by_recovery(folder, OLD_RECOVERY))


def test_a_disk_that_is_full_at_any_write_loses_nothing(folder: Path, tmp_path: Path) -> None:
    """With room for nothing up to room for all, on a real small disk."""
    size = (folder / "sikkerplan.db").stat().st_size // 1024
    told: list[str] = []
    with small_disk(tmp_path / "disk", kib=size * 5) as disk:
        for kib in (*range(0, 48, 8), *range(48, 3 * size, size // 3)):
            target = Path(shutil.copytree(folder, disk / "vault"))
            vault = open_vault(target, PASSPHRASE)
            new = draft_recovery()
            with left_free(disk, kib):
                try:
                    vault.keys.rotate(PASSPHRASE, new, MemoryKeyring(), CHEAP)
                    told.append("done")
                except MustReopen:
                    told.append("reopen")
                except (StoreNotWritable, OSError):
                    told.append("full")
                vault.close()
            opens = OLD_RECOVERY if told[-1] == "full" else new
            assert holds_the_unit(open_vault_by_recovery(target, opens))
            assert holds_the_unit(open_vault(target, PASSPHRASE))
            assert names(target) == FILES
            shutil.rmtree(target)
    assert "full" in told
    assert told[-1] == "done"


def test_a_database_that_can_not_be_swapped_is_swapped_at_the_next_opening(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*args: object) -> None:
        raise PermissionError

    text = draft_recovery()
    with monkeypatch.context() as patch:
        patch.setattr(rekeying_module, "finish_rewrite", held)
        with pytest.raises(MustReopen):
            vault.keys.rotate(PASSPHRASE, text, MemoryKeyring(), CHEAP)
    vault.close()
    # Who only reads may not swap it, and is told so: it is no damage.
    with pytest.raises(VaultUnfinished):
        open_vault(folder, PASSPHRASE, read_only=True)
    assert "sikkerplan.db.rekeyed" in names(folder)
    assert holds_the_unit(open_vault_by_recovery(folder, text))
    assert names(folder) == FILES
    open_vault(folder, PASSPHRASE, read_only=True).close()


def test_a_rekeyed_database_is_not_touched_where_the_key_opens_neither(folder: Path) -> None:
    for name in ("sikkerplan.db", "sikkerplan.db.rekeyed"):
        (folder / name).write_bytes(os.urandom(16_384))
    before = {name: (folder / name).read_bytes() for name in names(folder)}
    with pytest.raises(VaultDamaged):
        open_vault(folder, PASSPHRASE)
    assert {name: (folder / name).read_bytes() for name in before} == before


def test_a_crash_at_any_step_leaves_a_vault_that_opens_with_all_its_data(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each write, rename, removal and flush in turn. Exactly one of the two recovery keys opens."""

    def act(target: Path, recovery: str) -> Callable[[], object]:
        vault = open_vault(target, PASSPHRASE)
        with vault.store().begin() as work:
            work.put(Site("late", "Late", SiteKind.UNIT))
            work.commit()
        return lambda: vault.keys.rotate(PASSPHRASE, recovery, MemoryKeyring(), CHEAP)

    outcomes: list[str] = []
    for step in range(200):
        target = Path(shutil.copytree(folder, tmp_path / f"crash{step}"))
        recovery = draft_recovery()
        rotate = act(target, recovery)
        crashed = False
        with CrashingSteps(monkeypatch, step):
            try:
                rotate()
            except Crash:
                crashed = True
        # Read as another process finds it: this one still holds the files that it had open.
        left = Path(shutil.copytree(target, tmp_path / f"left{step}"))
        outcomes.append(check_one_state(left, recovery))
        shutil.rmtree(left)
        if not crashed:
            break
    else:
        pytest.fail("the rotation never came to its end")
    assert len(outcomes) > 12
    assert outcomes == sorted(outcomes, reverse=True)
    assert set(outcomes) == {"old", "new"}


def check_one_state(folder: Path, recovery: str) -> str:
    vault = open_vault(folder, PASSPHRASE)
    with vault.store().begin() as work:
        assert work.get(Site, "late") is not None
        assert len(work.all(Site)) == len(UNIT.sites) + 1
    # As the door does where the trail tells of a change that was cut off.
    vault.forget_displaced()
    vault.close()
    assert names(folder) == FILES
    assert (folder / "vault.json").read_bytes() == (folder / "vault.json.copy").read_bytes()
    opened = []
    for name, text in (("old", OLD_RECOVERY), ("new", recovery)):
        try:
            open_vault_by_recovery(folder, text).close()
        except WrongRecoveryKey:
            continue
        opened.append(name)
    (one,) = opened
    return one


def test_a_kill_at_any_moment_leaves_a_vault_that_opens_with_all_its_data(tmp_path: Path) -> None:
    """The short form of ``tests.torture.rotations``."""
    result = Rotations(tmp_path, seed=4).run(kills=4)
    assert result.kills == 4
    assert result.opened == 4


def test_a_vault_of_the_first_version_is_brought_up_when_it_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    make_first_version(folder)
    before = (folder / "sikkerplan.db").read_bytes()
    with pytest.raises(WrongPassphrase):
        open_vault(folder, ANOTHER)
    assert (folder / "sikkerplan.db").read_bytes() == before

    assert holds_the_unit(open_vault(folder, PASSPHRASE))

    assert b'"sikkerplan-vault/2"' in (folder / "vault.json").read_bytes()
    assert (folder / "sikkerplan.db").read_bytes()[:16] != before[:16]
    assert names(folder) == FILES
    again = open_vault(folder, PASSPHRASE)
    assert len(again.subkeys.audit()) == 32
    again.keys.set_recovery(draft_recovery())
    assert holds_the_unit(again)


def test_a_crash_while_the_first_version_is_brought_up_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = tmp_path / "first"
    make_first_version(first)
    for step in range(200):
        folder = Path(shutil.copytree(first, tmp_path / f"crash{step}"))
        crashed = False
        with CrashingSteps(monkeypatch, step):
            try:
                open_vault(folder, PASSPHRASE).close()
            except Crash:
                crashed = True
        assert holds_the_unit(open_vault(folder, PASSPHRASE))
        assert names(folder) == FILES
        if not crashed:
            break
    else:
        pytest.fail("it was never brought up")
    assert step > 8


def test_no_error_of_a_rotation_tells_a_secret(vault: Vault, folder: Path) -> None:
    for passphrase, recovery in ((ANOTHER, OLD_RECOVERY), (PASSPHRASE, "AAAA")):
        with pytest.raises((VaultError, MistypedRecoveryKey)) as told:
            vault.keys.rotate(passphrase, recovery, MemoryKeyring(), CHEAP)
        for secret in (ANOTHER, "AAAA", str(folder)):
            assert secret not in str(told.value)


def test_the_file_beside_is_never_plain(vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    def look(where: Path, keys: object) -> None:
        seen.append((where / "sikkerplan.db.rekeyed").read_bytes())
        raise InterruptedError

    monkeypatch.setattr(chest_module, "write_keys", look)
    with pytest.raises(InterruptedError):
        vault.keys.rotate(PASSPHRASE, draft_recovery(), MemoryKeyring(), CHEAP)
    (content,) = seen
    assert not content.startswith(b"SQLite format 3")
    plain = folder / "x.db"
    plain.write_bytes(content)
    connection = sqlite3.connect(plain)
    with pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT * FROM sqlite_master")
    connection.close()
