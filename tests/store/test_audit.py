"""The audit trail: every change in its own transaction, kept as it is, and any meddling told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.domain.audit import Actor, AuditEvent, AuditHead, AuditKind
from desktop.domain.people import Absence, Citizen
from desktop.domain.places import Room
from desktop.services.ports import AuditQuery, Kept, NotRecorded, Occurred
from desktop.services.trail.audit import AuditService
from desktop.services.trail.audit_content import values_in
from desktop.services.trail.audit_verify import Agreement, Anchor, Fault, verify_trail
from desktop.store import DatabaseKey, StoreRefused, open_store
from desktop.store.audit import SqlTrail
from desktop.store.driver import TRAIL_ONLY_GROWS
from desktop.store.engine import open_engine
from desktop.store.unit_of_work import SqlStore
from tests.store.conftest import PUBLISHED
from tests.store.small_unit import EVERYTHING, NEEDLE, citizen
from tests.torture.audit import (
    ATTACKS,
    AUDIT_KEY,
    WITH_THE_KEY,
    Tally,
    attack,
    attack_often,
    make_trail,
    open_trail,
    verified,
)

START = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
DAY = timedelta(days=1)
WHO = Actor("lnx01", "Bodil Å")
BETWEEN = "at, who_system, who_given, kind, subject_kind, subject_id, payload_digest"


class Clock:
    """Goes a second further at each look, until somebody sets it."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def audited(path: Path, key: DatabaseKey, templates: dict[str, bytes], clock: Clock) -> Iterator[SqlStore]:
    """A store with the small unit and an empty trail."""
    path.write_bytes(templates["filled"])
    opened = open_store(path, key, audit_key=AUDIT_KEY, clock=clock)
    opened.trail.who = WHO
    yield opened
    opened.close()


def entries(trail: SqlTrail) -> tuple[Kept, ...]:
    return trail.read_span(1, trail.head().count)


def told(trail: SqlTrail) -> list[tuple[str, str, str]]:
    """What, and of whom."""
    return [(kept.entry.kind, kept.entry.subject_kind, kept.entry.subject_id) for kept in entries(trail)]


def change(store: SqlStore, *people: Citizen) -> None:
    with store.begin() as work:
        work.put_all(people)
        work.commit()


def test_a_change_is_recorded_with_who_when_what_and_the_values_that_differ(audited: SqlStore) -> None:
    change(audited, citizen("c1", "Changed"))
    (kept,) = entries(audited.trail)
    assert (kept.entry.who, kept.entry.at) == (WHO, START + timedelta(seconds=1))
    assert (kept.entry.kind, kept.entry.subject_kind, kept.entry.subject_id) == ("change", "citizen", "c1")
    values = values_in(kept.payload)
    assert values["before"]["name"] == NEEDLE
    assert values["after"]["name"] == "Changed"
    assert "enrolled" not in values["after"]


def test_of_several_edits_the_first_before_and_the_last_after_are_told(audited: SqlStore) -> None:
    with audited.begin() as work:
        work.put(citizen("c1", "Between"))
        work.put(citizen("c1", "Last"))
        work.put(citizen("c9", "New and gone"))
        work.remove(Citizen, "c9")
        work.remove(Absence, "h1")
        work.commit()
    kept = entries(audited.trail)
    assert [each.entry.subject_id for each in kept] == ["c1", "h1"]
    assert values_in(kept[0].payload)["before"]["name"] == NEEDLE
    assert values_in(kept[0].payload)["after"]["name"] == "Last"
    assert values_in(kept[1].payload)["after"] is None


def test_what_changes_nothing_or_is_undone_or_refused_leaves_no_entry(audited: SqlStore) -> None:
    with audited.begin() as work:
        same = work.get(Citizen, "c1")
        assert same is not None
        work.put(same)
        work.commit()
    with audited.begin() as work:
        work.put(citizen("c1", "Undone"))
        work.record(AuditEvent(AuditKind.EXPORT))
    with audited.begin() as work:
        work.remove(Room, "r1")
        with pytest.raises(StoreRefused):
            work.commit()
    assert audited.trail.head() == AuditHead()


