"""A folder that nobody can write to: a small disk that is turned to read-only."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def read_only(disk: Path) -> Iterator[None]:
    """Turns a disk of ``full_disk.small_disk`` to read-only, for root as well."""
    _remount(disk, "ro")
    try:
        yield
    finally:
        _remount(disk, "rw")


def _remount(disk: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True)
