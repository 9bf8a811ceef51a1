"""Texts that a spreadsheet would take for a formula, and back."""

from __future__ import annotations

_BEGINS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def escaped(text: str) -> str:
    """The text with a mark before it where a spreadsheet might work it out instead of showing it.

    OWASP, *CSV Injection*: what begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break.
    """
    return f"'{text}" if _risky(text) else text


def unescaped(text: str) -> str:
    """The text that ``escaped`` was given."""
    return text[1:] if text.startswith("'") and _risky(text[1:]) else text


def _risky(text: str) -> bool:
    return text.startswith(_BEGINS) or text.lstrip(" '\u00a0").startswith(_BEGINS)