def test_a_whole_unit_is_recorded_entity_by_entity(
    path: Path, key: DatabaseKey, templates: dict[str, bytes]
) -> None:
    path.write_bytes(templates["empty"])
    store = open_store(path, key, audit_key=AUDIT_KEY)
    with store.begin() as work:
        work.put_all([*EVERYTHING, PUBLISHED])
        work.commit()
    assert len(told(store.trail)) == len(EVERYTHING) + 1
    assert verify_trail(store.trail).whole
    (version,) = (kept for kept in entries(store.trail) if kept.entry.subject_id == PUBLISHED.id)
    assert values_in(version.payload)["after"]["digest"] == PUBLISHED.digest
    assert "c1" in version.people
    store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET who_given = 'x' WHERE number = 1",
        "DELETE FROM audit_entries WHERE number = 2",
        "INSERT OR REPLACE INTO audit_entries SELECT * FROM audit_entries WHERE number = 1",
        f"INSERT INTO audit_entries SELECT 9, {BETWEEN}, mac, mac FROM audit_entries WHERE number = 2",
        f"INSERT INTO audit_entries SELECT 3, {BETWEEN}, previous, mac FROM audit_entries WHERE number = 2",
        "UPDATE audit_payloads SET reason = 'x' WHERE entry = 1",
        "UPDATE audit_payloads SET nonce = NULL, reason = '' WHERE entry = 1",
        "DELETE FROM audit_payloads",
        "INSERT OR REPLACE INTO audit_payloads SELECT * FROM audit_payloads WHERE entry = 1",
        "UPDATE audit_people SET person = 'x'",
        "DELETE FROM audit_people",
        "INSERT OR REPLACE INTO audit_people SELECT * FROM audit_people WHERE entry = 1",
    ],
)
def test_the_database_itself_lets_the_trail_only_grow(
    audited: SqlStore, path: Path, key: DatabaseKey, statement: str
) -> None:
    change(audited, citizen("c1", "One"))
    change(audited, citizen("c1", "Two"))
    engine = open_engine(path, key)
    with pytest.raises(Exception, match=TRAIL_ONLY_GROWS), engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
    assert verify_trail(audited.trail).whole


def test_a_clock_set_back_is_an_entry_of_its_own_and_no_fault(audited: SqlStore, clock: Clock) -> None:
    change(audited, citizen("c1", "One"))
    clock.time = START - timedelta(days=3)
    change(audited, citizen("c1", "Two"))
    clock.time += timedelta(hours=1)
    change(audited, citizen("c1", "Three"))
    assert [kind for kind, *_ in told(audited.trail)] == ["change", "clock_set_back", "change", "change"]
    verdict = verify_trail(audited.trail)
    assert (verdict.whole, verdict.set_back) == (True, (2,))


def test_a_clock_that_the_network_corrects_by_a_second_makes_no_fuss(audited: SqlStore, clock: Clock) -> None:
    change(audited, citizen("c1", "One"))
    clock.time -= timedelta(seconds=2)
    change(audited, citizen("c1", "Two"))
    one, two = entries(audited.trail)
    assert one.entry.at == two.entry.at
    assert verify_trail(audited.trail).whole


def test_what_happened_while_others_wrote_keeps_its_moment_in_the_payload(audited: SqlStore) -> None:
    change(audited, citizen("c1", "One"))
    other = Actor("lnx02", "Carl")
    audited.trail.append([Occurred(AuditEvent(AuditKind.READ, "citizen", "c1"), other, START)])
    late = entries(audited.trail)[-1]
    assert late.entry.who == other
    assert values_in(late.payload)["happened_at"] == START.isoformat()
    assert verify_trail(audited.trail).whole


def test_the_trail_is_searched_by_words_kind_person_and_time(audited: SqlStore, clock: Clock) -> None:
    trail = audited.trail
    trail.append([AuditEvent(AuditKind.EXPORT, "citizen", "c1", "Ærinde hos 100% Øst")])
    clock.time += timedelta(days=1)
    trail.append([AuditEvent(AuditKind.READ, "session", "n1", people=("c1", "c2"))])
    trail.append([AuditEvent(AuditKind.READ, "citizen", "c2")])

    def found(query: AuditQuery) -> list[int]:
        return list(trail.find(query))

    assert found(AuditQuery()) == [3, 2, 1]
    for words in ("ærinde", "ÆRINDE øst", "100%", "bodil å"):
        assert 1 in found(AuditQuery(text=words)), words
    assert found(AuditQuery(text="1_0")) == []
    assert found(AuditQuery(text="ærinde vest")) == []
    assert found(AuditQuery(kind="read")) == [3, 2]
    assert found(AuditQuery(person="c1")) == [2, 1]
    assert found(AuditQuery(person="c2")) == [3, 2]
    assert found(AuditQuery(since=START + timedelta(hours=1))) == [3, 2]
    assert found(AuditQuery(before=START + timedelta(hours=1))) == [1]
    assert found(AuditQuery(text="Anna", refers_to=frozenset({"c2"}))) == [3, 2]


