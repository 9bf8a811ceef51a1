"""Solvers for a model, and how a bound that one of them claims is made sure of."""

from __future__ import annotations

from ortools.sat.python import cp_model

from solver.limits import Limits


def new_solver(workers: int, seed: int) -> cp_model.CpSolver:
    """A solver without any limit of time."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = seed
    # Who may interrupt is decided by the process that runs us.
    solver.parameters.catch_sigint_signal = False
    # OR-tools issue 5293: presolve can claim a wrong optimum by this step.
    solver.parameters.presolve_inclusion_work_limit = 0
    return solver


def nothing_below(
    model: cp_model.CpModel,
    cost: cp_model.LinearExpr,
    value: int,
    solver: cp_model.CpSolver,
    limits: Limits,
) -> bool:
    """Asks once more, without presolve, whether a cost below ``value`` exists.

    OR-Tools 9.15 has open faults in what it claims: a bound is told only where two different solves agree.
    ``solver`` has one worker and another seed than the one that claims.
    """
    second = model.clone()
    second.minimize(0)
    second.add(cost <= value - 1)
    solver.parameters.cp_model_presolve = False
    with limits.stopping(solver):
        return bool(solver.solve(second) == cp_model.INFEASIBLE)
