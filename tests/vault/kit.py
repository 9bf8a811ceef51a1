"""What tests of the vault's keys share: a keyring in memory, a cheap cost, a vault of the first version."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.services.keys import KeyringFault
from desktop.store import DatabaseKey, create_store
from desktop.store.driver import connect, make_file
from desktop.vault import Argon2Cost, KeyringUnusable
from desktop.vault.passphrase import wrapping_key
from tests.store.small_unit import EVERYTHING

PASSPHRASE = "rødgrød med fløde"
ANOTHER = "karrusel mellem fjorten glas"
CHEAP = Argon2Cost(passes=1, memory_kib=64, lanes=1)


class MemoryKeyring:
    """Keeps secrets in memory; ``fault`` makes it unusable."""

    def __init__(self, fault: KeyringFault | None = None) -> None:
        self.kept: dict[str, bytes] = {}
        self.fault = fault

    def put(self, name: str, secret: bytes) -> None:
        self._answer()
        self.kept[name] = secret

    def get(self, name: str) -> bytes | None:
        self._answer()
        return self.kept.get(name)

    def remove(self, name: str) -> None:
        self._answer()
        self.kept.pop(name, None)

    def _answer(self) -> None:
        if self.fault is not None:
            raise KeyringUnusable(self.fault)


def make_first_version(folder: Path, released: Path | None = None) -> None:
    """A vault with the small unit as the first version wrote it: its slot holds the database's own key.

    ``released`` is the SQL text of a released schema; without it the database has the present one.
    """
    folder.mkdir(parents=True)
    key = DatabaseKey(os.urandom(32), os.urandom(16))
    if released is None:
        store = create_store(folder / "sikkerplan.db", key)
        with store.begin() as work:
            work.put_all(EVERYTHING)
            work.commit()
        store.close()
    else:
        make_file(folder / "sikkerplan.db")
        connection = connect(folder / "sikkerplan.db", key)
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.executescript(released.read_text(encoding="utf-8"))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    salt, nonce = os.urandom(16), os.urandom(12)
    header = {
        "argon2id": {
            "passes": CHEAP.passes,
            "memory_kib": CHEAP.memory_kib,
            "lanes": CHEAP.lanes,
            "salt": b64encode(salt).decode(),
        },
        "nonce": b64encode(nonce).decode(),
    }
    named = {"vault": "ab" * 16, "id": "cd" * 8, "kind": "passphrase", **header}
    associated = json.dumps(named, sort_keys=True, separators=(",", ":")).encode()
    cipher = AESGCM(wrapping_key(PASSPHRASE, salt, CHEAP))
    wrapped = b64encode(cipher.encrypt(nonce, key.key + key.salt, associated)).decode()
    slot = {"id": named["id"], "kind": "passphrase", **header, "wrapped": wrapped}
    value = {"format": "sikkerplan-vault/1", "vault": named["vault"], "slots": [slot]}
    (folder / "vault.json").write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
