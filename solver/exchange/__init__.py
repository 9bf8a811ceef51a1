"""Reads and writes the exchange format, version 1, with every input error told at its path.

All keys are required but the one that the format marks as optional, a site's ``open_hours``; those
that may be null stand there as null, so that a forgotten budget or reference week is never taken for
none. A count is a whole number without a decimal point; hours may have one. Everything that a problem
refers to has to be in it, in ``locked`` and in ``reference`` too: whoever makes the problem leaves
people who are gone out of the reference week, since a session whose room is unknown has no site to
compare by. A plan is read by itself: what only its problem can tell (ids, grid, lengths, somebody
twice in a session) is left to the checker, which knows it as rule R1. A byte order mark is ignored.
"""

from __future__ import annotations

import re
from typing import TypeVar

from solver.exchange.errors import ExchangeError, InputError
from solver.exchange.plan_file import PLAN, PLAN_FORMAT
from solver.exchange.problem_file import PROBLEM, PROBLEM_FORMAT, known_ids
from solver.exchange.shapes import Record
from solver.exchange.source import BAD, Source, kind_of
from solver.exchange.text import parse, render
from solver.exchange.times import minute_of, minute_text, monday_of
from solver.plan import Plan
from solver.problem import Problem

__all__ = [
    "PLAN_FORMAT",
    "PROBLEM_FORMAT",
    "ExchangeError",
    "InputError",
    "minute_of",
    "minute_text",
    "plan_from_json",
    "plan_to_json",
    "problem_from_json",
    "problem_to_json",
    "read_plan",
    "read_problem",
    "render",
    "write_plan",
    "write_problem",
]

_T = TypeVar("_T")
_FORMAT = re.compile(r"sikkerplan-[a-z]{1,20}/[0-9]{1,9}")


def read_problem(text: str | bytes) -> Problem:
    """The problem of a file's text. Raises ``ExchangeError`` with every mistake in it."""
    return problem_from_json(parse(text))


def read_plan(text: str | bytes) -> Plan:
    """The plan of a file's text. Raises ``ExchangeError`` with every mistake in it."""
    return plan_from_json(parse(text))


def write_problem(problem: Problem) -> str:
    """The text of a problem's file: always the same for the same problem, one newline at its end."""
    return render(problem_to_json(problem))


def write_plan(plan: Plan) -> str:
    """The text of a plan's file: always the same for the same plan, one newline at its end."""
    return render(plan_to_json(plan))


def problem_from_json(value: object) -> Problem:
    """A problem from the JSON value of its file. Raises ``ExchangeError`` with every mistake in it."""
    known = known_ids(value) if isinstance(value, dict) else {}
    return _read(PROBLEM, PROBLEM_FORMAT, Source(known), value)


def plan_from_json(value: object) -> Plan:
    """A plan from the JSON value of its file. Raises ``ExchangeError`` with every mistake in it."""
    return _read(PLAN, PLAN_FORMAT, Source(), value)


def problem_to_json(problem: Problem) -> dict[str, object]:
    """The JSON value of a problem's file. Raises ``ValueError`` for a week or minute that there is not."""
    return PROBLEM.write(monday_of(problem.week), problem)


def plan_to_json(plan: Plan) -> dict[str, object]:
    """The JSON value of a plan's file. Raises ``ValueError`` for a week or minute that there is not."""
    return PLAN.write(monday_of(plan.week), plan)


def _read(record: Record[_T], file_format: str, source: Source, value: object) -> _T:
    if not isinstance(value, dict):
        raise ExchangeError([InputError("", f"expected one JSON object, found {kind_of(value)}")])
    stated = value.get("format")
    if isinstance(stated, str) and stated != file_format and _FORMAT.fullmatch(stated):
        # Another kind of file, or a later version: its other differences would be beside the point.
        what = f'expected "{file_format}", found "{stated}"'
        raise ExchangeError([InputError("format", what)])
    read = record.read(source, "", value)
    if read is BAD:
        raise ExchangeError(source.errors)
    return read
