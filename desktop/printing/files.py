"""Files of prints: whole or not there at all, and for their owner's eyes."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Writes the file in one step, readable by its owner alone. Raises ``OSError``."""
    handle, name = tempfile.mkstemp(prefix=".sikkerplan-", suffix=".tmp", dir=path.parent)
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
