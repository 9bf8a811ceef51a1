"""What the audit trail tells of opening a vault: who, when, and what was tried while it was closed."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from desktop.app.anchors import KeyringPlace, NoKeyring, SystemSecrets
from desktop.app.audit_session import ANCHOR_EVERY
from desktop.domain.audit import AuditEvent, AuditHead, AuditKind
from desktop.services.keys import KeyringFault
from desktop.services.ports import AnchorUnreachable, NotRecorded
from desktop.services.trail.audit import AuditService
from desktop.services.trail.audit_content import values_in
from desktop.services.trail.audit_verify import Agreement
from desktop.ui.door import Alarm, DoorAnswer
from desktop.vault import KeyringUnusable, SystemKeyring
from desktop.vault.pending import FILE
from tests.app.office import PASSPHRASE, MemoryKeyring, Office, kinds, told


def test_an_unlock_names_the_systems_user_and_the_name_given(office: Office) -> None:
    door = office.door()
    door.give_name("Carl Carlsen")
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    first, second = told(door.audit.service())
    assert (first.entry.who.system, first.entry.who.given) == ("lnx01", "Bodil Berg")
    assert (second.entry.who.system, second.entry.who.given) == ("lnx01", "Carl Carlsen")
    assert second.entry.kind == AuditKind.UNLOCK
    door.close()


def test_the_name_is_remembered_for_each_user_of_the_system(office: Office) -> None:
    again = office.door()
    again.unlock(PASSPHRASE)
    assert again.given_name() == "Bodil Berg"
    again.close()
    other = office.door("lnx02")
    other.unlock(PASSPHRASE)
    assert other.given_name() == ""
    other.give_name("  Dan Dahl ")
    assert other.given_name() == "Dan Dahl"
    last = told(other.audit.service())[-1]
    assert (last.entry.kind, last.entry.who.given) == (AuditKind.NAME_GIVEN, "Dan Dahl")
    other.close()


def test_wrong_passphrases_are_in_the_trail_after_the_next_unlock(office: Office) -> None:
    stranger = office.door("intruder")
    for _ in range(3):
        assert stranger.unlock("not this one") is DoorAnswer.WRONG_PASSPHRASE
    stranger.close()
    moment = office.now
    office.now += timedelta(days=1)
    door = office.door()
    door.unlock(PASSPHRASE)
    failed = [kept.entry for kept in told(door.audit.service()) if kept.entry.kind == "failed_unlock"]
    assert [entry.who.system for entry in failed] == ["intruder"] * 3
    assert failed[-1].at == moment
    assert door.audit.service().verify().whole
    door.close()
    once_more = office.door()
    once_more.unlock(PASSPHRASE)
    assert kinds(once_more.audit.service()).count("failed_unlock") == 3
    once_more.close()


def test_what_is_recorded_of_reading_beside_the_writer_waits_for_the_next_unlock(office: Office) -> None:
    writer, reader = office.door(), office.door("lnx02")
    writer.unlock(PASSPHRASE)
    before = writer.audit.service().head()
    reader.give_name("Dan Dahl")
    assert reader.unlock_read_only(PASSPHRASE) is DoorAnswer.OPEN
    reader.audit.service().record(AuditEvent(AuditKind.READ, "citizen", "c1"))
    assert reader.audit.service().head() == before
    reader.close()
    assert writer.audit.service().head() == before
    writer.close()
    again = office.door()
    again.unlock(PASSPHRASE)
    waited = [kept.entry for kept in told(again.audit.service()) if kept.entry.who.system == "lnx02"]
    assert [entry.kind for entry in waited] == ["unlock", "read"]
    assert {entry.who.given for entry in waited} == {"Dan Dahl"}
    assert again.audit.service().verify().whole
    again.close()


def test_while_it_is_being_locked_what_is_recorded_waits(office: Office) -> None:
    door = office.door()
    door.unlock(PASSPHRASE)
    before = door.audit.service().head()
    door.audit.put_off()
    door.audit.service().record(AuditEvent(AuditKind.READ, "citizen", "c1"))
    assert door.audit.service().head() == before
    door.lock()
    door.audit.set_aside(AuditEvent(AuditKind.LOCK, "vault"))
    door.unlock(PASSPHRASE)
    assert kinds(door.audit.service())[-3:] == ["read", "lock", "unlock"]
    door.audit.service().record(AuditEvent(AuditKind.READ, "citizen", "c2"))
    assert kinds(door.audit.service())[-1] == "read"
    door.close()


def test_the_file_that_waits_carries_no_name(office: Office) -> None:
    stranger = office.door("intruder")
    stranger.give_name("Nåleøje")
    stranger.unlock("not this one")
    stranger.close()
    for file in office.folder.iterdir():
        for needle in ("intruder", "Nåleøje", "Bodil"):
            assert needle.encode() not in file.read_bytes(), file.name


def test_a_removed_file_of_failed_unlocks_is_told(office: Office) -> None:
    (office.folder / FILE).unlink()
    door = office.door()
    door.unlock(PASSPHRASE)
    assert kinds(door.audit.service()) == ["unlock", "pending_damaged", "unlock"]
    door.close()


def test_the_keyring_keeps_the_head_and_agrees(office: Office) -> None:
    door = office.door()
    door.unlock(PASSPHRASE)
    trail = door.audit.service()
    trail.record(AuditEvent(AuditKind.READ, "citizen", "c1"))
    head = trail.head()
    door.close()
    assert list(office.keyring.kept.values()) == [f"{head.count} {head.digest}".encode()]
    door.unlock(PASSPHRASE)
    verdict = door.audit.service().verify()
    assert (verdict.whole, [each.agreement for each in verdict.compared]) == (True, [Agreement.AGREES])
    door.close()


def test_an_older_copy_of_the_vault_is_told_at_its_unlock_and_ever_after(office: Office) -> None:
    old = {file.name: file.read_bytes() for file in office.folder.iterdir() if file.is_file()}
    door = office.door()
    door.unlock(PASSPHRASE)
    door.audit.service().record(AuditEvent(AuditKind.READ, "citizen", "c1"))
    door.close()
    for name, content in old.items():
        (office.folder / name).write_bytes(content)
    for _ in range(2):
        door.unlock(PASSPHRASE)
        assert Alarm.TAMPERED in door.audit.alarms
        assert "anchor_differs" in kinds(door.audit.service())
        assert not door.audit.service().verify().whole
        door.close()


def test_an_alarm_stays_until_somebody_says_what_was_behind_it(office: Office) -> None:
    old = {file.name: file.read_bytes() for file in office.folder.iterdir() if file.is_file()}
    for _ in range(2):
        door = office.door()
        door.unlock(PASSPHRASE)
        door.audit.service().record(AuditEvent(AuditKind.READ, "citizen", "c1"))
        door.close()
        for name, content in old.items():
            (office.folder / name).write_bytes(content)
        door = office.door()
        door.unlock(PASSPHRASE)
        assert door.audit.acknowledge(Alarm.CHANGES_MISSING, "the PC was switched off")
        door.close()
        reader = office.door("lnx02")
        assert reader.unlock_read_only(PASSPHRASE) is DoorAnswer.OPEN
        assert reader.audit.alarms == (Alarm.TAMPERED,)
        reader.close()
        door.unlock(PASSPHRASE)
        assert Alarm.TAMPERED in door.audit.alarms
        assert door.audit.acknowledge(Alarm.TAMPERED, "IT put a copy back")
        assert not door.audit.alarms
        last = told(door.audit.service())[-1]
        assert last.payload is not None
        assert (last.entry.kind, last.payload.reason) == ("acknowledged", "IT put a copy back")
        door.close()
        # What happens after it is told anew.
        door.unlock(PASSPHRASE)
        assert door.audit.alarms == ()
        assert not door.audit.service().verify().whole
        old = {file.name: file.read_bytes() for file in office.folder.iterdir() if file.is_file()}
        door.close()


def test_an_alarm_that_can_not_be_recorded_as_known_stays(office: Office) -> None:
    (office.folder / FILE).unlink()
    door = office.door()
    door.unlock(PASSPHRASE)
    door.close()
    assert not door.audit.acknowledge(Alarm.TAMPERED, "nothing is open")


def test_a_copy_of_the_running_day_put_back_after_a_lock_is_told(office: Office) -> None:
    door = office.door()
    door.unlock(PASSPHRASE)
    old = {file.name: file.read_bytes() for file in office.folder.iterdir() if file.is_file()}
    door.audit.service().record(AuditEvent(AuditKind.READ, "citizen", "c1"))
    door.audit.put_off()
    door.lock()
    door.close()
    for name, content in old.items():
        (office.folder / name).write_bytes(content)
    door.unlock(PASSPHRASE)
    assert Alarm.TAMPERED in door.audit.alarms
    door.close()


def test_a_long_session_is_anchored_before_it_ends(office: Office) -> None:
    door = office.door()
    door.unlock(PASSPHRASE)
    trail = door.audit.service()
    for _ in range(ANCHOR_EVERY + 5):
        trail.record(AuditEvent(AuditKind.READ, "citizen", "c1"))
    # As if it were killed here: nothing is closed.
    door.audit.wait_for_anchors()
    (kept,) = office.keyring.kept.values()
    assert int(kept.split()[0]) >= ANCHOR_EVERY
    door.close()


def test_a_keyring_that_keeps_one_waiting_holds_up_no_lock(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = office.door()
    door.unlock(PASSPHRASE)
    trail = door.audit.service()
    trail.record(AuditEvent(AuditKind.READ, "citizen", "c1"))
    answers = threading.Event()
    put = office.keyring.put

    def late(name: str, secret: bytes) -> None:
        answers.wait()
        put(name, secret)

    head = trail.head()
    monkeypatch.setattr(office.keyring, "put", late)
    door.audit.put_off()
    door.lock()
    assert list(office.keyring.kept.values()) != [f"{head.count} {head.digest}".encode()]
    answers.set()
    door.close()
    assert list(office.keyring.kept.values()) == [f"{head.count} {head.digest}".encode()]


def test_a_clock_set_back_while_the_vault_was_closed_is_told(office: Office) -> None:
    office.now -= timedelta(days=2)
    door = office.door()
    door.unlock(PASSPHRASE)
    assert door.audit.alarms == (Alarm.CLOCK_SET_BACK,)
    assert kinds(door.audit.service()) == ["unlock", "clock_set_back", "unlock"]
    verdict = door.audit.service().verify()
    assert (verdict.whole, verdict.set_back) == (True, (2,))
    door.close()


def test_a_locked_keyring_and_none_at_all_are_told_and_stop_nobody(office: Office) -> None:
    office.keyring.locked = True
    door = office.door()
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    assert [each.reason for each in door.audit.service().verify().unreached] == ["locked"]
    door.close()
    door = office.door("lnx01", NoKeyring())
    assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    verdict = door.audit.service().verify()
    assert ([each.reason for each in verdict.unreached], verdict.vouched) == (["none"], 0)
    door.close()


@pytest.mark.parametrize(
    "kept", [b"", b"x", b"3", b"3 zz", b"-1 00", b"3 0011", b"\xff", b"three " + b"00" * 32]
)
def test_what_is_no_head_in_the_keyring_is_told_as_unreadable(kept: bytes) -> None:
    keyring = MemoryKeyring()
    keyring.kept["audit v"] = kept
    with pytest.raises(AnchorUnreachable) as unreachable:
        KeyringPlace(keyring, lambda: "v").heads()
    assert unreachable.value.reason == "unreadable"


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (KeyringFault.NONE_THERE, "none"),
        (KeyringFault.LOCKED, "locked"),
        (KeyringFault.UNFAITHFUL, "unreadable"),
        (KeyringFault.FORBIDDEN, "forbidden"),
        (KeyringFault.SILENT, "silent"),
    ],
)
def test_a_keyring_that_cannot_be_used_is_a_place_that_was_not_reached(
    fault: KeyringFault, reason: str
) -> None:
    class Unusable(SystemKeyring):
        def get(self, name: str) -> bytes | None:
            raise KeyringUnusable(fault)

        def put(self, name: str, secret: bytes) -> None:
            raise KeyringUnusable(fault)

    place = KeyringPlace(SystemSecrets(Unusable()), lambda: "v")
    for act in (place.heads, lambda: place.keep(AuditHead())):
        with pytest.raises(AnchorUnreachable) as unreachable:
            act()
        assert unreachable.value.reason == reason


def test_a_head_comes_back_from_the_keyring_as_it_was() -> None:
    place = KeyringPlace(MemoryKeyring(), lambda: "v")
    assert place.heads() == ()
    for head in (AuditHead(), AuditHead(3, "0f" * 32)):
        place.keep(head)
        assert place.heads() == (head,)


def test_nothing_is_recorded_in_a_closed_vault(office: Office) -> None:
    door = office.door()
    door.unlock(PASSPHRASE)
    trail = door.audit.service()
    door.close()
    with pytest.raises(NotRecorded):
        trail.record(AuditEvent(AuditKind.READ))


def test_a_vault_whose_unlock_cannot_be_recorded_stays_closed(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotRecorded("the audit trail can't be reached")

    door = office.door()
    monkeypatch.setattr("desktop.store.audit.SqlTrail.append", refuse)
    assert door.unlock(PASSPHRASE) is DoorAnswer.FAILED
    with pytest.raises(RuntimeError):
        door.store()
    door.close()


def test_what_is_set_aside_while_the_vault_is_read_only_comes_into_the_trail(office: Office) -> None:
    reading = office.door("lnx02").audit
    event = AuditEvent(AuditKind.READ, "citizen", "c1", "a call from the police", people=("c1",))
    aside = AuditService(lambda: pytest.fail("the trail was written"), aside=reading.set_aside)
    aside.record(event)
    door = office.door()
    door.unlock(PASSPHRASE)
    (kept,) = (each for each in told(door.audit.service()) if each.entry.kind == "read")
    assert (kept.entry.who.system, kept.entry.subject_id, kept.people) == ("lnx02", "c1", ("c1",))
    assert kept.payload is not None
    assert (kept.payload.reason, values_in(kept.payload)) == (event.reason, {"people": ["c1"]})
    door.close()
