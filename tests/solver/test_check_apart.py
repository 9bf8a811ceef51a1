"""Breaks the good week in every way that R11 and R12 forbid, and stops just short of it.

A case's ``broken`` tells all that the check must report, a rule and its ids a line; one with none is good.
"""

from __future__ import annotations

import pytest

from solver.problem import Separation
from tests.solver.good_week import (
    ALWAYS,
    ANY_COST,
    CRAFT2,
    MENTOR2,
    UNLOCKED,
    Case,
    at,
    case,
    commitment,
    craft,
    drop,
    lines,
    more,
    move,
    named,
    of,
)


def meetings(rule: str, visits: str, *pairs: str) -> tuple[str, ...]:
    return tuple(f"{rule} {visits} {pair}" for pair in pairs)


BLUE_AND_RED = ("c01 c03", "c01 c04", "c02 c03", "c02 c04")
OPEN_N1 = of("rooms", "n1", closed=())
RED_BLUE = ("red", "blue")
APART_ON_SITE = [
    case(
        "a slot short of the gap",
        OPEN_N1,
        move("s02", when="Mon 10:30-12:00"),
        broken=meetings("R11", "s01 s02", *BLUE_AND_RED),
    ),
    case(
        "a gap that is longer",
        of("separations", RED_BLUE, gap_minutes=90),
        broken=(*meetings("R11", "s01 s02", *BLUE_AND_RED), "R11 k1 s07 c03 c02"),
    ),
    case(
        "the sides the other way round",
        of("separations", RED_BLUE, between=("blue", "red"), gap_minutes=61),
        broken=(*meetings("R11", "s01 s02", *BLUE_AND_RED), "R11 k1 s07 c03 c02"),
    ),
    case(
        "at the same time in two rooms",
        move("s06", when="Tue 09:00-10:00"),
        broken=meetings("R11", "s05 s06", "c01 c05", "c02 c05"),
    ),
    case(
        "without a gap, a slot over",
        move("s06", when="Tue 09:30-10:30"),
        broken=meetings("R11", "s05 s06", "c01 c05", "c02 c05"),
    ),
    case(
        "without a gap, touching, the other first",
        move("s06", when="Tue 11:00-12:00"),
        MENTOR2,
        move("s06", staff="mentor2 guard2"),
        move("s05", when="Tue 12:30-13:30"),
        move("s12", when="Tue 14:00-15:00"),
        move("s07", when="Mon 14:00-16:00"),
        drop("s03"),
        of("citizens", "c11", available=ALWAYS),
    ),
    case(
        "a gap after a commitment, a slot short",
        of("commitments", "k1", end=at("Tue 12:30")),
        broken="R11 k1 s07 c03 c02",
    ),
    case(
        "just the gap before a commitment",
        of("commitments", "k1", start=at("Tue 16:00"), end=at("Tue 17:00")),
    ),
    case(
        "a gap before a commitment, a slot short",
        of("commitments", "k1", start=at("Tue 15:30"), end=at("Tue 17:00")),
        broken="R11 s07 k1 c02 c03",
    ),
    case("a commitment whose site is unknown", of("commitments", "k1", site=None, end=at("Tue 14:00"))),
    case("a commitment on another site", of("commitments", "k1", site="harbour", end=at("Tue 14:00"))),
    case(
        "members of one group, a slot short of the gap",
        move("s09", when="Wed 12:00-13:00"),
        broken="R11 s08 s09 c07 c08",
    ),
    case(
        "one member of it in two sessions", ANY_COST, craft("s14", "h1", "Wed 13:30-14:30", "c08", "craft1")
    ),
    case(
        "somebody on both sides, alone",
        of("separations", ("amber", "violet"), scope="site", gap_minutes=10_000),
    ),
    case(
        "somebody on both sides, with one of them",
        ANY_COST,
        of("separations", ("amber", "violet"), scope="site", gap_minutes=10_000),
        craft("s14", "s1", "Wed 11:00-12:00", "c10"),
        CRAFT2,
        broken="R11 s12 s14 c09 c10",
    ),
    case("two citizens, just the gap", of("separations", ("c01", "c11"), gap_minutes=90)),
    case(
        "two citizens, a slot short of the gap",
        of("separations", ("c01", "c11"), gap_minutes=91),
        broken="R11 s05 s11 c01 c11",
    ),
    case("just a gap over the night", more("separations", Separation(("c04", "c11"), "site", 23 * 60))),
    case(
        "a gap over the night, short",
        more("separations", Separation(("c04", "c11"), "site", 23 * 60 + 1)),
        broken="R11 s02 s11 c04 c11",
    ),
    case(
        "scope session: they may share a site",
        of("separations", RED_BLUE, scope="session"),
        OPEN_N1,
        move("s02", when="Mon 10:00-11:30"),
    ),
    case(
        "two separations of the same people",
        more("separations", Separation(("c01", "c03"), "site", 90)),
        more("separations", Separation(("c03", "red"), "site", 60)),
        broken="R11 s01 s02 c01 c03",
    ),
    case(
        "both sides in one session",
        of("activities", "class", max_per_day=2),
        ANY_COST,
        drop("s01"),
        move("s02", citizens="c02 c03"),
        broken="R10 s02 c02 c03",
    ),
]

