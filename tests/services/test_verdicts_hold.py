"""A verdict, made on a slice of the week, says what the check of the whole week says."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.plans import PlannedSession
from desktop.services.demo import demo_unit_text
from desktop.services.files.importing import import_unit
from desktop.services.hand.verdicts import Verdict, Verdicts
from desktop.services.hand.week_edits import Leave, Make, Move, WeekEdit, applied, outcome_of
from desktop.services.hand.week_index import House, SessionIndex
from desktop.services.hand.worse import breaks_further
from desktop.services.week.planning import Prepared, prepared_of
from desktop.services.week.versions import session_of
from solver.check import Report, Violation, check
from solver.plan import Plan
from tests.services.fakes import FakeStore
from tests.services.hand_weeks import WEEK, any_edit, any_start, any_week, prepared, small_problem

Told = tuple[str, tuple[str, ...], str]


def report_of(week: Prepared, sessions: tuple[PlannedSession, ...]) -> Report:
    planned = tuple(session_of(WEEK, each) for each in sessions)
    return check(week.checked, Plan(str(WEEK), "feasible", sessions=planned))


def told(found: Violation) -> Told:
    """The money's sentence is about the edit's share alone; every other is that of the whole week."""
    return found.rule, found.ids, "" if found.rule == "R15" else found.text


def by_the_whole_week(
    week: Prepared, sessions: tuple[PlannedSession, ...], edit: WeekEdit, before: Report, after: Report
) -> set[Told]:
    """What an edit breaks, or breaks further, by the two checks of everything."""
    index = SessionIndex(House(week.checked), (session_of(WEEK, each) for each in sessions))
    outcome = outcome_of(index, WEEK, edit)
    known = {(each.rule, each.ids) for each in before.violations}
    texts = {(each.rule, each.ids, each.text) for each in before.violations}
    return {
        told(each)
        for each in after.violations
        if (each.rule, each.ids, each.text) not in texts
        and (
            (each.rule, each.ids) not in known or breaks_further(each, index, outcome.removed, outcome.added)
        )
    }


def assert_holds(
    week: Prepared, sessions: tuple[PlannedSession, ...], edit: WeekEdit, verdict: Verdict
) -> None:
    before, after = report_of(week, sessions), report_of(week, applied(week, sessions, edit))
    assert {told(each) for each in verdict.broken} == by_the_whole_week(week, sessions, edit, before, after)
    had, has = Counter(before.unmet), Counter(after.unmet)
    assert Counter(verdict.duties_met) == had - has
    assert Counter(verdict.duties_lost) == has - had
    old, new = dict(before.goals), dict(after.goals)
    assert verdict.cost == new["cost"] - old["cost"]
    assert verdict.minutes == pytest.approx(60 * (new["hours"] - old["hours"]))


@settings(max_examples=30)
@given(st.integers(0, 2**32))
def test_on_weeks_full_of_mistakes_it_says_what_the_whole_week_says(seed: int) -> None:
    random = Random(seed)
    sessions, problem = any_week(small_problem(random), random)
    week = prepared(problem)
    verdicts = Verdicts(week, sessions)
    for _ in range(4):
        edit = any_edit(problem, sessions, random)
        assert_holds(week, sessions, edit, verdicts.verdict(edit))


@settings(max_examples=8)
@given(st.integers(0, 2**32))
def test_every_reason_at_a_place_is_one_of_the_whole_week(seed: int) -> None:
    random = Random(seed)
    sessions, problem = any_week(small_problem(random), random)
    week = prepared(problem)
    before = report_of(week, sessions)
    for session in sessions[:1]:
        found = list(Verdicts(week, sessions).places(session.id))
        for place in random.sample(found, min(20, len(found))):
            edit = Move(session.id, place.room, place.start)
            after = report_of(week, applied(week, sessions, edit))
            whole = by_the_whole_week(week, sessions, edit, before, after)
            here = {told(each) for each in place.verdict.broken}
            assert here == whole if place.thorough else here
            assert place.thorough or {rule for rule, *_ in here} <= {rule for rule, *_ in whole}
            assert (place.verdict.kind == "forbidden") == bool(whole)


@pytest.fixture(scope="module")
def demo() -> Prepared:
    store = FakeStore()
    import_unit(store, demo_unit_text(1, date(2026, 11, 23)))
    with store.begin() as work:
        return prepared_of(work.unit(), WEEK)


def test_a_week_of_the_demo_unit_made_by_allowed_edits_alone_is_clean(demo: Prepared) -> None:
    """And each edit on the way, refused or made, is judged as the whole week judges it."""
    random, problem = Random(4), demo.checked
    sessions: tuple[PlannedSession, ...] = ()
    made = looked = 0
    while made < 25 and looked < 600:
        verdicts = Verdicts(demo, sessions)
        for _ in range(20):
            looked += 1
            edit = likely_edit(demo, sessions, random)
            verdict = verdicts.verdict(edit)
            if looked % 10 == 0 or verdict.allowed:
                assert_holds(demo, sessions, edit, verdict)
            if verdict.allowed:
                sessions = applied(demo, sessions, edit)
                made += 1
                break
    assert made == 25
    assert report_of(demo, sessions).violations == ()
    assert len(problem.citizens) == 70


def likely_edit(demo: Prepared, sessions: tuple[PlannedSession, ...], random: Random) -> WeekEdit:
    problem = demo.checked
    if random.random() < 0.3 and sessions:
        return any_edit(problem, sessions, random)
    citizen = random.choice([each for each in problem.citizens if each.activities])
    named = random.choice(citizen.activities).activity
    activity = next(each for each in problem.activities if each.id == named)
    start = any_start(random)
    end = start + random.choice(activity.minutes)
    room = random.choice(problem.rooms).id
    return Make(named, room, WEEK.moment(start), WEEK.moment(end), (citizen.id,))


def test_a_session_that_loses_its_last_person_goes(demo: Prepared) -> None:
    random = Random(1)
    while True:
        edit = likely_edit(demo, (), random)
        if Verdicts(demo, ()).verdict(edit).allowed:
            break
    sessions = applied(demo, (), edit)
    assert applied(demo, sessions, Leave(sessions[0].id, sessions[0].citizens[0])) == ()
