"""How separations and memberships stand on a day, what is due, and what is done with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.conflicts import Membership, Scope, Separation
from desktop.domain.errors import DomainError
from desktop.domain.time import DateSpan
from desktop.domain.unit import Unit
from desktop.services.attention import Matter, attention
from desktop.services.conflict_edits import Renewal, ended, let_end, next_span, renewed
from desktop.services.rivalries import (
    Stand,
    concerned,
    due,
    membership_stands,
    pairs_of,
    separation_stands,
)
from desktop.services.week.planning import PlanningService
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import UNIT

TODAY = FakeClock().today()
BASE = UNIT.separations[0]


def span(first: int, last: int | None) -> DateSpan:
    return DateSpan(day(first), None if last is None else day(last))


def day(away: int) -> date:
    return TODAY + timedelta(days=away)


def row(key: str, first: int, last: int | None, gap: int = 30, scope: Scope = Scope.SITE) -> Separation:
    return replace(BASE, id=key, span=span(first, last), gap_minutes=gap, scope=scope)


def apart(*rows: Separation) -> Unit:
    return replace(UNIT, separations=rows)


def stands(*rows: Separation) -> list[Stand]:
    return [stand for _, stand in separation_stands(apart(*rows), TODAY)]


@pytest.mark.parametrize(
    ("first", "last", "stand"),
    [
        (-9, None, Stand.HOLDS),
        (-9, 15, Stand.HOLDS),
        (-9, 14, Stand.SOON),
        (-9, 0, Stand.SOON),
        (-9, -1, Stand.RUN_OUT),
        (1, 5, Stand.LATER),
    ],
)
def test_a_separation_stands_by_its_days(first: int, last: int | None, stand: Stand) -> None:
    assert stands(row("a", first, last)) == [stand]


def test_only_what_asks_for_as_much_follows_a_separation() -> None:
    before = row("a", -9, -1)
    assert stands(before, row("b", 0, None)) == [Stand.FOLLOWED, Stand.HOLDS]
    assert stands(before, row("b", 0, None, gap=60))[0] is Stand.FOLLOWED
    # Whoever was never on one site may now meet on it: nobody has said that this is right.
    assert stands(before, row("b", 0, None, gap=0, scope=Scope.SESSION))[0] is Stand.RUN_OUT
    assert stands(before, row("b", 0, None, gap=15))[0] is Stand.RUN_OUT
    assert stands(before, row("b", 1, None))[0] is Stand.RUN_OUT


def test_an_end_that_was_judged_to_be_right_is_not_due_until_it_is_another_one() -> None:
    judged = let_end(row("a", -9, -1))
    assert stands(judged) == [Stand.LET_END]
    assert due(apart(judged), TODAY) == ()
    moved = replace(judged, span=span(-9, 3))
    assert [each.stand for each in due(apart(moved), TODAY)] == [Stand.SOON]


def test_what_has_run_out_is_due_for_ninety_days() -> None:
    rows = (row("a", -200, -90), replace(row("b", -200, -91), side_b="c4"))
    assert [each.record.id for each in due(apart(*rows), TODAY)] == ["a"]


def test_memberships_are_due_unless_the_person_leaves_with_them() -> None:
    first, *others = UNIT.memberships
    unit = replace(UNIT, memberships=(replace(first, span=span(-9, -1)), *others), separations=())
    assert [each.record.id for each in due(unit, TODAY)] == [first.id]
    followed = Membership("next", first.citizen, first.group, span(0, None))
    assert due(replace(unit, memberships=(*unit.memberships, followed)), TODAY) == ()
    assert dict(membership_stands(unit, TODAY))[unit.memberships[0]] is Stand.RUN_OUT
    left = tuple(
        replace(each, enrolled=DateSpan(each.enrolled.first, day(-1))) if each.id == first.citizen else each
        for each in unit.citizens
    )
    assert due(replace(unit, citizens=left), TODAY) == ()


def test_what_was_reviewed_no_longer_needs_attention() -> None:
    def told(unit: Unit) -> list[str]:
        planning = PlanningService(FakeStore(unit), FakeClock(), "K")
        wanted = (Matter.SEPARATION_RUN_OUT, Matter.SEPARATION_SOON)
        return [each.subject for each in attention(unit, planning, TODAY).items if each.matter in wanted]

    past, soon = row("a", -9, -1), replace(row("b", -9, 3), side_b="c4")
    assert told(apart(past, soon)) == ["a", "b"]
    assert told(apart(let_end(past), let_end(soon))) == []


def test_a_pair_shows_the_strictest_that_holds_then_what_comes_then_what_was() -> None:
    lax, strict = row("lax", -9, None, 0, Scope.SESSION), row("strict", -5, None)
    later, earlier, was = row("later", 5, None), row("earlier", 2, 4), row("was", -9, -3)

    def shown(*rows: Separation) -> tuple[str, Stand]:
        pair = pairs_of(apart(*rows), TODAY)["g1", "g2"]
        return pair.shown.id, pair.stand

    assert shown(lax, strict, later) == ("strict", Stand.HOLDS)
    assert shown(later, earlier, was) == ("earlier", Stand.LATER)
    assert shown(was, row("long ago", -90, -60)) == ("was", Stand.RUN_OUT)
    turned = replace(strict, id="turned", side_a="g2", side_b="g1")
    assert [each.id for each in pairs_of(apart(strict, turned), TODAY)["g1", "g2"].rows] == [
        "turned",
        "strict",
    ]


def test_those_concerned_are_the_members_on_the_nearest_day_that_counts() -> None:
    assert concerned(UNIT, row("a", -9, None), TODAY) == {"c1", "c2", "c3", "c4"}
    first, *others = UNIT.memberships
    gone = replace(UNIT, memberships=(replace(first, span=span(-90, -5)), *others))
    assert concerned(gone, row("a", -9, None), TODAY) == {"c2", "c3", "c4"}
    assert concerned(gone, row("a", -90, -5), TODAY) == {"c1", "c2", "c3", "c4"}
    assert concerned(gone, replace(row("a", 3, None), side_a="c1"), TODAY) == {"c1", "c3", "c4"}


def test_a_renewal_is_another_row_for_other_days_by_another_source() -> None:
    before = let_end(row("a", -9, -1))
    after = renewed(before, Renewal(span(0, 30), "Politiet"), lambda kind: f"new-{kind}")
    assert after == replace(
        before, id="new-separation", span=span(0, 30), source="Politiet", end_reviewed=None
    )
    assert renewed(UNIT.memberships[0], Renewal(span(0, 1), "K"), lambda kind: kind).id == "membership"
    with pytest.raises(DomainError):
        Renewal(span(0, 1), " ")


@pytest.mark.parametrize(("last", "first"), [(None, 0), (-30, 0), (-1, 0), (0, 1), (9, 10)])
def test_it_is_proposed_to_go_on_from_the_end_but_not_in_the_past(last: int | None, first: int) -> None:
    assert next_span(row("a", -90, last), TODAY) == span(first, None)


def test_what_is_ended_is_judged_along_with_that_and_never_before_it_began() -> None:
    assert stands(replace(ended(row("a", -9, None), day(-1)))) == [Stand.LET_END]
    with pytest.raises(DomainError):
        ended(row("a", -9, None), day(-10))
