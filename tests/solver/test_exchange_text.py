"""Files that are no sound JSON text: refused with a place and a sentence, never with a crash."""

from __future__ import annotations

import json

import pytest

from solver.exchange import ExchangeError, InputError, read_plan, read_problem
from tests.solver.exchange_cases import plan_json, problem_json


def refused(text: str | bytes) -> tuple[InputError, ...]:
    with pytest.raises(ExchangeError) as caught:
        read_problem(text)
    return caught.value.errors


def test_a_syntax_mistake_is_told_by_line_and_column() -> None:
    (error,) = refused('{\n  "format": "sikkerplan-problem/1"\n  "week": "2026-W48"\n}')
    assert error.path == "line 3, column 3"
    assert error.message == "this is not JSON: expecting ',' delimiter"
    assert str(error) == "line 3, column 3: this is not JSON: expecting ',' delimiter"


@pytest.mark.parametrize("text", ["", b"", " \n\t", b"\xef\xbb\xbf"], ids=["text", "bytes", "space", "mark"])
def test_an_empty_file_is_called_empty(text: str | bytes) -> None:
    assert refused(text) == (InputError("", "the file is empty"),)


def test_what_is_not_utf_8_is_told_by_its_line() -> None:
    (error,) = refused(b'{\n"format": "\xe6"}')
    assert error.path == "line 2"
    assert "not UTF-8" in error.message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
def test_utf_16_is_refused(encoding: str) -> None:
    raw = json.dumps(problem_json()).encode(encoding)
    assert len(refused(raw)) == 1
    if encoding == "utf-16":
        assert "UTF-16" in refused(raw)[0].message


def test_a_byte_order_mark_is_ignored() -> None:
    text = json.dumps(problem_json())
    assert read_problem(text.encode("utf-8-sig")) == read_problem("\ufeff" + text) == read_problem(text)


@pytest.mark.parametrize("text", ["[]", "3", '"sikkerplan-problem/1"', "null", "NaN", "1e999"])
def test_the_file_is_one_object(text: str) -> None:
    (error,) = refused(text)
    assert error.path == ""
    assert error.message.startswith("expected one JSON object, found ")


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, '{"a":' * 100_000, '{"format":' + "[" * 100_000 + "]" * 100_000 + "}"],
    ids=["lists", "objects", "closed"],
)
def test_deep_nesting_is_an_error_and_no_crash(text: str) -> None:
    (error,) = refused(text)
    assert "nested too deeply" in error.message


def test_nesting_that_json_can_read_is_one_wrong_type() -> None:
    value = problem_json()
    value["budget"] = json.loads("[" * 300 + "]" * 300)
    (error,) = refused(json.dumps(value))
    assert str(error) == "budget: expected a whole number from 0 to 1000000000, found a list"


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("NaN", "NaN, which is no JSON number"),
        ("Infinity", "a number that is too large"),
        ("-Infinity", "a number that is too large"),
        ("1e400", "a number that is too large"),
        ("9" * 5_000, "a number that is too large"),
        ("1000000001", "a number that is too large"),
        ("-1", "the number -1"),
        ("3.0", "the number 3.0"),
        ("2.5", "the number 2.5"),
        ("true", "true"),
    ],
)
def test_a_count_is_a_whole_number_of_a_sane_size(number: str, found: str) -> None:
    text = json.dumps(problem_json()).replace('"budget": 250000', f'"budget": {number}')
    (error,) = refused(text)
    assert str(error) == f"budget: expected a whole number from 0 to 1000000000, found {found}"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400", "9" * 5_000])
def test_a_goals_value_is_finite(number: str) -> None:
    text = json.dumps(plan_json()).replace('"value": 2.5', f'"value": {number}')
    with pytest.raises(ExchangeError) as caught:
        read_plan(text)
    assert [error.path for error in caught.value.errors] == ["goals[1].value"]


def test_a_key_given_twice_is_an_error_where_it_stands() -> None:
    text = json.dumps(problem_json())
    assert [
        str(error) for error in refused(text.replace('"budget": 250000', '"budget": 1, "budget": 2'))
    ] == ["budget: given more than once in this object"]
    inner = text.replace('"id": "c1", "level": 1', '"id": "c1", "level": 1, "level": 1')
    assert [error.path for error in refused(inner)] == ["citizens[0].level"]


def test_a_list_given_twice_is_not_blamed_on_what_refers_to_it() -> None:
    text = json.dumps(problem_json()).replace('"rooms": [{', '"rooms": [], "rooms": [{', 1)
    assert [error.path for error in refused(text)] == ["rooms"]
    text = json.dumps(problem_json()).replace('{"id": "r1",', '{"id": "r1", "id": "r3",', 1)
    assert [error.path for error in refused(text)] == ["rooms[0].id"]


def test_the_other_file_is_told_by_its_format_alone() -> None:
    (error,) = refused(json.dumps(plan_json()))
    assert str(error) == 'format: expected "sikkerplan-problem/1", found "sikkerplan-plan/1"'
    with pytest.raises(ExchangeError) as caught:
        read_plan(json.dumps(problem_json()))
    assert len(caught.value.errors) == 1


def test_a_later_version_is_told_by_its_format_alone() -> None:
    (error,) = refused('{"format": "sikkerplan-problem/2", "weeks": ["2026-W48"]}')
    assert str(error) == 'format: expected "sikkerplan-problem/1", found "sikkerplan-problem/2"'


def test_the_exceptions_text_is_all_errors_a_line_each() -> None:
    with pytest.raises(ExchangeError) as caught:
        read_plan('{"format": "sikkerplan-plan/1", "week": 3, "status": "good", "goals": [], "sessions": []}')
    assert str(caught.value).splitlines() == [
        'week: expected an ISO week, such as "2026-W48", found the number 3',
        'status: expected "optimal", "feasible", "infeasible" or "unknown", found another text',
        "unmet: missing; expected a list",
        "reasons: missing; expected a list",
    ]
