"""Single bits flipped in the files of a vault: each is told as damage, or did no harm; never is data wrong.

A bit may lie where nothing is read from, such as white space in the key file, or a copy may stand in for what
it spoils: then the vault opens with all that was in it. Where the write-ahead log of a crash is spoilt, the
vault opens as it was after an earlier change, and says at once that later ones are missing.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from desktop.app.audit_session import AuditSession
from desktop.app.door import VaultDoor
from desktop.domain.unit import Unit
from desktop.ui.door import Alarm, DoorAnswer
from desktop.vault import Patience, VaultDamaged, VaultError, create_vault, make_backup, open_backup
from tests.store.small_unit import EVERYTHING, UNIT
from tests.vault.conftest import NOW
from tests.vault.kit import CHEAP, PASSPHRASE

DATABASE, LOG, LAST = "sikkerplan.db", "sikkerplan.db-wal", "sikkerplan.db.last"
KEYS, COPY, BACKUP = "vault.json", "vault.json.copy", "backup"
FILES = (DATABASE, LOG, KEYS, DATABASE, LOG, COPY, BACKUP, LAST)
"""Whose turn it is."""
CHANGES = 12
"""Committed after the last checkpoint, so that they lie in the log alone."""


@dataclass(slots=True)
class Flips:
    """By file: ``told`` as damage at the opening, ``missing`` where the vault said that its last changes are,
    ``harmless`` with all data as it was and the day's backup made. ``wrong`` says where none is so.
    """

    told: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    harmless: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def figures(self) -> str:
        counted = (
            f"{name} {', '.join(f'{file}: {times}' for file, times in sorted(count.items())) or 0}"
            for name, count in (
                ("told", self.told),
                ("told as missing changes", self.missing),
                ("without harm", self.harmless),
            )
        )
        return f"{'; '.join(counted)}; {len(self.wrong)} wrong"


def flip_often(folder: Path, flips: int, seed: int) -> Flips:
    """Flips so many bits, one at a time, over all files in turn."""
    chance = random.Random(seed)
    closed, crashed, backup, states = _vaults(folder)
    found = Flips()
    for number in range(flips):
        name = FILES[number % len(FILES)]
        spoilt = folder / "spoilt"
        shutil.rmtree(spoilt, ignore_errors=True)
        shutil.copytree(crashed if name in (LOG, LAST) else closed, spoilt)
        if name == BACKUP:
            shutil.copy(backup, spoilt / BACKUP)
        at = _flip(spoilt / name, chance)
        if name == KEYS and number // len(FILES) % 2:
            # Without its copy: what stands alone must tell.
            (spoilt / COPY).unlink()
        if name == BACKUP:
            _judge_backup(found, spoilt / BACKUP, at)
        else:
            _judge_vault(found, spoilt, name, at, states)
    return found


def _vaults(folder: Path) -> tuple[Path, Path, Path, list[Unit]]:
    """A closed vault, one as a crash leaves it, a backup, and what the second held after each change."""
    closed, shelf = folder / "vault", folder / "shelf"
    shelf.mkdir(parents=True)
    vault = create_vault(closed, PASSPHRASE, CHEAP)
    with vault.store().begin() as work:
        work.put_all(EVERYTHING)
        work.commit()
    backup = make_backup(vault.source(), shelf, NOW).path
    vault.close()
    running, crashed = folder / "running", folder / "crashed"
    shutil.copytree(closed, running)
    door = _door(running)
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    states = [UNIT]
    for number in range(CHANGES):
        with door.store().begin() as work:
            # A long name, so that pages split from time to time.
            work.put(replace(UNIT.citizens[number % 2], name=f"Number {number} " * 40))
            work.commit()
        with door.store().begin() as work:
            states.append(work.unit())
    kept = shutil.ignore_patterns("*-shm", "sikkerplan.lock", "sikkerplan.holder")
    shutil.copytree(running, crashed, ignore=kept)
    door.close()
    return closed, crashed, backup, states


def _judge_backup(found: Flips, path: Path, at: int) -> None:
    try:
        whole = open_backup(path, PASSPHRASE).sealed.rows["citizens"] == len(UNIT.citizens)
    except VaultDamaged:
        found.told[BACKUP] += 1
        return
    except VaultError:
        # Nobody should go looking for another passphrase, or another version.
        whole = False
    if whole:
        found.harmless[BACKUP] += 1
    else:
        found.wrong.append(f"{BACKUP}, bit {at}")


def _judge_vault(found: Flips, folder: Path, name: str, at: int, states: list[Unit]) -> None:
    expected = states[-1] if name in (LOG, LAST) else UNIT
    door = _door(folder)
    try:
        answer = door.unlock(PASSPHRASE)
        if answer is DoorAnswer.DAMAGED:
            found.told[name] += 1
            return
        if answer is not DoorAnswer.OPEN:
            found.wrong.append(f"{name}, bit {at}: {answer}")
            return
        missing = Alarm.CHANGES_MISSING in door.audit.alarms
        with door.store().begin() as work:
            unit = work.unit()
        # The whole changes before the damage, or all of them.
        if unit not in (states if missing else [expected]):
            found.wrong.append(f"{name}, bit {at}: wrong data")
        elif missing:
            found.missing[name] += 1
        else:
            # The day's backup reads every page: nothing is left to be found.
            make_backup(door.vault().source(), folder, NOW)
            found.harmless[name] += 1
    finally:
        door.close()


def _door(folder: Path) -> VaultDoor:
    session = AuditSession(folder, "torture", lambda: datetime.now(UTC))
    return VaultDoor(folder, CHEAP, session, patience=Patience(folder))


def _flip(path: Path, chance: random.Random) -> int:
    content = bytearray(path.read_bytes())
    at = chance.randrange(len(content) * 8)
    content[at // 8] ^= 1 << at % 8
    path.write_bytes(content)
    return at
