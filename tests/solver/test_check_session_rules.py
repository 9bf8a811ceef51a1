"""Breaks the good week in every way that the rules about single sessions forbid, and stops just short of it.

A case's ``broken`` tells all that the check must report, a rule and its ids a line; one with none is good.
"""

from __future__ import annotations

import pytest

from solver.problem import Enrolment, Separation
from tests.solver.good_week import (
    ALWAYS,
    ANY_COST,
    UNLOCKED,
    Case,
    Edit,
    Week,
    add,
    case,
    daily,
    drop,
    given,
    lines,
    more,
    move,
    named,
    of,
    session,
    time,
)

TEACH2_HAS_TIME = of("staff", "teach2", max_minutes=1200)
LEVEL_2_GUARDED = of("levels", 2, guards=1)


FORM = [
    case("unknown activity", move("s02", activity="dance"), broken="R1 s02 dance"),
    case("unknown room", move("s10", room="cellar"), broken="R1 s10 cellar"),
    case("unknown citizen", ANY_COST, move("s07", citizens="c02 c11 nobody"), broken="R1 s07 nobody"),
    case("unknown staff", move("s07", staff="craft1 nobody"), broken="R1 s07 nobody"),
    case("a group is no citizen", ANY_COST, move("s07", citizens="c02 c11 red"), broken="R1 s07 red"),
    case("citizen twice", move("s02", citizens="c03 c04 c03"), broken="R1 s02 c03"),
    case("staff twice", move("s02", staff="teach1 teach1"), broken="R1 s02 teach1"),
    case("two sessions with one id", move("s13", id="s10"), broken="R1 s10"),
    case("off the grid", move("s08", when="Wed 11:15-12:15", citizens="c02"), broken="R1 s08"),
    case(
        "its end alone off the grid",
        move("s08", when="Wed 11:00-12:15", citizens="c02"),
        broken=("R1 s08", "R1 s08 craft"),
    ),
    case(
        "its start alone off the grid",
        move("s08", when="Wed 11:15-12:00", citizens="c02"),
        broken=("R1 s08", "R1 s08 craft"),
    ),
    case("on a finer grid", given(slot_minutes=15), move("s08", when="Wed 11:15-12:15", citizens="c02")),
    case("a length that the activity has not", move("s09", when="Wed 12:30-14:00"), broken="R1 s09 craft"),
    case("another length that it has", move("s09", when="Wed 12:30-14:30")),
    case("no time at all", move("s13", when="Thu 14:30-14:30"), broken=("R1 s13", "R1 s13 interview")),
    case(
        "ends before it starts",
        move("s13", when="Thu 15:30-15:00"),
        broken=("R1 s13", "R1 s13 interview"),
    ),
    case("starts at opening", move("s13", when="Thu 08:00-08:30")),
    case(
        "starts before opening",
        of("staff", "mentor1", available=ALWAYS),
        move("s13", when="Thu 07:30-08:00"),
        broken="R1 s13 north",
    ),
    case("ends at closing", move("s09", when="Wed 14:00-16:00")),
    case("ends a slot after closing", move("s09", when="Wed 14:30-16:30"), broken="R1 s09 harbour"),
    case(
        "over a lunch that is closed",
        given(open_hours=(*daily("08:00-12:00"), *daily("12:30-16:00"))),
        broken=("R1 s02 north", "R1 s11 north"),
    ),
    case("over two open times that overlap", move("s03", when="Mon 12:30-15:30")),
    case(
        "longer than the unit's hours, which the site replaces",
        of("sites", "south", open_hours=None),
        broken="R1 s03 south",
    ),
    case(
        "on a day when the unit is open and the site is not",
        move("s08", room="s1", when="Thu 11:00-12:00"),
        broken="R1 s08 south",
    ),
    case(
        "a site that is never open",
        of("sites", "harbour", open_hours=()),
        broken=("R1 s08 harbour", "R1 s09 harbour"),
    ),
    case(
        "until midnight",
        of("sites", "north", open_hours=ALWAYS),
        of("staff", "mentor1", available=ALWAYS),
        move("s13", when="Thu 23:30-24:00"),
    ),
    case(
        "from the week's first minute",
        of("sites", "north", open_hours=ALWAYS),
        of("staff", "mentor1", available=ALWAYS),
        move("s13", when="Mon 00:00-00:30"),
    ),
    case(
        "over midnight, though open on both sides of it",
        of("sites", "north", open_hours=ALWAYS),
        of("staff", "mentor1", available=ALWAYS),
        of("activities", "interview", minutes=(30, 60)),
        move("s13", start=time("Thu 23:30-24:00").start, end=time("Fri 00:00-00:30").end),
        broken="R1 s13",
    ),
]


def closed(when: str) -> Edit:
    return of("rooms", "n1", closed=(time(when),))


