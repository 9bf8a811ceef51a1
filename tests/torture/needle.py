"""Looks for a needle in everything that the app wrote: a name, in every form in which it could stand."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path


def forms(needle: str) -> Iterator[bytes]:
    """The bytes that would give a name away: in several encodings, escaped, in small and capital letters."""
    for text in {needle, needle.lower(), needle.upper(), *needle.split()}:
        yield from {
            text.encode("utf-8"),
            text.encode("latin-1", "replace"),
            text.encode("utf-16-le"),
            text.encode("utf-16-be"),
            json.dumps(text)[1:-1].encode(),
            ascii(text)[1:-1].encode(),
        }
        encoded = text.encode("utf-8")
        # In base64 a text looks otherwise by where in three bytes it begins; its inner part is enough.
        for shift in range(3):
            yield b64encode(b"\x00" * shift + encoded)[4:-4]


def found(folders: Iterable[Path], needles: Iterable[str]) -> list[str]:
    """The files below the folders that hold a needle, or are named after one."""
    wanted = [form for needle in needles for form in forms(needle)]
    assert all(len(form) >= 4 for form in wanted), "a needle this short is found everywhere"
    return [
        str(path)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and _gives_away(path, wanted)
    ]


def _gives_away(path: Path, wanted: list[bytes]) -> bool:
    content = path.name.encode() + b"\n" + path.read_bytes()
    return any(form in content for form in wanted)
