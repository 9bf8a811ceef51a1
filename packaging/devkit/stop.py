"""How these tools end when something is missing: with a sentence, never with a traceback."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable


class Stop(Exception):
    """Something is missing or failed; the message says in plain words what, and how to get it."""


def describe_os_error(error: OSError) -> str:
    """Words an error of the operating system."""
    where = f" ({error.filename})" if error.filename else ""
    if error.errno == errno.ENOSPC:
        return f"The disk is full{where}: make room for about 1 GB, then run the same command again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"This folder cannot be written to{where}: put Sikkerplan into a folder of your own."
    return f"{error.strerror or error}{where}."


def apt_install(packages: Iterable[str]) -> str:
    """The line that installs Debian packages, for whoever is running this."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return f"{'' if root else 'sudo '}apt install {' '.join(sorted(packages))}"
