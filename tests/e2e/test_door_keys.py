"""The door to a real vault by each of its keys, and the changes that the dialog asks for."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.app.door import VaultDoor
from desktop.domain.audit import AuditKind
from desktop.services.keys import KeyAnswer, KeyOutcome, KeyringFault, SlotKind
from desktop.services.ports import AuditQuery
from desktop.store import rekeying
from desktop.ui.door import DoorAnswer
from tests.vault.kit import ANOTHER, CHEAP, PASSPHRASE, MemoryKeyring


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def door(tmp_path: Path, keyring: MemoryKeyring, qapp: QCoreApplication) -> Iterator[VaultDoor]:
    made = VaultDoor(tmp_path / "vault", CHEAP, keyring=keyring)
    assert made.create(PASSPHRASE) is DoorAnswer.OPEN
    yield made
    made.close()


def done(outcome: KeyOutcome) -> bool:
    return outcome == KeyOutcome(KeyAnswer.DONE)


def test_each_key_that_is_set_up_opens_the_door(door: VaultDoor) -> None:
    assert door.ways() == {SlotKind.PASSPHRASE}
    keys = door.keys()
    text = keys.draft_recovery()
    assert done(keys.set_recovery(text))
    assert done(keys.set_keyring())
    assert done(keys.set_passphrase(ANOTHER))
    assert door.ways() == set(SlotKind)
    for act in (
        door.unlock_by_keyring,
        lambda: door.unlock_by_recovery(text),
        lambda: door.unlock(ANOTHER),
    ):
        door.close()
        assert act() is DoorAnswer.OPEN
        with door.store().begin() as work:
            assert work.is_empty()


def test_what_does_not_open_says_why(door: VaultDoor, keyring: MemoryKeyring) -> None:
    draft = door.keys().draft_recovery()
    assert done(door.keys().set_keyring())
    door.close()
    assert door.unlock_by_recovery(draft) is DoorAnswer.WRONG_RECOVERY
    assert door.unlock_by_recovery("AAAA") is DoorAnswer.WRONG_RECOVERY
    keyring.fault = KeyringFault.LOCKED
    assert door.unlock_by_keyring() is KeyringFault.LOCKED
    keyring.fault = None
    keyring.kept.clear()
    assert door.unlock_by_keyring() is KeyringFault.EMPTY
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN


@pytest.mark.parametrize("name", ["vault.json", "vault.json.copy"])
def test_a_lost_key_file_is_replaced_by_its_copy(door: VaultDoor, tmp_path: Path, name: str) -> None:
    door.close()
    (tmp_path / "vault" / name).unlink()
    assert door.exists()
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    assert (tmp_path / "vault" / name).exists()


def test_every_refusal_is_an_answer(door: VaultDoor, keyring: MemoryKeyring) -> None:
    keys = door.keys()
    assert keys.remove(SlotKind.PASSPHRASE) == KeyOutcome(KeyAnswer.LAST)
    assert keys.set_passphrase("Adgangskode2026!") == KeyOutcome(KeyAnswer.WEAK_PASSPHRASE)
    assert keys.rotate(ANOTHER, None) == KeyOutcome(KeyAnswer.WRONG_PASSPHRASE)
    keyring.fault = KeyringFault.FORBIDDEN
    assert keys.set_keyring() == KeyOutcome(KeyAnswer.NO_KEYRING, KeyringFault.FORBIDDEN)
    door.close()
    assert keys.set_recovery(keys.draft_recovery()) == KeyOutcome(KeyAnswer.NOT_WRITTEN)


def test_whoever_changes_keys_proves_it_by_passphrase_or_recovery_key(door: VaultDoor) -> None:
    keys = door.keys()
    text = keys.draft_recovery()
    assert done(keys.set_recovery(text))
    assert done(keys.prove(PASSPHRASE))
    assert done(keys.prove(text.lower()))
    assert keys.prove(keys.draft_recovery()) == KeyOutcome(KeyAnswer.WRONG_PASSPHRASE)
    # As at the door: a wrong one makes the next one wait.
    assert keys.prove(PASSPHRASE) == KeyOutcome(KeyAnswer.WAIT)
    trail = door.audit.service()
    (last,) = trail.read(trail.find(AuditQuery(kind=AuditKind.KEY_CHANGE))[:1])
    assert last.payload is not None
    assert json.loads(last.payload.content) == {"failed": "wrong_passphrase"}


def test_every_change_of_the_keys_is_in_the_audit_trail(door: VaultDoor) -> None:
    keys = door.keys()
    assert done(keys.set_keyring())
    assert done(keys.remove(SlotKind.KEYRING))
    assert keys.rotate(ANOTHER, None) == KeyOutcome(KeyAnswer.WRONG_PASSPHRASE)
    assert done(keys.rotate(PASSPHRASE, None))
    trail = door.audit.service()
    changes, named = [], []
    for kept in trail.read(sorted(trail.find(AuditQuery(kind=AuditKind.KEY_CHANGE)))):
        assert kept.payload is not None
        content = json.loads(kept.payload.content)
        named.append(content.pop("keys", None))
        changes.append((kept.entry.subject_kind, content))
    assert changes == [
        ("keyring_key", {"asked": "set"}),
        ("keyring_key", {"done": "set"}),
        ("keyring_key", {"asked": "removed"}),
        ("keyring_key", {"done": "removed"}),
        ("data_key", {"asked": "set"}),
        ("data_key", {"failed": "wrong_passphrase"}),
        ("data_key", {"asked": "set"}),
        ("data_key", {"done": "set"}),
    ]
    assert [name is not None for name in named] == ["done" in content for _, content in changes]
    assert named[-1] == hashlib.sha256((door.folder / "vault.json").read_bytes()).hexdigest()
    assert trail.verify().whole


def test_a_new_key_that_needs_the_vault_opened_again_is_told_as_done(
    door: VaultDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(rekeying, "finish_rewrite", held)
        assert door.keys().rotate(PASSPHRASE, None) == KeyOutcome(KeyAnswer.REOPEN)
    door.close()
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN


def test_a_rotation_while_the_app_is_open_leaves_its_store_open(
    door: VaultDoor, keyring: MemoryKeyring
) -> None:
    keys, store = door.keys(), door.store()
    assert done(keys.set_keyring())
    keyring.fault = KeyringFault.SILENT
    assert keys.rotate(PASSPHRASE, None) == KeyOutcome(KeyAnswer.DONE, KeyringFault.SILENT)
    with store.begin() as work:
        assert work.is_empty()
    assert door.ways() == {SlotKind.PASSPHRASE}


def test_the_passphrase_opens_while_the_keyring_still_asks(
    door: VaultDoor, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert done(door.keys().set_keyring())
    door.close()
    asked, may_answer = threading.Event(), threading.Event()
    real: Callable[[str], bytes | None] = keyring.get

    def slow(name: str) -> bytes | None:
        asked.set()
        may_answer.wait(30)
        return real(name)

    monkeypatch.setattr(keyring, "get", slow)
    answers: list[object] = []
    thread = threading.Thread(target=lambda: answers.append(door.unlock_by_keyring()))
    thread.start()
    assert asked.wait(30)
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    store = door.store()
    may_answer.set()
    thread.join()
    assert answers == [DoorAnswer.OPEN]
    assert door.store() is store
