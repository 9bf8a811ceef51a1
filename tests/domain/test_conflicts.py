from __future__ import annotations

from datetime import date, timedelta

from desktop.domain.conflicts import Membership, Scope, Separation, groups_in, separations_in
from desktop.domain.time import DateSpan, IsoWeek

WEEK = IsoWeek(2026, 48)


def separation(name: str, first: date, last: date | None = None) -> Separation:
    return Separation(name, "g1", "g2", Scope.SITE, 30, "Konflikt", DateSpan(first, last), "Politiet")


def test_a_separation_holds_in_the_week_of_its_first_and_of_its_last_day() -> None:
    day = timedelta(days=1)
    rows = [
        separation("ends-on-monday", date(2026, 1, 1), WEEK.monday),
        separation("ended-on-sunday", date(2026, 1, 1), WEEK.monday - day),
        separation("starts-on-sunday", WEEK.sunday),
        separation("starts-next-week", WEEK.sunday + day),
        separation("one-day", WEEK.days[2], WEEK.days[2]),
    ]
    held = [row.id for row in separations_in(rows, WEEK)]
    assert held == ["ends-on-monday", "starts-on-sunday", "one-day"]


def test_somebody_who_changes_group_in_mid_week_counts_in_both() -> None:
    rows = [
        Membership("m1", "c1", "g2", DateSpan(date(2026, 1, 1), WEEK.days[1])),
        Membership("m2", "c1", "g1", DateSpan(WEEK.days[2])),
        Membership("m3", "c2", "g1", DateSpan(date(2026, 1, 1), WEEK.previous().sunday)),
    ]
    assert groups_in(rows, WEEK) == {"c1": ("g1", "g2")}
    assert groups_in(rows, WEEK.next()) == {"c1": ("g1",)}
