from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.conflicts import Scope
from desktop.domain.time import WeeklyBlock
from desktop.services.files.importing import StoreNotEmpty, UnitFileError, import_unit, read_unit
from desktop.services.ids import random_ids, sequential_ids
from tests.services.fakes import FakeStore
from tests.services.small_unit import UNIT
from tests.services.unit_files import (
    EXAMPLE,
    Steps,
    at,
    changed,
    example,
    kinds_of_places,
    path_of,
    places,
    without,
)

NO_CLOCKS = {"not_a_clock_time", "not_a_weekday", "not_an_object"}
PERSON: Steps = ("citizens", 0)
OVERLAPPING = [
    {"day": "mon", "start": "08:00", "end": "12:00"},
    {"day": "mon", "start": "11:00", "end": "16:00"},
]


def imported(data: Any) -> FakeStore:
    store = FakeStore()
    import_unit(store, json.dumps(data), sequential_ids())
    return store


def errors(data: Any) -> list[tuple[str, str]]:
    """What is told of a file, after seeing that nothing of it was stored."""
    store = FakeStore()
    text = data if isinstance(data, (str, bytes)) else json.dumps(data)
    with pytest.raises(UnitFileError) as refused:
        import_unit(store, text, sequential_ids())
    assert store.rows == {}
    return [(error.path, error.key) for error in refused.value.errors]


def test_the_example_fills_an_empty_store() -> None:
    store = FakeStore()
    change = import_unit(store, EXAMPLE.read_bytes())
    assert change.label == "unit_imported"
    assert [edit.before for edit in change.edits] == [None] * len(store.rows)
    assert {edit.after for edit in change.edits if edit.after} == set(store.rows.values())
    with store.begin() as work:
        unit = work.unit()
    assert (len(unit.citizens), len(unit.staff), len(unit.placements), len(unit.absences)) == (5, 3, 1, 2)


def test_what_the_file_says_is_what_the_store_holds() -> None:
    with imported(example()).begin() as work:
        unit = work.unit()
    person = unit.citizens[1]
    assert (person.id, person.name, person.case_number) == ("c002", "Person To", "EKS-2")
    assert (person.caps[0].weekly_minutes, person.caps[0].daily_minutes) == (750, 360)
    assert person.availability[0] == WeeklyBlock(0, 540, 900)
    assert unit.citizens[2].avoid_staff == ("m002",)
    assert unit.separations[0].side_a == "g001"
    assert (unit.separations[1].side_a, unit.separations[1].side_b) == ("c001", "c005")
    assert unit.separations[1].scope is Scope.SESSION
    assert unit.settings.idle_interview == "a003"
    assert unit.activities[2].rooms == ("r002",)
    assert {absence.person for absence in unit.absences} == {"m002", "c002"}
    assert unit.placements[0].citizen == "c005"
    assert unit.staff[2].max_weekly_minutes == 870


def test_ids_are_fresh_and_tell_nothing_of_the_file() -> None:
    first, second = (read_unit(EXAMPLE.read_bytes(), random_ids()) for _ in range(2))
    ids = [citizen.id for unit in (first, second) for citizen in unit.citizens]
    assert len(set(ids)) == 10
    assert all(re.fullmatch(r"c-[0-9a-f]{16}", entity_id) for entity_id in ids)
    assert all("person" not in entity.id for entity in first.citizens)


def test_every_entity_has_an_id_of_its_own() -> None:
    change = import_unit(FakeStore(), EXAMPLE.read_bytes())
    ids = [edit.after.id for edit in change.edits if edit.after]
    assert len(set(ids)) == len(ids)


def test_a_unit_is_imported_into_an_empty_store_only() -> None:
    store = FakeStore(UNIT)
    before = dict(store.rows)
    with pytest.raises(StoreNotEmpty):
        import_unit(store, EXAMPLE.read_bytes())
    assert store.rows == before


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", ("1:1", "not_json")),
        ('{\n "a": 1,\n "b" 2}', ("3:6", "not_json")),
        ("[1", ("1:3", "not_json")),
        ("null", ("", "not_an_object")),
        ('{"a": NaN}', ("a", "not_json")),
        ('{"a": [{"b": 1}, {"b": -Infinity}]}', ("a[1].b", "not_json")),
        (b'{\n "a": "\xe6\xff"}', ("2:8", "not_text")),
        (b'\xef\xbb\xbf{"a": "\xc3\xa6\xff"}', ("1:9", "not_text")),
        ("[" * 100_000, ("", "not_json")),
    ],
)
def test_what_is_no_json_object_is_told_where_it_breaks_off(
    text: str | bytes, error: tuple[str, str]
) -> None:
    assert errors(text) == [error]


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_unit(b"\xef\xbb\xbf" + EXAMPLE.read_bytes(), sequential_ids()).citizens


