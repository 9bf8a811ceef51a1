"""The demo's vault follows the calendar, and nobody's own vault is ever removed for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from desktop.app import Options, Terminal
from desktop.app.demo import DEMO_PASSPHRASE
from desktop.app.door import VaultDoor
from desktop.app.entrance import Entrance
from desktop.app.parts import App
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.files.importing import import_unit
from desktop.services.week.building import build_problem
from desktop.services.week.warning_kinds import WarningKind
from desktop.services.week.warnings import week_warnings
from desktop.ui.door import DoorAnswer
from desktop.vault import Argon2Cost
from tests.services.fakes import FakeClock
from tests.services.unit_files import EXAMPLE

THEN = datetime(2026, 11, 25, 9, tzinfo=UTC)
LATER = datetime(2027, 6, 10, 9, tzinfo=UTC)
CHEAP = Argon2Cost(passes=1, memory_kib=64, lanes=1)


@pytest.fixture(autouse=True)
def locale(qapp: QCoreApplication) -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


class Opened:
    """The demo opened at a time: what its vault held, and what was told."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.told: list[str] = []
        self.week = IsoWeek.containing(now.date())
        terminal = Terminal(self.told.append, self.told.append, lambda text: None)
        app = App(Entrance(Options(vault=folder, demo=True, language="en"), terminal, FakeClock(now)))
        try:
            assert app.open_demo_vault() is DoorAnswer.OPEN
            with app.door.store().begin() as work:
                self.unit: Unit = work.unit()
        finally:
            app.door.close()

    @property
    def run_out(self) -> int:
        problem = build_problem(self.unit, self.week)
        kinds = [warning.kind for warning in week_warnings(self.unit, self.week, problem)]
        return kinds.count(WarningKind.LEVEL_RUN_OUT)


@contextmanager
def own_vault(folder: Path) -> Iterator[VaultDoor]:
    """Somebody's own vault, which the demo's passphrase happens to open."""
    door = VaultDoor(folder, CHEAP, public=True)
    try:
        assert door.create(DEMO_PASSPHRASE) is DoorAnswer.OPEN
        yield door
    finally:
        door.close()


def test_the_demo_is_kept_for_its_week(tmp_path: Path) -> None:
    first = Opened(tmp_path, THEN)
    key_file = (tmp_path / "vault.json").read_bytes()

    again = Opened(tmp_path, THEN)

    assert again.told == first.told == []
    assert (tmp_path / "vault.json").read_bytes() == key_file
    assert again.unit == first.unit


def test_half_a_year_later_the_demo_is_made_anew_and_told_in_one_line(tmp_path: Path) -> None:
    first = Opened(tmp_path, THEN)
    later = Opened(tmp_path, LATER)

    (line,) = later.told
    assert str(first.week) in line
    assert str(later.week) in line
    assert later.run_out == first.run_out == 4
    assert build_problem(later.unit, later.week).commitments
    assert Opened(tmp_path, LATER).told == []


def test_a_vault_that_somebody_made_is_never_removed(tmp_path: Path) -> None:
    with own_vault(tmp_path) as door:
        import_unit(door.store(), EXAMPLE.read_bytes())

    for now in (THEN, LATER):
        opened = Opened(tmp_path, now)
        assert opened.told == []
        assert len(opened.unit.citizens) == 5


def test_the_mark_of_another_vault_does_not_count(tmp_path: Path) -> None:
    Opened(tmp_path / "demo", THEN)
    with own_vault(tmp_path / "own") as door:
        import_unit(door.store(), EXAMPLE.read_bytes())
    mark = (tmp_path / "demo" / "demo.json").read_bytes()
    (tmp_path / "own" / "demo.json").write_bytes(mark)

    assert len(Opened(tmp_path / "own", LATER).unit.citizens) == 5


@pytest.mark.parametrize("mark", ["", "[]", "{}", '{"vault": 1, "week": "x"}'])
def test_a_mark_that_cannot_be_read_keeps_the_vault(tmp_path: Path, mark: str) -> None:
    first = Opened(tmp_path, THEN)
    (tmp_path / "demo.json").write_text(mark)

    later = Opened(tmp_path, LATER)

    assert later.told == []
    assert later.unit == first.unit
