from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.domain.plans import PlanVersion, VersionState
from desktop.domain.time import DateSpan
from desktop.services.change import Change, Edit
from desktop.services.week.planning import NoPlan, Overtaken, PlanningService, UnitChanged, UnsafePlan
from desktop.services.week.summary import Summary, gap, summarize
from desktop.services.week.versions import digest, plan_of
from desktop.services.week.warning_kinds import WarningKind
from solver.plan import GoalResult, Plan, Reason, Session, Unmet
from tests.services.acute_week import plan_of_sessions
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import UNIT, WEEK, citizen
from tests.services.test_building import PLACEMENT, with_citizen
from tests.services.versions import published

MONDAY = Session("s1", "club", "r1", 540, 720, ("m2",), ("c1", "c2"))
TUESDAY = Session("s2", "club", "r1", 1980, 2100, ("m2",), ("c3",))
UNMET = tuple(Unmet("c4", duty) for duty in ("club", "interview"))
PLAN = Plan(
    "2026-W48",
    "feasible",
    (GoalResult("duties", 2, 0, False), GoalResult("hours", 8, 10, False)),
    (MONDAY, TUESDAY),
    UNMET,
)


def service(store: FakeStore) -> PlanningService:
    return PlanningService(store, FakeClock(), "Koordinator")


def test_a_week_is_prepared_from_the_store() -> None:
    prepared = service(FakeStore(with_citizen(UNIT, "c1", caps=()))).prepare(WEEK)
    assert (prepared.week, prepared.problem.week) == (WEEK, "2026-W48")
    assert prepared.unit.citizens[0].caps == ()
    assert [warning.kind for warning in prepared.warnings] == [WarningKind.NO_CAP]


def test_an_empty_store_has_no_week_to_prepare() -> None:
    with pytest.raises(LookupError):
        service(FakeStore()).prepare(WEEK)


def test_a_clean_plan_is_stored_as_a_draft() -> None:
    store = FakeStore(UNIT)
    planning = service(store)
    accepted = planning.accept(planning.prepare(WEEK), PLAN, 4.5)
    version = accepted.version
    assert accepted.report.clean
    assert (version.number, version.state, version.status) == (1, VersionState.DRAFT, "feasible")
    assert (version.created_at, version.created_by) == (
        datetime(2026, 11, 23, 7, 30, tzinfo=UTC),
        "Koordinator",
    )
    assert version.seconds == 4.5
    assert version.sessions[0].start == WEEK.moment(540)
    assert accepted.change == Change("plan_accepted", (Edit(None, version),))
    assert planning.latest(WEEK) == version
    assert plan_of(version) == PLAN


def test_versions_of_a_week_are_numbered_one_after_another() -> None:
    planning = service(FakeStore(UNIT))
    prepared = planning.prepare(WEEK)
    assert planning.latest(WEEK) is None
    versions = [planning.accept(prepared, PLAN, 1).version for _ in range(3)]
    assert [version.number for version in planning.versions(WEEK)] == [1, 2, 3]
    assert len({version.id for version in versions}) == 3
    assert planning.latest(WEEK) == versions[2]
    assert planning.versions(WEEK.next()) == ()
    following = planning.prepare(WEEK.next())
    assert planning.accept(following, replace(PLAN, week="2026-W49"), 1).version.number == 1


RIVALS = replace(PLAN, sessions=(MONDAY, replace(TUESDAY, room="r2", staff=("m1",), start=720, end=840)))


@pytest.mark.parametrize(
    ("plan", "rule"),
    [
        (RIVALS, "R11"),
        (replace(PLAN, sessions=(replace(MONDAY, start=541, end=721), TUESDAY)), "R1"),
        (replace(PLAN, goals=(PLAN.goals[0], GoalResult("hours", 9, 10, False))), "goal"),
        (replace(PLAN, week="2026-W49"), "week"),
    ],
)
def test_a_plan_that_is_not_clean_is_never_stored(plan: Plan, rule: str) -> None:
    store = FakeStore(UNIT)
    planning = service(store)
    before = dict(store.rows)
    with pytest.raises(UnsafePlan) as refused:
        planning.accept(planning.prepare(WEEK), plan, 1)
    assert rule in {found.rule for found in (*refused.value.report.violations, *refused.value.report.wrong)}
    assert store.rows == before


def test_no_plan_is_never_stored() -> None:
    planning = service(FakeStore(UNIT))
    none = Plan("2026-W48", "infeasible", reasons=(Reason("R7", ("c1",), "text"),))
    with pytest.raises(NoPlan) as refused:
        planning.accept(planning.prepare(WEEK), none, 1)
    assert refused.value.plan == none
    assert planning.versions(WEEK) == ()


def test_a_plan_made_of_data_that_was_changed_meanwhile_is_not_stored() -> None:
    store = FakeStore(UNIT)
    planning = service(store)
    prepared = planning.prepare(WEEK)
    store.put(citizen("c1", level=2))
    with pytest.raises(UnitChanged):
        planning.accept(prepared, PLAN, 1)
    assert planning.versions(WEEK) == ()


