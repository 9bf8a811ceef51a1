"""The weeks that the benchmarks measure on are what they are said to be."""

from __future__ import annotations

from itertools import product

import pytest

from solver.check import check
from solver.exchange import read_problem, write_problem
from solver.plan import Plan
from solver.solve import Options, solve
from tests.bench.chromatic import Graph, graphs, mycielski, queens, week_of
from tests.bench.families import cases
from tests.bench.known_best import known_best

SMALL = [mycielski(2), mycielski(3), mycielski(4), queens(2), queens(3), queens(4)]


@pytest.mark.parametrize(("people", "seed"), [(12, 1), (70, 1), (70, 2)])
def test_the_hidden_week_is_clean_and_gives_everybody_their_cap(people: int, seed: int) -> None:
    known = known_best(people, seed)
    report = check(known.problem, Plan(known.problem.week, "feasible", sessions=known.hidden))
    assert not report.violations
    values = dict(report.goals)
    assert values["duties"] == 0
    assert values["fairness"] == 0, "somebody has less than their cap"
    assert values["hours"] == known.hours
    placed = sum(commitment.end - commitment.start for commitment in known.problem.commitments)
    assert known.hours == (sum(c.max_minutes for c in known.problem.citizens) - placed) / 60


def test_a_week_made_by_formula_is_always_the_same_and_can_be_written_down() -> None:
    known = known_best(12, 1)
    assert known == known_best(12, 1)
    assert known != known_best(12, 2)
    assert read_problem(write_problem(known.problem)) == known.problem


def colourable(graph: Graph, colours: int) -> bool:
    """Tries every colouring, vertex by vertex."""
    before: list[list[int]] = [[] for _ in range(graph.vertices)]
    for a, b in graph.edges:
        before[max(a, b)].append(min(a, b))
    chosen: list[int] = []

    def extend() -> bool:
        if len(chosen) == graph.vertices:
            return True
        taken = {chosen[other] for other in before[len(chosen)]}
        # Colours that nobody has yet are all alike.
        for colour in range(min(colours, max(chosen, default=-1) + 2)):
            if colour not in taken:
                chosen.append(colour)
                if extend():
                    return True
                chosen.pop()
        return False

    return extend()


@pytest.mark.parametrize("graph", [*SMALL, queens(5)], ids=lambda graph: graph.name)
def test_a_graph_has_the_chromatic_number_that_is_claimed(graph: Graph) -> None:
    assert colourable(graph, graph.colours)
    assert not colourable(graph, graph.colours - 1)


def test_graphs_have_the_size_that_their_formula_gives() -> None:
    sizes = {graph.name: (graph.vertices, len(graph.edges)) for graph in graphs()}
    assert sizes["mycielski 3"] == (5, 5)
    assert sizes["mycielski 4"] == (11, 20)
    assert sizes["queens 5"] == (25, 160)
    assert max(vertices for vertices, _ in sizes.values()) <= 50


@pytest.mark.parametrize("graph", graphs(), ids=lambda graph: graph.name)
def test_a_colouring_week_can_be_written_down(graph: Graph) -> None:
    problem = week_of(graph, graph.colours)
    assert read_problem(write_problem(problem)) == problem


@pytest.mark.parametrize("graph", [mycielski(3), mycielski(4), queens(4), queens(5)], ids=lambda g: g.name)
def test_everybody_has_their_hour_at_the_chromatic_number_and_never_below(graph: Graph) -> None:
    work = Options(workers=1, work=4000)
    hours = {}
    for colours in (graph.colours, graph.colours - 1):
        plan = solve(week_of(graph, colours), work)
        hours[colours] = {goal.goal: goal for goal in plan.goals}["hours"]
    assert hours[graph.colours].value == graph.vertices
    assert hours[graph.colours].proven
    assert hours[graph.colours - 1].value <= graph.most < graph.vertices
    assert hours[graph.colours - 1].bound >= hours[graph.colours - 1].value


def test_every_instance_has_a_name_of_its_own() -> None:
    names = [(case.family, case.name) for case in cases()]
    assert len(set(names)) == len(names)
    assert {family for family, _ in names} == {"known", "chromatic", "realistic"}
    for people, seed in product((70,), range(1, 6)):
        assert ("realistic", f"realistic {people}, seed {seed}") in names
