"""Makes the pinned set from pyproject.toml, and makes sure that every system gets ready-made wheels of it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from tempfile import TemporaryDirectory

from devkit import pins
from devkit.environment import Environment
from devkit.process import foreground, quietly, say
from devkit.stop import Stop

PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = ("x86_64-manylinux_2_34", "x86_64-pc-windows-msvc", "aarch64-apple-darwin", "x86_64-apple-darwin")
COMMAND = "python packaging/dev.py lock"


def run(environment: Environment, arguments: Sequence[str]) -> int:
    """Writes requirements.txt; ``arguments`` go to ``uv pip compile``, such as ``--upgrade``."""
    uv = _uv(environment)
    index = index_of(environment)
    out = environment.requirements
    say("Solving for one set that serves every system ...")
    code = foreground(
        [
            *(uv, "pip", "compile", "pyproject.toml", "--extra", "dev", "--quiet"),
            *("--universal", "--python-version", PYTHONS[0], "--generate-hashes"),
            *("--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", COMMAND),
            *("--output-file", str(out), *index, *arguments),
        ],
        cwd=environment.root,
    )
    if code:
        return code
    lacking = False
    for platform in PLATFORMS:
        for python in PYTHONS:
            if fault := _lacks(environment, uv, platform, python):
                lacking = True
                say(f"No wheels for {platform}, Python {python}:\n{fault}")
    if lacking:
        raise Stop("The pinned set does not serve every system: pin another version in pyproject.toml.")
    count = len(pins.pinned(out.read_text(encoding="utf-8")))
    say(f"{count} packages pinned; wheels are there for {', '.join(PLATFORMS)}, Python {', '.join(PYTHONS)}.")
    return 0


def index_of(environment: Environment) -> list[str]:
    """uv does not read pip's configuration: hands the index over that pip is set up to use, if one is."""
    if os.environ.get("UV_DEFAULT_INDEX") or os.environ.get("UV_INDEX_URL"):
        return []
    code, output = quietly([environment.python, "-m", "pip", "config", "list"])
    settings = dict(line.split("=", 1) for line in output.splitlines() if "=" in line) if not code else {}
    return index_option(settings)


def index_option(settings: Mapping[str, str]) -> list[str]:
    """uv's option for what ``pip config list`` prints; the environment wins over its files."""
    for key in (":env:.index-url", "install.index-url", "global.index-url"):
        if key in settings:
            return ["--default-index", settings[key].strip("'\"")]
    return []


def _uv(environment: Environment) -> str:
    tools = environment.folder / "tools"
    uv = tools / "bin" / ("uv.exe" if os.name == "nt" else "uv")
    if not uv.exists():
        say("Fetching uv into .venv/tools ...")
        code, output = quietly(
            [
                *(environment.python, "-m", "pip", "install", "--disable-pip-version-check"),
                *("--target", str(tools), "--no-deps", "--require-hashes", "--only-binary", ":all:"),
                *("-r", str(environment.root / "packaging" / "uv.txt")),
            ]
        )
        if code:
            raise Stop(pins.explain(output))
    return str(uv)


def _lacks(environment: Environment, uv: str, platform: str, python: str) -> str:
    """What uv says is missing for a platform; empty where every pin has a wheel. Nothing is installed."""
    with TemporaryDirectory() as nowhere:
        code, output = quietly(
            [
                *(uv, "pip", "install", "--dry-run", "--require-hashes", "--only-binary", ":all:"),
                *("--python-platform", platform, "--python-version", python, "--target", nowhere),
                *("-r", str(environment.requirements), *index_of(environment)),
            ]
        )
    return output if code else ""
