"""What is proven of the rest of a week whose past breaks a rule, said of the whole: never more than is so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest

from desktop.domain.offers import Enrolment
from desktop.domain.people import Absence, AbsenceKind
from desktop.domain.time import TimeSpan
from desktop.domain.unit import Entity
from desktop.services.week.broken_past import BrokenPast, broken_past, with_past
from desktop.services.week.hand_made import hand_made, most_minutes
from desktop.services.week.versions import planned_of
from desktop.services.week.when_broken import beyond
from solver.check import Report, check
from solver.plan import GoalName, GoalResult, Plan, Session
from solver.problem import Problem
from solver.solve import Options, solve
from tests.services.small_unit import SINCE, UNIT, WEEK
from tests.services.test_broken_past import FEUD, ILL, answer, short_cap, told

MENTOR = tuple(Enrolment(f"em{n}", f"c{n}", "mentor", 1, 2, SINCE) for n in (1, 2, 3, 4))
"""So that somebody who has had one thing today can come to another."""
MONDAY_NIGHT = datetime(2026, 11, 23, 19, 0).astimezone(UTC)
MIDDAY = datetime(2026, 11, 24, 11, 30).astimezone(UTC)
"""On Tuesday, half an hour after c3 has had all of the club that a day may have."""


def past_of(*since: Entity, at: datetime = MONDAY_NIGHT) -> BrokenPast:
    _, clock, planning = told(*MENTOR, *since)
    clock.set(at)
    past = planning.rest(WEEK, seconds=10).past
    assert past is not None
    return past


def report_of(problem: Problem, *sessions: Session) -> Report:
    return hand_made(problem, (planned_of(WEEK, each) for each in sessions))[1]


def clean_weeks(past: BrokenPast, seed: int) -> Iterator[tuple[Session, ...]]:
    """Weeks made at random of sessions to come that break nothing beside what stands."""
    dice = Random(seed)
    for _ in range(12):
        made: tuple[Session, ...] = ()
        for number in range(30):
            activity = dice.choice(past.whole.activities)
            start = dice.randrange(past.minute, 5 * 1440, past.whole.slot_minutes)
            people = dice.sample([each.id for each in past.whole.citizens], dice.choice((1, 1, 2)))
            staff = dice.sample([each.id for each in past.whole.staff], dice.choice((1, 1, 2)))
            more = Session(
                f"n{number}",
                activity.id,
                dice.choice(past.whole.rooms).id,
                start,
                start + dice.choice(activity.minutes),
                tuple(staff),
                tuple(people),
            )
            report = report_of(past.whole, *past.sessions, *made, more)
            if not beyond(report.violations, past.broken):
                made = (*made, more)
        yield made


def holds(past: BrokenPast, said: Mapping[GoalName, GoalResult], seed: int) -> bool:
    """Whether no week made at random passes what is said of all weeks."""
    found = [values(report_of(past.whole, *past.sessions, *week)) for week in clean_weeks(past, seed)]
    alike = [each for each in found if each["duties"] == said["duties"].value]
    return all(each["duties"] >= said["duties"].bound for each in found) and all(
        each["hours"] <= said["hours"].bound for each in alike
    )


def values(report: Report) -> dict[GoalName, float]:
    return dict(report.goals)


PASTS = {
    "rivals": (FEUD,),
    "ill": (ILL,),
    "fewer hours": (short_cap(2),),
    "room": (replace(UNIT.rooms[0], capacity=1),),
    "several": (FEUD, short_cap(4), replace(UNIT.enrolments[1], min_sessions=0, max_sessions=1)),
}


@pytest.mark.parametrize("since", PASTS.values(), ids=PASTS)
@pytest.mark.parametrize("at", [MONDAY_NIGHT, MIDDAY], ids=["evening", "midday"])
def test_no_week_beside_what_stands_passes_what_is_said_of_it(
    since: tuple[Entity, ...], at: datetime
) -> None:
    past = past_of(*since, at=at)
    weeks = list(clean_weeks(past, seed=1))
    assert any(len(each) > 3 for each in weeks)
    for week in weeks:
        whole = values(report_of(past.whole, *past.sessions, *week))
        assert whole["hours"] <= past.most_hours
        if past.exact:
            rest = check(past.asked, answer(past.asked, *week))
            assert rest.clean
            assert past.interviewed == 0
            assert values(rest)["duties"] == whole["duties"]
            assert values(rest)["hours"] + past.hours == pytest.approx(whole["hours"])


@pytest.mark.parametrize("since", PASTS.values(), ids=PASTS)
def test_what_the_engine_has_proven_of_the_rest_is_proven_of_the_whole(since: tuple[Entity, ...]) -> None:
    past = past_of(*since)
    assert past.exact
    plan = solve(past.asked, Options(work=3000, workers=1))
    made, report = with_past(past, plan)
    assert report.clean
    before, after = ({each.goal: each for each in found.goals} for found in (plan, made))
    assert after["duties"].bound == before["duties"].bound
    assert after["hours"].bound == pytest.approx(before["hours"].bound + past.hours)
    assert after["hours"].proven is before["hours"].proven
    assert holds(past, after, seed=2)


def proud(problem: Problem) -> Plan:
    """An empty plan of which the engine says that none is better."""
    plan = answer(problem)
    goals = tuple(
        replace(each, bound=each.value, proven=True) if each.goal in ("duties", "hours") else each
        for each in plan.goals
    )
    return replace(plan, goals=goals, status="optimal" if all(each.proven for each in goals) else "feasible")


def test_of_a_question_that_was_too_narrow_nothing_is_carried_over() -> None:
    """On Tuesday c3 has had the club and is offered nothing else that day, though a mentor could see them."""
    past = past_of(FEUD, at=MIDDAY)
    assert not past.exact
    mentor = Session("n1", "mentor", "r2", 1440 + 720, 1440 + 780, ("m1",), ("c3",))
    assert not beyond(report_of(past.whole, *past.sessions, mentor).violations, past.broken)
    assert check(past.asked, answer(past.asked, mentor)).violations
    made, _ = with_past(past, proud(past.asked))
    (hours,) = (each for each in made.goals if each.goal == "hours")
    assert (hours.bound, hours.proven) == (past.most_hours, False)


def test_hours_of_the_days_that_are_over_are_no_longer_possible() -> None:
    """On Friday at ten four people have six hours left, beside the eight that were held."""
    past = past_of(FEUD, at=datetime(2026, 11, 27, 9, 0).astimezone(UTC))
    assert past.hours == 8
    assert past.most_hours <= 8 + 4 * 6 < most_minutes(past.whole) / 60


AWAY = Absence("y4", "c4", AbsenceKind.ILLNESS, TimeSpan(WEEK.moment(1440), WEEK.moment(7 * 1440)))


@pytest.mark.parametrize(("since", "carried"), [((), False), ((AWAY,), True)], ids=["there", "away"])
def test_an_interview_held_before_is_a_duty_that_the_rest_does_not_know(
    since: tuple[Entity, ...], carried: bool
) -> None:
    """c4 has had it on Monday. The bound counts where c4 can get no hours: then that duty is always told."""
    _, _, planning = told(*MENTOR, FEUD, *since)
    version = planning.latest(WEEK)
    assert version is not None
    interview = planned_of(WEEK, Session("s0", "interview", "r2", 480, 510, ("m1",), ("c4",)))
    held = replace(version, sessions=(*version.sessions, interview))
    past = broken_past(planning.prepare(WEEK).checked, held, 1440)
    assert (past.exact, past.interviewed) == (True, 1)
    whole, rest = report_of(past.whole, *past.sessions), report_of(past.asked)
    assert values(whole)["duties"] == values(rest)["duties"] - 1
    plan = solve(past.asked, Options(work=3000, workers=1))
    made, report = with_past(past, plan)
    assert report.clean
    before, after = ({each.goal: each for each in found.goals} for found in (plan, made))
    assert before["duties"].proven
    assert (after["hours"].bound == pytest.approx(before["hours"].bound + past.hours)) is carried
    assert holds(past, after, seed=3)
