"""R2, R3, R5, R9, R13: who and what a single session needs, and a room's one session at a time."""

from __future__ import annotations

from collections import defaultdict

from ortools.sat.python import cp_model

from solver.model.variables import Variables


def state(v: Variables) -> None:
    """States the rules that concern one session, and R3."""
    _rooms_once(v)
    for k in v.going(range(len(v.candidates))):
        levels = _levels_present(v, k)
        _group_size(v, k, levels)
        _staffing(v, k, levels)
        _avoided_staff(v, k)


def _rooms_once(v: Variables) -> None:
    """R3: two sessions in one room do not overlap."""
    rooms = defaultdict(list)
    for k, candidate in enumerate(v.candidates):
        rooms[candidate.room].append((k, v.held[k]))
    for held in rooms.values():
        for literals in v.by_slot(held).values():
            v.model.add_at_most_one(literals)


def _levels_present(v: Variables, k: int) -> list[tuple[int, cp_model.IntVar]]:
    """(a citizen of the level, a literal true where the level attends) for each level that may."""
    people = defaultdict(list)
    for i, literal in v.attends[k].items():
        people[v.frame.level[i].level].append((i, literal))
    present = []
    for level, members in people.items():
        some = v.any_of([literal for _, literal in members], f"level {level} in {k}")
        assert some is not None
        present.append((members[0][0], some))
    return present


def _group_size(v: Variables, k: int, levels: list[tuple[int, cp_model.IntVar]]) -> None:
    """R9 and the capacity of R2."""
    candidate = v.candidates[k]
    activity = v.frame.problem.activities[candidate.activity]
    most = min(activity.max_group, v.frame.problem.rooms[candidate.room].capacity)
    size = cp_model.LinearExpr.sum(list(v.attends[k].values()))
    v.model.add(size >= max(1, activity.min_group) * v.held[k])
    v.model.add(size <= most * v.held[k])
    for literal in v.attends[k].values():
        v.model.add_implication(literal, v.held[k])
    for i, present in levels:
        own = v.frame.level[i].max_group
        if own < min(most, len(v.attends[k])):
            v.model.add(size <= most - (most - own) * present)


def _staffing(v: Variables, k: int, levels: list[tuple[int, cp_model.IntVar]]) -> None:
    """R5: guards by the hardest level; the others by activity and level, one of them with the skill."""
    activity = v.frame.problem.activities[v.candidates[k].activity]
    serves, guards = v.serves[k], v.guards[k]
    others = cp_model.LinearExpr.sum(list(serves.values()))
    skilled = [lit for m, lit in serves.items() if activity.skill in v.frame.problem.staff[m].skills]
    v.model.add_bool_or([*skilled, v.held[k].negated()])
    v.model.add(others >= activity.staff * v.held[k])
    for i, present in levels:
        level = v.frame.level[i]
        if level.staff > activity.staff:
            v.model.add(others >= level.staff * present)
        if level.guards:
            v.model.add(cp_model.LinearExpr.sum(list(guards.values())) >= level.guards * present)
    for literal in (*serves.values(), *guards.values()):
        v.model.add_implication(literal, v.held[k])


def _avoided_staff(v: Variables, k: int) -> None:
    """R13, for staff: nobody meets a staff member they avoid."""
    for i, attends in v.attends[k].items():
        avoided = v.frame.citizens[i].avoid_staff
        if avoided:
            for part in (v.serves[k], v.guards[k]):
                for m, literal in part.items():
                    if v.frame.problem.staff[m].id in avoided:
                        v.model.add_at_most_one([attends, literal])
