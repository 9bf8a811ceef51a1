"""Whoever is away by their own record is in no danger; whoever is kept from a session otherwise may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.domain.levels import ThreatLevel
from desktop.domain.locks import Lock, LockKind
from desktop.domain.people import Absence, AbsenceKind, Citizen, HoursCap, LevelAssessment
from desktop.domain.time import DateSpan, TimeSpan, WeeklyBlock
from desktop.domain.unit import Unit
from desktop.services.week.building import build_problem, checked_problem
from desktop.services.week.in_force import unsafe_week
from desktop.services.week.not_free import NotFree, Why, not_free
from desktop.services.week.planning import PlanningService
from desktop.services.week.unsafe import danger, running_now
from desktop.services.week.versions import version_of
from desktop.services.week.when_broken import judged
from solver.plan import Session
from tests.services.acute_week import NOW, local, plan_of_sessions
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import UNIT, WEEK, citizen, level
from tests.services.versions import published

ALONE = replace(level(3, 1, 2), alone_on_site=True)
FIRST = replace(citizen("c1"), assessments=(LevelAssessment(3, "K", date(2026, 9, 1), date(2027, 3, 1)),))
WHOLE = replace(UNIT, levels=(*UNIT.levels, ALONE), citizens=(FIRST, *UNIT.citizens[1:]))
ILL = Absence("a1", "c1", AbsenceKind.ILLNESS, TimeSpan(local("2026-11-25"), local("2026-11-28")))
"""Wednesday to Friday; the sessions are on Wednesday and Thursday, and the first runs."""
VERSION = published(
    version_of(
        plan_of_sessions(
            build_problem(WHOLE, WEEK),
            Session("n1", "club", "r1", 2 * 1440 + 540, 2 * 1440 + 660, ("m1", "m2"), ("c1",)),
            Session("n2", "club", "r1", 3 * 1440 + 540, 3 * 1440 + 660, ("m1", "m2"), ("c1",)),
        ),
        week=WEEK,
        number=1,
        created_at=datetime(2026, 11, 20, 12, tzinfo=UTC),
        created_by="K",
        seconds=1.0,
    )
)
SET = datetime(2026, 11, 24, 12, tzinfo=UTC)
ENDED = replace(ALONE, span=DateSpan(date(2026, 1, 1), date(2026, 11, 23)))
LEVEL_4 = LevelAssessment(4, "Politiet", date(2026, 11, 25), date(2027, 3, 1))


def with_first(*, levels: Iterable[ThreatLevel] = WHOLE.levels, **changed: object) -> Unit:
    first = replace(FIRST, **changed)  # type: ignore[arg-type]
    return replace(WHOLE, levels=tuple(levels), citizens=(first, *WHOLE.citizens[1:]))


def without_assessment() -> Unit:
    """Nobody assessed the first one, and level 5, which nobody has measures of, is known of another."""
    other: Citizen = replace(UNIT.citizens[1], assessments=(replace(LEVEL_4, level=5),))
    return replace(
        WHOLE, citizens=(replace(FIRST, assessments=()), other, *WHOLE.citizens[2:]), memberships=()
    )


UNKNOWN_MEASURES = {
    "the measures ended in mid-week": (with_first(levels=(*UNIT.levels, ENDED)), 3),
    "a level without any measures": (with_first(assessments=(*FIRST.assessments, LEVEL_4)), 4),
    "measures from the day on alone": (
        with_first(
            levels=(*WHOLE.levels, replace(ALONE, id="l4", level=4, span=DateSpan(date(2026, 11, 24)))),
            assessments=(*FIRST.assessments, LEVEL_4),
        ),
        4,
    ),
    "no assessment counts as the highest level": (without_assessment(), 5),
}


@pytest.mark.parametrize(("unit", "number"), UNKNOWN_MEASURES.values(), ids=UNKNOWN_MEASURES)
def test_whose_measures_nobody_knows_is_not_absent(unit: Unit, number: int) -> None:
    problem = checked_problem(unit, WEEK)
    found = danger(problem, unit, VERSION, NOW)
    assert [each.session.id for each in found.running] == ["n1"]
    assert [each.session.id for each in found.grave] == ["n1", "n2"]
    report = judged(problem, unit, VERSION, NOW, given=VERSION)
    assert not report.safe
    assert report.mild == ()
    assert [each.session.id for each in running_now(VERSION, report, NOW)] == ["n1"]
    why = {not_free(unit, each, "c1") for each in VERSION.sessions}
    assert why == {NotFree(Why.UNMEASURED, number)}


def test_the_week_in_force_is_unsafe_by_it_and_the_staff_are_called() -> None:
    unit = with_first(assessments=(*FIRST.assessments, LEVEL_4))
    store, clock = FakeStore(unit), FakeClock(NOW.astimezone(UTC))
    store.put(VERSION)
    found = unsafe_week(PlanningService(store, clock, "K"), clock, WEEK)
    assert found is not None
    assert (found.broken, found.sessions) == (True, 2)


def test_who_is_ill_is_away_but_not_where_nobody_knows_what_they_are_met_with() -> None:
    ill = replace(WHOLE, absences=(ILL,))
    assert judged(checked_problem(ill, WEEK), ill, VERSION, NOW).mild_sessions == 2
    assert danger(checked_problem(ill, WEEK), ill, VERSION, NOW).running == ()
    unknown = replace(with_first(assessments=(*FIRST.assessments, LEVEL_4)), absences=(ILL,))
    assert judged(checked_problem(unknown, WEEK), unknown, VERSION, NOW).mild == ()
    assert {each.session.id for each in danger(checked_problem(unknown, WEEK), unknown, VERSION, NOW).grave}


def test_who_is_ill_while_their_measures_are_still_known_is_away() -> None:
    """The measures end on Wednesday evening: of Wednesday, what they would be met with is known."""
    ended = replace(ALONE, span=DateSpan(date(2026, 1, 1), date(2026, 11, 25)))
    unit = replace(with_first(levels=(*UNIT.levels, ended)), absences=(ILL,))
    why = [not_free(unit, each, "c1").why for each in VERSION.sessions]
    assert why == [Why.AWAY, Why.UNMEASURED]


def test_what_is_none_of_their_times_is_away() -> None:
    unit = with_first(availability=tuple(WeeklyBlock(day, 720, 960) for day in range(5)))
    report = judged(checked_problem(unit, WEEK), unit, VERSION, NOW)
    assert report.safe
    assert report.mild_sessions == 2


@pytest.mark.parametrize(
    "lock",
    [
        Lock("k1", WEEK, LockKind.DAY, "2026-11-26", (), "K", SET),
        Lock("k1", WEEK, LockKind.PERSON, "c1", (), "K", SET),
    ],
    ids=["day", "person"],
)
def test_whom_a_lock_keeps_out_is_not_absent(lock: Lock) -> None:
    problem = checked_problem(WHOLE, WEEK, (lock,))
    report = judged(problem, WHOLE, VERSION, NOW - timedelta(days=1))
    assert "R6" in {each.rule for each in report.grave}
    assert report.mild == ()
    assert not_free(WHOLE, VERSION.sessions[1], "c1") == NotFree(Why.LOCKED)


def test_who_has_left_or_has_no_hours_that_day_is_not_absent() -> None:
    left = with_first(enrolled=DateSpan(date(2026, 1, 1), date(2026, 11, 25)))
    cap = with_first(caps=(HoursCap(DateSpan(date(2026, 1, 1), date(2026, 11, 25)), 1200, 360, "E"),))
    for unit, why in ((left, Why.NOT_ENROLLED), (cap, Why.NO_HOURS)):
        report = judged(checked_problem(unit, WEEK), unit, VERSION, NOW)
        assert {each.ids[0] for each in report.grave if each.rule == "R6"} == {"n2"}
        assert report.mild == ()
        assert not_free(unit, VERSION.sessions[1], "c1") == NotFree(why)


def test_whom_the_unit_does_not_know_any_more_is_not_absent() -> None:
    gone = replace(WHOLE, citizens=WHOLE.citizens[1:], absences=(ILL,), memberships=UNIT.memberships[1:])
    found = danger(checked_problem(gone, WEEK), gone, VERSION, NOW)
    assert [each.session.id for each in found.running] == ["n1"]
    assert not_free(gone, VERSION.sessions[0], "c1") == NotFree(Why.NOT_ENROLLED)
