"""Makes ``.venv-bench`` for the solvers that the benchmarks know beside ours: pyproject's extra ``bench``."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

from devkit.environment import Environment
from devkit.pins import explain
from devkit.process import complain, quietly, say
from devkit.stop import Stop

FOLDER = ".venv-bench"
#: Written last: what a finished one was made of.
NAME = "sikkerplan-peers.json"
EXTRA = "bench"


def ensure(environment: Environment) -> str:
    """The path of its Python; made and filled where it is not as it should be.

    A package that cannot be had is told of and left out: the report then says that it is not here.
    Raises ``Stop`` where there cannot be any.
    """
    folder = environment.root / FOLDER
    python = str(folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python")
    wanted = packages(environment.root)
    stamp = folder / NAME
    if stamp.exists() and json.loads(stamp.read_text(encoding="utf-8")) == wanted:
        return python
    say(f"Making {FOLDER} with the solvers to measure against ...")
    code, output = quietly([environment.python, "-m", "venv", "--clear", str(folder)])
    if code:
        raise Stop(
            f"{FOLDER} could not be made: {output.strip().splitlines()[-1] if output.strip() else code}"
        )
    lacking = False
    for package in wanted:
        say(f"  {package}")
        pip = [python, "-m", "pip", "install", "--only-binary", ":all:", "--disable-pip-version-check"]
        code, output = quietly([*pip, "--no-input", package])
        if code:
            lacking = True
            complain(f"  {package} is left out: {explain(output)}")
    if not lacking:
        stamp.write_text(json.dumps(wanted), encoding="utf-8")
    return python


def packages(root: Path) -> list[str]:
    """What pyproject's extra asks for."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(project["optional-dependencies"][EXTRA])
