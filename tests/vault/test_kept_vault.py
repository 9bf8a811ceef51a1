"""Vaults of before open with today's code: what is in ``kept_vault`` was written once and is never made anew.

It holds a key file with a cheap passphrase and a recovery key, and a SQLCipher database of two pages. If a
new version of a library reads or derives anything otherwise, this is where it shows.
"""

from __future__ import annotations

import hashlib
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from desktop.services.recovery_text import recovery_text
from desktop.store import examine_store
from desktop.store.driver import connect
from desktop.store.migrations import HISTORY
from desktop.vault import open_vault
from desktop.vault.chest import open_by_secret
from desktop.vault.keyfile import read_keys
from desktop.vault.swap import kept_vaults
from tests.store.small_unit import UNIT
from tests.store.test_released import RELEASED
from tests.vault.kit import PASSPHRASE, make_first_version

KEPT = Path(__file__).parent / "kept_vault"
DERIVED = {
    "audit": "4202034c5ad08694",
    "backup": "5352aaf87d11dae2",
    "pseudonyms": "f042be906478096b",
}
"""How the SHA-256 of each key begins."""


@pytest.mark.parametrize(
    "secret", [PASSPHRASE, recovery_text(bytes(range(20)))], ids=["passphrase", "recovery"]
)
def test_the_kept_vault_opens_and_its_keys_are_the_same(tmp_path: Path, secret: str) -> None:
    folder = tmp_path / "kept"
    shutil.copytree(KEPT, folder)
    file = read_keys(folder)
    data = open_by_secret(file, secret)
    with closing(connect(folder / "sikkerplan.db", data.database())) as connection:
        assert connection.execute("SELECT word FROM kept").fetchall() == [("rødgrød",)]
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    keys = file.subkeys(data)
    found = {name: hashlib.sha256(getattr(keys, name)()).hexdigest()[:16] for name in DERIVED}
    assert found == DERIVED


def test_a_vault_of_the_first_version_and_schema_comes_up_and_is_kept_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "first"
    make_first_version(folder, RELEASED[0])
    key_file = (folder / "vault.json").read_bytes()
    vault = open_vault(folder, PASSPHRASE)
    with vault.store().begin() as work:
        assert work.unit() == UNIT
    facts = examine_store(folder / "sikkerplan.db", vault.subkeys.database())
    vault.close()
    assert facts.revision == HISTORY.head
    (kept,) = kept_vaults(folder)
    assert kept.name == "before-upgrade-1"
    assert (kept / "vault.json").read_bytes() == key_file
    # What was kept is a vault of the first version still: put back in place it comes up once more.
    again = tmp_path / "again"
    shutil.copytree(kept, again)
    opened = open_vault(again, PASSPHRASE)
    with opened.store().begin() as work:
        assert work.unit() == UNIT
    opened.close()
