"""A small week is repaired exactly: every session that could be held is in the model, and everybody free."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ortools.sat.python import cp_model

from solver.frame import Frame
from solver.limits import Limits
from solver.model.candidates import candidates, whole_week
from solver.model.solving import nothing_below
from solver.model.week import ModelTooLargeError, WeekModel
from solver.plan import Session
from solver.repair.losses import Before, Loss
from solver.repair.model import (
    DUTIES,
    MOVED,
    PEOPLE,
    SLOTS,
    VISITS,
    RepairModel,
    sessions,
    solver_for,
)

#: Attendances (citizens times sessions they could be in) up to which the whole week is tried at once.
LARGEST = 4_000


def exactly(
    before: Before,
    best: Sequence[Session],
    limits: Limits,
    workers: int,
    seed: int,
    found: Callable[[Sequence[Session]], None],
) -> Loss | None:
    """What no safe week can be better than, one cost after the other; None where the week is too large.

    Duties, slots and people are proven only if two solves with different presolves and searches agree; those
    after one that is not, and what comes after people, are told as 0. Each better week goes to ``found``.
    """
    given = before.given
    frame = Frame(given.workable, given.fixed)
    try:
        possible = candidates(frame, whole_week(frame))
        week = WeekModel(frame, possible, largest=LARGEST, keep_going=limits.go_on)
        model = RepairModel(before, week)
    except ModelTooLargeError:
        return None
    week.hint(best)
    proven = [0] * len(model.costs)
    for cost in (DUTIES, SLOTS, PEOPLE, VISITS, MOVED):
        expression = model.costs[cost]
        model.model.minimize(expression)
        solver = solver_for(limits, limits.left / 2, workers, seed)
        with limits.stopping(solver):
            status = solver.solve(model.model)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            found(sessions(week, solver))
        if status != cp_model.OPTIMAL:
            break
        value = int(solver.value(expression))
        if cost <= PEOPLE:
            second = solver_for(limits, limits.left, 1, seed + 1)
            if value and not nothing_below(model.model, expression, value, second, limits):
                break
            proven[cost] = value
        model.model.add(expression <= value)
        model.begin_at(solver)
    return Loss(*proven)
