"""What is where when, as the sheet tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.places import Room
from desktop.domain.time import IsoWeek, TimeSpan, WeeklyBlock
from desktop.printing.sheet import Sheet, room_sheet, site_sheet, used_rooms
from tests.printing.week import WEEK, activity, citizen, moment, session, unit, version


def closed_on(sheet: Sheet, day: date, room: str = "r1") -> tuple[tuple[int, int], ...]:
    return next(column.closed for column in sheet.columns if (column.day, column.key) == (day, room))


def test_a_site_has_each_day_split_into_its_rooms() -> None:
    sheet = site_sheet(unit(), version(session("s1", "r2", 24, "10:30", 90)), "h1")

    assert [(column.day.day, column.name) for column in sheet.columns] == [
        (day, room) for day in range(23, 28) for room in ("Lokale 1", "Lokale 2")
    ]
    assert [(day.day, first, count) for day, first, count in sheet.days()] == [
        (23, 0, 2), (24, 2, 2), (25, 4, 2), (26, 6, 2), (27, 8, 2),
    ]  # fmt: skip
    (block,) = sheet.blocks
    assert (block.column, block.start, block.end) == (3, 630, 720)


def test_a_site_shows_only_its_own_sessions() -> None:
    plan = version(session("s1", "r1"), session("s2", "r3"))

    assert [block.session for block in site_sheet(unit(), plan, "h1").blocks] == ["s1"]
    assert [block.session for block in site_sheet(unit(), plan, "h2").blocks] == ["s2"]


def test_a_saturday_is_shown_where_it_is_used() -> None:
    weekdays = room_sheet(unit(), version(session("s1")), "r1")
    used = room_sheet(unit(), version(session("s1", day=28)), "r1")

    assert [column.day.day for column in weekdays.columns] == [23, 24, 25, 26, 27]
    assert [column.day.day for column in used.columns] == [23, 24, 25, 26, 27, 28]
    assert used.blocks[0].column == 5


def test_only_the_asked_days_are_shown() -> None:
    plan = version(session("s1", day=23), session("s2", day=25))

    sheet = site_sheet(unit(), plan, "h1", days=[date(2026, 11, 25)])

    assert {column.day.day for column in sheet.columns} == {25}
    assert [block.session for block in sheet.blocks] == ["s2"]


def test_the_hours_reach_around_opening_hours_and_sessions() -> None:
    early_and_late = version(session("s1", start="06:30"), session("s2", start="23:00"))

    assert (room_sheet(unit(), version(), "r1").first, room_sheet(unit(), version(), "r1").last) == (480, 960)
    sheet = room_sheet(unit(), early_and_late, "r1")
    assert (sheet.first, sheet.last) == (360, 1440)
    assert [block.end for block in sheet.blocks] == [450, 1440]


def test_closed_hours_are_those_outside_the_opening_hours() -> None:
    sheet = room_sheet(unit(), version(), "r1")

    assert closed_on(sheet, date(2026, 11, 23)) == ()
    assert closed_on(sheet, date(2026, 11, 27)) == ((840, 960),)


def test_a_public_holiday_is_closed_all_day() -> None:
    christmas = replace(version(), week=IsoWeek(2026, 52))

    sheet = room_sheet(unit(), christmas, "r1")

    assert closed_on(sheet, date(2026, 12, 25)) == ((480, 960),)


def test_a_sites_own_hours_and_a_rooms_closing_count() -> None:
    base = unit()
    own = replace(base.sites[0], opening=tuple(WeeklyBlock(day, 540, 960) for day in range(5)))
    repair = TimeSpan(moment(23, "12:00"), moment(23, "13:00"))
    rooms = (Room("r1", "h1", "Lokale 1", 8, closed=(repair,)), *base.rooms[1:])

    changed = replace(base, sites=(own, base.sites[1]), rooms=rooms)

    sheet = site_sheet(changed, version(session("s1", start="08:00")), "h1")

    assert closed_on(sheet, date(2026, 11, 23)) == ((480, 540), (720, 780))
    assert closed_on(sheet, date(2026, 11, 23), "r2") == ((480, 540),)


def test_a_session_carries_the_highest_level_among_its_people() -> None:
    people = (citizen(1, "A B", 1), citizen(2, "C D", 3), citizen(3, "E F", 2, until=date(2026, 10, 1)))
    plan = version(session("s1", people="c1 c2"), session("s2", start="11:00", people="c1 c3"))

    blocks = room_sheet(unit(citizens=people), plan, "r1").blocks

    # The third one's level 2 has run out, and counts as 3 until it is renewed.
    assert [block.level for block in blocks] == [3, 3]


def test_a_level_that_asks_for_a_yes_marks_the_session() -> None:
    people = (citizen(1, "A B", 1), citizen(2, "C D", 4))
    plan = version(session("s1", people="c1"), session("s2", start="11:00", people="c2"))

    blocks = room_sheet(unit(citizens=people), plan, "r1").blocks

    assert [block.approval for block in blocks] == [False, True]


def test_somebody_the_unit_no_longer_knows_counts_as_the_highest_level() -> None:
    plan = version(session("s1", people="c1 gone", staff="left", activity="a9"))

    (block,) = room_sheet(unit(), plan, "r1").blocks

    assert block.level == 4
    assert [person.name for person in block.people] == ["Aksel Bakkedrag", "gone"]
    assert [person.name for person in block.staff] == ["left"]
    assert block.title == "a9"


def test_an_activity_keeps_its_colour_wherever_it_stands() -> None:
    plan = version(session("s1", activity="a3"), session("s2", "r3", activity="a3"), session("s3", "r3", 24))

    colours = {
        block.session: block.colour
        for sheet in (room_sheet(unit(), plan, "r1"), site_sheet(unit(), plan, "h2"))
        for block in sheet.blocks
    }

    assert colours == {"s1": 2, "s2": 2, "s3": 0}


def test_the_line_breaks_of_a_name_become_spaces() -> None:
    base = unit(activities=(activity(1, "Job\n\tklub"),), citizens=(citizen(1, "A\nB"),))

    (block,) = room_sheet(base, version(session("s1", people="c1")), "r1").blocks

    assert (block.title, block.people[0].name) == ("Job klub", "A B")


def test_used_rooms_are_told_in_the_units_order() -> None:
    plan = version(session("s1", "r2"), session("s2", "r1"), session("s3", "r3"))

    assert used_rooms(unit(), plan, "h1") == ("r1", "r2")
    assert used_rooms(unit(), version(session("s1", "r2")), "h1") == ("r2",)


@pytest.mark.parametrize("make", [room_sheet, site_sheet])
def test_an_unknown_place_is_an_error(make: object) -> None:
    assert callable(make)
    with pytest.raises(LookupError):
        make(unit(), version(), "nowhere")


def test_the_week_is_the_versions() -> None:
    assert room_sheet(unit(), version(), "r1").week == WEEK
