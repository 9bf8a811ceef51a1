"""The example unit file as data that tests break in one place."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "resources" / "demo" / "example-unit.json"
SCHEMA = ROOT / "resources" / "schemas" / "unit.schema.json"
Steps = tuple[str | int, ...]


@cache
def _example() -> Any:
    return json.loads(EXAMPLE.read_text(encoding="utf-8"))


def example() -> Any:
    """A fresh copy each time."""
    return copy.deepcopy(_example())


def changed(steps: Steps, value: Any) -> Any:
    """The example with one value replaced or added, to be read only."""
    data, holder = _copied_to(steps)
    holder[steps[-1]] = value
    return data


def without(steps: Steps) -> Any:
    """The example with one member or entry taken out, to be read only."""
    data, holder = _copied_to(steps)
    del holder[steps[-1]]
    return data


def path_of(steps: Steps) -> str:
    """As an error tells it: ``citizens[0].caps[1].from``."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text.removeprefix(".")


def places(value: Any, steps: Steps = ()) -> Iterator[Steps]:
    """The way to every value in a file but the file itself."""
    found: Iterator[tuple[str | int, Any]] = iter(())
    if isinstance(value, dict):
        found = iter(value.items())
    elif isinstance(value, list):
        found = iter(enumerate(value))
    for step, inner in found:
        yield (*steps, step)
        yield from places(inner, (*steps, step))


def kinds_of_places() -> list[Steps]:
    """The way to one value of every kind in the example: the first of those that differ by position only."""
    first: dict[Steps, Steps] = {}
    for steps in places(example()):
        first.setdefault(tuple("*" if isinstance(step, int) else step for step in steps), steps)
    return list(first.values())


def at(data: Any, steps: Steps) -> Any:
    for step in steps:
        data = data[step]
    return data


def _copied_to(steps: Steps) -> tuple[Any, Any]:
    """The example, of which only what holds the place is copied, and what holds the place."""
    holder = data = copy.copy(_example())
    for step in steps[:-1]:
        holder[step] = copy.copy(holder[step])
        holder = holder[step]
    return data, holder
