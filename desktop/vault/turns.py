"""One at a time, across threads and processes: a file beside, which the system keeps locked for who has it.

It frees the lock of a process that dies. The file goes with the turn, so that none is left to wonder about.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PAUSE_SECONDS = 0.005


@contextmanager
def turn(path: Path, seconds: float) -> Iterator[None]:
    """Waits for the turn that ``path`` stands for, and has it until the end of the block.

    Raises ``TimeoutError`` where somebody else has it for longer than that; ``OSError`` where the file can't
    be made or locked.
    """
    handle = _taken(path, time.monotonic() + seconds)
    try:
        yield
    finally:
        # While it is still locked: whoever waits for this file then finds out that it is no longer the one.
        with suppress(OSError):
            path.unlink()
        os.close(handle)
        if sys.platform == "win32":
            # There it can't go before it is closed, nor while somebody else waits for it.
            with suppress(OSError):
                path.unlink()


def _taken(path: Path, until: float) -> int:
    while True:
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            if _locked(handle) and _is_there(path, handle):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        if time.monotonic() > until:
            raise TimeoutError("somebody else has the turn")
        time.sleep(PAUSE_SECONDS)


def _locked(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_there(path: Path, handle: int) -> bool:
    """Whether the file still has its name: who had it before may have removed it since."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
