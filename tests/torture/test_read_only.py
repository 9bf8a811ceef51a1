"""What cannot be written to is told as such, never as damage."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.app.door import door_text
from desktop.services.backups import BackupFault, RestoreAnswer
from desktop.ui.door import DoorAnswer
from tests.store.small_unit import UNIT
from tests.torture import writes
from tests.torture.filling import DISK_KIB
from tests.torture.full_disk import small_disk
from tests.torture.read_only import read_only
from tests.torture.writes import Here
from tests.vault.kit import PASSPHRASE

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def here(tmp_path: Path, kept: Path) -> Iterator[Here]:
    """A closed vault on a disk of its own."""
    with small_disk(tmp_path / "disk", DISK_KIB) as disk:
        made = Here(disk)
        shutil.copytree(kept, made.vault)
        yield made
        made.close()


@pytest.mark.parametrize("crashed", [False, True], ids=["closed", "as a crash leaves it"])
def test_a_vault_in_a_folder_that_cannot_be_written_is_told_as_that(here: Here, crashed: bool) -> None:
    if crashed:
        running = here.vault.with_name("running")
        here.vault.rename(running)
        there = Here(here.disk, vault=running)
        with there.opened().store().begin():
            shutil.copytree(running, here.vault, ignore=shutil.ignore_patterns("*.lock", "*.holder"))
        there.close()
    before = {path.name: path.read_bytes() for path in here.vault.iterdir()}
    with read_only(here.disk):
        for answer in (
            here.door().unlock(PASSPHRASE),
            here.door().unlock_read_only(PASSPHRASE),
            here.door().unlock_by_recovery("AAAA"),
        ):
            assert answer is DoorAnswer.FAILED
            assert "May this user write to its folder" in door_text(answer, here.vault)
        here.close()
    assert {path.name: path.read_bytes() for path in here.vault.iterdir()} == before
    with here.opened().store().begin() as work:
        assert work.unit() == UNIT


def test_no_vault_is_made_and_none_restored_there(here: Here, tmp_path: Path) -> None:
    make_backup = writes.backing_up(here)
    assert make_backup() == writes.DONE
    backup = max((here.disk / "shelf").iterdir())
    here.close()
    with read_only(here.disk):
        assert here.door().restore(backup, PASSPHRASE) is RestoreAnswer.NOT_WRITABLE
        elsewhere = Here(here.disk, vault=here.disk / "another")
        assert elsewhere.door().create(PASSPHRASE) is DoorAnswer.FAILED
    with here.opened().store().begin() as work:
        assert work.unit() == UNIT


@pytest.mark.parametrize(
    ("write", "word"),
    [
        ("backing up", BackupFault.NOT_WRITABLE),
        ("exporting", "not written"),
        ("answering", "not written"),
        ("printing", "not written"),
    ],
)
def test_what_goes_to_such_a_folder_is_told(tmp_path: Path, here: Here, write: str, word: str) -> None:
    """The vault lies on another disk, which can be written."""
    there = Here(here.disk, vault=tmp_path / "vault")
    shutil.copytree(here.vault, there.vault)
    act = writes.WRITES[write](there)
    with read_only(here.disk):
        assert act() == word
    assert act() == writes.DONE
    there.close()