def test_members_that_stand_twice_are_told_at_their_paths() -> None:
    text = '{"format": 1, "citizens": [{}, {"name": 1, "name": 2, "name": 3}], "format": 1}'
    assert errors(text) == [("format", "duplicate"), ("citizens[1].name", "duplicate")]


def test_somebody_twice_in_a_group_at_a_time_is_told() -> None:
    data = example()
    rows = data["citizens"][0]["groups"]
    rows[0] |= {"from": "2026-01-01", "until": "2026-06-30"}
    rows.append(rows[0] | {"from": "2026-07-01", "until": None})
    assert len(imported(data).rows) > 0
    rows[1]["from"] = "2026-06-30"
    assert errors(data) == [("citizens[0].groups[1].group", "overlap")]


@pytest.mark.parametrize(
    "steps", [steps for steps in kinds_of_places() if not isinstance(steps[-1], int)], ids=path_of
)
def test_a_value_of_a_wrong_kind_is_told_at_its_path(steps: Steps) -> None:
    told = errors(changed(steps, {"no": "such thing"}))
    assert {path for path, _ in told} & {path_of(steps), f"{path_of(steps)}.no"}


@pytest.mark.parametrize(
    "steps", [steps for steps in kinds_of_places() if isinstance(at(example(), steps), dict)], ids=path_of
)
def test_an_unknown_member_is_told_at_its_path(steps: Steps) -> None:
    assert errors(changed((*steps, "nmae"), 1)) == [(f"{path_of(steps)}.nmae", "unknown_member")]


@pytest.mark.parametrize(
    "steps",
    [
        ("format",), ("settings",), ("citizens",), ("citizens", 0, "name"), ("citizens", 0, "caps"),
        ("citizens", 0, "groups"), ("citizens", 0, "from"), ("citizens", 0, "assessments", 0, "valid_until"),
        ("rooms", 0, "capacity"), ("levels", 0, "guards"), ("separations", 0, "source"),
        ("activities", 0, "counts"), ("citizens", 4, "placements", 0, "site"),
    ],
    ids=path_of,
)  # fmt: skip
def test_a_missing_member_is_told_at_its_path(steps: Steps) -> None:
    assert (path_of(steps), "missing") in errors(without(steps))


@pytest.mark.parametrize(
    ("steps", "value", "key"),
    [
        (("format",), "sikkerplan-unit/2", "unknown_format"),
        (("settings", "slot_minutes"), 20, "not_a_slot"),
        (("settings", "slot_minutes"), True, "not_whole"),
        (("settings", "holidays"), "XX", "unknown_country"),
        (("settings", "opening", 0, "day"), "monday", "not_a_weekday"),
        (("settings", "opening", 0, "start"), "8:00", "not_a_clock_time"),
        (("settings", "opening", 0, "start"), "24:30", "not_a_clock_time"),
        (("settings", "opening", 0, "end"), "08:00", "not_after_start"),
        (("settings", "opening"), OVERLAPPING, "overlap"),
        (("sites", 0, "opening"), OVERLAPPING, "overlap"),
        (("citizens", 0, "availability"), OVERLAPPING, "overlap"),
        (("levels",), [], "empty"),
        (("separations", 0, "gap_minutes"), 10_081, "too_large"),
        (("citizens", 0, "enrolments", 0, "min_sessions"), 673, "too_large"),
        (("limits", 0, "value"), -1, "too_small"),
        (("limits", 0, "value"), 10**30, "too_large"),
        (("limits", 0, "from"), "2026-02-30", "not_a_date"),
        (("limits", 0, "until"), "2025-12-31", "before_first"),
        (("levels", 0, "max_group"), 0, "too_small"),
        (("sites", 0, "kind"), "house", "not_a_choice"),
        (("travel", 0, "between"), ["house"], "wrong_length"),
        (("travel", 0, "between"), ["house", "house"], "same"),
        (("rooms", 0, "site"), "nowhere", "unknown_reference"),
        (("rooms", 0, "features"), ["alarm", "alarm"], "duplicate"),
        (("rooms", 1, "closed", 0, "end"), "2026-11-25T11:00", "not_after_start"),
        (("rooms", 1, "closed", 0, "start"), "2026-11-25", "not_a_time"),
        (("staff", 0, "id"), "Ane Eksempel", "not_an_id"),
        (("staff", 0, "weekly_hours"), 169, "too_large"),
        (("staff", 0, "weekly_hours"), 1.001, "not_hours"),
        (("offers", 0, "startup_weeks"), 2, "only_for_mentor_company"),
        (("offers", 1, "startup_weeks"), 5, "over_limit"),
        (("activities", 0, "lengths"), [], "empty"),
        (("activities", 0, "lengths"), [1500], "too_large"),
        (("activities", 0, "max_group"), 1, "too_small"),
        (("activities", 0, "offer"), "nothing", "unknown_reference"),
        (("citizens", 0, "name"), "  ", "empty"),
        (("citizens", 0, "name"), "Nul\0", "not_text"),
        (("citizens", 0, "name"), "Halv\ud800", "not_text"),
        (("citizens", 1, "case_number"), "EKS-1", "duplicate"),
        (("citizens", 0, "until"), "2026-05-31", "before_first"),
        (("citizens", 0, "caps", 0, "weekly_hours"), "20", "not_hours"),
        (("citizens", 0, "assessments", 0, "valid_until"), "2026-09-30", "before_assessed"),
        (("citizens", 0, "groups", 0, "group"), "person-2", "unknown_reference"),
        (("citizens", 0, "enrolments", 0, "max_sessions"), 0, "too_small"),
        (("separations", 1, "between"), ["person-1", "person-1"], "same"),
        (("separations", 1, "gap_minutes"), 30, "only_for_site"),
    ],
)
def test_an_error_is_told_where_it_stands(steps: Steps, value: Any, key: str) -> None:
    assert errors(changed(steps, value)) == [(path_of(steps), key)]


