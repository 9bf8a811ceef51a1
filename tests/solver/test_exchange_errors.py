"""Each mistake is told once, at its path, and none hides another."""

from __future__ import annotations

from typing import Any

import pytest

from solver.exchange import ExchangeError, plan_from_json, problem_from_json
from tests.solver.exchange_cases import (
    Json,
    interval,
    plan_json,
    problem_json,
    replaced,
    session,
    without,
)

LONG = "x" * 65
ID = "expected an id: 1 to 64 of the characters A-Z a-z 0-9 _ . -"
TIME = 'expected a time as YYYY-MM-DDTHH:MM, such as "2026-11-23T08:00"'
WEEK = "outside the week, which runs from 2026-11-23T00:00 to 2026-11-30T00:00"
GRID = "2026-11-24T09:10 is off the grid of 30 minutes from midnight"
SLOTS = "expected a whole number of slots of 30 minutes"
ONCE = "each may be given only once"
MIDNIGHT = "crosses midnight; end it at the next day's 00:00 or before"
MIDNIGHT_AS = "midnight at the end of a day is written as the next day's 00:00"
APART = "nobody can be kept apart from themself; only a group may stand on both sides"
COUNT = "expected a whole number from 0 to 1000000000, found "
HOURS = "expected a number of hours from 0 to 168, found "
LARGE = "a number that is too large"
NAN = "NaN, which is no JSON number"
NONE = "there is no {} in this file"


def problem_errors(value: Json) -> list[str]:
    with pytest.raises(ExchangeError) as caught:
        problem_from_json(value)
    return [str(error) for error in caught.value.errors]


def plan_errors(value: Json) -> list[str]:
    with pytest.raises(ExchangeError) as caught:
        plan_from_json(value)
    return [str(error) for error in caught.value.errors]


def numbered(cases: list[tuple[str, Json, Any]]) -> list[Any]:
    return [pytest.param(*case, id=f"{number}-{case[0]}") for number, case in enumerate(cases)]


