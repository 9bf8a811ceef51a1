"""The vault's data key, and the keys for each purpose that are derived from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.store import DatabaseKey


@dataclass(frozen=True, slots=True)
class DataKey:
    """The random data key (32 bytes) and salt (16 bytes) of a vault. Its repr shows neither."""

    key: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def database(self) -> DatabaseKey:
        return DatabaseKey(self.key, self.salt)

    def audit(self) -> bytes:
        """What seals the audit trail: 32 bytes by HKDF-SHA256 (RFC 5869)."""
        return self._derived(b"sikkerplan/2 audit")

    def backup(self) -> bytes:
        """What backups are sealed and keyed with: 32 bytes."""
        return self._derived(b"sikkerplan/2 backup")

    def _derived(self, info: bytes) -> bytes:
        return HKDF(SHA256(), 32, self.salt, info).derive(self.key)
