"""The vault's data key, and the keys for each purpose that are derived from it.

Every derived key is HKDF-SHA256 (RFC 5869) of the data key, with the vault's salt and a label of its own, so
that none tells anything of another.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.store import DatabaseKey

KEY_BYTES = 32
SALT_BYTES = 16
_LABEL = "sikkerplan/2 "


@dataclass(frozen=True, slots=True)
class DataKey:
    """The random data key (32 bytes) and salt (16 bytes) of a vault. Its repr shows neither."""

    key: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.key) != KEY_BYTES or len(self.salt) != SALT_BYTES:
            raise ValueError("a data key has 32 bytes, its salt 16")

    @classmethod
    def random(cls) -> DataKey:
        return cls(os.urandom(KEY_BYTES), os.urandom(SALT_BYTES))

    @classmethod
    def from_secret(cls, secret: bytes) -> DataKey:
        """The key that a slot holds. Raises ``ValueError``."""
        return cls(secret[:KEY_BYTES], secret[KEY_BYTES:])

    def secret(self) -> bytes:
        """What a slot holds: key and salt, 48 bytes."""
        return self.key + self.salt

    def database(self) -> DatabaseKey:
        return DatabaseKey(self._derived("database"), self.salt)

    def audit(self) -> bytes:
        """32 bytes."""
        return self._derived("audit")

    def backup(self) -> bytes:
        """32 bytes."""
        return self._derived("backup")

    def pseudonyms(self) -> bytes:
        """32 bytes."""
        return self._derived("pseudonyms")

    def lasting(self) -> bytes:
        """32 bytes: wraps the keys that outlive a rotation."""
        return self._derived("lasting")

    def _derived(self, purpose: str) -> bytes:
        return derive(self.key, self.salt, purpose)


@dataclass(frozen=True, slots=True)
class LastingKeys:
    """The keys of the first data key that later ones go on with, 32 bytes each.

    What was written under them stays: the audit trail is append-only, and a pseudonym must name the same
    person next year. Database and backups get keys of their own with every rotation.
    """

    audit: bytes = field(repr=False)
    pseudonyms: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.audit) != KEY_BYTES or len(self.pseudonyms) != KEY_BYTES:
            raise ValueError("a lasting key has 32 bytes")


@dataclass(frozen=True, slots=True)
class Subkeys:
    """The keys of an open vault, each for one purpose."""

    data: DataKey
    carried: LastingKeys | None = None

    def database(self) -> DatabaseKey:
        return self.data.database()

    def audit(self) -> bytes:
        """32 bytes, the same after a rotation."""
        return self.lasting().audit

    def backup(self) -> bytes:
        """32 bytes, others after a rotation: older backups keep the older key."""
        return self.data.backup()

    def pseudonyms(self) -> bytes:
        """32 bytes, the same after a rotation."""
        return self.lasting().pseudonyms

    def lasting(self) -> LastingKeys:
        return self.carried or LastingKeys(self.data.audit(), self.data.pseudonyms())


def derive(key: bytes, salt: bytes, purpose: str) -> bytes:
    """32 bytes by HKDF-SHA256, for one purpose."""
    return HKDF(SHA256(), KEY_BYTES, salt, (_LABEL + purpose).encode()).derive(key)
