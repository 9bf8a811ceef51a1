"""The key that Argon2id (RFC 9106) makes of a passphrase. ``services.passphrases`` says what may be one."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from desktop.services.passphrases import judge, normalised
from desktop.vault.errors import PassphraseRefused

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """What a guess costs: passes over ``memory_kib`` KiB of memory, in ``lanes`` at a time.

    The default takes one to two seconds on an office PC. Raises ``ValueError`` outside of what RFC 9106
    allows and any machine of ours can do, so that a damaged file can't ask for all of its memory.
    """

    passes: int = 3
    memory_kib: int = 256 * 1024
    lanes: int = 4

    def __post_init__(self) -> None:
        if not (
            1 <= self.passes <= 64
            and 1 <= self.lanes <= 64
            and 8 * self.lanes <= self.memory_kib <= 4 * 1024 * 1024
        ):
            raise ValueError("these Argon2id costs are out of range")


def admit(passphrase: str) -> None:
    """Raises ``PassphraseRefused`` where the passphrase is too weak for a vault."""
    fault = judge(passphrase).fault
    if fault is not None:
        raise PassphraseRefused(fault)


def wrapping_key(passphrase: str, salt: bytes, cost: Argon2Cost) -> bytes:
    """The 32-byte key that a passphrase slot is wrapped with."""
    derivation = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    # A lone surrogate, which some input methods let through, is kept as it is rather than refused.
    return derivation.derive(normalised(passphrase).encode("utf-8", "surrogatepass"))
