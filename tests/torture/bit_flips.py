"""Single bits flipped in the files of a vault: each is told as damage, or did no harm; never is data wrong.

A bit may lie where nothing is read from, such as white space in the key file, or a copy may stand in for what
it spoils: then the vault opens with all that was in it. Anything else must be refused.
"""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

from desktop.store import StoreError
from desktop.vault import VaultError, WrongPassphrase, create_vault, make_backup, open_backup, open_vault
from tests.store.small_unit import EVERYTHING, UNIT
from tests.vault.conftest import NOW
from tests.vault.kit import CHEAP, PASSPHRASE

DATABASE, KEYS, COPY = "sikkerplan.db", "vault.json", "vault.json.copy"


@dataclass(frozen=True, slots=True)
class Flips:
    """``told`` as damage, ``harmless`` with all data as it was; ``wrong`` says where neither is so."""

    told: int
    harmless: int
    wrong: tuple[str, ...]


def flip_often(folder: Path, flips: int, seed: int) -> Flips:
    """Flips so many bits, one at a time, over database, key file and backup in turn."""
    chance = random.Random(seed)
    vault, shelf = folder / "vault", folder / "shelf"
    shelf.mkdir(parents=True)
    opened = create_vault(vault, PASSPHRASE, CHEAP)
    with opened.store().begin() as work:
        work.put_all(EVERYTHING)
        work.commit()
    backup = make_backup(opened.source(), shelf, NOW).path
    opened.close()
    told = harmless = 0
    wrong: list[str] = []
    for number in range(flips):
        name = (DATABASE, KEYS, "backup")[number % 3]
        spoilt = folder / "spoilt"
        shutil.rmtree(spoilt, ignore_errors=True)
        shutil.copytree(vault, spoilt)
        if name == "backup":
            shutil.copy(backup, spoilt / backup.name)
        target = spoilt / (backup.name if name == "backup" else name)
        at = _flip(target, chance)
        if name == KEYS:
            # Without its copy: what stands alone must tell.
            (spoilt / COPY).unlink()
        try:
            whole = _backup_is_whole(target) if name == "backup" else _vault_is_whole(spoilt)
        except WrongPassphrase:
            # Nobody should go looking for another passphrase.
            whole = False
        except (VaultError, StoreError):
            told += 1
            continue
        if whole:
            harmless += 1
        else:
            wrong.append(f"{name}, bit {at}")
    return Flips(told, harmless, tuple(wrong))


def _flip(path: Path, chance: random.Random) -> int:
    content = bytearray(path.read_bytes())
    at = chance.randrange(len(content) * 8)
    content[at // 8] ^= 1 << at % 8
    path.write_bytes(content)
    return at


def _vault_is_whole(folder: Path) -> bool:
    vault = open_vault(folder, PASSPHRASE)
    try:
        with vault.store().begin() as work:
            return work.unit() == UNIT
    finally:
        vault.close()


def _backup_is_whole(path: Path) -> bool:
    return open_backup(path, PASSPHRASE).sealed.rows["citizens"] == len(UNIT.citizens)
