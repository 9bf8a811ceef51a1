"""Letters that lead to a field with Alt, whatever the language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def with_mnemonics(labels: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """Each label with ``&`` before a letter of its own, while there are any; one that has it keeps it."""
    used = {letter.casefold() for letter in taken} | {_letter(text) for text in labels if "&" in text}
    result = []
    for text in labels:
        at = next(
            (i for i, letter in enumerate(text) if letter.isalpha() and letter.casefold() not in used), None
        )
        if "&" in text or at is None:
            result.append(text)
            continue
        used.add(text[at].casefold())
        result.append(f"{text[:at]}&{text[at:]}")
    return result


def _letter(text: str) -> str:
    return text.partition("&")[2][:1].casefold()
