"""The goals of a week as expressions, and R15."""

from __future__ import annotations

from collections import defaultdict

from ortools.sat.python import cp_model

from solver.frame import bits
from solver.model.variables import Literals, Variables


def _sum(terms: list[cp_model.LinearExpr]) -> cp_model.LinearExpr:
    total: cp_model.LinearExpr = cp_model.LinearExpr.sum(terms)
    return total


def state_budget(v: Variables) -> None:
    """R15: the week's cost stays within the budget."""
    left = v.frame.budget_left
    if left is None:
        return
    terms = []
    for k, candidate in enumerate(v.candidates):
        activity = v.frame.problem.activities[candidate.activity]
        terms.append(activity.cost_per_session * v.held[k])
        terms += [activity.cost_per_citizen * literal for literal in v.attends[k].values()]
    v.model.add(cp_model.LinearExpr.sum(terms) <= left)


def duties(v: Variables) -> cp_model.LinearExpr:
    """Goal ``duties`` (least): sessions missing to the least ones, plus citizens not seen at all."""
    attended: dict[tuple[int, int], Literals] = defaultdict(list)
    seen: dict[int, Literals] = defaultdict(list)
    for i, mine in enumerate(v.by_citizen):
        for k, literal in mine:
            activity = v.candidates[k].activity
            attended[i, activity].append(literal)
            if v.frame.ends_idleness(activity):
                seen[i].append(literal)
    terms: list[cp_model.LinearExpr] = []
    for i, need in enumerate(v.frame.missing):
        for activity, count in need.items():
            missing = v.model.new_int_var(0, count, f"{i} misses {activity}")
            v.model.add(missing >= count - cp_model.LinearExpr.sum(attended[i, activity]))
            terms.append(missing)
    for i in bits(v.frame.idle):
        idle = v.model.new_bool_var(f"{i} idle")
        v.model.add_bool_or([idle, *seen[i]])
        terms.append(idle)
    return _sum(terms)


def hours(v: Variables) -> cp_model.LinearExpr:
    """Goal ``hours`` (most): the counted slots of all citizens in new sessions."""
    terms = [
        candidate.length * literal
        for k, candidate in enumerate(v.candidates)
        if v.frame.problem.activities[candidate.activity].counts
        for literal in v.attends[k].values()
    ]
    return _sum(terms)
