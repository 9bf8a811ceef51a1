"""What is due: by dated rules, never by itself, and never what a plan or a safety rule still needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.errors import DomainError
from desktop.domain.levels import KnownLevels, effective_level
from desktop.domain.locks import Approval, Lock, LockKind
from desktop.domain.people import Citizen, HoursCap, LevelAssessment
from desktop.domain.plans import PlanVersion, VersionState
from desktop.domain.retention import DataKind, RetentionRule, months_after
from desktop.domain.staffing import StaffMember
from desktop.domain.telling import Told
from desktop.domain.time import DateSpan
from desktop.domain.unit import Entity
from desktop.services.erasure import Eraser, StillPlanned, texts_naming
from desktop.services.ids import sequential_ids
from desktop.services.names import Names
from desktop.services.ports import NotRecorded
from desktop.services.retention import Due, due, rules_in_force, set_rule
from tests.services.fakes import FakeStore
from tests.store.small_unit import APPROVAL, LOCK, SPAN, TOLD, UNIT, WEEK, citizen, entities, version

TODAY = date(2026, 11, 26)


def unit(*changed: Entity) -> FakeStore:
    store = FakeStore()
    store.put(*entities(UNIT), *changed)
    return store


def left(entity_id: str, last: date) -> Citizen:
    person = citizen(entity_id)
    return replace(person, enrolled=DateSpan(min(last, SPAN.first), last))


def found(store: FakeStore, today: date) -> list[tuple[str, str]]:
    with store.begin() as work:
        return [(each.kind.value, each.entity.id) for each in due(work, today)]


def first(store: FakeStore, today: date) -> Due:
    with store.begin() as work:
        return due(work, today)[0]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 11, 26), 0, date(2026, 11, 26)),
        (date(2026, 11, 26), 60, date(2031, 11, 26)),
    ],
)
def test_months_end_on_the_same_day_or_the_months_last(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def test_nothing_is_due_in_an_empty_store_or_on_the_first_day() -> None:
    assert found(FakeStore(), TODAY) == []
    assert found(unit(), TODAY) == []


def test_somebody_is_due_on_the_day_and_not_before_and_stands_for_all_that_is_theirs() -> None:
    store = unit(left("c1", date(2026, 12, 31)))
    assert ("citizens", "c1") not in found(store, date(2031, 12, 30))
    then = found(store, date(2031, 12, 31))
    assert then == [("citizens", "c1"), ("absences", "h2")]


def test_each_kind_counts_from_its_own_day() -> None:
    ended = DateSpan(SPAN.first, date(2026, 3, 31))
    store = unit(
        replace(UNIT.memberships[0], span=ended),
        replace(UNIT.separations[1], span=ended),
        replace(UNIT.placements[0], span=ended),
        version("v1", 1),
    )
    assert found(store, date(2028, 3, 30)) == [("drafts", "v1")]
    assert found(store, date(2028, 3, 31)) == [
        ("memberships", "b1"),
        ("separations", "x2"),
        ("drafts", "v1"),
    ]
    assert ("offers", "q1") in found(store, date(2031, 3, 31))


def test_the_latest_level_stays_since_nobody_may_count_as_unassessed_by_it() -> None:
    old = LevelAssessment(1, "P", date(2020, 1, 1), date(2020, 12, 31))
    older = LevelAssessment(3, "P", date(2019, 1, 1), date(2019, 12, 31))
    store = unit(replace(citizen("c1"), assessments=(older, old)))
    with store.begin() as work:
        (item,) = [each for each in due(work, TODAY) if each.kind is DataKind.ASSESSMENTS]
    assert item.part == older
    Eraser(store, lambda: None).erase([item], TODAY, "[erased]")
    with store.begin() as work:
        kept = work.get(Citizen, "c1")
    assert kept is not None
    assert kept.assessments == (old,)
    assert kept.name == citizen("c1").name


def test_of_two_assessments_of_one_day_the_higher_stays_since_it_is_what_counts() -> None:
    run_out = LevelAssessment(3, "P", date(2020, 1, 1), date(2020, 12, 31))
    valid = LevelAssessment(1, "P", date(2020, 1, 1), TODAY + timedelta(days=30))
    levels = KnownLevels(highest=4, measured=frozenset({1, 2, 3, 4}))
    store = unit(replace(citizen("c1"), assessments=(valid, run_out)))
    with store.begin() as work:
        items = [each for each in due(work, TODAY) if each.kind is DataKind.ASSESSMENTS]
    Eraser(store, lambda: None).erase(items, TODAY, "[erased]")
    with store.begin() as work:
        kept = work.get(Citizen, "c1")
    assert kept is not None
    assert effective_level(kept.assessments, TODAY, levels).level == 4


def test_a_rule_is_decided_from_a_day_on_and_the_one_before_stays_on_record() -> None:
    store, new_id = unit(), sequential_ids()
    with store.begin() as work:
        assert all(rule.since is None for rule in rules_in_force(work, TODAY))
    set_rule(store, DataKind.ABSENCES, 12, "Arkivet", TODAY, new_id)
    set_rule(store, DataKind.ABSENCES, 6, "Arkivet igen", TODAY + timedelta(days=30), new_id)
    with store.begin() as work:
        kept = work.all(RetentionRule)
        now = {rule.kind: rule for rule in rules_in_force(work, TODAY)}
        later = {rule.kind: rule for rule in rules_in_force(work, TODAY + timedelta(days=30))}
    assert [(rule.months, rule.span.last) for rule in kept] == [(12, TODAY + timedelta(days=29)), (6, None)]
    assert (now[DataKind.ABSENCES].months, now[DataKind.ABSENCES].since) == (12, TODAY)
    assert later[DataKind.ABSENCES].source == "Arkivet igen"
    assert later[DataKind.PLANS].since is None


def test_a_rule_changed_on_the_same_day_takes_the_place_of_the_first() -> None:
    store, new_id = unit(), sequential_ids()
    set_rule(store, DataKind.PLANS, 12, "Arkivet", TODAY, new_id)
    set_rule(store, DataKind.PLANS, 24, "Arkivet", TODAY, new_id)
    with store.begin() as work:
        assert [rule.months for rule in work.all(RetentionRule)] == [24]
    with pytest.raises(DomainError):
        set_rule(store, DataKind.PLANS, 24, " ", TODAY, new_id)


def test_somebody_whom_a_plan_of_this_week_or_a_later_one_names_is_not_erased() -> None:
    store = unit(version("v1", 1))
    before = dict(store.rows)
    scrubbed = []
    eraser = Eraser(store, lambda: scrubbed.append(True))
    for day in (WEEK.monday, WEEK.sunday, WEEK.monday - timedelta(days=20)):
        with pytest.raises(StillPlanned):
            eraser.erase_person("c1", day, "[erased]", "asked for")
    assert store.rows == before
    assert not scrubbed
    done = eraser.erase_person("c1", WEEK.sunday + timedelta(days=1), "[erased]", "asked for")
    assert (done.people, done.versions) == (1, 1)
    assert scrubbed


def test_one_of_several_who_is_still_planned_stops_all() -> None:
    store = unit(left("c2", date(2020, 1, 1)), left("c1", date(2020, 1, 1)), version("v1", 1))
    with store.begin() as work:
        items = [each for each in due(work, WEEK.monday) if each.kind is DataKind.CITIZENS]
    assert all(item.planned for item in items)
    with pytest.raises(StillPlanned):
        Eraser(store, lambda: None).erase(items, WEEK.monday, "[erased]")
    with store.begin() as work:
        assert len(work.unit().citizens) == 2


def without_hours(**changed: Any) -> StaffMember:
    return replace(UNIT.staff[0], **{"availability": (), **changed})


def test_staff_without_hours_are_due_after_the_last_plan_that_names_them() -> None:
    at_work, last = FakeStore(), FakeStore()
    later = replace(version("v2", 2), week=WEEK.next())
    at_work.put(*entities(UNIT), version("v1", 1), later)
    last.put(*entities(UNIT), version("v1", 1), later, without_hours())
    day = date(2031, 12, 6)
    assert WEEK.next().sunday == date(2026, 12, 6)
    assert ("staff", "m1") not in found(at_work, day)
    assert ("staff", "m1") not in found(last, day - timedelta(days=1))
    # Their absence goes with them.
    assert [each for each in found(last, day) if each[0] in ("staff", "absences")] == [
        ("staff", "m1"),
        ("absences", "h1"),
    ]
    set_rule(last, DataKind.STAFF, 12, "Personale", TODAY, sequential_ids())
    assert ("staff", "m1") in found(last, date(2027, 12, 6))


@pytest.mark.parametrize(
    ("held", "day"),
    [
        (replace(APPROVAL, week=WEEK.next()), date(2031, 12, 6)),
        (replace(LOCK, week=WEEK.next()), date(2031, 12, 6)),
        (replace(LOCK, kind=LockKind.PERSON, subject="m1", sessions=()), date(2031, 11, 29)),
        (UNIT.absences[1], date(2031, 11, 25)),
    ],
)
def test_what_else_names_staff_counts_as_a_plan(held: Entity, day: date) -> None:
    store = FakeStore()
    kept = [each for each in entities(UNIT) if each.id != "h2"]
    store.put(*kept, without_hours(availability=UNIT.staff[0].availability, max_weekly_minutes=0), held)
    assert ("staff", "m1") not in found(store, day - timedelta(days=1))
    assert ("staff", "m1") in found(store, day)


def test_staff_of_whom_nothing_tells_are_due_at_once() -> None:
    store = unit(StaffMember("m2", "Nobody any more", None, frozenset(), (), 0))
    item = first(store, TODAY)
    assert (item.entity.id, item.counted, item.since) == ("m2", None, TODAY)


def test_staff_are_taken_out_of_all_that_names_them_and_the_citizens_stay() -> None:
    """Also from where they stand as who decided, approved or made something."""
    store, name = FakeStore(), "Vagn Vagtmand"
    day = replace(LOCK, id="y3", kind=LockKind.DAY, subject=WEEK.monday.isoformat(), locked_by=name)
    own = replace(LOCK, id="y4", subject="m1", sessions=())
    cap = HoursCap(SPAN, 1200, 300, f"{name}, mentor")
    store.put(
        *entities(UNIT),
        replace(UNIT.staff[0], name=name),
        replace(UNIT.suppliers[0], contact=f"{name}, 12345678"),
        replace(UNIT.citizens[0], caps=(cap,), note=f"Only with {name}"),
        replace(version("v1", 1, VersionState.PUBLISHED), created_by=name),
        replace(APPROVAL, approved_by=name),
        day,
        own,
    )
    done = Eraser(store, lambda: None).erase_person("m1", WEEK.next().monday, "[erased]", "")
    assert (done.people, done.versions, done.texts) == (1, 1, 4)
    with store.begin() as work:
        left_over, (plan,), (lock,) = work.unit(), work.all(PlanVersion), work.all(Lock)
        (given,) = work.all(Approval)
    assert (left_over.staff, [each.id for each in left_over.absences]) == ((), ["h1"])
    assert [each.avoid_staff for each in left_over.citizens] == [(), ()]
    assert left_over.citizens[0].note == "Only with [erased]"
    assert left_over.citizens[0].caps[0].decided_by == "[erased], mentor"
    assert left_over.suppliers[0].contact == "[erased], 12345678"
    assert [(each.staff, each.citizens) for each in plan.sessions] == [((), ("c2", "c1")), ((), ("c1",))]
    assert (plan.created_by, lock.locked_by, given.approved_by) == ("[erased]",) * 3
    assert (lock.id, [each.staff for each in lock.sessions]) == ("y3", [(), ()])
    assert (given.session.staff, given.session.citizens) == ((), ("c2", "c1"))
    assert name not in repr(store.rows)


def test_staff_whom_a_plan_of_this_week_or_a_later_one_names_are_not_erased() -> None:
    store = unit(version("v1", 1), without_hours())
    before = dict(store.rows)
    eraser = Eraser(store, lambda: None)
    with pytest.raises(StillPlanned):
        eraser.erase_person("m1", WEEK.sunday, "[erased]", "")
    assert store.rows == before
    set_rule(store, DataKind.STAFF, 0, "Personale", WEEK.monday, sequential_ids())
    with store.begin() as work:
        (item,) = [each for each in due(work, WEEK.sunday) if each.kind is DataKind.STAFF]
    assert item.planned


@pytest.mark.parametrize("gone", ["c1", "m1"])
def test_what_was_approved_with_somebody_is_not_approved_without_them(gone: str) -> None:
    """Two guards were approved, and one of them alone was not."""
    store = FakeStore()
    later = WEEK.next().next()
    kept = replace(APPROVAL, id="y5", session=replace(APPROVAL.session, citizens=("c2",), staff=()))
    store.put(*entities(UNIT), replace(APPROVAL, week=later), replace(kept, week=later))
    Eraser(store, lambda: None).erase_person(gone, WEEK.next().monday, "[erased]", "")
    with store.begin() as work:
        assert [each.id for each in work.all(Approval)] == ["y5"]


class Payloads:
    """An audit with one entry a day in 2026."""

    def __init__(self) -> None:
        self.days = [date(2026, 1, 1) + timedelta(days=at) for at in range(365)]

    def older_than(self, day: date) -> int:
        return sum(1 for each in self.days if each < day)

    def empty_older_than(self, day: date) -> None:
        self.days = [each for each in self.days if each >= day]


def test_what_the_audit_holds_is_due_after_its_months() -> None:
    store, payloads = unit(left("c1", date(2020, 1, 1))), Payloads()
    eraser = Eraser(store, lambda: None, payloads=payloads)
    assert eraser.audit_due(date(2027, 12, 31)) is None
    due_then = eraser.audit_due(date(2028, 1, 31))
    assert due_then is not None
    assert (due_then.before, due_then.entries) == (date(2026, 1, 31), 30)
    done = eraser.erase((), date(2028, 1, 31), "[erased]", due_then)
    assert not done.audit_left
    assert eraser.audit_due(date(2028, 1, 31)) is None
    assert Eraser(store, lambda: None).audit_due(date(2028, 1, 31)) is None


def test_the_audit_is_emptied_only_after_the_rest_was_erased() -> None:
    person = left("c1", date(2020, 1, 1))
    store, payloads = unit(person), Payloads()
    eraser = Eraser(store, lambda: None, payloads=payloads)
    audit = eraser.audit_due(date(2028, 1, 31))
    nobody = [Due(DataKind.CITIZENS, replace(person, id="gone"), TODAY, TODAY)]
    with pytest.raises(LookupError):
        eraser.erase(nobody, date(2028, 1, 31), "[erased]", audit)
    assert len(payloads.days) == 365


def test_an_audit_that_can_not_be_emptied_is_told_beside_what_was_erased() -> None:
    class Full(Payloads):
        def empty_older_than(self, day: date) -> None:
            raise NotRecorded("full")

    store = unit(left("c1", date(2020, 1, 1)))
    eraser = Eraser(store, lambda: None, payloads=Full())
    with store.begin() as work:
        items = due(work, date(2028, 1, 31))
    done = eraser.erase(items, date(2028, 1, 31), "[erased]", eraser.audit_due(date(2028, 1, 31)))
    assert done.people == 1
    assert done.audit_left


def test_names_are_found_as_whole_words_in_whatever_case() -> None:
    names = Names((citizen("c1", "Bo"), citizen("c2", "Bo Lund")))
    assert names.replaced("bo lund og Bo på Bornholm, Bos", "…") == "… og … på Bornholm, Bos"
    assert names.stand_in("med BO.")
    assert not names.stand_in("Bornholm")


def test_a_signature_is_the_staffs_and_no_citizens_who_is_called_the_same() -> None:
    signed = replace(APPROVAL, approved_by="Bo Lund", note="with Bo Lund")
    by_citizen = Names((citizen("c1", "Bo Lund"),)).replaced_in(signed, "…")
    assert (by_citizen.approved_by, by_citizen.note) == ("Bo Lund", "with …")
    by_staff = Names((StaffMember("m1", "Bo Lund", None, frozenset(), (), 0),)).replaced_in(signed, "…")
    assert (by_staff.approved_by, by_staff.note) == ("…", "with …")


def test_texts_of_others_that_name_somebody_are_counted_beforehand() -> None:
    store = unit(replace(citizen("c1", "Ida Lund"), case_number="S-9"))
    store.put(replace(UNIT.separations[0], reason="ida lund is behind it"))
    with store.begin() as work:
        assert texts_naming(work, "c1") == 1


def test_locks_and_approvals_go_with_the_plans_of_their_week() -> None:
    store = FakeStore()
    store.put(*entities(UNIT), LOCK, APPROVAL, version("v1", 1))
    drafts_over, plans_over = date(2027, 2, 28), date(2031, 11, 29)
    kinds = {("drafts", "y1"), ("drafts", "y2"), ("drafts", "v1")}
    assert {each for each in found(store, drafts_over) if each[0] == "drafts"} == kinds
    store.put(version("v2", 2, VersionState.PUBLISHED))
    assert {each for each in found(store, drafts_over) if each[0] in ("drafts", "plans")} == {
        ("drafts", "v1")
    }
    assert {each for each in found(store, plans_over) if each[0] == "plans"} == {
        ("plans", "v2"),
        ("plans", "y1"),
        ("plans", "y2"),
    }
    with store.begin() as work:
        items = [each for each in due(work, plans_over) if each.kind in (DataKind.PLANS, DataKind.DRAFTS)]
    Eraser(store, lambda: None).erase(items, plans_over, "[erased]")
    with store.begin() as work:
        assert (work.all(Lock), work.all(Approval)) == ((), ())


def test_who_was_told_goes_with_the_week_with_them_and_with_whoever_told_them() -> None:
    store = FakeStore()
    of_staff = replace(TOLD, id="y6", person="m1", told_by=UNIT.staff[0].name)
    store.put(*entities(UNIT), TOLD, of_staff, version("v2", 2, VersionState.PUBLISHED))
    plans_over = date(2031, 11, 29)
    assert {("plans", "y4"), ("plans", "y6"), ("plans", "v2")} <= set(found(store, plans_over))
    Eraser(store, lambda: None).erase_person("c1", WEEK.next().monday, "[erased]", "")
    with store.begin() as work:
        assert [each.id for each in work.all(Told)] == ["y6"]
    store.put(replace(TOLD, person="c2", told_by=UNIT.staff[0].name))
    Eraser(store, lambda: None).erase_person("m1", WEEK.next().monday, "[erased]", "")
    with store.begin() as work:
        assert [(each.id, each.told_by) for each in work.all(Told)] == [("y4", "[erased]")]


def test_whoever_is_erased_is_taken_out_of_locks_and_approvals() -> None:
    """The lock of a week that is over stays without them; their own, and one of a week to come, go."""
    store = FakeStore()
    named = f"aftalt med {UNIT.citizens[0].name}"
    past = replace(LOCK, id="y3", kind=LockKind.DAY, subject=WEEK.monday.isoformat(), reason=named)
    ahead = replace(past, id="y4", week=WEEK.next(), subject=WEEK.next().monday.isoformat())
    store.put(*entities(UNIT), LOCK, replace(APPROVAL, note=named), past, ahead)
    Eraser(store, lambda: None).erase_person("c1", WEEK.next().monday, "[erased]", "")
    with store.begin() as work:
        (kept,), (given,) = work.all(Lock), work.all(Approval)
    assert (kept.id, kept.reason) == ("y3", "aftalt med [erased]")
    assert [each.citizens for each in kept.sessions] == [("c2",), ()]
    assert (given.session.citizens, given.note) == (("c2",), "aftalt med [erased]")
