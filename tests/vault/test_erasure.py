"""Erased is gone: from the rows, from every byte of the vault's files, and from every later backup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.domain.conflicts import Separation
from desktop.domain.locks import Approval, Lock
from desktop.domain.people import Citizen
from desktop.domain.plans import PlanVersion, VersionState
from desktop.domain.retention import DataKind
from desktop.services.erasure import Eraser
from desktop.services.ports import AuditQuery, NotScrubbed
from desktop.services.retention import due
from desktop.services.trail.audit_verify import verify_trail
from desktop.store import DatabaseKey, PublishedPlanFixed, trail_of
from desktop.store.driver import connect
from desktop.vault import Vault, make_backup, open_backup
from desktop.vault.container import BackupKeys, take_out
from tests.pages import plain_pages
from tests.store.small_unit import APPROVAL, LOCK, NOTED, UNIT, citizen, version
from tests.vault.conftest import NOW
from tests.vault.kit import PASSPHRASE

LATER = date(2033, 1, 3)
GONE = "Zacharias Nålestik"
CASE = "S-77-NÅL"
NOTE = "Kommer aldrig før klokken ni, siger Nålestik"
STAFF = "Vagn Vågekone"
PHRASE = "Har ferie til påske"


@pytest.fixture
def left(vault: Vault) -> Vault:
    """A vault in which somebody left long ago, whom much else still names."""
    person = citizen("c1", GONE)
    enrolled = replace(person.enrolled, last=date(2026, 12, 31))
    other = replace(citizen("c2", "Somebody else"), note=f"Not with {GONE.upper()} ({CASE}), he says")
    with vault.store().begin() as work:
        work.put(replace(person, case_number=CASE, note=NOTE, enrolled=enrolled))
        work.put(other)
        work.put(version("v2", 2, VersionState.PUBLISHED))
        work.commit()
    return vault


@pytest.fixture
def retired(vault: Vault) -> Vault:
    """A vault with somebody of the staff who works no more, named wherever staff can be."""
    with vault.store().begin() as work:
        member = replace(UNIT.staff[0], name=STAFF, availability=(), max_weekly_minutes=0)
        cap = replace(citizen("c1").caps[0], decided_by=STAFF)
        work.put(member)
        work.put(replace(UNIT.absences[1], note=PHRASE))
        work.put(replace(UNIT.suppliers[0], contact=STAFF))
        work.put(replace(citizen("c1"), caps=(cap,), note=f"Trusts {STAFF.lower()}"))
        work.put(replace(version("v2", 2, VersionState.PUBLISHED), created_by=STAFF))
        work.put(replace(version("v1", 1), created_by=STAFF))
        work.put(replace(LOCK, locked_by=STAFF))
        work.put(replace(NOTED, noted_by=STAFF))
        work.put(replace(APPROVAL, approved_by=STAFF, note=f"{STAFF} was there"))
        work.commit()
    return vault


def test_no_byte_of_the_vaults_files_tells_of_staff_who_were_erased(
    retired: Vault, shelf: Path, tmp_path: Path
) -> None:
    database, key = retired.folder / "sikkerplan.db", retired.subkeys.database()
    told = {word for word in (STAFF, STAFF.lower(), PHRASE) if word.encode() in plain_pages(database, key)}
    assert told == {STAFF, STAFF.lower(), PHRASE}
    with retired.store().begin() as work:
        chosen = [each for each in due(work, LATER) if each.kind is DataKind.STAFF]
    done = Eraser(retired.store(), retired.scrub).erase(chosen, LATER, "[erased]")
    assert (done.people, done.versions, done.texts) == (1, 2, 5)
    made = make_backup(retired.source(), shelf, NOW)
    opened, taken = open_backup(made.path, PASSPHRASE), tmp_path / "taken.db"
    take_out(made.path, opened.header, taken)
    kept = plain_pages(taken, BackupKeys.of(opened.key, opened.header.salt).database)
    with retired.store().begin() as work:
        unit, versions = work.unit(), work.all(PlanVersion)
        locks, approvals = work.all(Lock), work.all(Approval)
        with pytest.raises(PublishedPlanFixed):
            work.remove(PlanVersion, "v2")
    assert (unit.staff, [each.id for each in unit.absences]) == ((), ["h1"])
    assert [each.avoid_staff for each in unit.citizens] == [(), ()]
    for each in versions:
        assert [(one.staff, one.citizens) for one in each.sessions] == [((), ("c2", "c1")), ((), ("c1",))]
        assert each.created_by == "[erased]"
    assert [one.staff for lock in locks for one in lock.sessions] == [(), ()]
    assert [each.session.staff for each in approvals] == [()]
    with trail_of(database, key, retired.subkeys.audit()) as trail:
        assert verify_trail(trail).whole
        full = trail.read(trail.find(AuditQuery(person="m1")))
    # What still stands there tells of many, by ids alone, or that they were erased.
    assert {
        each.entry.subject_kind for each in full if each.payload is not None and not each.payload.emptied
    } <= {"plan_version", "person"}
    retired.close()
    for content in (kept, plain_pages(database, key)):
        assert not [word for word in (STAFF, STAFF.lower(), PHRASE) if word.encode() in content]
    for path in retired.folder.iterdir():
        assert STAFF.encode() not in path.read_bytes()


def words_in(path: Path, key: DatabaseKey) -> set[str]:
    content = plain_pages(path, key)
    return {word for word in (GONE, CASE, NOTE, "Somebody else") if word.encode() in content}


def erase(vault: Vault, today: date = LATER) -> None:
    with vault.store().begin() as work:
        chosen = [each for each in due(work, today) if each.kind is DataKind.CITIZENS]
    assert [each.entity.id for each in chosen] == ["c1"]
    done = Eraser(vault.store(), vault.scrub).erase(chosen, today, "[erased]")
    assert (done.people, done.versions, done.texts) == (1, 2, 1)


def test_no_byte_of_the_vaults_files_tells_of_somebody_erased(left: Vault) -> None:
    database, key = left.folder / "sikkerplan.db", left.subkeys.database()
    assert words_in(database, key) == {GONE, CASE, NOTE, "Somebody else"}
    erase(left)
    assert words_in(database, key) == {"Somebody else"}
    left.close()
    assert words_in(database, key) == {"Somebody else"}
    for path in left.folder.iterdir():
        assert GONE.encode() not in path.read_bytes()


def test_without_the_scrub_the_bytes_would_still_be_there(left: Vault) -> None:
    """So the test above can fail."""
    with left.store().begin() as work:
        chosen = due(work, LATER)
    Eraser(left.store(), lambda: None).erase(chosen, LATER, "[erased]")
    database, key = left.folder / "sikkerplan.db", left.subkeys.database()
    assert GONE in words_in(database, key)
    # Where the files were too busy to be scrubbed, closing the vault does the rest.
    left.close()
    assert words_in(database, key) == {"Somebody else"}


def test_files_that_are_busy_are_told_and_what_was_erased_is_gone_all_the_same(left: Vault) -> None:
    def busy() -> None:
        raise NotScrubbed

    done = Eraser(left.store(), busy).erase_person("c1", LATER, "[erased]", "asked for")
    assert done.traces
    with left.store().begin() as work:
        assert [each.id for each in work.all(Citizen)] == ["c2"]


def test_copies_that_were_left_behind_go_with_the_scrub_and_a_reader_makes_it_say_so(left: Vault) -> None:
    (left.folder / "sikkerplan.db.before-0002").write_bytes(b"an older copy")
    left.scrub()
    assert not list(left.folder.glob("*.before-*"))
    reader = connect(left.folder / "sikkerplan.db", left.subkeys.database())
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM citizens").fetchone()
    with left.store().begin() as work:
        work.put(citizen("c9"))
        work.commit()
    with pytest.raises(NotScrubbed):
        left.scrub()
    reader.close()
    left.scrub()


def test_no_later_backup_tells_of_them_and_an_older_one_does(
    left: Vault, shelf: Path, tmp_path: Path
) -> None:
    older = make_backup(left.source(), shelf, NOW)
    erase(left)
    later = make_backup(left.source(), shelf, NOW + timedelta(days=1))
    found = []
    for at, made in enumerate((older, later)):
        opened = open_backup(made.path, PASSPHRASE)
        taken = tmp_path / f"{at}.db"
        take_out(made.path, opened.header, taken)
        found.append(words_in(taken, BackupKeys.of(opened.key, opened.header.salt).database))
    assert found == [{GONE, CASE, NOTE, "Somebody else"}, {"Somebody else"}]


def test_what_is_not_theirs_stays_and_published_sessions_stay_without_them(left: Vault) -> None:
    erase(left)
    with left.store().begin() as work:
        unit = work.unit()
        versions = work.all(PlanVersion)
        with pytest.raises(PublishedPlanFixed):
            work.remove(PlanVersion, "v2")
    assert [each.id for each in unit.citizens] == ["c2"]
    assert unit.citizens[0].note == "Not with [erased] ([erased]), he says"
    assert not (unit.memberships or unit.referrals or unit.enrolments)
    assert [each.id for each in unit.absences] == ["h2"]
    assert unit.placements == UNIT.placements
    assert [each.id for each in unit.separations] == ["x1"]
    assert len(versions) == 2
    for each in versions:
        assert [(one.id, one.citizens) for one in each.sessions] == [("z2", ("c2",)), ("z1", ())]
        assert [duty.citizen for duty in each.unmet] == ["c2"]
        assert [one.staff for one in each.sessions] == [("m1",), ("m1",)]


def test_a_published_version_goes_by_an_erasure_alone(left: Vault) -> None:
    with left.store().begin() as work:
        items = [each for each in due(work, LATER) if each.kind in (DataKind.PLANS, DataKind.DRAFTS)]
    # The locks and the approvals of its week go with a plan.
    assert [each.entity.id for each in items] == ["v1", "v2", "y1", "y2"]
    done = Eraser(left.store(), left.scrub).erase(items, LATER, "[erased]")
    assert done.entries == 4
    with left.store().begin() as work:
        assert work.all(PlanVersion) == ()
        assert len(work.all(Citizen)) == 2
        assert len(work.all(Separation)) == 2


def test_the_trail_stays_whole_and_names_nobody_who_was_erased(left: Vault) -> None:
    """Not in what it told of them before, nor of others whose notes named them, nor of the erasure itself."""
    database, key = left.folder / "sikkerplan.db", left.subkeys.database()
    eraser = Eraser(left.store(), left.scrub)
    eraser.erase_person("c1", LATER, "[erased]", f"Asked for by {GONE}")
    assert words_in(database, key) == {"Somebody else"}
    with trail_of(database, key, left.subkeys.audit()) as trail:
        assert verify_trail(trail).whole
        last = trail.read(trail.find(AuditQuery(kind="erase")))
    assert "Asked for by [erased]" in {each.payload.reason for each in last if each.payload is not None}
    assert not trail_tells_of_wrong_people(left)


def trail_tells_of_wrong_people(vault: Vault) -> bool:
    """Whether what it told of somebody else, without a name of theirs, has gone too."""
    query = AuditQuery(person="h2")
    with trail_of(vault.folder / "sikkerplan.db", vault.subkeys.database(), vault.subkeys.audit()) as trail:
        kept = trail.read(trail.find(query))
    return not kept or any(each.payload is None or each.payload.emptied for each in kept)


def test_a_vault_that_was_locked_meanwhile_is_told_as_not_scrubbed(vault: Vault) -> None:
    vault.close()
    with pytest.raises(NotScrubbed):
        vault.scrub()
