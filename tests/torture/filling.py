"""A disk that is full at every write of the app, each in turn: told in a word, nothing lost or half written.

The vault lies on a small disk of its own, with everything that the app writes. What is tried is tried with
room for nothing, for one page, for two and so on, until there was room for all of it: so each page that it
writes was once the one that did not fit.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain.unit import Unit
from desktop.services.trail.audit_verify import verify_trail
from desktop.services.week.planning import PlanningService
from desktop.store import examine_store
from desktop.ui.door import Alarm, DoorAnswer
from desktop.vault import Backup, list_backups, open_backup
from tests.services import small_unit as planned
from tests.services.fakes import FakeClock
from tests.store.small_unit import EVERYTHING, UNIT
from tests.torture.full_disk import left_free, small_disk
from tests.torture.kills import make
from tests.torture.writes import DONE, LATE, WRITES, Here
from tests.vault.kit import ANOTHER, PASSPHRASE

DISK_KIB = 8 * 1024
PAGE_KIB = 4
FINE_STEPS = 16
"""So many pages are tried one by one, the rest in steps that grow."""
GROWTH = 1.2
TEMPLATE = "template"
"""The closed vault, beside the disk, that every trial begins with a copy of; made where it is not there."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one write: how often it was done, how often refused, in which words."""

    done: int
    refused: int
    words: frozenset[str]


def fill(folder: Path, write: str, rooms: Iterable[int]) -> Tried:
    """Tries one write with room for so many KiB, each in turn, until there was room for all of it twice.

    Raises ``AssertionError`` where something is lost, half written or not told. Skips where no small disk can
    be made.
    """
    template = folder / TEMPLATE
    if not template.exists():
        make(template, *EVERYTHING)
    done, told = 0, []
    with small_disk(folder / "disk", DISK_KIB) as disk:
        for kib in rooms:
            here = Here(disk)
            shutil.copytree(template, here.vault)
            act = WRITES[write](here)
            before = _unit(here)
            with left_free(disk, kib):
                word = act()
                here.close()
            _look(here, write, word, before)
            for path in disk.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            if word == DONE:
                done += 1
                if done == 2:
                    break
            else:
                done = 0
                told.append(word)
    folder.joinpath("disk").rmdir()
    return Tried(done, len(told), frozenset(told))


def ever_more(most: int) -> Iterator[int]:
    """KiB for at most so many trials: page by page, then in steps that grow."""
    kib = 0
    for number in range(most):
        yield kib
        step = PAGE_KIB if number < FINE_STEPS else max(PAGE_KIB, round(kib * (GROWTH - 1)))
        kib += step


def _look(here: Here, write: str, word: str, before: Unit | None) -> None:
    """The vault opens, is whole, and holds what it held, and what was told to be done."""
    done = word.startswith(DONE)
    door = here.door()
    if not here.vault.exists() or not door.exists():
        assert write == "creating" and not done, "the vault is gone"
        assert door.create(PASSPHRASE) is DoorAnswer.OPEN, "what is left stands in the way"
        here.close()
        return
    changed = write == "changing a slot" and done
    answer = door.unlock(ANOTHER if changed else PASSPHRASE)
    assert answer is DoorAnswer.OPEN, f"{word}, and then: {answer}"
    assert Alarm.CHANGES_MISSING not in door.audit.alarms
    vault = door.vault()
    verdict = verify_trail(vault.trail())
    assert verdict.whole, verdict.findings
    examine_store(here.vault / "sikkerplan.db", vault.subkeys.database())
    with vault.store().begin() as work:
        after = None if work.is_empty() else work.unit()
    if write == "importing" and done:
        assert after is not None and len(after.citizens) > len(UNIT.citizens)
    elif write == "editing" and done:
        assert before is not None and after == replace(
            before, sites=tuple(sorted((*before.sites, LATE), key=lambda site: site.id))
        )
    elif write == "erasing" and done:
        assert after is not None and {each.id for each in after.citizens} == {"c1"}
    elif write == "restoring":
        with_late = after is not None and LATE in after.sites
        assert after is not None and after.citizens == UNIT.citizens and (not done or not with_late)
    elif write.startswith(("migrating", "upgrading")):
        assert after == UNIT
    else:
        assert after == before, "the unit is another"
    if write == "planning":
        versions = PlanningService(vault.store(), FakeClock(), "").versions(planned.WEEK)
        assert len(versions) == (1 if done else 0), "a plan is lost or was kept without a word"
    for path in here.disk.glob("**/*"):
        assert not path.name.endswith((".tmp", ".part")), f"left behind: {path.name}"
    for backup in (*list_backups(here.disk), *_shelf(here)):
        assert backup.whole, "half of a backup is there"
        open_backup(backup.path, PASSPHRASE)
    here.close()


def _shelf(here: Here) -> Iterator[Backup]:
    yield from list_backups(here.disk / "shelf") if (here.disk / "shelf").exists() else ()


def _unit(here: Here) -> Unit | None:
    for door in here.doors:
        with suppress(RuntimeError), door.store().begin() as work:
            return None if work.is_empty() else work.unit()
    return UNIT if (here.vault / "vault.json").exists() else None
