"""The vault: made whole or not at all, opened by its passphrase and by nothing else."""

from __future__ import annotations

import json
import os
import shutil
import traceback
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import desktop.vault.making as making_module
import desktop.vault.opening as opening_module
from desktop.store import DatabaseKey, open_store
from desktop.vault import (
    Argon2Cost,
    PassphraseFault,
    PassphraseRefused,
    Vault,
    VaultBusy,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultMissing,
    VaultTooNew,
    VaultUnfinished,
    WrongPassphrase,
    create_vault,
    open_vault,
    remove_vault,
    vault_exists,
    vault_id,
)
from desktop.vault.keyfile import KeyFile, _digest, read_keys, write_keys
from desktop.vault.slots import passphrase_slot
from tests.store.small_unit import EVERYTHING, NEEDLE, UNIT
from tests.vault.kit import make_first_version

PASSPHRASE = "rødgrød med fløde"
ANOTHER = "karrusel mellem fjorten glas"
CHEAP = Argon2Cost(passes=1, memory_kib=64, lanes=1)
FILES = ["sikkerplan.db", "vault.json", "vault.json.copy"]
OWNER_ONLY = (0o777, 0o666) if os.name == "nt" else (0o700, 0o600)
"""Modes of the folder and of a file. Windows keeps access lists, which come from the folder above."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "vault"


@pytest.fixture
def made(folder: Path, kept_vault: Path) -> Path:
    """The folder of a closed vault that holds the small unit."""
    shutil.copytree(kept_vault, folder)
    return folder


def holds_the_unit(vault: Vault) -> bool:
    with vault.store().begin() as work:
        same = work.unit() == UNIT
    vault.close()
    return same


def key_file(folder: Path) -> Any:
    return json.loads((folder / "vault.json").read_text(encoding="utf-8"))


def rewrite(folder: Path, change: Callable[[Any], object]) -> None:
    """Changes the key file as somebody would who knows its form: the checksum is right, the copy is gone."""
    value = key_file(folder)
    del value["sha256"]
    change(value)
    value["sha256"] = _digest(value)
    (folder / "vault.json").write_text(json.dumps(value), encoding="utf-8")
    (folder / "vault.json.copy").unlink(missing_ok=True)


def test_a_new_vault_is_empty_and_opens_again_with_what_was_put(folder: Path) -> None:
    assert not vault_exists(folder)
    vault = create_vault(folder, PASSPHRASE, CHEAP)
    assert vault_exists(folder)
    with vault.store().begin() as work:
        assert work.is_empty()
        work.put_all(EVERYTHING)
        work.commit()
    vault.close()
    assert holds_the_unit(open_vault(folder, PASSPHRASE))


def test_the_default_cost_is_the_one_that_was_measured() -> None:
    assert Argon2Cost() == Argon2Cost(passes=3, memory_kib=262_144, lanes=4)


def test_another_passphrase_does_not_open_it(made: Path) -> None:
    for wrong in ("", "rødgrød med Fløde", PASSPHRASE + " ", "\ud83d" * 9):
        with pytest.raises(WrongPassphrase):
            open_vault(made, wrong)
    assert holds_the_unit(open_vault(made, PASSPHRASE))


def test_the_same_letters_from_another_keyboard_open_it(folder: Path) -> None:
    create_vault(folder, unicodedata.normalize("NFD", "Ångstrøm é ﬁre gardiner"), CHEAP).close()
    open_vault(folder, unicodedata.normalize("NFC", "Ångstrøm é fire gardiner")).close()


@pytest.mark.parametrize(
    ("passphrase", "fault"),
    [
        ("", PassphraseFault.EMPTY),
        ("         ", PassphraseFault.EMPTY),
        ("elleve tegn", PassphraseFault.TOO_SHORT),
        (unicodedata.normalize("NFD", "å" * 11), PassphraseFault.TOO_SHORT),
        ("Adgangskode2026!", PassphraseFault.COMMON),
    ],
)
def test_a_weak_passphrase_is_refused_and_makes_nothing(
    folder: Path, passphrase: str, fault: PassphraseFault
) -> None:
    with pytest.raises(PassphraseRefused) as refused:
        create_vault(folder, passphrase, CHEAP)
    assert refused.value.fault is fault
    assert not folder.exists()


def test_a_vault_is_never_made_over_another(made: Path) -> None:
    with pytest.raises(VaultExists):
        create_vault(made, ANOTHER, CHEAP)
    assert holds_the_unit(open_vault(made, PASSPHRASE))


def test_only_the_owner_can_read_it(folder: Path) -> None:
    before = os.umask(0)
    try:
        vault = create_vault(folder, PASSPHRASE, CHEAP)
        modes = {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()}
        vault.close()
    finally:
        os.umask(before)
    assert {place.stat().st_mode & 0o777 for place in (folder, folder.parent)} == {OWNER_ONLY[0]}
    assert {"vault.json", "sikkerplan.db"} <= set(modes)
    assert set(modes.values()) == {OWNER_ONLY[1]}


def test_a_folder_with_other_things_in_it_keeps_them(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    before = folder.stat().st_mode
    create_vault(folder, PASSPHRASE, CHEAP).close()
    assert (folder / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert folder.stat().st_mode == before


def test_a_closed_vault_leaves_its_files_and_gives_no_store_and_no_key(folder: Path) -> None:
    vault = create_vault(folder, PASSPHRASE, CHEAP)
    vault.close()
    vault.close()
    assert sorted(file.name for file in folder.iterdir()) == FILES
    with pytest.raises(RuntimeError):
        vault.store()
    with pytest.raises(RuntimeError):
        _ = vault.subkeys


def test_nothing_is_made_by_opening_what_is_not_there(folder: Path) -> None:
    with pytest.raises(VaultMissing):
        open_vault(folder, PASSPHRASE)
    assert not folder.exists()


def test_no_file_tells_a_name_or_a_secret(made: Path) -> None:
    for file in made.iterdir():
        content = file.read_bytes()
        for needle in (NEEDLE, PASSPHRASE):
            assert needle.encode() not in content
            assert needle.split()[0].encode() not in content


def test_every_vault_has_keys_of_its_own(tmp_path: Path) -> None:
    files = []
    for name in ("one", "two"):
        create_vault(tmp_path / name, PASSPHRASE, CHEAP).close()
        files.append(key_file(tmp_path / name))
    one, two = (file["slots"][0] for file in files)
    assert files[0]["vault"] != files[1]["vault"]
    for part in ("id", "nonce", "wrapped"):
        assert one[part] != two[part]
    assert one["argon2id"]["salt"] != two["argon2id"]["salt"]


def test_a_slot_moved_to_another_vault_does_not_open(made: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    create_vault(other, PASSPHRASE, CHEAP).close()
    rewrite(made, lambda value: value.update(slots=key_file(other)["slots"]))
    with pytest.raises(WrongPassphrase):
        open_vault(made, PASSPHRASE)


def test_a_moved_slot_that_names_its_old_vault_does_not_open_either(made: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    create_vault(other, PASSPHRASE, CHEAP).close()
    moved = key_file(other)["slots"][0] | {"vault": key_file(other)["vault"]}
    rewrite(made, lambda value: value.update(slots=[moved]))
    with pytest.raises(WrongPassphrase):
        open_vault(made, PASSPHRASE)


def test_a_slot_in_a_file_that_calls_itself_older_does_not_open(made: Path) -> None:
    value = key_file(made)
    value.pop("sha256")
    value["format"] = "sikkerplan-vault/1"
    value["slots"][0]["version"] = 2
    for name in ("vault.json", "vault.json.copy"):
        (made / name).write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(WrongPassphrase):
        open_vault(made, PASSPHRASE)


@pytest.mark.parametrize(
    "change",
    [
        lambda slot: slot.update(id="0000000000000000"),
        lambda slot: slot["argon2id"].update(passes=2),
        lambda slot: slot["argon2id"].update(memory_kib=72),
        lambda slot: slot.update(remark="added"),
        lambda slot: slot.update(wrapped="A" * 86 + "=="),
    ],
    ids=["id", "passes", "memory", "addition", "key"],
)
def test_a_changed_slot_does_not_open(made: Path, change: Callable[[Any], object]) -> None:
    rewrite(made, lambda value: change(value["slots"][0]))
    with pytest.raises(WrongPassphrase):
        open_vault(made, PASSPHRASE)


DROP = object()


@pytest.mark.parametrize(
    ("place", "new"),
    [
        ("format", DROP),
        ("format", "sikkerplan-vault/one"),
        ("format", "sikkerplan-vault/" + "9" * 5000),
        ("format", "sikkerplan-vault/0"),
        ("format", 1),
        ("vault", DROP),
        ("slots", {}),
        ("slots", ["passphrase"]),
        ("lasting", 7),
        ("lasting", "not base64!"),
        ("slots.0.kind", DROP),
        ("slots.0.id", 1),
        ("slots.0.wrapped", "not base64!"),
        ("slots.0.nonce", "AAAA"),
        ("slots.0.argon2id", DROP),
        ("slots.0.argon2id.passes", 0),
        ("slots.0.argon2id.passes", True),
        ("slots.0.argon2id.memory_kib", 10**12),
        ("slots.0.argon2id.salt", 7),
    ],
    ids=lambda part: "dropped" if part is DROP else str(part)[:32],
)
def test_a_damaged_key_file_is_told_and_left_alone(made: Path, place: str, new: object) -> None:
    def change(value: Any) -> None:
        *way, last = place.split(".")
        for step in way:
            value = value[int(step) if step.isdecimal() else step]
        if new is DROP:
            del value[last]
        else:
            value[last] = new

    rewrite(made, change)
    before = (made / "vault.json").read_bytes()
    with pytest.raises(VaultDamaged):
        open_vault(made, PASSPHRASE)
    with pytest.raises(VaultExists):
        create_vault(made, PASSPHRASE, CHEAP)
    assert (made / "vault.json").read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b" " * 2_000_000],
    ids=["empty", "half", "list", "null", "no UTF-8", "too deep", "too large"],
)
def test_a_key_file_that_is_none_is_told(made: Path, content: bytes) -> None:
    for name in ("vault.json", "vault.json.copy"):
        (made / name).write_bytes(content)
    with pytest.raises(VaultDamaged):
        open_vault(made, PASSPHRASE)


def test_a_newer_format_and_slots_of_unknown_kinds_only_are_of_a_newer_app(made: Path) -> None:
    rewrite(made, lambda value: value["slots"][0].update(kind="moonlight"))
    with pytest.raises(VaultTooNew):
        open_vault(made, PASSPHRASE)
    rewrite(made, lambda value: value.update(format="sikkerplan-vault/3"))
    with pytest.raises(VaultTooNew):
        open_vault(made, PASSPHRASE)


def test_slots_of_unknown_kinds_are_passed_over(made: Path) -> None:
    unknown = {"id": "1", "kind": "moonlight", "phase": 3, "wrapped": ""}
    rewrite(made, lambda value: value["slots"].insert(0, unknown))
    assert holds_the_unit(open_vault(made, PASSPHRASE))


def test_each_of_several_passphrases_opens_it(made: Path, tmp_path: Path) -> None:
    keys = read_keys(made)
    secret = keys.slots[0].open_with_passphrase(PASSPHRASE)
    second = passphrase_slot(keys.vault, secret, ANOTHER, CHEAP)
    write_keys(made, KeyFile(keys.vault, (*keys.slots, second)))
    for passphrase in (PASSPHRASE, ANOTHER):
        assert holds_the_unit(open_vault(made, passphrase))


def test_a_lost_or_broken_database_is_never_replaced_by_an_empty_one(made: Path) -> None:
    database = made / "sikkerplan.db"
    content = database.read_bytes()
    for broken in (content[:4096], bytes(len(content)), b"not a database", b""):
        database.write_bytes(broken)
        with pytest.raises(VaultDamaged):
            open_vault(made, PASSPHRASE)
        assert database.read_bytes()[:100] == broken[:100]
    database.unlink()
    with pytest.raises(VaultDamaged):
        open_vault(made, PASSPHRASE)
    assert not database.exists()


def test_a_database_without_its_key_file_is_never_overwritten(made: Path) -> None:
    (made / "vault.json").unlink()
    (made / "vault.json.copy").unlink()
    assert vault_exists(made)
    before = (made / "sikkerplan.db").read_bytes()
    with pytest.raises(VaultDamaged):
        open_vault(made, PASSPHRASE)
    with pytest.raises(VaultDamaged):
        create_vault(made, PASSPHRASE, CHEAP)
    assert (made / "sikkerplan.db").read_bytes() == before


class PowerCut(BaseException):
    """The process ends here."""


def cut(*args: object) -> None:
    raise PowerCut


def test_a_crash_before_the_key_file_leaves_nothing_in_the_way(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as crash:
        crash.setattr(making_module, "write_keys", cut)
        with pytest.raises(PowerCut):
            create_vault(folder, PASSPHRASE, CHEAP)
    assert not vault_exists(folder)
    with pytest.raises(VaultMissing):
        open_vault(folder, PASSPHRASE)
    create_vault(folder, ANOTHER, CHEAP).close()
    open_vault(folder, ANOTHER).close()
    assert sorted(file.name for file in folder.iterdir()) == FILES


def test_a_crash_after_the_key_file_leaves_a_vault_that_opens(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as crash:
        crash.setattr(Path, "rename", cut)
        with pytest.raises(PowerCut):
            create_vault(folder, PASSPHRASE, CHEAP)
    assert vault_exists(folder)
    with pytest.raises(VaultExists):
        create_vault(folder, PASSPHRASE, CHEAP)
    vault = open_vault(folder, PASSPHRASE)
    with vault.store().begin() as work:
        assert work.is_empty()
    vault.close()
    assert sorted(file.name for file in folder.iterdir()) == FILES


def test_a_crash_while_the_key_file_is_rewritten_leaves_the_old_one(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as crash:
        crash.setattr(os, "fsync", cut)
        with pytest.raises(PowerCut):
            write_keys(made, KeyFile("other", ()))
    assert holds_the_unit(open_vault(made, PASSPHRASE))


def test_a_vault_in_use_is_told_as_busy_where_it_must_be_written(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def impatient(path: Path, key: DatabaseKey, **_: object) -> object:
        return open_store(path, key, busy_seconds=0)

    monkeypatch.setattr(opening_module, "open_store", impatient)
    first = open_vault(made, PASSPHRASE)
    with first.store().begin(), pytest.raises(VaultBusy):
        open_vault(made, PASSPHRASE)
    second = open_vault(made, PASSPHRASE)
    assert holds_the_unit(second)
    first.close()


def test_no_error_tells_a_path_a_passphrase_or_a_name(made: Path) -> None:
    told = []
    attempts: list[Callable[[], object]] = [
        lambda: open_vault(made, "the wrong secret"),
        lambda: create_vault(made, "the wrong secret", CHEAP),
        lambda: create_vault(made / "x", "secret", CHEAP),
        lambda: open_vault(made / "x", "the wrong secret"),
    ]
    for attempt in attempts:
        try:
            attempt()
        except VaultError as error:
            told.append(f"{error} {error!r} {error.args}")
            told.append("".join(traceback.format_exception(error, limit=0)))
    vault = open_vault(made, PASSPHRASE)
    told.append(repr(vault))
    vault.close()
    assert len(told) == 2 * len(attempts) + 1
    for text in told:
        assert "secret" not in text
        assert str(made) not in text


def test_a_removed_vault_is_gone_and_makes_room_for_another(made: Path) -> None:
    first = vault_id(made)
    (made / "note.txt").write_text("mine")

    remove_vault(made)

    assert [left.name for left in made.iterdir()] == ["note.txt"]
    create_vault(made, PASSPHRASE, CHEAP).close()
    assert vault_id(made) != first


def test_a_crash_while_a_vault_is_removed_leaves_no_damage(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise InterruptedError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", crash)
        with pytest.raises(InterruptedError):
            remove_vault(made)
    assert holds_the_unit(open_vault(made, PASSPHRASE))

    with monkeypatch.context() as patch:
        patch.setattr(making_module, "remove_store", crash)
        with pytest.raises(InterruptedError):
            remove_vault(made)
    create_vault(made, PASSPHRASE, CHEAP).close()


def test_one_that_must_be_brought_up_first_is_not_told_as_damaged_to_who_only_reads(tmp_path: Path) -> None:
    make_first_version(tmp_path / "old")
    with pytest.raises(VaultUnfinished):
        open_vault(tmp_path / "old", PASSPHRASE, read_only=True)
    with pytest.raises(WrongPassphrase):
        open_vault(tmp_path / "old", "another one", read_only=True)


def test_damage_is_told_as_damage_to_who_only_reads(home: Path) -> None:
    content = bytearray((home / "sikkerplan.db").read_bytes())
    content[5000] ^= 1
    (home / "sikkerplan.db").write_bytes(content)
    with pytest.raises(VaultDamaged):
        open_vault(home, PASSPHRASE, read_only=True)
