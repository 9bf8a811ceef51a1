"""Which Python can be used; written for any Python 3.7 and newer, which may have to say that it cannot."""

from __future__ import annotations

import shlex
import shutil
import subprocess

OLDEST = (3, 11)
NEWEST = (3, 13)


def suits(version: tuple[int, ...]) -> bool:
    return OLDEST <= version[:2] <= NEWEST


def unsuitable(version: tuple[int, ...], others: list[str], arguments: list[str]) -> str:
    """Says why a Python of this ``version`` (major, minor) cannot be used; empty where it can.

    ``others`` are commands that would start a suitable one, ``arguments`` what was asked of this script.
    """
    if suits(version):
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
