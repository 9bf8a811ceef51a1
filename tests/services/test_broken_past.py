"""A week whose past breaks a rule by now: the rest is planned, and held against every rule beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.people import Absence, AbsenceKind
from desktop.domain.time import TimeSpan
from desktop.domain.unit import Entity
from desktop.services.hand.drafts import DraftService
from desktop.services.week.broken_past import BrokenPast, with_past
from desktop.services.week.hand_made import hand_made
from desktop.services.week.planning import PlanningService, Prepared, UnsafePlan, held_whole
from desktop.services.week.underway import PastBroken
from desktop.services.week.versions import planned_of, session_of
from solver.exchange import read_problem, write_problem
from solver.plan import Plan, Session
from solver.problem import Problem
from solver.solve import Options, solve
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import SINCE, UNIT, WEEK, of
from tests.services.test_building import with_citizen
from tests.services.test_planning import MONDAY, PLAN, TUESDAY, under_way

FEUD = Separation("x2", "c1", "c2", Scope.SITE, 60, "Slagsmål", SINCE, "Mentor")
"""Known since Monday evening: c1 and c2 have been in one session that day."""
ILL = Absence("y1", "c1", AbsenceKind.ILLNESS, TimeSpan(WEEK.moment(0), WEEK.moment(1440)))
WEDNESDAY = Session("n1", "club", "r1", 3420, 3540, ("m2",), ("c1",))


def told(*since: Entity) -> tuple[FakeStore, FakeClock, PlanningService]:
    store, clock, planning = under_way()
    store.put(*since)
    return store, clock, planning


def rest(*since: Entity) -> tuple[PlanningService, Prepared, BrokenPast]:
    _, _, planning = told(*since)
    prepared = planning.rest(WEEK, seconds=10)
    assert prepared.past is not None
    return planning, prepared, prepared.past


def answer(problem: Problem, *sessions: Session) -> Plan:
    """What the engine would send: a plan that tells the truth of itself."""
    return hand_made(problem, (planned_of(WEEK, each) for each in sessions))[0]


def test_the_rest_is_planned_beside_a_past_in_which_rivals_have_met() -> None:
    planning, prepared, past = rest(FEUD)
    accepted = planning.accept(prepared, answer(past.asked, TUESDAY, WEDNESDAY), 1.0)
    assert [session_of(WEEK, each) for each in accepted.version.sessions] == [MONDAY, TUESDAY, WEDNESDAY]
    assert accepted.report.clean
    assert [each.ids for each in accepted.report.over if each.rule == "R10"] == [("s1", "c1", "c2")]
    assert planning.recheck(planning.prepare(WEEK), accepted.version).clean
    hours = {goal.goal: goal.value for goal in accepted.version.goals}["hours"]
    # Monday's two people for three hours, one each on Tuesday and Wednesday for two.
    assert hours == 2 * 3 + 2 + 2


def test_it_can_be_handed_out_at_once() -> None:
    store, clock, planning = told(FEUD)
    prepared = planning.rest(WEEK, seconds=10)
    accepted = planning.accept(prepared, answer(prepared.asked, TUESDAY, WEDNESDAY), 1.0)
    done = DraftService(store, clock, "K").publish(accepted.version)
    assert done.version.number == 2


@pytest.mark.parametrize(
    ("since", "coming", "rule"),
    [
        (FEUD, replace(WEDNESDAY, citizens=("c1", "c2")), "R10"),
        (FEUD, replace(WEDNESDAY, start=1080, end=1200), "R6"),
        (ILL, replace(WEDNESDAY, staff=()), "R5"),
    ],
    ids=["rivals again", "before now", "nobody there"],
)
def test_nothing_of_what_is_to_come_is_forgiven(since: Entity, coming: Session, rule: str) -> None:
    planning, prepared, past = rest(since)
    with pytest.raises(UnsafePlan) as refused:
        planning.accept(prepared, answer(past.asked, coming), 1.0)
    assert rule in {found.rule for found in refused.value.report.violations}
    assert len(planning.versions(WEEK)) == 1


DEAR = replace(UNIT.activities[0], cost_per_session=1000)
"""A session of it costs more than half of what a week may."""


def short_cap(hours: int) -> Entity:
    (held,) = with_citizen(UNIT, "c1").citizens[0].caps
    return replace(UNIT.citizens[0], caps=(replace(held, weekly_minutes=hours * 60),))


@pytest.mark.parametrize(
    ("since", "coming", "rule"),
    [
        ((short_cap(2),), WEDNESDAY, "R7"),
        ((FEUD, short_cap(4)), WEDNESDAY, "R7"),
        ((FEUD, replace(UNIT.enrolments[0], min_sessions=1, max_sessions=1)), WEDNESDAY, "R8"),
        ((FEUD,), replace(WEDNESDAY, id="s1", citizens=("c1", "c2")), "R10"),
        ((FEUD, replace(UNIT.staff[1], max_weekly_minutes=240)), WEDNESDAY, "R4"),
        ((FEUD, DEAR, replace(UNIT.limits[0], value=53 * 1500)), WEDNESDAY, "R15"),
    ],
    ids=[
        "over the hours",
        "hours used up",
        "sessions used up",
        "a session's name",
        "staff used up",
        "money",
    ],
)
def test_whatever_the_engine_was_asked_the_whole_week_is_judged(
    since: tuple[Entity, ...], coming: Session, rule: str
) -> None:
    """The engine is asked for what it should not be: as if nothing had happened yet."""
    _, _, past = rest(*since)
    lax = replace(past, asked=lax_problem(past))
    plan, report = with_past(lax, answer(lax.asked, coming))
    assert len(plan.sessions) == 2
    assert {found.rule for found in report.violations} == {rule}


def lax_problem(past: BrokenPast) -> Problem:
    """The week without its past, its people without any bounds."""
    enrolled = next(each for each in UNIT.enrolments if each.citizen == "c1")
    citizens = tuple(
        replace(
            each,
            max_minutes=6000,
            max_daily_minutes=600,
            activities=tuple(replace(one, max_sessions=enrolled.max_sessions) for one in each.activities),
        )
        for each in past.whole.citizens
    )
    staff = tuple(replace(each, max_minutes=6000) for each in past.whole.staff)
    return replace(past.whole, citizens=citizens, staff=staff, separations=())


def test_what_has_begun_is_used_up_for_the_rest() -> None:
    _, prepared, past = rest(FEUD, replace(UNIT.activities[0], cost_per_session=500, cost_per_citizen=100))
    (block,) = past.asked.commitments
    assert (block.citizens, block.site, block.start, block.end) == (("c1", "c2"), "s1", 540, 720)
    assert block.counts
    assert past.asked.locked == ()
    assert past.whole.budget is not None
    assert past.asked.budget == past.whole.budget - 700
    c1, before = of(past.asked, "c1"), of(past.whole, "c1")
    assert min(each.start for each in c1.available) >= 1440
    assert {each.activity: each.max_sessions for each in before.activities}["club"] == 3
    assert {each.activity: (each.min_sessions, each.max_sessions) for each in c1.activities}["club"] == (0, 2)
    used, had = (
        next(each for each in problem.staff if each.id == "m2") for problem in (past.asked, past.whole)
    )
    assert used.max_minutes == had.max_minutes - 180
    assert prepared.problem == prepared.checked == past.whole
    assert past.hours == 6


def test_rivals_are_kept_apart_from_what_still_runs() -> None:
    """On Tuesday at half past nine c3 is in a session; c1 is kept apart from c3 on the site, with a gap."""
    _, clock, planning = told(FEUD)
    clock.set(datetime(2026, 11, 24, 9, 30).astimezone(UTC))
    # The small unit's Tuesday session runs from nine to eleven.
    prepared = planning.rest(WEEK, seconds=10)
    assert prepared.past is not None
    end = TUESDAY.end
    near = Session("n1", "club", "r2", end, end + 120, ("m2",), ("c1",))
    _, report = held_whole(prepared, answer(prepared.asked, near))
    assert "R11" in {found.rule for found in report.violations}
    _, report = held_whole(prepared, answer(prepared.asked, replace(near, start=end + 30, end=end + 150)))
    assert report.clean


def test_what_runs_and_breaks_a_rule_is_told_and_the_rest_is_planned() -> None:
    _, clock, planning = told(FEUD)
    clock.set(datetime(2026, 11, 23, 10, 0).astimezone(UTC))
    prepared = planning.rest(WEEK, seconds=10)
    assert prepared.past is not None
    accepted = planning.accept(prepared, answer(prepared.asked, WEDNESDAY), 1.0)
    assert accepted.report.clean
    assert [each.ids[0] for each in accepted.report.running if each.rule == "R10"] == ["s1"]
    assert not accepted.report.over
    clock.set(datetime(2026, 11, 23, 12, 1).astimezone(UTC))
    later = planning.rest(WEEK, seconds=10)
    _, report = held_whole(later, answer(later.asked, WEDNESDAY))
    assert (report.clean, report.running) == (True, ())
    assert report.over


def test_who_is_ill_is_told_quietly_of_what_runs_while_the_rest_is_planned() -> None:
    _, clock, planning = told(ILL)
    clock.set(datetime(2026, 11, 23, 10, 0).astimezone(UTC))
    prepared = planning.rest(WEEK, seconds=10)
    _, report = held_whole(prepared, answer(prepared.asked, WEDNESDAY))
    assert report.running
    assert (report.safe, report.mild_sessions) == (True, 1)


def test_the_rest_is_kept_apart_from_those_who_are_there_though_they_must_not_be() -> None:
    _, clock, planning = told(FEUD)
    clock.set(datetime(2026, 11, 23, 10, 0).astimezone(UTC))
    prepared = planning.rest(WEEK, seconds=10)
    # c4 is a rival of c1, who is there until noon.
    near = Session("n1", "club", "r2", 720, 840, ("m2",), ("c4",))
    _, report = held_whole(prepared, answer(prepared.asked, near))
    assert "R11" in {found.rule for found in report.violations}


def test_what_can_not_be_written_down_any_more_is_for_something_happened() -> None:
    store, _, planning = told(FEUD)
    with store.begin() as work:
        work.remove(type(UNIT.activities[0]), "club")
        work.commit()
    with pytest.raises(PastBroken):
        planning.rest(WEEK, seconds=10)


def test_the_planner_has_no_way_into_the_past_by_the_name_of_a_session() -> None:
    planning, prepared, past = rest(FEUD)
    same_name = replace(WEDNESDAY, id="s1")
    accepted = planning.accept(prepared, answer(past.asked, same_name), 1.0)
    assert [(each.id, each.start) for each in accepted.version.sessions] == [
        ("s1", WEEK.moment(540)),
        ("s1.2", WEEK.moment(3420)),
    ]


def test_what_changes_meanwhile_makes_the_question_another() -> None:
    store, _, planning = told(FEUD)
    prepared = planning.rest(WEEK, seconds=10)
    again = planning.rest(WEEK, minute=prepared.minute)
    assert again.same(prepared)
    store.put(ILL)
    assert not planning.rest(WEEK, minute=prepared.minute).same(prepared)


@pytest.mark.parametrize(
    "since",
    [
        (FEUD,),
        (ILL,),
        (short_cap(2),),
        (replace(UNIT.citizens[0], assessments=()),),
        (replace(UNIT.rooms[0], capacity=1),),
        (replace(UNIT.citizens[0], avoid_staff=("m2",)),),
        (replace(UNIT.citizens[0], enrolled=replace(SINCE, last=date(2026, 11, 22))),),
        (FEUD, ILL, replace(UNIT.enrolments[1], min_sessions=0, max_sessions=1)),
    ],
    ids=["rivals", "ill", "fewer hours", "level unknown", "room", "staff avoided", "left", "several"],
)
def test_what_the_engine_makes_of_the_question_is_safe_and_leaves_the_past(since: tuple[Entity, ...]) -> None:
    planning, prepared, past = rest(*since)
    asked = read_problem(write_problem(past.asked))
    assert asked == past.asked
    plan = solve(asked, Options(work=300, workers=1))
    accepted = planning.accept(prepared, plan, 1.0)
    sessions = [session_of(WEEK, each) for each in accepted.version.sessions]
    assert accepted.report.clean
    assert MONDAY in sessions
    assert [each for each in sessions if each.start >= 1440]


def test_a_past_that_breaks_nothing_is_planned_from_as_ever() -> None:
    _, _, planning = told()
    prepared = planning.rest(WEEK, seconds=10)
    assert (prepared.past, prepared.problem.locked) == (None, (MONDAY,))
    assert prepared.asked == prepared.problem


def test_what_has_begun_of_a_draft_that_people_go_by_stands_as_well() -> None:
    store, clock = FakeStore(UNIT), FakeClock()
    planning = PlanningService(store, clock, "K")
    planning.accept(planning.rest(WEEK, seconds=10), PLAN, 4.5)
    store.put(FEUD)
    clock.set(datetime(2026, 11, 23, 18, 0, tzinfo=UTC))
    past = planning.rest(WEEK, seconds=10).past
    assert past is not None
    assert past.sessions == (MONDAY,)
