"""Who and what can serve a level in a week, with the week's absences and closings, and why not."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.people import Absence, AbsenceKind
from desktop.domain.settings import ClosedDays
from desktop.domain.time import DateSpan, TimeSpan, WeeklyBlock
from desktop.domain.unit import Unit
from desktop.services.level_serving import Missing, Serving, WhyNot, serving
from desktop.ui.levels.meaning import why_impossible
from tests.services.small_unit import UNIT, WEEK

LOW, HIGH = UNIT.levels
ALL_WEEK = TimeSpan(WEEK.moment(0), WEEK.moment(7 * 1440))


def away(person: str, span: TimeSpan = ALL_WEEK) -> Absence:
    return Absence(f"away-{person}", person, AbsenceKind.ILLNESS, span)


def found(unit: Unit) -> Serving:
    return serving(unit, LOW, WEEK)


def test_in_an_ordinary_week_everybody_and_everything_is_there() -> None:
    held = found(UNIT)
    assert held.people == ("c1", "c2", "c3", "c4")
    assert (held.rooms, held.staff, held.possible) == (("r1", "r2"), ("m1", "m2"), True)
    assert held.people_missing == held.rooms_missing == held.staff_missing == ()


def test_whoever_is_away_all_week_is_told_and_whoever_is_away_for_some_days_is_not() -> None:
    some_days = TimeSpan(WEEK.moment(0), WEEK.moment(3 * 1440))
    held = found(
        replace(UNIT, absences=(away("c1"), away("c2", some_days), away("m1"), away("m2", some_days)))
    )
    assert held.people == ("c1", "c2", "c3", "c4")
    assert held.people_missing == (Missing("c1", WhyNot.AWAY),)
    assert (held.staff, held.staff_missing) == (("m2",), (Missing("m1", WhyNot.AWAY),))


def test_a_room_that_is_closed_all_week_cannot_serve() -> None:
    one, other = UNIT.rooms
    held = found(replace(UNIT, rooms=(replace(one, closed=(ALL_WEEK,)), other)))
    assert (held.rooms, held.rooms_missing) == (("r2",), (Missing("r1", WhyNot.CLOSED),))
    assert held.possible


def test_what_nobody_has_entered_is_unknown_and_not_absent() -> None:
    first, *others = UNIT.citizens
    unknown = replace(UNIT, citizens=(replace(first, availability=()), *others))
    assert found(unknown).people_missing == (Missing("c1", WhyNot.NO_HOURS),)
    no_opening = replace(UNIT, settings=replace(UNIT.settings, opening=()))
    assert {each.why for each in found(no_opening).rooms_missing} == {WhyNot.NO_HOURS}


def test_of_staff_without_any_hours_nothing_is_told() -> None:
    first, *others = UNIT.staff
    held = found(replace(UNIT, staff=(replace(first, max_weekly_minutes=0), *others)))
    assert (held.staff, held.staff_missing) == (("m2",), ())


def test_when_the_unit_is_closed_all_week_nobody_can_come_and_no_room_is_open() -> None:
    closed = ClosedDays("k1", DateSpan(WEEK.monday, WEEK.sunday), "Lukket")
    held = found(replace(UNIT, closed_days=(closed,)))
    assert {each.why for each in (*held.people_missing, *held.staff_missing)} == {WhyNot.CLOSED}
    assert [each.id for each in held.rooms_missing] == ["r1", "r2"]
    assert not held.possible
    assert why_impossible(LOW, held) == "Level 1 can't be served this week: no room that is fit is open."


def test_staff_who_are_never_there_at_one_time_cannot_serve_a_level_that_asks_for_two() -> None:
    one, other = UNIT.staff
    monday, tuesday = (WeeklyBlock(day, 480, 960) for day in (0, 1))
    apart = (replace(one, availability=(monday,)), replace(other, availability=(tuesday,)))
    held = serving(replace(UNIT, staff=apart), HIGH, WEEK)
    assert (len(held.staff), held.possible) == (2, False)
    assert "never there at one time" in why_impossible(HIGH, held)
    alone = serving(replace(UNIT, absences=(away("m1"),)), HIGH, WEEK)
    assert why_impossible(HIGH, alone) == "Level 2 can't be served this week: too few staff are there."
