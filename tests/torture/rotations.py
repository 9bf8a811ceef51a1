"""Data keys rotated while the process is killed, and while it crashes at every single step."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import pytest

from desktop.domain.places import Site, SiteKind
from desktop.vault import create_vault, open_vault
from tests.store.small_unit import EVERYTHING, UNIT
from tests.torture.killing import READY, Say, killed
from tests.vault.kit import CHEAP, PASSPHRASE, MemoryKeyring

ROTATED = "rotated"
FILES = ["sikkerplan.db", "vault.json", "vault.json.copy"]


class Crash(BaseException):
    """The process ends here."""


class CrashingSteps:
    """Lets the given number of steps on the disk happen; in place of the next one the process ends.

    A step is a file flushed, made, renamed or removed. Once it has crashed, nothing more reaches the disk.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
        self._outer = monkeypatch
        self._left = steps
        self._dead = False

    def __enter__(self) -> Self:
        self._patch = pytest.MonkeyPatch()
        for owner, name in (
            (os, "fsync"),
            (os, "open"),
            (Path, "replace"),
            (Path, "rename"),
            (Path, "unlink"),
        ):
            self._patch.setattr(owner, name, self._counted(getattr(owner, name)))
        return self

    def __exit__(self, *args: object) -> None:
        self._patch.undo()

    def _counted(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*args: Any, **kwargs: Any) -> Any:
            if self._dead or self._left == 0:
                self._dead = True
                raise Crash
            self._left -= 1
            return real(*args, **kwargs)

        return step


@dataclass(frozen=True, slots=True)
class Result:
    """How often it was killed, how often the vault opened afterwards with all that was told to be in it, and
    how many rotations were told to be done."""

    kills: int
    opened: int
    rotations: int


class Rotations:
    """Kills a process that rotates, again and again, and opens the vault after each time."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder / "vault"
        self._chosen = random.Random(seed)

    def run(self, kills: int) -> Result:
        """Raises ``AssertionError`` where something acknowledged is lost or the vault does not open."""
        vault = create_vault(self._folder, PASSPHRASE, CHEAP)
        with vault.store().begin() as work:
            work.put_all(EVERYTHING)
            work.commit()
        vault.close()
        told: set[str] = set()
        opened = rotations = 0
        for _ in range(kills):
            edits, rotated = self._kill_one()
            told |= edits
            rotations += rotated
            self._look(told)
            opened += 1
        return Result(kills, opened, rotations)

    def _kill_one(self) -> tuple[set[str], int]:
        # Within the first rotation or a few later: one takes about a tenth of a second.
        words = killed(rotate_for_ever, (self._folder, os.urandom(4).hex()), self._chosen, 0.35)
        edits = {word for word in words if word != ROTATED}
        return edits, len(words) - len(edits)

    def _look(self, told: set[str]) -> None:
        vault = open_vault(self._folder, PASSPHRASE)
        try:
            with vault.store().begin() as work:
                there = {site.id for site in work.all(Site)}
                people = work.unit().citizens
        finally:
            vault.close()
        assert told <= there
        assert people == UNIT.citizens
        names = sorted(path.name for path in self._folder.iterdir())
        assert [name for name in names if not name.endswith(("-wal", "-shm"))] == FILES


def rotate_for_ever(say: Say, folder: Path, mark: str) -> None:
    """Edits and rotates until it is killed, and tells what is done."""
    vault = open_vault(folder, PASSPHRASE)
    say(READY)
    for number in range(10_000):
        site = f"{mark}{number}"
        with vault.store().begin() as work:
            work.put(Site(site, "Somewhere", SiteKind.UNIT))
            work.commit()
        say(site)
        vault.keys.rotate(PASSPHRASE, None, MemoryKeyring(), CHEAP)
        say(ROTATED)
