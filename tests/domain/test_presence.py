from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.calendar import is_known_country, public_holidays
from desktop.domain.intervals import Stretches
from desktop.domain.offers import Placement, PlacementKind
from desktop.domain.people import Absence, AbsenceKind
from desktop.domain.places import Room, Site, SiteKind
from desktop.domain.presence import (
    available,
    open_days,
    placement_blocks,
    room_closed,
    site_hours,
    unit_hours,
)
from desktop.domain.settings import ClosedDays, UnitSettings
from desktop.domain.time import DateSpan, IsoWeek, TimeSpan, WeeklyBlock
from desktop.domain.unit import Unit

WEEK = IsoWeek(2026, 48)
EASTER = IsoWeek(2026, 14)  # Maundy Thursday 2 April and Good Friday 3 April
CHRISTMAS = IsoWeek(2026, 52)  # Thursday 24 to Sunday 27 December
WORKDAYS = tuple(WeeklyBlock(day, 480, 960) for day in range(5))
EVERY_DAY = tuple(WeeklyBlock(day, 480, 960) for day in range(7))


def unit(slot: int = 30) -> Unit:
    return Unit(UnitSettings("unit", "Enheden", slot, WORKDAYS, None))


def days(stretches: Stretches) -> list[int]:
    return [start // 1440 for start, _ in stretches]


def clocks(stretches: Stretches) -> list[tuple[int, int]]:
    return [(start % 1440, (end - 1) % 1440 + 1) for start, end in stretches]


def away(person: str, week: IsoWeek, start: int, end: int) -> Absence:
    return Absence("x1", person, AbsenceKind.ILLNESS, TimeSpan(week.moment(start), week.moment(end)))


def placed(site: str | None = None, *blocks: WeeklyBlock) -> Placement:
    return Placement(
        "p1", "c1", PlacementKind.INTERNSHIP, "Firmaet", site, blocks or WORKDAYS, DateSpan(date(2026, 1, 1))
    )


def test_danish_holidays_are_known_and_prayer_day_is_gone() -> None:
    assert public_holidays("DK", EASTER) == set(EASTER.days[3:5]) | {EASTER.days[6]}
    assert public_holidays("DK", IsoWeek.containing(date(2026, 5, 1))) == set()
    assert public_holidays("DK", IsoWeek.containing(date(2027, 1, 1))) == {date(2027, 1, 1)}
    assert is_known_country("DK")
    assert not is_known_country("Danmark")


def test_the_unit_is_closed_on_public_holidays() -> None:
    assert days(unit_hours(unit(), WEEK)) == [0, 1, 2, 3, 4]
    assert days(unit_hours(unit(), EASTER)) == [0, 1, 2]


def test_the_unit_is_closed_on_its_own_closed_days() -> None:
    closed = ClosedDays("d1", DateSpan(date(2026, 12, 24), date(2026, 12, 24)), "Juleaften")
    assert days(unit_hours(unit(), CHRISTMAS)) == [0, 1, 2, 3]
    assert days(unit_hours(replace(unit(), closed_days=(closed,)), CHRISTMAS)) == [0, 1, 2]


def test_opening_hours_shrink_to_the_grid() -> None:
    odd = replace(unit(60).settings, opening=(WeeklyBlock(0, 485, 955), WeeklyBlock(1, 490, 530)))
    assert unit_hours(Unit(odd), WEEK) == ((540, 900),)


def test_a_site_without_hours_of_its_own_keeps_the_units() -> None:
    assert site_hours(unit(), WEEK, Site("s1", "Sted", SiteKind.SUPPLIER)) is None


def test_a_supplier_closes_on_holidays_and_a_workplace_does_not() -> None:
    supplier = Site("s1", "Sted", SiteKind.SUPPLIER, opening=EVERY_DAY)
    workplace = replace(supplier, kind=SiteKind.WORKPLACE)
    assert days(site_hours(unit(), EASTER, supplier) or ()) == [0, 1, 2, 5]
    assert days(site_hours(unit(), EASTER, workplace) or ()) == [0, 1, 2, 3, 4, 5, 6]


def test_open_days_are_those_of_the_unit_and_of_the_sites() -> None:
    saturday = Site("s1", "Sted", SiteKind.SUPPLIER, opening=(WeeklyBlock(5, 480, 600),))
    assert open_days(unit(), WEEK) == WEEK.days[:5]
    assert open_days(replace(unit(), sites=(saturday,)), EASTER) == (*EASTER.days[:3], EASTER.days[5])


def test_a_closed_room_is_closed_for_every_slot_it_touches() -> None:
    room = Room("r1", "s1", "Lokale", 4, closed=(TimeSpan(WEEK.moment(610), WEEK.moment(671)),))
    assert room_closed(unit(), WEEK, room) == ((600, 690),)


def test_a_closure_over_night_is_cut_at_midnight() -> None:
    room = Room("r1", "s1", "Lokale", 4, closed=(TimeSpan(WEEK.moment(1380), WEEK.moment(1500)),))
    assert room_closed(unit(), WEEK, room) == ((1380, 1440), (1440, 1500))


def test_somebody_is_available_in_whole_slots_between_absences() -> None:
    held = replace(unit(), absences=(away("c1", WEEK, 610, 671), away("other", WEEK, 0, 10080)))
    found = available(held, WEEK, "c1", [WeeklyBlock(0, 490, 955)], WEEK.days)
    assert found == ((510, 600), (690, 930))


def test_somebody_is_available_on_the_given_days_only() -> None:
    found = available(unit(), WEEK, "c1", EVERY_DAY, WEEK.days[2:4])
    assert days(found) == [2, 3]
    assert available(unit(), WEEK, "c1", EVERY_DAY, WEEK.next().days) == ()


def test_an_absence_for_weeks_leaves_nothing() -> None:
    held = replace(unit(), absences=(away("c1", WEEK, -5000, 20000),))
    assert available(held, WEEK, "c1", EVERY_DAY, WEEK.days) == ()


def test_a_placement_takes_every_slot_it_touches() -> None:
    found = placement_blocks(unit(), WEEK, placed(None, WeeklyBlock(1, 465, 885)))
    assert found == ((1440 + 450, 1440 + 900),)


def test_a_placement_does_not_hold_while_its_citizen_is_away() -> None:
    held = replace(unit(), absences=(away("c1", WEEK, 0, 610),))
    assert placement_blocks(held, WEEK, placed())[0] == (600, 960)


def test_a_placement_holds_from_its_first_to_its_last_day() -> None:
    short = replace(placed(), span=DateSpan(WEEK.days[1], WEEK.days[2]))
    assert days(placement_blocks(unit(), WEEK, short)) == [1, 2]


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        (None, [0, 1, 2]),
        (Site("s1", "Bageriet", SiteKind.WORKPLACE), [0, 1, 2]),
        (Site("s1", "Bageriet", SiteKind.WORKPLACE, opening=(WeeklyBlock(3, 480, 960),)), [0, 1, 2, 3]),
        (Site("s1", "Kurset", SiteKind.SUPPLIER, opening=EVERY_DAY), [0, 1, 2]),
    ],
)
def test_a_placement_falls_away_on_holidays_unless_the_workplace_has_hours_then(
    site: Site | None, expected: list[int]
) -> None:
    held = replace(unit(), sites=(site,) if site else ())
    assert days(placement_blocks(held, EASTER, placed(site.id if site else None))) == expected


def test_a_placement_holds_while_the_unit_has_a_closed_day() -> None:
    closed = ClosedDays("d1", DateSpan(WEEK.monday, WEEK.monday), "Planlægning")
    held = replace(unit(), closed_days=(closed,))
    assert days(placement_blocks(held, WEEK, placed())) == [0, 1, 2, 3, 4]


def test_hours_are_wall_clock_in_the_week_that_summer_time_ends() -> None:
    for week in (IsoWeek(2026, 43), IsoWeek(2026, 13)):
        sundays = replace(unit().settings, opening=(WeeklyBlock(6, 60, 960),))
        assert clocks(unit_hours(Unit(sundays), week)) == [(60, 960)]
