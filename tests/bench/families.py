"""What the benchmarks measure on, by family, with each instance's time and what is to be reached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from solver.problem import Problem
from tests.bench.chromatic import Graph, graphs, mycielski, week_of
from tests.bench.instances import realistic
from tests.bench.known_best import known_best

Family = Literal["known", "chromatic", "realistic"]
FAMILIES: Final[tuple[Family, ...]] = ("known", "chromatic", "realistic")
#: Seconds for a week that is a graph colouring.
COLOURING = 10.0


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked of an instance; None where a figure is not asked.

    ``share``: of the best that is known, at least. ``gap``: between hours and bound, as a share of the bound,
    at most. ``proven``: the hours proven best. ``memory_mb``: at most. ``nothing_above``: hours that no plan
    can have.
    """

    share: float | None = None
    gap: float | None = None
    proven: bool = False
    memory_mb: float | None = None
    nothing_above: float | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """``best``: the hours of the best week, where known. ``against``: whether the peers get it too."""

    family: Family
    name: str
    make: Callable[[], Problem]
    seconds: float
    target: Target
    best: float | None = None
    against: bool = False


def cases() -> list[Case]:
    """All of them."""
    return [
        *(_known(70, seed, 10, Target(share=1.0, proven=True), against=seed == 1) for seed in (1, 2, 3)),
        _known(200, 1, 30, Target(share=0.999)),
        _known(700, 1, 60, Target(share=0.997)),
        *(case for graph in graphs() for case in _colouring(graph)),
        *(_realistic(70, seed, 60, Target(gap=0.01), against=True) for seed in range(1, 6)),
        _realistic(200, 1, 60, Target(), against=True),
        _realistic(700, 1, 60, Target(gap=0.03), against=True),
        _realistic(2000, 1, 120, Target(memory_mb=2000)),
    ]


def smallest() -> list[Case]:
    """One or two of each family that take no time: the whole chain can be seen on them."""
    return [
        _known(12, 1, 2, Target(share=1.0, proven=True), against=True),
        *_colouring(mycielski(3), 2),
        _realistic(10, 1, 2, Target(gap=0.01), against=True),
    ]


def _known(people: int, seed: int, seconds: float, target: Target, *, against: bool = False) -> Case:
    known = known_best(people, seed)
    return Case(
        "known", f"known {people}, seed {seed}", lambda: known.problem, seconds, target, known.hours, against
    )


def _colouring(graph: Graph, seconds: float = COLOURING) -> tuple[Case, Case]:
    """With χ colours everybody, proven; with one fewer never everybody."""
    few = graph.colours - 1
    return (
        Case(
            "chromatic",
            f"{graph.name}, {graph.colours} hours",
            lambda: week_of(graph, graph.colours),
            seconds,
            Target(share=1.0, proven=True),
            graph.vertices,
        ),
        Case(
            "chromatic",
            f"{graph.name}, {few} hours",
            lambda: week_of(graph, few),
            seconds,
            Target(nothing_above=graph.most),
        ),
    )


def _realistic(people: int, seed: int, seconds: float, target: Target, *, against: bool = False) -> Case:
    return Case(
        "realistic",
        f"realistic {people:,}, seed {seed}",
        lambda: realistic(people, seed),
        seconds,
        target,
        None,
        against,
    )
