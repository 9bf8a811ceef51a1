"""Key slots: each holds the database's key, wrapped with a key of its own kind.

The kind ``passphrase`` is the one of this version. A slot of another kind is kept and passed over, so
that a vault with a keyring's or a recovery key's slot still opens with its passphrase.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.store import DatabaseKey
from desktop.vault.errors import VaultDamaged, WrongPassphrase
from desktop.vault.passphrase import Argon2Cost, wrapping_key

PASSPHRASE = "passphrase"
SALT_BYTES = 16
NONCE_BYTES = 12
ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class Slot:
    """A key slot. ``header`` says how its wrapping key is made, by kind; none of it is secret.

    ``vault`` is the id of the vault that it belongs to. Everything but ``wrapped`` is authenticated with
    the key, so that a slot that was changed, or moved to another vault, does not open.
    """

    vault: str
    id: str
    kind: str
    header: Mapping[str, Any]
    wrapped: bytes = field(repr=False)

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "kind": self.kind, **self.header, "wrapped": _text(self.wrapped)}

    @classmethod
    def from_json(cls, vault: str, value: Any) -> Slot:
        """Raises ``VaultDamaged`` where it is no slot."""
        try:
            header = {key: part for key, part in value.items() if key not in {"id", "kind", "wrapped"}}
            slot_id, kind = value["id"], value["kind"]
            wrapped = _bytes(value["wrapped"])
        except (AttributeError, KeyError, TypeError, ValueError):
            raise VaultDamaged("a key slot can't be read") from None
        if not isinstance(slot_id, str) or not isinstance(kind, str):
            raise VaultDamaged("a key slot can't be read")
        return cls(vault, slot_id, kind, header, wrapped)

    def open_with_passphrase(self, passphrase: str) -> DatabaseKey:
        """Raises ``WrongPassphrase``, or ``VaultDamaged`` where the header makes no sense."""
        salt, nonce, cost = self._passphrase_header()
        cipher = AESGCM(wrapping_key(passphrase, salt, cost))
        try:
            secret = cipher.decrypt(nonce, self.wrapped, self._associated())
        except InvalidTag:
            raise WrongPassphrase("the passphrase does not open the vault") from None
        try:
            return DatabaseKey(secret[:32], secret[32:])
        except ValueError:
            raise VaultDamaged("a key slot holds no key of this version") from None

    def _passphrase_header(self) -> tuple[bytes, bytes, Argon2Cost]:
        try:
            derivation = self.header["argon2id"]
            cost = Argon2Cost(
                _whole(derivation["passes"]), _whole(derivation["memory_kib"]), _whole(derivation["lanes"])
            )
            salt, nonce = _bytes(derivation["salt"]), _bytes(self.header["nonce"])
        except (KeyError, TypeError, ValueError):
            raise VaultDamaged("a key slot can't be read") from None
        if len(salt) != SALT_BYTES or len(nonce) != NONCE_BYTES:
            raise VaultDamaged("a key slot can't be read")
        return salt, nonce, cost

    def _associated(self) -> bytes:
        named = {"vault": self.vault, "id": self.id, "kind": self.kind, **self.header}
        return json.dumps(named, sort_keys=True, separators=(",", ":")).encode()


def passphrase_slot(vault: str, key: DatabaseKey, passphrase: str, cost: Argon2Cost) -> Slot:
    """A new slot that opens with the passphrase."""
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    header = {
        "argon2id": {
            "passes": cost.passes,
            "memory_kib": cost.memory_kib,
            "lanes": cost.lanes,
            "salt": _text(salt),
        },
        "nonce": _text(nonce),
    }
    bare = Slot(vault, os.urandom(ID_BYTES).hex(), PASSPHRASE, header, b"")
    cipher = AESGCM(wrapping_key(passphrase, salt, cost))
    return Slot(
        vault, bare.id, bare.kind, header, cipher.encrypt(nonce, key.key + key.salt, bare._associated())
    )


def _text(value: bytes) -> str:
    return b64encode(value).decode("ascii")


def _bytes(value: Any) -> bytes:
    if not isinstance(value, str):
        raise TypeError("bytes are written as base64 text")
    return b64decode(value, validate=True)


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("a whole number is needed")
    return value