def test_an_erased_payload_is_gone_and_the_chain_is_whole(audited: SqlStore) -> None:
    trail = audited.trail
    change(audited, citizen("c1", "Quite Another"), citizen("c2", "Stays"))
    trail.append([AuditEvent(AuditKind.EXPORT, "citizen", "c1", "a reason that names them")])
    trail.append([AuditEvent(AuditKind.READ, "session", "n1", people=("c1", "c2"))])
    with audited.begin() as work:
        work.put(citizen("c1", "erased"))
        work.erase_from_trail("c1")
        work.commit()
    verdict = verify_trail(trail)
    assert (verdict.whole, verdict.emptied) == (True, 3)
    kept = entries(trail)
    left = [each for each in kept if each.payload is not None and not each.payload.emptied]
    assert [each.entry.subject_id for each in left] == ["c2", "n1", "c1"]
    assert left[-1].entry.kind == AuditKind.ERASE
    for words in ("Quite", "names"):
        assert trail.find(AuditQuery(text=words)) == []


def test_the_last_name_given_by_a_user_is_remembered(audited: SqlStore) -> None:
    trail = audited.trail
    for who in (Actor("a", "Anna"), Actor("b", "Bo"), Actor("a", "Ane"), Actor("a", "")):
        trail.who = who
        trail.append([AuditEvent(AuditKind.UNLOCK, "vault")])
    assert [trail.last_given_name(user) for user in ("a", "b", "c")] == ["Ane", "Bo", ""]


def test_a_closed_trail_takes_nothing(audited: SqlStore) -> None:
    audited.close()
    with pytest.raises(NotRecorded):
        audited.trail.append([AuditEvent(AuditKind.READ)])


ENTRIES = 9


@pytest.fixture(scope="module")
def kept_trail(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, AuditHead]:
    path = tmp_path_factory.mktemp("kept") / "trail.db"
    head = make_trail(path, ENTRIES)
    return path.read_bytes(), head


@pytest.fixture
def trail_file(tmp_path: Path, kept_trail: tuple[bytes, AuditHead]) -> tuple[Path, AuditHead]:
    """A trail of the test's own: a copy of one that is made once."""
    path = tmp_path / "trail.db"
    path.write_bytes(kept_trail[0])
    return path, kept_trail[1]


@pytest.mark.parametrize("at", [1, 5, ENTRIES - 1])
@pytest.mark.parametrize("name", ATTACKS)
def test_meddling_without_the_key_is_found(trail_file: tuple[Path, AuditHead], name: str, at: int) -> None:
    path, head = trail_file
    assert verified(path, head).whole
    attack(path, ATTACKS[name], at)
    assert not verified(path).whole


@pytest.mark.parametrize("at", [1, 5, ENTRIES - 1])
@pytest.mark.parametrize("name", WITH_THE_KEY)
def test_meddling_with_the_key_is_found_by_an_anchor(
    trail_file: tuple[Path, AuditHead], name: str, at: int
) -> None:
    path, head = trail_file
    attack(path, WITH_THE_KEY[name], at)
    alone = verified(path)
    assert (alone.whole, alone.vouched) == (True, 0)
    verdict = verified(path, head)
    assert not verdict.whole
    wrong = Agreement.DIFFERS if verdict.head.count == ENTRIES else Agreement.CUT_OFF
    assert [each.agreement for each in verdict.compared] == [wrong]


