"""The key file and its copy: either alone opens the vault, and damage is told or mended, never believed."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

import desktop.vault.keyfile as keyfile_module
from desktop.vault import (
    VaultDamaged,
    VaultError,
    VaultMissing,
    create_vault,
    open_vault,
    vault_id,
)
from desktop.vault.keyfile import KeyFile, read_keys, write_keys
from tests.vault.kit import CHEAP, PASSPHRASE

FILE, COPY = "vault.json", "vault.json.copy"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "vault"
    create_vault(folder, PASSPHRASE, CHEAP).close()
    return folder


@pytest.fixture
def made(tmp_path: Path, template: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "vault"))


@pytest.mark.parametrize("name", [FILE, COPY])
@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "flipped"])
def test_one_file_alone_opens_the_vault_and_mends_the_other(made: Path, name: str, damage: str) -> None:
    whole = (made / FILE).read_bytes()
    assert (made / COPY).read_bytes() == whole
    path = made / name
    if damage == "missing":
        path.unlink()
    else:
        flipped = bytearray(whole)
        flipped[len(whole) // 2] ^= 4
        path.write_bytes({"empty": b"", "cut": whole[:-40], "flipped": bytes(flipped)}[damage])

    open_vault(made, PASSPHRASE).close()

    assert (made / FILE).read_bytes() == (made / COPY).read_bytes() == whole


def test_any_single_flipped_bit_in_both_files_is_damage_and_never_a_wrong_passphrase(made: Path) -> None:
    whole = (made / FILE).read_bytes()
    chosen = random.Random(4)
    told = 0
    for _ in range(200):
        flipped = bytearray(whole)
        flipped[chosen.randrange(len(whole))] ^= 1 << chosen.randrange(8)
        for name in (FILE, COPY):
            (made / name).write_bytes(flipped)
        try:
            assert vault_id(made) == read_keys(made).vault
        except VaultDamaged:
            told += 1
        else:
            # White space between the values: what the file says is untouched.
            open_vault(made, PASSPHRASE).close()
    assert told > 150


def test_where_both_are_gone_there_is_no_vault(made: Path) -> None:
    for name in (FILE, COPY):
        (made / name).unlink()
    with pytest.raises(VaultMissing):
        vault_id(made)
    with pytest.raises(VaultDamaged):
        open_vault(made, PASSPHRASE)


def test_an_old_copy_that_can_not_be_replaced_goes(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = read_keys(made)
    real = keyfile_module._write

    def full(path: Path, text: bytes) -> None:
        if path.name == COPY:
            raise OSError
        real(path, text)

    monkeypatch.setattr(keyfile_module, "_write", full)
    write_keys(made, KeyFile(keys.vault, keys.slots * 2))
    assert len(read_keys(made).slots) == 2
    assert not (made / COPY).exists()


def test_a_full_disk_leaves_both_as_they_were(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (made / FILE).read_bytes()

    def full(handle: int) -> None:
        raise InterruptedError

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InterruptedError):
        write_keys(made, KeyFile("other", ()))
    assert (made / FILE).read_bytes() == (made / COPY).read_bytes() == before
    assert sorted(path.name for path in made.iterdir()) == ["sikkerplan.db", FILE, COPY]


def test_a_folder_that_can_not_be_written_still_opens_by_the_copy(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (made / FILE).unlink()

    def refused(path: Path, text: bytes) -> None:
        raise PermissionError

    monkeypatch.setattr(keyfile_module, "_write", refused)
    open_vault(made, PASSPHRASE).close()
    assert not (made / FILE).exists()


def test_lasting_keys_that_were_changed_are_told(made: Path) -> None:
    keys = read_keys(made)
    write_keys(made, KeyFile(keys.vault, keys.slots, bytes(92)))
    with pytest.raises(VaultError):
        open_vault(made, PASSPHRASE)
