"""Two of one name are told apart; nobody else is called otherwise for it."""

from __future__ import annotations

from dataclasses import replace

from desktop.services.telling_apart import room_names, set_apart, told_apart
from tests.services.small_unit import UNIT


def test_two_of_one_name_are_told_apart_by_their_case_numbers() -> None:
    c1, c2, c3, c4 = UNIT.citizens
    people = (replace(c1, name="Bo Jensen"), replace(c2, name="bo  jensen"), c3, c4)

    names = told_apart(people)

    assert names["c1"] == "Bo Jensen · sag-c1"
    assert names["c2"] == "bo  jensen · sag-c2"
    assert names["c3"] == c3.name


def test_staff_and_rooms_of_one_name_get_numbers_that_stay() -> None:
    m1, m2 = UNIT.staff
    r1, r2 = UNIT.rooms
    third = replace(m1, id="m3", name="Anne Holm (1)")
    unit = replace(
        UNIT,
        staff=(replace(m2, name="anne  holm"), third, replace(m1, name="Anne Holm")),
        rooms=(r1, replace(r2, name="lokale 1"), replace(r1, id="r3", site="s2")),
    )

    apart = set_apart(unit)

    assert {each.id: each.name for each in apart.staff} == {
        "m1": "Anne Holm (2)",
        "m2": "anne  holm (3)",
        "m3": "Anne Holm (1)",
    }
    assert {each.id: each.name for each in apart.rooms} == {
        "r1": "Lokale 1 (1)",
        "r2": "lokale 1 (2)",
        "r3": "Lokale 1",
    }
    assert set_apart(apart) is apart
    assert set_apart(UNIT) is UNIT
    others = replace(unit, staff=tuple(reversed(unit.staff)))
    assert {each.id: each.name for each in set_apart(others).staff} == {
        each.id: each.name for each in apart.staff
    }


def test_rooms_of_two_sites_are_told_apart_by_the_site() -> None:
    r1, r2 = UNIT.rooms
    unit = replace(UNIT, rooms=(r1, replace(r2, name="Lokale 1", site="s2")))
    assert room_names(unit) == {"r1": "Lokale 1 (Huset)", "r2": "Lokale 1 (Depotet)"}
    assert room_names(UNIT) == {"r1": "Lokale 1", "r2": "Lokale 2"}