@pytest.mark.parametrize(
    ("steps", "value", "expected"),
    [
        (("staff", 0, "id"), "bo", [("staff[1].id", "duplicate")]),
        (("citizens", 2, "avoid_staff"), ["nobody"], [("citizens[2].avoid_staff[0]", "unknown_reference")]),
        (("separations", 0, "between"), ["blue", "x"], [("separations[0].between[1]", "unknown_reference")]),
        (("levels", 1, "max_group"), 7, [("levels[1].level", "laxer_than_lower")]),
        (
            ("citizens", 0, "id"),
            "blue",
            [("citizens[0].id", "duplicate"), ("separations[1].between[0]", "unknown_reference")],
        ),
    ],
)
def test_an_error_is_told_where_the_trouble_lies(
    steps: Steps, value: Any, expected: list[tuple[str, str]]
) -> None:
    assert errors(changed(steps, value)) == expected


def test_all_errors_are_told_at_once() -> None:
    data = example()
    data["rooms"][0]["capacity"] = 0
    data["citizens"][3]["caps"][0]["from"] = "soon"
    data["citizens"][4]["placements"][0]["site"] = "nowhere"
    del data["separations"][1]["reason"]
    assert errors(data) == [
        ("rooms[0].capacity", "too_small"),
        ("citizens[3].caps[0].from", "not_a_date"),
        ("citizens[4].placements[0].site", "unknown_reference"),
        ("separations[1].reason", "missing"),
    ]


def test_an_error_repeats_nothing_of_the_file() -> None:
    data = example()
    data["citizens"][0]["name"] = 12
    data["citizens"][1]["groups"][0]["group"] = "Hemmelig"
    data["citizens"][2]["assessments"][0]["assessed_on"] = "Hemmelig"
    with pytest.raises(UnitFileError) as refused:
        read_unit(json.dumps(data), sequential_ids())
    told = " ".join([str(refused.value), *map(str, refused.value.errors)])
    assert "Hemmelig" not in told
    assert "Person" not in told
    assert str(refused.value.errors[0]) == "citizens[0].name: is not text"


def test_a_reference_may_stand_before_what_it_names() -> None:
    data = example()
    turned = dict(reversed(list(data.items())))
    assert read_unit(json.dumps(turned), sequential_ids()).settings.idle_interview


def test_what_may_be_left_out_has_a_plain_meaning() -> None:
    data = example()
    optional = {"note", "closed", "until", "absences", "gap_minutes", "holidays", "opening", "startup_weeks"}
    kept = ("settings", "offers")
    for steps in sorted(places(data), key=len, reverse=True):
        if steps[-1] in optional and steps[0] not in kept:
            del at(data, steps[:-1])[steps[-1]]
    with imported(data).begin() as work:
        unit = work.unit()
    assert all(site.opening is None for site in unit.sites)
    assert all(room.closed == () for room in unit.rooms)
    assert unit.limits[0].span.last is None
    assert {separation.gap_minutes for separation in unit.separations} == {0}
    assert unit.absences == ()
    assert unit.settings.holidays == "DK"
    assert {activity.max_per_day for activity in unit.activities} == {1}


def test_sequential_ids_count_each_kind() -> None:
    new_id: Callable[[str], str] = sequential_ids()
    assert [new_id("citizen"), new_id("citizen"), new_id("room")] == ["c001", "c002", "r001"]