PROBLEM_MISTAKES: list[tuple[str, Json, Any]] = [
    # weeks and grid
    ("week", "2026-W54", "there is no such week: the weeks of 2026 are W01 to W53"),
    ("week", "2025-W53", "there is no such week: the weeks of 2025 are W01 to W52"),
    ("week", "2026-W00", "there is no such week: the weeks of 2026 are W01 to W53"),
    ("week", "0000-W01", "expected a year from 0001 to 9998"),
    ("week", "9999-W01", "expected a year from 0001 to 9998"),
    ("week", "2026-48", 'expected an ISO week, such as "2026-W48"'),
    ("week", "2026-W48\n", 'expected an ISO week, such as "2026-W48"'),
    ("week", "２０２６-W48", 'expected an ISO week, such as "2026-W48"'),
    ("slot_minutes", 20, "expected 15, 30 or 60, found the number 20"),
    ("slot_minutes", 30.0, "expected 15, 30 or 60, found the number 30.0"),
    ("slot_minutes", True, "expected 15, 30 or 60, found true"),
    # times and intervals
    ("citizens[0].available[1].end", "2026-11-29T17:30", "ends before it starts"),
    ("citizens[0].available[1].end", "2026-11-29T18:00", "ends when it starts, so that it holds no time"),
    ("citizens[0].available[0].end", "2026-11-25T00:30", MIDNIGHT),
    ("citizens[0].available[0].end", "2026-11-26T00:00", MIDNIGHT),
    ("citizens[0].available[1].end", "2026-11-30T00:30", WEEK),
    ("citizens[0].available[1].start", "2026-11-30T00:00", WEEK),
    ("citizens[0].available[1].start", "2026-11-22T23:30", WEEK),
    ("citizens[0].available[1].start", "2026-11-24T09:10", GRID),
    ("citizens[0].available[1].start", "2026-11-29T18:00:00", TIME),
    ("citizens[0].available[1].start", "2026-11-29 18:00", TIME),
    ("citizens[0].available[1].start", "2026-11-29T18:00Z", TIME),
    ("citizens[0].available[1].start", "2026-11-29T18:00\n", TIME),
    ("citizens[0].available[1].start", "2026-11-31T18:00", "there is no day 2026-11-31"),
    ("citizens[0].available[1].start", "2026-11-29T18:60", "there is no time of day 18:60"),
    ("citizens[0].available[1].end", "2026-11-29T24:00", MIDNIGHT_AS),
    ("citizens[0].available[1].end", None, f"{TIME}, found null"),
    ("sites[1].open_hours[0].end", "2026-11-29T19:30", "ends before it starts"),
    ("sites[1].open_hours", None, "expected a list, found null"),
    ("open_hours[1].start", "2026-12-01T08:00", WEEK),
    ("rooms[1].closed[0].end", "2026-11-25T00:00", "ends when it starts, so that it holds no time"),
    ("staff[0].available[0].start", "2026-11-24T16:30", None),
    ("commitments[0].end", "2026-11-25T07:30", "ends before it starts"),
    ("commitments[0].start", "2026-11-24T09:10", GRID),
    ("locked[0].start", "2026-11-24T09:10", GRID),
    ("reference[1].start", "2026-11-24T09:10", GRID),
    ("reference[1].end", "2026-11-17T10:30", WEEK),
    # ids
    ("commitments[0].id", "", ID),
    ("commitments[0].id", LONG, ID),
    ("commitments[0].id", "Å1", ID),
    ("commitments[0].id", "c 1", ID),
    ("commitments[0].id", "c1\n", ID),
    # the ids that refer to it are not told to be missing
    ("citizens[0].id", 1, f"{ID}, found the number 1"),
    ("commitments[1].id", "k1", f"the same as commitments[0].id; {ONCE}"),
    ("reference[1].id", "p1", f"the same as reference[0].id; {ONCE}"),
    # references
    ("travel[0].from", "s3", NONE.format('site "s3"')),
    ("travel[0].to", "r1", NONE.format('site "r1"')),
    ("rooms[1].site", "s3", NONE.format('site "s3"')),
    ("separations[0].between[1]", "g3", NONE.format('citizen or group "g3"')),
    ("activities[0].rooms[1]", "s1", NONE.format('room "s1"')),
    ("citizens[0].level", 2, NONE.format("level 2")),
    ("citizens[0].groups[0]", "c2", NONE.format('group "c2"')),
    ("citizens[0].activities[1].activity", "a3", NONE.format('activity "a3"')),
    ("citizens[0].avoid_staff[1]", "m3", NONE.format('staff member "m3"')),
    ("citizens[0].avoid_sites[1]", "s3", NONE.format('site "s3"')),
    ("commitments[0].citizens[1]", "g1", NONE.format('citizen "g1"')),
    ("commitments[0].site", "s3", NONE.format('site "s3"')),
    ("idle_interview", "a3", NONE.format('activity "a3"')),
    ("locked[0].activity", "a3", NONE.format('activity "a3"')),
    ("locked[0].room", "r3", NONE.format('room "r3"')),
    ("locked[0].staff[0]", "m3", NONE.format('staff member "m3"')),
    ("locked[0].citizens[1]", "c3", NONE.format('citizen "c3"')),
    ("reference[0].room", "r3", NONE.format('room "r3"')),
    ("reference[0].citizens[1]", "c3", NONE.format('citizen "c3"')),
    ("idle_interview", "a 1", ID),
    # numbers
    ("travel[0].minutes", -1, COUNT + "the number -1"),
    ("rooms[0].capacity", 6.0, COUNT + "the number 6.0"),
    ("rooms[0].capacity", True, COUNT + "true"),
    ("rooms[0].capacity", "6", COUNT + "text"),
    ("rooms[0].capacity", 10**400, COUNT + LARGE),
    ("separations[0].gap_minutes", -30, COUNT + "the number -30"),
    ("budget", -1, COUNT + "the number -1"),
    ("budget", 0.5, COUNT + "the number 0.5"),
    ("staff[0].max_hours", 37.25, SLOTS),
    ("staff[0].max_hours", 168.5, HOURS + "the number 168.5"),
    ("staff[0].max_hours", float("inf"), HOURS + LARGE),
    ("staff[0].max_hours", float("nan"), HOURS + NAN),
    ("staff[0].max_hours", True, HOURS + "true"),
    ("citizens[0].max_hours", 2.4999999999999996, SLOTS),
    ("citizens[0].max_daily_hours", -1, HOURS + "the number -1"),
    ("activities[0].minutes", [], "expected a list of at least 1, found one of 0"),
    ("activities[0].minutes[1]", 90, f"the same as activities[0].minutes[0]; {ONCE}"),
    ("activities[0].minutes[1]", 45, SLOTS),
    ("activities[0].minutes[1]", 0, "expected a number of minutes from 1 to 1440, found the number 0"),
    ("activities[0].minutes[1]", 1470, "expected a number of minutes from 1 to 1440, found the number 1470"),
    ("activities[0].min_group", 7, "7 is more than max_group, 6"),
    ("citizens[0].activities[0].min_sessions", 3, "3 is more than max_sessions, 2"),
    # words and flags
    ("activities[0].counts", 1, "expected true or false, found the number 1"),
    ("activities[0].skill", "", "expected a text that is not empty, found an empty text"),
    ("rooms[1].features[0]", "", "expected a text that is not empty, found an empty text"),
    ("rooms[1].features[0]", "\ud800", "holds half of a surrogate pair, which is no character"),
    ("separations[0].scope", "room", 'expected "session" or "site", found another text'),
    ("format", "problem", 'expected "sikkerplan-problem/1", found another text'),
    # what may be given only once
    ("rooms[1].features[1]", "alarm", f"the same as rooms[1].features[0]; {ONCE}"),
    ("staff[0].skills[1]", "guard", f"the same as staff[0].skills[0]; {ONCE}"),
    ("activities[0].rooms[1]", "r1", f"the same as activities[0].rooms[0]; {ONCE}"),
    ("citizens[1].groups[1]", "g1", f"the same as citizens[1].groups[0]; {ONCE}"),
    ("citizens[0].activities[1].activity", "a1", f"the same as citizens[0].activities[0].activity; {ONCE}"),
    ("citizens[0].avoid_staff[1]", "m1", f"the same as citizens[0].avoid_staff[0]; {ONCE}"),
    ("commitments[0].citizens[1]", "c1", f"the same as commitments[0].citizens[0]; {ONCE}"),
    ("locked[0].citizens[1]", "c1", f"the same as locked[0].citizens[0]; {ONCE}"),
    ("goals[1]", "duties", f"the same as goals[0]; {ONCE}"),
    ("goals[1]", "speed", None),
    # pairs
    ("travel[0].to", "s1", "expected another site than the one travelled from"),
    ("separations[2].between", ["c1"], "expected a list of exactly 2, found one of 1"),
    ("separations[2].between", ["c1", "c2", "g1"], "expected a list of exactly 2, found one of 3"),
    ("separations[2].between", ["c1", "c1"], APART),
]  # fmt: skip


