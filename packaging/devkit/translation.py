"""Collects the window's texts for the translators, and compiles what they wrote."""

from __future__ import annotations

from pathlib import Path

from devkit.environment import Environment

FOLDER = Path("resources") / "i18n"
NAME = "sikkerplan_da"


def steps(environment: Environment, folder: Path = FOLDER) -> tuple[list[str], list[str]]:
    """The commands that bring the texts up to date and compile them, to be run in the working copy's root.

    Line numbers are left out, so that the file changes only where a text does.
    """
    root = environment.root
    source, compiled = str(folder / f"{NAME}.ts"), str(folder / f"{NAME}.qm")
    modules = sorted(str(path.relative_to(root)) for path in (root / "desktop").rglob("*.py"))
    options = ["-locations", "none", "-no-obsolete", "-ts", source]
    return (
        [environment.program("pyside6-lupdate"), *modules, *options],
        [environment.program("pyside6-lrelease"), source, "-qm", compiled],
    )
