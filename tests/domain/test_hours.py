from __future__ import annotations

from datetime import date

from desktop.domain.hours import WeekCap, cap_in
from desktop.domain.people import Citizen, HoursCap
from desktop.domain.settings import Limit, LimitKey, limit_in
from desktop.domain.time import DateSpan, IsoWeek

WEEK = IsoWeek(2026, 48)


def cap(hours: int, first: date, last: date | None = None, daily: int = 6) -> HoursCap:
    return HoursCap(DateSpan(first, last), hours * 60, daily * 60, "Enheden")


def citizen(*caps: HoursCap, first: date = date(2026, 1, 1)) -> Citizen:
    return Citizen("c1", "Navn", "1", DateSpan(first), caps=caps)


def law(minutes: int, span: DateSpan) -> Limit:
    return Limit("l1", LimitKey.WEEKLY_ACTIVATION_MINUTES, minutes, span, "Loven")


def test_no_cap_on_record_means_no_counted_hours_never_no_limit() -> None:
    assert cap_in(citizen(), WEEK, []) == WeekCap(0, 0, WEEK.days, known=False)
    ended = cap(20, date(2026, 1, 1), WEEK.previous().sunday)
    assert not cap_in(citizen(ended), WEEK, []).known


def test_of_two_caps_in_a_week_the_lower_holds() -> None:
    before = cap(20, date(2026, 1, 1), WEEK.days[2], daily=4)
    after = cap(30, WEEK.days[3], daily=7)
    found = cap_in(citizen(before, after), WEEK, [])
    assert (found.weekly_minutes, found.daily_minutes, found.days) == (1200, 240, WEEK.days)
    assert cap_in(citizen(before, after), WEEK.next(), []).weekly_minutes == 1800


def test_days_without_a_cap_are_not_planned() -> None:
    found = cap_in(citizen(cap(20, date(2026, 1, 1), WEEK.days[2])), WEEK, [])
    assert found.days == WEEK.days[:3]
    assert found.known


def test_only_days_on_which_somebody_is_enrolled_are_asked_for() -> None:
    joined = WEEK.days[3]
    assert cap_in(citizen(cap(20, joined), first=joined), WEEK, []).days == WEEK.days[3:]


def test_the_law_caps_what_the_unit_decided() -> None:
    always = DateSpan(date(2025, 1, 1))
    person = citizen(cap(40, date(2026, 1, 1)))
    assert cap_in(person, WEEK, [law(37 * 60, always)]).weekly_minutes == 37 * 60
    ended = law(37 * 60, DateSpan(date(2025, 1, 1), WEEK.previous().sunday))
    assert cap_in(person, WEEK, [ended]).weekly_minutes == 40 * 60


def test_a_limit_that_changes_in_mid_week_is_the_lower_of_both() -> None:
    limits = [
        law(2000, DateSpan(date(2025, 1, 1), WEEK.days[0])),
        law(2200, DateSpan(WEEK.days[1])),
    ]
    key = LimitKey.WEEKLY_ACTIVATION_MINUTES
    assert limit_in(limits, key, WEEK) == 2000
    assert limit_in(limits, key, WEEK.next()) == 2200
    assert limit_in(limits, key, IsoWeek(2024, 10)) is None
    assert limit_in(limits, LimitKey.MENTOR_STARTUP_WEEKS, WEEK) is None
