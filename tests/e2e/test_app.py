"""The parts that the app joins: the door to a vault, and what a finished run leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from desktop.app import NOT_PLANNED, PLANNED, UNSAFE, Options, Terminal
from desktop.app.door import VaultDoor, door_text
from desktop.app.entrance import Entrance
from desktop.app.parts import App
from desktop.services.change import Change
from desktop.services.ports import AuditQuery
from desktop.services.week.planning import Accepted
from desktop.ui.door import DoorAnswer
from desktop.vault import Argon2Cost
from tests.printing.week import BROKEN, CLEAN, prepared, session, unit, version

PASSPHRASE = "karrusel mellem fjorten glas"
CHEAP = Argon2Cost(passes=1, memory_kib=64, lanes=1)


@pytest.fixture(autouse=True)
def locale(qapp: QCoreApplication) -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[VaultDoor]:
    """A vault that has been made and is closed again."""
    door = VaultDoor(tmp_path / "vault", CHEAP)
    assert not door.exists()
    assert door.create(PASSPHRASE) is DoorAnswer.OPEN
    door.close()
    yield door
    door.close()


def test_a_vault_opens_with_its_passphrase_alone(vault: VaultDoor) -> None:
    assert vault.exists()
    assert vault.unlock(PASSPHRASE) is DoorAnswer.OPEN
    with vault.store().begin() as work:
        assert work.is_empty()
    vault.close()
    assert vault.unlock("another one entirely") is DoorAnswer.WRONG_PASSPHRASE
    with pytest.raises(RuntimeError):
        vault.store()


def test_a_vault_is_open_in_one_place_at_a_time(vault: VaultDoor, tmp_path: Path) -> None:
    other = VaultDoor(tmp_path / "vault", CHEAP)

    assert vault.unlock(PASSPHRASE) is DoorAnswer.OPEN
    assert other.unlock(PASSPHRASE) is DoorAnswer.IN_USE
    vault.close()
    assert other.unlock(PASSPHRASE) is DoorAnswer.OPEN
    other.close()


def test_a_damaged_vault_is_told_and_left_as_it_is(vault: VaultDoor, tmp_path: Path) -> None:
    key_files = [tmp_path / "vault" / name for name in ("vault.json", "vault.json.copy")]
    for key_file in key_files:
        key_file.write_text("{")

    assert vault.unlock(PASSPHRASE) is DoorAnswer.DAMAGED
    assert vault.ways() == frozenset()
    assert [key_file.read_text() for key_file in key_files] == ["{", "{"]


def test_a_vault_is_never_made_over_another(vault: VaultDoor) -> None:
    assert vault.create(PASSPHRASE) is DoorAnswer.FAILED
    assert vault.unlock(PASSPHRASE) is DoorAnswer.OPEN


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert VaultDoor(tmp_path / "file" / "vault", CHEAP).create(PASSPHRASE) is DoorAnswer.FAILED


@pytest.mark.parametrize("answer", [each for each in DoorAnswer if each is not DoorAnswer.OPEN])
def test_every_closed_door_says_which_and_why(answer: DoorAnswer, tmp_path: Path) -> None:
    text = door_text(answer, tmp_path)

    assert str(tmp_path) in text
    assert len(text) > len(str(tmp_path)) + 20


class Spoken:
    """An app whose words are kept."""

    def __init__(self, folder: Path) -> None:
        self.out: list[str] = []
        self.err: list[str] = []
        terminal = Terminal(self.out.append, self.err.append, lambda text: None)
        self.app = App(Entrance(Options(vault=folder / "vault", demo=True, language="en"), terminal))

    def open(self) -> None:
        assert self.app.door.create(PASSPHRASE) is DoorAnswer.OPEN

    def recorded(self) -> list[str]:
        """The kinds of the audit trail's entries."""
        trail = self.app.audit
        return [kept.entry.kind for kept in trail.read(trail.find(AuditQuery()))]


def accepted(*, clean: bool) -> Accepted:
    return Accepted(version(session("s1")), CLEAN if clean else BROKEN, Change("plan_accepted"))


def test_a_good_plan_is_printed_and_told(tmp_path: Path) -> None:
    spoken = Spoken(tmp_path)
    spoken.open()
    target = tmp_path / "week.pdf"

    assert spoken.app.report(prepared(unit()), accepted(clean=True), target) == PLANNED
    assert target.read_bytes().startswith(b"%PDF")
    assert "no broken rule" in spoken.out[0]
    assert spoken.err == []
    assert spoken.recorded() == ["unlock", "export"]
    spoken.app.door.close()


def test_what_cannot_be_recorded_is_not_written(tmp_path: Path) -> None:
    spoken = Spoken(tmp_path)
    target = tmp_path / "week.pdf"

    assert spoken.app.report(prepared(unit()), accepted(clean=True), target) == NOT_PLANNED
    assert not target.exists()


def test_a_plan_that_breaks_a_rule_is_neither_printed_nor_told(tmp_path: Path) -> None:
    spoken = Spoken(tmp_path)
    target = tmp_path / "week.pdf"

    assert spoken.app.report(prepared(unit()), accepted(clean=False), target) == UNSAFE
    assert not target.exists()
    assert spoken.out == []
    assert "independent check" in spoken.err[0]


def test_a_plan_that_breaks_a_rule_is_not_told_without_a_print_either(tmp_path: Path) -> None:
    spoken = Spoken(tmp_path)

    assert spoken.app.report(prepared(unit()), accepted(clean=False), None) == UNSAFE
    assert spoken.out == []


def test_a_pdf_that_cannot_be_written_is_no_success_but_the_plan_is_told(tmp_path: Path) -> None:
    spoken = Spoken(tmp_path)
    spoken.open()

    status = spoken.app.report(prepared(unit()), accepted(clean=True), tmp_path / "missing" / "week.pdf")

    assert status == NOT_PLANNED
    assert "could not be written" in spoken.err[0]
    assert "no broken rule" in spoken.out[0]
    spoken.app.door.close()


def test_a_plan_without_sessions_for_want_of_time_says_so(tmp_path: Path) -> None:
    spoken = Spoken(tmp_path)
    empty = Accepted(replace(version(), status="feasible"), CLEAN, Change("plan_accepted"))

    assert spoken.app.report(prepared(unit()), empty, None) == PLANNED
    assert "the time was too short" in spoken.out[1]

    best = Accepted(replace(version(), status="optimal"), CLEAN, Change("plan_accepted"))
    spoken.out.clear()
    spoken.app.report(prepared(unit()), best, None)
    assert len(spoken.out) == 1


def test_the_demo_keeps_to_a_folder_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    terminal = Terminal(print, print, print)

    demo = App(Entrance(Options(demo=True, language="en"), terminal))
    own = App(Entrance(Options(language="en"), terminal))
    elsewhere = App(Entrance(replace(Options(language="en"), vault=tmp_path / "x"), terminal))

    assert demo.folder == own.folder / "demo"
    assert elsewhere.folder == tmp_path / "x"
