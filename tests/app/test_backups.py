"""The opened vault's backups, with a real vault: made, told, restored through the door."""

from __future__ import annotations

import errno
import gc
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from desktop.app.asked import Options, Terminal
from desktop.app.backups import FOLDER, VaultBackups, backup_fault
from desktop.app.door import VaultDoor, door_text
from desktop.app.entrance import Entrance
from desktop.app.parts import App
from desktop.domain.audit import AuditEvent, AuditHead, AuditKind
from desktop.domain.people import Citizen
from desktop.qt.settings import Settings
from desktop.services.access import Section
from desktop.services.backups import BackupFault, RestoreAnswer
from desktop.services.files.everything import read_export
from desktop.services.keys import KeyAnswer
from desktop.store import DatabaseKey, StoreBusy, StoreNotWritable
from desktop.store.driver import connect, make_file
from desktop.store.migrations import HISTORY
from desktop.ui.backup.words import note_words
from desktop.ui.door import DoorAnswer
from desktop.vault import BackupNotVerified, Patience, list_backups, open_backup
from desktop.vault import backup as backup_module
from desktop.vault.backup import COPY
from tests.services.fakes import FakeClock
from tests.store.small_unit import EVERYTHING, NEEDLE, UNIT, citizen
from tests.store.test_released import RELEASED
from tests.vault.conftest import NOW
from tests.vault.kit import CHEAP, PASSPHRASE

pytestmark = pytest.mark.usefixtures("qapp")


class Clock(FakeClock):
    def pass_days(self, days: int) -> None:
        self._now += timedelta(days=days)


class Trail:
    """Remembers what was recorded."""

    def __init__(self) -> None:
        self.events: list[AuditEvent] = []

    def record(self, *events: AuditEvent) -> None:
        self.events += events

    def head(self) -> AuditHead:
        return AuditHead(len(self.events), "ab" * 32)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def door(tmp_path: Path, kept_vault: Path) -> Iterator[VaultDoor]:
    shutil.copytree(kept_vault, tmp_path / "vault")
    # Whoever fails waits as long as it takes before the next attempt.
    patience = Patience(tmp_path / "vault", ticks=count(0.0, 100.0).__next__)
    made = VaultDoor(tmp_path / "vault", CHEAP, patience=patience)
    assert made.unlock(PASSPHRASE) is DoorAnswer.OPEN
    yield made
    made.close()


@pytest.fixture
def settings(tmp_path: Path, door: VaultDoor) -> Settings:
    return Settings(tmp_path / "vault" / "sikkerplan.ini")


@pytest.fixture
def trail() -> Trail:
    return Trail()


@pytest.fixture
def backups(door: VaultDoor, settings: Settings, clock: Clock, trail: Trail) -> VaultBackups:
    return VaultBackups(door, settings, clock, "1.0", trail)


def people(door: VaultDoor) -> int:
    with door.store().begin() as work:
        return len(work.all(Citizen))


def test_until_somebody_chooses_they_lie_in_the_vaults_own_folder(
    backups: VaultBackups, door: VaultDoor, trail: Trail
) -> None:
    assert backups.state().last is None
    assert backups.state().known
    made = backups.make()
    assert (made.last, made.fault, made.kept) == (NOW, None, 1)
    assert backups.on_this_pc
    (found,) = list_backups(door.folder / FOLDER)
    assert open_backup(found.path, PASSPHRASE).sealed.audit == door.audit.service().head()
    assert [event.kind for event in trail.events] == [AuditKind.BACKUP]
    assert found.header is not None
    assert trail.events[0].subject_id == found.header.id


def test_a_folder_that_is_gone_is_told_with_when_the_last_good_one_was_made(
    backups: VaultBackups, door: VaultDoor, settings: Settings, clock: Clock, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert backups.choose_folder(stick)
    assert list(stick.iterdir()) == []
    backups.make()
    clock.pass_days(1)
    stick.rename(tmp_path / "pulled out")
    told = backups.make()
    assert (told.last, told.fault) == (NOW, BackupFault.FOLDER_GONE)
    later = VaultBackups(door, Settings(door.folder / "sikkerplan.ini"), clock, "1.0")
    assert later.state().last == NOW
    (tmp_path / "pulled out").rename(stick)
    assert backups.make().fault is None
    assert len(backups.listed()) == 2


def test_a_folder_that_can_not_be_written_is_not_chosen(backups: VaultBackups, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not backups.choose_folder(tmp_path / "file")
    assert not backups.choose_folder(tmp_path / "nowhere")
    assert backups.on_this_pc


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (OSError(errno.ENOSPC, ""), BackupFault.FULL),
        (PermissionError(errno.EACCES, ""), BackupFault.NOT_WRITABLE),
        (FileNotFoundError(), BackupFault.FOLDER_GONE),
        (StoreNotWritable(""), BackupFault.FULL),
        (BackupNotVerified(""), BackupFault.NOT_VERIFIED),
        (StoreBusy(""), BackupFault.BUSY),
        (RuntimeError(), BackupFault.BUSY),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else value.value,
)
def test_each_thing_that_goes_wrong_has_a_name(error: Exception, fault: BackupFault) -> None:
    assert backup_fault(error) is fault


def test_two_that_are_asked_for_at_once_are_made_one_after_the_other(backups: VaultBackups) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: backups.make().fault, range(4)))
    assert made == [None] * 4
    assert [note.whole for note in backups.listed()] == [True] * 4


