"""Makes ``.venv`` and fills it with the pinned packages; repairs one that was left half-made."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from devkit import pins, stamp
from devkit.process import complain, lines_of, quietly, say
from devkit.stop import Stop, apt_install

# Runs in .venv: the packages that are there and where modules are looked for.
ASK = (
    "import importlib.metadata as m, json, sysconfig;"
    "print(json.dumps([sysconfig.get_path('purelib'), [d.name for d in m.distributions()]]))"
)
OF_VENV = {"pip", "setuptools"}
# How a line of pip starts that tells of the next package.
BEGINS = ("Collecting ", "Processing ", "Requirement already satisfied")


@dataclass(frozen=True, slots=True)
class Environment:
    """The virtual environment of the working copy at ``root``."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> str:
        return self.program("python")

    @property
    def requirements(self) -> Path:
        return self.root / "packaging" / "requirements.txt"

    def program(self, name: str) -> str:
        """The path of a program that the environment holds."""
        return str(self.folder / "Scripts" / f"{name}.exe" if os.name == "nt" else self.folder / "bin" / name)

    def ensure(self) -> None:
        """Makes it ready for use: at once where nothing changed. Raises ``Stop`` where that fails."""
        text = self.requirements.read_bytes()
        want = stamp.wanted(self.folder, text)
        todo = stamp.judge(stamp.read(self.folder), want, Path(self.python).exists())
        if todo == "ready":
            return
        stamp.remove(self.folder)
        if todo == "make":
            self._make()
        self._install(len(pins.pinned(text.decode())), network_hint=todo == "make")
        packages, present = self._look()
        if todo == "update":
            self._prune(present, set(pins.pinned(text.decode())))
        # Sikkerplan's own modules are found from whatever folder somebody starts in.
        (packages / "sikkerplan.pth").write_text(f"{self.root}\n", encoding="utf-8")
        stamp.write(self.folder, want)

    def _make(self) -> None:
        if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
            raise Stop(no_venv_words())
        if self.folder.is_symlink():
            self.folder.unlink()
        elif self.folder.exists():
            say("Removing a .venv that is half-made or of another Python ...")
            shutil.rmtree(self.folder)
        say(f"Making .venv with Python {sys.version.split()[0]} ...")
        self.folder.mkdir()
        base = getattr(sys, "_base_executable", None) or sys.executable
        code, output = quietly([base, "-m", "venv", str(self.folder)])
        if code:
            if "ensurepip" in output:
                raise Stop(no_venv_words())
            raise Stop(
                f".venv could not be made: {output.strip().splitlines()[-1] if output.strip() else code}"
            )

    def _install(self, count: int, *, network_hint: bool) -> None:
        size = " (about 200 MB to fetch the first time)" if network_hint else ""
        say(f"Installing {count} pinned packages{size} ...")
        on_screen = sys.stdout.isatty()
        output: list[str] = []
        begun = 0

        def on_line(line: str) -> None:
            nonlocal begun
            output.append(line)
            if line.startswith(BEGINS):
                begun += 1
                if begun % 10 == 0 and not on_screen:
                    say(f"  {begun} of {count}")
            elif line.startswith("Installing collected"):
                say("  unpacking ...")
            elif "Retrying (" in line and not any("Retrying (" in before for before in output[:-1]):
                complain("  no answer from the package index, trying again ...")

        pip = [
            self.python, "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:", "--no-user",
            "--disable-pip-version-check", "--no-input", "-r", str(self.requirements),
        ]  # fmt: skip
        if lines_of(pip, on_line, only_complaints=on_screen):
            raise Stop(pins.explain("\n".join(output)))

    def _look(self) -> tuple[Path, set[str]]:
        code, output = quietly([self.python, "-c", ASK])
        if code:
            raise Stop(
                "The Python in .venv does not start; run  python3 packaging/dev.py clean  and try again."
            )
        packages, present = json.loads(output.splitlines()[-1])
        return Path(packages), {pins.canonical(name) for name in present}

    def _prune(self, present: set[str], wanted: set[str]) -> None:
        """Removes packages that are pinned no longer, so that nothing leans on them unseen."""
        left_over = sorted(present - wanted - OF_VENV)
        if left_over:
            say(f"Removing {len(left_over)} packages that are pinned no longer ...")
            code, output = quietly([self.python, "-m", "pip", "uninstall", "--yes", *left_over])
            if code:
                raise Stop(pins.explain(output))


def no_venv_words() -> str:
    if shutil.which("apt-get"):
        return f"Python's venv module is missing. Get it with:\n  {apt_install(['python3-venv'])}"
    return "Python's venv module is missing (ensurepip): install it by your system's package manager."
