#!/usr/bin/env python3
"""Sets Sikkerplan up and starts, tests or checks it: ``python3 packaging/dev.py --help``.

Standard library only. This file is written for any Python 3 that is still met, so that an unsuitable one
is told in plain words; everything else lies in ``devkit``, which needs a suitable one.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
NEWEST = (3, 13)


def unsuitable(version: tuple[int, ...], others: list[str], arguments: list[str]) -> str:
    """Says why a Python of this ``version`` (major, minor) cannot be used; empty where it can.

    ``others`` are commands that would start a suitable one, ``arguments`` what was asked of this script.
    """
    if OLDEST <= version <= NEWEST:
        return ""
    fault = "old" if version < OLDEST else "new"
    here = f"{version[0]}.{version[1]}"
    text = f"This is Python {here}, which is too {fault}: Sikkerplan needs Python 3.11 to 3.13."
    if others:
        asked = " ".join(shlex.quote(argument) for argument in arguments)
        text += f"\nThere is a suitable one on this machine; run:\n  {others[0]} {asked}"
    return text


def others() -> list[str]:
    """Commands on the PATH that start a suitable Python, the newest first."""
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    return [name for name in names if shutil.which(name) and starts(name)]


def starts(command: str) -> bool:
    quiet = subprocess.DEVNULL
    return subprocess.run([command, "-c", "pass"], check=False, stdout=quiet, stderr=quiet).returncode == 0


def main() -> int:
    version = sys.version_info[:2]
    if not OLDEST <= version <= NEWEST:
        print(unsuitable(version, others(), sys.argv), file=sys.stderr)
        return 1
    from devkit.cli import run_command

    return run_command(sys.argv[1:], Path(__file__).resolve().parent.parent)


if __name__ == "__main__":
    sys.exit(main())
