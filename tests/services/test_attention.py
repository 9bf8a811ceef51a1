"""What the first page tells: each matter where it is so, and not where it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from desktop.domain.attendance import Attendance, AttendanceState
from desktop.domain.conflicts import Separation
from desktop.domain.people import Citizen, HoursCap, LevelAssessment
from desktop.domain.time import DateSpan, IsoWeek
from desktop.domain.unit import Unit
from desktop.services.attention import Item, Matter, WeekStand, attention, first_steps
from desktop.services.week.planning import PlanningService
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import UNIT
from tests.services.versions import published
from tests.ui.kit import plan, poorer, unit

TODAY = FakeClock().today()
WEEK = IsoWeek.containing(TODAY)


def found(unit: Unit) -> dict[Matter, list[str]]:
    told: dict[Matter, list[str]] = {}
    for item in attention(unit, PlanningService(FakeStore(unit), FakeClock(), "K"), TODAY).items:
        told.setdefault(item.matter, []).append(item.subject)
    return told


def with_first(change: Callable[[Citizen], Citizen]) -> Unit:
    first, *others = UNIT.citizens
    return replace(UNIT, citizens=(change(first), *others))


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


def assessed(until: date) -> Unit:
    row = LevelAssessment(1, "Politiet", days(-200), until)
    return with_first(lambda one: replace(one, assessments=(row,)))


def capped(cap: HoursCap) -> Unit:
    return with_first(lambda one: replace(one, caps=(cap,)))


def belonging(last: date) -> Unit:
    """The first membership ends on a day, and the person stays with the unit."""
    first, *others = UNIT.memberships
    return replace(UNIT, memberships=(replace(first, span=DateSpan(days(-200), last)), *others))


def separated(*spans: DateSpan) -> Unit:
    a, b = (group.id for group in UNIT.groups[:2])
    rows = tuple(
        replace(UNIT.separations[0], id=f"s{number}", side_a=a, side_b=b, span=span)
        for number, span in enumerate(spans)
    )
    return replace(UNIT, separations=rows)


@pytest.mark.parametrize(
    ("made", "matter", "told"),
    [
        (with_first(lambda one: replace(one, assessments=())), Matter.LEVEL_NONE, True),
        (assessed(days(-1)), Matter.LEVEL_RUN_OUT, True),
        (assessed(days(0)), Matter.LEVEL_RUN_OUT, False),
        (assessed(days(14)), Matter.LEVEL_SOON, True),
        (assessed(days(15)), Matter.LEVEL_SOON, False),
        (with_first(lambda one: replace(one, caps=())), Matter.CAP_NONE, True),
        (capped(HoursCap(DateSpan(days(-90)), 600, 300, "K", days(14))), Matter.REVIEW_DUE, True),
        (capped(HoursCap(DateSpan(days(-90)), 600, 300, "K", days(15))), Matter.REVIEW_DUE, False),
        (separated(DateSpan(days(-90), days(-1))), Matter.SEPARATION_RUN_OUT, True),
        (separated(DateSpan(days(-90), days(-1)), DateSpan(days(0))), Matter.SEPARATION_RUN_OUT, False),
        (separated(DateSpan(days(-190), days(-90))), Matter.SEPARATION_RUN_OUT, True),
        (separated(DateSpan(days(-190), days(-91))), Matter.SEPARATION_RUN_OUT, False),
        (belonging(days(-1)), Matter.MEMBERSHIP_RUN_OUT, True),
        (belonging(days(-91)), Matter.MEMBERSHIP_RUN_OUT, False),
        (belonging(days(14)), Matter.MEMBERSHIP_SOON, True),
        (belonging(days(15)), Matter.MEMBERSHIP_SOON, False),
        (separated(DateSpan(days(-90), days(14))), Matter.SEPARATION_SOON, True),
        (separated(DateSpan(days(-90))), Matter.SEPARATION_SOON, False),
        (
            with_first(lambda one: replace(one, enrolled=DateSpan(one.enrolled.first, days(7)))),
            Matter.ENROLMENT_SOON,
            True,
        ),
    ],
)
def test_each_matter_is_told_on_its_days_alone(made: Unit, matter: Matter, told: bool) -> None:
    assert (matter in found(made)) is told


def test_a_separation_is_told_by_its_own_id() -> None:
    made = separated(DateSpan(days(-90), days(-1)))
    assert isinstance(made.separations[0], Separation)
    assert found(made)[Matter.SEPARATION_RUN_OUT] == ["s0"]


def test_a_level_whose_measures_end_is_told_unless_a_row_follows() -> None:
    first, *others = UNIT.levels
    ending = replace(first, span=DateSpan(first.span.first, days(5)))
    following = replace(first, id="next", span=DateSpan(days(6)))
    assert found(replace(UNIT, levels=(ending, *others)))[Matter.MEASURES_SOON] == [first.id]
    assert Matter.MEASURES_SOON not in found(replace(UNIT, levels=(ending, *others, following)))


def test_a_week_goes_from_not_planned_by_draft_and_published_to_no_longer_safe() -> None:
    store = FakeStore(unit())
    planning = PlanningService(store, FakeClock(), "K")

    def stand() -> tuple[WeekStand, bool]:
        state = attention(unit(), planning, TODAY).weeks[0]
        return state.stand, state.newer_draft

    assert stand() == (WeekStand.NOT_PLANNED, False)
    prepared = planning.prepare(WEEK)
    accepted = planning.accept(prepared, plan(prepared.problem), 1.0)
    assert stand() == (WeekStand.DRAFT, False)
    store.put(published(accepted.version))
    assert stand() == (WeekStand.PUBLISHED, False)
    planning.accept(prepared, plan(prepared.problem), 1.0)
    assert stand() == (WeekStand.PUBLISHED, True)
    store.put(replace(unit().rooms[0], capacity=1))
    assert stand() == (WeekStand.UNSAFE, True)


def test_that_nobody_is_called_to_an_interview_is_told_while_somebody_should_be() -> None:
    def told(made: Unit, store: FakeStore | None = None) -> list[Item]:
        planning = PlanningService(store or FakeStore(made), FakeClock(), "K")
        items = attention(made, planning, TODAY).items
        return [each for each in items if each.matter is Matter.NO_INTERVIEW]

    silent = replace(UNIT, settings=replace(UNIT.settings, idle_interview=None))
    assert told(silent) == []
    two_idle = replace(silent, enrolments=silent.enrolments[2:])
    assert told(two_idle) == [Item(Matter.NO_INTERVIEW, "unit", count=2)]
    assert told(replace(two_idle, settings=UNIT.settings)) == []
    gone = tuple(replace(each, enrolled=DateSpan(days(-90), days(-30))) for each in UNIT.citizens)
    assert told(replace(two_idle, citizens=gone)) == []
    store = FakeStore(silent)
    planning = PlanningService(store, FakeClock(), "K")
    prepared = planning.prepare(WEEK)
    planning.accept(prepared, poorer(prepared.problem), 1.0)
    assert told(silent, store) == [Item(Matter.NO_INTERVIEW, "unit", count=2)]


def test_whoever_misses_sessions_is_told_with_how_many() -> None:
    store = FakeStore(unit())
    planning = PlanningService(store, FakeClock(), "K")
    prepared = planning.prepare(WEEK)
    planning.accept(prepared, plan(prepared.problem), 1.0)
    (missing,) = [
        each for each in attention(unit(), planning, TODAY).items if each.matter is Matter.MISSING_DUTY
    ]
    assert (missing.subject, missing.count) == ("c4", 1)


def test_who_misses_sessions_is_judged_by_what_must_be_by_now() -> None:
    """An enrolment that asks for more, or no longer asks, after the week was planned."""
    store = FakeStore(unit())
    planning = PlanningService(store, FakeClock(), "K")
    prepared = planning.prepare(WEEK)
    planning.accept(prepared, plan(prepared.problem), 1.0)

    def missing() -> dict[str, int]:
        items = attention(unit(), planning, TODAY).items
        return {each.subject: each.count for each in items if each.matter is Matter.MISSING_DUTY}

    def week() -> int:
        return sum(attention(unit(), planning, TODAY).weeks[0].missing.values())

    assert (missing(), week()) == ({"c4": 1}, 1)
    for each in unit().enrolments:
        store.put(replace(each, min_sessions=0))
    assert (missing(), week()) == ({}, 0)
    store.put(replace(unit().enrolments[0], min_sessions=3, max_sessions=3))
    assert missing() == {unit().enrolments[0].citizen: 2}


def test_an_older_draft_that_is_published_after_a_newer_one_is_what_the_week_is_told_by() -> None:
    store, clock = FakeStore(unit()), FakeClock()
    planning = PlanningService(store, clock, "K")
    prepared = planning.prepare(WEEK)
    first, second = (planning.accept(prepared, plan(prepared.problem), 1.0).version for _ in range(2))
    now = clock.now()
    store.put(published(second, now))
    store.put(published(first, now + timedelta(minutes=1)))
    state = attention(unit(), planning, TODAY).weeks[0]
    assert state.version is not None
    assert (state.version.number, state.stand, state.newer_draft) == (1, WeekStand.PUBLISHED, False)


def test_the_first_steps_are_done_one_after_another() -> None:
    bare = Unit(UNIT.settings)
    assert [step.done for step in first_steps(bare, ())] == [False] * 8
    assert [step.key for step in first_steps(UNIT, ()) if not step.done] == ["week"]


def test_a_no_show_that_nobody_followed_up_is_told_with_its_day() -> None:
    start = datetime.combine(days(-2), time(9))
    missed = Attendance(
        "att1",
        IsoWeek.containing(start.date()),
        "n1",
        start,
        "c1",
        AttendanceState.NO_SHOW,
        "K",
        FakeClock().now(),
    )
    planning = PlanningService(FakeStore(UNIT), FakeClock(), "K")
    items = attention(UNIT, planning, TODAY, [missed]).items
    assert Item(Matter.NO_SHOW, "c1", days(-2)) in items
    assert not any(each.matter is Matter.NO_SHOW for each in attention(UNIT, planning, TODAY).items)
