from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from desktop.domain.conflicts import Separation
from desktop.domain.levels import measures_in
from desktop.domain.offers import Enrolment, Offer, OfferKind, Placement, PlacementKind, Referral
from desktop.domain.people import Absence, AbsenceKind, LevelAssessment
from desktop.domain.places import Site, SiteKind
from desktop.domain.settings import ClosedDays, LimitKey
from desktop.domain.time import DateSpan, IsoWeek, TimeSpan, WeeklyBlock
from desktop.domain.unit import Unit
from desktop.services.week.building import CannotPlan, build_problem
from solver import problem as form
from solver.check import check
from solver.exchange import read_problem, write_problem
from solver.plan import Plan, Session
from tests.domain_strategies import units
from tests.services.small_unit import SINCE, UNIT, WEEK, of

BEFORE = DateSpan(date(2026, 1, 1), WEEK.previous().sunday)
PLACEMENT = Placement(
    "p1", "c1", PlacementKind.INTERNSHIP, "Firmaet", "s2", (WeeklyBlock(1, 480, 885),), SINCE
)


def with_citizen(unit: Unit, entity_id: str, **changes: Any) -> Unit:
    people = tuple(replace(each, **changes) if each.id == entity_id else each for each in unit.citizens)
    return replace(unit, citizens=people)


def absent(person: str, first_day: int, last_day: int) -> Absence:
    start = WEEK.moment(first_day * 1440)
    return Absence("y1", person, AbsenceKind.HOLIDAY, TimeSpan(start, WEEK.moment((last_day + 1) * 1440)))


def enrolled(unit: Unit, week: IsoWeek = WEEK, person: str = "c1") -> dict[str, tuple[int, int]]:
    found = of(build_problem(unit, week), person).activities
    return {row.activity: (row.min_sessions, row.max_sessions) for row in found}


@settings(max_examples=12)
@given(units())
def test_any_unit_becomes_a_problem_that_its_file_keeps(unit: Unit) -> None:
    """Sound by the exchange format's own reading, and its empty plan breaks no rule."""
    week = WEEK
    unit = replace(
        unit,
        citizens=tuple(replace(each, enrolled=DateSpan(week.days[2])) for each in unit.citizens),
        levels=tuple(replace(each, span=DateSpan(week.days[0])) for each in unit.levels),
        separations=tuple(each for each in unit.separations if each.side_a != each.side_b),
        placements=tuple(replace(each, id=f"p{at}") for at, each in enumerate(unit.placements)),
    )
    problem = build_problem(unit, week)
    assert read_problem(write_problem(problem)) == problem
    assert check(problem, Plan(problem.week, "feasible")).violations == ()
    assert {each.id for each in problem.citizens} == {each.id for each in unit.citizens}


def test_no_name_and_no_note_reaches_the_problem() -> None:
    unit = replace(with_citizen(UNIT, "c1", note="Notat"), placements=(PLACEMENT,))
    text = write_problem(build_problem(unit, WEEK))
    for secret in (
        "Navn",
        "sag-",
        "Notat",
        "Gruppe",
        "Huset",
        "Lokale",
        "Medarbejder",
        "Firmaet",
        "Konflikt",
    ):
        assert secret not in text


def test_the_week_keeps_the_units_grid_hours_and_goals() -> None:
    problem = build_problem(UNIT, WEEK)
    assert (problem.week, problem.slot_minutes) == ("2026-W48", 30)
    assert problem.open_hours == tuple(form.Interval(day * 1440 + 480, day * 1440 + 960) for day in range(5))
    assert problem.goals == ("duties", "hours")
    assert (problem.locked, problem.reference) == ((), None)
    assert problem.idle_interview == "interview"


