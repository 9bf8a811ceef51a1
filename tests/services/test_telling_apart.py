"""Two of one name are told apart; nobody else's case number is shown for it."""

from __future__ import annotations

from dataclasses import replace

from desktop.services.telling_apart import told_apart
from tests.services.small_unit import UNIT


def test_two_of_one_name_are_told_apart_by_their_case_numbers() -> None:
    c1, c2, c3, c4 = UNIT.citizens
    people = (replace(c1, name="Bo Jensen"), replace(c2, name="bo  jensen"), c3, c4)

    names = told_apart(people)

    assert names["c1"] == "Bo Jensen · sag-c1"
    assert names["c2"] == "bo  jensen · sag-c2"
    assert names["c3"] == c3.name
