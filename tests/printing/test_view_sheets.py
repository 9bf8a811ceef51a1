"""The same plan by staff, by person and by conflict group."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.conflicts import ConflictGroup, Membership, Scope, Separation
from desktop.domain.offers import Placement, PlacementKind
from desktop.domain.time import WeeklyBlock
from desktop.domain.unit import Unit
from desktop.printing.group_sheet import group_sheet
from desktop.printing.sheet import Heads, ShadeKind, Sheet
from desktop.printing.stays import NO_GROUP
from desktop.printing.view_sheets import people_sheet, staff_sheet
from desktop.printing.words import apart_text
from tests.printing.week import ALWAYS, session, unit, version

MONDAY = (date(2026, 11, 23),)


def rivals(gap: int = 30) -> Unit:
    """c1 and c2 of one group, c3 of its rival; the others have none on record."""
    return replace(
        unit(),
        groups=(ConflictGroup("g1", "Gruppe 1"), ConflictGroup("g2", "Gruppe 2")),
        memberships=(
            Membership("b1", "c1", "g1", ALWAYS),
            Membership("b2", "c2", "g1", ALWAYS),
            Membership("b3", "c3", "g2", ALWAYS),
        ),
        separations=(Separation("x1", "g1", "g2", Scope.SITE, gap, "Konflikt", ALWAYS, "Politiet"),),
    )


def blocks_of(sheet: Sheet, lane: str) -> list[tuple[str, int, int]]:
    return [
        (block.session, block.start, block.end)
        for block in sheet.blocks
        if sheet.columns[block.column].key == lane
    ]


def test_a_session_stands_in_the_lane_of_each_who_serves() -> None:
    sheet = staff_sheet(unit(), version(session("s1", staff="m1 m2"), session("s2", day=24, staff="m2")))
    assert sheet.heads is Heads.DAYS_OF_LANES
    assert blocks_of(sheet, "m1") == [("s1", 540, 600)]
    assert blocks_of(sheet, "m2") == [("s1", 540, 600), ("s2", 540, 600)]
    assert [(each.key, first, count) for each, first, count in sheet.lanes()] == [("m1", 0, 5), ("m2", 5, 5)]


def test_on_one_day_the_lanes_stand_beside_each_other() -> None:
    sheet = staff_sheet(unit(), version(session("s1")), MONDAY)
    assert sheet.heads is Heads.LANES_OF_DAYS
    assert [column.key for column in sheet.columns] == ["m1", "m2"]


def test_a_person_has_their_sessions_and_placements() -> None:
    placed = Placement(
        "p1", "c1", PlacementKind.INTERNSHIP, "Depotet", None, (WeeklyBlock(2, 480, 840),), ALWAYS
    )
    sheet = people_sheet(
        replace(rivals(), placements=(placed,)), version(session("s1", people="c1 c3")), ("c3", "c1", "c4")
    )
    assert [each.key for each, _, _ in sheet.lanes()] == ["c3", "c1", "c4"]
    assert blocks_of(sheet, "c1") == [("s1", 540, 600), ("", 480, 840)]
    assert [block.title for block in sheet.blocks if not block.session] == ["Depotet"]
    levels = {column.key: (column.level, column.groups) for column in sheet.columns}
    assert levels["c1"] == (1, ("Gruppe 1",))
    assert levels["c4"] == (1, ())


def test_a_group_shows_its_own_people_alone() -> None:
    sheet = group_sheet(rivals(), version(session("s1", people="c1 c3 c4")), "h1", MONDAY)
    listed = {
        sheet.columns[block.column].key: [person.id for person in block.listed] for block in sheet.blocks
    }
    assert listed == {"g1": ["c1"], "g2": ["c3"], NO_GROUP: ["c4"]}


@pytest.mark.parametrize("gap", [30, 60])
def test_rivals_and_the_gap_around_them_shade_the_lane(gap: int) -> None:
    sheet = group_sheet(rivals(gap), version(session("s1", people="c1 c2", minutes=120)), "h1", MONDAY)
    lanes = {column.key: column.shades for column in sheet.columns}
    assert lanes["g1"] == ()
    assert [(each.kind, each.start, each.end, each.minutes) for each in lanes["g2"]] == [
        (ShadeKind.RIVALS, 540, 660, 0),
        (ShadeKind.GAP, 540 - gap, 540, gap),
        (ShadeKind.GAP, 660, 660 + gap, gap),
    ]
    assert lanes["g2"][0].names == ("Gruppe 1",)


def test_another_site_is_not_shaded() -> None:
    sheet = group_sheet(rivals(), version(session("s1", people="c1")), "h2", MONDAY)
    assert sheet.columns == ()


def test_a_lane_with_sessions_side_by_side_is_wider() -> None:
    plan = version(session("s1", people="c1"), session("s2", "r2", people="c2", staff="m2"))
    sheet = group_sheet(rivals(), plan, "h1", MONDAY)
    widths = {column.key: column.width for column in sheet.columns}
    assert widths["g1"] > widths["g2"] == 1


def test_an_unknown_site_is_told() -> None:
    with pytest.raises(LookupError):
        group_sheet(unit(), version(), "nowhere")


def apart(*separations: Separation, of: Unit | None = None) -> Unit:
    return replace(of or rivals(), separations=separations)


def held_apart(sheet: Sheet) -> dict[str, list[tuple[int, int, int, str]]]:
    return {
        column.key: [
            (each.start, each.end, each.minutes, apart_text(each, lambda person: person.name))
            for each in column.aparts
        ]
        for column in sheet.columns
        if column.aparts
    }


def test_two_persons_who_must_not_meet_are_told_in_each_others_lane() -> None:
    kept = apart(Separation("x1", "c1", "c3", Scope.SITE, 30, "Trussel", ALWAYS, "Politiet"))
    sheet = group_sheet(kept, version(session("s1", people="c1")), "h1", MONDAY)
    name, other = (each.name for each in kept.citizens if each.id in ("c1", "c3"))
    assert held_apart(sheet) == {
        "g2": [
            (510, 540, 30, f"{other} not with {name}"),
            (540, 600, 0, f"{other} not with {name}"),
            (600, 630, 30, f"{other} not with {name}"),
        ]
    }


def test_a_person_kept_from_a_group_stands_in_both_lanes() -> None:
    kept = apart(Separation("x1", "g1", "c4", Scope.SITE, 0, "Trussel", ALWAYS, "Politiet"))
    sheet = group_sheet(kept, version(session("s1", people="c2"), session("s2", day=24, people="c4")), "h1")
    where = {(column.key, column.day.day) for column in sheet.columns if column.aparts}
    assert where == {(NO_GROUP, 23), ("g1", 24)}


def test_a_group_whose_own_members_must_not_meet_shows_who_is_there_alone() -> None:
    kept = apart(Separation("x1", "g1", "g1", Scope.SITE, 60, "Splid", ALWAYS, "Politiet"))
    sheet = group_sheet(kept, version(session("s1", people="c1")), "h1", MONDAY)
    name = next(each.name for each in kept.citizens if each.id == "c1")
    told = f"{name} without others of the group"
    assert held_apart(sheet)["g1"] == [(480, 540, 60, told), (540, 600, 0, told), (600, 660, 60, told)]


def test_who_may_share_a_site_is_not_told_apart() -> None:
    kept = apart(Separation("x1", "c1", "c3", Scope.SESSION, 0, "Uvenner", ALWAYS, "Leder"))
    assert held_apart(group_sheet(kept, version(session("s1", people="c1")), "h1", MONDAY)) == {}
