"""Verify holds the trail against the heads in the backups: what they know can't be taken back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.app.anchors import BackupWitness, NoKeyring
from desktop.app.door import VaultDoor
from desktop.domain.audit import AuditEvent, AuditKind
from desktop.services.backups import RestoreAnswer
from desktop.services.keys import KeyAnswer
from desktop.services.trail.audit_verify import Agreement, Verdict
from desktop.store.engine import open_engine
from desktop.ui.audit.verdict_words import verdict_lines
from desktop.ui.door import Alarm, DoorAnswer
from desktop.vault import LastEntry, Subkeys, list_backups, make_backup
from tests.app.office import PASSPHRASE, Office, kinds, told
from tests.torture.audit import Forger

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder for backups."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    return folder


def opened(office: Office, shelf: Path) -> VaultDoor:
    """The office's vault without a keyring: its backups alone vouch for the trail."""
    door = office.door("lnx01", NoKeyring())
    door.audit.witnesses = (BackupWitness(lambda: shelf, lambda: door.vault().source()),)
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    return door


def back_up(office: Office, door: VaultDoor, shelf: Path) -> int:
    """Makes a backup; returns how many entries of the trail it knows."""
    office.now += timedelta(hours=1)
    head = door.audit.service().head()
    make_backup(door.vault().source(), shelf, office.now)
    return head.count


def cut_tail(folder: Path, keys: Subkeys, last: int) -> None:
    """Takes out every entry after one, as somebody can who has the key."""
    engine = open_engine(folder / "sikkerplan.db", keys.database())
    with engine.begin() as connection:
        Forger(connection).cut(last)
    engine.dispose()


def verified(door: VaultDoor) -> Verdict:
    verdict = door.audit.service().verify()
    door.close()
    return verdict


def test_backups_vouch_for_the_trail_as_long_as_it_is_whole(office: Office, shelf: Path) -> None:
    door = opened(office, shelf)
    back_up(office, door, shelf)
    door.audit.service().record(AuditEvent(AuditKind.READ, "citizen", "c1"))
    known = back_up(office, door, shelf)
    verdict = verified(door)
    assert (verdict.whole, verdict.vouched) == (True, known)
    assert f"2 backups: all agree, up to entry {known}." in verdict_lines(verdict)


def test_a_tail_cut_off_with_the_key_in_hand_is_found_by_a_backup_alone(office: Office, shelf: Path) -> None:
    door = opened(office, shelf)
    first = back_up(office, door, shelf)
    for person in range(5):
        door.audit.service().record(AuditEvent(AuditKind.READ, "citizen", f"c{person}"))
    known = back_up(office, door, shelf)
    keys = door.vault().subkeys
    door.close()
    cut_tail(office.folder, keys, first)
    LastEntry(office.folder).remove()
    again = opened(office, shelf)
    # Grown past what the backup knows: the trail is no shorter than it was.
    for person in range(9):
        again.audit.service().record(AuditEvent(AuditKind.READ, "citizen", f"d{person}"))
    verdict = verified(again)
    assert not verdict.whole
    assert verdict.findings == ()
    assert [each.agreement for each in verdict.compared] == [Agreement.DIFFERS, Agreement.AGREES]
    worst = verdict_lines(verdict)[0]
    assert worst.startswith("The backup of 23 Nov 2026")
    assert f"entry {known} is not the one that was there" in worst


def test_backups_that_give_no_head_are_told_and_why(office: Office, shelf: Path) -> None:
    door = opened(office, shelf)
    back_up(office, door, shelf)
    back_up(office, door, shelf)
    damaged, _ = (each.path for each in list_backups(shelf))
    content = bytearray(damaged.read_bytes())
    content[200] ^= 1
    damaged.write_bytes(content)
    keys = door.keys()
    assert keys.rotate(PASSPHRASE, None).answer is KeyAnswer.DONE
    verdict = door.audit.service().verify()
    assert sorted(each.reason for each in verdict.unreached) == ["none", "other_key", "unreadable"]
    told = "\n".join(verdict_lines(verdict))
    assert "another key opens it" in told
    assert "what is kept there can't be read" in told
    shelf.rename(shelf.with_name("pulled out"))
    gone = verified(door)
    assert "gone" in [each.reason for each in gone.unreached]
    assert "their folder can't be read" in "\n".join(verdict_lines(gone))


def test_a_damaged_backup_still_tells_its_head(office: Office, shelf: Path) -> None:
    door = opened(office, shelf)
    known = back_up(office, door, shelf)
    (backup,) = list_backups(shelf)
    content = bytearray(backup.path.read_bytes())
    content[-100] ^= 1
    backup.path.write_bytes(content)
    verdict = verified(door)
    assert (verdict.whole, verdict.vouched) == (True, known)


def test_after_an_alarm_backups_are_still_made(office: Office, shelf: Path) -> None:
    old = {file.name: file.read_bytes() for file in office.folder.iterdir() if file.is_file()}
    door = office.door()
    door.unlock(PASSPHRASE)
    door.audit.service().record(AuditEvent(AuditKind.READ, "citizen", "c1"))
    door.close()
    for name, content in old.items():
        (office.folder / name).write_bytes(content)
    door.unlock(PASSPHRASE)
    assert not door.audit.service().verify().whole
    assert make_backup(door.vault().source(), shelf, office.now).whole
    door.close()


