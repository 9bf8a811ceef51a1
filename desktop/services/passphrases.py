"""How hard a passphrase is to guess, and which ones are refused.

The database can be taken away and guessed at in peace, by somebody who knows what people choose. So the
passphrase is cut into the parts that such a guesser would put together (common words, runs, repeats, years,
other words, single letters), in the way that costs the fewest guesses. The measure is rough and meant as a
hint; what is made of common parts alone is refused.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache
from itertools import pairwise

from desktop.services.common_words import COMMON_WORDS

LEAST_LENGTH = 12
"""Characters. Below it no vault is made."""
LEAST_BITS = 24.0
"""One unknown word, or two of those that everybody tries: found at once."""
FAIR_BITS = 40.0
STRONG_BITS = 55.0

_BITS_A_WORD = 12.0
_BITS_A_LETTER = 3.0
_BITS_A_MIXED_CHARACTER = 4.5
_BITS_A_RUN = 4.0
_BITS_A_REPEAT = 1.0
_BITS_A_YEAR = 6.0
_LONGEST_WORD = 16
_LONGEST_PART = 32
_MOST_JUDGED = 128
_LEET = str.maketrans("0134578@$!€", "oieastbasie")
_ROWS = ("1234567890", "qwertyuiopå", "asdfghjklæø", "zxcvbnm", "qazwsxedcrfvtgbyhnujm")


class PassphraseFault(StrEnum):
    """Why a passphrase can't be chosen. The interface words it."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    COMMON = "common"


class Strength(IntEnum):
    REFUSED = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """``fault`` is None where the passphrase may be chosen. ``bits``: half of as many doublings of guesses
    find it on average, by a rough estimate."""

    fault: PassphraseFault | None
    strength: Strength
    bits: float


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the passphrase, from ``start``; ``common`` where a guesser tries it early."""

    start: int
    bits: float
    common: bool


def normalised(passphrase: str) -> str:
    """The NFKC form: the same letters typed on another keyboard are the same passphrase."""
    return unicodedata.normalize("NFKC", passphrase)


def judge(passphrase: str) -> Judgement:
    """Judges a passphrase that somebody would choose."""
    text = normalised(passphrase)
    if not text.strip():
        return Judgement(PassphraseFault.EMPTY, Strength.REFUSED, 0.0)
    if len(text) < LEAST_LENGTH:
        return Judgement(PassphraseFault.TOO_SHORT, Strength.REFUSED, 0.0)
    parts = _cheapest(text[:_MOST_JUDGED])
    bits = sum(part.bits for part in parts)
    if bits < LEAST_BITS or (bits < FAIR_BITS and _is_common(parts)):
        return Judgement(PassphraseFault.COMMON, Strength.REFUSED, bits)
    if bits < FAIR_BITS:
        return Judgement(None, Strength.WEAK, bits)
    return Judgement(None, Strength.FAIR if bits < STRONG_BITS else Strength.STRONG, bits)


def _is_common(parts: list[_Part]) -> bool:
    """Whether it is common parts; a letter or two beside them, as in "password2026x!", changes nothing."""
    others = [part for part in parts if not part.common]
    return len(others) <= 2 and all(part.bits < _BITS_A_WORD for part in others)


def _cheapest(text: str) -> list[_Part]:
    """The parts whose guesses are the fewest, in order."""
    lower = text.lower()
    a_character = _BITS_A_MIXED_CHARACTER if _mixed(text) else _BITS_A_LETTER
    best: list[tuple[float, _Part | None]] = [(0.0, None)]
    for end in range(1, len(text) + 1):
        offers = [_single(lower, end - 1, a_character), *_parts(text, lower, end)]
        part = min(offers, key=lambda offer: best[offer.start][0] + offer.bits)
        best.append((best[part.start][0] + part.bits, part))
    parts: list[_Part] = []
    end = len(text)
    while end:
        last = best[end][1]
        assert last is not None
        parts.append(last)
        end = last.start
    return parts[::-1]


def _single(lower: str, at: int, bits: float) -> _Part:
    if not lower[at].isalnum() and bits < _BITS_A_MIXED_CHARACTER:
        return _Part(at, 0.5, True)
    return _Part(at, bits, False)


def _parts(text: str, lower: str, end: int) -> Iterator[_Part]:
    plain = lower.translate(_LEET)
    for start in range(max(0, end - _LONGEST_PART), end - 2):
        length = end - start
        piece = lower[start:end]
        for word, more in ((piece, 0.0), (plain[start:end], 1.5)):
            rank = _ranks().get(word)
            if rank is not None:
                capital = 0.0 if text[start:end].islower() else 1.0
                yield _Part(start, math.log2(rank + 2) + capital + more, True)
        if piece in lower[:start]:
            yield _Part(start, _BITS_A_REPEAT + math.log2(length), True)
        if _is_run(piece):
            yield _Part(start, _BITS_A_RUN + math.log2(length), True)
        if length == 4 and re.fullmatch(r"19\d\d|20\d\d", piece):
            yield _Part(start, _BITS_A_YEAR, True)
        if length <= _LONGEST_WORD and piece.isalpha() and _whole_word(lower, start, end):
            letters = _BITS_A_LETTER * (len(set(piece)) + length) / 2
            yield _Part(start, min(_BITS_A_WORD, letters), letters < _BITS_A_WORD / 2)


def _whole_word(lower: str, start: int, end: int) -> bool:
    before, after = lower[start - 1 : start], lower[end : end + 1]
    return not before.isalpha() and not after.isalpha()


def _is_run(piece: str) -> bool:
    """Whether it repeats one letter, counts up or down, or walks along the keyboard."""
    steps = {ord(after) - ord(before) for before, after in pairwise(piece)}
    if len(steps) == 1 and steps <= {-1, 0, 1}:
        return True
    return any(piece in row or piece[::-1] in row for row in _ROWS)


def _mixed(text: str) -> bool:
    kinds = sum(any(map(kind, text)) for kind in (str.islower, str.isupper, str.isdigit))
    return kinds + any(not letter.isalnum() and not letter.isspace() for letter in text) > 2


@cache
def _ranks() -> dict[str, int]:
    return {word: rank for rank, word in enumerate(COMMON_WORDS)}
