"""Wrong passphrases at the door of a real vault."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.app import VaultDoor
from desktop.ui.context import DoorAnswer
from desktop.vault import Argon2Cost, Patience

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
def folder(tmp_path: Path) -> Path:
    door = VaultDoor(tmp_path / "vault", CHEAP)
    assert door.create(PASSPHRASE) is DoorAnswer.OPEN
    door.close()
    return tmp_path / "vault"


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