def test_a_unit_that_can_no_longer_be_planned_has_changed() -> None:
    """Emptied, or left without the measures of any level, while the week was planned."""
    emptied, unmeasured = FakeStore(UNIT), FakeStore(UNIT)
    for store in (emptied, unmeasured):
        planning = service(store)
        prepared = planning.prepare(WEEK)
        if store is emptied:
            store.rows.clear()
        else:
            store.put(*(replace(row, span=DateSpan(WEEK.next().monday)) for row in UNIT.levels))
        with pytest.raises(UnitChanged):
            planning.accept(prepared, PLAN, 1)
        assert planning.versions(WEEK) == ()


def test_a_change_that_does_not_touch_the_week_loses_no_plan() -> None:
    store = FakeStore(UNIT)
    planning = service(store)
    prepared = planning.prepare(WEEK)
    store.put(replace(UNIT.citizens[0], note="Ny telefon"))
    assert planning.accept(prepared, PLAN, 1).version.number == 1


def test_a_stored_version_is_checked_again_against_the_unit_as_it_stands() -> None:
    store = FakeStore(UNIT)
    planning = service(store)
    version = planning.accept(planning.prepare(WEEK), PLAN, 1).version
    assert planning.recheck(planning.prepare(WEEK), version).clean
    store.put(citizen("c1", level=2))
    report = planning.recheck(planning.prepare(WEEK), version)
    assert "R5" in {found.rule for found in report.violations}


def test_a_version_of_another_week_does_not_pass_the_check() -> None:
    planning = service(FakeStore(UNIT))
    version = planning.accept(planning.prepare(WEEK), PLAN, 1).version
    report = planning.recheck(planning.prepare(WEEK.next()), version)
    assert "week" in {found.rule for found in report.wrong}


def test_a_damaged_version_does_not_pass_the_check() -> None:
    planning = service(FakeStore(UNIT))
    prepared = planning.prepare(WEEK)
    version = planning.accept(prepared, PLAN, 1).version
    assert not planning.recheck(prepared, replace(version, sessions=version.sessions[1:])).clean


def test_the_same_plan_has_the_same_digest_in_any_order() -> None:
    turned = replace(
        PLAN,
        sessions=(TUESDAY, replace(MONDAY, citizens=("c2", "c1"))),
        goals=(),
        status="optimal",
    )
    assert digest(turned) == digest(PLAN)
    assert len(digest(PLAN)) == 64


@pytest.mark.parametrize(
    "other",
    [
        replace(PLAN, week="2026-W49"),
        replace(PLAN, sessions=(MONDAY,)),
        replace(PLAN, sessions=(MONDAY, replace(TUESDAY, end=2130))),
        replace(PLAN, sessions=(MONDAY, replace(TUESDAY, citizens=("c4",)))),
        replace(PLAN, sessions=(MONDAY, replace(TUESDAY, room="r2"))),
    ],
)
def test_another_plan_has_another_digest(other: Plan) -> None:
    assert digest(other) != digest(PLAN)


def test_a_stored_status_that_nobody_knows_is_refused() -> None:
    planning = service(FakeStore(UNIT))
    version = planning.accept(planning.prepare(WEEK), PLAN, 1).version
    with pytest.raises(ValueError, match="unknown status"):
        plan_of(replace(version, status="perfect"))


def test_the_summary_tells_the_week_in_figures() -> None:
    planning = service(FakeStore(replace(UNIT, placements=(replace(PLACEMENT, citizen="c4"),))))
    prepared = planning.prepare(WEEK)
    plan = replace(PLAN, goals=(GoalResult("duties", 1, 0, False), PLAN.goals[1]), unmet=UNMET[:1])
    version = planning.accept(prepared, plan, 4.5).version
    assert summarize(prepared, version) == Summary(
        people=4,
        sessions=2,
        hours=8,
        placement_hours=7,
        hours_bound=10,
        gap=0.2,
        duties_missing=1,
        seconds=4.5,
        status="feasible",
    )


def test_without_a_bound_no_gap_is_told() -> None:
    planning = service(FakeStore(UNIT))
    prepared = planning.prepare(WEEK)
    version: PlanVersion = replace(planning.accept(prepared, PLAN, 1).version, goals=())
    summary = summarize(prepared, version)
    assert (summary.hours, summary.hours_bound, summary.gap) == (8, None, None)


@pytest.mark.parametrize(("value", "bound", "expected"), [(10, 10, 0), (0, 0, 0), (9, 12, 0.25), (0, 5, 1)])
def test_a_gap_is_the_share_of_the_bound_that_is_missing(value: float, bound: float, expected: float) -> None:
    assert gap(value, bound) == expected


MONDAY_EVENING = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
WEDNESDAY = Session("s3", "club", "r1", 3420, 3600, ("m2",), ("c1", "c2"))
"""On Wednesday from nine to twelve."""


