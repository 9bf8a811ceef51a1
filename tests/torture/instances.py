"""Many processes want one vault, and each is killed at a random instant: the next one gets it.

``python -m tests.torture.instances FOLDER`` is such a process: it takes the vault's folder and gives it up,
over and over.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.app.claim import LOCK, NOTE, Claim
from desktop.ui.door import DoorAnswer

ROOT = Path(__file__).resolve().parents[2]
LONGEST_LIFE = 0.05
"""Seconds after its first claim."""


@dataclass(frozen=True, slots=True)
class Figures:
    """``left_behind``: killed while they had it. ``locked_out``: after whom nobody got in; must be 0."""

    killed: int
    left_behind: int
    locked_out: int


def kill_holders(folder: Path, rounds: int, seed: int) -> Figures:
    """Kills ``rounds`` processes, each at another instant of its claims, and takes the folder after each."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(seed)
    left_behind = locked_out = 0
    for _ in range(rounds):
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.instances", str(folder)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        process.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            process.wait(rng.uniform(0, LONGEST_LIFE))
        process.kill()
        process.communicate()
        left_behind += (folder / LOCK).exists() or (folder / NOTE).exists()
        ours = Claim(folder)
        locked_out += ours.holder() is not None or ours.take() is not DoorAnswer.OPEN
        ours.give_up()
    return Figures(rounds, left_behind, locked_out)


def main(folder: Path) -> None:
    claim = Claim(folder)
    first = True
    while True:
        if claim.take() is DoorAnswer.OPEN and first:
            first = False
            sys.stdout.write("taken\n")
            sys.stdout.flush()
        claim.give_up()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
