"""The JSON Schemas tell the truth: about the dataclasses, about what is read, about what is refused."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType
from typing import Any

import jsonschema
import pytest
from hypothesis import given

import solver.plan
import solver.problem
from solver.exchange import (
    ExchangeError,
    plan_from_json,
    plan_to_json,
    problem_from_json,
    problem_to_json,
)
from solver.plan import GOAL_NAMES, Plan
from solver.problem import Problem
from tests.solver.exchange_cases import (
    Json,
    places,
    plan_json,
    plans,
    problem_json,
    problems,
    replaced,
    schema,
    without,
)

READERS: dict[str, Callable[[Json], Any]] = {"problem": problem_from_json, "plan": plan_from_json}
EXAMPLES = {"problem": problem_json(), "plan": plan_json()}
NULLABLE = (
    "activities[0].rooms",
    "activities[1].rooms",
    "commitments[0].site",
    "commitments[1].site",
    "idle_interview",
    "budget",
    "reference",
)
RENAMED = {  # a dataclass's field by the key that it has in the file
    "from_site": "from",
    "to_site": "to",
    "max_minutes": "max_hours",
    "max_daily_minutes": "max_daily_hours",
}


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema(name))


def refusals(name: str, value: Json) -> tuple[list[str], list[str]]:
    """The paths at which the reader refuses a value, and what the schema has against it."""
    read: list[str] = []
    try:
        READERS[name](value)
    except ExchangeError as error:
        read = [one.path for one in error.errors]
    example = EXAMPLES[name]
    if value.keys() != example.keys():
        return read, [one.message for one in validator(name).iter_errors(value)]
    # The example is valid: of what is as it is there, nothing is asked again.
    others = [key for key in value if repr(value[key]) != repr(example[key])]
    return read, [one.message for key in others for one in member(name, key).iter_errors(value[key])]


@cache
def member(name: str, key: str) -> jsonschema.Draft202012Validator:
    """The validator of one key of the example; what it refers to stands beside it."""
    whole = schema(name)
    return jsonschema.Draft202012Validator({"$defs": whole["$defs"], **whole["properties"][key]})


@pytest.mark.parametrize("name", READERS)
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", READERS)
def test_the_example_is_valid(name: str) -> None:
    validator(name).validate(EXAMPLES[name])
    READERS[name](EXAMPLES[name])


@given(problems())
def test_every_problem_is_valid(problem: Problem) -> None:
    validator("problem").validate(problem_to_json(problem))


@given(plans())
def test_every_plan_is_valid(plan: Plan) -> None:
    validator("plan").validate(plan_to_json(plan))


def objects(part: Json) -> Iterator[Json]:
    """Every object that a schema describes."""
    if isinstance(part, dict):
        if "properties" in part:
            yield part
        for inner in part.values():
            yield from objects(inner)


@pytest.mark.parametrize("name", READERS)
def test_every_object_is_closed_and_every_key_described(name: str) -> None:
    found = list(objects(schema(name)))
    assert found
    for part in found:
        assert part["additionalProperties"] is False
        assert part["description"]
        optional = set(part["properties"]) - set(part["required"])
        assert optional == ({"open_hours"} if part["description"] == "A building." else set())
        for key, value in part["properties"].items():
            assert value.get("description"), key


def dataclasses_of(module: ModuleType) -> dict[str, type[Any]]:
    found = inspect.getmembers(module, inspect.isclass)
    own = {name: kind for name, kind in found if kind.__module__ == module.__name__}
    return {name: kind for name, kind in own.items() if dataclasses.is_dataclass(kind)}


def definition(name: str, kind: str) -> Json:
    """What a schema says of a dataclass: the file itself, or the definition of the same name."""
    whole = schema(name)
    if kind.lower() == name:
        return whole
    return whole["$defs"][re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind).lower()]


FIELDS: list[tuple[str, type[Any]]] = [
    *(("problem", kind) for kind in dataclasses_of(solver.problem).values()),
    *(("plan", kind) for kind in dataclasses_of(solver.plan).values()),
    ("problem", solver.plan.Session),
]


@pytest.mark.parametrize(("name", "kind"), FIELDS, ids=[f"{name}-{kind.__name__}" for name, kind in FIELDS])
def test_every_field_has_its_property_and_every_property_its_field(name: str, kind: type[Any]) -> None:
    fields = {RENAMED.get(field.name, field.name) for field in dataclasses.fields(kind)}
    properties = set(definition(name, kind.__name__)["properties"]) - {"format"}
    assert properties == fields


def test_every_definition_of_an_object_is_a_dataclass() -> None:
    for name, module in (("problem", solver.problem), ("plan", solver.plan)):
        described = {
            key.replace("_", "") for key, part in schema(name)["$defs"].items() if "properties" in part
        }
        held = {kind.lower() for kind in dataclasses_of(module)} - {name}
        # A group is held as its bare id; a problem's sessions are the plan's.
        assert described - {"group", "session"} == held - {"session"}


@pytest.mark.parametrize("name", READERS)
def test_every_goal_is_listed(name: str) -> None:
    whole = schema(name)
    part = whole["properties"]["goals"]["items"] if name == "problem" else definition("plan", "GoalResult")
    listed = part["enum"] if name == "problem" else part["properties"]["goal"]["enum"]
    assert tuple(listed) == GOAL_NAMES


def every_place() -> list[tuple[str, str]]:
    return [(name, path) for name, value in EXAMPLES.items() for path, _ in places(value)]


SAMPLES: dict[type, Json] = {dict: {}, list: [], str: "text", int: 3, bool: True, type(None): None}


def other_types(name: str, path: str, value: Json) -> list[Json]:
    """A value of every JSON type that does not belong where this one stands."""
    kind = int if isinstance(value, float) else type(value)
    others = [sample for sample_kind, sample in SAMPLES.items() if sample_kind is not kind]
    return [sample for sample in others if sample is not None or name == "plan" or path not in NULLABLE]


@pytest.mark.parametrize(("name", "path"), every_place(), ids=[f"{n}-{p}" for n, p in every_place()])
def test_a_wrong_type_is_refused_by_both_and_told_once(name: str, path: str) -> None:
    value = dict(places(EXAMPLES[name]))[path]
    for sample in other_types(name, path, value):
        read, found = refusals(name, replaced(EXAMPLES[name], path, sample))
        assert read == [path], f"replaced by {sample!r}"
        assert found, f"replaced by {sample!r}"


def test_null_is_accepted_where_the_format_says_so() -> None:
    for path in NULLABLE:
        assert refusals("problem", replaced(EXAMPLES["problem"], path, None)) == ([], [])


def members() -> list[tuple[str, str]]:
    """Every required key of the examples."""
    paths = [(name, path) for name, path in every_place() if not path.endswith("]")]
    return [place for place in paths if place != ("problem", "sites[1].open_hours")]


@pytest.mark.parametrize(("name", "path"), members(), ids=[f"{n}-{p}" for n, p in members()])
def test_a_missing_key_is_refused_by_both_and_told_once(name: str, path: str) -> None:
    read, found = refusals(name, without(EXAMPLES[name], path))
    assert read == [path]
    assert found


def test_only_a_sites_own_hours_may_be_left_out() -> None:
    assert refusals("problem", without(EXAMPLES["problem"], "sites[1].open_hours")) == ([], [])


def test_an_unknown_key_is_refused_by_both_and_told_once() -> None:
    for name, example in EXAMPLES.items():
        for path, value in [("", example), *places(example)]:
            if not isinstance(value, dict):
                continue
            more = {**value, "colour": "red"}
            changed = replaced(example, path, more) if path else more
            read, found = refusals(name, changed)
            assert read == [f"{path}.colour" if path else "colour"]
            assert found


STRUCTURAL: list[tuple[str, str, Json]] = [
    ("problem", "format", "sikkerplan-problem/2"),
    ("problem", "format", "sikkerplan-plan/1"),
    ("problem", "week", "2026-W54"),
    ("problem", "week", "2026-W00"),
    ("problem", "week", "2026-48"),
    ("problem", "slot_minutes", 20),
    ("problem", "slot_minutes", 0),
    ("problem", "open_hours[0].start", "2026-11-23T08:10"),
    ("problem", "open_hours[0].start", "2026-11-23T24:00"),
    ("problem", "open_hours[0].start", "2026-11-23 08:00"),
    ("problem", "open_hours[0].start", "2026-11-23T08:00:00"),
    ("problem", "open_hours[0].start", "2026-13-23T08:00"),
    ("problem", "sites[0].id", ""),
    ("problem", "sites[0].id", "x" * 65),
    ("problem", "sites[0].id", "s 1"),
    ("problem", "sites[0].id", "Ø"),
    ("problem", "travel[0].minutes", -1),
    ("problem", "travel[0].minutes", 1_000_000_001),
    ("problem", "rooms[0].capacity", 2.5),
    ("problem", "rooms[0].features", ["alarm", "alarm"]),
    ("problem", "rooms[0].features[0]", ""),
    ("problem", "staff[0].max_hours", -0.5),
    ("problem", "staff[0].max_hours", 168.25),
    ("problem", "staff[0].max_hours", 2.3),
    ("problem", "separations[0].between", ["g1"]),
    ("problem", "separations[0].between", ["g1", "g2", "c1"]),
    ("problem", "separations[0].scope", "building"),
    ("problem", "levels[0].guards", -1),
    ("problem", "activities[0].minutes", []),
    ("problem", "activities[0].minutes", [60, 60]),
    ("problem", "activities[0].minutes[0]", 0),
    ("problem", "activities[0].minutes[0]", 50),
    ("problem", "activities[0].minutes[0]", 1455),
    ("problem", "activities[0].skill", ""),
    ("problem", "activities[0].rooms", ["r1", "r1"]),
    ("problem", "activities[0].rooms", ["r 1"]),
    ("problem", "citizens[0].groups", ["g1", "g1"]),
    ("problem", "citizens[0].avoid_staff", ["m1", "m1"]),
    ("problem", "commitments[0].citizens", ["c1", "c1"]),
    ("problem", "commitments[0].site", ""),
    ("problem", "idle_interview", ""),
    ("problem", "budget", -1),
    ("problem", "locked[0].staff", ["m1", "m1"]),
    ("problem", "reference[0].citizens", ["c1", "c1"]),
    ("problem", "goals", ["hours", "hours"]),
    ("problem", "goals[0]", "speed"),
    ("plan", "format", "sikkerplan-problem/1"),
    ("plan", "week", "26-W48"),
    ("plan", "status", "done"),
    ("plan", "goals[0].goal", "speed"),
    ("plan", "sessions[0].id", "p 1"),
    ("plan", "sessions[0].start", "08:00"),
    ("plan", "sessions[0].start", "2026-11-23T25:00"),
    ("plan", "unmet[0].duty", "job interview"),
    ("plan", "reasons[0].rule", "R16"),
    ("plan", "reasons[0].rule", "3"),
    ("plan", "reasons[0].ids[0]", ""),
]


@pytest.mark.parametrize(
    ("name", "path", "new"),
    STRUCTURAL,
    ids=[f"{number}-{name}-{path}" for number, (name, path, _) in enumerate(STRUCTURAL)],
)
def test_a_structural_mistake_is_refused_by_both(name: str, path: str, new: Json) -> None:
    read, found = refusals(name, replaced(EXAMPLES[name], path, new))
    assert any(one.startswith(path) for one in read)
    assert found


def test_both_accept_what_is_at_the_edge() -> None:
    value = problem_json() | {"budget": 1_000_000_000, "goals": list(GOAL_NAMES)}
    value["sites"].append({"id": "x" * 64})
    value["staff"][0]["max_hours"] = 168
    value["citizens"][0]["max_daily_hours"] = 0.5
    value["activities"][0]["minutes"] = [30, 1440]
    assert refusals("problem", value) == ([], [])