def with_keyring(office: Office, shelf: Path) -> VaultDoor:
    """The office's vault with its keyring and its backups."""
    door = office.door()
    door.audit.witnesses = (BackupWitness(lambda: shelf, lambda: door.vault().source()),)
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    return door


def restored_from_the_first_of_two(office: Office, shelf: Path) -> VaultDoor:
    """Two backups with reads after each; the first was restored, and nobody has opened it yet."""
    door = with_keyring(office, shelf)
    for _ in range(2):
        back_up(office, door, shelf)
        for person in range(4):
            door.audit.service().record(AuditEvent(AuditKind.READ, "citizen", f"c{person}"))
    door.close()
    _, first = list_backups(shelf)
    assert door.restore(first.path, PASSPHRASE) is RestoreAnswer.DONE
    door.close()
    return door


def test_after_a_restore_the_anchors_it_left_behind_raise_no_alarm(office: Office, shelf: Path) -> None:
    restored_from_the_first_of_two(office, shelf)
    door = with_keyring(office, shelf)
    assert door.audit.alarms == ()
    assert door.audit.restored is not None
    assert kinds(door.audit.service())[-2:] == ["restore", "unlock"]
    verdict = door.audit.service().verify()
    assert verdict.whole
    said = "\n".join(verdict_lines(verdict))
    assert "A backup of 23 Nov 2026" in said
    assert "knows 6 entries of the vault that a restored backup took the place of" in said
    door.close()
    again = with_keyring(office, shelf)
    assert (again.audit.alarms, again.audit.restored) == ((), None)
    assert verified(again).whole


def test_what_is_recorded_between_a_restore_and_the_lock_raises_no_alarm(office: Office, shelf: Path) -> None:
    door = with_keyring(office, shelf)
    back_up(office, door, shelf)
    (made,) = list_backups(shelf)
    door.audit.service().record(AuditEvent(AuditKind.READ, "citizen", "c1"))
    assert door.restore(made.path, PASSPHRASE) is RestoreAnswer.DONE
    door.audit.service().record(AuditEvent(AuditKind.RESTORE, "vault", "vault"))
    door.audit.put_off()
    door.lock()
    door.close()
    again = with_keyring(office, shelf)
    assert again.audit.restored is not None
    assert again.audit.alarms == ()
    again.close()


def test_what_was_tried_before_a_restore_is_told_after_it(office: Office, shelf: Path) -> None:
    door = with_keyring(office, shelf)
    back_up(office, door, shelf)
    door.close()
    assert office.door("intruder").unlock("not this one") is DoorAnswer.WRONG_PASSPHRASE
    (backup,) = list_backups(shelf)
    assert door.restore(backup.path, PASSPHRASE) is RestoreAnswer.DONE
    door.close()
    again = with_keyring(office, shelf)
    assert kinds(again.audit.service())[-3:] == ["restore", "failed_unlock", "unlock"]
    again.close()


def test_on_another_computer_a_restored_vault_tells_the_restore_and_no_damage(
    office: Office, shelf: Path, tmp_path: Path
) -> None:
    door = with_keyring(office, shelf)
    back_up(office, door, shelf)
    door.close()
    (backup,) = list_backups(shelf)
    elsewhere = Office(tmp_path / "elsewhere")
    other = elsewhere.door("lnx09")
    assert other.restore(backup.path, PASSPHRASE) is RestoreAnswer.DONE
    assert other.unlock(PASSPHRASE) is DoorAnswer.OPEN
    assert kinds(other.audit.service())[-2:] == ["restore", "unlock"]
    assert told(other.audit.service())[-2].entry.who.system == "lnx09"
    assert (other.audit.alarms, verified(other).whole) == ((), True)


def test_a_restore_long_ago_explains_no_older_copy_put_in_place(office: Office, shelf: Path) -> None:
    restored_from_the_first_of_two(office, shelf)
    unopened = {file.name: file.read_bytes() for file in office.folder.glob("restored-*/*")}
    with_keyring(office, shelf).close()
    opened_once = {file.name: file.read_bytes() for file in office.folder.iterdir() if file.is_file()}
    with_keyring(office, shelf).close()
    for copy in (unopened, opened_once):
        for name, content in copy.items():
            (office.folder / name).write_bytes(content)
        door = with_keyring(office, shelf)
        # Where the file that names the last entry was left as it is, it speaks too.
        assert Alarm.TAMPERED in door.audit.alarms
        assert not verified(door).whole


def test_entries_cut_off_after_a_restore_are_found(office: Office, shelf: Path) -> None:
    restored_from_the_first_of_two(office, shelf)
    door = with_keyring(office, shelf)
    restore = door.audit.service().head().count
    for person in range(5):
        door.audit.service().record(AuditEvent(AuditKind.READ, "citizen", f"c{person}"))
    known = back_up(office, door, shelf)
    keys = door.vault().subkeys
    door.close()
    cut_tail(office.folder, keys, restore)
    office.keyring.kept.clear()
    verdict = verified(with_keyring(office, shelf))
    assert not verdict.whole
    wrong = [each.anchor.head.count for each in verdict.compared if not each.agreement.fits]
    assert wrong == [known]
