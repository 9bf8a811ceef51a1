from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.levels import (
    EffectiveLevel,
    KnownLevels,
    LevelState,
    Measures,
    ThreatLevel,
    effective_level,
    known_levels,
    level_in,
    measures_in,
)
from desktop.domain.people import Citizen, LevelAssessment
from desktop.domain.time import DateSpan, IsoWeek

KNOWN = KnownLevels(4, frozenset({1, 2, 3, 4}))
WEEK = IsoWeek(2026, 48)
MADE = date(2026, 6, 1)
LAST = WEEK.days[2]


def assessed(level: int, made: date = MADE, until: date = LAST) -> LevelAssessment:
    return LevelAssessment(level, "Koordinator", made, until)


def acted(level: int, state: LevelState) -> EffectiveLevel:
    return EffectiveLevel(level, state, asked=level, measured=True)


def citizen(*assessments: LevelAssessment, enrolled: DateSpan | None = None) -> Citizen:
    return Citizen("c1", "Navn", "1", enrolled or DateSpan(date(2026, 1, 1)), assessments=assessments)


def level(number: int, first: date, last: date | None = None, **changes: Any) -> ThreatLevel:
    values: dict[str, Any] = {
        "id": f"l{number}-{first}",
        "level": number,
        "name": "Niveau",
        "max_group": 4,
        "staff": 1,
        "guards": 0,
        "room_features": frozenset[str](),
        "alone_on_site": False,
        "needs_approval": False,
        "span": DateSpan(first, last),
        "source": "Instruks",
    }
    return ThreatLevel(**(values | changes))


def test_a_level_holds_on_the_day_it_is_made_and_on_its_last_day() -> None:
    for day in (MADE, LAST):
        assert effective_level([assessed(2)], day, KNOWN) == acted(2, LevelState.CURRENT)


def test_a_level_that_has_run_out_counts_as_one_higher_until_renewed() -> None:
    old = assessed(2)
    day = LAST + timedelta(days=1)
    assert effective_level([old], day, KNOWN) == acted(3, LevelState.RUN_OUT)
    renewed = assessed(2, day, day)
    assert effective_level([renewed, old], day, KNOWN) == acted(2, LevelState.CURRENT)
    assert effective_level([renewed, old], day + timedelta(days=1), KNOWN).level == 3


def test_the_highest_level_that_has_run_out_stays_the_highest() -> None:
    after = LAST + timedelta(days=200)
    assert effective_level([assessed(4)], after, KNOWN) == acted(4, LevelState.RUN_OUT)


def test_nobody_without_an_assessment_is_below_the_highest_level() -> None:
    assert effective_level([], MADE, KNOWN) == acted(4, LevelState.NONE)
    assert effective_level([assessed(1)], MADE - timedelta(days=1), KNOWN).level == 4


def test_of_two_assessments_made_on_one_day_the_higher_holds() -> None:
    for order in ([assessed(1), assessed(3)], [assessed(3), assessed(1)]):
        assert effective_level(order, MADE, KNOWN).level == 3


def test_a_newer_and_lower_assessment_replaces_a_higher_one_that_still_holds() -> None:
    lowered = assessed(1, MADE + timedelta(days=1))
    assert effective_level([assessed(3), lowered], LAST, KNOWN).level == 1


@pytest.mark.parametrize(
    ("given", "expected", "measured"),
    [(1, 1, True), (2, 3, True), (3, 3, True), (4, 4, False), (9, 9, False)],
)
def test_a_level_without_measures_counts_as_the_next_above_that_has_them_and_never_as_one_below(
    given: int, expected: int, measured: bool
) -> None:
    """The measures of the highest level, 4, have lapsed: they are unknown, not those of level 3."""
    known = KnownLevels(4, frozenset({1, 3}))
    found = effective_level([assessed(given)], MADE, known)
    assert found == EffectiveLevel(expected, LevelState.CURRENT, given, measured)


def test_the_highest_level_stays_the_highest_when_its_measures_have_lapsed() -> None:
    known = KnownLevels(4, frozenset({1, 2, 3}))
    assert effective_level([], MADE, known) == EffectiveLevel(4, LevelState.NONE, 4, measured=False)
    after = LAST + timedelta(days=1)
    for given, asked in ((3, 4), (4, 4), (9, 9)):
        found = effective_level([assessed(given)], after, known)
        assert found == EffectiveLevel(asked, LevelState.RUN_OUT, asked, measured=False)


def test_a_day_whose_measures_are_unknown_is_the_strictest_of_the_week() -> None:
    known = KnownLevels(4, frozenset({1, 3}))
    lowered = assessed(1, WEEK.days[1], date(2027, 1, 1))
    assert not level_in(citizen(assessed(4), lowered), WEEK, known).measured
    assert level_in(citizen(assessed(4), lowered), WEEK.next(), known).level == 1


def test_rows_of_any_time_and_assessments_tell_the_highest_level() -> None:
    always, ended = date(2026, 1, 1), WEEK.monday - timedelta(days=1)
    rows = [level(1, always), level(3, always, ended)]
    assert known_levels(rows, [], WEEK) == KnownLevels(3, frozenset({1}))
    assert known_levels(rows, [citizen(assessed(5))], WEEK).highest == 5
    assert known_levels([], [], WEEK) == KnownLevels(0, frozenset())


def test_a_level_with_measures_on_some_days_only_has_none_for_the_week() -> None:
    """A gap of a day between two rows may have asked for anything."""
    until = level(2, date(2026, 1, 1), WEEK.days[1])
    assert measures_in([until, level(2, WEEK.days[3])], WEEK) == ()
    assert [row.level for row in measures_in([until, level(2, WEEK.days[2])], WEEK)] == [2]


def test_a_level_that_runs_out_in_mid_week_is_higher_all_week() -> None:
    assert level_in(citizen(assessed(2)), WEEK, KNOWN) == acted(3, LevelState.RUN_OUT)
    assert level_in(citizen(assessed(2)), WEEK.previous(), KNOWN).level == 2


def test_a_level_that_is_lowered_in_mid_week_stays_high_all_week() -> None:
    lowered = assessed(1, WEEK.days[1], date(2027, 1, 1))
    assert level_in(citizen(assessed(3), lowered), WEEK, KNOWN).level == 3
    assert level_in(citizen(assessed(3), lowered), WEEK.next(), KNOWN).level == 1


def test_days_before_somebody_joins_do_not_count() -> None:
    thursday = WEEK.days[3]
    joined = citizen(assessed(1, thursday, date(2027, 1, 1)), enrolled=DateSpan(thursday))
    assert level_in(joined, WEEK, KNOWN).level == 1


def test_measures_that_change_in_mid_week_are_the_strictest_of_both() -> None:
    before = level(
        2, date(2026, 1, 1), WEEK.days[1], max_group=4, staff=2, room_features=frozenset({"alarm"})
    )
    after = level(
        2,
        WEEK.days[2],
        max_group=2,
        guards=1,
        room_features=frozenset({"two_exits"}),
        alone_on_site=True,
        needs_approval=True,
    )
    assert measures_in([after, before], WEEK) == (
        Measures(2, 2, 2, 1, frozenset({"alarm", "two_exits"}), alone_on_site=True, needs_approval=True),
    )
    assert measures_in([after, before], WEEK.previous())[0].guards == 0


def test_a_level_that_does_not_hold_in_the_week_has_no_measures() -> None:
    rows = [level(2, date(2026, 1, 1)), level(1, date(2026, 1, 1), WEEK.monday - timedelta(days=1))]
    assert [row.level for row in measures_in(rows, WEEK)] == [2]
