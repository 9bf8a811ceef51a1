"""Work that is killed at a random instant, in a process of its own, and what it told until then.

The processes come out of one that has everything imported, so that hundreds of them take no time to start.
A kill is the kernel's own: nothing of the process runs after it.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from typing import Any

READY = "ready"
PATIENCE_SECONDS = 60.0
_PRELOADED = ["tests.torture.kills", "tests.torture.kills_in_backup", "tests.torture.rotations"]

Say = Callable[[str], None]
"""How the work tells that something is done; what was told must be there after any kill."""
Work = Callable[..., None]
"""Does things until it is killed, or ends. It is given ``Say`` first, says ``READY`` before anything else,
and must be a function of a module."""


def killed(work: Work, arguments: tuple[object, ...], luck: random.Random, within: float) -> list[str]:
    """Kills the work at most ``within`` seconds after it was ready. Returns what it told since."""
    context = _context()
    ours, theirs = context.Pipe(duplex=False)
    process: Any = context.Process(target=_run, args=(work, theirs, arguments))
    process.start()
    theirs.close()
    try:
        assert ours.poll(PATIENCE_SECONDS), "the process never became ready"
        assert ours.recv_bytes().decode() == READY
        time.sleep(luck.uniform(0, within))
    finally:
        process.kill()
        process.join()
    told = list(_left(ours))
    ours.close()
    process.close()
    return told


def lasts(work: Work, arguments: tuple[object, ...]) -> float:
    """Seconds from when the work is ready to its own end, here and now: for kills all over it."""
    context = _context()
    ours, theirs = context.Pipe(duplex=False)
    process: Any = context.Process(target=_run, args=(work, theirs, arguments))
    process.start()
    theirs.close()
    assert ours.recv_bytes().decode() == READY
    began = time.monotonic()
    process.join()
    taken = time.monotonic() - began
    assert process.exitcode == 0, "the work failed"
    ours.close()
    return taken


def _context() -> ForkServerContext:
    if sys.platform == "win32":
        raise NotImplementedError("Windows has no kill -9")
    context = get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def _run(work: Work, pipe: Connection, arguments: tuple[object, ...]) -> None:
    work(lambda word: pipe.send_bytes(word.encode()), *arguments)


def _left(pipe: Connection) -> Any:
    """The words that arrived whole; the last one may be cut off by the kill."""
    try:
        while pipe.poll(0):
            yield pipe.recv_bytes().decode()
    except (EOFError, OSError):
        return
