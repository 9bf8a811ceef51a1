"""Who is logged on."""

from __future__ import annotations

import os
import sys


def system_user() -> str:
    """The user's name as the system knows it, not as the environment claims; empty where it can't tell."""
    try:
        if sys.platform == "win32":
            return os.getlogin()
        # The module is not there on Windows.
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (OSError, KeyError):
        return ""
