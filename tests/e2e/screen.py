"""A virtual screen for the real window: Xvfb on a display of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = "1600x1000x24"


def available() -> bool:
    """Whether a virtual screen can be started here."""
    return sys.platform.startswith("linux") and shutil.which("Xvfb") is not None


def header() -> str:
    """What the report of a test run says about the screen."""
    if available():
        return "screen: Xvfb, started by the end-to-end tests"
    return "screen: none, since Xvfb is not installed; the end-to-end tests use Qt's offscreen platform"


def required() -> bool:
    """Whether the end-to-end tests must not do without: on Linux where CI runs them."""
    return sys.platform.startswith("linux") and os.environ.get("CI", "").lower() == "true"


@contextmanager
def virtual_screen(log: Path) -> Iterator[dict[str, str]]:
    """Starts Xvfb and gives the environment that leads a Qt program to it; ends it afterwards.

    The server tells its display over a pipe once it is ready, so nobody has to wait by the clock.
    """
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
    with log.open("wb") as out:
        server = subprocess.Popen(
            command, pass_fds=(writing,), stdout=out, stderr=out, stdin=subprocess.DEVNULL
        )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            display = told.readline().strip()
        if not display:
            raise RuntimeError(f"Xvfb did not start: {log.read_text(errors='replace')}")
        yield {"DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait(timeout=20)