def test_a_closed_day_has_no_open_hours() -> None:
    closed = ClosedDays("d1", DateSpan(WEEK.days[2], WEEK.days[2]), "Temadag")
    problem = build_problem(replace(UNIT, closed_days=(closed,)), WEEK)
    assert [interval.start // 1440 for interval in problem.open_hours] == [0, 1, 3, 4]


@pytest.mark.parametrize(("week", "expected"), [(IsoWeek(2026, 53), 100_000), (IsoWeek(2027, 1), 101_923)])
def test_the_years_money_is_spread_over_the_iso_weeks_of_the_year(week: IsoWeek, expected: int) -> None:
    assert build_problem(UNIT, week).budget == expected


def test_no_money_on_record_is_no_budget_and_not_a_budget_of_nothing() -> None:
    assert build_problem(replace(UNIT, limits=()), WEEK).budget is None


def test_without_levels_nobody_can_be_planned() -> None:
    with pytest.raises(CannotPlan):
        build_problem(replace(UNIT, levels=()), WEEK)
    with pytest.raises(CannotPlan):
        build_problem(UNIT, IsoWeek(2025, 10))


def test_a_level_that_runs_out_in_the_week_counts_as_one_higher() -> None:
    runs_out = LevelAssessment(1, "Koordinator", date(2026, 6, 1), WEEK.days[2])
    unit = with_citizen(UNIT, "c1", assessments=(runs_out,))
    assert of(build_problem(unit, WEEK), "c1").level == 2
    assert of(build_problem(unit, WEEK.previous()), "c1").level == 1


def test_somebody_never_assessed_is_planned_at_the_highest_level() -> None:
    assert of(build_problem(with_citizen(UNIT, "c1", assessments=()), WEEK), "c1").level == 2


def test_nobody_is_planned_by_laxer_measures_because_those_of_their_level_have_lapsed() -> None:
    """Level 2 held until Tuesday: whoever is on it has no sessions; whoever is on level 1 is not touched."""
    lapsed = replace(UNIT.levels[1], span=DateSpan(SINCE.first, WEEK.days[1]))
    unit = with_citizen(replace(UNIT, levels=(UNIT.levels[0], lapsed)), "c1", assessments=())
    renewed = LevelAssessment(1, "Koordinator", date(2026, 6, 1), WEEK.previous().sunday)
    unit = with_citizen(unit, "c2", assessments=(renewed,))
    for week in (WEEK, WEEK.next()):
        problem = build_problem(unit, week)
        assert [of(problem, each).available for each in ("c1", "c2")] == [(), ()]
        assert [of(problem, each).level for each in ("c1", "c2", "c3")] == [2, 2, 1]
        assert of(problem, "c3").available
        assert problem.levels[1] == form.Level(2, 1, 1, 0, frozenset(), alone_on_site=True)
        assert read_problem(write_problem(problem)) == problem
    assert of(build_problem(unit, WEEK.previous()), "c1").available


def test_measures_reach_the_problem() -> None:
    strict = replace(UNIT.levels[1], guards=1, room_features=frozenset({"alarm"}), alone_on_site=True)
    problem = build_problem(replace(UNIT, levels=(UNIT.levels[0], strict)), WEEK)
    assert problem.levels[1] == form.Level(2, 2, 2, 1, frozenset({"alarm"}), alone_on_site=True)
    assert len(measures_in(UNIT.levels, WEEK)) == len(problem.levels)


def test_without_a_cap_no_counted_hour_is_planned() -> None:
    person = of(build_problem(with_citizen(UNIT, "c1", caps=()), WEEK), "c1")
    assert (person.max_minutes, person.max_daily_minutes) == (0, 0)
    assert person.available


def test_hours_are_rounded_down_to_whole_slots() -> None:
    cap = replace(UNIT.citizens[0].caps[0], weekly_minutes=1199, daily_minutes=359)
    member = replace(UNIT.staff[0], max_weekly_minutes=1799)
    unit = replace(with_citizen(UNIT, "c1", caps=(cap,)), staff=(member,))
    problem = build_problem(unit, WEEK)
    person = of(problem, "c1")
    assert (person.max_minutes, person.max_daily_minutes) == (1170, 330)
    assert problem.staff[0].max_minutes == 1770


def test_only_people_enrolled_in_the_week_are_planned() -> None:
    unit = with_citizen(UNIT, "c1", enrolled=BEFORE)
    unit = with_citizen(unit, "c2", enrolled=DateSpan(WEEK.sunday))
    assert [person.id for person in build_problem(unit, WEEK).citizens] == ["c2", "c3", "c4"]
    assert of(build_problem(unit, WEEK), "c2").available == ()


def test_absences_of_citizens_and_staff_shorten_when_they_can_come() -> None:
    unit = replace(UNIT, absences=(absent("c1", 0, 2), replace(absent("m1", 4, 6), id="y2")))
    problem = build_problem(unit, WEEK)
    assert [interval.start // 1440 for interval in of(problem, "c1").available] == [3, 4]
    assert [interval.start // 1440 for interval in problem.staff[0].available] == [0, 1, 2, 3]


def test_a_placement_is_a_commitment_that_counts_at_its_workplace() -> None:
    problem = build_problem(replace(UNIT, placements=(PLACEMENT,)), WEEK)
    block = form.Commitment("p1.1", ("c1",), "s2", 1440 + 480, 1440 + 900, counts=True)
    assert problem.commitments == (block,)


def test_an_absence_removes_a_placements_hours() -> None:
    unit = replace(UNIT, placements=(PLACEMENT,), absences=(absent("c1", 1, 1),))
    assert build_problem(unit, WEEK).commitments == ()


def test_somebody_who_left_and_is_still_placed_stays_to_be_kept_apart_from() -> None:
    """Their rival cannot be planned where they work; they get no session and lack no duty."""
    own: Separation = replace(UNIT.separations[0], id="x2", side_a="c1", side_b="c4")
    unit = replace(
        with_citizen(UNIT, "c1", enrolled=BEFORE),
        placements=(replace(PLACEMENT, site="s1"),),
        separations=(*UNIT.separations, own),
    )
    problem = build_problem(unit, WEEK)
    left = of(problem, "c1")
    assert [block.citizens for block in problem.commitments] == [("c1",)]
    assert (left.groups, left.available, left.activities) == (("g1",), (), ())
    assert len(problem.separations) == 2
    near = Session("s1", "club", "r1", 1440 + 600, 1440 + 720, ("m2",), ("c3",))
    report = check(problem, Plan(problem.week, "feasible", sessions=(near,)))
    assert "R11" in {found.rule for found in report.violations}
    assert "c1" not in {missing.citizen for missing in report.unmet}
    assert read_problem(write_problem(problem)) == problem


def test_somebody_who_left_is_not_in_a_week_without_their_placement() -> None:
    unit = replace(with_citizen(UNIT, "c1", enrolled=BEFORE), placements=(PLACEMENT,))
    away = replace(unit, absences=(absent("c1", 1, 1),))
    ended = replace(unit, placements=(replace(PLACEMENT, span=BEFORE),))
    for each in (away, ended):
        problem = build_problem(each, WEEK)
        assert problem.commitments == ()
        assert "c1" not in {citizen.id for citizen in problem.citizens}


def test_separations_hold_from_their_first_to_their_last_day() -> None:
    def kept_apart(span: DateSpan) -> int:
        row = replace(UNIT.separations[0], span=span)
        return len(build_problem(replace(UNIT, separations=(row,)), WEEK).separations)

    assert kept_apart(DateSpan(date(2026, 1, 1), WEEK.monday)) == 1
    assert kept_apart(DateSpan(WEEK.sunday)) == 1
    assert kept_apart(BEFORE) == 0
    assert kept_apart(DateSpan(WEEK.sunday + timedelta(days=1))) == 0


def test_a_separation_reaches_the_problem_with_scope_and_gap() -> None:
    assert build_problem(UNIT, WEEK).separations == (form.Separation(("g1", "g2"), "site", 30),)
    assert of(build_problem(UNIT, WEEK), "c1").groups == ("g1",)


def test_a_separation_from_somebody_who_left_is_not_in_the_week() -> None:
    left: Separation = replace(UNIT.separations[0], side_b="c4")
    unit = replace(with_citizen(UNIT, "c4", enrolled=BEFORE), separations=(left,))
    problem = build_problem(unit, WEEK)
    assert problem.separations == ()
    assert read_problem(write_problem(problem)) == problem


def test_everybody_may_be_called_to_the_interview() -> None:
    assert enrolled(UNIT) == {"club": (1, 3), "interview": (0, 1)}


def test_nobody_is_called_to_an_interview_whose_offer_does_not_run() -> None:
    """It stays a duty, so that a plan tells whom it leaves without."""
    interview = replace(UNIT.activities[1], offer="o2")
    unit = replace(UNIT, activities=(UNIT.activities[0], interview, UNIT.activities[2]))
    runs = Offer("o2", "Samtaler", OfferKind.SPECIAL, None, SINCE)
    assert "interview" in enrolled(replace(unit, offers=(*UNIT.offers, runs)))
    for span in (BEFORE, DateSpan(SINCE.first, WEEK.days[3])):
        ended = replace(unit, offers=(*UNIT.offers, replace(runs, span=span)))
        assert "interview" not in enrolled(ended)
        assert build_problem(ended, WEEK).idle_interview == "interview"


def test_nobody_has_more_hours_than_the_law_allows() -> None:
    limits = tuple(
        replace(each, value=900) if each.key == LimitKey.WEEKLY_ACTIVATION_MINUTES else each
        for each in UNIT.limits
    )
    assert of(build_problem(UNIT, WEEK), "c1").max_minutes == 1200
    assert of(build_problem(replace(UNIT, limits=limits), WEEK), "c1").max_minutes == 900


def test_an_enrolment_in_the_interview_replaces_the_call() -> None:
    own = Enrolment("e9", "c1", "interview", 1, 2, SINCE)
    assert enrolled(replace(UNIT, enrolments=(*UNIT.enrolments, own)))["interview"] == (1, 2)


@pytest.mark.parametrize("part", ["enrolments", "referrals", "offers"])
def test_an_activity_needs_its_enrolment_its_referral_and_its_offer(part: str) -> None:
    def dated(span: DateSpan) -> Unit:
        rows: dict[str, Any] = {part: tuple(replace(row, span=span) for row in getattr(UNIT, part))}
        return replace(UNIT, **rows)

    assert "club" not in enrolled(dated(BEFORE))
    assert "club" not in enrolled(dated(DateSpan(WEEK.days[1])))
    assert "club" not in enrolled(dated(DateSpan(SINCE.first, WEEK.days[3])))
    assert "club" in enrolled(dated(DateSpan(WEEK.monday, WEEK.days[4])))


def test_the_units_own_activity_needs_no_referral() -> None:
    own = Enrolment("e9", "c1", "mentor", 0, 2, SINCE)
    assert "mentor" in enrolled(replace(UNIT, enrolments=(own,), referrals=()))


def test_a_referral_to_another_offer_does_not_do() -> None:
    other = Offer("o2", "Andet forløb", OfferKind.SPECIAL, None, SINCE)
    unit = replace(UNIT, offers=(*UNIT.offers, other), referrals=(Referral("f1", "c1", "o2", SINCE),))
    assert "club" not in enrolled(unit)


def test_enrolments_that_follow_each_other_in_the_week_count_as_one() -> None:
    rows = (
        Enrolment("e1", "c1", "club", 2, 4, DateSpan(SINCE.first, WEEK.days[1])),
        Enrolment("e2", "c1", "club", 0, 3, DateSpan(WEEK.days[2])),
    )
    assert enrolled(replace(UNIT, enrolments=rows))["club"] == (2, 3)


def test_somebody_who_joins_in_mid_week_has_their_activities_from_then() -> None:
    joined = DateSpan(WEEK.days[2])
    unit = replace(
        with_citizen(UNIT, "c1", enrolled=joined),
        enrolments=(Enrolment("e1", "c1", "club", 1, 3, joined),),
        referrals=(Referral("f1", "c1", "o1", joined),),
    )
    assert "club" in enrolled(unit)
    available = of(build_problem(unit, WEEK), "c1").available
    assert [interval.start // 1440 for interval in available] == [2, 3, 4]


def test_lengths_off_the_grid_are_not_planned() -> None:
    club = replace(UNIT.activities[0], lengths=(45, 180, 60))
    odd = replace(UNIT.activities[1], lengths=(20,))
    problem = build_problem(replace(UNIT, activities=(club, odd)), WEEK)
    assert [(row.id, row.minutes) for row in problem.activities] == [("club", (60, 180))]
    assert problem.idle_interview is None


def test_a_way_not_on_record_counts_as_the_longest_and_at_least_an_hour() -> None:
    third = Site("s3", "Værkstedet", SiteKind.SUPPLIER)
    problem = build_problem(replace(UNIT, sites=(*UNIT.sites, third)), WEEK)
    ways = {(way.from_site, way.to_site): way.minutes for way in problem.travel}
    assert ways == {("s1", "s2"): 20, ("s1", "s3"): 60, ("s2", "s3"): 60}
    far = replace(UNIT, sites=(*UNIT.sites, third), travels=(replace(UNIT.travels[0], minutes=90),))
    assert [way.minutes for way in build_problem(far, WEEK).travel] == [90, 90, 90]
    unknown = build_problem(replace(UNIT, travels=()), WEEK)
    assert unknown.travel[0].minutes == 60