ALONE = [
    case(
        "a slot before the end",
        move("s05", when="Tue 08:30-09:30"),
        broken=meetings("R12", "s04 s05", "c06 c01", "c06 c02"),
    ),
    case(
        "a slot after the start",
        UNLOCKED,
        move("s04", when="Mon 12:00-13:00", staff="mentor1 craft1 guard1"),
        broken=meetings("R12", "s02 s04", "c03 c06", "c04 c06"),
    ),
    case(
        "just after others left", UNLOCKED, move("s04", when="Mon 12:30-13:30", staff="mentor1 teach1 guard1")
    ),
    case("others at another site", commitment("k9", "c13", "south", "Tue 08:00-09:00")),
    case(
        "a commitment on the site",
        commitment("k9", "c13", "north", "Tue 08:30-09:30"),
        broken="R12 s04 k9 c06 c13",
    ),
    case("a commitment of others from then on", commitment("k9", "c13", "north", "Tue 09:00-10:00")),
    case("a commitment whose site is unknown", commitment("k9", "c13", None, "Tue 08:00-09:00")),
    case(
        "somebody else in the session",
        of("levels", 4, max_group=2),
        move("s04", citizens="c06 c05"),
        drop("s06"),
        UNLOCKED,
        broken="R12 s04 c05 c06",
    ),
    case(
        "two who must both be alone",
        of("levels", 3, alone_on_site=True),
        drop("s05"),
        MENTOR2,
        of("rooms", "n1", features=frozenset({"alarm", "two_exits"})),
        move("s06", room="n1", when="Tue 08:30-09:30", staff="mentor2 guard2"),
        broken="R12 s04 s06 c06 c05",
    ),
    case("one who must be alone, just after others", of("levels", 3, alone_on_site=True)),
]

CASES = {"R11": APART_ON_SITE, "R12": ALONE}


@pytest.mark.parametrize("case", named(CASES))
def test_exactly_what_is_broken_is_reported(case: Case) -> None:
    report = case.week().report()
    assert sorted(lines(report.violations)) == sorted(case.broken)
    assert not report.wrong
    assert report.clean == (not case.broken)


GIVEN = [
    case(
        "rivals in two commitments",
        commitment("k9", "c02", "south", "Tue 10:30-11:30"),
        broken="R11 k1 k9 c03 c02",
    ),
    case("rivals in two commitments on two sites", commitment("k9", "c02", "harbour", "Tue 11:00-12:00")),
    case(
        "rivals in one commitment",
        commitment("k9", "c01 c03", "south", "Fri 10:00-11:00"),
        broken="R11 k9 c01 c03",
    ),
    case("rivals in one commitment at a place unknown", commitment("k9", "c01 c03", None, "Fri 10:00-11:00")),
    case(
        "somebody who must be alone, in a commitment beside others",
        commitment("k9", "c06", "harbour", "Thu 08:00-09:00"),
        broken=("R12 k9 k4-Thu c06 c12", "R12 k9 k3 c06 c10"),
    ),
    case(
        "somebody who must be alone, in a commitment beside a session",
        commitment("k9", "c06", "north", "Tue 09:30-10:00"),
        broken=("R12 s05 k9 c01 c06", "R12 s05 k9 c02 c06"),
    ),
]


@pytest.mark.parametrize("case", named({"given": GIVEN}))
def test_what_commitments_bring_about_is_a_warning(case: Case) -> None:
    report = case.week().report()
    assert sorted(lines(report.warnings)) == sorted(case.broken)
    assert report.clean
