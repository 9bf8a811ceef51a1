"""The recovery key as it is printed: 160 random bits in groups of four, and a group that checks them.

The letters are Crockford's base 32 (https://www.crockford.com/base32.html), which has no I, L, O and U;
they are read as what they look like. The check is 20 bits of a SHA-256, so that of a million slips of the
pen one goes unseen, and then the key does not open anything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

SECRET_BYTES = 20
GROUP = 4
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SECRET_LETTERS = 32
_LETTERS = _SECRET_LETTERS + GROUP
_LOOK_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = " -–.\t\n"


class MistypedRecoveryKey(ValueError):
    """The text is no recovery key. ``missing`` letters are too few (below 0: too many); ``groups`` are the
    ones, from 1, that one slip could be in, where that can be told."""

    def __init__(self, missing: int = 0, groups: tuple[int, ...] = ()) -> None:
        super().__init__("this is no recovery key")
        self.missing = missing
        self.groups = groups


def recovery_text(secret: bytes) -> str:
    """The nine groups of a secret of 20 bytes, joined by hyphens."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery key has 20 bytes")
    letters = _letters(int.from_bytes(secret), _SECRET_LETTERS)
    letters += _check(letters)
    return "-".join(letters[at : at + GROUP] for at in range(0, _LETTERS, GROUP))


def recovery_secret(text: str) -> bytes:
    """The 20 bytes of a text as somebody typed it. Raises ``MistypedRecoveryKey``."""
    letters = _plain(text)
    strange = {at // GROUP + 1 for at, letter in enumerate(letters) if letter not in ALPHABET}
    if len(letters) != _LETTERS or strange:
        raise MistypedRecoveryKey(_LETTERS - len(letters), tuple(sorted(strange)))
    if not _sound(letters):
        raise MistypedRecoveryKey(0, _suspects(letters))
    number = 0
    for letter in letters[:_SECRET_LETTERS]:
        number = number * 32 + ALPHABET.index(letter)
    return number.to_bytes(SECRET_BYTES)


def _plain(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter not in _BETWEEN).translate(_LOOK_ALIKE)


def _letters(number: int, count: int) -> str:
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(count)))


def _check(letters: str) -> str:
    digest = hashlib.sha256(b"sikkerplan recovery key " + letters.encode("ascii")).digest()
    return _letters(int.from_bytes(digest[:4]) >> 12, GROUP)


def _sound(letters: str) -> bool:
    return _check(letters[:_SECRET_LETTERS]) == letters[_SECRET_LETTERS:]


def _suspects(letters: str) -> tuple[int, ...]:
    """The groups in which another letter, or two letters the other way round, would make the text sound."""
    found = {at // GROUP + 1 for at, changed in _near(letters) if _sound(changed)}
    return tuple(sorted(found)) if len(found) <= 2 else ()


def _near(letters: str) -> Iterator[tuple[int, str]]:
    for at in range(_LETTERS):
        for other in ALPHABET:
            yield at, letters[:at] + other + letters[at + 1 :]
    for at in range(_LETTERS - 1):
        yield at, letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