ROOM = [
    case("one more than the room holds", of("rooms", "n1", capacity=2), broken="R2 s01 n1"),
    case("closed for its last slot", closed("Mon 09:30-11:00"), broken="R2 s01 n1"),
    case("closed for its first slot", closed("Mon 07:00-08:30"), broken="R2 s01 n1"),
    case("closed in the middle", closed("Mon 08:30-09:00"), broken="R2 s01 n1"),
    case("closed all along", closed("Mon 07:00-11:00"), broken="R2 s01 n1"),
    case("closed until it starts", closed("Mon 07:00-08:00")),
    case("another room closed", of("rooms", "n2", closed=(time("Mon 08:00-10:00"),))),
    case(
        "a room that the activity does not list",
        of("activities", "craft", rooms=frozenset({"s1"})),
        broken=("R2 s08 h1", "R2 s09 h1"),
    ),
    case("an activity that lists no rooms", of("activities", "craft", rooms=None)),
    case(
        "an activity that lists an empty row of rooms",
        of("activities", "interview", rooms=frozenset()),
        broken=("R2 s10 n1", "R2 s13 n2"),
    ),
    case(
        "a feature that the activity needs",
        of("rooms", "h1", features=frozenset({"alarm"})),
        broken=("R2 s08 h1", "R2 s09 h1"),
    ),
    case(
        "a feature that one citizen's level needs",
        of("levels", 2, room_features=frozenset({"alarm", "two_exits"})),
        broken="R2 s02 c04 n1",
    ),
    case(
        "features that the levels of two citizens need",
        of("levels", 2, room_features=frozenset({"two_exits"})),
        of("citizens", "c03", level=2),
        broken=("R2 s02 c03 n1", "R2 s02 c04 n1"),
    ),
]

STAFFING = [
    case("one fewer than the activity needs", of("activities", "talk", staff=2), broken="R5 s11 mentor1"),
    case("one fewer than a level needs", of("levels", 2, staff=2), broken="R5 s02 teach1"),
    case("as many as a level needs", of("levels", 2, staff=2), move("s02", staff="teach1 craft1")),
    case(
        "the larger of the two: the activity",
        of("activities", "talk", staff=3),
        broken=("R5 s04 guard1 mentor1 teach1", "R5 s06 guard2 mentor1", "R5 s11 mentor1"),
    ),
    case("no guard", UNLOCKED, move("s04", staff="mentor1 teach1"), broken="R5 s04 mentor1 teach1"),
    case(
        "the guard is not one of the others too",
        UNLOCKED,
        move("s04", staff="mentor1 guard1"),
        broken="R5 s04 guard1 mentor1",
    ),
    case("two guards needed", of("levels", 4, guards=2), broken="R5 s04 guard1 mentor1 teach1"),
    case(
        "two guards needed and there",
        UNLOCKED,
        of("levels", 4, guards=2),
        move("s04", staff="mentor1 teach1 guard1 guard2"),
    ),
    case(
        "two guards, but then one too few beside them",
        UNLOCKED,
        of("levels", 4, guards=2),
        move("s04", staff="mentor1 guard1 guard2"),
        broken="R5 s04 guard1 guard2 mentor1",
    ),
    case("more guards than needed", UNLOCKED, move("s04", staff="mentor1 teach1 guard1 guard2")),
    case("a guard as one of the others", of("levels", 3, guards=1), broken="R5 s06 guard2 mentor1"),
    case("a guard as a guard", of("levels", 3, guards=1, staff=1)),
    case("nobody with the skill", move("s06", staff="teach1 guard2"), broken="R5 s06 guard2 teach1"),
    case(
        "the only one with the skill must stand guard",
        TEACH2_HAS_TIME,
        LEVEL_2_GUARDED,
        move("s02", staff="teach2 craft1"),
        broken="R5 s02 craft1 teach2",
    ),
    case(
        "somebody else can stand guard",
        TEACH2_HAS_TIME,
        LEVEL_2_GUARDED,
        move("s02", staff="teach2 guard1"),
    ),
    case(
        "somebody else has the skill",
        TEACH2_HAS_TIME,
        LEVEL_2_GUARDED,
        move("s02", staff="teach2 teach1"),
    ),
    case(
        "one person for both parts",
        TEACH2_HAS_TIME,
        LEVEL_2_GUARDED,
        move("s02", staff="teach2"),
        broken=("R5 s02 teach2", "R5 s02 teach2"),
    ),
    case(
        "the skill is the guards' own, and one is left",
        UNLOCKED,
        ANY_COST,
        add(session("s14", "drill", "n2", "Fri 08:00-09:00", "guard1 guard2 mentor1", "c06")),
    ),
    case(
        "the skill is the guards' own, and none is left",
        UNLOCKED,
        ANY_COST,
        add(session("s14", "drill", "n2", "Fri 08:00-09:00", "guard1 craft1 mentor1", "c06")),
        broken="R5 s14 craft1 guard1 mentor1",
    ),
    case("no staff at all", move("s13", staff=""), broken=("R5 s13", "R5 s13")),
    case(
        "no staff where the activity and level ask for none: still one with the skill",
        of("activities", "interview", staff=0),
        of("levels", 1, staff=0),
        move("s13", staff=""),
        broken="R5 s13",
    ),
    case(
        "the highest level present decides",
        of("citizens", "c09", level=2),
        of("levels", 2, staff=2),
        broken=("R5 s01 teach1", "R5 s02 teach1", "R5 s12 teach2", "R2 s12 c09 s1"),
    ),
]

