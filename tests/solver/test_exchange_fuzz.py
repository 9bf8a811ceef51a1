"""Whatever somebody does to a file, it is read or refused, never a crash."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.exchange import (
    ExchangeError,
    InputError,
    plan_from_json,
    problem_from_json,
    read_plan,
    read_problem,
    write_plan,
    write_problem,
)
from tests.solver.exchange_cases import Json, places, plan_json, problem_json, replaced, without

T = TypeVar("T")
PROBLEM = problem_json()
PLAN = plan_json()
anything: st.SearchStrategy[Json] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters())
    | st.sampled_from([10**400, -(10**400), 1e308, "c1", "r1", "2026-11-24T09:00", "2026-W53", "\ud800"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def mutated(draw: st.DrawFn, sound: Json) -> Json:
    """A sound file's value in which up to four things were replaced, taken out, copied or added."""
    value = sound
    for _ in range(draw(st.integers(1, 4))):
        paths = dict(places(value))
        if not paths:
            break
        path = draw(st.sampled_from(sorted(paths)))
        old = paths[path]
        match draw(st.sampled_from(["replace", "remove", "swap", "repeat", "add"])):
            case "replace":
                value = replaced(value, path, draw(anything))
            case "remove":
                value = without(value, path)
            case "swap":
                value = replaced(value, path, paths[draw(st.sampled_from(sorted(paths)))])
            case "repeat" if isinstance(old, list):
                value = replaced(value, path, [*old, *old])
            case "add" if isinstance(old, dict):
                value = replaced(value, path, {**old, draw(st.text(max_size=80)): draw(anything)})
    return value


def read_or_refused(read: Callable[[str | bytes], T], text: str | bytes) -> T | None:
    """What was read, or None where it was refused with errors that can be printed."""
    errors: tuple[InputError, ...]
    try:
        return read(text)
    except ExchangeError as error:
        errors = error.errors
        printed = str(error)
    assert errors
    assert printed.isascii()
    return None


@settings(max_examples=300)
@given(value=mutated(PROBLEM))
def test_a_mutated_problem_is_read_or_refused(value: Json) -> None:
    problem = read_or_refused(read_problem, json.dumps(value))
    if problem is not None:
        assert read_problem(write_problem(problem)) == problem
    with contextlib.suppress(ExchangeError):
        problem_from_json(value)


@settings(max_examples=300)
@given(value=mutated(PLAN))
def test_a_mutated_plan_is_read_or_refused(value: Json) -> None:
    plan = read_or_refused(read_plan, json.dumps(value))
    if plan is not None:
        assert read_plan(write_plan(plan)) == plan
    with contextlib.suppress(ExchangeError):
        plan_from_json(value)


@pytest.mark.parametrize(
    ("read", "sound"), [(read_problem, json.dumps(PROBLEM).encode()), (read_plan, json.dumps(PLAN).encode())]
)
@given(data=st.data())
def test_mutated_bytes_are_read_or_refused(
    read: Callable[[str | bytes], Any], sound: bytes, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(sound)))
    end = min(len(sound), start + data.draw(st.integers(0, 12)))
    raw = sound[:start] + data.draw(st.binary(max_size=12)) + sound[end:]
    read_or_refused(read, raw)


@given(value=anything)
def test_any_json_value_is_read_or_refused(value: Json) -> None:
    for read in (problem_from_json, plan_from_json):
        with pytest.raises(ExchangeError):
            read(value)
