"""Runs other programs: in the foreground with Ctrl-C left to them, or quietly with their output kept."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType

INTERRUPTED = 130
PERSONAL = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__")


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without what would make another Python look for its modules elsewhere."""
    return {name: value for name, value in environment.items() if name not in PERSONAL}


def foreground(command: Sequence[str], cwd: Path | None = None) -> int:
    """Runs a command on this terminal and returns its exit code, 128 + n where signal n ended it.

    Ctrl-C reaches the command through the terminal, which decides what to do; this process only waits.
    Raises ``KeyboardInterrupt`` where the command then ended with an error.
    """
    interrupted = False

    def remember(_number: int, _frame: FrameType | None) -> None:
        nonlocal interrupted
        interrupted = True

    # A handler, not SIG_IGN: being ignored would be passed on to the command.
    before = signal.signal(signal.SIGINT, remember)
    try:
        child = subprocess.Popen(command, cwd=cwd, env=clean_environment(os.environ))
        ended = signal.signal(signal.SIGTERM, lambda _number, _frame: child.terminate())
        try:
            code = child.wait()
        finally:
            signal.signal(signal.SIGTERM, ended)
    finally:
        signal.signal(signal.SIGINT, before)
    if interrupted and code != 0:
        raise KeyboardInterrupt
    return code if code >= 0 else 128 - code


def lines_of(command: Sequence[str], on_line: Callable[[str], None], *, only_complaints: bool = False) -> int:
    """Runs a command, hands over each line that it prints or complains of, and returns its exit code.

    With ``only_complaints`` its standard output stays on this terminal, where it may draw a progress bar.
    """
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=None if only_complaints else subprocess.PIPE,
        stderr=subprocess.PIPE if only_complaints else subprocess.STDOUT,
        env=clean_environment(os.environ),
        encoding="utf-8",
        errors="replace",
    ) as child:
        for line in child.stderr or child.stdout or ():
            on_line(line.rstrip())
        return child.wait()


def quietly(command: Sequence[str]) -> tuple[int, str]:
    """Runs a command and returns its exit code and everything that it printed."""
    lines: list[str] = []
    code = lines_of(command, lines.append)
    return code, "\n".join(lines)


def say(text: str = "") -> None:
    print(text, flush=True)


def complain(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
