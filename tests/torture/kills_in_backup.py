"""kill -9 in the middle of a backup, a migration or a restore: the last good backup stays, and the vault
opens.

``in_backups`` and the others run a child process and kill it at random instants, as often as they are asked
to. The suite asks for a few; the long run for hundreds.
"""

from __future__ import annotations

import random
import shutil
from datetime import UTC, datetime
from pathlib import Path

from desktop.store import examine_store
from desktop.vault import (
    finish_restoring,
    list_backups,
    make_backup,
    open_backup,
    open_vault,
    restore_beside,
)
from desktop.vault.backup import PART
from tests.store.small_unit import UNIT
from tests.torture.killing import READY, Say, killed
from tests.vault.kit import PASSPHRASE


def back_up(say: Say, vault: Path, shelf: Path) -> None:
    """Makes one backup after the other, and tells the name of each."""
    opened = open_vault(vault, PASSPHRASE)
    say(READY)
    while True:
        say(make_backup(opened.source(), shelf, datetime.now(UTC), keep=3).path.name)


def restore(say: Say, vault: Path, backup: Path) -> None:
    """Puts a backup in a vault's place."""
    opened = open_backup(backup, PASSPHRASE)
    say(READY)
    restore_beside(opened, vault, datetime.now(UTC))
    finish_restoring(vault)


def in_backups(vault: Path, shelf: Path, kills: int, luck: random.Random) -> int:
    """Kills a process that makes one backup after the other. Returns how many were acknowledged in all.

    After each kill every acknowledged backup that should still be there is whole and opens, and so does the
    vault.
    """
    acknowledged = 0
    for _ in range(kills):
        said = killed(back_up, (vault, shelf), luck, 0.4)
        acknowledged += len(said)
        good = [each for each in list_backups(shelf) if each.whole]
        for each in good:
            assert open_backup(each.path, PASSPHRASE).sealed.rows["citizens"] == len(UNIT.citizens)
        names = {each.path.name for each in good}
        assert set(said[-2:]) <= names, "an acknowledged backup is gone"
        left = [path.name for path in shelf.iterdir() if path.name not in names]
        assert all(name.endswith(PART) for name in left), left
        _holds_the_unit(vault)
    return acknowledged


def in_restores(vault: Path, backup: Path, kills: int, luck: random.Random, work: Path) -> None:
    """Kills a process that puts a backup in a vault's place. The vault opens with what it or the backup
    held."""
    for number in range(kills):
        here = work / f"restore-{number}"
        shutil.copytree(vault, here)
        killed(restore, (here, backup), luck, 0.15)
        _holds_the_unit(here)
        shutil.rmtree(here)


def _holds_the_unit(folder: Path) -> None:
    opened = open_vault(folder, PASSPHRASE)
    with opened.store().begin() as work:
        assert work.unit() == UNIT
    examine_store(folder / "sikkerplan.db", opened.subkeys.database())
    opened.close()