def test_a_locked_vault_makes_no_backup_and_says_so(backups: VaultBackups, door: VaultDoor) -> None:
    backups.make()
    door.close()
    assert backups.make().fault is BackupFault.BUSY
    assert backups.make().last == NOW


def test_a_restored_backup_takes_the_vaults_place_when_it_is_next_opened(
    backups: VaultBackups, door: VaultDoor, trail: Trail
) -> None:
    backups.make()
    (note,) = backups.listed()
    with door.store().begin() as work:
        work.put(citizen("c9"))
        work.commit()
    assert backups.restore(note.path, "not this one") is RestoreAnswer.WRONG_SECRET
    assert backups.restore(note.path, PASSPHRASE) is RestoreAnswer.DONE
    assert trail.events[-1].kind is AuditKind.RESTORE
    assert people(door) == 3
    door.close()
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    assert people(door) == 2
    assert backups.kept_vaults() == 1
    assert backups.remove_kept_vaults()
    assert backups.kept_vaults() == 0
    assert people(door) == 2


@pytest.mark.parametrize("step", ["examine_store", "write_container"])
def test_a_lock_ends_a_backup_at_its_next_step(
    backups: VaultBackups, door: VaultDoor, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    door.lock()
    gc.collect()
    others = [found for found in gc.get_objects() if isinstance(found, DatabaseKey)]
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    real: Callable[..., object] = getattr(backup_module, step)

    def locked_meanwhile(*given: object) -> object:
        door.lock()
        return real(*given)

    monkeypatch.setattr(backup_module, step, locked_meanwhile)
    left = backups.make()
    assert (left.last, left.fault) == (None, None)
    assert list(backups.folder.iterdir()) == []
    assert not (door.folder / COPY).exists()
    gc.collect()
    keys = [found for found in gc.get_objects() if isinstance(found, DatabaseKey)]
    assert [key for key in keys if all(key is not other for other in others)] == []
    monkeypatch.undo()
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    assert backups.make().kept == 1


def test_a_damaged_vault_is_restored_through_the_door_alone(
    backups: VaultBackups, door: VaultDoor, tmp_path: Path
) -> None:
    backups.make()
    (note,) = backups.listed()
    door.close()
    (door.folder / "sikkerplan.db").write_bytes(b"rubbish")
    anew = VaultDoor(door.folder, CHEAP)
    assert anew.unlock(PASSPHRASE) is DoorAnswer.DAMAGED
    assert anew.restore(tmp_path / "nothing", PASSPHRASE) is RestoreAnswer.UNREADABLE
    assert anew.restore(door.folder / "sikkerplan.ini", PASSPHRASE) is RestoreAnswer.DAMAGED
    assert anew.restore(note.path, PASSPHRASE) is RestoreAnswer.DONE
    assert anew.unlock(PASSPHRASE) is DoorAnswer.OPEN
    assert people(anew) == 2
    anew.close()


def test_a_vault_that_somebody_has_open_is_not_restored_over(backups: VaultBackups, door: VaultDoor) -> None:
    backups.make()
    (note,) = backups.listed()
    assert VaultDoor(door.folder, CHEAP).restore(note.path, PASSPHRASE) is RestoreAnswer.BUSY


def test_a_forged_file_is_not_shown_as_the_last_good_one(
    backups: VaultBackups, door: VaultDoor, clock: Clock
) -> None:
    made = backups.make()
    (note,) = backups.listed()
    content = note.path.read_bytes()[:-32].replace(b'"made": "2026-11-26', b'"made": "2026-11-27', 1)
    content = content.replace(b'"number": 1,', b'"number": 9,', 1)
    forged = note.path.with_name("sikkerplan-29991231T000000Z.backup")
    forged.write_bytes(content + hashlib.sha256(content).digest())
    assert (backups.state().last, backups.state().kept) == (made.last, 1)
    first, last = backups.listed()
    assert (first.path, last.path) == (note.path, forged)
    assert note_words(first) != note_words(last).replace("27", "26")
    note.path.unlink()
    assert backups.state().last is None


def test_after_a_new_data_key_the_last_backup_is_still_known(backups: VaultBackups, door: VaultDoor) -> None:
    made = backups.make()
    assert door.keys().rotate(PASSPHRASE, None).answer is KeyAnswer.DONE
    assert backups.state().last == made.last


def test_backups_are_found_where_no_key_file_can_be_used(backups: VaultBackups, door: VaultDoor) -> None:
    made = backups.make()
    for path in door.folder.glob("vault.json*"):
        path.write_text("{}", encoding="utf-8")
    assert [note.made for note in backups.listed()] == [made.last]
    assert backups.state().last == made.last


def test_a_trial_that_a_lock_overtakes_is_no_damage(backups: VaultBackups, door: VaultDoor) -> None:
    backups.make()
    (note,) = backups.listed()
    door.close()
    assert backups.drill(note.path, PASSPHRASE).answer is RestoreAnswer.BUSY


def test_a_trial_finds_what_changed(backups: VaultBackups, door: VaultDoor) -> None:
    backups.make()
    (note,) = backups.listed()
    same = backups.drill(note.path, PASSPHRASE)
    assert (same.answer, same.made, same.different) == (RestoreAnswer.DONE, NOW, ())
    with door.store().begin() as work:
        work.put(replace(citizen("c1"), note="changed"))
        work.commit()
    assert backups.drill(note.path, PASSPHRASE).different == (("citizens", 1),)
    assert backups.drill(note.path, "not this one").answer is RestoreAnswer.WRONG_SECRET


@pytest.fixture
def app(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setattr("desktop.app.door.Argon2Cost", lambda: CHEAP)

    def say(_: str) -> None: ...

    made = App(Entrance(Options(vault=tmp_path / "own"), Terminal(say, say, say), clock))
    yield made
    made.door.close()


@pytest.mark.parametrize("reachable", [True, False], ids=["chosen folder", "folder gone"])
def test_a_vault_of_an_older_version_is_backed_up_before_it_is_changed(
    app: App, tmp_path: Path, reachable: bool
) -> None:
    assert app.door.create(PASSPHRASE) is DoorAnswer.OPEN
    key = app.door.vault().subkeys.database()
    app.door.close()
    database = app.folder / "sikkerplan.db"
    database.unlink()
    make_file(database)
    connection = connect(database, key)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.executescript(RELEASED[0].read_text(encoding="utf-8"))
    connection.close()
    shelf = tmp_path / "shelf"
    app.settings.backup_folder = shelf
    if reachable:
        shelf.mkdir()
    assert app.door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    with app.door.store().begin() as work:
        assert work.unit() == UNIT
    (made,) = list_backups(shelf if reachable else app.folder / FOLDER)
    assert made.header is not None
    assert made.header.schema == RELEASED[0].stem != HISTORY.head
    assert open_backup(made.path, PASSPHRASE).sealed.rows["citizens"] == 2


def test_a_newer_versions_vault_is_refused_in_plain_words(app: App) -> None:
    assert app.door.create(PASSPHRASE) is DoorAnswer.OPEN
    key = app.door.vault().subkeys.database()
    app.door.close()
    connection = connect(app.folder / "sikkerplan.db", key)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert app.door.unlock(PASSPHRASE) is DoorAnswer.TOO_NEW
    assert "newer version" in door_text(DoorAnswer.TOO_NEW, app.folder)


def test_an_export_and_an_answer_are_written_whole_and_recorded(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert app.door.create(PASSPHRASE) is DoorAnswer.OPEN
    with app.door.store().begin() as work:
        work.put_all(EVERYTHING)
        work.commit()
    trail = Trail()
    monkeypatch.setattr(type(app.audit), "record", lambda _, event: trail.record(event))
    context = app.context(app.new_run)
    assert context.export is not None
    assert context.write_access is not None
    context.export(tmp_path / "out.json", "New system")
    context.write_access("c1", tmp_path / "answer.pdf", frozenset({Section.AUDIT}))
    context.write_access("m1", tmp_path / "staff.pdf", frozenset())
    text = (tmp_path / "out.json").read_text(encoding="utf-8")
    assert json.loads(text)["app"]
    assert set(read_export(text)) == set(EVERYTHING)
    for name in ("answer.pdf", "staff.pdf"):
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")
    assert [(event.subject_kind, event.subject_id, event.reason) for event in trail.events] == [
        ("unit", "unit", "New system"),
        ("citizen", "c1", "access request"),
        ("staff_member", "m1", "access request"),
    ]
    assert NEEDLE not in repr(trail.events)
    with pytest.raises(OSError, match="could not be written"):
        context.write_access("nobody", tmp_path / "other.pdf", frozenset())
    assert not (tmp_path / "other.pdf").exists()


def test_the_moment_of_the_last_backup_survives_a_broken_settings_file(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "a.ini")
    assert settings.last_backup is None
    settings.last_backup = datetime(2026, 11, 26, 7, 30, tzinfo=UTC)
    settings.save()
    assert Settings(tmp_path / "a.ini").last_backup == datetime(2026, 11, 26, 7, 30, tzinfo=UTC)
    (tmp_path / "b.ini").write_text("[backup]\nlast=yesterday\n", encoding="utf-8")
    assert Settings(tmp_path / "b.ini").last_backup is None
