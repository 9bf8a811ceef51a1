"""The vault's data key, and the keys for each purpose that are derived from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


@dataclass(frozen=True, slots=True)
class DataKey:
    """The random data key (32 bytes) and salt (16 bytes) of a vault. Its repr shows neither."""

    key: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def audit(self) -> bytes:
        """What seals the audit trail: 32 bytes by HKDF-SHA256 (RFC 5869)."""
        return HKDF(SHA256(), 32, self.salt, b"sikkerplan/2 audit").derive(self.key)
