"""Wrong passphrases at the door of a real vault."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.app.backups import VaultBackups
from desktop.app.door import VaultDoor
from desktop.domain.audit import AuditKind
from desktop.qt.settings import Settings
from desktop.services.backups import RestoreAnswer
from desktop.services.ports import AuditQuery
from desktop.ui.door import DoorAnswer
from desktop.vault import Argon2Cost, Patience, create_vault, list_backups, make_backup
from tests.app.office import Office
from tests.services.fakes import FakeClock

PASSPHRASE = "karrusel mellem fjorten glas"
CHEAP = Argon2Cost(passes=1, memory_kib=64, lanes=1)


class Time:
    def __init__(self) -> None:
        self.wall = datetime(2026, 11, 23, 8, tzinfo=UTC)
        self.ticked = 0.0

    def pass_by(self, seconds: float) -> None:
        self.ticked += seconds
        self.wall += timedelta(seconds=seconds)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def folder(office: Office) -> Path:
    return office.folder


def started(folder: Path, time: Time) -> VaultDoor:
    return VaultDoor(folder, CHEAP, patience=Patience(folder, lambda: time.wall, lambda: time.ticked))


def test_after_a_wrong_passphrase_even_the_right_one_waits(folder: Path, time: Time) -> None:
    door = started(folder, time)
    assert door.unlock("not this one") is DoorAnswer.WRONG_PASSPHRASE
    assert door.wait() == 1
    assert door.unlock(PASSPHRASE) is DoorAnswer.WAIT
    time.pass_by(1)
    assert door.unlock("nor this one") is DoorAnswer.WRONG_PASSPHRASE
    assert door.wait() == 2
    door = started(folder, time)
    assert door.unlock(PASSPHRASE) is DoorAnswer.WAIT
    assert door.unlock_read_only(PASSPHRASE) is DoorAnswer.WAIT
    time.pass_by(2)
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    door.close()
    assert door.wait() == 0
    assert "attempts.json" not in {file.name for file in folder.iterdir()}


def test_a_vault_that_is_damaged_or_in_use_makes_nobody_wait(folder: Path, time: Time) -> None:
    other = VaultDoor(folder)
    assert other.unlock(PASSPHRASE) is DoorAnswer.OPEN
    door = started(folder, time)
    assert door.unlock("whatever it is") is DoorAnswer.IN_USE
    assert door.wait() == 0
    other.close()
    for name in ("vault.json", "vault.json.copy"):
        (folder / name).write_text("{")
    assert door.unlock(PASSPHRASE) is DoorAnswer.DAMAGED
    assert door.wait() == 0
    door.close()


def test_wrong_passphrases_for_reading_count_as_well(folder: Path, time: Time) -> None:
    door = started(folder, time)
    assert door.unlock_read_only("not this one") is DoorAnswer.WRONG_PASSPHRASE
    assert door.unlock(PASSPHRASE) is DoorAnswer.WAIT
    door.close()


def test_guesses_at_a_backup_wait_and_are_recorded_as_at_the_door(folder: Path, time: Time) -> None:
    door = started(folder, time)
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    backups = VaultBackups(door, Settings(folder / "sikkerplan.ini"), FakeClock(time.wall), "1.0.0")
    backups.make()
    (note,) = backups.listed()
    assert backups.drill(note.path, "not this one").answer is RestoreAnswer.WRONG_SECRET
    assert backups.drill(note.path, PASSPHRASE).answer is RestoreAnswer.WAIT
    assert backups.restore(note.path, PASSPHRASE) is RestoreAnswer.WAIT
    time.pass_by(1)
    assert backups.restore(note.path, "nor this one") is RestoreAnswer.WRONG_SECRET
    door.close()
    door = started(folder, time)
    assert door.wait() == 2
    assert door.restore(note.path, PASSPHRASE) is RestoreAnswer.WAIT
    assert door.unlock(PASSPHRASE) is DoorAnswer.WAIT
    time.pass_by(2)
    assert door.restore(note.path, "not this either") is RestoreAnswer.WRONG_SECRET
    time.pass_by(4)
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    trail = door.audit.service()
    failed = trail.read(trail.find(AuditQuery(kind=AuditKind.FAILED_UNLOCK)))
    assert [kept.entry.subject_kind for kept in failed] == ["backup"] * 3
    door.close()


def test_a_backup_that_somebody_brings_along_forgives_no_wrong_guess(folder: Path, time: Time) -> None:
    own = folder.with_name("own")
    vault = create_vault(own, "syv krager tæller grus", CHEAP)
    make_backup(vault.source(), own, time.wall)
    vault.close()
    (backup,) = list_backups(own)
    door = started(folder, time)
    for failed in range(3):
        assert door.unlock("not this one") is DoorAnswer.WRONG_PASSPHRASE
        assert door.wait() == 2**failed
        time.pass_by(2**failed)
        assert door.restore(backup.path, "syv krager tæller grus") is RestoreAnswer.DONE
        assert door.wait() == 0
    door.close()


def test_a_file_that_is_no_backup_makes_nobody_wait(folder: Path, time: Time) -> None:
    door = started(folder, time)
    assert door.restore(folder / "vault.json", "whatever it is") is RestoreAnswer.DAMAGED
    assert door.restore(folder / "nothing", "whatever it is") is RestoreAnswer.UNREADABLE
    assert door.wait() == 0
    door.close()
