"""The unit file's JSON Schema says what the import reads."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import jsonschema
import pytest

from desktop.services.demo import demo_unit_text
from desktop.services.files.importing import UnitFileError, read_unit
from desktop.services.files.unit_format import schema_text
from desktop.services.ids import sequential_ids
from tests.services.unit_files import SCHEMA, Steps, at, changed, example, kinds_of_places, path_of, without

VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
ODD: tuple[Any, ...] = (None, True, -1, 2.5, "", " ", "x", [], {})
# What the schema cannot say, and the import does.
BEYOND = {
    "before_assessed", "before_first", "duplicate", "empty", "laxer_than_lower", "not_a_date", "not_a_slot",
    "not_after_start", "not_hours", "only_for_mentor_company", "only_for_site", "over_limit", "overlap",
    "same", "too_small", "unknown_country", "unknown_reference", "not_text",
}  # fmt: skip


def told(data: Any) -> set[str]:
    try:
        read_unit(json.dumps(data), sequential_ids())
    except UnitFileError as refused:
        return {error.key for error in refused.errors}
    return set()


def test_the_schema_is_the_one_that_the_import_tells() -> None:
    """Write it anew with ``schema_text`` after a change of the form."""
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(VALIDATOR.schema)


@pytest.mark.parametrize(
    "data", [example(), json.loads(demo_unit_text(1, date(2026, 11, 23)))], ids=["example", "demo"]
)
def test_files_that_load_are_valid(data: Any) -> None:
    assert not list(VALIDATOR.iter_errors(data))


def is_valid(data: Any, steps: Steps) -> bool:
    """Whether the example is valid that was changed at a place: what stands beside it is as it was."""
    if len(steps) == 1:
        return VALIDATOR.is_valid(data)
    member = json.loads(schema_text())["properties"][steps[0]]
    return VALIDATOR.evolve(schema=member).is_valid(data[steps[0]])


@pytest.mark.parametrize("steps", kinds_of_places(), ids=path_of)
def test_what_one_refuses_the_other_refuses(steps: Steps) -> None:
    """At every place of the example: the schema never refuses what loads, nor the import what the schema
    could have refused and did not."""
    variants = [changed(steps, odd) for odd in ODD]
    if not isinstance(steps[-1], int):
        variants.append(without(steps))
    if isinstance(at(example(), steps), dict):
        variants.append(changed((*steps, "unknown"), 1))
    for data in variants:
        keys = told(data)
        if is_valid(data, steps):
            assert keys <= BEYOND
        else:
            assert keys
