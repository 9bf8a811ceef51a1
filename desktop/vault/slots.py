"""Key slots: each holds the vault's data key, wrapped by AES-256-GCM with a key of its own kind.

- ``passphrase``: Argon2id of the passphrase;
- ``recovery``: HKDF of the printed recovery key, which with its 160 random bits needs no slower one;
- ``keyring``: HKDF of 32 random bytes that the system's keyring holds.

A slot of another kind is kept and passed over. In the first version a slot held the database's own key.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.services.keys import SlotInfo, SlotKind
from desktop.vault.errors import VaultDamaged, WrongKeyForSlot, WrongPassphrase, WrongRecoveryKey
from desktop.vault.keys import derive
from desktop.vault.passphrase import Argon2Cost, wrapping_key

SALT_BYTES = 16
NONCE_BYTES = 12
ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class Slot:
    """A key slot. ``header`` says how its wrapping key is made, by kind; none of it is secret.

    ``vault`` is the id of the vault that it belongs to, ``version`` the key file's. Everything but
    ``wrapped`` is authenticated with the key, so that a slot that was changed, or moved to another vault,
    does not open.
    """

    vault: str
    id: str
    kind: str
    header: Mapping[str, Any]
    wrapped: bytes = field(repr=False)
    version: int = 2

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "kind": self.kind, **self.header, "wrapped": text_of(self.wrapped)}

    @classmethod
    def from_json(cls, vault: str, value: Any, version: int) -> Slot:
        """Raises ``VaultDamaged`` where it is no slot."""
        try:
            header = {key: part for key, part in value.items() if key not in {"id", "kind", "wrapped"}}
            slot_id, kind = value["id"], value["kind"]
            wrapped = bytes_of(value["wrapped"])
        except (AttributeError, KeyError, TypeError, ValueError):
            raise VaultDamaged("a key slot can't be read") from None
        if not isinstance(slot_id, str) or not isinstance(kind, str):
            raise VaultDamaged("a key slot can't be read")
        return cls(vault, slot_id, kind, header, wrapped, version)

    def info(self) -> SlotInfo | None:
        """What is shown of it; None for a kind that this version does not know."""
        try:
            kind = SlotKind(self.kind)
        except ValueError:
            return None
        try:
            made = datetime.fromisoformat(self.header["made"])
        except (KeyError, TypeError, ValueError):
            return SlotInfo(kind, None)
        return SlotInfo(kind, made if made.tzinfo else None)

    def open_with_passphrase(self, passphrase: str) -> bytes:
        """The wrapped secret. Raises ``WrongPassphrase``, or ``VaultDamaged`` where the header is none."""
        salt, cost = self._argon2id()
        try:
            return self._open(wrapping_key(passphrase, salt, cost))
        except WrongKeyForSlot:
            raise WrongPassphrase("the passphrase does not open the vault") from None

    def open_with_recovery(self, recovery: bytes) -> bytes:
        """The same with the 20 bytes of a recovery key. Raises ``WrongRecoveryKey`` or ``VaultDamaged``."""
        try:
            return self._open(derive(recovery, self._sized("salt", SALT_BYTES), "recovery slot"))
        except WrongKeyForSlot:
            raise WrongRecoveryKey("the recovery key does not open the vault") from None

    def open_with_keyring(self, kept: bytes) -> bytes:
        """The same with what the keyring holds. Raises ``WrongKeyForSlot`` or ``VaultDamaged``."""
        return self._open(derive(kept, self._sized("salt", SALT_BYTES), "keyring slot"))

    def cost(self) -> Argon2Cost:
        """What a guess at its passphrase costs. Raises ``VaultDamaged``."""
        return self._argon2id()[1]

    def entry(self) -> str:
        """The name under which the keyring holds its part. Raises ``VaultDamaged``."""
        name = self.header.get("entry")
        if not isinstance(name, str):
            raise VaultDamaged("a key slot can't be read")
        return name

    def _open(self, key: bytes) -> bytes:
        try:
            return AESGCM(key).decrypt(self._sized("nonce", NONCE_BYTES), self.wrapped, self._associated())
        except InvalidTag:
            raise WrongKeyForSlot("the key does not open the slot") from None

    def _argon2id(self) -> tuple[bytes, Argon2Cost]:
        try:
            derivation = self.header["argon2id"]
            cost = Argon2Cost(
                _whole(derivation["passes"]), _whole(derivation["memory_kib"]), _whole(derivation["lanes"])
            )
            salt = bytes_of(derivation["salt"])
        except (KeyError, TypeError, ValueError):
            raise VaultDamaged("a key slot can't be read") from None
        if len(salt) != SALT_BYTES:
            raise VaultDamaged("a key slot can't be read")
        self._sized("nonce", NONCE_BYTES)
        return salt, cost

    def _sized(self, name: str, size: int) -> bytes:
        try:
            value = bytes_of(self.header[name])
        except (KeyError, TypeError, ValueError):
            value = b""
        if len(value) != size:
            raise VaultDamaged("a key slot can't be read")
        return value

    def _associated(self) -> bytes:
        # Last, so that no member of the header stands in for them: who moves a slot could name its old vault.
        named = {**self.header, "vault": self.vault, "id": self.id, "kind": self.kind}
        named.pop("version", None)
        if self.version > 1:
            named["version"] = self.version
        return json.dumps(named, sort_keys=True, separators=(",", ":")).encode()


def passphrase_slot(vault: str, secret: bytes, passphrase: str, cost: Argon2Cost) -> Slot:
    """A new slot that opens with the passphrase. Takes as long as ``cost`` says."""
    salt = os.urandom(SALT_BYTES)
    argon2id = {
        "passes": cost.passes,
        "memory_kib": cost.memory_kib,
        "lanes": cost.lanes,
        "salt": text_of(salt),
    }
    key = wrapping_key(passphrase, salt, cost)
    return _slot(vault, SlotKind.PASSPHRASE, {"argon2id": argon2id}, key, secret)


def recovery_slot(vault: str, secret: bytes, recovery: bytes) -> Slot:
    """A new slot that opens with the 20 bytes of a recovery key."""
    salt = os.urandom(SALT_BYTES)
    key = derive(recovery, salt, "recovery slot")
    return _slot(vault, SlotKind.RECOVERY, {"salt": text_of(salt)}, key, secret)


def keyring_slot(vault: str, secret: bytes, entry: str, kept: bytes) -> Slot:
    """A new slot that opens with the 32 bytes that the keyring holds under the name ``entry``."""
    salt = os.urandom(SALT_BYTES)
    key = derive(kept, salt, "keyring slot")
    return _slot(vault, SlotKind.KEYRING, {"entry": entry, "salt": text_of(salt)}, key, secret)


def _slot(vault: str, kind: SlotKind, header: Mapping[str, Any], key: bytes, secret: bytes) -> Slot:
    nonce = os.urandom(NONCE_BYTES)
    made = datetime.now(UTC).isoformat(timespec="seconds")
    whole = {**header, "made": made, "nonce": text_of(nonce)}
    bare = Slot(vault, os.urandom(ID_BYTES).hex(), kind.value, whole, b"")
    wrapped = AESGCM(key).encrypt(nonce, secret, bare._associated())
    return Slot(vault, bare.id, bare.kind, whole, wrapped)


def text_of(value: bytes) -> str:
    """Base64."""
    return b64encode(value).decode("ascii")


def bytes_of(value: Any) -> bytes:
    """The bytes of base64 text. Raises ``TypeError`` or ``ValueError``."""
    if not isinstance(value, str):
        raise TypeError("bytes are written as base64 text")
    return b64decode(value, validate=True)


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("a whole number is needed")
    return value
