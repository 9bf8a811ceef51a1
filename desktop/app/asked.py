"""What the command line asks of the app, where the app speaks, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PLANNED = 0
NOT_PLANNED = 1
NOT_STARTED = 2
UNSAFE = 3


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for. ``vault`` None is the usual place, ``language`` None the system's."""

    vault: Path | None = None
    demo: bool = False
    language: str | None = None
    seconds: int | None = None
    pdf: Path | None = None


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where the app speaks beside its window: answers, faults, and a run's progress in one line."""

    out: Callable[[str], None]
    err: Callable[[str], None]
    step: Callable[[str], None]