@pytest.mark.parametrize(("path", "new", "message"), numbered(PROBLEM_MISTAKES))
def test_one_mistake_in_a_problem_is_one_error(path: str, new: Json, message: str | None) -> None:
    (error,) = problem_errors(replaced(problem_json(), path, new))
    if message is None:
        assert error.startswith((f"{path}: ", f"{path.removesuffix('.start')}.end: "))
    else:
        assert error == f"{path}: {message}"


PLAN_MISTAKES: list[tuple[str, Json, Any]] = [
    ("week", "2026-W54", "there is no such week: the weeks of 2026 are W01 to W53"),
    ("status", "good", 'expected "optimal", "feasible", "infeasible" or "unknown", found another text'),
    ("goals[1].goal", "duties", f"the same as goals[0].goal; {ONCE}"),
    ("goals[1].value", None, "expected a number, found null"),
    ("goals[1].value", False, "expected a number, found false"),
    ("goals[1].bound", float("-inf"), "expected a number, found a number that is too large"),
    ("goals[1].proven", 0, "expected true or false, found the number 0"),
    ("sessions[1].id", "p1", f"the same as sessions[0].id; {ONCE}"),
    ("sessions[1].room", "room 1", ID),
    ("sessions[1].start", "2026-11-16T09:00", WEEK),
    ("sessions[1].end", "2026-11-24T08:30", "ends before it starts"),
    ("sessions[1].end", "2026-11-25T08:30", MIDNIGHT),
    ("sessions[1].citizens[0]", 1, f"{ID}, found the number 1"),
    ("unmet[0].duty", "", ID),
    ("reasons[0].rule", "R0", "expected a rule, R1 to R15"),
    ("reasons[0].rule", "R16", "expected a rule, R1 to R15"),
    ("reasons[0].rule", "R3\n", "expected a rule, R1 to R15"),
    ("reasons[0].text", "\udfff", "holds half of a surrogate pair, which is no character"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "new", "message"), numbered(PLAN_MISTAKES))
