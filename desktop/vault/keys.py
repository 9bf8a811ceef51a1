"""The data key and what is derived from it: one key a purpose, none of which tells another."""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.store import DatabaseKey


@dataclass(frozen=True, slots=True)
class DataKey:
    """The vault's random key (32 bytes) and salt (16 bytes). Its repr shows neither."""

    key: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def database(self) -> DatabaseKey:
        return DatabaseKey(self.key, self.salt)

    def backup(self) -> bytes:
        """What backups are sealed and keyed with."""
        return self._derived(b"sikkerplan/backup")

    def _derived(self, info: bytes) -> bytes:
        return HKDF(hashes.SHA256(), 32, self.salt, info).derive(self.key)
