"""What somebody types to find something, and what it is held against."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i"})


def fold(text: str) -> str:
    """The text without case and accents, as it is searched: ``Ågård`` and ``Aagaard`` are alike."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).replace("aa", "a")
