"""What holds less after an edit, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.conflicts import Membership, Scope, Separation
from desktop.domain.levels import ThreatLevel
from desktop.domain.offers import Placement, PlacementKind
from desktop.domain.people import Citizen, LevelAssessment
from desktop.domain.time import DateSpan, WeeklyBlock
from desktop.domain.unit import Entity, Unit
from desktop.services.change import Edit
from desktop.services.loosening import loosened
from desktop.services.loosening_kinds import Less, Loosened
from tests.services.small_unit import UNIT

TODAY = date(2026, 11, 26)
SPAN = DateSpan(date(2026, 1, 1))
APART = Separation("x1", "c1", "c2", Scope.SITE, 60, "Trusler", SPAN, "Politiet")
MEMBER = Membership("m1", "c1", "g1", SPAN, "Politiet")
LEVEL = ThreatLevel("l2", 2, "To", 2, 2, 1, frozenset({"alarm"}), True, True, SPAN, "Kilde", True)


def assessed(level: int, on: date = TODAY, until: date = date(2027, 1, 1)) -> LevelAssessment:
    return LevelAssessment(level, "Politiet", on, until)


PERSON = Citizen(
    "c1", "Navn", "1", SPAN, assessments=(assessed(2),), avoid_staff=("m1",), avoid_sites=("s1",)
)


THREE = replace(LEVEL, id="l3", level=3)
CLUB = UNIT.activities[0]
AT_WORK = Placement("p1", "c1", PlacementKind.INTERNSHIP, "Depotet", "s2", (WeeklyBlock(2, 480, 840),), SPAN)


def unit_after(*edits: Edit, levels: tuple[ThreatLevel, ...] = (LEVEL, THREE)) -> Unit:
    """The small unit with two levels, as the edits made it."""
    put = tuple(each.after for each in edits if each.after is not None)
    gone = tuple(each.before for each in edits if each.after is None and each.before is not None)
    unit = replace(UNIT, levels=levels)
    held = {name: getattr(unit, name) for name in ("levels", "citizens", "memberships", "separations")}
    for name, kind in zip(held, (ThreatLevel, Citizen, Membership, Separation), strict=True):
        rows = {row.id: row for row in held[name]} | {row.id: row for row in put if isinstance(row, kind)}
        held[name] = tuple(row for key, row in rows.items() if key not in {each.id for each in gone})
    return replace(unit, **held)


def found_after(*edits: Edit, levels: tuple[ThreatLevel, ...] = (LEVEL, THREE)) -> tuple[Loosened, ...]:
    return loosened(edits, TODAY, unit_after(*edits, levels=levels))


def less(before: Entity, after: Entity | None) -> list[tuple[Less, int, int]]:
    return [(each.less, each.was, each.now) for each in found_after(Edit(before, after))]


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
        (replace(UNIT.rooms[0], features=frozenset()), UNIT.rooms[0], [(Less.ROOM, 0, 0)]),
        (UNIT.staff[0], replace(UNIT.staff[0], skills=frozenset({"guard"})), [(Less.GUARD, 0, 0)]),
        (
            replace(CLUB, max_group=3, staff=2, room_features=frozenset({"alarm"})),
            CLUB,
            [(Less.GROUP, 3, 6), (Less.STAFF, 2, 1), (Less.FEATURES, 0, 0)],
        ),
        (AT_WORK, None, [(Less.WORKPLACE, 0, 0)]),
        (AT_WORK, replace(AT_WORK, site=None), [(Less.WORKPLACE, 0, 0)]),
        (AT_WORK, replace(AT_WORK, blocks=(WeeklyBlock(2, 480, 600),)), [(Less.WORK_TIMES, 0, 0)]),
        (replace(UNIT.travels[0], minutes=60), UNIT.travels[0], [(Less.TRAVEL, 60, 20)]),
        # Level 3 is the highest still, and asks for the same.
        (LEVEL, None, []),
        (THREE, None, [(Less.HIGHEST, 3, 2)]),
        (THREE, replace(THREE, level=1), [(Less.HIGHEST, 3, 2)]),
        # Another record tells less of the same level from tomorrow on.
        (
            replace(THREE, id="l9", level=2, guards=3),
            replace(THREE, id="l9", level=2, guards=3, span=DateSpan(SPAN.first, TODAY)),
            [(Less.GUARDS, 3, 1)],
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
        (UNIT.rooms[0], replace(UNIT.rooms[0], features=frozenset())),
        (UNIT.staff[0], replace(UNIT.staff[0], name="Ny")),
        (CLUB, replace(CLUB, max_group=3)),
        (replace(AT_WORK, site=None), AT_WORK),
        (replace(AT_WORK, span=DateSpan(SPAN.first, date(2026, 11, 25))), None),
        (replace(AT_WORK, citizen="gone"), None),
        (UNIT.travels[0], replace(UNIT.travels[0], minutes=60)),
        (THREE, replace(THREE, guards=2)),
        # Nobody knows what level 3 asks for then: nothing is planned.
        (THREE, replace(THREE, span=DateSpan(SPAN.first, TODAY))),
    ],
)
def test_what_holds_as_much_or_more_is_not(before: Entity, after: Entity | None) -> None:
    assert less(before, after) == []


def test_what_is_avoided_no_longer_is_named_by_its_ids() -> None:
    (found,) = found_after(Edit(PERSON, replace(PERSON, avoid_staff=(), avoid_sites=())))
    assert found.ids == ("m1", "s1")


def test_stricter_measures_that_are_taken_back_are_told_of_the_level() -> None:
    """They were a record of their own, and the one before ended with the day before."""
    strict = replace(LEVEL, id="l2b", span=DateSpan(TODAY), max_group=1, guards=3)
    ended = replace(LEVEL, span=DateSpan(SPAN.first, date(2026, 11, 25)))
    found = found_after(Edit(strict, None), Edit(ended, LEVEL))
    assert [(each.less, each.was, each.now, each.level) for each in found] == [
        (Less.GROUP, 1, 2, 2),
        (Less.GUARDS, 3, 1, 2),
    ]


def test_a_level_that_goes_is_told_where_the_next_one_asks_for_less() -> None:
    low = replace(THREE, guards=0)
    found = found_after(Edit(LEVEL, None), levels=(LEVEL, low))
    assert [(each.less, each.was, each.now, each.level) for each in found] == [(Less.GUARDS, 1, 0, 2)]


def test_measures_of_a_level_that_nobody_knew_any_of_let_its_people_be_planned() -> None:
    ended = replace(THREE, span=DateSpan(SPAN.first, date(2026, 11, 25)))
    (found,) = found_after(Edit(ended, THREE))
    assert (found.less, found.level) == (Less.KNOWN, 3)


def test_who_is_removed_with_all_that_is_theirs_need_not_be_kept_apart() -> None:
    person, member = UNIT.citizens[0], UNIT.memberships[0]
    between = replace(APART, side_a=person.id)
    assert found_after(Edit(between, None), Edit(member, None), Edit(person, None)) == ()
    told = found_after(Edit(between, None), Edit(member, None))
    assert [each.less for each in told] == [Less.APART, Less.APART]
