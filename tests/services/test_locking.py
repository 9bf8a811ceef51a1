"""What locks, and levels on which only a person places anybody, make of a week."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import DomainError
from desktop.domain.locks import Approval, Lock, LockKind
from desktop.domain.unit import Unit
from desktop.services.locks import locks_at_fault
from desktop.services.week.building import build_problem, checked_problem, placed_by_hand
from desktop.services.week.locking import automatic, binding, faulty_locks
from desktop.services.week.planning import PlanningService, UnitChanged, prepared_of
from desktop.services.week.versions import planned_of, version_of
from desktop.services.week.warning_kinds import WarningKind
from solver.check import check
from solver.exchange import read_problem, write_problem
from solver.plan import Plan, Session
from solver.problem import Interval
from solver.solve import Options, solve
from tests.domain_strategies import locks
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import UNIT, WEEK, level, of
from tests.services.test_building import with_citizen
from tests.services.test_planning import MONDAY, PLAN, TUESDAY
from tests.services.versions import published

AT = datetime(2026, 11, 23, 8, tzinfo=UTC)
BY_HAND = replace(UNIT, levels=(UNIT.levels[0], replace(level(2, 2, 1), never_automatic=True)))


def lock(*sessions: Session, kind: LockKind = LockKind.SESSION, subject: str = "", name: str = "k1") -> Lock:
    planned = tuple(planned_of(WEEK, each) for each in sessions)
    return Lock(name, WEEK, kind, subject or sessions[0].id, planned, "Koordinator", AT, "aftalt")


DAY = lock(MONDAY, kind=LockKind.DAY, subject="2026-11-23")
PERSON = lock(TUESDAY, kind=LockKind.PERSON, subject="c3")


def at_hand(unit: Unit, person: str, *held: Lock) -> tuple[Interval, ...]:
    return of(checked_problem(unit, WEEK, held), person).available


def test_a_locked_session_must_be_in_the_plan_as_it_stands() -> None:
    problem = build_problem(UNIT, WEEK, (lock(MONDAY),))
    assert problem.locked == (MONDAY,)
    assert check(problem, PLAN).clean
    moved = replace(PLAN, sessions=(replace(MONDAY, room="r2"), TUESDAY))
    assert "R14" in {found.rule for found in check(problem, moved).violations}
    assert build_problem(UNIT, WEEK.next(), (lock(MONDAY),)).locked == ()


def test_a_lock_holds_a_version_in_which_the_people_stand_in_another_order() -> None:
    both = replace(TUESDAY, citizens=("c3", "c4"))
    turned = replace(TUESDAY, citizens=("c4", "c3"))
    version = version_of(
        Plan(str(WEEK), "feasible", sessions=(turned,)),
        week=WEEK,
        number=1,
        created_at=AT,
        created_by="Koordinator",
        seconds=1.0,
    )
    held = lock(both, kind=LockKind.PERSON, subject="c3")
    assert binding((held,), published(version)) == (held,)
    other = lock(replace(both, citizens=("c3",)), kind=LockKind.PERSON, subject="c3")
    assert binding((other,), published(version)) == ()


def test_nobody_whose_week_or_day_is_locked_can_come_to_anything_else() -> None:
    assert at_hand(UNIT, "c3", PERSON) == (Interval(1980, 2100),)
    assert at_hand(UNIT, "c4", PERSON) == at_hand(UNIT, "c4")
    on_monday = [each for each in at_hand(UNIT, "c1", DAY) if each.start < 1440]
    assert on_monday == [Interval(540, 720)]
    assert [each for each in at_hand(UNIT, "c4", DAY) if each.start < 1440] == []
    assert [each for each in at_hand(UNIT, "c4", DAY) if each.start >= 1440] == [
        each for each in at_hand(UNIT, "c4") if each.start >= 1440
    ]
    assert check(build_problem(UNIT, WEEK, (DAY, replace(PERSON, id="k2"))), PLAN).clean


def test_a_staff_member_can_be_locked_too() -> None:
    problem = build_problem(UNIT, WEEK, (lock(MONDAY, TUESDAY, kind=LockKind.PERSON, subject="m2"),))
    member = next(each for each in problem.staff if each.id == "m2")
    assert member.available == (Interval(540, 720), Interval(1980, 2100))


def test_what_is_locked_twice_is_locked_once() -> None:
    both = (lock(MONDAY), replace(DAY, id="k2"))
    assert build_problem(UNIT, WEEK, both).locked == (MONDAY,)


@pytest.mark.parametrize(
    "gone",
    [
        replace(MONDAY, citizens=("c1", "gone")),
        replace(MONDAY, staff=("gone",)),
        replace(MONDAY, room="gone"),
        replace(MONDAY, activity="gone"),
        replace(MONDAY, start=545),
        replace(MONDAY, start=1400, end=1500),
    ],
)
def test_a_lock_on_what_is_not_in_the_week_is_left_out_and_told(gone: Session) -> None:
    held = (lock(gone, TUESDAY, kind=LockKind.PERSON, subject="c3"),)
    prepared = prepared_of(UNIT, WEEK, held)
    assert prepared.problem.locked == (TUESDAY,)
    assert [each.kind for each in prepared.warnings] == [WarningKind.LOCK_LEFT_OUT]
    faulty = locks_at_fault(prepared)
    assert [(each.lock, each.left_out) for each in faulty] == [(held[0], (gone.id,))]
    assert "R1" in {found.rule for found in faulty[0].violations}


def test_of_two_sessions_with_one_id_the_second_is_left_out_and_told() -> None:
    other = replace(MONDAY, start=600, end=780)
    prepared = prepared_of(UNIT, WEEK, (lock(MONDAY), lock(other, name="k2")))
    assert prepared.problem.locked == (MONDAY,)
    assert [(each.lock.id, each.left_out) for each in locks_at_fault(prepared)] == [("k2", (MONDAY.id,))]


def test_a_lock_that_breaks_a_rule_stays_in_the_problem_and_is_named() -> None:
    """c1 is on a higher level by now, which asks for two staff."""
    unit = with_citizen(UNIT, "c1", assessments=())
    prepared = prepared_of(unit, WEEK, (lock(MONDAY), lock(TUESDAY, name="k2")))
    assert set(prepared.problem.locked) == {MONDAY, TUESDAY}
    faulty = locks_at_fault(prepared)
    assert [each.lock.id for each in faulty] == ["k1"]
    assert {found.rule for found in faulty[0].violations} == {"R5"}
    assert WarningKind.LOCK_AT_FAULT in {each.kind for each in prepared.warnings}


def test_hours_that_locks_exceed_together_are_told_of_each() -> None:
    unit = with_citizen(UNIT, "c1", caps=(replace(UNIT.citizens[0].caps[0], weekly_minutes=240),))
    again = replace(TUESDAY, citizens=("c1",))
    faulty = faulty_locks(
        checked_problem(unit, WEEK),
        (
            lock(MONDAY),
            lock(again, name="k2"),
            lock(replace(TUESDAY, id="s3", citizens=("c3",), start=3420, end=3540), name="k3"),
        ),
    )
    assert [(each.lock.id, {found.rule for found in each.violations}) for each in faulty] == [
        ("k1", {"R7"}),
        ("k2", {"R7"}),
    ]


@settings(max_examples=60)
@given(st.lists(locks(UNIT, "k1"), max_size=3), st.booleans())
def test_no_lock_makes_a_problem_that_cannot_be_read(held: list[Lock], hand: bool) -> None:
    """Whatever it names: the locks are put into this week, whenever their sessions are."""
    named = [replace(each, id=f"k{at}", week=WEEK) for at, each in enumerate(held) if each.kind != "day"]
    problem = build_problem(BY_HAND if hand else UNIT, WEEK, named)
    assert read_problem(write_problem(problem).encode()) == problem


def test_the_planner_keeps_what_is_locked_and_gives_nobody_more() -> None:
    prepared = prepared_of(UNIT, WEEK, (DAY,))
    plan = solve(prepared.problem, Options(workers=1, work=5))
    assert MONDAY in plan.sessions
    assert [each for each in plan.sessions if each.start < 1440] == [MONDAY]
    assert any(each.start >= 1440 for each in plan.sessions)


def test_a_plan_made_before_somebody_locked_something_is_not_stored() -> None:
    store = FakeStore(UNIT)
    planning = PlanningService(store, FakeClock(), "Koordinator")
    prepared = planning.prepare(WEEK)
    store.put(lock(replace(MONDAY, room="r2")))
    assert planning.prepare(WEEK).problem.locked == (replace(MONDAY, room="r2"),)
    with pytest.raises(UnitChanged):
        planning.accept(prepared, PLAN, 1)


HARD = with_citizen(BY_HAND, "c1", assessments=())
"""c1 is on level 2, on which only a person places anybody."""
ALONE = replace(MONDAY, citizens=("c1",))


def test_the_planner_never_places_whom_only_a_person_places() -> None:
    prepared = prepared_of(HARD, WEEK)
    assert placed_by_hand(HARD, WEEK) == {"c1"}
    plan = solve(prepared.problem, Options(workers=1, work=5))
    assert plan.sessions
    assert "c1" not in {person for each in plan.sessions for person in each.citizens}
    assert check(prepared.checked, plan).clean
    assert ("c1", "club") in {(each.citizen, each.duty) for each in plan.unmet}
    assert (WarningKind.NEVER_AUTOMATIC, ("c1",)) in {(each.kind, each.ids) for each in prepared.warnings}
    assert prepared_of(UNIT, WEEK).by_hand is None


def test_a_person_places_them_and_a_lock_keeps_them_there() -> None:
    prepared = prepared_of(HARD, WEEK)
    placed = Plan("2026-W48", "feasible", sessions=(ALONE,))
    assert check(prepared.checked, placed).violations == ()
    assert {found.rule for found in check(prepared.problem, placed).violations} == {"R6"}
    held = prepared_of(HARD, WEEK, (lock(ALONE),))
    plan = solve(held.problem, Options(workers=1, work=5))
    assert [each for each in plan.sessions if "c1" in each.citizens] == [ALONE]


def test_a_repair_may_keep_what_a_person_placed_and_nothing_else() -> None:
    prepared = prepared_of(HARD, WEEK)
    problem = automatic(prepared.checked, placed_by_hand(HARD, WEEK), (ALONE, TUESDAY))
    assert of(problem, "c1").available == (Interval(540, 720),)
    assert of(problem, "c3") == of(prepared.checked, "c3")


def test_a_higher_level_may_not_be_laxer_about_who_places() -> None:
    from desktop.domain.consistency import unit_faults

    strict = replace(UNIT, levels=(replace(UNIT.levels[0], never_automatic=True), UNIT.levels[1]))
    assert [(each.entity, each.key) for each in unit_faults(strict)] == [("l2", "laxer_than_lower")]
    assert unit_faults(BY_HAND) == ()


@pytest.mark.parametrize(
    ("change", "field", "key"),
    [
        ({"subject": " "}, "subject", "empty"),
        ({"subject": "other"}, "sessions", "not_the_subject"),
        ({"sessions": ()}, "sessions", "not_the_subject"),
        ({"kind": LockKind.DAY, "subject": "2026-11-30"}, "subject", "not_a_date"),
        ({"locked_by": ""}, "locked_by", "empty"),
        ({"locked_at": AT.replace(tzinfo=None)}, "locked_at", "not_utc"),
    ],
)
def test_a_lock_says_what_it_holds_who_and_when(change: dict[str, Any], field: str, key: str) -> None:
    with pytest.raises(DomainError) as refused:
        replace(lock(MONDAY), **change)
    assert (field, key) in {(fault.field, fault.key) for fault in refused.value.faults}


def test_an_approval_is_for_a_session_as_it_stood() -> None:
    session = planned_of(WEEK, MONDAY)
    given_to = Approval("y", WEEK, session, "Lederen", AT)
    assert given_to.covers(replace(session, id="other", citizens=("c2", "c1")))
    for changed in (
        replace(session, room="r2"),
        replace(session, start=WEEK.moment(510)),
        replace(session, citizens=("c1",)),
        replace(session, staff=("m1",)),
    ):
        assert not given_to.covers(changed)
    with pytest.raises(DomainError):
        Approval("y", WEEK, session, " ", AT)
