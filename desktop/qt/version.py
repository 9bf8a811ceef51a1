"""Which version of the app this is."""

from __future__ import annotations

from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def own_version() -> str:
    """The installed version; in a source tree that was never installed, the one of ``pyproject.toml``."""
    import tomllib
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("sikkerplan")
    except PackageNotFoundError:
        with _PROJECT.open("rb") as file:
            return str(tomllib.load(file)["project"]["version"])
