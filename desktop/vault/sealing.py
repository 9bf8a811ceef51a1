"""Sealing: while a vault is locked, what is to go into it can be encrypted for it, and read by nobody.

A ``Seal`` holds a public key (X25519, RFC 7748) and encrypts: a fresh key pair for each message, HKDF-SHA256
over the shared secret, AES-256-GCM. The ``Opener`` is the private half. It is derived from a key of the
vault, so that nothing of it is kept anywhere while the vault is locked.
"""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
# Each message has a key of its own, which is used once.
NONCE = bytes(12)
PRIVATE = b"sikkerplan sealing: the private key"
MESSAGE = b"sikkerplan sealing: a message's key"


@dataclass(frozen=True, slots=True)
class Seal:
    """Encrypts for a vault and can't decrypt. Holds no secret."""

    public: bytes

    def close(self, message: bytes) -> bytes:
        """The message as only the vault's opener can read it."""
        once = X25519PrivateKey.generate()
        mine = once.public_key().public_bytes_raw()
        shared = once.exchange(X25519PublicKey.from_public_bytes(self.public))
        return mine + AESGCM(_message_key(shared, mine, self.public)).encrypt(NONCE, message, None)


class Opener:
    """Opens what the seal of the same vault closed. ``key`` is 32 bytes; its repr tells nothing."""

    def __init__(self, key: bytes) -> None:
        secret = HKDF(SHA256(), KEY_BYTES, salt=None, info=PRIVATE).derive(key)
        self._private = X25519PrivateKey.from_private_bytes(secret)
        self._public = self._private.public_key().public_bytes_raw()

    def seal(self) -> Seal:
        """The half that encrypts, to be kept while the vault is locked."""
        return Seal(self._public)

    def open(self, sealed: bytes) -> bytes:
        """The message. Raises ``ValueError`` where it was not sealed for this vault, or was changed."""
        theirs, rest = sealed[:KEY_BYTES], sealed[KEY_BYTES:]
        try:
            shared = self._private.exchange(X25519PublicKey.from_public_bytes(theirs))
            return AESGCM(_message_key(shared, theirs, self._public)).decrypt(NONCE, rest, None)
        except (InvalidTag, ValueError):
            raise ValueError("this was not sealed for the vault") from None


def _message_key(shared: bytes, once: bytes, public: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=once + public, info=MESSAGE).derive(shared)