GROUP_SIZE = [
    case("one fewer than the activity takes", move("s02", citizens="c03"), broken="R9 s02"),
    case("one more than the activity takes", of("activities", "class", max_group=2), broken="R9 s01"),
    case("as many as the activity takes", of("activities", "class", max_group=3)),
    case("one more than a level allows", of("levels", 2, max_group=1), broken="R9 s02 c04"),
    case("as many as a level allows", of("levels", 2, max_group=2)),
    case(
        "more than the level of each allows",
        of("levels", 1, max_group=2),
        broken=("R9 s01 c01", "R9 s01 c02", "R9 s01 c09"),
    ),
    case("nobody", move("s13", citizens=""), broken="R9 s13"),
]

C02_TWICE_A_DAY = of("activities", "class", max_per_day=2)
APART_IN_SESSION = [
    case(
        "rivals of two groups",
        C02_TWICE_A_DAY,
        of("citizens", "c02", activities=(Enrolment("class", 0, 3), Enrolment("craft", 0, 2))),
        ANY_COST,
        move("s02", citizens="c02 c03 c04"),
        broken=("R10 s02 c02 c03", "R10 s02 c02 c04"),
    ),
    case(
        "scope session holds both sides apart as well",
        ANY_COST,
        move("s01", citizens="c01 c09 c10"),
        broken="R10 s01 c09 c10",
    ),
    case(
        "two who both belong to both sides",
        ANY_COST,
        of("citizens", "c10", groups=("amber", "violet")),
        move("s01", citizens="c01 c09 c10"),
        broken="R10 s01 c09 c10",
    ),
    case(
        "two members of one side only",
        ANY_COST,
        of("citizens", "c09", groups=("amber",)),
        move("s01", citizens="c01 c09 c10"),
    ),
    case(
        "a group whose own members must not meet",
        ANY_COST,
        move("s08", citizens="c07 c08"),
        broken="R10 s08 c07 c08",
    ),
    case(
        "two citizens named",
        drop("s03"),
        move("s07", citizens="c01 c02 c11"),
        broken="R10 s07 c01 c11",
    ),
    case(
        "a citizen and the group that they belong to",
        more("separations", Separation(("c01", "red"), "session", 0)),
        broken=("R10 s01 c01 c02", "R10 s05 c01 c02"),
    ),
    case(
        "a group without members",
        more("groups", "grey"),
        more("separations", Separation(("grey", "red"), "site", 600)),
    ),
]

AVOID = [
    case(
        "a staff member",
        of("citizens", "c11", avoid_staff=frozenset({"craft1", "guard1"})),
        broken="R13 s07 c11 craft1",
    ),
    case(
        "a staff member who might be a guard",
        of("citizens", "c05", avoid_staff=frozenset({"guard2"})),
        broken="R13 s06 c05 guard2",
    ),
    case("a site", of("citizens", "c11", avoid_sites=frozenset({"south"})), broken="R13 s07 c11 south"),
    case("a commitment on a site that they avoid", of("citizens", "c03", avoid_sites=frozenset({"south"}))),
]

LIST = [
    case("not on their list", ANY_COST, move("s08", citizens="c07 c09"), broken="R8 s08 c09 craft"),
    case("interview not on their list", of("citizens", "c14", activities=()), broken="R8 s13 c14 interview"),
    case(
        "one session a week too many",
        of("citizens", "c02", activities=(Enrolment("class", 0, 1), Enrolment("craft", 0, 2))),
        broken="R8 c02 class",
    ),
    case(
        "on the list for no session at all",
        of("citizens", "c02", activities=(Enrolment("class", 0, 2), Enrolment("craft", 0, 0))),
        broken="R8 c02 craft",
    ),
    case(
        "one session a day too many",
        ANY_COST,
        of("citizens", "c09", activities=(Enrolment("class", 0, 3),)),
        move("s05", citizens="c01 c02 c09"),
        broken="R8 c09 class",
    ),
    case(
        "as many a day as the activity allows",
        ANY_COST,
        C02_TWICE_A_DAY,
        of("citizens", "c09", activities=(Enrolment("class", 0, 3),)),
        move("s05", citizens="c01 c02 c09"),
    ),
    case(
        "too many a day and a week",
        ANY_COST,
        move("s05", citizens="c01 c02 c09"),
        broken=("R8 c09 class", "R8 c09 class"),
    ),
]

CASES = {
    "R1": FORM,
    "R2": ROOM,
    "R5": STAFFING,
    "R8": LIST,
    "R9": GROUP_SIZE,
    "R10": APART_IN_SESSION,
    "R13": AVOID,
}


def test_the_good_week_is_clean() -> None:
    report = Week().report()
    assert report.clean
    assert not report.warnings


@pytest.mark.parametrize("case", named(CASES))
def test_exactly_what_is_broken_is_reported(case: Case) -> None:
    report = case.week().report()
    assert sorted(lines(report.violations)) == sorted(case.broken)
    assert not report.wrong
    assert report.clean == (not case.broken)
