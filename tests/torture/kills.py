"""kill -9 in the middle of edits, of planning, of an import and of a migration.

After each kill the vault opens, holds everything that was told to be in it and nothing half done, its audit
trail verifies as whole, and the file that names the last entry agrees with it.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.app.audit_session import AuditSession
from desktop.app.door import VaultDoor
from desktop.domain.places import Room, Site, SiteKind
from desktop.domain.retention import RetentionRule
from desktop.domain.unit import Entity, Unit
from desktop.qt.planning_run import PlanningRun
from desktop.qt.solver_process import SolverProcess
from desktop.services.demo import demo_unit_text
from desktop.services.files.everything import export_text, import_everything
from desktop.services.files.importing import import_unit
from desktop.services.ids import sequential_ids
from desktop.services.trail.audit_verify import verify_trail
from desktop.services.week.planning import Accepted, PlanningService
from desktop.store import examine_store, remove_store
from desktop.store.driver import connect, make_file
from desktop.store.migrations import HISTORY
from desktop.ui.door import Alarm, DoorAnswer
from desktop.vault import Vault, create_vault, list_backups, make_backup, open_vault
from desktop.vault.backup import Source
from solver.exchange import plan_to_json
from tests.services import small_unit as planned
from tests.services.fakes import FakeClock
from tests.services.test_planning import PLAN
from tests.store.small_unit import EVERYTHING, UNIT, WEEK, entities
from tests.torture.killing import READY, Say, killed, lasts
from tests.vault.kit import CHEAP, PASSPHRASE, make_first_version

ENGINE = Path(__file__).with_name("engine.py")
RELEASED = Path(__file__).resolve().parents[1] / "store" / "released" / "0001.sql"
NOW = datetime(2026, 11, 26, 7, 30, tzinfo=UTC)
UNIT_FILE, EXPORT = "unit.json", "export.json"
DATABASE = "sikkerplan.db"
LONGER = 1.2
"""Some kills come when all is done."""
KNOWN_FILES = {
    DATABASE,
    "vault.json",
    "vault.json.copy",
    "sikkerplan.pending",
    "sikkerplan.pending.turn",
    "sikkerplan.db.last",
}
"""What lies in a closed vault's folder."""


@dataclass(frozen=True, slots=True)
class Kills:
    """How often a process was killed, and how many things it had told to be done by then, in all."""

    kills: int
    told: int


# What is killed. Each opens the vault, says that it is ready, and tells what is committed.


def edit(say: Say, folder: Path, mark: str) -> None:
    """Commits a site with its room at a time, and renames somebody along with it."""
    door = opened(folder)
    with door.store().begin() as work:
        # The first statements of a process take long; these are undone.
        work.put(Site(mark, "Somewhere", SiteKind.UNIT))
    say(READY)
    for number in range(100_000):
        site = f"{mark}{number}"
        with door.store().begin() as work:
            work.put(Site(site, "Somewhere", SiteKind.UNIT))
            work.put(Room(f"room-{site}", site, "Blue", 6))
            work.put(replace(UNIT.citizens[1], name=site))
            work.commit()
        say(site)


def plan(say: Say, folder: Path, plan_file: Path) -> None:
    """Plans the week over and over, with an engine that streams what stands in the file."""
    QCoreApplication([])
    door = opened(folder)
    planning = PlanningService(door.store(), FakeClock(), "Koordinator")
    runs: list[PlanningRun] = []

    def begin() -> None:
        run = PlanningRun(
            planning, lambda: SolverProcess(sys.executable, ["-S", str(ENGINE), str(plan_file)])
        )
        run.finished.connect(done)
        runs.append(run)
        run.start(planned.WEEK, seconds=5, workers=1)

    def done(accepted: Accepted) -> None:
        say(accepted.version.id)
        begin()

    planning.prepare(planned.WEEK)
    say(READY)
    begin()
    QCoreApplication.exec()


def take_in(say: Say, folder: Path, file: Path) -> None:
    """Reads a unit file or an export into the empty vault."""
    door = opened(folder)
    text = file.read_bytes()
    say(READY)
    if file.name == EXPORT:
        import_everything(door.store(), text)
    else:
        import_unit(door.store(), text, sequential_ids())
    say("imported")


def bring_up(say: Say, folder: Path, shelf: Path) -> None:
    """Opens a vault of an older version, with the backup that comes before."""
    say(READY)
    vault = open_vault(folder, PASSPHRASE, lambda source: say_backup(say, source, shelf))
    say("brought up")
    vault.close()


def say_backup(say: Say, source: Source, shelf: Path) -> None:
    say(make_backup(source, shelf, datetime.now(UTC)).path.name)


# Who kills them, and looks.


def in_edits(folder: Path, kills: int, luck: random.Random) -> Kills:
    """Kills a process that edits."""
    make(folder, *EVERYTHING)
    told: set[str] = set()
    for number in range(kills):
        told |= set(killed(edit, (folder, f"e{number}-"), luck, 0.3))
        with whole(folder) as vault, vault.store().begin() as work:
            sites, rooms = {site.id for site in work.all(Site)}, {room.site for room in work.all(Room)}
            now = work.unit()
        assert told <= sites, "an acknowledged edit is lost"
        assert sites - {site.id for site in UNIT.sites} <= rooms, "half of an edit is there"
        assert {each.name for each in now.citizens[1:]} <= {*sites, UNIT.citizens[1].name}
        assert (now.citizens[0], now.separations) == (UNIT.citizens[0], UNIT.separations)
    return Kills(kills, len(told))