@pytest.mark.parametrize(
    ("name", "faults"),
    [
        ("edited", {(Fault.ALTERED, 4, 4)}),
        ("removed", {(Fault.MISSING, 4, 4)}),
        ("removed, the rest moved up", {(Fault.OUT_OF_ORDER, 4, 4), (Fault.ALTERED, 4, 8)}),
        ("payload altered", {(Fault.PAYLOAD_ALTERED, 4, 4)}),
        ("payload emptied", {(Fault.PAYLOAD_EMPTIED, 4, 4)}),
        ("payload removed", {(Fault.PAYLOAD_MISSING, 4, 4)}),
        ("people altered", {(Fault.PEOPLE_ALTERED, 4, 4)}),
    ],
)
def test_each_fault_is_named_at_its_entry(
    trail_file: tuple[Path, AuditHead], name: str, faults: set[tuple[Fault, int, int]]
) -> None:
    path, _ = trail_file
    attack(path, ATTACKS[name], 4)
    assert {(each.fault, each.first, each.last) for each in verified(path).findings} == faults


def test_a_tail_cut_off_the_entries_alone_leaves_strays(trail_file: tuple[Path, AuditHead]) -> None:
    path, _ = trail_file
    attack(path, ATTACKS["cut off, the rest left"], 6)
    assert (Fault.STRAY, 7, 9) in {(each.fault, each.first, each.last) for each in verified(path).findings}


def test_an_older_anchor_vouches_for_what_came_before_it(trail_file: tuple[Path, AuditHead]) -> None:
    path, head = trail_file
    store = open_trail(path)
    store.trail.append([AuditEvent(AuditKind.READ)])
    verdict = verify_trail(store.trail, [Anchor("keyring", head)])
    assert (verdict.whole, verdict.vouched, verdict.head.count) == (True, ENTRIES, ENTRIES + 1)
    store.close()


def test_a_short_form_from_paper_finds_its_entry_or_tells_that_it_is_gone(
    trail_file: tuple[Path, AuditHead],
) -> None:
    path, head = trail_file
    typed = head.short().lower().replace(" ", "-")
    assert len(head.short().split()) == 8
    store = open_trail(path)
    store.trail.append([AuditEvent(AuditKind.READ)])
    found = verify_trail(store.trail, short=typed)
    assert found.short is not None
    assert (found.whole, found.short.number, found.vouched) == (True, ENTRIES, ENTRIES)
    store.close()
    attack(path, WITH_THE_KEY["edited, sealed anew"], 2)
    store = open_trail(path)
    gone = verify_trail(store.trail, short=typed)
    assert gone.short is not None
    assert (gone.whole, gone.short.number) == (False, None)
    store.close()


def test_the_same_trail_under_another_key_is_no_trail(
    trail_file: tuple[Path, AuditHead], key: DatabaseKey
) -> None:
    path, _ = trail_file
    store = open_store(path, key, audit_key=bytes(32))
    assert {each.fault for each in verify_trail(store.trail).findings} == {
        Fault.ALTERED,
        Fault.PAYLOAD_ALTERED,
    }
    store.close()


def test_what_old_entries_hold_is_emptied_and_the_erasure_stays_known(
    audited: SqlStore, clock: Clock
) -> None:
    trail = audited.trail
    change(audited, citizen("c1", "Old"))
    with audited.begin() as work:
        work.erase_from_trail("c2")
        work.commit()
    trail.append([AuditEvent(AuditKind.READ, "vault")])
    clock.time += timedelta(days=800)
    change(audited, citizen("c1", "New"))
    moment = clock.time - timedelta(days=1)
    assert (trail.count_full(moment), trail.count_full(clock.time + DAY)) == (1, 2)
    trail.empty(moment)
    assert (trail.count_full(moment), trail.count_full(clock.time + DAY)) == (0, 1)
    verdict = verify_trail(trail)
    assert (verdict.whole, verdict.emptied) == (True, 1)
    with audited.begin() as work:
        work.erase_from_trail("c1")
        work.commit()
    assert trail.count_full(clock.time + DAY) == 0
    assert verify_trail(trail).whole


def test_attacks_at_random_places_are_all_found(tmp_path: Path) -> None:
    assert attack_often(tmp_path, rounds=2, entries=12, seed=1) == Tally(26, ())


def test_the_service_counts_and_empties_by_local_day(audited: SqlStore) -> None:
    service = AuditService(lambda: audited.trail)
    change(audited, citizen("c1", "One"), citizen("c2", "Two"))
    today = START.date()
    assert (service.older_than(today), service.older_than(today + DAY)) == (0, 2)
    service.empty_older_than(today)
    assert service.older_than(today + DAY) == 2
    service.empty_older_than(today + DAY)
    assert service.older_than(today + DAY) == 0
    assert service.verify().emptied == 2