def test_one_mistake_in_a_plan_is_one_error(path: str, new: Json, message: str) -> None:
    assert plan_errors(replaced(plan_json(), path, new)) == [f"{path}: {message}"]


@pytest.mark.parametrize(
    "name", ["sites", "rooms", "staff", "groups", "levels", "activities", "citizens", "commitments", "locked"]
)
def test_an_id_is_given_only_once(name: str) -> None:
    value = problem_json()
    value[name].append(value[name][0])
    key = "level" if name == "levels" else "id"
    last = len(value[name]) - 1
    assert problem_errors(value) == [f"{name}[{last}].{key}: the same as {name}[0].{key}; {ONCE}"]


def test_citizens_and_groups_share_a_name_space() -> None:
    value = problem_json()
    value["citizens"].append(value["citizens"][1] | {"id": "g2"})
    assert problem_errors(value) == [f"citizens[2].id: the same as groups[1].id; {ONCE}"]


def test_other_kinds_have_a_name_space_each() -> None:
    value = problem_json()
    value["sites"].append({"id": "c1"})
    value["rooms"].append(value["rooms"][0] | {"id": "c1"})
    value["commitments"].append(value["commitments"][0] | {"id": "l1"})
    assert problem_from_json(value).sites[2].id == "c1"


def test_a_travelled_pair_holds_both_ways() -> None:
    value = problem_json()
    value["travel"].append({"from": "s2", "to": "s1", "minutes": 5})
    what = "the same two sites as travel[0]; a pair holds both ways and is given only once"
    assert problem_errors(value) == [f"travel[1]: {what}"]


def test_a_locked_session_may_be_the_references_own() -> None:
    value = problem_json() | {"locked": [session("p1")]}
    assert problem_from_json(value).locked[0].id == "p1"


def test_what_breaks_rule_r1_in_a_plan_is_left_to_the_checker() -> None:
    value = plan_json()
    value["sessions"][0] |= interval(24, "09:07", "10:11") | {"citizens": ["c1", "c1"], "staff": ["gone"] * 2}
    assert plan_from_json(value).sessions[0].citizens == ("c1", "c1")


def test_sunday_may_end_at_the_next_mondays_midnight() -> None:
    value = replaced(problem_json(), "open_hours", [interval(29, "00:00", "23:30")])
    value["open_hours"][0]["end"] = "2026-11-30T00:00"
    assert problem_from_json(value).open_hours[0].end == 7 * 24 * 60


