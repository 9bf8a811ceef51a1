"""One transaction: what is committed lasts, what is not leaves nothing, and what is refused says why."""

from __future__ import annotations

import random
import traceback
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from desktop.domain.conflicts import ConflictGroup, Membership, Separation
from desktop.domain.locks import Approval, Lock
from desktop.domain.people import Absence, Citizen
from desktop.domain.places import Room, Site, SiteKind
from desktop.domain.plans import PlanVersion, VersionState
from desktop.domain.staffing import StaffMember
from desktop.domain.time import IsoWeek
from desktop.store import (
    DatabaseKey,
    PublishedPlanFixed,
    StoreBusy,
    StoreRefused,
    open_store,
)
from desktop.store.unit_of_work import SqlStore, SqlUnitOfWork
from tests.store.conftest import PUBLISHED
from tests.store.small_unit import APPROVAL, EVERYTHING, LOCK, NEEDLE, UNIT, WEEK, citizen, version


def test_a_new_store_is_empty_until_a_unit_is_committed(store: SqlStore) -> None:
    with store.begin() as work:
        assert work.is_empty()
        with pytest.raises(LookupError):
            work.unit()
        work.put_all(EVERYTHING)
        assert not work.is_empty()
    with store.begin() as work:
        assert work.is_empty()
        assert work.all(Citizen) == ()


def test_what_is_not_committed_is_undone(filled: SqlStore) -> None:
    with filled.begin() as work:
        work.put(citizen("c1", "Changed"))
        work.put(citizen("c9"))
        work.remove(Absence, "h1")
    with filled.begin() as work:
        assert work.unit() == UNIT


class Stumble(Exception):
    """Something else that goes wrong."""


def test_an_error_on_the_way_undoes_everything_and_comes_through(filled: SqlStore) -> None:
    def stumble() -> None:
        with filled.begin() as work:
            work.put(citizen("c9"))
            raise Stumble

    with pytest.raises(Stumble):
        stumble()
    with filled.begin() as work:
        assert work.get(Citizen, "c9") is None


def test_replaced_and_removed_entities_are_so_at_once_and_after_the_commit(filled: SqlStore) -> None:
    changed = replace(citizen("c1"), caps=(), avoid_sites=("s1", "s2"))
    with filled.begin() as work:
        work.put(changed)
        work.remove(Membership, "b1")
        assert work.get(Citizen, "c1") == changed
        assert work.get(Membership, "b1") is None
        work.commit()
    with filled.begin() as work:
        assert work.all(Citizen) == (changed, UNIT.citizens[1])
        assert work.all(Membership) == ()
        assert work.unit().citizens == work.all(Citizen)


def test_of_one_entity_put_twice_the_later_counts(filled: SqlStore) -> None:
    with filled.begin() as work:
        work.put_all([citizen("c1", "Earlier"), citizen("c1", "Later")])
        found = work.get(Citizen, "c1")
    assert found is not None
    assert found.name == "Later"


def test_an_entity_can_be_removed_and_put_again_in_one_transaction(filled: SqlStore) -> None:
    with filled.begin() as work:
        work.remove(Citizen, "c1")
        work.put(UNIT.citizens[0])
        work.commit()
    with filled.begin() as work:
        assert work.unit() == UNIT


def test_removing_what_is_not_there_is_an_error(filled: SqlStore) -> None:
    with filled.begin() as work, pytest.raises(LookupError):
        work.remove(Citizen, "g1")


def test_entities_of_each_kind_are_ordered_by_id(store: SqlStore) -> None:
    names = ["b", "a", "C", "10", "9", "a.1", "_"]
    random.Random(1).shuffle(names)
    with store.begin() as work:
        work.put_all([Site(name, name, SiteKind.UNIT) for name in names])
        assert [site.id for site in work.all(Site)] == sorted(names)


def test_more_entities_than_fit_into_one_statement(store: SqlStore) -> None:
    many = [ConflictGroup(f"g{number:05}", "Group") for number in range(1234)]
    with store.begin() as work:
        work.put_all(many)
        work.put_all(many)
        assert work.all(ConflictGroup) == tuple(many)


def test_versions_are_those_of_the_week_by_number(filled: SqlStore) -> None:
    other_week = replace(version("v0", 1), week=IsoWeek(2026, 49))
    with filled.begin() as work:
        work.put_all([version("v10", 10), version("v9", 9), other_week])
        assert [each.number for each in work.versions(WEEK)] == [1, 2, 9, 10]
        assert work.weeks_from(WEEK) == (WEEK, WEEK.next())
        assert work.weeks_from(WEEK.next()) == (WEEK.next(),)
        assert work.versions(IsoWeek(2026, 49)) == (other_week,)
        assert work.versions(IsoWeek(2025, 48)) == ()


def test_two_versions_of_a_week_never_share_a_number(filled: SqlStore) -> None:
    with filled.begin() as work, pytest.raises(StoreRefused):
        work.put(version("v3", 1))


