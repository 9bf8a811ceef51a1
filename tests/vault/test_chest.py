"""Ways to open a vault: added, changed, removed, and never the last one."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import desktop.store.rekeying as rekeying_module
import desktop.vault.chest as chest_module
from desktop.services.keys import KeyringFault, SlotKind
from desktop.services.recovery_text import MistypedRecoveryKey
from desktop.store import DatabaseKey
from desktop.store.unit_of_work import SqlStore
from desktop.vault import (
    KeyringUnusable,
    LastSlot,
    PassphraseRefused,
    Vault,
    VaultClosed,
    VaultError,
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
from tests.vault.kit import ANOTHER, CHEAP, PASSPHRASE, MemoryKeyring


@pytest.fixture
def folder(home: Path) -> Path:
    return home


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


def holds_the_unit(vault: Vault) -> bool:
    with vault.store().begin() as work:
        same = work.unit() == UNIT
    vault.close()
    return same


def kinds(folder: Path) -> set[SlotKind]:
    return {slot.kind for slot in vault_slots(folder)}


def by_keyring(folder: Path, keyring: MemoryKeyring) -> Vault:
    return open_vault_by_keyring(folder, kept_secret(folder, keyring))


def test_a_changed_passphrase_opens_the_vault_and_the_old_one_does_not(vault: Vault, folder: Path) -> None:
    vault.keys.set_passphrase(ANOTHER, CHEAP)
    vault.close()
    with pytest.raises(WrongPassphrase):
        open_vault(folder, PASSPHRASE)
    assert holds_the_unit(open_vault(folder, ANOTHER))


def test_a_weak_passphrase_changes_nothing(vault: Vault, folder: Path) -> None:
    with pytest.raises(PassphraseRefused):
        vault.keys.set_passphrase("københavn 2026 sommer", CHEAP)
    vault.close()
    assert holds_the_unit(open_vault(folder, PASSPHRASE))


def test_a_recovery_key_opens_the_vault_as_somebody_types_it(vault: Vault, folder: Path) -> None:
    text = draft_recovery()
    vault.keys.set_recovery(text)
    vault.close()
    for typed in (text, text.lower().replace("-", " "), text.replace("0", "o").replace("1", "l")):
        assert holds_the_unit(open_vault_by_recovery(folder, typed))
    assert holds_the_unit(open_vault(folder, PASSPHRASE))


def test_another_recovery_key_does_not_open_it(vault: Vault, folder: Path) -> None:
    with pytest.raises(WrongRecoveryKey):
        open_vault_by_recovery(folder, draft_recovery())
    old, new = draft_recovery(), draft_recovery()
    vault.keys.set_recovery(old)
    vault.keys.set_recovery(new)
    vault.close()
    with pytest.raises(WrongRecoveryKey):
        open_vault_by_recovery(folder, old)
    with pytest.raises(MistypedRecoveryKey):
        open_vault_by_recovery(folder, new[:-1])
    assert holds_the_unit(open_vault_by_recovery(folder, new))


def test_the_keyring_opens_the_vault_without_typing(
    vault: Vault, folder: Path, keyring: MemoryKeyring
) -> None:
    vault.keys.set_keyring(keyring)
    vault.close()
    assert holds_the_unit(by_keyring(folder, keyring))
    assert holds_the_unit(open_vault(folder, PASSPHRASE))


def test_a_renewed_keyring_slot_leaves_one_secret(vault: Vault, folder: Path, keyring: MemoryKeyring) -> None:
    vault.keys.set_keyring(keyring)
    first = dict(keyring.kept)
    vault.keys.set_keyring(keyring)
    assert len(keyring.kept) == 1
    assert set(keyring.kept.values()).isdisjoint(first.values())
    vault.close()
    assert holds_the_unit(by_keyring(folder, keyring))


def test_what_the_keyring_holds_opens_nothing_by_itself(
    vault: Vault, folder: Path, keyring: MemoryKeyring
) -> None:
    vault.keys.set_keyring(keyring)
    (kept,) = keyring.kept.values()
    secret = vault.subkeys.data.secret()
    assert kept not in secret
    assert secret not in kept


def test_a_keyring_that_lost_its_secret_or_has_another_is_told(
    vault: Vault, folder: Path, keyring: MemoryKeyring
) -> None:
    vault.keys.set_keyring(keyring)
    vault.close()
    (name,) = keyring.kept
    keyring.kept[name] = bytes(32)
    for _ in range(2):
        with pytest.raises(KeyringUnusable) as told:
            by_keyring(folder, keyring)
        assert told.value.fault is KeyringFault.EMPTY
        keyring.kept.clear()


@pytest.mark.parametrize("fault", [KeyringFault.NONE_THERE, KeyringFault.LOCKED, KeyringFault.FORBIDDEN])
def test_without_a_usable_keyring_no_slot_is_made_and_the_passphrase_opens(
    vault: Vault, folder: Path, fault: KeyringFault
) -> None:
    before = (folder / "vault.json").read_bytes()
    with pytest.raises(KeyringUnusable) as told:
        vault.keys.set_keyring(MemoryKeyring(fault))
    assert told.value.fault is fault
    assert (folder / "vault.json").read_bytes() == before
    vault.close()
    assert holds_the_unit(open_vault(folder, PASSPHRASE))


def test_a_key_file_that_can_not_be_written_leaves_no_secret_in_the_keyring(
    vault: Vault, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise InterruptedError

    monkeypatch.setattr(chest_module, "write_keys", full)
    with pytest.raises(InterruptedError):
        vault.keys.set_keyring(keyring)
    assert keyring.kept == {}
    assert [slot.kind for slot in vault.keys.slots()] == [SlotKind.PASSPHRASE]


def test_every_slot_can_be_removed_but_the_last_that_works_elsewhere(
    vault: Vault, folder: Path, keyring: MemoryKeyring
) -> None:
    vault.keys.set_keyring(keyring)
    with pytest.raises(LastSlot):
        vault.keys.remove(SlotKind.PASSPHRASE, keyring)
    text = draft_recovery()
    vault.keys.set_recovery(text)
    vault.keys.remove(SlotKind.PASSPHRASE, keyring)
    assert kinds(folder) == {SlotKind.KEYRING, SlotKind.RECOVERY}
    with pytest.raises(LastSlot):
        vault.keys.remove(SlotKind.RECOVERY, keyring)
    vault.keys.remove(SlotKind.KEYRING, keyring)
    assert keyring.kept == {}
    assert kinds(folder) == {SlotKind.RECOVERY}
    vault.close()
    with pytest.raises(WrongPassphrase):
        open_vault(folder, PASSPHRASE)
    with pytest.raises(KeyringUnusable):
        kept_secret(folder, keyring)
    assert holds_the_unit(open_vault_by_recovery(folder, text))


def test_a_keyring_slot_goes_also_where_the_keyring_does_not_answer(
    vault: Vault, folder: Path, keyring: MemoryKeyring
) -> None:
    vault.keys.set_keyring(keyring)
    keyring.fault = KeyringFault.LOCKED
    vault.keys.remove(SlotKind.KEYRING, keyring)
    assert kinds(folder) == {SlotKind.PASSPHRASE}


def test_each_slot_says_when_it_was_made(vault: Vault, folder: Path, keyring: MemoryKeyring) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    vault.keys.set_keyring(keyring)
    vault.keys.set_recovery(draft_recovery())
    slots = vault_slots(folder)
    assert {slot.kind for slot in slots} == set(SlotKind)
    assert all(slot.made is not None and before <= slot.made <= datetime.now(UTC) for slot in slots[1:])
    assert vault.keys.slots() == slots


def test_a_closed_vault_changes_no_key(vault: Vault, folder: Path, keyring: MemoryKeyring) -> None:
    before = (folder / "vault.json").read_bytes()
    vault.close()
    acts: list[Callable[[], object]] = [
        lambda: vault.keys.set_passphrase(ANOTHER, CHEAP),
        lambda: vault.keys.set_recovery(draft_recovery()),
        lambda: vault.keys.set_keyring(keyring),
        lambda: vault.keys.rotate(PASSPHRASE, None, keyring, CHEAP),
        lambda: vault.keys.remove(SlotKind.KEYRING, keyring),
    ]
    for act in acts:
        with pytest.raises(VaultError):
            act()
    assert (folder / "vault.json").read_bytes() == before
    assert keyring.kept == {}


def test_a_slot_keeps_its_secret_from_whoever_reads_the_files(
    vault: Vault, folder: Path, keyring: MemoryKeyring
) -> None:
    text = draft_recovery()
    vault.keys.set_recovery(text)
    vault.keys.set_keyring(keyring)
    for name in ("vault.json", "vault.json.copy"):
        content = (folder / name).read_text(encoding="utf-8")
        assert not any(group in content for group in text.split("-"))
        if os.name != "nt":
            assert (folder / name).stat().st_mode & 0o777 == 0o600


def test_closing_does_not_wait_for_a_database_that_is_being_encrypted_anew(
    vault: Vault, folder: Path, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "vault.json").read_bytes()
    copying, closed = threading.Event(), threading.Event()
    copied = rekeying_module.write_verified_copy

    def slowly(store: SqlStore, target: Path, key: DatabaseKey) -> None:
        copied(store, target, key)
        copying.set()
        closed.wait(30)

    monkeypatch.setattr(rekeying_module, "write_verified_copy", slowly)
    raised: list[Exception] = []

    def rotate() -> None:
        try:
            vault.keys.rotate(PASSPHRASE, None, keyring, CHEAP)
        except VaultClosed as error:
            raised.append(error)

    thread = threading.Thread(target=rotate)
    thread.start()
    assert copying.wait(30)
    vault.close()
    closed.set()
    thread.join()
    assert raised
    assert (folder / "vault.json").read_bytes() == before
    assert not (folder / "sikkerplan.db.rekeyed").exists()
    assert holds_the_unit(open_vault(folder, PASSPHRASE))