@pytest.mark.parametrize(
    ("slot", "start"), [(15, "2026-11-24T08:15"), (30, "2026-11-24T08:30"), (60, "2026-11-24T08:00")]
)
def test_the_grid_is_the_files_own(slot: int, start: str) -> None:
    value = problem_json() | {
        "slot_minutes": slot,
        "open_hours": [{"start": start, "end": "2026-11-24T10:00"}],
    }
    value |= {"locked": [], "reference": None, "idle_interview": None}
    value["activities"] = []
    for person in [*value["staff"], *value["citizens"]]:
        person |= {"max_hours": slot / 60}
    for citizen in value["citizens"]:
        citizen |= {"activities": [], "max_daily_hours": 0}
    problem = problem_from_json(value)
    assert problem.staff[0].max_minutes == slot
    if slot > 15:
        value["open_hours"][0]["start"] = "2026-11-24T08:15"
        value["staff"][0]["max_hours"] = 0.25
        assert problem_errors(value) == [
            f"open_hours[0].start: 2026-11-24T08:15 is off the grid of {slot} minutes from midnight",
            f"staff[0].max_hours: expected a whole number of slots of {slot} minutes",
        ]


def test_every_mistake_is_told_in_the_order_of_the_format() -> None:
    value = problem_json()
    value["rooms"][0]["site"] = "s9"
    value["goals"] = ["hours", "hours"]
    value["citizens"][0]["available"][0]["end"] = "2026-11-24T07:00"
    value["citizens"][0]["level"] = 9
    value["citizens"][1]["max_hours"] = "many"
    value["locked"][0]["staff"] = ["m9"]
    value["colour"] = "red"
    del value["budget"]
    value["staff"][0]["note"] = "?"
    assert problem_errors(value) == [
        'rooms[0].site: there is no site "s9" in this file',
        "staff[0].note: unknown key",
        "citizens[0].level: there is no level 9 in this file",
        "citizens[0].available[0].end: ends before it starts",
        "citizens[1].max_hours: expected a number of hours from 0 to 168, found text",
        "budget: missing; expected a whole number from 0 to 1000000000, or null",
        'locked[0].staff[0]: there is no staff member "m9" in this file',
        "goals[1]: the same as goals[0]; each may be given only once",
        "colour: unknown key",
    ]


def test_an_unreadable_list_is_not_blamed_on_what_refers_to_it() -> None:
    for name in ("sites", "rooms", "staff", "groups", "levels", "activities", "citizens"):
        for value in (replaced(problem_json(), name, "none"), without(problem_json(), name)):
            (error,) = problem_errors(value)
            assert error.startswith(f"{name}: ")


def test_a_wrong_week_or_grid_is_not_blamed_on_every_time() -> None:
    value = problem_json() | {"week": "2026-W99", "slot_minutes": 7}
    value["citizens"][0]["available"][0]["end"] = "2026-11-24T07:00"
    assert [error.split(":")[0] for error in problem_errors(value)] == [
        "week",
        "slot_minutes",
        "citizens[0].available[0].end",
    ]


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("name", "citizens[0].name"),
        ("case number", 'citizens[0]["case number"]'),
        ("\x1b[31m", 'citizens[0]["\\u001b[31m"]'),
        ("y" * 200, f'citizens[0]["{"y" * 64}"]'),
    ],
)
def test_an_unknown_key_is_told_without_what_it_holds(key: str, path: str) -> None:
    value = problem_json()
    value["citizens"][0][key] = "Somebody Secret"
    assert problem_errors(value) == [f"{path}: unknown key"]


@pytest.mark.parametrize(
    "path",
    [
        "week",
        "citizens[0].id",
        "citizens[0].level",
        "citizens[0].available",
        "citizens[0].available[0].start",
        "separations[2].between[0]",
        "separations[0].scope",
        "goals[0]",
        "format",
        "budget",
        "activities[0].counts",
    ],
)
def test_no_error_quotes_text_that_may_be_a_name(path: str) -> None:
    errors = problem_errors(replaced(problem_json(), path, "Somebody Secret"))
    assert errors
    assert "Secret" not in "\n".join(errors)


def test_a_file_of_mistakes_only_is_told_whole() -> None:
    value = problem_json()
    citizen = value["citizens"][1]
    value["citizens"] = [citizen | {"id": f"c{n}", "level": 7} for n in range(1, 301)]
    assert problem_errors(value) == [
        *(f"citizens[{n}].level: there is no level 7 in this file" for n in range(300)),
    ]
