"""What holds less after an edit, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.conflicts import Membership, Scope, Separation
from desktop.domain.levels import KnownLevels, ThreatLevel
from desktop.domain.people import Citizen, LevelAssessment
from desktop.domain.time import DateSpan
from desktop.domain.unit import Entity
from desktop.services.change import Edit
from desktop.services.loosening import Less, loosened

TODAY = date(2026, 11, 26)
SPAN = DateSpan(date(2026, 1, 1))
KNOWN = KnownLevels(3, frozenset({1, 2, 3}))
APART = Separation("x1", "c1", "c2", Scope.SITE, 60, "Trusler", SPAN, "Politiet")
MEMBER = Membership("m1", "c1", "g1", SPAN, "Politiet")
LEVEL = ThreatLevel("l2", 2, "To", 2, 2, 1, frozenset({"alarm"}), True, True, SPAN, "Kilde", True)


def assessed(level: int, on: date = TODAY, until: date = date(2027, 1, 1)) -> LevelAssessment:
    return LevelAssessment(level, "Politiet", on, until)


PERSON = Citizen(
    "c1", "Navn", "1", SPAN, assessments=(assessed(2),), avoid_staff=("m1",), avoid_sites=("s1",)
)


def less(before: Entity, after: Entity | None) -> list[tuple[Less, int, int]]:
    found = loosened([Edit(before, after)], TODAY, KNOWN)
    return [(each.less, each.was, each.now) for each in found]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (APART, None, [(Less.APART, 0, 0)]),
        (APART, replace(APART, side_b="c3"), [(Less.APART, 0, 0)]),
        (APART, replace(APART, scope=Scope.SESSION, gap_minutes=0), [(Less.SITE, 0, 0)]),
        (APART, replace(APART, gap_minutes=30), [(Less.GAP, 60, 30)]),
        (APART, replace(APART, span=DateSpan(SPAN.first, date(2026, 12, 31))), [(Less.DAYS, 0, 0)]),
        (APART, replace(APART, span=DateSpan(date(2026, 12, 1))), [(Less.DAYS, 0, 0)]),
        (MEMBER, None, [(Less.APART, 0, 0)]),
        (MEMBER, replace(MEMBER, group="g2"), [(Less.APART, 0, 0)]),
        (MEMBER, replace(MEMBER, span=DateSpan(SPAN.first, TODAY)), [(Less.DAYS, 0, 0)]),
        (PERSON, replace(PERSON, assessments=(assessed(1),)), [(Less.LEVEL, 2, 1)]),
        # Nobody has assessed them then: the highest there is, and that is not below.
        (PERSON, replace(PERSON, assessments=()), []),
        (replace(PERSON, assessments=()), PERSON, [(Less.LEVEL, 3, 2)]),
        # From the day on which it would have run out they would have been met one level higher.
        (
            replace(PERSON, assessments=(assessed(2, until=TODAY),)),
            PERSON,
            [(Less.LEVEL, 3, 2)],
        ),
        (PERSON, replace(PERSON, avoid_staff=()), [(Less.AVOIDED, 0, 0)]),
        (LEVEL, replace(LEVEL, max_group=4, staff=1), [(Less.GROUP, 2, 4), (Less.STAFF, 2, 1)]),
        (LEVEL, replace(LEVEL, guards=0), [(Less.GUARDS, 1, 0)]),
        (LEVEL, replace(LEVEL, room_features=frozenset()), [(Less.FEATURES, 0, 0)]),
        (
            LEVEL,
            replace(LEVEL, alone_on_site=False, needs_approval=False, never_automatic=False),
            [(Less.ALONE, 0, 0), (Less.APPROVAL, 0, 0), (Less.BY_HAND, 0, 0)],
        ),
    ],
)
def test_what_is_less_is_told(
    before: Entity, after: Entity | None, told: list[tuple[Less, int, int]]
) -> None:
    assert less(before, after) == told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (replace(APART, gap_minutes=30), APART),
        (APART, replace(APART, reason="Andet")),
        (replace(APART, scope=Scope.SESSION, gap_minutes=0), APART),
        (replace(APART, span=DateSpan(SPAN.first, date(2026, 11, 25))), None),
        (APART, replace(APART, span=DateSpan(TODAY))),
        (PERSON, replace(PERSON, assessments=(assessed(3),))),
        (PERSON, replace(PERSON, note="nyt")),
        (replace(LEVEL, max_group=9), LEVEL),
    ],
)
def test_what_holds_as_much_or_more_is_not(before: Entity, after: Entity | None) -> None:
    assert less(before, after) == []


def test_what_is_avoided_no_longer_is_named_by_its_ids() -> None:
    (found,) = loosened([Edit(PERSON, replace(PERSON, avoid_staff=(), avoid_sites=()))], TODAY, KNOWN)
    assert found.ids == ("m1", "s1")
