"""Whether ``.venv`` is ready as it stands, wants other packages, or must be made anew."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

NAME = "sikkerplan.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a finished ``.venv`` was made of. It is written last and removed before anything changes."""

    python: str
    base: str
    folder: str
    pins: str


def wanted(venv: Path, pins: bytes) -> Stamp:
    """The stamp that ``.venv`` would have if this Python made it from these pins now."""
    version = f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor}"
    return Stamp(version, sys.base_prefix, str(venv), hashlib.sha256(pins).hexdigest())


def read(venv: Path) -> Stamp | None:
    """The stamp in ``.venv``; None where there is none that can be read."""
    try:
        return Stamp(**json.loads((venv / NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write(venv: Path, stamp: Stamp) -> None:
    (venv / NAME).write_text(json.dumps(asdict(stamp), indent=1) + "\n", encoding="utf-8")


def remove(venv: Path) -> None:
    (venv / NAME).unlink(missing_ok=True)


def judge(found: Stamp | None, want: Stamp, python_is_there: bool) -> Literal["ready", "update", "make"]:
    """What ``.venv`` needs. One that was interrupted has no stamp, and is made anew."""
    if found is None or not python_is_there:
        return "make"
    if found == want:
        return "ready"
    same_python = (found.python, found.base, found.folder) == (want.python, want.base, want.folder)
    return "update" if same_python else "make"
