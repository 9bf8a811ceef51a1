"""Who has the vault: told to a second start, and freed when that process dies."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

import desktop.app.door as door_module
from desktop.app.claim import LOCK, NOTE, Claim
from desktop.app.door import VaultDoor, door_text
from desktop.app.users import system_user
from desktop.qt.language import Language
from desktop.store import StoreNotWritable
from desktop.ui.door import DoorAnswer, Holder
from desktop.ui.unlock.words import holder_text
from desktop.vault import Argon2Cost, open_vault
from tests.store.small_unit import EVERYTHING, UNIT

ROOT = Path(__file__).resolve().parents[2]
SINCE = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
PASSPHRASE = "karrusel mellem fjorten glas"
CHEAP = Argon2Cost(passes=1, memory_kib=64, lanes=1)
KEEPS_IT = """
import sys
from pathlib import Path
from desktop.app.claim import Claim
claim = Claim(Path(sys.argv[1]))
print(claim.take().value, flush=True)
sys.stdin.readline()
"""
WRITES = """
import sys
from pathlib import Path
from dataclasses import replace
from desktop.app.door import VaultDoor
from desktop.ui.door import DoorAnswer
from tests.store.small_unit import UNIT
door = VaultDoor(Path(sys.argv[1]))
assert door.unlock(sys.argv[2]) is DoorAnswer.OPEN
with door.store().begin() as work:
    work.put(replace(UNIT.citizens[0], name="En anden"))
    work.commit()
print("written", flush=True)
sys.stdin.readline()
"""


@pytest.fixture(autouse=True)
def english(qapp: QCoreApplication) -> Iterator[None]:
    before = QLocale()
    Language().install("en")
    yield
    QLocale.setDefault(before)


def another(script: str, *arguments: str) -> subprocess.Popen[str]:
    """A process that has done what it has to and waits for a line."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() in ("open", "written")
    return process


