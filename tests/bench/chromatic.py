"""Weeks that are graph colourings: whether everybody can have their hour is known beforehand.

A vertex is a citizen, in a group of their own; an edge is a separation of two groups on the site, without a
gap. One site, one hall that holds everybody, one teacher who is always there, one activity of one hour that
each citizen may attend once, and as many hours of opening as there are colours.

*Everybody at χ.* A proper colouring with χ colours is a week: each colour is an hour, and the session in it
holds that colour's citizens; no two of them are rivals, and one hour ends when the next begins.
*Never everybody at χ - 1.* In a week that gives everybody their hour, the hour is a colour: two rivals on the
site in the same hour break R10 or R11. That colouring would be a proper one with fewer than χ colours.

The graphs and their numbers:

- Mycielski (1955): from an edge (χ = 2), each step makes of a graph with n vertices one of 2 n + 1 without a
  new triangle and with χ one higher. The graphs are critical: without any one vertex, χ - 1 colours do. So
  the best week at χ - 1 leaves out just one citizen.
- Queens: a vertex is a square of an n × n board, an edge a queen's move. χ = n where n is no multiple of 2 or
  3 (Pólya 1918); for n = 2, 3, 4 and 6 it is 4, 5, 5 and 7 (Chvátal, "Colouring the queen graphs"). A colour
  has at most one queen a row, so that k colours hold at most k × n citizens.
"""

from __future__ import annotations

from dataclasses import dataclass

from solver.problem import (
    DAY_MINUTES,
    Activity,
    Citizen,
    Enrolment,
    Interval,
    Level,
    Problem,
    Room,
    Separation,
    Site,
    StaffMember,
)

HOUR = 60
#: Hours of opening on a day; the colours beyond them are hours of the next day.
HOURS_A_DAY = 4
QUEENS = {2: 4, 3: 5, 4: 5, 5: 5, 6: 7, 7: 7}


@dataclass(frozen=True, slots=True)
class Graph:
    """``colours`` is its chromatic number; ``most`` bounds the vertices that one colour fewer can hold."""

    name: str
    vertices: int
    edges: tuple[tuple[int, int], ...]
    colours: int
    most: int


def mycielski(colours: int) -> Graph:
    """The Mycielski graph with this chromatic number, 2 or more: 2, 5, 11, 23, 47 … vertices."""
    vertices, edges = 2, [(0, 1)]
    for _ in range(colours - 2):
        shadows = [edge for a, b in edges for edge in ((a, b + vertices), (a + vertices, b))]
        top = 2 * vertices
        edges = [*edges, *shadows, *((v + vertices, top) for v in range(vertices))]
        vertices = top + 1
    return Graph(f"mycielski {colours}", vertices, tuple(edges), colours, vertices - 1)


def queens(side: int) -> Graph:
    """The queens of a board of ``side`` × ``side`` squares, 2 to 7."""
    squares = [(row, column) for row in range(side) for column in range(side)]
    edges = tuple(
        (a, b)
        for b, (r, c) in enumerate(squares)
        for a, (row, column) in enumerate(squares[:b])
        if r == row or c == column or abs(r - row) == abs(c - column)
    )
    colours = QUEENS[side]
    return Graph(f"queens {side}", side * side, edges, colours, min(side * side - 1, side * (colours - 1)))


def graphs() -> tuple[Graph, ...]:
    """Those of up to 50 vertices, two or more colours each."""
    return (*(mycielski(colours) for colours in range(2, 7)), *(queens(side) for side in range(2, 8)))


def week_of(graph: Graph, hours: int) -> Problem:
    """The week in which ``hours`` colours may be used."""
    always = tuple(
        Interval(day * DAY_MINUTES + 8 * HOUR, day * DAY_MINUTES + (8 + min(HOURS_A_DAY, left)) * HOUR)
        for day in range(7)
        if (left := hours - day * HOURS_A_DAY) > 0
    )
    everybody = range(graph.vertices)
    return Problem(
        week="2026-W48",
        slot_minutes=HOUR,
        open_hours=always,
        sites=(Site("site"),),
        rooms=(Room("hall", "site", graph.vertices),),
        staff=(StaffMember("teacher", frozenset({"teaching"}), always, hours * HOUR),),
        levels=(Level(1, graph.vertices, 1, 0),),
        activities=(Activity("lesson", True, (HOUR,), 1, graph.vertices, 1, "teaching"),),
        citizens=tuple(
            Citizen(f"c{v}", 1, (f"g{v}",), always, HOUR, HOUR, (Enrolment("lesson", 0, 1),))
            for v in everybody
        ),
        groups=tuple(f"g{v}" for v in everybody),
        separations=tuple(Separation((f"g{a}", f"g{b}"), "site", 0) for a, b in graph.edges),
        goals=("duties", "hours"),
    )
