"""Where a vault lies unless told otherwise: the system's folder for an application's own data."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

NAME = "Sikkerplan"


def data_folder(
    chosen: Path | None = None,
    *,
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    home: Path | None = None,
) -> Path:
    """The chosen folder, or by platform:

    - Windows: ``%LOCALAPPDATA%\\Sikkerplan``, which does not roam with the user's profile;
    - macOS: ``~/Library/Application Support/Sikkerplan``;
    - others: ``$XDG_DATA_HOME/sikkerplan`` or ``~/.local/share/sikkerplan``. A relative
      ``XDG_DATA_HOME`` is ignored, as the XDG Base Directory Specification asks.

    The folder need not exist. Raises ``RuntimeError`` where the user has no home.
    """
    if chosen is not None:
        return chosen
    if platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return (Path(local) if local else _home(home) / "AppData" / "Local") / NAME
    if platform == "darwin":
        return _home(home) / "Library" / "Application Support" / NAME
    data = Path(environment.get("XDG_DATA_HOME", ""))
    return (data if data.is_absolute() else _home(home) / ".local" / "share") / NAME.lower()


def _home(home: Path | None) -> Path:
    return Path.home() if home is None else home