def in_plans(folder: Path, kills: int, luck: random.Random) -> Kills:
    """Kills a process that plans."""
    make(folder, *entities(planned.UNIT))
    plan_file = folder.with_name("plan.json")
    plan_file.write_text(json.dumps(plan_to_json(PLAN)), encoding="utf-8")
    told: set[str] = set()
    for _ in range(kills):
        told |= set(killed(plan, (folder, plan_file), luck, 1.0))
        with whole(folder) as vault:
            planning = PlanningService(vault.store(), FakeClock(), "")
            versions = planning.versions(planned.WEEK)
            prepared = planning.prepare(planned.WEEK)
            assert planning.recheck(prepared, versions[-1]).clean if versions else not told
        assert told <= {version.id for version in versions}, "an accepted plan is lost"
        assert [version.number for version in versions] == list(range(1, len(versions) + 1))
        assert {(version.sessions, version.unmet) for version in versions} <= {
            (version.sessions, version.unmet) for version in versions[:1]
        }, "half of a plan is there"
    return Kills(kills, len(told))


def in_imports(folder: Path, kills: int, luck: random.Random) -> Kills:
    """Kills a process that imports the demo's unit, by turns from a unit file and from an export."""
    make(folder / "empty")
    files, unit = _files(folder)
    told, within = 0, [lasts(take_in, (shutil.copytree(folder / "empty", folder / f.stem), f)) for f in files]
    for number in range(kills):
        here = Path(shutil.copytree(folder / "empty", folder / "vault"))
        said = killed(take_in, (here, files[number % 2]), luck, within[number % 2] * LONGER)
        told += len(said)
        with whole(here) as vault, vault.store().begin() as work:
            empty = work.is_empty()
            assert empty or work.unit() == unit, "half of an import is there"
            assert not (empty and said), "an acknowledged import is lost"
        shutil.rmtree(here)
    return Kills(kills, told)


def in_migrations(folder: Path, kills: int, luck: random.Random) -> Kills:
    """Kills a process that brings up a vault: by turns one of the first schema, and one of the first key
    file."""
    old, first, shelf = folder / "old", folder / "first", folder / "shelf"
    shelf.mkdir(parents=True)
    make_old_schema(old)
    make_first_version(first)
    again = [Path(shutil.copytree(each, folder / f"{each.name}-once")) for each in (old, first)]
    told, within = 0, [lasts(bring_up, (each, shelf)) for each in again]
    for number in range(kills):
        here = Path(shutil.copytree((old, first)[number % 2], folder / "vault"))
        said = killed(bring_up, (here, shelf), luck, within[number % 2] * LONGER)
        told += "brought up" in said
        good = {each.path.name for each in list_backups(shelf) if each.whole}
        assert set(said) - {"brought up"} <= good, "an acknowledged backup is lost"
        with whole(here) as vault, vault.store().begin() as work:
            assert work.unit() == UNIT
            assert work.versions(WEEK)
        with whole(here) as vault:
            # What an erasure must not leave: copies that were under way.
            vault.scrub()
        left = {path.name for path in here.iterdir() if path.is_file()} - KNOWN_FILES
        assert not left, f"left behind: {sorted(left)}"
        shutil.rmtree(here)
    return Kills(kills, told)


def make(folder: Path, *held: Entity) -> None:
    """A closed vault that holds these entities."""
    vault = create_vault(folder, PASSPHRASE, CHEAP)
    if held:
        with vault.store().begin() as work:
            work.put_all(held)
            work.commit()
    vault.close()


def make_old_schema(folder: Path) -> None:
    """A vault whose database is of the first released schema."""
    vault = create_vault(folder, PASSPHRASE, CHEAP)
    key = vault.subkeys.database()
    vault.close()
    remove_store(folder / DATABASE)
    make_file(folder / DATABASE)
    connection = connect(folder / DATABASE, key)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.executescript(RELEASED.read_text(encoding="utf-8"))
    connection.close()


def opened(folder: Path) -> VaultDoor:
    """The vault opened as the app does it, without the system's keyring."""
    door = VaultDoor(folder, CHEAP, AuditSession(folder, "torture", lambda: datetime.now(UTC)))
    answer = door.unlock(PASSPHRASE)
    assert answer is DoorAnswer.OPEN, answer
    return door


@contextmanager
def whole(folder: Path) -> Iterator[Vault]:
    """The vault opened once more, after a look at every page, every reference and every entry."""
    door = opened(folder)
    try:
        assert Alarm.CHANGES_MISSING not in door.audit.alarms, "the last entry is not the last"
        vault = door.vault()
        verdict = verify_trail(vault.trail())
        assert verdict.whole, verdict.findings
        assert examine_store(folder / DATABASE, vault.subkeys.database()).revision == HISTORY.head
        yield vault
    finally:
        door.close()


def _files(folder: Path) -> tuple[tuple[Path, Path], Unit]:
    """A unit file and an export of the demo's unit, and what both must come to."""
    text = demo_unit_text(2, date(2026, 11, 26))
    unit_file, export = folder / UNIT_FILE, folder / EXPORT
    unit_file.write_text(text, encoding="utf-8")
    vault = create_vault(folder / "filled", PASSPHRASE, CHEAP)
    import_unit(vault.store(), text, sequential_ids())
    with vault.store().begin() as work:
        work.put(next(each for each in EVERYTHING if isinstance(each, RetentionRule)))
        work.commit()
    with vault.store().begin() as work:
        unit = work.unit()
    export.write_text(export_text(vault.store(), NOW, "1"), encoding="utf-8")
    vault.close()
    return (unit_file, export), unit


ALL: dict[str, Callable[[Path, int, random.Random], Kills]] = {
    "edits": in_edits,
    "plans": in_plans,
    "imports": in_imports,
    "migrations": in_migrations,
}
