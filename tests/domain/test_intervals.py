from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.intervals import (
    Stretch,
    Stretches,
    grow,
    intersect,
    of_days,
    of_pattern,
    of_spans,
    shrink,
    split_days,
    subtract,
    union,
)
from desktop.domain.time import DAY_MINUTES, WEEK_MINUTES, IsoWeek, TimeSpan, WeeklyBlock

WEEK = IsoWeek(2026, 48)


@st.composite
def some(draw: st.DrawFn) -> Stretches:
    """Stretches near each other, so that they touch and overlap."""
    starts = draw(st.lists(st.tuples(st.integers(1300, 1600), st.integers(0, 90)), max_size=6))
    return tuple(Stretch(start, start + length) for start, length in starts)


def minutes(stretches: Stretches) -> set[int]:
    return {minute for start, end in stretches for minute in range(start, end)}


@given(some(), some())
def test_sets_of_minutes_are_joined_cut_and_taken_away(one: Stretches, other: Stretches) -> None:
    assert minutes(union(one)) == minutes(one)
    assert minutes(intersect(one, other)) == minutes(one) & minutes(other)
    assert minutes(subtract(one, other)) == minutes(one) - minutes(other)


@given(some())
def test_joined_stretches_are_sorted_apart_and_not_empty(one: Stretches) -> None:
    joined = union(one)
    assert all(start < end for start, end in joined)
    assert all(joined[at].end < joined[at + 1].start for at in range(len(joined) - 1))


@given(some(), st.sampled_from([15, 30, 60]))
def test_what_may_be_used_only_shrinks_and_what_must_be_kept_clear_only_grows(
    one: Stretches, slot: int
) -> None:
    smaller, larger = shrink(one, slot), grow(one, slot)
    assert minutes(smaller) <= minutes(one) <= minutes(larger)
    assert all(edge % slot == 0 for stretch in (*smaller, *larger) for edge in stretch)


@given(some(), st.sampled_from([15, 30, 60]))
def test_rounding_loses_and_adds_no_whole_slot(one: Stretches, slot: int) -> None:
    before, smaller, larger = minutes(one), minutes(shrink(one, slot)), minutes(grow(one, slot))
    for at in range(1200, 1800, slot):
        whole = set(range(at, at + slot))
        assert (whole <= before) == (whole <= smaller)
        assert bool(whole & before) == (whole <= larger)


@given(some())
def test_no_stretch_crosses_midnight_after_the_cut(one: Stretches) -> None:
    cut = split_days(one)
    assert minutes(cut) == minutes(one)
    assert all(start // DAY_MINUTES == (end - 1) // DAY_MINUTES for start, end in cut)


def test_blocks_that_touch_count_as_one() -> None:
    pattern = [WeeklyBlock(1, 600, 660), WeeklyBlock(1, 480, 600)]
    assert of_pattern(pattern) == (Stretch(1440 + 480, 1440 + 660),)


def test_a_dated_stretch_is_cut_to_the_week() -> None:
    start = WEEK.moment(-600)
    span = TimeSpan(start, WEEK.moment(WEEK_MINUTES + 600))
    assert of_spans([span], WEEK) == (Stretch(0, WEEK_MINUTES),)
    assert of_spans([TimeSpan(start, WEEK.moment(0))], WEEK) == ()


def test_seconds_count_as_the_whole_minute() -> None:
    half = timedelta(seconds=30)
    span = TimeSpan(WEEK.moment(60) + half, WEEK.moment(90) + half)
    assert of_spans([span], WEEK) == (Stretch(60, 91),)


def test_days_are_whole() -> None:
    assert of_days([6, 0]) == (Stretch(0, 1440), Stretch(6 * 1440, 7 * 1440))
