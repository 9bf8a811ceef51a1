from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.consistency import UnitFault, unit_faults
from desktop.domain.levels import ThreatLevel
from desktop.domain.offers import Offer, OfferKind
from desktop.domain.people import Citizen, LevelAssessment
from desktop.domain.places import Travel
from desktop.domain.settings import Limit, UnitSettings
from desktop.domain.time import DateSpan
from desktop.domain.unit import Unit

SINCE = DateSpan(date(2026, 1, 1))
LOW = ThreatLevel("l1", 1, "Lav", 4, 1, 0, frozenset({"alarm"}), False, False, SINCE, "Instruks")
HIGH = replace(LOW, id="l2", level=2, max_group=2, staff=2)
UNIT = Unit(UnitSettings("unit", "Enheden", 30, (), None), levels=(LOW, HIGH))


def startup(weeks: int) -> Offer:
    return Offer("o1", "Forløb", OfferKind.MENTOR_COMPANY, None, SINCE, weeks)


def test_a_sound_unit_has_no_faults() -> None:
    assert unit_faults(UNIT) == ()


def test_a_case_number_belongs_to_one_citizen() -> None:
    people = tuple(Citizen(f"c{number}", "Navn", case, SINCE) for number, case in enumerate(("A", "B", "A ")))
    assert unit_faults(replace(UNIT, citizens=people)) == (UnitFault("c2", "case_number", "duplicate"),)


def test_two_sites_have_one_way_between_them() -> None:
    ways = (Travel("t1", "s1", "s2", 10), Travel("t2", "s2", "s1", 20))
    assert unit_faults(replace(UNIT, travels=ways)) == (UnitFault("t2", "site_b", "duplicate"),)


def test_nobody_is_kept_apart_from_themself_but_a_group_may_be() -> None:
    rows = tuple(
        Separation(name, side, side, Scope.SESSION, 0, "Strid", SINCE, "Politiet")
        for name, side in (("x1", "c1"), ("x2", "g1"))
    )
    unit = replace(UNIT, citizens=(Citizen("c1", "Navn", "1", SINCE),), separations=rows)
    assert unit_faults(unit) == (UnitFault("x1", "side_b", "same"),)


def test_a_startup_keeps_within_the_limit_of_its_time() -> None:
    limit = Limit("i1", "mentor_startup_weeks", 4, SINCE, "Notat")
    assert unit_faults(replace(UNIT, limits=(limit,), offers=(startup(4),))) == ()
    fault = UnitFault("o1", "startup_weeks", "over_limit")
    assert unit_faults(replace(UNIT, limits=(limit,), offers=(startup(5),))) == (fault,)
    ended = replace(limit, span=DateSpan(date(2025, 1, 1), date(2025, 12, 31)))
    assert unit_faults(replace(UNIT, limits=(ended,), offers=(startup(5),))) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"max_group": 5},
        {"staff": 1, "guards": 0, "max_group": 4, "room_features": frozenset()},
    ],
)
def test_a_level_asks_for_no_less_than_the_one_below(changes: dict[str, Any]) -> None:
    laxer = replace(HIGH, **changes)
    fault = UnitFault("l2", "level", "laxer_than_lower")
    assert unit_faults(replace(UNIT, levels=(LOW, laxer))) == (fault,)
    assert unit_faults(replace(UNIT, levels=(laxer, LOW))) == (fault,)


@pytest.mark.parametrize("flag", ["alone_on_site", "needs_approval"])
def test_what_a_lower_level_asks_for_a_higher_one_asks_for_too(flag: str) -> None:
    changes: dict[str, Any] = {flag: True}
    lower = replace(LOW, **changes)
    assert [fault.entity for fault in unit_faults(replace(UNIT, levels=(lower, HIGH)))] == ["l2"]


def test_one_row_tells_a_level_at_a_time() -> None:
    later = replace(LOW, id="l3", span=DateSpan(date(2026, 7, 1)))
    assert unit_faults(replace(UNIT, levels=(LOW, later))) == (UnitFault("l3", "span", "overlap"),)
    ended = replace(LOW, span=DateSpan(date(2026, 1, 1), date(2026, 6, 30)))
    assert unit_faults(replace(UNIT, levels=(ended, later))) == ()


def test_nobody_is_assessed_above_the_highest_level_ever_described() -> None:
    def with_level(number: int) -> Unit:
        made = LevelAssessment(number, "Koordinator", date(2026, 6, 1), date(2026, 12, 1))
        low = replace(made, level=1)
        return replace(UNIT, citizens=(Citizen("c1", "Navn", "1", SINCE, assessments=(low, made)),))

    assert unit_faults(with_level(2)) == ()
    assert unit_faults(with_level(3)) == (UnitFault("c1", "assessments[1].level", "unknown_reference"),)
    ended = replace(HIGH, id="l3", level=3, span=DateSpan(date(2025, 1, 1), date(2025, 12, 31)))
    assert unit_faults(replace(with_level(3), levels=(LOW, HIGH, ended))) == ()
