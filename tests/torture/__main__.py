"""``python -m tests.torture``: what the vault must survive, tried for long; the suite has short forms.

Each subject ends with a line of figures. The command ends with 1 where any of them found something.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.vault import create_vault, make_backup, open_vault
from tests.store.small_unit import EVERYTHING
from tests.torture import audit, bit_flips, filling, instances, kills, kills_in_backup, rotations, writes
from tests.vault.conftest import NOW
from tests.vault.kit import CHEAP, PASSPHRASE

#: What a subject found: its figures, and whether all was as it must be.
Found = tuple[str, bool]


def _disk(folder: Path, times: int, _: int) -> Found:
    tried = [filling.fill(folder, write, filling.ever_more(times)) for write in writes.WRITES]
    refused = sum(each.refused for each in tried)
    words = Counter(word for each in tried for word in each.words)
    unfinished = [write for write, each in zip(writes.WRITES, tried, strict=True) if not each.done]
    said = f"{len(tried)} writes, {refused} times without room for all of it, each told: {', '.join(words)}"
    return ": ".join([said, *unfinished]), not unfinished


def _kills(name: str, folder: Path, times: int, seed: int) -> Found:
    result = kills.ALL[name](folder / "vault", times, random.Random(seed))
    return (
        f"{result.kills} kills, {result.told} told before them, none lost; opened and whole each time",
        True,
    )


def _rotations(folder: Path, times: int, seed: int) -> Found:
    result = rotations.Rotations(folder, seed).run(times)
    return f"{result.kills} kills, {result.rotations} rotations told, {result.opened} opened", (
        result.opened == result.kills
    )


def _instances(folder: Path, times: int, seed: int) -> Found:
    figures = instances.kill_holders(folder, times, seed)
    said = f"{figures.killed} kills, {figures.left_behind} left files behind, {figures.locked_out} locked out"
    return said, not figures.locked_out


def _backups(folder: Path, times: int, seed: int) -> Found:
    luck, shelf = random.Random(seed), folder / "shelf"
    shelf.mkdir()
    _with_the_unit(folder / "vault")
    acknowledged = kills_in_backup.in_backups(folder / "vault", shelf, times, luck)
    return f"{times} kills, {acknowledged} backups told, each of the last ones whole", True


def _restores(folder: Path, times: int, seed: int) -> Found:
    shelf = folder / "shelf"
    shelf.mkdir()
    _with_the_unit(folder / "vault")
    vault = open_vault(folder / "vault", PASSPHRASE)
    made = make_backup(vault.source(), shelf, NOW)
    vault.close()
    kills_in_backup.in_restores(folder / "vault", made.path, times, random.Random(seed), folder)
    return f"{times} kills, the vault opened after each", True


def _bits(folder: Path, times: int, seed: int) -> Found:
    flips = bit_flips.flip_often(folder, times, seed)
    return ": ".join([flips.figures(), *flips.wrong]), not flips.wrong


def _trail(folder: Path, times: int, seed: int) -> Found:
    tally = audit.attack_often(folder, max(1, times // len(audit.ATTACKS | audit.WITH_THE_KEY)), 40, seed)
    return ": ".join(
        [f"{tally.made} attacks, {len(tally.missed)} not found", *tally.missed]
    ), not tally.missed


def _with_the_unit(folder: Path) -> None:
    vault = create_vault(folder, PASSPHRASE, CHEAP)
    with vault.store().begin() as work:
        work.put_all(EVERYTHING)
        work.commit()
    vault.close()


SUBJECTS: dict[str, tuple[int, Callable[[Path, int, int], Found]]] = {
    "edits": (300, partial(_kills, "edits")),
    "plans": (100, partial(_kills, "plans")),
    "imports": (100, partial(_kills, "imports")),
    "migrations": (100, partial(_kills, "migrations")),
    "rotations": (300, _rotations),
    "instances": (300, _instances),
    "backups": (300, _backups),
    "restores": (300, _restores),
    "bits": (500, _bits),
    "disk": (40, _disk),
    "trail": (260, _trail),
}
"""How often each is tried unless told otherwise, and what tries it."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py torture", description=__doc__)
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=", ".join(SUBJECTS))
    parser.add_argument("--times", type=int, metavar="N", help="how often each is tried")
    parser.add_argument("--seed", type=int, default=1, help="of everything drawn by chance (1)")
    asked = parser.parse_args(arguments)
    if unknown := [name for name in asked.subjects if name not in SUBJECTS]:
        parser.error(f"there is no subject {unknown[0]!r}; there are: {', '.join(SUBJECTS)}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qt = QGuiApplication.instance() or QGuiApplication([])
    good = True
    for name in asked.subjects or SUBJECTS:
        times, tried = SUBJECTS[name]
        with tempfile.TemporaryDirectory() as folder:
            try:
                said, fine = tried(Path(folder), asked.times or times, asked.seed)
            except AssertionError as lost:
                said, fine = f"lost: {lost}", False
            except pytest.skip.Exception as why:
                said, fine = f"not tried: {why}", True
        good = good and fine
        sys.stdout.write(f"{name:10} {'' if fine else 'FOUND SOMETHING: '}{said}\n")
        sys.stdout.flush()
    del qt
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
