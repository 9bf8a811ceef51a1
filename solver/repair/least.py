"""How many people must change at least, whatever else is given up.

Take any safe week and leave out of its sessions everybody whose week is another. What is left holds exactly
the old visits of the others, and breaks no rule but perhaps the least size of a group: every other rule asks
for less where fewer people come. So if at most ``k`` people can keep their visits by those rules, all others
must change.

Rooms, staff and how a group is split over rooms are free. The model of visits (``solver.repair.visits``)
leaves rules out where a group is split, and so keeps it a bound.
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from ortools.sat.python import cp_model

from solver.limits import Limits
from solver.model.solving import nothing_below
from solver.repair.model import PEOPLE, RepairModel, solver_for

#: What a bound in floating point may be above a whole number and still mean that one.
NEARLY = 1e-6


def least_changed(
    model: RepairModel, known: int, limits: Limits, seconds: float, workers: int, seed: int
) -> int:
    """So many people must change at least, by what the model has of the week; ``known`` or more.

    ``model`` has old visits of everybody, and not yet what is asked of the size of a group. Told only where
    two solves agree, which take at most so many ``seconds`` together.
    """
    until = limits.elapsed + seconds
    question = model.model.clone()
    question.minimize(model.costs[PEOPLE])
    solver = solver_for(limits, seconds, workers, seed, relax=True)
    with limits.stopping(solver):
        status = solver.solve(question)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return known
    least = ceil(solver.best_objective_bound - NEARLY)
    return least if least > known and _agreed(model, least, limits, until, seed) else known


class Fewest(NamedTuple):
    """No safe week changes fewer people than ``least``. ``reached``: the model has weeks that change no more,
    and no others any longer.
    """

    least: int
    reached: bool


def fewest_changed(
    model: RepairModel, known: int, below: int, limits: Limits, seconds: float, workers: int, seed: int
) -> Fewest:
    """Asks whether ``known`` people could be enough, then one more, and so on, as long as it is ``below``.

    That is much quicker to answer than how many it takes: all but a few are known to keep their week.
    """
    until = limits.elapsed + seconds
    people, least = model.costs[PEOPLE], known
    reached = False
    while least < below:
        question = model.model.clone()
        question.add(people <= least)
        solver = solver_for(limits, until - limits.elapsed, workers, seed, relax=True)
        with limits.stopping(solver):
            status = solver.solve(question)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            reached = True
            model.begin_at(solver)
        if status != cp_model.INFEASIBLE:
            break
        least += 1
    if least > known and not _agreed(model, least, limits, until, seed):
        return Fewest(known, reached=False)
    if reached:
        model.model.add(people <= least)
    return Fewest(least, reached)


def _agreed(model: RepairModel, least: int, limits: Limits, until: float, seed: int) -> bool:
    seconds = until - limits.elapsed
    second = solver_for(limits, seconds, 1, seed + 1, relax=True)
    return nothing_below(model.model, model.costs[PEOPLE], least, second, limits)
