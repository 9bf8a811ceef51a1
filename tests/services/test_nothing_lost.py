"""What is on record is planned by or told, and what is taken off the record makes no week laxer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.levels import measures_in
from desktop.domain.offers import Placement, PlacementKind
from desktop.domain.people import LevelAssessment
from desktop.domain.places import Site, SiteKind, Travel
from desktop.domain.time import DateSpan, WeeklyBlock
from desktop.domain.unit import Unit
from desktop.services.week.building import CannotPlan, build_problem
from desktop.services.week.warning_kinds import PlanWarning, WarningKind
from desktop.services.week.warnings import week_warnings
from solver.problem import Citizen, Level, Problem
from tests.services.small_unit import ALARM, SINCE, UNIT, WEEK, level, of

LOST = {
    WarningKind.ENROLMENT_PART_OF_WEEK,
    WarningKind.ENROLMENT_NOT_BOUGHT,
}
FULL = replace(
    UNIT,
    sites=(*UNIT.sites, Site("s3", "Værkstedet", SiteKind.SUPPLIER)),
    travels=(*UNIT.travels, Travel("t2", "s1", "s3", 45), Travel("t3", "s2", "s3", 10)),
    levels=(
        level(1, 6, 1),
        replace(level(2, 4, 2), span=DateSpan(SINCE.first, WEEK.days[1]), room_features=ALARM),
        replace(level(2, 5, 1), id="l2b", span=DateSpan(WEEK.days[2])),
        replace(level(3, 2, 3), guards=1, room_features=ALARM, alone_on_site=True),
        replace(level(3, 2, 3), id="l3-2024", span=DateSpan(date(2024, 1, 1), date(2024, 12, 31))),
    ),
    citizens=tuple(
        replace(each, assessments=(LevelAssessment(number, "K", SINCE.first, until),))
        for each, number, until in zip(
            UNIT.citizens,
            (1, 2, 2, 3),
            (WEEK.sunday, WEEK.sunday, WEEK.days[2], WEEK.sunday),
            strict=True,
        )
    ),
)
"""Everybody assessed: levels 1, 2, 2 that runs out in the week, and 3; level 2 changes in mid-week.
The highest level has a row of another year, so that it is never forgotten altogether."""


def told(unit: Unit) -> tuple[PlanWarning, ...]:
    return week_warnings(unit, WEEK, build_problem(unit, WEEK))


def less(unit: Unit) -> Iterator[tuple[str, Unit]]:
    """The unit without each level row, way and assessment, one at a time, and each two of them."""

    def drop(rows: tuple[Any, ...], entity_id: str) -> tuple[Any, ...]:
        return tuple(row for row in rows if row.id != entity_id)

    def without(part: str, entity_id: str, of_unit: Unit) -> Unit:
        if part == "assessments":
            people = tuple(
                replace(each, assessments=()) if each.id == entity_id else each for each in of_unit.citizens
            )
            return replace(of_unit, citizens=people)
        rows: dict[str, Any] = {part: drop(getattr(of_unit, part), entity_id)}
        return replace(of_unit, **rows)

    names = [
        *(("levels", row.id) for row in unit.levels),
        *(("travels", row.id) for row in unit.travels),
        *(("assessments", row.id) for row in unit.citizens),
    ]
    for one in names:
        yield f"{one}", without(*one, unit)
    for one, other in combinations(names, 2):
        yield f"{one} {other}", without(*other, without(*one, unit))


def as_strict(found: Level, before: Level) -> bool:
    return (
        found.max_group <= before.max_group
        and found.staff >= before.staff
        and found.guards >= before.guards
        and found.room_features >= before.room_features
        and found.alone_on_site >= before.alone_on_site
    )


def measures(problem: Problem, person: Citizen) -> Level:
    return next(row for row in problem.levels if row.level == person.level)


@pytest.mark.parametrize(("_", "unit"), tuple(less(FULL)), ids=[name for name, _ in less(FULL)])
def test_taking_a_row_off_the_record_makes_nobodys_week_laxer(_: str, unit: Unit) -> None:
    """Somebody who comes to no session at all is as safe as can be."""
    before = build_problem(FULL, WEEK)
    problem = build_problem(unit, WEEK)
    for person in problem.citizens:
        if person.available:
            assert as_strict(measures(problem, person), measures(before, of(before, person.id)))
    ways = {(way.from_site, way.to_site): way.minutes for way in before.travel}
    assert all(way.minutes >= ways[way.from_site, way.to_site] for way in problem.travel)
    assert told(unit)


def test_without_the_measures_of_any_level_there_is_no_week_at_all() -> None:
    with pytest.raises(CannotPlan):
        build_problem(replace(FULL, levels=FULL.levels[1:2]), WEEK)


def test_taking_a_limit_off_the_record_is_told() -> None:
    """A limit that is gone cannot be kept to; so that is never silent."""
    for limit in FULL.limits:
        rest = tuple(row for row in FULL.limits if row is not limit)
        assert set(told(replace(FULL, limits=rest))) - set(told(FULL))


spans = st.builds(
    lambda first, days: DateSpan(first, None if days is None else first + timedelta(days=days)),
    st.sampled_from([SINCE.first, *WEEK.previous().days[5:], *WEEK.days, *WEEK.next().days[:2]]),
    st.none() | st.integers(0, 8),
)


@given(spans, spans, spans, spans)
def test_what_is_on_record_in_the_week_is_planned_by_or_told(
    enrolment: DateSpan, referral: DateSpan, offer: DateSpan, joined: DateSpan
) -> None:
    """c1's enrolment, referral, offer and own time with the unit, each of any days in and around the week."""
    unit = replace(
        UNIT,
        enrolments=(replace(UNIT.enrolments[0], span=enrolment), *UNIT.enrolments[1:]),
        referrals=(replace(UNIT.referrals[0], span=referral), *UNIT.referrals[1:]),
        offers=(replace(UNIT.offers[0], span=offer),),
        citizens=(replace(UNIT.citizens[0], enrolled=joined), *UNIT.citizens[1:]),
        placements=(
            Placement(
                "p1", "c1", PlacementKind.INTERNSHIP, "Firmaet", "s2", (WeeklyBlock(2, 480, 720),), SINCE
            ),
        ),
    )
    problem = build_problem(unit, WEEK)
    assert [block.citizens for block in problem.commitments] == [("c1",)]
    warnings = told(unit)
    assert (PlanWarning(WarningKind.PLACED_NOT_ENROLLED, ("c1",)) in warnings) == (not joined.overlaps(WEEK))
    if joined.overlaps(WEEK) and enrolment.overlaps(WEEK):
        planned = "club" in {row.activity for row in of(problem, "c1").activities}
        lost = any(warning.kind in LOST and warning.ids == ("c1", "club") for warning in warnings)
        assert planned != lost


@given(st.lists(spans, min_size=1, max_size=4))
def test_a_level_is_planned_by_or_told(held: list[DateSpan]) -> None:
    rows = tuple(replace(level(2, 2, 2), id=f"l2{at}", span=span) for at, span in enumerate(held))
    unit = replace(UNIT, levels=(UNIT.levels[0], *rows))
    measured = 2 in {row.level for row in measures_in(unit.levels, WEEK)}
    covers = all(any(span.holds(day) for span in held) for day in WEEK.days)
    gap = PlanWarning(WarningKind.LEVEL_GAP, ("2",)) in told(unit)
    assert measured == covers
    assert gap != measured
