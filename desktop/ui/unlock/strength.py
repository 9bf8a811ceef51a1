"""A rough measure of how hard a passphrase is to guess, as a hint while somebody makes one."""

from __future__ import annotations

import math
import re
from enum import IntEnum
from itertools import pairwise

LEAST_LENGTH = 12
"""Characters. Below it no vault is made: the database can be taken away and guessed at in peace."""

_COMMON = (
    "password", "passphrase", "adgangskode", "kodeord", "qwerty", "sikkerplan", "jobcenter", "copenhagen",
    "københavn", "1234", "abcd", "welcome", "velkommen", "sommer", "vinter", "hemmelig", "kommune",
)  # fmt: skip
_BITS_A_WORD = 11.0
_BITS_A_CHARACTER = 3.0
_BITS_A_MIXED_CHARACTER = 4.5


class Strength(IntEnum):
    SHORT = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


def strength(passphrase: str) -> Strength:
    """Judges by an estimate of the guesses needed: a word counts as a word, repeats and sequences hardly."""
    if len(passphrase) < LEAST_LENGTH:
        return Strength.SHORT
    bits = _bits(passphrase)
    if bits < 40:
        return Strength.WEAK
    return Strength.FAIR if bits < 55 else Strength.STRONG


def _bits(passphrase: str) -> float:
    text = passphrase
    total = 0.0
    for common in _COMMON:
        text, found = re.subn(re.escape(common), " ", text, flags=re.IGNORECASE)
        total += 4 if found else 0
    seen: set[str] = set()
    for word in re.split(r"[\s\-_.,;:]+", text):
        if not word or word.lower() in seen:
            continue
        seen.add(word.lower())
        plain = _without_runs(word)
        characters = len(set(plain)) * 0.5 + len(plain) * 0.5
        letters_only = word.isalpha() and len(word) <= 12
        kinds = sum(any(map(kind, plain)) for kind in (str.islower, str.isupper, str.isdigit))
        mixed = kinds + (not plain.isalnum()) > 2
        by_character = characters * (_BITS_A_MIXED_CHARACTER if mixed else _BITS_A_CHARACTER)
        total += min(by_character, _BITS_A_WORD + math.log2(len(word))) if letters_only else by_character
    return total


def _without_runs(word: str) -> str:
    """The word without characters that repeat or follow the one before, as in "aaa", "123" or "abc"."""
    kept = word[:1]
    for before, character in pairwise(word):
        if ord(character) - ord(before) not in (-1, 0, 1):
            kept += character
    return kept
