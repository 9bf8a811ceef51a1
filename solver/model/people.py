"""R4, R6, R7, R8: one place at a time for staff and citizens, the way between sites, and hours."""

from __future__ import annotations

from collections import defaultdict

from ortools.sat.python import cp_model

from solver.model.variables import Literals, Variables


def state(v: Variables) -> None:
    """States the rules that concern one person's week."""
    for m, mine in v.going(enumerate(v.by_staff)):
        _one_place(v, mine)
        work = [v.candidates[k].length * literal for k, literal in mine]
        v.model.add(cp_model.LinearExpr.sum(work) <= max(0, v.frame.staff_left[m]))
    for i, mine in v.going(enumerate(v.by_citizen)):
        _one_place(v, mine)
        _hours(v, i, mine)
        _enrolled(v, i, mine)


def _one_place(v: Variables, mine: list[tuple[int, cp_model.IntVar]]) -> None:
    """R4 and R6: no two sessions at a time, and the travel time between two sites."""
    for literals in v.by_slot(mine).values():
        v.model.add_at_most_one(literals)
    ends: dict[tuple[int, int], Literals] = defaultdict(list)
    starts: dict[tuple[int, int], Literals] = defaultdict(list)
    for k, literal in mine:
        candidate = v.candidates[k]
        ends[candidate.site, candidate.end].append(literal)
        starts[candidate.site, candidate.start].append(literal)
    for (site, end), leaving in v.going(ends.items()):
        left = None
        for other, way in enumerate(v.frame.travel[site]):
            for start in range(end, end + way):
                if arriving := starts.get((other, start)):
                    left = left if left is not None else v.any_of(leaving, "leaves")
                    assert left is not None
                    for literal in arriving:
                        v.model.add_at_most_one([left, literal])


def _hours(v: Variables, i: int, mine: list[tuple[int, cp_model.IntVar]]) -> None:
    """R7: the counted hours of a week and of each day."""
    days = defaultdict(list)
    for k, literal in mine:
        candidate = v.candidates[k]
        if v.frame.problem.activities[candidate.activity].counts:
            days[v.frame.day_of(candidate.start)].append(candidate.length * literal)
    for day, work in days.items():
        v.model.add(cp_model.LinearExpr.sum(work) <= v.frame.day_left[i][day])
    week = [term for work in days.values() for term in work]
    v.model.add(cp_model.LinearExpr.sum(week) <= v.frame.week_left[i])


def _enrolled(v: Variables, i: int, mine: list[tuple[int, cp_model.IntVar]]) -> None:
    """R8: sessions of each activity, a week and a day."""
    weeks: dict[int, Literals] = defaultdict(list)
    days: dict[tuple[int, int], Literals] = defaultdict(list)
    for k, literal in mine:
        candidate = v.candidates[k]
        weeks[candidate.activity].append(literal)
        days[candidate.activity, v.frame.day_of(candidate.start)].append(literal)
    for activity, literals in weeks.items():
        v.model.add(cp_model.LinearExpr.sum(literals) <= v.frame.sessions_left[i][activity])
    for (activity, day), literals in days.items():
        v.model.add(cp_model.LinearExpr.sum(literals) <= v.frame.per_day_left(i, activity, day))
