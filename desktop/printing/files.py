"""Files of prints and exports: whole or not there at all, and for their owner's eyes."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from time import time

PREFIX, SUFFIX = ".sikkerplan-", ".tmp"
SWEPT_AFTER = 3600.0
"""Seconds: whatever is that old is not being written any more."""


def write_whole(path: Path, content: bytes) -> None:
    """Writes the file in one step, readable by its owner alone. Raises ``OSError``.

    What an app that was killed has left half written in the same folder goes: it holds names in plain text.
    """
    _sweep(path.parent)
    handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _sweep(folder: Path) -> None:
    with suppress(OSError):
        for left in folder.glob(f"{PREFIX}*{SUFFIX}"):
            with suppress(OSError):
                if left.is_file() and time() - left.lstat().st_mtime > SWEPT_AFTER:
                    left.unlink()
