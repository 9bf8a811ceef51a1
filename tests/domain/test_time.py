from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import DomainError
from desktop.domain.time import DateSpan, IsoWeek, TimeSpan, WeeklyBlock, covered, weeks_in_year

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(days)
def test_a_day_lies_in_the_week_that_contains_it(day: date) -> None:
    week = IsoWeek.containing(day)
    assert day in week.days
    assert week.days[0] == week.monday
    assert week.days[6] == week.sunday
    assert week.monday.weekday() == 0


@given(days)
def test_next_and_previous_week_undo_each_other(day: date) -> None:
    week = IsoWeek.containing(day)
    assert week.next().previous() == week
    assert week.next().monday - week.monday == timedelta(days=7)
    assert week < week.next()


@given(days)
def test_a_week_is_read_as_it_is_written(day: date) -> None:
    week = IsoWeek.containing(day)
    assert IsoWeek.parse(str(week)) == week


def test_a_week_is_written_with_two_digits() -> None:
    assert str(IsoWeek(2026, 5)) == "2026-W05"


def test_the_year_of_a_week_is_the_iso_year() -> None:
    assert IsoWeek.containing(date(2027, 1, 3)) == IsoWeek(2026, 53)
    assert IsoWeek.containing(date(2024, 12, 30)) == IsoWeek(2025, 1)


@pytest.mark.parametrize(
    "text", ["", "2026-48", "2026-W0", "2026-W00", "2025-W53", "26-W10", "2026-W48 ", "x"]
)
def test_no_week_is_made_of_anything_else(text: str) -> None:
    with pytest.raises(DomainError):
        IsoWeek.parse(text)


def test_some_years_have_53_weeks() -> None:
    assert (weeks_in_year(2025), weeks_in_year(2026), weeks_in_year(2027)) == (52, 53, 52)


@pytest.mark.parametrize("week", [IsoWeek(2026, 13), IsoWeek(2026, 43), IsoWeek(2026, 48)])
def test_minutes_of_a_week_are_wall_clock_also_when_summer_time_changes(week: IsoWeek) -> None:
    sunday_noon = week.moment(6 * 1440 + 720)
    assert (sunday_noon.date(), sunday_noon.hour, sunday_noon.tzinfo) == (week.sunday, 12, None)
    assert week.minute_of(sunday_noon) == 6 * 1440 + 720


def test_a_span_holds_its_first_and_its_last_day() -> None:
    span = DateSpan(date(2026, 11, 10), date(2026, 11, 12))
    held = [day for day in range(1, 31) if span.holds(date(2026, 11, day))]
    assert held == [10, 11, 12]


def test_a_span_until_further_notice_holds_ever_after() -> None:
    span = DateSpan(date(2026, 11, 10))
    assert span.holds(date(2999, 1, 1))
    assert not span.holds(date(2026, 11, 9))


@given(days, st.integers(0, 30), days)
def test_a_span_overlaps_a_week_exactly_where_it_holds_one_of_its_days(
    first: date, length: int, day: date
) -> None:
    span = DateSpan(first, first + timedelta(days=length))
    for week in (IsoWeek.containing(day), IsoWeek.containing(first), IsoWeek.containing(first).previous()):
        assert span.overlaps(week) == any(span.holds(each) for each in week.days)
        assert span.meets(DateSpan(week.monday, week.sunday)) == span.overlaps(week)


def test_days_are_covered_by_spans_that_follow_each_other() -> None:
    spans = [DateSpan(date(2026, 11, 1), date(2026, 11, 24)), DateSpan(date(2026, 11, 25))]
    week = IsoWeek(2026, 48)
    assert covered(spans, week.days)
    assert not covered(spans[:1], week.days)
    assert not covered([], week.days)


def test_a_span_that_ends_before_it_starts_is_refused_without_telling_its_days() -> None:
    with pytest.raises(DomainError) as refused:
        DateSpan(date(2026, 11, 2), date(2026, 11, 1))
    assert (refused.value.kind, refused.value.field, refused.value.key) == (
        "DateSpan",
        "last",
        "before_first",
    )
    assert "2026" not in str(refused.value)


@pytest.mark.parametrize(
    ("block", "field"),
    [
        ((7, 0, 60), "weekday"),
        ((-1, 0, 60), "weekday"),
        ((0, -1, 60), "start"),
        ((0, 0, 1441), "end"),
        ((0, 60, 60), "end"),
    ],
)
def test_a_block_outside_its_day_is_refused(block: tuple[int, int, int], field: str) -> None:
    with pytest.raises(DomainError) as refused:
        WeeklyBlock(*block)
    assert refused.value.field == field


def test_a_block_may_end_at_midnight() -> None:
    assert WeeklyBlock(6, 1380, 1440).end == 1440


def test_a_stretch_of_time_is_local_and_ends_after_it_starts() -> None:
    start = IsoWeek(2026, 48).moment(480)
    assert TimeSpan(start, start + timedelta(days=9)).start == start
    with pytest.raises(DomainError):
        TimeSpan(start, start)
    with pytest.raises(DomainError):
        TimeSpan(datetime(2026, 11, 23, 8, tzinfo=UTC), datetime(2026, 11, 23, 9, tzinfo=UTC))
