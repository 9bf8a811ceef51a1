"""Runs one contestant in a process group of its own: its time and memory are kept from outside."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

#: Seconds that a contestant may take beyond its time to write its plan down and leave.
GRACE = 15.0
#: Seconds between two looks at how much memory it holds.
LOOK = 0.2
#: MB that a contestant may hold where the machine does not tell how much it has.
MOST_MB = 12_000.0

How = Literal["ended", "time", "memory"]


@dataclass(frozen=True, slots=True)
class Ended:
    """``how``: by itself, or because it was ended for its time or memory. ``code``: its exit status.

    ``said``: each line of JSON that it printed, with the seconds since its start; ``complaint``: the last
    line of its standard error. ``peak_mb``: the most memory that all its processes held at once, None where
    it is not told.
    """

    how: How
    code: int
    seconds: float
    peak_mb: float | None
    said: tuple[tuple[float, dict[str, Any]], ...]
    complaint: str


def run(
    command: Sequence[str],
    seconds: float,
    *,
    request: str = "",
    enough: Callable[[dict[str, Any]], bool] = lambda _: False,
    most_mb: float | None = None,
) -> Ended:
    """Runs a command for ``seconds`` and a grace. ``request`` goes to its standard input, which stays open.

    It is ended early when ``enough`` says so of a line that it printed.
    """
    begun = time.monotonic()
    said: list[tuple[float, dict[str, Any]]] = []
    complaints: list[str] = []
    done = threading.Event()
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        assert process.stdin is not None and process.stdout is not None and process.stderr is not None

        def listen(lines: Iterator[str]) -> None:
            for line in lines:
                with contextlib.suppress(ValueError):
                    message = json.loads(line)
                    if isinstance(message, dict):
                        said.append((time.monotonic() - begun, message))
                        if enough(message):
                            done.set()

        def note(lines: Iterator[str]) -> None:
            for line in lines:
                if line.strip():
                    complaints[:] = [line.strip()]

        readers = [
            threading.Thread(target=listen, args=(process.stdout,), daemon=True),
            threading.Thread(target=note, args=(process.stderr,), daemon=True),
        ]
        for reader in readers:
            reader.start()
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(request)
            process.stdin.flush()
        how, peak = _watch(process, begun + seconds + GRACE, most_mb or _most_mb(), done)
        _end(process)
        for reader in readers:
            reader.join(GRACE)
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
    spent = time.monotonic() - begun
    return Ended(how, process.returncode, spent, peak, tuple(said), complaints[0] if complaints else "")


def _watch(
    process: subprocess.Popen[str], until: float, most_mb: float, done: threading.Event
) -> tuple[How, float | None]:
    """Waits until it ends or has to be ended: how, and the most memory that it held."""
    peak: float | None = None
    while process.poll() is None:
        if done.wait(LOOK):
            return "ended", peak
        held = _held_mb(process.pid)
        if held is not None:
            peak = max(held, peak or 0.0)
            if held > most_mb:
                return "memory", peak
        if time.monotonic() > until:
            return "time", peak
    return "ended", peak


def _end(process: subprocess.Popen[str]) -> None:
    """Ends what is left of its process group."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()


def _held_mb(group: int) -> float | None:
    """What the processes of a group hold together; what two of them share counts twice. Linux alone tells."""
    pages = 0
    seen = False
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            # The name in brackets may hold anything; the numbers come after it.
            numbers = status.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(numbers[2]) == group:
                pages += int(numbers[21])
                seen = True
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6 if seen else None


def _most_mb() -> float:
    """Seven eighths of the machine's memory."""
    try:
        pages: int = os.sysconf("SC_PHYS_PAGES")
        size: int = os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return MOST_MB
    return pages * size / 1e6 * 7 / 8
