"""Breaks the good week in every way that the rules about the whole week forbid, and stops just short of it.

A case's ``broken`` tells all that the check must report, a rule and its ids a line; one with none is good.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.solver.good_week import (
    ALWAYS,
    ANY_COST,
    CRAFT2,
    MENTOR2,
    SESSIONS,
    UNLOCKED,
    Case,
    Edit,
    add,
    at,
    case,
    commitment,
    craft,
    drop,
    given,
    lines,
    move,
    named,
    of,
    session,
    time,
    way,
)


def free(kind: str, name: str, *whens: str) -> Edit:
    return of(kind, name, available=tuple(time(when) for when in whens))


ROOM_ONCE = [
    case(
        "two at the same time",
        MENTOR2,
        move("s13", room="n1", when="Thu 14:00-14:30", staff="mentor2"),
        broken="R3 s10 s13 n1",
    ),
    case("one after the other", MENTOR2, move("s13", room="n1", staff="mentor2")),
    case("two rooms at the same time", MENTOR2, move("s13", when="Thu 14:00-14:30", staff="mentor2")),
    case(
        "over the end of one and up to the next",
        ANY_COST,
        CRAFT2,
        craft("s14", "h1", "Wed 11:30-12:30", "c10"),
        broken="R3 s08 s14 h1",
    ),
    case(
        "between the two, one slot long too much",
        ANY_COST,
        CRAFT2,
        craft("s14", "h1", "Wed 12:00-13:00", "c10"),
        broken="R3 s14 s09 h1",
    ),
    case(
        "one over two others",
        ANY_COST,
        CRAFT2,
        craft("s14", "h1", "Wed 11:00-13:00", "c10"),
        broken=("R3 s08 s14 h1", "R3 s14 s09 h1"),
    ),
]

STAFF_FREE = [
    case(
        "available just then, in touching times",
        free("staff", "teach1", "Mon 08:00-10:00", "Mon 11:00-12:00", "Mon 12:00-12:30", "Tue 08:00-09:00"),
    ),
    case(
        "not available in between",
        free("staff", "teach1", "Mon 08:00-11:30", "Mon 12:00-12:30", "Tue 08:00-09:00"),
        broken="R4 s02 teach1",
    ),
    case(
        "available a slot too late",
        free("staff", "teach1", "Mon 08:30-12:30", "Tue 08:00-09:00"),
        broken="R4 s01 teach1",
    ),
    case(
        "available a slot too short",
        free("staff", "teach1", "Mon 08:00-12:30", "Tue 08:00-08:30"),
        broken="R4 s04 teach1",
    ),
    case("a guard who is not available", free("staff", "guard1", "Tue 08:30-09:00"), broken="R4 s04 guard1"),
    case("in two at once", move("s13", when="Thu 14:00-14:30"), broken="R4 s10 s13 mentor1"),
    case("in two that share a slot", move("s06", when="Tue 11:00-12:00"), broken="R4 s06 s11 mentor1"),
    case("in two that touch", move("s06", when="Tue 10:30-11:30")),
    case("a slot too few for the way", move("s12", when="Tue 10:00-11:00"), broken="R4 s05 s12 teach2"),
    case("just the way, back", move("s12", when="Wed 09:00-10:00"), move("s05", when="Wed 10:30-11:30")),
    case(
        "a slot too few for the way back",
        move("s12", when="Wed 09:00-10:00"),
        move("s05", when="Wed 10:00-11:00"),
        broken="R4 s12 s05 teach2",
    ),
    case("a way that is not named", ANY_COST, craft("s14", "s1", "Wed 10:00-11:00", "c02", "craft1")),
    case(
        "the same way, named",
        ANY_COST,
        craft("s14", "s1", "Wed 10:00-11:00", "c02", "craft1"),
        way("harbour", "south", 30),
        broken="R4 s14 s08 craft1",
    ),
    case(
        "a way named both ways round takes the longer time",
        way("north", "south", 60),
        broken=("R4 s05 s12 teach2", "R6 s11 s07 c11"),
    ),
    case(
        "a way by a third site",
        ANY_COST,
        CRAFT2,
        way("harbour", "south", 60),
        craft("s14", "h1", "Wed 09:00-10:00", "c02"),
        craft("s15", "s1", "Wed 11:00-12:00", "c10"),
        add(session("s16", "interview", "n1", "Wed 10:00-10:30", "craft2", "c14")),
    ),
    case(
        "a way that a third site would shorten",
        ANY_COST,
        CRAFT2,
        way("harbour", "south", 90),
        craft("s14", "h1", "Wed 09:00-10:00", "c02"),
        craft("s15", "s1", "Wed 11:00-12:00", "c10"),
        add(session("s16", "interview", "n1", "Wed 10:00-10:30", "craft2", "c14")),
        broken="R4 s14 s15 craft2",
    ),
    case("a slot over the week's hours", of("staff", "teach2", max_minutes=90), broken="R4 teach2"),
]

CITIZEN_FREE = [
    case(
        "available a slot too late",
        free("citizens", "c11", "Tue 12:00-12:30", "Tue 13:00-15:00"),
        broken="R6 s11 c11",
    ),
    case(
        "available a slot too short",
        free("citizens", "c11", "Tue 11:30-12:30", "Tue 13:00-14:30"),
        broken="R6 s07 c11",
    ),
    case(
        "not available in between",
        free("citizens", "c11", "Tue 11:30-12:30", "Tue 13:00-14:00", "Tue 14:30-15:00"),
        broken="R6 s07 c11",
    ),
    case("a commitment at a time when they are not available", free("citizens", "c03", "Mon 11:00-12:30")),
    case(
        "in two sessions that share a slot",
        ANY_COST,
        craft("s14", "h1", "Mon 09:30-10:30", "c02", "craft1"),
        broken="R6 s01 s14 c02",
    ),
    case(
        "in two that touch, with no way between",
        ANY_COST,
        craft("s14", "h1", "Mon 10:00-11:00", "c02", "craft1"),
    ),
    case(
        "a slot too few for the way",
        UNLOCKED,
        of("citizens", "c11", available=ALWAYS),
        move("s11", when="Tue 12:00-13:00"),
        broken="R6 s11 s07 c11",
    ),
    case(
        "in a commitment whose site is unknown", move("s08", when="Wed 10:30-11:30"), broken="R6 k2 s08 c07"
    ),
    case("a commitment with a site and no way to it", of("commitments", "k2", site="harbour")),
    case(
        "no time for the way from a commitment",
        of("commitments", "k2", site="south"),
        way("south", "harbour", 30),
        broken="R6 k2 s08 c07",
    ),
    case(
        "just the way from a commitment",
        ANY_COST,
        of("commitments", "k2", site="south"),
        of("commitments", "k2", end=at("Wed 10:30")),
        way("south", "harbour", 30),
    ),
    case(
        "no time for the way to a commitment",
        ANY_COST,
        way("south", "harbour", 30),
        craft("s14", "h1", "Tue 08:00-09:00", "c03", "craft1"),
        broken="R6 s14 k1 c03",
    ),
    case(
        "up to a commitment where there is no way",
        ANY_COST,
        craft("s14", "h1", "Tue 08:00-09:00", "c03", "craft1"),
    ),
    case(
        "a slot too few from a commitment",
        ANY_COST,
        add(session("s14", "class", "n2", "Tue 12:00-13:00", "teach1", "c03 c04")),
        broken="R6 k1 s14 c03",
    ),
    case(
        "just the way from a commitment to a class",
        ANY_COST,
        add(session("s14", "class", "n2", "Tue 12:30-13:30", "teach1", "c03 c04")),
    ),
    case(
        "two commitments at once, which the plan cannot help",
        commitment("k9", "c03", None, "Tue 10:00-11:00"),
    ),
    case("two commitments without the way between", commitment("k9", "c03", "north", "Tue 12:00-13:00")),
]

HOURS = [
    case("a slot over a week's hours", of("citizens", "c01", max_minutes=330), broken="R7 c01"),
    case("a slot over a day's hours", of("citizens", "c01", max_daily_minutes=270), broken="R7 c01"),
    case(
        "over both",
        of("citizens", "c01", max_minutes=330, max_daily_minutes=270),
        broken=("R7 c01", "R7 c01"),
    ),
    case("a commitment that counts", of("commitments", "k2", counts=True), broken="R7 c07"),
    case(
        "commitments with a session just up to a week's hours",
        ANY_COST,
        CRAFT2,
        of("citizens", "c10", max_minutes=360),
        craft("s14", "h1", "Fri 08:00-09:00", "c10"),
    ),
    case(
        "commitments with a session over a week's hours",
        ANY_COST,
        CRAFT2,
        of("citizens", "c10", max_minutes=330),
        craft("s14", "h1", "Fri 08:00-09:00", "c10"),
        broken="R7 c10",
    ),
    case("commitments just as long as a week", of("citizens", "c10", max_minutes=300)),
    case(
        "commitments longer than a week and a day",
        of("citizens", "c10", max_minutes=120, max_daily_minutes=60),
    ),
    case(
        "a counted session where commitments exceed the week",
        ANY_COST,
        CRAFT2,
        craft("s14", "h1", "Fri 08:00-09:00", "c12"),
        broken="R7 c12",
    ),
    case(
        "a counted session where commitments exceed the day",
        ANY_COST,
        CRAFT2,
        of("citizens", "c12", max_minutes=2400),
        craft("s14", "h1", "Thu 14:30-15:30", "c12"),
        broken="R7 c12",
    ),
    case(
        "on another day than the one exceeded",
        ANY_COST,
        CRAFT2,
        of("citizens", "c12", max_minutes=2400),
        craft("s14", "h1", "Fri 08:00-09:00", "c12"),
    ),
    case(
        "a session that turns out to count",
        of("activities", "interview", counts=True),
        broken=("R7 c12", "R7 c12"),
    ),
    case(
        "no hours, but sessions that do not count", of("citizens", "c14", max_minutes=0, max_daily_minutes=0)
    ),
]

S11 = SESSIONS[10]
LOCKED = [
    case("left out", drop("s11"), broken="R14 s11"),
    case("in another room", move("s11", room="n2"), broken="R14 s11"),
    case("under another id", move("s11", id="s99"), broken="R14 s11"),
    case(
        "later",
        UNLOCKED,
        given(locked=(replace(S11, start=S11.start - 30, end=S11.end - 30),)),
        broken="R14 s11",
    ),
    case("shorter", given(locked=(replace(S11, end=S11.end - 30),)), broken="R14 s11"),
    case("another activity", given(locked=(replace(S11, activity="drill"),)), broken="R14 s11"),
    case("with more staff", move("s11", staff="mentor1 guard1"), broken="R14 s11"),
    case("with other citizens", given(locked=(replace(S11, citizens=("c11", "c05")),)), broken="R14 s11"),
    case("people in another order", given(locked=(replace(SESSIONS[0], citizens=("c09", "c02", "c01")),))),
    case("all left out", given(locked=(S11, SESSIONS[3])), drop("s04", "s11"), broken=("R14 s04", "R14 s11")),
]

BUDGET = [
    case("a krone over", given(budget=8969), broken="R15"),
    case("nothing to spend", given(budget=0), broken="R15"),
    case("no budget given", given(budget=None), of("activities", "class", cost_per_session=10**9)),
    case("the cost of one more citizen", of("activities", "talk", cost_per_citizen=1), broken="R15"),
]

CASES = {
    "R3": ROOM_ONCE,
    "R4": STAFF_FREE,
    "R6": CITIZEN_FREE,
    "R7": HOURS,
    "R14": LOCKED,
    "R15": BUDGET,
}


@pytest.mark.parametrize("case", named(CASES))
def test_exactly_what_is_broken_is_reported(case: Case) -> None:
    report = case.week().report()
    assert sorted(lines(report.violations)) == sorted(case.broken)
    assert not report.wrong
    assert report.clean == (not case.broken)