def test_a_draft_can_be_changed_published_and_removed(filled: SqlStore) -> None:
    with filled.begin() as work:
        work.put(version("v3", 3))
        work.put(replace(version("v3", 3), unmet=()))
        work.put(replace(version("v3", 3, VersionState.PUBLISHED), unmet=()))
        work.remove(PlanVersion, "v1")
        work.commit()
    with filled.begin() as work:
        assert [each.state for each in work.versions(WEEK)] == ["published", "published"]
        assert work.get(PlanVersion, "v3") == replace(version("v3", 3, VersionState.PUBLISHED), unmet=())


@pytest.mark.parametrize("put_again", [PUBLISHED, version("v2", 2), replace(PUBLISHED, unmet=())])
def test_a_published_version_can_not_be_changed(filled: SqlStore, put_again: PlanVersion) -> None:
    with filled.begin() as work, pytest.raises(PublishedPlanFixed):
        work.put(put_again)
    with filled.begin() as work:
        assert work.get(PlanVersion, "v2") == PUBLISHED


def test_a_published_version_can_not_be_removed(filled: SqlStore) -> None:
    with filled.begin() as work, pytest.raises(PublishedPlanFixed):
        work.remove(PlanVersion, "v2")
    with filled.begin() as work:
        assert work.get(PlanVersion, "v2") == PUBLISHED


@pytest.mark.parametrize(
    ("kind", "entity_id", "rule"),
    [
        (Citizen, "c1", "memberships → citizens"),
        (Citizen, "c2", "separations → subjects"),
        (ConflictGroup, "g2", "separations → subjects"),
        (StaffMember, "m1", "absences → subjects"),
        (StaffMember, "m1", "plan_session_staff → staff"),
        (Site, "s2", "placements → sites"),
        (Room, "r2", "activity_rooms → rooms"),
    ],
)
def test_what_others_name_can_not_be_removed(
    filled: SqlStore,
    kind: type[Citizen | ConflictGroup | StaffMember | Site | Room],
    entity_id: str,
    rule: str,
) -> None:
    with filled.begin() as work:
        work.remove(kind, entity_id)
        with pytest.raises(StoreRefused) as refused:
            work.commit()
    assert rule in refused.value.rules
    with filled.begin() as work:
        assert work.unit() == UNIT


def test_a_reference_to_nobody_is_refused_and_leaves_nothing_half_written(filled: SqlStore) -> None:
    with filled.begin() as work:
        work.put(citizen("c9"))
        work.put(replace(UNIT.separations[0], side_b="g9"))
        work.put(citizen("c1", "Changed"))
        with pytest.raises(StoreRefused) as refused:
            work.commit()
    assert refused.value.rules == ("separations → subjects",)
    with filled.begin() as work:
        assert work.unit() == UNIT
        assert work.get(Separation, "x1") == UNIT.separations[0]


def test_a_citizen_a_group_and_staff_never_share_an_id(filled: SqlStore) -> None:
    with filled.begin() as work, pytest.raises(StoreRefused):
        work.put(ConflictGroup("c1", "Same"))
    with filled.begin() as work, pytest.raises(StoreRefused):
        work.put(citizen("m1"))
    with filled.begin() as work:
        assert work.unit() == UNIT


def test_half_a_character_is_refused_plainly(filled: SqlStore) -> None:
    with filled.begin() as work, pytest.raises(StoreRefused):
        work.put(citizen("c9", "half \ud83d"))
    with filled.begin() as work:
        assert work.unit() == UNIT


def test_after_a_refusal_nothing_more_is_taken(filled: SqlStore) -> None:
    with filled.begin() as work:
        work.put(citizen("c9"))
        with pytest.raises(StoreRefused):
            work.put(ConflictGroup("c9", "Same"))
        with pytest.raises(RuntimeError):
            work.commit()
    with filled.begin() as work:
        assert work.get(Citizen, "c9") is None


@pytest.mark.parametrize(
    ("misplaced", "rule"),
    [
        (replace(UNIT.separations[1], side_b="m1"), "separations → staff"),
        (replace(UNIT.absences[1], person="g1"), "absences → group"),
    ],
    ids=["staff kept apart", "group absent"],
)
def test_only_who_can_be_is_kept_apart_or_absent(
    filled: SqlStore, misplaced: Separation | Absence, rule: str
) -> None:
    with filled.begin() as work:
        work.put(misplaced)
        with pytest.raises(StoreRefused) as refused:
            work.commit()
    assert refused.value.rules == (rule,)
    with filled.begin() as work:
        assert work.unit() == UNIT


def test_nobody_is_twice_in_a_session(filled: SqlStore) -> None:
    draft = version("v3", 3)
    twice = [replace(session, citizens=("c1", "c1")) for session in draft.sessions]
    with filled.begin() as work, pytest.raises(StoreRefused):
        work.put(replace(draft, sessions=tuple(twice)))


def test_a_refusal_tells_no_personal_data(filled: SqlStore) -> None:
    told = []
    for refusal in (
        lambda work: work.put(citizen("g1", NEEDLE)),
        lambda work: work.put(replace(version("v7", 1), created_by=NEEDLE)),
        lambda work: [work.put(replace(citizen("c7"), avoid_sites=(NEEDLE,))), work.commit()],
    ):
        with filled.begin() as work:
            try:
                refusal(work)
            except StoreRefused as error:
                told.append(f"{error} {error!r} {''.join(traceback.format_exception(error))}")
    assert len(told) == 3
    assert not any(NEEDLE in text or NEEDLE.split()[0] in text for text in told)


