"""What is known of everybody at a glance: unknown stays unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.levels import LevelState
from desktop.domain.people import HoursCap, LevelAssessment
from desktop.domain.time import DateSpan
from desktop.services.people_overview import Due, Standing, due, next_review, people_overview
from tests.services.small_unit import SINCE, UNIT, WEEK

TODAY = WEEK.monday


def cap(first: date, last: date | None, review: date | None) -> HoursCap:
    return HoursCap(DateSpan(first, last), 600, 300, "Enheden", review)


@pytest.mark.parametrize(
    ("caps", "found"),
    [
        ((), None),
        ((cap(SINCE.first, None, None),), None),
        ((cap(SINCE.first, None, date(2026, 10, 1)),), date(2026, 10, 1)),
        ((cap(SINCE.first, date(2026, 6, 1), date(2026, 5, 1)), cap(date(2026, 6, 2), None, TODAY)), TODAY),
    ],
    ids=["no cap", "no review", "overdue", "the one of an ended cap does not count"],
)
def test_the_next_review_is_that_of_a_cap_that_has_not_ended(
    caps: tuple[HoursCap, ...], found: date | None
) -> None:
    assert next_review(caps, TODAY) == found


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, Due.OVER), (0, Due.SOON), (14, Due.SOON), (15, Due.LATER)]
)
def test_how_near_a_day_is(days: int, expected: Due) -> None:
    assert due(TODAY + timedelta(days=days), TODAY) is expected


def test_everybody_is_there_with_what_is_unknown_as_unknown() -> None:
    c1, c2, c3, c4 = UNIT.citizens
    run_out = LevelAssessment(1, "K", date(2026, 1, 1), TODAY - timedelta(days=3))
    people = (
        replace(c1, assessments=(), caps=()),
        replace(c2, assessments=(run_out,)),
        replace(c3, enrolled=DateSpan(date(2026, 1, 1), date(2026, 6, 30))),
        replace(c4, enrolled=DateSpan(date(2027, 1, 1))),
    )
    unit = replace(UNIT, citizens=people, memberships=UNIT.memberships[1:])
    one, two, three, four = people_overview(unit, WEEK, TODAY)
    assert (one.assessment, one.cap_minutes, one.groups) == (None, None, ())
    assert (one.level.level, one.level.state) == (2, LevelState.NONE)
    assert (two.level.level, two.level.state, two.assessment) == (2, LevelState.RUN_OUT, run_out)
    assert (two.groups, two.offers, two.activities) == (("g1",), ("o1",), ("club",))
    assert [each.standing for each in (one, three, four)] == [
        Standing.CURRENT,
        Standing.ENDED,
        Standing.COMING,
    ]
    assert all(each.week is None and each.minutes_below_cap is None for each in (one, two, three, four))
