"""kill -9 in the middle of a backup, a migration or a restore: the last good backup stays, and the vault
opens.

``in_backups`` and the others run a child process and kill it at random instants, as often as they are asked
to. The suite asks for a few; the long run for hundreds.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from desktop.store import examine_store
from desktop.vault import list_backups, open_backup, open_vault
from desktop.vault.backup import PART
from tests.store.small_unit import UNIT
from tests.vault.kit import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
_BACKUPS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from desktop.vault import make_backup, open_vault
vault = open_vault(Path(sys.argv[1]), sys.argv[2])
print("ready", flush=True)
while True:
    made = make_backup(vault.source(), Path(sys.argv[3]), datetime.now(UTC), keep=3)
    print(made.path.name, flush=True)
"""
_RESTORE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from desktop.vault import finish_restoring, open_backup, restore_beside
opened = open_backup(Path(sys.argv[3]), sys.argv[2])
print("ready", flush=True)
restore_beside(opened, Path(sys.argv[1]), datetime.now(UTC))
finish_restoring(Path(sys.argv[1]))
"""


def in_backups(vault: Path, shelf: Path, kills: int, luck: random.Random) -> int:
    """Kills a process that makes one backup after the other. Returns how many were acknowledged in all.

    After each kill every acknowledged backup that should still be there is whole and opens, and so does the
    vault.
    """
    acknowledged = 0
    for _ in range(kills):
        said = _killed(_BACKUPS, (vault, PASSPHRASE, shelf), luck, 0.4)
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
        _killed(_RESTORE, (here, PASSPHRASE, backup), luck, 0.1)
        _holds_the_unit(here)
        shutil.rmtree(here)


def _killed(program: str, arguments: tuple[object, ...], luck: random.Random, within: float) -> list[str]:
    """Kills a child some time after it says that it is ready; returns the whole lines that it said since."""
    child = subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(luck.uniform(0, within))
    child.send_signal(signal.SIGKILL)
    said, _ = child.communicate()
    return said.split("\n")[:-1]


def _holds_the_unit(folder: Path) -> None:
    opened = open_vault(folder, PASSPHRASE)
    with opened.store().begin() as work:
        assert work.unit() == UNIT
    examine_store(folder / "sikkerplan.db", opened.subkeys.database())
    opened.close()