def ended(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """The folder of a closed vault that holds the small unit."""
    door = VaultDoor(tmp_path / "vault", CHEAP)
    assert door.create(PASSPHRASE) is DoorAnswer.OPEN
    with door.store().begin() as work:
        work.put_all(EVERYTHING)
        work.commit()
    door.close()
    return tmp_path / "vault"


def test_a_second_start_is_told_who_has_it_and_since_when(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever has it can't pass for somebody else.
    monkeypatch.setenv("LOGNAME", "somebody else")
    first, second = Claim(tmp_path, lambda: SINCE), Claim(tmp_path)
    assert first.take() is DoorAnswer.OPEN
    assert first.take() is DoorAnswer.OPEN
    assert first.holder() is None
    assert second.take() is DoorAnswer.IN_USE
    assert second.holder() == Holder(system_user(), socket.gethostname(), os.getpid(), SINCE)
    first.give_up()
    first.give_up()
    assert second.holder() is None
    assert list(tmp_path.iterdir()) == []
    assert second.take() is DoorAnswer.OPEN
    second.give_up()


def test_finding_out_leaves_no_trace_and_takes_nothing(tmp_path: Path) -> None:
    assert Claim(tmp_path).holder() is None
    assert list(tmp_path.iterdir()) == []
    assert Claim(tmp_path / "missing").holder() is None
    assert not (tmp_path / "missing").exists()


@pytest.mark.parametrize("note", [None, "", "{", "[1]", '{"user": "x"}', '{"process": 1}'])
def test_without_its_note_the_process_and_the_computer_are_told(tmp_path: Path, note: str | None) -> None:
    first, second = Claim(tmp_path), Claim(tmp_path)
    first.take()
    (tmp_path / NOTE).unlink()
    if note is not None:
        (tmp_path / NOTE).write_text(note)
    assert second.holder() == Holder("", socket.gethostname(), os.getpid(), None)
    first.give_up()


def test_the_note_of_an_earlier_process_is_not_taken_for_this_one_s(tmp_path: Path) -> None:
    first = Claim(tmp_path)
    first.take()
    note = (tmp_path / NOTE).read_text()
    (tmp_path / NOTE).write_text(note.replace(f'"process": {os.getpid()}', '"process": 1'))
    holder = Claim(tmp_path).holder()
    assert holder is not None
    assert (holder.user, holder.process) == ("", os.getpid())
    first.give_up()


def test_a_process_that_was_killed_leaves_nobody_locked_out(tmp_path: Path) -> None:
    process = another(KEEPS_IT, str(tmp_path))
    ours = Claim(tmp_path)
    assert ours.take() is DoorAnswer.IN_USE
    holder = ours.holder()
    assert holder is not None
    assert holder.process == process.pid
    ended(process)
    assert (tmp_path / LOCK).exists()
    assert ours.holder() is None
    assert ours.take() is DoorAnswer.OPEN
    other = Claim(tmp_path).holder()
    assert other is not None
    assert other.process == os.getpid()
    ours.give_up()


@pytest.mark.parametrize("content", ["", "4711", "{pid}\n{program}\n{host}\n"])
def test_a_lock_that_its_process_left_half_written_or_that_another_got_the_number_of_is_free(
    tmp_path: Path, content: str
) -> None:
    parts = {"pid": os.getpid(), "program": Path(sys.executable).resolve().name, "host": socket.gethostname()}
    (tmp_path / LOCK).write_text(content.format(**parts))
    claim = Claim(tmp_path)
    assert claim.take() is DoorAnswer.OPEN
    assert Claim(tmp_path).take() is DoorAnswer.IN_USE
    claim.give_up()


def test_the_lock_of_another_computer_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_text("4711\npython3\nKONTOR-7\n")
    claim = Claim(tmp_path)
    assert claim.take() is DoorAnswer.IN_USE
    assert claim.holder() == Holder("", "KONTOR-7", 4711, None)


def test_what_a_killed_process_committed_is_there_and_the_vault_opens(filled: Path) -> None:
    process = another(WRITES, str(filled), PASSPHRASE)
    door = VaultDoor(filled)
    assert door.unlock(PASSPHRASE) is DoorAnswer.IN_USE
    ended(process)
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    with door.store().begin() as work:
        assert work.unit().citizens[0].name == "En anden"
    door.close()


def test_a_vault_in_use_is_read_beside_it_and_never_written(filled: Path) -> None:
    process = another(WRITES, str(filled), PASSPHRASE)
    door = VaultDoor(filled)
    assert door.unlock_read_only(PASSPHRASE) is DoorAnswer.OPEN
    reading = [door.read_only]
    with door.store().begin() as work:
        assert work.unit().citizens[0].name == "En anden"
        with pytest.raises(StoreNotWritable):
            work.put(UNIT.citizens[0])
    door.close()
    assert door.holder() is not None
    ended(process)
    reading.append(door.read_only)
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    reading.append(door.read_only)
    assert reading == [True, False, False]
    door.close()


def test_a_locked_vault_stays_this_process_s_own(filled: Path) -> None:
    ours, other = VaultDoor(filled), VaultDoor(filled)
    assert ours.unlock(PASSPHRASE) is DoorAnswer.OPEN
    seal = ours.seal()
    ours.lock()
    for act in (ours.store, ours.seal, lambda: ours.unseal(b"")):
        with pytest.raises(RuntimeError):
            act()
    assert other.unlock(PASSPHRASE) is DoorAnswer.IN_USE
    assert ours.unlock(PASSPHRASE) is DoorAnswer.OPEN
    assert ours.unseal(seal.close(b"found meanwhile")) == b"found meanwhile"
    ours.close()
    assert other.unlock(PASSPHRASE) is DoorAnswer.OPEN
    other.close()


def test_a_keyring_that_answers_after_the_lock_opens_nothing(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = VaultDoor(filled)

    def late(*_: object) -> bytes:
        door.lock()
        return b""

    monkeypatch.setattr(door_module, "kept_secret", late)
    monkeypatch.setattr(
        door_module, "open_vault_by_keyring", lambda folder, *_: open_vault(folder, PASSPHRASE)
    )
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    assert door.unlock_by_keyring() is DoorAnswer.FAILED
    with pytest.raises(RuntimeError):
        door.store()
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    door.close()


def test_the_words_tell_who_and_where(tmp_path: Path) -> None:
    holder = Holder("karen", "KONTOR-7", 4711, SINCE)
    text = holder_text(holder)
    for part in ("karen", "KONTOR-7", "4711", "23 Nov"):
        assert part in text
    assert holder_text(Holder("", "KONTOR-7", 4711, None)) == (
        "A process on the computer KONTOR-7 has it open (process 4711)."
    )
    assert text in door_text(DoorAnswer.IN_USE, tmp_path, holder)