def under_way(
    *, state: VersionState = VersionState.PUBLISHED
) -> tuple[FakeStore, FakeClock, PlanningService]:
    """Monday evening; the week of ``PLAN`` was made on Monday morning."""
    store, clock = FakeStore(UNIT), FakeClock()
    planning = PlanningService(store, clock, "Koordinator")
    version = planning.accept(planning.rest(WEEK, seconds=10), PLAN, 4.5).version
    store.put(published(version) if state is VersionState.PUBLISHED else version)
    clock.set(MONDAY_EVENING)
    return store, clock, planning


def planned(*sessions: Session, hours: float) -> Plan:
    goals = (GoalResult("duties", 2, 0, False), GoalResult("hours", hours, 20, False))
    return replace(PLAN, goals=goals, sessions=sessions)


def test_what_was_published_and_has_begun_stands_when_the_week_is_planned_again() -> None:
    _, _, planning = under_way()
    rest = planning.rest(WEEK, seconds=10)
    assert rest.problem.locked == (MONDAY,)
    # To be had before Tuesday for that session alone.
    for person in rest.problem.citizens:
        before = [each for each in person.available if each.start < 1440]
        assert [(each.start, each.end) for each in before] == (
            [(540, 720)] if person.id in MONDAY.citizens else []
        )
    with pytest.raises(UnsafePlan, match="R14"):
        planning.accept(rest, planned(WEDNESDAY, TUESDAY, hours=8), 1.0)
    accepted = planning.accept(rest, planned(MONDAY, TUESDAY, WEDNESDAY, hours=14), 1.0)
    assert [session.id for session in accepted.version.sessions] == ["s1", "s2", "s3"]


def test_where_nothing_was_published_what_has_begun_of_the_newest_draft_stands() -> None:
    _, _, planning = under_way(state=VersionState.DRAFT)
    assert planning.rest(WEEK, seconds=10).problem.locked == (MONDAY,)


def test_a_week_first_planned_once_it_has_begun_is_planned_from_then_on() -> None:
    planning = PlanningService(FakeStore(UNIT), FakeClock(MONDAY_EVENING), "Koordinator")
    prepared = planning.rest(WEEK, seconds=10)
    assert all(each.start >= 1440 for person in prepared.asked.citizens for each in person.available)
    with pytest.raises(UnsafePlan, match="R6"):
        planning.accept(prepared, planned(MONDAY, TUESDAY, hours=8), 1.0)
    accepted = planning.accept(prepared, plan_of_sessions(prepared.asked, TUESDAY), 1.0)
    assert [session.id for session in accepted.version.sessions] == ["s2"]
    assert planning.recheck(planning.prepare(WEEK), accepted.version).clean


def test_a_week_of_which_nothing_is_left_says_so() -> None:
    clock = FakeClock(datetime(2026, 11, 27, 15, 10, tzinfo=UTC))
    planning = PlanningService(FakeStore(UNIT), clock, "Koordinator")
    assert planning.nothing_left(planning.rest(WEEK, seconds=10))
    assert not planning.nothing_left(planning.rest(WEEK, minute=0))
    clock.set(datetime(2026, 11, 27, 13, 10, tzinfo=UTC))
    assert not planning.nothing_left(planning.rest(WEEK, seconds=10))


def test_what_would_have_begun_before_the_first_plan_is_stored_is_not_taken_as_held() -> None:
    clock = FakeClock(datetime(2026, 11, 24, 7, 50, tzinfo=UTC))
    store = FakeStore(UNIT)
    planning = PlanningService(store, clock, "Koordinator")
    rest = planning.rest(WEEK, seconds=10)
    plan = plan_of_sessions(rest.asked, TUESDAY)
    # Tuesday's session begins at nine: the vault was locked meanwhile.
    clock.set(datetime(2026, 11, 24, 8, 1, tzinfo=UTC))
    with pytest.raises(Overtaken):
        planning.accept(rest, plan, 1.0)
    assert planning.accept(rest, plan, 1.0, whole=True).version.sessions


def test_a_week_to_come_is_planned_whole() -> None:
    _, clock, planning = under_way()
    clock.set(datetime(2026, 11, 22, 18, 0, tzinfo=UTC))
    assert planning.rest(WEEK, seconds=10) == planning.prepare(WEEK)


def test_what_begins_while_the_week_is_planned_stands_too() -> None:
    _, clock, planning = under_way()
    # Tuesday's session begins at nine; it is five minutes to.
    clock.set(datetime(2026, 11, 24, 7, 55, tzinfo=UTC))
    assert planning.rest(WEEK, seconds=60).problem.locked == (MONDAY,)
    assert planning.rest(WEEK, seconds=600).problem.locked == (MONDAY, TUESDAY)


def test_a_plan_that_changes_what_has_begun_meanwhile_is_not_stored() -> None:
    store, clock, planning = under_way()
    rest = planning.rest(WEEK, seconds=10)
    clock.set(datetime(2026, 11, 24, 8, 1, tzinfo=UTC))
    before = dict(store.rows)
    with pytest.raises(Overtaken):
        planning.accept(rest, planned(MONDAY, replace(TUESDAY, start=4860, end=4980), hours=8), 1.0)
    assert store.rows == before
