"""An older key file put back: told at the unlock, and the newer one is not lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.app.door import VaultDoor
from desktop.domain.audit import AuditKind
from desktop.services.keys import KeyAnswer
from desktop.services.trail.audit_verify import Fault
from desktop.ui.door import Alarm, DoorAnswer
from desktop.vault import Argon2Cost
from desktop.vault.keyfile import KEPT, KEY_FILE, KEY_FILE_COPY
from tests.app.office import PASSPHRASE, Office, kinds

NEW = "syv krager tæller grus"


@contextmanager
def opened(office: Office, passphrase: str) -> Iterator[VaultDoor]:
    door = office.door()
    assert door.unlock(passphrase) is DoorAnswer.OPEN
    yield door
    door.close()


def change_passphrase(office: Office) -> bytes:
    """Gives the vault a new passphrase; returns its key file of before."""
    old = (office.folder / KEY_FILE).read_bytes()
    with opened(office, PASSPHRASE) as door:
        assert door.keys().set_passphrase(NEW).answer is KeyAnswer.DONE
    return old


def kept(office: Office) -> list[Path]:
    return list(office.folder.glob(f"{KEPT}*"))


def test_an_older_key_file_put_back_is_told_and_the_newer_one_kept(office: Office) -> None:
    (office.folder / KEY_FILE).write_bytes(change_passphrase(office))
    for _ in range(2):
        with opened(office, PASSPHRASE) as door:
            assert Alarm.KEYS_EXCHANGED in door.audit.alarms
            (finding,) = door.audit.service().verify().findings
            assert finding.fault is Fault.KEYS_DIFFERED
        (newer,) = kept(office)
    newer.replace(office.folder / KEY_FILE)
    with opened(office, NEW) as door:
        assert Alarm.KEYS_EXCHANGED in door.audit.alarms


def test_an_older_key_file_put_back_is_told_to_who_only_reads(office: Office) -> None:
    (office.folder / KEY_FILE).write_bytes(change_passphrase(office))
    door = office.door()
    assert door.unlock_read_only(PASSPHRASE) is DoorAnswer.OPEN
    assert door.audit.alarms == (Alarm.KEYS_EXCHANGED,)
    door.close()


def test_a_change_of_the_keys_removes_what_gave_way(office: Office) -> None:
    (office.folder / KEY_FILE).write_bytes(change_passphrase(office))
    with opened(office, PASSPHRASE) as door:
        assert kept(office)
        assert door.keys().set_passphrase(NEW).answer is KeyAnswer.DONE
        assert not kept(office)


def test_keys_that_were_changed_and_rotated_are_no_alarm(office: Office) -> None:
    change_passphrase(office)
    with opened(office, NEW) as door:
        assert door.audit.alarms == ()
        assert door.keys().rotate(NEW, None).answer is KeyAnswer.DONE
    with opened(office, NEW) as door:
        assert door.audit.alarms == ()
        assert "keys_differ" not in kinds(door.audit.service())


@pytest.mark.parametrize("died", ["before the outcome", "before the copy"])
def test_a_change_that_was_cut_off_is_no_alarm_and_leaves_no_old_key(office: Office, died: str) -> None:
    old = (office.folder / KEY_FILE).read_bytes()
    with opened(office, PASSPHRASE) as door:
        chest = door.vault().keys
        change = chest.set_passphrase

        def cut_off(passphrase: str, cost: Argon2Cost) -> None:
            change(passphrase, cost)
            door.lock()

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(chest, "set_passphrase", cut_off)
            door.keys().set_passphrase(NEW)
    if died == "before the copy":
        (office.folder / KEY_FILE_COPY).write_bytes(old)
    with opened(office, NEW) as door:
        assert door.audit.alarms == ()
    assert not kept(office)
    assert (office.folder / KEY_FILE_COPY).read_bytes() == (office.folder / KEY_FILE).read_bytes() != old


def test_a_change_that_was_cut_off_explains_no_key_file_of_before(office: Office) -> None:
    first = change_passphrase(office)
    with opened(office, NEW) as door:
        # It is asked for, and the app ends.
        chest = door.vault().keys
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(chest, "set_passphrase", lambda *_: door.lock())
            door.keys().set_passphrase(NEW)
    (office.folder / KEY_FILE).write_bytes(first)
    with opened(office, PASSPHRASE) as door:
        assert Alarm.KEYS_EXCHANGED in door.audit.alarms


def test_a_change_that_failed_explains_nothing(office: Office) -> None:
    first = change_passphrase(office)
    with opened(office, NEW) as door:
        assert door.keys().set_passphrase("weak").answer is KeyAnswer.WEAK_PASSPHRASE
    (office.folder / KEY_FILE).write_bytes(first)
    with opened(office, PASSPHRASE) as door:
        assert Alarm.KEYS_EXCHANGED in door.audit.alarms


def test_an_old_copy_beside_the_right_key_file_goes(office: Office) -> None:
    (office.folder / KEY_FILE_COPY).write_bytes(change_passphrase(office))
    with opened(office, NEW) as door:
        assert door.audit.alarms == ()
        assert AuditKind.KEYS_DIFFER.value not in kinds(door.audit.service())
    assert not kept(office)