def test_a_unit_of_work_ends_with_its_commit_and_with_its_block(store: SqlStore) -> None:
    work = store.begin()
    with pytest.raises(RuntimeError):
        work.is_empty()
    with work:
        work.commit()
        with pytest.raises(RuntimeError):
            work.is_empty()
    with work, pytest.raises(RuntimeError), work:
        pass
    with pytest.raises(RuntimeError):
        work.commit()


def test_a_second_transaction_is_told_that_the_store_is_busy(
    store: SqlStore, path: Path, key: DatabaseKey
) -> None:
    impatient = open_store(path, key, busy_seconds=0)
    with store.begin(), pytest.raises(StoreBusy):
        impatient.begin().__enter__()
    with impatient.begin() as work:
        assert work.is_empty()
    impatient.close()


def test_transactions_of_several_threads_wait_for_each_other(store: SqlStore) -> None:
    def add(number: int) -> None:
        with store.begin() as work:
            work.put(ConflictGroup(f"g{number}", f"{len(work.all(ConflictGroup))} before it"))
            work.commit()

    with ThreadPoolExecutor(3) as threads:
        with store.begin() as work:
            waiting = [threads.submit(add, number) for number in range(8)]
            work.put(ConflictGroup("first", "0 before it"))
            work.commit()
        for each in waiting:
            each.result()
    with store.begin() as work:
        told = sorted(group.name for group in work.all(ConflictGroup))
    assert told == [f"{number} before it" for number in range(9)]


def test_what_one_opening_commits_the_other_sees(store: SqlStore, path: Path, key: DatabaseKey) -> None:
    other = open_store(path, key)
    with store.begin() as work:
        work.put_all(EVERYTHING)
        work.commit()
    with other.begin() as work:
        assert work.unit() == UNIT
    other.close()


def test_the_number_of_queries_does_not_grow_with_the_number_of_people(filled: SqlStore) -> None:
    def queries(work: SqlUnitOfWork) -> int:
        seen: list[str] = []

        def count(*args: object) -> None:
            seen.append("query")

        event.listen(filled.engine, "before_cursor_execute", count)
        work.unit()
        event.remove(filled.engine, "before_cursor_execute", count)
        return len(seen)

    with filled.begin() as work:
        few = queries(work)
        work.put_all([citizen(f"n{number}") for number in range(300)])
        work.commit()
    filled.kept.clear()
    with filled.begin() as work:
        assert queries(work) == few
    with filled.begin() as work:
        # Nobody has written since: a single look whether that is so, before this began.
        assert queries(work) == 0


def test_what_is_kept_in_memory_is_what_the_file_holds(
    filled: SqlStore, path: Path, key: DatabaseKey
) -> None:
    other = open_store(path, key)

    def agree() -> None:
        with filled.begin() as work:
            mine = work.unit(), work.versions(WEEK), work.all(Lock)
        with other.begin() as work:
            other.kept.clear()
            assert (work.unit(), work.versions(WEEK), work.all(Lock)) == mine

    agree()
    with filled.begin() as work:
        work.put(citizen("c1", "Changed"))
        assert "Changed" in {each.name for each in work.unit().citizens}
        work.put(citizen("c9"))
        work.remove(Absence, "h1")
        held = work.unit()
        work.commit()
    with filled.begin() as work:
        assert work.unit() == held
    agree()
    with filled.begin() as work:
        work.put(citizen("c1", "Not committed"))
        work.unit()
    agree()
    with other.begin() as work:
        work.put(citizen("c1", "From elsewhere"))
        work.commit()
    agree()
    with filled.begin() as work:
        work.take_out("c1")
        work.remove(Lock, LOCK.id)
        work.commit()
    agree()
    other.close()


def test_what_a_lock_or_an_approval_names_stays_in_the_unit(filled: SqlStore) -> None:
    room = replace(UNIT.rooms[1], id="r9")
    session = replace(LOCK.sessions[0], room="r9")
    for holder in (replace(LOCK, id="y9", sessions=(session,)), replace(APPROVAL, id="y9", session=session)):
        with filled.begin() as work:
            work.put_all((room, holder))
            work.commit()
        with filled.begin() as work:
            work.remove(Room, "r9")
            with pytest.raises(StoreRefused):
                work.commit()
        with filled.begin() as work:
            work.remove(type(holder), "y9")
            work.remove(Room, "r9")
            work.commit()


def test_somebody_is_taken_out_of_what_is_locked_and_approved(filled: SqlStore) -> None:
    with filled.begin() as work:
        work.take_out("c1")
        work.commit()
    with filled.begin() as work:
        (lock,), (approval,) = work.all(Lock), work.all(Approval)
    assert [each.citizens for each in lock.sessions] == [("c2",), ()]
    assert approval.session.citizens == ("c2",)
    assert lock.sessions[0].staff == LOCK.sessions[0].staff
